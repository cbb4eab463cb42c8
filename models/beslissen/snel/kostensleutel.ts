/** Shares by the key `kosten` (rekenmodel 6) in a draw: the only ones that a draw can change, by what it makes of the replaceable share. */
import { dragerVan, GEMEENTEN } from '../../project/standaard.ts';
import type { Gegevens } from '../../rekenen/gegevens.ts';
import type { Bereik, Sleutelrekenaar } from '../../rekenen/sleutel.ts';
import { VERWAARLOOSBAAR } from '../../rekenen/voorbereiden.ts';

/** The factor of the replaceable share of an arrangement, in the present draw. */
type Factor = (arrangement: number) => number;

export interface Kostensleutel {
  /** Shares per participant as the scenario is written. */
  gewoon(bereik: Bereik): Float64Array;
  /** Whether every pool has its usual shares: one positive factor everywhere that pushes no replaceable share over 1. */
  isGewoon(factor: Factor): boolean;
  /** Shares per participant in the present draw; valid until the next call for the same bereik. */
  aandelen(bereik: Bereik, factor: Factor): Float64Array;
}

function eenmaal(kaart: Map<Bereik, Float64Array>, bereik: Bereik, maak: () => Float64Array): Float64Array {
  const lijst = kaart.get(bereik) ?? maak();
  kaart.set(bereik, lijst);
  return lijst;
}

/** The cells of an arrangement that count: participants, products that gemeenten pay. */
interface Cellen { deelnemer: Int32Array; vervangbaar: Float64Array; basis: Float64Array; hoogste: number }

/**
 * @param scholen, vervangbaar per arrangement: its school, and r per product
 * @param sleutels of the scenario as it is written, for what replaces a key that is 0 for all
 */
export function kostensleutel(gegevens: Gegevens, scholen: readonly number[], vervangbaar: readonly Float64Array[], deelnemers: readonly number[], sleutels: Sleutelrekenaar): Kostensleutel {
  const n = deelnemers.length;
  const plekVan = new Map(deelnemers.map((g, i) => [g, i]));
  const vanGemeenten = gegevens.producten.map((p) => dragerVan(p) === GEMEENTEN);
  const perArrangement = scholen.map((school, a): Cellen => {
    const cellen: { i: number; r: number; basis: number }[] = [];
    for (let c = gegevens.celVan[school] as number; c < (gegevens.celVan[school + 1] as number); c++) {
      const [i, product] = [plekVan.get(gegevens.celGemeente[c] as number), gegevens.celProduct[c] as number];
      if (i !== undefined && vanGemeenten[product]) cellen.push({ i, r: vervangbaar[a]![product] as number, basis: gegevens.celBasis[c] as number });
    }
    return {
      deelnemer: Int32Array.from(cellen, ({ i }) => i), vervangbaar: Float64Array.from(cellen, ({ r }) => r), basis: Float64Array.from(cellen, ({ basis }) => basis),
      hoogste: cellen.reduce((hoogste, { r }) => Math.max(hoogste, r), 0),
    };
  });
  const alle = scholen.map((_, a) => a);
  const nummerVan = new Map(scholen.map((school, a) => [school, a]));
  const arrangementenVan = (bereik: Bereik): number[] => (bereik === 'regio' ? alle : [nummerVan.get(bereik) as number]);

  const som = new Float64Array(n);
  const grootte = new Float64Array(n);
  /** Writes the shares; gives what replaces them where nobody has any. */
  function bereken(bereik: Bereik, factor: Factor, naar: Float64Array): Float64Array {
    som.fill(0);
    grootte.fill(0);
    for (const a of arrangementenVan(bereik)) {
      const { deelnemer, vervangbaar: r, basis } = perArrangement[a] as Cellen;
      const f = Math.max(0, factor(a));
      for (let c = 0; c < deelnemer.length; c++) {
        const bedrag = (basis[c] as number) * Math.min(1, f * (r[c] as number));
        som[deelnemer[c] as number]! += bedrag;
        grootte[deelnemer[c] as number]! += Math.abs(bedrag);
      }
    }
    let samen = 0;
    for (let i = 0; i < n; i++) {
      if ((som[i] as number) <= VERWAARLOOSBAAR * (grootte[i] as number)) som[i] = 0;
      samen += som[i] as number;
    }
    if (samen === 0) return sleutels.aandelen({ leerlingen: 1 }, bereik, '');
    for (let i = 0; i < n; i++) naar[i] = (som[i] as number) / samen;
    return naar;
  }

  const gewoon = new Map<Bereik, Float64Array>();
  const ruimte = new Map<Bereik, Float64Array>();
  const evenredig = (arrangementen: readonly number[], factor: Factor): boolean => {
    const eerste = arrangementen.length === 0 ? 1 : factor(arrangementen[0] as number);
    return eerste > 0 && arrangementen.every((a) => factor(a) === eerste && eerste * perArrangement[a]!.hoogste <= 1);
  };
  const vanNu = (bereik: Bereik): Float64Array => eenmaal(gewoon, bereik, () => bereken(bereik, () => 1, new Float64Array(n)));
  return {
    gewoon: vanNu,
    isGewoon: (factor) => evenredig(alle, factor),
    aandelen: (bereik, factor) => (evenredig(arrangementenVan(bereik), factor) ? vanNu(bereik) : bereken(bereik, factor, eenmaal(ruimte, bereik, () => new Float64Array(n)))),
  };
}
