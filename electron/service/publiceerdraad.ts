/** Publishing off the thread that listens, so that it can be cancelled at any moment and says what it is doing. */
import type { Publiceerder } from './publicatie.ts';
import { vraagInDraad } from './beslissen/draden.ts';
import type { Taak } from './taken.ts';

export const publiceerInDraad = ({ signal, voortgang }: Taak): Publiceerder =>
  ({ project, voorbereiding, ...bronnen }, lezer, instellingen) =>
    vraagInDraad({ project, voorbereiding, scenario: Object.keys(bronnen.berekening.scenarios)[0] as string }, 'uitgave', { ...bronnen, lezer, instellingen }, signal, (wat) => voortgang(null, wat));
