/**
 * The portable project, `collectief-arrangeren/1` (rekenmodel 1), as TypeScript types.
 * Amounts are euros, shares lie in 0..1, dates are `jjjj-mm-dd`. Optional fields have the default that rekenmodel 1 gives.
 */

export const FORMAAT = 'collectief-arrangeren/1';

/** Calendar date `jjjj-mm-dd`. */
export type Datum = string;
/** CBS code `GM` + 4 digits, or `X-…` for pupils whose gemeente is not known. */
export type GemeenteCode = string;

export const STATUSSEN = ['voorbeeld', 'aanname', 'vastgesteld'] as const;
export type Status = (typeof STATUSSEN)[number];
/** Where a figure comes from; never changes a figure. */
export interface Bronvermelding { bron?: string; datum?: string; status?: Status }
export type Herkomst = Record<string, Bronvermelding>;
interface MetHerkomst { herkomst?: Herkomst }

export interface Gemeente extends MetHerkomst {
  code: GemeenteCode;
  naam: string;
  inwoners?: number;
  /** Inhabitants of 0–17 years. */
  inwonersJeugd?: number;
  /** Default true; an `X-…` group never takes part. */
  deelnemer?: boolean;
  deelregio?: string;
}

export const SCHOOLSOORTEN = ['SBO', 'SO', 'VSO', 'SOVSO', 'PRO', 'REGULIER'] as const;
export type Schoolsoort = (typeof SCHOOLSOORTEN)[number];

export interface School extends MetHerkomst {
  id: string;
  naam: string;
  soort: Schoolsoort;
  /** Where the school stands. */
  gemeente: GemeenteCode;
  vestigingscode?: string;
  bestuur?: string;
  samenwerkingsverband?: string;
}

export interface Leerlingen extends MetHerkomst { school: string; gemeente: GemeenteCode; aantal: number }

export const DRAGERSOORTEN = ['onderwijs', 'zorg', 'rijk'] as const;
export interface Drager extends MetHerkomst { code: string; naam: string; soort: (typeof DRAGERSOORTEN)[number] }
/** Bearers of cost that every project knows (rekenmodel 1). */
export const INGEBOUWDE_DRAGERS = ['gemeenten', 'samenwerkingsverband', 'onderwijs', 'zorgverzekeraar', 'zorgkantoor', 'rijk'] as const;

export type PerJaar<T> = Record<string, T>;

export interface Product extends MetHerkomst {
  code: string;
  naam: string;
  /** Share 0..1 that a collective arrangement can replace. */
  vervangbaar: number;
  /** Default `gemeenten`. */
  drager?: string;
  /** Default `prijs`. */
  index?: 'prijs' | 'loon';
  /** Share of an indicatie that is really used; default 1. */
  benutting?: number;
  categorie?: string;
  taakveld?: string | PerJaar<string>;
}

export const FREQUENTIES = ['perDag', 'perWeek', 'perVierWeken', 'perMaand', 'perJaar', 'totaal'] as const;
export type Frequentie = (typeof FREQUENTIES)[number];

/** One toewijzing, with exactly one cost form: `kostenPerJaar`, or `totaalbedrag`, or `volume` + `tarief` + `frequentie`. */
export interface Indicatie extends MetHerkomst {
  school: string;
  /** The gemeente that pays, by the woonplaatsbeginsel. */
  gemeente: GemeenteCode;
  product: string;
  start: Datum;
  /** Inclusive; absent or null = open-ended. */
  eind?: Datum | null;
  /** Pseudonym. */
  jeugdige?: string;
  aanbieder?: string;
  verwijzer?: string;
  plaats?: 'school' | 'thuis' | 'elders';
  leveringsvorm?: 'zin' | 'pgb';
  kostenPerJaar?: number;
  totaalbedrag?: number;
  volume?: number;
  tarief?: number;
  frequentie?: Frequentie;
}

export interface Declaratie extends MetHerkomst {
  school: string;
  gemeente: GemeenteCode;
  product: string;
  /** First of a month. */
  maand: Datum;
  /** Awarded amount; corrections are negative. */
  bedrag: number;
  jeugdige?: string;
  aanbieder?: string;
}

/** What a gemeente delivers instead of rows (rekenmodel 4). */
export interface Aggregaat extends MetHerkomst {
  gemeente: GemeenteCode;
  peildatum: Datum;
  basis: AggregaatBasis[];
  uitstroom: AggregaatUitstroom[];
  jeugdigen: AggregaatJeugdigen[];
}
export interface AggregaatBasis extends MetHerkomst { school: string; product: string; bedrag: number }
export interface AggregaatUitstroom extends MetHerkomst {
  product: string;
  /** One of the twelve first-of-months up to and including `peildatum`. */
  meetdatum: Datum;
  maandbedrag: number;
  /** Per month from `meetdatum`, at least `maximaleLooptijd` of them. */
  resterend: number[];
}
export interface AggregaatJeugdigen extends MetHerkomst { school: string; aantal: number }

