/**
 * A cheap way to other amounts that fulfil the same equations: from the truth, along the direction in which a sum rises most while every amount changes in
 * proportion to itself (a step of affine scaling). One factorisation answers for every sum. What it finds is checked by `audit.ts`; what it does not find is
 * looked for by linear programming.
 */
import type { Termen } from './types.ts';

/** More equations than this take longer to factorise than to search near each sum. */
const MEESTE = 4000;
/** More equations than this, as several exports give, are pulled apart first (`uiteengehaald`); fewer are factorised as they are. */
const VEEL = 1500;
/** A row that is this close to a combination of others says nothing new. */
const AFHANKELIJK = 1e-13;

/**
 * @param gewicht how easily each unknown gives way, 0 for not at all
 * @returns for a sum the direction, per unknown, and equations that say the same in fewer words: with those a next step is found sooner; undefined when
 * there are too many
 */
export function richtingen(relaties: readonly Termen[], gewicht: Float64Array): { richtingVan: (doel: Termen) => Float64Array; zelfstandig: Termen[] } | undefined {
  const mee = relaties.map((termen) => alleenVrij(termen, gewicht)).filter(({ plek }) => plek.length > 0);
  const rijen = mee.length > VEEL ? uiteengehaald(mee, gewicht) : mee;
  const m = rijen.length;
  if (m > MEESTE) return undefined;

  // S = A·G·Aᵀ with ones on its diagonal, in the lower half.
  const schaal = rijen.map(({ plek, coef }) => 1 / Math.sqrt(plek.reduce((som, p, i) => som + (coef[i] as number) ** 2 * (gewicht[p] as number), 0)));
  const perOnbekende = new Map<number, { rij: number; coef: number }[]>();
  rijen.forEach(({ plek, coef }, rij) => plek.forEach((p, i) => {
    const lijst = perOnbekende.get(p);
    const deel = { rij, coef: (coef[i] as number) * (schaal[rij] as number) };
    if (lijst) lijst.push(deel);
    else perOnbekende.set(p, [deel]);
  }));
  const S = Array.from({ length: m }, (_, i) => new Float64Array(i + 1));
  for (const [p, lijst] of perOnbekende) {
    for (const a of lijst) {
      const maal = a.coef * (gewicht[p] as number);
      const rij = S[a.rij] as Float64Array;
      for (const b of lijst) if (b.rij <= a.rij) rij[b.rij]! += maal * b.coef;
    }
  }
  // Cholesky in place; a row that follows from earlier ones is left out.
  const telt = new Uint8Array(m);
  for (let i = 0; i < m; i++) {
    const rij = S[i] as Float64Array;
    let rest = rij[i] as number;
    for (let j = 0; j < i; j++) {
      if (telt[j] === 0) {
        rij[j] = 0;
        continue;
      }
      const ander = S[j] as Float64Array;
      let som = rij[j] as number;
      for (let k = 0; k < j; k++) som -= (rij[k] as number) * (ander[k] as number);
      som /= ander[j] as number;
      rij[j] = som;
      rest -= som * som;
    }
    if (rest > AFHANKELIJK) {
      telt[i] = 1;
      rij[i] = Math.sqrt(rest);
    }
  }
  const losOp = (b: Float64Array): Float64Array => {
    for (let i = 0; i < m; i++) {
      if (telt[i] === 0) {
        b[i] = 0;
        continue;
      }
      const rij = S[i] as Float64Array;
      let som = b[i] as number;
      for (let j = 0; j < i; j++) som -= (rij[j] as number) * (b[j] as number);
      b[i] = som / (rij[i] as number);
    }
    for (let i = m - 1; i >= 0; i--) {
      if (telt[i] === 0) continue;
      const rij = S[i] as Float64Array;
      const y = (b[i] as number) / (rij[i] as number);
      b[i] = y;
      for (let j = 0; j < i; j++) b[j]! -= (rij[j] as number) * y;
    }
    return b;
  };

  const richtingVan = (doel: Termen): Float64Array => {
    const d = new Float64Array(gewicht.length);
    doel.plek.forEach((p, i) => (d[p] = (doel.coef[i] as number) * (gewicht[p] as number)));
    // Once for the direction, and again for what rounding left of it across the equations.
    for (let keer = 0; keer < 5; keer++) {
      const y = losOp(Float64Array.from(rijen, ({ plek, coef }, r) => plek.reduce((som, p, i) => som + (coef[i] as number) * (d[p] as number), 0) * (schaal[r] as number)));
      rijen.forEach(({ plek, coef }, r) => {
        const maal = (y[r] as number) * (schaal[r] as number);
        if (maal !== 0) plek.forEach((p, i) => (d[p]! -= maal * (coef[i] as number) * (gewicht[p] as number)));
      });
    }
    return d;
  };
  return { richtingVan, zelfstandig: rijen.filter((_, i) => telt[i]) };
}

/** What is left of a sum when the rest is known. */
function alleenVrij({ plek, coef }: Termen, gewicht: Float64Array): Termen {
  const mee = plek.map((p) => (gewicht[p] as number) > 0);
  return { plek: plek.filter((_, i) => mee[i]), coef: coef.filter((_, i) => mee[i]) };
}

/** What is left of an equation after others over the same unknowns, relative to what it was, below which it says nothing new. */
const NIETS_NIEUWS = 1e-11;
/** An equation belongs with others over at most so many times as many unknowns. */
const RUIM = 3;

/**
 * Equations over the same unknowns made perpendicular to each other: the years, scenarios and exports of one row differ so little that together they would blur
 * the factorisation, and most of them follow from a few.
 */
function uiteengehaald(rijen: readonly Termen[], gewicht: Float64Array): Termen[] {
  interface Familie { plekken: Set<number>; leden: Termen[] }
  const families: Familie[] = [];
  for (const rij of rijen.toSorted((a, b) => b.plek.length - a.plek.length)) {
    const familie = families.find(({ plekken }) => plekken.size <= RUIM * rij.plek.length && rij.plek.every((p) => plekken.has(p)));
    if (familie) familie.leden.push(rij);
    else families.push({ plekken: new Set(rij.plek), leden: [rij] });
  }
  return families.flatMap(({ plekken, leden }) => {
    if (leden.length === 1) return leden;
    const plek = [...plekken].sort((a, b) => a - b);
    const plaats = new Map(plek.map((p, i) => [p, i]));
    const maat = Float64Array.from(plek, (p) => Math.sqrt(gewicht[p] as number));
    const lengte = (v: Float64Array): number => Math.sqrt(v.reduce((som, a) => som + a * a, 0));
    const assen: Float64Array[] = [];
    for (const lid of leden) {
      const v = new Float64Array(plek.length);
      lid.plek.forEach((p, i) => {
        const k = plaats.get(p) as number;
        v[k] = (lid.coef[i] as number) * (maat[k] as number);
      });
      const was = lengte(v);
      // Twice: once leaves rounding behind.
      for (let keer = 0; keer < 2; keer++) {
        for (const as of assen) {
          let som = 0;
          for (let k = 0; k < v.length; k++) som += (v[k] as number) * (as[k] as number);
          for (let k = 0; k < v.length; k++) v[k]! -= som * (as[k] as number);
        }
      }
      const rest = lengte(v);
      if (rest > NIETS_NIEUWS * was) assen.push(v.map((a) => a / rest));
    }
    return assen.map((as) => ({ plek, coef: [...as].map((a, k) => a / (maat[k] as number)) }));
  });
}
