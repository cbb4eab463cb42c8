/** Taakvelden per begrotingsjaar: which series holds from which year, and the code of every product and kind of cost line in each year. Nothing counts as verified until the user says so, with a source. */
import { useState } from 'react';
import { horizonVan } from '../../../models/project/standaard.ts';
import { beginjarenUit, beginjaarVan, metBeginjaren, metTaakveld, reeksMet, reeksVan, taakveldIn, taakveldnaam } from '../../../models/project/taakvelden.ts';
import { TAAKVELDREEKSEN } from '../../../models/project/taakveldreeksen.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { DateField, TextField } from '../../components/TextField.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { CellChange, CellEditor, CellMark, Column } from '../../components/grid/column.ts';
import { formatDate } from '../../format/date.ts';
import { count } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { wijzig } from '../../stand/store.ts';
import { isVerified, kindsOf, withSources, withTaakvelden, type Kind } from './taakvelden.ts';
import './Taakvelden.css';

/** Longest text of one's own in place of a code. */
const LONGEST = 60;
const TO_CHOOSE = 'nog te kiezen';

export function Taakvelden() {
  const { project, stand } = useOpen();
  const [verifying, setVerifying] = useState<readonly Kind[]>();
  const readOnly = stand.alleenLezen;
  const years = horizonVan(project.uitgangspunten);
  const kinds = kindsOf(project);
  const begins = beginjarenUit(kinds.map((k) => k.taakveld));
  const coded = kinds.filter((k) => k.taakveld !== undefined);
  const unverified = coded.filter((k) => !isVerified(k.source));
  const open = kinds.filter((k) => years.some((y) => taakveldIn(k.taakveld, y) === undefined)).length;

  const begin = (id: string, year: number): void => {
    const next = { ...begins, [id]: year };
    wijzig(withTaakvelden(project, new Map(coded.map((k) => [k.key, metBeginjaren(k.taakveld, years, next)]))), `Reeks ${TAAKVELDREEKSEN.find((r) => r.id === id)?.naam ?? id} vanaf ${year}`, `taakvelden ${id}`);
  };
  const onEdit = (changes: CellChange<Kind>[]): void => {
    const per = new Map(changes.map(({ row }) => [row.key, row.taakveld]));
    for (const { row, column, value } of changes) per.set(row.key, metTaakveld(per.get(row.key), years, Number(column), value as string | undefined));
    const [only] = changes;
    wijzig(withTaakvelden(project, per), changes.length === 1 && only ? `Taakveld ${only.column} van ${only.row.naam}: ${(only.value as string | undefined) ?? 'geen'}` : `Taakvelden: ${count(changes.length, 'cel', 'cellen')}`);
  };

  const columns: Column<Kind>[] = [
    { id: 'naam', title: 'Product of kostenregel', width: 216, text: (k) => k.naam, sort: (k) => k.naam },
    { id: 'soort', title: 'Soort', width: 92, text: (k) => k.soort, sort: (k) => k.soort },
    {
      id: 'status', title: 'Status', width: 124, text: (k) => (k.taakveld === undefined ? '' : isVerified(k.source) ? 'geverifieerd' : 'niet geverifieerd'), sort: (k) => (isVerified(k.source) ? 1 : 0),
      mark: (k) => (k.taakveld !== undefined && !isVerified(k.source) ? { kind: 'example', text: 'Niet geverifieerd: noem de bron waarin dit is nagezocht' } : undefined),
      open: (k) => (readOnly || k.taakveld === undefined ? undefined : () => setVerifying([k])),
    },
    ...years.map((year): Column<Kind> => {
      const series = reeksVan(year, begins);
      return {
        id: String(year), title: String(year), width: 136, grow: 2, explanation: series ? `${series.naam}, ${series.status}` : 'Geen reeks bekend voor dit jaar',
        text: (k) => (k.differs ? 'verschilt' : taakveldnaam(taakveldIn(k.taakveld, year) ?? TO_CHOOSE)),
        render: (k) => (k.differs || taakveldIn(k.taakveld, year) !== undefined ? undefined : <span className="muted">{TO_CHOOSE}</span>),
        copy: (k) => (k.differs ? 'verschilt' : (taakveldIn(k.taakveld, year) ?? '')),
        sort: (k) => taakveldIn(k.taakveld, year),
        mark: (k) => (coded.length === 0 ? undefined : markOf(k, year, series?.id)),
        edit: codeCell(year, series?.taakvelden ?? [], kinds),
      };
    }),
    { id: 'bron', title: 'Bron', width: 200, grow: 1, text: (k) => (k.source?.bron ? `${k.source.bron}${k.source.datum ? `, ${formatDate(k.source.datum)}` : ''}` : ''), sort: (k) => k.source?.bron },
  ];

  return (
    <div className="list">
      <ul className="taakveld-series">
        {TAAKVELDREEKSEN.map((series, i) => {
          const set = begins[series.id] !== undefined;
          return (
            <li key={series.id}>
              <div>
                <h2>{series.naam}</h2>
                <p className="note">{series.taakvelden.map((t) => t.code).join(', ')}. Namen: {series.status}. Bron: {series.bron}.</p>
              </div>
              {i === 0 ? <p className="note">Tot de volgende reeks begint.</p> : (
                <NumberField
                  label="Vanaf begrotingsjaar"
                  whole
                  ungrouped
                  minimum={2015}
                  maximum={2100}
                  step={1}
                  value={beginjaarVan(series, begins)}
                  readOnly={readOnly || coded.length === 0}
                  tip="taakveld"
                  note={coded.length === 0 ? 'In te stellen zodra hieronder een code staat.' : set ? undefined : 'Voorstel, niet geverifieerd.'}
                  onChange={(year) => year !== undefined && begin(series.id, year)}
                />
              )}
            </li>
          );
        })}
      </ul>
      <div className="toolbar">
        <p className="note">
          Wat gemeenten betalen, per begrotingsjaar op een taakveld. {open > 0 && `${count(open, 'soort kosten heeft', 'soorten kosten hebben')} nog niet in elk jaar een taakveld. `}
          {coded.length > 0 && (unverified.length === 0 ? 'Alles is geverifieerd.' : `${unverified.length} van ${coded.length} niet geverifieerd.`)} {!readOnly && 'Plakken uit Excel kan; een eigen tekst ook.'}
        </p>
        {!readOnly && unverified.length > 0 && <Button icon="check" onPress={() => setVerifying(unverified)}>Verifiëren…</Button>}
      </div>
      <DataGrid
        holds="aannames"
        label="Taakvelden per begrotingsjaar"
        name="taakvelden"
        columns={columns}
        rows={kinds}
        rowKey={(k) => k.key}
        {...(!readOnly && { onEdit })}
        empty={<p className="muted">Nog geen producten en geen inzet. Lees producten in bij stap 1 of geef een scenario inzet; dan staan zij hier.</p>}
      />
      {verifying && (
        <Verify
          kinds={verifying}
          onClose={() => setVerifying(undefined)}
          onDone={(bron, datum) => wijzig(withSources(project, verifying.map((k) => k.key), { bron, datum, status: 'vastgesteld' }), `Taakveld geverifieerd: ${verifying.length === 1 ? verifying[0]!.naam : count(verifying.length, 'soort kosten', 'soorten kosten')}`)}
          onRevoke={() => wijzig(withSources(project, verifying.map((k) => k.key), undefined), `Taakveld niet geverifieerd: ${verifying[0]?.naam ?? ''}`)}
        />
      )}
    </div>
  );
}

