/** Project, scenario, undo and redo, search, and how figures and page look. */
import { memo, useState } from 'react';
import type { Menuopdracht } from '../../models/contract/gebeurtenis.ts';
import { bewaar, roep } from '../client/client.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { Confirm, Dialog } from '../components/Dialog.tsx';
import { Menu } from '../components/Menu.tsx';
import { Notice } from '../components/Notice.tsx';
import { Segments, Select } from '../components/Select.tsx';
import { tell, tellFault } from '../components/Toast.tsx';
import { TextField } from '../components/TextField.tsx';
import { useOpen } from '../stand/hooks.ts';
import { change, flush, ongedaan, opnieuw, sluit, wijzig } from '../stand/store.ts';
import { BackupsDialog } from './Backups.tsx';
import { choose, useChosen } from './chosen.ts';
import { MenuBus, useCommand } from './menu-bus.ts';
import { getRoute, go } from './route.ts';
import { useTheme, type Theme } from './theme.ts';
import { useUnit } from './unit.ts';

async function exporteer(als: 'projectbestand' | 'overdraagbaar'): Promise<void> {
  try {
    await flush();
    const naam = await bewaar(await roep('project.exporteer', { als }));
    if (naam !== undefined) tell(`Opgeslagen als ${naam}.`);
  } catch (fault) {
    tellFault(fault);
  }
}

const closeProject = (): void => void sluit().then(() => go('start')).catch(tellFault);

/** What Start does: with a project open, that is closed first. */
function afterClosing(): Partial<Record<Menuopdracht, () => void>> {
  const then = (command: Menuopdracht) => (): void => void sluit().then(() => {
    go('start');
    // Start has to be there before it can hear.
    setTimeout(() => MenuBus.send(command));
  }).catch(tellFault);
  return { nieuw: then('nieuw'), openen: then('openen'), openVoorbeeld: then('openVoorbeeld') };
}

export function TopBar() {
  const { stand, project, saving } = useOpen();
  const [unit, setUnit] = useUnit();
  const chosen = useChosen();
  const [asking, setAsking] = useState<Ask>();
  const readOnly = stand.alleenLezen;

  useCommand({ ...afterClosing(), sluiten: closeProject, opslaanAls: () => setAsking('kopie'), exporteren: () => setAsking('portable') });

  return (
    <header className="topbar">
      <ProjectMenu naam={project.naam} readOnly={readOnly} onAsk={setAsking} />
      {stand.voorbeeld && <span className="example-tag">VOORBEELD<span className="example-more"> – bedragen fictief</span></span>}
      {readOnly && <span className="example-tag">Alleen lezen</span>}
      {project.scenarios.length > 0 && (
        <div className="topbar-scenario">
          <Select
            label="Scenario"
            labelHidden
            value={chosen}
            options={project.scenarios.map((s) => ({ value: s.id, label: s.naam ?? s.id }))}
            onChange={(id) => {
              choose(id);
              if (getRoute().screen === 'scenarios') go('scenarios', id);
            }}
          />
        </div>
      )}
      <span className="topbar-space" />
      <output className="topbar-saving">{readOnly ? '' : saving ? 'Opslaan…' : 'Opgeslagen'}</output>
      <IconButton icon="undo" label={stand.ongedaan ? `Ongedaan: ${stand.ongedaan}` : 'Ongedaan maken'} keys="Ctrl+Z" isDisabled={readOnly || (!stand.ongedaan && !saving)} onPress={() => void ongedaan()} />
      <IconButton icon="redo" label={stand.opnieuw ? `Opnieuw: ${stand.opnieuw}` : 'Opnieuw uitvoeren'} keys="Ctrl+Y" isDisabled={readOnly || !stand.opnieuw} onPress={() => void opnieuw()} />
      <span className="topbar-line" />
      <Segments label="Bedragen in" labelHidden value={String(unit)} options={[{ value: '1', label: '€' }, { value: '1000', label: '× € 1.000' }]} onChange={(u) => setUnit(u === '1' ? 1 : 1000)} />
      <Button icon="search" kind="plain" onPress={() => MenuBus.send('zoeken')}>Zoeken <kbd>Ctrl+K</kbd></Button>
      <ViewMenu />

      {asking === 'backups' && <BackupsDialog onClose={() => setAsking(undefined)} />}
      <RenameDialog isOpen={asking === 'naam'} onClose={() => setAsking(undefined)} title="Naam van het project" action="Naam wijzigen" initial={project.naam} onDone={(naam) => wijzig([{ soort: 'naam', naam }], `Naam van het project: ${naam}`)} />
      <RenameDialog
        isOpen={asking === 'kopie'}
        onClose={() => setAsking(undefined)}
        title="Kopie opslaan"
        action="Kopie opslaan"
        initial={`${project.naam} (kopie)`}
        note="De kopie is een eigen projectbestand en is daarna geopend; dit project blijft zoals het is."
        onDone={(naam) => void change(async () => (await roep('project.opslaanAls', { naam })) ?? roep('project.stand', {})).then((answer) => answer && tell(`Geopend: ${answer.stand.bestand}.`))}
      />
      <Confirm title="Overdraagbaar project bewaren" isOpen={asking === 'portable'} onClose={() => setAsking(undefined)} action="JSON bewaren" onConfirm={() => void exporteer('overdraagbaar')}>
        <Notice>Het bestand bevat alle rijen over jeugdigen onder pseudoniem en is herleidbaar. Deel het alleen met wie dat op een wettelijke grondslag mag ontvangen.</Notice>
      </Confirm>
    </header>
  );
}

