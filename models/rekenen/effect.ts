/** Effect of an arrangement on individual care (rekenmodel 5): replaced `R`, effect on the rest `O`, and what stays individual `I = B − R + O`. */
import { effectOverigVan, vervangbaarVan, vervangtBestaandVan } from '../project/standaard.ts';
import type { Arrangement } from '../project/types.ts';
import type { Gegevens } from './gegevens.ts';
import type { Kader, Periode } from './kader.ts';
import { maandVan, OPEN_EIND } from './maand.ts';
import { maandenSindsStart, vrijvalfactor, type Vrijvalbron, type Vrijvalreeks } from './vrijval.ts';

/** An arrangement with all that its effect depends on, per product and year (`product · jaren + y`). */
export interface Arrangementeffect {
  arrangement: Arrangement;
  school: number;
  periode: Periode;
  vervangtBestaand: boolean;
  /** Replaceable share r per product, 0..1. */
  vervangbaar: Float64Array;
  /** Release series per product; undefined where nothing runs at the measuring date. */
  vrijvalreeksen: (Vrijvalreeks | undefined)[];
  /** Equal for arrangements whose release series and periods are equal. */
  groep: string;
  /** F per product and year; NaN where there is no release series. */
  vrijval: Float64Array;
  /** R/B, O/B per product and year: B·aandeelVervangen is what is replaced. */
  aandeelVervangen: Float64Array;
  aandeelOverig: Float64Array;
}

export const periodeVanArrangement = (a: Arrangement): Periode => ({ van: maandVan(a.start), tot: a.eind == null ? OPEN_EIND : maandVan(a.eind) });

/** The weight of the effect on the rest in month k since the start: min(1, (k+½)/(12·jaren)); at once whole with `jaren` = 0. */
export const opbouwOverig = (jaren: number, k: number): number => (jaren === 0 ? 1 : Math.min(1, (k + 0.5) / (12 * jaren)));

/** H of rekenmodel 5, for year number `y`. */
export function opbouwfactor(jaren: number, periode: Periode, kader: Kader, y: number): number {
  const [begin, eind] = maandenSindsStart(periode, kader, y);
  let som = 0;
  for (let k = begin; k < eind; k++) som += opbouwOverig(jaren, k);
  return som / 12;
}

export function arrangementeffect(arrangement: Arrangement, { bron, sleutel }: { bron: Vrijvalbron; sleutel: string }, gegevens: Gegevens, kader: Kader): Arrangementeffect {
  const P = gegevens.producten.length;
  const Y = kader.jaren.length;
  const periode = periodeVanArrangement(arrangement);
  const overig = effectOverigVan(arrangement);
  const opbouw = kader.jaren.map((_, y) => (overig.aandeel === 0 ? 0 : overig.aandeel * opbouwfactor(overig.jaren, periode, kader, y)));
  const vervangbaar = Float64Array.from(gegevens.producten, (product) => vervangbaarVan(arrangement, product));
  const vrijvalreeksen = gegevens.producten.map((product) => bron(product.code));
  const vrijval = new Float64Array(P * Y).fill(Number.NaN);
  const aandeelVervangen = new Float64Array(P * Y);
  const aandeelOverig = new Float64Array(P * Y);
  for (let p = 0; p < P; p++) {
    const reeks = vrijvalreeksen[p];
    const aandeel = (vervangbaar[p] as number) * arrangement.realisatie;
    for (let y = 0; y < Y; y++) {
      if (reeks) vrijval[p * Y + y] = vrijvalfactor(reeks, periode, kader, y);
      aandeelVervangen[p * Y + y] = aandeel === 0 || !reeks ? 0 : aandeel * (vrijval[p * Y + y] as number);
      aandeelOverig[p * Y + y] = (1 - aandeel) * (opbouw[y] as number);
    }
  }
  return {
    arrangement, periode, vervangbaar, vrijvalreeksen, vrijval, aandeelVervangen, aandeelOverig,
    school: gegevens.schoolIndex.get(arrangement.school) as number,
    vervangtBestaand: vervangtBestaandVan(arrangement),
    groep: `${sleutel} ${periode.van} ${periode.tot}`,
  };
}
