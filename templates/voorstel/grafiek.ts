/** A native chart: bound to cells, so that it follows every change. */
import type { Bereik, Celverwijzing } from './formule.ts';
import type { Formaat } from './opmaak.ts';

export interface Grafiekreeks {
  /** Cell with its name. */
  naam: Celverwijzing;
  waarden: Bereik;
  vorm: 'kolom' | 'lijn';
  /** RGB, or none for a part that only carries what stands on it. */
  kleur: string | undefined;
  /** Whether each column shows its amount. */
  waardenTonen?: boolean;
}

export interface Grafiek {
  titel: string;
  /** What a reader who does not see it should know. */
  omschrijving: string;
  /** Labels along the horizontal axis. */
  categorieen: Bereik;
  reeksen: readonly Grafiekreeks[];
  /** Columns on top of each other instead of side by side. */
  gestapeld: boolean;
  formaat: Formaat;
  legenda: boolean;
}
