/** Per school how scattered the care is, what a collective arrangement could replace, and whether one is running; grouped as one likes. */
import { useState } from 'react';
import type { Locatie } from '../../../models/contract/nulmeting.ts';
import type { School } from '../../../models/project/types.ts';
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { go } from '../../app/route.ts';
import { useSmall } from '../../app/small.ts';
import { useUnit } from '../../app/unit.ts';
import { Failure, Loading } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { Segments } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { SCHOOLSOORT } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { explain } from '../uitleg/explain.ts';
import { LocatiePanel } from './LocatiePanel.tsx';
import { useRowFigures } from './useRowFigures.ts';

type Group = 'geen' | 'samenwerkingsverband' | 'bestuur' | 'deelregio' | 'soort';
const GROUPS: { value: Group; label: string }[] = [{ value: 'geen', label: 'Geen' }, { value: 'samenwerkingsverband', label: 'Samenwerkingsverband' }, { value: 'bestuur', label: 'Bestuur' }, { value: 'deelregio', label: 'Deelregio' }, { value: 'soort', label: 'Soort' }];

export interface LocatieRow { key: string; naam: string; school: School | undefined; l: Pick<Locatie, 'leerlingen' | 'jeugdigen' | 'kosten' | 'vervangbaar'> & Partial<Locatie>; running: string }

