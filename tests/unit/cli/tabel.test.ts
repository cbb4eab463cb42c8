import { describe, expect, it } from 'vitest';
import { centen, effect, heel, tabel } from '../../../scripts/arrangeren/tabel.ts';

describe('figures for people', () => {
  it.each([[1234567.4, '1.234.567'], [-12, '−12'], [0, '0'], [-0.3, '0'], [0.5, '1']])('%d is written %s', (getal, tekst) => expect(heel(getal)).toBe(tekst));
  it.each([[1234.5, '1.234,50'], [-0.004, '0,00'], [-7, '−7,00']])('%d is %s in cents', (getal, tekst) => expect(centen(getal)).toBe(tekst));
  it.each([[-1234.4, 'V −1.234'], [5678.9, 'N +5.679'], [0.2, '0'], [-0.2, '0']])('an effect of %d is %s', (getal, tekst) => expect(effect(getal)).toBe(tekst));
  it('lines columns up, text to the left and figures to the right', () => {
    expect(tabel([['naam', '2027'], null, ['Hengelo', '1.234'], ['Borne', '−5']])).toBe(['naam      2027', '──────────────', 'Hengelo  1.234', 'Borne       −5'].join('\n'));
  });
});
