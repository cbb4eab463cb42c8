/** Refused rows as a workbook: to correct them there and read it again (import.md, Checks). They hold no identities. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import ExcelJS from 'exceljs';
import type { GeweigerdeRij } from '../../../models/invoer/types.ts';

/** Heading of the reasons, the last column. */
export const REDEN = 'Reden';
/** Heading of the row in the source file, the first column. */
export const BRONRIJ = 'Rij in bronbestand';

/** Writes a sheet per source table, with its own headings, the row it came from, and why it was refused. */
export async function schrijfGeweigerd(pad: string, rijen: readonly GeweigerdeRij[]): Promise<void> {
  const stroom = createWriteStream(pad);
  const boek = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: stroom, useStyles: true });
  const perTabel = Map.groupBy(rijen, (r) => `${r.bestand}${r.blad === null ? '' : ` ${r.blad}`}`);
  const namen = new Set<string>();
  for (const [tabel, groep] of perTabel) {
    const koppen = [...new Set(groep.flatMap((r) => Object.keys(r.waarden)))];
    const blad = boek.addWorksheet(bladnaam(tabel, namen), { views: [{ state: 'frozen', ySplit: 1 }] });
    blad.columns = [BRONRIJ, ...koppen, REDEN].map((kop) => ({ header: kop, width: kop === REDEN ? 100 : 18 }));
    blad.getRow(1).font = { bold: true };
    for (const r of groep) blad.addRow([r.rij, ...koppen.map((k) => r.waarden[k] ?? null), r.meldingen.filter((m) => m.niveau === 'fout').map((m) => `${m.code}: ${m.tekst}`).join(' ')]).commit();
    blad.commit();
  }
  if (perTabel.size === 0) boek.addWorksheet('Geen geweigerde rijen').commit();
  const klaar = once(stroom, 'close');
  await boek.commit();
  await klaar;
}

/** At most 31 characters, without those that Excel does not allow, each once. */
function bladnaam(tabel: string, bezet: Set<string>): string {
  const schoon = tabel.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim() || 'Blad';
  for (let n = 1; ; n++) {
    const staart = n === 1 ? '' : ` (${n})`;
    const naam = schoon.slice(0, 31 - staart.length) + staart;
    if (bezet.has(naam.toLowerCase())) continue;
    bezet.add(naam.toLowerCase());
    return naam;
  }
}
