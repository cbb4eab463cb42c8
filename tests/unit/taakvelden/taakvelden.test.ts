import { describe, expect, it } from 'vitest';
import { TAAKVELDREEKSEN } from '../../../templates/taakvelden/reeksen.ts';
import { reeksVan, taakveldnaam, taakveldPerJaar } from '../../../templates/taakvelden/taakvelden.ts';

const LATER = 'iv3-lokaal-regionaal-landelijk';

describe('taakvelden', () => {
  it('holds the two series, each marked as not verified', () => {
    expect(TAAKVELDREEKSEN.map((r) => r.taakvelden.map((t) => t.code))).toEqual([
      ['6.72a', '6.72b', '6.72c', '6.72d', '6.73a', '6.73b', '6.73c', '6.74a', '6.74b', '6.74c', '6.82a', '6.82b'],
      ['6.751', '6.752', '6.753', '6.761', '6.762', '6.763', '6.792', '6.821', '6.822'],
    ]);
    for (const { status, bron } of TAAKVELDREEKSEN) expect([status, bron !== '']).toEqual(['niet geverifieerd', true]);
  });

  it('chooses the series of a budget year, by the year that the user set', () => {
    expect([2022, 2023, 2024, 2025, 2030].map((jaar) => reeksVan(jaar)?.id)).toEqual([undefined, 'iv3-2023', 'iv3-2023', LATER, LATER]);
    expect([2025, 2026, 2027].map((jaar) => reeksVan(jaar, { [LATER]: 2027 })?.id)).toEqual(['iv3-2023', 'iv3-2023', LATER]);
  });

  it('writes a change of series as the taakveld per year of a product', () => {
    const codes = { 'iv3-2023': '6.72b', [LATER]: '6.752' };
    expect(taakveldPerJaar(codes, [2026, 2027, 2028], { [LATER]: 2028 })).toEqual({ 2026: '6.72b', 2027: '6.72b', 2028: '6.752' });
    expect(taakveldPerJaar({ [LATER]: '6.752' }, [2024, 2025])).toEqual({ 2025: '6.752' });
  });

  it('names a code, and leaves an own text as it is', () => {
    expect(taakveldnaam('6.752')).toBe('6.752 Jeugdhulp ambulant regionaal');
    expect(taakveldnaam('eigen post')).toBe('eigen post');
  });
});
