/** Sharing without rows, and erasing rows: what a gemeente gives instead of its rows, and how rows about persons go for good. */
import { useState } from 'react';
import type { Uitwisselbestand } from '../../../models/contract/uitwisselbestand.ts';
import { isRestgroep } from '../../../models/project/standaard.ts';
import { bewaar } from '../../client/client.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { Segments, Select } from '../../components/Select.tsx';
import { TextField } from '../../components/TextField.tsx';
import { tell } from '../../components/Toast.tsx';
import { count } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { flush, take } from '../../stand/store.ts';

export function Sharing() {
  const { stand } = useOpen();
  const [asking, setAsking] = useState<'share' | 'erase'>();
  const rows = stand.aantallen.indicaties + stand.aantallen.declaraties;
  if (rows === 0) return null;
  return (
    <>
      <Menu
        label="Delen en wissen"
        actions={[
          { id: 'delen', label: 'Uitwisselbestand maken…', icon: 'download', onAction: () => setAsking('share') },
          { id: 'wissen', label: 'Rijen wissen…', icon: 'remove', danger: true, separated: true, isDisabled: stand.alleenLezen, onAction: () => setAsking('erase') },
        ]}
      >
        <Button icon="more">Delen en wissen</Button>
      </Menu>
      {asking === 'share' && <ShareDialog onClose={() => setAsking(undefined)} />}
      {asking === 'erase' && <EraseDialog onClose={() => setAsking(undefined)} />}
    </>
  );
}

function ShareDialog({ onClose }: { onClose: () => void }) {
  const { project } = useOpen();
  const { progress, run } = useTask();
  const [gemeente, setGemeente] = useState<string>();
  const [grondslag, setGrondslag] = useState('');
  const [how, setHow] = useState<'wachtwoord' | 'open'>('wachtwoord');
  const [wachtwoord, setWachtwoord] = useState('');
  const [made, setMade] = useState<Uitwisselbestand>();
  const [fault, setFault] = useState<string>();
  const missing = [!gemeente && 'de gemeente', grondslag.trim() === '' && 'de grondslag', how === 'wachtwoord' && wachtwoord === '' && 'een wachtwoord'].filter((x): x is string => typeof x === 'string');
  const make = async (): Promise<void> => {
    if (!gemeente) return;
    setFault(undefined);
    try {
      await flush();
      const result = await run('uitwisselbestand.maak', { gemeente, grondslag: grondslag.trim(), beveiliging: how === 'open' ? { soort: 'open' } : { soort: 'wachtwoord', wachtwoord } }, 'Rijen optellen…');
      if (!result) return;
      setMade(result);
      const naam = await bewaar(result.bestand);
      if (naam !== undefined) tell(`Opgeslagen als ${naam}.`);
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  return (
    <Dialog
      title="Uitwisselbestand maken"
      isOpen
      onClose={onClose}
      actions={
        <>
          <span className="note">{missing.length > 0 ? `Nog nodig: ${missing.join(', ')}.` : ''}</span>
          <Button onPress={onClose}>{made ? 'Sluiten' : 'Annuleren'}</Button>
          <Button kind="primary" isDisabled={missing.length > 0 || progress !== undefined} onPress={() => void make()}>Uitwisselbestand bewaren…</Button>
        </>
      }
    >
      <div className="form">
        <p>In plaats van haar rijen geeft een gemeente opgetelde bedragen per school en product, de uitstroom en aantallen. Wie het inleest krijgt dezelfde uitkomsten, tot op de cent.</p>
        <Notice>Het bestand bevat nog kleine aantallen. Het is uitwisseling tussen genoemde partijen, geen publicatie.</Notice>
        <Select label="Gemeente" value={gemeente} options={project.gemeenten.filter((g) => !isRestgroep(g.code)).map((g) => ({ value: g.code, label: g.naam }))} onChange={setGemeente} />
        <TextField label="Wettelijke grondslag" value={grondslag} onChange={setGrondslag} lines={2} note="Komt in het bestand te staan." />
        <Segments label="Beveiliging" value={how} options={[{ value: 'wachtwoord', label: 'Met wachtwoord' }, { value: 'open', label: 'Zonder' }]} onChange={setHow} />
        {how === 'wachtwoord' && <TextField label="Wachtwoord" value={wachtwoord} onChange={setWachtwoord} note="Geef het langs een andere weg dan het bestand. Zonder wachtwoord is het bestand niet te openen." />}
        {how === 'open' && <Notice>Zonder wachtwoord kan iedereen die het bestand krijgt het lezen.</Notice>}
        {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
        {progress && <TaskProgress progress={progress} />}
        {made && <Notice level="good">{made.bestand.naam}: {count(made.rijen.indicaties + made.rijen.declaraties, 'rij', 'rijen')} opgeteld{made.waarschuwingen.length > 0 && `, ${count(made.waarschuwingen.length, 'waarschuwing', 'waarschuwingen')}`}.</Notice>}
      </div>
    </Dialog>
  );
}

function EraseDialog({ onClose }: { onClose: () => void }) {
  const { stand, project } = useOpen();
  const { progress, run } = useTask();
  const [welke, setWelke] = useState<'vervangen' | 'alles'>('vervangen');
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string>();
  const erase = async (): Promise<void> => {
    setFault(undefined);
    try {
      await flush();
      const done = await run('rijen.wis', { welke }, 'Rijen wissen…');
      if (!done) return;
      take(done);
      onClose();
      tell(done.gemeenten.length > 0 ? `Gewist. Opgeteld bewaard van ${done.gemeenten.map((c) => project.gemeenten.find((g) => g.code === c)?.naam ?? c).join(', ')}.` : 'Gewist.');
    } catch (f) {
      setFault(f instanceof Error ? f.message : String(f));
    }
  };
  const rows = stand.aantallen.indicaties + stand.aantallen.declaraties;
  return (
    <Dialog
      title="Rijen wissen"
      isOpen
      onClose={onClose}
      isAlert
      actions={<><Button onPress={onClose}>Annuleren</Button><Button kind="danger" isDisabled={typed.trim().toLowerCase() !== 'wissen' || progress !== undefined} onPress={() => void erase()}>Voorgoed wissen</Button></>}
    >
      <div className="form">
        <Segments label="Welke rijen" value={welke} options={[{ value: 'vervangen', label: 'Van vervangen leveringen' }, { value: 'alles', label: 'Alle rijen' }]} onChange={setWelke} />
        {welke === 'alles' ? <p>Alle {count(rows, 'rij', 'rijen')} over jeugdigen verdwijnen, ook uit logboek en reservekopieën. Per gemeente blijven opgetelde bedragen over, zodat de uitkomsten gelijk blijven; de rijen achter een getal zijn dan niet meer te zien.</p>
          : <p>Rijen van leveringen die vervangen of ongedaan gemaakt zijn verdwijnen, ook uit logboek en reservekopieën. Wat nu telt blijft.</p>}
        <Notice>Dit kan niet ongedaan worden gemaakt.</Notice>
        <TextField label="Typ wissen om te bevestigen" value={typed} onChange={setTyped} autoFocus />
        {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
        {progress && <TaskProgress progress={progress} />}
      </div>
    </Dialog>
  );
}

