/** Index assistant: the rate at which contracts for jeugdhulp are indexed, as VNG advises it: weighted provisional rate plus the correction of the year before. */
import type { Indexdelen, Indexopgave } from '../project/indexcijfers.ts';

/** Rates as fractions. */
export interface Indexadvies {
  /** The weighted provisional rate of the year itself. */
  voorlopig: number;
  /** What the year before turned out to be more (or less) than was indexed with. */
  correctie: number;
  /** The two together. */
  index: number;
  /** The rate to use: to hundredths of a percent, as VNG publishes it. */
  afgerond: number;
}

const gewogen = (gewichten: Indexdelen, delen: Indexdelen): number => gewichten.ova * delen.ova + gewichten.ppc * delen.ppc;

/** Everything unrounded but `afgerond`. */
export function indexadvies({ gewichten, voorlopig, vorigJaar }: Indexopgave): Indexadvies {
  const dit = gewogen(gewichten, voorlopig);
  const correctie = gewogen(gewichten, vorigJaar.definitief) - gewogen(gewichten, vorigJaar.voorlopig);
  const index = dit + correctie;
  return { voorlopig: dit, correctie, index, afgerond: Math.round(index * 10_000) / 10_000 };
}
