import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beslisGetalnotatie, getalklasse, leesGetal, legeGetaltelling, telGetal } from '../../../models/invoer/getal.ts';
import type { Getalnotatie } from '../../../models/invoer/types.ts';

describe('reading a number in the notation of its column', () => {
  test.each<[string, number | undefined, number | undefined]>([
    // text, as 1.234,56, as 1,234.56
    ['1.234,56', 1234.56, undefined],
    ['1,234.56', undefined, 1234.56],
    ['1.234', 1234, 1.234],
    ['12,375', 12.375, 12375],
    ['1234', 1234, 1234],
    ['1234,5', 1234.5, undefined],
    ['1234.567', undefined, 1234.567],
    ['0.123', undefined, 0.123],
    ['0,123', 0.123, undefined],
    ['1.234.567', 1234567, undefined],
    ['1,234,567', undefined, 1234567],
    ['1.23.456', undefined, undefined],
    ['12.34,5', undefined, undefined],
    ['1.234,567.8', undefined, undefined],
    [',50', 0.5, undefined],
    ['.50', undefined, 0.5],
    ['€ 1.234,50', 1234.5, undefined],
    ['1.234,50 EUR', 1234.5, undefined],
    ['€1.234,50', 1234.5, undefined],
    ['\u00a01.234,50\u202f', 1234.5, undefined],
    ['1.234,-', 1234, undefined],
    ['€ 12,-', 12, undefined],
    ['-12,-', -12, undefined],
    ['1.234,50-', -1234.5, undefined],
    ['(1.234,50)', -1234.5, undefined],
    ['-€ 5', -5, -5],
    ['€ -5', -5, -5],
    ['-0', 0, 0],
    ['007', 7, 7],
    // Anything else is no number.
    ['1 234,56', undefined, undefined],
    ['--5', undefined, undefined],
    ['-(5)', undefined, undefined],
    ['(5', undefined, undefined],
    ['5-,-', undefined, undefined],
    ['12,--', undefined, undefined],
    ['€ 5 EUR', undefined, undefined],
    ['1,23E+05', undefined, undefined],
    ['12%', undefined, undefined],
    ['+5', undefined, undefined],
    ['12,', undefined, undefined],
    ['12.', undefined, undefined],
    [',', undefined, undefined],
    ['', undefined, undefined],
    ['n.v.t.', undefined, undefined],
    ['<5', undefined, undefined],
    ['12 345', undefined, undefined],
    // More than a float64 holds, or more than an amount can be.
    ['1234567890,1234567', undefined, undefined],
    ['99999999999', undefined, undefined],
  ])('%s', (tekst, nl, en) => {
    expect(leesGetal(tekst, '1.234,56')).toBe(nl);
    expect(leesGetal(tekst, '1,234.56')).toBe(en);
  });

  test('a column of digits only takes nothing else', () => {
    expect(leesGetal('1234', '1234')).toBe(1234);
    expect(leesGetal('1.234', '1234')).toBeUndefined();
    expect(leesGetal('1234,5', '1234')).toBeUndefined();
  });
});

/** Written independently: the notation as regular expressions, the value by the language itself. */
function orakel(tekst: string, notatie: Getalnotatie): number | undefined {
  let t = tekst.replace(/[\s\u00a0\u202f\u2009]+/g, ' ').trim();
  let negatief = 0;
  const haken = /^\((.*)\)$/s.exec(t);
  if (haken !== null) {
    t = (haken[1] ?? '').trim();
    negatief++;
  }
  let munten = 0;
  let heel = false;
  for (let vorige = ''; vorige !== t; ) {
    vorige = t;
    if (/^(?:€|EUR)/i.test(t)) {
      munten++;
      t = t.replace(/^(?:€|EUR) ?/i, '');
    }
    if (/^- ?/.test(t)) {
      negatief++;
      t = t.replace(/^- ?/, '');
    }
  }
  const na = /^([0-9.,]*[0-9])(,-)? ?(€|EUR)? ?(-)?$/i.exec(t);
  if (na === null) return undefined;
  if (na[2] !== undefined) heel = true;
  if (na[3] !== undefined) munten++;
  if (na[4] !== undefined) negatief++;
  if (negatief > 1 || munten > 1 || (heel && na[4] !== undefined)) return undefined;
  const c = na[1] ?? '';
  const vormen = { '1.234,56': /^(?:[1-9]\d{0,2}(?:\.\d{3})+|\d*)(?:,\d+)?$/, '1,234.56': /^(?:[1-9]\d{0,2}(?:,\d{3})+|\d*)(?:\.\d+)?$/, '1234': /^\d+$/ };
  if (!vormen[notatie].test(c) || (heel && (notatie !== '1.234,56' || c.includes(',')))) return undefined;
  const x = Number(notatie === '1,234.56' ? c.replaceAll(',', '') : c.replaceAll('.', '').replace(',', '.'));
  return negatief === 1 && x !== 0 ? -x : x;
}

