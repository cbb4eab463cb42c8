/**
 * The beta distribution on 0..1: cumulative probability and its inverse. The regularised incomplete beta function by its continued fraction (Lentz;
 * Abramowitz & Stegun 26.5.8), the inverse by Newton steps inside a table of the function, so that it is exact to the last digits and never leaves 0..1.
 */

/** Lanczos coefficients (g = 7, 9 terms): ln Γ to about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x), x > ½. */
function logGamma(x: number): number {
  const z = x - 1;
  let som: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) som += (LANCZOS[i] as number) / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(som);
}

/** The continued fraction of I_x(a,b); converges fast for x < (a+1)/(a+b+2). */
function kettingbreuk(x: number, a: number, b: number): number {
  const KLEINST = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < KLEINST ? KLEINST : d);
  let breuk = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < KLEINST ? KLEINST : d);
    if (Math.abs(c) < KLEINST) c = KLEINST;
    breuk *= c * d;
    const oneven = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + oneven * d;
    c = 1 + oneven / c;
    d = 1 / (Math.abs(d) < KLEINST ? KLEINST : d);
    if (Math.abs(c) < KLEINST) c = KLEINST;
    const stap = c * d;
    breuk *= stap;
    if (Math.abs(stap - 1) < 1e-16) break;
  }
  return breuk;
}

export interface Betaverdeling {
  /** P(X ≤ x). */
  kans(x: number): number;
  /** The x with P(X ≤ x) = u, for u in 0..1. */
  inverse(u: number): number;
}

/** Cells of the table of P in which the inverse is looked up first. */
const CELLEN = 256;

/** @param a, b shapes, at least 1 */
export function betaverdeling(a: number, b: number): Betaverdeling {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  const dichtheid = (x: number): number => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta);

  function kans(x: number): number {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const voor = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta);
    return x < (a + 1) / (a + b + 2) ? (voor * kettingbreuk(x, a, b)) / a : 1 - (voor * kettingbreuk(1 - x, b, a)) / b;
  }

  let tabel: Float64Array | undefined;
  function inverse(u: number): number {
    if (u <= 0) return 0;
    if (u >= 1) return 1;
    tabel ??= Float64Array.from({ length: CELLEN + 1 }, (_, i) => kans(i / CELLEN));
    let laag = 0;
    let hoog = CELLEN;
    while (hoog - laag > 1) {
      const midden = (laag + hoog) >> 1;
      if ((tabel[midden] as number) <= u) laag = midden;
      else hoog = midden;
    }
    let van = laag / CELLEN;
    let tot = hoog / CELLEN;
    const onder = tabel[laag] as number;
    // In the first cell P grows as x^a; elsewhere a straight line is a good first guess.
    let x = laag === 0 ? tot * (u / (tabel[1] as number)) ** (1 / a) : van + ((u - onder) / ((tabel[hoog] as number) - onder)) / CELLEN;
    for (let i = 0; i < 60; i++) {
      const fout = kans(x) - u;
      if (fout > 0) tot = x;
      else van = x;
      const stap = fout / dichtheid(x);
      const volgende = x - stap;
      // Newton, whose error is squared at every step, so that after a step this small there is none; halving where it would leave the bracket.
      if (Math.abs(stap) <= 1e-9 * Math.min(x, 1 - x)) return volgende;
      x = volgende > van && volgende < tot ? volgende : (van + tot) / 2;
    }
    return x;
  }
  return { kans, inverse };
}
