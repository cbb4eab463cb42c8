/**
 * The publication catalogue (docs/beveiliging.md): all that `klankbordgroep` and `openbaar` get to see, and nothing else. Per school pupils, jeugdigen, cost
 * per category and effect; per gemeente pupils, jeugdigen, nulscenario, contribution and effect; the region per product and bearer. No school × gemeente.
 *
 * Every figure is stated as a sum over the same unknowns (pupils, jeugdigen and basis per school and gemeente), so that whatever follows from several of them
 * together is in the audit by construction. What a figure is beside that sum follows from assumptions and cost lines alone (`tests/laws/catalogus.test.ts`).
 */
import { indexenVan, isRestgroep } from '../project/standaard.ts';
import { volledigScenario } from '../project/scenario.ts';
import type { Melding, ProjectZonderRijen } from '../project/types.ts';
import { heeftEigenIndexen, plaatsVan, rekenScenarioDoor } from '../rekenen/bereken.ts';
import { bestaandInJaar, vervallenInJaar } from '../rekenen/bestaand.ts';
import type { Evaluatie } from '../rekenen/evalueer.ts';
import { leesFormules } from '../rekenen/formules.ts';
import { gegevensVan } from '../rekenen/gegevens.ts';
import { kaderVan, type Kader } from '../rekenen/kader.ts';
import type { Berekening, Voorbereiding } from '../rekenen/types.ts';
import { MEESTE_EERDER, neemEerderOp } from './lezerskennis.ts';
import { gegevensstand, gewijzigd, type Uitgave } from './eerder.ts';
import { bijdragetermen, kennisVan, metAandeel, verhouding, type Plekken, type Verhouding } from './bijdragen.ts';
import type { Beschermingsinstellingen } from './instellingen.ts';
import { categorieVan, overheerst, samen, type Persoonsaandeel, type Persoonsaandelen } from './personen.ts';
import { richting, somVan, waardeVan } from './termen.ts';
import type { Cel, Doel, Groep, Onbekende, Publicatie, Reden, Relatie, Tabel, Termen } from './types.ts';

/** The row that takes several schools or gemeenten together. */
export const OVERIGE = 'overige';
/** Rows that are taken together as `overige`. */
export interface Oprol { scholen: ReadonlySet<string>; gemeenten: ReadonlySet<string> }
export const NIETS_OPGEROLD: Oprol = { scholen: new Set(), gemeenten: new Set() };

/** What an earlier export showed and hid, by `Groep.sleutel`. */
export interface EerderePublicatie {
  getoond: readonly string[];
  verborgen: readonly string[];
  /** What it took together, which a later one keeps: otherwise the difference would show one row. */
  opgerold: { scholen: readonly string[]; gemeenten: readonly string[] };
  /** Groups of which only the sum of all years went out, which are among `getoond`, and groups that did not go out though they are nobody's secret. */
  jarenSamen?: readonly string[];
  weggelaten?: readonly string[];
}

export interface Bronnen {
  /** With or without rows. */
  project: ProjectZonderRijen;
  voorbereiding: Voorbereiding;
  /** The scenarios that are published, and any that were before. */
  berekening: Berekening;
  /** Without it no amount can be shown not to be one person's; see `zonderPseudoniem`. */
  personen?: Persoonsaandelen;
  /** All that went out before: `Uitgave`, or what a screen showed of the same data and of scenarios that are in `berekening`. */
  eerder?: readonly (EerderePublicatie | Uitgave)[];
}

export const KOLOM = { leerlingen: 'leerlingen', jeugdigen: 'jeugdigen', nul: 'nulscenario', bijdrage: 'bijdrage', effect: 'effect' } as const;
const KOSTEN = 'kosten ';
export const kostenkolom = (categorie: string): string => `${KOSTEN}${categorie}`;

/** The unknowns of a school and gemeente: pupils, jeugdigen, and basis per product. */
interface Paar { school: number; gemeente: number; leerlingen: number; jeugdigen: number; basis: Map<number, number> }
const plekkenVan = (lijst: readonly Paar[]): number[] => lijst.flatMap((paar) => [paar.leerlingen, paar.jeugdigen, ...paar.basis.values()]);

