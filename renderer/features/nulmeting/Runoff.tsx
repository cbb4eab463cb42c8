/** How fast indicaties end by themselves: the double costs of the first year come from this. */
import { useMemo, useState } from 'react';
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatMonth } from '../../format/date.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { Notice } from '../../components/Notice.tsx';
import { productFigures } from './figures.ts';

const AT = [3, 6, 12, 18, 24];
/** Lines that can be told apart; the table has every product. */
const LINES = 4;

interface Row { naam: string; code: string; q: readonly number[] | undefined; kosten: number }

export function Runoff({ nulmeting: { gegevens: g } }: { nulmeting: Nulmeting }) {
  const months = Object.keys(g.uitstroom).sort().reverse();
  const [chosen, setChosen] = useState<string>();
  const month = chosen !== undefined && months.includes(chosen) ? chosen : months[0];
  const measured = useMemo(() => (month === undefined ? {} : (g.uitstroom[month] ?? {})), [g, month]);
  const rows = useMemo(() => productFigures(g).filter((r) => r.kosten !== 0).sort((a, b) => b.kosten - a.kosten).map((r): Row => ({ naam: g.producten[r.index]!.naam, code: g.producten[r.index]!.code, q: measured[g.producten[r.index]!.code], kosten: r.kosten })), [g, measured]);
  const shown = rows.filter((r) => r.q).slice(0, LINES);
  const spec = useMemo(() => ({
    kind: 'runoff' as const,
    labels: Array.from({ length: g.uitgangspunten.maximaleLooptijd }, (_, k) => String(k)),
    series: shown.map((r, i) => ({ name: r.naam, values: r.q!, role: i })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `shown` follows from rows
  }), [g, rows]);
  if (month === undefined || shown.length === 0) return <Notice>Op geen enkele meetdatum liepen indicaties, zodat er geen uitstroom te meten is.</Notice>;
  const first = shown[0]!;
  const half = first.q!.findIndex((v) => v <= 0.5);
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Product', width: 260, text: (r) => r.naam, sort: (r) => r.naam },
    ...AT.filter((k) => k < g.uitgangspunten.maximaleLooptijd).map((k): Column<Row> => ({ id: `m${k}`, title: `Na ${k} mnd`, unit: 'loopt nog', width: 96, align: 'right', text: (r) => (r.q ? formatShare(r.q[k] ?? 0, 0) : ''), sort: (r) => r.q?.[k] })),
    { id: 'half', title: 'Gehalveerd na', unit: 'maanden', width: 112, align: 'right', text: (r) => (r.q ? (r.q.findIndex((v) => v <= 0.5) < 0 ? `meer dan ${formatNumber(r.q.length)}` : formatNumber(r.q.findIndex((v) => v <= 0.5))) : ''), sort: (r) => r.q?.findIndex((v) => v <= 0.5) },
    { id: 'meting', title: 'Meting', width: 160, text: (r) => (r.q ? '' : 'niets liep op deze datum') },
  ];
  return (
    <>
      <div className="toolbar">
        <div className="runoff-month"><Select label="Meetdatum" value={month} options={months.map((m) => ({ value: m, label: formatMonth(m) }))} onChange={setChosen} /></div>
        <p className="note">Een arrangement gebruikt de meetdatum met dezelfde kalendermaand als zijn start, zodat einden bij schooljaren goed vallen (rekenmodel 4).</p>
      </div>
      <ChartFrame
        holds="intern"
        title={half < 0 ? `${first.naam} loopt na ${first.q!.length} maanden nog voor meer dan de helft` : `Van ${first.naam} is na ${half} maanden de helft afgelopen`}
        subtitle={`Deel van de kosten dat nog loopt, per maand na ${formatMonth(month)}`}
        description={shown.map((r) => `${r.naam}: na 12 maanden loopt nog ${formatShare(r.q![12] ?? 0, 0)}`).join('; ')}
        spec={spec}
        table={{ columns: ['Maand', ...shown.map((r) => r.naam)], rows: Array.from({ length: first.q!.length }, (_, k) => [String(k), ...shown.map((r) => formatShare(r.q![k] ?? 0, 0))]) }}
        height={260}
      />
      <DataGrid holds="intern" label="Uitstroom per product" name="uitstroom" columns={columns} rows={rows} rowKey={(r) => r.code} />
    </>
  );
}
