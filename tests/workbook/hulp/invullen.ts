/** Types values into cells of a workbook of ours, as a user would, without touching anything else. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { kolomletters } from '../../../templates/voorstel/formule.ts';
import type { Werkmap } from '../../../templates/voorstel/werkmap.ts';

/** @param invoer value by defined name; a number, or a text for a cell with a choice of words */
export function vulIn(bytes: Uint8Array, werkmap: Werkmap, invoer: Readonly<Record<string, number | string>>): Uint8Array {
  const delen = unzipSync(bytes);
  for (const [naam, waarde] of Object.entries(invoer)) {
    const plek = werkmap.namen.get(naam);
    if (!plek) throw new Error(`De werkmap heeft geen naam ${naam}`);
    const deel = `xl/worksheets/sheet${werkmap.bladen.indexOf(plek.rij.blad) + 1}.xml`;
    const adres = `${kolomletters(plek.kolom)}${plek.rij.nummer}`;
    const tekst = strFromU8(delen[deel] as Uint8Array);
    const cel = new RegExp(`<c r="${adres}" s="(\\d+)"(?: t="s")?(?:/>|>(?!<f>).*?</c>)`);
    if (!cel.test(tekst)) throw new Error(`${naam} (${plek.rij.blad.naam}!${adres}) is geen cel met een waarde`);
    delen[deel] = strToU8(tekst.replace(cel, (_, stijl: string) => (typeof waarde === 'number' ? `<c r="${adres}" s="${stijl}"><v>${waarde}</v></c>` : `<c r="${adres}" s="${stijl}" t="inlineStr"><is><t>${waarde}</t></is></c>`)));
  }
  return zipSync(delen, { level: 1 });
}
