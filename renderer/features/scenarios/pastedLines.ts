/** Cost lines out of a block from Excel: description, soort, number, amount, overhead in percent. */
import type { Inzetregel } from '../../../models/project/types.ts';
import { numberFault } from '../../components/NumberField.tsx';
import { parseNumber } from '../../format/number.ts';
import { REGELSOORT } from '../../help/words.ts';
import { withValue, without } from '../../stand/source.ts';

type Soort = Inzetregel['soort'];

/** A line of another kind keeps what that kind has too. */
export const withKind = (line: Inzetregel, soort: Soort): Inzetregel =>
  without({ ...line, soort, aantal: soort === 'perLeerling' ? undefined : (line.aantal ?? 1), overhead: soort === 'fte' ? line.overhead : undefined, opbouw: soort === 'fte' ? line.opbouw : undefined, maand: soort === 'eenmalig' ? line.maand : undefined });

const kindOf = (text: string): Soort | undefined => (Object.entries(REGELSOORT) as [Soort, string][]).find(([code, label]) => [code, label].some((t) => t.toLowerCase() === text.toLowerCase()))?.[0];

/**
 * Lays a block over the lines from one place on; rows below the last line become new lines.
 * @param column 0..4 where the block begins; an empty cell changes nothing
 * @returns the lines, or why a cell does not fit
 */
export function pasteLines(lines: readonly Inzetregel[], at: number, column: number, cells: readonly (readonly string[])[]): { ok: true; lines: Inzetregel[] } | { ok: false; refused: string[] } {
  const next = [...lines];
  const refused: string[] = [];
  for (const [i, texts] of cells.entries()) {
    const r = at + i;
    const fault = (what: string, why: string): void => void refused.push(`regel ${r + 1}, ${what}: ${why}`);
    const [omschrijving, soortText, aantalText, bedragText, overheadText] = [0, 1, 2, 3, 4].map((c) => texts[c - column] || undefined);
    const known = next[r];
    if (!known && (omschrijving === undefined || soortText === undefined)) {
      fault('nieuwe regel', 'geef omschrijving en soort');
      continue;
    }
    const soort = soortText === undefined ? known!.soort : kindOf(soortText);
    if (!soort) {
      fault('soort', `kies uit ${Object.values(REGELSOORT).join(', ')}`);
      continue;
    }
    const number = (what: string, text: string | undefined, bounds: { minimum?: number; maximum?: number }): number | undefined => {
      const why = text === undefined ? undefined : numberFault(text, bounds);
      if (why !== undefined) fault(what, why);
      return text === undefined ? undefined : parseNumber(text);
    };
    const bedrag = number('bedrag', bedragText, soort === 'fte' || soort === 'perLeerling' ? { minimum: 0 } : {});
    const aantal = number('aantal', aantalText, { minimum: 0 });
    const overhead = number('overhead', overheadText, { minimum: 0, maximum: 100 });
    if (aantal !== undefined && soort === 'perLeerling') fault('aantal', 'een bedrag per leerling heeft geen aantal');
    if (overhead !== undefined && soort !== 'fte') fault('overhead', 'alleen bij fte');
    const line = withKind(known ?? { omschrijving: omschrijving!, soort, bedrag: 0 }, soort);
    const values: Partial<Inzetregel> = {
      ...(omschrijving !== undefined && { omschrijving }), ...(bedrag !== undefined && { bedrag }), ...(aantal !== undefined && { aantal }), ...(overhead !== undefined && { overhead: overhead / 100 }),
    };
    next[r] = withValue(bedrag === undefined ? line : without({ ...line, opbouw: undefined }), values);
  }
  return refused.length > 0 ? { ok: false, refused } : { ok: true, lines: next };
}
