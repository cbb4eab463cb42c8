/**
 * −R + O and existing arrangements per draw. Arrangementen that release alike in every draw (same place, months, run-off and effect on the rest) are one
 * *klasse*: the basis of their cells is added up per product, so that months and years are walked for all of them together. What of a cell is replaced, r·e,
 * is added up once as well, and only multiplied as long as a draw moves it everywhere by one factor and pushes no share over 1.
 */
import { effectOverigVan, uitstroomVan, vervangbaarVan, vervangtBestaandVan } from '../../project/standaard.ts';
import type { Arrangement, Product } from '../../project/types.ts';
import { vervangenMaanden } from '../../rekenen/bestaand.ts';
import { opbouwfactor } from '../../rekenen/effect.ts';
import type { Gegevens } from '../../rekenen/gegevens.ts';
import { maandenIn, type Kader, type Periode } from '../../rekenen/kader.ts';
import { maandenSindsStart, vrijInMaand, vrijvalbronnen, type Vrijvalreeks } from '../../rekenen/vrijval.ts';
import type { Beslisbasis } from '../basis.ts';
import { PLEK } from '../parameters.ts';
import type { Plaats } from './plaatsen.ts';
import { verlater } from './verlater.ts';

/** All that depends on the start alone. */
interface Termijn {
  /** Months since the start by the beginning and the end of each year. */
  begin: number[];
  eind: number[];
  /** H of rekenmodel 5 per year. */
  opbouw: number[];
  /** q(k) of each product of the class at `k · producten + product`, of all to the length of the longest. */
  q: Float64Array;
  /** What existing arrangements no longer cost, before the index of wages, at `gemeente · jaren + y`; undefined where nothing is replaced. */
  bestaand: Float64Array | undefined;
  /** Room for how heavily each month of q weighs; zeros between uses. */
  weging: Float64Array;
  /** F at `y · producten + product`, for remaining durations × `factor`. */
  vrijval: Float64Array;
  factor: number;
}

/** The cells of an arrangement and a product that it replaces: those of pair i are `van[i]` up to `van[i + 1]`. */
interface Paren {
  /** Per pair: number of the arrangement in the class, e and r. */
  lid: Int32Array;
  realisatie: Float64Array;
  vervangbaar: Float64Array;
  van: Int32Array;
  /** Per cell: place in `vervangen`, and basis. */
  plek: Int32Array;
  basis: Float64Array;
}

interface Klasse {
  /** Where its months, run-off and indexes come from; and, per arrangement, its r and e. */
  plaats: Plaats;
  leden: { arrangement: Arrangement; school: number; aandeel: Plaats }[];
  /** Indexes of gemeenten with a cell and of products that are replaced; whether a product is indexed by loon (1). */
  gemeenten: Int32Array;
  producten: Int32Array;
  loon: Int32Array;
  /** Σ basis·r·e at `product · gemeenten + gemeente` of the class; Σ basis at `index · gemeenten + gemeente`, index 0 by prijs, 1 by loon. */
  vervangen: Float64Array;
  geheel: Float64Array;
  paren: Paren;
  /** Greatest e and r of a pair. */
  hoogste: { realisatie: number; vervangbaar: number };
  termijnen: Map<number, Termijn>;
}

/** Places of an arrangement: for its months, run-off and indexes (`klasse`), and for its r and e (`aandeel`). Arrangementen may share them. */
export interface Zorgplaatsen { klasse(arrangement: number): Plaats; aandeel(arrangement: number): Plaats }

