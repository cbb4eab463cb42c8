/** Which uncertain assumption matters most: each at its P10 and its P90, the others at their middle. */
import { parameterwaarde } from '../../../models/beslissen/woorden.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { effectText } from '../../components/Figure.tsx';
import { formatEuroShort, unitLabel } from '../../format/amount.ts';
import { ONZEKER } from '../../help/words.ts';
import { Answer, Sentences } from './Answer.tsx';
import { useFigureChoice } from './FigureChoice.tsx';
import { useAnswer } from './useAnswers.ts';

export function Tornado({ scenario, deelnemers }: { scenario: string; deelnemers: readonly string[] }) {
  const [unit] = useUnit();
  const { keuze, controls } = useFigureChoice(deelnemers);
  const { outcome, progress } = useAnswer('beslissen.gevoeligheid', { scenario, keuze }, 'Rekenen…');
  return (
    <>
      <div className="toolbar">{controls}</div>
      <Answer outcome={outcome} progress={progress} what="Rekenen…">
        {({ staven, zinnen }) => (
          <>
            <ChartFrame
              title={staven[0] && staven[0].breedte >= 0.5 ? `Het meest hangt het af van ${staven[0].naam}: ${formatEuroShort(staven[0].breedte)} verschil` : 'Geen van deze uitgangspunten maakt verschil'}
              subtitle={`Effect bij P10 en P90 van elk uitgangspunt, streep is met alles op zijn midden, ${unitLabel(unit)}`}
              description={staven.map((s) => `${ONZEKER[s.parameter]}: ${effectText(s.laag.uitkomst, unit)} bij ${parameterwaarde(s.parameter, s.laag.waarde)}, ${effectText(s.hoog.uitkomst, unit)} bij ${parameterwaarde(s.parameter, s.hoog.waarde)}`).join('; ')}
              spec={{ kind: 'ranges', labels: staven.map((s) => ONZEKER[s.parameter]), ranges: staven.map((s) => ({ from: s.laag.uitkomst, to: s.hoog.uitkomst, middle: (outcome?.ok ? outcome.answer.midden : 0) })) }}
              table={{ columns: ['Uitgangspunt', 'P10', 'Effect', 'P90', 'Effect bij P90', 'Verschil'], rows: staven.map((s) => [ONZEKER[s.parameter], parameterwaarde(s.parameter, s.laag.waarde), effectText(s.laag.uitkomst, unit), parameterwaarde(s.parameter, s.hoog.waarde), effectText(s.hoog.uitkomst, unit), formatEuroShort(s.breedte)]) }}
              height={Math.max(90, staven.length * 38 + 16)}
            />
            <Sentences list={[...zinnen, ...staven.map((s) => s.zin)]} />
          </>
        )}
      </Answer>
    </>
  );
}
