/**
 * Random projects without faults (fast-check) that reach every corner of rekenmodel 1, small enough to shrink well.
 *
 * A project is drawn in two steps. `Ruw` holds loose dice: numbers that point into lists (taken modulo their length), offsets in months and days, and every
 * optional field present or not. `bouw` turns them into a project and mends what would be a fault (P01–P27). Because the dice do not depend on each other
 * fast-check can shrink each alone.
 */
import * as fc from 'fast-check';
import type {
  Arrangement, Arrangementwijziging, BestaandArrangement, Datum, Declaratie, Gemeente, Indexen, Indicatie, Inzetregel, Product, Project, Rente, Scenario, School,
  Sleutel, Uitgangspunten, Uitstroomwijze, Verdeling, VolledigScenario,
} from '../../models/project/types.ts';
import { FORMAAT, INDEXEN, INGEBOUWDE_DRAGERS, NIET_DEELNEMERS, SCHOOLSOORTEN } from '../../models/project/types.ts';
import { aggregeer } from './aggregeer.ts';
import { bepaalBasis, dagenIn, dagenLater, jaarVan, losOp, maandnaam, meetmaandVan, restant, uitstroomOp, vervangbaarDeel } from './gewoon.ts';
import { aandelen, willekeurigeSleutel } from './willekeurigeSleutel.ts';

/** At most how many of each a random project holds. */
export interface Maat {
  gemeenten: number;
  scholen: number;
  producten: number;
  indicaties: number;
  declaraties: number;
  scenarios: number;
  regels: number;
  jaren: number;
  looptijd: number;
}
export const KLEIN: Maat = { gemeenten: 4, scholen: 3, producten: 3, indicaties: 16, declaraties: 8, scenarios: 3, regels: 3, jaren: 10, looptijd: 40 };
export const GROTER: Maat = { gemeenten: 9, scholen: 7, producten: 6, indicaties: 60, declaraties: 20, scenarios: 5, regels: 4, jaren: 10, looptijd: 120 };

// ── Dice ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const wijzer = fc.nat(1000);
/** Up to so many, any number as likely as another: fast-check itself would rather draw few. */
const lijst = <T>(van: fc.Arbitrary<T>, maxLength: number, minLength = 0): fc.Arbitrary<T[]> => fc.array(van, { minLength, maxLength, size: 'max' });
const soms = <T>(waarde: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(waarde, { nil: undefined });
/** Nothing, or an amount of a euro or more with cents or worse: no sum of amounts then lies near the half cent at which terugverdienmaand jumps. */
const bedrag = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 100, max: 9_000_000 }).map((centen) => centen / 100) },
  { weight: 2, arbitrary: fc.integer({ min: 4, max: 300_000 }).map((derden) => derden / 3) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const aandeel = fc.oneof(fc.constantFrom(0, 1, 0.5, 0.6, 1 / 3), fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000));
const rente = fc.integer({ min: -60, max: 120 }).map((n) => n / 1000);
/** Months since the month of the peildatum; its own and the edges of the reference period more often. */
const maandBijPeildatum = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -30, max: 4 }) }, { weight: 1, arbitrary: fc.constantFrom(-12, -11, 0, 0) });
/** Months since January of the begrotingsjaar: mostly in the first years, also before and far beyond. */
const maandInHorizon = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -8, max: 30 }) }, { weight: 1, arbitrary: fc.integer({ min: -20, max: 130 }) });

interface RuweRente { soort: 'vast' | 'standaard' | 'elk'; rentes: number[] }
const ruweRente: fc.Arbitrary<RuweRente> = fc.record({
  soort: fc.constantFrom('vast', 'standaard', 'elk'),
  rentes: lijst(rente, 4, 1),
});
const ruweIndexen = fc.record({ prijs: soms(ruweRente), loon: soms(ruweRente), volume: soms(ruweRente), leerlingen: soms(ruweRente) });
type RuweIndexen = Partial<Record<(typeof INDEXEN)[number], RuweRente | undefined>>;

const ruweUitstroom: fc.Arbitrary<Uitstroomwijze> = fc.oneof(
  fc.constant({ wijze: 'uitdienen' as const }),
  fc.constant({ wijze: 'omzetten' as const }),
  fc.integer({ min: 1, max: 60 }).map((maanden) => ({ wijze: 'lineair' as const, maanden })),
);
/** The codes that every project of this file declares, beside the built-in ones. */
const EIGEN_DRAGERS = ['swv-po', 'fonds'];
const drager = fc.constantFrom(...INGEBOUWDE_DRAGERS, ...EIGEN_DRAGERS);
const dekking = aandelen(fc.oneof(fc.constant('gemeenten'), drager));

