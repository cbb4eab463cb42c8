/** What will be measured: indicators with where they stand now and where they should come. */
import type { Indicator, VolledigScenario } from '../../../models/project/types.ts';
import { Button } from '../../components/Button.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { textCell } from '../../components/grid/cells.ts';
import type { CellChange, Column } from '../../components/grid/column.ts';
import { formatPlain, parseNumber } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { without, wijzigScenario } from '../../stand/scenario.ts';

const shown = (v: unknown): string => (typeof v === 'number' ? formatPlain(v) : v === undefined || v === null ? '' : String(v));
/** A figure where it is one, text otherwise. */
const read = (text: string): unknown => (text.trim() === '' ? undefined : (parseNumber(text) ?? text.trim()));

export function Indicators({ scenario }: { scenario: VolledigScenario }) {
  const { stand } = useOpen();
  const rows = scenario.indicatoren ?? [];
  const save = (next: Indicator[], what: string): void =>
    wijzigScenario(scenario.id, (s) => {
      const { indicatoren: _, ...rest } = s;
      return next.length > 0 ? { ...rest, indicatoren: next } : rest;
    }, what);
  const value = (id: 'nulmeting' | 'streefwaarde', title: string): Column<Indicator> => ({ id, title, width: 132, align: 'right', text: (r) => shown(r[id]), edit: { start: (r) => shown(r[id]), read: (text) => ({ ok: true, value: read(text) }) } });
  const columns: Column<Indicator>[] = [
    { id: 'naam', title: 'Indicator', width: 320, text: (r) => r.naam, edit: textCell((r: Indicator) => r.naam, 'Vul een naam in.') },
    { id: 'eenheid', title: 'Eenheid', width: 120, text: (r) => r.eenheid, edit: textCell((r: Indicator) => r.eenheid, 'Vul een eenheid in.') },
    value('nulmeting', 'Nulmeting'),
    value('streefwaarde', 'Streefwaarde'),
    { id: 'bron', title: 'Bron', width: 280, text: (r) => r.bron ?? '', edit: textCell((r: Indicator) => r.bron) },
  ];
  const onEdit = (changes: CellChange<Indicator>[]): void => {
    const perRow = new Map<Indicator, Partial<Indicator>>();
    for (const { row, column, value: v } of changes) perRow.set(row, { ...perRow.get(row), [column]: v });
    save(rows.map((r) => (perRow.has(r) ? without({ ...r, ...perRow.get(r) }) : r)), 'Indicatoren gewijzigd');
  };
  return (
    <div className="list">
      <div className="toolbar">
        <p className="note">Waaraan te zien is of het werkt; komt op het blad Monitoring.</p>
        {!stand.alleenLezen && <Button icon="plus" onPress={() => save([...rows, { naam: 'Nieuwe indicator', eenheid: 'aantal' }], 'Indicator toegevoegd')}>Indicator toevoegen</Button>}
      </div>
      <DataGrid
        holds="aannames"
        label="Indicatoren"
        name="indicatoren"
        columns={columns}
        rows={rows}
        rowKey={(r) => String(rows.indexOf(r))}
        empty={<p className="muted">Nog geen indicatoren.</p>}
        {...(!stand.alleenLezen && {
          onEdit,
          onAppend: (records: Record<string, unknown>[]) => save([...rows, ...records.map((r) => ({ naam: 'Nieuwe indicator', eenheid: 'aantal', ...r }) as Indicator)], 'Indicatoren geplakt'),
          onRemove: (gone: Indicator[]) => save(rows.filter((r) => !gone.includes(r)), 'Indicator verwijderd'),
        })}
      />
    </div>
  );
}
