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
const PUNT = 46;
const KOMMA = 44;

interface Kern { cijfers: string; negatief: boolean; heleEuros: boolean }

function kernVan(tekst: string): Kern | undefined {
  if (kaal(tekst)) return { cijfers: tekst, negatief: false, heleEuros: false };
  const delen = OMLIJSTING.exec(tekst.trim());
  if (delen === null) return undefined;
  const [, open, min1, valuta1, min2, cijfers = '', heel, valuta2, min3, dicht] = delen;
  if ((open === undefined) !== (dicht === undefined)) return undefined;
  const tekens = [open, min1, min2, min3].filter((x) => x !== undefined).length;
  if (tekens > 1 || (valuta1 !== undefined && valuta2 !== undefined)) return undefined;
  if (heel !== undefined && min3 !== undefined) return undefined;
  return { cijfers, negatief: tekens === 1, heleEuros: heel !== undefined };
}

/** Digits, points and commas only: nothing stands around the number. */
function kaal(tekst: string): boolean {
  for (let i = 0; i < tekst.length; i++) {
    const c = tekst.charCodeAt(i);
    if ((c < 48 || c > 57) && c !== PUNT && c !== KOMMA) return false;
  }
  return tekst.length > 0;
}

function alleenCijfers(tekst: string): boolean {
  for (let i = 0; i < tekst.length; i++) {
    const c = tekst.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return tekst.length > 0;
}

/**
 * Whether digits and separators form a number: groups of three after a first group of one to three without a leading zero,
 * or no groups at all; digits after the decimal sign; before it they may be missing (`,5`).
 */
function past(cijfers: string, duizend: number, decimaal: number): boolean {
  let groep = 0;
  let gegroepeerd = false;
  let i = 0;
  for (; i < cijfers.length; i++) {
    const c = cijfers.charCodeAt(i);
    if (c === duizend) {
      if (gegroepeerd ? groep !== 3 : groep < 1 || groep > 3 || cijfers.charCodeAt(0) === 48) return false;
      gegroepeerd = true;
      groep = 0;
    } else if (c === decimaal) break;
    else groep++;
  }
  if (gegroepeerd && groep !== 3) return false;
  if (i === cijfers.length) return true;
  for (let j = i + 1; j < cijfers.length; j++) {
    const c = cijfers.charCodeAt(j);
    if (c === duizend || c === decimaal) return false;
  }
  return i + 1 < cijfers.length;
}

/** @param cijfers digits, points and commas only */
function klasseVanCijfers(cijfers: string): Getalklasse {
  if (alleenCijfers(cijfers)) return 'gelijk';
  const nl = past(cijfers, PUNT, KOMMA);
  const en = past(cijfers, KOMMA, PUNT);
  return nl && en ? 'beide' : nl ? 'nl' : en ? 'en' : 'geen';
}

function klasseVanKern({ cijfers, heleEuros }: Kern): Getalklasse {
  if (heleEuros) return past(cijfers, PUNT, KOMMA) && !cijfers.includes(',') ? 'nl' : 'geen';
  return klasseVanCijfers(cijfers);
}

/** Which notations `tekst` fits. */
export function getalklasse(tekst: string): Getalklasse {
  const kern = kernVan(tekst);
  return kern === undefined ? 'geen' : klasseVanKern(kern);
}

/** The number that `tekst` states in this notation, or undefined when it is not exactly that. */
export function leesGetal(tekst: string, notatie: Getalnotatie): number | undefined {
  const kern = kernVan(tekst);
  if (kern === undefined) return undefined;
  const klasse = klasseVanKern(kern);
  const decimaal = notatie === '1.234,56' ? KOMMA : PUNT;
  if (klasse !== 'gelijk' && !(notatie === '1.234,56' ? klasse === 'nl' || klasse === 'beide' : notatie === '1,234.56' && (klasse === 'en' || klasse === 'beide'))) return undefined;
  const waarde = waardeVan(kern.cijfers, decimaal);
  if (waarde === undefined || waarde > MAXIMUM_GETAL) return undefined;
  return kern.negatief && waarde !== 0 ? -waarde : waarde;
}

/** Powers of ten that a float64 holds exactly. */
const MACHTEN = Array.from({ length: MAXIMUM_CIJFERS + 1 }, (_, i) => 10 ** i);

/** Both parts of the division are exact, so the outcome is the float64 nearest to what is written. */
function waardeVan(cijfers: string, decimaal: number): number | undefined {
  let geheel = 0;
  let tellend = 0;
  let decimalen = -1;
  for (let i = 0; i < cijfers.length; i++) {
    const c = cijfers.charCodeAt(i);
    if (c === decimaal) decimalen = 0;
    else if (c >= 48 && c <= 57) {
      geheel = geheel * 10 + (c - 48);
      if (geheel > 0 && ++tellend > MAXIMUM_CIJFERS) return undefined;
      if (decimalen >= 0) decimalen++;
    }
  }
  if (decimalen <= 0) return geheel;
  const macht = MACHTEN[decimalen];
  return macht === undefined ? undefined : geheel / macht;
}

/** Numbers of values in a column per class; of `beide` also those where exactly one reading is a whole number. */
export interface Getaltelling { geen: number; gelijk: number; nl: number; en: number; beide: number; beideAlleenNlHeel: number; beideAlleenEnHeel: number }

export const legeGetaltelling = (): Getaltelling => ({ geen: 0, gelijk: 0, nl: 0, en: 0, beide: 0, beideAlleenNlHeel: 0, beideAlleenEnHeel: 0 });

/** Counts a text and returns its class. */
export function telGetal(telling: Getaltelling, tekst: string): Getalklasse {
  const klasse = getalklasse(tekst);
  telling[klasse]++;
  if (klasse === 'beide') {
    const nlHeel = Number.isInteger(leesGetal(tekst, '1.234,56'));
    const enHeel = Number.isInteger(leesGetal(tekst, '1,234.56'));
    if (nlHeel && !enHeel) telling.beideAlleenNlHeel++;
    if (enHeel && !nlHeel) telling.beideAlleenEnHeel++;
  }
  return klasse;
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
