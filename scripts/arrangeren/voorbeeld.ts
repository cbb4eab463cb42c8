import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importeerBestanden } from '../../electron/service/importeren.ts';
import { maakVoorstel } from '../../electron/service/voorstel.ts';
import { rekenDoor } from '../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import type { Profiel, Projectopbouw } from '../../models/invoer/types.ts';
import { isDeelnemer } from '../../models/project/standaard.ts';
import type { Project } from '../../models/project/types.ts';
import { merkVoorbeeld } from '../../templates/voorbeeld/merken.ts';
import { leesJson, maakMap, schrijf, type Inhoud } from './bestand.ts';
import { importverslag } from './importverslag.ts';
import { AFSLUITCODE, Gebruikersfout, type Opdracht } from './opdracht.ts';
import { PROGRAMMA } from './programma.ts';
import { projectJson } from './project.ts';
import { heel, tabel } from './tabel.ts';
import { uitkomstentabel } from './uitkomstentabel.ts';
import { Voortgang } from './uitvoer.ts';

const VOORBEELD = fileURLToPath(new URL('../../templates/voorbeeld', import.meta.url));
const MERK = 'VOORBEELD – bedragen fictief';
/** The day on which the example plays, so that it comes out the same every day. */
const DAG = '2026-10-01';
/** The scenario that the workbook is of. */
const SCENARIO = 'alle-scholen';

/** Distinct jeugdigen with a running indicatie per participant, in words. */
function jeugdigenPerDeelnemer(project: Project): string {
  const { gemeente, aantal } = bereidVoor(project).jeugdigen;
  const telling = (g: number): number => aantal.reduce((som, n, i) => (gemeente[i] === g ? som + n : som), 0);
  return project.gemeenten.flatMap((g, i) => (isDeelnemer(g) ? [`${g.naam} ${heel(telling(i))}`] : [])).join(', ');
}

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
    await maakMap(uit);
    const voortgang = new Voortgang();

    const namen = (await readdir(join(VOORBEELD, 'bestanden'))).sort();
    const { rapport, project: opbouw, vragen } = await importeerBestanden({
      bestanden: namen.map((naam) => join(VOORBEELD, 'bestanden', naam)),
      project: (await leesJson(join(VOORBEELD, 'basis.json'))) as Projectopbouw,
      profiel: (await leesJson(join(VOORBEELD, 'profiel.json'))) as Profiel,
      vandaag: DAG,
      voortgang: ({ bestand, stap }) => voortgang.toon(`${stap} ${bestand}`),
    });
    if (!opbouw) throw new Error(`het voorbeeld wordt niet ingelezen: ${JSON.stringify(vragen.length > 0 ? vragen : rapport)}`);
    const uitslag = await rekenDoor(merkVoorbeeld(opbouw));
    if (!uitslag.ok) throw new Error(`het voorbeeld wordt niet doorgerekend: ${JSON.stringify(uitslag.fouten)}`);
    const { project, berekening } = uitslag;

    voortgang.toon('werkmap maken');
    const voorstel = await maakVoorstel(project, SCENARIO, { lezer: 'intern', moment: new Date(`${DAG}T12:00:00Z`), programma: PROGRAMMA });
    if (!voorstel.ok) throw new Error(`van het voorbeeld wordt geen werkmap gemaakt: ${JSON.stringify(voorstel.fouten)}`);

    const geschreven: [naam: string, wat: string, inhoud: Inhoud][] = [
      ['voorbeeld-hengelo-voorstel.xlsx', `de werkmap met het voorstel, voor lezer intern: ${project.scenarios.find((s) => s.id === SCENARIO)?.naam}`, voorstel.werkmap],
      ['voorbeeld-hengelo-uitkomst.json', 'alle uitkomsten', `${JSON.stringify(berekening, null, 1)}\n`],
      ['voorbeeld-hengelo-import.json', 'het verslag van het inlezen', `${JSON.stringify(rapport, null, 1)}\n`],
      ['voorbeeld-hengelo.json', 'het project', projectJson(project)],
    ];
    for (const [naam, , inhoud] of geschreven) await schrijf(join(uit, naam), inhoud);
    voortgang.klaar();

    console.log(`${MERK}\n\nInlezen\n\n${importverslag(rapport)}\n`);
    console.log(`Jeugdigen met jeugdhulp op ${DAG}: ${jeugdigenPerDeelnemer(project)}. De bron schat er meer, met een achtste locatie erbij; zie templates/voorbeeld/LEESMIJ.md.\n`);
    for (const { id } of project.scenarios) console.log(`${uitkomstentabel(project, berekening, id)}\n`);
    console.log(`${MERK}. Effect: V is goedkoper (voordelig), N is duurder (nadelig) dan het nulscenario; hele euro's.`);
    console.log(`${berekening.waarschuwingen.length} waarschuwingen, vooral over uitgangspunten die een voorbeeld zijn; ze staan bij de uitkomsten.`);
    console.log(`\nGeschreven in ${((performance.now() - begin) / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} s:`);
    console.log(tabel(geschreven.map(([naam, wat]) => [`  ${join(uit, naam)}`, wat]), 2));
    return AFSLUITCODE.goed;
  },
};
