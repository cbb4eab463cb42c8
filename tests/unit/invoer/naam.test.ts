import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bewerkingsafstand, codeVan, Naamzoeker, vouw, vouwGemeente } from '../../../models/invoer/naam.ts';
import { gemeentecode, Namen } from '../../../models/invoer/namen.ts';
import type { Naambesluiten } from '../../../models/invoer/types.ts';
import { WOORDENLIJST } from '../../../templates/invoer/woordenlijst.ts';

describe('folding', () => {
  test.each([
    ["'t Genseler", 't genseler'],
    ['Hof v. Twente', 'hof v twente'],
    ["R'holten", 'rholten'],
    ['Cliënt', 'client'],
    ['  VSO   de  Bouwsteen ', 'vso de bouwsteen'],
    ['Súdwest-Fryslân', 'sudwest fryslan'],
    ['Hengelo (O)', 'hengelo o'],
  ])('%s', (tekst, gevouwen) => expect(vouw(tekst)).toBe(gevouwen));

  test('a gemeente without saying so', () => {
    expect(['Gemeente Borne', 'gem. Borne', 'BORNE', 'Borne, gemeente'].map(vouwGemeente)).toEqual(['borne', 'borne', 'borne', 'borne']);
    expect(codeVan("'t Genseler")).toBe('t-genseler');
    expect(['164', '0164', 'GM0164', 'gm164', 'Hengelo'].map(gemeentecode)).toEqual(['GM0164', 'GM0164', 'GM0164', 'GM0164', 'Hengelo']);
  });
});

test('edit distance is symmetric, 0 only for the same, and agrees with the plain definition', () => {
  const plat = (a: string, b: string): number => {
    const d: number[][] = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_v, j) => (i === 0 ? j : j === 0 ? i : 0)));
    for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1] ? 0 : 1;
      let w = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + gelijk);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) w = Math.min(w, d[i - 2]![j - 2]! + 1);
      d[i]![j] = w;
    }
    return d[a.length]![b.length]!;
  };
  const woord = fc.stringMatching(/^[abc]{0,8}$/);
  fc.assert(fc.property(woord, woord, fc.integer({ min: 0, max: 4 }), (a, b, grens) => {
    expect(bewerkingsafstand(a, b, grens)).toBe(Math.min(plat(a, b), grens + 1));
  }));
});

describe('looking up', () => {
  const zoeker = new Naamzoeker([
    { code: 'bouwsteen', naam: 'VSO de Bouwsteen', codes: ['12AB00'] },
    { code: 'kapstok', naam: 'de Kapstok' },
    { code: 'school-1', naam: 'Voorbeeldschool 1' },
    { code: 'a', naam: 'Dubbel' },
    { code: 'b', naam: 'Dubbel' },
  ], vouw, WOORDENLIJST.bijzaakSchool);

  test('code first, then the folded name', () => {
    expect(zoeker.zoek('BOUWSTEEN')).toEqual({ gevonden: 'bouwsteen' });
    expect(zoeker.zoek('12ab00')).toEqual({ gevonden: 'bouwsteen' });
    expect(zoeker.zoek('vso De  bouwsteen')).toEqual({ gevonden: 'bouwsteen' });
  });
  test('a near name is proposed, never taken', () => {
    expect(zoeker.zoek('VSO de Bouwsten')).toEqual({ gevonden: null, voorstel: 'bouwsteen' });
    expect(zoeker.zoek('Bouwsteen school')).toEqual({ gevonden: null, voorstel: 'bouwsteen' });
    expect(zoeker.zoek('Kapstok')).toEqual({ gevonden: 'kapstok' });
  });
  test('another figure is another school; two with one name are neither', () => {
    expect(zoeker.zoek('Voorbeeldschool 2')).toEqual({ gevonden: null });
    expect(zoeker.zoek('Dubbel')).toEqual({ gevonden: null });
    expect(zoeker.zoek('iets heel anders')).toEqual({ gevonden: null });
  });
});

describe('what names mean', () => {
  const hengelo = { code: 'GM0164', naam: 'Hengelo' };
  const maak = (besluiten: Naambesluiten = {}, nieuw = false): Namen => new Namen({ gemeenten: [hengelo], scholen: [], producten: [{ code: '45A48', naam: 'Begeleiding', vervangbaar: 0.6 }] }, WOORDENLIJST, { besluiten, nieuw });

  test('public short forms and codes', () => {
    for (const t of ['Hengelo (O)', 'gem. Hengelo', '164', 'GM0164', 'HENGELO']) expect(maak().zoek('gemeente', t), t).toEqual({ soort: 'bekend', code: 'GM0164' });
  });
  test('one that the project lacks is a question, with what it would become', () => {
    expect(maak().zoek('gemeente', 'Hof v. Twente')).toEqual({ soort: 'onbekend', nieuw: { code: 'GM1735', naam: 'Hof van Twente' }, voorstel: undefined });
    expect(maak().zoek('gemeente', 'overig Twente')).toMatchObject({ soort: 'onbekend', nieuw: { code: 'X-overig-twente', naam: 'overig Twente' } });
    expect(maak().zoek('gemeente', 'Hengello')).toMatchObject({ soort: 'onbekend', voorstel: 'GM0164' });
  });
  test('answers: alias, new, left out; and an answer that names nothing stays a question', () => {
    const n = maak({ gemeente: { 'Overig Twente': 'X-overig-twente', Twentestad: 'GM0164', Elders: null, Deventer: { code: 'GM0150', naam: 'Deventer' } }, product: { PGB: '99Z99' } });
    expect(n.zoek('gemeente', 'overig twente')).toEqual({ soort: 'bekend', code: 'X-overig-twente' });
    expect(n.zoek('gemeente', 'Twentestad')).toEqual({ soort: 'bekend', code: 'GM0164' });
    expect(n.zoek('gemeente', 'elders')).toEqual({ soort: 'weglaten' });
    expect(n.zoek('gemeente', 'Deventer')).toEqual({ soort: 'bekend', code: 'GM0150' });
    expect(n.zoek('product', 'PGB')).toMatchObject({ soort: 'onbekend' });
    expect([...n.toegevoegd.gemeente.values()]).toEqual([{ code: 'X-overig-twente', naam: 'overig twente' }, { code: 'GM0150', naam: 'Deventer' }]);
  });
  test('with `nieuw` what is unknown is added once, but a near name is still asked', () => {
    const n = maak({}, true);
    expect(n.zoek('school', 'de Bouwsteen')).toEqual({ soort: 'bekend', code: 'de-bouwsteen' });
    expect(n.zoek('school', 'DE BOUWSTEEN')).toEqual({ soort: 'bekend', code: 'de-bouwsteen' });
    expect(n.zoek('school', 'Bouwsteen')).toMatchObject({ soort: 'onbekend', voorstel: 'de-bouwsteen' });
    expect(n.zoek('product', '45A49')).toEqual({ soort: 'bekend', code: '45A49' });
    expect([...n.toegevoegd.school.keys()]).toEqual(['de-bouwsteen']);
  });
  test('a code that is not known is looked up by the name beside it', () => {
    expect(maak().zoek('product', '11111', 'begeleiding')).toEqual({ soort: 'bekend', code: '45A48' });
  });
  test('a split product has everything of its product', () => {
    const n = maak();
    expect(n.splits('45A48', 'pgb')).toBe('45A48·pgb');
    expect(n.splits('45A48', 'pgb')).toBe('45A48·pgb');
    expect([...n.toegevoegd.product.values()]).toEqual([{ code: '45A48·pgb', naam: 'Begeleiding (pgb)', vervangbaar: 0.6 }]);
  });
});
