/** The use cases of a project, one function per method of the contract; the functions stand in `taken/`, a file per subject. */
import type { Invoer, Projectmethode, Uitvoer } from '../../models/contract/methoden.ts';
import type { Sessie } from './sessie.ts';
import { beslistaken } from './taken/beslissen.ts';
import { importtaken } from './taken/importtaken.ts';
import { logboektaken } from './taken/logboek.ts';
import { projecttaken } from './taken/project.ts';
import { publicatietaken } from './taken/publicatie.ts';
import { reservekopietaken } from './taken/reservekopieen.ts';
import { rijentaken } from './taken/rijen.ts';
import { stuktaken } from './taken/stukken.ts';
import { uitwisseltaken } from './taken/uitwisselen.ts';
import { vaststeltaken } from './taken/vaststellen.ts';
import { voorsteltaken } from './taken/voorstel.ts';

/** What a piece of work hears and says: whether it must stop, and how far it is. */
export interface Taak {
  signal: AbortSignal;
  /** @param fractie 0..1, or null when it cannot be told; @param tekst Dutch: what is being done */
  voortgang: (fractie: number | null, tekst: string) => void;
}
export type Taken<M extends Projectmethode> = { [N in M]: (sessie: Sessie, invoer: Invoer<N>, taak: Taak) => Uitvoer<N> | Promise<Uitvoer<N>> };
/** The methods under some names, e.g. `project`. */
export type Onder<Voor extends string> = Extract<Projectmethode, `${Voor}.${string}`>;

export const TAKEN: Taken<Projectmethode> = { ...projecttaken, ...logboektaken, ...importtaken, ...rijentaken, ...uitwisseltaken, ...beslistaken, ...publicatietaken, ...vaststeltaken, ...voorsteltaken, ...stuktaken, ...reservekopietaken };
