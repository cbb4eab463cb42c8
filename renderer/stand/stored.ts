/** How a scenario is stored: complete, or as its differences from its parent. */
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';
import { alsVerschil, volledigScenario } from '../../models/project/scenario.ts';
import type { Project, Scenario, VolledigScenario } from '../../models/project/types.ts';

const whole = (project: ProjectZonderRijen): Project => ({ ...project, indicaties: [] });

/** How a complete scenario is written, given who its parent is. */
export function asStored(project: ProjectZonderRijen, complete: VolledigScenario, ouder: string | undefined): Scenario {
  return ouder === undefined ? complete : alsVerschil(whole(project), volledigScenario(project, ouder), complete);
}