type Ask = 'naam' | 'kopie' | 'portable' | 'backups';

const ProjectMenu = memo(function ProjectMenu({ naam, readOnly, onAsk }: { naam: string; readOnly: boolean; onAsk: (what: Ask) => void }) {
  return (
    <Menu
      label="Project"
      actions={[
        { id: 'naam', label: 'Naam wijzigen…', icon: 'edit', isDisabled: readOnly, onAction: () => onAsk('naam') },
        { id: 'kopie', label: 'Kopie opslaan als…', icon: 'copy', onAction: () => onAsk('kopie') },
        { id: 'bestand', label: 'Projectbestand bewaren…', icon: 'download', separated: true, onAction: () => void exporteer('projectbestand') },
        { id: 'json', label: 'Overdraagbaar project (JSON)…', icon: 'download', onAction: () => onAsk('portable') },
        { id: 'reserve', label: 'Reservekopieën…', icon: 'clock', onAction: () => onAsk('backups') },
        { id: 'sluit', label: 'Project sluiten', icon: 'close', separated: true, onAction: closeProject },
      ]}
    >
      <Button kind="quiet" icon="folder"><span className="topbar-project">{naam}</span></Button>
    </Menu>
  );
});

/** How the page looks, and help. Depends on nothing of the project. */
const ViewMenu = memo(function ViewMenu() {
  const [unit, setUnit] = useUnit();
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      label="Weergave en hulp"
      actions={[
        ...(['systeem', 'licht', 'donker'] satisfies Theme[]).map((t) => ({ id: t, label: `Weergave: ${t === 'systeem' ? 'als het systeem' : t}`, icon: theme === t ? ('check' as const) : t === 'donker' ? ('moon' as const) : ('sun' as const), onAction: () => setTheme(t) })),
        { id: 'eenheid', label: unit === 1 ? 'Bedragen × € 1.000' : 'Bedragen in €', icon: 'table', separated: true, onAction: () => setUnit(unit === 1 ? 1000 : 1) },
        { id: 'druk', label: 'Scherm afdrukken…', icon: 'print', keys: 'Ctrl+P', onAction: () => print() },
        { id: 'tour', label: 'Rondleiding', icon: 'help', separated: true, onAction: () => MenuBus.send('rondleiding') },
        { id: 'toetsen', label: 'Toetsen', icon: 'info', onAction: () => MenuBus.send('handleiding') },
        { id: 'over', label: 'Over dit programma', onAction: () => MenuBus.send('over') },
      ]}
    >
      <IconButton icon="more" label="Weergave en hulp" />
    </Menu>
  );
});

function RenameDialog({ isOpen, onClose, title, action, initial, note, onDone }: { isOpen: boolean; onClose: () => void; title: string; action: string; initial: string; note?: string; onDone: (text: string) => void }) {
  const [text, setText] = useState<string>();
  const value = (text ?? initial).trim();
  const close = (): void => {
    setText(undefined);
    onClose();
  };
  const done = (): void => {
    if (value === '') return;
    close();
    onDone(value);
  };
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} actions={<><Button onPress={close}>Annuleren</Button><Button kind="primary" isDisabled={value === ''} onPress={done}>{action}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); done(); }}>
        <TextField label="Naam" value={text ?? initial} onChange={setText} note={note} autoFocus />
      </form>
    </Dialog>
  );
}
