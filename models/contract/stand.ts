/** What the service says of an open project. Everything is plain JSON and small: rows about persons stay in the project file. */
import type { Melding } from '../project/types.ts';
import type { Voorbereiding } from '../rekenen/types.ts';
import type { Soort } from '../invoer/types.ts';
import type { ProjectZonderRijen } from '../rekenen/voorbereiden.ts';

export type { ProjectZonderRijen };

/** Who has the project open for writing. */
export interface VergrendeldDoor { wie: string; machine: string; sinds: string }

/** One delivery of one soort, as shown in step 1. */
export interface Leveringstand {
  id: number;
  soort: Soort | 'aggregaten';
  bestand: string;
  blad: string | null;
  /** Codes of the gemeenten it holds rows of. */
  gemeenten: string[];
  /** ISO 8601, UTC. */
  wanneer: string;
  wie: string;
  rijen: number;
  /** Euros in the accepted rows. */
  bedrag: number;
  /** Refused rows that were not repaired, and those that were. */
  geweigerd: number;
  hersteld: number;
  /** Id of the delivery that this one repairs. */
  herstelt?: number;
  /** `vervangen`: a newer delivery took its place; `deels`: for some gemeenten or months; `ongedaan`: taken back; `gewist`: its rows are erased. */
  staat: 'geldig' | 'deels' | 'vervangen' | 'ongedaan' | 'gewist';
  /** SHA-256 of the file. */
  controlegetal: string;
}

export interface Projectstand {
  /** Name of the project file without its folder; for the title bar. */
  bestand: string;
  /** Number of the last log entry: it rises with every change. */
  revisie: number;
  alleenLezen: boolean;
  /** Why it is read-only, if somebody else has it. */
  vergrendeldDoor?: VergrendeldDoor;
  project: ProjectZonderRijen;
  /**
   * Number of the preparation that belongs to this project, or null while it cannot be made (see `fouten`). The indexes in a Voorbereiding point into the
   * lists of the project that came with it: never combine it with lists that were changed since.
   */
  voorbereiding: number | null;
  /** Of what counts; `geweigerd`: refused rows that are not repaired. */
  aantallen: { indicaties: number; declaraties: number; aggregaten: number; geweigerd: number };
  leveringen: Leveringstand[];
  /** What undo and redo would do, in words; absent when there is nothing. */
  ongedaan?: string;
  opnieuw?: string;
  /**
   * Faults P01–P27 that stand in the way of a calculation, with their path. A scenario without a fault under its own path (and without one outside
   * `scenarios`) can be calculated. Faults that only a calculation shows (P21, P22) are found by calculating.
   */
  fouten: Melding[];
  /** About the file and its place: a network or synchronised folder, a clock, a backup that failed. */
  meldingen: string[];
  /** Some figure is `voorbeeld`: VOORBEELD stands on every screen and page. */
  voorbeeld: boolean;
}

/** The answer of every method that opens or changes a project. */
export interface Stand {
  stand: Projectstand;
  /** There when it is another than before the call; `project.stand` always gives it. Its number is `stand.voorbereiding`. */
  voorbereiding?: Voorbereiding;
}

/** What is wrong with a project file that could not be opened, and what it can be restored from. */
export interface Beschadiging { reservekopieen: Reservekopie[] }
export interface Reservekopie {
  id: string;
  /** ISO 8601, UTC. */
  wanneer: string;
  /** Bytes. */
  grootte: number;
  /** Why it was made: hourly, after a session, before a migration or a restore. */
  reden: string;
}

/** One entry of the log. */
export interface Logregel {
  id: number;
  /** ISO 8601, UTC. */
  wanneer: string;
  wie: string;
  /** Dutch sentence. */
  omschrijving: string;
  /** From what to what; at most 50 of `aantalWijzigingen`. */
  wijzigingen: Logwijziging[];
  aantalWijzigingen: number;
  /** Whether `logboek.terugNaar` can go back to just after this entry. */
  bereikbaar: boolean;
}
export interface Logwijziging {
  /** Dutch name of the place, e.g. `scenario a, arrangement Stapsteen, realisatie`. */
  plaats: string;
  van: unknown;
  naar: unknown;
}

export interface VastgesteldScenario {
  id: number;
  scenario: string;
  naam: string;
  /** ISO 8601, UTC. */
  wanneer: string;
  wie: string;
  programmaversie: string;
  /** SHA-256 over what is frozen. */
  vingerafdruk: string;
}
