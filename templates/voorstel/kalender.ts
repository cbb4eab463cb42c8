/** Months as formulas: dates become their place in the calendar of Uitgangspunten, and periods become months per year. */
import { add, eq, iff, matchUpTo, max, min, sub, type Celverwijzing, type Formule } from './formule.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import type { Rij } from './werkmap.ts';

/** Place of a date's month; dates before the calendar count as its first month, which lies before the horizon. */
export const volgnummer = ({ kalender }: Uitgangspuntenblad, datum: Celverwijzing): Formule => matchUpTo(max(datum, kalender.begin), kalender.eersteDag);
/** The same, or `anders` where the cell is empty. */
export const volgnummerOf = (u: Uitgangspuntenblad, datum: Celverwijzing, anders: Formule | 1): Formule => iff(eq(datum, ''), anders, volgnummer(u, datum));
/** The month after the month of a date; without a date, the month after the calendar, which lies beyond the horizon. */
export const naMaand = (u: Uitgangspuntenblad, datum: Celverwijzing, anders: Formule): Formule => iff(eq(datum, ''), anders, add(volgnummer(u, datum), 1));
/** The month after the last one of the calendar. */
export const naKalender = ({ kalender }: Uitgangspuntenblad): Formule => add(max(kalender.volgnummer), 1);

/** First month of the year, and of the year after it. */
export interface Tijdrijen { begin: Rij<string>; volgend: Rij<string> }
/** Months of the year that lie from `van` up to but not including `tot`. */
export const maandenInJaar = ({ begin, volgend }: Tijdrijen, van: Formule[], tot: Formule[]): Formule => max(0, sub(min(volgend.jaar, ...tot), max(begin.jaar, ...van)));
