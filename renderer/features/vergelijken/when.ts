/** Which figure a question was about, in words. */
import type { Uitkomstkeuze } from '../../../models/beslissen/types.ts';

const period = (jaren: readonly number[]): string => (jaren.length > 1 ? `${jaren[0]}–${jaren.at(-1)}` : String(jaren[0]));

/** `2027–2030 opgeteld`, `2028`, `2027–2030, contante waarde`. */
export function when({ maat, jaar }: Uitkomstkeuze, jaren: readonly number[]): string {
  if (maat === 'ncw') return `${period(jaren)}, contante waarde`;
  return jaar === undefined ? `${period(jaren)}${jaren.length > 1 ? ' opgeteld' : ''}` : String(jaar);
}

/** Heading of the column with the figure, beside those of years; undefined where it is one of them. */
export const figureHeading = ({ maat, jaar }: Uitkomstkeuze): string | undefined => (maat === 'ncw' ? 'Contante waarde' : jaar === undefined ? 'Opgeteld' : undefined);
