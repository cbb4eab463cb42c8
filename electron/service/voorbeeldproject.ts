/** The example Hengelo, read from its files the way any delivery is. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profiel, Projectopbouw } from '../../models/invoer/types.ts';
import { merkVoorbeeld } from '../../templates/voorbeeld/merken.ts';
import { importeerBestanden } from './importeren.ts';

/** The day on which the example plays: its peildatum. */
const VANDAAG = '2026-10-01';

/** @param map folder with `basis.json`, `profiel.json` and `bestanden/`; throws when what comes along with the program cannot be read */
export async function voorbeeldproject(map: string, { signal, voortgang }: { signal?: AbortSignal; voortgang?: (deel: number, wat: string) => void } = {}): Promise<Projectopbouw> {
  const lees = async (naam: string): Promise<unknown> => JSON.parse(await readFile(join(map, naam), 'utf8'));
  const namen = (await readdir(join(map, 'bestanden'))).sort();
  const { project, rapport, vragen } = await importeerBestanden({
    bestanden: namen.map((naam) => join(map, 'bestanden', naam)),
    project: (await lees('basis.json')) as Projectopbouw,
    profiel: (await lees('profiel.json')) as Profiel,
    vandaag: VANDAAG,
    signal,
    voortgang: ({ bestand, deel }) => voortgang?.(deel, `${bestand} inlezen`),
  });
  if (!project) throw new Error(`the example is not read: ${vragen.length} questions, ${rapport.bestanden.length} tables`);
  return merkVoorbeeld(project);
}
