/** A list of one kind of value, and what must be unique in it. */
import { isObject, verkeerdeSoort, type Soort } from './soort.ts';

/** Which keys of a row together may occur once (none: the row itself, a text), and the fault if they do not. */
export interface Uniek {
  code: 'P05' | 'P17' | 'P26';
  op: readonly string[];
  /** What occurs twice, and the remedy. */
  wat: string;
  doe: string;
}

const SCHEIDING = '\u0000';

export function lijst(van: Soort, uniek?: Uniek): Soort {
  return {
    omschrijving: 'een lijst ([…])',
    keur(waarde, k) {
      if (!Array.isArray(waarde)) return verkeerdeSoort(waarde, k, this);
      const voor = k.meldingen.length;
      const eerder = new Map<string, number>();
      for (let i = 0; i < waarde.length; i++) {
        k.in(i);
        van.keur(waarde[i], k);
        k.uit();
        const sleutel = uniek && uniekeSleutel(waarde[i], uniek.op);
        if (!uniek || sleutel === undefined) continue;
        const eerste = eerder.get(sleutel);
        if (eerste === undefined) eerder.set(sleutel, i);
        else {
          const laatste = uniek.op.length === 1 ? [i, uniek.op[0] as string] : [i];
          k.meld(uniek.code, `${uniek.wat} '${sleutel.replaceAll(SCHEIDING, "' en '")}' staat twee keer in ${k.veld()}, op plaats ${eerste + 1} en ${i + 1}; ${uniek.doe}`, ...laatste);
        }
      }
      return k.meldingen.length === voor;
    },
  };
}

/** The keys of a row as one text; undefined if one of them is not there to compare, which is a fault of its own. */
function uniekeSleutel(rij: unknown, op: readonly string[]): string | undefined {
  if (op.length === 0) return typeof rij === 'string' ? rij : undefined;
  if (!isObject(rij)) return undefined;
  let sleutel: string | undefined;
  for (const naam of op) {
    const deel = rij[naam];
    if (typeof deel !== 'string') return undefined;
    sleutel = sleutel === undefined ? deel : sleutel + SCHEIDING + deel;
  }
  return sleutel;
}