/** @returns adds, for the present values of the places, −R + O and existing to the effect at `gemeente · jaren + y` */
export function zorgrekenaar(basis: Beslisbasis, kader: Kader, isInbegrepen: readonly boolean[], plaatsen: Zorgplaatsen): (naar: Float64Array) => void {
  const { gegevens, scenario, project } = basis;
  const Y = kader.jaren.length;
  const bronVan = vrijvalbronnen(project.uitgangspunten, gegevens.uitstroom);
  const klassen = maakKlassen(scenario.arrangementen, gegevens, isInbegrepen, plaatsen);
  const [meesteGemeenten, meesteCellen] = [gegevens.gemeenten.length, gegevens.gemeenten.length * gegevens.producten.length];
  const vervangen = new Float64Array(meesteCellen);
  const bedrag = new Float64Array(meesteGemeenten);
  const overig: [Float64Array, Float64Array] = [new Float64Array(Y), new Float64Array(Y)];

  function termijnVan(k: Klasse, vertraging: number): Termijn {
    let termijn = k.termijnen.get(vertraging);
    if (!termijn) {
      const eerste = k.leden[0]!.arrangement;
      const { arrangement, periode } = verlater(basis, eerste, vertraging);
      const { bron } = bronVan(arrangement, 1);
      const maanden = kader.jaren.map((_, y) => maandenSindsStart(periode, kader, y));
      const { jaren } = effectOverigVan(eerste);
      const reeksen = Array.from(k.producten, (p) => bron((gegevens.producten[p] as Product).code));
      const langste = reeksen.reduce((n, reeks) => Math.max(n, (reeks?.length ?? 1) - 1), 0);
      k.termijnen.set(vertraging, (termijn = {
        q: qVan(reeksen, langste),
        weging: new Float64Array(langste + 2),
        begin: maanden.map(([begin]) => begin),
        eind: maanden.map(([, eind]) => eind),
        opbouw: kader.jaren.map((_, y) => opbouwfactor(jaren, periode, kader, y)),
        bestaand: vervangtBestaandVan(eerste) ? bestaandVoor(k.leden.map(({ school }) => school), periode, gegevens, kader) : undefined,
        vrijval: new Float64Array(k.producten.length * Y),
        factor: Number.NaN,
      }));
    }
    return termijn;
  }

  return (naar) => {
    for (const k of klassen) {
      const { plaats, gemeenten, loon, geheel } = k;
      const termijn = termijnVan(k, plaats.waarden[PLEK.startvertraging] as number);
      const nG = gemeenten.length;
      const nP = loon.length;
      zetVrijval(termijn, plaats.waarden[PLEK.uitstroomFactor] as number, nP, Y);
      zetVervangen(k, vervangen);
      const aandeel = effectOverigVan(k.leden[0]!.arrangement).aandeel + (plaats.waarden[PLEK.effectOverigDelta] as number);
      for (let i = 0; i < 2; i++) for (let y = 0; y < Y; y++) overig[i]![y] = aandeel * (termijn.opbouw[y] as number) * (plaats.product[i]![y] as number);

      for (let y = 0; y < Y; y++) {
        bedrag.fill(0, 0, nG);
        for (let p = 0; p < nP; p++) {
          // What a euro of replaced basis does: it stops at F, and is no longer among the rest.
          const index = loon[p] as 0 | 1;
          const gewicht = -((termijn.vrijval[y * nP + p] as number) * (plaats.product[index][y] as number) + (overig[index][y] as number));
          if (gewicht === 0) continue;
          for (let g = 0, plek = p * nG; g < nG; g++, plek++) bedrag[g]! += gewicht * (vervangen[plek] as number);
        }
        const [prijs, lonen] = [overig[0][y] as number, overig[1][y] as number];
        for (let g = 0; g < nG; g++) naar[(gemeenten[g] as number) * Y + y]! += (bedrag[g] as number) + prijs * (geheel[g] as number) + lonen * (geheel[nG + g] as number);
      }
      if (termijn.bestaand) for (let i = 0; i < termijn.bestaand.length; i++) naar[i]! -= (termijn.bestaand[i] as number) * (plaats.loon[i % Y] as number);
    }
  };
}

/** Σ basis·r·e in the present draw, at `product · gemeenten + gemeente` of the class. */
function zetVervangen({ leden, paren, hoogste, vervangen, gemeenten, producten }: Klasse, naar: Float64Array): void {
  const [realisatie, vervangbaar] = factorenVan(leden[0]!.aandeel);
  const lengte = gemeenten.length * producten.length;
  const samen = leden.every(({ aandeel }) => aandeel === leden[0]!.aandeel);
  if (samen && realisatie * hoogste.realisatie <= 1 && vervangbaar * hoogste.vervangbaar <= 1) {
    const schaal = realisatie * vervangbaar;
    for (let i = 0; i < lengte; i++) naar[i] = schaal * (vervangen[i] as number);
    return;
  }
  naar.fill(0, 0, lengte);
  const perLid = leden.map(({ aandeel }) => factorenVan(aandeel));
  for (let i = 0; i < paren.lid.length; i++) {
    const [factorRealisatie, factorVervangbaar] = perLid[paren.lid[i] as number] as [number, number];
    const deel = Math.min(1, factorRealisatie * (paren.realisatie[i] as number)) * Math.min(1, factorVervangbaar * (paren.vervangbaar[i] as number));
    if (deel === 0) continue;
    for (let c = paren.van[i] as number, tot = paren.van[i + 1] as number; c < tot; c++) naar[paren.plek[c] as number]! += deel * (paren.basis[c] as number);
  }
}

