/** The golden workbook of the example: what stands on its sheets and what comes out, written down, so that no change goes unseen (update with `vitest -u`). */
import { describe, expect, it } from 'vitest';
import { maakVoorstel } from '../../electron/service/voorstel.ts';
import { leesWerkmap } from '../../electron/exchange/werkmap/lezen.ts';
import { metGroepen } from './hulp/groepen.ts';
import { hengelo } from '../hulp/hengelo.ts';


/** A sheet in lines: its headings and labels, how many formulas it has, and every named cell with its value. */
function uitgeschreven(bytes: Uint8Array): string {
  const { bladen, namen } = leesWerkmap(bytes);
  const opBlad = Map.groupBy([...namen], ([, { blad }]) => blad);
  const waarde = (w: unknown): string => (typeof w === 'number' ? String(Math.round(w * 100) / 100) : JSON.stringify(w));
  return [...bladen].map(([blad, cellen]) => {
    const labels = [...cellen].filter(([adres, c]) => /^A\d+$/.test(adres) && typeof c.waarde === 'string' && c.waarde !== '').map(([, c]) => String(c.waarde));
    const uniek = [...new Set(labels)].map((tekst) => tekst.slice(0, 90));
    const genoemd = (opBlad.get(blad) ?? []).filter(([naam]) => !naam.startsWith('_xlnm')).map(([naam, { cel }]) => `  ${naam} ${waarde(cellen.get(cel)?.waarde ?? null)}`).sort();
    return [`${blad}: ${[...cellen.values()].filter((c) => c.formule !== undefined).length} formules`, ...uniek.map((tekst) => `  | ${tekst}`), ...genoemd].join('\n');
  }).join('\n\n').concat('\n');
}

describe('de gouden werkmap van het voorbeeld', () => {
  it('is zoals zij is opgeschreven', async () => {
    const gemaakt = await maakVoorstel(metGroepen(await hengelo()), 'alle-scholen', { lezer: 'intern', moment: new Date('2026-10-01T12:00:00Z'), programma: 'test' });
    if (!gemaakt.ok) throw new Error(gemaakt.fouten.map(({ tekst }) => tekst).join('\n'));
    await expect(uitgeschreven(gemaakt.werkmap)).toMatchFileSnapshot('../fixtures/werkmap/voorbeeld.txt');
  }, 60_000);
});
