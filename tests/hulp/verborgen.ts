/** Invented regions in which a publication hides cells of gemeenten and schools, or is refused: one child costs more than all others of its gemeente together. */
import type { Project } from '../../models/project/types.ts';
import { regio } from './regio.ts';

const KINDEREN = [[14, 9, 12, 12], [11, 16, 10, 8], [20, 7, 11, 13], [9, 12, 12, 18], [15, 11, 10, 10]];
/** Whose treatment costs so much: [school, gemeente]. */
const metDuur = (waar: readonly (readonly [number, number])[], bedrag: number): Project =>
  regio({ jeugdigen: KINDEREN, kosten: (s, g, kind, p) => (kind === 0 && p === 1 && waar.some(([ds, dg]) => ds === s && dg === g) ? bedrag : 5000 + 10 * kind) });

/** Two gemeenten of which the amounts are hidden, two that are shown. */
export const metVerborgen = (): Project => metDuur([[2, 2], [0, 3]], 700_000);
/** One gemeente that cannot be hidden behind another. */
export const nietTeVerbergen = (): Project => metDuur([[2, 2]], 900_000);