const ruweIndicatie = fc.record({
  school: wijzer,
  gemeente: wijzer,
  product: wijzer,
  start: maandBijPeildatum,
  startdag: fc.oneof(fc.constantFrom(1, 1, 31), fc.integer({ min: 1, max: 31 })),
  // In days, or through the last day of a month or the first of one: the edges of "running".
  duur: fc.oneof(
    fc.integer({ min: 0, max: 1200 }).map((dagen) => ({ dagen })),
    fc.integer({ min: 0, max: 40 }).map((maanden) => ({ maanden, dag: 31 })),
    fc.integer({ min: 1, max: 20 }).map((maanden) => ({ maanden, dag: 1 })),
    fc.constant('peildatum' as const),
    fc.constantFrom(null, undefined),
  ),
  jeugdige: soms(fc.integer({ min: 0, max: 3 })),
  vorm: fc.constantFrom('kostenPerJaar', 'totaalbedrag', 'perDag', 'perWeek', 'perVierWeken', 'perMaand', 'perJaar', 'totaal'),
  bedrag,
  volume: fc.integer({ min: 0, max: 80 }).map((n) => n / 4),
  plaats: soms(fc.constantFrom('school', 'thuis', 'elders')),
});

const ruweRegel = fc.record({
  soort: fc.constantFrom('fte', 'perLeerling', 'vast', 'eenmalig'),
  bedrag,
  negatief: fc.boolean(),
  aantal: soms(fc.integer({ min: 0, max: 300 }).map((n) => n / 100)),
  overhead: soms(fc.integer({ min: 0, max: 40 }).map((n) => n / 100)),
  dekking: soms(dekking),
  index: soms(fc.constantFrom('loon', 'prijs', 'geen')),
  start: soms(maandInHorizon),
  eind: soms(maandInHorizon),
  maand: soms(maandInHorizon),
  sleutel: soms(willekeurigeSleutel),
});
type RuweRegel = typeof ruweRegel extends fc.Arbitrary<infer T> ? T : never;

const ruwArrangement = (maat: Maat) => fc.record({
  school: wijzer,
  start: maandInHorizon,
  duur: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  realisatie: aandeel,
  inzet: lijst(ruweRegel, maat.regels),
  soort: soms(fc.constantFrom('collectief', 'schakel', 'interprofessioneel', 'toekomstplan')),
  vervangbaar: soms(lijst(fc.tuple(wijzer, aandeel), 2)),
  uitstroom: soms(ruweUitstroom),
  effectOverig: soms(fc.record({
    aandeel: fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000),
    jaren: fc.oneof(fc.constantFrom(0, 1, 2, 0.5), fc.integer({ min: 1, max: 60 }).map((n) => n / 12)),
  })),
  vervangtBestaand: soms(fc.boolean()),
  /** What a child scenario does with it where its parent has this school too. */
  wijziging: fc.record({ vervalt: fc.boolean(), sleutels: fc.nat(255) }),
});

const ruweVerdeling: fc.Arbitrary<Verdeling> = fc.record({
  bereik: fc.constantFrom('school', 'regio'),
  sleutel: willekeurigeSleutel,
  ingroei: soms(fc.record({
    aandeel: lijst(aandeel, 5, 1),
    van: soms(willekeurigeSleutel),
    maximumPerInwoner: soms(fc.oneof(euroPerInwoner(), lijst(euroPerInwoner(), 4, 1))),
  })),
});
function euroPerInwoner(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 400 }).map((n) => n / 100);
}

const ruwScenario = (maat: Maat) => fc.record({
  ouder: soms(wijzer),
  arrangementen: lijst(ruwArrangement(maat), maat.scholen),
  regionaal: soms(lijst(ruweRegel, maat.regels)),
  verdeling: soms(ruweVerdeling),
  deelnemers: soms(lijst(wijzer, maat.gemeenten, 1)),
  nietDeelnemers: soms(fc.constantFrom(...NIET_DEELNEMERS)),
  bijdragePerLeerling: bedrag,
  indexen: soms(ruweIndexen),
});

