/** The workbook for the OOGO (voorstel.md), as the app asks for it. */
import type { Bestandsgreep } from './bestand.ts';
import type { Scenario } from '../project/types.ts';

/** Who will read it: asked at every export, never assumed (betrouwbaarheid.md). */
export const LEZERS = ['intern', 'klankbordgroep', 'openbaar'] as const;
export type Lezer = (typeof LEZERS)[number];

export interface Controle { naam: string; goed: boolean; tekst: string }
export interface Voorstel { bestand: Bestandsgreep; controles: Controle[]; waarschuwingen: string[] }

/** Documents for print: one of each, but one per gemeente that takes part for `gemeenten`, and one with a page per school for `locaties`. */
export const PDFDELEN = ['besluit', 'gemeenten', 'vergelijking', 'afspraken', 'locaties'] as const;
export type Pdfdeel = (typeof PDFDELEN)[number];

export interface Stuk { deel: Pdfdeel; titel: string; bestand: Bestandsgreep }
/** @property waarschuwingen for who makes them; they do not go along */
export interface Stukken { stukken: Stuk[]; waarschuwingen: string[] }

/** A document as it reads, before it is made. */
export interface Stukinzage {
  deel: Pdfdeel;
  titel: string;
  /** On top of every page, and in the footer. */
  markering: string;
  naam: string;
  bron: string;
  /** HTML without scripts, styles or addresses; every text in it is escaped. */
  inhoud: string;
}
/** @property stijl what all of them look like: CSS for `.stuk`, and for `.blad` around it with `.markering` and `.voet` */
export interface Stukkeninzage { stukken: Stukinzage[]; stijl: string; waarschuwingen: string[] }

/** What a number is: a share 0..1, euros, months or years; a `datum` is text jjjj-mm-dd. */
export type Eenheid = 'aandeel' | 'euro' | 'maanden' | 'jaar' | 'datum';
/** An input cell that was changed; `''` is empty. Without a unit: a plain number, or text. */
export interface Invoerverschil { plaats: string; van: number | string; naar: number | string; eenheid?: Eenheid }

/** A workbook that came back: the scenario its inputs describe, and what differs. */
export interface TerugGelezen {
  scenario: Scenario;
  verschillen: Invoerverschil[];
  /** Changed outside the input cells: reported, not read. */
  buitenInvoer: string[];
}
