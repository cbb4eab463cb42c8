/** What can be done with a scenario as a whole. */
import type { ProjectZonderRijen } from '../../../models/contract/stand.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { freshId, freshName } from '../../stand/scenario.ts';
import { wijzig } from '../../stand/store.ts';

/** Where the list of scenarios is in the address, in place of an id. */
export const LIST = '~lijst';

/** Where a frozen copy is: its number follows. */
export const FROZEN = '~vastgesteld';

/** Each gives the id of the scenario that it made. */
export function newScenario(project: ProjectZonderRijen): string {
  const naam = freshName(project, 'Nieuw scenario');
  const id = freshId(project, naam);
  wijzig([{ soort: 'scenario', scenario: { id, naam, arrangementen: [] } }], `Scenario gemaakt: ${naam}`);
  return id;
}

/** A copy that stands beside it, with the same parent. */
export function duplicate(project: ProjectZonderRijen, id: string): string {
  const stored = project.scenarios.find((s) => s.id === id);
  if (!stored) throw new RangeError(`no scenario ${id}`);
  const naam = freshName(project, `${volledigScenario(project, id).naam} (kopie)`);
  const copy = { ...stored, id: freshId(project, naam), naam };
  wijzig([{ soort: 'scenario', scenario: copy }], `Scenario gedupliceerd: ${naam}`);
  return copy.id;
}

/** A scenario that takes everything from this one until something is changed. */
export function derive(project: ProjectZonderRijen, id: string): string {
  const naam = freshName(project, `${volledigScenario(project, id).naam}, variant`);
  const variant = { id: freshId(project, naam), naam, ouder: id };
  wijzig([{ soort: 'scenario', scenario: variant }], `Variant gemaakt: ${naam}`);
  return variant.id;
}

/** Scenarios that take from this one: while there are any it cannot be removed. */
export const childrenOf = (project: ProjectZonderRijen, id: string): string[] => project.scenarios.filter((s) => s.ouder === id).map((s) => s.naam ?? s.id);

export function remove(project: ProjectZonderRijen, id: string): void {
  wijzig([{ soort: 'scenarioWeg', id }], `Scenario verwijderd: ${volledigScenario(project, id).naam}`);
}
