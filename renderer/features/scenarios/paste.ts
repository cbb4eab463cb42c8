/** A block from Excel that is pasted into a table of fields. A single value is left to the field itself. */
import type { ClipboardEvent } from 'react';
import { fromClipboard } from '../../components/grid/clipboard.ts';
import { tell } from '../../components/Toast.tsx';
import { withoutMark } from '../../lezer/line.ts';

/** Marks a field of the table with its place, for `pastedBlock`. */
export const place = (row: number, column: number): { 'data-place': string } => ({ 'data-place': `${row}:${column}` });

/** @returns where the block begins and its cells; undefined where there is no block or no place, and then the paste goes on as usual */
export function pastedBlock(event: ClipboardEvent<HTMLElement>): { row: number; column: number; cells: string[][] } | undefined {
  const cells = fromClipboard(withoutMark(event.clipboardData.getData('text/plain'))).map((line) => line.map((cell) => cell.trim()));
  const at = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')?.dataset['place'];
  if (at === undefined || (cells.length <= 1 && (cells[0]?.length ?? 0) <= 1)) return undefined;
  event.preventDefault();
  const [row, column] = at.split(':').map(Number) as [number, number];
  return { row, column, cells };
}

/** Says why nothing was pasted; a block goes in whole or not at all. */
export function tellRefused(refused: readonly string[]): void {
  tell(`Niets geplakt. ${refused.length === 1 ? 'Eén cel past niet' : `${refused.length} cellen passen niet`}: ${[...new Set(refused)].slice(0, 3).join('; ')}.`);
}
