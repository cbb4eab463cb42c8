/** What every sheet of the workbook is about: the scenario with its lists in the order in which they stand, and numbers to look things up by. */
import { deelnemersVan, dekkingVan, dragerVan, GEMEENTEN, horizonVan, nietDeelnemersVan, verdelingVan, vervangtBestaandVan } from '../../models/project/standaard.ts';
import type {
  Arrangement, BestaandArrangement, Bronvermelding, Datum, Dekking, Gemeente, Herkomst, Inzetregel, Melding, Product, School, Sleutel, VolledigScenario,
} from '../../models/project/types.ts';
import { jaarVan, maandVan } from '../../models/rekenen/maand.ts';
import type { Formules } from '../../models/rekenen/sleutel.ts';
import type { Berekening, Voorbereiding } from '../../models/rekenen/types.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';

export interface Voorstelinvoer {
  project: ProjectZonderRijen;
  voorbereiding: Voorbereiding;
  scenario: VolledigScenario;
  /** Every key formula of the scenario, compiled. */
  formules: Formules;
}

/** What the program says about the scenario, and what stands beside it in the workbook. */
export interface Voorstelgegevens {
  berekening: Berekening;
  /** Other scenarios of the project to compare with, at most three; their figures stand as values. */
  naast: readonly VolledigScenario[];
  verantwoording: Verantwoordinggegevens;
}
export interface Verantwoordinggegevens {
  programma: string;
  vingerafdruk: string;
  gemaakt: string;
  /** For whom, and on what ground it is shared. */
  lezer: string;
  grondslag: string;
  /** What was delivered, where that is known. */
  leveringen: readonly { bestand: string; soort: string; gemeente: string; datum: string; rijen: number; geweigerd: number; controlegetal: string }[];
  /** Rows per soort and gemeente that the basis stands on. */
  aantallen: readonly { soort: string; gemeente: string; rijen: number }[];
  waarschuwingen: readonly Melding[];
}

export interface Gemeenteregel { nummer: number; gemeente: Gemeente; deelnemer: boolean; inbegrepen: boolean }
export interface Productregel { nummer: number; product: Product; drager: Drageropzet }
export interface Drageropzet { nummer: number; code: string; naam: string }
export interface Arrangementopzet {
  /** The N of `Start_N`. */
  nummer: number;
  arrangement: Arrangement;
  school: School;
  schoolnummer: number;
  /** Products with basis at this school in an included gemeente: those the arrangement can act on. */
  producten: Productregel[];
}
export interface Regelopzet {
  /** `N.M`, or `R.M` for a regional line. */
  code: string;
  regel: Inzetregel;
  /** Place in the list of its arrangement, or of the regional lines, from 0. */
  plaats: number;
  arrangement: Arrangementopzet | undefined;
  pool: Poolopzet;
}
/** Lines that are divided together (rekenmodel 6). */
export interface Poolopzet {
  nummer: number;
  naam: string;
  /** One school, or all schools with an arrangement. */
  arrangement: Arrangementopzet | undefined;
  sleutel: Sleutel;
  eigenSleutel: boolean;
}
/** Basis of one school, gemeente and product. */
export interface Celopzet { gemeente: Gemeenteregel; product: Productregel; school: School; schoolnummer: number; basis: number; arrangement: Arrangementopzet | undefined }
export interface Bestaandopzet { nummer: number; bestaand: BestaandArrangement; school: School; schoolnummer: number; vervangenDoor: Arrangementopzet | undefined }

export interface Opzet extends Voorstelinvoer {
  jaren: number[];
  gemeenten: Gemeenteregel[];
  deelnemers: Gemeenteregel[];
  producten: Productregel[];
  dragers: Drageropzet[];
  arrangementen: Arrangementopzet[];
  regels: Regelopzet[];
  pools: Poolopzet[];
  /** By gemeente, then product; first the cells that an arrangement acts on, then the others. */
  cellen: Celopzet[];
  bestaand: Bestaandopzet[];
  /** First year of the calendar that start dates are chosen from, its length in years, and how many of those lie before the end of the horizon. */
  kalender: { jaar: number; jaren: number; totHorizon: number };
  /** Pupils and jeugdigen per school and gemeente. */
  leerlingen(school: string, gemeente: string): number;
  jeugdigen(school: number, gemeente: number): number;
}

const DRAGERNAMEN: Record<string, string> = {
  gemeenten: 'Gemeenten', samenwerkingsverband: 'Samenwerkingsverband', onderwijs: 'Onderwijs', zorgverzekeraar: 'Zorgverzekeraar', zorgkantoor: 'Zorgkantoor', rijk: 'Rijk',
};

