/** Which scenarios stand side by side, and against what they are held. */
import { useSyncExternalStore } from 'react';
import { getOpen, subscribe as onProject } from '../../stand/store.ts';

/** As many as can be told apart in one chart. */
export const MOST = 4;
/** The reference that is no scenario. */
export const NUL = '';

let wanted: { ids: readonly string[] | undefined; reference: string } = { ids: undefined, reference: NUL };
let shown: { ids: string[]; reference: string } = { ids: [], reference: NUL };
const listeners = new Set<() => void>();

function current(): { ids: string[]; reference: string } {
  const known = (getOpen()?.project.scenarios ?? []).map((s) => s.id);
  // In the order of the project, so that each keeps its colour.
  const ids = known.filter((id) => wanted.ids?.includes(id) ?? true).slice(0, MOST);
  const reference = known.includes(wanted.reference) ? wanted.reference : NUL;
  if (ids.join('\u0000') !== shown.ids.join('\u0000') || reference !== shown.reference) shown = { ids, reference };
  return shown;
}

export function setChoice(ids: readonly string[], reference: string): void {
  wanted = { ids, reference };
  for (const listener of listeners) listener();
}

export const useChoice = (): { ids: string[]; reference: string } => useSyncExternalStore((listener) => {
  listeners.add(listener);
  const stop = onProject(listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}, current);
