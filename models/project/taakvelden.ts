/**
 * The taakveld of a product or cost line per begrotingsjaar, as a project holds it (rekenmodel 1: a text, or one per year), and what follows when a series
 * of taakvelden takes the place of another.
 *
 * A project states no year in which a series begins: it has the code of each product and line per year. The year in which a series begins is the first
 * year that has one of its codes, so that what is set here and what the begroting uses cannot grow apart.
 */
import type { PerJaar } from './types.ts';
import { TAAKVELDREEKSEN, type Taakveldreeks } from './taakveldreeksen.ts';

export type Taakveldkeuze = string | PerJaar<string> | undefined;
/** First budget year per series, by id, where it is another than the proposed one. */
export type Beginjaren = Readonly<Record<string, number>>;

/** The taakveld in a year; undefined where there is none. */
export const taakveldIn = (taakveld: Taakveldkeuze, jaar: number): string | undefined => (typeof taakveld === 'string' ? taakveld : taakveld?.[jaar]) || undefined;

/** Those that belong to years, not the `herkomst` that an object may carry. */
const perJaar = (taakveld: PerJaar<string>): [number, string][] => Object.entries(taakveld).filter(([jaar]) => /^\d{4}$/.test(jaar)).map(([jaar, code]) => [Number(jaar), code]);

export const beginjaarVan = (reeks: Taakveldreeks, beginjaren: Beginjaren = {}): number => beginjaren[reeks.id] ?? reeks.vanafJaar;

/** The series of a budget year: the one that began last. Undefined before the first of them. */
export function reeksVan(jaar: number, beginjaren: Beginjaren = {}, reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): Taakveldreeks | undefined {
  return reeksen.filter((r) => beginjaarVan(r, beginjaren) <= jaar).sort((a, b) => beginjaarVan(b, beginjaren) - beginjaarVan(a, beginjaren))[0];
}

/** The series that has this code; undefined for a text of one's own. */
export const reeksMet = (code: string, reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): Taakveldreeks | undefined => reeksen.find((r) => r.taakvelden.some((t) => t.code === code));

/** "6.752 Jeugdhulp ambulant regionaal", or the text itself where no series knows it. */
export function taakveldnaam(code: string, reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): string {
  const taakveld = reeksen.flatMap((r) => r.taakvelden).find((t) => t.code === code);
  return taakveld ? `${taakveld.code} ${taakveld.naam}` : code;
}

/**
 * The years in which series begin, as the codes of a project tell: the first year per series with one of its codes. What holds for every year alike tells
 * nothing of when it began, and the oldest series is there from the start.
 */
export function beginjarenUit(taakvelden: readonly Taakveldkeuze[], reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): Beginjaren {
  const eerste: Record<string, number> = {};
  for (const taakveld of taakvelden) {
    if (typeof taakveld !== 'object') continue;
    for (const [jaar, code] of perJaar(taakveld)) {
      const reeks = reeksMet(code, reeksen);
      if (reeks && reeks !== reeksen[0]) eerste[reeks.id] = Math.min(jaar, eerste[reeks.id] ?? jaar);
    }
  }
  return eerste;
}

/**
 * The taakveld of a product or line after series begin in other years: each year keeps its code while that is of the series that holds then (or of none:
 * a text of one's own), and else takes the code of that series from the nearest year that has one. A year without such a code is left out: it is still
 * to be chosen.
 * @param jaren the budget years of the project; years outside them in which a series begins are written too, so that no code is lost
 */
export function metBeginjaren(taakveld: Taakveldkeuze, jaren: readonly number[], beginjaren: Beginjaren, reeksen: readonly Taakveldreeks[] = TAAKVELDREEKSEN): Taakveldkeuze {
  if (taakveld === undefined) return undefined;
  const nu = typeof taakveld === 'string' ? jaren.map((jaar): [number, string] => [jaar, taakveld]) : perJaar(taakveld);
  const alle = [...new Set([...jaren, ...nu.map(([jaar]) => jaar), ...reeksen.slice(1).map((r) => beginjaarVan(r, beginjaren))])].sort((a, b) => a - b);
  const nieuw: PerJaar<string> = {};
  for (const jaar of alle) {
    const reeks = reeksVan(jaar, beginjaren, reeksen);
    const eigen = nu.find(([j]) => j === jaar)?.[1];
    const bruikbaar = (code: string): boolean => reeksMet(code, reeksen) === reeks;
    const code = eigen !== undefined && (reeksMet(eigen, reeksen) === undefined || bruikbaar(eigen))
      ? eigen
      : nu.filter(([, c]) => bruikbaar(c)).sort(([a], [b]) => Math.abs(a - jaar) - Math.abs(b - jaar) || a - b)[0]?.[1];
    if (code !== undefined) nieuw[jaar] = code;
  }
  return Object.keys(nieuw).length > 0 ? nieuw : undefined;
}

/**
 * The taakveld after the code of one budget year is changed. One that is the same in all of them, and says nothing of other years, stays a text.
 * @param code undefined takes it away
 */
export function metTaakveld(taakveld: Taakveldkeuze, jaren: readonly number[], jaar: number, code: string | undefined): Taakveldkeuze {
  const nu = typeof taakveld === 'object' ? Object.fromEntries(perJaar(taakveld)) : Object.fromEntries(jaren.flatMap((j) => (taakveld === undefined ? [] : [[j, taakveld]])));
  const nieuw = Object.fromEntries(Object.entries({ ...nu, [jaar]: code }).filter((deel): deel is [string, string] => deel[1] !== undefined));
  const codes = Object.values(nieuw);
  if (codes.length === 0) return undefined;
  const overal = codes.length === jaren.length && jaren.every((j) => nieuw[j] === codes[0]);
  return overal ? codes[0] : nieuw;
}
