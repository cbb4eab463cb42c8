import { describe, expect, it } from 'vitest';
import { reken } from '../../../models/beslissen/basis.ts';
import { trek } from '../../../models/beslissen/getrokken.ts';
import { dimensiesVan, waardenOp } from '../../../models/beslissen/parameters.ts';
import type { Inzetregel, Onzekerheid, OnzekereParameter, Project } from '../../../models/project/types.ts';
import { effectPerGemeente } from '../../../models/rekenen/uitkomsten.ts';
import { gewoon } from '../../hulp/gewoon.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { kleinMet } from './hulp.ts';

const onzeker = (parameter: OnzekereParameter, perSchool = false): Onzekerheid => ({ parameter, perSchool, verdeling: { soort: 'vast', waarde: 0 } });

/** Effect per gemeente and year when one parameter has one value everywhere. */
async function effectBij(project: Project, parameter: OnzekereParameter, waarde: number): Promise<number[]> {
  const basis = await basisVan(project, 'a');
  const { scenario, kader } = trek(basis, dimensiesVan([onzeker(parameter)], []), [waarde]);
  const gerekend = reken(basis, scenario, kader);
  if (!gerekend.ok) throw new Error(gerekend.fouten[0]?.tekst);
  return [...effectPerGemeente(gerekend.evaluatie)];
}

/** The same figures of a project by the plain calculation of the tests. */
function effectVan(project: Project): number[] {
  const { effect } = gewoon(project).scenarios['a']!;
  return project.gemeenten.flatMap(({ code }) => effect.perGemeente[code]!);
}

async function verwachtAls(project: Project, parameter: OnzekereParameter, waarde: number, geschreven: Project): Promise<void> {
  const [links, rechts] = [await effectBij(project, parameter, waarde), effectVan(geschreven)];
  expect(links.length).toBe(rechts.length);
  for (const [i, bedrag] of rechts.entries()) expect(links[i]).toBeCloseTo(bedrag, 6);
}

const REGELS: Inzetregel[] = [
  { omschrijving: 'team', soort: 'fte', aantal: 0.8, bedrag: 90_000 },
  { omschrijving: 'tijdelijk', soort: 'vast', bedrag: 12_000, start: '2027-10-01', eind: '2028-06-30', index: 'prijs' },
  { omschrijving: 'inrichting', soort: 'eenmalig', bedrag: 30_000 },
  { omschrijving: 'later', soort: 'eenmalig', bedrag: 5_000, maand: '2028-02-01' },
];
const vol = (scenario = {}, arrangement = {}): Project => {
  const project = kleinMet({ regionaal: [{ omschrijving: 'coördinatie', soort: 'vast', bedrag: 10_000 }, { omschrijving: 'aftrap', soort: 'eenmalig', bedrag: 4_000, maand: '2027-03-01' }], ...scenario }, { inzet: structuredClone(REGELS), realisatie: 0.8, ...arrangement });
  return { ...project, uitgangspunten: { ...project.uitgangspunten, indexen: { prijs: 0.02, loon: { 2027: 0.03, standaard: 0.04 }, volume: 0.01 } } };
};
const inzetVan = (project: Project) => project.scenarios[0]!.arrangementen![0]!.inzet!;

