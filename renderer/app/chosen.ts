/** Which scenario the top bar names: the one that the steps 3 and 5 open with. */
import { useSyncExternalStore } from 'react';
import { getOpen, subscribe as onProject } from '../stand/store.ts';

let wanted: string | undefined;
const listeners = new Set<() => void>();

/** The chosen scenario, or the first; undefined while there is none. */
function current(): string | undefined {
  const scenarios = getOpen()?.project.scenarios ?? [];
  return scenarios.some((s) => s.id === wanted) ? wanted : scenarios[0]?.id;
}

export function choose(id: string): void {
  wanted = id;
  for (const listener of listeners) listener();
}

export const useChosen = (): string | undefined => useSyncExternalStore((listener) => {
  listeners.add(listener);
  const stop = onProject(listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}, current);
