/** Recognising rows and columns that hold sums (import.md: total and subtotal rows are control figures, not data). */
import { vouw } from './naam.ts';

export type Totaalsoort = 'subtotaal' | 'totaal';

const TOTAAL = /^(?:(sub) ?|(?:eind|generaal|groot) ?)?tota(?:al|len)(?: (.*))?$/;

/** s, e, g, t. */
const BEGIN = new Set([115, 101, 103, 116]);

/** Whether a label says that its row or column is a sum; `totaal X` may be of a part or of all. */
export function totaalsoort(label: string): Totaalsoort | null {
  // Cheap test first: this runs on cells of every row, and nearly none begins with one of these letters.
  if (!BEGIN.has(label.charCodeAt(0) | 32) || !/tota/i.test(label)) return null;
  const delen = TOTAAL.exec(vouw(label));
  if (delen === null) return null;
  return delen[1] !== undefined || (delen[2] !== undefined && delen[2] !== 'generaal' && delen[2] !== 'alles') ? 'subtotaal' : 'totaal';
}
