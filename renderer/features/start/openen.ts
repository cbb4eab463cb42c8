/** Every way to open a project. Each gives what went wrong as a thrown `Dienstfout`. */
import type { Bestandsgreep } from '../../../models/contract/bestand.ts';
import type { Bron } from '../../../models/contract/methoden.ts';
import type { Stand } from '../../../models/contract/stand.ts';
import { go } from '../../app/route.ts';
import { roep } from '../../client/client.ts';
import { getOpen, open, sluit } from '../../stand/store.ts';

/** Shows what was opened; null is a user who cancelled. */
export function show(stand: Stand | null | undefined): void {
  if (!stand) return;
  open(stand);
  const { aantallen: { indicaties, declaraties, aggregaten }, project, alleenLezen } = stand.stand;
  if (indicaties + declaraties + aggregaten === 0 || project.scenarios.length === 0) go('gegevens');
  // Who cannot change anything comes for the outcome.
  else go(alleenLezen ? 'vergelijken' : 'scenarios');
}

export const isPortable = (bestand: Bestandsgreep): boolean => bestand.naam.toLowerCase().endsWith('.json');

export const bronVan = (bestand: Bestandsgreep): Bron => ({ soort: 'bestand', greep: bestand.greep });

/** Files that came from outside: the first project among them is opened, in place of what was open. */
export async function openBestanden(bestanden: readonly Bestandsgreep[]): Promise<void> {
  const project = bestanden.find((b) => isPortable(b) || b.naam.toLowerCase().endsWith('.arrangement'));
  if (!project) return;
  if (getOpen()) await sluit();
  show(isPortable(project) ? await roep('project.neemOver', { greep: project.greep }) : await roep('project.open', { bron: bronVan(project) }));
}
