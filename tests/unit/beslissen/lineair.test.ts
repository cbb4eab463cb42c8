import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimaliseer } from '../../../models/beslissen/lineair.ts';

const gerond = (x: number[] | undefined): number[] | undefined => x?.map((y) => Number(y.toFixed(9)) + 0);

describe('minimaliseer', () => {
  it('does nothing where nothing has to be done', () => {
    expect(minimaliseer([1, 1], [{ a: [1, 1], b: 4 }])).toEqual([0, 0]);
    expect(minimaliseer([1], [])).toEqual([0]);
  });

  it('does the least that is needed', () => {
    // x + y ≥ 2, x ≤ 1: y is dearer than x.
    expect(gerond(minimaliseer([1, 3], [{ a: [-1, -1], b: -2 }, { a: [1, 0], b: 1 }]))).toEqual([1, 1]);
    // Diet of two foods: 2x + y ≥ 8, x + 3y ≥ 9.
    expect(gerond(minimaliseer([3, 2], [{ a: [-2, -1], b: -8 }, { a: [-1, -3], b: -9 }]))).toEqual([3, 2]);
  });

  it('says where nothing fits', () => {
    expect(minimaliseer([1], [{ a: [1], b: 1 }, { a: [-1], b: -2 }])).toBeUndefined();
    expect(minimaliseer([0, 0], [{ a: [0, 0], b: -1 }])).toBeUndefined();
  });

  it('does not mind euros beside shares', () => {
    const x = minimaliseer([1, 1], [{ a: [-3e7, 2e6], b: -6e6 }, { a: [1, 0], b: 1 }]);
    expect(x![0]).toBeCloseTo(0.2, 9);
  });

  it('finds the best corner of random programmes in two variables', () => {
    const heel = fc.integer({ min: -6, max: 6 });
    fc.assert(fc.property(fc.tuple(fc.nat(5), fc.nat(5)), fc.array(fc.record({ a: fc.tuple(heel, heel), b: heel }), { minLength: 1, maxLength: 5 }), (c, gegeven) => {
      const rijen = [...gegeven, { a: [1, 0], b: 10 }, { a: [0, 1], b: 10 }];
      const randen = [...rijen, { a: [1, 0], b: 0 }, { a: [0, 1], b: 0 }];
      const past = ([x, y]: [number, number]): boolean => x >= -1e-9 && y >= -1e-9 && rijen.every(({ a, b }) => a[0]! * x + a[1]! * y <= b + 1e-9);
      let beste = Infinity;
      for (const p of randen) {
        for (const q of randen) {
          const det = p.a[0]! * q.a[1]! - p.a[1]! * q.a[0]!;
          if (det === 0) continue;
          const hoek: [number, number] = [(p.b * q.a[1]! - p.a[1]! * q.b) / det, (p.a[0]! * q.b - p.b * q.a[0]!) / det];
          if (past(hoek)) beste = Math.min(beste, c[0] * hoek[0] + c[1] * hoek[1]);
        }
      }
      const x = minimaliseer(c, rijen);
      expect(x === undefined).toBe(beste === Infinity);
      if (!x) return;
      expect(past(x as [number, number])).toBe(true);
      expect(c[0] * x[0]! + c[1] * x[1]!).toBeCloseTo(beste, 7);
    }), { numRuns: 500 });
  });
});
