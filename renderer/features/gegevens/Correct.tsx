/** One refused row, corrected in the program: its values with what is wrong beside each, read again by the same checks as its file, kept as a repair of its delivery. */
import { useEffect, useId, useState } from 'react';
import type { Geweigerd, Herstelveld, Importstand } from '../../../models/contract/import.ts';
import { NIET_BEWAARD, opschriftVan } from '../../../models/invoer/herstel.ts';
import type { Importmelding } from '../../../models/invoer/types.ts';
import { houdtTegen } from '../../../models/invoer/vragen.ts';
import { roep } from '../../client/client.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Loading, Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { TextField } from '../../components/TextField.tsx';
import { tell } from '../../components/Toast.tsx';
import { formatEuro } from '../../format/amount.ts';
import { count } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { flush, take } from '../../stand/store.ts';
import { sentence } from './reason.ts';

interface Found { faults: Importmelding[]; warnings: Importmelding[]; questions: string[] }

/** What reading the row again found. Columns that are left out were so the first time too. */
function foundIn(state: Importstand): Found {
  const all = [...state.bladen.flatMap((b) => b.rapport?.meldingen ?? []), ...state.nietGelezen.flatMap((r) => r.meldingen)];
  return {
    faults: all.filter((m) => m.niveau === 'fout' && m.code !== 'I50'),
    warnings: all.filter((m) => m.niveau === 'waarschuwing' && m.code !== 'I47'),
    questions: state.vragen.filter(houdtTegen).map((v) => v.zin),
  };
}

