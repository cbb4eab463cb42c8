/** A kind of value: what a field of the project can hold, and the faults it can have. Which field holds what stands in `velden.ts`. */
import type { Keuring } from './verslag.ts';

export interface Soort {
  /** What belongs here, as the object of "vul … in". */
  readonly omschrijving: string;
  /** Reports every fault of the value at the present place of `k`; true if there is none. */
  keur(waarde: unknown, k: Keuring): boolean;
}

/** Anything at all: what the calculation does not read. */
export const vrij: Soort = { omschrijving: 'een waarde', keur: () => true };

export const isObject = (waarde: unknown): waarde is Record<string, unknown> => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

/** The objects in what should be a list of them, with their places: for rules that look further than one object. */
export const objectenIn = (lijst: unknown): [number, Record<string, unknown>][] =>
  (Array.isArray(lijst) ? [...(lijst as unknown[]).entries()].filter((deel): deel is [number, Record<string, unknown>] => isObject(deel[1])) : []);

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