const basisbron = fc.constantFrom('indicaties' as const, 'declaraties' as const);

const ruwProject = (maat: Maat) => fc.record({
  gemeenten: lijst(
    fc.record({ groep: fc.boolean(), inwoners: fc.option(fc.nat(100_000)), inwonersJeugd: fc.option(fc.nat(20_000)), deelnemer: soms(fc.boolean()) }), maat.gemeenten, 1),
  scholen: lijst(fc.record({ soort: fc.constantFrom(...SCHOOLSOORTEN), gemeente: wijzer }), maat.scholen, 1),
  /** One number per school and gemeente, or none. */
  leerlingen: lijst(fc.oneof({ weight: 3, arbitrary: fc.nat(150) }, { weight: 1, arbitrary: fc.constant(undefined) }), maat.scholen * maat.gemeenten),
  producten: lijst(
    fc.record({ vervangbaar: aandeel, drager: soms(fc.oneof(fc.constant('gemeenten'), drager)), index: soms(fc.constantFrom('prijs', 'loon')), benutting: soms(aandeel) }),
    maat.producten, 1),
  indicaties: lijst(ruweIndicatie, maat.indicaties),
  declaraties: soms(lijst(
    fc.record({ school: wijzer, gemeente: wijzer, product: wijzer, maand: fc.integer({ min: -14, max: 1 }), bedrag, teken: fc.constantFrom('plus', 'min', 'tegengesteld') }),
    maat.declaraties)),
  /** Gemeenten that deliver an aggregaat instead of rows. */
  geaggregeerd: fc.oneof({ weight: 2, arbitrary: fc.constant<number[]>([]) }, { weight: 1, arbitrary: lijst(wijzer, 2, 1) }),
  bestaand: soms(lijst(
    fc.record({
      school: wijzer, jaarbedrag: bedrag, start: soms(maandInHorizon), duur: fc.option(fc.integer({ min: 0, max: 60 })), dekking: soms(dekking),
      verdeling: soms(aandelen(fc.integer({ min: 0, max: maat.gemeenten - 1 }).map(String))),
    }),
    3)),
  peildatum: fc.tuple(fc.integer({ min: 2024, max: 2029 }), fc.integer({ min: 1, max: 12 })),
  begrotingsjaar: fc.integer({ min: -1, max: 2 }),
  maximaleLooptijd: fc.integer({ min: 1, max: maat.looptijd }),
  jaren: soms(fc.integer({ min: 1, max: maat.jaren })),
  prijspeil: soms(fc.integer({ min: -4, max: 4 })),
  indexen: soms(ruweIndexen),
  disconteringsvoet: soms(fc.integer({ min: 0, max: 80 }).map((n) => n / 1000)),
  wekenPerJaar: soms(fc.constantFrom(52, 48, 40, 52.18)),
  basis: soms(fc.oneof(basisbron, fc.record({ standaard: soms(basisbron), bronnen: lijst(basisbron, maat.gemeenten) }))),
  uitstroomMeting: soms(fc.constantFrom('startmaand', 'peildatum')),
  uitstroomZonderIndicaties: soms(ruweUitstroom),
  onbekend: soms(fc.uniqueArray(drager, { maxLength: 2 })),
  scenarios: lijst(ruwScenario(maat), maat.scenarios, 1),
  kinderenEerst: fc.boolean(),
});
type RuwProject = ReturnType<typeof ruwProject> extends fc.Arbitrary<infer T> ? T : never;
type RuwScenario = RuwProject['scenarios'][number];
type RuwArrangement = RuwScenario['arrangementen'][number];

/** A random project without faults. */
export function willekeurigProject(maat: Maat = KLEIN): fc.Arbitrary<Project> {
  // Through JSON, as real projects come: no undefined, no −0, no borrowed objects.
  return ruwProject(maat).map((ruw) => JSON.parse(JSON.stringify(bouw(ruw))) as Project);
}

// ── From dice to a project ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const kies = <T>(lijst: readonly T[], n: number): T => lijst[n % lijst.length] as T;
const eerste = (maand: number): Datum => `${maandnaam(maand)}-01`;
const laatste = (maand: number): Datum => `${maandnaam(maand)}-${dagenIn(maand)}`;
const dagIn = (maand: number, dag: number): Datum => `${maandnaam(maand)}-${String(Math.min(dag, dagenIn(maand))).padStart(2, '0')}`;
/** The first of every group with the same key. */
function uniek<T>(lijst: readonly T[], sleutel: (ding: T) => string): T[] {
  return [...new Map(lijst.toReversed().map((ding) => [sleutel(ding), ding])).values()].toReversed();
}

