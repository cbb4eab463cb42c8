/** The use cases of a project, one function per method of the contract. */
import type { Invoer, Projectmethode, Uitvoer } from '../../models/contract/methoden.ts';
import type { Sessie } from './sessie.ts';

/** What a piece of work hears and says: whether it must stop, and how far it is. */
export interface Taak {
  signal: AbortSignal;
  /** @param fractie 0..1, or null when it cannot be told; @param tekst Dutch: what is being done */
  voortgang: (fractie: number | null, tekst: string) => void;
}
export type Projecttaak<M extends Projectmethode> = (sessie: Sessie, invoer: Invoer<M>, taak: Taak) => Uitvoer<M> | Promise<Uitvoer<M>>;

export const TAKEN = {} as { [M in Projectmethode]: Projecttaak<M> };
