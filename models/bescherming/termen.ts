/** Sums of unknowns (`Termen`): making, adding up, comparing. */
import type { Onbekende, Termen } from './types.ts';

export const GEEN_TERMEN: Termen = { plek: [], coef: [] };

/** Adds up coefficients per unknown; what cancels out is left out. */
export function somVan(delen: Iterable<readonly [plek: number, coef: number]>): Termen {
  const som = new Map<number, number>();
  for (const [plek, coef] of delen) if (coef !== 0) som.set(plek, (som.get(plek) ?? 0) + coef);
  const plekken = [...som.keys()].filter((p) => Math.abs(som.get(p) as number) > 1e-12).sort((a, b) => a - b);
  return { plek: plekken, coef: plekken.map((p) => som.get(p) as number) };
}

export const waardeVan = ({ plek, coef }: Termen, onbekenden: readonly Onbekende[]): number =>
  plek.reduce((som, p, i) => som + (coef[i] as number) * (onbekenden[p] as Onbekende).waarde, 0);

/** Equal for sums of which one is a multiple of the other: a reader who knows one knows the other. */
export function richting({ plek, coef }: Termen): string {
  const eerste = coef[0] ?? 1;
  return plek.map((p, i) => `${p}:${((coef[i] as number) / eerste).toPrecision(11)}`).join(' ');
}
