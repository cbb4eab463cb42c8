/** Which explanation is open; questions lead to further questions, and back. */
import { useSyncExternalStore } from 'react';
import type { Vraag } from './vraag.ts';

let trail: readonly Vraag[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly Vraag[]): void => {
  trail = next;
  for (const listener of listeners) listener();
};

/** Opens an explanation in place of what was open. */
export const explain = (vraag: Vraag): void => set([vraag]);
export const explainFurther = (vraag: Vraag): void => set([...trail, vraag]);
export const explainBack = (): void => set(trail.slice(0, -1));
export const explainNothing = (): void => set([]);

export const useTrail = (): readonly Vraag[] => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
}, () => trail);
