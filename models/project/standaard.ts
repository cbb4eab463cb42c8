/**
 * The defaults of optional fields (rekenmodel 1), the only place where they are stated. Every reader of a project asks here; nobody writes
 * `?? 52` himself.
 * `dekking`, weights of a `sleutel` and `verdeling` of an existing arrangement are read through `opgeteldTotEen`.
 */
import { INDEXEN } from './types.ts';
import type {
  Arrangement, Basisbron, BestaandArrangement, Dekking, EffectOverig, Gemeente, GemeenteCode, Gewichten, Indexen, Ingroei, Inzetregel, NietDeelnemers,
  Product, Project, Rente, ScenarioInhoud, Sleutel, Uitgangspunten, Uitstroomwijze, Verdeling,
} from './types.ts';

/** The bearer that pays where nothing else is said. */
export const GEMEENTEN = 'gemeenten';
/** Key of an object per year or per gemeente that holds for all that it does not name. */
export const STANDAARD = 'standaard';

/** Length of the horizon in years. */
export const jarenVan = (u: Uitgangspunten): number => u.jaren ?? 4;
/** The calendar years of the horizon, from `begrotingsjaar`. */
export const horizonVan = (u: Uitgangspunten): number[] => Array.from({ length: jarenVan(u) }, (_, n) => u.begrotingsjaar + n);

/** Year of the price level: the year of the month six months before `peildatum`. */
export function prijspeilVan(u: Uitgangspunten): number {
  if (u.prijspeil !== undefined) return u.prijspeil;
  const jaar = Number(u.peildatum.slice(0, 4));
  const maand = Number(u.peildatum.slice(5, 7));
  return maand > 6 ? jaar : jaar - 1;
}

export const disconteringsvoetVan = (u: Uitgangspunten): number => u.disconteringsvoet ?? 0;
export const wekenPerJaarVan = (u: Uitgangspunten): number => u.wekenPerJaar ?? 52;
export const uitstroomMetingVan = (u: Uitgangspunten): 'startmaand' | 'peildatum' => u.uitstroomMeting ?? 'startmaand';

/** Which rows make the basis of a gemeente. */
export function basisVan(u: Uitgangspunten, gemeente: GemeenteCode): Basisbron {
  if (u.basis === undefined || typeof u.basis === 'string') return u.basis ?? 'indicaties';
  return u.basis[gemeente] ?? u.basis[STANDAARD] ?? 'indicaties';
}

/** The rates that hold in a scenario: its own replace the project's per key; a key in neither is a rate of 0. Without scenario: the project's. */
export const indexenVan = (project: Pick<Project, 'uitgangspunten'>, scenario?: Pick<ScenarioInhoud, 'indexen'>): Indexen =>
  ({ ...project.uitgangspunten.indexen, ...scenario?.indexen });

/** The rate of a year, as a fraction; a missing index is 0. A year that the object lacks takes `standaard` (else P20, checked before). */
export function renteIn(rente: Rente | undefined, jaar: number): number {
  if (rente === undefined) return 0;
  if (typeof rente === 'number') return rente;
  return rente[String(jaar)] ?? rente[STANDAARD] ?? 0;
}
/** The years whose rates the calculation uses: after the price level up to and including the last of the horizon (rekenmodel 3). */
export function indexjarenVan(u: Uitgangspunten): number[] {
  const eerste = prijspeilVan(u) + 1;
  return Array.from({ length: Math.max(0, u.begrotingsjaar + jarenVan(u) - eerste) }, (_, n) => eerste + n);
}

export const isRestgroep = (code: GemeenteCode): boolean => code.startsWith('X-');
/** Whether a gemeente takes part in a scenario that does not list its `deelnemers`. */
export const isDeelnemer = (gemeente: Gemeente): boolean => gemeente.deelnemer !== false && !isRestgroep(gemeente.code);
/** The participants of a scenario, in the order of the project's gemeenten. */
export function deelnemersVan(project: Pick<Project, 'gemeenten'>, scenario: Pick<ScenarioInhoud, 'deelnemers'>): GemeenteCode[] {
  const genoemd = scenario.deelnemers && new Set(scenario.deelnemers);
  return project.gemeenten.filter((g) => (genoemd ? genoemd.has(g.code) : isDeelnemer(g))).map((g) => g.code);
}
/** Obligatory when it matters (P19); where it does not, gemeenten that do not take part stay as they are. */
export const nietDeelnemersVan = (scenario: Pick<ScenarioInhoud, 'nietDeelnemers'>): NietDeelnemers => scenario.nietDeelnemers ?? 'individueel';

