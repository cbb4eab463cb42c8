/** Index figures (rekenmodel 3) as formulas: what rates make of the price level. */
import { iff, lte, mul, add, type Celverwijzing, type Formule } from './formule.ts';
import type { Inhoud, Reeks, Rij } from './werkmap.ts';

/** The cells with the rates of an index: of the years between price level and horizon, and of the horizon. */
export interface Rentecellen { voorloop: readonly Celverwijzing[]; perJaar: Rij<string> }

/** The scalar and the years of a row with the index figure: 1 up to the price level. @param jaren the row with the calendar years */
export function indexcijfer({ voorloop, perJaar }: Rentecellen, jaren: Rij<string>, prijspeil: Celverwijzing): { begin: Inhoud; reeks: (zelf: Rij<string>) => Reeks } {
  const [eerste, ...rest] = voorloop.map((rente): Formule => add(1, rente));
  return {
    begin: eerste ? mul(eerste, ...rest) : 1,
    reeks: (zelf) => ({ formule: iff(lte(jaren.jaar, prijspeil), 1, mul(zelf.vorigJaar, add(1, perJaar.jaar))), formaat: 'factor' }),
  };
}
