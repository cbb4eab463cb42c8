/** What the files do not say and nobody may guess. Proposals are shown, never applied by themselves. */
import { useId, useState } from 'react';
import type { Naamlijsten, Naamsoort, Profiel, Vraag } from '../../../../models/invoer/types.ts';
import { beantwoord } from '../../../../models/invoer/vragen.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Select } from '../../../components/Select.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { count } from '../../../format/number.ts';

const idOf = (v: Vraag): string => [v.bestand, v.blad ?? '', ...v.profielpad, v.zin].join('\u0000');
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** A proposal that is one of the choices; anything else only shows what an answer looks like. */
const isProposal = (v: Vraag): boolean => v.voorstel !== undefined && v.keuzes.some((k) => same(k.waarde, v.voorstel));
/** The field that may also be one value for the whole file. */
const fixedField = (v: Vraag): string | undefined => (typeof v.voorstel === 'object' && v.voorstel !== null && 'vast' in v.voorstel ? Object.keys(v.voorstel.vast as object)[0] : undefined);

export function Questions({ questions, names, profiel, busy, onAnswer }: { questions: readonly Vraag[]; names: Naamlijsten; profiel: Profiel; busy: boolean; onAnswer: (profiel: Profiel) => void }) {
  const [answers, setAnswers] = useState<ReadonlyMap<string, unknown>>(new Map());
  const set = (v: Vraag, answer: unknown): void => setAnswers(new Map(answers).set(idOf(v), answer));
  const proposals = questions.filter((v) => isProposal(v) && !answers.has(idOf(v)));
  const apply = (): void => onAnswer(questions.reduce((p, v) => (answers.has(idOf(v)) ? beantwoord(p, v, answers.get(idOf(v))) : p), profiel));
  return (
    <section className="questions" aria-labelledby="vragen">
      <div className="section-head">
        <h2 id="vragen"><Icon name="question" tone="warning" /> {count(questions.length, 'vraag', 'vragen')}</h2>
        {proposals.length > 0 && <Button kind="quiet" onPress={() => setAnswers(new Map([...answers, ...proposals.map((v): [string, unknown] => [idOf(v), v.voorstel])]))}>{proposals.length === 1 ? 'Voorstel overnemen' : `${proposals.length} voorstellen overnemen`}</Button>}
      </div>
      <ol className="question-list">
        {questions.map((v) => <Question key={idOf(v)} question={v} names={names} answer={answers.get(idOf(v))} answered={answers.has(idOf(v))} onAnswer={(a) => set(v, a)} />)}
      </ol>
      <div className="screen-actions">
        <Button kind="primary" isDisabled={answers.size === 0 || busy} onPress={apply}>{answers.size > 0 && answers.size < questions.length ? `${answers.size} van ${questions.length} antwoorden toepassen` : 'Antwoorden toepassen'}</Button>
      </div>
    </section>
  );
}

function Question({ question: v, names, answer, answered, onAnswer }: { question: Vraag; names: Naamlijsten; answer: unknown; answered: boolean; onAnswer: (answer: unknown) => void }) {
  const listId = useId();
  const [wholeFile, setWholeFile] = useState(false);
  const kind = v.profielpad[0] === 'namen' ? v.profielpad[1] : undefined;
  const field = fixedField(v);
  const namesOf = (what: string | undefined): { value: string; label: string }[] =>
    (names[what as Naamsoort] ?? []).map(({ code, naam }) => ({ value: code, label: what === 'product' ? `${naam} (${code})` : naam })).sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  const known = namesOf(kind);
  const options = [
    ...v.keuzes.map((k, i) => ({ value: `keuze ${i}`, label: field === undefined ? k.tekst : `kolom “${k.tekst}”`, ...(same(k.waarde, v.voorstel) && { note: 'voorstel' }) })),
    ...known.filter((k) => !v.keuzes.some((c) => c.waarde === k.value)).map((k) => ({ value: `naam ${k.value}`, label: `is ${k.label}` })),
    ...(field === undefined ? [] : [{ value: 'geheel', label: 'hetzelfde voor het hele bestand' }]),
  ];
  const valueOf = (option: string): unknown => (option.startsWith('naam ') ? option.slice(5) : v.keuzes[Number(option.slice(6))]?.waarde);
  const chosen = wholeFile ? 'geheel' : answered ? options.find((o) => same(valueOf(o.value), answer))?.value : undefined;
  const fixed = field !== undefined && wholeFile && typeof answer === 'object' && answer !== null ? String((answer as { vast?: Record<string, unknown> }).vast?.[field] ?? '') : '';
  const where = [v.bestand, v.blad, v.kolom && `kolom “${v.kolom}”`].filter((x) => x).join(' · ');
  const pick = (option: string): void => {
    setWholeFile(option === 'geheel');
    if (option !== 'geheel') onAnswer(valueOf(option));
  };
  return (
    <li className="question">
      <div>
        <p className="question-text">{v.zin}</p>
        <p className="note">{where}</p>
      </div>
      <div className="question-answer">
        {options.length > 0 && <Select label={`Antwoord: ${v.zin}`} labelHidden placeholder="Kies een antwoord" value={chosen} options={options} onChange={pick} />}
        {field !== undefined && wholeFile && (
          <>
            <TextField label={`${field} voor het hele bestand`} labelHidden value={fixed} onChange={(text) => onAnswer({ vast: { [field]: text } })} placeholder={field === 'gemeente' ? 'naam of code van de gemeente' : `naam of code: ${field}`} list={listId} autoFocus />
            <datalist id={listId}>{namesOf(field).map((n) => <option key={n.value} value={n.label}>{n.label}</option>)}</datalist>
          </>
        )}
        {options.length === 0 && <TextField label={`Antwoord: ${v.zin}`} labelHidden value={typeof answer === 'string' ? answer : ''} onChange={onAnswer} placeholder="Vul een antwoord in" />}
      </div>
    </li>
  );
}
