import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBron } from '../../../electron/exchange/lezen/bron.ts';
import { Csvlezer, kiesScheidingsteken } from '../../../electron/exchange/lezen/csv.ts';
import { Leesfout } from '../../../electron/exchange/lezen/leesfout.ts';
import type { Rij } from '../../../models/invoer/types.ts';

function lees(stukken: string[], teken = ';'): Rij[] {
  const lezer = new Csvlezer(teken, 'test.csv');
  return [...stukken.flatMap((s) => lezer.voer(s)), ...lezer.einde()];
}
const cellen = (tekst: string, teken = ';'): unknown[] => lees([tekst], teken).map((r) => r.cellen);

describe('rows of separated text', () => {
  test.each<[string, unknown[]]>([
    ['a;b\r\n1;2\r\n', [['a', 'b'], ['1', '2']]],
    ['a;b\n1;2', [['a', 'b'], ['1', '2']]],
    ['a;;c;\n', [['a', null, 'c', null]]],
    ['\n\n;\n', [[null], [null], [null, null]]],
    ['"a;b";"c""d"\n', [['a;b', 'c"d']]],
    ['"regel 1\r\nregel 2";x\n', [['regel 1\r\nregel 2', 'x']]],
    ['""; ""\n', [[null, '""']]],
    ['5" pijp;x\n', [['5" pijp', 'x']]],
    ['"a"  ;b\n', [['a', 'b']]],
    ['  a  ;\u00a0b\u00a0\n', [['a', 'b']]],
    ['"laatste"', [['laatste']]],
    ['a;"b"', [['a', 'b']]],
  ])('%j', (tekst, verwacht) => expect(cellen(tekst)).toEqual(verwacht));

  test('text after a closing quote makes the row faulty, not something else', () => {
    const [rij] = lees(['"a"b;c\n']);
    expect(rij).toMatchObject({ nummer: 1, fout: 'tekst na een sluitend aanhalingsteken' });
  });
  test('a quote that is never closed makes the file unreadable and names the row', () => {
    expect(() => lees(['a;b\n1;"2\n3;4\n'])).toThrow(/aanhalingsteken in rij 2 wordt nergens gesloten/);
  });
  test('limits on columns and length of a row', () => {
    expect(() => lees([`${';'.repeat(3000)}\n`])).toThrow(/3001 kolommen/);
    expect(() => lees(['x'.repeat(5_000_000)])).toThrow(Leesfout);
  });

  test('any cells come back, wherever the text is cut', () => {
    const waarde = fc.oneof(fc.stringMatching(/^[a-z0-9 ,.;"|\n\t€é-]{0,8}$/), fc.constantFrom('"', '""', '\n', '\r\n', ';', ''));
    const tabel = fc.array(fc.array(waarde, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(tabel, fc.constantFrom(';', ',', '\t', '|'), fc.boolean(), fc.array(fc.nat(200), { maxLength: 6 }), (rijen, teken, crlf, plekken) => {
        const veld = (v: string): string => (/["\r\n]/.test(v) || v.includes(teken) || v === '' ? `"${v.replaceAll('"', '""')}"` : v);
        const tekst = rijen.map((r) => r.map(veld).join(teken)).join(crlf ? '\r\n' : '\n');
        const grenzen = [0, ...plekken.map((p) => p % (tekst.length + 1)).toSorted((a, b) => a - b), tekst.length];
        const stukken = grenzen.slice(1).map((g, i) => tekst.slice(grenzen[i], g));
        const gelezen = lees(stukken, teken);
        expect(gelezen.map((r) => r.cellen)).toEqual(rijen.map((r) => r.map((v) => (v.trim() === '' ? null : v.trim()))));
        expect(gelezen.map((r) => r.nummer)).toEqual(rijen.map((_, i) => i + 1));
      }),
      { numRuns: 3_000 },
    );
  });

  test('any text at all gives the same rows in one piece as in two, or is refused', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a";\n\r ]{0,24}$/), fc.nat(24), (tekst, plek) => {
        const probeer = (stukken: string[]): unknown => {
          try {
            return lees(stukken);
          } catch (fout) {
            if (fout instanceof Leesfout) return 'geweigerd';
            throw fout;
          }
        };
        expect(probeer([tekst.slice(0, plek), tekst.slice(plek)])).toEqual(probeer([tekst]));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the separator', () => {
  test.each([
    ['School;Gemeente;Bedrag\na;b;1,5\nc;d;2,5\n', ';'],
    ['School,Gemeente,Bedrag\na,b,1.5\nc,d,2.5\n', ','],
    ['School\tGemeente\na\tb, c\n', '\t'],
    ['School|Gemeente\na|b\n', '|'],
    ['Overzicht, voorlopig\n\nSchool;Gemeente;Aantal\na;b;1\nc;d;2\n', ';'],
    ['"School";"Naam, lang";"x"\n"a";"b, c";"d"\n', ';'],
  ])('%j', (tekst, teken) => expect(kiesScheidingsteken(tekst, true)).toBe(teken));
});

describe('the character set', () => {
  let map = '';
  beforeAll(() => void (map = mkdtempSync(join(tmpdir(), 'csv-'))));
  afterAll(() => rmSync(map, { recursive: true }));
  const leesBestand = async (bytes: Uint8Array): Promise<{ rijen: Rij[]; tekenset: string | undefined }> => {
    const pad = join(map, 'b.csv');
    writeFileSync(pad, bytes);
    const bron = await openBron(pad);
    const rijen: Rij[] = [];
    for await (const stapel of bron.bladen[0]!.rijen()) rijen.push(...stapel);
    await bron.sluit();
    return { rijen, tekenset: bron.tekenset };
  };
  const TEKST = 'Cliënt;School “één”;€\nÀ;’t Genseler;œ\n';
  const utf16 = (t: string, groot: boolean): Buffer => {
    const b = Buffer.from(t, 'utf16le');
    return groot ? b.swap16() : b;
  };
  const cp1252 = Buffer.from([...TEKST].map((c) => ({ '€': 0x80, '“': 0x93, '”': 0x94, '’': 0x92, œ: 0x9c })[c] ?? c.charCodeAt(0)));
  test.each<[string, Uint8Array]>([
    ['utf-8', Buffer.from(TEKST)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEKST)])],
    ['windows-1252', cp1252],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(TEKST, false)])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(TEKST, true)])],
    ['utf-16le', utf16(TEKST, false)],
    ['utf-16be', utf16(TEKST, true)],
  ])('%s', async (tekenset, bytes) => {
    const gelezen = await leesBestand(bytes);
    expect(gelezen.tekenset).toBe(tekenset);
    expect(gelezen.rijen.map((r) => r.cellen)).toEqual([['Cliënt', 'School “één”', '€'], ['À', '’t Genseler', 'œ']]);
  });
  test('a letter is not cut between two pieces of a large file', async () => {
    const regel = 'ë€'.repeat(20) + ';x\n';
    const { rijen } = await leesBestand(Buffer.from(`a${regel.repeat(3_000)}`));
    expect(rijen.every((r, i) => r.cellen[0] === (i === 0 ? 'a' : '') + 'ë€'.repeat(20))).toBe(true);
    expect(rijen.length).toBe(3_000);
  });
  test('old line ends', async () => {
    const { rijen } = await leesBestand(Buffer.from('a;b\r1;2\r'));
    expect(rijen.map((r) => r.cellen)).toEqual([['a', 'b'], ['1', '2']]);
  });
  test.each<[string, Uint8Array, RegExp]>([
    ['empty', Buffer.alloc(0), /is leeg/],
    ['bytes', Buffer.from([1, 2, 0, 3, 4, 0, 0, 9]), /geen tekstbestand/],
    ['UTF-8 by its mark, broken', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), cp1252]), /begint als UTF-8/],
    ['web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), /webpagina/],
    ['pdf', Buffer.from('%PDF-1.7\n'), /pdf/],
    ['old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /\.xls\).*\.xlsx/],
    ['protected Excel', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), /wachtwoord/],
  ])('%s is refused with what to do', async (_, bytes, zin) => {
    await expect(leesBestand(bytes)).rejects.toThrow(zin);
  });
  test('what is not there', async () => {
    await expect(openBron(join(map, 'nergens.csv'))).rejects.toThrow(/bestaat niet/);
    await expect(openBron(map)).rejects.toThrow(/is een map/);
  });
});
