/** What one row counts for in the basis (rekenmodel 3): its cost in the 12 months before `peildatum`, as `voorbereider` adds it up. */
import { basisVan, benuttingVan, wekenPerJaarVan } from '../project/standaard.ts';
import type { Declaratie, Indicatie, Product, Uitgangspunten } from '../project/types.ts';
import { maandbedrag } from './kosten.ts';
import { looptijd, maandVan, overlapSom } from './maand.ts';

/** Euros; 0 for an indicatie of a gemeente whose basis is declaraties. */
export function basisVanIndicatie(rij: Indicatie, product: Product, u: Uitgangspunten): number {
  if (basisVan(u, rij.gemeente) === 'declaraties') return 0;
  const peilmaand = maandVan(u.peildatum);
  const l = looptijd(rij.start, rij.eind);
  return maandbedrag(rij, l, benuttingVan(product), wekenPerJaarVan(u)) * overlapSom(l, peilmaand - 12, peilmaand - 1);
}

/** Euros; 0 for a declaratie of a gemeente whose basis is indicaties. */
export function basisVanDeclaratie(rij: Declaratie, u: Uitgangspunten): number {
  const maanden = maandVan(rij.maand) - maandVan(u.peildatum);
  return basisVan(u, rij.gemeente) === 'declaraties' && maanden >= -12 && maanden < 0 ? rij.bedrag : 0;
}
