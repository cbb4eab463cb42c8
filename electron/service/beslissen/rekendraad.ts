/** A thread that calculates for one scenario: it has the prepared data of the project, answers questions, and makes draws. Started by `draden.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { beslisbasis } from '../../../models/beslissen/basis.ts';
import type { Reeksen, Trekker, Trekkingsplan } from '../../../models/beslissen/trekkingen.ts';
import { maakZekerheid } from '../../../models/beslissen/zekerheid.ts';
import type { Rekenresultaat } from '../../../models/rekenen/bereken.ts';
import { lijn } from '../draad.ts';
import type { Draadgegevens, Rekenthuis } from './draden.ts';
import { VRAGEN, type Vraagnaam } from './vragen.ts';

if (!parentPort) throw new Error('rekendraad.ts is started as a worker thread only');

const { project, voorbereiding, scenario } = workerData as Draadgegevens;
const basis = beslisbasis(project, voorbereiding, scenario);
let trekker: Trekker | undefined;

/** Milliseconds between two reports of what is being done. */
const TUSSENPOOS = 80;
let laatst = Number.NEGATIVE_INFINITY;
const meld = (wat: string): void => {
  if (performance.now() - laatst < TUSSENPOOS) return;
  laatst = performance.now();
  void thuis.meld(wat);
};

const { ander: thuis } = lijn<Rekenthuis>(parentPort, {
  async vraag(naam: Vraagnaam, invoer: never): Promise<unknown> {
    const gemaakt = await basis;
    return gemaakt.ok ? VRAGEN[naam](gemaakt.basis, invoer, meld) : gemaakt;
  },
  async begin(plan: Trekkingsplan): Promise<Rekenresultaat<object>> {
    const gemaakt = await basis;
    if (!gemaakt.ok) return gemaakt;
    const resultaat = maakZekerheid(gemaakt.basis, plan);
    if (!resultaat.ok) return resultaat;
    trekker = resultaat.trekker;
    return { ok: true };
  },
  trek(van: number, tot: number): Rekenresultaat<{ reeksen: Reeksen }> {
    if (!trekker) throw new Error('trek before begin');
    return trekker.reken(van, tot);
  },
}, ['meld']);
