/**
 * What went out before (docs/beveiliging.md). Two exports with changed data in between show the difference: where few children changed, what those cost. So what
 * the figures were made of is kept with every export, and a figure that few children changed is not shown again.
 */
import type { ProjectZonderRijen } from '../project/types.ts';
import { gegevensVan } from '../rekenen/gegevens.ts';
import type { Voorbereiding } from '../rekenen/types.ts';
import type { EerderePublicatie } from './catalogus.ts';
import type { Lezerskennis } from './lezerskennis.ts';

/** By school, then gemeente: jeugdigen, and basis in euros per product. Hidden figures: kept in the project file only. */
export type Gegevensstand = Record<string, Record<string, { jeugdigen: number; basis: Record<string, number> }>>;

/** One export that went out. */
export interface Uitgave extends EerderePublicatie { gegevens: Gegevensstand; kennis: Lezerskennis }

export function gegevensstand(project: ProjectZonderRijen, voorbereiding: Voorbereiding): Gegevensstand {
  const { scholen, gemeenten, producten, celVan, celGemeente, celProduct, celBasis, jeugdigen } = gegevensVan(project, voorbereiding);
  const uit: Gegevensstand = {};
  scholen.forEach((school, s) => {
    const rij: Gegevensstand[string] = {};
    gemeenten.forEach(({ code }, g) => {
      const aantal = jeugdigen[s * gemeenten.length + g] as number;
      if (aantal > 0) rij[code] = { jeugdigen: aantal, basis: {} };
    });
    for (let c = celVan[s] as number; c < (celVan[s + 1] as number); c++) {
      const cel = (rij[gemeenten[celGemeente[c] as number]!.code] ??= { jeugdigen: 0, basis: {} });
      const product = producten[celProduct[c] as number]!.code;
      cel.basis[product] = (cel.basis[product] ?? 0) + (celBasis[c] as number);
    }
    uit[school.id] = rij;
  });
  return uit;
}

/** Amounts below half a cent are nothing. */
const NIETS = 0.005;

/** At least so many children differ between two states, at these schools, of these gemeenten, in these products: one for each pair in which anything does. */
export function gewijzigd(toen: Gegevensstand, nu: Gegevensstand, hoort: { school(id: string): boolean; gemeente(code: string): boolean; product(code: string): boolean }): number {
  let aantal = 0;
  for (const school of new Set([...Object.keys(toen), ...Object.keys(nu)])) {
    if (!hoort.school(school)) continue;
    const [oud, nieuw] = [toen[school] ?? {}, nu[school] ?? {}];
    for (const gemeente of new Set([...Object.keys(oud), ...Object.keys(nieuw)])) {
      if (!hoort.gemeente(gemeente)) continue;
      const [a, b] = [oud[gemeente], nieuw[gemeente]];
      const anders = [...new Set([...Object.keys(a?.basis ?? {}), ...Object.keys(b?.basis ?? {})])].some((product) => hoort.product(product) && Math.abs((a?.basis[product] ?? 0) - (b?.basis[product] ?? 0)) > NIETS);
      if (anders) aantal += Math.max(1, Math.abs((a?.jeugdigen ?? 0) - (b?.jeugdigen ?? 0)));
    }
  }
  return aantal;
}
