import { describe, expect, it } from 'vitest';
import { effectVan } from '../../../models/beslissen/basis.ts';
import { inverseVan } from '../../../models/beslissen/kansverdeling.ts';
import { kwantiel, spreiding } from '../../../models/beslissen/spreiding.ts';
import { aaneen, maakTrekker } from '../../../models/beslissen/trekkingen.ts';
import type { Spreiding, Uitkomstkeuze } from '../../../models/beslissen/types.ts';
import { maakZekerheid, zekerheid, zekerheidVan } from '../../../models/beslissen/zekerheid.ts';
import type { Onzekerheid } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { basisMet, goed, klein, kleinMet } from './hulp.ts';

const PLAN = { zaad: 42, trekkingen: 2000 };
/** The team of `klein` costs this over the horizon, and its cost is what `inzetFactor` multiplies. */
const INZET = 270_600;
const inzet = (verdeling: Onzekerheid['verdeling']): Onzekerheid[] => [{ parameter: 'inzetFactor', verdeling, bron: 'raming', datum: '2026-10-01' }];
const MENGSEL: Onzekerheid[] = [
  { parameter: 'realisatieFactor', verdeling: { soort: 'pert', min: 0.6, modus: 0.95, max: 1.1 } },
  { parameter: 'inzetFactor', perSchool: true, verdeling: { soort: 'driehoek', min: 0.9, modus: 1, max: 1.3 } },
  { parameter: 'startvertraging', verdeling: { soort: 'uniform', min: 0, max: 6 } },
  { parameter: 'uitstroomFactor', verdeling: { soort: 'p10p50p90', p10: 0.8, p50: 1, p90: 1.5 } },
];

describe('kwantiel', () => {
  it('is type 7: linear between order statistics', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => kwantiel([1, 2, 4, 8], p))).toEqual([1, 1.75, 3, 6.8, 8].map((x) => expect.closeTo(x, 12)));
    expect(kwantiel([3], 0.7)).toBe(3);
  });

  it('spreiding: mean, sample standard deviation, chance of an effect below 0', () => {
    const { spreiding: s } = spreiding(Float64Array.of(-2, 4, 0, 10));
    expect(s.gemiddelde).toBe(3);
    expect(s.standaardafwijking).toBeCloseTo(Math.sqrt(84 / 3), 12);
    expect(s.p50).toBe(2);
    expect(s.kansGoedkoper).toBe(0.25);
  });
});

