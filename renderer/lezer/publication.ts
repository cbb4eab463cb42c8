/** Asks the program for publications, and keeps them for as long as the project does not change. */
import { BESCHERMINGSNAAM } from '../../models/contract/bescherming.ts';
import type { PubliekeLezer, Publicatiecijfers } from '../../models/contract/publicatie.ts';
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';
import type { Invoer } from '../../models/contract/methoden.ts';
import { getSetting } from '../app/settings.ts';
import { flush, getOpen } from '../stand/store.ts';
import { Published } from './published.ts';

/** By the project as the program last gave it: another one, or another stand of it, begins anew. */
const kept = new WeakMap<ProjectZonderRijen, Map<string, Published>>();

type Run = (methode: 'publicatie.lees', invoer: Invoer<'publicatie.lees'>, what: string) => Promise<Publicatiecijfers | undefined>;
export type Vraag = Omit<Invoer<'publicatie.lees'>, 'lezer' | 'scenarios'> & { lezer: PubliekeLezer; scenarios: readonly string[] };

/** @returns undefined when it was cancelled. @throws Dienstfout, `geweigerd` where figures cannot be kept hidden */
export async function publicationFor(run: Run, vraag: Vraag): Promise<Published | undefined> {
  await flush();
  const open = getOpen();
  if (!open) throw new Error('No project is open here');
  const key = JSON.stringify([Object.values(BESCHERMINGSNAAM).map((naam) => getSetting<unknown>(naam, null)), vraag]);
  const { project } = open.stand;
  const ofProject = kept.get(project) ?? new Map<string, Published>();
  kept.set(project, ofProject);
  const known = ofProject.get(key);
  if (known) return known;
  const cijfers = await run('publicatie.lees', { ...vraag, scenarios: [...vraag.scenarios] }, 'Cijfers voor deze lezer maken…');
  if (!cijfers) return undefined;
  const published = new Published(cijfers, { ...project, scenarios: [...project.scenarios, ...(vraag.varianten ?? [])] });
  ofProject.set(key, published);
  return published;
}
