/** What a table shows: its columns, what a cell says and how it is edited. */
import type { ReactNode } from 'react';

export type Reading = { ok: true; value: unknown } | { ok: false; why: string };

export interface CellEditor<R> {
  /** The text that editing begins with. */
  start: (row: R) => string;
  /** What was typed or pasted, as a value; or why it is none, in one sentence. */
  read: (text: string, row: R) => Reading;
  /** A fixed list to choose from; `read` gets the value or, when pasted, its label. */
  options?: readonly { value: string; label: string }[];
  /** False where this row's cell cannot be edited. */
  allowed?: (row: R) => boolean;
}

/** Something about a cell that must be seen at once. Its text is on hover and for screen readers. */
export interface CellMark { kind: 'changed' | 'small' | 'example' | 'fault'; text: string }

export interface Column<R> {
  id: string;
  title: string;
  /** Under the title; amounts say their unit here. */
  unit?: string;
  /** One sentence that explains the heading. */
  explanation?: string;
  /** Pixels, until the user chooses another. */
  width: number;
  /** Share of the room that is left over, for texts that are long: 1 unless others grow too. */
  grow?: number;
  align?: 'right';
  /** What is shown, copied and read aloud. */
  text: (row: R) => string;
  /** What is copied, where that differs: a figure in full. */
  copy?: (row: R) => string;
  render?: (row: R) => ReactNode;
  /** Makes the column sortable. */
  sort?: (row: R) => number | string | undefined;
  edit?: CellEditor<R>;
  /** Its values are assumptions: each carries where it comes from, as `herkomst` of its row under the id of the column. */
  sourced?: boolean;
  mark?: (row: R) => CellMark | undefined;
  /** 0..1: how strongly the cell is tinted. */
  heat?: (row: R) => number | undefined;
  /** A click or Enter opens what is behind the cell; undefined where nothing is. */
  open?: (row: R) => (() => void) | undefined;
}

/** The cells that are selected: keys of rows, ids of columns. */
export interface Selection { rows: readonly string[]; columns: readonly string[] }

export interface CellChange<R> { row: R; column: string; value: unknown }

export const isEditable = <R>(column: Column<R> | undefined, row: R): boolean => column?.edit !== undefined && (column.edit.allowed?.(row) ?? true);

/** Rows in the order of one column; what has no value comes last. */
export function sorted<R>(rows: readonly R[], column: Column<R> | undefined, descending: boolean): readonly R[] {
  const by = column?.sort;
  if (!by) return rows;
  const direction = descending ? -1 : 1;
  const collator = new Intl.Collator('nl');
  return rows.map((row) => ({ row, key: by(row) })).sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return a.key === b.key ? 0 : a.key === undefined ? 1 : -1;
    return direction * (typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key)));
  }).map(({ row }) => row);
}
