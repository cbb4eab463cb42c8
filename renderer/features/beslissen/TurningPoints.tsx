/** Where the outcome turns from V to N: per uncertain assumption, or for the team and the start at a school. */
import { useState } from 'react';
import type { Zoeking } from '../../../models/beslissen/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { Select } from '../../components/Select.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { useEditing } from '../scenarios/context.ts';
import { Answer, unbroken } from './Answer.tsx';
import { useFigureChoice } from './FigureChoice.tsx';
import { useAnswer } from './useAnswers.ts';

const EVERYWHERE = '';

export function TurningPoints() {
  const { project } = useOpen();
  const { scenario, uitslag } = useEditing();
  const [wanted, setSchool] = useState(EVERYWHERE);
  const { keuze, controls } = useFigureChoice(uitslag.ok ? uitslag.doorgerekend.evaluatie.deelnemers.map((g) => uitslag.doorgerekend.gegevens.gemeenten[g]!.code) : []);
  const school = scenario.arrangementen.some((a) => a.school === wanted) ? wanted : EVERYWHERE;
  const { outcome, progress } = useAnswer('beslissen.omslag', { scenario: scenario.id, keuze, ...(school !== EVERYWHERE && { school }) }, 'Omslagpunten zoeken…');
  return (
    <>
      <div className="toolbar">
        {controls}
        <div className="compare-scenario">
          <Select
            label="Waarvan"
            labelHidden
            value={school}
            options={[{ value: EVERYWHERE, label: 'Onzekere uitgangspunten' }, ...scenario.arrangementen.map((a) => ({ value: a.school, label: `Team en start, ${project.scholen.find((s) => s.id === a.school)?.naam ?? a.school}` }))]}
            onChange={setSchool}
          />
        </div>
      </div>
      <Answer outcome={outcome} progress={progress} what="Omslagpunten zoeken…">
        {({ punten, zinnen }) => (
          <>
            <p>{unbroken(zinnen[0] ?? '')}</p>
            <ul className="searches">{punten.map((p) => <Search key={JSON.stringify(p.invoer)} zoeking={p} />)}</ul>
          </>
        )}
      </Answer>
    </>
  );
}

/** One search with its answer in words. */
export function Search({ zoeking: { naam, uitslag, zin } }: { zoeking: Zoeking }) {
  const icon = { gevonden: 'check', nietBereikt: 'minus', geenInvloed: 'minus' } as const;
  return (
    <li className="search">
      <Icon name={icon[uitslag.soort]} tone={uitslag.soort === 'gevonden' ? 'v' : 'muted'} />
      <div>
        <p className="search-name">{naam}</p>
        <p>{unbroken(zin)}</p>
      </div>
    </li>
  );
}
