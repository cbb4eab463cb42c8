/** The distributions of uncertain assumptions (docs/beslissen.md): their exact inverse, their middle and their ends. */
import type { Kansverdeling } from '../project/types.ts';
import { betaverdeling } from './betaverdeling.ts';

/** Shape of PERT: how heavily the mode weighs. */
const PERT_VORM = 4;

/** The value that is not exceeded with probability u, for u in 0..1. */
export type Inverse = (u: number) => number;

/** The exact inverse of the cumulative distribution. @param v valid: its values do not decrease */
export function inverseVan(v: Kansverdeling): Inverse {
  switch (v.soort) {
    case 'vast': return () => v.waarde;
    case 'uniform': return (u) => v.min + u * (v.max - v.min);
    case 'driehoek': return driehoek(v.min, v.modus, v.max);
    case 'pert': return pert(v.min, v.modus, v.max);
    case 'p10p50p90': return gebroken(v.p10, v.p50, v.p90);
  }
}

function driehoek(min: number, modus: number, max: number): Inverse {
  const breedte = max - min;
  if (breedte === 0) return () => min;
  const bijModus = (modus - min) / breedte;
  return (u) => (u <= bijModus ? min + Math.sqrt(u * breedte * (modus - min)) : max - Math.sqrt((1 - u) * breedte * (max - modus)));
}

/** A beta distribution with shapes 1 + 4·(modus − min)/(max − min) and 1 + 4·(max − modus)/(max − min), from min to max. */
function pert(min: number, modus: number, max: number): Inverse {
  const breedte = max - min;
  if (breedte === 0) return () => min;
  const { inverse } = betaverdeling(1 + (PERT_VORM * (modus - min)) / breedte, 1 + (PERT_VORM * (max - modus)) / breedte);
  return (u) => min + breedte * inverse(u);
}

/** Straight lines through P0 = p10 − (p50 − p10)/4, P10, P50, P90 and P100 = p90 + (p90 − p50)/4. */
function gebroken(p10: number, p50: number, p90: number): Inverse {
  const kansen = [0, 0.1, 0.5, 0.9, 1] as const;
  const waarden = [p10 - (p50 - p10) / 4, p10, p50, p90, p90 + (p90 - p50) / 4] as const;
  return (u) => {
    const i = u < 0.1 ? 0 : u < 0.5 ? 1 : u < 0.9 ? 2 : 3;
    const [k, l] = [kansen[i], kansen[i + 1]] as [number, number];
    const [van, tot] = [waarden[i], waarden[i + 1]] as [number, number];
    return u >= 1 ? tot : van + ((u - k) / (l - k)) * (tot - van);
  };
}

/** What an assumption is held at while another is varied: `p50`, `modus`, the mean of `uniform`, `waarde`. */
export function middenVan(v: Kansverdeling): number {
  switch (v.soort) {
    case 'vast': return v.waarde;
    case 'uniform': return (v.min + v.max) / 2;
    case 'p10p50p90': return v.p50;
    default: return v.modus;
  }
}

/** The least and the greatest value that can be drawn. */
export function eindenVan(v: Kansverdeling): [min: number, max: number] {
  const inverse = inverseVan(v);
  return [inverse(0), inverse(1)];
}
