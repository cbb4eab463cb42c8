/** The import wizard (import.md): what the screen shows between *files chosen* and *loaded*. The answers of the user are a `Profiel`, kept and reused. */
import type { Bestandsrapport, Bladplan, GeweigerdeRij, Profiel, Soort, Vraag } from '../invoer/types.ts';

/** A sheet as it will be read. Edited through the profile (`bronnen[].kolommen` and so on), never in place. */
export interface Importblad {
  plan: Bladplan;
  /** The first rows as they stand in the file, from column A; cells of columns that are left out for identity are null. */
  voorbeeldrijen: { rij: number; cellen: (string | null)[] }[];
  /** The outcome of reading the whole sheet by this plan; null while a question stands in the way. It is what the import will store. */
  rapport: Bestandsrapport | null;
}

/** What a new delivery changes against the one that it replaces. */
export interface Leveringsverschil {
  soort: Soort;
  gemeente: string;
  vorige: { levering: number; bestand: string; wanneer: string };
  nieuw: Verschiltelling;
  beeindigd: Verschiltelling;
  gewijzigd: Verschiltelling;
  verdwenen: Verschiltelling;
}
export interface Verschiltelling { rijen: number; bedrag: number }

export interface Importstand {
  /** Handle of this import; void after uitvoeren or annuleren. */
  import: string;
  bladen: Importblad[];
  vragen: Vraag[];
  /** All answers so far. `import.herzie` takes it back, changed. */
  profiel: Profiel;
  verschillen: Leveringsverschil[];
  /** Files that were loaded before with the same content: they do nothing. */
  bekend: { bestand: string; levering: number; wanneer: string }[];
  /** No questions, and at least one row to load. */
  kanUitvoeren: boolean;
}

/** A refused row with its delivery. */
export type Geweigerd = GeweigerdeRij & { levering: number };

/** A profile that was kept under a name. */
export interface BewaardProfiel { naam: string; profiel: Profiel }
