/** The engine as tests use it: a valid project in, outcomes out; a fault is a failure of the test. */
import type { Project } from '../../models/project/types.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { bereken, plaatsVan, rekenScenarioDoor } from '../../models/rekenen/bereken.ts';
import { leesFormules } from '../../models/rekenen/formules.ts';
import { gegevensVan } from '../../models/rekenen/gegevens.ts';
import type { Berekening } from '../../models/rekenen/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';

export async function reken(project: Project): Promise<Berekening> {
  const resultaat = await bereken(project);
  if (!resultaat.ok) throw new Error(resultaat.fouten.map(({ code, pad, tekst }) => `${code} ${pad}: ${tekst}`).join('\n'));
  return resultaat.berekening;
}

/** The effect on gemeenten in each month of the horizon, per scenario: what terugverdienmaand is read from. */
export async function rekenPerMaand(project: Project): Promise<Record<string, number[]>> {
  const gegevens = gegevensVan(project, bereidVoor(project));
  const { formules } = await leesFormules(project.scenarios);
  return Object.fromEntries(project.scenarios.map(({ id }) => {
    const resultaat = rekenScenarioDoor(gegevens, project, volledigScenario(project, id), formules, plaatsVan(project, id));
    if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
    return [id, [...resultaat.evaluatie.effectPerMaand]];
  }));
}
