import { describe, expect, it } from 'vitest';
import { TAAKVELDREEKSEN } from '../../../models/project/taakveldreeksen.ts';
import { beginjarenUit, metBeginjaren, metTaakveld, reeksVan, taakveldIn, taakveldnaam } from '../../../models/project/taakvelden.ts';

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

  it('reads in which year a series begins from the codes themselves', () => {
    expect(beginjarenUit(['6.752', undefined, '6.72b'])).toEqual({});
    expect(beginjarenUit([{ 2027: '6.72b', 2028: '6.752', 2029: '6.752' }, { 2027: '6.72a', 2029: '6.751' }, 'eigen post'])).toEqual({ [LATER]: 2028 });
    expect(beginjarenUit([{ 2027: 'eigen post' }])).toEqual({});
  });

  const jaren = [2027, 2028, 2029];
  it('moves the year in which a series begins: codes stay with their series, and what has none is left open', () => {
    const eerst = { 2027: '6.72b', 2028: '6.752', 2029: '6.752' };
    const later = metBeginjaren(eerst, jaren, { [LATER]: 2029 });
    expect(later).toEqual({ 2027: '6.72b', 2028: '6.72b', 2029: '6.752' });
    expect(metBeginjaren('6.752', jaren, { [LATER]: 2029 })).toEqual({ 2029: '6.752' });
    expect(metBeginjaren('eigen post', jaren, { [LATER]: 2029 })).toEqual({ 2027: 'eigen post', 2028: 'eigen post', 2029: 'eigen post' });
    expect(metBeginjaren(undefined, jaren, { [LATER]: 2029 })).toBeUndefined();
  });

  it('loses no code and no year of beginning when a series begins outside the years of the project, before or after', () => {
    const eerst = { 2027: '6.72b', 2028: '6.752', 2029: '6.752' };
    for (const begin of [2025, 2031]) {
      const buiten = metBeginjaren(eerst, jaren, { [LATER]: begin });
      expect(beginjarenUit([buiten])).toEqual({ [LATER]: begin });
      expect(jaren.map((jaar) => taakveldIn(buiten, jaar))).toEqual(jaren.map(() => (begin === 2025 ? '6.752' : '6.72b')));
    }
    expect(metBeginjaren(metBeginjaren(eerst, jaren, { [LATER]: 2031 }), jaren, { [LATER]: 2028 })).toMatchObject(eerst);
  });

  it('changes one year, and stays a text while all years are the same', () => {
    expect(metTaakveld(undefined, jaren, 2028, '6.752')).toEqual({ 2028: '6.752' });
    expect(metTaakveld('6.752', jaren, 2027, '6.72b')).toEqual({ 2027: '6.72b', 2028: '6.752', 2029: '6.752' });
    expect(metTaakveld({ 2027: '6.72b', 2028: '6.752', 2029: '6.752' }, jaren, 2027, '6.752')).toBe('6.752');
    expect(metTaakveld({ 2027: '6.72b', 2028: '6.752', 2029: '6.752', 2031: '6.72a' }, jaren, 2027, '6.752')).toEqual({ 2027: '6.752', 2028: '6.752', 2029: '6.752', 2031: '6.72a' });
    expect(metTaakveld('6.752', [2027], 2027, undefined)).toBeUndefined();
  });

  it('names a code, and leaves an own text as it is', () => {
    expect(taakveldnaam('6.752')).toBe('6.752 Jeugdhulp ambulant regionaal');
    expect(taakveldnaam('eigen post')).toBe('eigen post');
  });
});
