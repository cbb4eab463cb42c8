/** What is published, what a reader does not know, and how the two hang together. */

import type { Eerderekennis } from './lezerskennis.ts';

/** A sum of unknowns: Σ coefficient · unknown, by index. */
export interface Termen { plek: number[]; coef: number[] }

/** A quantity that is never published itself, such as the jeugdigen of one gemeente at one school. */
export interface Onbekende {
  /** The same in every export. */
  naam: string;
  /** What changes by the same factor when a price does, such as the basis of one product. */
  soort?: string;
  /** Counts are whole. */
  geheel: boolean;
  /** The true value. A reader knows that it is not negative; an amount that is (corrections) is taken to be known not to be lower than it is. */
  waarde: number;
  /** Made of others, such as a share: free wherever what is hidden is looked at. */
  hulp?: true;
}

export const TABELLEN = ['scholen', 'gemeenten', 'regio'] as const;
export type Tabel = (typeof TABELLEN)[number];

/** Cells that are shown or hidden together: one row and column of a table, in all years and scenarios. */
export interface Groep {
  /** `tabel|rij|kolom`: the same in every export. */
  sleutel: string;
  tabel: Tabel;
  /** School id, gemeente code, or what a regional row is about. */
  rij: string;
  kolom: string;
  /** Why it must be hidden whatever the others do. */
  primair?: Reden;
  /** What hiding it costs; the cheapest pattern is sought. `Infinity`: known to the reader whatever is hidden here. */
  prijs: number;
}

export const REDENEN = ['klein', 'overheersing', 'eerder', 'aanvullend', 'jaren'] as const;
/**
 * Too few persons; one person's share too large; hidden in an earlier export; because it would show another that is hidden; or published for all years together,
 * since the years one by one would tell what the few children of one gemeente at one school cost.
 */
export type Reden = (typeof REDENEN)[number];

/** One published figure: constant (what a reader knows from assumptions and cost lines) + the sum of its terms. */
export interface Cel {
  groep: number;
  soort: 'aantal' | 'bedrag';
  waarde: number;
  constante: number;
  termen: Termen;
  jaar?: number;
  scenario?: string;
}

/** A sum of unknowns that a reader knows. */
export interface Relatie { termen: Termen; waarde: number }

/** What must not become known although no table holds it, such as the cost of the children of one gemeente at one school. */
export interface Doel {
  naam: string;
  soort: 'aantal' | 'bedrag';
  termen: Termen;
  waarde: number;
  /** A pair of school and gemeente, of which no table tells, with the rows that it counts in; not a row that was taken together with others. */
  paar?: { school: string; gemeente: string; scholen: string; gemeenten: string };
  /** Unknowns among which other values are looked for first; default those of all that is hidden. */
  buurt?: ReadonlySet<number>;
}

export interface Publicatie {
  onbekenden: Onbekende[];
  groepen: Groep[];
  cellen: Cel[];
  doelen: Doel[];
  /** What exports before this one told (`neemEerderOp`); in `kennis` and `doelen` too. */
  eerder: Eerderekennis;
  /** What else a reader knows once these groups are hidden, beside every cell that is shown. */
  kennis(verborgen: ReadonlySet<number>): Relatie[];
}

/** A hidden figure that can be known too closely. */
export interface Lek {
  /** Index of the group; undefined for a `Doel`. */
  groep?: number;
  naam: string;
  soort: 'aantal' | 'bedrag';
  /** Which cell: index in `cellen`, or in `doelen` where there is no group. */
  plek: number;
  waarde: number;
  /** The range that could be shown to remain. */
  min: number;
  max: number;
}
