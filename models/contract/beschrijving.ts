/**
 * Descriptions of input: one value from which both the check at the border and the TypeScript type follow, so that they cannot grow apart.
 * They check shape and size of a message. What a project means (references, shares, dates) is checked by `models/project/valideren.ts`.
 */
import type { Melding } from '../project/types.ts';

export interface Beschrijving<T> {
  /** What belongs here, as the object of "verwacht: …". */
  readonly wat: string;
  /** Reports every fault of `waarde` under `pad`. */
  readonly keur: (waarde: unknown, pad: string, fouten: Melding[]) => void;
  /** May the field be left out? */
  readonly optioneel?: true;
  /** Only for the type; never there. */
  readonly type?: T;
}
/** The type that a description stands for. */
export type Van<B> = B extends Beschrijving<infer T> ? T : never;

const fout = (fouten: Melding[], pad: string, tekst: string): void => {
  fouten.push({ code: 'INVOER', pad, tekst: `${pad === '' ? 'De invoer' : `'${pad}'`} ${tekst}.` });
};

function soort<T>(wat: string, past: (waarde: unknown) => boolean): Beschrijving<T> {
  return { wat, keur: (waarde, pad, fouten) => { if (!past(waarde)) fout(fouten, pad, `is niet goed; verwacht: ${wat}`); } };
}

/** @param max characters */
export const tekst = (max = 200, min = 0): Beschrijving<string> =>
  soort(`een tekst van ${min > 0 ? `${min} tot ` : 'hoogstens '}${max} tekens`, (w) => typeof w === 'string' && w.length >= min && w.length <= max);
/** A code, id or number by which something is pointed at. */
export const sleutel: Beschrijving<string> = tekst(200, 1);
export const getal = (van: number, tot: number): Beschrijving<number> => soort(`een getal van ${van} tot en met ${tot}`, (w) => typeof w === 'number' && w >= van && w <= tot);
export const geheel = (van: number, tot: number): Beschrijving<number> => soort(`een geheel getal van ${van} tot en met ${tot}`, (w) => Number.isInteger(w) && (w as number) >= van && (w as number) <= tot);
export const jaNee: Beschrijving<boolean> = soort('true of false', (w) => typeof w === 'boolean');
export const datum: Beschrijving<string> = soort('een datum (jjjj-mm-dd)', (w) => typeof w === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(w));
export const keuze = <const W extends readonly string[]>(...woorden: W): Beschrijving<W[number]> => soort(`een van ${woorden.join(', ')}`, (w) => typeof w === 'string' && woorden.includes(w));

/** One of two. */
export const ofwel = <A, B>(een: Beschrijving<A>, ander: Beschrijving<B>): Beschrijving<A | B> => ({
  wat: `${een.wat}, of ${ander.wat}`,
  keur(waarde, pad, fouten) {
    const probeer = (van: Beschrijving<unknown>): boolean => {
      const eigen: Melding[] = [];
      van.keur(waarde, pad, eigen);
      return eigen.length === 0;
    };
    if (!probeer(een) && !probeer(ander)) fout(fouten, pad, `is niet goed; verwacht: ${this.wat}`);
  },
});

/** The field may be left out (not null). */
export const optioneel = <T>(van: Beschrijving<T>): Beschrijving<T | undefined> & { readonly optioneel: true } => ({ ...(van as Beschrijving<T | undefined>), optioneel: true });

export function lijst<T>(van: Beschrijving<T>, max: number): Beschrijving<T[]> {
  return {
    wat: `een lijst van hoogstens ${max}`,
    keur(waarde, pad, fouten) {
      if (!Array.isArray(waarde)) return fout(fouten, pad, `is niet goed; verwacht: ${this.wat}`);
      if (waarde.length > max) return fout(fouten, pad, `heeft ${waarde.length} onderdelen; het mogen er hoogstens ${max} zijn`);
      for (const [i, deel] of waarde.entries()) van.keur(deel, `${pad}[${i}]`, fouten);
    },
  };
}

type Velden = Record<string, Beschrijving<unknown>>;
type Verplicht<V extends Velden> = { -readonly [K in keyof V as V[K] extends { optioneel: true } ? never : K]: Van<V[K]> };
type Vrijwillig<V extends Velden> = { -readonly [K in keyof V as V[K] extends { optioneel: true } ? K : never]?: Van<V[K]> };
type Plat<T> = { [K in keyof T]: T[K] } & {};
export type Objectvan<V extends Velden> = Plat<Verplicht<V> & Vrijwillig<V>>;

