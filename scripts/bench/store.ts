/** The project file: a million rows in, a national project opened and prepared, backups and the difference between deliveries. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maakProject, openProject } from '../../electron/store/index.ts';
import { bereidVoor, voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { mediaan, type Meting } from './meting.ts';
import { NATIONAAL, verzonnenProject } from './project.ts';
import type { Uitslag } from './store-miljoen.ts';

const seconden = async (werk: () => unknown): Promise<number> => {
  const begin = performance.now();
  await werk();
  return (performance.now() - begin) / 1000;
};

async function* nationaal(map: string): AsyncGenerator<Meting> {
  const project = verzonnenProject(NATIONAAL);
  const pad = join(map, 'nationaal.arrangement');
  const json = JSON.stringify(project);
  const ijk = `JSON.parse ${(await mediaan(3, () => JSON.parse(json), 1)).toFixed(0)} ms`;
  yield { naam: 'nationaal: project maken van draagbare JSON', waarde: await seconden(async () => (await maakProject(pad, project)).sluit({ reservekopie: false })), eenheid: 's', ijk };
  yield {
    naam: 'nationaal: openen met controle, zonder rijen',
    waarde: (await mediaan(3, async () => {
      const bestand = await openProject(pad);
      bestand.projectZonderRijen();
      await bestand.sluit();
    })) / 1000,
    eenheid: 's', doel: { hoogstens: 2 }, ijk,
  };
  const bestand = await openProject(pad);
  yield { naam: 'nationaal: basis en uitstroom uit het bestand', waarde: (await mediaan(3, () => bestand.voorbereiding(voorbereider))) / 1000, eenheid: 's', doel: { hoogstens: 1.5 }, ijk: `uit het geheugen ${(await mediaan(3, () => bereidVoor(project))).toFixed(0)} ms` };
  yield { naam: 'nationaal: draagbaar project met 150 000 rijen lezen', waarde: await seconden(() => bestand.project()), eenheid: 's', ijk };
  const regels: number[] = [];
  for (let i = 0; i < 50; i++) {
    regels.push(await seconden(() => bestand.wijzig('Realisatie', (p) => void ((p.scenarios[0]?.arrangementen?.[i] ?? { realisatie: 0 }).realisatie = 0.5 + i / 1000))));
  }
  yield { naam: 'nationaal: één wijziging van een scenario bewaren', waarde: 1000 * (regels.sort((a, b) => a - b)[25] ?? Number.NaN), eenheid: 'ms', doel: { hoogstens: 50 } };
  await bestand.sluit({ reservekopie: false });
}

/** In a process of its own, so that its memory is its own. */
const miljoen = (map: string): Promise<Uitslag> =>
  new Promise((klaar, mislukt) => {
    const kind = fork(fileURLToPath(new URL('store-miljoen.ts', import.meta.url)), [map], { execArgv: [] });
    kind.on('message', (uitslag) => klaar(uitslag as Uitslag));
    kind.on('error', mislukt);
    kind.on('exit', (code) => code !== 0 && mislukt(new Error(`store-miljoen ended with ${code}`)));
  });

/** 1 000 000 indicaties in ≤ 6 s and ≤ 500 MB; opening a national project ≤ 2 s; basis and uitstroom from the file ≤ 1,5 s. */
export async function* store(): AsyncGenerator<Meting> {
  const map = mkdtempSync(join(tmpdir(), 'arrangement-bench-'));
  try {
    yield* nationaal(map);
    const m = await miljoen(map);
    yield { naam: '1 000 000 indicaties in het projectbestand', waarde: m.inlezen, eenheid: 's', doel: { hoogstens: 6 }, ijk: `dezelfde rijen maken ${m.maken.toFixed(1)} s` };
    yield { naam: '1 000 000 indicaties: grootste geheugen', waarde: m.megabytes, eenheid: 'MB', doel: { hoogstens: 500 } };
    yield { naam: '1 000 000 indicaties: projectbestand', waarde: statSync(join(map, 'miljoen.arrangement')).size / 1e6, eenheid: 'MB' };
    yield { naam: '1 000 000 indicaties: openen met controle', waarde: m.openen, eenheid: 's', doel: { hoogstens: 2 } };
    yield { naam: '1 000 000 indicaties: basis en uitstroom', waarde: m.voorbereiden, eenheid: 's' };
    yield { naam: '1 000 000 indicaties: verschil met vorige levering', waarde: m.verschil, eenheid: 's' };
    yield { naam: '1 000 000 indicaties: levering ongedaan maken', waarde: m.ongedaan, eenheid: 's' };
    yield { naam: '1 000 000 indicaties: gecontroleerde reservekopie', waarde: m.reservekopie, eenheid: 's' };
    yield { naam: '1 000 000 indicaties: volledige controle', waarde: m.controle, eenheid: 's' };
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
