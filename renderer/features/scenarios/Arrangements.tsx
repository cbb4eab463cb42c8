/** The schools of a scenario: which have an arrangement, and what it is. */
import { useMemo, useState } from 'react';
import type { Arrangement, School } from '../../../models/project/types.ts';
import { go } from '../../app/route.ts';
import { useSmall } from '../../app/small.ts';
import { useUnit } from '../../app/unit.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { DateField } from '../../components/TextField.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { CellChange, CellMark, Column } from '../../components/grid/column.ts';
import { dateCell, shareCell } from '../../components/grid/cells.ts';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatMonth, formatMonthShort } from '../../format/date.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withValue, wijzigScenario } from '../../stand/scenario.ts';
import { explain } from '../uitleg/explain.ts';
import { SchoolDetail } from './SchoolDetail.tsx';
import { arrangementOf, useEditing } from './context.ts';

interface SchoolRow { school: School; arrangement: Arrangement | undefined; parent: Arrangement | undefined; leerlingen: number; kosten: number | undefined; effect: number | undefined }

/** The value that all have, or undefined. */
const shared = <T,>(values: readonly T[]): T | undefined => (values.length > 0 && values.every((v) => v === values[0]) ? values[0] : undefined);

export function Arrangements({ school: wanted }: { school: string | undefined }) {
  const { project } = useOpen();
  const { scenario, ouder, uitslag, readOnly, address, frozen = false } = useEditing();
  const [unit] = useUnit();
  const small = useSmall();
  const [adding, setAdding] = useState<string>();
  const pupils = useMemo(() => {
    const sum = new Map<string, number>();
    for (const l of project.leerlingen) sum.set(l.school, (sum.get(l.school) ?? 0) + l.aantal);
    return sum;
  }, [project.leerlingen]);
  const done = uitslag.ok ? uitslag.doorgerekend : undefined;
  const last = done ? done.evaluatie.kader.jaren.length - 1 : 0;
  const year = done?.evaluatie.kader.jaren[last];

  const rows = project.scholen.map((school): SchoolRow => {
    const arrangement = arrangementOf(scenario, school.id);
    let kosten: number | undefined;
    let effect: number | undefined;
    if (done && arrangement) {
      const index = done.evaluatie.effecten.findIndex((e) => e.arrangement.school === school.id);
      kosten = done.evaluatie.regels.filter((r) => r.arrangement === index).reduce((sum, r) => sum + (r.perJaar[last] ?? 0) * r.aandeelGemeenten, 0);
      effect = (done.uitkomst.totaal.perSchool[school.id]?.[last] ?? 0) - (done.nul.perSchool[school.id]?.[last] ?? 0);
    }
    return { school, arrangement, parent: arrangementOf(ouder, school.id), leerlingen: pupils.get(school.id) ?? 0, kosten, effect };
  });
  const current = wanted !== undefined && rows.some((r) => r.school.id === wanted) ? wanted : (rows.find((r) => r.arrangement)?.school.id ?? rows[0]?.school.id);

  const add = (id: string, start: string, realisatie: number): void => {
    const naam = project.scholen.find((s) => s.id === id)?.naam ?? id;
    wijzigScenario(scenario.id, (s) => ({ ...s, arrangementen: [...s.arrangementen, { school: id, start, realisatie, inzet: [] }] }), `Arrangement toegevoegd: ${naam}`);
    go('scenarios', ...address, 'scholen', id);
  };
  const toggle = ({ school, arrangement, parent }: SchoolRow): void => {
    if (readOnly) return;
    if (arrangement) {
      wijzigScenario(scenario.id, (s) => ({ ...s, arrangementen: s.arrangementen.filter((a) => a.school !== school.id) }), `Arrangement verwijderd: ${school.naam}`);
      return;
    }
    if (parent) {
      wijzigScenario(scenario.id, (s) => ({ ...s, arrangementen: [...s.arrangementen, parent] }), `Arrangement teruggezet: ${school.naam}`);
      return;
    }
    const start = shared(scenario.arrangementen.map((a) => a.start));
    const realisatie = shared(scenario.arrangementen.map((a) => a.realisatie));
    if (start !== undefined && realisatie !== undefined) add(school.id, start, realisatie);
    else setAdding(school.id);
  };

  const differs = (row: SchoolRow, field: 'start' | 'realisatie', show: (a: Arrangement) => string): CellMark | undefined =>
    row.arrangement && row.parent && row.arrangement[field] !== row.parent[field] ? { kind: 'changed', text: `In ${ouder?.naam ?? 'het bovenliggende scenario'}: ${show(row.parent)}` } : undefined;

  const columns: Column<SchoolRow>[] = [
    {
      id: 'mee', title: 'Mee', width: 44, text: (r) => (r.arrangement ? 'ja' : 'nee'), sort: (r) => (r.arrangement ? 0 : 1), open: (r) => (readOnly ? undefined : () => toggle(r)),
      mark: (r) => (ouder && (r.arrangement === undefined) !== (r.parent === undefined) ? { kind: 'changed', text: r.parent ? `Heeft een arrangement in ${ouder.naam}` : `Heeft geen arrangement in ${ouder.naam}` } : undefined),
      render: (r) => <span className="check-cell" data-checked={r.arrangement ? '' : undefined} aria-label={r.arrangement ? 'ja' : 'nee'} role="img">{r.arrangement && <Icon name="check" />}</span>,
    },
    { id: 'school', title: 'School', width: 132, text: (r) => r.school.naam, sort: (r) => r.school.naam, open: (r) => () => go('scenarios', ...address, 'scholen', r.school.id) },
    { id: 'leerlingen', title: 'Leerlingen', width: 82, align: 'right', text: (r) => formatNumber(r.leerlingen), sort: (r) => r.leerlingen, mark: (r) => small(r.leerlingen, 'leerlingen') },
    { id: 'start', title: 'Start', width: 88, text: (r) => (r.arrangement ? formatMonthShort(r.arrangement.start) : ''), sort: (r) => r.arrangement?.start, mark: (r) => differs(r, 'start', (a) => formatMonth(a.start)), edit: { ...dateCell((r: SchoolRow) => r.arrangement?.start, 'first'), allowed: (r) => r.arrangement !== undefined } },
    { id: 'realisatie', title: 'Realisatie', width: 82, align: 'right', text: (r) => (r.arrangement ? formatShare(r.arrangement.realisatie) : ''), sort: (r) => r.arrangement?.realisatie, mark: (r) => differs(r, 'realisatie', (a) => formatShare(a.realisatie)), edit: { ...shareCell((r: SchoolRow) => r.arrangement?.realisatie), allowed: (r) => r.arrangement !== undefined } },
    {
      id: 'kosten', title: `Inzet ${year ?? ''}`, unit: unitLabel(unit), width: 84, align: 'right', text: (r) => (r.kosten === undefined ? '' : formatAmount(r.kosten, unit)), copy: (r) => (r.kosten === undefined ? '' : String(Math.round(r.kosten))), sort: (r) => r.kosten,
      open: (r) => (r.kosten === undefined ? undefined : () => explain({ soort: 'collectief', scenario: scenario.id, school: r.school.id, jaar: last })),
    },
    {
      id: 'effect', title: `Effect ${year ?? ''}`, unit: unitLabel(unit), width: 100, align: 'right', text: (r) => (r.effect === undefined ? '' : effectText(r.effect, unit)), sort: (r) => r.effect,
      render: (r) => (r.effect === undefined ? null : <Effect value={r.effect} unit={unit} changing />), open: (r) => (r.effect === undefined ? undefined : () => explain({ soort: 'individueel', scenario: scenario.id, school: r.school.id, jaar: last })),
    },
  ];

  const onEdit = (changes: CellChange<SchoolRow>[]): void => {
    const perSchool = new Map<string, Partial<Arrangement>>();
    for (const { row, column, value } of changes) perSchool.set(row.school.id, { ...perSchool.get(row.school.id), [column]: value });
    const names = [...perSchool.keys()].map((id) => project.scholen.find((s) => s.id === id)?.naam ?? id);
    wijzigScenario(
      scenario.id,
      (s) => ({ ...s, arrangementen: s.arrangementen.map((a) => (perSchool.has(a.school) ? withValue(a, perSchool.get(a.school)!) : a)) }),
      `${[...new Set(changes.map((c) => (c.column === 'start' ? 'Start' : 'Realisatie')))].join(' en ')} gewijzigd: ${names.length > 3 ? `${names.length} scholen` : names.join(', ')}`,
    );
  };

  return (
    <div className="schools">
      <div className="schools-list">
        <DataGrid
          holds={frozen ? 'intern' : { tabel: 'scholen', kolommen: ['leerlingen', 'effect'], scenarios: [scenario.id] }}
          label="Scholen in dit scenario"
          name="scenario-scholen"
          columns={frozen ? columns.filter((c) => c.id !== 'kosten' && c.id !== 'effect') : columns}
          rows={rows}
          rowKey={(r) => r.school.id}
          rowClass={(r) => (r.school.id === current ? 'grid-current' : undefined)}
          {...(!readOnly && { onEdit })}
          empty={<p className="muted">Er zijn nog geen scholen. Lees ze in bij stap 1, Gegevens.</p>}
        />
      </div>
      {current !== undefined && <SchoolDetail key={current} school={current} onAdd={() => toggle(rows.find((r) => r.school.id === current)!)} />}
      <AddDialog school={project.scholen.find((s) => s.id === adding)} onClose={() => setAdding(undefined)} onAdd={add} />
    </div>
  );
}

