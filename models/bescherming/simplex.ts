/**
 * Linear programming for the audit: how far a sum of non-negative unknowns can go while equations hold. A dense tableau, primal simplex in two phases.
 *
 * What counts is never that a maximum was reached but that a point was: every answer comes with its point, and whoever asks checks that point against
 * the equations (`audit.ts`). An error here can therefore make an export be refused, never be let through.
 */

export interface Punt { x: Float64Array; waarde: number }
export interface Oplosser {
  /** Walks from the last point towards larger values of doel·x; stops at the maximum, or as soon as the value is `genoeg`. */
  stijg(doel: Float64Array, genoeg: number): Punt;
}

const NUL = 1e-9;
const DRAAIPUNT = 1e-7;

/**
 * @param A equations, one row of n coefficients each; @param b their right sides
 * @returns undefined when no point with x ≥ 0 could be found
 */
export function simplex(A: readonly Float64Array[], b: readonly number[], n: number): Oplosser | undefined {
  const breedte = n + 1;
  let m = A.length;
  let rijen: Float64Array[] = A.map((rij, i) => {
    const schaal = rij.reduce((max, a) => Math.max(max, Math.abs(a)), 0) || 1;
    const teken = (b[i] as number) < 0 ? -1 : 1;
    const uit = new Float64Array(breedte);
    for (let j = 0; j < n; j++) uit[j] = (teken * (rij[j] as number)) / schaal;
    uit[n] = (teken * (b[i] as number)) / schaal;
    return uit;
  });
  /** Which unknown a row stands for; −1: still an artificial one. */
  let basis = new Int32Array(m).fill(-1);
  const kosten = new Float64Array(breedte);

  function draai(r: number, k: number): void {
    const spil = rijen[r] as Float64Array;
    const deel = spil[k] as number;
    for (let j = 0; j < breedte; j++) spil[j]! /= deel;
    spil[k] = 1;
    const plekken: number[] = [];
    for (let j = 0; j < breedte; j++) if (spil[j] !== 0) plekken.push(j);
    const trekAf = (rij: Float64Array): void => {
      const maal = rij[k] as number;
      if (maal === 0) return;
      for (const j of plekken) rij[j]! -= maal * (spil[j] as number);
      rij[k] = 0;
    };
    for (let i = 0; i < m; i++) {
      if (i === r) continue;
      const rij = rijen[i] as Float64Array;
      trekAf(rij);
      if ((rij[n] as number) < 0 && (rij[n] as number) > -NUL) rij[n] = 0;
    }
    trekAf(kosten);
    basis[r] = k;
  }

  /** Pivots while `kosten` shows a gain. Returns 'onbegrensd' with the column, or 'klaar'. */
  function loop(klaar: () => boolean): number {
    let stil = 0;
    const hoogstens = 50 * (m + n) + 1000;
    for (let keer = 0; keer < hoogstens && !klaar(); keer++) {
      let k = -1;
      let beste = NUL;
      for (let j = 0; j < n; j++) {
        const winst = kosten[j] as number;
        if (winst > beste) {
          k = j;
          if (stil > 2 * m + 20) break; // Bland's rule: the first column, so that degenerate pivots end.
          beste = winst;
        }
      }
      if (k < 0) return -1;
      let r = -1;
      let stap = Number.POSITIVE_INFINITY;
      for (let i = 0; i < m; i++) {
        const a = (rijen[i] as Float64Array)[k] as number;
        if (a <= DRAAIPUNT) continue;
        const hier = ((rijen[i] as Float64Array)[n] as number) / a;
        if (hier < stap - NUL || (hier <= stap + NUL && r >= 0 && a > ((rijen[r] as Float64Array)[k] as number) && stil <= 2 * m + 20)) {
          r = i;
          stap = hier;
        }
      }
      if (r < 0) return k;
      stil = stap > NUL ? 0 : stil + 1;
      draai(r, k);
    }
    return -1;
  }

  // Phase 1: bring the artificial unknowns to nothing.
  for (const rij of rijen) for (let j = 0; j < breedte; j++) kosten[j]! += rij[j] as number;
  loop(() => false);
  for (let i = 0; i < m; i++) {
    if (basis[i] !== -1) continue;
    const rij = rijen[i] as Float64Array;
    if (Math.abs(rij[n] as number) > 1e-6) return undefined;
    rij[n] = 0;
    let k = -1;
    for (let j = 0; j < n; j++) if (Math.abs(rij[j] as number) > DRAAIPUNT && (k < 0 || Math.abs(rij[j] as number) > Math.abs(rij[k] as number))) k = j;
    if (k >= 0) draai(i, k);
  }
  const nodig = [...basis.keys()].filter((i) => basis[i] !== -1);
  rijen = nodig.map((i) => rijen[i] as Float64Array);
  basis = Int32Array.from(nodig, (i) => basis[i] as number);
  m = rijen.length;

  const punt = (): Float64Array => {
    const x = new Float64Array(n);
    for (let i = 0; i < m; i++) x[basis[i] as number] = Math.max(0, (rijen[i] as Float64Array)[n] as number);
    return x;
  };
  const inwendig = (doel: Float64Array, x: Float64Array): number => {
    let som = 0;
    for (let j = 0; j < n; j++) if (doel[j] !== 0) som += (doel[j] as number) * (x[j] as number);
    return som;
  };

  return {
    stijg(doel, genoeg) {
      kosten.fill(0);
      for (let j = 0; j < n; j++) kosten[j] = doel[j] as number;
      for (let i = 0; i < m; i++) {
        const maal = doel[basis[i] as number] as number;
        if (maal === 0) continue;
        const rij = rijen[i] as Float64Array;
        for (let j = 0; j < breedte; j++) kosten[j]! -= maal * (rij[j] as number);
      }
      const straal = loop(() => -(kosten[n] as number) >= genoeg);
      const x = punt();
      if (straal < 0) return { x, waarde: inwendig(doel, x) };
      // Nothing bounds it: one step along the ray, as far as is asked.
      const stap = Math.max(1, Math.ceil((genoeg - inwendig(doel, x)) / (kosten[straal] as number)));
      x[straal] = stap;
      for (let i = 0; i < m; i++) x[basis[i] as number] = Math.max(0, ((rijen[i] as Float64Array)[n] as number) - stap * ((rijen[i] as Float64Array)[straal] as number));
      return { x, waarde: inwendig(doel, x) };
    },
  };
}