describe('never a wrong number', () => {
  const notaties = fc.constantFrom<Getalnotatie>('1.234,56', '1,234.56', '1234');

  test('text made of what numbers are made of is read as an independent reader does, or refused', () => {
    expect.hasAssertions();
    const deel = fc.oneof(fc.stringMatching(/^[0-9]{1,4}$/), fc.constantFrom('.', ',', '-', '(', ')', '€', 'EUR', ' ', '\u00a0', ',-', '.000', ',123', '.50', ',5'));
    fc.assert(
      fc.property(fc.array(deel, { minLength: 1, maxLength: 9 }), notaties, (delen, notatie) => {
        const tekst = delen.join('');
        const gelezen = leesGetal(tekst, notatie);
        if (gelezen !== undefined) expect(gelezen).toBe(orakel(tekst, notatie));
        else {
          // Refused: the oracle sees no number either, or one with more digits than are exact.
          const x = orakel(tekst, notatie);
          if (x !== undefined) expect(tekst.replace(/\D/g, '').replace(/^0+/, '').length > 15 || Math.abs(x) > 1e10 || /[.,]\d{16,}/.test(tekst)).toBe(true);
        }
      }),
      { numRuns: 20_000 },
    );
  });

  test('what is written in a notation is read back to the last bit', () => {
    const getal = fc.tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 5 }), fc.boolean());
    fc.assert(
      fc.property(getal, fc.boolean(), ([heel, decimalen, groepen], nl) => {
        const [g, d] = nl ? ['.', ','] : [',', '.'];
        const cijfers = String(heel).padStart(decimalen + 1, '0');
        const geheel = decimalen === 0 ? cijfers : cijfers.slice(0, -decimalen);
        const tekst = (groepen ? geheel.replace(/\B(?=(\d{3})+$)/g, g) : geheel) + (decimalen === 0 ? '' : d + cijfers.slice(-decimalen));
        expect(leesGetal(tekst, nl ? '1.234,56' : '1,234.56')).toBe(Number(`${heel}e-${decimalen}`));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('deciding the notation of a column', () => {
  const beslis = (teksten: string[], heel = false): ReturnType<typeof beslisGetalnotatie> => {
    const telling = legeGetaltelling();
    for (const t of teksten) telGetal(telling, t);
    return beslisGetalnotatie(telling, heel);
  };

  test.each<[string[], boolean, ReturnType<typeof beslisGetalnotatie>]>([
    [['1.234,56', '12,375', '950'], false, { notatie: '1.234,56' }],
    [['1,234.56', '1.234', '950'], false, { notatie: '1,234.56' }],
    [['1234', '950'], false, { notatie: '1234' }],
    [['1.234', '950'], false, { onzeker: 'beide' }],
    [['12,375'], false, { onzeker: 'beide' }],
    [['1.234', '€ 5,-'], false, { notatie: '1.234,56' }],
    [['1.234,56', '1,234.56'], false, { onzeker: 'gemengd' }],
    [['12,50', '12.50'], false, { onzeker: 'gemengd' }],
    [['n.v.t.', '-'], false, { notatie: '1234' }],
    // Pupils are whole: 1.234 cannot be a bit more than one, 1.000 can be one.
    [['1.234', '57'], true, { notatie: '1.234,56' }],
    [['1,234', '57'], true, { notatie: '1,234.56' }],
    [['1.000', '57'], true, { onzeker: 'beide' }],
  ])('%j', (teksten, heel, besluit) => {
    expect(beslis(teksten, heel)).toEqual(besluit);
  });

  test('a decided column never holds a value with another reading that its own values allow', () => {
    expect.hasAssertions();
    const waarde = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.constantFrom('n0', 'n2', 'n3', 'g0', 'g2', 'e2', 'e3', 'eg')).map(([x, vorm]) => {
      const groep = (t: string, g: string): string => t.replace(/\B(?=(\d{3})+$)/g, g);
      const s = String(x);
      return { n0: s, n2: `${s},25`, n3: `${s},375`, g0: groep(s, '.'), g2: `${groep(s, '.')},25`, e2: `${s}.25`, e3: `${s}.375`, eg: groep(s, ',') }[vorm] ?? s;
    });
    fc.assert(
      fc.property(fc.array(waarde, { minLength: 1, maxLength: 12 }), (teksten) => {
        const besluit = beslis(teksten);
        if (!('notatie' in besluit)) return;
        for (const t of teksten) {
          const hier = leesGetal(t, besluit.notatie);
          expect(hier).not.toBeUndefined();
        }
        // The other notation cannot read the whole column, unless it reads the same numbers.
        const ander = besluit.notatie === '1.234,56' ? '1,234.56' : '1.234,56';
        const anders = teksten.map((t) => leesGetal(t, ander));
        if (anders.every((x) => x !== undefined)) expect(anders).toEqual(teksten.map((t) => leesGetal(t, besluit.notatie)));
      }),
      { numRuns: 5_000 },
    );
  });

  test('classes', () => {
    expect(['1234', '1.234,5', '1,234.5', '1.234', 'x'].map(getalklasse)).toEqual(['gelijk', 'nl', 'en', 'beide', 'geen']);
  });
});