/** Factors of e and r, from 0 up: a share is not below 0. */
const factorenVan = ({ waarden }: Plaats): [realisatie: number, vervangbaar: number] => [Math.max(0, waarden[PLEK.realisatieFactor] as number), Math.max(0, waarden[PLEK.vervangbaarFactor] as number)];

function maakKlassen(arrangementen: readonly Arrangement[], gegevens: Gegevens, isInbegrepen: readonly boolean[], plaatsen: Zorgplaatsen): Klasse[] {
  const groepen = new Map<string, { plaats: Plaats; leden: Klasse['leden'] }>();
  const nummers = new Map<Plaats, number>();
  for (const [i, arrangement] of arrangementen.entries()) {
    const plaats = plaatsen.klasse(i);
    if (!nummers.has(plaats)) nummers.set(plaats, nummers.size);
    const { aandeel, jaren } = effectOverigVan(arrangement);
    const code = JSON.stringify([nummers.get(plaats), arrangement.start, arrangement.eind ?? null, uitstroomVan(arrangement), aandeel, jaren, vervangtBestaandVan(arrangement)]);
    const groep = groepen.get(code) ?? { plaats, leden: [] };
    groepen.set(code, groep);
    groep.leden.push({ arrangement, school: gegevens.schoolIndex.get(arrangement.school) as number, aandeel: plaatsen.aandeel(i) });
  }
  return [...groepen.values()].map(({ plaats, leden }) => maakKlasse(plaats, leden, gegevens, isInbegrepen));
}

/** Each number once, ascending. */
const oplopend = (lijst: number[]): Int32Array => Int32Array.from(new Set(lijst)).sort();

function maakKlasse(plaats: Plaats, leden: Klasse['leden'], gegevens: Gegevens, isInbegrepen: readonly boolean[]): Klasse {
  const alle = leden.flatMap(({ arrangement, school }, lid) => {
    const perProduct = new Map<number, { lid: number; product: number; realisatie: number; vervangbaar: number; cellen: { gemeente: number; basis: number }[] }>();
    for (let c = gegevens.celVan[school] as number; c < (gegevens.celVan[school + 1] as number); c++) {
      const [gemeente, product] = [gegevens.celGemeente[c] as number, gegevens.celProduct[c] as number];
      if (!isInbegrepen[gemeente] || gegevens.productDrager[product] !== 0) continue;
      const paar = perProduct.get(product) ?? { lid, product, realisatie: arrangement.realisatie, vervangbaar: vervangbaarVan(arrangement, gegevens.producten[product] as Product), cellen: [] };
      perProduct.set(product, paar);
      paar.cellen.push({ gemeente, basis: gegevens.celBasis[c] as number });
    }
    return [...perProduct.values()];
  });
  const gemeenten = oplopend(alle.flatMap(({ cellen }) => cellen.map(({ gemeente }) => gemeente)));
  // Of what no draw replaces only the whole counts.
  const paren = alle.filter(({ realisatie, vervangbaar }) => realisatie > 0 && vervangbaar > 0);
  const producten = oplopend(paren.map(({ product }) => product));
  const nG = gemeenten.length;
  const vervangen = new Float64Array(producten.length * nG);
  const geheel = new Float64Array(2 * nG);
  const cellen = paren.flatMap((paar) => paar.cellen.map(({ gemeente, basis }) => ({ paar, g: gemeenten.indexOf(gemeente), p: producten.indexOf(paar.product), basis })));
  for (const { paar, g, p, basis } of cellen) vervangen[p * nG + g]! += basis * paar.realisatie * paar.vervangbaar;
  for (const { product, cellen: eigen } of alle) for (const { gemeente, basis } of eigen) geheel[Number(gegevens.productLoon[product]) * nG + gemeenten.indexOf(gemeente)]! += basis;
  const van = new Int32Array(paren.length + 1);
  for (const [i, paar] of paren.entries()) van[i + 1] = (van[i] as number) + paar.cellen.length;
  return {
    plaats, leden, gemeenten, producten, vervangen, geheel,
    loon: producten.map((p) => Number(gegevens.productLoon[p])),
    paren: {
      van,
      lid: Int32Array.from(paren, ({ lid }) => lid),
      realisatie: Float64Array.from(paren, ({ realisatie }) => realisatie),
      vervangbaar: Float64Array.from(paren, ({ vervangbaar }) => vervangbaar),
      plek: Int32Array.from(cellen, ({ g, p }) => p * nG + g),
      basis: Float64Array.from(cellen, ({ basis }) => basis),
    },
    hoogste: {
      realisatie: paren.reduce((hoogste, { realisatie }) => Math.max(hoogste, realisatie), 0),
      vervangbaar: paren.reduce((hoogste, { vervangbaar }) => Math.max(hoogste, vervangbaar), 0),
    },
    termijnen: new Map(),
  };
}

