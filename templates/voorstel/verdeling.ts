/** Sheet Verdeling: who pays what (rekenmodel 6): pools, keys, shares, ingroei, contributions, and the whole euros of the agreement. */
import { SLEUTELVARIABELEN, type Sleutelvariabele } from '../../models/project/types.ts';
import type { Formulevariabele } from '../../models/rekenen/formule.ts';
import type { Berekeningblad } from './berekening.ts';
import type { Collectiefblad } from './collectief.ts';
import { add, countIf, div, eq, floor, iff, lte, max, min, mul, rank, round, sub, sum, sumIfs, sumProduct, type Celverwijzing, type Formule } from './formule.ts';
import type { Nulscenarioblad } from './nulscenario.ts';
import { naamdeel, type Arrangementopzet, type Gemeenteregel, type Opzet, type Poolopzet } from './opzet.ts';
import { sleutelformule } from './sleutelformule.ts';
import { VARIABELEKOPPEN, type Uitgangspuntenblad } from './uitgangspunten.ts';
import { kolom, kolommen, perJaar, type Inhoud, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = { naam: 'Gemeente', waar: 'Voor', a: '', b: '', c: '', d: '', e: '', f: '', waarde: ['Waarde', 'getal'] } as const;
const AANDEELKOPPEN = {
  naam: 'Gemeente', waar: 'Voor', leerlingen: ['Leerlingen', 'aandeel'], jeugdigen: ['Jeugdigen', 'aandeel'], kosten: ['Kosten', 'aandeel'], inwoners: ['Inwoners', 'aandeel'], inwonersJeugd: ['Inwoners 0–17', 'aandeel'], gelijk: ['Gelijk', 'aandeel'],
} as const;

export type Verdelingblad = ReturnType<typeof maakVerdeling>;
type Taakveldrijen = { taakveld: Celverwijzing; eenmalig: 0 | 1; rijen: Rij<string>[] };

export function maakVerdeling(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, nulscenario: Nulscenarioblad, berekening: Berekeningblad, collectief: Collectiefblad) {
  const { pools } = opzet;
  const blad = werkmap.jaarblad({
    naam: 'Verdeling', titel: 'Verdeling', uitleg: 'Wie betaalt welk deel van de kosten die gemeenten samen dragen, in euro’s van het jaar zelf.',
    breedtes: [26, 34, 12, 12, 13, 12, 13, 11, 13], koppen: KOPPEN, vasteKolommen: 2,
  });
  // By code, because that order decides ties between equal remainders.
  const opCode = (a: Gemeenteregel, b: Gemeenteregel): number => (a.gemeente.code < b.gemeente.code ? -1 : 1);
  const deelnemers = [...opzet.deelnemers].sort(opCode);
  const gastbijdrage = uitgangspunten.bijdragePerLeerling;
  const gasten = gastbijdrage ? opzet.gemeenten.filter((g) => !g.deelnemer).sort(opCode) : [];
  const naam = (g: Gemeenteregel): string => g.gemeente.naam;

  const gast = maakGasten();
  const regels = teVerdelen();
  const perPool = regels && poolbedragen(regels);
  const { variabelen, leerlingaandeel, aandelen } = sleutelgegevens();
  const poolaandelen = perPool && aandelenPerPool();

  const lijst = blad.sectie('Bijdrage per gemeente', KOPPEN);
  const nulrij = { waarden: opzet.jaren.map(() => 0), formaat: 'euro' } as const;
  const blok = (post: string, gemeenten: readonly Gemeenteregel[], formule: (g: Gemeenteregel) => Formule | undefined): Map<Gemeenteregel, Rij<string>> =>
    new Map(gemeenten.map((g) => {
      const f = formule(g);
      return [g, lijst.rij({ naam: naam(g), waar: post }, f ? { formule: f, formaat: 'euro' } : nulrij)];
    }));
  const rijVan = (blokrijen: ReadonlyMap<Gemeenteregel, Rij<string>>, g: Gemeenteregel): Rij<string> => blokrijen.get(g) as Rij<string>;

  const doel = blok('Volgens de verdeelsleutel', deelnemers, (g) => poolaandelen && sum(perJaar(poolaandelen.van(g))));
  const vanaf = blok('Volgens de ingroeisleutel', deelnemers, (g) => poolaandelen && perPool && sumProduct(kolom(poolaandelen.van(g), 'vanaf'), perJaar(perPool)));
  const { aandeel, maximum } = uitgangspunten.ingroei;
  const ruw = blok(maximum ? 'Verschuiving zonder maximum' : 'Verschuiving door ingroei', deelnemers, (g) => mul(aandeel.jaar, sub(rijVan(doel, g).jaar, rijVan(vanaf, g).jaar)));
  const verschuiving = maximum ? begrensd(maximum) : ruw;
  const bijdrageVan = (g: Gemeenteregel): Formule | undefined => (g.deelnemer ? add(rijVan(vanaf, g).jaar, rijVan(verschuiving, g).jaar) : gast?.bijdrage(g));
  const betalers = [...deelnemers, ...gasten].sort(opCode);
  const bijdragelijst = blad.sectie('Bijdragen', KOPPEN, 'Wat elke gemeente per jaar bijdraagt.');
  const bijdragen = new Map(betalers.map((g) => {
    const formule = bijdrageVan(g);
    const rij = bijdragelijst.rij({ naam: naam(g), waar: g.deelnemer ? 'Bijdrage' : 'Bijdrage als gast' }, formule ? { formule, formaat: 'euroCent' } : nulrij);
    werkmap.noemJaren(`Bijdrage_${naamdeel(g.gemeente.code)}`, rij);
    return [g, rij];
  }));
  const totaal = bijdragelijst.rij({ naam: 'Alle gemeenten' }, { formule: sum(perJaar([...bijdragen.values()])), formaat: 'euroCent' }, 'totaal');
  const afgerond = rondAf();

  return {
    blad, deelnemers, gasten, betalers, bijdragen, totaal, doel, afgerond: afgerond.perGemeente, afgerondTotaal: afgerond.totaal, verschuivingen: [...verschuiving.values()],
    pools: perPool,
    /** Share of each pool for a participant, in the order of the pools. */
    aandelenVan: (g: Gemeenteregel) => poolaandelen?.van(g),
    gast,
    ...naarTaakveld(),
  };

  /** Contributions per pupil of gemeenten that do not take part, and the fraction by which they lower every line of a school. */
  function maakGasten() {
    if (!gastbijdrage || gasten.length === 0 || opzet.arrangementen.length === 0) return undefined;
    const { leerlingen, loon } = nulscenario.index;
    const sectie = blad.sectie('Bijdragen per leerling van gemeenten die niet deelnemen', { naam: 'Gemeente', waar: 'School', leerlingen: ['Leerlingen', 'getal'], b: '', c: '', d: '', e: '', f: '', waarde: ['Aandeel', 'aandeel'] }, 'Samen nooit meer dan het deel van gemeenten in de eigen kostenregels van de school; ze verlagen elke regel van die school.');
    type Gastrij = (typeof sectie)['rijen'][number];
    const nul = { waarden: opzet.jaren.map(() => 0), formaat: 'euro' } as const;
    const scholen = opzet.arrangementen.map((a) => {
      const bron = uitgangspunten.leerlingenAanSchool(a.schoolnummer);
      const l = berekening.looptijd(a);
      const perHoofd = sectie.rij({ naam: 'Bedrag per leerling', waar: a.school.naam }, { formule: div(mul(gastbijdrage, leerlingen.jaar, sub(l.jaar, l.vorigJaar), loon.jaar), uitgangspunten.maandenPerJaar), formaat: 'euroCent' });
      const eigen = gasten.map((g) => (bron.rijen[g.nummer - 1] as (typeof bron.rijen)[number]).cel('waarde'));
      const samen = sectie.rij({ naam: 'Verschuldigd door gasten', waar: a.school.naam, leerlingen: add(...(eigen as [Celverwijzing, ...Celverwijzing[]])) }, (zelf) => ({ formule: mul(zelf.cel('leerlingen'), perHoofd.jaar), formaat: 'euro' }));
      const ruimte = collectief.vanSchool(a);
      const verlaging = sectie.rij({ naam: 'Verlaging van de kostenregels', waar: a.school.naam }, ruimte ? { formule: iff(lte(ruimte.jaar, 0), 0, min(1, div(samen.jaar, ruimte.jaar))), formaat: 'aandeel' } : { waarden: nul.waarden, formaat: 'aandeel' });
      return { a, samen, ruimte, verlaging, eigen };
    });
    // Per guest the schools side by side, so that a sum over schools is a sum over adjoining rows.
    const aandeelrijen = new Map(gasten.map((g, n) => [g, scholen.map(({ a, samen, verlaging, eigen }) => sectie.rij(
      { naam: naam(g), waar: `Aandeel in de regels van ${a.school.naam}`, waarde: iff(eq(samen.cel('leerlingen'), 0), 0, div(eigen[n] as Celverwijzing, samen.cel('leerlingen'))) },
      (zelf) => ({ formule: mul(zelf.cel('waarde'), verlaging.jaar), formaat: 'aandeel' }),
    ))]));
    const bedragrijen = new Map(gasten.map((g) => [g, scholen.map(({ a, ruimte }, n) => sectie.rij({ naam: naam(g), waar: `Bijdrage voor ${a.school.naam}` }, ruimte ? { formule: mul(((aandeelrijen.get(g) as Gastrij[])[n] as Gastrij).jaar, ruimte.jaar), formaat: 'euro' } : nul))]));
    const verlagingen = new Map(scholen.map(({ a, verlaging }) => [a, verlaging]));
    return {
      verlaging: (a: Arrangementopzet): Rij<string> => verlagingen.get(a) as Rij<string>,
      aandelen: (g: Gemeenteregel): Rij<string>[] => aandeelrijen.get(g) as Rij<string>[],
      bijdrage: (g: Gemeenteregel): Formule => sum(perJaar(bedragrijen.get(g) as Rij<string>[])),
    };
  }

  /** The gemeenten part of each line after guest contributions; without guests the lines of Collectief themselves. */
  function teVerdelen() {
    if (!collectief.regels || !gast) return collectief.regels;
    const sectie = blad.sectie('Te verdelen per kostenregel', { naam: 'Regel', waar: 'Omschrijving', schoolnummer: ['School nr', 'nummer'], eenmalig: ['Eenmalig', 'jaNee'], pool: ['Pool nr', 'nummer'] }, 'Na aftrek van de bijdragen van gasten.');
    return opzet.regels.map((r, n) => {
      const bedrag = (collectief.regels as NonNullable<typeof collectief.regels>)[n] as Rij<string>;
      return sectie.rij(
        { naam: r.code, waar: r.regel.omschrijving, schoolnummer: r.arrangement?.schoolnummer ?? 0, eenmalig: r.regel.soort === 'eenmalig' ? 1 : 0, pool: r.pool.nummer },
        { formule: r.arrangement ? mul(bedrag.jaar, sub(1, gast.verlaging(r.arrangement).jaar)) : bedrag.jaar, formaat: 'euro' },
      );
    });
  }

  function poolbedragen(rijen: NonNullable<ReturnType<typeof teVerdelen>>): Rij<'waarde'>[] {
    const sectie = blad.sectie('Te verdelen per pool', { naam: 'Pool', waar: 'Sleutel', waarde: ['Nummer', 'nummer'] }, 'Kostenregels die samen met één sleutel worden verdeeld.');
    return pools.map((p) => sectie.rij({ naam: p.naam, waar: p.eigenSleutel ? 'eigen sleutel' : 'verdeelsleutel', waarde: p.nummer }, (zelf) => ({ formule: sumIfs(perJaar(rijen), [kolom(rijen as Rij<'pool'>[], 'pool'), zelf.cel('waarde')]), formaat: 'euro' })));
  }

  /** The variables of every participant per school, or over all schools with an arrangement, and the share in each. */
  function sleutelgegevens() {
    const bereiken = [...new Set(pools.map((p) => p.arrangement))];
    const waar = (a: Arrangementopzet | undefined): string => a?.school.naam ?? 'Alle scholen met een arrangement';
    const koppen = { naam: 'Gemeente', waar: 'Voor', ...VARIABELEKOPPEN } as const;
    const gegevens = bereiken.length === 0 ? undefined : blad.sectie('Gegevens voor de verdeelsleutel', koppen);
    const gedeeld = bereiken.length === 0 ? undefined : blad;
    const variabelen = new Map(bereiken.map((a) => [a, deelnemers.map((g) => (gegevens as NonNullable<typeof gegevens>).rij({
      naam: naam(g), waar: waar(a), ...Object.fromEntries(uitgangspunten.beschikbaar.map((v) => [v, waarde(v, a, g)])),
    }))]));
    const totalen = new Map(bereiken.map((a) => {
      const rijen = variabelen.get(a) as Rij<Sleutelvariabele>[];
      return [a, (gegevens as NonNullable<typeof gegevens>).rij({ naam: 'Alle deelnemers', waar: waar(a), ...Object.fromEntries(uitgangspunten.beschikbaar.map((v) => [v, sum(kolom(rijen, v))])) }, undefined, 'totaal')];
    }));
    const lijstAandelen = gedeeld?.sectie('Aandeel per gegeven', AANDEELKOPPEN, 'Is een gegeven voor alle deelnemers 0, dan geldt het aandeel naar leerlingen; zijn die er ook niet, dan gelijke delen.');
    const aandelen = new Map(bereiken.map((a) => [a, deelnemers.map((_, n) => {
      const rij = (variabelen.get(a) as Rij<Sleutelvariabele>[])[n] as Rij<Sleutelvariabele>;
      const som = totalen.get(a) as Rij<Sleutelvariabele>;
      const deel = (v: Sleutelvariabele): Formule => div(rij.cel(v), som.cel(v));
      return (lijstAandelen as NonNullable<typeof lijstAandelen>).rij({
        naam: naam(deelnemers[n] as Gemeenteregel), waar: waar(a), gelijk: deel('gelijk'),
        leerlingen: (zelf) => iff(eq(som.cel('leerlingen'), 0), zelf.cel('gelijk'), deel('leerlingen')),
        ...Object.fromEntries(uitgangspunten.beschikbaar.filter((v) => v !== 'gelijk' && v !== 'leerlingen').map((v) => [v, (zelf: Rij<Sleutelvariabele>) => iff(eq(som.cel(v), 0), zelf.cel('leerlingen'), deel(v))])),
      });
    })]));
    return { variabelen, aandelen, leerlingaandeel: (p: Poolopzet, n: number): Celverwijzing => ((aandelen.get(p.arrangement) as Rij<'leerlingen'>[])[n] as Rij<'leerlingen'>).cel('leerlingen') };
  }

  function waarde(v: Sleutelvariabele, a: Arrangementopzet | undefined, g: Gemeenteregel): Inhoud {
    switch (v) {
      case 'gelijk': return 1;
      case 'inwoners':
      case 'inwonersJeugd': return uitgangspunten.gemeente(g).cel(v);
      case 'leerlingen':
      case 'jeugdigen': {
        const kolomnaam = v === 'leerlingen' ? 'waarde' : 'jeugdigen';
        if (a) return (uitgangspunten.leerlingenAanSchool(a.schoolnummer).rijen[g.nummer - 1] as Rij<'waarde' | 'jeugdigen'>).cel(kolomnaam);
        if (opzet.arrangementen.length === 0) return 0;
        const { rijen, nummer } = uitgangspunten.leerlingenMetArrangement();
        return sumIfs(kolom(rijen, kolomnaam), [nummer, uitgangspunten.gemeente(g).cel('waarde')]);
      }
      case 'kosten': {
        // Rows of one gemeente adjoin, by product; a school is picked by its number.
        const alle = berekening.vervangenVan(g);
        if (alle.length === 0) return 0;
        const school = a && berekening.looptijd(a).cel('schoolnummer');
        const som = (wat: 'waarde' | 'grootte'): Formule => sumIfs(kolom(alle, wat), [kolom(alle, 'dragernummer'), uitgangspunten.drager(opzet.dragers[0] as (typeof opzet.dragers)[number])], ...(school ? ([[kolom(alle, 'schoolnummer'), school]] as const) : []));
        return berekening.metNegatieve ? iff(lte(som('waarde'), mul(uitgangspunten.verwaarloosbaar, som('grootte'))), 0, som('waarde')) : som('waarde');
      }
    }
  }

  /** Shares of each participant in each pool, gemeente by gemeente, with what that is in euros per year. */
  function aandelenPerPool() {
    const formulepools = pools.filter((p) => uitgangspunten.sleutelVanPool(p).soort === 'formule');
    const vanafFormule = uitgangspunten.sleutelVanaf.soort === 'formule' ? pools.filter((p) => !p.eigenSleutel) : [];
    const waarden = formulepools.length + vanafFormule.length === 0 ? undefined : blad.sectie('Waarden van sleutelformules', KOPPEN);
    const formuleaandeel = (p: Poolopzet, sleutel: ReturnType<Uitgangspuntenblad['sleutelVanPool']>, wat: string): ((n: number) => Formule) | undefined => {
      if (sleutel.soort !== 'formule') return undefined;
      const gegevens = variabelen.get(p.arrangement) as Rij<Formulevariabele>[];
      const rijen = deelnemers.map((g, n) => (waarden as NonNullable<typeof waarden>).rij({ naam: naam(g), waar: `${p.naam}${wat}`, waarde: sleutelformule(sleutel.formule.boom, gegevens[n] as Rij<Formulevariabele>, sleutel.getallen) }));
      const totaal = (waarden as NonNullable<typeof waarden>).rij({ naam: 'Alle deelnemers', waar: `${p.naam}${wat}`, waarde: sum(kolom(rijen, 'waarde')) }, undefined, 'totaal').cel('waarde');
      return (n) => iff(eq(totaal, 0), leerlingaandeel(p, n), div((rijen[n] as Rij<'waarde'>).cel('waarde'), totaal));
    };
    const perFormule = new Map(formulepools.map((p) => [p, formuleaandeel(p, uitgangspunten.sleutelVanPool(p), '')]));
    const vanaf = new Map(vanafFormule.map((p) => [p, formuleaandeel(p, uitgangspunten.sleutelVanaf, ' (ingroei)')]));
    const gewogen = (sleutel: ReturnType<Uitgangspuntenblad['sleutelVanPool']>, p: Poolopzet, n: number): Formule => {
      if (sleutel.soort !== 'gewichten') throw new RangeError('Een sleutel met een formule heeft geen gewichten.');
      return sumProduct(sleutel.gewichten, kolommen([(aandelen.get(p.arrangement) as Rij<Sleutelvariabele>[])[n] as Rij<Sleutelvariabele>], SLEUTELVARIABELEN[0], SLEUTELVARIABELEN[SLEUTELVARIABELEN.length - 1] as Sleutelvariabele));
    };
    const sectie = blad.sectie('Aandeel in elke pool', { naam: 'Gemeente', waar: 'Pool', vanaf: ['Ingroei vanaf', 'aandeel'], waarde: ['Aandeel', 'aandeel'] }, 'Per jaar: de bijdrage volgens de sleutel van de pool. Ingroei vanaf: het aandeel waar vandaan wordt gegroeid.');
    const rijen = new Map(deelnemers.map((g, n) => [g, pools.map((p, i) => sectie.rij({
      naam: naam(g), waar: p.naam, waarde: perFormule.get(p)?.(n) ?? gewogen(uitgangspunten.sleutelVanPool(p), p, n),
      vanaf: (zelf) => (p.eigenSleutel ? zelf.cel('waarde') : (vanaf.get(p)?.(n) ?? gewogen(uitgangspunten.sleutelVanaf, p, n))),
    }, (zelf) => ({ formule: mul(zelf.cel('waarde'), ((perPool ?? [])[i] as Rij<string>).jaar), formaat: 'euro' })))]));
    return { van: (g: Gemeenteregel) => rijen.get(g) as Rij<'vanaf' | 'waarde'>[] };
  }

  /** Shifts held within the maximum per inhabitant, the larger side scaled down so that rises pay for falls exactly. */
  function begrensd(grens: Rij<string>): Map<Gemeenteregel, Rij<string>> {
    const ruimte = (g: Gemeenteregel): Formule => mul(grens.jaar, uitgangspunten.gemeente(g).cel('inwoners'));
    const zijde = (post: string, groot: (g: Gemeenteregel) => Formule) => {
      const rijen = blok(post, deelnemers, (g) => iff(eq(grens.jaar, ''), max(0, groot(g)), max(0, min(groot(g), ruimte(g)))));
      return { rijen, som: lijst.rij({ naam: 'Alle deelnemers', waar: post }, { formule: sum(perJaar([...rijen.values()])), formaat: 'euro' }, 'totaal') };
    };
    const stijging = zijde('Stijging binnen het maximum', (g) => rijVan(ruw, g).jaar);
    const daling = zijde('Daling binnen het maximum', (g) => sub(0, rijVan(ruw, g).jaar));
    const schaal = (post: string, som: Rij<string>): Rij<string> => lijst.rij({ naam: 'Alle deelnemers', waar: post }, { formule: iff(eq(som.jaar, 0), 0, div(min(stijging.som.jaar, daling.som.jaar), som.jaar)), formaat: 'aandeel' });
    const omhoog = schaal('Deel van de stijging dat doorgaat', stijging.som);
    const omlaag = schaal('Deel van de daling dat doorgaat', daling.som);
    return blok('Verschuiving door ingroei', deelnemers, (g) => sub(mul(rijVan(stijging.rijen, g).jaar, omhoog.jaar), mul(rijVan(daling.rijen, g).jaar, omlaag.jaar)));
  }

  /** Whole euros by largest remainder: all rounded down, then one euro more for the largest remainders until the total is right. */
  function rondAf(): { perGemeente: Map<Gemeenteregel, Rij<string>>; totaal: Rij<string> } {
    const { decimalen, half } = uitgangspunten;
    const sectie = blad.sectie('Bijdragen in hele euro’s', KOPPEN, 'Naar beneden afgerond; de grootste resten krijgen een euro erbij tot het totaal klopt. Bij gelijke resten gaat de laagste gemeentecode voor.');
    const rijen = (post: string, formule: (g: Gemeenteregel, n: number) => Formule, formaat: 'geheel' | 'factor' | 'nummer' | 'euro'): Rij<string>[] => betalers.map((g, n) => sectie.rij({ naam: naam(g), waar: post }, { formule: formule(g, n), formaat }));
    const bedrag = (g: Gemeenteregel): Formule => (bijdragen.get(g) as Rij<string>).jaar;
    const omlaag = rijen('Naar beneden afgerond', (g) => floor(bedrag(g)), 'geheel');
    const rest = rijen('Rest', (g, n) => round(sub(bedrag(g), (omlaag[n] as Rij<string>).jaar), decimalen), 'factor');
    const volgorde = rijen('Volgorde van de rest', (_, n) => {
      const plaats = rank((rest[n] as Rij<string>).jaar, perJaar(rest));
      return n === 0 ? plaats : add(plaats, countIf(perJaar(rest.slice(0, n)), (rest[n] as Rij<string>).jaar));
    }, 'nummer');
    const verhoogd = sectie.rij({ naam: 'Alle gemeenten', waar: 'Totaal + ½' }, { formule: add(round(totaal.jaar, decimalen), half), formaat: 'euroCent' });
    const afgerondTotaal = sectie.rij({ naam: 'Alle gemeenten', waar: 'Totaal in hele euro’s' }, { formule: floor(verhoogd.jaar), formaat: 'geheel' });
    const over = sectie.rij({ naam: 'Alle gemeenten', waar: 'Te verdelen hele euro’s' }, { formule: sub(afgerondTotaal.jaar, sum(perJaar(omlaag))), formaat: 'geheel' });
    const heel = rijen('Bijdrage in hele euro’s', (_, n) => add((omlaag[n] as Rij<string>).jaar, iff(lte((volgorde[n] as Rij<string>).jaar, over.jaar), 1, 0)), 'euro');
    sectie.rij({ naam: 'Alle gemeenten', waar: 'Bijdrage in hele euro’s' }, { formule: sum(perJaar(heel)), formaat: 'euro' }, 'totaal');
    for (const [n, g] of betalers.entries()) werkmap.noemJaren(`BijdrageAfgerond_${naamdeel(g.gemeente.code)}`, heel[n] as Rij<string>);
    return { perGemeente: new Map(betalers.map((g, n) => [g, heel[n] as Rij<string>])), totaal: afgerondTotaal };
  }

  /** What is divided, by taakveld and by whether it is one-off: per pool, and for guests per school. */
  function naarTaakveld(): { poolTaakvelden: Taakveldrijen[]; schoolTaakvelden: Taakveldrijen[] } {
    if (!regels || !collectief.regels) return { poolTaakvelden: [], schoolTaakvelden: [] };
    const nummers = perJaar(opzet.regels.map((r) => uitgangspunten.taakveldVan(r)));
    const soorten = uitgangspunten.taakvelden.flatMap((taakveld) => ([0, 1] as const).map((eenmalig) => ({ taakveld, eenmalig }))).filter(({ taakveld, eenmalig }) =>
      opzet.regels.some((r) => (r.regel.soort === 'eenmalig') === (eenmalig === 1) && uitgangspunten.taakveldVan(r).reeks?.waarden.includes(taakveld.waardeIn(taakveld.kolomVan('waarde')))));
    const sectie = blad.sectie('Te verdelen naar taakveld', { naam: 'Pool of school', waar: 'Taakveld', a: '', b: '', c: '', eenmalig: ['Eenmalig', 'jaNee'], e: '', f: '', waarde: ['Nummer', 'nummer'] });
    const maak = (rijen: readonly Rij<string>[], criterium: 'pool' | 'schoolnummer', voor: readonly { naam: string; nummer: number }[]): Taakveldrijen[] => soorten.map(({ taakveld, eenmalig }) => ({
      taakveld: taakveld.cel('waarde'), eenmalig,
      rijen: voor.map((v) => sectie.rij(
        { naam: v.naam, waar: String(taakveld.waardeIn(1)), eenmalig, waarde: v.nummer },
        (zelf) => ({ formule: sumIfs(perJaar(rijen), [kolom(rijen as Rij<string>[], criterium), zelf.cel('waarde')], [nummers, taakveld.cel('waarde')], [kolom(rijen as Rij<string>[], 'eenmalig'), zelf.cel('eenmalig')]), formaat: 'euro' }),
      )),
    }));
    return {
      poolTaakvelden: maak(regels as Rij<string>[], 'pool', pools),
      schoolTaakvelden: gast ? maak(collectief.regels as Rij<string>[], 'schoolnummer', opzet.arrangementen.map((a) => ({ naam: a.school.naam, nummer: a.schoolnummer }))) : [],
    };
  }
}
