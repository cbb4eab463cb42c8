/** Shares that add up to 1 over a list of bearers or gemeenten: as the user reads and writes them, and as the project keeps them. */
import { GEMEENTEN } from '../../models/project/standaard.ts';
import type { Dekking } from '../../models/project/types.ts';
import { formatPlain, formatShare, parseNumber } from '../format/number.ts';

export type Shares = Readonly<Record<string, number>>;
export interface ShareOption { value: string; label: string }

/** Differences below this are rounding (rekenmodel 1, P09). */
const ROUNDING = 1e-6;
const PERCENTAGE = /(\d[\d.,]*)[\s\u00a0\u202f]*%/g;
/** What stands around a name in a list. */
const EDGES = /^[\s;,:]+|[\s;,:]+$/g;

/** The shares themselves: any object may carry `herkomst`. */
export const sharesOf = (shares: Shares): [string, number][] => Object.entries(shares).filter(([code]) => code !== 'herkomst');

/** Why these do not add up to 1, as a sentence; undefined when they do. */
export function sumFault(shares: readonly number[]): string | undefined {
  const sum = shares.reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 1) <= ROUNDING) return undefined;
  return `De aandelen tellen op tot ${formatShare(sum)}; maak er 100${'\u00a0'}% van.`;
}

/** `60 % Hengelo; 40 % Enschede`, with so many decimals that reading it gives the same, or fewer to look at. */
export function writeShares(shares: Shares, options: readonly ShareOption[], decimals = 10): string {
  return sharesOf(shares).map(([code, share]) => `${formatPlain(share * 100, decimals)}\u00a0% ${options.find((o) => o.value === code)?.label ?? code}`).join('; ');
}

/** Reads what `writeShares` writes, names before or after their percentage, and a single name for all of it; else why not, in one sentence. */
export function readShares(text: string, options: readonly ShareOption[]): { ok: true; value: Shares } | { ok: false; why: string } {
  const folded = (t: string): string => t.replace(EDGES, '').replaceAll(/\s+/g, ' ').toLowerCase();
  const found = [...text.matchAll(PERCENTAGE)];
  const between = text.split(PERCENTAGE).filter((_, i) => i % 2 === 0);
  const first = folded(between[0] ?? '') === '';
  const names = found.length === 0 ? between : first ? between.slice(1) : between.slice(0, -1);
  const example = `Schrijf bijvoorbeeld ${options.slice(0, 2).map((o, i) => `${i === 0 ? 60 : 40}\u00a0% ${o.label}`).join('; ')}.`;
  if (!first && found.length > 0 && folded(between.at(-1) ?? '') !== '') return { ok: false, why: example };
  const shares: Record<string, number> = {};
  for (const [i, name] of names.entries()) {
    const option = options.find((o) => folded(o.value) === folded(name) || folded(o.label) === folded(name));
    if (!option) return { ok: false, why: folded(name) === '' ? example : `“${name.replace(EDGES, '').slice(0, 40)}” is niet bekend. ${example}` };
    if (shares[option.value] !== undefined) return { ok: false, why: `${option.label} staat er twee keer.` };
    const percent = found.length === 0 ? 100 : parseNumber(found[i]![1]!);
    if (percent === undefined || percent > 100) return { ok: false, why: `${option.label} heeft geen aandeel tussen 0 en 100\u00a0%.` };
    shares[option.value] = Number((percent / 100).toPrecision(15));
  }
  const fault = sumFault(Object.values(shares));
  return fault === undefined ? { ok: true, value: shares } : { ok: false, why: fault };
}

/** A dekking as the project keeps it: all gemeenten is what holds without one. */
export const asDekking = (shares: Shares): Dekking | undefined => {
  const all = sharesOf(shares);
  return all.length === 1 && all[0]?.[0] === GEMEENTEN && all[0][1] === 1 ? undefined : Object.fromEntries(all);
};

/** Shares in proportion to these figures; equal ones where there is nothing to go by (rekenmodel 3). */
export function proportional(figures: readonly (readonly [string, number])[]): Shares {
  const sum = figures.reduce((s, [, n]) => s + n, 0);
  return Object.fromEntries(sum > 0 ? figures.filter(([, n]) => n > 0).map(([code, n]) => [code, n / sum]) : figures.map(([code]) => [code, 1 / figures.length]));
}