interface Plek {
  ruw: RuwProject;
  gemeenten: Gemeente[];
  scholen: School[];
  producten: Product[];
  /** Month of the peildatum. */
  peilmaand: number;
  /** January of the begrotingsjaar. */
  januari: number;
  prijspeil: number;
  laatsteJaar: number;
}

function bouw(ruw: RuwProject): Project {
  const [peiljaar, kalendermaand] = ruw.peildatum;
  const peilmaand = peiljaar * 12 + kalendermaand;
  const begrotingsjaar = peiljaar + ruw.begrotingsjaar;
  const prijspeil = ruw.prijspeil === undefined ? undefined : begrotingsjaar + ruw.prijspeil;
  const gemeenten = ruw.gemeenten.map((gemeente, i): Gemeente => {
    // The first always takes part, so that there is a participant.
    const groep = gemeente.groep && i > 0;
    return {
      code: groep ? `X-groep-${i}` : `GM${String(9 - i)}${String(100 + i)}`,
      naam: `Gemeente ${i}`,
      ...(gemeente.inwoners === null || groep ? {} : { inwoners: gemeente.inwoners }),
      ...(gemeente.inwonersJeugd === null || groep ? {} : { inwonersJeugd: gemeente.inwonersJeugd }),
      ...(gemeente.deelnemer === undefined || groep || i === 0 ? {} : { deelnemer: gemeente.deelnemer }),
    };
  });
  const plek: Plek = {
    ruw, gemeenten, peilmaand, januari: begrotingsjaar * 12 + 1,
    scholen: ruw.scholen.map((school, i) => ({ id: `s${i}`, naam: `School ${i}`, soort: school.soort, gemeente: kies(gemeenten, school.gemeente).code })),
    producten: ruw.producten.map((product, i) => ({ code: `P${i}`, naam: `Product ${i}`, ...product })),
    prijspeil: prijspeil ?? jaarVan(peilmaand - 6),
    laatsteJaar: begrotingsjaar + (ruw.jaren ?? 4) - 1,
  };
  const scenarios = bouwScenarios(plek);
  const project: Project = {
    formaat: FORMAAT,
    naam: 'willekeurig',
    gemeenten: metInwoners(plek, scenarios),
    scholen: plek.scholen,
    leerlingen: plek.scholen.flatMap((school, i) => gemeenten.flatMap((gemeente, j) => {
      const aantal = ruw.leerlingen[i * gemeenten.length + j];
      return aantal === undefined ? [] : [{ school: school.id, gemeente: gemeente.code, aantal }];
    })),
    dragers: EIGEN_DRAGERS.map((code) => ({ code, naam: code, soort: 'onderwijs' })),
    producten: plek.producten,
    indicaties: ruw.indicaties.map((rij, i) => bouwIndicatie(plek, rij, i)),
    ...(ruw.declaraties === undefined ? {} : { declaraties: bouwDeclaraties(plek, ruw.declaraties) }),
    ...(ruw.bestaand === undefined ? {} : { bestaandeArrangementen: ruw.bestaand.map((bestaand) => bouwBestaand(plek, bestaand)) }),
    uitgangspunten: bouwUitgangspunten(plek, begrotingsjaar, prijspeil),
    scenarios,
  };
  const metNietDeelnemers = { ...project, scenarios: scenarios.map((scenario) => metKeuzeVoorNietDeelnemers(project, scenario)) };
  const geaggregeerd = uniek(ruw.geaggregeerd.map((n) => kies(gemeenten, n).code), (code) => code).reduce(aggregeer, metNietDeelnemers);
  const volledig = uitstroomOntbreekt(geaggregeerd) ? metUitstroomZonderIndicaties(geaggregeerd) : geaggregeerd;
  return { ...volledig, scenarios: ruw.kinderenEerst ? volledig.scenarios.toReversed() : volledig.scenarios };
}

/** P23: whoever may be asked for inhabitants has them. */
function metInwoners({ gemeenten }: Plek, scenarios: Scenario[]): Gemeente[] {
  if (!/inwoner/i.test(JSON.stringify(scenarios))) return gemeenten;
  return gemeenten.map((gemeente, i) => (gemeente.code.startsWith('X-') ? gemeente : { inwoners: 1000 * i, inwonersJeugd: 170 * i, ...gemeente }));
}

