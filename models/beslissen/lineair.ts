/** Linear programming for a handful of variables: the dual simplex method on a tableau. */

/**
 * Minimises Σ c·x under A·x ≤ b, x ≥ 0.
 * @param c at least 0 each, so that doing nothing is best as long as it is allowed
 * @param rijen of A, each with its b
 * @returns x, or undefined where no x fits
 */
export function minimaliseer(c: readonly number[], rijen: readonly { a: readonly number[]; b: number }[]): number[] | undefined {
  const n = c.length;
  const m = rijen.length;
  // Rows are scaled, so that one tolerance serves euros and shares alike.
  const tableau = rijen.map(({ a, b }, i) => {
    const maat = a.reduce((hoogste, x) => Math.max(hoogste, Math.abs(x)), 0) || 1;
    return [...a.map((x) => x / maat), ...Array.from({ length: m }, (_, j) => Number(i === j)), b / maat];
  });
  const kosten = [...c, ...Array.from({ length: m + 1 }, () => 0)];
  const basis = Array.from({ length: m }, (_, i) => n + i);
  const rechts = n + m;

  for (let keer = 0; keer < 10_000; keer++) {
    // Bland: of the rows that do not hold the one of the first variable, and among equals the first column; so it cannot go round in circles.
    const uit = basis.reduce((eerste, j, i) => ((tableau[i]![rechts] as number) < -1e-12 && (eerste < 0 || j < (basis[eerste] as number)) ? i : eerste), -1);
    if (uit < 0) {
      const x = Array.from({ length: n }, () => 0);
      for (const [i, j] of basis.entries()) if (j < n) x[j] = Math.max(0, tableau[i]![rechts] as number);
      return x;
    }
    const rij = tableau[uit] as number[];
    let erin = -1;
    let beste = Infinity;
    for (let j = 0; j < rechts; j++) {
      const a = rij[j] as number;
      if (a >= -1e-12) continue;
      const verhouding = (kosten[j] as number) / -a;
      if (verhouding < beste - 1e-12) [erin, beste] = [j, verhouding];
    }
    if (erin < 0) return undefined;
    const spil = rij[erin] as number;
    for (let j = 0; j <= rechts; j++) rij[j]! /= spil;
    for (const andere of [...tableau.filter((r) => r !== rij), kosten]) {
      const factor = andere[erin] as number;
      if (factor !== 0) for (let j = 0; j <= rechts; j++) andere[j]! -= factor * (rij[j] as number);
    }
    basis[uit] = erin;
  }
  return undefined;
}
