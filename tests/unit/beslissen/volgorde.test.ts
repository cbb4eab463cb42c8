import { describe, expect, it } from 'vitest';
import { volgorde } from '../../../models/beslissen/volgorde.ts';
import type { Project } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { reken } from '../../hulp/reken.ts';
import { goed, kleinMet, lees } from './hulp.ts';

/** The school of `klein` three times, with teams of different sizes. */
function drieScholen(): Project {
  const project = kleinMet();
  const namen = ['x', 'y', 'z'];
  const [arrangement] = project.scenarios[0]!.arrangementen!;
  return {
    ...project,
    scholen: namen.map((id) => ({ ...project.scholen.find((s) => s.id === 'bouwsteen')!, id, naam: `School ${id}` })),
    leerlingen: namen.flatMap((school) => project.leerlingen.filter((l) => l.school === 'bouwsteen').map((l) => ({ ...l, school }))),
    indicaties: namen.flatMap((school) => project.indicaties.map((i) => ({ ...i, school }))),
    bestaandeArrangementen: [],
    scenarios: [{
      ...project.scenarios[0]!,
      arrangementen: namen.map((school, i) => ({ ...arrangement!, school, start: '2027-08-01', inzet: [{ omschrijving: 'team', soort: 'vast' as const, bedrag: [50_000, 30_000, 100_000][i]! }, { omschrijving: 'begin', soort: 'eenmalig' as const, bedrag: 1_000 }] })),
      regionaal: [{ omschrijving: 'coördinatie', soort: 'vast', bedrag: 5_000 }],
    }],
  };
}

describe('volgorde', () => {
  it('gives each school its own effect, double costs and one-offs; with the region they are the whole', async () => {
    const project = drieScholen();
    const { uitslag } = goed(volgorde(await basisVan(project, 'a')));
    const berekend = (await reken(project)).scenarios['a']!;
    for (const y of [0, 1, 2, 3]) {
      expect(uitslag.scholen.reduce((som, s) => som + s.effectPerJaar[y]!, uitslag.regionaalPerJaar[y]!)).toBeCloseTo(berekend.effect.perJaar[y]!, 6);
    }
    expect(uitslag.scholen.map(({ eenmaligPerJaar }) => eenmaligPerJaar)).toEqual([1, 2, 3].map(() => [1_000, 0, 0, 0]));
    expect(uitslag.regionaalPerJaar).toEqual([5_000, 5_000, 5_000, 5_000]);
  });

  it('double costs: what is replaced in the end, less what has stopped, while the team is there', async () => {
    const { uitslag } = goed(volgorde(await basisVan(kleinMet(), 'a')));
    const [school] = uitslag.scholen;
    // In the end 86 400 a year stops; five months of 2027 are active and nothing stops in them; 2028: 86 400 − 30 857,14.
    expect(school!.dubbelPerJaar).toEqual([(86_400 * 5) / 12, 86_400 - 30_857.142857, 0, 0].map((x) => expect.closeTo(x, 4)));
  });

  it('ranks by net present value and by the month of payback', async () => {
    const { uitslag } = goed(volgorde(await basisVan(drieScholen(), 'a')));
    expect(uitslag.opNcw).toEqual(['y', 'x', 'z']);
    expect(uitslag.opTerugverdientijd).toEqual(['y', 'x', 'z']);
    expect(uitslag.scholen.map(({ school, terugverdienmaand }) => [school, terugverdienmaand === null])).toEqual([['x', false], ['y', false], ['z', true]]);
    expect(uitslag.zinnen[0]).toMatch(/^Het gunstigst is School y: contante waarde V € [\d.]+ over 2027–2030; het minst gunstig School z: N € [\d.]+\.$/);
    expect(uitslag.zinnen[1]).toBe('2 scholen van de 3 verdienen zich binnen 2027–2030 terug.');
  });

  it('fits a yearly ceiling of double costs: best first, as early as there is room', async () => {
    const basis = await basisVan(drieScholen(), 'a');
    // Each school costs double 36 000 in its first year and 55 543 in its second: two of them do not fit together.
    const { uitslag } = goed(volgorde(basis, { plafond: 60_000 }));
    expect(uitslag.fasering!.scholen).toEqual([
      { school: 'y', naam: 'School y', start: '2027-08-01', jarenLater: 0 },
      { school: 'x', naam: 'School x', start: '2029-08-01', jarenLater: 2 },
    ]);
    expect(uitslag.fasering!.pastNiet).toEqual(['z']);
    for (const bedrag of uitslag.fasering!.dubbelPerJaar) expect(bedrag).toBeLessThanOrEqual(60_000);
    expect(uitslag.zinnen.slice(2)).toEqual(['Met ten hoogste € 60.000 dubbele kosten per jaar passen 2 scholen van de 3, waarvan 1 later dan gepland (School x in augustus 2029).', 'Niet binnen het plafond past School z.']);
    expect(goed(volgorde(basis, { plafond: 1e9 })).uitslag.fasering!.scholen.map(({ jarenLater }) => jarenLater)).toEqual([0, 0, 0]);
    expect(goed(volgorde(basis, { plafond: 0 })).uitslag.fasering!.pastNiet).toEqual(['y', 'x', 'z']);
    expect(volgorde(basis, { plafond: -1 })).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
  });

  it('says so where there is no school', async () => {
    const project = kleinMet();
    project.scenarios[0]!.arrangementen = [];
    expect(goed(volgorde(await basisVan(project, 'a'))).uitslag.zinnen).toEqual(['“Collectief vanaf schooljaar 2027-2028” heeft geen scholen met een arrangement.']);
  });

  it('adds up on the region of the golden cases', async () => {
    const project = lees('twente');
    for (const id of ['sc0', 'sc3', 'sc5']) {
      const { uitslag } = goed(volgorde(await basisVan(project, id)));
      const berekend = (await reken(project)).scenarios[id]!;
      for (const [y, bedrag] of berekend.effect.perJaar.entries()) expect(uitslag.scholen.reduce((som, s) => som + s.effectPerJaar[y]!, uitslag.regionaalPerJaar[y]!)).toBeCloseTo(bedrag, 4);
    }
  });
});
