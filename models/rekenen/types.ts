/** What the calculation takes and gives (rekenmodel 3–8). Every `Reeks` has one number per year of the horizon, in euros unless said otherwise. */
import type { GemeenteCode, Melding } from '../project/types.ts';

/** One number per year of the horizon. */
export type Reeks = number[];
/** Month `jjjj-mm`. */
export type Maandnaam = string;

/**
 * Everything the calculation needs from rows (indicaties, declaraties, aggregaten), and nothing of a person: small, plain JSON, so that it can cross
 * to the renderer and be frozen. It depends on the data and on `peildatum`, `wekenPerJaar`, `maximaleLooptijd`, `basis`, and `benutting` and `drager`
 * of products; no other assumption touches it.
 */
export interface Voorbereiding {
  /** Basis per (school, gemeente, product) as parallel lists, ordered by school, gemeente, product; indexes into the project's own lists. Cells that are 0 are left out. */
  cellen: { school: number[]; gemeente: number[]; product: number[]; basis: number[] };
  /** Per measuring date (the twelve first-of-months up to and including peildatum) and product code: q(0..maximaleLooptijd−1); only products with running indicaties. */
  uitstroom: Record<Maandnaam, Record<string, number[]>>;
  /** Distinct jeugdigen per (school, gemeente) with a running indicatie that gemeenten pay, as parallel lists. */
  jeugdigen: { school: number[]; gemeente: number[]; aantal: number[] };
  /** Warnings that come from rows: W03, W06, W10; which of them hold under the assumptions tells `geldendeWaarschuwingen`. */
  waarschuwingen: Melding[];
}

export interface Nulscenario {
  perGemeente: Record<GemeenteCode, Reeks>;
  perSchool: Record<string, Reeks>;
  perDrager: Record<string, Reeks>;
  /** Over gemeenten. */
  perJaar: Reeks;
}

export interface ScenarioUitkomst {
  /** Vrijvalfactor F per school and product, for every product with a defined q. */
  vrijval: Record<string, Record<string, Reeks>>;
  /** Pupils per school with an arrangement whose gemeente is not included. */
  zonderToegang: Record<string, number>;
  individueel: Record<GemeenteCode, Reeks>;
  bijdragen: Record<GemeenteCode, Reeks>;
  bijdragenAfgerond: Record<GemeenteCode, Reeks>;
  collectief: Reeks;
  eenmalig: Reeks;
  totaal: Nulscenario & { regionaal: Reeks };
  effect: { perJaar: Reeks; cumulatief: Reeks; perGemeente: Record<GemeenteCode, Reeks>; perDrager: Record<string, Reeks> };
  alleDragers: Reeks;
  ncw: number;
  ncwAlleDragers: number;
  terugverdienmaand: Maandnaam | null;
  /** The nulscenario under the scenario's own indexes; only there if it has any. */
  nul?: Nulscenario;
}

/** The outcome of a calculation, the JSON of rekenmodel 8. */
export interface Berekening {
  jaren: number[];
  uitstroom: Voorbereiding['uitstroom'];
  nul: Nulscenario;
  scenarios: Record<string, ScenarioUitkomst>;
  waarschuwingen: Melding[];
}
