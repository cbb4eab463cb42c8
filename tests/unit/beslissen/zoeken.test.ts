import { describe, expect, it } from 'vitest';
import { nulpunt, zoek } from '../../../models/beslissen/zoeken.ts';

describe('nulpunt', () => {
  it.each([
    ['a cube root', (x: number) => x ** 3 - 2, 0, 2, Math.cbrt(2)],
    ['a steep corner', (x: number) => Math.max(x - 0.3, 1e6 * (x - 0.3)), 0, 1, 0.3],
    ['a flat stretch beside it', (x: number) => (x < 0.7 ? -1 : x - 0.7 - 1e-9), 0, 1, 0.7 + 1e-9],
    ['an exponential', (x: number) => Math.exp(x) - 1e5, 0, 30, Math.log(1e5)],
  ])('finds %s', (_, f, a, b, verwacht) => {
    expect(nulpunt(f, a, f(a), b, f(b)).x).toBeCloseTo(verwacht, 10);
  });

  it('finds a jump', () => {
    const f = (x: number): number => (x < 0.123456789 ? -5 : 3);
    const { x } = nulpunt(f, 0, f(0), 1, f(1));
    expect(x).toBeCloseTo(0.123456789, 12);
  });
});

describe('zoek', () => {
  it('says on which side it is met', () => {
    expect(zoek((x) => 100 * (x - 0.25), 0, 1, false, 1)).toMatchObject({ soort: 'gevonden', kruisingen: [{ gehaaldBij: 'lager' }] });
    const dalend = zoek((x) => 100 * (0.3 - x), 0, 1, false, 1);
    expect(dalend).toMatchObject({ soort: 'gevonden', kruisingen: [{ gehaaldBij: 'hoger' }] });
    expect(dalend.soort === 'gevonden' && dalend.kruisingen[0].x).toBeCloseTo(0.3, 12);
  });

  it('gives the nearest crossing first, and the others', () => {
    const uit = zoek((x) => 1000 * (x - 0.21) * (x - 0.57) * (x - 0.93), 0, 1, false, 0.6);
    expect(uit.soort === 'gevonden' && uit.kruisingen.map(({ x }) => Number(x.toFixed(10)))).toEqual([0.57, 0.93, 0.21]);
  });

  it('gives both ends where it is not reached, and says where there is nothing to reach', () => {
    expect(zoek((x) => 5 + x, 0, 1, false, 0)).toEqual({ soort: 'nietBereikt', bijVan: 5, bijTot: 6 });
    expect(zoek(() => 5, 0, 1, false, 0)).toEqual({ soort: 'geenInvloed', overal: 5 });
    expect(zoek(() => 0, 0, 1, false, 0)).toEqual({ soort: 'geenInvloed', overal: 0 });
  });

  it('finds a zero at the end of the range', () => {
    expect(zoek((x) => 100 * x, 0, 1, false, 1)).toMatchObject({ soort: 'gevonden', kruisingen: [{ x: 0, gehaaldBij: 'lager' }] });
    expect(zoek((x) => 100 * (1 - x), 0, 1, false, 0)).toMatchObject({ soort: 'gevonden', kruisingen: [{ x: 1, gehaaldBij: 'hoger' }] });
  });

  it('whole numbers: the last that is still met, every one looked at', () => {
    const gezien: number[] = [];
    const uit = zoek((x) => { gezien.push(x); return 10 * x - 25; }, -1, 5, true, 0);
    expect(uit).toEqual({ soort: 'gevonden', kruisingen: [{ x: 2, rest: -5, gehaaldBij: 'lager' }] });
    expect(gezien).toEqual([-1, 0, 1, 2, 3, 4, 5]);
    expect(zoek((x) => 25 - 10 * x, 0, 5, true, 0)).toMatchObject({ kruisingen: [{ x: 3, rest: -5, gehaaldBij: 'hoger' }] });
  });
});
