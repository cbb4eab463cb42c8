import { describe, expect, it } from 'vitest';
import { allen, bezwaren, kostenspel, ledenVan, scheidbareKosten, scrb, shapley, sommenPerGroep, type Kostenspel } from '../../../models/beslissen/kostenspel.ts';

const afgerond = (lijst: Iterable<number>): number[] => [...lijst].map((x) => Number(x.toFixed(9)));

/** A = bit 0, B = bit 1, C = bit 2. */
const DRIE: Kostenspel = { spelers: 3, kosten: Float64Array.of(0, 400, 300, 600, 250, 560, 480, 780) };

describe('the game of docs/beslissen.md', () => {
  it('has the separable costs, SCRB and Shapley values that it must have', () => {
    expect([...scheidbareKosten(DRIE)]).toEqual([300, 220, 180]);
    expect(afgerond(scrb(DRIE))).toEqual([332, 245.6, 202.4]);
    expect(afgerond(shapley(DRIE))).toEqual([335, 245, 200]);
  });

  it('has both in its core', () => {
    expect(bezwaren(DRIE, scrb(DRIE), 1e-9)).toEqual([]);
    expect(bezwaren(DRIE, shapley(DRIE), 1e-9)).toEqual([]);
  });

  it('divided by 30/30/40 % is not: C pays 62 more than alone, B and C together 66', () => {
    const verdeling = [0.3, 0.3, 0.4].map((deel) => deel * 780);
    expect(afgerond(verdeling)).toEqual([234, 234, 312]);
    expect(bezwaren(DRIE, verdeling, 1e-9).map(({ groep, voordeel }) => [ledenVan(groep), Math.round(voordeel)])).toEqual([[[1, 2], 66], [[2], 62]]);
  });
});

describe('kostenspel', () => {
  it('airport: who needs the longest runway pays for what only he needs (Littlechild & Owen 1973)', () => {
    const banen = [10, 22, 22, 40, 75];
    const spel = kostenspel(5, (groep) => Math.max(...ledenVan(groep).map((i) => banen[i]!)));
    const aandeel = (i: number): number => banen.slice(0, i + 1).reduce((som, baan, j) => som + (baan - (banen[j - 1] ?? 0)) / (banen.length - j), 0);
    expect(afgerond(shapley(spel))).toEqual(afgerond(banen.map((_, i) => aandeel(i))));
    expect(bezwaren(spel, shapley(spel), 1e-9)).toEqual([]);
  });

  it('additive: everyone pays his own, by Shapley and by SCRB, and nobody gains by leaving', () => {
    const eigen = [3, -7, 11, 0, 5.5];
    const spel = kostenspel(5, (groep) => ledenVan(groep).reduce((som, i) => som + eigen[i]!, 0));
    expect(afgerond(shapley(spel))).toEqual(eigen);
    expect(afgerond(scrb(spel))).toEqual(eigen);
    expect(bezwaren(spel, eigen, 1e-9)).toEqual([]);
    expect(bezwaren(spel, eigen.map((x, i) => x + (i === 0 ? 1 : i === 1 ? -1 : 0)), 1e-9)[0]).toEqual({ groep: 0b00001, voordeel: 1 });
  });

  it('Shapley is the mean over all orders, and adds up, whatever the costs', () => {
    const spel = kostenspel(4, (groep) => ((groep * 7919) % 101) - 30);
    const som = [0, 0, 0, 0];
    let ordes = 0;
    const loop = (groep: number): void => {
      if (groep === allen(spel)) ordes++;
    };
    const permuteer = (groep: number, bijdragen: number[]): void => {
      if (groep === allen(spel)) {
        loop(groep);
        for (const [i, x] of bijdragen.entries()) som[i]! += x;
        return;
      }
      for (let i = 0; i < 4; i++) if (!(groep & (1 << i))) permuteer(groep | (1 << i), bijdragen.with(i, spel.kosten[groep | (1 << i)]! - spel.kosten[groep]!));
    };
    permuteer(0, [0, 0, 0, 0]);
    expect(ordes).toBe(24);
    expect(afgerond(shapley(spel))).toEqual(afgerond(som.map((x) => x / ordes)));
    expect(shapley(spel).reduce((a, b) => a + b, 0)).toBeCloseTo(spel.kosten[allen(spel)]!, 9);
    expect(scrb(spel).reduce((a, b) => a + b, 0)).toBeCloseTo(spel.kosten[allen(spel)]!, 9);
  });

  it('divides equally what is left where nobody saves by not going alone', () => {
    const spel = kostenspel(2, (groep) => (groep === 3 ? 10 : 5));
    expect([...scrb(spel)]).toEqual([5, 5]);
    const leeg = kostenspel(3, () => 0);
    expect([...scrb(leeg)]).toEqual([0, 0, 0]);
  });

  it('sums what members of every group pay', () => {
    expect([...sommenPerGroep([1, 10, 100])]).toEqual([0, 1, 10, 11, 100, 101, 110, 111]);
  });

  it('takes one player, or sixteen, and no more', () => {
    expect([...shapley(kostenspel(1, () => 4))]).toEqual([4]);
    const groot = kostenspel(16, (groep) => ledenVan(groep).length);
    expect(afgerond(shapley(groot))).toEqual(Array.from({ length: 16 }, () => 1));
    expect(() => kostenspel(17, () => 0)).toThrow(RangeError);
  });
});
