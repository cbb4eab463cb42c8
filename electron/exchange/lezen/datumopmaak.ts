/** Which number formats of a workbook show a number as a date (ISO/IEC 29500-1, 18.8.30). */

/** Built-in formats that show a calendar date, or a date with a time; 27–36 and 50–58 are dates in East Asian versions. */
function ingebouwdeDatum(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}
function ingebouwdeTijd(id: number): boolean {
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
}

export type Opmaak = 'datum' | 'tijd' | 'overig';

/** @param code the format code of a custom format, undefined for a built-in one */
export function opmaakVan(id: number, code: string | undefined): Opmaak {
  if (code === undefined) return ingebouwdeDatum(id) ? 'datum' : ingebouwdeTijd(id) ? 'tijd' : 'overig';
  const eersteDeel = code
    .replace(/\\.|_.|\*./g, '')
    .replace(/"[^"]*"?/g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';', 1)[0] ?? '';
  const tekens = eersteDeel.replace(/general|am\/pm|a\/p/gi, '').toLowerCase();
  if (/[dy]/.test(tekens)) return 'datum';
  if (/[hs]/.test(tekens)) return 'tijd';
  return /m/.test(tekens) ? 'datum' : 'overig';
}
