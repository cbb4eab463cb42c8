/** Terugverdienmaand (rekenmodel 7): from when the cumulative effect stays no dearer than the nulscenario. */
import { maandnaam, type Maand } from './maand.ts';
import type { Maandnaam } from './types.ts';

/** Cumulative effects up to this amount count as nothing. */
const HALVE_CENT = 0.005;

/**
 * The first month from which the cumulative effect stays ≤ € 0.005 to the end of the horizon; the first month if it never rises above; null if it ends above.
 * @param perMaand effect on gemeenten in euros for each month from `eersteMaand` to the end of the horizon
 */
export function terugverdienmaand(perMaand: ArrayLike<number>, eersteMaand: Maand): Maandnaam | null {
  let cumulatief = 0;
  let vanaf = 0;
  for (let m = 0; m < perMaand.length; m++) {
    cumulatief += perMaand[m] as number;
    if (cumulatief > HALVE_CENT) vanaf = m + 1;
  }
  return vanaf === perMaand.length && vanaf > 0 ? null : maandnaam(eersteMaand + vanaf);
}