describe('zekerheid', () => {
  it.each([
    ['uniform', { soort: 'uniform', min: 0.8, max: 1.2 }],
    ['driehoek', { soort: 'driehoek', min: 0.7, modus: 1, max: 1.2 }],
    ['pert', { soort: 'pert', min: 0.7, modus: 0.9, max: 1.6 }],
    ['p10p50p90', { soort: 'p10p50p90', p10: 0.9, p50: 1, p90: 1.3 }],
  ] as const)('%s on a parameter that works linearly: its own quantiles, to within a slice', async (_, verdeling) => {
    const basis = await basisMet(inzet(verdeling));
    const { uitslag } = goed(zekerheid(basis, PLAN));
    const { effect } = goed(effectVan(basis, basis.scenario));
    const gewoon = effect.reduce((a, b) => a + b, 0);
    const inverse = inverseVan(verdeling);
    const exact = (p: number): number => gewoon + INZET * (inverse(p) - 1);
    const { cumulatief } = uitslag;
    for (const [p, waarde] of [[0.05, cumulatief.p5], [0.1, cumulatief.p10], [0.25, cumulatief.p25], [0.5, cumulatief.p50], [0.75, cumulatief.p75], [0.9, cumulatief.p90], [0.95, cumulatief.p95]] as const) {
      const slag = 1 / PLAN.trekkingen;
      expect(waarde).toBeGreaterThanOrEqual(exact(p - slag) - 1e-6);
      expect(waarde).toBeLessThanOrEqual(exact(p + slag) + 1e-6);
    }
    const [laagste, hoogste] = [uitslag.kromme[0]!, uitslag.kromme[100]!];
    expect(laagste).toBeGreaterThanOrEqual(exact(0));
    expect(hoogste).toBeLessThanOrEqual(exact(1));
    expect(uitslag.zekerheden.map(({ hoogstens }) => hoogstens)).toEqual([0.7, 0.8, 0.9, 0.95].map((p) => expect.closeTo(exact(p), -2.5)));
    expect(uitslag.risicobedrag).toBeCloseTo(cumulatief.p90 - cumulatief.gemiddelde, 6);
  });

  it('per year and per gemeente add up to all, on average', async () => {
    const basis = await basisMet(MENGSEL);
    const { uitslag } = goed(zekerheid(basis, PLAN));
    const som = (lijst: { gemiddelde: number }[]): number => lijst.reduce((a, { gemiddelde }) => a + gemiddelde, 0);
    expect(som(uitslag.perJaar)).toBeCloseTo(uitslag.cumulatief.gemiddelde, 5);
    expect(som(Object.values(uitslag.perGemeente))).toBeCloseTo(uitslag.cumulatief.gemiddelde, 5);
    expect(Object.keys(uitslag.perGemeente)).toEqual(basis.gegevens.gemeenten.map(({ code }) => code));
  });

  it('is about the figure that was chosen: curve, table, risk amount and sentences', async () => {
    const basis = await basisMet(MENGSEL);
    const bij = (keuze: Uitkomstkeuze) => goed(zekerheid(basis, { ...PLAN, keuze })).uitslag;
    const gewoon = bij({});
    const vlak = (s: Spreiding): number[] => Object.values(s);
    const zelfde = (a: Spreiding, b: Spreiding): void => expect(vlak(a)).toEqual(vlak(b).map((x) => expect.closeTo(x, 5)));
    zelfde(gewoon.gekozen, gewoon.cumulatief);
    zelfde(bij({ maat: 'ncw' }).gekozen, gewoon.ncw);
    zelfde(bij({ jaar: 2028 }).gekozen, gewoon.perJaar[1]!);
    const [code, naam] = [basis.project.gemeenten[0]!.code, basis.project.gemeenten[0]!.naam];
    zelfde(bij({ gemeente: code }).gekozen, gewoon.perGemeente[code]!);
    const een = bij({ maat: 'jaar', jaar: 2028, gemeente: code });
    expect(een.gekozen.p90).not.toBeCloseTo(gewoon.perJaar[1]!.p90, 0);
    expect(een.kromme[90]).toBeCloseTo(een.gekozen.p90, 6);
    expect(een.risicobedrag).toBeCloseTo(een.gekozen.p90 - een.gekozen.gemiddelde, 6);
    expect(een.zinnen[0]).toContain(`“Collectief vanaf schooljaar 2027-2028” voor ${naam} in 2028 `);
    expect(een.zinnen[6]).toMatch(new RegExp(`^Voor het weerstandsvermogen van ${naam} is `));
    expect(bij({ maat: 'ncw' }).zinnen[4]).toContain(' contant over 2027–2030 goedkoper is dan ');
    expect(zekerheid(basis, { ...PLAN, keuze: { jaar: 1999 } })).toMatchObject({ ok: false, fouten: [{ code: 'B02', pad: 'keuze.jaar' }] });
  });

  it('same seed, same bytes; another seed, other draws; in parts the same as in one go', async () => {
    const basis = await basisMet(MENGSEL);
    const eerste = goed(zekerheid(basis, PLAN)).uitslag;
    expect(JSON.stringify(goed(zekerheid(await basisMet(MENGSEL), PLAN)).uitslag)).toBe(JSON.stringify(eerste));
    expect(goed(zekerheid(basis, { ...PLAN, zaad: 43 })).uitslag.cumulatief).not.toEqual(eerste.cumulatief);
    const delen = [[0, 1], [1, 700], [700, 2000]].map(([van, tot]) => goed(goed(maakTrekker(basis, PLAN)).trekker.reken(van!, tot!)).reeksen);
    expect(JSON.stringify(zekerheidVan(basis, PLAN, aaneen(delen)))).toBe(JSON.stringify(eerste));
  });

  it('draws do not depend on the order of assumptions', async () => {
    const andersom = goed(zekerheid(await basisMet(MENGSEL.toReversed()), PLAN)).uitslag;
    expect(andersom.cumulatief.p50).toBeCloseTo(goed(zekerheid(await basisMet(MENGSEL), PLAN)).uitslag.cumulatief.p50, 6);
  });

  it('stays what it is: seed 42 on the small case', async () => {
    const { cumulatief } = goed(zekerheid(await basisMet(MENGSEL), PLAN)).uitslag;
    expect([cumulatief.gemiddelde, cumulatief.p10, cumulatief.p90].map((x) => x.toFixed(2))).toMatchInlineSnapshot(`
      [
        "94184.09",
        "47370.56",
        "143965.80",
      ]
    `);
  });

  it('says it in words', async () => {
    const { uitslag } = goed(zekerheid(await basisMet(inzet({ soort: 'uniform', min: 0.8, max: 1.2 })), { zaad: 7, trekkingen: 10_000 }));
    const naam = '“Collectief vanaf schooljaar 2027-2028” over 2027–2030';
    // 66 943 as it stands, and 270 600 · (−0.2 … 0.2) with the certainty on top.
    expect(uitslag.zinnen[1]).toMatch(new RegExp(`^Met 80 % zekerheid kost ${naam} ten hoogste € 99\\.4\\d\\d meer dan het nulscenario\\.$`));
    expect(uitslag.zinnen[4]).toBe(`De kans dat ${naam} goedkoper is dan het nulscenario is 0 %.`);
    expect(uitslag.zinnen[5]).toMatch(/^Gemiddeld is .* € 66\.94\d nadeliger dan het nulscenario; in 8 van de 10 gevallen ligt het effect tussen N € 23\.6\d\d en N € 110\.2\d\d\.$/);
    expect(uitslag.zinnen[6]).toMatch(/^Voor het weerstandsvermogen is € 43\.\d{3} een passend risicobedrag/);
    expect(uitslag.zinnen[7]).toBe('Gerekend met 10.000 trekkingen (zaad 7). De onzekere uitgangspunten zijn onafhankelijk van elkaar getrokken.');
  });

  it('says cheaper where it is', async () => {
    const { uitslag } = goed(zekerheid(await basisMet([{ parameter: 'inzetFactor', verdeling: { soort: 'uniform', min: 0.1, max: 0.5 } }]), PLAN));
    expect(uitslag.zinnen[2]).toMatch(/^Met 90 % zekerheid is .* ten minste € \d+\.\d{3} goedkoper dan het nulscenario\.$/);
    expect(uitslag.cumulatief.kansGoedkoper).toBe(1);
  });

  it('carries what it stands on, and marks what is an example', async () => {
    const basis = await basisMet(inzet({ soort: 'uniform', min: 0.8, max: 1.2 }));
    const { uitslag } = goed(zekerheid(basis, PLAN));
    expect(uitslag).toMatchObject({ zaad: 42, trekkingen: 2000, voorbeeld: false, scenario: { id: 'a' }, jaren: [2027, 2028, 2029, 2030] });
    expect(uitslag.vingerafdruk).toMatch(/^[0-9a-f]{64}$/);
    expect(uitslag.aannamen).toEqual([{ parameter: 'inzetFactor', naam: 'de kosten van de inzet', verdeling: { soort: 'uniform', min: 0.8, max: 1.2 }, perSchool: false, bron: 'raming', datum: '2026-10-01', status: null }]);
    expect(goed(zekerheid(await basisMet(inzet({ soort: 'uniform', min: 0.8, max: 1.3 })), PLAN)).uitslag.vingerafdruk).not.toBe(uitslag.vingerafdruk);
    const voorbeeld = await basisMet(inzet({ soort: 'uniform', min: 0.8, max: 1.2 }), { herkomst: { onzekerheden: { status: 'voorbeeld' } } });
    const gemerkt = goed(zekerheid(voorbeeld, PLAN)).uitslag;
    expect(gemerkt.voorbeeld).toBe(true);
    for (const zin of gemerkt.zinnen) expect(zin).toMatch(/^Voorbeeld: [A-Z]/);
  });

  it('asks for uncertain assumptions, a seed and a number of draws', async () => {
    const leeg = await basisVan(klein(), 'a');
    expect(zekerheid(leeg, PLAN)).toMatchObject({ ok: false, fouten: [{ code: 'B01', pad: 'scenarios[0].onzekerheden' }] });
    const basis = await basisMet(MENGSEL);
    expect(zekerheid(basis, { zaad: -1, trekkingen: 1 })).toMatchObject({ ok: false, fouten: [{ code: 'B03', pad: 'zaad' }, { code: 'B03', pad: 'trekkingen' }] });
    expect(maakZekerheid(basis, { zaad: 1, trekkingen: 2_000_000 })).toMatchObject({ ok: false, fouten: [{ code: 'B03' }] });
  });

  it('says which start cannot be measured, before it draws', async () => {
    // What runs of product BEG began in July 2025: a start in February measures February 2025, when nothing ran.
    const project = kleinMet({ onzekerheden: [{ parameter: 'startvertraging', verdeling: { soort: 'uniform', min: 0, max: 11 } }] });
    const basis = await basisVan({ ...project, indicaties: project.indicaties.slice(1) }, 'a');
    expect(zekerheid(basis, PLAN)).toMatchObject({ ok: false, fouten: [{ code: 'P21', tekst: expect.stringMatching(/^Een start 6 maanden later \(start in februari 2028\) is niet door te rekenen\. Van product .* \(BEG\)/) }] });
  });
});
