/** What the lists of the project have in common: saving whole, adding, removing, and marks of where a value comes from. */
import { useState, type ReactNode } from 'react';
import type { Bronvermelding, Herkomst } from '../../../models/project/types.ts';
import type { Wijziging } from '../../../models/contract/methoden.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Select } from '../../components/Select.tsx';
import { TextField } from '../../components/TextField.tsx';
import { DataGrid, type DataGridProps } from '../../components/grid/DataGrid.tsx';
import type { CellChange, CellMark, Selection } from '../../components/grid/column.ts';
import { formatDate } from '../../format/date.ts';
import { count } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource, withValue } from '../../stand/scenario.ts';
import { wijzig } from '../../stand/store.ts';
import { SourceMark } from '../scenarios/SourceMark.tsx';

/** A mark for an example, with its source; undefined for what is anything else. */
export function exampleMark(row: { herkomst?: Herkomst }, field: string, all?: Bronvermelding): CellMark | undefined {
  const source = row.herkomst?.[field] ?? all;
  if (source?.status !== 'voorbeeld') return undefined;
  return { kind: 'example', text: `Voorbeeld${source.bron ? `: ${source.bron}` : ''}${source.datum ? `, ${formatDate(source.datum)}` : ''}` };
}

/** A row with values in it: what had the source of its whole list (`all`) is an assumption of the user from now on. */
export function withOwnValue<R extends { herkomst?: Herkomst }>(row: R, values: Partial<R>, all: Bronvermelding | undefined): R {
  const listed = all === undefined ? {} : Object.fromEntries(Object.keys(values).map((field) => [field, all]));
  return withValue(all === undefined ? row : { ...row, herkomst: { ...listed, ...row.herkomst } }, values);
}

/** Rows with changes in them, as they are stored. */
export function withChanges<R extends { herkomst?: Herkomst }>(rows: readonly R[], changes: readonly CellChange<R>[], all?: Bronvermelding): R[] {
  const perRow = new Map<R, Partial<R>>();
  for (const { row, column, value } of changes) perRow.set(row, { ...perRow.get(row), [column]: value } as Partial<R>);
  return rows.map((row) => {
    const values = perRow.get(row);
    return values ? withOwnValue(row, values, all) : row;
  });
}

/** Where the selected values come from, and a way to say it of all of them at once. */
export function SelectionSource({ name, sources, onChange }: { /** What is selected. */ name: string; sources: readonly (Bronvermelding | undefined)[]; onChange?: ((source: Bronvermelding) => void) | undefined }) {
  if (sources.length === 0) return null;
  const what = sources.length === 1 ? name : count(sources.length, 'waarde', 'waarden');
  return (
    <span className="nowrap">
      <span className="note">{sources.length === 1 ? 'Bron' : `Bron van ${what}`}: </span>
      <SourceMark key={what} name={what} source={sources[0]} differs={sources.some((s) => !gelijkeWaarde(s, sources[0]))} onChange={onChange} />
    </span>
  );
}

interface NewField { id: string; label: string; placeholder?: string; options?: readonly { value: string; label: string }[] }

interface ListProps<R extends { herkomst?: Herkomst }> extends Pick<DataGridProps<R>, 'columns' | 'rows' | 'rowKey' | 'footer' | 'label' | 'name' | 'rowClass'> {
  /** How one and many of them are called. */
  one: string;
  many: string;
  note: ReactNode;
  /** The list with these rows, as a change of the project. */
  asChange: (rows: R[]) => Wijziging;
  nameOf: (row: R) => string;
  /** What a new one must have. */
  fields: readonly NewField[];
  make: (values: Record<string, unknown>) => R;
  empty: ReactNode;
  /** The source of values that have none of their own. */
  source?: Bronvermelding | undefined;
  /** Under the table: what of the selected row is more than a cell. `save` stores the row anew; with `field` keystrokes become one change. */
  detail?: (row: R, save: (row: R, what: string, field?: string) => void) => ReactNode;
}

