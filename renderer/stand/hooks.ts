/** The open project for components. */
import { createContext, use, useSyncExternalStore } from 'react';
import { formulaReadings, nulmetingOf, onFormulasRead, uitslagOf, type Nulmeting, type Uitslag } from './doorrekening.ts';
import { getOpen, subscribe, type OpenProject } from './store.ts';

export const useOpenOrNone = (): OpenProject | undefined => useSyncExternalStore(subscribe, getOpen);

const Instead = createContext<OpenProject | undefined>(undefined);
/** Below this a copy is shown in place of the open project, to be looked at only. */
export const ShowInstead = Instead.Provider;

/** The open project; only below the screen that made sure that there is one. */
export function useOpen(): OpenProject {
  const instead = use(Instead);
  const live = useOpenOrNone();
  const open = instead ?? live;
  if (!open) throw new Error('No project is open here');
  return open;
}

export const useReadOnly = (): boolean => useOpen().stand.alleenLezen;

export const useNulmeting = (): Nulmeting | undefined => nulmetingOf(useOpen());

/** Calculated results, one per scenario asked for, each made once for as long as nothing it depends on changes. */
export function useUitslagen(ids: readonly string[]): Uitslag[] {
  const open = useOpen();
  useSyncExternalStore(onFormulasRead, formulaReadings);
  return ids.map((id) => uitslagOf(open, id));
}
export const useUitslag = (id: string): Uitslag => useUitslagen([id])[0] as Uitslag;
