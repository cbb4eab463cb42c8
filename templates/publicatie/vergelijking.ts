/** Sheet Vergelijking: the published effect of each scenario side by side. */
import { KOLOM } from '../../models/bescherming/catalogus.ts';
import type { Werkmap } from '../voorstel/werkmap.ts';
import type { Catalogus, Publicatiegegevens } from './gegevens.ts';
import { cijferblad, jaarrij, jaarsectie, waarden } from './tabel.ts';

export function maakVergelijking(werkmap: Werkmap, catalogus: Catalogus, { scenario, naast }: Publicatiegegevens) {
  const blad = cijferblad(werkmap, catalogus, 'Vergelijking', 'De scenario’s naast elkaar');
  const tabel = (titel: string, bron: 'regio' | 'gemeenten', rij: string): void => {
    const sectie = jaarsectie(blad, catalogus, titel, 'effect');
    for (const { id, naam } of [scenario, ...naast]) jaarrij(sectie, catalogus, { naam }, waarden(catalogus.reeks(bron, rij, KOLOM.effect, id), 'effect'), catalogus.samen(bron, rij, KOLOM.effect, id));
  };
  tabel('Effect op de gemeenten samen', 'regio', 'regio');
  for (const rij of catalogus.rijen('gemeenten')) tabel(`Effect: ${catalogus.naam('gemeenten', rij)}`, 'gemeenten', rij);
  return { blad };
}
