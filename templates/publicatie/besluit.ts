/** Sheet Besluit: the proposal for the region in a few lines and one chart. */
import { add, eq, iff, sum } from '../voorstel/formule.ts';
import { KLEUR } from '../voorstel/opmaak.ts';
import type { Rij, Werkmap } from '../voorstel/werkmap.ts';
import { MERK, type Publicatiegegevens } from './gegevens.ts';
import type { Regioblad } from './regio.ts';
import { REKENT_MEE } from './tabel.ts';

const KOPPEN = { post: '', waarde: ['Samen', 'euro'] } as const;

export function maakBesluit(werkmap: Werkmap, { project, scenario, verantwoording }: Publicatiegegevens, regio: Regioblad) {
  const blad = werkmap.jaarblad({ naam: 'Besluit', titel: project, uitleg: `Voorstel: ${scenario.naam}`, breedtes: [68, 1, 1, 1, 1, 1, 1, 1, 18], koppen: KOPPEN });
  const kern = blad.sectie('Wat het de gemeenten samen kost', KOPPEN, 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  const post = (naam: string, bron: Rij<'naam' | 'code'>, formaat: 'euro' | 'effect', nadruk?: 'totaal'): Rij<'post' | 'waarde'> =>
    // What is hidden is so in all years; a sum of marks would be 0.
    kern.rij({ post: naam, waarde: { formule: iff(eq(bron.inPeriode(0), MERK), MERK, sum(bron.alleJaren)), formaat } }, { formule: bron.jaar, formaat }, nadruk);
  const nul = regio.nul && post('Nulscenario: als er niets verandert', regio.nul, 'euro');
  const effect = post('Effect van het voorstel', regio.effect, 'effect', 'totaal');
  const opgeteld = kern.rij({ post: 'Effect, opgeteld vanaf het eerste jaar' }, (zelf) => ({ formule: iff(eq(effect.jaar, MERK), MERK, add(zelf.vorigJaar, effect.jaar)), formaat: 'effect' }));
  post('Kosten van de arrangementen', regio.collectief, 'euro');
  kern.rij({ post: 'Uitkomst in deze werkmap', waarde: { formule: regio.stand, formaat: 'tekst' } });
  if (nul) werkmap.noemJaren('Nul', nul as unknown as Rij<string>);
  werkmap.noemJaren('Effect', effect as unknown as Rij<string>);

  blad.grafiek({
    titel: 'Effect op de gemeenten samen per jaar en opgeteld, in euro’s', omschrijving: 'Kolommen: effect per jaar; lijn: opgeteld. Onder nul is voordelig (V).', categorieen: blad.kop.alleJaren, gestapeld: false, formaat: 'effect', legenda: true,
    reeksen: [
      { naam: effect.cel('post'), waarden: effect.alleJaren, vorm: 'kolom', kleur: KLEUR.scenarios[0], waardenTonen: true },
      { naam: opgeteld.cel('post'), waarden: opgeteld.alleJaren, vorm: 'lijn', kleur: KLEUR.inkt },
    ],
  }, 15);
  blad.sectie('Hoe deze cijfers te lezen', { post: '' });
  for (const zin of [REKENT_MEE, 'Cijfers per gemeente zijn vaste waarden: na een wijziging in deze werkmap horen zij nog bij het voorstel zoals het is gepubliceerd.', ...verantwoording.toelichting]) blad.alinea(zin);
  return { blad };
}
