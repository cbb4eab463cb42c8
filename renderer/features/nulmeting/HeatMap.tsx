/** School × gemeente: where the cost and the children are. Small numbers look different at once. */
import { useState } from 'react';
import { LAAGSTE_DREMPEL } from '../../../models/bescherming/instellingen.ts';
import type { School } from '../../../models/project/types.ts';
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { useSmall, useThreshold } from '../../app/small.ts';
import { useUnit } from '../../app/unit.ts';
import { NumberField } from '../../components/NumberField.tsx';
import { Segments } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatNumber } from '../../format/number.ts';
import { explain } from '../uitleg/explain.ts';
import { matrixOf } from './figures.ts';

type Measure = 'kosten' | 'perLeerling' | 'jeugdigen' | 'leerlingen';
const MEASURES: { value: Measure; label: string }[] = [{ value: 'kosten', label: 'Kosten' }, { value: 'perLeerling', label: 'Per leerling' }, { value: 'jeugdigen', label: 'Jeugdigen' }, { value: 'leerlingen', label: 'Leerlingen' }];

interface Row { school: School | undefined; values: readonly (number | undefined)[]; /** Children that each is of. */ counts: readonly number[]; total: number | undefined; count: number }

export function HeatMap({ nulmeting: { gegevens: g } }: { nulmeting: Nulmeting }) {
  const [unit] = useUnit();
  const [measure, setMeasure] = useState<Measure>('kosten');
  const [threshold, setThreshold] = useThreshold();
  const small = useSmall();
  const m = matrixOf(g);
  const G = g.gemeenten.length;
  const isMoney = measure === 'kosten';

  const value = (kosten: number, leerlingen: number, jeugdigen: number): number | undefined => {
    switch (measure) {
      case 'kosten': return kosten || undefined;
      case 'perLeerling': return leerlingen > 0 && kosten !== 0 ? kosten / leerlingen : undefined;
      case 'jeugdigen': return jeugdigen || undefined;
      case 'leerlingen': return leerlingen || undefined;
    }
  };
  const counted = measure === 'leerlingen' ? 'leerlingen' : 'jeugdigen';
  const rowOf = (school: School | undefined, schools: readonly number[]): Row => {
    const of = (list: Float64Array, k: number): number => schools.reduce((s, i) => s + (list[i * G + k] as number), 0);
    const cells = g.gemeenten.map((_, k) => ({ kosten: of(m.kosten, k), leerlingen: of(m.leerlingen, k), jeugdigen: of(m.jeugdigen, k) }));
    const all = (key: 'kosten' | 'leerlingen' | 'jeugdigen'): number => cells.reduce((s, c) => s + c[key], 0);
    return {
      school,
      values: cells.map((c) => value(c.kosten, c.leerlingen, c.jeugdigen)),
      counts: cells.map((c) => c[counted]),
      total: value(all('kosten'), all('leerlingen'), all('jeugdigen')),
      count: all(counted),
    };
  };
  const rows = g.scholen.map((school, s) => rowOf(school, [s]));
  const footer = rowOf(undefined, g.scholen.map((_, s) => s));
  const highest = Math.max(...rows.flatMap((r) => r.values.map((v) => v ?? 0)), 1);
  const show = (v: number | undefined): string => (v === undefined ? '' : isMoney ? formatAmount(v, unit) : formatNumber(v));
  const showUnit = isMoney ? unitLabel(unit) : measure === 'perLeerling' ? '€' : undefined;

  const columns: Column<Row>[] = [
    { id: 'school', title: 'School', width: 180, text: (r) => r.school?.naam ?? 'Samen', sort: (r) => r.school?.naam },
    ...g.gemeenten.map((gem, k): Column<Row> => ({
      id: gem.code, title: gem.naam, width: 96, align: 'right', text: (r) => show(r.values[k]), copy: (r) => String(r.values[k] ?? ''), sort: (r) => r.values[k] ?? 0,
      heat: (r) => (r.school && r.values[k] !== undefined ? (Math.max(0, r.values[k]) / highest) * 0.85 : undefined),
      mark: (r) => (r.values[k] === undefined ? undefined : small(r.counts[k], counted)),
      open: (r) => (r.values[k] === undefined || measure === 'leerlingen' || measure === 'jeugdigen' ? undefined : () => explain({ soort: 'basis', vanGemeenten: true, gemeente: gem.code, ...(r.school && { school: r.school.id }) })),
    })),
    { id: 'samen', title: 'Samen', width: 104, align: 'right', text: (r) => show(r.total), copy: (r) => String(r.total ?? ''), sort: (r) => r.total ?? 0, mark: (r) => (r.total === undefined ? undefined : small(r.count, counted)), open: (r) => (measure === 'leerlingen' || measure === 'jeugdigen' ? undefined : () => explain({ soort: 'basis', vanGemeenten: true, ...(r.school && { school: r.school.id }) })) },
  ];
  return (
    <section className="list" aria-label="Scholen en gemeenten">
      <div className="toolbar">
        <Segments label="Toon" labelHidden value={measure} options={MEASURES} onChange={setMeasure} />
        <span className="note">{showUnit && `${showUnit}, twaalf maanden. `}Gearceerd: minder dan {threshold}.</span>
        <div className="threshold"><NumberField label="Klein onder" whole minimum={LAAGSTE_DREMPEL} maximum={1000} step={1} value={threshold} onChange={(n) => n !== undefined && setThreshold(n)} /></div>
      </div>
      <DataGrid holds="intern" label={`${MEASURES.find((x) => x.value === measure)?.label ?? ''} per school en gemeente`} name="heatmap" columns={columns} rows={rows} rowKey={(r) => r.school?.id ?? ''} footer={[footer]} />
    </section>
  );
}
