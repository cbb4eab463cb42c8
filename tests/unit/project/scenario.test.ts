import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alsVerschil, volledigScenario } from '../../../models/project/scenario.ts';
import { deelnemersVan, indexenVan, NEUTRAAL_ARRANGEMENT, neutraalScenario } from '../../../models/project/standaard.ts';
import type { Arrangement, Project, Scenario, VolledigScenario } from '../../../models/project/types.ts';
import { valideer } from '../../../models/project/valideren.ts';
import { losOp } from '../../hulp/gewoon.ts';
import { parameters } from '../../hulp/wet.ts';
import { willekeurigProject } from '../../hulp/willekeurig.ts';
import { goedProject } from './fixtures.ts';

const arrangement = (school: string, meer: Partial<Arrangement> = {}): Arrangement => ({ school, start: '2027-08-01', realisatie: 0.8, inzet: [], ...meer });
const met = (...scenarios: Scenario[]): Pick<Project, 'scenarios'> => ({ scenarios });

describe('volledigScenario', () => {
  it('neemt van de ouder wat het zelf niet noemt, ook de naam, en heeft geen ouder meer', () => {
    const project = met(
      { id: 'kind', ouder: 'a', vastDeel: 0.4 },
      { id: 'a', naam: 'A', arrangementen: [arrangement('x')], nietDeelnemers: 'gastvrij', deelnemers: ['GM0164'] },
    );
    expect(volledigScenario(project, 'kind')).toEqual({ id: 'kind', naam: 'A', arrangementen: [arrangement('x')], nietDeelnemers: 'gastvrij', deelnemers: ['GM0164'], vastDeel: 0.4 });
  });

  it('voegt arrangementen samen per school en per sleutel, de scholen van de ouder voorop', () => {
    const project = met(
      { id: 'a', naam: 'A', arrangementen: [arrangement('x', { vervangbaar: { P: 0.5 }, eind: '2029-07-31' }), arrangement('y'), arrangement('z')] },
      {
        id: 'b', naam: 'B', ouder: 'a',
        arrangementen: [arrangement('n'), { school: 'z', realisatie: 0.1 }, { school: 'x', vervangbaar: { Q: 0.2 }, eind: null }, { school: 'y', vervalt: true }],
      },
      { id: 'c', naam: 'C', ouder: 'b', arrangementen: [{ school: 'z', vervalt: false, start: '2028-01-01' }, arrangement('y', { realisatie: 1 })] },
    );
    expect(volledigScenario(project, 'b').arrangementen).toEqual([arrangement('x', { vervangbaar: { Q: 0.2 }, eind: null }), arrangement('z', { realisatie: 0.1 }), arrangement('n')]);
    expect(volledigScenario(project, 'c').arrangementen).toEqual([
      arrangement('x', { vervangbaar: { Q: 0.2 }, eind: null }), arrangement('z', { realisatie: 0.1, start: '2028-01-01' }), arrangement('n'), arrangement('y', { realisatie: 1 }),
    ]);
  });

  it('voegt indexen samen per sleutel, en vervangt elke andere sleutel in zijn geheel', () => {
    const project = {
      uitgangspunten: { ...goedProject().uitgangspunten, indexen: { prijs: 0.01, loon: 0.01, volume: 0.01 } },
      ...met(
        { id: 'a', naam: 'A', arrangementen: [], indexen: { prijs: { 2027: 0.03, standaard: 0.02 }, loon: 0.04 }, verdeling: { bereik: 'regio', sleutel: { kosten: 1 }, ingroei: { aandeel: [0.5] } } },
        { id: 'b', naam: 'B', ouder: 'a', arrangementen: [], indexen: { prijs: { standaard: 0.05 } }, verdeling: { bereik: 'school', sleutel: { leerlingen: 1 } } },
      ),
    };
    const kind = volledigScenario(project, 'b');
    expect(kind.indexen).toEqual({ prijs: { standaard: 0.05 }, loon: 0.04 });
    expect(indexenVan(project, kind)).toEqual({ prijs: { standaard: 0.05 }, loon: 0.04, volume: 0.01 });
    expect(kind.verdeling).toEqual({ bereik: 'school', sleutel: { leerlingen: 1 } });
  });

  it('verandert het project niet', () => {
    const project = goedProject();
    const kopie = structuredClone(project);
    volledigScenario(project, 'b');
    expect(project).toEqual(kopie);
  });

  it('een onbekend scenario is een fout in de aanroep', () => {
    expect(() => volledigScenario(goedProject(), 'z')).toThrow("Het project heeft geen scenario 'z'; het heeft 'a', 'b'.");
  });

  it('is op elk project hetzelfde als de tekst van het rekenmodel, los daarvan opgeschreven', () => {
    fc.assert(fc.property(willekeurigProject(), (project) => {
      for (const scenario of project.scenarios) {
        const { ouder: _, ...verwacht } = losOp(project, scenario) as VolledigScenario & { ouder?: string };
        expect(volledigScenario(project, scenario.id)).toEqual(verwacht);
      }
    }), parameters(300));
  });
});