/** How many other schools the children of a school are exchanged with in thought. */
const BUREN = 5;
const basisplekken = (lijst: readonly Paar[]): number[] => lijst.flatMap((paar) => [...paar.basis.values()]);
/** Of each school the basis of it and of the schools that have most gemeenten in common with it. */
function buurtenVan(vanSchool: readonly (readonly Paar[])[]): Set<number>[] {
  const gemeentenVan = vanSchool.map((lijst) => new Set(lijst.map((paar) => paar.gemeente)));
  return vanSchool.map((eigen, s) => {
    const overlap = gemeentenVan.map((ander) => [...ander].filter((g) => gemeentenVan[s]?.has(g)).length);
    const buren = [...vanSchool.keys()].filter((t) => t !== s).sort((a, b) => (overlap[b] as number) - (overlap[a] as number)).slice(0, BUREN);
    return new Set([...basisplekken(eigen), ...buren.flatMap((t) => basisplekken(vanSchool[t] as Paar[]))]);
  });
}

type Delen = (readonly [plek: number, coef: number])[];

export async function catalogus(bronnen: Bronnen, instellingen: Beschermingsinstellingen, oprol: Oprol = NIETS_OPGEROLD): Promise<{ ok: true; publicatie: Publicatie } | { ok: false; fouten: Melding[] }> {
  const { project, voorbereiding, berekening, personen, eerder = [] } = bronnen;
  const gegevens = gegevensVan(project, voorbereiding);
  const { gemeenten, scholen, producten } = gegevens;
  const G = gemeenten.length;
  const jaren = berekening.jaren;
  const Y = jaren.length;
  const { drempel } = instellingen;

  // ── Unknowns ──
  const onbekenden: Onbekende[] = [];
  const plekVan = new Map<string, number>();
  const nieuw = (onbekende: Onbekende): number => {
    let plek = plekVan.get(onbekende.naam);
    if (plek === undefined) plekVan.set(onbekende.naam, (plek = onbekenden.push(onbekende) - 1));
    return plek;
  };
  const basis = new Map<number, Map<number, number>>();
  for (let s = 0; s < scholen.length; s++) {
    for (let c = gegevens.celVan[s] as number; c < (gegevens.celVan[s + 1] as number); c++) {
      const paar = s * G + (gegevens.celGemeente[c] as number);
      let cellen = basis.get(paar);
      if (!cellen) basis.set(paar, (cellen = new Map()));
      cellen.set(gegevens.celProduct[c] as number, gegevens.celBasis[c] as number);
    }
  }
  const gebruikt = [...new Set([...basis.values()].flatMap((cellen) => [...cellen.keys()]))].sort((a, b) => a - b);
  /** Of every pair of school and gemeente at which there is anything; that it is there is taken to be known. */
  const paren: Paar[] = [];
  for (let s = 0; s < scholen.length; s++) {
    for (let g = 0; g < G; g++) {
      const [l, j, b] = [gegevens.leerlingen[s * G + g] as number, gegevens.jeugdigen[s * G + g] as number, basis.get(s * G + g)];
      if (l === 0 && j === 0 && !b) continue;
      const naam = `${scholen[s]!.id}|${gemeenten[g]!.code}`;
      paren.push({
        school: s, gemeente: g, leerlingen: nieuw({ naam: `leerlingen ${naam}`, geheel: true, waarde: l }), jeugdigen: nieuw({ naam: `jeugdigen ${naam}`, geheel: true, waarde: j }),
        basis: new Map(gebruikt.map((p) => [p, nieuw({ naam: `basis ${naam}|${producten[p]!.code}`, soort: producten[p]!.code, geheel: false, waarde: b?.get(p) ?? 0 })])),
      });
    }
  }
  const vanSchool = scholen.map((_, s) => paren.filter((paar) => paar.school === s));
  const vanGemeente = gemeenten.map((_, g) => paren.filter((paar) => paar.gemeente === g));
  const paarVan = new Map(paren.map((paar) => [paar.school * G + paar.gemeente, paar]));
  const isVanGemeenten = (p: number): boolean => gegevens.productDrager[p] === 0;

  // ── Figures ──
  const groepen: Groep[] = [];
  const cellen: Cel[] = [];
  const fouten: Melding[] = [];
  const eerderVerborgen = new Set(eerder.flatMap((e) => e.verborgen));
  const stand = gegevensstand(project, voorbereiding);
  /** Keys of groups that were shown before, made of the same data and of scenarios that are among these. */
  const eerderGetoond = new Set<string>();
  const losGetoond = new Set(eerder.flatMap((e) => ('kennis' in e ? [] : e.getoond)));
  /** Children that changed, at least, since a group was shown; of the export in which fewest did, 0 where there is one in which none did. */
  const verschilMetEerder = (sleutel: string, tabel: Tabel, rij: string, kolom: string): number | undefined => {
    const kosten = kolom.startsWith(KOSTEN) ? kolom.slice(KOSTEN.length) : undefined;
    const hoort = {
      school: (id: string) => tabel !== 'scholen' || id === rij || (rij === OVERIGE && oprol.scholen.has(id)),
      gemeente: (code: string) => tabel !== 'gemeenten' || code === rij || (rij === OVERIGE && oprol.gemeenten.has(code)),
      product: (code: string) => (kosten === undefined || producten.some((p) => p.code === code && categorieVan(p) === kosten)) && (!rij.startsWith('product ') || rij === `product ${code}`),
    };
    const aantallen = eerder.flatMap((e) => (e.getoond.includes(sleutel) ? ['gegevens' in e ? gewijzigd(e.gegevens, stand, hoort) : 0] : []));
    return aantallen.length === 0 ? undefined : Math.min(...aantallen);
  };
  const groepVan = new Map<string, number>();
  /** Per group that was shown before: children that changed since. */
  const verschillen = new Map<number, number>();
  const groep = (tabel: Tabel, rij: string, kolom: string, prijs: number, primair?: Reden): number => {
    const sleutel = `${tabel}|${rij}|${kolom}`;
    let i = groepVan.get(sleutel);
    if (i === undefined) {
      const verschil = verschilMetEerder(sleutel, tabel, rij, kolom);
      if (verschil === 0 && losGetoond.has(sleutel)) eerderGetoond.add(sleutel);
      const weinig = verschil !== undefined && verschil > 0 && verschil < drempel && kolom !== KOLOM.leerlingen && kolom !== KOLOM.jeugdigen;
      // A total of the region cannot be missed.
      if (weinig && tabel === 'regio') fouten.push({ code: 'B04', pad: sleutel, tekst: `Sinds een eerdere uitgave zijn in ${rij === 'regio' ? 'de regio' : rij} de gegevens van minder dan ${drempel} kinderen gewijzigd; het verschil zou laten zien wat zij kosten. Geef uit wat eerder is uitgegeven, wacht tot er meer gewijzigd is, of geef dit alleen aan de lezer intern.` });
      const reden = primair ?? (eerderVerborgen.has(sleutel) || weinig ? 'eerder' : undefined);
      // What was shown before stays known, whatever is hidden now.
      groepVan.set(sleutel, (i = groepen.push({ sleutel, tabel, rij, kolom, prijs: eerderGetoond.has(sleutel) ? Number.POSITIVE_INFINITY : prijs, ...(reden && { primair: reden }) }) - 1));
      if (verschil && kolom !== KOLOM.leerlingen && kolom !== KOLOM.jeugdigen) verschillen.set(i, verschil);
    }
    return i;
  };
  const zet = (i: number, soort: Cel['soort'], waarde: number, delen: Delen, waar: { jaar?: number; scenario?: string } = {}): void => {
    const termen = somVan(delen);
    const som = waardeVan(termen, onbekenden);
    cellen.push({ groep: i, soort, waarde, constante: waarde - som, termen, ...waar });
  };

  // ── Rows: one per school and gemeente, or several taken together ──
  interface Rij { sleutel: string; leden: number[]; paren: Paar[] }
  const rijenVan = (sleutels: readonly string[], samengenomen: ReadonlySet<string>, lijst: readonly Paar[][]): Rij[] => {
    const rijen: Rij[] = [];
    const rest: Rij = { sleutel: OVERIGE, leden: [], paren: [] };
    sleutels.forEach((sleutel, i) => {
      if (samengenomen.has(sleutel)) {
        rest.leden.push(i);
        rest.paren.push(...(lijst[i] as Paar[]));
      } else rijen.push({ sleutel, leden: [i], paren: lijst[i] as Paar[] });
    });
    return rest.leden.length > 0 ? [...rijen, rest] : rijen;
  };
  const schoolrijen = rijenVan(scholen.map((s) => s.id), oprol.scholen, vanSchool);
  const gemeenterijen = rijenVan(gemeenten.map((g) => g.code), oprol.gemeenten, vanGemeente);

  const leerlingen = (lijst: readonly Paar[]): Delen => lijst.map((paar) => [paar.leerlingen, 1]);
  const jeugdigen = (lijst: readonly Paar[]): Delen => lijst.map((paar) => [paar.jeugdigen, 1]);
  const som = (delen: Delen): number => delen.reduce((totaal, [plek, coef]) => totaal + coef * (onbekenden[plek] as Onbekende).waarde, 0);
  const index = (kader: Kader, p: number, y: number): number => (gegevens.productLoon[p] ? kader.productindex.loon : kader.productindex.prijs)[y] as number;
  const kosten = (lijst: readonly Paar[], kader: Kader, y: number, mee: (p: number) => boolean): Delen =>
    lijst.flatMap((paar) => [...paar.basis].filter(([p]) => mee(p)).map(([p, plek]) => [plek, index(kader, p, y)] as const));
  const klein = (lijst: readonly Paar[]): boolean => som(leerlingen(lijst)) < drempel || som(jeugdigen(lijst)) < drempel;
  const teGroot = (d: Persoonsaandeel | undefined): boolean =>
    overheerst(personen ? d : undefined, instellingen.overheersing, instellingen.zonderPseudoniem) || (!personen && instellingen.zonderPseudoniem === 'alsEen');

  const projectkader = kaderVan(project.uitgangspunten, indexenVan(project));
  const categorieen = [...new Set(gebruikt.map((p) => categorieVan(producten[p]!)))];
  const verhoudingen: Verhouding[] = [];
  const altijd: Relatie[] = [];
  const bijBijdrage: { gemeente: string; termen: Termen }[] = [];

  const aantalcellen = (tabel: Tabel, rij: Rij, kolommen: { leerlingen: number; jeugdigen: number }): void => {
    for (const kolom of ['leerlingen', 'jeugdigen'] as const) {
      const delen = kolom === 'leerlingen' ? leerlingen(rij.paren) : jeugdigen(rij.paren);
      zet(groep(tabel, rij.sleutel, KOLOM[kolom], kolommen[kolom], som(delen) < drempel ? 'klein' : undefined), 'aantal', som(delen), delen);
    }
  };
  for (const rij of schoolrijen) {
    aantalcellen('scholen', rij, { leerlingen: 1, jeugdigen: 1 });
    for (const categorie of categorieen) {
      const inCategorie = (p: number): boolean => categorieVan(producten[p]!) === categorie;
      const aandeel = samen(rij.leden.flatMap((s) => personen?.perSchoolCategorie[`${scholen[s]!.id}|${categorie}`] ?? []));
      const bedrag = som(kosten(rij.paren, projectkader, 0, inCategorie));
      const reden = klein(rij.paren) ? 'klein' : bedrag !== 0 && teGroot(aandeel) ? 'overheersing' : undefined;
      const i = groep('scholen', rij.sleutel, kostenkolom(categorie), Y, reden);
      for (let y = 0; y < Y; y++) {
        const delen = kosten(rij.paren, projectkader, y, inCategorie);
        zet(i, 'bedrag', som(delen), delen, { jaar: jaren[y]! });
      }
    }
  }
  const regio: Rij = { sleutel: 'regio', leden: [], paren };
  for (const kolom of ['leerlingen', 'jeugdigen'] as const) zet(groep('regio', 'regio', KOLOM[kolom], Number.POSITIVE_INFINITY, som(kolom === 'leerlingen' ? leerlingen(paren) : jeugdigen(paren)) < drempel ? 'klein' : undefined), 'aantal', som(kolom === 'leerlingen' ? leerlingen(paren) : jeugdigen(paren)), kolom === 'leerlingen' ? leerlingen(paren) : jeugdigen(paren));
  for (const p of gebruikt) {
    const { code } = producten[p]!;
    const i = groep('regio', `product ${code}`, KOLOM.nul, Number.POSITIVE_INFINITY, teGroot(personen?.perProduct[code]) ? 'overheersing' : undefined);
    for (let y = 0; y < Y; y++) {
      const delen = kosten(paren, projectkader, y, (ander) => ander === p);
      zet(i, 'bedrag', som(delen), delen, { jaar: jaren[y]! });
    }
  }

  // ── Existing arrangements: known cost, over gemeenten by a known or a hidden share ──
  const plekken: Plekken = {
    onbekenden, nieuw, gemeente: (g) => gemeenten[g]!.code,
    meting: (variabele, lijst, g, vervangbaar) => somVan(lijst.flatMap((s) => {
      const paar = paarVan.get(s * G + g);
      if (!paar) return [];
      if (variabele !== 'kosten') return [[paar[variabele], 1] as const];
      return [...paar.basis].filter(([p]) => isVanGemeenten(p)).map(([p, plek]) => [plek, vervangbaar(s, p)] as const);
    })),
  };
  const alleGemeenten = gemeenten.map((_, g) => g);
  const bestaandeVerdeling = new Map<number, Verhouding | undefined>();
  for (const [i, b] of gegevens.bestaand.entries()) {
    if (project.bestaandeArrangementen?.[i]?.verdeling || bestaandeVerdeling.has(b.school)) continue;
    const nieuwe = verhouding('leerlingen', [b.school], alleGemeenten, plekken, () => 0);
    bestaandeVerdeling.set(b.school, nieuwe);
    if (nieuwe) verhoudingen.push(nieuwe);
  }
  const bestaandDelen = (g: number, bedragVan: (b: (typeof gegevens.bestaand)[number]) => number): Delen => gegevens.bestaand.flatMap((b, i) => {
    const aandeel = project.bestaandeArrangementen?.[i]?.verdeling ? undefined : bestaandeVerdeling.get(b.school)?.delen[g]?.aandeel;
    return aandeel === undefined ? [] : [metAandeel(aandeel, bedragVan(b) * (b.perDrager[0] as number))];
  });

  const perGemeenteNul = (kader: Kader, scenario: string | undefined, nul: Berekening['nul']): void => {
    for (const rij of gemeenterijen) {
      const reden = klein(rij.paren) ? 'klein' : rij.paren.length > 0 && teGroot(samen(rij.leden.flatMap((g) => personen?.perGemeente[gemeenten[g]!.code] ?? []))) ? 'overheersing' : undefined;
      const i = groep('gemeenten', rij.sleutel, KOLOM.nul, prijsVanRij(rij) * Y, reden);
      for (let y = 0; y < Y; y++) {
        const delen = [...kosten(rij.paren, kader, y, isVanGemeenten), ...rij.leden.flatMap((g) => bestaandDelen(g, (b) => bestaandInJaar(b, kader, y)))];
        zet(i, 'bedrag', rij.leden.reduce((totaal, g) => totaal + (nul.perGemeente[gemeenten[g]!.code]?.[y] ?? 0), 0), delen, { jaar: jaren[y]!, ...(scenario !== undefined && { scenario }) });
      }
    }
    for (const [d, drager] of gegevens.dragers.entries()) {
      const i = groep('regio', `drager ${drager}`, KOLOM.nul, Number.POSITIVE_INFINITY);
      for (let y = 0; y < Y; y++) zet(i, 'bedrag', nul.perDrager[drager]?.[y] ?? 0, kosten(paren, kader, y, (p) => gegevens.productDrager[p] === d), { jaar: jaren[y]!, ...(scenario !== undefined && { scenario }) });
    }
  };
  /** A participant's own figures are what the publication is for; a group of pupils from elsewhere can be missed first. */
  function prijsVanRij(rij: Rij): number {
    return rij.leden.every((g) => isRestgroep(gemeenten[g]!.code)) ? 0.1 : rij.leden.some((g) => gemeenten[g]!.deelnemer !== false) ? 2 : 1;
  }
  for (const rij of gemeenterijen) aantalcellen('gemeenten', rij, { leerlingen: prijsVanRij(rij), jeugdigen: prijsVanRij(rij) });
  perGemeenteNul(projectkader, undefined, berekening.nul);

  // ── Scenarios ──
  const { formules } = await leesFormules(project.scenarios);
  const evaluaties: { id: string; e: Evaluatie }[] = [];
  for (const id of Object.keys(berekening.scenarios)) {
    const scenario = volledigScenario(project, id);
    const resultaat = rekenScenarioDoor(gegevens, project, scenario, formules, plaatsVan(project, id));
    if (!resultaat.ok) {
      fouten.push(...resultaat.fouten);
      continue;
    }
    const e = resultaat.evaluatie;
    evaluaties.push({ id, e });
    const uitkomst = berekening.scenarios[id]!;
    const nul = uitkomst.nul ?? berekening.nul;
    if (heeftEigenIndexen(scenario)) perGemeenteNul(e.kader, id, nul);
    const effectVan = new Map(e.effecten.map((effect, a) => [effect.school, { effect, a }]));

    const effectdelen = (lijst: readonly Paar[], y: number, mee: (p: number) => boolean): Delen => lijst.flatMap((paar) => {
      const hier = effectVan.get(paar.school);
      if (!hier || !e.isInbegrepen[paar.gemeente]) return [];
      const { aandeelOverig, aandeelVervangen } = hier.effect;
      return [...paar.basis].filter(([p]) => mee(p)).map(([p, plek]) => [plek, index(e.kader, p, y) * ((aandeelOverig[p * Y + y] as number) - (aandeelVervangen[p * Y + y] as number))] as const);
    });
    // Cost lines are public, so a line per pupil tells how many there are.
    for (const { arrangement: a, regel } of e.regels) {
      if (regel.soort !== 'perLeerling') continue;
      const lijst = paren.filter((paar) => e.isInbegrepen[paar.gemeente] && (a === undefined ? effectVan.has(paar.school) : e.effecten[a]?.school === paar.school));
      altijd.push({ termen: somVan(leerlingen(lijst)), waarde: som(leerlingen(lijst)) });
    }

    for (const rij of schoolrijen) {
      const reden = klein(rij.paren) ? 'klein' : rij.leden.some((s) => effectVan.has(s)) && teGroot(samen(rij.leden.flatMap((s) => personen?.perSchool[scholen[s]!.id] ?? []))) ? 'overheersing' : undefined;
      const i = groep('scholen', rij.sleutel, KOLOM.effect, Y, reden);
      for (let y = 0; y < Y; y++) {
        const waarde = rij.leden.reduce((totaal, s) => totaal + (uitkomst.totaal.perSchool[scholen[s]!.id]?.[y] ?? 0) - (nul.perSchool[scholen[s]!.id]?.[y] ?? 0), 0);
        zet(i, 'bedrag', waarde, effectdelen(rij.paren, y, isVanGemeenten), { jaar: jaren[y]!, scenario: id });
      }
    }

    const b = bijdragetermen(e, G, plekken);
    verhoudingen.push(...b.verhoudingen);
    for (const { gemeente, termen } of b.extra) bijBijdrage.push({ gemeente: gemeenterijen.find((rij) => rij.leden.includes(gemeente))?.sleutel ?? '', termen });
    for (const rij of gemeenterijen) {
      const reden = klein(rij.paren) ? 'klein' : rij.paren.length > 0 && teGroot(samen(rij.leden.flatMap((g) => personen?.perGemeente[gemeenten[g]!.code] ?? []))) ? 'overheersing' : undefined;
      const prijs = prijsVanRij(rij) * Y;
      const betaalt = rij.leden.some((g) => uitkomst.bijdragen[gemeenten[g]!.code]);
      for (let y = 0; y < Y; y++) {
        const bijdrage = rij.leden.flatMap((g) => b.termen[g * Y + y] ?? []);
        if (betaalt) zet(groep('gemeenten', rij.sleutel, KOLOM.bijdrage, prijs, reden), 'bedrag', rij.leden.reduce((totaal, g) => totaal + (uitkomst.bijdragen[gemeenten[g]!.code]?.[y] ?? 0), 0), bijdrage, { jaar: jaren[y]!, scenario: id });
        const vervallen = rij.leden.flatMap((g) => bestaandDelen(g, (bestaand) => {
          const hier = effectVan.get(bestaand.school)?.effect;
          return hier?.vervangtBestaand ? -vervallenInJaar(bestaand, hier.periode, e.kader, y) : 0;
        }));
        zet(groep('gemeenten', rij.sleutel, KOLOM.effect, prijs, reden), 'bedrag', rij.leden.reduce((totaal, g) => totaal + (uitkomst.effect.perGemeente[gemeenten[g]!.code]?.[y] ?? 0), 0),
          [...effectdelen(rij.paren, y, isVanGemeenten), ...vervallen, ...bijdrage], { jaar: jaren[y]!, scenario: id });
      }
    }
    const totaal = groep('regio', 'regio', KOLOM.effect, Number.POSITIVE_INFINITY);
    const collectief = groep('regio', 'regio', KOLOM.bijdrage, Number.POSITIVE_INFINITY);
    for (let y = 0; y < Y; y++) {
      zet(totaal, 'bedrag', uitkomst.effect.perJaar[y]!, effectdelen(regio.paren, y, isVanGemeenten), { jaar: jaren[y]!, scenario: id });
      zet(collectief, 'bedrag', uitkomst.collectief[y]!, [], { jaar: jaren[y]!, scenario: id });
      for (const [d, drager] of gegevens.dragers.entries()) {
        zet(groep('regio', `drager ${drager}`, KOLOM.effect, Number.POSITIVE_INFINITY), 'bedrag', uitkomst.effect.perDrager[drager]?.[y] ?? 0, effectdelen(paren, y, (p) => gegevens.productDrager[p] === d), { jaar: jaren[y]!, scenario: id });
      }
    }
  }
  // What few children changed is hidden; together those rows must not be few either, since their sum follows from the others.
  for (const rijen of Map.groupBy(verschillen, ([i]) => `${groepen[i]!.tabel} ${groepen[i]!.kolom}`).values()) {
    const weinig = rijen.filter(([, aantal]) => aantal < drempel).reduce((som, [, aantal]) => som + aantal, 0);
    const [meer] = rijen.filter(([i, aantal]) => aantal >= drempel && groepen[i]!.tabel !== 'regio').sort(([, a], [, b]) => a - b);
    if (weinig > 0 && weinig < drempel && meer) groepen[meer[0]]!.primair ??= 'eerder';
  }
  // ── What went out before, over the same unknowns ──
  if (eerder.some((e) => 'gegevens' in e && !('kennis' in e))) fouten.push({ code: 'B05', pad: 'publicatie', tekst: 'Eerder is uitgegeven met een versie van dit programma die niet bewaarde uit welke uitgangspunten en scenario’s de cijfers kwamen. Wat beide samen laten zien is niet te toetsen. Geef dit alleen aan de lezer intern, of begin met nieuwe gegevens een nieuw project.' });
  const eerderBekend = neemEerderOp(eerder.flatMap((e) => ('kennis' in e ? [e.kennis] : [])), onbekenden);
  if (eerderBekend.relaties.length > MEESTE_EERDER) fouten.push({ code: 'B05', pad: 'publicatie', tekst: `Over deze gegevens is al zo vaak met andere uitgangspunten of scenario’s uitgegeven (${eerder.length} keer) dat niet meer te toetsen is wat alles samen laat zien. Geef dit alleen aan de lezer intern, of wacht op nieuwe gegevens.` });
  if (fouten.length > 0) return { ok: false, fouten };
  // What was shown before is known, whatever is hidden now.
  const alBekend = new Set(eerderBekend.relaties.map(({ termen }) => richting(termen)));
  for (const [i, eigen] of Map.groupBy(cellen, (cel) => cel.groep)) if (eigen.some(({ termen }) => alBekend.has(richting(termen))) && eigen.every(({ termen }) => termen.plek.length === 0 || alBekend.has(richting(termen)))) groepen[i]!.prijs = Number.POSITIVE_INFINITY;

  // ── What no table holds and may not be known either ──
  const doelen: Doel[] = [];
  const ruim = new Set([...schoolrijen, ...gemeenterijen].filter((rij) => rij.sleutel === OVERIGE).flatMap((rij) => plekkenVan(rij.paren)));
  const buurten = buurtenVan(vanSchool);
  const rijnaam = new Map(schoolrijen.flatMap((rij) => rij.leden.map((s) => [s, rij.sleutel] as const)));
  const gemeentenaam = new Map(gemeenterijen.flatMap((rij) => rij.leden.map((g) => [g, rij.sleutel] as const)));
  const paarplek = (s: number, g: number): Pick<Doel, 'paar' | 'buurt'> => ({
    paar: { school: scholen[s]!.id, gemeente: gemeenten[g]!.code, scholen: rijnaam.get(s) as string, gemeenten: gemeentenaam.get(g) as string }, buurt: buurten[s] as Set<number>,
  });
  const vraag = (naam: string, soort: Doel['soort'], delen: Delen, paar: Paar | undefined): void => {
    const termen = somVan(delen);
    doelen.push({
      naam, soort, termen, waarde: waardeVan(termen, onbekenden),
      ...(paar ? paarplek(paar.school, paar.gemeente) : { buurt: ruim }),
    });
  };
  const beschermBedragen = (naam: string, lijst: readonly Paar[], paar?: Paar): void => {
    const j = som(jeugdigen(lijst));
    if (j === 0 || j >= drempel) return;
    vraag(`kosten ${naam}`, 'bedrag', lijst.flatMap((paar) => [...paar.basis].map(([p, plek]) => [plek, isVanGemeenten(p) ? 1 : 0] as const)), paar);
    for (const { e } of evaluaties) {
      // What the last year of a scenario shows of them: the part that an arrangement replaces.
      const y = Y - 1;
      vraag(`effect ${naam}`, 'bedrag', lijst.flatMap((paar) => {
        const effect = e.effecten.find(({ school }) => school === paar.school);
        if (!effect || !e.isInbegrepen[paar.gemeente]) return [];
        return [...paar.basis].filter(([p]) => isVanGemeenten(p)).map(([p, plek]) => [plek, index(e.kader, p, y) * ((effect.aandeelOverig[p * Y + y] as number) - (effect.aandeelVervangen[p * Y + y] as number))] as const);
      }), paar);
    }
  };
  const beschermRij = (naam: string, lijst: readonly Paar[]): void => {
    for (const delen of [leerlingen(lijst), jeugdigen(lijst)]) if (som(delen) < drempel) vraag(`aantal ${naam}`, 'aantal', delen, undefined);
    beschermBedragen(naam, lijst);
  };
  // No table of school × gemeente may be made from the others either: what the children of one gemeente at one school cost stays uncertain where they are few.
  for (const paar of paren) beschermBedragen(`${scholen[paar.school]!.naam} × ${gemeenten[paar.gemeente]!.naam}`, [paar], paar);
  for (const rij of schoolrijen) if (rij.sleutel === OVERIGE) for (const s of rij.leden) beschermRij(scholen[s]!.naam, vanSchool[s]!);
  for (const rij of gemeenterijen) if (rij.sleutel === OVERIGE) for (const g of rij.leden) beschermRij(gemeenten[g]!.naam, vanGemeente[g]!);

  // What had to stay uncertain in an earlier export, still must.
  for (const { paar, ...doel } of eerderBekend.doelen) {
    const [s, g] = [scholen.findIndex(({ id }) => id === paar?.school), gemeenten.findIndex(({ code }) => code === paar?.gemeente)];
    doelen.push({ ...doel, ...(s >= 0 && g >= 0 && paarplek(s, g)) });
  }

  const isDicht = (verborgen: ReadonlySet<number>, { variabele, scholen: lijst }: Verhouding): boolean => lijst.some((s) => {
    const rij = rijnaam.get(s) ?? '';
    if (rij === OVERIGE) return true;
    const kolommen = variabele === 'kosten' ? categorieen.map(kostenkolom) : [KOLOM[variabele]];
    return kolommen.some((kolom) => verborgen.has(groepVan.get(`scholen|${rij}|${kolom}`) ?? -1));
  });
  return {
    ok: true,
    publicatie: {
      onbekenden, groepen, cellen, doelen, eerder: eerderBekend,
      kennis: (verborgen) => [
        ...altijd,
        ...eerderBekend.relaties,
        ...verhoudingen.flatMap((v) => kennisVan(v, onbekenden, isDicht(verborgen, v))),
        ...bijBijdrage.filter(({ gemeente }) => !verborgen.has(groepVan.get(`gemeenten|${gemeente}|${KOLOM.bijdrage}`) ?? -1)).map(({ termen }) => ({ termen, waarde: waardeVan(termen, onbekenden) })),
        // What was shown on a screen is known, also where it is hidden now.
        ...cellen.filter((cel) => verborgen.has(cel.groep) && eerderGetoond.has(groepen[cel.groep]?.sleutel ?? '')).map((cel) => ({ termen: cel.termen, waarde: waardeVan(cel.termen, onbekenden) })),
      ],
    },
  };
}
