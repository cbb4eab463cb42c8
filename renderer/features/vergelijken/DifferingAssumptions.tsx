/** Where the scenarios differ in what they assume. */
import { useState } from 'react';
import { Switch } from '../../components/Checkbox.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { useOpen } from '../../stand/hooks.ts';
import { uitgangspuntenVan } from './uitgangspunten.ts';
import type { Vergeleken } from './verschil.ts';

interface Row { label: string; values: readonly string[]; differs: boolean }

export function DifferingAssumptions({ compared }: { compared: readonly Vergeleken[] }) {
  const { project } = useOpen();
  const [all, setAll] = useState(compared.length === 1);
  const lists = compared.map((c) => uitgangspuntenVan(project, c.d.scenario));
  const labels = [...new Set(lists.flatMap((l) => [...l.keys()]))];
  const rows = labels.map((label): Row => {
    const values = lists.map((l) => l.get(label) ?? '–');
    return { label, values, differs: values.some((v) => v !== values[0]) };
  });
  const shown = all ? rows : rows.filter((r) => r.differs);
  const columns: Column<Row>[] = [
    { id: 'label', title: 'Uitgangspunt', width: 300, text: (r) => r.label, sort: (r) => r.label },
    ...compared.map((c, i): Column<Row> => ({ id: c.d.scenario.id, title: c.d.scenario.naam, width: 240, text: (r) => r.values[i] ?? '', explanation: c.d.scenario.naam })),
  ];
  return (
    <>
      <div className="toolbar">
        <p className="note">{rows.filter((r) => r.differs).length} van de {rows.length} uitgangspunten verschillen.</p>
        <Switch isSelected={all} onChange={setAll}>Ook wat gelijk is</Switch>
      </div>
      <DataGrid holds="aannames" label="Verschillen in uitgangspunten" name="verschillen" columns={columns} rows={shown} rowKey={(r) => r.label} empty={<p className="muted">De scenario’s verschillen nergens in.</p>} />
    </>
  );
}
