/** The frame of a calculation: the years of the horizon and the indexes in each (rekenmodel 3). */
import { horizonVan, prijspeilVan } from '../project/standaard.ts';
import type { Indexen, Uitgangspunten } from '../project/types.ts';
import { indexreeksen, type Indexreeksen } from './indexen.ts';
import { januari, type Maand } from './maand.ts';

export interface Kader {
  jaren: number[];
  /** First month of the horizon, and the first month after it. */
  van: Maand;
  tot: Maand;
  indexen: Indexreeksen;
  /** V·P and V·L per year: what turns a basis into `B` (rekenmodel 3). */
  productindex: { prijs: number[]; loon: number[] };
  /** Remaining durations of running indicaties × this; 1 = as measured. Another value comes only from a draw of an uncertain assumption (docs/beslissen.md). */
  uitstroomFactor: number;
  /** Schools, by index, with a frame of their own over the same years: only in draws of assumptions that are uncertain per school. */
  perSchool?: ReadonlyMap<number, Kader>;
}

/** The frame that holds for a school. */
export const kaderVanSchool = (kader: Kader, school: number): Kader => kader.perSchool?.get(school) ?? kader;

export function kaderVan(uitgangspunten: Uitgangspunten, indexen: Indexen, uitstroomFactor = 1): Kader {
  const jaren = horizonVan(uitgangspunten);
  const reeksen = indexreeksen(indexen, prijspeilVan(uitgangspunten), jaren);
  const maal = (reeks: number[]): number[] => reeks.map((waarde, y) => waarde * (reeksen.volume[y] as number));
  return {
    jaren,
    van: januari(uitgangspunten.begrotingsjaar),
    tot: januari(uitgangspunten.begrotingsjaar + jaren.length),
    indexen: reeksen,
    productindex: { prijs: maal(reeksen.prijs), loon: maal(reeksen.loon) },
    uitstroomFactor,
  };
}

/** A run of months, both ends inclusive. */
export interface Periode { van: Maand; tot: Maand }

/** How many months of year number `y` of the horizon lie in the period: 0..12. */
export function maandenIn(periode: Periode, kader: Kader, y: number): number {
  const eerste = kader.van + 12 * y;
  return Math.max(0, Math.min(periode.tot, eerste + 11) - Math.max(periode.van, eerste) + 1);
}

export const doorsnede = (a: Periode, b: Periode): Periode => ({ van: Math.max(a.van, b.van), tot: Math.min(a.tot, b.tot) });
