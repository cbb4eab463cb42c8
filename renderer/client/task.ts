/** Work that may take more than half a second: its progress, and a way to stop it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Invoer, Methodenaam, Uitvoer } from '../../models/contract/methoden.ts';
import { Dienstfout, luister, roep } from './client.ts';

/** What is known of running work; undefined when nothing runs. */
export interface Progress { text: string; fraction: number | null; cancel: () => void }

/** Progress only shows after this many milliseconds: what is quick needs none. */
const SHOW_AFTER = 500;

/**
 * Runs a method with progress. A cancelled one gives undefined, any other fault is thrown.
 * @param what shown until the program says more
 */
export function useTask(): { progress: Progress | undefined; run: <N extends Methodenaam>(methode: N, invoer: Invoer<N>, what: string) => Promise<Uitvoer<N> | undefined>; /** Stops what runs. */ cancel: () => void } {
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<string>(undefined);

  useEffect(
    () => luister((g) => {
      if (g.soort === 'voortgang' && g.taak === running.current) setProgress((p) => p && { ...p, text: g.tekst, fraction: g.fractie });
    }),
    [],
  );

  const run = useCallback(async <N extends Methodenaam>(methode: N, invoer: Invoer<N>, what: string): Promise<Uitvoer<N> | undefined> => {
    const taak = crypto.randomUUID();
    running.current = taak;
    const stop = (): void => void roep('taak.annuleer', { taak });
    const timer = setTimeout(() => setProgress({ text: what, fraction: null, cancel: stop }), SHOW_AFTER);
    try {
      return await roep(methode, invoer, taak);
    } catch (fault) {
      if (fault instanceof Dienstfout && fault.code === 'geannuleerd') return undefined;
      throw fault;
    } finally {
      clearTimeout(timer);
      // Something else may run by now.
      if (running.current === taak) {
        running.current = undefined;
        setProgress(undefined);
      }
    }
  }, []);

  const cancel = useCallback((): void => {
    if (running.current !== undefined) void roep('taak.annuleer', { taak: running.current });
  }, []);
  return { progress, run, cancel };
}
