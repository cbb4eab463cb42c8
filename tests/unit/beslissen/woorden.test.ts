import { describe, expect, it } from 'vitest';
import { effect, euro, getal, jarenInWoorden, kans, kort, maandInWoorden, opsomming, parameterwaarde, procent, rond, tenOpzichte } from '../../../models/beslissen/woorden.ts';

describe('woorden', () => {
  it('figures in Dutch, with a true minus, and no sign for what rounds to nothing', () => {
    expect([1234567.5, -12, -0.4].map((x) => getal(x))).toEqual(['1.234.568', '−12', '0']);
    expect([euro(1234.4), euro(-1234.4), euro(-0.2)]).toEqual(['€ 1.234', '−€ 1.234', '€ 0']);
    expect([2.8, 84_500, 0.125, 1 / 3].map((x) => kort(x))).toEqual(['2,8', '84.500', '0,125', '0,3333']);
    expect([procent(0.8), procent(0.125), procent(2 / 3, 2)]).toEqual(['80 %', '12,5 %', '66,67 %']);
  });

  it('effects by their letter', () => {
    expect([-1500, 1500, 0.3].map(effect)).toEqual(['V € 1.500', 'N € 1.500', '€ 0']);
    expect([-1500, 1500, 0.3].map(tenOpzichte)).toEqual(['€ 1.500 voordeliger dan', '€ 1.500 nadeliger dan', 'even duur als']);
  });

  it('a chance is never certain unless it is', () => {
    expect([0, 0.001, 0.734, 0.999, 1].map(kans)).toEqual(['0 %', 'minder dan 1 %', '73 %', 'meer dan 99 %', '100 %']);
  });

  it('rounds towards the side on which a statement stays true', () => {
    expect([rond(0.7831, 2, 'omhoog'), rond(0.7831, 2, 'omlaag'), rond(0.78, 2, 'omhoog'), rond(-0.5, 0), rond(1.1 * 3, 1, 'omhoog')]).toEqual([0.79, 0.78, 0.78, 0, 3.3]);
    expect(parameterwaarde('inzetFactor', 0.7831, 'omlaag')).toBe('× 0,78');
  });

  it('months, lists, years and values of parameters', () => {
    expect(maandInWoorden('2027-08-01')).toBe('augustus 2027');
    expect([opsomming([]), opsomming(['a']), opsomming(['a', 'b']), opsomming(['a', 'b', 'c'])]).toEqual(['', 'a', 'a en b', 'a, b en c']);
    expect([jarenInWoorden([2027]), jarenInWoorden([2027, 2028, 2029])]).toEqual(['2027', '2027–2029']);
    expect([0, 1, -2].map((x) => parameterwaarde('startvertraging', x))).toEqual(['zonder vertraging', '1 maand later', '2 maanden eerder']);
    expect([0.005, -0.012, 0].map((x) => parameterwaarde('loonDelta', x))).toEqual(['+0,5 procentpunt', '−1,2 procentpunt', '0 procentpunt']);
  });
});