/** A list of the project in a table: edited in place, pasted into, added to and removed from. */
export function List<R extends { herkomst?: Herkomst }>({ one, many, note, asChange, nameOf, fields, make, rows, empty, source, detail, ...grid }: ListProps<R>) {
  const { stand } = useOpen();
  const [adding, setAdding] = useState(false);
  const [selection, setSelection] = useState<Selection>({ rows: [], columns: [] });
  const readOnly = stand.alleenLezen;
  const save = (next: R[], what: string, field?: string): void => wijzig([asChange(next)], what, field);
  const keys = new Set(selection.rows);
  const selected = rows.filter((r) => keys.has(grid.rowKey(r)));
  const [only] = selected;
  const cells = grid.columns.filter((c) => c.sourced && selection.columns.includes(c.id)).flatMap((column) => selected.filter((row) => row[column.id as keyof R] !== undefined).map((row) => ({ row, column })));
  const nameOfCell = ({ row, column }: (typeof cells)[number]): string => `${column.title.toLowerCase()} van ${nameOf(row)}`;
  const setSource = (next: Bronvermelding): void => {
    const sourced = new Map<R, R>();
    for (const { row, column } of cells) sourced.set(row, withSource(sourced.get(row) ?? row, column.id, next));
    save(rows.map((r) => sourced.get(r) ?? r), `Bron van ${cells.length === 1 && cells[0] ? nameOfCell(cells[0]) : count(cells.length, 'waarde', 'waarden')}`);
  };
  return (
    <div className="list">
      <div className="toolbar">
        <p className="note">{note}</p>
        <SelectionSource name={cells[0] ? nameOfCell(cells[0]) : ''} sources={cells.map(({ row, column }) => row.herkomst?.[column.id] ?? source)} onChange={readOnly ? undefined : setSource} />
        {!readOnly && <Button icon="plus" onPress={() => setAdding(true)}>{`${one[0]?.toUpperCase() ?? ''}${one.slice(1)} toevoegen`}</Button>}
      </div>
      <DataGrid
        holds="aannames"
        {...grid}
        rows={rows}
        empty={empty}
        onSelect={setSelection}
        {...(!readOnly && {
          onEdit: (changes: CellChange<R>[]) => save(withChanges(rows, changes, source), changes.length === 1 && changes[0] ? `${grid.columns.find((c) => c.id === changes[0]!.column)?.title ?? ''} van ${nameOf(changes[0].row)}` : `${count(changes.length, 'cel', 'cellen')} in ${many}`),
          onAppend: (records: Record<string, unknown>[]) => save([...rows, ...records.map(make)], `${count(records.length, one, many)} geplakt`),
          onRemove: (gone: R[]) => save(rows.filter((r) => !gone.includes(r)), gone.length === 1 && gone[0] ? `${nameOf(gone[0])} verwijderd` : `${count(gone.length, one, many)} verwijderd`),
        })}
      />
      {detail && only && selected.length === 1 && detail(only, (next, what, field) => save(rows.map((r) => (r === only ? next : r)), what, field && `${grid.name} ${grid.rowKey(only)} ${field}`))}
      <NewRow title={`${one[0]?.toUpperCase() ?? ''}${one.slice(1)} toevoegen`} fields={fields} isOpen={adding} onClose={() => setAdding(false)} onAdd={(values) => save([...rows, make(values)], `${one[0]?.toUpperCase() ?? ''}${one.slice(1)} toegevoegd: ${String(Object.values(values)[0] ?? '')}`)} />
    </div>
  );
}

function NewRow({ title, fields, isOpen, onClose, onAdd }: { title: string; fields: readonly NewField[]; isOpen: boolean; onClose: () => void; onAdd: (values: Record<string, unknown>) => void }) {
  const [values, setValues] = useState<Record<string, string>>({});
  const missing = fields.filter((f) => !values[f.id]?.trim()).map((f) => f.label.toLowerCase());
  const close = (): void => {
    setValues({});
    onClose();
  };
  const add = (): void => {
    if (missing.length > 0) return;
    onAdd(Object.fromEntries(fields.map((f) => [f.id, values[f.id]!.trim()])));
    close();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={close}
      actions={<><span className="note">{missing.length > 0 ? `Nog nodig: ${missing.join(', ')}.` : ''}</span><Button onPress={close}>Annuleren</Button><Button kind="primary" isDisabled={missing.length > 0} onPress={add}>Toevoegen</Button></>}
    >
      <form className="form" onSubmit={(event) => { event.preventDefault(); add(); }}>
        {fields.map((f, i) => (f.options
          ? <Select key={f.id} label={f.label} value={values[f.id]} options={f.options} onChange={(v) => setValues({ ...values, [f.id]: v })} />
          : <TextField key={f.id} label={f.label} value={values[f.id] ?? ''} onChange={(v) => setValues({ ...values, [f.id]: v })} autoFocus={i === 0} {...(f.placeholder !== undefined && { placeholder: f.placeholder })} />))}
      </form>
    </Dialog>
  );
}