export function Locaties({ nulmeting, chosen }: { nulmeting: Nulmeting; chosen: string | undefined }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const small = useSmall();
  const [group, setGroup] = useState<Group>('geen');
  const { figures, fault, progress } = useRowFigures();
  if (fault !== undefined) return <Failure title="De locaties zijn niet te tellen" text={fault} />;
  if (!figures) return progress ? <TaskProgress progress={progress} /> : <Loading what="Locaties tellen…" />;

  const { peildatum } = project.uitgangspunten;
  const runningAt = (id: string): string => ((project.bestaandeArrangementen ?? []).some((b) => b.school === id && (b.start ?? '') <= peildatum && (b.eind ?? '9999') >= peildatum) ? 'ja' : '');
  const schools = project.scholen.map((school): LocatieRow => {
    const l = figures.scholen.find((x) => x.school === school.id);
    return { key: school.id, naam: school.naam, school, l: l ?? { leerlingen: 0, jeugdigen: 0, kosten: 0, vervangbaar: 0 }, running: runningAt(school.id) };
  });
  const sumOf = (key: string, naam: string, rows: readonly LocatieRow[]): LocatieRow => {
    const add = (field: 'leerlingen' | 'jeugdigen' | 'kosten' | 'vervangbaar'): number => rows.reduce((s, r) => s + r.l[field], 0);
    return { key, naam, school: undefined, l: { leerlingen: add('leerlingen'), jeugdigen: add('jeugdigen'), kosten: add('kosten'), vervangbaar: add('vervangbaar') }, running: '' };
  };
  const groupOf = (s: School): string => {
    const of = group === 'soort' ? SCHOOLSOORT[s.soort] : group === 'deelregio' ? project.gemeenten.find((g) => g.code === s.gemeente)?.deelregio : group === 'geen' ? '' : s[group];
    return of ?? 'niet ingevuld';
  };
  const groups = new Map<string, LocatieRow[]>();
  for (const row of schools) groups.set(groupOf(row.school!), [...(groups.get(groupOf(row.school!)) ?? []), row]);
  const rows = group === 'geen' ? schools : [...groups].sort(([a], [b]) => a.localeCompare(b, 'nl')).flatMap(([naam, list]) => [sumOf(`groep ${naam}`, `${naam} (${list.length})`, list), ...list]);
  const sortable = group === 'geen';
  const sort = <T,>(by: (r: LocatieRow) => T) => (sortable ? { sort: by } : {});
  const plain = (v: number | null | undefined, decimals = 0): string => (v === null || v === undefined ? '' : formatNumber(v, decimals));

  const few = (r: LocatieRow) => small(r.l.jeugdigen, 'jeugdigen');
  const columns: Column<LocatieRow>[] = [
    { id: 'school', title: 'School', width: 176, text: (r) => r.naam, ...sort((r) => r.naam), open: (r) => (r.school ? () => go('nulmeting', 'locaties', r.school!.id) : undefined) },
    { id: 'soort', title: 'Soort', width: 64, text: (r) => (r.school ? SCHOOLSOORT[r.school.soort] : ''), ...sort((r) => r.school?.soort) },
    { id: 'leerlingen', title: 'Leerlingen', width: 84, align: 'right', text: (r) => plain(r.l.leerlingen), ...sort((r) => r.l.leerlingen), mark: (r) => small(r.l.leerlingen, 'leerlingen') },
    { id: 'jeugdigen', title: 'Met jeugdhulp', width: 84, align: 'right', text: (r) => plain(r.l.jeugdigen), ...sort((r) => r.l.jeugdigen), mark: few },
    { id: 'aandeel', title: 'Aandeel', width: 72, align: 'right', text: (r) => (r.l.leerlingen > 0 ? formatShare(r.l.jeugdigen / r.l.leerlingen, 0) : ''), ...sort((r) => (r.l.leerlingen > 0 ? r.l.jeugdigen / r.l.leerlingen : 0)), mark: (r) => (r.l.leerlingen > 0 ? few(r) : undefined) },
    { id: 'gemeenten', title: 'Gemeenten', width: 84, align: 'right', text: (r) => plain(r.l.gemeenten), ...sort((r) => r.l.gemeenten) },
    { id: 'aanbieders', title: 'Aanbieders', width: 88, align: 'right', text: (r) => plain(r.l.aanbieders), ...sort((r) => r.l.aanbieders) },
    { id: 'effectief', title: 'Effectief aantal', width: 84, align: 'right', explanation: 'Naar omvang gerekend zo veel als dit aantal even grote aanbieders: 1 gedeeld door de som van de aandelen in het kwadraat.', text: (r) => plain(r.l.effectieveAanbieders, 1), ...sort((r) => r.l.effectieveAanbieders ?? undefined) },
    { id: 'perJeugdige', title: 'Aanbieders per jeugdige', width: 96, align: 'right', text: (r) => (r.l.aanbiedersPerJeugdige == null ? '' : formatPlain(r.l.aanbiedersPerJeugdige, 2)), ...sort((r) => r.l.aanbiedersPerJeugdige ?? undefined) },
    { id: 'looptijd', title: 'Looptijd', unit: 'maanden', width: 80, align: 'right', text: (r) => plain(r.l.gemiddeldeLooptijd, 1), ...sort((r) => r.l.gemiddeldeLooptijd ?? undefined) },
    { id: 'verlengd', title: 'Verlengd', width: 80, align: 'right', explanation: 'Deel van de indicaties dat binnen een maand volgt op een van dezelfde jeugdige en hetzelfde product.', text: (r) => (r.l.aandeelVerlengd == null ? '' : formatShare(r.l.aandeelVerlengd, 0)), ...sort((r) => r.l.aandeelVerlengd ?? undefined) },
    { id: 'kosten', title: 'Kosten', unit: unitLabel(unit), width: 96, align: 'right', text: (r) => formatAmount(r.l.kosten, unit), copy: (r) => String(r.l.kosten), ...sort((r) => r.l.kosten), mark: (r) => (r.l.kosten === 0 ? undefined : few(r)), open: (r) => (r.school ? () => explain({ soort: 'basis', school: r.school!.id }) : undefined) },
    { id: 'vervangbaar', title: 'Vervangbaar', unit: unitLabel(unit), width: 100, align: 'right', text: (r) => formatAmount(r.l.vervangbaar, unit), copy: (r) => String(r.l.vervangbaar), ...sort((r) => r.l.vervangbaar), mark: (r) => (r.l.vervangbaar === 0 ? undefined : few(r)) },
    { id: 'loopt', title: 'Loopt al', width: 72, text: (r) => r.running, ...sort((r) => r.running) },
  ];
  const chosenRow = schools.find((r) => r.school?.id === chosen);
  return (
    <>
      <div className="toolbar">
        <Segments label="Groeperen" value={group} options={GROUPS} onChange={setGroup} />
        <span className="note">Klik op een school voor haar blad.</span>
      </div>
      <DataGrid holds="intern" key={group} label="Locaties" name="locaties" columns={columns} rows={rows} rowKey={(r) => r.key} rowClass={(r) => (r.school ? undefined : 'grid-group')} footer={[sumOf('samen', 'Samen', schools)]} {...(sortable && { initialSort: { column: 'kosten', descending: true } })} />
      {chosenRow?.school && <LocatiePanel row={chosenRow} school={chosenRow.school} nulmeting={nulmeting} onClose={() => go('nulmeting', 'locaties')} />}
    </>
  );
}
