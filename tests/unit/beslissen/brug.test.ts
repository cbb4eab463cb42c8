import { describe, expect, it } from 'vitest';
import { brug, scenariobrug } from '../../../models/beslissen/brug.ts';
import type { Project, Scenario } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { goed, kleinMet } from './hulp.ts';

const delen = (lijst: { code: string; bedrag: number }[]): Record<string, number> => Object.fromEntries(lijst.map(({ code, bedrag }) => [code, Number(bedrag.toFixed(2)) + 0]));

describe('brug from nulscenario', () => {
  it('has its parts, and they add up', async () => {
    const basis = await basisVan(kleinMet({}, { effectOverig: { aandeel: -0.1, jaren: 0 } }), 'a');
    const { uitslag } = goed(brug(basis));
    expect(delen(uitslag.delen)).toMatchObject({ vervangen: -203_657.14, structureel: 270_600, eenmalig: 0, bestaand: 0, gasten: 0 });
    expect(uitslag.delen.map(({ code }) => code)).toEqual(['vervangen', 'overig', 'structureel', 'eenmalig', 'bestaand', 'gasten']);
    expect(uitslag.delen.reduce((som, { bedrag }) => som + bedrag, 0)).toBeCloseTo(uitslag.totaal, 6);
    expect(uitslag.nul).toBeCloseTo(720_000, 4);
    expect(uitslag.scenarioBedrag).toBeCloseTo(720_000 + uitslag.totaal, 6);
  });

  it('says it in words', async () => {
    expect(goed(brug(await basisVan(kleinMet(), 'a'))).uitslag.zinnen).toEqual([
      '“Collectief vanaf schooljaar 2027-2028” is over 2027–2030 € 66.943 nadeliger dan het nulscenario: € 786.943 tegen € 720.000.',
      'Dat komt door zorg die vervalt (V € 203.657) en structurele inzet (N € 270.600).',
    ]);
  });

  it('guests pay what others do not: nothing in all, something for each', async () => {
    const project = kleinMet({ deelnemers: ['GM0164'], nietDeelnemers: 'bijdragePerLeerling', bijdragePerLeerling: 500 });
    const basis = await basisVan(project, 'a');
    expect(delen(goed(brug(basis)).uitslag.delen)['gasten']).toBe(0);
    const [hengelo, borne] = ['GM0164', 'GM0147'].map((gemeente) => delen(goed(brug(basis, { gemeente })).uitslag.delen));
    expect(borne!['gasten']).toBeGreaterThan(0);
    expect(hengelo!['gasten']).toBe(-borne!['gasten']!);
    expect(borne!['structureel']).toBe(0);
  });

  it('a maximum on the ingroei shifts between gemeenten, and stands apart', async () => {
    const project = kleinMet({ verdeling: { bereik: 'school', sleutel: { leerlingen: 1 }, ingroei: { aandeel: [1], maximumPerInwoner: 0.01 } } });
    const basis = await basisVan(project, 'a');
    const [samen, hengelo, borne] = [{}, { gemeente: 'GM0164' }, { gemeente: 'GM0147' }].map((keuze) => delen(goed(brug(basis, keuze)).uitslag.delen));
    expect(samen!['begrenzing']).toBe(0);
    expect(hengelo!['begrenzing']).toBeLessThan(-1000);
    expect(borne!['begrenzing']).toBe(-hengelo!['begrenzing']!);
  });
});

describe('brug between scenarios', () => {
  const met = (b: Partial<Scenario>): Project => {
    const project = kleinMet();
    return { ...project, scenarios: [...project.scenarios, { ...structuredClone(project.scenarios[0]!), id: 'b', naam: 'Anders', ...b }] };
  };
  const anders = (a: object): Project => met({ arrangementen: [{ ...structuredClone(kleinMet().scenarios[0]!.arrangementen![0]!), ...a }] });
  const van = async (project: Project, keuze = {}) => goed(scenariobrug(await basisVan(project, 'a'), await basisVan(project, 'b'), keuze)).uitslag;

  it('one group explains all', async () => {
    const uitslag = await van(anders({ realisatie: 0.5 }));
    expect(delen(uitslag.delen)).toEqual({ vervanging: 101_828.57 });
    expect(uitslag.totaal).toBeCloseTo(101_828.5714, 3);
  });

  it('two groups that work on each other share what they do together, by Shapley', async () => {
    // Start and share replaced: each alone, and the rest halved.
    const beide = await van(anders({ start: '2028-08-01', realisatie: 0.5 }));
    const [start, realisatie] = [await van(anders({ start: '2028-08-01' })), await van(anders({ realisatie: 0.5 }))];
    const samen = beide.totaal - start.totaal - realisatie.totaal;
    expect(Math.abs(samen)).toBeGreaterThan(1000);
    expect(delen(beide.delen)).toEqual({ planning: Number((start.totaal + samen / 2).toFixed(2)), vervanging: Number((realisatie.totaal + samen / 2).toFixed(2)) });
  });

  it('backwards is the opposite', async () => {
    const project = anders({ start: '2028-08-01', realisatie: 0.5, inzet: [{ omschrijving: 'x', soort: 'eenmalig', bedrag: 9_000 }] });
    const heen = await van(project);
    const terug = goed(scenariobrug(await basisVan(project, 'b'), await basisVan(project, 'a'))).uitslag;
    expect(delen(terug.delen)).toEqual(Object.fromEntries(Object.entries(delen(heen.delen)).map(([code, bedrag]) => [code, -bedrag])));
    expect(Object.keys(delen(heen.delen))).toEqual(['planning', 'vervanging', 'inzet', 'eenmalig']);
    expect(heen.naar.scenario.id).toBe('b');
  });

  it('a school that only one has comes with all of its own', async () => {
    const uitslag = await van(met({ arrangementen: [] }));
    expect(delen(uitslag.delen)).toEqual({ scholen: -66_942.86 });
  });

  it('takes together what cannot be changed apart, and says so', async () => {
    // A start in February needs run-off that is not measured; in scenario b it is not measured but agreed.
    const project = anders({ start: '2028-02-01', uitstroom: { wijze: 'lineair', maanden: 12 } });
    const uitslag = await van({ ...project, indicaties: project.indicaties.slice(1) });
    expect(uitslag.samengenomen).toEqual([['start en einde', 'uitstroom']]);
    expect(uitslag.delen.map(({ code }) => code)).toEqual(['planning+uitstroom']);
    expect(uitslag.delen[0]!.bedrag).toBeCloseTo(uitslag.totaal, 6);
  });

  it('says it in words', async () => {
    const { zinnen } = await van(anders({ realisatie: 0.5, start: '2028-08-01' }));
    expect(zinnen[0]).toMatch(/^“Anders” is over 2027–2030 € [\d.]+ (voor|na)deliger dan “Collectief vanaf schooljaar 2027-2028”, elk tegen het eigen nulscenario\.$/);
    expect(zinnen[1]).toMatch(/^Dat komt door .* De volgorde waarin de verschillen worden doorgevoerd maakt niet uit\.$/);
    expect((await van(met({}))).zinnen).toEqual(['“Anders” is over 2027–2030 even duur als “Collectief vanaf schooljaar 2027-2028”, elk tegen het eigen nulscenario.']);
  });
});
