import { describe, expect, it } from 'vitest';
import { bedragPerFte, fteopbouwVan, prijsPerProductiefUur } from '../../../models/rekenen/fteopbouw.ts';

const OPBOUW = { uurkosten: 48, urenPerFte: 1878, marge: 0.03, productiviteit: 0.65 };

describe('fteopbouw', () => {
  it('builds the amount of an fte from hourly cost, hours and margin', () => {
    expect(bedragPerFte(OPBOUW)).toBeCloseTo(92_848.32, 8);
    expect(bedragPerFte({ uurkosten: 50, urenPerFte: 1600 })).toBe(80_000);
  });

  it('gives the price of an hour that reaches children, overhead included', () => {
    expect(prijsPerProductiefUur(80_000, 0.25, { urenPerFte: 1600, productiviteit: 0.5 })).toBe(125);
    // The same as built from the hourly cost: 48 × 1.03 × 1.2 / 0.65.
    expect(prijsPerProductiefUur(bedragPerFte(OPBOUW) as number, 0.2, OPBOUW)).toBeCloseTo((48 * 1.03 * 1.2) / 0.65, 10);
  });

  it.each([[{ urenPerFte: 1600 }], [{ uurkosten: 50 }]])('has no amount while %j is all there is', (opbouw) => expect(bedragPerFte(opbouw)).toBeUndefined());
  it.each([[{}], [{ urenPerFte: 1600 }], [{ urenPerFte: 1600, productiviteit: 0 }], [{ urenPerFte: 0, productiviteit: 1 }]])('has no price per hour with %j', (opbouw) => expect(prijsPerProductiefUur(1, 0, opbouw)).toBeUndefined());
});

describe('opbouw as a project holds it', () => {
  it.each([[undefined], [null], ['x'], [3], [[]]])('nothing comes of %j', (opbouw) => expect(fteopbouwVan(opbouw)).toEqual({}));
  it('only figures count', () => expect(fteopbouwVan({ uurkosten: 50, urenPerFte: '1600', marge: Number.NaN, noot: 1, herkomst: {} })).toEqual({ uurkosten: 50 }));
});
