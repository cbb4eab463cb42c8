/** Random allocation keys (rekenmodel 6), weights and formulas, whose values are finite and not negative whatever the data (no P22). */
import * as fc from 'fast-check';
import type { Sleutel } from '../../models/project/types.ts';
import { SLEUTELVARIABELEN } from '../../models/project/types.ts';

/** Shares over one to three distinct names that add up to 1: exactly, to the last bit or so, or as a person rounds them (within 1e-6, P09). */
export function aandelen<T extends string>(namen: fc.Arbitrary<T>): fc.Arbitrary<Record<T, number>> {
  return fc
    .record({
      namen: fc.uniqueArray(namen, { minLength: 1, maxLength: 3 }),
      gewichten: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
      afgerond: fc.boolean(),
    })
    .map(({ namen: gekozen, gewichten, afgerond }) => {
      // The first always counts, so that there is something to divide by.
      const delen = gekozen.map((_, i) => (gewichten[i] as number) + (i === 0 ? 1 : 0));
      const totaal = delen.reduce((a, b) => a + b, 0);
      const rond = (deel: number): number => (afgerond ? Number(deel.toFixed(7)) : deel);
      return Object.fromEntries(gekozen.map((naam, i) => [naam, rond((delen[i] as number) / totaal)])) as Record<T, number>;
    });
}

/**
 * Formulas of two kinds. `heel` has whole numbers and exact quotients only, so that every calculation gives the same bits: only there may a value jump
 * (round, a comparison). `glad` may hold kosten and decimals, whose last bits depend on the order of adding up, and therefore never jumps.
 */
const { formule } = fc.letrec<{ heel: string; glad: string; formule: string }>((verwijs) => ({
  heel: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('leerlingen', 'jeugdigen', 'inwoners', 'inwonersJeugd', '0', '1', '7', '0.5', '100'),
    fc.tuple(verwijs('heel'), verwijs('heel')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(verwijs('heel'), verwijs('heel')).map(([a, b]) => `max(0, ${a} - ${b})`),
    fc.tuple(verwijs('heel'), verwijs('heel')).map(([a, b]) => `max(${a} - -(${b}), ${b}, ${a}/2)`),
    fc.tuple(verwijs('heel'), fc.constantFrom(2, 4, 8)).map(([a, n]) => `round(${a}/${n})`),
    fc.tuple(verwijs('heel'), fc.constantFrom(2, 4)).map(([a, n]) => `(0 - round(-(${a})/${n}))`),
    fc.tuple(verwijs('heel'), verwijs('heel')).map(([a, b]) => `min(${a}, 2*${b})`),
    fc
      .tuple(fc.constantFrom('leerlingen', 'jeugdigen', 'inwoners/1000', '3'), fc.constantFrom('<', '<=', '>', '>=', '=='), fc.constantFrom('2*jeugdigen', 'leerlingen', '1'))
      .chain(([a, teken, b]) => fc.constantFrom('leerlingen', 'jeugdigen + 1', '2*inwonersJeugd', '0', '5').map((x) => `(${a} ${teken} ${b} ? ${x} : jeugdigen)`)),
  ),
  glad: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('leerlingen', 'jeugdigen', 'kosten', 'inwoners', 'inwonersJeugd', '0.25', '3', '10.5'),
    verwijs('heel'),
    fc.tuple(verwijs('glad'), verwijs('glad')).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(verwijs('glad'), fc.constantFrom('0.3', '2', '10000')).map(([a, n]) => `${a} * ${n}`),
    fc.tuple(verwijs('glad'), verwijs('glad')).map(([a, b]) => `(${a}) / (1 + ${b})`),
    fc.tuple(verwijs('glad'), verwijs('glad')).map(([a, b]) => `max(${a}, ${b}, 0)`),
    fc.tuple(verwijs('glad'), verwijs('glad')).map(([a, b]) => `min(${a}, ${b})`),
    // The odd factor keeps a difference from being zero but for its last bits.
    fc.tuple(verwijs('glad'), verwijs('heel')).map(([a, b]) => `max(0, ${a} - 1.37137 * ${b})`),
  ),
  // The grammar allows no conditional inside another, and 500 characters at most.
  formule: fc.oneof(verwijs('heel'), verwijs('glad'), fc.constantFrom(...bekendeFormules()))
    .filter((tekst) => tekst.length <= 500 && (tekst.match(/\?/g) ?? []).length <= 1),
}));

function bekendeFormules(): string[] {
  return [
    '2*jeugdigen + leerlingen',
    '0.5*leerlingen + 2*jeugdigen + kosten/10000',
    'jeugdigen > 2 ? 2*jeugdigen : leerlingen',
    'leerlingen == 0 ? 1 : leerlingen',
    'leerlingen - -1',
    '8/2/2 - 3 + 1 + jeugdigen',
    '-(-leerlingen)',
    '0*leerlingen',
  ];
}

export const willekeurigeSleutel: fc.Arbitrary<Sleutel> = fc.oneof(
  { weight: 3, arbitrary: aandelen(fc.constantFrom(...SLEUTELVARIABELEN, 'jeugdigen', 'kosten')) },
  { weight: 2, arbitrary: formule.map((tekst) => ({ formule: tekst })) },
);
