/**
 * Use case: files into a project (import.md). The command line and the app call the same function.
 */
import type { Importrapport, Profiel, Projectopbouw, Soort, Vraag } from '../../models/invoer/types.ts';

/** How far an import is; `deel` is 0..1 over all files. */
export interface Importvoortgang { bestand: string; stap: 'verkennen' | 'inlezen'; rijen: number; deel: number }

export interface Importopdracht {
  /** Paths; the order does not matter: what others refer to is read first. */
  bestanden: string[];
  /** The project to add to; absent: a new one, whose parts that no file gave are absent. Never changed in place. */
  project?: Projectopbouw;
  /** Name of a new project. */
  naam?: string;
  /** Settled answers (`--profiel`). */
  profiel?: Profiel;
  /** Forces what the files are (`--soort`). */
  soort?: Soort;
  /** Unknown names become new gemeenten (`X-…`), scholen and producten instead of questions. */
  nieuw?: boolean;
  /** Nothing comes in when any row is refused (`--alles-of-niets`). */
  allesOfNiets?: boolean;
  /** Calendar date for the checks on past and future; default today. */
  vandaag?: string;
  voortgang?: (v: Importvoortgang) => void;
  signal?: AbortSignal;
}

export interface Importuitkomst {
  rapport: Importrapport;
  /** Undefined when nothing was imported (questions, faults in all files, or `allesOfNiets`). */
  project: Projectopbouw | undefined;
  /** Not empty: nothing was imported; each says which answer in a profile settles it. */
  vragen: Vraag[];
}

/**
 * Reads files into a portable project.
 * Row and file faults are in the report; throws only `AbortError` (signal) and faults of this program.
 * Exit codes of the command line: 1 when `project` is undefined, 3 when any table has `geweigerd` > 0, else 0.
 */
export async function importeerBestanden(opdracht: Importopdracht): Promise<Importuitkomst> {
  throw new Error(`importeerBestanden is not there yet (${opdracht.bestanden.length} files)`);
}
