/** Projects for the tests of deciding: the small golden case and what is changed in it. */
import { readFileSync } from 'node:fs';
import type { Beslisbasis } from '../../../models/beslissen/basis.ts';
import type { Arrangement, Onzekerheid, Project, VolledigScenario } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';

export const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;
export const klein = (): Project => lees('klein');

/** `klein` with other values in its one scenario and its one arrangement. */
export function kleinMet(scenario: Partial<VolledigScenario> = {}, arrangement: Partial<Arrangement> = {}): Project {
  const project = klein();
  const [eigen] = project.scenarios;
  return { ...project, scenarios: [{ ...eigen!, ...scenario, arrangementen: [{ ...eigen!.arrangementen![0]!, ...arrangement }] }] };
}

export const basisMet = (onzekerheden: Onzekerheid[], scenario: Partial<VolledigScenario> = {}, arrangement: Partial<Arrangement> = {}): Promise<Beslisbasis> =>
  basisVan(kleinMet({ ...scenario, onzekerheden }, arrangement), 'a');

/** The outcome, or a failure of the test with the faults in it. */
export function goed<T extends object>(resultaat: ({ ok: true } & T) | { ok: false; fouten: readonly { code: string; tekst: string }[] }): T {
  if (!resultaat.ok) throw new Error(resultaat.fouten.map(({ code, tekst }) => `${code} ${tekst}`).join('\n'));
  return resultaat;
}
