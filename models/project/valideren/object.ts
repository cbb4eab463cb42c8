/** An object with named fields, described by `Objectbeschrijving`; like any object it may say in `herkomst` where they come from. */
import { bedoelde } from './bedoelde.ts';
import { datum } from './datumsoort.ts';
import type { Keuring, Verslag } from './verslag.ts';
import { isObject, toon, verkeerdeSoort, type Ruw, type Soort } from './soort.ts';
import { keuze, tekst } from './teksten.ts';
import { STATUSSEN, type Bronvermelding } from '../types.ts';

/** Another field of the same object has one of these values. */
export interface Geval { als: string; is: readonly string[] }
export interface Veld {
  soort: Soort;
  /** Must be there (P03): always, in a case, or unless another field is there. */
  verplicht?: true | Geval | { zonder: string };
  /** Exists in that case only (P02). */
  alleen?: Geval;
  /** null says the same as leaving the field out. */
  magLeeg?: true;
}
/** The fields of type T, no more and no fewer: a description and its type cannot grow apart. */
export type VeldenVan<T> = { [K in keyof Omit<T, 'herkomst'>]-?: Veld & (undefined extends T[K] ? unknown : { verplicht: NonNullable<Veld['verplicht']> }) };
/** A rule over several fields of one object. It must stand fields that are missing or of a wrong type, which are reported already. */
export type Samenhang = (object: Ruw, k: Keuring) => void;

export interface Objectbeschrijving {
  /** What it is called in a sentence, e.g. `scenario 'a'`; parts of another object have no name of their own. */
  noem?: (object: Ruw) => string;
  velden: Record<string, Veld>;
  samenhang?: readonly Samenhang[];
}
export interface Objectsoort extends Soort { readonly beschrijving: Objectbeschrijving }

export function object(beschrijving: Objectbeschrijving): Objectsoort {
  const velden = new Map(Object.entries(beschrijving.velden));
  const verplicht = [...velden].filter(([, veld]) => veld.verplicht !== undefined);
  const { noem, samenhang = [] } = beschrijving;
  return {
    beschrijving,
    omschrijving: 'een object ({…})',
    keur(waarde, k) {
      if (!isObject(waarde)) return verkeerdeSoort(waarde, k, this);
      const voor = k.meldingen.length;
      if (noem) k.binnen(waarde, noem);
      for (const naam of Object.keys(waarde)) {
        const veld = velden.get(naam);
        if (waarde[naam] !== undefined) keurVeld(naam, veld, waarde, velden, k);
      }
      for (const [naam, veld] of verplicht) {
        if (waarde[naam] === undefined && isVerplicht(veld, waarde, velden)) ontbreekt(naam, veld, k);
      }
      for (const regel of samenhang) regel(waarde, k);
      if (noem) k.buiten();
      return k.meldingen.length === voor;
    },
  };
}

/** Goes to an object further on, named in what is reported there, for as long as `doe` runs. */
export function bij(v: Verslag, stappen: readonly (string | number)[], { beschrijving: { noem } }: Objectsoort, waarde: object, doe: () => void): void {
  for (const stap of stappen) v.in(stap);
  if (noem) v.binnen(waarde as Ruw, noem);
  doe();
  if (noem) v.buiten();
  for (const _ of stappen) v.uit();
}

function keurVeld(naam: string, veld: Veld | undefined, waarde: Ruw, velden: ReadonlyMap<string, Veld>, k: Keuring): void {
  const inhoud = waarde[naam];
  if (veld === undefined) {
    if (naam === 'herkomst') keurHerkomst(inhoud, [...velden.keys()], k);
    else onbekendVeld(naam, [...velden.keys()], k);
    return;
  }
  const { alleen } = veld;
  if (alleen && past(alleen, waarde, velden) === false) {
    k.meld('P02', `${k.veld(naam)} hoort niet bij ${alleen.als} ${toon(waarde[alleen.als])}, alleen bij ${alleen.is.map(toon).join(' of ')}; laat het weg`, naam);
    return;
  }
  if (inhoud === null && veld.magLeeg) return;
  k.in(naam);
  veld.soort.keur(inhoud, k);
  k.uit();
}

/** P02 for a field that the present object does not have. */
export function onbekendVeld(naam: string, bekend: readonly string[], k: Keuring): false {
  const woord = bedoelde(naam, bekend);
  return k.meld('P02', `het veld ${k.veld(naam)} bestaat niet${woord === undefined ? `; laat het weg (wel bekend: ${bekend.join(', ')})` : `. Bedoelde u '${woord}'?`}`, naam);
}

/** P03 at the present object. */
export const ontbreekt = (naam: string, veld: Pick<Veld, 'soort'>, k: Keuring): false => k.meld('P03', `${k.veld(naam)} ontbreekt; vul ${veld.soort.omschrijving} in`, naam);

/** Whether a field must be there in this object. */
function isVerplicht({ verplicht }: Veld, waarde: Ruw, velden: ReadonlyMap<string, Veld>): boolean {
  if (verplicht === undefined || verplicht === true) return verplicht ?? false;
  return 'zonder' in verplicht ? waarde[verplicht.zonder] === undefined : past(verplicht, waarde, velden) === true;
}
/** Undefined if it cannot be told, because the other field is missing or wrong, which is reported there. */
function past({ als, is }: Geval, waarde: Ruw, velden: ReadonlyMap<string, Veld>): boolean | undefined {
  const ander = waarde[als];
  return typeof ander === 'string' && velden.get(als)?.soort.woorden?.has(ander) ? is.includes(ander) : undefined;
}

const BRONVERMELDING = object({
  velden: { bron: { soort: tekst }, datum: { soort: datum('dag') }, status: { soort: keuze(...STATUSSEN) } } satisfies VeldenVan<Bronvermelding>,
});

/**
 * `herkomst` of the present object: `{field: {bron, datum, status}}` (rekenmodel 1).
 * @param velden the fields of that object
 */
export function keurHerkomst(waarde: unknown, velden: readonly string[], k: Keuring): void {
  k.in('herkomst');
  if (!isObject(waarde)) verkeerdeSoort(waarde, k, BRONVERMELDING);
  else {
    for (const naam of Object.keys(waarde)) {
      if (!velden.includes(naam)) onbekendVeld(naam, velden, k);
      else {
        k.in(naam);
        BRONVERMELDING.keur(waarde[naam], k);
        k.uit();
      }
    }
  }
  k.uit();
}
