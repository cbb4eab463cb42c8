/** What a reader gets to see (docs/beveiliging.md): the tables of the catalogue with what is hidden marked, or why nothing goes out. */
import type { Melding } from '../project/types.ts';
import { audit, type Auditregel } from './audit.ts';
import { catalogus, KOLOM, NIETS_OPGEROLD, OVERIGE, type Bronnen, type EerderePublicatie, type Oprol } from './catalogus.ts';
import { controleerInstellingen, STANDAARDBESCHERMING, type Beschermingsinstellingen, type Lezer } from './instellingen.ts';
import { inkortingVan, kortIn, NIETS_INGEKORT, sluitParen, zonderParen, type Inkorting } from './jaren.ts';
import { lezerskennisVan, type Lezerskennis } from './lezerskennis.ts';
import { TABELLEN, type Cel, type Lek, type Publicatie, type Reden, type Tabel } from './types.ts';
import { getoond, primaireGroepen, rijKolomRegel, verberg, type Verberging } from './verbergen.ts';

export interface Publicatiecel {
  /** School id, gemeente code, `overige`, or what a regional row is about. */
  rij: string;
  kolom: string;
  jaar?: number;
  scenario?: string;
  soort: 'aantal' | 'bedrag';
  /** null: hidden, with the reason. Euros; rounded for `openbaar`. */
  waarde: number | null;
  verborgen: Reden | null;
}

/** For who publishes. Only `opschrift` and `toelichting` go along with the tables. */
export interface Beschermingsverslag {
  lezer: Lezer;
  /** Must stand on every page. */
  opschrift: string;
  instellingen: Beschermingsinstellingen;
  /** Figures in the tables as they go out, all years and scenarios together. */
  cijfers: { alle: number; verborgen: number };
  /**
   * Row × column, which are hidden in all years and scenarios alike, as if no rows were taken together: how many are not shown by themselves, how many of them had
   * to be by the rules alone, and how many cells `overige` gives back.
   */
  cellen: { alle: number; verborgen: number; moesten: number; terug: number };
  /** What the rule that people use by hand would have hidden, and how many figures could then be known too closely. */
  rijKolomRegel: { verborgen: number; lekken: number };
  /** Rows of which only the sum of all years is shown, by name: year by year they would tell what the few children of one gemeente at one school cost. */
  jarenSamen: string[];
  /** What is taken together as `overige`. */
  opgerold: { scholen: string[]; gemeenten: string[] };
  /** Whether amounts were held against the largest share of one person. */
  overheersing: 'getoetst' | 'deels getoetst' | 'niet getoetst';
  /** Dutch sentences that belong beside the tables. */
  toelichting: string[];
  /** For the next export of these figures. */
  voorVolgende: EerderePublicatie;
}

export type Publicatieresultaat =
  /** kennis: what a next export must know of it beside `voorVolgende`; it holds hidden figures and goes along with nothing */
  | { ok: true; tabellen: Record<Tabel, Publicatiecel[]>; verslag: Beschermingsverslag; kennis: Lezerskennis }
  | { ok: false; fouten: Melding[]; cellen: Lek[] };

const OPSCHRIFT: Record<Lezer, string> = {
  intern: 'vertrouwelijk – herleidbaar',
  klankbordgroep: 'klankbordgroep – kleine aantallen verborgen',
  openbaar: 'openbaar – kleine aantallen verborgen, bedragen per school en gemeente afgerond',
};

/** Told in Dutch what is being done, many times a second; what it throws ends the work at once. */
export type Meld = (wat: string) => void;

