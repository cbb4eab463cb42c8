/** The workbook as data says what the engine says, before any file: on the golden cases and on random projects. */
import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import type { Project } from '../../models/project/types.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
import type { ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { verschillenMetRekenkern } from '../../templates/voorstel/vergelijken.ts';
import { parameters } from '../hulp/wet.ts';
import { willekeurigProject } from '../hulp/willekeurig.ts';
import { bouw } from './hulp/bouw.ts';

/** Makes the workbook of every scenario, which throws where workbook and engine differ, or a formula and the value beside it. */
async function bouwElk(project: Project): Promise<number> {
  for (const { id } of project.scenarios) expect((await werkmapBytes((await bouw(project, id)).werkmap)).length).toBeGreaterThan(10_000);
  return project.scenarios.length;
}

const map = new URL('../cases/', import.meta.url);
const gevallen = readdirSync(map).filter((naam) => naam.endsWith('.json') && !naam.endsWith('.expected.json'));

describe('werkmap = rekenkern', () => {
  it.each(gevallen)('%s, elk scenario', async (naam) => {
    expect(await bouwElk(JSON.parse(readFileSync(new URL(naam, map), 'utf8')) as Project)).toBeGreaterThan(0);
  });

  it('op willekeurige projecten', () => fc.assert(fc.asyncProperty(willekeurigProject(), async (project) => {
    expect(await bouwElk(project)).toBeGreaterThan(0);
  }), parameters(60)));

  it('een werkmap die anders rekent wordt niet gemaakt', async () => {
    const project = JSON.parse(readFileSync(new URL('klein.json', map), 'utf8')) as Project;
    const { werkmap } = await bouw(project, 'a');
    const resultaat = await bereken(project);
    if (!resultaat.ok) throw new Error('geen berekening');
    const uitkomst = resultaat.berekening.scenarios['a'] as ScenarioUitkomst;
    expect(verschillenMetRekenkern(werkmap, project, resultaat.berekening, uitkomst)).toEqual([]);
    const anders = structuredClone(uitkomst);
    anders.effect.perJaar[1]! += 0.01;
    anders.bijdragenAfgerond['GM0164']![2]! += 1;
    expect(verschillenMetRekenkern(werkmap, project, resultaat.berekening, anders)).toEqual([expect.stringContaining('Effect_2028'), expect.stringContaining('BijdrageAfgerond_GM0164_2029')]);
  });
});
