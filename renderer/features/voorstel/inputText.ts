/** What stands in an input cell of a workbook that came back. */
import type { Eenheid } from '../../../models/contract/voorstel.ts';
import { formatEuro } from '../../format/amount.ts';
import { formatDate } from '../../format/date.ts';
import { formatPlain, formatShare } from '../../format/number.ts';

/** A value of an input cell with its unit, as it is written elsewhere. */
export function inputText(value: number | string, unit: Eenheid | undefined): string {
  if (value === '') return 'leeg';
  if (typeof value === 'string') return unit === 'datum' ? formatDate(value) : value;
  if (unit === 'aandeel') return formatShare(value);
  if (unit === 'euro') return formatEuro(value, Number.isInteger(value) ? 0 : 2);
  return unit === undefined ? formatPlain(value) : `${formatPlain(value)}\u00a0${unit === 'maanden' && value === 1 ? 'maand' : unit}`;
}
