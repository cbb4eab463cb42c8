/** The workbook as data says what the engine says, before any file: on the golden cases and on random projects. */
import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volledigScenario } from '../../models/project/scenario.ts';
import type { Project } from '../../models/project/types.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { verschillenMetRekenkern } from '../../templates/voorstel/vergelijken.ts';
import { bouwVoorstel } from '../../templates/voorstel/voorstel.ts';
import { parameters } from '../hulp/wet.ts';
import { willekeurigProject } from '../hulp/willekeurig.ts';

const KENMERK = { markering: 'test', titel: 'test', vingerafdruk: '0', programma: 'test', gemaakt: '2026-01-01T00:00:00Z' };

/** Differences between workbook and engine, over all scenarios. */
async function verschillen(project: Project): Promise<string[]> {
  const voorbereiding = bereidVoor(project);
  const resultaat = await berekenVoorbereid(project, voorbereiding);
  if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
  const { berekening } = resultaat;
  const { formules } = await leesFormules(project.scenarios);
  return project.scenarios.flatMap(({ id }) => {
    const { werkmap } = bouwVoorstel({ project, voorbereiding, scenario: volledigScenario(project, id), formules }, KENMERK);
    const uitkomst = berekening.scenarios[id];
    if (!uitkomst) throw new Error(`geen uitkomst voor ${id}`);
    return verschillenMetRekenkern(werkmap, berekening, uitkomst).map((regel) => `${id}: ${regel}`);
  });
}

const map = new URL('../cases/', import.meta.url);
const gevallen = readdirSync(map).filter((naam) => naam.endsWith('.json') && !naam.endsWith('.expected.json'));

describe('werkmap = rekenkern', () => {
  it.each(gevallen)('%s, elk scenario', async (naam) => {
    expect(await verschillen(JSON.parse(readFileSync(new URL(naam, map), 'utf8')) as Project)).toEqual([]);
  });

  it('op willekeurige projecten', () => fc.assert(fc.asyncProperty(willekeurigProject(), async (project) => {
    expect(await verschillen(project)).toEqual([]);
  }), parameters(150)));
});