/** What a bearer is called. */
export const dragernaam = ({ dragers }: Pick<ProjectZonderRijen, 'dragers'>, code: string): string => DRAGERNAMEN[code] ?? dragers?.find((d) => d.code === code)?.naam ?? code;

/** How many of each a workbook can hold and still be read (voorstel.md, Proof). */
export const GRENZEN = { scholen: 100, gemeenten: 30, producten: 60, jaren: 10 } as const;

export function opzetVan(invoer: Voorstelinvoer): Opzet {
  const { project, scenario, voorbereiding } = invoer;
  const jaren = horizonVan(project.uitgangspunten);
  const deelnemers = new Set(deelnemersVan(project, scenario));
  const allen = nietDeelnemersVan(scenario) !== 'individueel';
  const gemeenten = project.gemeenten.map((gemeente, i): Gemeenteregel => ({ nummer: i + 1, gemeente, deelnemer: deelnemers.has(gemeente.code), inbegrepen: allen || deelnemers.has(gemeente.code) }));
  const dragers = voorkomendeDragers(project, scenario);
  const drager = (code: string): Drageropzet => dragers.find((d) => d.code === code) as Drageropzet;
  const producten = project.producten.map((product, i): Productregel => ({ nummer: i + 1, product, drager: drager(dragerVan(product)) }));
  const schoolnummer = new Map(project.scholen.map((s, i) => [s.id, i + 1]));

  const arrangementen = scenario.arrangementen.map((arrangement, i): Arrangementopzet => ({
    nummer: i + 1, arrangement, school: project.scholen[(schoolnummer.get(arrangement.school) as number) - 1] as School,
    schoolnummer: schoolnummer.get(arrangement.school) as number, producten: [],
  }));
  const perSchool = new Map(arrangementen.map((a) => [a.schoolnummer, a]));

  const { cellen: kaal } = voorbereiding;
  const cellen = kaal.basis.map((basis, i): Celopzet => {
    const gemeente = gemeenten[kaal.gemeente[i] as number] as Gemeenteregel;
    const nummer = (kaal.school[i] as number) + 1;
    const arrangement = gemeente.inbegrepen ? perSchool.get(nummer) : undefined;
    return { gemeente, product: producten[kaal.product[i] as number] as Productregel, school: project.scholen[nummer - 1] as School, schoolnummer: nummer, basis, arrangement };
  });
  cellen.sort((a, b) => a.gemeente.nummer - b.gemeente.nummer || a.product.nummer - b.product.nummer || Number(!a.arrangement) - Number(!b.arrangement) || a.schoolnummer - b.schoolnummer);
  for (const a of arrangementen) {
    const hier = new Set(cellen.filter((c) => c.arrangement === a).map((c) => c.product));
    a.producten = producten.filter((p) => hier.has(p));
  }

  const leerlingenPerPaar = new Map(project.leerlingen.map((rij) => [`${rij.school}\n${rij.gemeente}`, rij.aantal]));
  const { jeugdigen } = voorbereiding;
  const jeugdigenPerPaar = new Map(jeugdigen.aantal.map((aantal, i) => [`${(jeugdigen.school[i] as number) + 1} ${(jeugdigen.gemeente[i] as number) + 1}`, aantal]));
  const { regels, pools } = regelsEnPools(scenario, arrangementen);
  const startjaren = arrangementen.map((a) => jaarVan(maandVan(a.arrangement.start)));
  const kalenderVan = Math.min(...startjaren, (jaren[0] as number) - 2);
  const naHorizon = (jaren.at(-1) as number) + 1;

  return {
    ...invoer, jaren, gemeenten, producten, dragers, arrangementen, regels, pools, cellen,
    deelnemers: gemeenten.filter((g) => g.deelnemer),
    bestaand: (project.bestaandeArrangementen ?? []).map((bestaand, i): Bestaandopzet => {
      const nummer = schoolnummer.get(bestaand.school) as number;
      const nieuw = perSchool.get(nummer);
      return { nummer: i + 1, bestaand, school: project.scholen[nummer - 1] as School, schoolnummer: nummer, vervangenDoor: nieuw && vervangtBestaandVan(nieuw.arrangement) ? nieuw : undefined };
    }),
    kalender: { jaar: kalenderVan, jaren: Math.max(...startjaren, naHorizon) + 1 - kalenderVan, totHorizon: naHorizon - kalenderVan },
    leerlingen: (school, gemeente) => leerlingenPerPaar.get(`${school}\n${gemeente}`) ?? 0,
    jeugdigen: (school, gemeente) => jeugdigenPerPaar.get(`${school} ${gemeente}`) ?? 0,
  };
}

