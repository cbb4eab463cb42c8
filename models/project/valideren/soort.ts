/** A kind of value: what a field of the project can hold, and the faults it can have. Which field holds what stands in `velden.ts`. */
import type { Keuring } from './verslag.ts';

export interface Soort {
  /** What belongs here, as the object of "vul … in". */
  readonly omschrijving: string;
  /** The words that it can be, if it is one out of a list. */
  readonly woorden?: ReadonlySet<string>;
  /** Reports every fault of the value at the present place of `k`; true if there is none. */
  keur(waarde: unknown, k: Keuring): boolean;
}

/** An object of unvalidated input. */
export type Ruw = Record<string, unknown>;

const DIEPSTE = 50;
/** Anything that the calculation does not read; only so deep that whoever walks through a project comes back. */
export const vrij: Soort = {
  omschrijving: 'een waarde',
  keur(waarde, k) {
    return !isDieperDan(DIEPSTE, waarde) || k.meld('P04', `${k.veld()} heeft meer dan ${DIEPSTE} lagen in elkaar; maak het eenvoudiger`);
  },
};
const isDieperDan = (lagen: number, waarde: unknown): boolean =>
  typeof waarde === 'object' && waarde !== null && (lagen === 0 || Object.values(waarde).some((deel) => isDieperDan(lagen - 1, deel)));

export const isObject = (waarde: unknown): waarde is Ruw => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** The objects in what should be a list of them, with their places: for rules that look further than one object. */
export const objectenIn = (lijst: unknown): [number, Ruw][] =>
  (Array.isArray(lijst) ? [...(lijst as unknown[]).entries()].filter((deel): deel is [number, Ruw] => isObject(deel[1])) : []);

/** How a value is shown in a message. */
export function toon(waarde: unknown): string {
  if (waarde === null) return 'null (leeg)';
  if (Array.isArray(waarde)) return 'een lijst';
  if (typeof waarde === 'object') return 'een object';
  if (typeof waarde === 'string') return `'${waarde.length > 60 ? `${waarde.slice(0, 60)}…` : waarde}'`;
  return String(waarde);
}

/** P04: a value of another kind than `soort`. */
export const verkeerdeSoort = (waarde: unknown, k: Keuring, soort: Soort, hint = ''): false => k.meld('P04', `${k.veld()} is ${toon(waarde)}; vul ${soort.omschrijving} in${hint}`);

/** Either of two kinds: lists and objects are held against `samengesteld`, all else against `enkel`. */
export function ofwel(enkel: Soort, samengesteld: Soort): Soort {
  return {
    omschrijving: `${enkel.omschrijving}, of ${samengesteld.omschrijving}`,
    keur(waarde, k) {
      return (typeof waarde === 'object' && waarde !== null ? samengesteld : enkel).keur(waarde, k);
    },
  };
}