/** Start and realisatie have no default: where the other schools do not agree on them, they are asked. */
function AddDialog({ school, onClose, onAdd }: { school: School | undefined; onClose: () => void; onAdd: (id: string, start: string, realisatie: number) => void }) {
  const { scenario } = useEditing();
  const [start, setStart] = useState(shared(scenario.arrangementen.map((a) => a.start)));
  const [realisatie, setRealisatie] = useState(shared(scenario.arrangementen.map((a) => a.realisatie)));
  const add = (): void => {
    if (!school || start === undefined || realisatie === undefined) return;
    onClose();
    onAdd(school.id, start, realisatie);
  };
  return (
    <Dialog
      title={`Arrangement op ${school?.naam ?? ''}`}
      isOpen={school !== undefined}
      onClose={onClose}
      actions={<><Button onPress={onClose}>Annuleren</Button><Button kind="primary" isDisabled={start === undefined || realisatie === undefined} onPress={add}>Arrangement toevoegen</Button></>}
    >
      <form className="form" onSubmit={(event) => { event.preventDefault(); add(); }}>
        <p className="muted">Deze twee bepaalt u zelf: er is geen standaard voor. Ze gelden ook voor een volgende school, als alle scholen hetzelfde hebben.</p>
        <div className="form-pair">
          <DateField label="Start" month="first" value={start} onChange={setStart} placeholder="bijvoorbeeld aug 2027" tip="start" />
          <NumberField label="Realisatie" unit="%" scale={100} value={realisatie} onChange={setRealisatie} minimum={0} maximum={100} placeholder="bijvoorbeeld 85" tip="realisatie" />
        </div>
      </form>
    </Dialog>
  );
}
