/** What a list of outcomes looks like: mean, spread, quantiles. */
import { PERCENTIELEN, type Percentiel, type Spreiding } from './types.ts';

/** Half a cent: an effect of this size counts as none. */
const HALVE_CENT = 0.005;

/** Quantile by linear interpolation between order statistics, type 7 (Hyndman & Fan 1996). @param geordend ascending, not empty; @param p 0..1 */
export function kwantiel(geordend: ArrayLike<number>, p: number): number {
  const plek = (geordend.length - 1) * p;
  const i = Math.floor(plek);
  const onder = geordend[i] as number;
  return i + 1 < geordend.length ? onder + (plek - i) * ((geordend[i + 1] as number) - onder) : onder;
}

/** @param uitkomsten at least two, in any order */
export function spreiding(uitkomsten: Float64Array): { spreiding: Spreiding; geordend: Float64Array } {
  const n = uitkomsten.length;
  let som = 0;
  let goedkoper = 0;
  for (let i = 0; i < n; i++) {
    som += uitkomsten[i] as number;
    if ((uitkomsten[i] as number) <= -HALVE_CENT) goedkoper++;
  }
  const gemiddelde = som / n;
  let kwadraten = 0;
  for (let i = 0; i < n; i++) kwadraten += ((uitkomsten[i] as number) - gemiddelde) ** 2;
  const geordend = uitkomsten.slice().sort();
  const percentielen = Object.fromEntries(PERCENTIELEN.map((p) => [`p${p}`, kwantiel(geordend, p / 100)])) as Record<Percentiel, number>;
  return { spreiding: { gemiddelde, standaardafwijking: Math.sqrt(kwadraten / (n - 1)), ...percentielen, kansGoedkoper: goedkoper / n }, geordend };
}
