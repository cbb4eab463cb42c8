/** Sheet Vergelijking: scenarios side by side against the nulscenario, what they assume differently, and the bridge from nulscenario to scenario. */
import { scenarioregels } from './scenarioregels.ts';
import type { Begrotingblad } from './begroting.ts';
import type { Berekeningblad } from './berekening.ts';
import type { Collectiefblad } from './collectief.ts';
import { add, max, min, sub, sum, sumIfs, type Formule } from './formule.ts';
import type { Opzet, Voorstelgegevens } from './opzet.ts';
import { KLEUR } from './opmaak.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import { kolom, perJaar, type Reeks, type Rij, type Sectie, type Werkmap } from './werkmap.ts';

const KOPPEN = { scenario: 'Scenario', post: 'Post', herkomst: 'Cijfers', waarde: ['Samen', 'euro'] } as const;
const LEVEND = 'rekent mee';
const VAST = 'vaste waarde van het programma';

export function maakVergelijking(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, berekening: Berekeningblad, collectief: Collectiefblad, begroting: Begrotingblad, { berekening: berekend, naast }: Voorstelgegevens) {
  const { project, scenario } = opzet;
  const blad = werkmap.jaarblad({
    naam: 'Vergelijking', titel: 'Vergelijking', uitleg: 'Scenario’s naast elkaar, elk ten opzichte van het nulscenario onder dezelfde indexen.', breedtes: [64, 64, 30, 12, 12, 12, 12, 12, 17], koppen: KOPPEN, vasteKolommen: 2,
  });
  const anderen = naast.map((s) => ({ scenario: s, uitkomst: berekend.scenarios[s.id] })).filter((a) => a.uitkomst !== undefined);
  const uitkomstVan = (a: (typeof anderen)[number]) => a.uitkomst as NonNullable<(typeof anderen)[number]['uitkomst']>;

  const rij = (sectie: Sectie<keyof typeof KOPPEN>, naam: string, post: string, reeks: Reeks, levend: boolean): Rij<string> => {
    const nieuw = sectie.rij({ scenario: naam, post, herkomst: levend ? LEVEND : VAST }, reeks, levend ? 'gewoon' : 'gedempt');
    sectie.vul(nieuw, 'waarde', { formule: sum(nieuw.alleJaren), formaat: reeks.formaat }, levend ? 'gewoon' : 'gedempt');
    return nieuw as unknown as Rij<string>;
  };
  const samen = blad.sectie('Alle gemeenten samen', KOPPEN);
  rij(samen, 'Nulscenario', 'Kosten', { formule: begroting.nul.totaal.jaar, formaat: 'euro' }, true);
  rij(samen, scenario.naam, 'Kosten', { formule: begroting.scenario.totaal.jaar, formaat: 'euro' }, true);
  for (const a of anderen) rij(samen, a.scenario.naam, 'Kosten', { waarden: uitkomstVan(a).totaal.perJaar, formaat: 'euro' }, false);
  rij(samen, scenario.naam, 'Effect', { formule: begroting.effect.totaal.jaar, formaat: 'effect' }, true);
  for (const a of anderen) rij(samen, a.scenario.naam, 'Effect', { waarden: uitkomstVan(a).effect.perJaar, formaat: 'effect' }, false);

  const perGemeente = blad.sectie('Effect per gemeente', { ...KOPPEN, scenario: 'Gemeente', post: 'Scenario', waarde: ['Samen', 'effect'] });
  for (const g of opzet.gemeenten) {
    rij(perGemeente, g.gemeente.naam, scenario.naam, { formule: (begroting.effect.rijen.get(g) as Rij<string>).jaar, formaat: 'effect' }, true);
    for (const a of anderen) rij(perGemeente, g.gemeente.naam, a.scenario.naam, { waarden: uitkomstVan(a).effect.perGemeente[g.gemeente.code] as number[], formaat: 'effect' }, false);
  }

  maakBrug();

  const verschillen = blad.sectie('Wat de scenario’s anders aannemen', { scenario: 'Uitgangspunt', hier: 'Dit voorstel', daar: 'Ander scenario' });
  if (anderen.length === 0) verschillen.rij({ scenario: 'In deze werkmap staat geen ander scenario.' });
  const eigen = scenarioregels(project, scenario);
  for (const a of anderen) {
    const ander = scenarioregels(project, a.scenario);
    verschillen.rij({ scenario: a.scenario.naam }, undefined, 'totaal');
    const onderwerpen = [...new Set([...eigen.keys(), ...ander.keys()])].filter((o) => {
      const [hier, daar] = [eigen.get(o), ander.get(o)];
      const hoortBij = (hier ?? daar)?.hoortBij;
      // Of a school that only one of them has, its arrangement says enough.
      return hier?.waarde !== daar?.waarde && (hoortBij === undefined || (eigen.has(hoortBij) && ander.has(hoortBij)));
    });
    for (const o of onderwerpen) verschillen.rij({ scenario: o, hier: eigen.get(o)?.waarde ?? 'nee', daar: ander.get(o)?.waarde ?? 'nee' });
    if (onderwerpen.length === 0) verschillen.rij({ scenario: 'Geen verschil in uitgangspunten.' });
  }
  return { blad };

  /** From nulscenario to scenario in steps that add up; columns for the chart stand on an invisible base. */
  function maakBrug(): void {
    const drager = uitgangspunten.drager(opzet.dragers[0] as (typeof opzet.dragers)[number]);
    const brug = blad.sectie('Van nulscenario naar voorstel', { scenario: 'Stap', post: 'Wat het is', leeg: '', geheel: ['Geheel', 'euro'], stand: ['Stand', 'euro'], onder: ['Onderkant', 'euro'], omhoog: ['Hoger', 'euro'], omlaag: ['Lager', 'euro'], waarde: ['Samen', 'euro'] }, 'Over de hele periode. Stand, onderkant, hoger en lager dragen de grafiek.');
    type Stap = (typeof brug)['rijen'][number];
    const vanGemeenten = (rijen: readonly Rij<'dragernummer'>[]): Formule => sumIfs(perJaar(rijen as Rij<string>[]), [kolom(rijen, 'dragernummer'), drager]);
    const stappen: { naam: string; uitleg: string; formule: Formule }[] = [];
    if (berekening.vervangen.length > 0) stappen.push({ naam: 'Vervangen zorg', uitleg: 'individuele zorg die stopt (R)', formule: sub(0, vanGemeenten(berekening.vervangen)) });
    if (berekening.overig.length > 0) stappen.push({ naam: 'Overige zorg', uitleg: 'effect op de zorg die blijft (O)', formule: vanGemeenten(berekening.overig) });
    if (berekening.vervallen) stappen.push({ naam: 'Bestaande arrangementen', uitleg: 'vervallen door nieuwe', formule: sub(0, sum(perJaar(berekening.vervallen.gemeentendeel))) });
    stappen.push({ naam: 'Arrangementen', uitleg: 'structurele kostenregels, deel van gemeenten', formule: sub(collectief.totaal.jaar, collectief.eenmalig.jaar) });
    stappen.push({ naam: 'Eenmalig', uitleg: 'eenmalige kostenregels, deel van gemeenten', formule: collectief.eenmalig.jaar });

    const begin = brug.rij({ scenario: 'Nulscenario', post: 'als er niets verandert' }, { formule: begroting.nul.totaal.jaar, formaat: 'euro' });
    const eindpunt = (r: Stap): void => {
      brug.vul(r, 'waarde', sum(r.alleJaren));
      brug.vul(r, 'stand', r.cel('waarde'));
      brug.vul(r, 'geheel', r.cel('waarde'));
    };
    eindpunt(begin);
    let vorige = begin;
    const rijen = [begin];
    for (const { naam, uitleg, formule } of stappen) {
      const stap = brug.rij({ scenario: naam, post: uitleg }, { formule, formaat: 'effect' });
      brug.vul(stap, 'waarde', { formule: sum(stap.alleJaren), formaat: 'effect' });
      const na = add(vorige.cel('stand'), stap.cel('waarde'));
      brug.vul(stap, 'stand', na);
      brug.vul(stap, 'onder', min(vorige.cel('stand'), stap.cel('stand')));
      brug.vul(stap, 'omhoog', max(0, stap.cel('waarde')));
      brug.vul(stap, 'omlaag', max(0, sub(0, stap.cel('waarde'))));
      rijen.push(stap);
      vorige = stap;
    }
    const eind = brug.rij({ scenario: 'Voorstel', post: scenario.naam }, { formule: begroting.scenario.totaal.jaar, formaat: 'euro' }, 'totaal');
    eindpunt(eind);
    rijen.push(eind);
    const namen = brug.rij({ scenario: 'Namen in de grafiek', geheel: 'Geheel', onder: 'Onderkant', omhoog: 'Hoger (N)', omlaag: 'Lager (V)' }, undefined, 'gedempt');
    blad.grafiek({
      titel: 'Van nulscenario naar voorstel, alle gemeenten en jaren samen, × € 1.000', omschrijving: 'Watervalgrafiek: van de kosten in het nulscenario, via wat vervalt en wat erbij komt, naar de kosten van het voorstel.',
      categorieen: kolom(rijen, 'scenario'), gestapeld: true, formaat: 'euroDuizend', legenda: true,
      reeksen: [
        { naam: namen.cel('geheel'), waarden: kolom(rijen, 'geheel'), vorm: 'kolom', kleur: KLEUR.nul },
        { naam: namen.cel('onder'), waarden: kolom(rijen, 'onder'), vorm: 'kolom', kleur: undefined },
        { naam: namen.cel('omhoog'), waarden: kolom(rijen, 'omhoog'), vorm: 'kolom', kleur: KLEUR.nadelig },
        { naam: namen.cel('omlaag'), waarden: kolom(rijen, 'omlaag'), vorm: 'kolom', kleur: KLEUR.voordelig },
      ],
    });
  }
}
