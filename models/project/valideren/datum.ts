/** Calendar dates as text `jjjj-mm-dd`: which ones exist, and where in the month they stand. They compare as texts. */

const DAGEN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a date that exists (P11). */
export function isDatum(tekst: unknown): tekst is string {
  if (typeof tekst !== 'string' || tekst.length !== 10 || tekst[4] !== '-' || tekst[7] !== '-') return false;
  const jaar = cijfers(tekst, 0, 4);
  const maand = cijfers(tekst, 5, 7);
  const dag = cijfers(tekst, 8, 10);
  return jaar > 0 && maand >= 1 && maand <= 12 && dag >= 1 && dag <= dagenIn(jaar, maand);
}

/** The last day of the month of an existing date. */
export const laatsteDagVan = (datum: string): number => dagenIn(cijfers(datum, 0, 4), cijfers(datum, 5, 7));
/** The date in the same month with another day. */
export const metDag = (datum: string, dag: number): string => `${datum.slice(0, 8)}${String(dag).padStart(2, '0')}`;
export const maandVan = (datum: string): string => datum.slice(0, 7);
export const dagVan = (datum: string): number => cijfers(datum, 8, 10);

/** A whole number of digits, or NaN. By hand because a project has some 300 000 dates. */
function cijfers(tekst: string, van: number, tot: number): number {
  let waarde = 0;
  for (let i = van; i < tot; i++) {
    const cijfer = tekst.charCodeAt(i) - 48;
    if (cijfer < 0 || cijfer > 9) return Number.NaN;
    waarde = waarde * 10 + cijfer;
  }
  return waarde;
}

function dagenIn(jaar: number, maand: number): number {
  const schrikkel = (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
  return maand === 2 && schrikkel ? 29 : (DAGEN[maand - 1] as number);
}
