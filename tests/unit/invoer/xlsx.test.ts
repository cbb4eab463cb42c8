import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBron } from '../../../electron/exchange/lezen/bron.ts';
import { opmaakVan } from '../../../electron/exchange/lezen/datumopmaak.ts';
import { Leesfout } from '../../../electron/exchange/lezen/leesfout.ts';
import type { Rij } from '../../../models/invoer/types.ts';
import { type Testcel, type Testmap, werkmap } from './werkmap.ts';

let map = '';
beforeAll(() => void (map = mkdtempSync(join(tmpdir(), 'xlsx-'))));
afterAll(() => rmSync(map, { recursive: true }));

async function leesBytes(bytes: Uint8Array, blad = 0): Promise<Rij[]> {
  const pad = join(map, 'b.xlsx');
  writeFileSync(pad, bytes);
  const bron = await openBron(pad);
  try {
    const rijen: Rij[] = [];
    for await (const stapel of bron.bladen[blad]!.rijen()) rijen.push(...stapel);
    return rijen;
  } finally {
    await bron.sluit();
  }
}
const lees = (t: Partial<Testmap> & { cellen?: Testcel[] }): Promise<Rij[]> => leesBytes(werkmap({ bladen: [{ naam: 'Blad1', rijen: [t.cellen ?? []] }], ...t }));

