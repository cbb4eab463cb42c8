/**
 * Refused rows as a workbook that can be corrected and read again (import.md, Checks): the headings and values of the file as they were, without identifiers,
 * the row they stood in, and why they were refused.
 */
import type { GeweigerdeRij } from '../../models/invoer/types.ts';
import { tabellenBytes } from './werkmap/tabellen.ts';

/** A table of which rows were refused. */
export interface Geweigerdetabel { bestand: string; blad: string | null; rijen: readonly Pick<GeweigerdeRij, 'rij' | 'waarden' | 'meldingen'>[] }

/** Heading of the row in the source file, the first column. */
const BRONRIJ = 'Rij in bronbestand';
/** Heading of the reasons, the last column. */
const REDEN = 'Reden';

/** Refused rows by the table they came from. */
export function perTabel(rijen: readonly GeweigerdeRij[]): Geweigerdetabel[] {
  return [...Map.groupBy(rijen, (r) => JSON.stringify([r.bestand, r.blad])).values()].map((groep) => ({ bestand: groep[0]!.bestand, blad: groep[0]!.blad, rijen: groep }));
}

/** The bytes of an .xlsx with a sheet per table. */
export function geweigerdWerkmap(tabellen: readonly Geweigerdetabel[]): Promise<Uint8Array> {
  return tabellenBytes(tabellen.map(({ bestand, blad, rijen }) => {
    const koppen = [...new Set(rijen.flatMap(({ waarden }) => Object.keys(waarden)))];
    return {
      naam: blad === null ? bestand : `${blad} (${bestand})`,
      koppen: [BRONRIJ, ...koppen, REDEN],
      rijen: rijen.map(({ rij, waarden, meldingen }) => [rij, ...koppen.map((kop) => waarden[kop] ?? null), meldingen.filter(({ niveau }) => niveau === 'fout').map(({ code, tekst }) => `${code}: ${tekst}`).join(' ')]),
      breedte: (kop: string) => (kop === REDEN ? 90 : Math.min(40, Math.max(12, kop.length + 2))),
    };
  }), 'Geen geweigerde rijen');
}
