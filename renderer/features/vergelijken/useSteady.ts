/** An answer that stays in sight, marked as old, until the one to the next question about the same scenario is there: what one reads does not come and go. */
import type { Invoer, Uitvoer } from '../../../models/contract/methoden.ts';
import type { Progress } from '../../client/task.ts';
import { useState } from 'react';
import { useAnswers, type Outcome } from '../beslissen/useAnswers.ts';

type Question = Parameters<typeof useAnswers>[0];

/** @param invoer undefined: nothing is asked */
export function useSteadyAnswer<N extends Question>(methode: N, invoer: (Invoer<N> & { scenario: string }) | undefined, what: string): { outcome: Outcome<Uitvoer<N>> | undefined; progress: Progress | undefined } {
  const { outcomes, progress } = useAnswers(methode, invoer ? [invoer] : [], what);
  const outcome = outcomes[0];
  const [last, setLast] = useState<{ scenario: string; answer: Uitvoer<N> }>();
  if (invoer && outcome?.ok && last?.answer !== outcome.answer) setLast({ scenario: invoer.scenario, answer: outcome.answer });
  const before = invoer && last?.scenario === invoer.scenario ? last : undefined;
  return { outcome: outcome ?? (before && { ok: true, answer: before.answer, old: true }), progress };
}