const isObject = (w: unknown): w is Record<string, unknown> => typeof w === 'object' && w !== null && !Array.isArray(w);

/** Exactly these fields, no others. */
export function object<const V extends Velden>(velden: V): Beschrijving<Objectvan<V>> & { readonly velden: V } {
  return {
    wat: Object.keys(velden).length === 0 ? 'niets ({})' : `een object met ${Object.keys(velden).join(', ')}`,
    velden,
    keur(waarde, pad, fouten) {
      if (!isObject(waarde)) return fout(fouten, pad, `is niet goed; verwacht: ${this.wat}`);
      for (const naam of Object.keys(waarde)) if (!Object.hasOwn(velden, naam)) fout(fouten, onder(pad, naam), 'bestaat hier niet; laat het weg');
      for (const [naam, veld] of Object.entries(velden)) {
        const inhoud = Object.hasOwn(waarde, naam) ? waarde[naam] : undefined;
        if (inhoud !== undefined) veld.keur(inhoud, onder(pad, naam), fouten);
        else if (!veld.optioneel) fout(fouten, onder(pad, naam), `ontbreekt; verwacht: ${veld.wat}`);
      }
    },
  };
}
const onder = (pad: string, naam: string): string => (pad === '' ? naam : `${pad}.${naam}`);

/** One of several objects, told apart by their field `soort`. */
export function gevallen<const G extends Record<string, Velden>>(per: G): Beschrijving<{ [S in keyof G]: Plat<{ soort: S } & Objectvan<G[S]>> }[keyof G]> {
  const beschrijvingen = new Map(Object.entries(per).map(([naam, velden]) => [naam, object({ soort: keuze(naam), ...velden })]));
  return {
    wat: `een object met soort ${[...beschrijvingen.keys()].join(', ')}`,
    keur(waarde, pad, fouten) {
      const gekozen = isObject(waarde) && typeof waarde['soort'] === 'string' ? beschrijvingen.get(waarde['soort']) : undefined;
      if (gekozen) gekozen.keur(waarde, pad, fouten);
      else fout(fouten, pad, `is niet goed; verwacht: ${this.wat}`);
    },
  };
}

/** How deep JSON may be nested, and how many values it may have: more is no project but an attack. */
const DIEPTE = 32;
const VERBODEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A JSON object of type T whose meaning somebody else checks: the use case holds it against `models/project` or `models/invoer` before it does anything.
 * Here only: plain, not nested too deeply, no key that objects have anyway.
 */
export function inhoud<T extends object>(wat: string): Beschrijving<T> {
  return {
    wat,
    keur(waarde, pad, fouten) {
      if (!isObject(waarde)) fout(fouten, pad, `is niet goed; verwacht: ${wat}`);
      else keurInhoud(waarde, pad, 1, fouten);
    },
  };
}
/** Any JSON value, as `inhoud`. */
export const waarde: Beschrijving<unknown> = { wat: 'een waarde', keur: (w, pad, fouten) => keurInhoud(w, pad, 1, fouten) };

function keurInhoud(waarde: unknown, pad: string, diepte: number, fouten: Melding[]): void {
  if (typeof waarde !== 'object' || waarde === null) return;
  if (diepte > DIEPTE) return fout(fouten, pad, `is meer dan ${DIEPTE} lagen diep`);
  for (const naam of Object.keys(waarde)) {
    if (VERBODEN.has(naam)) fout(fouten, onder(pad, naam), 'is geen toegestane naam');
    else keurInhoud((waarde as Record<string, unknown>)[naam], onder(pad, naam), diepte + 1, fouten);
  }
}

/** Holds a value against a description: every fault, or none. */
export function gekeurd<T>(beschrijving: Beschrijving<T>, waarde: unknown): { ok: true; value: T } | { ok: false; fouten: Melding[] } {
  const fouten: Melding[] = [];
  beschrijving.keur(waarde, '', fouten);
  return fouten.length === 0 ? { ok: true, value: waarde as T } : { ok: false, fouten };
}
