import { describe, expect, it } from 'vitest';
import { kansenVan } from '../../../models/beslissen/hypercubus.ts';
import { isZaad, philox, toevalsstroom } from '../../../models/beslissen/toeval.ts';

const hex = (woorden: Iterable<number>): string => [...woorden].map((w) => w.toString(16).padStart(8, '0')).join(' ');

describe('philox', () => {
  // kat_vectors of the authors' own library (Random123).
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ] as const)('gives the known answer to %j', (teller, sleutel, verwacht) => {
    const uit = new Uint32Array(4);
    philox(uit, teller, sleutel);
    expect(hex(uit)).toBe(verwacht);
  });
});

describe('toevalsstroom', () => {
  it('gives the same number at the same place, in whatever order it is asked', () => {
    const vooruit = toevalsstroom(1, 'a');
    const reeks = Array.from({ length: 100 }, (_, n) => vooruit(n));
    const achteruit = toevalsstroom(1, 'a');
    expect(Array.from({ length: 100 }, (_, n) => achteruit(99 - n)).reverse()).toEqual(reeks);
  });

  it('differs by seed, also above 32 bits, and by name', () => {
    const eerste = (zaad: number, naam: string): string => hex([0, 1, 2, 3].map(toevalsstroom(zaad, naam)));
    expect(new Set([eerste(1, 'a'), eerste(2, 'a'), eerste(1 + 2 ** 32, 'a'), eerste(1, 'b'), eerste(1, 'aa')]).size).toBe(5);
  });

  it('stays what it is', () => {
    expect(hex([0, 1, 2, 3, 4, 1e10].map(toevalsstroom(2027, 'realisatieFactor')))).toMatchInlineSnapshot(`"e8fd5ba0 28711da3 05781b74 94d7725a cec1fd16 9d43804e"`);
  });

  it('takes whole seeds from 0', () => {
    expect([0, 1, 2 ** 53 - 1, -1, 0.5, 2 ** 53, Number.NaN].map(isZaad)).toEqual([true, true, true, false, false, false, false]);
  });
});

describe('kansenVan', () => {
  it('draws every slice exactly once', () => {
    for (const n of [1, 2, 7, 1000]) {
      const slagen = [...kansenVan(5, n, 'x')].map((u) => Math.floor(u * n)).sort((a, b) => a - b);
      expect(slagen).toEqual(Array.from({ length: n }, (_, i) => i));
    }
  });

  it('orders each assumption in its own way: correlations are small', () => {
    const n = 10_000;
    const [a, b] = [kansenVan(5, n, 'a'), kansenVan(5, n, 'b')];
    let som = 0;
    for (let i = 0; i < n; i++) som += ((a[i] as number) - 0.5) * ((b[i] as number) - 0.5);
    expect(Math.abs(som / n) * 12).toBeLessThan(0.04);
    let buren = 0;
    for (let i = 1; i < n; i++) buren += ((a[i] as number) - 0.5) * ((a[i - 1] as number) - 0.5);
    expect(Math.abs(buren / n) * 12).toBeLessThan(0.04);
  });
});
