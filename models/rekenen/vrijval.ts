/** Vrijval (rekenmodel 4): how much of the replaced cost has really stopped, month by month and as factor F per year. */
import { uitstroomMetingVan, uitstroomVan } from '../project/standaard.ts';
import type { Arrangement, Uitgangspunten, Uitstroomwijze } from '../project/types.ts';
import { type Kader, type Periode } from './kader.ts';
import { maandnaam, maandVan, type Maand } from './maand.ts';
import type { Voorbereiding } from './types.ts';
import { meetmaandVoor, qZonderMeting, uitgerekt } from './uitstroom.ts';

/** Q(n) = Σ_{k<n}(1−q(k)) for n = 0..length−1 months since the start; beyond that q = 0, so every month adds 1. */
export type Vrijvalreeks = readonly number[];

/** Q(n) for any n ≥ 0. */
export function cumulatieveVrijval(reeks: Vrijvalreeks, n: number): number {
  const laatste = reeks.length - 1;
  return n <= laatste ? (reeks[n] as number) : (reeks[laatste] as number) + (n - laatste);
}

/** 1 − q(k): the share that has stopped in month k since the start. */
export const vrijInMaand = (reeks: Vrijvalreeks, k: number): number => (k + 1 < reeks.length ? (reeks[k + 1] as number) - (reeks[k] as number) : 1);

export function vrijvalreeks(q: readonly number[]): Vrijvalreeks {
  const reeks = [0];
  for (const [k, waarde] of q.entries()) reeks.push((reeks[k] as number) + (1 - waarde));
  return reeks;
}

const reeksZonderMeting = (wijze: Exclude<Uitstroomwijze, { wijze: 'uitdienen' }>, factor: number): Vrijvalreeks =>
  vrijvalreeks(uitgerekt(Array.from({ length: wijze.wijze === 'lineair' ? wijze.maanden : 0 }, (_, k) => qZonderMeting(wijze, k)), factor));

/** The release of a product under an arrangement; undefined where there is nothing to measure it by (P21 if it matters). */
export type Vrijvalbron = (product: string) => Vrijvalreeks | undefined;
export interface Vrijval {
  bron: Vrijvalbron;
  /** Equal for arrangements with equal series. */
  sleutel: string;
}

/**
 * Gives, for an arrangement, the release series of each product (rekenmodel 4), with remaining durations × a factor. Series are made once per measuring
 * date, product and factor.
 */
export function vrijvalbronnen(uitgangspunten: Uitgangspunten, uitstroom: Voorbereiding['uitstroom']): (arrangement: Arrangement, factor: number) => Vrijval {
  const peilmaand = maandVan(uitgangspunten.peildatum);
  const zonder = uitgangspunten.uitstroomZonderIndicaties;
  const reeksen = eenmaal<Vrijvalreeks>();
  const bronnen = eenmaal<Vrijval>();
  const zonderMeting = (wijze: Exclude<Uitstroomwijze, { wijze: 'uitdienen' }>, factor: number): Vrijvalreeks =>
    reeksen(`${JSON.stringify(wijze)} ${factor}`, () => reeksZonderMeting(wijze, factor));

  return (arrangement, factor) => {
    const wijze = uitstroomVan(arrangement);
    if (wijze.wijze !== 'uitdienen') {
      const sleutel = `${JSON.stringify(wijze)} ${factor}`;
      return bronnen(sleutel, () => ({ sleutel, bron: () => zonderMeting(wijze, factor) }));
    }
    const meetmaand = maandnaam(meetmaandVoor(maandVan(arrangement.start), peilmaand, uitstroomMetingVan(uitgangspunten)));
    const sleutel = `${meetmaand} ${factor}`;
    return bronnen(sleutel, () => {
      const gemeten = uitstroom[meetmaand] ?? {};
      const perProduct = eenmaal<Vrijvalreeks | undefined>();
      return {
        sleutel,
        bron: (product) => perProduct(product, () => {
          const q = gemeten[product];
          return q ? vrijvalreeks(uitgerekt(q, factor)) : zonder && zonderMeting(zonder, factor);
        }),
      };
    });
  };
}

/** Makes what belongs to a key at the first asking, and gives the same thing every time after. */
export function eenmaal<T>(): (sleutel: string, maak: () => T) => T {
  const gemaakt = new Map<string, T>();
  return (sleutel, maak) => {
    if (!gemaakt.has(sleutel)) gemaakt.set(sleutel, maak());
    return gemaakt.get(sleutel) as T;
  };
}

/** Months since the start by the beginning and by the end of year number `y`, held within the period of the arrangement. */
export function maandenSindsStart(periode: Periode, kader: Kader, y: number): [begin: number, eind: number] {
  const duur = periode.tot - periode.van + 1;
  const sinds = (maand: Maand): number => Math.min(Math.max(maand - periode.van, 0), duur);
  return [sinds(kader.van + 12 * y), sinds(kader.van + 12 * (y + 1))];
}

/** Vrijvalfactor F(s,p,y) = 1/12 · Σ_{active months of y} (1 − q(t − start)), as (Q(n_eind) − Q(n_begin))/12. */
export function vrijvalfactor(reeks: Vrijvalreeks, periode: Periode, kader: Kader, y: number): number {
  const [begin, eind] = maandenSindsStart(periode, kader, y);
  return (cumulatieveVrijval(reeks, eind) - cumulatieveVrijval(reeks, begin)) / 12;
}
