/** Descriptions of input: what fits passes unchanged, what does not is named, and nothing makes them fail. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geheel, gekeurd, gevallen, getal, inhoud, jaNee, keuze, lijst, object, optioneel, tekst, waarde, type Beschrijving } from '../../../models/contract/beschrijving.ts';
import { METHODEN } from '../../../models/contract/methoden.ts';

const paden = (beschrijving: Beschrijving<unknown>, gegeven: unknown): string[] => {
  const uitslag = gekeurd(beschrijving, gegeven);
  return uitslag.ok ? [] : uitslag.fouten.map(({ pad }) => pad);
};

describe('a description', () => {
  const PERSOON = object({ naam: tekst(5, 1), leeftijd: geheel(0, 150), vlag: optioneel(jaNee), delen: lijst(gevallen({ a: { x: getal(-1, 1) }, b: {} }), 2), kleur: keuze('rood', 'blauw') });
  const goed = { naam: 'abc', leeftijd: 3, delen: [{ soort: 'a', x: 0.5 }, { soort: 'b' }], kleur: 'rood' };

  it('passes what fits, with and without what may be left out', () => {
    expect(gekeurd(PERSOON, goed)).toEqual({ ok: true, value: goed });
    expect(paden(PERSOON, { ...goed, vlag: false })).toEqual([]);
    expect(paden(PERSOON, { ...goed, vlag: undefined })).toEqual([]);
  });

  it.each([
    [{ ...goed, naam: '' }, ['naam']], [{ ...goed, naam: 'abcdef' }, ['naam']], [{ ...goed, leeftijd: 1.5 }, ['leeftijd']], [{ ...goed, leeftijd: '3' }, ['leeftijd']], [{ ...goed, vlag: null }, ['vlag']],
    [{ ...goed, kleur: 'geel' }, ['kleur']], [{ ...goed, delen: [{ soort: 'c' }] }, ['delen[0]']], [{ ...goed, delen: [{ soort: 'b', x: 1 }] }, ['delen[0].x']], [{ ...goed, delen: [{ soort: 'a' }] }, ['delen[0].x']],
    [{ ...goed, delen: [1, 2, 3] }, ['delen']], [{ ...goed, meer: 1 }, ['meer']], [{}, ['naam', 'leeftijd', 'delen', 'kleur']], [[], ['']], [null, ['']],
    // What an object inherits is not there.
    [Object.create(goed), ['naam', 'leeftijd', 'delen', 'kleur']],
  ])('names every place that does not fit: %#', (gegeven, verwacht) => expect(paden(PERSOON, gegeven)).toEqual(verwacht));

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '1', null, [], {}])('takes no number out of %j', (gegeven) => {
    expect(paden(getal(-1e9, 1e9), gegeven)).toEqual(['']);
    expect(paden(geheel(0, 10), gegeven)).toEqual(['']);
  });

  it('lets nothing through that would change what objects are', () => {
    for (const json of ['{"__proto__":{"x":1}}', '{"a":{"constructor":{"prototype":{"x":1}}}}', '{"a":[{"__proto__":null}]}']) {
      expect(paden(inhoud('iets'), JSON.parse(json)).length, json).toBeGreaterThan(0);
      expect(paden(waarde, JSON.parse(json)).length, json).toBeGreaterThan(0);
    }
  });

  it('of every method stands anything that JSON can say', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (gegeven) => {
      for (const { invoer } of Object.values(METHODEN)) {
        const uitslag = gekeurd(invoer as Beschrijving<unknown>, gegeven);
        if (!uitslag.ok) for (const fout of uitslag.fouten) expect(fout).toEqual({ code: 'INVOER', pad: expect.any(String) as string, tekst: expect.stringMatching(/\.$/) as string });
      }
    }), { numRuns: 200 });
  });
});
