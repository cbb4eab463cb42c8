/** Effect of an arrangement on individual care (rekenmodel 5): replaced `R`, effect on the rest `O`, and what stays individual `I = B − R + O`. */
import { effectOverigVan, vervangbaarVan, vervangtBestaandVan } from '../project/standaard.ts';
import type { Arrangement, Product } from '../project/types.ts';
import type { Gegevens } from './gegevens.ts';
import { kaderVanSchool, type Kader, type Periode } from './kader.ts';
import { maandVan, OPEN_EIND } from './maand.ts';
import { eenmaal, maandenSindsStart, vrijvalbronnen, vrijvalfactor, type Vrijvalreeks } from './vrijval.ts';

/** An arrangement with all that its effect depends on, per product and year (`product · jaren + y`). */
export interface Arrangementeffect {
  arrangement: Arrangement;
  school: number;
  periode: Periode;
  vervangtBestaand: boolean;
  /** Replaceable share r per product, 0..1. */
  vervangbaar: Float64Array;
  /** Release series per product; undefined where nothing runs at the measuring date. */
  vrijvalreeksen: readonly (Vrijvalreeks | undefined)[];
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

/** F per product and year, at `product · jaren + y`; NaN where there is no release series. */
function vrijvalfactoren(reeksen: readonly (Vrijvalreeks | undefined)[], periode: Periode, kader: Kader): Float64Array {
  const Y = kader.jaren.length;
  const factoren = new Float64Array(reeksen.length * Y).fill(Number.NaN);
  for (const [p, reeks] of reeksen.entries()) if (reeks) for (let y = 0; y < Y; y++) factoren[p * Y + y] = vrijvalfactor(reeks, periode, kader, y);
  return factoren;
}

/** What arrangements that release alike have in common: the series per product, and F by them over one period. */
interface Vrijvalgroep { groep: string; reeksen: readonly (Vrijvalreeks | undefined)[]; factoren: Float64Array }

/** The effects of the arrangements of a scenario, in its order. */
export function arrangementeffecten(arrangementen: readonly Arrangement[], gegevens: Gegevens, kader: Kader): Arrangementeffect[] {
  const vrijvalVan = vrijvalbronnen(gegevens.uitgangspunten, gegevens.uitstroom);
  const reeksenVan = eenmaal<(Vrijvalreeks | undefined)[]>();
  const groepVan = eenmaal<Vrijvalgroep>();
  return arrangementen.map((a) => {
    const { bron, sleutel } = vrijvalVan(a, kaderVanSchool(kader, gegevens.schoolIndex.get(a.school) as number).uitstroomFactor);
    const periode = periodeVanArrangement(a);
    const groep = `${sleutel} ${periode.van} ${periode.tot}`;
    return arrangementeffect(a, periode, groepVan(groep, () => {
      const reeksen = reeksenVan(sleutel, () => gegevens.producten.map((product) => bron(product.code)));
      return { groep, reeksen, factoren: vrijvalfactoren(reeksen, periode, kader) };
    }), gegevens, kader);
  });
}

function arrangementeffect(arrangement: Arrangement, periode: Periode, { groep, reeksen: vrijvalreeksen, factoren: vrijval }: Vrijvalgroep, gegevens: Gegevens, kader: Kader): Arrangementeffect {
  const P = gegevens.producten.length;
  const Y = kader.jaren.length;
  const overig = effectOverigVan(arrangement);
  const opbouw = kader.jaren.map((_, y) => (overig.aandeel === 0 ? 0 : overig.aandeel * opbouwfactor(overig.jaren, periode, kader, y)));
  const vervangbaar = new Float64Array(P);
  for (let p = 0; p < P; p++) vervangbaar[p] = vervangbaarVan(arrangement, gegevens.producten[p] as Product);
  const aandeelVervangen = new Float64Array(P * Y);
  const aandeelOverig = new Float64Array(P * Y);
  for (let p = 0; p < P; p++) {
    const reeks = vrijvalreeksen[p];
    const aandeel = (vervangbaar[p] as number) * arrangement.realisatie;
    for (let y = 0; y < Y; y++) {
      aandeelVervangen[p * Y + y] = aandeel === 0 || !reeks ? 0 : aandeel * (vrijval[p * Y + y] as number);
      aandeelOverig[p * Y + y] = (1 - aandeel) * (opbouw[y] as number);
    }
  }
  return {
    arrangement, periode, groep, vervangbaar, vrijvalreeksen, vrijval, aandeelVervangen, aandeelOverig,
    school: gegevens.schoolIndex.get(arrangement.school) as number,
    vervangtBestaand: vervangtBestaandVan(arrangement),
  };
}
