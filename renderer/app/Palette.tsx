/** Search and commands in one box (Ctrl+K): steps, scenario's, scholen, gemeenten, and what can be done. */
import { useState } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Input, Label, SearchField } from 'react-aria-components/SearchField';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Icon, type IconName } from '../components/Icon.tsx';
import { useOpen } from '../stand/hooks.ts';
import { choose } from './chosen.ts';
import { doCommand } from './commands.ts';
import { MenuBus, useCommand } from './menu-bus.ts';
import { go, STEPS } from './route.ts';
import { STEP_NAMES } from './steps.ts';
import './Palette.css';

interface Entry { id: string; label: string; kind: string; icon: IconName; run: () => void }

function useEntries(): Entry[] {
  const { project, stand } = useOpen();
  const edits: Entry[] = stand.alleenLezen ? [] : [{ id: 'inlezen', label: 'Bestanden inlezen', kind: 'opdracht', icon: 'upload', run: () => go('gegevens', 'inlezen') }];
  if (edits.length > 0 && stand.ongedaan) edits.push({ id: 'ongedaan', label: `Ongedaan maken: ${stand.ongedaan}`, kind: 'opdracht', icon: 'undo', run: () => doCommand('ongedaan') });
  if (edits.length > 0 && stand.opnieuw) edits.push({ id: 'opnieuw', label: `Opnieuw uitvoeren: ${stand.opnieuw}`, kind: 'opdracht', icon: 'redo', run: () => doCommand('opnieuw') });
  const fixed: Entry[] = [
    ...STEPS.map((step, i): Entry => ({ id: `stap ${step}`, label: STEP_NAMES[step], kind: `stap ${i + 1}`, icon: 'right', run: () => go(step) })),
    ...[['geweigerd', 'Geweigerde rijen'], ['gemeenten', 'Gemeenten'], ['scholen', 'Scholen'], ['leerlingen', 'Leerlingen'], ['producten', 'Producten'], ['bestaand', 'Bestaande arrangementen'], ['dragers', 'Dragers'], ['taakvelden', 'Taakvelden per begrotingsjaar']].map(([part, label]): Entry => ({ id: `gegevens ${part}`, label: label!, kind: 'gegevens', icon: 'table', run: () => go('gegevens', part!) })),
    { id: 'locaties', label: 'Locaties', kind: 'nulmeting', icon: 'right', run: () => go('nulmeting', 'locaties') },
    { id: 'uitstroom', label: 'Uitstroom', kind: 'nulmeting', icon: 'right', run: () => go('nulmeting', 'uitstroom') },
    { id: 'uitgangspunten', label: 'Uitgangspunten', kind: 'scenario’s', icon: 'right', run: () => go('scenarios', 'uitgangspunten') },
    { id: 'presentatie', label: 'Presenteren', kind: 'vergelijken', icon: 'present', run: () => go('vergelijken', 'presentatie') },
    { id: 'logboek', label: 'Logboek', kind: 'scherm', icon: 'clock', run: () => go('logboek') },
    ...edits,
    { id: 'handleiding', label: 'Toetsen', kind: 'opdracht', icon: 'info', run: () => MenuBus.send('handleiding') },
    { id: 'afdrukken', label: 'Scherm afdrukken', kind: 'opdracht', icon: 'print', run: () => print() },
    { id: 'rondleiding', label: 'Rondleiding', kind: 'opdracht', icon: 'help', run: () => MenuBus.send('rondleiding') },
    { id: 'sluiten', label: 'Project sluiten', kind: 'opdracht', icon: 'close', run: () => MenuBus.send('sluiten') },
  ];
  return [
    ...fixed,
    ...project.scenarios.map((s): Entry => ({
      id: `scenario ${s.id}`, label: s.naam ?? s.id, kind: 'scenario', icon: 'chart', run: () => {
        choose(s.id);
        go('scenarios', s.id);
      },
    })),
    ...project.scholen.map((s): Entry => ({ id: `school ${s.id}`, label: s.naam, kind: 'school', icon: 'file', run: () => go('nulmeting', 'locaties', s.id) })),
    ...project.gemeenten.map((g): Entry => ({ id: `gemeente ${g.code}`, label: `${g.naam} (${g.code})`, kind: 'gemeente', icon: 'people', run: () => go('vergelijken', 'gemeenten', g.code) })),
  ];
}

export function Palette() {
  const [isOpen, setOpen] = useState(false);
  useCommand({ zoeken: () => setOpen(true) });
  return (
    <ModalOverlay className="overlay palette-overlay" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Zoeken en opdrachten">
          <PaletteList onDone={() => setOpen(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What begins with the words typed comes first, then what has a word that does. */
function ranked(entries: readonly Entry[], input: string, startsWith: (text: string, start: string) => boolean): Entry[] {
  const typed = input.trim();
  const rank = ({ label }: Entry): number => (startsWith(label, typed) ? 0 : label.split(/\s+/).some((word) => startsWith(word, typed)) ? 1 : 2);
  return typed === '' ? [...entries] : entries.toSorted((a, b) => rank(a) - rank(b));
}

function PaletteList({ onDone }: { onDone: () => void }) {
  const { contains, startsWith } = useFilter({ sensitivity: 'base' });
  const [input, setInput] = useState('');
  const entries = ranked(useEntries(), input, startsWith);
  return (
    <Autocomplete inputValue={input} onInputChange={setInput} filter={(text, input) => input.trim().split(/\s+/).every((word) => contains(text, word))}>
      <SearchField className="palette-search" autoFocus>
        <Label className="visually-hidden">Zoek een scherm, scenario, school, gemeente of opdracht</Label>
        <Icon name="search" tone="muted" />
        <Input className="palette-input" placeholder="Zoek een scherm, scenario, school, gemeente of opdracht" />
      </SearchField>
      <Menu
        className="menu palette-menu"
        aria-label="Gevonden"
        items={entries}
        renderEmptyState={() => <p className="muted palette-none">Niets gevonden. Zoek op een deel van een naam.</p>}
        onAction={(key) => {
          onDone();
          entries.find((e) => e.id === key)?.run();
        }}
      >
        {(e) => (
          <MenuItem className="menu-item" textValue={`${e.label} ${e.kind}`}>
            <Icon name={e.icon} tone="muted" />
            <span className="menu-label">{e.label}</span>
            <span className="note">{e.kind}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
