/**
 * Compares two outcomes of a calculation within the agreement of rekenmodel 8: euros ≤ 0.005 + 1e-9 relative, q and F ≤ 1e-9,
 * rounded contributions, years, months and counts exactly, and the same keys everywhere.
 */

export interface Verschil {
  /** Where, e.g. `scenarios.a.bijdragen.GM0164[2]`. */
  pad: string;
  links: unknown;
  rechts: unknown;
}

/** How far two numbers at a path may lie apart. */
export type Speling = (pad: string, links: number, rechts: number) => number;

const EXACT = /(^|\.)(jaren\[|bijdragenAfgerond\.|zonderToegang\.)/;
const FACTOR = /(^|\.)(uitstroom|vrijval)\./;

/** The agreement of rekenmodel 8. */
export function speling(pad: string, links: number, rechts: number): number {
  if (EXACT.test(pad)) return 0;
  if (FACTOR.test(pad)) return 1e-9;
  return 0.005 + 1e-9 * Math.max(Math.abs(links), Math.abs(rechts));
}

/** Every difference between two JSON values; keys in `behalve` are left out at every depth. An empty list means agreement. */
export function vergelijk(links: unknown, rechts: unknown, keuze: { speling?: Speling; behalve?: readonly string[] } = {}): Verschil[] {
  const { speling: marge = speling, behalve = ['waarschuwingen'] } = keuze;
  const verschillen: Verschil[] = [];

  function loop(pad: string, a: unknown, b: unknown): void {
    if (typeof a === 'number' && typeof b === 'number') {
      // Written so that NaN on either side is a difference.
      if (!(Math.abs(a - b) <= marge(pad, a, b))) verschillen.push({ pad, links: a, rechts: b });
    } else if (Array.isArray(a) && Array.isArray(b)) {
      for (let i = 0; i < Math.max(a.length, b.length); i += 1) loop(`${pad}[${i}]`, a[i], b[i]);
    } else if (isObject(a) && isObject(b)) {
      for (const sleutel of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (!behalve.includes(sleutel)) loop(pad === '' ? sleutel : `${pad}.${sleutel}`, a[sleutel], b[sleutel]);
      }
    } else if (a !== b) verschillen.push({ pad, links: a, rechts: b });
  }

  loop('', links, rechts);
  return verschillen;
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}

/** The first differences as readable lines, for the message of a failing test. */
export function beschrijf(verschillen: readonly Verschil[], hoogstens = 10): string {
  const regels = verschillen.slice(0, hoogstens).map(({ pad, links, rechts }) => `${pad}: ${JSON.stringify(links)} ≠ ${JSON.stringify(rechts)}`);
  if (verschillen.length > hoogstens) regels.push(`… en nog ${verschillen.length - hoogstens}`);
  return regels.join('\n');
}
