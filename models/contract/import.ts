/** The import wizard (import.md): what the screen shows between *files chosen* and *loaded*. The answers of the user are a `Profiel`, kept and reused. */
import type { Veldtype } from '../invoer/velden.ts';
import type { Aanwijsblad, Bestandsrapport, Bladplan, GeweigerdeRij, Naamlijsten, Profiel, Soort, Vraag } from '../invoer/types.ts';

/** A table as it will be read. It is edited through the profile (`bronnen` by file and sheet, `namen`), never in place. */
export interface Importblad {
  plan: Bladplan;
  /** The first rows as they stand in the file, a value for each of `plan.kolommen`; what points at persons is `•••`. */
  voorbeeldrijen: { rij: number; waarden: string[] }[];
  /**
   * The outcome of reading the whole table by this plan; null while a question stands in the way. It is what the import will store. With `herstel` it comes
   * beside the delivery that it repairs and replaces nothing of it.
   */
  rapport: Bestandsrapport | null;
}

/** Rows of one kind, with what they cost (of indicaties in a year) before and in the new delivery. */
export interface Verschiltelling { rijen: number; bedragOud: number; bedragNieuw: number }
/** What a new delivery changes of one gemeente against what it replaces; of a list (scholen, leerlingen…) of the whole list, with gemeente empty and no euros. */
export interface Leveringsverschil {
  soort: Soort | 'aggregaten';
  bestand: string;
  gemeente: string;
  gelijk: Verschiltelling;
  nieuw: Verschiltelling;
  /** The same but for an earlier end. */
  beeindigd: Verschiltelling;
  gewijzigd: Verschiltelling;
  /** In the earlier delivery and no longer in this one. */
  vervallen: Verschiltelling;
  vervangen: { levering: number; soort: Soort | 'aggregaten'; bestand: string; wanneer: string; rijen: number; bedrag: number }[];
  perProduct: { product: string; bedragOud: number; bedragNieuw: number }[];
}

export interface Importstand {
  /** Handle of this import. It is void after uitvoeren and annuleren, and when anything else of the project is asked for but `project.stand`. */
  import: string;
  bladen: Importblad[];
  /** Files and sheets that are not read, each with why in its `meldingen`. */
  nietGelezen: Bestandsrapport[];
  /** Those among them of which the user may say what they are: `bronnen` of the profile, by file and sheet, with `soort`, `koprij` or `overslaan`. */
  aanwijsbaar: Aanwijsblad[];
  /** Uitwisselbestanden of gemeenten among the files, each with what became of its aggregaat. */
  uitwisselbestanden: Bestandsrapport[];
  vragen: Vraag[];
  /** What a name that is asked about may mean: the codes in it are answers beside the choices of the question. */
  namen: Naamlijsten;
  /** All answers so far. `import.herzie` takes it back, changed (`beantwoord` of `models/invoer/vragen.ts` puts an answer in). */
  profiel: Profiel;
  /** Where a delivery replaces an earlier one. */
  verschillen: Leveringsverschil[];
  /** Tables that were loaded before as they are, and still count: they do nothing. */
  bekend: { bestand: string; blad: string | null; soort: Soort | 'aggregaten' }[];
  /** No questions (but about names in refused rows: those stay refused), and at least one row to load. */
  kanUitvoeren: boolean;
}

/** A refused row with its delivery, as it was refused last. `waarden` under the headings of `Herstelveld`. */
export type Geweigerd = GeweigerdeRij & { id: number; levering: number; /** Whether a repair brought it in. */ hersteld: boolean };

/** A value of a refused row that can be corrected. */
export interface Herstelveld {
  /** The heading in the source, or what the field is called. */
  kop: string;
  /** What it is in this program. */
  titel: string;
  /** Field of the soort; null for the pupils of one gemeente. */
  veld: string | null;
  type: Veldtype;
  verplicht: boolean;
  /** How its values may be written, where it has a fixed list. */
  keuzes: string[];
}

/** A profile that was kept under a name. */
export interface BewaardProfiel { naam: string; profiel: Profiel }
