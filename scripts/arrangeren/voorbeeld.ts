import { mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importeerBestanden } from '../../electron/service/importeren.ts';
import { rekenDoor } from '../../models/rekenen/bereken.ts';
import type { Profiel, Projectopbouw } from '../../models/invoer/types.ts';
import { merkVoorbeeld } from '../../templates/voorbeeld/merken.ts';
import { leesJson, schrijf } from './bestand.ts';
import { importverslag } from './importverslag.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { nietDoorTeRekenen } from './project.ts';
import { uitkomstentabel } from './uitkomstentabel.ts';
import { Voortgang } from './uitvoer.ts';

const VOORBEELD = fileURLToPath(new URL('../../templates/voorbeeld', import.meta.url));
const MERK = 'VOORBEELD – bedragen fictief';

/** `arrangeren voorbeeld`: the main job in one go, on the example that comes along. */
export const voorbeeld: Opdracht = {
  hulp: `arrangeren voorbeeld [--uit MAP]

Leest de bestanden van het voorbeeld Hengelo in, rekent drie scenario's door, maakt de werkmap met het voorstel, en laat zien wat eruit komt.
De scholen en leerlingaantallen zijn openbaar; jeugdigen, prijzen en beleid zijn verzonnen (templates/voorbeeld/LEESMIJ.md).

  --uit MAP   waar de bestanden komen (standaard voorbeeld-uit)`,
  opties: { uit: { type: 'string' } },

  async voerUit({ bestanden, waarde }) {
    if (bestanden.length > 0) throw new Gebruikersfout(`Het voorbeeld neemt geen bestanden aan; ${bestanden.join(', ')} is te veel.`);
    const uit = waarde('uit') ?? 'voorbeeld-uit';
    const begin = performance.now();
    await mkdir(uit, { recursive: true });
    const voortgang = new Voortgang();

    const namen = (await readdir(join(VOORBEELD, 'bestanden'))).sort();
    const { rapport, project: opbouw, vragen } = await importeerBestanden({
      bestanden: namen.map((naam) => join(VOORBEELD, 'bestanden', naam)),
      project: (await leesJson(join(VOORBEELD, 'basis.json'))) as Projectopbouw,
      profiel: (await leesJson(join(VOORBEELD, 'profiel.json'))) as Profiel,
      vandaag: '2026-10-01',
      voortgang: ({ bestand, stap }) => voortgang.toon(`${stap} ${bestand}`),
    });
    if (!opbouw) throw new Error(`het voorbeeld wordt niet ingelezen: ${JSON.stringify(vragen.length > 0 ? vragen : rapport)}`);
    const uitslag = await rekenDoor(merkVoorbeeld(opbouw));
    if (!uitslag.ok) throw nietDoorTeRekenen('Het voorbeeld', uitslag.fouten);
    const { project, berekening } = uitslag;

    const paden = { project: join(uit, 'voorbeeld-hengelo.json'), rapport: join(uit, 'voorbeeld-hengelo-import.json'), berekening: join(uit, 'voorbeeld-hengelo-uitkomst.json') };
    await schrijf(paden.project, `${JSON.stringify(project)}\n`);
    await schrijf(paden.rapport, `${JSON.stringify(rapport, null, 1)}\n`);
    await schrijf(paden.berekening, `${JSON.stringify(berekening, null, 1)}\n`);
    voortgang.klaar();

    console.log(`${MERK}\n\nInlezen\n\n${importverslag(rapport)}\n`);
    for (const { id } of project.scenarios) console.log(`${uitkomstentabel(project, berekening, id)}\n`);
    console.log(`${MERK}. Effect: V is goedkoper (voordelig), N is duurder (nadelig) dan het nulscenario; hele euro's.`);
    console.log(`\nGeschreven in ${((performance.now() - begin) / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} s:`);
    for (const pad of Object.values(paden)) console.log(`  ${relative('', pad)}`);
    return AFSLUITCODE.goed;
  },
};