/** A product without a series of its own is replaced by no arrangement here (else P21), so what stands for it does not matter. */
function qVan(reeksen: readonly (Vrijvalreeks | undefined)[], langste: number): Float64Array {
  const q = new Float64Array(langste * reeksen.length);
  for (const [p, reeks] of reeksen.entries()) if (reeks) for (let k = 0; k + 1 < reeks.length; k++) q[k * reeksen.length + p] = 1 - vrijInMaand(reeks, k);
  return q;
}

/** Months in which existing arrangements of these schools are replaced × their amount, per gemeente and year. */
function bestaandVoor(scholen: readonly number[], periode: Periode, gegevens: Gegevens, kader: Kader): Float64Array {
  const Y = kader.jaren.length;
  const uit = new Float64Array(gegevens.gemeenten.length * Y);
  for (const b of gegevens.bestaand) {
    if (!scholen.includes(b.school)) continue;
    for (let y = 0; y < Y; y++) {
      const bedrag = b.maandbedrag * maandenIn(vervangenMaanden(b, periode), kader, y) * (b.perDrager[0] as number);
      for (let g = 0; g < b.perGemeente.length; g++) uit[g * Y + y]! += bedrag * (b.perGemeente[g] as number);
    }
  }
  return uit;
}

/**
 * F per product and year for remaining durations × `factor`: 1/12 · Σ_k (1 − q(k/factor)). How heavily each month of q weighs in a year is the same for all
 * products, so it is made once: `weging[j]` is what Σ_k takes of q(j).
 */
function zetVrijval(termijn: Termijn, factor: number, P: number, Y: number): void {
  if (termijn.factor === factor) return;
  termijn.factor = factor;
  const { begin, eind, q, vrijval, weging } = termijn;
  const langste = weging.length - 2;
  for (let y = 0; y < Y; y++) {
    let laagste = langste;
    let hoogste = -1;
    for (let k = begin[y] as number; k < (eind[y] as number); k++) {
      const x = factor === 0 ? (k === 0 ? 0 : langste) : k / factor;
      const heel = Math.floor(x);
      if (heel >= langste) break;
      weging[heel]! += 1 - (x - heel);
      weging[heel + 1]! += x - heel;
      if (heel < laagste) laagste = heel;
      hoogste = heel + 1;
    }
    const maanden = (eind[y] as number) - (begin[y] as number);
    const hier = y * P;
    for (let p = 0; p < P; p++) vrijval[hier + p] = maanden / 12;
    for (let j = laagste, tot = Math.min(hoogste, langste - 1); j <= tot; j++) {
      const gewicht = (weging[j] as number) / 12;
      for (let p = 0, plek = j * P; p < P; p++, plek++) vrijval[hier + p]! -= gewicht * (q[plek] as number);
    }
    if (hoogste >= 0) weging.fill(0, laagste, hoogste + 1);
  }
}

