/** Which value of one input gives a wanted effect, everything else as it is; and taking that value over. */
import { useMemo, useState, type FormEvent } from 'react';
import type { Invoer } from '../../../models/contract/methoden.ts';
import type { Invoerkeuze, Zoeking } from '../../../models/beslissen/types.ts';
import { Button } from '../../components/Button.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { tell } from '../../components/Toast.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { wijzig } from '../../stand/store.ts';
import { useEditing } from '../scenarios/context.ts';
import { Answer } from './Answer.tsx';
import { useFigureChoice } from './FigureChoice.tsx';
import { Search } from './TurningPoints.tsx';
import { inputAt, placesOf, type Input } from './inputs.ts';
import { takenOver } from './overnemen.ts';
import { useAnswers } from './useAnswers.ts';

type Range = { van: number | string | undefined; tot: number | string | undefined };
const ANY: Range = { van: undefined, tot: undefined };
/** Any other place, by its path. */
const ELSEWHERE = 'elders';
const asKey = (invoer: Invoerkeuze): string => JSON.stringify(invoer);

/** An end is the last day of its month. */
const isEnd = ({ invoer }: Input): boolean => invoer.soort === 'veld' && invoer.pad.endsWith('.eind');

export function GoalSeek({ deelnemers }: { deelnemers: readonly string[] }) {
  const { project } = useOpen();
  const { scenario } = useEditing();
  const [wantedPlace, setPlace] = useState('');
  const [wantedInput, setInput] = useState('');
  const [pad, setPad] = useState('');
  const [goal, setGoal] = useState<number | undefined>(0);
  const [range, setRange] = useState(ANY);
  const [asked, setAsked] = useState<Invoer<'beslissen.doelzoek'>[]>([]);
  const { keuze, controls } = useFigureChoice(deelnemers);
  const { outcomes, progress } = useAnswers('beslissen.doelzoek', asked, 'Zoeken…');
  const places = useMemo(() => placesOf(project, scenario), [project, scenario]);
  const place = places.find((p) => p.id === wantedPlace) ?? places[0]!;
  const elsewhere = wantedPlace === ELSEWHERE;
  const input = elsewhere ? inputAt(project, scenario, pad.trim()) : (place.inputs.find((x) => asKey(x.invoer) === wantedInput) ?? place.inputs[0]!);
  const halfRange = (range.van === undefined) !== (range.tot === undefined);

  const choose = (next: () => void): void => {
    next();
    setRange(ANY);
  };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (goal === undefined || halfRange || !input) return;
    const { van, tot } = range;
    setAsked([{ scenario: scenario.id, keuze, opdracht: { invoer: input.invoer, ...(van !== undefined && tot !== undefined && { bereik: { van, tot } }) }, doel: goal }]);
  };

  return (
    <>
      <form className="form" onSubmit={ask}>
        <div className="fields">
          <Select label="Waar" tip="doelzoeken" value={elsewhere ? ELSEWHERE : place.id} options={[...places.map(({ id, label }) => ({ value: id, label })), { value: ELSEWHERE, label: 'Andere plek' }]} onChange={(id) => choose(() => setPlace(id))} />
          {elsewhere ? (
            <TextField label="Plek" tip="doelzoeken" value={pad} onChange={(next) => choose(() => setPad(next))} placeholder="arrangementen[school].vervangbaar.code" fault={pad.trim() !== '' && !input ? 'Hier staat geen getal of datum dat gezocht kan worden.' : undefined} />
          ) : (
            <Select label="Uitgangspunt" tip="doelzoeken" value={input && asKey(input.invoer)} options={place.inputs.map((x) => ({ value: asKey(x.invoer), label: x.label }))} onChange={(key) => choose(() => setInput(key))} />
          )}
          <NumberField label="Doel voor het effect" unit="€" tip="effect" value={goal} onChange={setGoal} step={10_000} note="negatief is voordelig" />
          <div className="field">
            <span className="field-label">Zoeken tussen</span>
            <div className="range">
              {(['van', 'tot'] as const).map((end) => (input?.measure === 'month' ? (
                <DateField key={end} label={`Zoeken ${end}`} labelHidden month={isEnd(input) ? 'last' : 'first'} optional placeholder="vanzelf" value={typeof range[end] === 'string' ? range[end] : undefined} onChange={(date) => setRange({ ...range, [end]: date })} />
              ) : (
                <NumberField key={end} label={`Zoeken ${end}`} labelHidden optional placeholder="vanzelf" scale={input?.measure.scale ?? 1} {...(end === 'tot' && input && input.measure.unit !== '' && { unit: input.measure.unit })} value={typeof range[end] === 'number' ? range[end] : undefined} onChange={(n) => setRange({ ...range, [end]: n })} />
              )))}
            </div>
            {halfRange && <p className="field-fault" role="alert">Vul beide grenzen in, of geen.</p>}
          </div>
        </div>
        <div className="toolbar">
          {controls}
          <Button icon="search" type="submit" isDisabled={goal === undefined || halfRange || !input}>Zoeken</Button>
        </div>
      </form>
      {asked.length > 0 && (
        <Answer outcome={outcomes[0]} progress={progress} what="Zoeken…">
          {({ zoeking }) => <ul className="searches"><Search zoeking={zoeking}><TakeOver zoeking={zoeking} /></Search></ul>}
        </Answer>
      )}
    </>
  );
}

/** Puts the value that was found into the scenario, as one change that can be undone. */
function TakeOver({ zoeking: { invoer, naam, nu, uitslag } }: { zoeking: Zoeking }) {
  const { project } = useOpen();
  const { scenario, readOnly } = useEditing();
  if (uitslag.soort !== 'gevonden' || readOnly) return null;
  const { waarde } = uitslag;
  const already = waarde === nu || (typeof waarde === 'number' && typeof nu === 'number' && Math.abs(waarde - nu) <= 1e-9 * Math.max(1, Math.abs(nu)));
  if (already) return <p className="note">Dit is de waarde die er al staat.</p>;
  const changes = takenOver(project, scenario, invoer, waarde);
  if (!changes) return <p className="note">Het scenario heeft geen veld voor deze waarde; overnemen kan niet.</p>;
  const take = (): void => {
    wijzig(changes, `Gevonden waarde overgenomen: ${naam}`);
    tell(`Overgenomen: ${naam}. Ctrl+Z maakt het ongedaan.`);
  };
  return <div className="screen-actions"><Button icon="check" onPress={take}>{changes.some((c) => c.soort !== 'scenario') ? 'Overnemen voor alle scenario’s' : 'Overnemen in het scenario'}</Button></div>;
}
