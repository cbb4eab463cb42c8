/** A change applied to the project in the page, so that it shows before the program has stored it. Pure; the program does the same and has the last word. */
import type { Wijziging } from '../../models/contract/methoden.ts';
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';

/** What a change replaces: a later one of the same target makes it superfluous. */
export const targetOf = (w: Wijziging): string => (w.soort === 'scenario' ? `scenario ${w.scenario.id}` : w.soort === 'scenarioWeg' ? `scenario ${w.id}` : w.soort);

export function applied(project: ProjectZonderRijen, w: Wijziging): ProjectZonderRijen {
  switch (w.soort) {
    case 'naam': return { ...project, naam: w.naam };
    case 'uitgangspunten': return { ...project, uitgangspunten: w.uitgangspunten };
    case 'scenario': {
      const known = project.scenarios.some((s) => s.id === w.scenario.id);
      return { ...project, scenarios: known ? project.scenarios.map((s) => (s.id === w.scenario.id ? w.scenario : s)) : [...project.scenarios, w.scenario] };
    }
    case 'scenarioWeg': return { ...project, scenarios: project.scenarios.filter((s) => s.id !== w.id) };
    default: return { ...project, [w.soort]: w.lijst };
  }
}