describe('a cell', () => {
  test.each<[string, Testcel, unknown]>([
    ['shared text', 'Cliënt & zo', 'Cliënt & zo'],
    ['shared text with spaces around it', '  x \u00a0', 'x'],
    ['only spaces', '   ', null],
    ['number', 1234.56, 1234.56],
    ['number in scientific notation', { xml: '<c r="@"><v>1.5E-3</v></c>' }, 0.0015],
    ['true', true, true],
    ['empty with a style', { xml: '<c r="@" s="1"/>' }, null],
    ['date', { datum: '2026-12-31' }, { datum: '2026-12-31' }],
    ['date with a time', { opmaak: 1, waarde: 46022.75 }, { fout: 'een datum met een tijdstip' }],
    ['date before March 1900', { opmaak: 1, waarde: 12 }, { fout: 'een datum die niet bestaat of voor maart 1900 ligt' }],
    ['ISO date', { xml: '<c r="@" t="d"><v>2026-12-31</v></c>' }, { datum: '2026-12-31' }],
    ['error', { fout: '#N/A' }, { fout: 'de foutwaarde #N/B' }],
    ['error in a formula', { xml: '<c r="@" t="e"><f>A1</f><v>#REF!</v></c>' }, { fout: 'de foutwaarde #VERW!' }],
    ['formula with its number', { formule: 'SUM(B1:B2)', waarde: 12.5 }, 12.5],
    ['formula with its text', { formule: 'A2', waarde: 'tekst' }, 'tekst'],
    ['formula with empty text', { formule: 'A2', waarde: '' }, null],
    ['formula never calculated', { formule: 'SUM(B1:B2)' }, { fout: 'een formule die niet is uitgerekend' }],
    ['formula never calculated, empty value', { xml: '<c r="@"><f>A1</f><v/></c>' }, { fout: 'een formule die niet is uitgerekend' }],
    ['text formula never calculated', { xml: '<c r="@" t="str"><f>A1</f></c>' }, { fout: 'een formule die niet is uitgerekend' }],
    ['inline text', { xml: '<c r="@" t="inlineStr"><is><t>los</t></is></c>' }, 'los'],
    ['inline rich text', { xml: '<c r="@" t="inlineStr"><is><r><rPr><b/></rPr><t>vet</t></r><r><t xml:space="preserve"> en los</t></r></is></c>' }, 'vet en los'],
    ['CDATA', { xml: '<c r="@" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>' }, 'a<b'],
    ['escaped character', { xml: '<c r="@" t="inlineStr"><is><t>a_x000D_b</t></is></c>' }, 'a\rb'],
  ])('%s', async (_, cel, verwacht) => {
    expect(await lees({ cellen: ['voor', cel, 'na'] })).toEqual([{ nummer: 1, cellen: ['voor', verwacht, 'na'] }]);
  });

  test('rich and phonetic shared texts', async () => {
    const sst = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Hen</t></r><r><rPr><i/></rPr><t>gelo</t></r><rPh sb="0" eb="2"><t>uitspraak</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si></sst>';
    expect(await lees({ bladen: [{ naam: 'x', sheetData: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' }], onderdelen: { 'xl/sharedStrings.xml': sst } })).toEqual([{ nummer: 1, cellen: ['Hengelo', null, null] }]);
  });

  test('a workbook that wants to be recalculated may hold zeros that were never calculated', async () => {
    const cellen: Testcel[] = [{ formule: 'A2', waarde: 0 }, { formule: 'A3', waarde: 7 }, 0];
    expect((await lees({ cellen, herrekenen: true }))[0]?.cellen).toEqual([{ fout: 'een formule die niet is uitgerekend' }, 7, 0]);
    expect((await lees({ cellen }))[0]?.cellen).toEqual([0, 7, 0]);
  });

  test('dates by any format, in both day counts', async () => {
    const opmaken = ['dd-mm-yyyy', '[$-413]d mmmm yyyy;@', 'mmm yy', '"dag "0', '#,##0.00', '[h]:mm', '0.00E+00', '[Red]0;[Blue]-0', 'yyyy\\-mm\\-dd', 'General'];
    const cellen: Testcel[] = opmaken.map((_, i) => ({ opmaak: i + 2, waarde: 46022 }));
    const dag = { datum: '2025-12-31' };
    expect((await lees({ opmaken, cellen }))[0]?.cellen).toEqual([dag, dag, dag, 46022, 46022, { fout: 'een tijdstip' }, 46022, 46022, dag, 46022]);
    expect((await lees({ cellen: [{ datum: '2026-03-01' }], sinds1904: true }))[0]?.cellen).toEqual([{ datum: '2026-03-01' }]);
  });

  test('built-in formats', () => {
    expect([0, 1, 2, 9, 14, 15, 16, 17, 18, 21, 22, 45, 49].map((id) => opmaakVan(id, undefined))).toEqual(['overig', 'overig', 'overig', 'overig', 'datum', 'datum', 'datum', 'datum', 'tijd', 'tijd', 'datum', 'tijd', 'overig']);
    expect(opmaakVan(164, '"jaar" 0')).toBe('overig');
    expect(opmaakVan(164, '€ #,##0.00_-;[Red]€ -#,##0.00')).toBe('overig');
    expect(opmaakVan(164, 'd/m/yyyy h:mm AM/PM')).toBe('datum');
    expect(opmaakVan(164, 'h:mm AM/PM')).toBe('tijd');
  });
});

describe('a sheet', () => {
  test('cells and rows without a place follow on; gaps are empty', async () => {
    const sheetData = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c t="b"><v>0</v></c></row>';
    expect(await lees({ bladen: [{ naam: 'x', sheetData }] })).toEqual([{ nummer: 1, cellen: [1, 2] }, { nummer: 4, cellen: [null, null, 3, 4] }, { nummer: 5, cellen: [false] }]);
  });

  test('another prefix, another order of attributes, single quotes', async () => {
    const geheel = `<?xml version='1.0'?><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row spans='1:2' r='2'><x:c t='s' s='0' r='B2'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const sst = '<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:t>ja</x:t></x:si></x:sst>';
    expect(await lees({ bladen: [{ naam: 'x', geheel }], onderdelen: { 'xl/sharedStrings.xml': sst } })).toEqual([{ nummer: 2, cellen: [null, 'ja'] }]);
  });

  test('sheets keep their names, hidden ones are marked, chart sheets are left out', async () => {
    const pad = join(map, 'b.xlsx');
    writeFileSync(pad, werkmap({ bladen: [{ naam: 'Eén & twee' }, { naam: 'Lijsten', verborgen: true }] }));
    const bron = await openBron(pad);
    expect(bron.bladen.map((b) => [b.naam, b.verborgen])).toEqual([['Eén & twee', false], ['Lijsten', true]]);
    expect(bron.controlegetal).toMatch(/^[0-9a-f]{64}$/);
    await bron.sluit();
  });

  test('what a well-known writer writes is read cell by cell', async () => {
    const boek = new ExcelJS.Workbook();
    const blad = boek.addWorksheet('Gegevens');
    blad.addRow(['School', 'Start', 'Bedrag', 'Formule', 'Vet']);
    blad.addRow(['de Kapstok', new Date(Date.UTC(2026, 0, 1)), 1234.5, { formula: 'C2*2', result: 2469 }, { richText: [{ text: 'a' }, { font: { bold: true }, text: 'b' }] }]);
    blad.getCell('B2').numFmt = 'dd-mm-yyyy';
    blad.mergeCells('A3:C3');
    expect(await leesBytes(new Uint8Array(await boek.xlsx.writeBuffer()))).toEqual([
      { nummer: 1, cellen: ['School', 'Start', 'Bedrag', 'Formule', 'Vet'] },
      { nummer: 2, cellen: ['de Kapstok', { datum: '2026-01-01' }, 1234.5, 2469, 'ab'] },
      { nummer: 3, cellen: [null, null, null] },
    ]);
  });

  test('any table comes back', async () => {
    const cel = fc.oneof(fc.constant(null), fc.stringMatching(/^[A-Za-z<&>"' é€]{1,6}$/), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.boolean(), fc.integer({ min: 61, max: 90_000 }).map((n) => ({ datum: new Date((n - 25_569) * 86_400_000).toISOString().slice(0, 10) })));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cel, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 }), async (rijen) => {
        const verwacht = rijen.map((r) => r.map((c) => (typeof c === 'string' ? (c.trim() === '' ? null : c.trim()) : Object.is(c, -0) ? 0 : c)));
        const gelezen = await leesBytes(werkmap({ bladen: [{ naam: 'x', rijen }] }));
        expect(gelezen.map((r) => [...r.cellen, ...Array.from({ length: verwacht[r.nummer - 1]!.length - r.cellen.length }, () => null)])).toEqual(verwacht);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what cannot be read is refused with what to do', () => {
  const blad = (sheetData: string): Partial<Testmap> => ({ bladen: [{ naam: 'x', sheetData }] });
  test.each<[string, () => Uint8Array, RegExp]>([
    ['cells out of order', () => werkmap({ ...blad('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>') } as Testmap), /niet op volgorde/],
    ['the same cell twice', () => werkmap({ ...blad('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>') } as Testmap), /niet op volgorde/],
    ['rows out of order', () => werkmap({ ...blad('<row r="2"/><row r="1"/>') } as Testmap), /niet op volgorde/],
    ['a cell of another row', () => werkmap({ ...blad('<row r="1"><c r="A2"><v>1</v></c></row>') } as Testmap), /staat niet in rij 1/],
    ['a text that is not there', () => werkmap({ ...blad('<row r="1"><c r="A1" t="s"><v>99</v></c></row>') } as Testmap), /verwijst naar een tekst die er niet is/],
    ['a number that is none', () => werkmap({ ...blad('<row r="1"><c r="A1"><v>1,5</v></c></row>') } as Testmap), /geen getal/],
    ['a kind that is not known', () => werkmap({ ...blad('<row r="1"><c r="A1" t="z"><v>1</v></c></row>') } as Testmap), /onbekende soort/],
    ['a million columns', () => werkmap({ ...blad('<row r="1"><c r="ZZZ1"><v>1</v></c></row>') } as Testmap), /voorbij kolom 2000/],
    ['broken XML', () => werkmap({ bladen: [{ naam: 'x', geheel: '<worksheet><sheetData><row>' }] }), /beschadigd/],
    ['a DTD', () => werkmap({ bladen: [{ naam: 'x', geheel: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }] }), /DTD/],
    ['a missing sheet', () => werkmap({ bladen: [{ naam: 'x' }], onderdelen: { 'xl/worksheets/sheet1.xml': null } }), /blad “x” ontbreekt/],
    ['binary workbook', () => zipSync({ 'xl/workbook.bin': strToU8('x') }), /\.xlsb/],
    ['OpenDocument', () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }), /\.ods/],
    ['any other zip', () => zipSync({ 'foto.jpg': strToU8('x') }), /geen Excel-werkmap/],
    ['a zip that stops', () => werkmap({ bladen: [{ naam: 'x' }] }).slice(0, 900), /beschadigd of niet volledig/],
  ])('%s', async (_, maak, zin) => {
    const fout = await leesBytes(maak()).then(() => null, (f: unknown) => f);
    expect(fout).toBeInstanceOf(Leesfout);
    expect(String((fout as Error).message)).toMatch(zin);
    expect((fout as Error).message).toMatch(/^b\.xlsx/);
  });

  test('a zip bomb stops early', async () => {
    const bom = werkmap({ bladen: [{ naam: 'x', geheel: `<worksheet><sheetData>${'<!--     -->'.repeat(10_000_000)}</sheetData></worksheet>` }] });
    expect(bom.length).toBeLessThan(1_000_000);
    await expect(leesBytes(bom)).rejects.toThrow(/onredelijk groot/);
  });

  test('any damaged byte gives the same cells or an error, never other cells', async () => {
    const goed = werkmap({ bladen: [{ naam: 'x', rijen: [['School', 'Bedrag'], ['de Kapstok', 1234.56], ['Stapsteen', 98765.43]] }] });
    const verwacht = await leesBytes(goed);
    await fc.assert(
      fc.asyncProperty(fc.nat(goed.length - 1), fc.integer({ min: 1, max: 255 }), async (plek, anders) => {
        const stuk = goed.slice();
        stuk[plek] = (stuk[plek] ?? 0) ^ anders;
        let gelezen: Rij[];
        try {
          gelezen = await leesBytes(stuk);
        } catch (fout) {
          expect(fout, String((fout as Error).stack)).toBeInstanceOf(Leesfout);
          return;
        }
        expect(gelezen).toEqual(verwacht);
      }),
      { numRuns: 400 },
    );
  });
});
