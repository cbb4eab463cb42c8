import { describe, expect, it } from 'vitest';
import { betaverdeling } from '../../../models/beslissen/betaverdeling.ts';
import { eindenVan, inverseVan, middenVan } from '../../../models/beslissen/kansverdeling.ts';
import type { Kansverdeling } from '../../../models/project/types.ts';

/** Mean and variance of a distribution, by its inverse at the middle of many equal slices. */
function momenten(v: Kansverdeling, n = 200_000): { gemiddelde: number; variantie: number } {
  const inverse = inverseVan(v);
  let som = 0;
  let kwadraten = 0;
  for (let i = 0; i < n; i++) {
    const x = inverse((i + 0.5) / n);
    som += x;
    kwadraten += x * x;
  }
  return { gemiddelde: som / n, variantie: kwadraten / n - (som / n) ** 2 };
}

describe('betaverdeling', () => {
  // From the power series in 60 digits, to the nearest double.
  it.each([
    [1.8, 4.2, [0.000485617774608738, 0.05897738761181724, 0.08990213045924167, 0.2766722593925188, 0.5453340504335817, 0.9531681845921207]],
    [2.6, 3.4, [0.004790617689044956, 0.13928045388276084, 0.1886191599136343, 0.42547080200229964, 0.6898895391521342, 0.9817065878426385]],
    [4.68, 1.32, [0.07471286267376132, 0.47507228901222115, 0.5553777585132647, 0.8120672851919235, 0.9560147284918589, 0.9999617537717764]],
    [1.001, 4.999, [0.0000020242083009511, 0.010242787404988669, 0.020912553116840277, 0.12963059766952795, 0.36929269313460805, 0.9000899367825317]],
    [3, 3, [0.01005055770212413, 0.1892553774377708, 0.2466364532884666, 0.5, 0.7533635467115334, 0.9899494422978758]],
  ])('has the known quantiles of shapes %f and %f', (a, b, verwacht) => {
    const { inverse } = betaverdeling(a, b);
    for (const [i, u] of [0.00001, 0.05, 0.1, 0.5, 0.9, 0.99999].entries()) expect(Math.abs(inverse(u) - (verwacht[i] as number))).toBeLessThan(1e-12);
  });

  it('is the polynomial that it is for whole shapes', () => {
    const { kans, inverse } = betaverdeling(3, 3);
    for (let x = 0.01; x < 1; x += 0.01) {
      const p = x ** 3 * (10 - 15 * x + 6 * x * x);
      expect(kans(x)).toBeCloseTo(p, 14);
      expect(inverse(p)).toBeCloseTo(x, 12);
    }
  });

  it('has an inverse that gives back the probability, rises, and stays in 0..1', () => {
    for (let a = 1; a <= 5; a += 0.13) {
      const { kans, inverse } = betaverdeling(a, 6 - a);
      let vorige = 0;
      for (const u of [1e-300, 1e-12, 1e-7, ...Array.from({ length: 999 }, (_, i) => (i + 1) / 1000), 1 - 1e-7, 1 - 1e-12]) {
        const x = inverse(u);
        expect(x).toBeGreaterThanOrEqual(vorige);
        expect(x).toBeLessThanOrEqual(1);
        expect(Math.abs(kans(x) - u)).toBeLessThan(1e-13);
        vorige = x;
      }
      expect([inverse(0), inverse(1)]).toEqual([0, 1]);
    }
  });
});

describe('kansverdeling', () => {
  it('driehoek: closed form, mode at its probability, known moments', () => {
    const inverse = inverseVan({ soort: 'driehoek', min: 2, modus: 3, max: 6 });
    expect([0, 0.25, 1].map(inverse)).toEqual([2, 3, 6]);
    expect(inverse(0.04)).toBeCloseTo(2.4, 14);
    expect(inverse(1 - 0.12)).toBeCloseTo(6 - Math.sqrt(0.12 * 12), 14);
    const { gemiddelde, variantie } = momenten({ soort: 'driehoek', min: 2, modus: 3, max: 6 });
    expect(gemiddelde).toBeCloseTo((2 + 3 + 6) / 3, 6);
    expect(variantie).toBeCloseTo((4 + 9 + 36 - 6 - 12 - 18) / 18, 6);
  });

  it('pert: mean (min + 4·modus + max)/6, variance (mean − min)(max − mean)/7', () => {
    for (const [min, modus, max] of [[0, 2, 10], [-3, -3, 1], [0.5, 0.9, 0.9], [10, 11, 12]] as const) {
      const { gemiddelde, variantie } = momenten({ soort: 'pert', min, modus, max });
      const m = (min + 4 * modus + max) / 6;
      expect(gemiddelde).toBeCloseTo(m, 5);
      expect(variantie).toBeCloseTo(((m - min) * (max - m)) / 7, 4);
    }
  });

  it('pert with its mode at an end is a power: P = 1 − (1 − x)⁵', () => {
    const inverse = inverseVan({ soort: 'pert', min: 0, modus: 0, max: 1 });
    for (const u of [0.001, 0.3, 0.5, 0.77, 0.999]) expect(inverse(u)).toBeCloseTo(1 - (1 - u) ** 0.2, 13);
  });

  it('p10p50p90 goes straight through its five points', () => {
    const inverse = inverseVan({ soort: 'p10p50p90', p10: 10, p50: 18, p90: 40 });
    expect([0, 0.1, 0.5, 0.9, 1].map(inverse)).toEqual([8, 10, 18, 40, 45.5]);
    expect(inverse(0.05)).toBeCloseTo(9, 14);
    expect(inverse(0.3)).toBeCloseTo(14, 14);
    expect(inverse(0.95)).toBeCloseTo(42.75, 12);
  });

  it('uniform and vast', () => {
    expect([0, 0.25, 1].map(inverseVan({ soort: 'uniform', min: -1, max: 3 }))).toEqual([-1, 0, 3]);
    expect([0, 0.5, 1].map(inverseVan({ soort: 'vast', waarde: 7 }))).toEqual([7, 7, 7]);
  });

  it('without width is one value', () => {
    for (const v of [{ soort: 'driehoek', min: 4, modus: 4, max: 4 }, { soort: 'pert', min: 4, modus: 4, max: 4 }, { soort: 'uniform', min: 4, max: 4 }, { soort: 'p10p50p90', p10: 4, p50: 4, p90: 4 }] as const) {
      expect([0, 0.3, 1].map(inverseVan(v))).toEqual([4, 4, 4]);
    }
  });

  it('has a middle and ends', () => {
    expect(middenVan({ soort: 'driehoek', min: 0, modus: 1, max: 5 })).toBe(1);
    expect(middenVan({ soort: 'pert', min: 0, modus: 1, max: 5 })).toBe(1);
    expect(middenVan({ soort: 'uniform', min: 1, max: 2 })).toBe(1.5);
    expect(middenVan({ soort: 'p10p50p90', p10: 1, p50: 2, p90: 9 })).toBe(2);
    expect(middenVan({ soort: 'vast', waarde: 3 })).toBe(3);
    expect(eindenVan({ soort: 'p10p50p90', p10: 10, p50: 18, p90: 40 })).toEqual([8, 45.5]);
    expect(eindenVan({ soort: 'pert', min: 0, modus: 1, max: 5 })).toEqual([0, 5]);
  });
});
