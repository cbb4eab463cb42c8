/** Calendar time (rekenmodel, opening paragraph): months are whole numbers, dates are calendar dates without a time zone. */
import type { Datum } from '../project/types.ts';
import type { Maandnaam } from './types.ts';

/** A month as year·12 + (month − 1), so that `Math.floor(m / 12)` is its year and differences are months. */
export type Maand = number;

/** Later than every month that can occur: the end of what is open-ended. */
export const OPEN_EIND: Maand = 1e6;

const digits = (tekst: string, van: number, aantal: number): number => {
  let waarde = 0;
  for (let i = van; i < van + aantal; i++) waarde = waarde * 10 + tekst.charCodeAt(i) - 48;
  return waarde;
};

/** The month of a date `jjjj-mm-dd` or `jjjj-mm`. The text must be valid (P11 is checked before). */
export const maandVan = (datum: Datum): Maand => digits(datum, 0, 4) * 12 + digits(datum, 5, 2) - 1;
/** The day of the month, 1..31. */
export const dagVan = (datum: Datum): number => digits(datum, 8, 2);
export const jaarVan = (maand: Maand): number => Math.floor(maand / 12);
export const januari = (jaar: number): Maand => jaar * 12;

export const maandnaam = (maand: Maand): Maandnaam => `${String(jaarVan(maand)).padStart(4, '0')}-${String((maand % 12) + 1).padStart(2, '0')}`;

const DAGEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
export function dagenInMaand(maand: Maand): number {
  const m = maand % 12;
  if (m !== 1) return DAGEN[m] as number;
  const jaar = jaarVan(maand);
  return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0 ? 29 : 28;
}

/** The days from `start` through `eind`, both inclusive; `eindMaand` is `OPEN_EIND` where there is no end. */
export interface Looptijd { startMaand: Maand; startDag: number; eindMaand: Maand; eindDag: number }

/** @param eind inclusive; null or undefined = open-ended */
export function looptijd(start: Datum, eind: Datum | null | undefined): Looptijd {
  return {
    startMaand: maandVan(start),
    startDag: dagVan(start),
    eindMaand: eind == null ? OPEN_EIND : maandVan(eind),
    eindDag: eind == null ? 1 : dagVan(eind),
  };
}

/** `overlap(i,t)` of rekenmodel 2: the share (0..1) of the days of `maand` that lie inside the looptijd. */
export function overlap(l: Looptijd, maand: Maand): number {
  if (maand < l.startMaand || maand > l.eindMaand) return 0;
  if (maand > l.startMaand && maand < l.eindMaand) return 1;
  const dagen = dagenInMaand(maand);
  const eerste = maand === l.startMaand ? l.startDag : 1;
  const laatste = maand === l.eindMaand ? l.eindDag : dagen;
  return Math.max(0, laatste - eerste + 1) / dagen;
}

/** Σ overlap over the months `van` up to and including `tot` (rekenmodel 2): how many months of them lie inside the looptijd. */
export function overlapSom(l: Looptijd, van: Maand, tot: Maand): number {
  const eerste = Math.max(van, l.startMaand);
  const laatste = Math.min(tot, l.eindMaand);
  if (eerste > laatste) return 0;
  if (eerste === laatste) return overlap(l, eerste);
  return overlap(l, eerste) + (laatste - eerste - 1) + overlap(l, laatste);
}
