/** Changing scenarios: always on the complete one; what is stored of a scenario with a parent are its differences. */
import type { Arrangement, VolledigScenario } from '../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { getOpen, wijzig } from './store.ts';
import { asStored } from './stored.ts';

export { without, withSource, withValue } from './source.ts';

/**
 * @param omschrijving for log and undo; @param field what is being edited, so that its keystrokes become one change; without it the change stands alone
 */
export function wijzigScenario(id: string, change: (complete: VolledigScenario) => VolledigScenario, omschrijving: string, field?: string): void {
  const project = getOpen()?.project;
  const stored = project?.scenarios.find((s) => s.id === id);
  if (!project || !stored) return;
  wijzig([{ soort: 'scenario', scenario: asStored(project, change(volledigScenario(project, id)), stored.ouder) }], omschrijving, field && `${id} ${field}`);
}

/** Changes one arrangement; a school without one gets none. */
export function wijzigArrangement(id: string, school: string, change: (a: Arrangement) => Arrangement, omschrijving: string, field?: string): void {
  wijzigScenario(id, (s) => ({ ...s, arrangementen: s.arrangementen.map((a) => (a.school === school ? change(a) : a)) }), omschrijving, field && `${school} ${field}`);
}

/** An id that is not taken, from a name. */
export function freshId(project: ProjectZonderRijen, naam: string): string {
  const base = naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'scenario';
  const taken = new Set(project.scenarios.map((s) => s.id));
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** A name that is not taken: `Naam (2)`. */
export function freshName(project: ProjectZonderRijen, naam: string): string {
  const taken = new Set(project.scenarios.map((s) => s.naam));
  if (!taken.has(naam)) return naam;
  for (let n = 2; ; n++) if (!taken.has(`${naam} (${n})`)) return `${naam} (${n})`;
}
