/** Findings of an import: their codes and levels, and sentences that say what is wrong, where and what to do. */
import { toonbaar } from './identiteit.ts';
import { vouw } from './naam.ts';
import type { Importmelding, Niveau } from './types.ts';

/** Every code with its level; `fout` refuses the row (or, from I40, the file). */
export const MELDINGEN = {
  I01: 'fout', // an obligatory value is missing
  I02: 'fout', // not a number in the notation of its column
  I03: 'fout', // not a date
  I04: 'fout', // eind before start
  I05: 'fout', // unknown school, gemeente or product
  I06: 'fout', // a name that was left out
  I07: 'fout', // negative amount of an indicatie
  I08: 'fout', // no cost form, or several
  I09: 'fout', // volume without rate
  I10: 'fout', // exact duplicate
  I11: 'fout', // toewijzingnummer again, with other content in the same period
  I12: 'waarschuwing', // overlap of jeugdige, product and aanbieder
  I13: 'waarschuwing', // start long ago or in the future
  I14: 'waarschuwing', // cost a year above the bound
  I15: 'waarschuwing', // fewer pupils than jeugdigen
  I16: 'waarschuwing', // sums disagree with the file's own totals
  I17: 'waarschuwing', // product's total jumps
  I18: 'waarschuwing', // amount is zero
  I19: 'waarschuwing', // amount unknown
  I20: 'fout', // the row cannot be read as a row
  I21: 'fout', // error value or formula never calculated
  I22: 'fout', // not one of the possible values
  I23: 'fout', // the same key twice in a file
  I24: 'fout', // number outside its range
  I25: 'fout', // jeugdige without a school in the koppeltabel
  I26: 'fout', // a total without eind
  I27: 'fout', // toewijzing withdrawn (RedenWijziging 13)
  I28: 'fout', // replaced by a later message
  I29: 'waarschuwing', // exact duplicate that may be another person
  I30: 'waarschuwing', // toewijzingnummer again, in another period
  I31: 'waarschuwing', // rate of another year
  I32: 'waarschuwing', // a value that is not known, left empty
  I33: 'fout', // refused by the gemeente (JW325)
  I34: 'fout', // a refusal of something that was not declared
  I35: 'waarschuwing', // hidden rows were read
  I36: 'waarschuwing', // a table that says something about others, without others
  I37: 'fout', // a value that was not kept when the row was refused
  I38: 'fout', // not one of the refused rows that the sheet is about
  I39: 'fout', // repaired or replaced in the meantime
  I40: 'fout', // cannot be opened
  I41: 'fout', // not a format that is read
  I42: 'fout', // character set or separator
  I43: 'fout', // damaged
  I44: 'fout', // over a limit
  I45: 'waarschuwing', // sheet not read
  I46: 'waarschuwing', // the same file twice
  I47: 'waarschuwing', // column left out: points at persons
  I48: 'waarschuwing', // new gemeente, school or product
  I49: 'waarschuwing', // replaces what was loaded before
  I50: 'fout', // waits for an answer
  I51: 'fout', // no table found in the file
  I52: 'fout', // the profile says something that is not understood
  I53: 'waarschuwing', // the profile names a column that is not there
  I54: 'fout', // refused rows of a delivery that cannot be repaired
  I55: 'waarschuwing', // file or sheet not read, as chosen
  I60: 'fout', // an aggregaat that does not fit the project: another peildatum, too short a run-off
  I61: 'waarschuwing', // an aggregaat that was made with other assumptions
  I62: 'waarschuwing', // what was found about the rows behind an aggregaat
} as const satisfies Record<string, Niveau>;
export type Meldingcode = keyof typeof MELDINGEN;

export interface Plaats { bestand: string; blad: string | null; rij?: number | null; kolom?: string | null }

/** `lijst.xlsx, blad “Export”, rij 12, kolom “Bedrag”`. */
export function plaatsTekst({ bestand, blad, rij, kolom }: Plaats): string {
  return [bestand, blad === null ? null : `blad “${blad}”`, rij == null ? null : `rij ${rij}`, kolom == null ? null : `kolom “${kolom}”`].filter((x) => x !== null).join(', ');
}

/** @param zin what is wrong and what to do, starting with a lower-case letter or a quoted value */
export function melding(code: Meldingcode, plaats: Plaats, zin: string): Importmelding {
  return { code, niveau: MELDINGEN[code], bestand: plaats.bestand, blad: plaats.blad, rij: plaats.rij ?? null, kolom: plaats.kolom ?? null, tekst: `${plaatsTekst(plaats)}: ${zin}` };
}

const VULLERS = new Set(['nvt', 'n v t', 'onbekend', 'geen', 'nb', 'n b', 'ntb', 'n t b', 'null', 'nan', 'leeg', 'ja', 'nee', 'totaal', 'zie boven', 'idem', 'diverse', 'div']);

/** Whether a text from a column of figures or dates may be repeated: values shift columns, and text could be a name. */
export function isCiteerbaar(tekst: string): boolean {
  return /\d/.test(tekst) || !/\p{L}{3,}/u.test(tekst) || VULLERS.has(vouw(tekst));
}

/** A value from the file between quotes, for a column that should hold figures or dates; of what may not be repeated its length: the place is enough to find it. */
export function citeer(waarde: unknown): string {
  const tekst = String(waarde);
  return isCiteerbaar(tekst) ? `“${toonbaar(tekst)}”` : `een tekst van ${tekst.length} tekens`;
}

const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 });
/** A figure in a sentence: 21.345,67. */
export function nlGetal(x: number): string {
  return GETAL.format(x);
}
