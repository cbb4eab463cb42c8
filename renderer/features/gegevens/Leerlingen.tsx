/** Pupils as a matrix: a row per school, a column per gemeente, totals at both sides. */
import { useState } from 'react';
import type { Bronvermelding, Gemeente, Leerlingen as Paar, School } from '../../../models/project/types.ts';
import { useSmall } from '../../app/small.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { numberCell } from '../../components/grid/cells.ts';
import type { CellChange, Column, Selection } from '../../components/grid/column.ts';
import { count, formatNumber } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource } from '../../stand/scenario.ts';
import { wijzig } from '../../stand/store.ts';
import { exampleMark, SelectionSource, withOwnValue } from './lists.tsx';

interface Row { school: School | undefined; pairs: ReadonlyMap<string, Paar>; sums: ReadonlyMap<string, number>; total: number }

export function Leerlingen() {
  const { project, stand } = useOpen();
  const { gemeenten, scholen, leerlingen } = project;
  const small = useSmall();
  const [selection, setSelection] = useState<Selection>({ rows: [], columns: [] });
  const perSchool = new Map<string, Map<string, Paar>>();
  for (const paar of leerlingen) {
    const row = perSchool.get(paar.school) ?? new Map<string, Paar>();
    perSchool.set(paar.school, row.set(paar.gemeente, paar));
  }
  const sumsOf = (pairs: ReadonlyMap<string, Paar>): Map<string, number> => new Map([...pairs].map(([g, p]) => [g, p.aantal]));
  const rows = scholen.map((school): Row => {
    const pairs = perSchool.get(school.id) ?? new Map<string, Paar>();
    return { school, pairs, sums: sumsOf(pairs), total: [...pairs.values()].reduce((s, p) => s + p.aantal, 0) };
  });
  const totals = new Map(gemeenten.map((g) => [g.code, rows.reduce((s, r) => s + (r.sums.get(g.code) ?? 0), 0)]));
  const footer: Row = { school: undefined, pairs: new Map(), sums: totals, total: rows.reduce((s, r) => s + r.total, 0) };
  const all = project.herkomst?.['leerlingen'];

  const columns: Column<Row>[] = [
    { id: 'school', title: 'School', width: 200, text: (r) => r.school?.naam ?? 'Samen', sort: (r) => r.school?.naam },
    ...gemeenten.map((g: Gemeente): Column<Row> => ({
      id: g.code, title: g.naam, width: 92, align: 'right', text: (r) => (r.sums.get(g.code) ? formatNumber(r.sums.get(g.code)!) : ''), sort: (r) => r.sums.get(g.code) ?? 0,
      mark: (r) => {
        const few = r.sums.get(g.code) ? small(r.sums.get(g.code), 'leerlingen') : undefined;
        const example = r.pairs.has(g.code) ? exampleMark(r.pairs.get(g.code)!, 'aantal', all) : undefined;
        return few && example ? { ...few, text: `${few.text} ${example.text}` } : (few ?? example);
      },
      edit: { ...numberCell((r: Row) => r.sums.get(g.code), { minimum: 0, whole: true, optional: true }), allowed: (r) => r.school !== undefined },
    })),
    { id: 'totaal', title: 'Samen', width: 88, align: 'right', text: (r) => formatNumber(r.total), sort: (r) => r.total, mark: (r) => small(r.total, 'leerlingen') },
  ];
  const onEdit = (changes: CellChange<Row>[]): void => {
    const next = new Map(leerlingen.map((p) => [`${p.school} ${p.gemeente}`, p]));
    for (const { row, column, value } of changes) {
      const key = `${row.school!.id} ${column}`;
      const known = next.get(key);
      if (value === undefined || value === 0) next.delete(key);
      else next.set(key, known ? withOwnValue(known, { aantal: value as number }, all) : { school: row.school!.id, gemeente: column, aantal: value as number });
    }
    const [only] = changes;
    wijzig([{ soort: 'leerlingen', lijst: [...next.values()] }], changes.length === 1 && only ? `Leerlingen ${only.row.school?.naam ?? ''}, ${gemeenten.find((g) => g.code === only.column)?.naam ?? ''}` : `Leerlingen: ${count(changes.length, 'cel', 'cellen')}`);
  };
  const selected = leerlingen.filter((p) => selection.rows.includes(p.school) && selection.columns.includes(p.gemeente));
  const nameOf = (p: Paar): string => `leerlingen ${scholen.find((s) => s.id === p.school)?.naam ?? p.school}, ${gemeenten.find((g) => g.code === p.gemeente)?.naam ?? p.gemeente}`;
  const setSource = (source: Bronvermelding): void => {
    const keys = new Set(selected);
    wijzig([{ soort: 'leerlingen', lijst: leerlingen.map((p) => (keys.has(p) ? withSource(p, 'aantal', source) : p)) }], `Bron van ${selected.length === 1 && selected[0] ? nameOf(selected[0]) : count(selected.length, 'waarde', 'waarden')}`);
  };
  return (
    <div className="list">
      <div className="toolbar"><p className="note">Leerlingen naar gemeente van herkomst. Totalen worden berekend. {all?.status === 'voorbeeld' && `Voorbeeld: ${all.bron ?? ''}`}</p><SelectionSource name={selected[0] ? nameOf(selected[0]) : ''} sources={selected.map((p) => p.herkomst?.['aantal'] ?? all)} onChange={stand.alleenLezen ? undefined : setSource} /></div>
      <DataGrid holds="intern" label="Leerlingen per school en gemeente" name="leerlingen" columns={columns} rows={rows} rowKey={(r) => r.school?.id ?? ''} footer={[footer]} onSelect={setSelection} {...(!stand.alleenLezen && { onEdit })} empty={<p className="muted">Nog geen scholen. Lees ze in of voeg ze toe bij Scholen.</p>} />
    </div>
  );
}
