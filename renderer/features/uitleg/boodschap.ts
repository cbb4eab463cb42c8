/** The message of a chart in one sentence, from its figures. */
import { directionOf, formatEffectShort, formatEuroShort } from '../../format/amount.ts';

/** `Vanaf 2029 V, in 2030 V € 0,3 mln`: from which year the direction no longer changes, and where it ends. */
export function effectBoodschap(years: readonly number[], effect: readonly number[]): string {
  const last = effect.length - 1;
  const end = directionOf(effect[last] ?? 0);
  if (effect.every((e) => directionOf(e) === '')) return 'Geen verschil met het nulscenario';
  let from = last;
  while (from > 0 && directionOf(effect[from - 1] ?? 0) === end) from--;
  const amount = `in ${years[last]} ${formatEffectShort(effect[last] ?? 0)}`;
  if (last === 0) return `In ${years[0]} ${formatEffectShort(effect[0] ?? 0)}`;
  if (end === '') return `In ${years[last]} geen verschil met het nulscenario`;
  return from === 0 ? `Elk jaar ${end}, ${amount}` : `Vanaf ${years[from]} ${end}, ${amount}`;
}

/** `Van € 6,9 mln naar € 6,4 mln`. */
export const vanNaar = (from: number, to: number): string => `Van ${formatEuroShort(from)} naar ${formatEuroShort(to)}`;
