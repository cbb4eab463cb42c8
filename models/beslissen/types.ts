/**
 * Outcomes of deciding (docs/beslissen.md) as plain JSON: for screens, the workbook and `--json`. Amounts are euros; an effect is negative where the
 * scenario is cheaper than its nulscenario (V) and positive where it is dearer (N). Every outcome says in `zinnen` what it comes down to.
 */
import type { Bronvermelding, GemeenteCode, Gewichten, Kansverdeling, Melding, OnzekereParameter, Sleutel } from '../project/types.ts';
import type { Maandnaam, Reeks } from '../rekenen/types.ts';

/** Which figure is looked at: the effect on gemeenten, of one year, over the whole horizon, or as net present value; of one gemeente or of all together. */
export interface Uitkomstkeuze {
  /** Default `cumulatief`, or `jaar` where a year is given. */
  maat?: 'cumulatief' | 'jaar' | 'ncw';
  /** With `jaar`: a year of the horizon. */
  jaar?: number;
  gemeente?: GemeenteCode;
}

/** An uncertain assumption that was used, with its source. */
export interface Aanname { parameter: OnzekereParameter; naam: string; verdeling: Kansverdeling; perSchool: boolean; bron: string | null; datum: string | null; status: Bronvermelding['status'] | null }

/** What an outcome stands on: enough to make it again, and to know what it is worth. */
export interface Verantwoording {
  scenario: { id: string; naam: string };
  /** SHA-256 of all that the figures follow from; the workbook of the scenario carries the same. */
  vingerafdruk: string;
  /** Some assumption is still an example: every sentence and table begins with *Voorbeeld*. */
  voorbeeld: boolean;
  jaren: number[];
  /** The uncertain assumptions of the scenario. */
  aannamen: Aanname[];
}
export interface Uitslag extends Verantwoording { zinnen: string[] }

/** A value and what the chosen figure is then. */
export interface Punt { waarde: number; uitkomst: number }

// 1 Tornado

export interface Staaf {
  parameter: OnzekereParameter;
  naam: string;
  perSchool: boolean;
  /** The assumption at its P10, at its middle and at its P90, the others at their middle. */
  laag: Punt;
  midden: number;
  hoog: Punt;
  /** |uitkomst at P90 − uitkomst at P10|; the list is in descending order of it. */
  breedte: number;
  zin: string;
}
export interface Gevoeligheid extends Uitslag {
  keuze: Uitkomstkeuze;
  /** With every assumption at its middle, and with the scenario as it is written. */
  midden: number;
  ingevuld: number;
  staven: Staaf[];
}

// 2 Zekerheid

/** Draws where nothing else is asked. */
export const GEWONE_TREKKINGEN = 10_000;

export const PERCENTIELEN = [5, 10, 25, 50, 75, 90, 95] as const;
export type Percentiel = `p${(typeof PERCENTIELEN)[number]}`;
export interface Spreiding extends Record<Percentiel, number> {
  gemiddelde: number;
  standaardafwijking: number;
  /** Chance (0..1) of an effect below 0. */
  kansGoedkoper: number;
}
export interface Zekerheid extends Uitslag {
  keuze: Uitkomstkeuze;
  zaad: number;
  trekkingen: number;
  /** Of the chosen figure, as are `zekerheden`, `risicobedrag` and `kromme`. */
  gekozen: Spreiding;
  cumulatief: Spreiding;
  ncw: Spreiding;
  perJaar: Spreiding[];
  /** Cumulative. */
  perGemeente: Record<GemeenteCode, Spreiding>;
  /** With this certainty (0..1) the chosen figure is no more than so much. */
  zekerheden: { zekerheid: number; hoogstens: number }[];
  /** Suggested for weerstandsvermogen: P90 − mean, at least 0. */
  risicobedrag: number;
  /** P0, P1, … P100. */
  kromme: number[];
}

// 3 Omslagpunt and doelzoeken

/** An input that is varied: an uncertain parameter, of all schools or of one, or a field of the scenario or project by its path. */
export type Invoerkeuze = { soort: 'parameter'; parameter: OnzekereParameter; school?: string } | { soort: 'veld'; pad: string };

export type Zoekuitslag =
  | {
      soort: 'gevonden';
      /** A number, or a date for an input that is one. */
      waarde: number | string;
      uitkomst: number;
      /** On which side of it the figure is at or below the target; for whole months the value itself is on that side. */
      gehaaldBij: 'lager' | 'hoger';
      /** Other values at which it is met, if the figure turns more than once. */
      overige: (number | string)[];
    }
  | { soort: 'nietBereikt'; van: { waarde: number | string; uitkomst: number }; tot: { waarde: number | string; uitkomst: number } }
  | { soort: 'geenInvloed'; uitkomst: number };