/** @param lezer who gets it: asked at every export, never assumed */
export async function publiceer(bronnen: Bronnen, lezer: Lezer, instellingen: Beschermingsinstellingen = STANDAARDBESCHERMING, meld?: Meld): Promise<Publicatieresultaat> {
  const verkeerd = controleerInstellingen(instellingen);
  if (verkeerd.length > 0) return { ok: false, fouten: verkeerd.map((tekst) => ({ code: 'B01', pad: 'instellingen', tekst })), cellen: [] };
  const gelezen = await catalogus(bronnen, instellingen);
  if (!gelezen.ok) return { ok: false, fouten: gelezen.fouten, cellen: [] };
  if (lezer === 'intern') return inTabellen(gelezen.publicatie, gelezen.publicatie, new Set(), lezer, instellingen, NIETS_OPGEROLD, bronnen, NIETS_INGEKORT);

  let stap = 'Rijen samennemen';
  const regel: Auditregel = { drempel: instellingen.drempel, marge: instellingen.marge, bij: meld && ((gedaan, van) => meld(`${stap}: ${gedaan} van ${van} cijfers blijven verborgen`)) };
  let beste: { publicatie: Publicatie; verberging: Verberging; oprol: Oprol } | undefined;
  const maak = async (oprol: Oprol): Promise<Publicatie> => {
    const gemaakt = await catalogus(bronnen, instellingen, oprol);
    if (!gemaakt.ok) throw new Error('de catalogus is al een keer gemaakt en kan niet mislukken');
    return gemaakt.publicatie;
  };
  const lekkenVan = (p: Publicatie): number => audit(zonderParen(p), primaireGroepen(p), regel).length;
  const eerder = bronnen.eerder ?? [];
  const eerste = eerder.length > 0;
  let opgerold: Oprol = eerste ? { scholen: new Set(eerder.flatMap((e) => e.opgerold.scholen)), gemeenten: new Set(eerder.flatMap((e) => e.opgerold.gemeenten)) } : NIETS_OPGEROLD;
  for (const tabel of eerste ? [] : (['scholen', 'gemeenten'] as const)) {
    let minste = Number.POSITIVE_INFINITY;
    let keuze = opgerold;
    for (const rijen of oprollen(gelezen.publicatie, tabel, instellingen.drempel)) {
      const poging = { ...opgerold, [tabel]: rijen };
      const lekken = lekkenVan(await maak(poging));
      if (lekken < minste) [keuze, minste] = [poging, lekken];
      if (lekken === 0) break;
    }
    opgerold = keuze;
  }
  for (const oprol of eerste || opgerold === NIETS_OPGEROLD ? [opgerold] : [opgerold, NIETS_OPGEROLD]) {
    stap = 'Kleine aantallen verbergen';
    const publicatie = oprol === NIETS_OPGEROLD ? gelezen.publicatie : await maak(oprol);
    const verberging = verberg(zonderParen(publicatie), regel, beste ? getoond(beste.publicatie, beste.verberging.patroon.verborgen) : 0);
    if (verberging.ok || (!beste && (eerste || oprol === NIETS_OPGEROLD))) {
      if (!beste || getoond(publicatie, verberging.patroon.verborgen) > getoond(beste.publicatie, beste.verberging.patroon.verborgen)) beste = { publicatie, verberging, oprol };
    }
  }
  const { publicatie, verberging, oprol } = beste as NonNullable<typeof beste>;
  const geweigerd = (lekken: readonly Lek[]): Publicatieresultaat => ({ ok: false, cellen: [...lekken], fouten: lekken.map((lek) => ({ code: 'B03', pad: lek.naam, tekst: weigering(lek, instellingen, eerste) })) });
  if (!verberging.ok) return geweigerd(verberging.lekken);

  // Pairs of school and gemeente come last: years together, and where the school as a whole tells of a pair, that school together with others.
  const losGetoond = eerder.filter((e) => !('kennis' in e));
  const apart = new Set(losGetoond.flatMap((e) => e.getoond.filter((sleutel) => !e.jarenSamen?.includes(sleutel))));
  let inkorting: Inkorting<string> = {
    samen: new Set(eerder.flatMap((e) => e.jarenSamen ?? [])),
    weg: new Set(eerder.flatMap((e) => e.weggelaten ?? [])),
  };
  let nu = { publicatie, verborgen: verberging.patroon.verborgen, oprol };
  for (let ronde = 0; ; ronde++) {
    stap = 'Paren van school en gemeente toetsen';
    const af = sluitParen(nu.publicatie, nu.verborgen, regel, inkorting, apart);
    if (af.lekken.length === 0) return inTabellen(gelezen.publicatie, nu.publicatie, nu.verborgen, lezer, instellingen, nu.oprol, bronnen, af);
    // What went out by row stays known by row.
    const scholen = eerste || ronde === RONDEN ? undefined : metLekkende(nu.publicatie, af.lekken, nu.oprol.scholen);
    if (!scholen) return geweigerd(af.lekken);
    inkorting = { samen: af.samen, weg: inkorting.weg };
    stap = 'Kleine aantallen verbergen';
    const anders = { ...nu.oprol, scholen };
    const opnieuw = await maak(anders);
    const weer = verberg(zonderParen(opnieuw), regel);
    if (!weer.ok) return geweigerd(weer.lekken);
    nu = { publicatie: opnieuw, verborgen: weer.patroon.verborgen, oprol: anders };
  }
}

