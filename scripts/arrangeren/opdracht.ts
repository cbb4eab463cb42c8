import type { ParseArgsOptionsConfig } from 'node:util';
import type { Melding } from '../../models/project/types.ts';

/** Exit codes of the command line. */
export const AFSLUITCODE = { goed: 0, gebruikersfout: 1, onzeFout: 2, rijenGeweigerd: 3 } as const;

/** What was given on the command line, apart from the command itself. */
export interface Argumenten {
  bestanden: string[];
  /** The value of an option that takes one; undefined when it was not given. */
  waarde(naam: string): string | undefined;
  /** Whether a switch was given. */
  gezet(naam: string): boolean;
}

/** A command of `arrangeren`. */
export interface Opdracht {
  /** Dutch help text, complete. */
  hulp: string;
  opties: ParseArgsOptionsConfig;
  /** Gives the exit code. Throws a Gebruikersfout for what the user can mend; anything else that is thrown is a fault of the program. */
  voerUit(argumenten: Argumenten): Promise<number>;
}

/** Something that the user can mend: one Dutch sentence, and the faults in the project if those are what it is about. */
export class Gebruikersfout extends Error {
  readonly meldingen: readonly Melding[];
  constructor(tekst: string, meldingen: readonly Melding[] = []) {
    super(tekst);
    this.meldingen = meldingen;
  }
}
