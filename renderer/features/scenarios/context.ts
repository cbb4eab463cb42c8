/** The scenario that is being edited, for everything on its screen. */
import { createContext, use } from 'react';
import type { Arrangement, VolledigScenario } from '../../../models/project/types.ts';
import type { Uitslag } from '../../stand/doorrekening.ts';

export interface Editing {
  scenario: VolledigScenario;
  /** Its parent with everything in it; undefined for one that stands alone. */
  ouder: VolledigScenario | undefined;
  uitslag: Uitslag;
  readOnly: boolean;
  /** Where it is in the address, behind `scenarios`. */
  address: readonly string[];
  /** A frozen copy: its figures are those that were stored, and nothing is explained or copied from the scenario of today. */
  frozen?: boolean;
}

const EditingContext = createContext<Editing | undefined>(undefined);
export const EditingProvider = EditingContext.Provider;
export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('No scenario is being edited here');
  return editing;
}

export const arrangementOf = (scenario: VolledigScenario | undefined, school: string): Arrangement | undefined => scenario?.arrangementen.find((a) => a.school === school);