/** So many times schools are added to `overige` for what is known of a pair. */
const RONDEN = 4;

/** `overige` with the schools of these pairs, and with the smallest other one where that would be one school or adds none; undefined when there is no other. */
function metLekkende(p: Publicatie, lekken: readonly Lek[], overige: ReadonlySet<string>): Set<string> | undefined {
  const uit = new Set(overige);
  for (const { plek } of lekken) {
    const school = p.doelen[plek]?.paar?.scholen;
    if (school !== undefined && school !== OVERIGE) uit.add(school);
  }
  if (uit.size > overige.size && uit.size > 1) return uit;
  const [kleinste] = p.cellen
    .flatMap(({ groep, waarde }) => {
      const g = p.groepen[groep];
      return g?.tabel === 'scholen' && g.kolom === KOLOM.jeugdigen && g.rij !== OVERIGE && !uit.has(g.rij) ? [{ rij: g.rij, waarde }] : [];
    })
    .sort((a, b) => a.waarde - b.waarde);
  return kleinste && uit.add(kleinste.rij);
}

const heel = (x: number): string => String(Math.round(x));

function weigering({ naam, soort, min, max }: Lek, { drempel, marge }: Beschermingsinstellingen, eerder: boolean): string {
  const bereik = soort === 'aantal' ? `het ligt tussen ${heel(min)} en ${heel(max)}, minder dan ${drempel} uit elkaar` : `het is op minder dan ${heel(marge * 100)} % na te bepalen`;
  return eerder
    ? `${naam} blijft niet verborgen voor wie ook eerdere uitgaven heeft: ${bereik}. Die zijn met andere uitgangspunten, scenario’s of gegevens gemaakt, en samen zeggen ze meer. Geef uit wat eerder is uitgegeven, wacht op nieuwe gegevens, of geef dit alleen aan de lezer intern.`
    : `${naam} blijft niet verborgen: ${bereik}. Publiceer minder scenario’s tegelijk, kies een verdeling over de regio in plaats van per school, neem rijen samen, of geef dit alleen aan de lezer intern.`;
}

/** So many ways to take rows of a table together are tried. */
const OPROLLEN = 12;