/** Shares per bearer; they add up to 1. */
export type Dekking = Record<string, number>;

export interface BestaandArrangement extends MetHerkomst {
  school: string;
  jaarbedrag: number;
  start?: Datum | null;
  eind?: Datum | null;
  /** Default all gemeenten. */
  dekking?: Dekking;
  /** Shares per gemeente of the gemeenten part. */
  verdeling?: Record<GemeenteCode, number>;
}

/** One rate for every year, or rates per year with `standaard` for the others. */
export type Rente = number | PerJaar<number>;
export const INDEXEN = ['prijs', 'loon', 'volume', 'leerlingen'] as const;
export type IndexNaam = (typeof INDEXEN)[number];
export type Indexen = Partial<Record<IndexNaam, Rente>> & MetHerkomst;

export type Uitstroomwijze = { wijze: 'uitdienen' } | { wijze: 'omzetten' } | { wijze: 'lineair'; maanden: number };
export type Basisbron = 'indicaties' | 'declaraties';

export interface Uitgangspunten extends MetHerkomst {
  /** First of a month. */
  peildatum: Datum;
  begrotingsjaar: number;
  /** Months. */
  maximaleLooptijd: number;
  /** Length of the horizon in years; default 4. */
  jaren?: number;
  /** Year of the prices; default the year of the month six months before `peildatum`. */
  prijspeil?: number;
  indexen?: Indexen;
  disconteringsvoet?: number;
  /** Default 52. */
  wekenPerJaar?: number;
  /** Default `indicaties`; per gemeente with `standaard` for the others. */
  basis?: Basisbron | Record<string, Basisbron>;
  /** Default `startmaand`. */
  uitstroomMeting?: 'startmaand' | 'peildatum';
  /** Used for products without any running indicatie; may not be `uitdienen`. */
  uitstroomZonderIndicaties?: Exclude<Uitstroomwijze, { wijze: 'uitdienen' }>;
  /** Bearers whose present cost is not known: shown as *onbekend*, never as 0. */
  onbekend?: string[];
}

export const SLEUTELVARIABELEN = ['leerlingen', 'jeugdigen', 'kosten', 'inwoners', 'inwonersJeugd', 'gelijk'] as const;
export type Sleutelvariabele = (typeof SLEUTELVARIABELEN)[number];
export type Gewichten = Partial<Record<Sleutelvariabele, number>>;
/** Allocation key (rekenmodel 6): weights that add up to 1, or a formula. */
export type Sleutel = Gewichten | { formule: string };

export interface Ingroei extends MetHerkomst {
  /** Share of the way to the target per year; years beyond the list use 1. */
  aandeel: number[];
  /** Default `{"kosten":1}`. */
  van?: Sleutel;
  /** Euros per inhabitant: a number, or one per year, after which there is none. */
  maximumPerInwoner?: number | number[];
}
export interface Verdeling extends MetHerkomst { bereik: 'school' | 'regio'; sleutel: Sleutel; ingroei?: Ingroei }

export const REGELSOORTEN = ['fte', 'perLeerling', 'vast', 'eenmalig'] as const;
/** A cost line of an arrangement or of the region. */
export interface Inzetregel extends MetHerkomst {
  omschrijving: string;
  soort: (typeof REGELSOORTEN)[number];
  /** Euros (a year per fte, per pupil, or in all). */
  bedrag: number;
  /** fte: obligatory; vast, eenmalig: default 1; perLeerling: none. */
  aantal?: number;
  /** fte only; default 0. */
  overhead?: number;
  /** How `bedrag` was built; no effect on figures. */
  opbouw?: unknown;
  /** Default all gemeenten. */
  dekking?: Dekking;
  /** Default `loon`. */
  index?: 'loon' | 'prijs' | 'geen';
  taakveld?: string | PerJaar<string>;
  start?: Datum;
  eind?: Datum;
  /** eenmalig only: first of the month in which it is spent. */
  maand?: Datum;
  /** Makes the line a pool of its own. */
  sleutel?: Sleutel;
}

/** Effect on the care that stays: a share of it (negative = less needed), reached in so many years. */
export interface EffectOverig extends MetHerkomst { aandeel: number; jaren: number }

export const ARRANGEMENTSOORTEN = ['collectief', 'schakel', 'interprofessioneel', 'toekomstplan'] as const;
export interface Arrangement extends MetHerkomst {
  school: string;
  /** First of a month. */
  start: Datum;
  /** Share of the replaceable cost that really stops. */
  realisatie: number;
  inzet: Inzetregel[];
  /** Last of a month. */
  eind?: Datum | null;
  soort?: (typeof ARRANGEMENTSOORTEN)[number];
  /** Goes before the product's own share. */
  vervangbaar?: Record<string, number>;
  /** Default `uitdienen`. */
  uitstroom?: Uitstroomwijze;
  effectOverig?: EffectOverig;
  vervangtBestaand?: boolean;
}

