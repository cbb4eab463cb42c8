/** Sheet Uitgangspunten: the assumptions and cost lines of the scenario, in words. */
import type { Werkmap } from '../voorstel/werkmap.ts';
import type { Publicatiegegevens } from './gegevens.ts';

export function maakUitgangspunten(werkmap: Werkmap, { aannames }: Publicatiegegevens) {
  const blad = werkmap.tabelblad({ naam: 'Uitgangspunten', titel: 'Uitgangspunten en kostenregels', uitleg: 'Waarmee is gerekend; vaste waarden.', breedtes: [72, 88], vasteKolommen: 1 });
  const KOPPEN = { onderwerp: 'Onderwerp', waarde: 'Waarde' } as const;
  const project = blad.sectie('Voor alle scenario’s', KOPPEN);
  for (const [onderwerp, waarde] of aannames.project) project.rij({ onderwerp, waarde });
  const scenario = blad.sectie('Van dit scenario', KOPPEN);
  for (const [onderwerp, { waarde }] of aannames.scenario) scenario.rij({ onderwerp, waarde });
  return { blad };
}