function markOf(k: Kind, year: number, series: string | undefined): CellMark | undefined {
  if (k.differs) return { kind: 'fault', text: 'Regels met deze omschrijving hebben verschillende taakvelden; een keuze hier geldt voor allemaal' };
  const code = taakveldIn(k.taakveld, year);
  if (code === undefined) return { kind: 'fault', text: 'Deze kosten staan in de begroting onder “geen taakveld” tot er een is gekozen' };
  const own = reeksMet(code);
  return own && own.id !== series ? { kind: 'fault', text: `${code} hoort bij ${own.naam}; in ${year} geldt een andere reeks` } : undefined;
}

/** A code of the series of that year, or a text of one's own: those that are in use stand in the list too. */
function codeCell(year: number, series: readonly { code: string; naam: string }[], kinds: readonly Kind[]): CellEditor<Kind> {
  const known = series.map((t) => ({ value: t.code, label: `${t.code} ${t.naam}` }));
  const others = [...new Set(kinds.flatMap((k) => taakveldIn(k.taakveld, year) ?? []))].filter((code) => !known.some((o) => o.value === code)).map((code) => ({ value: code, label: taakveldnaam(code) }));
  return {
    start: (k) => taakveldIn(k.taakveld, year) ?? '',
    options: [{ value: '', label: TO_CHOOSE }, ...known, ...others],
    read: (text) => {
      const t = text.trim();
      if (t === '' || t === TO_CHOOSE) return { ok: true, value: undefined };
      if (t.length > LONGEST) return { ok: false, why: `Hoogstens ${LONGEST} tekens.` };
      return { ok: true, value: known.find((o) => o.label === t)?.value ?? t };
    },
  };
}

function Verify({ kinds, onClose, onDone, onRevoke }: { kinds: readonly Kind[]; onClose: () => void; onDone: (bron: string, datum: string) => void; onRevoke: () => void }) {
  const [only] = kinds;
  const verified = kinds.length === 1 && isVerified(only?.source);
  const [bron, setBron] = useState(verified ? (only?.source?.bron ?? '') : '');
  const [datum, setDatum] = useState(verified ? only?.source?.datum : undefined);
  const missing = [...(bron.trim() === '' ? ['bron'] : []), ...(datum === undefined ? ['datum'] : [])];
  const done = (): void => {
    if (missing.length > 0 || datum === undefined) return;
    onDone(bron.trim(), datum);
    onClose();
  };
  return (
    <Dialog
      title={kinds.length === 1 ? `Taakveld van ${only!.naam}` : `${count(kinds.length, 'soort kosten', 'soorten kosten')} verifiëren`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <span className="note">{missing.length > 0 ? `Nog nodig: ${missing.join(', ')}.` : ''}</span>
          {verified && <Button kind="quiet" onPress={() => { onRevoke(); onClose(); }}>Niet geverifieerd</Button>}
          <Button onPress={onClose}>Annuleren</Button>
          <Button kind="primary" isDisabled={missing.length > 0} onPress={done}>Geverifieerd</Button>
        </>
      }
    >
      <form className="form" onSubmit={(event) => { event.preventDefault(); done(); }}>
        {kinds.length > 1 && <Notice level="info">Geldt voor alle soorten kosten die nu niet geverifieerd zijn, met hun code in elk jaar. Een code die daarna wijzigt is opnieuw niet geverifieerd.</Notice>}
        <TextField label="Waarin nagezocht" value={bron} onChange={setBron} placeholder="bijvoorbeeld Iv3-informatievoorschrift 2027" autoFocus />
        <DateField label="Datum van de bron" value={datum} onChange={setDatum} optional placeholder="bijvoorbeeld 1-10-2026" />
      </form>
    </Dialog>
  );
}
