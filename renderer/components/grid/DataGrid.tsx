/**
 * The table of the program: only the rows in sight are in the page, headings and first column stay, and the keyboard works as in a spreadsheet. Arrows,
 * Home, End, Page keys move (with Shift they select); F2, Enter or typing edits; Escape gives up; Delete empties; Ctrl+C and Ctrl+V exchange with Excel.
 */
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useSetting } from '../../app/settings.ts';
import { Icon } from '../Icon.tsx';
import { askReader } from '../../lezer/ask.ts';
import type { TableHolds } from '../../lezer/holds.ts';
import { withMark, withoutMark } from '../../lezer/line.ts';
import { catalogueText } from '../../lezer/table.ts';
import { tell } from '../Toast.tsx';
import { Row, signature, type EditState } from './Row.tsx';
import { fromClipboard, toClipboard } from './clipboard.ts';
import { isEditable, sorted, type CellChange, type Column, type Selection } from './column.ts';
import './DataGrid.css';

export interface DataGridProps<R> {
  /** Names the table for screen readers. */
  label: string;
  /** What of it another reader than intern may see. */
  holds: TableHolds;
  /** Under this name the user's column widths are kept. */
  name: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Totals: at the bottom, always in sight. */
  footer?: readonly R[];
  /** Several changes at once when a block is pasted or emptied. */
  onEdit?: (changes: CellChange<R>[]) => void;
  /** Rows pasted below the last one, by column id. */
  onAppend?: (rows: Record<string, unknown>[]) => void;
  onRemove?: (rows: R[]) => void;
  /** Shown instead of rows. */
  empty?: ReactNode;
  rowClass?: (row: R) => string | undefined;
  initialSort?: { column: string; descending: boolean };
  /** Tells which rows come into sight, for rows that are fetched when they do. */
  onView?: (first: number, last: number) => void;
  /** Tells what is selected, for what stands beside the table; the same function each time. */
  onSelect?: (selection: Selection) => void;
}

interface Place { r: number; c: number }
const ROW = 28;
const HEAD = 28;
const HEAD_LINE = 17;
const TITLE_LINES = 3;
/** Pixels of a character in a heading, about: where a title needs another line. */
const CHARACTER = 6.4;
/** Rows kept ready above and below what is in sight. */
const SPARE = 8;
/** More than this is not printed: that many pages nobody reads. */
const PRINTABLE = 3000;
const MINIMUM_WIDTH = 48;

/** Lines that a title needs, broken at its spaces. */
function linesOf(title: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of title.split(' ')) {
    const size = word.length * CHARACTER;
    if (used > 0 && used + CHARACTER + size > width) {
      lines++;
      used = size;
    } else used += (used > 0 ? CHARACTER : 0) + size;
  }
  return lines;
}

