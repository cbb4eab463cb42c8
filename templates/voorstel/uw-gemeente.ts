/** Sheet Uw gemeente: one yellow cell with a CBS code, and what the proposal means for the begroting of that gemeente. */
import type { Begrotingblad } from './begroting.ts';
import type { Collectiefblad } from './collectief.ts';
import { add, div, eq, iff, index, matchExact, max, mul, sub, sum, sumIfs, type Formule } from './formule.ts';
import type { Nulscenarioblad } from './nulscenario.ts';
import type { Opzet } from './opzet.ts';
import { KLEUR } from './opmaak.ts';
import type { Begrotingspost, Uitgangspuntenblad } from './uitgangspunten.ts';
import { kolom, perJaar, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { post: 'Post', taakveld: 'Taakveld', waarde: ['Samen', 'euro'] } as const;

export type UwGemeenteblad = ReturnType<typeof maakUwGemeente>;

export function maakUwGemeente(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, nulscenario: Nulscenarioblad, collectief: Collectiefblad, begroting: Begrotingblad) {
  const { deelnemers } = opzet;
  const blad = werkmap.jaarblad({
    naam: 'Uw gemeente', titel: 'Uw gemeente', uitleg: 'Kies in de gele cel de CBS-code van uw gemeente; alle cijfers op dit blad volgen.',
    breedtes: [56, 38, 1, 1, 1, 1, 1, 1, 18], koppen: KOPPEN, vasteKolommen: 1,
  });
  const keuze = blad.sectie('Kies uw gemeente', KOPPEN);
  const codes = deelnemers.map((g) => g.gemeente.code);
  const rij = keuze.rij({
    post: 'CBS-code van uw gemeente',
    waarde: { waarde: codes[0] as string, formaat: 'tekst', nadruk: 'invoerGroot', invoer: { soort: 'lijst', keuze: codes, uitleg: 'De CBS-code van een deelnemende gemeente: GM en vier cijfers.', doel: { plaats: 'Uw gemeente', weergave: true } } },
  });
  rij.hoogte = 24;
  werkmap.noemCel('MijnGemeente', rij, 'waarde');
  const plaats = keuze.rij({ post: 'Plaats in de lijst van gemeenten', waarde: { formule: matchExact(rij.cel('waarde'), uitgangspunten.gemeentecodes), formaat: 'nummer', nadruk: 'gedempt' } }, undefined, 'gedempt').cel('waarde');
  keuze.rij({ post: 'Gemeente', waarde: { formule: index(uitgangspunten.gemeentenamen, plaats), formaat: 'tekst' } });
  const inwoners = keuze.rij({ post: 'Inwoners', waarde: { formule: index(uitgangspunten.inwoners, plaats), formaat: 'geheel' } }).cel('waarde');

  const uitkomst = blad.sectie('Wat het voorstel voor uw begroting betekent', KOPPEN, 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  const mijn = (bron: ReadonlyMap<unknown, Rij<string>>): Formule => index(perJaar([...bron.values()]), plaats);
  const post = (naam: string, formule: Formule, formaat: 'euro' | 'effect' = 'euro', nadruk?: 'totaal'): Rij<'post' | 'waarde' | 'taakveld'> => {
    const nieuw = uitkomst.rij({ post: naam }, { formule, formaat }, nadruk);
    uitkomst.vul(nieuw, 'waarde', { formule: sum(nieuw.alleJaren), formaat }, nadruk);
    return nieuw;
  };
  const nul = post('Nulscenario: als er niets verandert', mijn(begroting.nul.rijen));
  post('Voorstel: individuele zorg die blijft', mijn(begroting.individueel.rijen));
  if (begroting.bestaandNieuw) post('Voorstel: bestaande arrangementen', mijn(begroting.bestaandNieuw.rijen));
  const bijdrage = post('Voorstel: bijdrage aan de arrangementen', mijn(begroting.bijdrage.rijen));
  post('Voorstel samen', mijn(begroting.scenario.rijen), 'euro', 'totaal');
  const effect = post('Effect', mijn(begroting.effect.rijen), 'effect', 'totaal');
  const opgeteld = uitkomst.rij({ post: 'Effect, opgeteld vanaf het eerste jaar' }, (zelf) => ({ formule: add(zelf.vorigJaar, effect.jaar), formaat: 'effect' }));
  uitkomst.rij({ post: 'Effect per inwoner' }, { formule: iff(eq(inwoners, 0), 'niet bekend', div(effect.jaar, inwoners)), formaat: 'effectCent' });
  uitkomst.rij({ post: 'Effect in % van het nulscenario' }, { formule: iff(eq(nul.jaar, 0), 0, div(effect.jaar, nul.jaar)), formaat: 'effectProcent' });
  werkmap.noemJaren('Mijn_Nul', nul as unknown as Rij<string>);
  werkmap.noemJaren('Mijn_Bijdrage', bijdrage as unknown as Rij<string>);
  werkmap.noemJaren('Mijn_Effect', effect as unknown as Rij<string>);

  const { taakvelden } = begroting;
  const opzoeken = (post: Begrotingspost, taakveld?: Formule): Formule =>
    sumIfs(perJaar(taakvelden.rijen as unknown as Rij<string>[]), [kolom(taakvelden.rijen, 'gemeentenummer'), plaats], [kolom(taakvelden.rijen, 'postnummer'), uitgangspunten.postnummer(post)], ...(taakveld ? ([[kolom(taakvelden.rijen, 'taakveldnummer'), taakveld]] as const) : []));

  const termijnen = blad.sectie('Uw bijdrage', KOPPEN, 'De bijdrage in hele euro’s is het bedrag van de afspraak. Termijnen naar schooljaar: 7/12 in januari–juli en 5/12 in augustus–december, of in verhouding tot de maanden met kosten.');
  const afgerond = termijnen.rij({ post: 'Bijdrage in hele euro’s' }, { formule: mijn(begroting.afgerond.rijen), formaat: 'euro' }, 'totaal');
  const incidenteel = termijnen.rij({ post: 'Waarvan incidenteel (eenmalige kosten)' }, { formule: opzoeken('incidenteel'), formaat: 'euro' });
  termijnen.rij({ post: 'Waarvan structureel' }, { formule: sub(bijdrage.jaar, incidenteel.jaar), formaat: 'euro' });
  // The months in which something is paid for, and those of them before the school year begins.
  const { begin, volgend } = nulscenario.tijd;
  const start = termijnen.rij({ post: 'Volgnummer van de eerste maand met kosten', waarde: { formule: collectief.eersteMaand ?? begin.inPeriode(0), formaat: 'nummer' } }, undefined, 'gedempt').cel('waarde');
  const actief = termijnen.rij({ post: 'Maanden met kosten in het jaar' }, { formule: max(0, sub(volgend.jaar, max(begin.jaar, start))), formaat: 'nummer' }, 'gedempt');
  const totZomer = termijnen.rij({ post: 'Waarvan januari–juli' }, { formule: max(0, sub(add(begin.jaar, uitgangspunten.termijnmaanden), max(begin.jaar, start))), formaat: 'nummer' }, 'gedempt');
  const eerste = termijnen.rij({ post: 'Termijn januari–juli' }, { formule: iff(eq(actief.jaar, 0), 0, div(mul(afgerond.jaar, totZomer.jaar), actief.jaar)), formaat: 'euroCent' });
  termijnen.rij({ post: 'Termijn augustus–december' }, { formule: sub(afgerond.jaar, eerste.jaar), formaat: 'euroCent' });

  const regels = blad.sectie('Regels voor de begroting', { ...KOPPEN, waarde: ['Taakveld nr', 'nummer'] }, 'Lasten per taakveld en jaar, structureel en incidenteel apart.');
  const mutaties = taakvelden.lijst.map(({ naam, nummer }) => {
    const eersteRij = regels.rij({ post: 'Nulscenario', taakveld: naam, waarde: nummer }, (zelf) => ({ formule: opzoeken('nul', zelf.cel('waarde')), formaat: 'euro' }));
    const structureel = regels.rij({ post: 'Voorstel, structureel', taakveld: naam, waarde: nummer }, (zelf) => ({ formule: opzoeken('structureel', zelf.cel('waarde')), formaat: 'euro' }));
    const eenmalig = regels.rij({ post: 'Voorstel, incidenteel', taakveld: naam, waarde: nummer }, (zelf) => ({ formule: opzoeken('incidenteel', zelf.cel('waarde')), formaat: 'euro' }));
    return { naam, eersteRij, structureel, eenmalig };
  });

  const wijziging = blad.sectie('Voorstel tot begrotingswijziging', KOPPEN, 'Wijziging van de lasten ten opzichte van het nulscenario; negatief (V) is een verlaging. Over te nemen in het raadsvoorstel.');
  const delen = mutaties.flatMap(({ naam, eersteRij, structureel, eenmalig }) => [
    wijziging.rij({ post: 'De lasten te wijzigen, structureel', taakveld: naam }, { formule: sub(structureel.jaar, eersteRij.jaar), formaat: 'effect' }),
    wijziging.rij({ post: 'De lasten te wijzigen, incidenteel', taakveld: naam }, { formule: eenmalig.jaar, formaat: 'effect' }),
  ]);
  const samen = wijziging.rij({ post: 'Samen, gelijk aan het effect' }, { formule: sum(perJaar(delen as unknown as Rij<string>[])), formaat: 'effect' }, 'totaal');

  blad.grafiek({
    titel: 'Effect op uw begroting per jaar en opgeteld, in euro’s', omschrijving: 'Kolommen: effect per jaar; lijn: opgeteld. Onder nul is voordelig (V).', categorieen: blad.kop.alleJaren, gestapeld: false, formaat: 'effect', legenda: true,
    reeksen: [
      { naam: effect.cel('post'), waarden: effect.alleJaren, vorm: 'kolom', kleur: KLEUR.scenarios[0], waardenTonen: true },
      { naam: opgeteld.cel('post'), waarden: opgeteld.alleJaren, vorm: 'lijn', kleur: KLEUR.inkt },
    ],
  }, 16);
  return { blad, effect: effect as unknown as Rij<string>, samen: samen as unknown as Rij<string> };
}