export const dragerVan = (product: Product): string => product.drager ?? GEMEENTEN;
export const indexVanProduct = (product: Product): 'prijs' | 'loon' => product.index ?? 'prijs';
/** Share of an indicatie that is really used. */
export const benuttingVan = (product: Product): number => product.benutting ?? 1;
/** Share of a product that an arrangement can replace: the arrangement's own goes before the product's. */
export const vervangbaarVan = (arrangement: Pick<Arrangement, 'vervangbaar'>, product: Product): number => arrangement.vervangbaar?.[product.code] ?? product.vervangbaar;

export const arrangementsoortVan = (a: Pick<Arrangement, 'soort'>): NonNullable<Arrangement['soort']> => a.soort ?? 'collectief';
export const uitstroomVan = (a: Pick<Arrangement, 'uitstroom'>): Uitstroomwijze => a.uitstroom ?? { wijze: 'uitdienen' };
export const effectOverigVan = (a: Pick<Arrangement, 'effectOverig'>): EffectOverig => a.effectOverig ?? { aandeel: 0, jaren: 0 };
export const vervangtBestaandVan = (a: Pick<Arrangement, 'vervangtBestaand'>): boolean => a.vervangtBestaand ?? false;

/** Number of fte, or of times for `vast` and `eenmalig`; `perLeerling` counts pupils instead and has none. */
export const aantalVan = (regel: Inzetregel): number => regel.aantal ?? 1;
/** Surcharge on the cost of an fte; 0 for every other kind. */
export const overheadVan = (regel: Inzetregel): number => regel.overhead ?? 0;
export const indexVanRegel = (regel: Inzetregel): 'loon' | 'prijs' | 'geen' => regel.index ?? 'loon';
/** Shares per bearer, adding up to 1. */
export const dekkingVan = (bron: Pick<Inzetregel | BestaandArrangement, 'dekking'>): Dekking => opgeteldTotEen(bron.dekking ?? { [GEMEENTEN]: 1 });

export const verdelingVan = (scenario: Pick<ScenarioInhoud, 'verdeling'>): Verdeling => scenario.verdeling ?? { bereik: 'school', sleutel: { leerlingen: 1 } };
/** The key that contributions grow away from. */
export const ingroeiVanaf = (ingroei: Ingroei): Sleutel => ingroei.van ?? { kosten: 1 };
export const isFormule = (sleutel: Sleutel): sleutel is { formule: string } => 'formule' in sleutel;

/** Shares or weights divided by their sum (P09 lets that be 1 ± 1e-6), without the `herkomst` that they, like any object, may carry. */
export function opgeteldTotEen<T extends Record<string, number> | Gewichten>(aandelen: T): T {
  const delen = Object.entries(aandelen).filter(([sleutel]) => sleutel !== 'herkomst');
  const som = delen.reduce((a, [, aandeel]) => a + aandeel, 0);
  return Object.fromEntries(delen.map(([sleutel, aandeel]) => [sleutel, aandeel / som])) as T;
}

/** The value of every optional key of an arrangement that changes nothing: what a child writes to undo its parent's. */
export const NEUTRAAL_ARRANGEMENT = {
  eind: null,
  soort: 'collectief',
  vervangbaar: {},
  uitstroom: { wijze: 'uitdienen' },
  effectOverig: { aandeel: 0, jaren: 0 },
  vervangtBestaand: false,
  herkomst: {},
} as const satisfies Required<Omit<Arrangement, 'school' | 'start' | 'realisatie' | 'inzet'>>;

/** Likewise for a scenario. `vastDeel` has no default (beslissen.md, 6), so it has no neutral value either. */
export const neutraalScenario = (project: Pick<Project, 'gemeenten' | 'uitgangspunten'>): Required<Omit<ScenarioInhoud, 'arrangementen' | 'vastDeel'>> => ({
  regionaal: [],
  verdeling: verdelingVan({}),
  deelnemers: deelnemersVan(project, {}),
  nietDeelnemers: nietDeelnemersVan({}),
  bijdragePerLeerling: 0,
  indexen: Object.fromEntries(INDEXEN.map((naam) => [naam, indexenVan(project)[naam] ?? 0])),
  afspraken: {},
  indicatoren: [],
  onzekerheden: [],
  herkomst: {},
});