/** Sets of rows that may be taken together as `overige`: those with a small count, alone or with another, the cheapest and smallest first. */
function oprollen(p: Publicatie, tabel: 'scholen' | 'gemeenten', drempel: number): Set<string>[] {
  interface Rij { klein: boolean; prijs: number; leerlingen: number; jeugdigen: number }
  const rijen = new Map<string, Rij>();
  p.cellen.forEach(({ groep: i, waarde }) => {
    const g = p.groepen[i]!;
    if (g.tabel !== tabel || (g.kolom !== KOLOM.leerlingen && g.kolom !== KOLOM.jeugdigen)) return;
    const rij = rijen.get(g.rij) ?? { klein: false, prijs: g.prijs, leerlingen: 0, jeugdigen: 0 };
    rij[g.kolom] = waarde;
    rij.klein ||= g.primair === 'klein';
    rijen.set(g.rij, rij);
  });
  const klein = [...rijen].filter(([, rij]) => rij.klein);
  if (klein.length === 0) return [];
  const anderen = [...rijen].filter(([, rij]) => !rij.klein).sort(([, a], [, b]) => a.prijs - b.prijs || a.jeugdigen - b.jeugdigen);
  const som = (lijst: readonly (readonly [string, Rij])[], wat: 'leerlingen' | 'jeugdigen'): number => lijst.reduce((totaal, [, rij]) => totaal + rij[wat], 0);
  return [klein, ...anderen.map((ander) => [...klein, ander])]
    .filter((lijst) => lijst.length > 1 && som(lijst, 'leerlingen') >= drempel && som(lijst, 'jeugdigen') >= drempel)
    .slice(0, OPROLLEN)
    .map((lijst) => new Set(lijst.map(([rij]) => rij)));
}

const namen = (lijst: readonly { naam: string }[], sleutels: ReadonlySet<string>, sleutelVan: (i: number) => string): string[] => lijst.filter((_, i) => sleutels.has(sleutelVan(i))).map((x) => x.naam);

