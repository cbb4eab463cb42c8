/** Index series (rekenmodel 3): from price level to year, by rates per calendar year. */
import { renteIn } from '../project/standaard.ts';
import type { IndexNaam, Indexen, Rente } from '../project/types.ts';
import type { Reeks } from './types.ts';

/** Index of each year: Π_{k=prijspeil+1..y}(1+rate_k), 1 for y ≤ prijspeil (rekenmodel 3). */
export function indexreeks(rente: Rente | undefined, prijspeil: number, jaren: readonly number[]): Reeks {
  return jaren.map((jaar) => {
    let index = 1;
    for (let k = prijspeil + 1; k <= jaar; k++) index *= 1 + renteIn(rente, k);
    return index;
  });
}

/** `P`, `L`, `V` and `U` of rekenmodel 3, one number per year of the horizon. */
export type Indexreeksen = Record<IndexNaam, Reeks>;

export function indexreeksen(indexen: Indexen, prijspeil: number, jaren: readonly number[]): Indexreeksen {
  return {
    prijs: indexreeks(indexen.prijs, prijspeil, jaren),
    loon: indexreeks(indexen.loon, prijspeil, jaren),
    volume: indexreeks(indexen.volume, prijspeil, jaren),
    leerlingen: indexreeks(indexen.leerlingen, prijspeil, jaren),
  };
}
