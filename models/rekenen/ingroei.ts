/** Ingroei (rekenmodel 6): the transition from what a gemeente would pay by the key `van` to what it pays by `sleutel`. */
import type { Ingroei } from '../project/types.ts';

/** Share of the way in year number `y`; years beyond the list are at the target. */
export const ingroeiaandeel = (ingroei: Ingroei, y: number): number => ingroei.aandeel[y] ?? 1;

/** Euros per inhabitant in year number `y`, undefined = no maximum. */
export const maximumPerInwonerIn = (ingroei: Ingroei, y: number): number | undefined =>
  typeof ingroei.maximumPerInwoner === 'number' ? ingroei.maximumPerInwoner : ingroei.maximumPerInwoner?.[y];

/**
 * δ per participant in year number `y`, so that contribution = ref + δ. With a maximum, δ is clipped to ± maximum·inwoners and then the larger side
 * (Σ rises, Σ falls) is scaled down to the smaller, so that rises pay for falls exactly.
 * @param doel, ref euros per participant; @param inwoners per participant (only read with a maximum)
 */
export function ingroeistap(ingroei: Ingroei, y: number, doel: readonly number[], ref: readonly number[], inwoners: readonly number[]): number[] {
  const aandeel = ingroeiaandeel(ingroei, y);
  const maximum = maximumPerInwonerIn(ingroei, y);
  const delta = doel.map((bedrag, i) => aandeel * (bedrag - (ref[i] as number)));
  if (maximum === undefined) return delta;
  const begrensd = delta.map((d, i) => Math.max(-maximum * (inwoners[i] as number), Math.min(maximum * (inwoners[i] as number), d)));
  const stijging = begrensd.reduce((som, d) => som + Math.max(d, 0), 0);
  const daling = begrensd.reduce((som, d) => som - Math.min(d, 0), 0);
  const kleinste = Math.min(stijging, daling);
  return begrensd.map((d) => (d > 0 ? (d * kleinste) / stijging : d < 0 ? (d * kleinste) / daling : 0));
}
