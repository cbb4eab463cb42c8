/** Child of `store.ts`: a million indicaties into a new project file, in batches as a reader of files gives them. Sends its figures to its parent. */
import { join } from 'node:path';
import { maakProject, openProject } from '../../electron/store/index.ts';
import type { Indicatie } from '../../models/project/types.ts';
import { voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { NATIONAAL, verzonnenProject } from './project.ts';

export interface Uitslag { maken: number; inlezen: number; megabytes: number; openen: number; voorbereiden: number; verschil: number; ongedaan: number; reservekopie: number; controle: number }

const RIJEN = 1_000_000;
const PORTIE = 5_000;

const map = process.argv[2] as string;
const pad = join(map, 'miljoen.arrangement');
const project = verzonnenProject({ ...NATIONAAL, indicaties: 20_000 });
const voorbeelden = project.indicaties;

/** The same million every time, of fresh objects. */
function* porties(verschuiving: number): Generator<Indicatie[]> {
  for (let n = 0; n < RIJEN; n += PORTIE) {
    yield Array.from({ length: PORTIE }, (_, i) => ({ ...(voorbeelden[(n + i) % voorbeelden.length] as Indicatie), jeugdige: `j${(n + i).toString(36)}`, toewijzingnummer: `T${n + i + verschuiving}` }));
  }
}

const duur = async (werk: () => unknown): Promise<number> => {
  const begin = performance.now();
  await werk();
  return (performance.now() - begin) / 1000;
};

let bestand = await maakProject(pad, { ...project, indicaties: [] });
const laad = (controlegetal: string, verschuiving: number): void => {
  const invoer = bestand.invoer();
  invoer.begin({ soort: 'indicaties', bestand: `${controlegetal}.csv`, controlegetal });
  for (const portie of porties(verschuiving)) invoer.rijen('indicaties', portie);
  invoer.einde(null);
  invoer.bewaar();
};

const maken = await duur(() => {
  let aantal = 0;
  for (const portie of porties(0)) aantal += portie.length;
  if (aantal !== RIJEN) throw new Error(`${aantal} rows`);
});
const inlezen = (await duur(() => laad('eerste', 0))) - maken;
const megabytes = process.resourceUsage().maxRSS / 1024;
await bestand.sluit({ reservekopie: false });
const openen = await duur(async () => (bestand = await openProject(pad)).projectZonderRijen());
const voorbereiden = await duur(() => bestand.voorbereiding(voorbereider));
const reservekopie = await duur(() => bestand.reservekopie());
const controle = await duur(() => bestand.controleer());
laad('tweede', 60_000);
const verschil = await duur(() => bestand.verschil(bestand.leveringen()[0]?.id ?? 0));
const ongedaan = await duur(() => bestand.ongedaan());
await bestand.sluit({ reservekopie: false });
process.send?.({ maken, inlezen, megabytes, openen, voorbereiden, verschil, ongedaan, reservekopie, controle } satisfies Uitslag);
