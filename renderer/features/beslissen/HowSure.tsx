/** How sure the chosen effect is: from many draws of what is uncertain. */
import { memo, useMemo } from 'react';
import { kans } from '../../../models/beslissen/woorden.ts';
import type { Gemeente } from '../../../models/project/types.ts';
import { GEWONE_TREKKINGEN, PERCENTIELEN, type Spreiding, type Zekerheid } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useSetting } from '../../app/settings.ts';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, formatEffectShort, unitLabel, type AmountUnit } from '../../format/amount.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Answer, Sentences, unbroken } from './Answer.tsx';
import { figureWords, useFigureChoice } from './FigureChoice.tsx';
import { useAnswer } from './useAnswers.ts';

const DRAWS = [1000, GEWONE_TREKKINGEN, 100_000];
/** Shares that are named on the curve; the table beside it has them all. */
const NAMED = [0.5, 0.8, 0.95];

/** The draws that everything about certainty is made with, so that figures beside each other fit. */
function useDraws(): { zaad: number; trekkingen: number; setZaad: (n: number) => void; setTrekkingen: (n: number) => void } {
  const [zaad, setZaad] = useSetting('zekerheid.zaad', 1);
  const [trekkingen, setTrekkingen] = useSetting('zekerheid.trekkingen', GEWONE_TREKKINGEN);
  return { zaad, trekkingen, setZaad, setTrekkingen };
}

export function HowSure({ scenario, deelnemers }: { scenario: string; deelnemers: readonly string[] }) {
  const { project } = useOpen();
  const { zaad, trekkingen, setZaad, setTrekkingen } = useDraws();
  const { keuze, controls } = useFigureChoice(deelnemers);
  const { outcome, progress } = useAnswer('beslissen.zekerheid', { scenario, keuze, zaad, trekkingen }, 'Trekken…');
  return (
    <>
      <div className="toolbar">
        {controls}
        <div className="figure-choice-draws"><Select label="Trekkingen" labelHidden tip="trekkingen" value={String(trekkingen)} options={DRAWS.map((n) => ({ value: String(n), label: `${formatNumber(n)} trekkingen` }))} onChange={(n) => setTrekkingen(Number(n))} /></div>
        <div className="seed"><NumberField label="Zaad" labelHidden unit="zaad" tip="zaad" whole ungrouped minimum={0} maximum={Number.MAX_SAFE_INTEGER} step={1} value={zaad} onChange={(n) => n !== undefined && setZaad(n)} /></div>
      </div>
      <Answer outcome={outcome} progress={progress} what="Trekken…">{(z) => <Draws z={z} gemeenten={project.gemeenten} />}</Answer>
    </>
  );
}

/** Drawn anew only when there is another answer: keystrokes elsewhere pass it by. */
const Draws = memo(function Draws({ z, gemeenten }: { z: Zekerheid; gemeenten: readonly Gemeente[] }) {
  const [unit] = useUnit();
  const of = figureWords(z.keuze, z.jaren, gemeenten);
  const curve = useMemo(() => ({
    kind: 'certainty' as const, curve: z.kromme, marks: NAMED.map((share) => ({ share, effect: z.kromme[Math.round(100 * share)] as number })),
  }), [z]);
  const years = useMemo(() => ({ kind: 'ranges' as const, labels: z.jaren.map(String), ranges: z.perJaar.map((s) => ({ from: s.p10, to: s.p90, middle: s.p50 })) }), [z]);
  const at80 = z.kromme[80] as number;
  const last = z.perJaar.at(-1) as Spreiding;
  return (
    <>
      <ChartFrame
        holds="intern"
        title={`Met 80 % zekerheid niet meer dan ${formatEffectShort(at80)}; kans op voordeel ${unbroken(kans(z.gekozen.kansGoedkoper))}`}
        subtitle={`Hoe zeker het is dat het effect niet hoger uitvalt, ${of}, ${unitLabel(unit)}`}
        description={z.zekerheden.map((x) => `${formatShare(x.zekerheid, 0)} zeker: niet meer dan ${effectText(x.hoogstens, unit)}`).join(', ')}
        spec={curve}
        table={{ columns: ['Zeker', 'Niet meer dan'], rows: z.kromme.flatMap((v, p) => (p % 5 === 0 ? [[`${p} %`, effectText(v, unit)]] : [])) }}
        height={260}
      />
      <div className="sure-facts">
        <table className="lines">
          <thead><tr><th scope="col">Zekerheid</th><th scope="col" className="number">Effect ten hoogste, {unitLabel(unit)}</th></tr></thead>
          <tbody>{z.zekerheden.map((x) => <tr key={x.zekerheid}><td>{formatShare(x.zekerheid, 0)}</td><td className="number"><Effect value={x.hoogstens} unit={unit} /></td></tr>)}</tbody>
        </table>
        <dl className="outcome-facts">
          <dt data-tip="kansGoedkoper">Kans dat het goedkoper is</dt><dd>{unbroken(kans(z.gekozen.kansGoedkoper))}</dd>
          <dt>Gemiddeld</dt><dd><Effect value={z.gekozen.gemiddelde} unit={unit} /></dd>
          <dt>Standaardafwijking</dt><dd>{formatAmount(z.gekozen.standaardafwijking, unit)}</dd>
          <dt data-tip="risicobedrag">Risicobedrag weerstandsvermogen</dt><dd>{formatAmount(z.risicobedrag, unit)}</dd>
        </dl>
      </div>
      <Sentences list={z.zinnen} />
      <ChartFrame
        holds="intern"
        title={`In 8 van de 10 gevallen tussen ${formatEffectShort(last.p10)} en ${formatEffectShort(last.p90)} in ${z.jaren.at(-1)}`}
        subtitle={`Effect op alle gemeenten per jaar van P10 tot P90, streep is P50, ${unitLabel(unit)}`}
        description={z.jaren.map((y, i) => `${y}: ${effectText(z.perJaar[i]!.p10, unit)} tot ${effectText(z.perJaar[i]!.p90, unit)}`).join(', ')}
        spec={years}
        table={{ columns: ['Jaar', ...COLUMNS.map((c) => c.title)], rows: z.jaren.map((y, i) => [String(y), ...COLUMNS.map((c) => c.text(z.perJaar[i]!, unit))]) }}
        height={z.jaren.length * 34 + 16}
      />
      <Spread z={z} gemeenten={gemeenten} unit={unit} />
    </>
  );
});

