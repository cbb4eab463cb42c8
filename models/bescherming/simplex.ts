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
  /** Writes the equations out afresh for the corner that was reached, so that no rounding of earlier steps is left. */
  verfris(): void;
}

const NUL = 1e-9;
const DRAAIPUNT = 1e-7;

function trekAf(rij: Float64Array, spil: Float64Array, plekken: readonly number[], k: number): void {
  const maal = rij[k] as number;
  if (maal === 0) return;
  for (const j of plekken) rij[j]! -= maal * (spil[j] as number);
  rij[k] = 0;
}

/**
 * @param A equations, one row of n coefficients each, that hold in `bekend`
 * @param bekend a point that fulfils them, without negative values: the truth. It keeps the right sides exact, however often rows are combined.
 * @returns undefined when no corner could be found
 */
export function simplex(A: readonly Float64Array[], bekend: ArrayLike<number>, n: number): Oplosser | undefined {
  const breedte = n + 1;
  const begin = (): Float64Array[] => A.map((rij) => {
    const schaal = rij.reduce((max, a) => Math.max(max, Math.abs(a)), 0) || 1;
    const uit = new Float64Array(breedte);
    for (let j = 0; j < n; j++) uit[j] = (rij[j] as number) / schaal;
    return uit;
  });
  const rijen = begin();
  /** Which unknown a row stands for. */
  let basis = new Int32Array(0);
  let m = 0;
  const kosten = new Float64Array(breedte);

  function draai(r: number, k: number): void {
    const spil = rijen[r] as Float64Array;
    const deel = spil[k] as number;
    const plekken: number[] = [];
    for (let j = 0; j < breedte; j++) {
      if (Math.abs(spil[j] as number) < 1e-13) spil[j] = 0;
      if (spil[j] === 0) continue;
      spil[j]! /= deel;
      plekken.push(j);
    }
    spil[k] = 1;
    for (let i = 0; i < rijen.length; i++) {
      if (i === r) continue;
      const rij = rijen[i] as Float64Array;
      trekAf(rij, spil, plekken, k);
      if ((rij[n] as number) < 0 && (rij[n] as number) > -NUL && i < m) rij[n] = 0;
    }
    trekAf(kosten, spil, plekken, k);
    basis[r] = k;
  }

  /** Solves the equations for as many unknowns (of these), each time the largest coefficient that is left; equations that say nothing new go. */
  function losOp(kolommen: readonly number[]): void {
    const gekozen: number[] = [];
    const over = new Set(rijen.keys());
    while (over.size > 0) {
      let r = -1;
      let k = -1;
      let grootste = 1e-9;
      for (const i of over) {
        const rij = rijen[i] as Float64Array;
        for (const j of kolommen) {
          const a = Math.abs(rij[j] as number);
          if (a > grootste * 1.0000001) {
            grootste = a;
            [r, k] = [i, j];
          }
        }
        if (grootste > 0.5) break;
      }
      if (r < 0) break;
      over.delete(r);
      const spil = rijen[r] as Float64Array;
      const deel = spil[k] as number;
      const plekken: number[] = [];
      for (let j = 0; j < n; j++) {
        if (spil[j] === 0) continue;
        spil[j]! /= deel;
        plekken.push(j);
      }
      spil[k] = 1;
      rijen.forEach((rij, i) => i !== r && trekAf(rij, spil, plekken, k));
      gekozen.push(r);
      basisVan.set(r, k);
    }
    const houd = gekozen.map((r) => rijen[r] as Float64Array);
    basis = Int32Array.from(gekozen, (r) => basisVan.get(r) as number);
    rijen.length = 0;
    rijen.push(...houd);
    m = rijen.length;
    for (const rij of rijen) {
      let som = 0;
      for (let j = 0; j < n; j++) som += (rij[j] as number) * (bekend[j] as number);
      rij[n] = Math.abs(som) < NUL ? 0 : som;
    }
  }
  const basisVan = new Map<number, number>();
  losOp(Array.from({ length: n }, (_, j) => j));

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

  // Phase 1: as long as an unknown is negative, the sum of those that are is made larger; none that is not may become it.
  for (let keer = 0; keer < 20 * (m + n) + 200; keer++) {
    const negatief = [...rijen.keys()].filter((i) => (rijen[i]![n] as number) < -NUL);
    if (negatief.length === 0) break;
    kosten.fill(0);
    for (const i of negatief) for (let j = 0; j < n; j++) kosten[j]! -= rijen[i]![j] as number;
    for (let i = 0; i < m; i++) kosten[basis[i] as number] = 0;
    let k = -1;
    if (keer > 4 * (m + n)) k = kosten.findIndex((winst, j) => j < n && winst > NUL);
    else for (let j = 0; j < n; j++) if ((kosten[j] as number) > NUL && (k < 0 || (kosten[j] as number) > (kosten[k] as number))) k = j;
    if (k < 0) return undefined;
    // The first to reach 0 from above, or else the last of the negative ones to become 0.
    let r = -1;
    let stap = Number.POSITIVE_INFINITY;
    for (let i = 0; i < m; i++) {
      const [a, b] = [rijen[i]![k] as number, rijen[i]![n] as number];
      if (b < -NUL || a <= DRAAIPUNT) continue;
      if (b / a < stap - NUL || (b / a <= stap + NUL && a > (rijen[r]![k] as number))) [r, stap] = [i, b / a];
    }
    let verste = -1;
    let ver = -1;
    for (const i of negatief) {
      const a = rijen[i]![k] as number;
      if (a >= -DRAAIPUNT) continue;
      const hier = (rijen[i]![n] as number) / a;
      if (hier <= stap + NUL && hier > ver) [verste, ver] = [i, hier];
    }
    if (verste >= 0) r = verste;
    if (r < 0) return undefined;
    draai(r, k);
  }
  if (rijen.some((rij) => (rij[n] as number) < -NUL)) return undefined;
  for (const rij of rijen) if ((rij[n] as number) < 0) rij[n] = 0;

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
    verfris() {
      const kolommen = [...basis];
      rijen.length = 0;
      rijen.push(...begin());
      losOp(kolommen);
      for (const rij of rijen) if ((rij[n] as number) < 0) rij[n] = 0;
    },
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
