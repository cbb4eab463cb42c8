/**
 * What reading files into a project speaks about: raw cells, the reading plan, questions, and the report of import.
 * Everything here is plain JSON (apart from streams of cells), so that an app can show it and a profile can hold it.
 */
import type { Declaratie, Gemeente, Indicatie, Leerlingen, Product, Project, School } from '../project/types.ts';

/** What a table can hold, in the order of loading: what others refer to comes first. */
export const SOORTEN = ['gemeenten', 'scholen', 'producten', 'koppeltabel', 'tarieven', 'leerlingen', 'indicaties', 'declaraties'] as const;
export type Soort = (typeof SOORTEN)[number];

/** A calendar date in a cell, `jjjj-mm-dd`, or why a cell that is shown as a date is none (a time of day, before 1900). */
export interface Datumcel { readonly datum: string }
/** A cell without a usable value: an error value such as `#N/B`, or a formula that was never calculated. */
export interface Foutcel { readonly fout: string }
/** A raw cell; its type is its kind: null empty, string text, number a real number, boolean, a date, or an error. */
export type Cel = null | string | number | boolean | Datumcel | Foutcel;
/** A row of a sheet; `nummer` is counted from 1 as a spreadsheet shows it, `cellen[0]` is column A. */
export interface Rij {
  readonly nummer: number;
  readonly cellen: readonly Cel[];
  /** The row could not be read as a row (unbalanced quotes, a wrong number of fields): why. Its cells are not to be trusted. */
  readonly fout?: string;
  /** Hidden by a filter or by hand; it is read all the same. */
  readonly verborgen?: boolean;
  /** Texts of cells merged over rows that began above this one, by column (0 = A). Only headings and names run on so: a figure counts once. */
  readonly doorlopend?: ReadonlyMap<number, string>;
}

export const GETALNOTATIES = ['1.234,56', '1,234.56', '1234'] as const;
/** How text of a column is read as a number; `1234` has digits only. */
export type Getalnotatie = (typeof GETALNOTATIES)[number];
export const DATUMNOTATIES = ['dag-maand', 'maand-dag', 'excel'] as const;
/** Order of day and month in a column; `excel`: plain numbers count days as Excel does. Other ways of writing a date need no choice. */
export type Datumnotatie = (typeof DATUMNOTATIES)[number];

/**
 * Why a column does not come in. `identiteit` never reaches disk, `onbekend` has no field,
 * `dubbel`: another column has the same, `keuze`: the user left it out.
 */
export type Weglaatreden = 'identiteit' | 'onbekend' | 'dubbel' | 'keuze';

/** What one column of a sheet becomes. */
export interface Kolomplan {
  /** Counted from 1, as in the file. */
  nummer: number;
  /** The heading as it stands in the file. */
  kop: string;
  /** Field of the soort, or null when the column does not come in. */
  veld: string | null;
  /** In a matrix: the column holds pupils of this gemeente (name as it stands; resolved as all names are). */
  gemeente?: string;
  /** The column is a control figure: the sum of the parts of its row. */
  totaal?: boolean;
  /** The year that the heading names, for figures per year. */
  jaar?: number;
  weggelaten?: Weglaatreden;
  getalnotatie?: Getalnotatie;
  datumnotatie?: Datumnotatie;
  /** The figures are multiplied by this: 1000 for thousands of euros, 0.01 for cents. */
  schaal?: number;
}

/** Rule that gives a product a code of its own: the first rule whose conditions all hold adds `·achtervoegsel` (import.md, split a product). */
export interface Splitsing {
  /** Code of the product; absent: every product. */
  product?: string;
  als: Partial<Record<'leveringsvorm' | 'plaats' | 'verwijzer', string>>;
  achtervoegsel: string;
}

