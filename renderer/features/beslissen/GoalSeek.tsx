/** Which value of one input gives a wanted effect, everything else as it is. */
import { useMemo, useState } from 'react';
import type { Invoer } from '../../../models/contract/methoden.ts';
import type { Invoerkeuze } from '../../../models/beslissen/types.ts';
import { ONZEKERE_PARAMETERS } from '../../../models/project/types.ts';
import { Button } from '../../components/Button.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { ONZEKER } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { useEditing } from '../scenarios/context.ts';
import { Answer } from './Answer.tsx';
import { useFigureChoice } from './FigureChoice.tsx';
import { Search } from './TurningPoints.tsx';
import { useAnswers } from './useAnswers.ts';

interface Input { label: string; invoer: Invoerkeuze }

export function GoalSeek() {
  const { project } = useOpen();
  const { scenario, uitslag } = useEditing();
  const [chosen, setChosen] = useState('');
  const [goal, setGoal] = useState<number | undefined>(0);
  const [asked, setAsked] = useState<Invoer<'beslissen.doelzoek'>[]>([]);
  const { keuze, controls } = useFigureChoice(uitslag.ok ? uitslag.doorgerekend.evaluatie.deelnemers.map((g) => uitslag.doorgerekend.gegevens.gemeenten[g]!.code) : []);
  const { outcomes, progress } = useAnswers('beslissen.doelzoek', asked, 'Zoeken…');

  const inputs = useMemo((): Input[] => {
    const schoolNaam = (id: string): string => project.scholen.find((s) => s.id === id)?.naam ?? id;
    const field = (label: string, pad: string): Input => ({ label, invoer: { soort: 'veld', pad } });
    return [
      ...ONZEKERE_PARAMETERS.map((parameter): Input => ({ label: `${ONZEKER[parameter]}, alle scholen`, invoer: { soort: 'parameter', parameter } })),
      ...scenario.arrangementen.flatMap((a, i) => [
        ...(a.inzet ?? []).flatMap((r, k) => [
          ...(r.soort === 'fte' ? [field(`${schoolNaam(a.school)}: aantal fte ${r.omschrijving}`, `arrangementen[${i}].inzet[${k}].aantal`)] : []),
          field(`${schoolNaam(a.school)}: bedrag ${r.omschrijving}`, `arrangementen[${i}].inzet[${k}].bedrag`),
        ]),
        field(`${schoolNaam(a.school)}: start`, `arrangementen[${i}].start`),
        field(`${schoolNaam(a.school)}: realisatie`, `arrangementen[${i}].realisatie`),
      ]),
      ...(scenario.regionaal ?? []).map((r, k) => field(`Regionaal: bedrag ${r.omschrijving}`, `regionaal[${k}].bedrag`)),
      ...project.producten.map((p) => field(`${p.naam}: vervangbaar`, `producten[${p.code}].vervangbaar`)),
    ];
  }, [project, scenario]);
  const input = inputs.find((x) => JSON.stringify(x.invoer) === chosen) ?? inputs[0]!;

  return (
    <>
      <div className="fields fields-wide">
        <Select label="Welk uitgangspunt" value={JSON.stringify(input.invoer)} options={inputs.map((x) => ({ value: JSON.stringify(x.invoer), label: x.label }))} onChange={setChosen} />
        <NumberField label="Doel voor het effect" unit="€" tip="effect" value={goal} onChange={setGoal} step={10_000} placeholder="negatief is voordelig" />
      </div>
      <div className="toolbar">
        {controls}
        <Button icon="search" isDisabled={goal === undefined} onPress={() => goal !== undefined && setAsked([{ scenario: scenario.id, keuze, opdracht: { invoer: input.invoer }, doel: goal }])}>Zoeken</Button>
      </div>
      {asked.length > 0 && (
        <Answer outcome={outcomes[0]} progress={progress} what="Zoeken…">
          {({ zoeking }) => <ul className="searches"><Search zoeking={zoeking} /></ul>}
        </Answer>
      )}
    </>
  );
}
