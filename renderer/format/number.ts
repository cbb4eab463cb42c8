/** Dutch figures: a dot for thousands, a comma for decimals, a true minus. The only place that turns numbers into text and text into numbers. */

const MINUS = '−';
const NBSP = '\u00a0';
const formatters = new Map<number, Intl.NumberFormat>();

function formatter(decimals: number): Intl.NumberFormat {
  let f = formatters.get(decimals);
  if (!f) formatters.set(decimals, (f = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })));
  return f;
}

/** `1.234,5`; a figure that rounds to 0 has no sign. */
export function formatNumber(value: number, decimals = 0): string {
  const text = formatter(decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** As few decimals as the value needs, at most `maximum`: `2,8`, `84.500`, `0,125`. */
export function formatPlain(value: number, maximum = 4): string {
  let decimals = 0;
  while (decimals < maximum && Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) > 1e-9 * Math.max(1, Math.abs(value) * 10 ** decimals)) decimals++;
  return formatNumber(value, decimals);
}

/** A share 0..1 as `85 %`, or `2,5 %` where that says more. */
export const formatShare = (share: number, decimals?: number): string => `${decimals === undefined ? formatPlain(share * 100, 2) : formatNumber(share * 100, decimals)}${NBSP}%`;

/** `+1.234` or `−1.234`; 0 has no sign. */
export function formatSigned(value: number, decimals = 0): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * Reads what a user typed or pasted as a number: Dutch notation, with or without thousands, `€`, `%` or a trailing minus. A single dot before other than
 * three digits is taken as a decimal dot, for a pasted `2.5`; `1.234` is a thousand. Undefined where it is no number.
 */
export function parseNumber(text: string): number | undefined {
  let t = text.replace(/[\s\u00a0\u202f€%]/g, '').replace(/^EUR|EUR$/i, '').replace(MINUS, '-').replace(/,-$/, '');
  let sign = 1;
  if (/^\(.*\)$/.test(t)) {
    sign = -1;
    t = t.slice(1, -1);
  }
  if (/^[^-]+-$/.test(t)) t = `-${t.slice(0, -1)}`;
  if (/^[-+]/.test(t)) {
    if (t.startsWith('-')) sign = -sign;
    t = t.slice(1);
  }
  if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(t) || /^\d*(,\d*)?$/.test(t)) t = t.replaceAll('.', '').replace(',', '.');
  else if (!/^\d*\.\d*$/.test(t)) return undefined;
  if (!/\d/.test(t)) return undefined;
  const value = sign * Number(t);
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** `1 school`, `3 scholen`. */
export const count = (n: number, one: string, many: string): string => `${formatNumber(n)}${NBSP}${n === 1 ? one : many}`;
