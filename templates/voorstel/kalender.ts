/** Months as formulas: dates become their place in the calendar of Uitgangspunten, and periods become months per year. */
import { januari, maandnaam } from '../../models/rekenen/maand.ts';
import { add, eq, iff, matchUpTo, max, min, mul, sub, type Bereik, type Celverwijzing, type Formule } from './formule.ts';
import { dagnummer } from './opzet.ts';
import { kolom, type Blad, type Inhoud, type Reeks, type Rij } from './werkmap.ts';

/** The months that dates are chosen from, and the first year of the calendar. */
export interface Kalender { eersteDag: Bereik; laatsteDag: Bereik; maand: Bereik; volgnummer: Bereik; begin: Celverwijzing; jaar: Celverwijzing }
interface MetKalender { kalender: Kalender }

/** Lists the months of the calendar at the foot of a sheet, off paper. @param eerste year that it begins with, of which `jaar` is the cell */
export function maakKalender(blad: Blad, eerste: number, jaren: number, jaar: Celverwijzing): Kalender {
  const rijen = blad.zonderAfdruk(() => {
    const lijst = blad.sectie('Kalender', { naam: ['Eerste dag', 'datum'], laatste: ['Laatste dag', 'datum'], maand: ['Kalendermaand', 'nummer'], waarde: ['Volgnummer', 'nummer'] }, 'De maanden waaruit begin- en einddatums worden gekozen; de bladen tellen met het volgnummer.');
    const eersteDag = (volgnummer: number): string => `${maandnaam(januari(eerste) + volgnummer)}-01`;
    return Array.from({ length: jaren * 12 }, (_, m) => lijst.rij({ naam: dagnummer(eersteDag(m)), laatste: dagnummer(eersteDag(m + 1)) - 1, maand: (m % 12) + 1, waarde: m + 1 }));
  });
  return { eersteDag: kolom(rijen, 'naam'), laatsteDag: kolom(rijen, 'laatste'), maand: kolom(rijen, 'maand'), volgnummer: kolom(rijen, 'waarde'), begin: (rijen[0] as (typeof rijen)[number]).cel('naam'), jaar };
}

/** Place of a date's month; dates before the calendar count as its first month, which lies before the horizon. */
export const volgnummer = ({ kalender }: MetKalender, datum: Celverwijzing): Formule => matchUpTo(max(datum, kalender.begin), kalender.eersteDag);
/** The same, or `anders` where the cell is empty. */
export const volgnummerOf = (u: MetKalender, datum: Celverwijzing, anders: Formule | 1): Formule => iff(eq(datum, ''), anders, volgnummer(u, datum));
/** The month after the month of a date; without a date, the month after the calendar, which lies beyond the horizon. */
export const naMaand = (u: MetKalender, datum: Celverwijzing, anders: Formule): Formule => iff(eq(datum, ''), anders, add(volgnummer(u, datum), 1));
/** The month after the last one of the calendar. */
export const naKalender = ({ kalender }: MetKalender): Formule => add(max(kalender.volgnummer), 1);

/** First month of the year, and of the year after it. */
export interface Tijdrijen { begin: Rij<string>; volgend: Rij<string> }
/** @param rij adds a row with this label to a sheet of years; @param jaren the row with the calendar years */
export function maakTijdrijen(rij: (naam: string, reeks: Reeks) => Rij<string>, jaren: Rij<string>, { kalender }: MetKalender, maandenPerJaar: Celverwijzing): Tijdrijen {
  const begin = rij('Volgnummer van de eerste maand van het jaar', { formule: add(mul(sub(jaren.jaar, kalender.jaar), maandenPerJaar), 1), formaat: 'nummer' });
  return { begin, volgend: rij('Volgnummer van de eerste maand van het jaar erna', { formule: add(begin.jaar, maandenPerJaar), formaat: 'nummer' }) };
}
/** Months of the year that lie from `van` up to but not including `tot`. */
export const maandenInJaar = ({ begin, volgend }: Tijdrijen, van: Formule[], tot: Formule[]): Formule => max(0, sub(min(volgend.jaar, ...tot), max(begin.jaar, ...van)));

/** Months since the start at the end of the year, within the period of an arrangement: the scalar of the row (by the beginning of the horizon) and its years. */
export const maandenSindsStart = ({ begin, volgend }: Tijdrijen, start: Formule, na: Formule): { vooraf: Inhoud; perJaar: Formule } => ({
  vooraf: max(0, sub(min(begin.inPeriode(0), na), start)), perJaar: max(0, sub(min(volgend.jaar, na), start)),
});
