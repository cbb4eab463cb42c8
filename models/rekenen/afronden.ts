/** Rounded contributions (rekenmodel 6): the whole euros of an agreement, by largest remainder. */

/** Rounded to 6 decimals, so that noise of the calculation decides nothing. */
const opMiljoenste = (x: number): number => Math.round(x * 1e6) / 1e6;

/**
 * Whole euros that add up to the total (rounded to 6 decimals, then half up): each is floored, and the largest remainders get one more; ties by code.
 * @param bedragen euros per payer, `codes` their gemeente codes in the same order
 */
export function rondBijdragenAf(bedragen: readonly number[], codes: readonly string[]): number[] {
  const afgerond = bedragen.map(Math.floor);
  const rest = bedragen.map((bedrag, i) => opMiljoenste(bedrag - (afgerond[i] as number)));
  const totaal = Math.floor(opMiljoenste(bedragen.reduce((a, b) => a + b, 0)) + 0.5);
  const tekort = totaal - afgerond.reduce((a, b) => a + b, 0);
  const volgorde = bedragen.map((_, i) => i).sort((a, b) => (rest[b] as number) - (rest[a] as number) || ((codes[a] as string) < (codes[b] as string) ? -1 : 1));
  for (const i of volgorde.slice(0, tekort)) afgerond[i]!++;
  return afgerond;
}