export const NIET_DEELNEMERS = ['individueel', 'gastvrij', 'bijdragePerLeerling'] as const;
export type NietDeelnemers = (typeof NIET_DEELNEMERS)[number];

export interface Indicator extends MetHerkomst { naam: string; eenheid: string; nulmeting?: unknown; streefwaarde?: unknown; bron?: string }

/** What the beheerafspraken say, one key per subject (voorstel, sheet Afspraken). */
export const AFSPRAKEN = [
  'partijen', 'looptijd', 'betaling', 'kassier', 'btw', 'indexatie', 'verrekening', 'risicodeling', 'toetreding', 'uittreding', 'vanElders', 'inkoop',
  'beheer', 'monitoring', 'privacy', 'geschil', 'evaluatie',
] as const;
/** Texts and settings; `verrekening` is a text or an object. */
export type Afspraken = Partial<Record<(typeof AFSPRAKEN)[number], unknown>> & MetHerkomst;
export interface Verrekening extends MetHerkomst { wijze?: string; bandbreedte?: number; tekst?: string }

/** What can be uncertain about a scenario (beslissen). */
export const ONZEKERE_PARAMETERS = [
  'realisatieFactor', 'vervangbaarFactor', 'inzetFactor', 'eenmaligFactor', 'startvertraging', 'uitstroomFactor', 'volumeDelta', 'prijsDelta', 'loonDelta',
  'effectOverigDelta',
] as const;
export type OnzekereParameter = (typeof ONZEKERE_PARAMETERS)[number];
export type Kansverdeling =
  | { soort: 'driehoek' | 'pert'; min: number; modus: number; max: number }
  | { soort: 'uniform'; min: number; max: number }
  | { soort: 'p10p50p90'; p10: number; p50: number; p90: number }
  | { soort: 'vast'; waarde: number };
export interface Onzekerheid extends MetHerkomst {
  parameter: OnzekereParameter;
  verdeling: Kansverdeling;
  /** Whether each school has its own draw; default false. */
  perSchool?: boolean;
  bron?: string;
  datum?: Datum;
}

/** What a scenario holds once its parents are resolved, apart from id, naam and ouder. */
export interface ScenarioInhoud extends MetHerkomst {
  arrangementen: Arrangement[];
  regionaal?: Inzetregel[];
  verdeling?: Verdeling;
  deelnemers?: GemeenteCode[];
  nietDeelnemers?: NietDeelnemers;
  /** Euros a year; with `nietDeelnemers` = `bijdragePerLeerling`. */
  bijdragePerLeerling?: number;
  /** Replaces the project's, per key. */
  indexen?: Indexen;
  afspraken?: Afspraken;
  indicatoren?: Indicator[];
  onzekerheden?: Onzekerheid[];
  /** Share of a team that is needed whatever the number of pupils (beslissen, 6); no default. */
  vastDeel?: number;
}

/** A change of a parent's arrangement: only the keys that differ, or `vervalt`. */
export type Arrangementwijziging = Partial<Arrangement> & { school: string; vervalt?: boolean };
/** A scenario as it is written: complete, or as differences from its `ouder`. */
export interface Scenario extends Partial<Omit<ScenarioInhoud, 'arrangementen'>> {
  id: string;
  /** Like every other key, that of the `ouder` if it is not stated. */
  naam?: string;
  ouder?: string;
  arrangementen?: Arrangementwijziging[];
}
/** A scenario with everything of its parents in it. */
export interface VolledigScenario extends ScenarioInhoud { id: string; naam: string }

export interface Project extends MetHerkomst {
  formaat: typeof FORMAAT;
  naam: string;
  gemeenten: Gemeente[];
  scholen: School[];
  leerlingen: Leerlingen[];
  dragers?: Drager[];
  producten: Product[];
  indicaties: Indicatie[];
  declaraties?: Declaratie[];
  aggregaten?: Aggregaat[];
  bestaandeArrangementen?: BestaandArrangement[];
  uitgangspunten: Uitgangspunten;
  scenarios: Scenario[];
}

/** A project whose rows are elsewhere, such as in a database. */
export type ProjectZonderRijen = Omit<Project, 'indicaties' | 'declaraties' | 'aggregaten'>;

/** A fault (P01–P27: no calculation) or a warning (W01–W10: the calculation goes on), rekenmodel 1. */
export interface Melding {
  /** `P01`…`P27` or `W01`…`W10`. */
  code: string;
  /** Where in the project, e.g. `scenarios[2].arrangementen[0].start`. */
  pad: string;
  /** Dutch: what is wrong, where, and what to do. */
  tekst: string;
}