describe('deelnemersVan', () => {
  const project = { gemeenten: [{ code: 'GM0164', naam: 'A' }, { code: 'GM0147', naam: 'B', deelnemer: false }, { code: 'GM0153', naam: 'C', deelnemer: true }, { code: 'X-elders', naam: 'X' }] };
  it('is iedereen die niet nee zegt, behalve X-…', () => expect(deelnemersVan(project, {})).toEqual(['GM0164', 'GM0153']));
  it('is wie het scenario noemt, in de volgorde van het project', () => expect(deelnemersVan(project, { deelnemers: ['GM0153', 'GM0147'] })).toEqual(['GM0147', 'GM0153']));
});

/** An object with the default of what it leaves out while the other one states it. */
const vulAan = (object: object, ander: object | undefined, standaard: object): object => ({
  ...Object.fromEntries(Object.entries(standaard).filter(([sleutel]) => Object.hasOwn(ander ?? {}, sleutel))), ...object,
});
/** The scenario with every key that either of them states, so that leaving out and stating the default are the same. */
function uitgeschreven(project: Project, scenario: VolledigScenario, ander: VolledigScenario): unknown {
  const { arrangementen, indexen, ...rest } = scenario;
  const neutraal = neutraalScenario(project);
  return {
    ...vulAan(rest, ander, neutraal),
    indexen: vulAan(indexen ?? {}, ander.indexen, neutraal.indexen),
    arrangementen: arrangementen.map((a) => vulAan(a, ander.arrangementen.find(({ school }) => school === a.school), NEUTRAAL_ARRANGEMENT)).toSorted((a, b) => ((a as Arrangement).school < (b as Arrangement).school ? -1 : 1)),
  };
}

describe('alsVerschil', () => {
  it('zegt alleen wat anders is', () => {
    const project = goedProject();
    const ouder = volledigScenario(project, 'a');
    const [eerste] = ouder.arrangementen as [Arrangement];
    const kind: VolledigScenario = { ...ouder, id: 'k', naam: 'K', indexen: { prijs: 0.04 }, arrangementen: [{ ...eerste, realisatie: 0.5 }, arrangement('berk')] };
    expect(alsVerschil(project, ouder, kind)).toEqual({ id: 'k', naam: 'K', ouder: 'a', indexen: { prijs: 0.04 }, arrangementen: [{ school: 'linde', realisatie: 0.5 }, arrangement('berk')] });
    expect(alsVerschil(project, ouder, { ...ouder, id: 'k', naam: 'K' })).toEqual({ id: 'k', naam: 'K', ouder: 'a' });
    expect(alsVerschil(project, ouder, { ...ouder, id: 'k', naam: 'K', arrangementen: [] })).toEqual({ id: 'k', naam: 'K', ouder: 'a', arrangementen: [{ school: 'linde', vervalt: true }] });
  });

  it('maakt ongedaan wat alleen de ouder noemt', () => {
    const project = goedProject();
    project.uitgangspunten.indexen = { loon: 0.02 };
    const kind: VolledigScenario = { id: 'k', naam: 'K', arrangementen: [arrangement('linde')] };
    const ouder: VolledigScenario = {
      id: 'a', naam: 'A', nietDeelnemers: 'gastvrij', deelnemers: ['GM0147'], regionaal: [], verdeling: { bereik: 'regio', sleutel: { kosten: 1 } }, indexen: { loon: 0.03, prijs: 0.03 },
      arrangementen: [arrangement('linde', { eind: '2029-07-31', uitstroom: { wijze: 'omzetten' }, vervangtBestaand: true })],
    };
    expect(alsVerschil(project, ouder, kind)).toEqual({
      id: 'k', naam: 'K', ouder: 'a', nietDeelnemers: 'individueel', deelnemers: ['GM0164', 'GM0147'], verdeling: { bereik: 'school', sleutel: { leerlingen: 1 } }, indexen: { loon: 0.02, prijs: 0 },
      arrangementen: [{ school: 'linde', eind: null, uitstroom: { wijze: 'uitdienen' }, vervangtBestaand: false }],
    });
  });

  it('staat op zichzelf waar een verschil het niet kan zeggen', () => {
    const project = goedProject();
    const ouder = { ...volledigScenario(project, 'a'), vastDeel: 0.5 };
    const kind = { ...volledigScenario(project, 'b') };
    expect(alsVerschil(project, ouder, kind)).toEqual(kind);
  });

  it('geeft over elke ouder gelegd weer het scenario zelf, en is een geldig scenario', () => {
    fc.assert(fc.property(willekeurigProject(), fc.nat(), fc.nat(), (project, i, j) => {
      const [ouder, kind] = [i, j].map((n) => volledigScenario(project, (project.scenarios[n % project.scenarios.length] as Scenario).id)) as [VolledigScenario, VolledigScenario];
      const anders = { ...kind, id: 'anders' };
      const verschil = alsVerschil(project, ouder, anders);
      const samen = { ...project, scenarios: [...project.scenarios, verschil] };
      expect(valideer(samen)).toMatchObject({ ok: true });
      const terug = volledigScenario(samen, 'anders');
      expect(uitgeschreven(project, terug, terug)).toEqual(uitgeschreven(project, anders, terug));
    }), parameters(500));
  });
});
