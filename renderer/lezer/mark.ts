/**
 * The mark of what is on the screen. Everything is `intern`, but a presentation for another reader. Text that is selected and copied, dragged out, or printed
 * takes the mark along: which it is follows from what is shown, so there is nothing to ask.
 */
import { useSyncExternalStore } from 'react';
import { tell } from '../components/Toast.tsx';
import { getOpen } from '../stand/store.ts';
import { INTERN, markering } from './lezers.ts';
import { withMark } from './line.ts';

let shown: string | undefined;
const listeners = new Set<() => void>();

/** What a presentation shows carries this mark until the function that is given is called. */
export function showFor(opschrift: string): () => void {
  shown = opschrift;
  for (const listener of listeners) listener();
  return () => {
    shown = undefined;
    for (const listener of listeners) listener();
  };
}

/** Undefined while no project is open: then there is nothing to protect. */
export function screenMark(): string | undefined {
  const open = getOpen();
  return open && markering(shown ?? INTERN, open.stand.voorbeeld);
}
export const useScreenMark = (): string | undefined => useSyncExternalStore((listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
}, screenMark);

const isField = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null;

/** Puts the mark under selected text that leaves the page. Gives the function that stops it. */
export function guardSelection(): () => void {
  const mark = (data: DataTransfer | null): boolean => {
    const text = String(getSelection() ?? '');
    const line = screenMark();
    if (!data || text === '' || line === undefined) return false;
    data.clearData();
    data.setData('text/plain', withMark(text, line));
    return true;
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || isField(event.target) || !mark(event.clipboardData)) return;
    event.preventDefault();
    tell(`Gekopieerd met de regel: ${screenMark() ?? ''}.`);
  };
  const onDrag = (event: DragEvent): void => {
    if (!isField(event.target)) mark(event.dataTransfer);
  };
  // A browser would offer to keep or copy the bare picture.
  const onMenu = (event: MouseEvent): void => {
    if (event.target instanceof HTMLCanvasElement) event.preventDefault();
  };
  addEventListener('copy', onCopy);
  addEventListener('dragstart', onDrag);
  addEventListener('contextmenu', onMenu);
  return () => {
    removeEventListener('copy', onCopy);
    removeEventListener('dragstart', onDrag);
    removeEventListener('contextmenu', onMenu);
  };
}
