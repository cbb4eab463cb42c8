/**
 * The publication that a meeting looks at, and a new one for every *what if*. All that was shown before goes along each time, so that what is hidden stays hidden
 * for who remembers every slide (docs/beveiliging.md).
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { MEESTE_VARIANTEN, type PubliekeLezer } from '../../../../models/contract/publicatie.ts';
import type { VolledigScenario } from '../../../../models/project/types.ts';
import { useTask, type Progress } from '../../../client/task.ts';
import { publicationFor } from '../../../lezer/publication.ts';
import type { Published } from '../../../lezer/published.ts';

interface State { published: Published | undefined; shown: readonly VolledigScenario[]; fault: unknown; busy: boolean }

export interface MeetingPublication extends State {
  progress: Progress | undefined;
  /** Adds a variant to what is shown; one that was shown before is there already. */
  show: (variant: VolledigScenario) => Promise<void>;
  /** The fault was read, or its variant was put back. */
  forget: () => void;
  retry: () => Promise<void>;
}

const AFGEBROKEN = 'Afgebroken. Zet de schuif terug, of verschuif hem opnieuw.';
const TEVEEL = `Na ${MEESTE_VARIANTEN} wat-als-standen kan voor deze lezer geen nieuwe meer worden getoond; eerdere standen wel.`;

export function usePublication(scenarios: readonly string[], lezer: PubliekeLezer): MeetingPublication {
  const { progress, run, cancel } = useTask();
  const [state, setState] = useState<State>({ published: undefined, shown: [], fault: undefined, busy: true });
  const latest = useRef(0);
  const key = scenarios.join('\n');

  const fetch = useCallback((shown: readonly VolledigScenario[], before: Published | undefined): Promise<void> => {
    const mine = ++latest.current;
    cancel();
    const settle = (change: (s: State) => State): void => {
      if (mine === latest.current) setState((s) => ({ ...change(s), busy: false }));
    };
    return publicationFor(run, { scenarios: key.split('\n'), lezer, ...(shown.length > 0 && { varianten: [...shown] }), ...(before && { eerder: before.cijfers.voorVolgende }) }).then(
      (published) => settle((s) => (published ? { ...s, published, shown } : { ...s, fault: shown.length > s.shown.length ? new Error(AFGEBROKEN) : s.fault })),
      (fault: unknown) => settle((s) => ({ ...s, fault })),
    );
  }, [run, cancel, key, lezer]);

  useEffect(() => {
    void fetch([], undefined);
    return cancel;
  }, [fetch, cancel]);

  const again = (shown: readonly VolledigScenario[]): Promise<void> => {
    setState((s) => ({ ...s, busy: true, fault: undefined }));
    return fetch(shown, state.published);
  };
  return {
    ...state, progress,
    async show(variant) {
      if (state.shown.some((s) => s.id === variant.id)) setState((s) => ({ ...s, fault: undefined }));
      else if (state.shown.length >= MEESTE_VARIANTEN) setState((s) => ({ ...s, fault: new Error(TEVEEL) }));
      else await again([...state.shown, variant]);
    },
    forget() {
      latest.current++;
      cancel();
      setState((s) => ({ ...s, fault: undefined, busy: false }));
    },
    retry: () => again(state.shown),
  };
}
