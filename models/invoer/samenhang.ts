/** Checks on what came in as a whole, against the rest of the project (import.md, Checks). */
import type { Declaratie, Indicatie } from '../project/types.ts';
import { jaarkosten } from './bouwers.ts';
import type { Kruiscontrole } from './kruiscontrole.ts';
import { type Meldingcode, nlGetal } from './meldingen.ts';
import type { Grenzen } from './types.ts';

export interface Samenhangmelding { code: Meldingcode; soort: 'indicaties' | 'declaraties' | 'leerlingen'; zin: string }

/** Schools with more jeugdigen with a running indicatie than pupils. @param leerlingen pupils per school; a school without an entry has no known number */
export function controleerLeerlingen(k: Kruiscontrole, leerlingen: ReadonlyMap<string, number>): Samenhangmelding[] {
  const meldingen: Samenhangmelding[] = [];
  for (const [school, jeugdigen] of k.jeugdigenPerSchool) {
    const aantal = leerlingen.get(school);
    if (aantal === undefined || jeugdigen <= aantal) continue;
    meldingen.push({ code: 'I15', soort: 'indicaties', zin: `school ${school} heeft ${aantal} leerlingen en ${jeugdigen} jeugdigen met een lopende indicatie. Controleer de leerlingaantallen en of de indicaties bij de goede school staan.` });
  }
  return meldingen;
}

/** Euros per gemeente and product of rows that a delivery replaces. */
export function totaalPerProduct(indicaties: readonly Indicatie[], declaraties: readonly Declaratie[]): Map<string, number> {
  const totalen = new Map<string, number>();
  const tel = (sleutel: string, bedrag: number): void => void totalen.set(sleutel, (totalen.get(sleutel) ?? 0) + bedrag);
  for (const i of indicaties) tel(`indicaties\u0000${i.gemeente}\u0000${i.product}`, jaarkosten(i));
  for (const d of declaraties) tel(`declaraties\u0000${d.gemeente}\u0000${d.product}`, d.bedrag);
  return totalen;
}

/** Products whose total in a gemeente jumps by more than the bound since the delivery that is replaced. */
export function controleerSprong(k: Kruiscontrole, vorige: ReadonlyMap<string, number>, grenzen: Grenzen): Samenhangmelding[] {
  const meldingen: Samenhangmelding[] = [];
  for (const { soort, gemeente, product, bedrag } of k.perProduct) {
    const oud = vorige.get(`${soort}\u0000${gemeente}\u0000${product}`);
    if (oud === undefined || oud === 0 || Math.abs(bedrag - oud) <= grenzen.sprong * Math.abs(oud)) continue;
    const wat = soort === 'indicaties' ? 'de jaarkosten van' : 'de declaraties van';
    meldingen.push({ code: 'I17', soort, zin: `${wat} product ${product} in ${gemeente} gaan van € ${nlGetal(Math.round(oud))} naar € ${nlGetal(Math.round(bedrag))} ten opzichte van de vorige levering. Controleer of de levering volledig is en de bedragen kloppen.` });
  }
  return meldingen;
}
