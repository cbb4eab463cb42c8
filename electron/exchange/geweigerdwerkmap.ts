/**
 * Refused rows as a workbook that can be corrected and read again (import.md, Checks): the headings and values of the file as they were, without identifiers,
 * the row they stood in, why they were refused, and which delivery they are of. Reading it again repairs that delivery (models/invoer/herstel.ts).
 */
import { BRONRIJ, herstelkolommen, KENMERK, kenmerkVan, opschriftIn, REDEN } from '../../models/invoer/herstel.ts';
import type { Geweigerdetabel } from '../../models/invoer/types.ts';
import { tabellenBytes } from './werkmap/tabellen.ts';

/** The bytes of an .xlsx with a sheet per table. */
export function geweigerdWerkmap(tabellen: readonly Geweigerdetabel[]): Promise<Uint8Array> {
  return tabellenBytes(tabellen.map(({ bestand, blad, controlegetal, plan, rijen }) => {
    // Also columns that are empty in all of these rows: what is missing has to be filled in somewhere.
    const kolommen = plan ? herstelkolommen(plan) : [];
    const opschriften = new Map(plan && kolommen.map((k) => [k.kop, opschriftIn(plan, k)]));
    const koppen = [...new Set([...kolommen.map(({ kop }) => kop), ...rijen.flatMap(({ waarden }) => Object.keys(waarden))])];
    const kenmerk = kenmerkVan({ controlegetal, blad });
    return {
      naam: blad === null ? bestand : `${blad} (${bestand})`,
      koppen: [BRONRIJ, ...koppen.map((kop) => opschriften.get(kop) ?? kop), REDEN, KENMERK],
      rijen: rijen.map(({ rij, waarden, meldingen }) => [rij, ...koppen.map((kop) => waarden[kop] ?? null), meldingen.filter(({ niveau }) => niveau === 'fout').map(({ code, tekst }) => `${code}: ${tekst}`).join(' '), kenmerk]),
      breedte: (kop: string) => (kop === REDEN ? 90 : Math.min(40, Math.max(12, kop.length + 2))),
    };
  }), 'Geen geweigerde rijen');
}