export function Correct({ row, onClose }: { row: Geweigerd; onClose: () => void }) {
  const { progress, run } = useTask();
  const [fields, setFields] = useState<Herstelveld[]>();
  const [values, setValues] = useState<Record<string, string>>({});
  const [found, setFound] = useState<Found>({ faults: row.meldingen.filter((m) => m.niveau === 'fout'), warnings: [], questions: [] });
  const [ready, setReady] = useState<Importstand>();
  const [fault, setFault] = useState<string>();
  const original = (kop: string): string => String(row.waarden[kop] ?? '');

  useEffect(() => {
    let current = true;
    roep('geweigerd.lees', { levering: row.levering, id: row.id }).then(({ velden }) => {
      if (!current) return;
      setFields(velden);
      setValues(Object.fromEntries(velden.map(({ kop }) => [kop, String(row.waarden[kop] ?? '')])));
    }, (f: unknown) => current && setFault(f instanceof Error ? f.message : String(f)));
    return () => {
      current = false;
    };
  }, [row]);

  const set = (kop: string, value: string): void => {
    setReady(undefined);
    setValues({ ...values, [kop]: value });
  };
  const keep = async (state: Importstand): Promise<void> => {
    const done = await run('import.uitvoeren', { import: state.import }, 'Herstellen…');
    if (!done) return;
    take(done);
    const herstel = state.bladen[0]?.rapport?.herstel;
    tell(`Rij ${row.rij} van ${row.bestand} is hersteld${herstel && herstel.bedrag !== 0 ? ` (${formatEuro(herstel.bedrag, 2)})` : ''}${herstel && herstel.samen.geweigerd > 0 ? `; nog ${count(herstel.samen.geweigerd, 'rij', 'rijen')} geweigerd` : ''}.`);
    onClose();
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFault(undefined);
    try {
      await work();
    } catch (f) {
      setReady(undefined);
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  const check = (): Promise<void> => attempt(async () => {
    await flush();
    const waarden = Object.entries(values).filter(([kop, value]) => value !== original(kop)).map(([kop, value]) => ({ kop, waarde: value.trim() }));
    const state = await run('geweigerd.verbeter', { levering: row.levering, rijen: [{ id: row.id, waarden }] }, 'Controleren…');
    if (!state) return;
    const next = foundIn(state);
    setFound(next);
    if (!state.kanUitvoeren) return;
    // What stands out is shown before it is kept.
    if (next.warnings.length > 0) setReady(state);
    else await keep(state);
  });

  const loose = found.faults.filter((m) => !fields?.some((f) => f.kop === m.kolom));
  // Where to begin: the first value that is wrong.
  const first = fields?.find((f) => row.meldingen.some((m) => m.kolom === f.kop))?.kop;
  return (
    <Dialog
      title="Geweigerde rij verbeteren"
      isOpen
      onClose={onClose}
      side
      actions={fields && (
        <>
          <Button onPress={onClose}>Annuleren</Button>
          {ready ? <Button kind="primary" isDisabled={progress !== undefined} onPress={() => void attempt(() => keep(ready))}>Toch herstellen</Button>
            : <Button kind="primary" isDisabled={progress !== undefined} onPress={() => void check()}>Controleren en herstellen</Button>}
        </>
      )}
    >
      <form className="form" onSubmit={(event) => { event.preventDefault(); void check(); }}>
        <p className="note">Rij {row.rij} van {row.bestand}{row.blad && `, blad ${row.blad}`}. De rij wordt gelezen en gecontroleerd als het bestand zelf, en komt bij dezelfde levering.</p>
        {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
        {loose.length + found.questions.length > 0 && <div role="status">{loose.map((m) => <Notice key={m.code + m.tekst} level="fault">{sentence(m, { withColumn: true })} <span className="note">{m.code}</span></Notice>)}{found.questions.map((q) => <Notice key={q}>{q}</Notice>)}</div>}
        {found.warnings.length > 0 && <div role="status">{found.warnings.map((m) => <Notice key={m.code + m.tekst}>{sentence(m, { withColumn: true })} <span className="note">{m.code}</span></Notice>)}</div>}
        {!fields && fault === undefined && <Loading what="Rij lezen…" />}
        {fields?.map((f) => (
          <Value key={f.kop} field={f} value={values[f.kop] ?? ''} faults={found.faults.filter((m) => m.kolom === f.kop)} isKept={f.type === 'jeugdige' && original(f.kop) !== '' && values[f.kop] === original(f.kop)} isFirst={f.kop === first} onChange={(v) => set(f.kop, v)} />
        ))}
        {progress && <TaskProgress progress={progress} />}
      </form>
    </Dialog>
  );
}

function Value({ field: { kop, titel, veld, verplicht, keuzes }, value, faults, isKept, isFirst, onChange }: { field: Herstelveld; value: string; faults: readonly Importmelding[]; isKept: boolean; isFirst: boolean; onChange: (value: string) => void }) {
  const { project } = useOpen();
  const list = useId();
  const proposals = veld === 'gemeente' || veld === 'gemeentenaam' ? project.gemeenten.map((g) => g.naam) : veld === 'school' || veld === 'schoolnaam' ? project.scholen.map((s) => s.naam) : veld === 'product' ? project.producten.map((p) => p.code) : veld === 'productnaam' ? project.producten.map((p) => p.naam) : keuzes;
  const meaning = kop.toLowerCase() === titel.toLowerCase() ? '' : titel;
  const note = isKept ? 'Een pseudoniem: het nummer zelf is niet bewaard. Laat het staan, dan blijft dit dezelfde jeugdige.'
    : value.includes(NIET_BEWAARD) ? 'Niet bewaard, omdat het naar een persoon kon wijzen. Vul in wat er hoort, of maak het leeg.'
      : [meaning, verplicht ? 'verplicht' : ''].filter((t) => t !== '').join(', ');
  return (
    <>
      <TextField label={isKept ? opschriftVan(kop) : kop} value={value} onChange={onChange} autoFocus={isFirst} {...(note !== '' && { note })} {...(faults.length > 0 && { fault: faults.map((m) => sentence(m)).join(' ') })} {...(proposals.length > 0 && { list })} />
      {proposals.length > 0 && <datalist id={list}>{proposals.map((p) => <option key={p} value={p}>{p}</option>)}</datalist>}
    </>
  );
}