function bouwIndicatie({ scholen, gemeenten, producten, peilmaand }: Plek, ruw: RuwProject['indicaties'][number], i: number): Indicatie {
  const startmaand = peilmaand + ruw.start;
  const start = dagIn(startmaand, ruw.startdag);
  const heeftTotaal = ruw.vorm === 'totaalbedrag' || ruw.vorm === 'totaal';
  // P15: a total needs an end.
  const duur = ruw.duur ?? (heeftTotaal ? { dagen: 100 } : ruw.duur);
  const eind =
    duur === null || duur === undefined ? duur
    : duur === 'peildatum' ? (start < eerste(peilmaand) ? eerste(peilmaand) : start)
    : 'dagen' in duur ? dagenLater(start, duur.dagen)
    : dagIn(startmaand + duur.maanden, duur.dag);
  return {
    school: kies(scholen, ruw.school).id,
    gemeente: kies(gemeenten, ruw.gemeente).code,
    product: kies(producten, ruw.product).code,
    start,
    ...(eind === undefined ? {} : { eind }),
    ...(ruw.jeugdige === undefined ? {} : { jeugdige: `j${ruw.jeugdige}` }),
    ...(ruw.plaats === undefined ? {} : { plaats: ruw.plaats, aanbieder: `Aanbieder ${i}`, leveringsvorm: 'zin' }),
    ...(ruw.vorm === 'kostenPerJaar' || ruw.vorm === 'totaalbedrag' ? { [ruw.vorm]: ruw.bedrag } : { volume: ruw.volume, tarief: ruw.bedrag / 100, frequentie: ruw.vorm }),
  };
}

/** Every `tegengesteld` takes back what the declaratie before it awarded, in two parts: up to the last bits. */
function bouwDeclaraties({ scholen, gemeenten, producten, peilmaand }: Plek, ruw: NonNullable<RuwProject['declaraties']>): Declaratie[] {
  const declaraties: Declaratie[] = [];
  for (const rij of ruw) {
    const vorige = declaraties.at(-1);
    if (rij.teken === 'tegengesteld' && vorige !== undefined) {
      declaraties.push({ ...vorige, bedrag: -0.3 * vorige.bedrag }, { ...vorige, bedrag: -0.7 * vorige.bedrag });
      continue;
    }
    declaraties.push({
      school: kies(scholen, rij.school).id,
      gemeente: kies(gemeenten, rij.gemeente).code,
      product: kies(producten, rij.product).code,
      maand: eerste(peilmaand + rij.maand),
      bedrag: rij.teken === 'min' ? -rij.bedrag : rij.bedrag,
    });
  }
  return declaraties;
}

function bouwBestaand({ scholen, gemeenten, januari }: Plek, ruw: NonNullable<RuwProject['bestaand']>[number]): BestaandArrangement {
  const begin = januari + (ruw.start ?? 0);
  return {
    school: kies(scholen, ruw.school).id,
    jaarbedrag: ruw.jaarbedrag,
    ...(ruw.start === undefined ? {} : { start: eerste(begin) }),
    ...(ruw.duur === null ? {} : { eind: laatste(begin + ruw.duur) }),
    ...(ruw.dekking === undefined ? {} : { dekking: ruw.dekking }),
    ...(ruw.verdeling === undefined ? {} : { verdeling: verdelingOver(gemeenten, ruw.verdeling) }),
  };
}
/** Shares by position, taken modulo: shares that fall on the same gemeente are added up. */
function verdelingOver(gemeenten: Gemeente[], delen: Record<string, number>): Record<string, number> {
  const verdeling: Record<string, number> = {};
  for (const [plaats, deel] of Object.entries(delen)) {
    const { code } = kies(gemeenten, Number(plaats));
    // Shares that were rounded may add up to a hair over 1 (P08).
    verdeling[code] = Math.min(1, (verdeling[code] ?? 0) + deel);
  }
  return verdeling;
}

