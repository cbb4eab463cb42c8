/** What the effect of a scenario consists of per school (rekenmodel 5 and 7), in what gemeenten pay; regional lines stand apart. */
import type { Doorrekening } from './bereken.ts';
import type { Gegevens } from './gegevens.ts';
import { kaderVanSchool } from './kader.ts';
import type { Reeks } from './types.ts';

/** Euros per year, all gemeenten together. `nul − vervangen + overig − vervallen + structureel + eenmalig` is what it costs in the scenario. */
export interface Kostenopbouw {
  nul: Reeks;
  /** R: individual care that stops. */
  vervangen: Reeks;
  /** O: effect on the care that stays. */
  overig: Reeks;
  /** Existing arrangements that the new one replaces. */
  vervallen: Reeks;
  /** Lines of the arrangement, without and with `eenmalig`. */
  structureel: Reeks;
  eenmalig: Reeks;
}
export interface Schoolopbouw {
  /** In the order of the project, every school. */
  scholen: Kostenopbouw[];
  regionaal: Kostenopbouw;
}

/** What the school costs more than in the nulscenario: negative is cheaper (V). */
export const effectVanOpbouw = (k: Kostenopbouw): Reeks => k.nul.map((_, y) => -(k.vervangen[y] as number) + (k.overig[y] as number) - (k.vervallen[y] as number) + (k.structureel[y] as number) + (k.eenmalig[y] as number));

const leeg = (Y: number): Kostenopbouw => {
  const nullen = (): Reeks => Array.from({ length: Y }, () => 0);
  return { nul: nullen(), vervangen: nullen(), overig: nullen(), vervallen: nullen(), structureel: nullen(), eenmalig: nullen() };
};

/** Adds one to another, year by year. */
export function telOpbouwOp(delen: readonly Kostenopbouw[], Y: number): Kostenopbouw {
  const som = leeg(Y);
  for (const deel of delen) for (const post of Object.keys(som) as (keyof Kostenopbouw)[]) for (let y = 0; y < Y; y++) som[post][y]! += deel[post][y] as number;
  return som;
}

export function schoolopbouw(gegevens: Gegevens, { evaluatie: e, nul }: Doorrekening): Schoolopbouw {
  const Y = e.kader.jaren.length;
  const scholen = gegevens.scholen.map((_, s) => {
    const deel = leeg(Y);
    for (let y = 0; y < Y; y++) deel.nul[y] = (nul.individueel.perSchool[s * Y + y] as number) + (nul.bestaand.perSchool[s * Y + y] as number);
    for (let y = 0; y < Y; y++) deel.vervallen[y] = 0 - (e.bestaand.perSchool[s * Y + y] as number);
    return deel;
  });
  for (const effect of e.effecten) {
    const deel = scholen[effect.school] as Kostenopbouw;
    const { productindex } = kaderVanSchool(e.kader, effect.school);
    for (let c = gegevens.celVan[effect.school] as number; c < (gegevens.celVan[effect.school + 1] as number); c++) {
      const product = gegevens.celProduct[c] as number;
      if (gegevens.productDrager[product] !== 0 || !e.isInbegrepen[gegevens.celGemeente[c] as number]) continue;
      const index = gegevens.productLoon[product] ? productindex.loon : productindex.prijs;
      for (let y = 0; y < Y; y++) {
        const bedrag = (gegevens.celBasis[c] as number) * (index[y] as number);
        deel.vervangen[y]! += bedrag * (effect.aandeelVervangen[product * Y + y] as number);
        deel.overig[y]! += bedrag * (effect.aandeelOverig[product * Y + y] as number);
      }
    }
  }
  const regionaal = leeg(Y);
  for (const r of e.regels) {
    const deel = r.arrangement === undefined ? regionaal : (scholen[e.effecten[r.arrangement]!.school] as Kostenopbouw);
    const post = r.regel.soort === 'eenmalig' ? deel.eenmalig : deel.structureel;
    for (let y = 0; y < Y; y++) post[y]! += (r.perJaar[y] as number) * r.aandeelGemeenten;
  }
  return { scholen, regionaal };
}