export function DataGrid<R>({ label, holds, name, columns, rows, rowKey, footer = [], onEdit, onAppend, onRemove, empty, rowClass, initialSort, onView, onSelect }: DataGridProps<R>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [sort, setSort] = useState(initialSort);
  const [activeWanted, setActive] = useState<Place>({ r: 0, c: 0 });
  const [anchorWanted, setAnchor] = useState<Place>({ r: 0, c: 0 });
  const [edit, setEdit] = useState<EditState>();
  const [view, setView] = useState({ first: 0, last: 60 });
  const [printing, setPrinting] = useState(false);
  const [kept, keep] = useSetting<Record<string, number>>(`kolommen.${name}`, {});
  const [room, setRoom] = useState(0);
  const [resizing, setResizing] = useState<Record<string, number>>();
  const wantsFocus = useRef(false);
  const dragging = useRef(false);

  const ordered = useMemo(() => sorted(rows, columns.find((c) => c.id === sort?.column), sort?.descending ?? false), [rows, columns, sort]);
  const all = useMemo(() => [...ordered, ...footer], [ordered, footer]);
  const chosen = columns.map((c) => resizing?.[c.id] ?? kept[c.id]);
  const growing = columns.reduce((s, c, i) => s + (chosen[i] === undefined ? (c.grow ?? 0) : 0), 0);
  const spare = Math.max(0, room - columns.reduce((s, c, i) => s + (chosen[i] ?? c.width), 0));
  const widths = columns.map((c, i) => chosen[i] ?? c.width + (growing === 0 ? 0 : Math.floor((spare * (c.grow ?? 0)) / growing)));
  const total = widths.reduce((a, b) => a + b, 0);
  const headLines = Math.max(...columns.map((c, i) => (c.unit === undefined ? 0 : 1) + Math.min(TITLE_LINES, linesOf(c.title, (widths[i] as number) - 20))), 1);
  const headHeight = HEAD + (headLines - 1) * HEAD_LINE;
  const lastRow = all.length - 1;
  const lastColumn = columns.length - 1;
  // A table that became shorter keeps its place within what is left.
  const within = ({ r, c }: Place): Place => ({ r: Math.min(r, Math.max(0, lastRow)), c: Math.max(0, Math.min(c, lastColumn)) });
  const active = within(activeWanted);
  const anchor = within(anchorWanted);

  // — What is in sight —

  const look = useCallback((): void => {
    const box = scroller.current;
    if (!box) return;
    const first = Math.max(0, Math.floor(box.scrollTop / ROW) - SPARE);
    const last = Math.ceil((box.scrollTop + box.clientHeight) / ROW) + SPARE;
    setView((v) => (Math.abs(v.first - first) < SPARE / 2 && Math.abs(v.last - last) < SPARE / 2 ? v : { first, last }));
  }, []);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const measure = (): void => {
      // What the table may take: its own width follows from its columns.
      const parent = box.parentElement;
      if (parent) setRoom(parent.clientWidth - Number.parseFloat(getComputedStyle(parent).paddingLeft) - Number.parseFloat(getComputedStyle(parent).paddingRight));
      look();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    if (box.parentElement) observer.observe(box.parentElement);
    measure();
    return () => observer.disconnect();
  }, [look]);
  useEffect(() => onView?.(view.first, view.last), [onView, view]);
  useEffect(() => {
    const before = (): void => setPrinting(true);
    const after = (): void => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);

  // — Moving —

  const reveal = ({ r, c }: Place): void => {
    const box = scroller.current;
    if (!box) return;
    const footHeight = footer.length * ROW;
    if (r >= 0 && r < ordered.length) {
      const top = r * ROW;
      const room = box.clientHeight - headHeight - footHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + ROW > box.scrollTop + room) box.scrollTop = top + ROW - room;
    }
    if (c > 0) {
      const left = widths.slice(0, c).reduce((a, b) => a + b, 0);
      const frozen = widths[0] ?? 0;
      if (left - frozen < box.scrollLeft) box.scrollLeft = left - frozen;
      else if (left + (widths[c] ?? 0) > box.scrollLeft + box.clientWidth) box.scrollLeft = left + (widths[c] ?? 0) - box.clientWidth;
    }
    look();
  };

  const go = (place: Place, extend = false): void => {
    const next = { r: Math.max(-1, Math.min(lastRow, place.r)), c: Math.max(0, Math.min(lastColumn, place.c)) };
    wantsFocus.current = true;
    setActive(next);
    if (!extend) setAnchor(next);
    reveal(next);
  };

  useLayoutEffect(() => {
    if (!wantsFocus.current || edit) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.r}:${active.c}"]`)?.focus({ preventScroll: true });
  }, [active.r, active.c, view, edit, all]);

  const range = { top: Math.min(active.r, anchor.r), bottom: Math.max(active.r, anchor.r), left: Math.min(active.c, anchor.c), right: Math.max(active.c, anchor.c) };
  const chosenCells = onSelect && JSON.stringify({ rows: ordered.slice(Math.max(0, range.top), range.bottom + 1).map(rowKey), columns: columns.slice(range.left, range.right + 1).map((c) => c.id) });
  useEffect(() => {
    if (chosenCells !== undefined) onSelect?.(JSON.parse(chosenCells) as Selection);
  }, [onSelect, chosenCells]);

  // — Editing —

  const startEdit = (place: Place, text?: string): boolean => {
    const column = columns[place.c];
    const row = all[place.r];
    if (!onEdit || !column?.edit || row === undefined || place.r >= ordered.length || !isEditable(column, row)) return false;
    setEdit({ ...place, text: text ?? column.edit.start(row), selectAll: text === undefined });
    return true;
  };

  /** Reads what is in the editor; false when it is no value, and then it stays open. */
  const commit = (text: string): boolean => {
    if (!edit) return true;
    const column = columns[edit.c];
    const row = ordered[edit.r];
    if (!column?.edit || row === undefined) return true;
    if (text === column.edit.start(row)) {
      setEdit(undefined);
      return true;
    }
    const reading = column.edit.read(text, row);
    if (!reading.ok) {
      setEdit({ ...edit, text, selectAll: false, why: reading.why });
      return false;
    }
    setEdit(undefined);
    onEdit?.([{ row, column: column.id, value: reading.value }]);
    return true;
  };

  /** Reads a block of text into the cells from the active one on; what does not fit is told, and nothing of it is half done. */
  const paste = (block: string[][]): void => {
    if (!onEdit) return;
    const changes: CellChange<R>[] = [];
    const appended: Record<string, unknown>[] = [];
    const refused: string[] = [];
    const single = block.length === 1 && block[0]?.length === 1 && (range.top !== range.bottom || range.left !== range.right);
    const height = single ? range.bottom - range.top + 1 : block.length;
    for (let i = 0; i < height; i++) {
      const texts = single ? Array.from({ length: range.right - range.left + 1 }, () => block[0]?.[0] ?? '') : (block[i] ?? []);
      const row = ordered[range.top + i];
      const fresh: Record<string, unknown> = {};
      for (const [j, raw] of texts.entries()) {
        const column = columns[range.left + j];
        const text = raw.trim();
        if (!column) continue;
        if (row === undefined ? !onAppend || !column.edit : !isEditable(column, row)) {
          if (row === undefined || text !== column.text(row)) refused.push(`${column.title}: deze kolom is hier niet te wijzigen`);
          continue;
        }
        const reading = column.edit!.read(text, row as R);
        if (!reading.ok) refused.push(`rij ${range.top + i + 1}, ${column.title}: ${reading.why}`);
        else if (row === undefined) fresh[column.id] = reading.value;
        else if (text !== column.edit!.start(row)) changes.push({ row, column: column.id, value: reading.value });
      }
      if (row === undefined && Object.keys(fresh).length > 0) appended.push(fresh);
    }
    if (refused.length > 0) {
      tell(`Niets geplakt. ${refused.length === 1 ? 'Eén cel past niet' : `${refused.length} cellen passen niet`}: ${[...new Set(refused)].slice(0, 3).join('; ')}.`);
      return;
    }
    if (changes.length > 0) onEdit(changes);
    if (appended.length > 0) onAppend?.(appended);
    if (changes.length + appended.length > 0 && height > 1) tell(`${height} rijen geplakt.`);
  };

  const clear = (): void => {
    if (!onEdit) return;
    const changes: CellChange<R>[] = [];
    for (let r = range.top; r <= Math.min(range.bottom, ordered.length - 1); r++) {
      const row = ordered[r] as R;
      for (let c = range.left; c <= range.right; c++) {
        const column = columns[c];
        if (!column || !isEditable(column, row)) continue;
        const reading = column.edit!.read('', row);
        if (reading.ok) changes.push({ row, column: column.id, value: reading.value });
      }
    }
    if (changes.length > 0) onEdit(changes);
  };

  // — Keys —

  const pageRows = (): number => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? ROW * 10) - headHeight) / ROW) - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (edit || event.defaultPrevented) return;
    const control = event.ctrlKey || event.metaKey;
    const { r, c } = active;
    const moves: Record<string, Place | undefined> = {
      ArrowUp: { r: control ? 0 : r - 1, c },
      ArrowDown: { r: control ? ordered.length - 1 : r + 1, c },
      ArrowLeft: { r, c: control ? 0 : c - 1 },
      ArrowRight: { r, c: control ? lastColumn : c + 1 },
      Home: { r: control ? 0 : r, c: 0 },
      End: { r: control ? ordered.length - 1 : r, c: lastColumn },
      PageUp: { r: Math.max(0, r - pageRows()), c },
      PageDown: { r: Math.min(ordered.length - 1, r + pageRows()), c },
    };
    const column = columns[c];
    if (r === -1 && event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && column) {
      event.preventDefault();
      keep({ ...kept, [column.id]: Math.max(MINIMUM_WIDTH, (widths[c] as number) + (event.key === 'ArrowRight' ? 16 : -16)) });
      return;
    }
    const move = event.altKey ? undefined : moves[event.key];
    if (move) {
      event.preventDefault();
      go(move, event.shiftKey && r >= 0);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (r === -1) sortBy(c);
      else if (!startEdit(active) && event.key === 'Enter') column?.open?.(all[r] as R)?.();
    } else if (control && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      setAnchor({ r: 0, c: 0 });
      setActive({ r: lastRow, c: lastColumn });
      wantsFocus.current = true;
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      if (control && onRemove && r >= 0) onRemove(ordered.slice(range.top, range.bottom + 1));
      else clear();
    } else if (event.key === ' ' && r >= 0 && column?.open?.(all[r] as R)) {
      event.preventDefault();
      column.open(all[r] as R)?.();
    } else if (event.key.length === 1 && !control && !event.altKey && r >= 0) {
      if (startEdit(active, event.key)) event.preventDefault();
    }
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (edit) return;
    event.preventDefault();
    const cells: string[][] = [];
    const wholeTable = range.top <= 0 && range.bottom >= ordered.length - 1 && range.left === 0 && range.right === lastColumn && all.length > 1;
    const across = columns.slice(range.left, range.right + 1);
    if (wholeTable || range.top === -1) cells.push(across.map((c) => (c.unit ? `${c.title} (${c.unit})` : c.title)));
    for (let r = Math.max(0, range.top); r <= range.bottom; r++) cells.push(across.map((c) => (c.copy ?? c.text)(all[r] as R)));
    const text = toClipboard(cells);
    if (holds === 'aannames') {
      event.clipboardData.setData('text/plain', text);
      return;
    }
    askReader({
      title: label, verb: 'Kopiëren', scenarios: holds === 'intern' ? undefined : holds.scenarios,
      note: 'Intern gaat de selectie mee. Voor een andere lezer gaat de hele tabel mee zoals zij gepubliceerd wordt.',
      deliver: ({ published, lines }) => {
        if (!published || holds === 'intern') return navigator.clipboard.writeText(withMark(text, ...lines));
        const { columns: titles, rows: shown } = catalogueText(published, holds);
        return navigator.clipboard.writeText(withMark(toClipboard([titles, ...shown]), ...lines));
      },
    });
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (edit || !onEdit) return;
    event.preventDefault();
    paste(fromClipboard(withoutMark(event.clipboardData.getData('text/plain'))));
  };

  const sortBy = (c: number): void => {
    const column = columns[c];
    if (!column?.sort) return;
    setSort((s) => (s?.column !== column.id ? { column: column.id, descending: column.align === 'right' } : s.descending === (column.align === 'right') ? { column: column.id, descending: !s.descending } : undefined));
  };

  // — Pointer —

  const placeOf = (target: EventTarget): Place | undefined => {
    const cell = (target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell'];
    if (cell === undefined) return undefined;
    const [r, c] = cell.split(':').map(Number) as [number, number];
    return { r, c };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    const place = placeOf(event.target);
    if (!place || event.button !== 0 || (edit && edit.r === place.r && edit.c === place.c)) return;
    dragging.current = true;
    go(place, event.shiftKey);
  };
  const onPointerOver = (event: PointerEvent<HTMLDivElement>): void => {
    if (!dragging.current || event.buttons !== 1) return;
    const place = placeOf(event.target);
    if (place && (place.r !== active.r || place.c !== active.c)) go(place, true);
  };

  const startResize = (event: PointerEvent<HTMLElement>, c: number): void => {
    event.preventDefault();
    event.stopPropagation();
    const column = columns[c] as Column<R>;
    const from = event.clientX;
    const before = widths[c] as number;
    let now = before;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (e: globalThis.PointerEvent): void => {
      now = Math.max(MINIMUM_WIDTH, before + e.clientX - from);
      setResizing({ [column.id]: now });
    };
    const stop = (): void => {
      handle.removeEventListener('pointermove', move);
      setResizing(undefined);
      if (now !== before) keep({ ...kept, [column.id]: now });
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop, { once: true });
    handle.addEventListener('pointercancel', stop, { once: true });
  };

  // — Rows —

  const visible: number[] = [];
  const from = printing ? 0 : view.first;
  const to = printing ? Math.min(PRINTABLE, ordered.length) : Math.min(ordered.length, view.last);
  if (!printing && active.r >= 0 && active.r < from) visible.push(active.r);
  for (let r = from; r < to; r++) visible.push(r);
  if (!printing && active.r >= to && active.r < ordered.length) visible.push(active.r);

  const template = widths.map((w) => `${w}px`).join(' ');
  // A row that is not drawn again keeps its handlers: they ask for what holds now.
  const now = useRef({ columns, all, startEdit });
  useLayoutEffect(() => {
    now.current = { columns, all, startEdit };
  });
  const onOpenCell = useCallback((r: number, c: number) => now.current.columns[c]?.open?.(now.current.all[r] as R)?.(), []);
  const onDoubleClickCell = useCallback((r: number, c: number) => void now.current.startEdit({ r, c }), []);

  const renderRow = (r: number, place: 'body' | 'foot') => (
    <Row
      key={rowKey(all[r] as R)}
      row={all[r] as R}
      signature={signature(all[r] as R, columns)}
      index={r}
      columns={columns}
      template={template}
      foot={place === 'foot'}
      flow={printing}
      className={rowClass?.(all[r] as R)}
      activeColumn={active.r === r ? active.c : undefined}
      from={r >= range.top && r <= range.bottom && (range.top !== range.bottom || range.left !== range.right) ? range.left : undefined}
      to={range.right}
      edit={edit?.r === r ? edit : undefined}
      editable={onEdit !== undefined && place === 'body'}
      onOpen={onOpenCell}
      onDoubleClick={onDoubleClickCell}
      onCommit={(text, then) => {
        if (!commit(text)) return;
        if (then === 'down') go({ r: Math.min(r + 1, ordered.length - 1), c: active.c });
        else if (then === 'right') go({ r, c: active.c + 1 });
        else if (then === 'left') go({ r, c: active.c - 1 });
        else wantsFocus.current = false;
      }}
      onCancel={() => {
        setEdit(undefined);
        wantsFocus.current = true;
      }}
    />
  );

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={label}
      aria-rowcount={all.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      aria-readonly={onEdit === undefined || undefined}
      onScroll={look}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
      onPointerDown={onPointerDown}
      onPointerOver={onPointerOver}
      onPointerUp={() => (dragging.current = false)}
    >
      <div className="grid-head" role="rowgroup" style={{ width: total }}>
        <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: template, height: headHeight }}>
          {columns.map((column, c) => (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={c + 1}
              aria-sort={sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined}
              aria-description={column.explanation}
              title={column.explanation}
              data-cell={`-1:${c}`}
              tabIndex={(active.r === -1 && active.c === c) || (all.length === 0 && c === 0) ? 0 : -1}
              className={`grid-heading${column.align === 'right' ? ' number' : ''}${column.sort ? ' sortable' : ''}${c === 0 ? ' frozen' : ''}`}
              onClick={() => column.sort && sortBy(c)}
            >
              <span className="grid-title">
                {sort?.column === column.id && <Icon name={sort.descending ? 'down' : 'up'} />}
                <span>{column.title}</span>
              </span>
              {column.unit !== undefined && <span className="grid-unit">{column.unit}</span>}
              <span className="grid-resize" aria-hidden="true" onPointerDown={(event) => startResize(event, c)} onClick={(event) => event.stopPropagation()} />
            </div>
          ))}
        </div>
      </div>
      {ordered.length === 0 && empty ? <div className="grid-empty" role="rowgroup"><div role="row"><div role="gridcell">{empty}</div></div></div> : (
        <div className="grid-body" role="rowgroup" style={printing ? { width: total } : { width: total, height: ordered.length * ROW }}>{visible.map((r) => renderRow(r, 'body'))}</div>
      )}
      {footer.length > 0 && (
        <div className="grid-foot" role="rowgroup" style={{ width: total }}>{footer.map((_, i) => renderRow(ordered.length + i, 'foot'))}</div>
      )}
      {edit?.why !== undefined && <p id={`${id}-why`} className="visually-hidden" role="alert">{edit.why}</p>}
      {printing && ordered.length > PRINTABLE && <p className="note">Afgedrukt zijn de eerste {PRINTABLE} van {ordered.length} rijen.</p>}
    </div>
  );
}
