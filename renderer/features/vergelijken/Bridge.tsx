/** What a difference consists of: from the nulscenario to a scenario in its parts, or from one scenario to another by what was assumed differently. */
import { useMemo } from 'react';
import type { Brugdeel, Nulbrug, Scenariobrug, Uitkomstkeuze } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { directionOf, formatAmount, formatEffectShort, unitLabel } from '../../format/amount.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Answer, Sentences } from '../beslissen/Answer.tsx';
import { figureWords, useFigureChoice } from '../beslissen/FigureChoice.tsx';
import { publishedBridge } from '../../lezer/charts.ts';
import { Part } from './Part.tsx';
import { useOne } from './one.tsx';
import { useRemembered } from './remembered.ts';
import { useSteadyAnswer } from './useSteady.ts';
import { gemeentenIn, type Vergeleken } from './verschil.ts';

const NUL = '';

export function Bridge({ compared }: { compared: readonly Vergeleken[] }) {
  const { project } = useOpen();
  const { one, choice } = useOne(compared);
  const [wanted, setFrom] = useRemembered('brug van', NUL);
  const { keuze, controls } = useFigureChoice(gemeentenIn([one]));
  const to = one.d.scenario;
  const others = project.scenarios.filter((s) => s.id !== to.id);
  const from = others.find((s) => s.id === wanted);
  return (
    <>
      <div className="toolbar compare-narrow">
        {others.length > 0 && (
          <>
            <span className="field-label" aria-hidden="true">Van</span>
            <div className="compare-scenario"><Select label="Brug van" labelHidden value={from ? `s ${from.id}` : NUL} options={[{ value: NUL, label: 'Nulscenario' }, ...others.map((s) => ({ value: `s ${s.id}`, label: s.naam ?? s.id }))]} onChange={(v) => setFrom(v.slice(2))} /></div>
            {choice && <span className="field-label" aria-hidden="true">naar</span>}
          </>
        )}
        {choice}
        {controls}
      </div>
      {from ? <FromScenario from={from.id} to={to.id} keuze={keuze} /> : <FromNul scenario={to.id} keuze={keuze} />}
    </>
  );
}

function FromNul({ scenario, keuze }: { scenario: string; keuze: Uitkomstkeuze }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const { outcome, progress } = useSteadyAnswer('beslissen.brug', { scenario, keuze }, 'De brug wordt gemaakt…');
  return (
    <Answer outcome={outcome} progress={progress} what="De brug wordt gemaakt…">
      {(brug) => (
        <Parts
          brug={brug}
          title={directionOf(brug.totaal) === '' ? 'Geen verschil met het nulscenario' : `${formatEffectShort(brug.totaal)} ten opzichte van het nulscenario`}
          subtitle={`Kosten ${figureWords(brug.keuze, brug.jaren, project.gemeenten)}; van het nulscenario naar ${brug.scenario.naam}, ${unitLabel(unit)}`}
          ends={[{ label: 'Nulscenario', value: brug.nul }, { label: 'Scenario', value: brug.scenarioBedrag }]}
          total="Effect"
        />
      )}
    </Answer>
  );
}

function FromScenario({ from, to, keuze }: { from: string; to: string; keuze: Uitkomstkeuze }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const { outcome, progress } = useSteadyAnswer('beslissen.scenariobrug', { scenario: from, naar: to, keuze }, 'De brug wordt gemaakt…');
  return (
    <Answer outcome={outcome} progress={progress} what="De brug wordt gemaakt…">
      {(brug) => (
        <Parts
          brug={brug}
          title={directionOf(brug.totaal) === '' ? 'Geen verschil tussen de scenario’s' : `${formatEffectShort(brug.totaal)} ten opzichte van ${brug.scenario.naam}`}
          subtitle={`Effect ${figureWords(brug.keuze, brug.jaren, project.gemeenten)}; van ${brug.scenario.naam} naar ${brug.naar.scenario.naam}, ${unitLabel(unit)}`}
          ends={[{ label: brug.scenario.naam, value: brug.van }, { label: brug.naar.scenario.naam, value: brug.tot }]}
          total="Verschil"
        />
      )}
    </Answer>
  );
}

