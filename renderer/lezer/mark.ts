/**
 * The mark of what is on the screen. Everything is `intern`, but a presentation for another reader. Text that is selected and copied, dragged out, or printed
 * takes the mark along: which it is follows from what is shown, so there is nothing to ask.
 */
import { useSyncExternalStore } from 'react';
import { tell } from '../components/Toast.tsx';
import { getOpen } from '../stand/store.ts';
import { INTERN, markering } from './lezers.ts';

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

/** What a copy ends with: a blank line, so that it never reads as a row, and the mark. */
const END = '\r\n\r\n';
export const withMark = (text: string, ...lines: readonly string[]): string => `${text}${END}${lines.join('\r\n')}`;

const MARKS = [INTERN, 'klankbordgroep – ', 'openbaar – '];
/** What was copied here, without its mark: for pasting it back. */
export function withoutMark(text: string): string {
  const at = text.replaceAll('\r\n', '\n').lastIndexOf('\n\n');
  const plain = text.replaceAll('\r\n', '\n');
  const [line = ''] = plain.slice(at + 2).split('\n', 1);
  return at >= 0 && MARKS.some((m) => line.includes(m)) ? plain.slice(0, at) : text;
}

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
