/**
 * Reading files in: what was recognised, what is asked, what will come in and what will not. Every answer reads the files again, so that what is shown is
 * what will be stored.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bestandsgreep } from '../../../../models/contract/bestand.ts';
import type { BewaardProfiel, Importstand } from '../../../../models/contract/import.ts';
import type { Profiel } from '../../../../models/invoer/types.ts';
import { go } from '../../../app/route.ts';
import { Dienstfout, roep } from '../../../client/client.ts';
import { useTask } from '../../../client/task.ts';
import { Button } from '../../../components/Button.tsx';
import { Checkbox } from '../../../components/Checkbox.tsx';
import { FileDrop } from '../../../components/FileDrop.tsx';
import { EmptyState, Failure, Notice } from '../../../components/Notice.tsx';
import { TaskProgress } from '../../../components/Progress.tsx';
import { TextField } from '../../../components/TextField.tsx';
import { tell, tellFault } from '../../../components/Toast.tsx';
import { formatEuro } from '../../../format/amount.ts';
import { count, formatNumber } from '../../../format/number.ts';
import { flush, take } from '../../../stand/store.ts';
import { Differences } from './Differences.tsx';
import { Answers } from './Answers.tsx';
import { Questions } from './Questions.tsx';
import { Repairs } from './Repairs.tsx';
import { SheetList, sheetKey } from './SheetList.tsx';
import { SheetView, type Sheet } from './SheetView.tsx';
import { ExchangeFiles, Profiles } from './Extras.tsx';
import './Wizard.css';

interface WizardProps { files: Bestandsgreep[] | undefined; onChoose: () => void; onDrop: (files: File[]) => void; onDone: () => void }

export default function Wizard({ files, onChoose, onDrop, onDone }: WizardProps) {
  const { progress, run } = useTask();
  const [state, setState] = useState<Importstand>();
  const [fault, setFault] = useState<string>();
  const [shown, setShown] = useState<string>();
  const [keep, setKeep] = useState(false);
  const [profileName, setProfileName] = useState('');
  const [profiles, setProfiles] = useState<BewaardProfiel[]>([]);
  const handle = useRef<string>(undefined);

  const show = useCallback((next: Importstand | undefined): void => {
    if (!next) return;
    handle.current = next.import;
    setState(next);
  }, []);
  const attempt = useCallback(async (work: () => Promise<Importstand | undefined>): Promise<void> => {
    setFault(undefined);
    try {
      show(await work());
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  }, [show]);

  useEffect(() => {
    if (!files) return;
    void attempt(async () => {
      await flush();
      // Before the files: what is asked of the project during an import ends it.
      setProfiles(await roep('import.profielen', {}));
      return run('import.inlezen', { bestanden: files.map((f) => f.greep) }, 'Bestanden herkennen…');
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for these files
  }, []);
  // Whoever leaves without loading leaves nothing behind.
  useEffect(
    () => () => {
      // What is asked of the project elsewhere ends an import too; then there is nothing left to give up.
      if (handle.current !== undefined) roep('import.annuleer', { import: handle.current }).catch((f: unknown) => !(f instanceof Dienstfout && f.code === 'nietGevonden') && tellFault(f));
    },
    [],
  );

  const revise = (profiel: Profiel, wachtwoorden: { bestand: string; wachtwoord: string }[] = []): void => {
    if (state) void attempt(() => run('import.herzie', { import: state.import, profiel, wachtwoorden }, 'Opnieuw lezen…'));
  };
  const load = async (): Promise<void> => {
    if (!state) return;
    setFault(undefined);
    try {
      const done = await run('import.uitvoeren', { import: state.import, ...(keep && profileName.trim() !== '' && { bewaarProfiel: profileName.trim() }) }, 'Inlezen…');
      if (!done) return;
      handle.current = undefined;
      take(done);
      tell(`${state.bladen.every((b) => b.plan.herstel) ? 'Hersteld' : 'Ingelezen'}: ${count(accepted(state), 'rij', 'rijen')} uit ${count(done.leveringen.length, 'levering', 'leveringen')}.`);
      onDone();
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  const leave = (): void => onDone();

  if (!files) {
    return (
      <FileDrop label="Bestanden hier loslaten" onDrop={onDrop}>
        <EmptyState title="Bestanden inlezen" actions={<><Button kind="primary" icon="upload" onPress={onChoose}>Bestanden kiezen…</Button><Button onPress={() => go('gegevens')}>Terug naar Gegevens</Button></>}>
          <p>Kies of sleep Excel-, CSV- of iJw-bestanden; ook meer tegelijk. Bestanden die op BSN of cliëntnummer bij elkaar horen (JW301 en koppeltabel) gaan samen.</p>
        </EmptyState>
      </FileDrop>
    );
  }
  if (fault !== undefined && !state) return <Failure title="De bestanden zijn niet te lezen" text={fault} retry={<><Button onPress={onChoose}>Andere bestanden kiezen…</Button><Button onPress={leave}>Terug</Button></>} />;
  if (!state) return <div className="screen"><h1>Bestanden inlezen</h1>{progress ? <TaskProgress progress={progress} /> : <p className="muted">Bestanden herkennen…</p>}</div>;

  const sheets = sheetsOf(state);
  const sheet = sheets.find((s) => sheetKey(s) === shown) ?? sheets[0];
  // Files that cannot be opened stand beside the list; where nothing else is there, they are what there is to say.
  const unreadable = state.bladen.length > 0 ? [] : state.nietGelezen.filter((r) => !sheets.some((s) => sheetKey(s) === sheetKey(r)));
  const unknown = sheets.filter((s) => s.unread?.overslaan === false && s.findings.some((m) => m.niveau === 'fout')).length;
  const repairs = state.bladen.flatMap((b) => (b.rapport?.herstel ? [b.rapport] : []));
  const refused = state.bladen.reduce((s, b) => s + (b.rapport?.geweigerd ?? 0), 0);
  const amount = state.bladen.reduce((s, b) => s + (b.rapport?.bedragGeaccepteerd ?? 0), 0);
  return (
    <div className="wizard">
      <header className="wizard-head">
        <h1>Bestanden inlezen</h1>
        <p className="muted">{count(files.length, 'bestand', 'bestanden')}, {count(state.bladen.length, 'tabel', 'tabellen')}</p>
      </header>
      <div className="wizard-body">
        <nav className="wizard-list" aria-label="Tabellen"><Profiles kept={profiles} onUse={revise} /><SheetList state={state} shown={sheet && sheetKey(sheet)} onShow={setShown} /></nav>
        <div className="wizard-main">
          {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
          {state.vragen.length > 0 && <Questions key={state.vragen.map((v) => v.profielpad.join('/')).join('|')} questions={state.vragen} names={state.namen} profiel={state.profiel} busy={progress !== undefined} onAnswer={revise} />}
          <Answers profiel={state.profiel} names={state.namen} busy={progress !== undefined} onChange={revise} />
          {state.uitwisselbestanden.length > 0 && <ExchangeFiles list={state.uitwisselbestanden} busy={progress !== undefined} onPassword={(bestand, wachtwoord) => revise(state.profiel, [{ bestand, wachtwoord }])} />}
          {unreadable.flatMap((r) => r.meldingen).map((m) => <Notice key={m.code + m.tekst} level={m.niveau === 'fout' ? 'fault' : 'warning'}>{m.tekst} <span className="note">{m.code}</span></Notice>)}
          {repairs.length > 0 && <Repairs list={repairs} />}
          {state.verschillen.length > 0 && <Differences list={state.verschillen} />}
          {sheet && <SheetView key={sheetKey(sheet)} sheet={sheet} profiel={state.profiel} onProfile={revise} />}
        </div>
      </div>
      <footer className="wizard-foot">
        {progress ? <TaskProgress progress={progress} /> : (
          <>
            <div className="wizard-sum" role="status">
              {state.vragen.length > 0 && !state.kanUitvoeren ? <Notice>{count(state.vragen.length, 'vraag', 'vragen')} te beantwoorden voordat er iets wordt ingelezen.</Notice>
                : state.kanUitvoeren ? <p><b>{count(accepted(state), 'rij', 'rijen')}</b>{amount !== 0 && `, ${formatEuro(amount)}`} {refused > 0 ? `· ${formatNumber(refused)} geweigerd (blijven bewaard met hun reden)` : '· niets geweigerd'}{unknown > 0 && ` · ${formatNumber(unknown)} niet herkend`}</p>
                  : <Notice>{state.bladen.length > 0 ? 'Er is niets in te lezen: alle rijen zijn geweigerd of stonden er al.' : state.aanwijsbaar.some((a) => !a.overslaan) ? 'Er is geen tabel herkend. Kies wat de bestanden zijn.' : 'Er is niets in te lezen.'}</Notice>}
            </div>
            {state.kanUitvoeren && Object.keys(state.profiel.bronnen ?? {}).length + Object.keys(state.profiel.namen ?? {}).length > 0 && (
              <div className="wizard-profile">
                <Checkbox isSelected={keep} onChange={setKeep}>Antwoorden bewaren als</Checkbox>
                <TextField label="Naam van deze antwoorden" labelHidden value={profileName} onChange={(t) => { setProfileName(t); setKeep(t.trim() !== ''); }} placeholder="bijvoorbeeld Suites Borne" />
              </div>
            )}
            <Button onPress={leave}>Annuleren</Button>
            <Button kind="primary" isDisabled={!state.kanUitvoeren} onPress={() => void load()}>Inlezen</Button>
          </>
        )}
      </footer>
    </div>
  );
}

/** The tables, then what may still be said to be one. */
function sheetsOf({ bladen, aanwijsbaar, nietGelezen, bekend }: Importstand): Sheet[] {
  return [
    ...bladen.map((table): Sheet => ({ bestand: table.plan.bestand, blad: table.plan.blad, table, findings: [], known: bekend.some((b) => sheetKey(b) === sheetKey(table.plan)) })),
    ...aanwijsbaar.map((unread): Sheet => ({ bestand: unread.bestand, blad: unread.blad, unread, findings: nietGelezen.find((r) => sheetKey(r) === sheetKey(unread))?.meldingen ?? [], known: false })),
  ];
}

const accepted = (state: Importstand): number => [...state.bladen.map((b) => b.rapport), ...state.uitwisselbestanden].reduce((s, r) => s + (r?.geaccepteerd ?? 0), 0);
