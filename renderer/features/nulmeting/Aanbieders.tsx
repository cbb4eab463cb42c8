/** By whom the care is given. */
import type { Nulmeting as RowFigures } from '../../../models/contract/nulmeting.ts';
import { useSmall } from '../../app/small.ts';
import { useUnit } from '../../app/unit.ts';
import { EmptyState, Failure, Loading } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { useRowFigures } from './useRowFigures.ts';

/** Of all together only the costs are a sum: a jeugdige, school or gemeente can have several aanbieders. */
type Row = Omit<RowFigures['aanbieders'][number], 'jeugdigen' | 'scholen' | 'gemeenten'> & Partial<Pick<RowFigures['aanbieders'][number], 'jeugdigen' | 'scholen' | 'gemeenten'>>;
const counted = (n: number | undefined): string => (n === undefined ? '' : formatNumber(n));
const BARS = 12;

export function Aanbieders() {
  const [unit] = useUnit();
  const small = useSmall();
  const { figures, fault, progress } = useRowFigures();
  if (fault !== undefined) return <Failure title="De aanbieders zijn niet te tellen" text={fault} />;
  if (!figures) return progress ? <TaskProgress progress={progress} /> : <Loading what="Aanbieders tellen…" />;
  const rows: Row[] = [...figures.aanbieders].sort((a, b) => b.kosten - a.kosten);
  if (rows.length === 0) return <EmptyState inside title="Geen aanbieders"><p>De geleverde rijen noemen geen aanbieder. Lever de kolom aanbieder mee om te zien door wie de zorg wordt gegeven.</p></EmptyState>;
  const total = rows.reduce((s, r) => s + r.kosten, 0);
  const effective = total === 0 ? 0 : 1 / rows.reduce((s, r) => s + (r.kosten / total) ** 2, 0);
  const columns: Column<Row>[] = [
    { id: 'aanbieder', title: 'Aanbieder', width: 240, text: (r) => r.aanbieder, sort: (r) => r.aanbieder },
    { id: 'kosten', title: 'Kosten', unit: `${unitLabel(unit)} per jaar`, width: 116, align: 'right', text: (r) => formatAmount(r.kosten, unit), copy: (r) => String(r.kosten), sort: (r) => r.kosten, mark: (r) => small(r.jeugdigen, 'jeugdigen') },
    { id: 'aandeel', title: 'Aandeel', width: 84, align: 'right', text: (r) => formatShare(total === 0 ? 0 : r.kosten / total, 1), sort: (r) => r.kosten },
    { id: 'jeugdigen', title: 'Jeugdigen', width: 92, align: 'right', text: (r) => counted(r.jeugdigen), sort: (r) => r.jeugdigen, mark: (r) => small(r.jeugdigen, 'jeugdigen') },
    { id: 'scholen', title: 'Scholen', width: 80, align: 'right', text: (r) => counted(r.scholen), sort: (r) => r.scholen },
    { id: 'gemeenten', title: 'Gemeenten', width: 92, align: 'right', text: (r) => counted(r.gemeenten), sort: (r) => r.gemeenten },
  ];
  const top = rows.slice(0, BARS);
  return (
    <>
      <DataGrid holds="intern" label="Aanbieders" name="aanbieders" columns={columns} rows={rows} rowKey={(r) => r.aanbieder} footer={[{ aanbieder: 'Samen', kosten: total }]} />
      <div className="nulmeting-chart">
        <ChartFrame
          holds="intern"
          title={`${formatNumber(rows.length)} aanbieders, naar omvang gerekend zo veel als ${formatPlain(effective, 1)} even grote`}
          subtitle={`Kosten per aanbieder, ${unitLabel(unit)}, twaalf maanden${rows.length > BARS ? `, de ${BARS} grootste` : ''}`}
          description={`Kosten per aanbieder: ${top.map((r) => `${r.aanbieder} ${formatAmount(r.kosten, unit)}`).join(', ')}.`}
          spec={{ kind: 'amounts', labels: top.map((r) => r.aanbieder), values: top.map((r) => r.kosten) }}
          table={{ columns: ['Aanbieder', 'Kosten'], rows: rows.map((r) => [r.aanbieder, formatAmount(r.kosten, unit)]) }}
          height={Math.max(96, top.length * 26 + 8)}
        />
      </div>
    </>
  );
}
