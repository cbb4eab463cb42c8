/** Which uncertain assumption matters most: each at its P10 and its P90, the others at their middle. */
import { memo, useMemo } from 'react';
import { parameterwaarde } from '../../../models/beslissen/woorden.ts';
import type { Gemeente, OnzekereParameter } from '../../../models/project/types.ts';
import type { Gevoeligheid } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { formatAmount, formatEuroShort, unitLabel } from '../../format/amount.ts';
import { formatSigned } from '../../format/number.ts';
import { ONZEKER } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Answer, Sentences, unbroken } from './Answer.tsx';
import { figureWords, useFigureChoice } from './FigureChoice.tsx';
import { useAnswer } from './useAnswers.ts';

export function Tornado({ scenario, deelnemers }: { scenario: string; deelnemers: readonly string[] }) {
  const { project } = useOpen();
  const { keuze, controls } = useFigureChoice(deelnemers);
  const { outcome, progress } = useAnswer('beslissen.gevoeligheid', { scenario, keuze }, 'Rekenen…');
  return (
    <>
      <div className="toolbar">{controls}</div>
      <Answer outcome={outcome} progress={progress} what="Rekenen…">{(answer) => <Bars answer={answer} gemeenten={project.gemeenten} />}</Answer>
    </>
  );
}

/** A value as it fits a narrow column. */
const short = (parameter: OnzekereParameter, x: number): string => (parameter === 'startvertraging' ? `${formatSigned(x)}\u00a0mnd` : unbroken(parameterwaarde(parameter, x).replace('procentpunt', '%-punt')));

/** Drawn anew only when there is another answer. */
const Bars = memo(function Bars({ answer, gemeenten }: { answer: Gevoeligheid; gemeenten: readonly Gemeente[] }) {
  const [unit] = useUnit();
  const { staven, midden, ingevuld, zinnen, keuze, jaren } = answer;
  const spec = useMemo(() => ({ kind: 'ranges' as const, labels: staven.map((s) => ONZEKER[s.parameter]), ranges: staven.map((s) => ({ from: s.laag.uitkomst, to: s.hoog.uitkomst, middle: midden })) }), [staven, midden]);
  const widest = staven[0];
  return (
    <>
      <ChartFrame
        holds="intern"
        title={widest && widest.breedte >= 0.5 ? `Het meest hangt het af van ${widest.naam}: ${formatEuroShort(widest.breedte)} verschil` : 'Geen van deze uitgangspunten maakt verschil'}
        subtitle={`Effect bij P10 en P90 van elk uitgangspunt, streep is alles op zijn midden, ${figureWords(keuze, jaren, gemeenten)}, ${unitLabel(unit)}`}
        description={staven.map((s) => `${ONZEKER[s.parameter]}: ${effectText(s.laag.uitkomst, unit)} bij ${parameterwaarde(s.parameter, s.laag.waarde)}, ${effectText(s.hoog.uitkomst, unit)} bij ${parameterwaarde(s.parameter, s.hoog.waarde)}`).join('; ')}
        spec={spec}
        table={{
          columns: ['Uitgangspunt', 'P10', `Effect bij P10, ${unitLabel(unit)}`, 'P90', `Effect bij P90, ${unitLabel(unit)}`, `Verschil, ${unitLabel(unit)}`],
          rows: staven.map((s) => [ONZEKER[s.parameter], parameterwaarde(s.parameter, s.laag.waarde), effectText(s.laag.uitkomst, unit), parameterwaarde(s.parameter, s.hoog.waarde), effectText(s.hoog.uitkomst, unit), formatAmount(s.breedte, unit)]),
        }}
        height={Math.max(90, staven.length * 38 + 16)}
      />
      <div className="lines-box">
        <table className="lines sure-table">
          <caption className="visually-hidden">Effect bij P10 en P90 van elk uitgangspunt</caption>
          <thead>
            <tr>
              <th scope="col">Uitgangspunt</th>
              <th scope="col" className="number">P10</th><th scope="col" className="number">Effect, {unitLabel(unit)}</th>
              <th scope="col" className="number">P90</th><th scope="col" className="number">Effect, {unitLabel(unit)}</th>
              <th scope="col" className="number">Verschil, {unitLabel(unit)}</th>
            </tr>
          </thead>
          <tbody>
            {staven.map((s, i) => (
              <tr key={`${s.parameter} ${i}`} data-tip={s.parameter}>
                <td>{ONZEKER[s.parameter]}</td>
                <td className="number">{short(s.parameter, s.laag.waarde)}</td><td className="number"><Effect value={s.laag.uitkomst} unit={unit} /></td>
                <td className="number">{short(s.parameter, s.hoog.waarde)}</td><td className="number"><Effect value={s.hoog.uitkomst} unit={unit} /></td>
                <td className="number">{formatAmount(s.breedte, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="outcome-facts sure-inline">
        <dt>Alles op zijn midden</dt><dd><Effect value={midden} unit={unit} /></dd>
        <dt>Zoals ingevuld</dt><dd><Effect value={ingevuld} unit={unit} /></dd>
      </dl>
      <Sentences list={zinnen} />
    </>
  );
});
