/** Totals that are read side by side add up: per school, per group of schools, per deelregio, per taakveld. */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volledigScenario } from '../../../models/project/scenario.ts';
import type { Project } from '../../../models/project/types.ts';
import { begrotingsregels, INGROEI } from '../../../models/rekenen/begrotingsregels.ts';
import { plaatsVan, rekenScenarioDoor, type Doorrekening } from '../../../models/rekenen/bereken.ts';
import { leesFormules } from '../../../models/rekenen/formules.ts';
import { gegevensVan, type Gegevens } from '../../../models/rekenen/gegevens.ts';
import { totalenPerDeelregio, totalenPerSchoolgroep } from '../../../models/rekenen/groepen.ts';
import { effectVanOpbouw, schoolopbouw, telOpbouwOp } from '../../../models/rekenen/schoolopbouw.ts';
import type { Nulscenario, ScenarioUitkomst } from '../../../models/rekenen/types.ts';
import { uitkomstVanNul, uitkomstVanScenario } from '../../../models/rekenen/uitkomsten.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { parameters } from '../../hulp/wet.ts';
import { willekeurigProject } from '../../hulp/willekeurig.ts';

const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;

interface Doorgerekend { gegevens: Gegevens; doorrekening: Doorrekening; uitkomst: ScenarioUitkomst; nul: Nulscenario }
/** Every scenario of a project; none where the calculation itself meets a fault. */
async function doorgerekend(project: Project): Promise<Doorgerekend[]> {
  const gegevens = gegevensVan(project, bereidVoor(project));
  const { formules } = await leesFormules(project.scenarios);
  return project.scenarios.flatMap(({ id }) => {
    const r = rekenScenarioDoor(gegevens, project, volledigScenario(project, id), formules, plaatsVan(project, id));
    return r.ok ? [{ gegevens, doorrekening: r, uitkomst: uitkomstVanScenario(gegevens, r.nul, r.evaluatie), nul: uitkomstVanNul(gegevens, r.evaluatie.kader, r.nul) }] : [];
  });
}
const gelijk = (a: readonly number[], b: readonly number[]): void => {
  expect(a.length).toBe(b.length);
  for (const [y, x] of a.entries()) expect(Math.abs(x - (b[y] as number))).toBeLessThanOrEqual(0.005 + 1e-9 * Math.abs(x));
};
const som = (reeksen: readonly (readonly number[])[], Y: number): number[] => Array.from({ length: Y }, (_, y) => reeksen.reduce((t, r) => t + (r[y] as number), 0));

function controleer({ gegevens, doorrekening, uitkomst, nul }: Doorgerekend): void {
  const Y = doorrekening.evaluatie.kader.jaren.length;

  const { scholen, regionaal } = schoolopbouw(gegevens, doorrekening);
  for (const [s, { id }] of gegevens.scholen.entries()) {
    gelijk(scholen[s]!.nul, nul.perSchool[id] as number[]);
    gelijk(som([scholen[s]!.nul, effectVanOpbouw(scholen[s]!)], Y), uitkomst.totaal.perSchool[id] as number[]);
  }
  gelijk(effectVanOpbouw(regionaal), uitkomst.totaal.regionaal);
  gelijk(effectVanOpbouw(telOpbouwOp([...scholen, regionaal], Y)), uitkomst.effect.perJaar);

  for (const veld of ['samenwerkingsverband', 'bestuur'] as const) {
    const totalen = totalenPerSchoolgroep(gegevens.scholen, veld, nul, uitkomst.totaal);
    gelijk(som(totalen.map((t) => t.nul), Y), nul.perJaar);
    gelijk(som([...totalen.map((t) => t.effect), uitkomst.totaal.regionaal], Y), uitkomst.effect.perJaar);
    expect(totalen.flatMap((t) => t.leden).sort()).toEqual(gegevens.scholen.map((s) => s.id).sort());
  }
  const deelregios = totalenPerDeelregio(gegevens.gemeenten, nul, uitkomst.totaal);
  gelijk(som(deelregios.map((t) => t.nul), Y), nul.perJaar);
  gelijk(som(deelregios.map((t) => t.scenario), Y), uitkomst.totaal.perJaar);
  gelijk(som(deelregios.map((t) => t.effect), Y), uitkomst.effect.perJaar);

  const regels = begrotingsregels(gegevens, doorrekening);
  for (const [g, { code }] of gegevens.gemeenten.entries()) {
    const eigen = regels[g]!;
    gelijk(som(eigen.map((r) => r.nul), Y), nul.perGemeente[code] as number[]);
    gelijk(som(eigen.flatMap((r) => [r.structureel, r.incidenteel]), Y), uitkomst.totaal.perGemeente[code] as number[]);
  }
  gelijk(som(regels.flat().map((r) => r.incidenteel), Y), uitkomst.eenmalig);
  for (const r of regels.flat()) if (r.taakveld === INGROEI) expect(doorrekening.evaluatie.scenario.verdeling?.ingroei).toBeDefined();
}

describe('opbouw van de uitkomsten', () => {
  it.each(['klein', 'randen-1', 'randen-2', 'randen-3', 'aggregaat', 'twente'])('adds up in case %s', async (naam) => {
    const alle = await doorgerekend(lees(naam));
    expect(alle.length).toBeGreaterThan(0);
    alle.forEach(controleer);
  });

  it('adds up in random projects', async () => {
    let gezien = 0;
    await fc.assert(fc.asyncProperty(willekeurigProject(), async (project) => {
      for (const d of await doorgerekend(project)) {
        controleer(d);
        gezien++;
      }
    }), parameters(60));
    expect(gezien).toBeGreaterThan(30);
  });

  it('puts what belongs nowhere last, under no name', async () => {
    const project = lees('klein');
    const [eerste, ...rest] = project.scholen;
    project.scholen = [{ ...eerste!, samenwerkingsverband: '' }, ...rest.map((s) => ({ ...s, samenwerkingsverband: 'swv po' }))];
    const [d] = await doorgerekend(project);
    const totalen = totalenPerSchoolgroep(d!.gegevens.scholen, 'samenwerkingsverband', d!.nul, d!.uitkomst.totaal);
    expect(totalen.at(-1)).toMatchObject({ naam: undefined, leden: [eerste!.id] });
    expect(totalen.slice(0, -1).map((t) => t.naam)).toEqual(rest.length > 0 ? ['swv po'] : []);
  });
});
