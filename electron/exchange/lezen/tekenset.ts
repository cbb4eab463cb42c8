/** Which bytes a text file is made of, and its checksum, in one pass; and its text, streamed. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Leesfout } from './leesfout.ts';

export const TEKENSETS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Tekenset = (typeof TEKENSETS)[number];

export interface Tekstverkenning {
  tekenset: Tekenset;
  /** Bytes to skip. */
  bom: number;
  bytes: number;
  controlegetal: string;
  /** Lines end in a lone carriage return. */
  alleenCr: boolean;
}

const STUK = 1 << 16;

/** Looks at every byte: UTF-8 only when all of it is UTF-8, else Windows-1252; UTF-16 by its byte order mark or its zeros. */
export async function verkenTekst(pad: string, bestand: string, gekozen?: string): Promise<Tekstverkenning> {
  const som = createHash('sha256');
  let bytes = 0;
  let eerste: Buffer | undefined;
  let utf8 = true;
  let rest = Buffer.alloc(0);
  let nieuweRegel = false;
  let terugloop = false;
  for await (const ruw of createReadStream(pad, { highWaterMark: STUK })) {
    const stuk = ruw as Buffer;
    som.update(stuk);
    bytes += stuk.length;
    eerste ??= Buffer.from(stuk.subarray(0, 4096));
    nieuweRegel ||= stuk.includes(10);
    terugloop ||= stuk.includes(13);
    if (utf8) {
      const alles = rest.length === 0 ? stuk : Buffer.concat([rest, stuk]);
      const grens = heleTekens(alles);
      utf8 = isUtf8(alles.subarray(0, grens));
      rest = Buffer.from(alles.subarray(grens));
    }
  }
  const begin = eerste ?? Buffer.alloc(0);
  utf8 &&= rest.length === 0;
  const { tekenset, bom } = kies(begin, utf8, bestand, gekozen);
  return { tekenset, bom, bytes, controlegetal: som.digest('hex'), alleenCr: terugloop && !nieuweRegel };
}

function kies(begin: Buffer, utf8: boolean, bestand: string, gekozen: string | undefined): { tekenset: Tekenset; bom: number } {
  if (gekozen !== undefined && !(TEKENSETS as readonly string[]).includes(gekozen)) {
    throw new Leesfout('I42', `Tekenset “${gekozen}” is niet bekend. Kies uit ${TEKENSETS.join(', ')}.`);
  }
  const gevraagd = gekozen as Tekenset | undefined;
  if (begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf) {
    if (!utf8) throw new Leesfout('I42', `${bestand} begint als UTF-8 maar bevat tekens die dat niet zijn: het is beschadigd of door twee programma's geschreven. Exporteer het opnieuw.`);
    return { tekenset: gevraagd ?? 'utf-8', bom: 3 };
  }
  if (begin[0] === 0xff && begin[1] === 0xfe) return { tekenset: 'utf-16le', bom: 2 };
  if (begin[0] === 0xfe && begin[1] === 0xff) return { tekenset: 'utf-16be', bom: 2 };
  // Text in UTF-16 without a mark has a zero in nearly every other byte; other files with zeros are no text.
  let even = 0;
  let oneven = 0;
  for (let i = 0; i < begin.length; i++) if (begin[i] === 0) { if (i % 2 === 0) even++; else oneven++; }
  if (even + oneven > 0) {
    if (oneven > begin.length * 0.3 && even === 0) return { tekenset: 'utf-16le', bom: 0 };
    if (even > begin.length * 0.3 && oneven === 0) return { tekenset: 'utf-16be', bom: 0 };
    throw new Leesfout('I41', `${bestand} is geen tekstbestand. Sla het op als Excel-werkmap (.xlsx) of als .csv.`);
  }
  if (gevraagd === 'utf-8' && !utf8) throw new Leesfout('I42', `${bestand} is niet als UTF-8 te lezen. Laat de tekenset weg of kies windows-1252.`);
  return { tekenset: gevraagd ?? (utf8 ? 'utf-8' : 'windows-1252'), bom: 0 };
}

/** Length of `b` without a UTF-8 character that is cut off at its end. */
function heleTekens(b: Buffer): number {
  for (let i = 1; i <= 3 && i <= b.length; i++) {
    const c = b[b.length - i] ?? 0;
    if (c < 0x80) return b.length;
    if (c >= 0xc0) {
      const lengte = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
      return lengte > i ? b.length - i : b.length;
    }
  }
  return b.length;
}

// Written out because TextDecoder took windows-1252 for latin1 in several versions of Node.
const HOOG = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file in pieces; a character is never cut. */
export async function* leesTekst(pad: string, v: Tekstverkenning, opties: { tot?: number; gelezen?: (bytes: number) => void } = {}): AsyncGenerator<string> {
  const stroom = createReadStream(pad, { highWaterMark: STUK, start: v.bom, ...(opties.tot === undefined ? {} : { end: opties.tot }) });
  const decoder = v.tekenset === 'windows-1252' ? null : new TextDecoder(v.tekenset, { fatal: opties.tot === undefined, ignoreBOM: true });
  let bytes = v.bom;
  for await (const ruw of stroom) {
    const stuk = ruw as Buffer;
    bytes += stuk.length;
    opties.gelezen?.(bytes);
    const tekst = decoder === null
      ? stuk.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => HOOG[c.charCodeAt(0) - 0x80] ?? c)
      : decoder.decode(stuk, { stream: true });
    yield v.alleenCr ? tekst.replaceAll('\r', '\n') : tekst;
  }
  const laatste = decoder?.decode();
  if (laatste) yield laatste;
}
