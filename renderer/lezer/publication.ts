/** Asks the program for publications, and keeps the last few for as long as the project does not change. */
import { BESCHERMINGSNAAM } from '../../models/contract/bescherming.ts';
import type { PubliekeLezer, Publicatiecijfers } from '../../models/contract/publicatie.ts';
import type { Invoer } from '../../models/contract/methoden.ts';
import { getSetting } from '../app/settings.ts';
import { flush, getOpen } from '../stand/store.ts';
import { Published } from './published.ts';

const KEPT = 6;
const kept = new Map<string, Published>();

type Run = (methode: 'publicatie.lees', invoer: Invoer<'publicatie.lees'>, what: string) => Promise<Publicatiecijfers | undefined>;
export type Vraag = Omit<Invoer<'publicatie.lees'>, 'lezer' | 'scenarios'> & { lezer: PubliekeLezer; scenarios: readonly string[] };

/** @returns undefined when it was cancelled. @throws Dienstfout, `geweigerd` where figures cannot be kept hidden */
export async function publicationFor(run: Run, vraag: Vraag): Promise<Published | undefined> {
  await flush();
  const open = getOpen();
  if (!open) throw new Error('No project is open here');
  const key = JSON.stringify([open.stand.bestand, open.stand.revisie, Object.values(BESCHERMINGSNAAM).map((naam) => getSetting<unknown>(naam, null)), vraag]);
  const known = kept.get(key);
  if (known) return known;
  const cijfers = await run('publicatie.lees', { ...vraag, scenarios: [...vraag.scenarios] }, 'Cijfers voor deze lezer maken…');
  if (!cijfers) return undefined;
  const published = new Published(cijfers, { ...open.project, scenarios: [...open.project.scenarios, ...(vraag.varianten ?? [])] });
  kept.set(key, published);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return published;
}
