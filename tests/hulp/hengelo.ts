/** The example Hengelo as a portable project: its files read, every invented figure marked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importeerBestanden } from '../../electron/service/importeren.ts';
import type { Profiel, Projectopbouw } from '../../models/invoer/types.ts';
import type { Project } from '../../models/project/types.ts';
import { rekenDoor } from '../../models/rekenen/bereken.ts';
import { merkVoorbeeld } from '../../templates/voorbeeld/merken.ts';

const VOORBEELD = fileURLToPath(new URL('../../templates/voorbeeld', import.meta.url));
const json = (naam: string): unknown => JSON.parse(readFileSync(join(VOORBEELD, naam), 'utf8'));

export async function hengelo(): Promise<Project> {
  const { project } = await importeerBestanden({
    bestanden: readdirSync(join(VOORBEELD, 'bestanden')).sort().map((naam) => join(VOORBEELD, 'bestanden', naam)),
    project: json('basis.json') as Projectopbouw, profiel: json('profiel.json') as Profiel, vandaag: '2026-10-01',
  });
  const uitslag = project && (await rekenDoor(merkVoorbeeld(project)));
  if (!uitslag?.ok) throw new Error('the example cannot be calculated');
  return uitslag.project;
}
