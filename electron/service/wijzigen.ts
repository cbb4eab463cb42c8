/** The changes of `project.wijzig`, applied to a project, and what they may leave behind. */
import type { Wijziging } from '../../models/contract/methoden.ts';
import type { Melding } from '../../models/project/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import type { Concept } from '../store/index.ts';
import { Dienstfout } from './dienstfout.ts';
import { zonderRijen } from './stand.ts';

/**
 * Faults of a project that is not finished yet: it can be stored and worked on, but not calculated. P09 shares being divided, P18–P25 what a choice
 * elsewhere makes necessary. All other faults say that a value itself is wrong.
 */
const ONAF: ReadonlySet<string> = new Set(['P09', 'P18', 'P19', 'P20', 'P21', 'P22', 'P23', 'P24', 'P25']);

/** Applies changes in place. @throws Dienstfout `nietGevonden` */
export function pasToe(concept: Concept, wijzigingen: readonly Wijziging[]): void {
  for (const wijziging of wijzigingen) {
    switch (wijziging.soort) {
      case 'naam':
        concept.naam = wijziging.naam;
        break;
      case 'uitgangspunten':
        concept.uitgangspunten = wijziging.uitgangspunten;
        break;
      case 'scenario': {
        const plek = concept.scenarios.findIndex(({ id }) => id === wijziging.scenario.id);
        concept.scenarios = plek === -1 ? [...concept.scenarios, wijziging.scenario] : concept.scenarios.with(plek, wijziging.scenario);
        break;
      }
      case 'scenarioWeg': {
        const over = concept.scenarios.filter(({ id }) => id !== wijziging.id);
        if (over.length === concept.scenarios.length) throw new Dienstfout('nietGevonden', `Scenario ${wijziging.id} bestaat niet (meer).`);
        concept.scenarios = over;
        break;
      }
      default:
        // Each of these is a list of the project by its own name.
        Object.assign(concept, { [wijziging.soort]: wijziging.lijst });
    }
  }
}

const merkVan = ({ code, tekst }: Melding): string => `${code} ${tekst}`;
/** What the store keeps beside the portable project. */
const draagbaar = ({ tarieven: _t, profielen: _p, ...project }: Concept): Record<string, unknown> => zonderRijen(project);
export const fouten = (concept: Concept): Melding[] => {
  const uitslag = valideer(draagbaar(concept));
  return uitslag.ok ? [] : uitslag.fouten;
};

/** @param eerder faults from before the change: those do not stand in its way. @throws Dienstfout `ongeldig` with the others */
export function keur(concept: Concept, eerder: readonly Melding[]): void {
  const bekend = new Set(eerder.map(merkVan));
  const nieuw = fouten(concept).filter((fout) => !ONAF.has(fout.code) && !bekend.has(merkVan(fout)));
  if (nieuw.length > 0) throw new Dienstfout('ongeldig', `${nieuw[0]?.tekst ?? ''}${nieuw.length > 1 ? ` (en nog ${nieuw.length - 1})` : ''}`, nieuw);
}
