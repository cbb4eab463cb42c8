/** The bridge between page and program, whatever lies between: the preload of the shell or HTTP. One implementation each, both `satisfies Brug`. */
import type { Antwoord } from './antwoord.ts';
import type { Bestandsgreep } from './bestand.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';

export interface Brug {
  /** A message (`Bericht`) as JSON text in, an `Antwoord` as JSON text out. Never rejects for what the service answers. */
  roep(bericht: string): Promise<string>;
  /** Listens to events (`Gebeurtenis`, as JSON text); gives the function that stops it. */
  luister(ontvang: (gebeurtenis: string) => void): () => void;
  /** Handles for files that the user dropped or chose: DOM `File` objects, which only a user can give a path. */
  neem(bestanden: readonly unknown[]): Promise<string>;
}
/** `window.arrangement`, put there by the preload; absent in a browser. */
export const BRUGNAAM = 'arrangement';

/** What the texts of the bridge hold. */
export type Greepantwoord = Antwoord<Bestandsgreep[]>;
export type Luisteraar = (gebeurtenis: Gebeurtenis) => void;
