/** Questions about scenarios that the program answers in threads of its own: asked once per state of the project, again when it changes. */
import { useEffect, useState } from 'react';
import type { Invoer, Methodenaam, Uitvoer } from '../../../models/contract/methoden.ts';
import { useTask, type Progress } from '../../client/task.ts';
import { useOpen } from '../../stand/hooks.ts';
import { flush } from '../../stand/store.ts';

type Question = Extract<Methodenaam, `beslissen.${string}`>;

/** What came of a question: an answer, or why there is none. */
export type Outcome<U> = { ok: true; answer: U; /** It belongs to the project as it was before the last change. */ old: boolean } | { ok: false; why: string; again: () => void };
type Settled = { ok: true; answer: unknown } | { ok: false; why: string };

/** Milliseconds without changes before a question is asked: nobody reads an answer to half a number. */
const PAUSE = 350;
const KEPT = 60;
/** By state of the project and question; the latest answer to each question whatever the state. */
const settled = new Map<string, Settled>();
const latest = new Map<string, unknown>();

function keep(key: string, question: string, outcome: Settled): void {
  settled.set(key, outcome);
  if (outcome.ok) latest.set(question, outcome.answer);
  for (const map of [settled, latest]) if (map.size > KEPT) map.delete(map.keys().next().value as string);
}

/** @returns in the order of what was asked; undefined while there is nothing yet */
export function useAnswers<N extends Question>(methode: N, asked: readonly Invoer<N>[], what: string): { outcomes: (Outcome<Uitvoer<N>> | undefined)[]; progress: Progress | undefined } {
  const { stand, saving, opening } = useOpen();
  const { progress, run, cancel } = useTask();
  const [, setVersion] = useState(0);
  const [asks, setAsks] = useState(0);
  const questions = asked.map((invoer) => JSON.stringify([opening, methode, invoer]));
  const state = `${stand.revisie} `;
  const all = JSON.stringify([asks, ...questions]);

  useEffect(() => {
    let wanted = true;
    const [, ...wantedNow] = JSON.parse(all) as [number, ...string[]];
    const open = wantedNow.filter((question) => !settled.has(state + question));
    if (open.length === 0) return undefined;
    const ask = async (): Promise<void> => {
      await flush();
      for (const question of open) {
        if (!wanted) return;
        const [, , invoer] = JSON.parse(question) as [string, N, Invoer<N>];
        let outcome: Settled;
        try {
          const answer = await run(methode, invoer, what);
          outcome = answer === undefined ? { ok: false, why: 'Het rekenen is gestopt.' } : { ok: true, answer };
        } catch (fault) {
          outcome = { ok: false, why: fault instanceof Error ? fault.message : String(fault) };
        }
        // What was stopped because something else is wanted now is no answer, nor a fault.
        if (!wanted) return;
        keep(state + question, question, outcome);
        setVersion((v) => v + 1);
      }
    };
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
      cancel();
    };
  }, [all, state, methode, what, run, cancel]);

  const outcomes = questions.map((question): Outcome<Uitvoer<N>> | undefined => {
    const now = settled.get(state + question);
    if (now?.ok) return { ok: true, answer: now.answer as Uitvoer<N>, old: saving };
    if (now) return { ...now, again: () => { settled.delete(state + question); setAsks((n) => n + 1); } };
    const before = latest.get(question);
    return before === undefined ? undefined : { ok: true, answer: before as Uitvoer<N>, old: true };
  });
  return { outcomes, progress };
}

export function useAnswer<N extends Question>(methode: N, invoer: Invoer<N>, what: string): { outcome: Outcome<Uitvoer<N>> | undefined; progress: Progress | undefined } {
  const { outcomes, progress } = useAnswers(methode, [invoer], what);
  return { outcome: outcomes[0], progress };
}
