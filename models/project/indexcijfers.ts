/** Published index figures that the index assistant starts from: data with their source, to be replaced when newer ones are published. */
import type { Datum } from './types.ts';

/** Rates as fractions: OVA (labour cost) and PPC (price of private consumption). */
export interface Indexdelen { ova: number; ppc: number }
export interface Indexopgave {
  /** Weights; they add up to 1. */
  gewichten: Indexdelen;
  /** Provisional rates of the year itself. */
  voorlopig: Indexdelen;
  /** Of the year before: what was indexed with, and what it turned out to be. */
  vorigJaar: { voorlopig: Indexdelen; definitief: Indexdelen };
}
export interface Indexcijfers extends Indexopgave { jaar: number; status: 'niet geverifieerd'; bron: string; datum: Datum }

/** One entry per year, oldest first. */
export const INDEXCIJFERS: readonly Indexcijfers[] = [
  {
    jaar: 2025, status: 'niet geverifieerd',
    gewichten: { ova: 0.9, ppc: 0.1 },
    voorlopig: { ova: 0.0418, ppc: 0.0182 },
    vorigJaar: { voorlopig: { ova: 0.0494, ppc: 0.0251 }, definitief: { ova: 0.06, ppc: 0.031 } },
    bron: 'VNG, Indexatie bij inkoop Jeugdhulp en Wmo-ondersteuning 2025',
    datum: '2024-10-02',
  },
];
