/** A project's workbook as data, in one step. */
import { volledigScenario } from '../../../models/project/scenario.ts';
import type { Project } from '../../../models/project/types.ts';
import { leesFormules } from '../../../models/rekenen/formules.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { bouwVoorstel, type Voorstel } from '../../../templates/voorstel/voorstel.ts';

export async function bouw(project: Project, id: string): Promise<Voorstel> {
  const { formules } = await leesFormules(project.scenarios);
  return bouwVoorstel({ project, voorbereiding: bereidVoor(project), scenario: volledigScenario(project, id), formules }, { markering: 'test', titel: 'test', vingerafdruk: '0', programma: 'test', gemaakt: '2026-01-01T00:00:00Z' });
}
