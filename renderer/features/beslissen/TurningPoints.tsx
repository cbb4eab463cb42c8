/** Where the outcome turns from V to N: per uncertain assumption, or for the team and the start at a school. */
import { useState, type ReactNode } from 'react';
import type { Omslagpunten, Zoeking } from '../../../models/beslissen/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { Select } from '../../components/Select.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { useEditing } from '../scenarios/context.ts';
import { Answer, Sentences, unbroken } from './Answer.tsx';
import { useFigureChoice } from './FigureChoice.tsx';
import { useAnswer } from './useAnswers.ts';

const EVERYWHERE = '';

export function TurningPoints({ deelnemers }: { deelnemers: readonly string[] }) {
  const { project } = useOpen();
  const { scenario } = useEditing();
  const [wanted, setSchool] = useState(EVERYWHERE);
  const { keuze, controls } = useFigureChoice(deelnemers);
  const school = scenario.arrangementen.some((a) => a.school === wanted) ? wanted : EVERYWHERE;
  const { outcome, progress } = useAnswer('beslissen.omslag', { scenario: scenario.id, keuze, ...(school !== EVERYWHERE && { school }) }, 'Omslagpunten zoeken…');
  return (
    <>
      <div className="toolbar">
        {controls}
        <div className="figure-choice figure-choice-wide">
          <Select
            label="Waarvan"
            labelHidden
            tip="omslagpunt"
            value={school}
            options={[{ value: EVERYWHERE, label: 'Alle scholen' }, ...scenario.arrangementen.map((a) => ({ value: a.school, label: `Team en start, ${project.scholen.find((s) => s.id === a.school)?.naam ?? a.school}` }))]}
            onChange={setSchool}
          />
        </div>
      </div>
      <Answer outcome={outcome} progress={progress} what="Omslagpunten zoeken…">{(answer) => <Points answer={answer} />}</Answer>
    </>
  );
}

/** What turns the outcome first; below it what does not within its range. The sentences are: the outcome, one for each point, and what could not be told. */
function Points({ answer: { punten, zinnen } }: { answer: Omslagpunten }) {
  const order = { gevonden: 0, nietBereikt: 1, geenInvloed: 2 } as const;
  const rest = zinnen.slice(1 + punten.length);
  return (
    <>
      <p>{unbroken(zinnen[0] ?? '')}</p>
      <ul className="searches">{punten.toSorted((a, b) => order[a.uitslag.soort] - order[b.uitslag.soort]).map((p) => <Search key={JSON.stringify(p.invoer)} zoeking={p} />)}</ul>
      {rest.length > 0 && <Sentences list={rest} />}
    </>
  );
}

/** One search with its answer in words. @param children what can be done with it */
export function Search({ zoeking: { naam, uitslag, zin }, children }: { zoeking: Zoeking; children?: ReactNode }) {
  const icon = { gevonden: 'check', nietBereikt: 'minus', geenInvloed: 'minus' } as const;
  return (
    <li className="search">
      <Icon name={icon[uitslag.soort]} tone={uitslag.soort === 'gevonden' ? 'v' : 'muted'} />
      <div>
        <p className="search-name">{naam}</p>
        <p>{unbroken(zin)}</p>
        {children}
      </div>
    </li>
  );
}