function bouwUitgangspunten(plek: Plek, begrotingsjaar: number, prijspeil: number | undefined): Uitgangspunten {
  const { ruw, gemeenten } = plek;
  const basis = typeof ruw.basis !== 'object' ? ruw.basis : {
    ...(ruw.basis.standaard === undefined ? {} : { standaard: ruw.basis.standaard }),
    ...Object.fromEntries(ruw.basis.bronnen.slice(0, gemeenten.length).map((bron, i) => [(gemeenten[i] as Gemeente).code, bron])),
  };
  const zonder = ruw.uitstroomZonderIndicaties;
  return {
    peildatum: eerste(plek.peilmaand),
    begrotingsjaar,
    maximaleLooptijd: ruw.maximaleLooptijd,
    jaren: ruw.jaren,
    prijspeil,
    indexen: ruw.indexen === undefined ? undefined : bouwIndexen(plek, ruw.indexen),
    disconteringsvoet: ruw.disconteringsvoet,
    wekenPerJaar: ruw.wekenPerJaar,
    basis,
    uitstroomMeting: ruw.uitstroomMeting,
    uitstroomZonderIndicaties: zonder?.wijze === 'uitdienen' ? undefined : zonder,
    onbekend: ruw.onbekend,
  };
}

function bouwIndexen(plek: Plek, ruw: RuweIndexen): Indexen {
  return Object.fromEntries(INDEXEN.flatMap((naam) => {
    const rentes = ruw[naam];
    return rentes === undefined ? [] : [[naam, bouwRente(plek, rentes)]];
  }));
}
/** One rate, rates per year with a standard, or one for every year that is asked for (P20). */
function bouwRente({ prijspeil, laatsteJaar }: Plek, { soort, rentes }: RuweRente): Rente {
  if (soort === 'vast' || laatsteJaar <= prijspeil) return rentes[0] as number;
  const jaren = Array.from({ length: laatsteJaar - prijspeil }, (_, i) => prijspeil + 1 + i);
  if (soort === 'elk') return Object.fromEntries(jaren.map((jaar, i) => [String(jaar), kies(rentes, i)]));
  return { ...Object.fromEntries(jaren.slice(0, rentes.length - 1).map((jaar, i) => [String(jaar), rentes[i + 1] as number])), standaard: rentes[0] as number };
}

// ── Scenarios ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Parents come before their children here, so that there is no circle (P16). */
function bouwScenarios(plek: Plek): Scenario[] {
  const scenarios: Scenario[] = [];
  plek.ruw.scenarios.forEach((ruw, i) => {
    const ouder = ruw.ouder === undefined || i === 0 ? undefined : kies(scenarios, ruw.ouder);
    scenarios.push(bouwScenario(plek, ruw, `sc${i}`, ouder, scenarios));
  });
  return scenarios;
}

function bouwScenario(plek: Plek, ruw: RuwScenario, id: string, ouder: Scenario | undefined, eerdere: Scenario[]): Scenario {
  const ruweArrangementen = uniek(ruw.arrangementen, (arrangement) => kies(plek.scholen, arrangement.school).id);
  const vanOuder = ouder === undefined ? [] : losOp({ scenarios: eerdere } as Project, ouder).arrangementen;
  const arrangementen = ruweArrangementen.map((ruwe): Arrangementwijziging => {
    const volledig = bouwArrangement(plek, ruwe);
    return vanOuder.some(({ school }) => school === volledig.school) ? bouwWijziging(ruwe, volledig) : volledig;
  });
  return {
    id,
    naam: `Scenario ${id}`,
    ...(ouder === undefined ? { arrangementen } : { ouder: ouder.id, ...(arrangementen.length === 0 ? {} : { arrangementen }) }),
    regionaal: ruw.regionaal?.map((regel) => bouwRegel(plek, regel, false)),
    verdeling: ruw.verdeling,
    deelnemers: ruw.deelnemers === undefined ? undefined : deelnemersUit(plek.gemeenten, ruw.deelnemers),
    nietDeelnemers: ruw.nietDeelnemers,
    bijdragePerLeerling: ruw.nietDeelnemers === 'bijdragePerLeerling' ? ruw.bijdragePerLeerling : undefined,
    indexen: ruw.indexen === undefined ? undefined : bouwIndexen(plek, ruw.indexen),
  };
}

/** P18: gemeenten only, at least one. */
function deelnemersUit(gemeenten: Gemeente[], wijzers: number[]): string[] {
  const kandidaten = gemeenten.map(({ code }) => code).filter((code) => !code.startsWith('X-'));
  return uniek(wijzers.map((n) => kies(kandidaten, n)), (code) => code);
}