/** How one sheet is read. Made by looking at the whole sheet, edited by the user or a profile, executed as it stands. */
export interface Bladplan {
  bestand: string;
  /** Null for a file without sheets. */
  blad: string | null;
  /** Null: which it is, is asked. */
  soort: Soort | null;
  indeling: 'rijen' | 'matrix';
  /** Row with the headings; rows above it are title rows. */
  koprij: number;
  kolommen: Kolomplan[];
  /** Values for fields that the file does not hold, e.g. `{gemeente: "GM0164"}`. */
  vast: Record<string, string | number>;
  splitsingen: Splitsing[];
  /** Text files only. */
  scheidingsteken?: string;
  tekenset?: string;
  /** Names in it that mean what the user said: a code, or null where their rows are left out. */
  namen?: Partial<Record<Naamsoort, Record<string, string | null>>>;
  /** Its rows are refused rows of a delivery, corrected: which delivery, and the columns (counted from 1) that say so. */
  herstel?: Herstelplan;
}

/** Where a table came from: what a delivery is known by in every copy of a project. */
export interface Bronverwijzing { bestand: string; blad: string | null; soort: Soort; controlegetal: string }
export interface Herstelplan { van: Bronverwijzing; bronrij: number; kenmerk: number }

/** What a name in a file means: the code of an existing one, a new one with these fields, or null: its rows are left out. */
export type Naambesluit<T = Record<string, unknown>> = string | T | null;
export const NAAMSOORTEN = ['gemeente', 'school', 'product'] as const;
export type Naamsoort = (typeof NAAMSOORTEN)[number];
export interface Naambesluiten {
  gemeente?: Record<string, Naambesluit<Partial<Gemeente>>>;
  school?: Record<string, Naambesluit<Partial<School>>>;
  product?: Record<string, Naambesluit<Partial<Product>>>;
}

/** What is settled about one column. `kostenvorm` says what an amount of an indicatie is the price of. */
export type Kolomkeuze = Partial<Pick<Kolomplan, 'veld' | 'gemeente' | 'totaal' | 'getalnotatie' | 'datumnotatie' | 'schaal'>> & { kostenvorm?: string };

/** Settled choices for one source (a system, a gemeente): what the plan would otherwise ask. */
export interface Bronprofiel {
  soort?: Soort;
  /** It is not read, whatever it holds. */
  overslaan?: boolean;
  koprij?: number;
  indeling?: 'rijen' | 'matrix';
  scheidingsteken?: string;
  tekenset?: string;
  /** By heading, or `#3` for the third column. Null leaves the column out. */
  kolommen?: Record<string, Kolomkeuze | null>;
  vast?: Record<string, string | number>;
  splitsingen?: Splitsing[];
}

/** A file or sheet that is not read, of which the user may say what it is. */
export interface Aanwijsblad {
  bestand: string;
  blad: string | null;
  /** The user left it out. */
  overslaan: boolean;
  /** The row that the user said has the headings, and where none were found. */
  koprij: number | null;
  /** Rows as they stand in the file, the first or those about `koprij`; what points at persons is `•••`. */
  rijen: { rij: number; waarden: string[] }[];
}

export const PROFIELFORMAAT = 'collectief-arrangeren-profiel/1';
/** `--profiel mapping.json`: answers, kept and reused. */
export interface Profiel {
  formaat?: typeof PROFIELFORMAAT;
  naam?: string;
  /** By file name, or `file name#sheet`; `*` stands for anything. All that fit apply, later ones over earlier ones. */
  bronnen?: Record<string, Bronprofiel>;
  namen?: Naambesluiten;
  /** Bounds of the checks; see `templates/invoer/grenzen.ts` for the defaults. */
  grenzen?: Partial<Grenzen>;
}

/** Settable bounds of the checks. */
export interface Grenzen {
  /** Euros a year of one indicatie above which a unit mistake is suspected. */
  kostenPerJaar: number;
  /** Years that a start may lie back before it is marked. */
  jarenTerug: number;
  /** Share by which a product's total may change between deliveries before it is marked. */
  sprong: number;
}

export type Vraagsoort = 'soort' | 'koprij' | 'kolom' | 'kostenvorm' | 'getalnotatie' | 'datumnotatie' | 'schaal' | 'eenheid' | 'naam';
/** Something the files do not say and nobody may guess. */
export interface Vraag {
  vraag: Vraagsoort;
  bestand: string;
  blad: string | null;
  kolom: string | null;
  /** Dutch: what is not known, and where. */
  tekst: string;
  /** The question alone, where the place is shown beside it. */
  zin: string;
  /** Possible answers; empty where any text will do. `waarde` is what goes at `profielpad`. */
  keuzes: { waarde: unknown; tekst: string }[];
  /** The likely answer; never applied by itself. */
  voorstel?: unknown;
  /** Where the answer goes in a profile, one key per step. */
  profielpad: string[];
}

