/**
 * Reading text as a number (import.md, Reading values). The way numbers are written is a property of a whole column:
 * a text says which notations it fits, the column decides, and only then is anything converted.
 */
import type { Getalnotatie } from './types.ts';

/** Which notations a text fits: none, digits only (no choice), only one of the two, or both with different outcomes. */
export type Getalklasse = 'geen' | 'gelijk' | 'nl' | 'en' | 'beide';

/** More digits than a float64 holds exactly are refused rather than rounded. */
const MAXIMUM_CIJFERS = 15;
/** Larger figures are no amount or count of this field of work. */
export const MAXIMUM_GETAL = 1e10;

/** Spaces of all kinds, € or EUR on either side, one minus sign or parentheses, and `,-` for whole euros. Nothing else. */
const OMLIJSTING = /^(\()?[\s\u00a0\u202f\u2009]*(-)?[\s\u00a0\u202f\u2009]*(€|EUR)?[\s\u00a0\u202f\u2009]*(-)?[\s\u00a0\u202f\u2009]*([0-9.,]+?)(,-)?[\s\u00a0\u202f\u2009]*(€|EUR)?[\s\u00a0\u202f\u2009]*(-)?[\s\u00a0\u202f\u2009]*(\))?$/i;
const NL = /^(?:(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?|,\d+)$/;
const EN = /^(?:(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)$/;

interface Kern { cijfers: string; negatief: boolean; heleEuros: boolean }

function kernVan(tekst: string): Kern | undefined {
  const delen = OMLIJSTING.exec(tekst.trim());
  if (delen === null) return undefined;
  const [, open, min1, valuta1, min2, cijfers = '', heel, valuta2, min3, dicht] = delen;
  if ((open === undefined) !== (dicht === undefined)) return undefined;
  const tekens = [open, min1, min2, min3].filter((x) => x !== undefined).length;
  if (tekens > 1 || (valuta1 !== undefined && valuta2 !== undefined)) return undefined;
  if (heel !== undefined && min3 !== undefined) return undefined;
  return { cijfers, negatief: tekens === 1, heleEuros: heel !== undefined };
}

function alleenCijfers(tekst: string): boolean {
  for (let i = 0; i < tekst.length; i++) {
    const c = tekst.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return tekst.length > 0;
}

function klasseVanKern({ cijfers, heleEuros }: Kern): Getalklasse {
  if (heleEuros) return NL.test(cijfers) && !cijfers.includes(',') ? 'nl' : 'geen';
  if (alleenCijfers(cijfers)) return 'gelijk';
  const nl = NL.test(cijfers);
  const en = EN.test(cijfers);
  return nl && en ? 'beide' : nl ? 'nl' : en ? 'en' : 'geen';
}

/** Which notations `tekst` fits. */
export function getalklasse(tekst: string): Getalklasse {
  if (alleenCijfers(tekst)) return 'gelijk';
  const kern = kernVan(tekst);
  return kern === undefined ? 'geen' : klasseVanKern(kern);
}

/** The number that `tekst` states in this notation, or undefined when it is not exactly that. */
export function leesGetal(tekst: string, notatie: Getalnotatie): number | undefined {
  const kern = alleenCijfers(tekst) ? { cijfers: tekst, negatief: false, heleEuros: false } : kernVan(tekst);
  if (kern === undefined) return undefined;
  const klasse = klasseVanKern(kern);
  let gewoon: string;
  if (klasse === 'gelijk') gewoon = kern.cijfers;
  else if (notatie === '1.234,56' && (klasse === 'nl' || klasse === 'beide')) gewoon = kern.cijfers.replaceAll('.', '').replace(',', '.');
  else if (notatie === '1,234.56' && (klasse === 'en' || klasse === 'beide')) gewoon = kern.cijfers.replaceAll(',', '');
  else return undefined;
  if (gewoon.replace('.', '').replace(/^0+/, '').length > MAXIMUM_CIJFERS) return undefined;
  const waarde = Number(gewoon);
  if (waarde > MAXIMUM_GETAL) return undefined;
  return kern.negatief && waarde !== 0 ? -waarde : waarde;
}

/** Numbers of values in a column per class; of `beide` also those where exactly one reading is a whole number. */
export interface Getaltelling { geen: number; gelijk: number; nl: number; en: number; beide: number; beideAlleenNlHeel: number; beideAlleenEnHeel: number }

export const legeGetaltelling = (): Getaltelling => ({ geen: 0, gelijk: 0, nl: 0, en: 0, beide: 0, beideAlleenNlHeel: 0, beideAlleenEnHeel: 0 });

/** Counts a text `aantal` times. */
export function telGetal(telling: Getaltelling, tekst: string, aantal: number): void {
  const klasse = getalklasse(tekst);
  telling[klasse] += aantal;
  if (klasse !== 'beide') return;
  const nlHeel = Number.isInteger(leesGetal(tekst, '1.234,56'));
  const enHeel = Number.isInteger(leesGetal(tekst, '1,234.56'));
  if (nlHeel && !enHeel) telling.beideAlleenNlHeel += aantal;
  if (enHeel && !nlHeel) telling.beideAlleenEnHeel += aantal;
}

export type Notatiebesluit =
  | { notatie: Getalnotatie }
  /** Every text can be read both ways. */
  | { onzeker: 'beide' }
  /** Some texts fit only one notation and some only the other. */
  | { onzeker: 'gemengd' };

/**
 * Decides the notation of a column from all its texts, or says why it can't.
 * @param heel the column holds whole numbers, so a reading that gives a fraction is not possible
 */
export function beslisGetalnotatie(telling: Getaltelling, heel: boolean): Notatiebesluit {
  const nl = telling.nl + (heel ? telling.beideAlleenNlHeel : 0);
  const en = telling.en + (heel ? telling.beideAlleenEnHeel : 0);
  if (nl > 0 && en > 0) return { onzeker: 'gemengd' };
  if (nl > 0) return { notatie: '1.234,56' };
  if (en > 0) return { notatie: '1,234.56' };
  return telling.beide > 0 ? { onzeker: 'beide' } : { notatie: '1234' };
}
