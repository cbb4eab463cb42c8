/** Amounts in euros, or × € 1.000 by one switch for the whole app, and effects as V/N. */
import { formatNumber, formatSigned } from './number.ts';

/** How amounts are written everywhere: 1 = euros, 1000 = thousands of euros. */
export type AmountUnit = 1 | 1000;

const NBSP = '\u00a0';

/** What a heading says of the amounts below it. */
export const unitLabel = (unit: AmountUnit): string => (unit === 1 ? '€' : `×${NBSP}€${NBSP}1.000`);

/** The bare figure in the chosen unit, for cells under a heading that names it. */
export const formatAmount = (euros: number, unit: AmountUnit = 1): string => formatNumber(euros / unit);
export const formatAmountSigned = (euros: number, unit: AmountUnit = 1): string => formatSigned(euros / unit);

/** `€ 1.234.567` or `−€ 1.234`, whole euros; for sentences and single figures. */
export function formatEuro(euros: number, decimals = 0): string {
  const text = formatNumber(euros, decimals);
  return text.startsWith('−') ? `−€${NBSP}${text.slice(1)}` : `€${NBSP}${text}`;
}

/** A large amount as one reads it aloud: `€ 0,3 mln`, `€ 85.000`, `€ 1,24 mln`. */
export function formatEuroShort(euros: number): string {
  const size = Math.abs(euros);
  if (size >= 99_500) {
    const millions = euros / 1e6;
    return `${formatEuro(millions, size >= 9_950_000 ? 1 : 2).replace(/,(\d)0$/, ',$1')}${NBSP}mln`;
  }
  return formatEuro(size >= 10_000 ? Math.round(euros / 1000) * 1000 : Math.round(euros));
}

/** V (voordelig) is cheaper than the reference, N (nadelig) is dearer (rekenmodel 7). Within half a unit of zero it is neither. */
export type Direction = 'V' | 'N' | '';
export const directionOf = (effect: number, unit: AmountUnit = 1): Direction => (effect <= -0.5 * unit ? 'V' : effect >= 0.5 * unit ? 'N' : '');

/** `V € 0,3 mln`, `N € 12.000`, or `€ 0`: the letter says the direction, so there is no sign. */
export function formatEffectShort(effect: number): string {
  const direction = directionOf(effect);
  return direction === '' ? formatEuro(0) : `${direction}${NBSP}${formatEuroShort(Math.abs(effect))}`;
}

/** `V voordelig`, for screen readers and explanations. */
export const directionWord = (direction: Direction): string => (direction === 'V' ? 'voordelig' : direction === 'N' ? 'nadelig' : 'neutraal');
