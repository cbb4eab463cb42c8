import type { GemeenteCode, Sleutelvariabele } from '../project/types.ts';
import type { Gegevens } from '../rekenen/gegevens.ts';

/** Whether every participant has the figure that a key on this variable needs (P23). */
export const isBekend = ({ gemeenten }: Pick<Gegevens, 'gemeenten'>, variabele: Sleutelvariabele, deelnemers: readonly GemeenteCode[]): boolean =>
  (variabele !== 'inwoners' && variabele !== 'inwonersJeugd') || gemeenten.every((g) => !deelnemers.includes(g.code) || g[variabele] !== undefined);