/** @param los the publication before rows were taken together, to compare with */
function inTabellen(los: Publicatie, p: Publicatie, verborgen: ReadonlySet<number>, lezer: Lezer, instellingen: Beschermingsinstellingen, oprol: Oprol, bronnen: Bronnen, ingekort: Inkorting<string>): Publicatieresultaat {
  const { samen, weg } = inkortingVan(p, ingekort, verborgen);
  const primair = lezer === 'intern' ? new Set<number>() : primaireGroepen(los);
  const regelVanHand = lezer === 'intern' ? new Set<number>() : rijKolomRegel(los);
  const rond = (tabel: Tabel, soort: string, waarde: number): number =>
    lezer === 'openbaar' && soort === 'bedrag' && tabel !== 'regio' ? Math.round(waarde / instellingen.afronding) * instellingen.afronding + 0 : waarde;
  const tabellen = Object.fromEntries(TABELLEN.map((tabel) => [tabel, [] as Publicatiecel[]])) as Record<Tabel, Publicatiecel[]>;
  const zet = (cel: Cel, verborgenOm: Reden | null): void => {
    const groep = p.groepen[cel.groep]!;
    tabellen[groep.tabel].push({
      rij: groep.rij, kolom: groep.kolom, soort: cel.soort,
      ...(cel.jaar !== undefined && { jaar: cel.jaar }), ...(cel.scenario !== undefined && { scenario: cel.scenario }),
      waarde: verborgenOm === null ? rond(groep.tabel, cel.soort, cel.waarde) : null,
      verborgen: verborgenOm,
    });
  };
  const dicht = new Set([...verborgen, ...weg]);
  for (const cel of p.cellen) zet(cel, dicht.has(cel.groep) ? (p.groepen[cel.groep]!.primair ?? 'aanvullend') : samen.has(cel.groep) ? 'jaren' : null);
  // Of years that went together the sum stands there too, without a year.
  for (const cel of kortIn(p, { samen, weg }).cellen) if (samen.has(cel.groep)) zet(cel, null);
  const cijfers = Object.values(tabellen).flat();
  const sleutels = (groepen: ReadonlySet<number>): string[] => [...groepen].map((i) => p.groepen[i]!.sleutel);
  const zichtbaar = new Set(p.groepen.filter((_, i) => !dicht.has(i)).map((g) => g.sleutel));
  const overheersing = overheersingsoordeel(bronnen, instellingen);
  const { scholen, gemeenten } = bronnen.project;
  const naamVanRij = (rij: string): string => scholen.find(({ id }) => id === rij)?.naam ?? gemeenten.find(({ code }) => code === rij)?.naam ?? rij;
  const opgerold = { scholen: namen(scholen, oprol.scholen, (i) => scholen[i]!.id), gemeenten: namen(gemeenten, oprol.gemeenten, (i) => gemeenten[i]!.code) };
  const jarenSamen = [...new Set(p.groepen.flatMap((g, i) => (samen.has(i) ? [naamVanRij(g.rij)] : [])))];
  const toelichting = lezer === 'intern'
    ? ['Alle cijfers staan erin, ook die van enkele kinderen. Alleen voor de financials van de deelnemende gemeenten, op de vastgelegde grondslag.']
    : [
        `Aantallen onder ${instellingen.drempel} en de bedragen daarbij zijn verborgen, en zo veel andere als nodig is om ze verborgen te houden; in alle tabellen, jaren en scenario’s dezelfde.`,
        ...(opgerold.scholen.length > 0 ? [`Samengenomen als ${OVERIGE} scholen: ${opgerold.scholen.join(', ')}.`] : []),
        ...(opgerold.gemeenten.length > 0 ? [`Samengenomen als ${OVERIGE} gemeenten: ${opgerold.gemeenten.join(', ')}.`] : []),
        ...(jarenSamen.length > 0 ? [`Alleen over alle jaren samen, omdat de jaren apart zouden verraden wat enkele kinderen kosten: ${jarenSamen.join(', ')}.`] : []),
        ...(overheersing === 'getoetst' ? [] : [`Of een bedrag grotendeels van één kind is, is ${overheersing}: niet bij elk bedrag hoort een pseudoniem.`]),
        ...(lezer === 'openbaar' ? [`Bedragen per school en gemeente zijn afgerond op € ${instellingen.afronding}; totalen kunnen daardoor afwijken.`] : []),
      ];
  return {
    ok: true,
    tabellen,
    kennis: lezerskennisVan(kortIn(p, { samen, weg }), verborgen, p.eerder),
    verslag: {
      lezer, opschrift: OPSCHRIFT[lezer], instellingen, opgerold, jarenSamen, overheersing, toelichting,
      cijfers: { alle: cijfers.length, verborgen: cijfers.filter(({ waarde }) => waarde === null).length },
      cellen: {
        alle: los.groepen.length,
        verborgen: los.groepen.filter((g) => !zichtbaar.has(g.sleutel)).length,
        moesten: primair.size,
        terug: p.groepen.filter((g, i) => g.rij === OVERIGE && !verborgen.has(i)).length,
      },
      rijKolomRegel: { verborgen: regelVanHand.size, lekken: lezer === 'intern' ? 0 : audit({ ...los, doelen: [] }, regelVanHand, instellingen).length },
      voorVolgende: {
        getoond: p.groepen.filter((_, i) => !dicht.has(i)).map((g) => g.sleutel),
        verborgen: p.groepen.filter((_, i) => verborgen.has(i)).map((g) => g.sleutel),
        opgerold: { scholen: [...oprol.scholen], gemeenten: [...oprol.gemeenten] },
        ...(samen.size > 0 && { jarenSamen: sleutels(samen) }),
        ...(weg.size > 0 && { weggelaten: sleutels(weg) }),
      },
    },
  };
}

function overheersingsoordeel({ personen }: Bronnen, { zonderPseudoniem }: Beschermingsinstellingen): Beschermingsverslag['overheersing'] {
  if (!personen) return 'niet getoetst';
  return zonderPseudoniem === 'buitenBeschouwing' && Object.values(personen.perProduct).some((d) => d.zonder !== 0) ? 'deels getoetst' : 'getoetst';
}
