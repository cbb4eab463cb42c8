/** One row of the table. Rendered anew only when something of its own changed. */
import { memo, useEffect, useRef, type KeyboardEvent } from 'react';
import { Icon } from '../Icon.tsx';
import { isEditable, type Column } from './column.ts';

export interface EditState { r: number; c: number; text: string; selectAll: boolean; why?: string }
type Then = 'down' | 'right' | 'left' | 'stay';

interface RowProps<R> {
  row: R;
  signature: string;
  index: number;
  columns: readonly Column<R>[];
  template: string;
  foot: boolean;
  /** In the flow of the page instead of at its own height: for printing. */
  flow: boolean;
  className: string | undefined;
  activeColumn: number | undefined;
  /** Selected columns, when this row lies in the selection. */
  from: number | undefined;
  to: number;
  edit: EditState | undefined;
  editable: boolean;
  onOpen: (r: number, c: number) => void;
  onDoubleClick: (r: number, c: number) => void;
  onCommit: (text: string, then: Then) => void;
  onCancel: () => void;
}

const ROW = 28;

function RowOf<R>({ row, index, columns, template, foot, flow, className, activeColumn, from, to, edit, editable, onOpen, onDoubleClick, onCommit, onCancel }: RowProps<R>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={`grid-row${foot ? ' grid-total' : ' grid-line'}${className ? ` ${className}` : ''}`}
      style={foot || flow ? { gridTemplateColumns: template } : { gridTemplateColumns: template, top: index * ROW, position: 'absolute' }}
    >
      {columns.map((column, c) => {
        const mark = column.mark?.(row);
        const heat = column.heat?.(row);
        const opens = column.open?.(row) !== undefined;
        const selected = from !== undefined && c >= from && c <= to;
        const classes = ['grid-cell'];
        if (column.align === 'right') classes.push('number');
        if (c === 0) classes.push('frozen');
        if (mark) classes.push(`mark-${mark.kind}`);
        if (opens) classes.push('opens');
        if (selected) classes.push('selected');
        if (heat !== undefined) classes.push('heat');
        if (editable && isEditable(column, row)) classes.push('editable');
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={c + 1}
            aria-selected={selected || undefined}
            aria-readonly={editable && !isEditable(column, row) ? true : undefined}
            aria-description={mark?.text}
            title={mark?.text}
            data-cell={`${index}:${c}`}
            tabIndex={activeColumn === c ? 0 : -1}
            className={classes.join(' ')}
            style={heat === undefined ? undefined : ({ '--heat': `${Math.round(heat * 100)}%` } as React.CSSProperties)}
            onClick={opens && !edit ? (event) => !event.shiftKey && !selected && onOpen(index, c) : undefined}
            onDoubleClick={editable ? () => onDoubleClick(index, c) : undefined}
          >
            {edit && edit.c === c ? <Editor column={column} state={edit} onCommit={onCommit} onCancel={onCancel} /> : (column.render?.(row) ?? column.text(row))}
          </div>
        );
      })}
    </div>
  );
}

/** What a row shows, as text: when this is the same, drawing it again changes nothing. Handlers look up what they need when they are called. */
export const signature = <R,>(row: R, columns: readonly Column<R>[]): string =>
  columns.map((c) => `${c.text(row)}\u0001${c.mark?.(row)?.text ?? ''}\u0001${c.heat?.(row) ?? ''}\u0001${c.open?.(row) ? 1 : 0}`).join('\u0002');

export const Row = memo(RowOf, (a, b) =>
  a.signature === b.signature && a.index === b.index && a.template === b.template && a.className === b.className && a.from === b.from && (a.from === undefined || a.to === b.to)
  && a.activeColumn === b.activeColumn && a.edit === undefined && b.edit === undefined && a.editable === b.editable && a.flow === b.flow && a.columns.length === b.columns.length) as typeof RowOf;

function Editor<R>({ column, state, onCommit, onCancel }: { column: Column<R>; state: EditState; onCommit: (text: string, then: Then) => void; onCancel: () => void }) {
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (state.selectAll) input.current?.select?.();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the editor opens
  }, []);
  const finish = (then: Then): void => {
    done.current = then !== 'stay';
    onCommit(input.current?.value ?? '', then);
    done.current = false;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      finish('down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      finish(event.shiftKey ? 'left' : 'right');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      onCancel();
    }
  };
  const onBlur = (): void => {
    if (!done.current) finish('stay');
  };
  const shared = { ref: input, 'aria-label': column.title, className: 'grid-editor', defaultValue: state.text, onKeyDown, onBlur, 'aria-invalid': state.why !== undefined || undefined };
  return (
    <>
      {column.edit?.options ? (
        <select {...shared}>{column.edit.options.map((o) => <option key={o.value} value={o.value}>{o.label}</option>)}</select>
      ) : (
        <input {...shared} autoComplete="off" spellCheck={false} />
      )}
      {state.why !== undefined && <span className="grid-why"><Icon name="fault" tone="fault" /> {state.why}</span>}
    </>
  );
}
