/** The rows themselves, under their pseudonym: any number of them, fetched as they come into sight. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rij } from '../../../models/contract/nulmeting.ts';
import { go } from '../../app/route.ts';
import { roep } from '../../client/client.ts';
import { EmptyState, Failure } from '../../components/Notice.tsx';
import { Segments, Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatDate, formatMonth } from '../../format/date.ts';
import { count, formatNumber, formatPlain } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';

type Lijst = 'indicaties' | 'declaraties';
/** A row, or the place of one that is still to come. */
interface Place { index: number; rij: Rij | undefined }

const PAGE = 500;
const ALL = '';

function costsOf(r: Rij): string {
  if ('bedrag' in r) return `€ ${formatNumber(r.bedrag, 2)}`;
  if (r.kostenPerJaar !== undefined) return `€ ${formatNumber(r.kostenPerJaar, 2)} per jaar`;
  if (r.totaalbedrag !== undefined) return `€ ${formatNumber(r.totaalbedrag, 2)} in totaal`;
  return `${formatPlain(r.volume ?? 0)} × € ${formatNumber(r.tarief ?? 0, 2)} ${r.frequentie ?? ''}`;
}

export function Rows({ filter: [list, school = ALL, gemeente = ALL, product = ALL] }: { filter: string[] }) {
  const { project, stand } = useOpen();
  const lijst: Lijst = list === 'declaraties' || (list === undefined && stand.aantallen.indicaties === 0) ? 'declaraties' : 'indicaties';
  const key = JSON.stringify([stand.revisie, lijst, school, gemeente, product]);
  return <RowsOf key={key} lijst={lijst} school={school} gemeente={gemeente} product={product} project={project} both={stand.aantallen.indicaties > 0 && stand.aantallen.declaraties > 0} />;
}

interface RowsOfProps { lijst: Lijst; school: string; gemeente: string; product: string; project: ReturnType<typeof useOpen>['project']; both: boolean }

function RowsOf({ lijst, school, gemeente, product, project, both }: RowsOfProps) {
  const [places, setPlaces] = useState<readonly Place[]>();
  const [basis, setBasis] = useState(0);
  const [fault, setFault] = useState<string>();
  const asked = useRef(new Set<number>());

  const fetchPage = useCallback((page: number): void => {
    if (asked.current.has(page)) return;
    asked.current.add(page);
    roep('rijen.lees', { lijst, vanaf: page * PAGE, aantal: PAGE, ...(school !== ALL && { school }), ...(gemeente !== ALL && { gemeente }), ...(product !== ALL && { product }) }).then(
      (answer) => {
        setBasis(answer.basis);
        setPlaces((before) => {
          const next = before && before.length === answer.totaal ? [...before] : Array.from({ length: answer.totaal }, (_, index): Place => ({ index, rij: undefined }));
          for (const [i, rij] of answer.rijen.entries()) next[page * PAGE + i] = { index: page * PAGE + i, rij };
          return next;
        });
      },
      (f: unknown) => setFault(f instanceof Error ? f.message : String(f)),
    );
  }, [lijst, school, gemeente, product]);
  useEffect(() => fetchPage(0), [fetchPage]);
  const onView = useCallback((first: number, last: number): void => {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) if (places === undefined || page * PAGE < places.length) fetchPage(page);
  }, [fetchPage, places]);

  const naam = (map: ReadonlyMap<string, string>, code: string | undefined): string => (code === undefined ? '' : (map.get(code) ?? code));
  const scholen = new Map(project.scholen.map((s) => [s.id, s.naam]));
  const gemeenten = new Map(project.gemeenten.map((g) => [g.code, g.naam]));
  const producten = new Map(project.producten.map((p) => [p.code, p.naam]));
  const text = (of: (r: Rij) => string) => (p: Place): string => (p.rij ? of(p.rij) : '…');
  const columns: Column<Place>[] = [
    { id: 'nummer', title: 'Nr.', width: 64, align: 'right', text: (p) => formatNumber(p.index + 1) },
    { id: 'gemeente', title: 'Gemeente', width: 150, text: text((r) => naam(gemeenten, r.gemeente)) },
    { id: 'school', title: 'School', width: 150, text: text((r) => naam(scholen, r.school)) },
    { id: 'product', title: 'Product', width: 180, text: text((r) => naam(producten, r.product)) },
    { id: 'start', title: lijst === 'indicaties' ? 'Begin' : 'Maand', width: 112, text: text((r) => ('maand' in r ? formatMonth(r.maand) : formatDate(r.start))) },
    ...(lijst === 'indicaties' ? [{ id: 'eind', title: 'Eind', width: 112, text: text((r) => ('eind' in r && r.eind ? formatDate(r.eind) : 'open')) }] : []),
    { id: 'kosten', title: 'Zoals geleverd', width: 210, text: text(costsOf) },
    { id: 'basis', title: 'Telt mee', unit: '€ in twaalf maanden', width: 132, align: 'right', text: text((r) => formatNumber(r.basis, 2)), copy: (p) => String(p.rij?.basis ?? '') },
    { id: 'aanbieder', title: 'Aanbieder', width: 150, text: text((r) => r.aanbieder ?? '') },
    { id: 'jeugdige', title: 'Jeugdige', width: 130, explanation: 'Pseudoniem, alleen binnen dit project.', text: text((r) => r.jeugdige ?? '') },
  ];
  const choose = (next: Partial<{ lijst: Lijst; school: string; gemeente: string; product: string }>): void => {
    const to = { lijst, school, gemeente, product, ...next };
    go('gegevens', 'rijen', to.lijst, to.school, to.gemeente, to.product);
  };
  const filterOf = (label: string, value: string, options: readonly { value: string; label: string }[], onChange: (value: string) => void) => (
    <div className="row-filter"><Select label={label} labelHidden value={value === ALL ? '*' : value} options={[{ value: '*', label: `Alle ${label.toLowerCase()}` }, ...options]} onChange={(v) => onChange(v === '*' ? ALL : v)} /></div>
  );
  if (fault !== undefined) return <Failure title="De rijen zijn niet te lezen" text={fault} />;
  return (
    <div className="list">
      <div className="toolbar">
        {both && <Segments label="Lijst" labelHidden value={lijst} options={[{ value: 'indicaties', label: 'Indicaties' }, { value: 'declaraties', label: 'Declaraties' }]} onChange={(l) => choose({ lijst: l })} />}
        {filterOf('Gemeenten', gemeente, project.gemeenten.map((g) => ({ value: g.code, label: g.naam })), (v) => choose({ gemeente: v }))}
        {filterOf('Scholen', school, project.scholen.map((s) => ({ value: s.id, label: s.naam })), (v) => choose({ school: v }))}
        {filterOf('Producten', product, project.producten.map((p) => ({ value: p.code, label: p.naam })), (v) => choose({ product: v }))}
        <p className="note">{places && `${count(places.length, 'rij', 'rijen')}, samen € ${formatNumber(basis)} in de twaalf maanden. `}Vertrouwelijk: herleidbaar.</p>
      </div>
      {places?.length === 0 ? <EmptyState inside title="Geen rijen"><p>Met deze keuze zijn er geen {lijst}. Kies alle scholen, gemeenten of producten.</p></EmptyState>
        : <DataGrid holds="intern" label={lijst === 'indicaties' ? 'Indicaties' : 'Declaraties'} name="rijen" columns={columns} rows={places ?? []} rowKey={(p) => String(p.index)} onView={onView} />}
    </div>
  );
}
