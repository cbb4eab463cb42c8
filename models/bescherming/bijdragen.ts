/**
 * What contributions tell (rekenmodel 6): by a key, an amount per gemeente is a share of a known cost, and the share follows from its pupils, jeugdigen or
 * cost at the schools of a pool. A share is a quotient, so it is an unknown of its own (in hundred-thousandths), tied to what it is made of by `kennis`.
 */
import { isFormule, ingroeiVanaf, opgeteldTotEen, verdelingVan } from '../project/standaard.ts';
import { sha256 } from '../project/sha256.ts';
import type { Sleutel, Sleutelvariabele } from '../project/types.ts';
import type { Evaluatie } from '../rekenen/evalueer.ts';
import { maximumPerInwonerIn, ingroeiaandeel } from '../rekenen/ingroei.ts';
import type { Pool } from '../rekenen/verdeling.ts';
import { somVan, waardeVan } from './termen.ts';
import type { Onbekende, Relatie, Termen } from './types.ts';

type Delen = (readonly [plek: number, coef: number])[];
/** What keys measure that is not public. */
export type Meetbaar = 'leerlingen' | 'jeugdigen' | 'kosten';
const isMeetbaar = (variabele: string): variabele is Meetbaar => variabele === 'leerlingen' || variabele === 'jeugdigen' || variabele === 'kosten';
const DEEL = 1e5;

/** Where the unknowns of a school and gemeente stand. */
export interface Plekken {
  /** A variable of a gemeente over schools. */
  meting(variabele: Meetbaar, scholen: readonly number[], gemeente: number, vervangbaar: (school: number, product: number) => number): Termen;
  /** The place of the unknown of this name, which is made when there is none yet. */
  nieuw(onbekende: Onbekende): number;
  /** Code of a gemeente. */
  gemeente(nummer: number): string;
  onbekenden: readonly Onbekende[];
}

/** Shares of a variable over gemeenten, or the variable itself where a formula uses it. */
export interface Verhouding {
  variabele: Meetbaar;
  scholen: readonly number[];
  /** What is measured, and the unknown share, per gemeente. */
  delen: { termen: Termen; aandeel: number | undefined }[];
}

/** The relation between shares and what they are made of. @param dicht whether the figures of these schools are hidden */
export function kennisVan({ delen }: Verhouding, onbekenden: readonly Onbekende[], dicht: boolean): Relatie[] {
  const alle = somVan(delen.flatMap(({ termen }) => termen.plek.map((plek, i) => [plek, termen.coef[i] as number] as const)));
  const totaal = waardeVan(alle, onbekenden);
  if (delen.some(({ aandeel }) => aandeel === undefined)) return delen.map(({ termen }) => ({ termen, waarde: waardeVan(termen, onbekenden) }));
  // Where the total is shown, or nearly, it is taken to be known; where it is hidden, the shares are. Either way the reader is taken to know more.
  return dicht
    ? delen.flatMap(({ termen, aandeel }) => {
        const deel = (onbekenden[aandeel as number] as Onbekende).waarde;
        const over = somVan([...termen.plek.map((plek, i) => [plek, termen.coef[i] as number] as const), ...alle.plek.map((plek, i) => [plek, (-(alle.coef[i] as number) * deel) / DEEL] as const)]);
        return [{ termen: { plek: [aandeel as number], coef: [1] }, waarde: deel }, { termen: over, waarde: 0 }];
      })
    : [{ termen: alle, waarde: totaal }, ...delen.map(({ termen, aandeel }) => ({
        termen: somVan([...termen.plek.map((plek, i) => [plek, termen.coef[i] as number] as const), [aandeel as number, -totaal / DEEL] as const]), waarde: 0,
      }))];
}

/** Shares of a variable over gemeenten; undefined where all are 0. */
export function verhouding(variabele: Meetbaar, scholen: readonly number[], gemeenten: readonly number[], plekken: Plekken, vervangbaar: (school: number, product: number) => number): Verhouding | undefined {
  const termen = gemeenten.map((g) => plekken.meting(variabele, scholen, g, vervangbaar));
  const waarden = termen.map((t) => waardeVan(t, plekken.onbekenden));
  const totaal = waarden.reduce((a, b) => a + b, 0);
  if (!(totaal > 0)) return undefined;
  const inhoud = termen.map(({ plek, coef }) => plek.map((p, i) => `${plekken.onbekenden[p]?.naam} ${(coef[i] as number).toPrecision(11)}`));
  // Named by what it is a share of what: the same share in another scenario or export is the same unknown.
  const alle = sha256(JSON.stringify(inhoud)).slice(0, 24);
  const namen = gemeenten.map((g) => `aandeel ${alle} ${plekken.gemeente(g)}`);
  return { variabele, scholen, delen: termen.map((t, i) => ({ termen: t, aandeel: plekken.nieuw({ naam: namen[i] as string, geheel: false, hulp: true, waarde: ((waarden[i] as number) / totaal) * DEEL }) })) };
}

/** Euros per share: what a share of the whole of an amount adds to a sum. */
export const metAandeel = (aandeel: number, bedrag: number): readonly [number, number] => [aandeel, bedrag / DEEL];

export interface Bijdragetermen {
  /** Per gemeente and year, at `gemeente · jaren + y`: what depends on unknowns. The rest of the contribution is constant. */
  termen: Delen[];
  verhoudingen: Verhouding[];
  /** Sums that are known where the contribution is: of the reference and the target of a bounded ingroei. */
  extra: { gemeente: number; termen: Termen }[];
}

