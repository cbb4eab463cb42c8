/** What was answered so far about these files, each to be asked again: a wrong answer does not mean starting over. */
import type { Naamlijsten, Naamsoort, Profiel } from '../../../../models/invoer/types.ts';
import { NAAMSOORTEN } from '../../../../models/invoer/types.ts';
import { Button } from '../../../components/Button.tsx';
import { count } from '../../../format/number.ts';

interface Answer { key: string; text: string; without: () => Profiel }

function meaning(soort: Naamsoort, answer: unknown, names: Naamlijsten): string {
  if (answer === null) return 'blijft weg';
  if (typeof answer !== 'string') return 'is nieuw';
  return `is ${names[soort].find(({ code }) => code === answer)?.naam ?? answer}`;
}

/** Answers about names, and values that hold for a whole file; how a column is read stands with the column itself. */
function answersOf(profiel: Profiel, names: Naamlijsten): Answer[] {
  const about = NAAMSOORTEN.flatMap((soort) => Object.entries(profiel.namen?.[soort] ?? {}).map(([naam, answer]): Answer => ({
    key: `${soort} ${naam}`,
    text: `${soort} “${naam}” ${meaning(soort, answer, names)}`,
    without: () => ({ ...profiel, namen: { ...profiel.namen, [soort]: Object.fromEntries(Object.entries(profiel.namen?.[soort] ?? {}).filter(([x]) => x !== naam)) } }),
  })));
  const fixed = Object.entries(profiel.bronnen ?? {}).flatMap(([bron, deel]) => Object.entries(deel.vast ?? {}).map(([veld, waarde]): Answer => ({
    key: `${bron} ${veld}`,
    text: `${bron}: ${veld} is overal ${String(waarde)}`,
    without: () => ({ ...profiel, bronnen: { ...profiel.bronnen, [bron]: { ...deel, vast: Object.fromEntries(Object.entries(deel.vast ?? {}).filter(([x]) => x !== veld)) } } }),
  })));
  return [...about, ...fixed];
}

export function Answers({ profiel, names, busy, onChange }: { profiel: Profiel; names: Naamlijsten; busy: boolean; onChange: (profiel: Profiel) => void }) {
  const answers = answersOf(profiel, names);
  if (answers.length === 0) return null;
  return (
    <details className="answers-given">
      <summary>{count(answers.length, 'antwoord', 'antwoorden')} gegeven</summary>
      <ul>
        {answers.map(({ key, text, without }) => (
          <li key={key}><span>{text}</span><Button kind="quiet" isDisabled={busy} aria-label={`Opnieuw vragen: ${text}`} onPress={() => onChange(without())}>Opnieuw vragen</Button></li>
        ))}
      </ul>
    </details>
  );
}
