/**
 * Latin hypercube (McKay, Beckman & Conover 1979): of each assumption every one of n equal slices of probability is drawn exactly once, in an order of its
 * own. With as many draws the figures lie closer together than with loose ones.
 */
import { toevalsstroom } from './toeval.ts';

/**
 * The probabilities (0 < u < 1) of one assumption in all draws: slice `volgorde[i]`, and within it a random place.
 * @param naam of the assumption: what it draws depends on nothing but this, seed and number of draws
 */
export function kansenVan(zaad: number, trekkingen: number, naam: string): Float64Array {
  const husselaar = toevalsstroom(zaad, `${naam} volgorde`);
  const plek = toevalsstroom(zaad, `${naam} plek`);
  const volgorde = new Uint32Array(trekkingen).map((_, i) => i);
  // Fisher–Yates.
  for (let i = trekkingen - 1; i > 0; i--) {
    const j = Math.floor((husselaar(trekkingen - 1 - i) / 2 ** 32) * (i + 1));
    const deze = volgorde[i] as number;
    volgorde[i] = volgorde[j] as number;
    volgorde[j] = deze;
  }
  return Float64Array.from(volgorde, (slag, i) => (slag + (plek(i) + 0.5) / 2 ** 32) / trekkingen);
}
