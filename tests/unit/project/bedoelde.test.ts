import { describe, expect, it } from 'vitest';
import { bedoelde, bewerkingsafstand } from '../../../models/project/valideren/bedoelde.ts';

describe('bewerkingsafstand', () => {
  it.each([
    ['', '', 0], ['a', '', 1], ['', 'abc', 3], ['eind', 'einde', 1], ['linde', 'lidne', 1], ['kitten', 'sitting', 3], ['GM0164', 'GM0146', 1], ['ca', 'abc', 3],
  ])('%s → %s is %i', (a, b, verwacht) => {
    expect(bewerkingsafstand(a, b)).toBe(verwacht);
    expect(bewerkingsafstand(b, a)).toBe(verwacht);
  });
});

describe('bedoelde', () => {
  it('noemt het ene woord dat het dichtst bij ligt', () => {
    expect(bedoelde('vervangbar', ['vervangbaar', 'verdeling'])).toBe('vervangbaar');
    expect(bedoelde('Prijs', ['prijs', 'loon'])).toBe('prijs');
    expect(bedoelde('samenwerkingverband', ['gemeenten', 'samenwerkingsverband'])).toBe('samenwerkingsverband');
  });
  it('raadt niet als er twee even dichtbij zijn, of geen dichtbij is', () => {
    expect(bedoelde('P9', ['P0', 'P1'])).toBeUndefined();
    expect(bedoelde('P9', ['P0', 'P1', 'P9x', 'p9'])).toBe('p9');
    expect(bedoelde('kosten', ['leerlingen', 'inwoners'])).toBeUndefined();
    expect(bedoelde('', ['a'])).toBe('a');
  });
});
