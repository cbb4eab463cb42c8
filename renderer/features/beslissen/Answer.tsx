/** Around every answer: work in progress, why there is none, the sentences that say it in words, and what it stands on. */
import type { ReactNode } from 'react';
import type { Uitslag } from '../../../models/beslissen/types.ts';
import type { Progress } from '../../client/task.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Loading, Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { count } from '../../format/number.ts';
import { askReader } from '../../lezer/ask.ts';
import { withMark } from '../../lezer/line.ts';
import type { Outcome } from './useAnswers.ts';
import './Beslissen.css';

/** Amounts, percentages and periods that stay on one line. */
export const unbroken = (sentence: string): string => sentence.replaceAll('€ ', '€\u00a0').replaceAll(/(\d) %/g, '$1\u00a0%').replaceAll(/\b([VN]) €/g, '$1\u00a0€').replaceAll(/(\d)–(\d)/g, '$1\u2060–\u2060$2');

export function Sentences({ list }: { list: readonly string[] }) {
  return <ul className="sentences">{list.map((s, i) => <li key={`${i} ${s}`}>{unbroken(s)}</li>)}</ul>;
}

interface AnswerProps<U extends Uitslag> { outcome: Outcome<U> | undefined; progress: Progress | undefined; what: string; children: (answer: U) => ReactNode }

export function Answer<U extends Uitslag>({ outcome, progress, what, children }: AnswerProps<U>) {
  if (!outcome) return progress ? <TaskProgress progress={progress} /> : <Loading what={what} />;
  if (!outcome.ok) return <Notice level="fault" action={<Button kind="quiet" onPress={outcome.again}>Opnieuw rekenen</Button>}>{unbroken(outcome.why)}</Notice>;
  const { answer, old } = outcome;
  return (
    <div className={old ? 'answer answer-old' : 'answer'} aria-busy={old}>
      {old && progress && <TaskProgress progress={progress} />}
      {children(answer)}
      <Footing answer={answer} />
    </div>
  );
}

/** What a footing says of an answer, besides its fingerprint. */
function standsOn({ scenario, aannamen, zaad, trekkingen }: Footed): string {
  return [
    scenario.naam,
    ...(aannamen.length > 0 ? [count(aannamen.length, 'onzeker uitgangspunt', 'onzekere uitgangspunten')] : []),
    ...(zaad !== undefined && trekkingen !== undefined ? [`${count(trekkingen, 'trekking', 'trekkingen')}, zaad ${zaad}`] : []),
  ].join(' · ');
}
type Footed = Uitslag & { zaad?: number; trekkingen?: number };

/** Enough to make it again, and to know what it is worth; and the sentences with it to take along. */
export function Footing({ answer }: { answer: Footed }) {
  const copy = (): void => askReader({
    title: `Zinnen over ${answer.scenario.naam}`,
    verb: 'Kopiëren',
    scenarios: undefined,
    deliver: (reader) => navigator.clipboard.writeText(withMark([...answer.zinnen, `${standsOn(answer)} · vingerafdruk ${answer.vingerafdruk}`].join('\n'), ...reader.lines)),
  });
  return (
    <div className="footing">
      <p className="note" title={answer.vingerafdruk}>{standsOn(answer)} · vingerafdruk {answer.vingerafdruk.slice(0, 16)}…</p>
      <IconButton icon="copy" label="Zinnen met vingerafdruk kopiëren" onPress={copy} />
    </div>
  );
}