/** Heading of the column with the figure, beside those of years; undefined where it is one of them. */
const figureHeading = ({ maat, jaar }: Uitkomstkeuze): string | undefined => (maat === 'ncw' ? 'Contante waarde' : jaar === undefined ? 'Opgeteld' : undefined);
/** Names of parts are written to stand within a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Row { key: string; naam: string; perJaar: readonly number[]; bedrag: number }

function Parts({ brug, title, subtitle, ends: [start, end], total }: { brug: Nulbrug | Scenariobrug; title: string; subtitle: string; ends: readonly [{ label: string; value: number }, { label: string; value: number }]; total: string }) {
  const [unit] = useUnit();
  const effects = 'naar' in brug;
  const { delen, jaren, keuze } = brug;
  const rows = delen.filter((d) => d.perJaar.some((v) => Math.abs(v) >= 0.005)).map((d): Row => ({ key: d.code, naam: capital(d.naam), perJaar: d.perJaar, bedrag: d.bedrag }));
  const footer: Row = { key: '', naam: total, perJaar: jaren.map((_, y) => delen.reduce((s, d) => s + (d.perJaar[y] ?? 0), 0)), bedrag: brug.totaal };
  const spec = useMemo(() => ({ kind: 'bridge' as const, effects, steps: stepsOf(delen, start, end) }), [delen, start, end, effects]);
  const heading = figureHeading(keuze);
  const ofRow = (id: string, kop: string, value: (r: Row) => number): Column<Row> => ({
    id, title: kop, unit: unitLabel(unit), width: 120, align: 'right', text: (r) => effectText(value(r), unit), copy: (r) => String(value(r)), sort: value, render: (r) => <Effect value={value(r)} unit={unit} />,
  });
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Deel', width: 240, grow: 1, text: (r) => r.naam },
    ...jaren.map((year, y) => ofRow(`j${year}`, String(year), (r) => r.perJaar[y] ?? 0)),
    ...(heading === undefined ? [] : [ofRow('bedrag', heading, (r) => r.bedrag)]),
  ];
  const write = effects ? (v: number): string => effectText(v, unit) : (v: number): string => formatAmount(v, unit);
  return (
    <>
      <ChartFrame
        holds={effects || keuze.gemeente !== undefined || keuze.maat === 'ncw' ? 'intern' : { scenarios: [brug.scenario.id], published: (p) => publishedBridge(p, brug.scenario.id, keuze.jaar ?? 'alle', unit) }}
        title={title}
        subtitle={subtitle}
        description={`Van ${write(start.value)} naar ${write(end.value)}: ${rows.map((r) => `${r.naam} ${effectText(r.bedrag, unit)}`).join(', ') || 'geen delen'}.`}
        spec={spec}
        table={{ columns: ['Deel', 'Bedrag'], rows: spec.steps.map((s) => [s.label, s.total ? write(s.value) : effectText(s.value, unit)]) }}
        height={280}
      />
      {'samengenomen' in brug && brug.samengenomen.length > 0 && <Notice level="info">{brug.samengenomen.map((names) => capital(names.join(', '))).join('; ')}: samengenomen, want het een zonder het ander is hier niet door te rekenen.</Notice>}
      <Part title={`Delen per jaar; ze tellen op tot ${effects ? 'het verschil' : 'het effect'}`} voorbeeld={brug.voorbeeld}>
        <DataGrid holds="intern" label="Delen van de brug" name="brug" columns={columns} rows={rows} rowKey={(r) => r.key} footer={[footer]} empty={<p className="muted">Er is geen verschil.</p>} />
      </Part>
      <Sentences list={brug.zinnen} />
      {'naar' in brug && <p className="note" title={brug.naar.vingerafdruk}>{brug.naar.scenario.naam} · vingerafdruk {brug.naar.vingerafdruk.slice(0, 16)}…</p>}
    </>
  );
}

/** Parts of less than half a euro are in the table, not in the chart. */
const stepsOf = (delen: readonly Brugdeel[], start: { label: string; value: number }, end: { label: string; value: number }): { label: string; value: number; total?: boolean }[] => [
  { ...start, total: true },
  ...delen.filter((d) => Math.abs(d.bedrag) >= 0.5).map((d) => ({ label: capital(d.naam), value: d.bedrag })),
  { ...end, total: true },
];