function bouwArrangement(plek: Plek, ruw: RuwArrangement): Arrangement {
  const begin = plek.januari + ruw.start;
  const vervangbaar = ruw.vervangbaar?.map(([product, deel]) => [kies(plek.producten, product).code, deel] as const);
  return {
    school: kies(plek.scholen, ruw.school).id,
    start: eerste(begin),
    realisatie: ruw.realisatie,
    inzet: ruw.inzet.map((regel) => bouwRegel(plek, regel, true)),
    eind: ruw.duur === null ? undefined : laatste(begin + ruw.duur),
    soort: ruw.soort,
    vervangbaar: vervangbaar === undefined ? undefined : Object.fromEntries(vervangbaar),
    uitstroom: ruw.uitstroom,
    effectOverig: ruw.effectOverig,
    vervangtBestaand: ruw.vervangtBestaand,
  };
}

/** Only some keys of the parent's arrangement, start and eind together (P13); or the whole of it gone. */
function bouwWijziging({ wijziging }: RuwArrangement, volledig: Arrangement): Arrangementwijziging {
  const { school, start, eind, ...rest } = volledig;
  if (wijziging.vervalt) return { school, vervalt: true };
  const gekozen = Object.entries(rest).filter((_, i) => (wijziging.sleutels >> i) % 2 === 1);
  return { school, ...Object.fromEntries(gekozen), ...(wijziging.sleutels >= 128 ? { start, eind: eind ?? null } : {}) };
}

function bouwRegel({ januari }: Plek, ruw: RuweRegel, vanArrangement: boolean): Inzetregel {
  const { soort } = ruw;
  const magNegatief = soort === 'vast' || soort === 'eenmalig';
  const start = ruw.start === undefined ? undefined : januari + ruw.start;
  const eind = ruw.eind === undefined ? undefined : Math.max(januari + ruw.eind, start ?? -Infinity);
  return {
    omschrijving: `${vanArrangement ? 'Regel' : 'Regionale regel'} ${soort}`,
    soort,
    bedrag: ruw.negatief && magNegatief ? -ruw.bedrag : ruw.bedrag,
    aantal: soort === 'perLeerling' ? undefined : (ruw.aantal ?? (soort === 'fte' ? 1 : undefined)),
    overhead: soort === 'fte' ? ruw.overhead : undefined,
    dekking: ruw.dekking,
    index: ruw.index,
    start: start === undefined ? undefined : eerste(start),
    eind: eind === undefined ? undefined : laatste(eind),
    maand: soort === 'eenmalig' && ruw.maand !== undefined ? eerste(januari + ruw.maand) : undefined,
    sleutel: ruw.sleutel as Sleutel | undefined,
  };
}

/** P19: a choice where a gemeente that does not participate has pupils at a school with an arrangement. */
function metKeuzeVoorNietDeelnemers(project: Project, scenario: Scenario): Scenario {
  const volledig: VolledigScenario = losOp(project, scenario);
  const doetMee = ({ code, deelnemer }: Gemeente): boolean =>
    volledig.deelnemers?.includes(code) ?? (deelnemer !== false && !code.startsWith('X-'));
  const buiten = new Set(project.gemeenten.filter((gemeente) => !doetMee(gemeente)).map(({ code }) => code));
  const scholen = new Set(volledig.arrangementen.map(({ school }) => school));
  const nodig = project.leerlingen.some((rij) => buiten.has(rij.gemeente) && scholen.has(rij.school));
  return nodig && volledig.nietDeelnemers === undefined ? { ...scenario, nietDeelnemers: 'individueel' } : scenario;
}

/** P21, a little wider: any cell counts, also where cells of one product at a school add up to 0. */
function uitstroomOntbreekt(project: Project): boolean {
  const basis = bepaalBasis(project);
  return project.scenarios.some((scenario) => losOp(project, scenario).arrangementen.some((arrangement) => {
    const gemeten = uitstroomOp(project, meetmaandVan(project, arrangement));
    return basis.some((cel) =>
      cel.school === arrangement.school && cel.basis !== 0 && vervangbaarDeel(project, arrangement, cel.product) > 0
      && restant(project, gemeten, arrangement, cel.product, 0) === undefined);
  }));
}
function metUitstroomZonderIndicaties(project: Project): Project {
  return { ...project, uitgangspunten: { ...project.uitgangspunten, uitstroomZonderIndicaties: { wijze: 'lineair', maanden: 12 } } };
}
