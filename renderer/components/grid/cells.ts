/** Editors of the usual kinds of cell: numbers, shares, dates, texts, choices. */
import { formatPlain, parseNumber } from '../../format/number.ts';
import { endOfMonth, formatDate, formatMonth, parseDate } from '../../format/date.ts';
import { numberFault } from '../NumberField.tsx';
import { readShares, writeShares, type ShareOption, type Shares } from '../../stand/shares.ts';
import type { CellEditor } from './column.ts';

interface Bounds { minimum?: number; maximum?: number; whole?: boolean; optional?: boolean; unit?: string }

/** A number; with `scale`, what is shown is the value times that. */
export function numberCell<R>(value: (row: R) => number | undefined, bounds: Bounds = {}, scale = 1): CellEditor<R> {
  return {
    start: (row) => {
      const v = value(row);
      return v === undefined ? '' : formatPlain(v * scale);
    },
    read: (text) => {
      const why = numberFault(text, bounds);
      if (why !== undefined) return { ok: false, why };
      const parsed = parseNumber(text);
      return { ok: true, value: parsed === undefined ? undefined : Number((parsed / scale).toPrecision(15)) };
    },
  };
}

/** A share 0..1, shown in percent. */
export const shareCell = <R>(value: (row: R) => number | undefined, bounds: Bounds = {}): CellEditor<R> => numberCell(value, { minimum: 0, maximum: 100, unit: '%', ...bounds }, 100);

/** A date; with `month` always its first or last day. */
export function dateCell<R>(value: (row: R) => string | undefined, month?: 'first' | 'last', optional = false): CellEditor<R> {
  return {
    start: (row) => {
      const v = value(row);
      return v === undefined ? '' : month ? formatMonth(v) : formatDate(v);
    },
    read: (text) => {
      if (text.trim() === '') return optional ? { ok: true, value: undefined } : { ok: false, why: month ? 'Vul een maand in.' : 'Vul een datum in.' };
      const date = parseDate(text.replaceAll('\u00a0', ' '));
      if (date === undefined) return { ok: false, why: month ? 'Geen maand; schrijf bijvoorbeeld augustus 2027.' : 'Geen datum; schrijf bijvoorbeeld 1-8-2027.' };
      return { ok: true, value: month === 'first' ? `${date.slice(0, 8)}01` : month === 'last' ? endOfMonth(date) : date };
    },
  };
}

export function textCell<R>(value: (row: R) => string | undefined, required?: string): CellEditor<R> {
  return {
    start: (row) => value(row) ?? '',
    read: (text) => (text.trim() === '' ? (required === undefined ? { ok: true, value: undefined } : { ok: false, why: required }) : { ok: true, value: text.trim() }),
  };
}

/** One of a list; typed or pasted text may be the code or the name. */
export function choiceCell<R>(value: (row: R) => string | undefined, options: readonly { value: string; label: string }[], optional = false): CellEditor<R> {
  const folded = (text: string): string => text.trim().toLowerCase();
  return {
    start: (row) => value(row) ?? '',
    options: optional ? [{ value: '', label: '–' }, ...options] : options,
    read: (text) => {
      if (optional && text.trim() === '') return { ok: true, value: undefined };
      const found = options.find((o) => o.value === text) ?? options.find((o) => folded(o.value) === folded(text) || folded(o.label) === folded(text));
      return found ? { ok: true, value: found.value } : { ok: false, why: `Kies uit ${options.map((o) => o.label).slice(0, 8).join(', ')}.` };
    },
  };
}

/**
 * Shares that add up to 100 %, as `60 % Hengelo; 40 % Enschede`.
 * @param standard how it reads when nothing is set; that text, or an empty one, sets nothing
 * @param kept the value that is stored of what was read
 */
export function sharesCell<R>(value: (row: R) => Shares | undefined, options: readonly ShareOption[], standard: string, kept: (shares: Shares) => Shares | undefined = (s) => s): CellEditor<R> {
  return {
    start: (row) => {
      const shares = value(row);
      return shares === undefined ? standard : writeShares(shares, options);
    },
    read: (text) => {
      if (text.trim() === '' || text.trim().toLowerCase() === standard.toLowerCase()) return { ok: true, value: undefined };
      const reading = readShares(text, options);
      return reading.ok ? { ok: true, value: kept(reading.value) } : reading;
    },
  };
}
