/** Types values into cells of a workbook of ours, as a user would, without touching anything else. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { kolomletters } from '../../../templates/voorstel/formule.ts';
import type { Rij, Werkmap } from '../../../templates/voorstel/werkmap.ts';

/** @param invoer value by defined name; a number, or a text for a cell with a choice of words */
export function vulIn(bytes: Uint8Array, werkmap: Werkmap, invoer: Readonly<Record<string, number | string>>): Uint8Array {
  return zetCellen(bytes, werkmap, Object.entries(invoer).map(([naam, waarde]) => {
    const plek = werkmap.namen.get(naam);
    if (!plek) throw new Error(`De werkmap heeft geen naam ${naam}`);
    return { ...plek, waarde, wat: /<c r="ADRES" s="(\d+)"(?: t="s")?(?:\/>|>(?!<f>).*?<\/c>)/ };
  }));
}

/** Overwrites a formula with a value, as someone does who thinks to know better. */
export function overschrijf(bytes: Uint8Array, werkmap: Werkmap, rij: Rij<string>, kolom: number, waarde: number): Uint8Array {
  return zetCellen(bytes, werkmap, [{ rij, kolom, waarde, wat: /<c r="ADRES" s="(\d+)"[^>]*><f>.*?<\/c>/ }]);
}

function zetCellen(bytes: Uint8Array, werkmap: Werkmap, cellen: readonly { rij: Rij<string>; kolom: number; waarde: number | string; wat: RegExp }[]): Uint8Array {
  const delen = unzipSync(bytes);
  for (const { rij, kolom, waarde, wat } of cellen) {
    const deel = `xl/worksheets/sheet${werkmap.bladen.indexOf(rij.blad) + 1}.xml`;
    const adres = `${kolomletters(kolom)}${rij.nummer}`;
    const tekst = strFromU8(delen[deel] as Uint8Array);
    const cel = new RegExp(wat.source.replace('ADRES', adres));
    if (!cel.test(tekst)) throw new Error(`${rij.blad.naam}!${adres} is geen cel van deze soort`);
    delen[deel] = strToU8(tekst.replace(cel, (_, stijl: string) => (typeof waarde === 'number' ? `<c r="${adres}" s="${stijl}"><v>${waarde}</v></c>` : `<c r="${adres}" s="${stijl}" t="inlineStr"><is><t>${waarde}</t></is></c>`)));
  }
  return zipSync(delen, { level: 1 });
}