/** @param aantalGemeenten of the project */
export function bijdragetermen(e: Evaluatie, aantalGemeenten: number, plekken: Plekken): Bijdragetermen {
  const Y = e.kader.jaren.length;
  const leeg = (): Delen[] => Array.from({ length: aantalGemeenten * Y }, () => []);
  const uit: Bijdragetermen = { termen: leeg(), verhoudingen: [], extra: [] };
  const { ingroei } = verdelingVan(e.scenario);
  const begrensd = ingroei !== undefined && e.kader.jaren.some((_, y) => maximumPerInwonerIn(ingroei, y) !== undefined);
  const effectVan = new Map(e.effecten.map((effect) => [effect.school, effect]));
  const vervangbaar = (school: number, product: number): number => effectVan.get(school)?.vervangbaar[product] ?? 0;
  const gemaakt = new Map<string, Verhouding | undefined>();
  const doel = leeg();
  const ref = leeg();

  const verhoudingVan = (variabele: Meetbaar, pool: Pool, elk: boolean): Verhouding | undefined => {
    const code = `${variabele} ${pool.bereik} ${elk}`;
    if (gemaakt.has(code)) return gemaakt.get(code);
    const scholen = pool.bereik === 'regio' ? [...effectVan.keys()] : [pool.bereik];
    const nieuw = elk
      ? { variabele, scholen, delen: e.deelnemers.map((g) => ({ termen: plekken.meting(variabele, scholen, g, vervangbaar), aandeel: undefined })) }
      : verhouding(variabele, scholen, e.deelnemers, plekken, vervangbaar);
    gemaakt.set(code, nieuw);
    if (nieuw) uit.verhoudingen.push(nieuw);
    return nieuw;
  };
  const telSleutel = (naar: Delen[], sleutel: Sleutel, pool: Pool, weging: (y: number) => number): void => {
    if (isFormule(sleutel)) {
      // What a formula makes of its variables is not a sum: the reader is taken to know the variables.
      for (const variabele of ['leerlingen', 'jeugdigen', 'kosten'] as const) if (new RegExp(`\\b${variabele}\\b`).test(sleutel.formule)) verhoudingVan(variabele, pool, true);
      return;
    }
    for (const [variabele, gewicht] of Object.entries(opgeteldTotEen(sleutel)) as [Sleutelvariabele, number][]) {
      if (gewicht === 0 || !isMeetbaar(variabele)) continue;
      const aandelen = verhoudingVan(variabele, pool, false) ?? verhoudingVan('leerlingen', pool, false);
      aandelen?.delen.forEach(({ aandeel }, i) => {
        for (let y = 0; y < Y; y++) {
          const bedrag = gewicht * (pool.bedrag[y] as number) * weging(y);
          if (bedrag !== 0) naar[(e.deelnemers[i] as number) * Y + y]?.push(metAandeel(aandeel as number, bedrag));
        }
      });
    }
  };
  for (const pool of e.verdeeld.pools) {
    if (pool.eigenSleutel || !ingroei) telSleutel(uit.termen, pool.sleutel, pool, () => 1);
    else if (begrensd) {
      telSleutel(doel, pool.sleutel, pool, () => 1);
      telSleutel(ref, ingroeiVanaf(ingroei), pool, () => 1);
    } else {
      telSleutel(uit.termen, pool.sleutel, pool, (y) => ingroeiaandeel(ingroei, y));
      telSleutel(uit.termen, ingroeiVanaf(ingroei), pool, (y) => 1 - ingroeiaandeel(ingroei, y));
    }
  }
  for (const lijst of [doel, ref]) lijst.forEach((delen, i) => delen.length > 0 && uit.extra.push({ gemeente: Math.floor(i / Y), termen: somVan(delen) }));
  telGasten(e, aantalGemeenten, plekken, uit);
  return uit;
}

/** What gemeenten that do not take part pay is a price per pupil: known per arrangement from assumptions and cost lines. */
function telGasten(e: Evaluatie, G: number, plekken: Plekken, uit: Bijdragetermen): void {
  const Y = e.kader.jaren.length;
  if (e.gasten.verlaging.every((deel) => deel === 0)) return;
  const gasten = Array.from({ length: G }, (_, g) => g).filter((g) => !e.isDeelnemer[g]);
  e.effecten.forEach((effect, a) => {
    const termen = gasten.map((g) => plekken.meting('leerlingen', [effect.school], g, () => 0));
    const leerlingen = termen.reduce((som, t) => som + waardeVan(t, plekken.onbekenden), 0);
    if (leerlingen === 0) return;
    let opMaximum = false;
    for (let y = 0; y < Y; y++) {
      const ruimte = e.regels.reduce((som, r) => som + (r.arrangement === a ? (r.perJaar[y] as number) * r.aandeelGemeenten : 0), 0);
      const deel = e.gasten.verlaging[a * Y + y] as number;
      if (deel > 1 - 1e-9) opMaximum = true;
      const perHoofd = (deel * ruimte) / leerlingen;
      gasten.forEach((g, i) => (termen[i] as Termen).plek.forEach((plek, k) => uit.termen[g * Y + y]?.push([plek, perHoofd * ((termen[i] as Termen).coef[k] as number)])));
    }
    // Scaled down to the cost of the school, the price depends on how many there are: then that is taken to be known.
    if (opMaximum) uit.extra.push({ gemeente: gasten[0] as number, termen: somVan(termen.flatMap((t) => t.plek.map((plek, k) => [plek, t.coef[k] as number] as const))) });
  });
}
