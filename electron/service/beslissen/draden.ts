/** Calculating off the thread that listens: one thread for a question, several for draws. Cancelling ends the threads at once; they hold nothing that could be lost. */
import { Worker } from 'node:worker_threads';
import type { Beslisbasis } from '../../../models/beslissen/basis.ts';
import { aaneen, type Reeksen, type Trekkingsplan } from '../../../models/beslissen/trekkingen.ts';
import type { Zekerheid } from '../../../models/beslissen/types.ts';
import { zekerheidVan } from '../../../models/beslissen/zekerheid.ts';
import type { Meld } from '../../../models/bescherming/publiceer.ts';
import type { ProjectZonderRijen } from '../../../models/project/types.ts';
import type { Rekenresultaat } from '../../../models/rekenen/bereken.ts';
import type { Voorbereiding } from '../../../models/rekenen/types.ts';
import { lijn } from '../draad.ts';
import type { Vraaginvoer, Vraagnaam, Vraaguitslag } from './vragen.ts';

/** What a thread gets: plain data without rows. */
export interface Draadgegevens { project: ProjectZonderRijen; voorbereiding: Voorbereiding; scenario: string }

interface Rekendraad {
  vraag(naam: Vraagnaam, invoer: unknown): Promise<unknown>;
  begin(plan: Trekkingsplan): Promise<Rekenresultaat<object>>;
  trek(van: number, tot: number): Promise<Rekenresultaat<{ reeksen: Reeksen }>>;
}
const NAMEN = ['vraag', 'begin', 'trek'] as const satisfies readonly (keyof Rekendraad)[];

/** What a thread may ask of who started it. */
export interface Rekenthuis { meld: Meld }

/** The program of a thread: beside this file, as source or as the build made of it. */
const PROGRAMMA = new URL(import.meta.url.endsWith('.ts') ? './rekendraad.ts' : './rekendraad.js', import.meta.url);

/** Runs work on so many threads and ends them whatever happens. @throws AbortError, or what a thread died of */
async function metDraden<T>(aantal: number, { project, ...rest }: Draadgegevens, signal: AbortSignal | undefined, werk: (draden: Rekendraad[]) => Promise<T>, meld?: Meld): Promise<T> {
  signal?.throwIfAborted();
  const { indicaties: _i, declaraties: _d, aggregaten: _a, ...zonderRijen } = project as ProjectZonderRijen & Record<'indicaties' | 'declaraties' | 'aggregaten', unknown>;
  const workerData: Draadgegevens = { ...rest, project: zonderRijen };
  const gestart = Array.from({ length: aantal }, () => {
    const werker = new Worker(PROGRAMMA, { workerData, name: 'rekenen' });
    const verbinding = lijn<Rekendraad>(werker, { meld: (wat: string) => meld?.(wat) } satisfies Rekenthuis, NAMEN);
    werker.on('error', (fout: Error) => verbinding.verbreek(fout));
    werker.on('exit', () => verbinding.verbreek(new Error('the calculating thread ended before its work was done')));
    return { werker, verbinding };
  });
  const stop = (): void => {
    for (const { verbinding } of gestart) verbinding.verbreek(signal?.reason instanceof Error ? signal.reason : new DOMException('cancelled', 'AbortError'));
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await werk(gestart.map(({ verbinding }) => verbinding.ander));
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(gestart.map(({ werker }) => werker.terminate()));
  }
}

/** The answer to a question, from a thread of its own. @param meld told what it is doing, where the question says so */
export const vraagInDraad = <N extends Vraagnaam>(gegevens: Draadgegevens, naam: N, invoer: Vraaginvoer<N>, signal?: AbortSignal, meld?: Meld): Promise<Vraaguitslag<N>> =>
  metDraden(1, gegevens, signal, async ([draad]) => (await draad!.vraag(naam, invoer)) as Vraaguitslag<N>, meld);

export interface Trekopties {
  draden: number;
  signal?: AbortSignal | undefined;
  /** @param deel 0..1 */
  voortgang?: (deel: number) => void;
}

/** Parts per thread: enough to show progress and to let the fast one do more. */
const PARTEN = 8;

/** Zekerheid with the draws divided over threads: the same figures for any number of them. @throws AbortError */
export async function zekerheidOpDraden(basis: Beslisbasis, plan: Trekkingsplan, { draden, signal, voortgang }: Trekopties): Promise<Rekenresultaat<{ uitslag: Zekerheid }>> {
  const gegevens: Draadgegevens = { project: { ...basis.project, scenarios: [basis.scenario] }, voorbereiding: basis.voorbereiding, scenario: basis.scenario.id };
  return metDraden(draden, gegevens, signal, async (lijst) => {
    const begonnen = await Promise.all(lijst.map((draad) => draad.begin(plan)));
    const mislukt = begonnen.find((begin) => !begin.ok);
    if (mislukt && !mislukt.ok) return mislukt;

    const part = Math.max(1, Math.ceil(plan.trekkingen / (PARTEN * draden)));
    const delen: Rekenresultaat<{ reeksen: Reeksen }>[] = [];
    let volgende = 0;
    let klaar = 0;
    await Promise.all(lijst.map(async (draad) => {
      for (let nummer = volgende++; nummer * part < plan.trekkingen; nummer = volgende++) {
        const [van, tot] = [nummer * part, Math.min(plan.trekkingen, (nummer + 1) * part)];
        delen[nummer] = await draad.trek(van, tot);
        klaar += tot - van;
        voortgang?.(klaar / plan.trekkingen);
      }
    }));
    const reeksen: Reeksen[] = [];
    for (const deel of delen) {
      if (!deel.ok) return deel;
      reeksen.push(deel.reeksen);
    }
    return { ok: true, uitslag: zekerheidVan(basis, plan, aaneen(reeksen)) };
  });
}
