/** Sheet Besluit: what is asked of whom, the proposal in five sentences, key figures and one chart. */
import type { Arrangementenblad } from './arrangementen.ts';
import type { Begrotingblad } from './begroting.ts';
import type { Collectiefblad } from './collectief.ts';
import type { Controleblad } from './controle.ts';
import { max, min, sum } from './formule.ts';
import type { Opzet } from './opzet.ts';
import { KLEUR } from './opmaak.ts';
import type { Verdelingblad } from './verdeling.ts';
import type { Rij, Werkmap } from './werkmap.ts';

const KOPPEN = { post: '', waarde: ['Samen', 'euro'] } as const;

export function maakBesluit(werkmap: Werkmap, opzet: Opzet, arrangementen: Arrangementenblad, collectief: Collectiefblad, verdeling: Verdelingblad, begroting: Begrotingblad, controle: Controleblad) {
  const { project, scenario, deelnemers, jaren } = opzet;
  const laatste = jaren.length - 1;
  const periode = jaren.length === 1 ? `${jaren[0]}` : `${jaren[0]}–${jaren[laatste]}`;
  const blad = werkmap.jaarblad({
    naam: 'Besluit', titel: project.naam, uitleg: `Voorstel: ${scenario.naam}`, breedtes: [84, 1, 1, 1, 1, 1, 1, 1, 18], koppen: KOPPEN,
  });

  const zinnen = blad.sectie('Het voorstel in vijf zinnen', KOPPEN);
  const namen = deelnemers.map((g) => g.gemeente.naam);
  const opgesomd = namen.length <= 4 ? opsomming(namen) : `${namen.length} gemeenten`;
  const scholen = opzet.arrangementen.length;
  if (scholen > 0) {
    zinnen.rij({ post: `1. ${opgesomd} ${namen.length === 1 ? 'zet' : 'zetten samen'} hulp in op ${scholen === 1 ? 'één school' : `${scholen} scholen`}; de eerste start op`, waarde: { formule: min(...opzet.arrangementen.map((a) => arrangementen.arrangement(a).cel('start'))), formaat: 'datum' } });
  } else zinnen.rij({ post: `1. Dit scenario heeft geen school met een arrangement.` });
  zinnen.rij({ post: `2. Zonder besluit betalen de gemeenten in ${jaren[laatste]} samen`, waarde: { formule: begroting.nul.totaal.inPeriode(laatste), formaat: 'euro' } });
  zinnen.rij({ post: `3. Met het voorstel is dat in ${jaren[laatste]}`, waarde: { formule: begroting.scenario.totaal.inPeriode(laatste), formaat: 'euro' } });
  zinnen.rij({ post: `4. Over ${periode} samen is het verschil`, waarde: { formule: begroting.cumulatief.inPeriode(laatste), formaat: 'effect' } });
  zinnen.rij({ post: '5. In het duurste jaar, als kosten nog dubbel lopen, is het verschil', waarde: { formule: max(begroting.effect.totaal.alleJaren), formaat: 'effect' } });

  const kern = blad.sectie('Wat het de gemeenten samen kost', KOPPEN, 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  const reeks = (post: string, bron: Rij<string>, nadruk?: 'totaal'): Rij<string> => kern.rij({ post, waarde: { formule: sum(bron.alleJaren), formaat: 'euro' } }, { formule: bron.jaar, formaat: 'euro' }, nadruk);
  reeks('Nulscenario: als er niets verandert', begroting.nul.totaal);
  reeks('Voorstel: individuele zorg die blijft', begroting.individueel.totaal);
  if (begroting.bestaandNieuw) reeks('Voorstel: bestaande arrangementen', begroting.bestaandNieuw.totaal);
  reeks('Voorstel: bijdragen aan de arrangementen', begroting.bijdrage.totaal);
  reeks('Voorstel samen', begroting.scenario.totaal, 'totaal');
  kern.rij({ post: 'Effect', waarde: { formule: sum(begroting.effect.totaal.alleJaren), formaat: 'effect' } }, { formule: begroting.effect.totaal.jaar, formaat: 'effect' }, 'totaal');
  const cumulatief = kern.rij({ post: 'Effect, opgeteld vanaf het eerste jaar' }, { formule: begroting.cumulatief.jaar, formaat: 'effect' });
  kern.rij({ post: 'Waarvan eenmalig (incidenteel)', waarde: { formule: sum(collectief.eenmalig.alleJaren), formaat: 'euro' } }, { formule: collectief.eenmalig.jaar, formaat: 'euro', nadruk: 'gedempt' });

  blad.grafiek({
    titel: 'Effect op de gemeenten samen per jaar en opgeteld, × € 1.000', omschrijving: 'Kolommen boven nul zijn nadelig (N), onder nul voordelig (V) ten opzichte van het nulscenario; de lijn is het effect opgeteld.',
    categorieen: blad.kop.alleJaren, gestapeld: true, formaat: 'effectDuizend', legenda: true,
    reeksen: [
      { naam: begroting.nadelig.cel('post'), waarden: begroting.nadelig.alleJaren, vorm: 'kolom', kleur: KLEUR.nadelig },
      { naam: begroting.voordelig.cel('post'), waarden: begroting.voordelig.alleJaren, vorm: 'kolom', kleur: KLEUR.voordelig },
      { naam: cumulatief.cel('post'), waarden: cumulatief.alleJaren, vorm: 'lijn', kleur: KLEUR.inkt },
    ],
  }, 17);

  const gevraagd = blad.sectie('Wat van wie wordt gevraagd', { post: 'Bijdrage in hele euro’s', waarde: ['Effect samen', 'effect'] }, `Rechts de bijdrage per jaar; onder Samen het effect op de begroting over ${periode}.`);
  const betalers = new Set(verdeling.betalers);
  for (const g of opzet.gemeenten) {
    const bijdrage = begroting.afgerond.rijen.get(g);
    if (bijdrage && betalers.has(g)) gevraagd.rij({ post: g.gemeente.naam, waarde: sum((begroting.effect.rijen.get(g) as Rij<string>).alleJaren) }, { formule: bijdrage.jaar, formaat: 'euro' });
  }
  blad.sectie('Gevraagd besluit', { post: 'De colleges van burgemeester en wethouders van deze gemeenten wordt gevraagd:' });
  blad.alinea('1. in te stemmen met de inzet van de arrangementen zoals op het blad Arrangementen;');
  blad.alinea('2. de bijdragen op te nemen in de begroting, zoals op het blad Uw gemeente;');
  blad.alinea('3. de beheerafspraken op het blad Afspraken vast te stellen.');

  const stand = blad.sectie('Hoe hard deze cijfers zijn', { post: 'Onderwerp', waarde: ['Stand', 'tekst'] });
  stand.rij({ post: 'Controles van de werkmap (blad Controle)', waarde: { formule: controle.stand, formaat: 'tekst' } });
  stand.rij({ post: 'Uitgangspunten ten opzichte van het programma', waarde: { formule: controle.gewijzigd, formaat: 'tekst' } });
  stand.rij({ post: 'Netto contante waarde van het effect', waarde: { formule: begroting.ncw.cel('waarde'), formaat: 'effect' } });
  const zonderToegang = collectief.zonderToegang;
  if (zonderToegang.length > 0) stand.rij({ post: 'Leerlingen zonder toegang, omdat hun gemeente niet meedoet', waarde: { formule: sum(...zonderToegang.map((rij) => rij.cel('zonder'))), formaat: 'geheel' } });
  return { blad };
}

const opsomming = (namen: readonly string[]): string => (namen.length < 2 ? namen.join('') : `${namen.slice(0, -1).join(', ')} en ${namen.at(-1)}`);
