/** School years (1 August – 31 July) in calendar years: 5 months fall in the year in which they begin, 7 in the next. */
import { jaarVan, januari, type Maand } from './maand.ts';

/** Months of a school year that fall in the calendar year in which it begins: August up to and including December. */
const MAANDEN_VOOR_NIEUWJAAR = 5;
const MAANDEN_NA_NIEUWJAAR = 12 - MAANDEN_VOOR_NIEUWJAAR;

/** Euros of the school year that begins in August of `beginjaar`. */
export interface Schooljaarbedrag { beginjaar: number; bedrag: number }

/**
 * Spreads amounts per school year over calendar years, 5/12 and 7/12, unrounded.
 * @returns euros per calendar year in order of year; they add up to what was given
 */
export function overKalenderjaren(bedragen: readonly Schooljaarbedrag[]): Map<number, number> {
  const perJaar = new Map<number, number>();
  const tel = (jaar: number, bedrag: number): void => void perJaar.set(jaar, (perJaar.get(jaar) ?? 0) + bedrag);
  for (const { beginjaar, bedrag } of bedragen) {
    const voorNieuwjaar = (bedrag * MAANDEN_VOOR_NIEUWJAAR) / 12;
    tel(beginjaar, voorNieuwjaar);
    tel(beginjaar + 1, bedrag - voorNieuwjaar);
  }
  return new Map([...perJaar].sort(([a], [b]) => a - b));
}

/** The two terms in which a contribution of a calendar year is paid, in euros. */
export interface Termijnen { totEnMetJuli: number; vanafAugustus: number }

/**
 * Spreads a contribution of a calendar year over the parts of its two school years, in proportion to the months in which something is paid for: 7/12 and
 * 5/12 of a full year. The first term is in whole cents, the second is the rest, so together they are the contribution.
 * @param eersteMaand first month in which the agreement costs anything
 */
export function termijnen(bedrag: number, jaar: number, eersteMaand: Maand): Termijnen {
  const voorbij = jaarVan(eersteMaand) < jaar ? 0 : Math.min(12, eersteMaand - januari(jaar));
  const actief = 12 - voorbij;
  const eerste = actief === 0 ? 0 : (bedrag * Math.max(0, MAANDEN_NA_NIEUWJAAR - voorbij)) / actief;
  const totEnMetJuli = Math.round(eerste * 100) / 100;
  return { totEnMetJuli, vanafAugustus: Math.round((bedrag - totEnMetJuli) * 100) / 100 };
}
