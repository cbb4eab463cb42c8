/** An arrangement with its start so many months later: what a draw moves, for what is made once per start. */
import type { Arrangement } from '../../project/types.ts';
import { periodeVanArrangement } from '../../rekenen/effect.ts';
import type { Periode } from '../../rekenen/kader.ts';
import type { Beslisbasis } from '../basis.ts';
import { scenarioGetrokken } from '../getrokken.ts';
import { alleen } from '../parameters.ts';

/** The arrangement and its months; without lines where it does not come about. */
export function verlater({ scenario, project }: Beslisbasis, arrangement: Arrangement, maanden: number): { arrangement: Arrangement; periode: Periode } {
  const [nieuw] = scenarioGetrokken({ ...scenario, arrangementen: [arrangement], regionaal: [] }, project.producten, () => alleen('startvertraging', maanden)).arrangementen as [Arrangement];
  return { arrangement: nieuw, periode: periodeVanArrangement(nieuw) };
}