export type Niveau = 'fout' | 'waarschuwing';
/** A finding about a place in a file. `fout`: the row (or file) is refused; `waarschuwing`: it comes in, marked. */
export interface Importmelding {
  code: string;
  niveau: Niveau;
  bestand: string;
  blad: string | null;
  /** Null when it is not about one row. */
  rij: number | null;
  /** Heading of the column, or null. */
  kolom: string | null;
  tekst: string;
}

/** A figure of the file's own (a total row or column) held against what was read. */
export interface Controletotaal {
  rij: number;
  kolom: string;
  omschrijving: string;
  /** As the file states it. */
  bestand: number;
  /** As the rows add up. */
  berekend: number;
  klopt: boolean;
}

/** How a column was read, for show. */
export interface Kolomverslag { kolom: string; veld: string | null; notatie: string | null; weggelaten: Weglaatreden | null }

/**
 * The report of one table: `gelezen` = `koppen` + `leeg` + `totalen` + `geaccepteerd` + `geweigerd`, and
 * `bedragGelezen` = `bedragGeaccepteerd` + `bedragGeweigerd` (apart from `bedragOnleesbaar` rows, which have no amount).
 */
export interface Bestandsrapport {
  bestand: string;
  blad: string | null;
  /** `aggregaten`: an uitwisselbestand; null: not read. */
  soort: Soort | 'aggregaten' | null;
  gelezen: number;
  /** Title, heading and footnote rows. */
  koppen: number;
  leeg: number;
  totalen: number;
  geaccepteerd: number;
  geweigerd: number;
  bedragGelezen: number;
  bedragGeaccepteerd: number;
  bedragGeweigerd: number;
  /** Refused rows whose amount could not be read. */
  bedragOnleesbaar: number;
  controletotalen: Controletotaal[];
  /** At most a set number per code; `meldingentelling` counts them all. */
  meldingen: Importmelding[];
  meldingentelling: Record<string, number>;
  /** Headings of columns that did not come in. */
  weggelaten: string[];
  kolommen: Kolomverslag[];
  /** SHA-256 of the file. */
  controlegetal: string;
  /** The table repairs refused rows of an earlier one. */
  herstel?: Herstelverslag;
}

/** What a repair did, and the accounting of the delivery with all its repairs: `geaccepteerd` + `geweigerd` is what it was, in rows; so are the euros, of rows as they are now. */
export interface Herstelverslag {
  van: Bronverwijzing;
  /** Rows that came in now, and their euros. */
  hersteld: number;
  bedrag: number;
  samen: Pick<Bestandsrapport, 'geaccepteerd' | 'geweigerd' | 'bedragGelezen' | 'bedragGeaccepteerd' | 'bedragGeweigerd' | 'bedragOnleesbaar'>;
}

export interface Importrapport {
  bestanden: Bestandsrapport[];
  vragen: Vraag[];
}

/** One jeugdige–school pair; the jeugdige is a pseudonym of this import. */
export interface Koppeling { jeugdige: string; school: string; van?: string; tot?: string | null }
/** Price of a product in a year, of one aanbieder or (absent) of all. */
export interface Tarief { product: string; aanbieder?: string; jaar: number; tarief: number; eenheid?: string }

/** Rows as they come out of the reader: those of the portable project, and `toewijzingnummer` on which later files join. */
export interface Rijsoorten {
  gemeenten: Gemeente;
  scholen: School;
  producten: Product;
  koppeltabel: Koppeling;
  tarieven: Tarief;
  leerlingen: Leerlingen;
  indicaties: Indicatie & { toewijzingnummer?: string; bedragOnbekend?: boolean };
  declaraties: Declaratie & { toewijzingnummer?: string };
}

