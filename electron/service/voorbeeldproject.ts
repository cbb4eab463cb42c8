/** The example Hengelo as a project file: its files are read the way any delivery is, and every invented figure is marked on the way in. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Doel, Profiel, Projectopbouw, Rijsoorten, Soort } from '../../models/invoer/types.ts';
import { merkVoorbeeld } from '../../templates/voorbeeld/merken.ts';
import { maakProject, type Maakopties, type Projectbestand } from '../store/index.ts';
import { Importgang } from './importgang.ts';
import type { Taak } from './taken.ts';

/** The day on which the example plays: its peildatum. */
const VANDAAG = '2026-10-01';

/** Takes rows as they come and passes them on marked as an example. */
function merkend(doel: Doel): Doel {
  return {
    nieuw: (nieuwelingen) => doel.nieuw(nieuwelingen),
    begin: (levering) => doel.begin(levering),
    rijen<S extends Soort>(soort: S, rijen: Rijsoorten[S][]) {
      const gemerkt = merkVoorbeeld({ formaat: 'collectief-arrangeren/1', naam: '', [soort]: rijen }) as unknown as Record<S, Rijsoorten[S][]>;
      doel.rijen(soort, gemerkt[soort]);
    },
    geweigerd: (rijen) => doel.geweigerd(rijen),
    hersteld: (bronrijen) => doel.hersteld(bronrijen),
    einde: (rapport) => doel.einde(rapport),
  };
}

/**
 * Makes the example at `pad` and opens it.
 * @param map folder with `basis.json`, `profiel.json` and `bestanden/`
 * @throws AbortError; Error when what comes along with the program cannot be read
 */
export async function maakVoorbeeld(pad: string, map: string, taak: Taak, opties: Maakopties): Promise<Projectbestand> {
  const lees = async (naam: string): Promise<unknown> => JSON.parse(await readFile(join(map, naam), 'utf8'));
  const namen = (await readdir(join(map, 'bestanden'))).sort();
  const basis: Projectopbouw = { gemeenten: [], scholen: [], leerlingen: [], producten: [], indicaties: [], ...((await lees('basis.json')) as Projectopbouw) };
  const bestand = await maakProject(pad, basis, opties);
  const gang = new Importgang(bestand, namen.map((naam) => join(map, 'bestanden', naam)), { vandaag: VANDAAG, bewerk: merkend });
  try {
    const { vragen } = await gang.lees((await lees('profiel.json')) as Profiel, taak);
    if (vragen.length > 0) throw new Error(`the example has ${vragen.length} questions`);
    gang.bewaar();
    return bestand;
  } catch (fout) {
    gang.breekAf();
    await bestand.sluit({ reservekopie: false });
    throw fout;
  }
}
