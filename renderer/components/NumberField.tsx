/** A number in Dutch notation that reports every keystroke, so that results can follow. */
import { useRef, useState, type KeyboardEvent } from 'react';
import { formatPlain, parseNumber } from '../format/number.ts';
import { Field, type FieldFrame } from './Field.tsx';

export interface NumberFieldProps extends FieldFrame {
  value: number | undefined;
  /** With every keystroke that gives a valid number; undefined when the field is emptied, which only an `optional` field allows. */
  onChange: (value: number | undefined) => void;
  /** When the user is done with it: leaves the field or presses Enter. */
  onCommit?: (() => void) | undefined;
  /** What is shown = value × scale; 100 for shares in percent. */
  scale?: number;
  minimum?: number;
  maximum?: number;
  /** Step of the arrow keys, as shown; ten times that with Shift. */
  step?: number;
  decimals?: number;
  /** Without dots for thousands: a year. */
  ungrouped?: boolean;
  whole?: boolean;
  optional?: boolean;
  placeholder?: string;
  readOnly?: boolean;
}

/** A number as the field takes it: a year, a whole number, a share, an amount. */
function example({ minimum = 0, maximum = Infinity, whole = false }: { minimum?: number | undefined; maximum?: number | undefined; whole?: boolean | undefined }): string {
  const like = whole ? 36 : maximum <= 100 ? 12.5 : 1234.5;
  return whole && minimum > like ? String(minimum) : formatPlain(Math.min(maximum, Math.max(minimum, like)));
}

/** What is wrong with a number as typed, in one Dutch sentence; undefined when nothing is. Bounds are in what is shown. */
export function numberFault(text: string, { minimum, maximum, whole, optional, unit }: { minimum?: number | undefined; maximum?: number | undefined; whole?: boolean | undefined; optional?: boolean | undefined; unit?: string | undefined }): string | undefined {
  const suffix = unit ? ` ${unit}` : '';
  if (text.trim() === '') return optional ? undefined : 'Vul een getal in.';
  const value = parseNumber(text);
  if (value === undefined) return `“${text.trim().slice(0, 20)}” is geen getal; schrijf bijvoorbeeld ${example({ minimum, maximum, whole })}.`;
  if (whole && !Number.isInteger(value)) return 'Vul een geheel getal in.';
  const bound = (n: number): string => (whole ? String(n) : formatPlain(n)) + suffix;
  if (minimum !== undefined && value < minimum) return `Minimaal ${bound(minimum)}.`;
  if (maximum !== undefined && value > maximum) return `Maximaal ${bound(maximum)}.`;
  return undefined;
}

export function NumberField({ value, onChange, onCommit, scale = 1, minimum, maximum, step, decimals = 4, ungrouped, whole, optional, placeholder, readOnly, ...frame }: NumberFieldProps) {
  const write = (n: number): string => (ungrouped ? String(n) : formatPlain(n, decimals));
  const shown = value === undefined ? '' : write(value * scale);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const before = useRef(value);
  const text = typed ?? shown;
  const bounds = { minimum, maximum, whole, optional, unit: frame.unit };
  const fault = typed === undefined ? undefined : numberFault(typed, bounds);

  // A value that changes from outside (undo, another field) goes before what was being typed, unless the text means that same value.
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (typed !== undefined && fault === undefined && !sameNumber(typed, value, scale)) setTyped(undefined);
  }

  const offer = (next: string): void => {
    setTyped(next);
    if (numberFault(next, bounds) !== undefined) return;
    const parsed = parseNumber(next);
    const result = parsed === undefined ? undefined : Number((parsed / scale).toPrecision(15));
    if (result !== value) onChange(result);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      if (fault === undefined) setTyped(undefined);
      onCommit?.();
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation();
      setTyped(undefined);
      if (before.current !== value) onChange(before.current);
    } else if (step !== undefined && !readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const jump = (event.key === 'ArrowUp' ? 1 : -1) * step * (event.shiftKey ? 10 : 1);
      const next = Math.min(maximum ?? Infinity, Math.max(minimum ?? -Infinity, (parseNumber(text) ?? 0) + jump));
      offer(write(Number(next.toPrecision(12))));
    }
  };

  return (
    <Field
      {...frame}
      fault={fault ?? frame.fault}
      control={({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="input input-number"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={placeholder}
          readOnly={readOnly}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          onFocus={(event) => {
            before.current = value;
            event.currentTarget.select();
          }}
          onChange={(event) => offer(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            if (fault === undefined) setTyped(undefined);
            onCommit?.();
          }}
        />
      )}
    />
  );
}

function sameNumber(text: string, value: number | undefined, scale: number): boolean {
  const parsed = parseNumber(text);
  return parsed === undefined || value === undefined ? parsed === value : Math.abs(parsed / scale - value) <= 1e-12 * Math.max(1, Math.abs(value));
}