function voorkomendeDragers(project: ProjectZonderRijen, scenario: VolledigScenario): Drageropzet[] {
  const codes = new Set([GEMEENTEN, ...project.producten.map(dragerVan)]);
  const neem = (bron: { dekking?: Dekking }): void => Object.keys(dekkingVan(bron)).forEach((code) => codes.add(code));
  project.bestaandeArrangementen?.forEach(neem);
  scenario.arrangementen.forEach((a) => a.inzet.forEach(neem));
  scenario.regionaal?.forEach(neem);
  return [...codes].map((code, i) => ({ nummer: i + 1, code, naam: dragernaam(project, code) }));
}

function regelsEnPools(scenario: VolledigScenario, arrangementen: readonly Arrangementopzet[]): { regels: Regelopzet[]; pools: Poolopzet[] } {
  const { bereik, sleutel } = verdelingVan(scenario);
  const pools: Poolopzet[] = [];
  const gedeeld = new Map<Arrangementopzet | undefined, Poolopzet>();
  const nieuwePool = (naam: string, arrangement: Arrangementopzet | undefined, eigen?: Sleutel): Poolopzet => {
    const pool = { nummer: pools.length + 1, naam, arrangement, sleutel: eigen ?? sleutel, eigenSleutel: eigen !== undefined };
    pools.push(pool);
    return pool;
  };
  const poolVan = (regel: Inzetregel, code: string, arrangement: Arrangementopzet | undefined): Poolopzet => {
    const waar = bereik === 'school' ? arrangement : undefined;
    const naam = waar ? waar.school.naam : 'Regio';
    if (regel.sleutel) return nieuwePool(`${naam}, regel ${code}`, waar, regel.sleutel);
    const pool = gedeeld.get(waar) ?? nieuwePool(naam, waar);
    gedeeld.set(waar, pool);
    return pool;
  };
  const regel = (r: Inzetregel, plaats: number, arrangement: Arrangementopzet | undefined): Regelopzet => {
    const code = `${arrangement?.nummer ?? 'R'}.${plaats + 1}`;
    return { code, regel: r, plaats, arrangement, pool: poolVan(r, code, arrangement) };
  };
  return {
    regels: [
      ...arrangementen.flatMap((a) => a.arrangement.inzet.map((r, m) => regel(r, m, a))),
      ...(scenario.regionaal ?? []).map((r, m) => regel(r, m, undefined)),
    ],
    pools,
  };
}

/** Bron, datum and status of a field, from the first object that names it. */
export function bronVan(veld: string, ...objecten: ({ herkomst?: Herkomst } | undefined)[]): { bron: string; datum: string; status: string } {
  const vermelding = objecten.map((o) => o?.herkomst?.[veld]).find((b) => b !== undefined);
  return { bron: vermelding?.bron ?? '', datum: vermelding?.datum ?? '', status: vermelding?.status ?? '' };
}

/** Whether anything that this workbook stands on is marked as an example: then every sheet and page says so. */
export function bevatVoorbeeld({ project, scenario }: Pick<Voorstelinvoer, 'project' | 'scenario'>): boolean {
  const { scenarios: _, ...zonderScenarios } = project;
  const isVoorbeeld = (x: unknown): boolean => {
    if (typeof x !== 'object' || x === null) return false;
    const herkomst = (x as { herkomst?: Record<string, Bronvermelding> }).herkomst;
    if (herkomst && Object.values(herkomst).some((b) => b.status === 'voorbeeld')) return true;
    return Object.values(x).some(isVoorbeeld);
  };
  return isVoorbeeld(zonderScenarios) || isVoorbeeld(scenario);
}

/** Serial number of a date, as spreadsheets count days. */
export const dagnummer = (datum: Datum): number => Date.UTC(Number(datum.slice(0, 4)), Number(datum.slice(5, 7)) - 1, Number(datum.slice(8, 10))) / 86_400_000 + 25_569;
/** The date of a serial number. */
export const datumVan = (dag: number): Datum => new Date((dag - 25_569) * 86_400_000).toISOString().slice(0, 10);
/** A line of a scenario that may be changed: of a school, or regional. */
export function regelIn(scenario: VolledigScenario, school: string | undefined, plaats: number): Inzetregel {
  const lijst = school === undefined ? scenario.regionaal : scenario.arrangementen.find((a) => a.school === school)?.inzet;
  return lijst?.[plaats] as Inzetregel;
}
/** Part of a defined name made of a code: letters, digits, underscore. */
export const naamdeel = (code: string): string => code.replace(/[^A-Za-z0-9_]/g, '_');

