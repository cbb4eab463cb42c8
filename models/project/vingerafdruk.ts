/** Fingerprints: SHA-256 over a canonical form, so that equal content has one fingerprint whatever the order in which it was written down. */
import { sha256 } from './sha256.ts';
import type { ProjectZonderRijen, VolledigScenario } from './types.ts';

/** JSON with the keys of every object in order; keys that are undefined are left out, as JSON does. */
export function canoniek(waarde: unknown): string {
  return JSON.stringify(waarde, (_sleutel, deel: unknown) =>
    typeof deel === 'object' && deel !== null && !Array.isArray(deel) ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => (a < b ? -1 : 1))) : deel);
}

/**
 * The fingerprint of a scenario: of everything that its figures follow from, which are the prepared data, the project without its rows and other
 * scenarios, and the scenario itself. Workbook and outcomes of `models/beslissen` carry the same one.
 * @param voorbereiding what was prepared from the rows (`Voorbereiding`); @param scenario with everything of its parents in it
 */
export function scenariovingerafdruk(project: ProjectZonderRijen, voorbereiding: object, scenario: VolledigScenario): string {
  const { indicaties: _i, declaraties: _d, aggregaten: _a, scenarios: _s, ...uitgangspunten } = project as ProjectZonderRijen & Record<'indicaties' | 'declaraties' | 'aggregaten', unknown>;
  return sha256(canoniek({ voorbereiding, scenario, uitgangspunten }));
}