/** A refused row: its place, its reasons, and its values without identifiers. */
export interface GeweigerdeRij {
  bestand: string;
  blad: string | null;
  rij: number;
  /** By heading, as they stand in the file. */
  waarden: Record<string, string | number>;
  meldingen: Importmelding[];
  /** Euros of the row; absent when its amount could not be read. */
  bedrag?: number | undefined;
  /** In a repair: the refused row that this was a new try of, by its row in the source file. */
  bronrij?: number | undefined;
}

/** A table with its refused rows that were not repaired. */
export interface Geweigerdetabel { bestand: string; blad: string | null; controlegetal: string; plan: Bladplan | null; rijen: readonly Pick<GeweigerdeRij, 'rij' | 'waarden' | 'meldingen'>[] }

/** A refused row of a delivery, as it was refused last. */
export interface Herstelrij extends Pick<GeweigerdeRij, 'waarden' | 'meldingen' | 'bedrag'> { hersteld: boolean }

/** What a repair has to know of its delivery. */
export interface Herstelbaar {
  van: Bronverwijzing;
  kenmerk: string;
  /** How the source was read: so are its corrected rows. */
  plan: Bladplan;
  /** Refused rows by their row in the source file. */
  rijen: ReadonlyMap<number, Herstelrij>;
  /** The source is read in this same import: who had a pseudonym in the sheet has another now. */
  leestMee?: boolean;
  /** Of the delivery and of the repairs that it had; asked for once rows are read. */
  geteld(): { rapport: Bestandsrapport; eerder: Pick<Bestandsrapport, 'geaccepteerd' | 'bedragGeaccepteerd'>[] };
  /** Rows of a gemeente that count now. */
  geladen(gemeente: string): Iterable<Rijsoorten['indicaties' | 'declaraties']>;
  /** Why rows of a gemeente (and month) cannot be added any more, as the rest of a sentence; undefined when they can. */
  inDeWeg(gemeente: string, maand: string): string | undefined;
}

/** A table that is about to be handed over. */
export interface Levering { bestand: string; blad: string | null; soort: Soort; controlegetal: string; plan: Bladplan }

/**
 * Where rows go: a portable project in memory, a project file, a preview. A throw ends the import; whoever made the
 * Doel decides afterwards, by the report, whether what it took is kept.
 */
export interface Doel {
  /** What names in the files add to what the project knows; once, before anything else. Fields that no file gave are absent. */
  nieuw(nieuwelingen: Nieuwelingen): void;
  /** Then for each table: begin, any number of rijen and geweigerd, einde. */
  begin(levering: Levering): void;
  /** Accepted rows of the current levering, in the order of the file. */
  rijen<S extends Soort>(soort: S, rijen: Rijsoorten[S][]): void;
  geweigerd(rijen: GeweigerdeRij[]): void;
  /** Refused rows that came in corrected, by their row in the source file; only where the plan has `herstel`. */
  hersteld(bronrijen: number[]): void;
  einde(rapport: Bestandsrapport): void;
}

export interface Nieuwelingen { gemeenten: Partial<Gemeente>[]; scholen: Partial<School>[]; producten: Partial<Product>[] }

/** What a project already knows and names are matched on. */
export interface Bekend {
  gemeenten: readonly Gemeente[];
  scholen: readonly School[];
  producten: readonly Product[];
  tarieven?: readonly Tarief[];
  /** School of a toewijzing that was loaded before; absent where no toewijzingnummers are kept. */
  schoolVanToewijzing?: (gemeente: string, toewijzingnummer: string) => string | undefined;
  /** Year in whose prices the project counts; default the year of today. */
  prijspeil?: number;
  /** The delivery that refused rows belong to, by their kenmerk; or a Dutch sentence why nothing can be repaired. */
  herstelbaar?: (kenmerk: string) => Herstelbaar | string;
}

/** All that a name can mean, by soort: what the project knows and what the files add. */
export type Naamlijsten = Record<Naamsoort, { code: string; naam: string }[]>;

/** A project in the making: what was not given yet is absent (a list, or a field of a school), so that `valideer` names it. */
export type Projectopbouw = Pick<Project, 'formaat' | 'naam'> & Partial<Project>;