describe('trek: a draw is the scenario written with other values', () => {
  it('realisatieFactor × realisatie, held in 0..1', async () => {
    await verwachtAls(vol(), 'realisatieFactor', 0.75, vol({}, { realisatie: 0.6 }));
    await verwachtAls(vol(), 'realisatieFactor', 1.5, vol({}, { realisatie: 1 }));
    await verwachtAls(vol(), 'realisatieFactor', -1, vol({}, { realisatie: 0 }));
  });

  it('vervangbaarFactor × the replaceable share, held in 0..1, and with it the key kosten', async () => {
    const met = (factor: number): Project => {
      const project = vol({ verdeling: { bereik: 'school', sleutel: { kosten: 1 } } });
      return { ...project, producten: project.producten.map((p) => ({ ...p, vervangbaar: Math.min(1, p.vervangbaar * factor) })) };
    };
    await verwachtAls(met(1), 'vervangbaarFactor', 0.5, met(0.5));
    await verwachtAls(met(1), 'vervangbaarFactor', 3, met(3));
  });

  it('inzetFactor × structural lines and eenmaligFactor × one-off lines, regional ones too', async () => {
    const met = (structureel: number, eenmalig: number): Project => {
      const project = vol();
      for (const regel of [...inzetVan(project), ...project.scenarios[0]!.regionaal!]) regel.bedrag *= regel.soort === 'eenmalig' ? eenmalig : structureel;
      return project;
    };
    await verwachtAls(vol(), 'inzetFactor', 1.2, met(1.2, 1));
    await verwachtAls(vol(), 'eenmaligFactor', 1.7, met(1, 1.7));
  });

  it('startvertraging: arrangement, lines and one-offs start later, ends stay; months are rounded; regional lines stay', async () => {
    const later = vol({}, { start: '2027-12-01', eind: '2029-07-31' });
    inzetVan(later)[1]!.start = '2028-02-01';
    inzetVan(later)[3]!.maand = '2028-06-01';
    await verwachtAls(vol({}, { eind: '2029-07-31' }), 'startvertraging', 3.6, later);
  });

  it('startvertraging past the end: the arrangement does nothing, and its one-offs are not spent', async () => {
    const niets = vol({}, { realisatie: 0, inzet: [] });
    await verwachtAls(vol({}, { eind: '2028-07-31' }), 'startvertraging', 12, niets);
    const laatste = vol({}, { start: '2028-07-01', eind: '2028-07-31' });
    inzetVan(laatste)[1]!.start = '2028-09-01';
    inzetVan(laatste)[1]!.eind = '2028-09-30';
    inzetVan(laatste)[1]!.bedrag = 0;
    inzetVan(laatste)[3]!.maand = '2029-01-01';
    await verwachtAls(vol({}, { eind: '2028-07-31' }), 'startvertraging', 11, laatste);
  });

  it('volumeDelta, prijsDelta and loonDelta are added to every yearly rate', async () => {
    const met = (indexen: object): Project => ({ ...vol(), uitgangspunten: { ...vol().uitgangspunten, indexen: { prijs: 0.02, loon: { 2027: 0.03, standaard: 0.04 }, volume: 0.01, ...indexen } } });
    await verwachtAls(vol(), 'volumeDelta', 0.03, met({ volume: 0.04 }));
    await verwachtAls(vol(), 'prijsDelta', -0.01, met({ prijs: 0.01 }));
    await verwachtAls(vol(), 'loonDelta', 0.005, met({ loon: { 2027: 0.035, standaard: 0.045 } }));
    await verwachtAls(vol({ indexen: { prijs: 0.05 } }), 'prijsDelta', 0.01, vol({ indexen: { prijs: 0.06 } }));
  });

  it('effectOverigDelta is added to aandeel, jaren as there, else 0', async () => {
    await verwachtAls(vol(), 'effectOverigDelta', -0.1, vol({}, { effectOverig: { aandeel: -0.1, jaren: 0 } }));
    await verwachtAls(vol({}, { effectOverig: { aandeel: 0.05, jaren: 2 } }), 'effectOverigDelta', -0.1, vol({}, { effectOverig: { aandeel: -0.05, jaren: 2 } }));
  });

  it('uitstroomFactor stretches run-off: q′(k) = q(k/f), linear between whole months', async () => {
    // Linear run-off over 10 months: q(k) = 1 − (k + ½)/10. Twice as long, month by month: q(0), (q(0)+q(1))/2, q(1), …, half of q(9), 0.
    const project = vol({}, { uitstroom: { wijze: 'lineair', maanden: 10 } });
    const q = Array.from({ length: 11 }, (_, k) => (k < 10 ? 1 - (k + 0.5) / 10 : 0));
    const gerekt = Array.from({ length: 20 }, (_, k) => (k % 2 === 0 ? q[k / 2]! : (q[(k - 1) / 2]! + q[(k + 1) / 2]!) / 2));
    const basis = await basisVan(project, 'a');
    const { scenario, kader } = trek(basis, dimensiesVan([onzeker('uitstroomFactor')], []), [2]);
    const gerekend = reken(basis, scenario, kader);
    if (!gerekend.ok) throw new Error(gerekend.fouten[0]?.tekst);
    const [effect] = gerekend.evaluatie.effecten;
    const eersteJaar = gerekt.slice(0, 5).reduce((som, x) => som + 1 - x, 0) / 12;
    const tweedeJaar = gerekt.slice(5, 17).reduce((som, x) => som + 1 - x, 0) / 12;
    expect(effect!.vrijval[0]).toBeCloseTo(eersteJaar, 12);
    expect(effect!.vrijval[1]).toBeCloseTo(tweedeJaar, 12);
    await verwachtAls(project, 'uitstroomFactor', 1, project);
    await verwachtAls(vol({}, { uitstroom: { wijze: 'omzetten' } }), 'uitstroomFactor', 3, vol({}, { uitstroom: { wijze: 'omzetten' } }));
  });

  it('at their neutral values nothing changes', async () => {
    const basis = await basisVan(vol(), 'a');
    const dimensies = dimensiesVan((['realisatieFactor', 'startvertraging', 'uitstroomFactor', 'loonDelta'] as const).map((p) => onzeker(p, true)), ['bouwsteen']);
    const { scenario, kader } = trek(basis, dimensies, dimensies.map(({ parameter }) => (parameter.endsWith('Factor') ? 1 : 0)));
    const gerekend = reken(basis, scenario, kader);
    expect(gerekend.ok && [...effectPerGemeente(gerekend.evaluatie)].map((x) => x.toFixed(6))).toEqual(effectVan(vol()).map((x) => x.toFixed(6)));
  });
});

