/** What can be asked of the program from anywhere: by key, by the native menu, by the palette. */
import type { Menuopdracht } from '../../models/contract/gebeurtenis.ts';
import { MenuBus } from './menu-bus.ts';
import { go, STEPS } from './route.ts';
import { getOpen, ongedaan, opnieuw } from '../stand/store.ts';

/** Does what the menu says; what belongs to one screen or dialog is passed on to it. */
export function doCommand(command: Menuopdracht): void {
  const open = getOpen() !== undefined;
  switch (command) {
    case 'ongedaan': return open ? void ongedaan() : undefined;
    case 'opnieuw': return open ? void opnieuw() : undefined;
    case 'stap1': case 'stap2': case 'stap3': case 'stap4': case 'stap5': {
      const step = STEPS[Number(command.slice(4)) - 1];
      return open && step ? go(step) : undefined;
    }
    case 'logboek': return open ? go('logboek') : undefined;
    case 'inlezen': return open ? go('gegevens', 'inlezen') : undefined;
    case 'presentatie': return open ? go('vergelijken', 'presentatie') : undefined;
    case 'afdrukken': return print();
    case 'pdf': return open ? go('voorstel', 'maken') : undefined;
    default: MenuBus.send(command);
  }
}

/** The text field in which something was typed since it got the focus: there Ctrl+Z is about that text. */
let typedIn: EventTarget | undefined;

/** Starts listening to the keys that work everywhere. Gives the function that stops it. */
export function listenToKeys(): () => void {
  const onInput = (event: Event): void => {
    typedIn = event.target ?? undefined;
  };
  const onFocus = (): void => {
    typedIn = undefined;
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.defaultPrevented) return;
    const command = commandOf(event);
    if (!command || ((command === 'ongedaan' || command === 'opnieuw') && typedIn === event.target)) return;
    event.preventDefault();
    doCommand(command);
  };
  addEventListener('input', onInput, true);
  addEventListener('focusin', onFocus, true);
  addEventListener('keydown', onKey);
  return () => {
    removeEventListener('input', onInput, true);
    removeEventListener('focusin', onFocus, true);
    removeEventListener('keydown', onKey);
  };
}

function commandOf(event: KeyboardEvent): Menuopdracht | undefined {
  const key = event.key.toLowerCase();
  if (key === 'f1') return 'handleiding';
  if (!(event.ctrlKey || event.metaKey)) return undefined;
  if (key === 'z') return event.shiftKey ? 'opnieuw' : 'ongedaan';
  if (event.shiftKey) return undefined;
  if (key === 'y') return 'opnieuw';
  if (key === 'k') return 'zoeken';
  if (key === 'o') return 'openen';
  if (/^[1-5]$/.test(key)) return `stap${key}` as Menuopdracht;
  return undefined;
}
