/** Nulscenario (rekenmodel 3 and 7): what happens if nothing changes. */
import { bestaandInJaar } from './bestaand.ts';
import type { Gegevens } from './gegevens.ts';
import { kaderVanSchool, type Kader } from './kader.ts';

/** Euros, flat at `index · jaren + y`. Gemeente and school hold what gemeenten pay; drager holds everything. */
export interface Bedragen { perGemeente: Float64Array; perSchool: Float64Array; perDrager: Float64Array }

export interface Nulbedragen {
  /** Σ B of products. */
  individueel: Bedragen;
  /** Existing arrangements. */
  bestaand: Bedragen;
}

export const legeBedragen = (gegevens: Gegevens, kader: Kader): Bedragen => ({
  perGemeente: new Float64Array(gegevens.gemeenten.length * kader.jaren.length),
  perSchool: new Float64Array(gegevens.scholen.length * kader.jaren.length),
  perDrager: new Float64Array(gegevens.dragers.length * kader.jaren.length),
});

/** Σ basis by what indexes it, so that a change of an index needs no pass over the cells. Made once per `Gegevens`. */
interface Basissommen { prijs: Bedragen; loon: Bedragen }
const sommenPerGegevens = new WeakMap<Gegevens, Basissommen>();

function basissommen(gegevens: Gegevens): Basissommen {
  const bekend = sommenPerGegevens.get(gegevens);
  if (bekend) return bekend;
  const leeg = (): Bedragen => ({
    perGemeente: new Float64Array(gegevens.gemeenten.length),
    perSchool: new Float64Array(gegevens.scholen.length),
    perDrager: new Float64Array(gegevens.dragers.length),
  });
  const sommen = { prijs: leeg(), loon: leeg() };
  for (let school = 0; school < gegevens.scholen.length; school++) {
    for (let c = gegevens.celVan[school] as number; c < (gegevens.celVan[school + 1] as number); c++) {
      const product = gegevens.celProduct[c] as number;
      const basis = gegevens.celBasis[c] as number;
      const drager = gegevens.productDrager[product] as number;
      const som = gegevens.productLoon[product] ? sommen.loon : sommen.prijs;
      som.perDrager[drager]! += basis;
      if (drager !== 0) continue;
      som.perGemeente[gegevens.celGemeente[c] as number]! += basis;
      som.perSchool[school]! += basis;
    }
  }
  sommenPerGegevens.set(gegevens, sommen);
  return sommen;
}

export function nulscenario(gegevens: Gegevens, kader: Kader): Nulbedragen {
  const Y = kader.jaren.length;
  const sommen = basissommen(gegevens);
  const geindexeerd = (prijs: Float64Array, loon: Float64Array): Float64Array => {
    const uit = new Float64Array(prijs.length * Y);
    for (let i = 0; i < prijs.length; i++) {
      for (let y = 0; y < Y; y++) uit[i * Y + y] = (prijs[i] as number) * (kader.productindex.prijs[y] as number) + (loon[i] as number) * (kader.productindex.loon[y] as number);
    }
    return uit;
  };
  const bestaand = legeBedragen(gegevens, kader);
  for (const b of gegevens.bestaand) {
    for (let y = 0; y < Y; y++) telBestaand(bestaand, b, bestaandInJaar(b, kaderVanSchool(kader, b.school), y), y, Y);
  }
  const individueel = {
    perGemeente: geindexeerd(sommen.prijs.perGemeente, sommen.loon.perGemeente),
    perSchool: geindexeerd(sommen.prijs.perSchool, sommen.loon.perSchool),
    perDrager: geindexeerd(sommen.prijs.perDrager, sommen.loon.perDrager),
  };
  for (const [school, eigen] of kader.perSchool ?? []) naarEigenIndex(individueel, school, eigen, kader, gegevens);
  return { individueel, bestaand };
}

/** Takes the cells of a school from the indexes of all to its own. */
function naarEigenIndex({ perGemeente, perSchool, perDrager }: Bedragen, school: number, eigen: Kader, kader: Kader, gegevens: Gegevens): void {
  const Y = kader.jaren.length;
  for (let c = gegevens.celVan[school] as number; c < (gegevens.celVan[school + 1] as number); c++) {
    const product = gegevens.celProduct[c] as number;
    const soort = gegevens.productLoon[product] ? 'loon' : 'prijs';
    const drager = gegevens.productDrager[product] as number;
    for (let y = 0; y < Y; y++) {
      const verschil = (gegevens.celBasis[c] as number) * ((eigen.productindex[soort][y] as number) - (kader.productindex[soort][y] as number));
      perDrager[drager * Y + y]! += verschil;
      if (drager !== 0) continue;
      perGemeente[(gegevens.celGemeente[c] as number) * Y + y]! += verschil;
      perSchool[school * Y + y]! += verschil;
    }
  }
}

/** Divides an amount of an existing arrangement over bearers, and its gemeenten part over gemeenten. */
export function telBestaand(naar: Bedragen, b: Gegevens['bestaand'][number], bedrag: number, y: number, Y: number): void {
  if (bedrag === 0) return;
  for (let d = 0; d < b.perDrager.length; d++) naar.perDrager[d * Y + y]! += bedrag * (b.perDrager[d] as number);
  const vanGemeenten = bedrag * (b.perDrager[0] as number);
  naar.perSchool[b.school * Y + y]! += vanGemeenten;
  for (let g = 0; g < b.perGemeente.length; g++) naar.perGemeente[g * Y + y]! += vanGemeenten * (b.perGemeente[g] as number);
}
