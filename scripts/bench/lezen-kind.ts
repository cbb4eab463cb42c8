/** Child of `lezen.ts`: reads one file in one way, in a process of its own so that its memory is its own. Sends its figures to its parent. */
import { openBron } from '../../electron/exchange/lezen/bron.ts';
import { verken } from '../../electron/exchange/lezen/inlezen.ts';
import { maakProject } from '../../electron/store/index.ts';
import type { Doel } from '../../models/invoer/types.ts';
import type { Project } from '../../models/project/types.ts';

export interface Leesuitslag { rijen: number; verkennen: number; inlezen: number; megabytes: number }

const [hoe = '', projectpad = '', ...paden] = process.argv.slice(2);

const nu = (): number => performance.now() / 1000;
const megabytes = (): number => process.resourceUsage().maxRSS / 1024;

async function cellen(pad: string): Promise<Leesuitslag> {
  const bron = await openBron(pad);
  const begin = nu();
  let rijen = 0;
  for await (const stapel of bron.bladen[0]?.rijen() ?? []) rijen += stapel.length;
  const inlezen = nu() - begin;
  await bron.sluit();
  return { rijen, verkennen: 0, inlezen, megabytes: megabytes() };
}

class Teller implements Doel {
  aantal = 0;
  nieuw(): void {}
  begin(): void {}
  rijen(_: unknown, rijen: readonly unknown[]): void {
    this.aantal += rijen.length;
  }
  geweigerd(): void {}
  hersteld(): void {}
  einde(): void {}
}

async function importeer(inBestand: boolean): Promise<Leesuitslag> {
  const begin = nu();
  const bekend = { gemeenten: [], scholen: [], producten: [] };
  const verkenning = await verken({ bestanden: paden, bekend, profiel: {}, nieuw: true, vandaag: '2026-11-01' });
  if (verkenning.vragen.length > 0) throw new Error(verkenning.vragen[0]?.tekst);
  const verkennen = nu() - begin;
  const bestand = inBestand ? await maakProject(projectpad, { formaat: 'collectief-arrangeren/1', naam: 'Bench', ...bekend, leerlingen: [], indicaties: [], scenarios: [] } as unknown as Project) : undefined;
  const invoer = bestand?.invoer();
  const teller = new Teller();
  const start = nu();
  const { rapport } = await verkenning.leesIn(invoer ?? teller);
  invoer?.bewaar();
  const inlezen = nu() - start;
  const uitslag = { rijen: rapport.bestanden.reduce((n, r) => n + r.geaccepteerd, 0), verkennen, inlezen, megabytes: megabytes() };
  await bestand?.sluit({ reservekopie: false });
  await verkenning.sluit();
  return uitslag;
}

process.send?.(hoe === 'cellen' ? await cellen(paden[0] ?? '') : await importeer(hoe === 'projectbestand'));
