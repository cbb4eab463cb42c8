/** Sheet Begroting: the outcome (rekenmodel 7) per gemeente, in total, per taakveld, per school, per bearer, and per samenwerkingsverband, schoolbestuur and deelregio. Effect = scenario − nulscenario. */
import type { School } from '../../models/project/types.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import type { Berekeningblad } from './berekening.ts';
import type { Collectiefblad } from './collectief.ts';
import { add, div, max, min, round, sub, sum, sumIfs, sumProduct, type Formule } from './formule.ts';
import { groepenVan, maakGroepstabel, type Groepen, type Groepsoort, type Groepsrijen } from './groepen.ts';
import type { Nulscenarioblad } from './nulscenario.ts';
import { naamdeel, type Gemeenteregel, type Opzet } from './opzet.ts';
import type { Formaat } from './opmaak.ts';
import { BEGROTINGSPOSTEN, ZONDER_TAAKVELD, type Begrotingspost, type Uitgangspuntenblad } from './uitgangspunten.ts';
import type { Verdelingblad } from './verdeling.ts';
import { kolom, perJaar, type Kop, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { gemeente: 'Gemeente', post: 'Post', taakveld: 'Taakveld' } as const;
const REGIOKOPPEN = { ...KOPPEN, leeg: '', deelregio: ['Deelregio nr', 'nummer'] } as const;
const TAAKVELDKOPPEN = { ...KOPPEN, leeg: '', gemeentenummer: ['Gemeente nr', 'nummer'], taakveldnummer: ['Taakveld nr', 'nummer'], postnummer: ['Post nr', 'nummer'] } as const;
/** Told apart in a stack, from dark to light; repeated where there are more gemeenten. */
const GEMEENTEKLEUREN = ['154273', 'B36B00', '6A4C93', '2A7F62', '5B636E', '8FB7EA', 'E0B15C', 'B9A3D4', '8CC9B2', 'C4C8CE'];
const BESTAAND = `Bestaande arrangementen (${ZONDER_TAAKVELD})`;
const INGROEI = 'Ingroei: verschil met de verdeelsleutel';

export type Begrotingblad = ReturnType<typeof maakBegroting>;

export function maakBegroting(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad, nulscenario: Nulscenarioblad, berekening: Berekeningblad, collectief: Collectiefblad, verdeling: Verdelingblad) {
  const { gemeenten } = opzet;
  const blad = werkmap.jaarblad({
    naam: 'Begroting', titel: 'Begroting', uitleg: 'Wat het voorstel voor elke begroting betekent, in euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.',
    breedtes: [30, 36, 38, 1, 11, 11, 9, 1, 17], koppen: KOPPEN, vasteKolommen: 3,
  });
  const drager = uitgangspunten.drager(opzet.dragers[0] as (typeof opzet.dragers)[number]);
  const { bestaand } = nulscenario;
  const { vervallen } = berekening;
  const rijVan = (rijen: ReadonlyMap<Gemeenteregel, Rij<string>>, g: Gemeenteregel): Rij<string> => rijen.get(g) as Rij<string>;

  const deelregios = groepenVan(gemeenten.map((g) => g.gemeente), 'deelregio');
  /** A post for every gemeente, with its total. */
  const perGemeente = (titel: string, formule: (g: Gemeenteregel) => Formule | undefined, formaat: Formaat = 'euro'): { rijen: Map<Gemeenteregel, Rij<string>>; totaal: Rij<string> } => {
    const lijst = blad.sectie<keyof typeof REGIOKOPPEN>(titel, deelregios ? REGIOKOPPEN : (KOPPEN as unknown as typeof REGIOKOPPEN));
    const rijen = new Map(gemeenten.map((g) => {
      const f = formule(g);
      return [g, lijst.rij({ gemeente: g.gemeente.naam, post: titel, ...(deelregios && { deelregio: deelregios.nummer(g.gemeente) }) }, f ? { formule: f, formaat } : { waarden: opzet.jaren.map(() => 0), formaat, nadruk: 'gedempt' })];
    }));
    return { rijen, totaal: lijst.rij({ gemeente: 'Alle gemeenten', post: titel }, { formule: sum(perJaar([...rijen.values()])), formaat }, 'totaal') };
  };
  const vanGemeenten = (rijen: readonly Rij<'dragernummer'>[]): Formule => sumIfs(perJaar(rijen as Rij<string>[]), [kolom(rijen, 'dragernummer'), drager]);

  const bestaandNul = bestaand && perGemeente('Nulscenario: bestaande arrangementen', (g) => sum(perJaar(bestaand.perGemeente(g))));
  const nul = perGemeente('Nulscenario', (g) => {
    const individueel = vanGemeenten(nulscenario.perProduct(g));
    return bestaandNul ? add(individueel, rijVan(bestaandNul.rijen, g).jaar) : individueel;
  });
  const individueel = perGemeente('Scenario: individuele zorg', (g) => vanGemeenten(berekening.individueel(g)));
  const bestaandNieuw = bestaandNul && perGemeente('Scenario: bestaande arrangementen', (g) => {
    const oud = rijVan(bestaandNul.rijen, g).jaar;
    return vervallen ? sub(oud, sum(perJaar(vervallen.perGemeente(g)))) : oud;
  });
  const bijdrage = perGemeente('Scenario: bijdrage aan de arrangementen', (g) => verdeling.bijdragen.get(g)?.jaar);
  const scenario = perGemeente('Scenario', (g) => add(rijVan(individueel.rijen, g).jaar, ...(bestaandNieuw ? [rijVan(bestaandNieuw.rijen, g).jaar] : []), rijVan(bijdrage.rijen, g).jaar));
  const effect = perGemeente('Effect', (g) => sub(rijVan(scenario.rijen, g).jaar, rijVan(nul.rijen, g).jaar), 'effect');
  const afgerond = perGemeente('Bijdrage in hele euro’s', (g) => verdeling.afgerond.get(g)?.jaar);
  for (const g of gemeenten) werkmap.noemJaren(`Effect_${naamdeel(g.gemeente.code)}`, rijVan(effect.rijen, g));
  werkmap.noemJaren('Nul', nul.totaal);
  werkmap.noemJaren('Totaal', scenario.totaal);
  werkmap.noemJaren('Effect', effect.totaal);

  const samen = blad.sectie('Alle gemeenten samen', { ...KOPPEN, waarde: ['Waarde', 'effect'] });
  const cumulatief = samen.rij({ gemeente: 'Alle gemeenten', post: 'Effect, opgeteld vanaf het eerste jaar', waarde: '' }, (zelf) => ({ formule: add(zelf.vorigJaar, effect.totaal.jaar), formaat: 'effect' }));
  // Apart, so that a chart can colour them.
  const nadelig = samen.rij({ gemeente: 'Alle gemeenten', post: 'Effect, nadelig (N)' }, { formule: max(0, effect.totaal.jaar), formaat: 'effect', nadruk: 'gedempt' });
  const voordelig = samen.rij({ gemeente: 'Alle gemeenten', post: 'Effect, voordelig (V)' }, { formule: min(0, effect.totaal.jaar), formaat: 'effect', nadruk: 'gedempt' });
  const factor = samen.rij({ gemeente: 'Alle gemeenten', post: 'Disconteringsfactor', waarde: { formule: add(1, uitgangspunten.disconteringsvoet), formaat: 'factor' } }, (zelf) => ({ formule: div(zelf.vorigJaar, add(1, uitgangspunten.disconteringsvoet)), formaat: 'factor' }));
  const ncw = samen.rij({ gemeente: 'Alle gemeenten', post: 'Netto contante waarde van het effect', waarde: sumProduct(effect.totaal.alleJaren, factor.alleJaren) }, undefined, 'totaal');
  werkmap.noemCel('Ncw', ncw, 'waarde');
  werkmap.noemJaren('EffectCumulatief', cumulatief);

  blad.grafiek({
    titel: 'Bijdrage per gemeente per jaar, × € 1.000', omschrijving: 'Gestapelde kolommen: de bijdrage van elke gemeente aan de arrangementen, per jaar.', categorieen: blad.kop.alleJaren, gestapeld: true, formaat: 'euroDuizend', legenda: true,
    reeksen: gemeenten.filter((g) => verdeling.bijdragen.has(g)).map((g, i) => ({ naam: rijVan(bijdrage.rijen, g).cel('gemeente'), waarden: rijVan(bijdrage.rijen, g).alleJaren, vorm: 'kolom', kleur: GEMEENTEKLEUREN[i % GEMEENTEKLEUREN.length] })),
  });
  const taakvelden = perTaakveld();
  const scholen = perSchool();
  const dragers = perDrager();
  const groepen = perGroep();

  return { blad, afgerond, nadelig, voordelig, bestaandNul, nul, individueel, bestaandNieuw, bijdrage, scenario, effect, cumulatief, ncw, taakvelden, scholen, dragers, groepen };

  /** Lines for the begroting: gemeente × taakveld, structureel and incidenteel apart. */
  function perTaakveld() {
    const lijst = blad.sectie('Per gemeente en taakveld', TAAKVELDKOPPEN, 'Regels voor de begroting. De bijdrage volgt het taakveld van de kostenregels waarvoor zij wordt betaald.');
    const rijen = new Map(gemeenten.map((g) => {
      const verschillen: Rij<string>[] = [];
      const regel = (taakveld: string, taakveldnummer: number, nulFormule: Formule | undefined, structureelFormule: Formule | undefined, incidenteelFormule?: Formule): void => {
        const labels = (post: string, soort: Begrotingspost) => ({ gemeente: g.gemeente.naam, post, taakveld, gemeentenummer: g.nummer, taakveldnummer, postnummer: BEGROTINGSPOSTEN.indexOf(soort) + 1 });
        const rij = (post: string, soort: Begrotingspost, f: Formule | undefined): Rij<string> => lijst.rij(labels(post, soort), f ? { formule: f, formaat: 'euro' } : { waarden: opzet.jaren.map(() => 0), formaat: 'euro', nadruk: 'gedempt' });
        const nulrij = rij('Nulscenario', 'nul', nulFormule);
        const structureel = rij('Scenario, structureel', 'structureel', structureelFormule);
        const incidenteel = incidenteelFormule && rij('Scenario, incidenteel', 'incidenteel', incidenteelFormule);
        const scenarioDelen = incidenteel ? add(structureel.jaar, incidenteel.jaar) : structureel.jaar;
        verschillen.push(lijst.rij(labels('Verschil', 'verschil'), { formule: sub(scenarioDelen, nulrij.jaar), formaat: 'effect' }));
      };
      for (const taakveld of uitgangspunten.taakvelden) {
        const nummer = taakveld.cel('waarde');
        const opTaakveld = (rijen: readonly Rij<'dragernummer'>[]): Formule => sumIfs(perJaar(rijen as Rij<string>[]), [perJaar(uitgangspunten.taakveldPerProduct), nummer], [kolom(rijen, 'dragernummer'), drager]);
        const bijdragen = (eenmalig: 0 | 1): Formule | undefined => {
          const bron = g.deelnemer ? verdeling.poolTaakvelden : verdeling.schoolTaakvelden;
          const rijen = bron.find((t) => t.taakveld.rij === taakveld && t.eenmalig === eenmalig)?.rijen;
          if (!rijen) return undefined;
          if (g.deelnemer) return sumProduct(kolom(verdeling.aandelenVan(g) as Rij<'waarde'>[], 'waarde'), perJaar(rijen));
          return verdeling.gast && sumProduct(perJaar(verdeling.gast.aandelen(g)), perJaar(rijen));
        };
        const structureel = bijdragen(0);
        const zorg = opTaakveld(berekening.individueel(g));
        regel(String(taakveld.waardeIn(1)), Number(taakveld.waardeIn(taakveld.kolomVan('waarde'))), opTaakveld(nulscenario.perProduct(g)), structureel ? add(zorg, structureel) : zorg, bijdragen(1));
      }
      if (bestaandNul && bestaandNieuw) regel(BESTAAND, uitgangspunten.taakvelden.length + 1, rijVan(bestaandNul.rijen, g).jaar, rijVan(bestaandNieuw.rijen, g).jaar);
      const doel = verdeling.doel.get(g);
      if (g.deelnemer && doel) regel(INGROEI, uitgangspunten.taakvelden.length + 2, undefined, round(sub((verdeling.bijdragen.get(g) as Rij<string>).jaar, doel.jaar), uitgangspunten.decimalen));
      return [g, verschillen];
    }));
    // The taakvelden as a reader sees them, with their numbers: also what has no taakveld.
    const lijstVan = [...uitgangspunten.taakvelden.map((t) => ({ naam: String(t.waardeIn(1)), nummer: Number(t.waardeIn(t.kolomVan('waarde'))) })), ...(bestaandNul ? [{ naam: BESTAAND, nummer: uitgangspunten.taakvelden.length + 1 }] : []), { naam: INGROEI, nummer: uitgangspunten.taakvelden.length + 2 }];
    return { rijen: lijst.rijen, verschillen: rijen, lijst: lijstVan };
  }

  function perSchool() {
    const nummers = { samenwerkingsverband: groepenVan(opzet.project.scholen, 'samenwerkingsverband'), bestuur: groepenVan(opzet.project.scholen, 'bestuur') };
    const nummerkop = (tekst: string, groepen: Groepen | undefined): Kop => (groepen ? [tekst, 'nummer'] : '');
    const schoolkoppen = { school: 'School', post: 'Post', a: '', b: '', samenwerkingsverband: nummerkop('Swv nr', nummers.samenwerkingsverband), bestuur: nummerkop('Bestuur nr', nummers.bestuur), waarde: ['School nr', 'nummer'] } as const;
    const lijst = blad.sectie('Per school, deel van gemeenten', schoolkoppen);
    const ingedeeld = (school: School) => ({ ...(nummers.samenwerkingsverband && { samenwerkingsverband: nummers.samenwerkingsverband.nummer(school) }), ...(nummers.bestuur && { bestuur: nummers.bestuur.nummer(school) }) });
    type Lijstrij = (typeof lijst)['rijen'][number];
    const basisrijen = nulscenario.basisrijen;
    const metKosten = opzet.project.scholen.map((school, i) => ({ school, nummer: i + 1 })).filter(({ nummer }) => opzet.cellen.some((c) => c.schoolnummer === nummer) || opzet.bestaand.some((b) => b.schoolnummer === nummer) || opzet.arrangementen.some((a) => a.schoolnummer === nummer));
    const optellen = (rijen: readonly Rij<'schoolnummer' | 'dragernummer'>[], zelf: Lijstrij): Formule | undefined =>
      rijen.length === 0 ? undefined : sumIfs(perJaar(rijen as unknown as Rij<string>[]), [kolom(rijen, 'schoolnummer'), zelf.cel('waarde')], [kolom(rijen, 'dragernummer'), drager]);
    const vanBestaand = (rijen: readonly Rij<'schoolnummer'>[], zelf: Lijstrij): Formule => sumIfs(perJaar(rijen as unknown as Rij<string>[]), [kolom(rijen, 'schoolnummer'), zelf.cel('waarde')]);
    const samengevoegd = (delen: (Formule | undefined)[]): Formule | undefined => {
      const [eerste, ...rest] = delen.filter((d) => d !== undefined);
      return eerste && add(eerste, ...rest);
    };
    const nulrijen = metKosten.map(({ school, nummer }) => lijst.rij({ school: school.naam, post: 'Nulscenario', ...ingedeeld(school), waarde: nummer }, (zelf) => {
      const formule = samengevoegd([optellen(basisrijen, zelf), bestaand && vanBestaand(bestaand.gemeentendeel, zelf)]);
      return formule ? { formule, formaat: 'euro' } : { waarden: opzet.jaren.map(() => 0), formaat: 'euro' };
    }));
    const effecten = opzet.arrangementen.map((a) => lijst.rij({ school: a.school.naam, post: 'Effect', ...ingedeeld(a.school), waarde: a.schoolnummer }, (zelf) => {
      const vervangen = optellen(berekening.vervangen, zelf);
      const weg = vervallen && vanBestaand(vervallen.gemeentendeel, zelf);
      const erbij = samengevoegd([optellen(berekening.overig, zelf), collectief.vanSchool(a)?.jaar]);
      const eraf = [vervangen, weg].filter((d) => d !== undefined);
      if (!erbij && eraf.length === 0) return { waarden: opzet.jaren.map(() => 0), formaat: 'effect' };
      return { formule: eraf.reduce<Formule>((rest, d) => sub(rest, d), erbij ?? sub(0, 0)), formaat: 'effect' };
    }));
    const regionaal = collectief.regionaal && lijst.rij({ school: 'Regio', post: 'Effect' }, { formule: collectief.regionaal.jaar, formaat: 'effect' });
    const totaal = effecten.length === 0 ? undefined : lijst.rij({ school: 'Alle scholen en de regio', post: 'Effect' }, { formule: sum(perJaar([...effecten, ...(regionaal ? [regionaal] : [])])), formaat: 'effect' }, 'totaal');
    return {
      nummers, nulrijen, effectrijen: effecten,
      nul: new Map(metKosten.map(({ school }, i) => [school.id, nulrijen[i] as Rij<string>])),
      effect: new Map(opzet.arrangementen.map((a, i) => [a.school.id, effecten[i] as Rij<string>])), regionaal, totaal,
    };
  }

  /** With whom an agreement is discussed. */
  function perGroep(): { soort: Groepsoort; samen: Rij<string> }[] {
    const vanScholen = (['samenwerkingsverband', 'bestuur'] as const).flatMap((soort) => {
      const indeling = scholen.nummers[soort];
      return indeling ? [{ soort, samen: maakGroepstabel(werkmap, blad, soort, indeling, scholen.nulrijen as unknown as Groepsrijen, scholen.effectrijen as unknown as Groepsrijen, scholen.regionaal as Rij<string> | undefined) }] : [];
    });
    const rijenVan = (bron: { rijen: ReadonlyMap<Gemeenteregel, Rij<string>> }): Groepsrijen => [...bron.rijen.values()] as unknown as Groepsrijen;
    return deelregios ? [...vanScholen, { soort: 'deelregio', samen: maakGroepstabel(werkmap, blad, 'deelregio', deelregios, rijenVan(nul), rijenVan(effect), undefined) }] : vanScholen;
  }

  function perDrager() {
    const lijst = blad.sectie('Per drager', { drager: 'Drager', post: 'Post', a: '', waarde: ['Drager nr', 'nummer'] }, 'Van een drager waarvan de huidige kosten niet bekend zijn, staat alleen het verschil.');
    const onbekend = new Set(opzet.project.uitgangspunten.onbekend);
    const dragerRijen = new Map(opzet.dragers.map((d) => {
      const nummer = uitgangspunten.drager(d);
      const opgeteld = (rijen: readonly Rij<'dragernummer'>[]): Formule => sumIfs(perJaar(rijen as Rij<string>[]), [kolom(rijen, 'dragernummer'), nummer]);
      const lines = collectief.vanDrager(d)?.jaar;
      const eff = [opgeteld(berekening.individueleParen), ...(lines ? [lines] : [])] as [Formule, ...Formule[]];
      const eraf = [opgeteld(nulscenario.paren), ...(vervallen ? [sumProduct(arrangementen.bestaandeDekking(d.nummer), perJaar(vervallen.kosten))] : [])];
      const nulFormule = bestaand ? add(opgeteld(nulscenario.paren), sumProduct(arrangementen.bestaandeDekking(d.nummer), perJaar(bestaand.kosten))) : opgeteld(nulscenario.paren);
      const nulrij: Rij<string> = lijst.rij({ drager: d.naam, post: 'Nulscenario', waarde: nummer }, onbekend.has(d.code) ? { waarden: opzet.jaren.map(() => 'onbekend'), formaat: 'euro', nadruk: 'verborgen' } : { formule: nulFormule, formaat: 'euro' });
      const rij: Rij<string> = lijst.rij({ drager: d.naam, post: 'Effect', waarde: nummer }, { formule: eraf.reduce<Formule>((rest, f) => sub(rest, f), add(...eff)), formaat: 'effect' });
      return [d.code, { nul: nulrij, effect: rij }] as const;
    }));
    const alle = lijst.rij({ drager: 'Alle dragers', post: 'Effect' }, { formule: add(...([...dragerRijen.values()].map((d) => d.effect.jaar) as unknown as [Formule, ...Formule[]])), formaat: 'effect' }, 'totaal');
    return { rijen: dragerRijen, alle };
  }
}
