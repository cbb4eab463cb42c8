import { describe, expect, it } from 'vitest';
import { changeWords, placeWords, valueWords } from '../../../renderer/features/logboek/words.ts';

const names = new Map([['batavier', 'Batavier'], ['GM0164', 'Hengelo'], ['P1', 'Dagbehandeling']]);
const words = (value: unknown): string => valueWords(value, names).replaceAll('\u00a0', ' ');

describe('the log in words', () => {
  it('names what codes stand for', () => {
    expect(placeWords('leerlingen, batavier GM0164, aantal', names)).toBe('leerlingen, Batavier Hengelo, aantal');
  });

  it.each<[unknown, string]>([
    [null, 'niets'], [0.85, '0,85'], [84_500, '84.500'], [true, 'ja'], ['2027-08-01', '1 aug. 2027'], ['GM0164', 'Hengelo'], [[], 'niets'], [['GM0164', 'GM0147'], 'Hengelo, GM0147'], [{}, 'niets'],
    [{ school: 'batavier', aantal: 12, herkomst: { aantal: { bron: 'lijst' } } }, 'school Batavier, aantal 12'], [{ vervangbaar: { P1: 0.4 } }, 'vervangbaar Dagbehandeling 0,4'],
    [{ inzet: [{ bedrag: 1 }, { bedrag: 2 }] }, 'inzet 2 onderdelen'],
  ])('%j', (value, read) => expect(words(value)).toBe(read));

  it('shortens what is long, and writes no notation of the file', () => {
    const long = words(Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`veld${i}`, { a: { b: { c: i } } }])));
    expect(long.length).toBeLessThanOrEqual(201);
    expect(long).not.toMatch(/[{}"]/);
  });

  it('says what was added, removed or changed', () => {
    expect(changeWords({ plaats: 'x', van: null, naar: 3 }, names)).toEqual({ how: 'toegevoegd', after: '3' });
    expect(changeWords({ plaats: 'x', van: 3, naar: null }, names)).toEqual({ how: 'verwijderd', after: '3' });
    expect(changeWords({ plaats: 'leerlingen, batavier GM0164', van: null, naar: { school: 'batavier', gemeente: 'GM0164', aantal: 145 } }, names)).toEqual({ how: 'toegevoegd', after: 'aantal 145' });
    expect(changeWords({ plaats: 'x', van: 0.85, naar: 0.3 }, names)).toEqual({ how: 'gewijzigd', before: '0,85', after: '0,3' });
  });
});
