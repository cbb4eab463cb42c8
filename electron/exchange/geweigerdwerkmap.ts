/**
 * Refused rows as a workbook that can be corrected and read again: the headings and values of the file as they were (without identifiers), and beside them the
 * row they stood in and why they were refused. A value stays what it is: text is never a formula.
 */
import type { GeweigerdeRij } from '../../models/invoer/types.ts';

/** A table of which rows were refused. */
export interface Geweigerdetabel { bestand: string; blad: string | null; rijen: readonly GeweigerdeRij[] }

const RIJ = 'Rij in bestand';
const REDEN = 'Reden';
const KOPVLAK = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F1EC' } } as const;

/** The bytes of an .xlsx with a sheet per table. */
export async function geweigerdWerkmap(tabellen: readonly Geweigerdetabel[]): Promise<Uint8Array> {
  // It is large, and most sessions never need it.
  const { default: ExcelJS } = await import('exceljs');
  const werkmap = new ExcelJS.Workbook();
  const namen = new Set<string>();
  for (const { bestand, blad, rijen } of tabellen) {
    const koppen = [...new Set(rijen.flatMap(({ waarden }) => Object.keys(waarden)))];
    const tabel = werkmap.addWorksheet(bladnaam(blad === null ? bestand : `${blad} (${bestand})`, namen), { views: [{ state: 'frozen', ySplit: 1 }] });
    tabel.addRow([...koppen, RIJ, REDEN]);
    for (const { rij, waarden, meldingen } of rijen) tabel.addRow([...koppen.map((kop) => waarden[kop] ?? null), rij, meldingen.map(({ tekst }) => tekst).join(' ')]);
    const kop = tabel.getRow(1);
    kop.font = { bold: true };
    kop.fill = KOPVLAK;
    for (const [i, naam] of [...koppen, RIJ, REDEN].entries()) tabel.getColumn(i + 1).width = naam === REDEN ? 90 : Math.min(40, Math.max(12, naam.length + 2));
  }
  return new Uint8Array(await werkmap.xlsx.writeBuffer());
}

/** What Excel takes as the name of a sheet: at most 31 characters, none of them special, each name once. */
function bladnaam(tekst: string, bezet: Set<string>): string {
  const schoon = tekst.replaceAll(/[[\]:*?/\\']/g, ' ').trim() || 'Blad';
  for (let n = 1; ; n++) {
    const staart = n === 1 ? '' : ` ${n}`;
    const naam = schoon.slice(0, 31 - staart.length) + staart;
    if (bezet.has(naam.toLowerCase())) continue;
    bezet.add(naam.toLowerCase());
    return naam;
  }
}