describe('perSchool', () => {
  it('gives each school, and the region, a value of its own; values of one parameter combine', () => {
    const dimensies = dimensiesVan([onzeker('inzetFactor', true), onzeker('inzetFactor'), onzeker('loonDelta', true), onzeker('startvertraging'), onzeker('startvertraging')], ['a', 'b']);
    expect(dimensies.map(({ naam }) => naam)).toEqual([
      'inzetFactor regio', 'inzetFactor school a', 'inzetFactor school b', 'inzetFactor 2', 'loonDelta regio', 'loonDelta school a', 'loonDelta school b', 'startvertraging', 'startvertraging 2',
    ]);
    const trekking = [1.1, 1.2, 1.3, 2, 0.01, 0.02, 0.03, 1.2, 1.2];
    const op = (school: string | null): number[] => {
      const w = waardenOp(dimensies, trekking, school);
      return [w.inzetFactor, w.loonDelta, w.startvertraging];
    };
    expect(op(null).map((x) => Number(x.toFixed(12)))).toEqual([2.2, 0.01, 2]);
    expect(op('a').map((x) => Number(x.toFixed(12)))).toEqual([2.4, 0.02, 2]);
    expect(op('b').map((x) => Number(x.toFixed(12)))).toEqual([2.6, 0.03, 2]);
  });

  it('an index of its own holds for the nulscenario of that school too, with its existing arrangements', async () => {
    const project = { ...vol(), bestaandeArrangementen: [{ school: 'bouwsteen', jaarbedrag: 12_000 }] };
    const basis = await basisVan(project, 'a');
    const nul = (perSchool: boolean, waarden: number[]) => {
      const { scenario, kader } = trek(basis, dimensiesVan([onzeker('volumeDelta', perSchool), onzeker('loonDelta', perSchool)], ['bouwsteen']), waarden);
      const gerekend = reken(basis, scenario, kader);
      if (!gerekend.ok) throw new Error(gerekend.fouten[0]?.tekst);
      const { individueel, bestaand } = gerekend.nul;
      return [individueel, bestaand].flatMap(({ perGemeente, perSchool: scholen, perDrager }) => [...perGemeente, ...scholen, ...perDrager]).map((x) => x.toFixed(6));
    };
    // All care of this project is at that one school.
    expect(nul(true, [0, 0.03, 0, 0.02])).toEqual(nul(false, [0.03, 0.02]));
    expect(nul(true, [0.03, 0, 0.02, 0])).toEqual(nul(false, [0, 0]));
  });

  it('an index of its own holds for the care and the lines of that school, and not for the region', async () => {
    const project = vol();
    const basis = await basisVan(project, 'a');
    const dimensies = dimensiesVan([onzeker('loonDelta', true)], ['bouwsteen']);
    const gerekend = (waarden: number[]) => {
      const { scenario, kader } = trek(basis, dimensies, waarden);
      const resultaat = reken(basis, scenario, kader);
      if (!resultaat.ok) throw new Error(resultaat.fouten[0]?.tekst);
      return resultaat.evaluatie.regels.map(({ arrangement, perJaar }) => [arrangement, perJaar[1]] as const);
    };
    const verhouding = (waarden: number[]): (number | null)[] => gerekend(waarden).map(([, bedrag], i) => (bedrag === 0 ? null : Number((bedrag! / gerekend([0, 0])[i]![1]!).toFixed(9))));
    // Rates of 2026 and 2028 are 4 %, of 2027 3 %; the lines: team, temporary (by prijs), two one-offs (one in 2028), regional, kick-off in 2027.
    const hoger = Number(((1.06 / 1.04) ** 2 * (1.05 / 1.03)).toFixed(9));
    expect(verhouding([0, 0.02])).toEqual([hoger, 1, null, hoger, 1, null]);
    expect(verhouding([0.02, 0])).toEqual([1, 1, null, 1, hoger, null]);
  });
});
