import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beslisDatumnotatie, datumklasse, datumVanExcel, leesDatum, leesMaand } from '../../../models/invoer/datum.ts';

describe('reading a date', () => {
  test.each<[string, string | undefined]>([
    ['31-12-2026', '2026-12-31'],
    ['31/12/2026', '2026-12-31'],
    ['2026-12-31', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['31 dec 2026', '2026-12-31'],
    ['31 december 2026', '2026-12-31'],
    ['31 dec. 2026', '2026-12-31'],
    ['1 mrt 2026', '2026-03-01'],
    ['31-dec-2026', '2026-12-31'],
    ['1-2-2026', '2026-02-01'],
    ['29-02-2024', '2024-02-29'],
    ['31-12-2026 00:00', '2026-12-31'],
    ['2026-12-31T00:00:00', '2026-12-31'],
    ['2026-12-31 00:00:00.000', '2026-12-31'],
    ['31-12-9999', '9999-12-31'],
    // A time may be a date of the day before or after; a zone moves one for certain.
    ['2026-12-31T23:00:00', undefined],
    ['2026-12-31T00:00:00Z', undefined],
    ['2026-12-31T00:00:00+01:00', undefined],
    ['29-02-2026', undefined],
    ['31-04-2026', undefined],
    ['32-01-2026', undefined],
    ['31-12-26', undefined],
    ['31.12.2026', undefined],
    ['31-12/2026', undefined],
    ['1 may 2026', undefined],
    ['1 maa 2026', undefined],
    ['31122026', undefined],
    ['2026/12/31', undefined],
    ['1899-12-31', undefined],
    ['46022', undefined],
    ['', undefined],
  ])('%s', (tekst, datum) => {
    expect(leesDatum(tekst, 'dag-maand')).toBe(datum);
  });

  test('month before day only when the column says so', () => {
    expect(leesDatum('12-31-2026', 'dag-maand')).toBeUndefined();
    expect(leesDatum('12-31-2026', 'maand-dag')).toBe('2026-12-31');
    expect(leesDatum('01-02-2026', 'dag-maand')).toBe('2026-02-01');
    expect(leesDatum('01-02-2026', 'maand-dag')).toBe('2026-01-02');
    expect(['12-31-2026', '31-12-2026', '01-02-2026', '02-02-2026', '2026-01-02', 'x'].map(datumklasse)).toEqual(['md', 'dm', 'beide', 'vast', 'vast', 'geen']);
    expect(beslisDatumnotatie({ geen: 0, vast: 3, dm: 0, md: 0, beide: 4 })).toEqual({ notatie: 'dag-maand' });
    expect(beslisDatumnotatie({ geen: 0, vast: 0, dm: 0, md: 1, beide: 4 })).toEqual({ onzeker: 'maand-dag' });
    expect(beslisDatumnotatie({ geen: 0, vast: 0, dm: 2, md: 1, beide: 4 })).toEqual({ onzeker: 'gemengd' });
  });

  test.each<[string, string | undefined]>([
    ['2026-03', '2026-03-01'],
    ['202603', '2026-03-01'],
    ['03-2026', '2026-03-01'],
    ['3/2026', '2026-03-01'],
    ['maart 2026', '2026-03-01'],
    ['mrt-2026', '2026-03-01'],
    ['01-03-2026', '2026-03-01'],
    ['31-03-2026', '2026-03-01'],
    ['13-2026', undefined],
    ['202613', undefined],
    ['maart', undefined],
    ['mrt-26', undefined],
  ])('month %s', (tekst, maand) => {
    expect(leesMaand(tekst, 'dag-maand')).toBe(maand);
  });
});

const alle: { datum: string; jaar: number; maand: number; dag: number; serie: number }[] = [];
for (let t = Date.UTC(1900, 2, 1); t <= Date.UTC(2199, 11, 31); t += 86_400_000) {
  const d = new Date(t);
  alle.push({ datum: d.toISOString().slice(0, 10), jaar: d.getUTCFullYear(), maand: d.getUTCMonth() + 1, dag: d.getUTCDate(), serie: Math.round((t - Date.UTC(1899, 11, 30)) / 86_400_000) });
}

test('every day of three centuries comes back, in every notation and from both day counts of Excel', () => {
  const fout: unknown[] = [];
  const namen = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
  for (const { datum, jaar, maand, dag, serie } of alle) {
    const [m, d] = [String(maand).padStart(2, '0'), String(dag).padStart(2, '0')];
    const gelezen = [datumVanExcel(serie, false), serie >= 1523 ? datumVanExcel(serie - 1462, true) : datum, leesDatum(`${d}-${m}-${jaar}`, 'dag-maand'), leesDatum(`${maand}/${dag}/${jaar}`, 'maand-dag'), leesDatum(`${jaar}${m}${d}`, 'dag-maand'), leesDatum(`${dag} ${namen[maand - 1] ?? ''} ${jaar}`, 'dag-maand')];
    if (gelezen.some((g) => g !== datum)) fout.push([datum, gelezen]);
  }
  expect(alle.length).toBeGreaterThan(109_000);
  expect(fout).toEqual([]);
});

test('day counts that are no date', () => {
  expect(datumVanExcel(60, false)).toBeUndefined();
  expect(datumVanExcel(59, false)).toBeUndefined();
  expect(datumVanExcel(61, false)).toBe('1900-03-01');
  expect(datumVanExcel(46022.5, false)).toBeUndefined();
  expect(datumVanExcel(2_958_465, false)).toBe('9999-12-31');
  expect(datumVanExcel(2_958_466, false)).toBeUndefined();
  expect(datumVanExcel(-1, false)).toBeUndefined();
});

test('any text is a date that exists, or none; never one moved by a zone', () => {
  expect.hasAssertions();
  const deel = fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), fc.constantFrom('-', '/', ' ', '.', 'T', 'Z', ':', '00', '+01:00', 'dec', 'mei', 'maart', '2026', '12', '31'));
  fc.assert(
    fc.property(fc.array(deel, { minLength: 1, maxLength: 8 }), fc.constantFrom('dag-maand' as const, 'maand-dag' as const), (delen, notatie) => {
      const tekst = delen.join('');
      const datum = leesDatum(tekst, notatie);
      if (datum === undefined) return;
      const [j, m, d] = datum.split('-').map(Number) as [number, number, number];
      const echt = new Date(Date.UTC(j, m - 1, d));
      expect([echt.getUTCFullYear(), echt.getUTCMonth() + 1, echt.getUTCDate()]).toEqual([j, m, d]);
      expect(tekst).not.toMatch(/Z|\+/);
      // The figures of the date are those of the text.
      const inTekst = tekst.replace(/[ T]0?0:00.*$/, '').match(/\d+/g)?.map(Number) ?? [];
      const los = inTekst.length === 1 && String(inTekst[0]).length === 8 ? [Math.floor((inTekst[0] ?? 0) / 10_000), Math.floor(((inTekst[0] ?? 0) % 10_000) / 100), (inTekst[0] ?? 0) % 100] : inTekst;
      const bedoeld = /[a-z]/i.test(tekst.replace('T', '')) ? [j, d] : [j, m, d];
      expect(los.toSorted((a, b) => a - b)).toEqual(bedoeld.toSorted((a, b) => a - b));
    }),
    { numRuns: 20_000 },
  );
});
