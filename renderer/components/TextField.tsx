/** A line or block of text, and a date or month written as people write it. */
import { useState } from 'react';
import { endOfMonth, formatDate, formatMonth, parseDate } from '../format/date.ts';
import { Field, type FieldFrame } from './Field.tsx';

export interface TextFieldProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  onCommit?: (() => void) | undefined;
  lines?: number;
  placeholder?: string;
  readOnly?: boolean;
  autoFocus?: boolean;
  /** Id of a datalist with proposals. */
  list?: string;
}

export function TextField({ value, onChange, onCommit, lines = 1, placeholder, readOnly, autoFocus, list, ...frame }: TextFieldProps) {
  return (
    <Field
      {...frame}
      control={({ id, describedBy, invalid }) => {
        const shared = {
          id, className: 'input', value, placeholder, readOnly, 'aria-invalid': invalid || undefined, 'aria-describedby': describedBy,
          onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
          onBlur: () => onCommit?.(),
        };
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only in dialogs that ask for one text
        return lines > 1 ? <textarea {...shared} rows={lines} /> : <input {...shared} list={list} autoFocus={autoFocus} onKeyDown={(event) => event.key === 'Enter' && onCommit?.()} />;
      }}
    />
  );
}

export interface DateFieldProps extends FieldFrame {
  /** `jjjj-mm-dd`. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  optional?: boolean;
  /** Month: always the first (`start`) or the last day (`eind`) of one. */
  month?: 'first' | 'last';
  placeholder?: string;
  readOnly?: boolean;
}

/** Read when the user leaves the field or presses Enter: a half-typed date means nothing. Arrow up and down move by a day, or by a month. */
export function DateField({ value, onChange, optional, month, placeholder, readOnly, ...frame }: DateFieldProps) {
  const shown = value === undefined ? '' : month ? formatMonth(value) : formatDate(value);
  const [text, setText] = useState(shown);
  const [fault, setFault] = useState<string>();
  const [showed, setShowed] = useState(shown);
  // A value that changes from outside goes before what was typed.
  if (shown !== showed) {
    setShowed(shown);
    setText(shown);
    setFault(undefined);
  }

  const fit = (date: string): string => (month === 'first' ? `${date.slice(0, 8)}01` : month === 'last' ? endOfMonth(date) : date);
  const read = (): void => {
    if (text === shown) return setFault(undefined);
    if (text.trim() === '') {
      if (!optional) return setFault(month ? 'Vul een maand in.' : 'Vul een datum in.');
      return onChange(undefined);
    }
    const date = parseDate(text.replaceAll('\u00a0', ' '));
    if (date === undefined) return setFault(`“${text.trim().slice(0, 20)}” is geen ${month ? 'maand; schrijf bijvoorbeeld augustus 2027' : 'datum; schrijf bijvoorbeeld 1-8-2027'}.`);
    setFault(undefined);
    if (fit(date) === value) setText(shown);
    else onChange(fit(date));
  };
  const move = (by: number): void => {
    const [y, m, d] = (value ?? firstOfThisYear()).split('-').map(Number) as [number, number, number];
    const moved = month ? new Date(Date.UTC(y, m - 1 + by, 1)) : new Date(Date.UTC(y, m - 1, d + by));
    onChange(fit(moved.toISOString().slice(0, 10)));
  };

  return (
    <Field
      {...frame}
      fault={fault ?? frame.fault}
      control={({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="input"
          autoComplete="off"
          value={text}
          placeholder={placeholder}
          readOnly={readOnly}
          aria-invalid={invalid || undefined}
          aria-describedby={describedBy}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={read}
          onKeyDown={(event) => {
            if (event.key === 'Enter') read();
            if (!readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
              event.preventDefault();
              move(event.key === 'ArrowUp' ? 1 : -1);
            }
          }}
        />
      )}
    />
  );
}

/** Where an empty date begins when it is moved with the arrows. */
const firstOfThisYear = (): string => `${new Date().getFullYear()}-01-01`;
