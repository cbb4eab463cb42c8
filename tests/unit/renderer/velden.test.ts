/** What a field says of what was typed: its example is one that the field takes. */
import { describe, expect, it } from 'vitest';
import { dateCell, numberCell } from '../../../renderer/components/grid/cells.ts';

describe('the hint of a field', () => {
  it.each([
    ['an amount', {}, '1.234,5'],
    ['a share', { minimum: 0, maximum: 100 }, '12,5'],
    ['a length in months', { whole: true, minimum: 1, maximum: 120 }, '36'],
    ['a number of years', { whole: true, minimum: 1, maximum: 30 }, '30'],
    ['a year', { whole: true, minimum: 2000, maximum: 2100 }, '2000'],
  ])('%s', (_, bounds, example) => {
    const cell = numberCell(() => undefined, bounds);
    expect(cell.read('veel', {})).toEqual({ ok: false, why: `“veel” is geen getal; schrijf bijvoorbeeld ${example}.` });
    expect(cell.read(example, {}).ok).toBe(true);
  });

  it('a month', () => {
    const cell = dateCell(() => undefined, 'first');
    expect(cell.read('auggg', {})).toEqual({ ok: false, why: 'Geen maand; schrijf bijvoorbeeld augustus 2027.' });
    expect(cell.read('augustus 2027', {})).toEqual({ ok: true, value: '2027-08-01' });
  });
});