export interface Zoeking {
  invoer: Invoerkeuze;
  naam: string;
  /** What it is now; null where it is not stated. */
  nu: number | string | null;
  bereik: { van: number | string; tot: number | string };
  uitslag: Zoekuitslag;
  zin: string;
}
export interface Omslagpunten extends Uitslag { keuze: Uitkomstkeuze; ingevuld: number; punten: Zoeking[] }
export interface Doelzoeking extends Uitslag { keuze: Uitkomstkeuze; ingevuld: number; doel: number; zoeking: Zoeking }

// 4 Brug

/** A part of a difference. */
export interface Brugdeel { code: string; naam: string; bedrag: number; perJaar: Reeks }
/** From nulscenario to scenario. Parts add up to the total. */
export interface Nulbrug extends Uitslag { keuze: Uitkomstkeuze; nul: number; scenarioBedrag: number; totaal: number; delen: Brugdeel[] }
/** From scenario A (`scenario`) to B (`naar`): what each group of assumptions explains, whatever their order (Shapley). */
export interface Scenariobrug extends Uitslag {
  keuze: Uitkomstkeuze;
  naar: Verantwoording;
  van: number;
  tot: number;
  totaal: number;
  delen: Brugdeel[];
  /** Groups that cannot be changed one without the other here, each as the names of what was taken together. */
  samengenomen: string[][];
}

// 5 Sleutels naast elkaar

export interface Sleutelkeuze { naam: string; sleutel: Sleutel }
export interface Gemeenteregel {
  gemeente: GemeenteCode;
  naam: string;
  bijdrage: number;
  bijdragePerJaar: Reeks;
  effect: number;
  effectPerJaar: Reeks;
  /** Effect as share of its own nulscenario (0..1), a year per inhabitant and per young inhabitant; null where that is not known or 0. */
  aandeelVanNul: number | null;
  perInwonerPerJaar: number | null;
  perJeugdigeInwonerPerJaar: number | null;
  /** Effect less the effect under the reference key. */
  tenOpzichteVanProfijt: number;
  /** With ingroei: the year from which it pays what it will keep paying; null if not within the horizon. */
  eindstand?: number | null;
}
export interface Tellingen {
  voordeliger: number;
  nadeliger: number;
  gelijk: number;
  /** More than the bound per inhabitant a year; null without a bound. */
  voordeligerDanGrens: number | null;
  nadeligerDanGrens: number | null;
}
export interface Sleuteluitkomst { gemeenten: Gemeenteregel[]; tellingen: Tellingen; tellingenTenOpzichteVanProfijt: Tellingen }
export interface Sleutelvergelijking extends Uitslag {
  /** Euros per inhabitant a year; null if none was given. */
  grens: number | null;
  sleutels: {
    naam: string;
    sleutel: Sleutel;
    /** The reference: everyone pays for the care that is replaced for him. */
    isProfijt: boolean;
    zonderIngroei: Sleuteluitkomst | null;
    metIngroei: Sleuteluitkomst | null;
    /** Why it cannot be calculated. */
    fouten: Melding[];
  }[];
}

// 6 Houdbaarheid (intern only)

export interface Groepsvoordeel { gemeenten: GemeenteCode[]; samen: number; zonder: number; voordeel: number }
export interface Herstel {
  /** The smallest shift of weights: from, to, and how much (0..1) moved. */
  gewichten: { sleutel: Gewichten; verschoven: number; exact: boolean } | null;
  /** The least that the path has to be flattened. */
  ingroei: { aandeel: number[]; factor: number } | null;
}
export interface Houdbaarheid extends Uitslag {
  lezer: 'intern';
  keuze: Uitkomstkeuze;
  vastDeel: number;
  houdt: boolean;
  gemeenten: { gemeente: GemeenteCode; naam: string; samen: number; alleen: number; shapley: number; scrb: number }[];
  totaal: number;
  /** How many groups would gain, and those that would gain most. */
  aantalGroepen: number;
  groepen: Groepsvoordeel[];
  /** Only there when it does not hold. */
  herstel?: Herstel;
}

// 7 Volgorde

export interface Schoolbijdrage {
  school: string;
  naam: string;
  effectPerJaar: Reeks;
  /** Care that will be replaced but still runs beside the team. */
  dubbelPerJaar: Reeks;
  eenmaligPerJaar: Reeks;
  effect: number;
  ncw: number;
  terugverdienmaand: Maandnaam | null;
}
export interface Fasering {
  /** Euros of double costs a year. */
  plafond: number;
  scholen: { school: string; naam: string; start: string; jarenLater: number }[];
  pastNiet: string[];
  dubbelPerJaar: Reeks;
}
export interface Volgorde extends Uitslag {
  scholen: Schoolbijdrage[];
  regionaalPerJaar: Reeks;
  /** Ids of schools, best first. */
  opNcw: string[];
  opTerugverdientijd: string[];
  fasering: Fasering | null;
}
