/** Sheet Verantwoording: for whom the figures are, and how they are protected. */
import type { Werkmap } from '../voorstel/werkmap.ts';
import { MERKUITLEG, type Publicatiegegevens } from './gegevens.ts';

export function maakVerantwoording(werkmap: Werkmap, { project, scenario, naast, verantwoording: v }: Publicatiegegevens) {
  const blad = werkmap.tabelblad({ naam: 'Verantwoording', titel: 'Verantwoording', uitleg: 'Waarmee deze werkmap is gemaakt, en hoe de cijfers erin zijn beschermd.', breedtes: [44, 88], vasteKolommen: 1 });
  const kenmerken = blad.sectie('Kenmerken', { naam: 'Kenmerk', waarde: 'Waarde' });
  for (const [naam, waarde] of [
    ['Project', project], ['Scenario', scenario.naam], ['Ernaast', naast.map((s) => s.naam).join(' · ') || 'geen'], ['Bestemd voor', v.lezer],
    ['Gemaakt met', v.programma], ['Gemaakt op', v.gemaakt.slice(0, 10)], ['Vingerafdruk van de gepubliceerde cijfers', v.vingerafdruk],
  ] as const) kenmerken.rij({ naam, waarde });
  blad.sectie('Bescherming van kleine aantallen', { naam: '' });
  for (const zin of [MERKUITLEG, ...v.toelichting, 'Nagerekend is dat elk verborgen cijfer onzeker blijft, ook voor wie alle andere cijfers in deze werkmap kent.', 'Een tabel van school × gemeente zit niet in dit bestand, ook niet verborgen.']) blad.alinea(zin);
  return { blad };
}