/** What is known of a spread, in the order in which people look: where it lies, how wide it is, its percentiles. */
const COLUMNS: readonly { id: string; title: string; explanation?: string; of: (s: Spreiding) => number; text: (s: Spreiding, unit: AmountUnit) => string; effect: boolean }[] = [
  { id: 'gemiddelde', title: 'Gemiddeld', of: (s) => s.gemiddelde, text: (s, unit) => effectText(s.gemiddelde, unit), effect: true },
  { id: 'afwijking', title: 'Spreiding', explanation: 'Standaardafwijking van de trekkingen.', of: (s) => s.standaardafwijking, text: (s, unit) => formatAmount(s.standaardafwijking, unit), effect: false },
  ...PERCENTIELEN.map((p) => ({ id: `p${p}`, title: `P${p}`, of: (s: Spreiding) => s[`p${p}`], text: (s: Spreiding, unit: AmountUnit) => effectText(s[`p${p}`], unit), effect: true })),
  { id: 'kans', title: 'Kans V', of: (s) => s.kansGoedkoper, text: (s) => unbroken(kans(s.kansGoedkoper)), effect: false },
];

interface Row { key: string; naam: string; spread: Spreiding }

/** Per year and per gemeente; all years together, and as net present value, below. */
function Spread({ z, gemeenten, unit }: { z: Zekerheid; gemeenten: readonly Gemeente[]; unit: AmountUnit }) {
  const period = `${z.jaren[0]}–${z.jaren.at(-1)}`;
  const rows: Row[] = [
    ...z.jaren.map((y, i): Row => ({ key: String(y), naam: String(y), spread: z.perJaar[i]! })),
    ...Object.entries(z.perGemeente).filter(([, s]) => s.p5 !== 0 || s.p95 !== 0).map(([code, spread]): Row => ({ key: code, naam: gemeenten.find((g) => g.code === code)?.naam ?? code, spread })),
  ];
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Effect', unit: 'gemeenten opgeteld', width: 148, text: (r) => r.naam },
    ...COLUMNS.map((c): Column<Row> => ({
      id: c.id, title: c.title, ...(c.explanation !== undefined && { explanation: c.explanation }), ...(c.id !== 'kans' && { unit: unitLabel(unit) }), width: c.id === 'kans' ? 84 : 100, align: 'right', text: (r) => c.text(r.spread, unit), copy: (r) => String(c.of(r.spread)), ...(c.effect && { render: (r) => <Effect value={c.of(r.spread)} unit={unit} /> }),
    })),
  ];
  return (
    <DataGrid
      label={`Spreiding per jaar en per gemeente, ${period}`}
      holds="intern"
      name="zekerheid"
      columns={columns}
      rows={rows}
      rowKey={(r) => r.key}
      footer={[{ key: 'alle', naam: `Alle, ${period}`, spread: z.cumulatief }, { key: 'ncw', naam: 'Contante waarde', spread: z.ncw }]}
    />
  );
}
