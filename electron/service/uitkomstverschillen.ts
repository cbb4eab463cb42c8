/** Two outcomes of a calculation compared, within the agreement of rekenmodel 8. */
import type { Berekening } from '../../models/rekenen/types.ts';

/** Differences that are said; when there are more, only how many. */
const GENOEMD = 50;

/** Each difference as a Dutch sentence with its place; warnings do not count, they are no figures. */
export function uitkomstverschillen(vast: Berekening, nu: Berekening): string[] {
  const verschillen: string[] = [];
  vergelijk(zonderWaarschuwingen(vast), zonderWaarschuwingen(nu), '', verschillen);
  return verschillen.length <= GENOEMD ? verschillen : [...verschillen.slice(0, GENOEMD), `En nog ${verschillen.length - GENOEMD} verschillen.`];
}

const zonderWaarschuwingen = ({ jaren, uitstroom, nul, scenarios }: Berekening): unknown => ({ jaren, uitstroom, nul, scenarios });
/** Euros: € 0,005 and 1e-9 of the amount; shares are far below that and are held to the same. */
const gelijk = (a: number, b: number): boolean => Math.abs(a - b) <= 0.005 + 1e-9 * Math.max(Math.abs(a), Math.abs(b));

function vergelijk(a: unknown, b: unknown, pad: string, verschillen: string[]): void {
  if (typeof a === 'number' && typeof b === 'number' ? gelijk(a, b) : a === b) return;
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    for (const sleutel of new Set([...Object.keys(a), ...Object.keys(b)])) {
      vergelijk((a as Record<string, unknown>)[sleutel], (b as Record<string, unknown>)[sleutel], pad === '' ? sleutel : `${pad}.${sleutel}`, verschillen);
    }
    return;
  }
  verschillen.push(`${pad} is vastgesteld op ${String(a ?? 'niets')} en wordt nu berekend op ${String(b ?? 'niets')}.`);
}
