/**
 * Reading text as a calendar date (import.md, Reading values). No time zone takes part: a date is three numbers.
 * A time of day is accepted only when it is midnight without a zone; any other may have been moved over a date line.
 */
import type { Datumnotatie } from './types.ts';

const MAANDEN: Record<string, number> = {
  jan: 1, januari: 1, feb: 2, februari: 2, mrt: 3, maart: 3, apr: 4, april: 4, mei: 5, jun: 6, juni: 6, jul: 7, juli: 7,
  aug: 8, augustus: 8, sep: 9, sept: 9, september: 9, okt: 10, oktober: 10, nov: 11, november: 11, dec: 12, december: 12,
};

const MIDDERNACHT = /[ T]0?0:00(?::00(?:[.,]0+)?)?$/;
const CIJFERS = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const ACHTCIJFERS = /^(\d{4})(\d{2})(\d{2})$/;
const MAANDNAAM = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i;

const EERSTE_JAAR = 1900;
export const EINDE_DER_TIJDEN = '9999-12-31';

export function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0 ? 29 : 28;
  return maand === 4 || maand === 6 || maand === 9 || maand === 11 ? 30 : 31;
}

/** `jjjj-mm-dd`, or undefined when that day does not exist (years 1900–9999). */
export function datumVan(jaar: number, maand: number, dag: number): string | undefined {
  if (jaar < EERSTE_JAAR || jaar > 9999 || maand < 1 || maand > 12 || dag < 1 || dag > dagenInMaand(jaar, maand)) return undefined;
  return `${jaar}-${maand < 10 ? '0' : ''}${maand}-${dag < 10 ? '0' : ''}${dag}`;
}

/** `vast`: one reading whatever the column; `dm`, `md`: only day–month, only month–day; `beide`: both (and different). */
export type Datumklasse = 'geen' | 'vast' | 'dm' | 'md' | 'beide';

interface Gelezen { klasse: Datumklasse; dm?: string; md?: string }

function lees(ruw: string): Gelezen {
  const tekst = ruw.trim().replace(MIDDERNACHT, '');
  const cijfers = CIJFERS.exec(tekst);
  if (cijfers !== null) {
    const [a, b, jaar] = [Number(cijfers[1]), Number(cijfers[3]), Number(cijfers[4])];
    const dm = datumVan(jaar, b, a);
    const md = datumVan(jaar, a, b);
    if (dm !== undefined && md !== undefined) return dm === md ? { klasse: 'vast', dm, md } : { klasse: 'beide', dm, md };
    return dm !== undefined ? { klasse: 'dm', dm } : md !== undefined ? { klasse: 'md', md } : { klasse: 'geen' };
  }
  const iso = ISO.exec(tekst) ?? ACHTCIJFERS.exec(tekst);
  let datum: string | undefined;
  if (iso !== null) datum = datumVan(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  else {
    const naam = MAANDNAAM.exec(tekst);
    const maand = naam === null ? undefined : MAANDEN[(naam[2] ?? '').toLowerCase()];
    if (naam !== null && maand !== undefined) datum = datumVan(Number(naam[3]), maand, Number(naam[1]));
  }
  return datum === undefined ? { klasse: 'geen' } : { klasse: 'vast', dm: datum, md: datum };
}

/** Which orders of day and month `tekst` fits. */
export function datumklasse(tekst: string): Datumklasse {
  return lees(tekst).klasse;
}

/** The date that `tekst` states, `jjjj-mm-dd`, or undefined. */
export function leesDatum(tekst: string, notatie: Datumnotatie): string | undefined {
  const gelezen = lees(tekst);
  return notatie === 'maand-dag' ? gelezen.md : gelezen.dm;
}

/** The date of an Excel day number: 60 is the 29 February 1900 that never was, so what lies before March 1900 is refused. */
export function datumVanExcel(serie: number, sinds1904: boolean): string | undefined {
  if (!Number.isInteger(serie)) return undefined;
  const dag = sinds1904 ? serie + 1462 : serie;
  if (dag < 61 || dag > 2_958_465) return undefined;
  // Days since 1970-01-01 to a civil date; Excel's day 25569 is 1970-01-01.
  const z = dag - 25_569 + 719_468;
  const tijdperk = Math.floor(z / 146_097);
  const dagVanTijdperk = z - tijdperk * 146_097;
  const jaarVanTijdperk = Math.floor((dagVanTijdperk - Math.floor(dagVanTijdperk / 1460) + Math.floor(dagVanTijdperk / 36_524) - Math.floor(dagVanTijdperk / 146_096)) / 365);
  const dagVanJaar = dagVanTijdperk - (365 * jaarVanTijdperk + Math.floor(jaarVanTijdperk / 4) - Math.floor(jaarVanTijdperk / 100));
  const m = Math.floor((5 * dagVanJaar + 2) / 153);
  const maand = m < 10 ? m + 3 : m - 9;
  const jaar = jaarVanTijdperk + tijdperk * 400 + (maand <= 2 ? 1 : 0);
  return datumVan(jaar, maand, dagVanJaar - Math.floor((153 * m + 2) / 5) + 1);
}

/** First of the month that `tekst` states: `2026-03`, `03-2026`, `202603`, `maart 2026`, or any date in it. */
export function leesMaand(tekst: string, notatie: Datumnotatie): string | undefined {
  const t = tekst.trim();
  const jaarMaand = /^(\d{4})[-/]?(\d{2})$/.exec(t) ?? /^(\d{4})[-/](\d)$/.exec(t);
  if (jaarMaand !== null) return datumVan(Number(jaarMaand[1]), Number(jaarMaand[2]), 1);
  const maandJaar = /^(\d{1,2})[-/](\d{4})$/.exec(t);
  if (maandJaar !== null) return datumVan(Number(maandJaar[2]), Number(maandJaar[1]), 1);
  const naam = /^([a-z]{3,9})\.?[ -](\d{4})$/i.exec(t);
  if (naam !== null) {
    const maand = MAANDEN[(naam[1] ?? '').toLowerCase()];
    return maand === undefined ? undefined : datumVan(Number(naam[2]), maand, 1);
  }
  const datum = leesDatum(t, notatie);
  return datum === undefined ? undefined : `${datum.slice(0, 8)}01`;
}

export interface Datumtelling { geen: number; vast: number; dm: number; md: number; beide: number }
export const legeDatumtelling = (): Datumtelling => ({ geen: 0, vast: 0, dm: 0, md: 0, beide: 0 });

export type Datumbesluit = { notatie: Datumnotatie } | { onzeker: 'maand-dag' | 'gemengd' };

/** Day–month is Dutch and taken; a column with a date that only fits month–day is for the user to decide. */
export function beslisDatumnotatie(telling: Datumtelling): Datumbesluit {
  if (telling.md > 0) return { onzeker: telling.dm > 0 ? 'gemengd' : 'maand-dag' };
  return { notatie: 'dag-maand' };
}
