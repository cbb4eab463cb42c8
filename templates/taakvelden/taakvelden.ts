/** Which taakvelden a budget year uses, and a change of taakveld as a project holds it. */
import type { PerJaar } from '../../models/project/types.ts';
import { TAAKVELDREEKSEN, type Taakveldreeks } from './reeksen.ts';

/** First budget year per series, by id, where the user set another than the proposed one. */
export type Beginjaren = Readonly<Record<string, number>>;

const beginjaar = (reeks: Taakveldreeks, beginjaren: Beginjaren): number => beginjaren[reeks.id] ?? reeks.vanafJaar;

/** The series of a budget year: the one that began last. Undefined before the first of them. */
export function reeksVan(jaar: number, beginjaren: Beginjaren = {}, reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): Taakveldreeks | undefined {
  return reeksen.filter((r) => beginjaar(r, beginjaren) <= jaar).sort((a, b) => beginjaar(b, beginjaren) - beginjaar(a, beginjaren))[0];
}

/** "6.752 Jeugdhulp ambulant regionaal", or the text itself where no series knows it. */
export function taakveldnaam(code: string, reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): string {
  const taakveld = reeksen.flatMap((r) => r.taakvelden).find((t) => t.code === code);
  return taakveld ? `${taakveld.code} ${taakveld.naam}` : code;
}

/**
 * The `taakveld` of a product or cost line when the series changes within the years of a project.
 * @param perReeks the code that it has in each series, by id of the series
 * @returns code per budget year; years whose series has no code are left out
 */
export function taakveldPerJaar(perReeks: Readonly<Record<string, string>>, jaren: readonly number[], beginjaren: Beginjaren = {}): PerJaar<string> {
  return Object.fromEntries(jaren.flatMap((jaar) => {
    const code = perReeks[reeksVan(jaar, beginjaren)?.id ?? ''];
    return code === undefined ? [] : [[String(jaar), code]];
  }));
}
