/** An object whose keys are data: `{"GM0164": 0.5, …}`, `{"2028": 0.03, "standaard": 0.02}`. */
import { bedoelde } from './bedoelde.ts';
import { keurHerkomst } from './object.ts';
import type { Keuring } from './verslag.ts';
import type { Verwijssoort } from './register.ts';
import { isObject, verkeerdeSoort, type Soort } from './soort.ts';
import { verwijzing } from './verwijzing.ts';
import { STANDAARD } from '../standaard.ts';

/** ± within which shares and weights count as adding up to 1 (P09). */
const SOMMARGE = 1e-6;

/** What may be a key. */
export interface Sleutelsoort { wat: string; keur: (naam: string, k: Keuring) => unknown }

/**
 * @param totEen what the values are called, if they are shares that must add up to 1
 */
export function perSleutel(sleutel: Sleutelsoort, van: Soort, totEen?: string): Soort {
  return {
    omschrijving: `een object per ${sleutel.wat} ({…})`,
    keur(waarde, k) {
      if (!isObject(waarde)) return verkeerdeSoort(waarde, k, this);
      const voor = k.meldingen.length;
      const namen = Object.keys(waarde).filter((naam) => naam !== 'herkomst' && waarde[naam] !== undefined);
      let waardenGoed = true;
      for (const naam of namen) {
        k.in(naam);
        sleutel.keur(naam, k);
        if (!van.keur(waarde[naam], k)) waardenGoed = false;
        k.uit();
      }
      // A share that is itself wrong makes the sum wrong too: one fault, not two.
      if (totEen !== undefined && waardenGoed) keurSom(namen.map((naam) => [naam, waarde[naam] as number]), totEen, k);
      if (waarde['herkomst'] !== undefined) keurHerkomst(waarde['herkomst'], namen, k);
      return k.meldingen.length === voor;
    },
  };
}

function keurSom(delen: [string, number][], wat: string, k: Keuring): void {
  const som = delen.reduce((a, [, deel]) => a + deel, 0);
  if (Math.abs(som - 1) <= SOMMARGE) return;
  const opgesomd = delen.map(([naam, deel]) => `${naam} ${deel}`).join(', ');
  k.meld('P09', `de ${wat} in ${k.veld()} zijn samen ${Number(som.toPrecision(9))}${opgesomd && ` (${opgesomd})`}; pas ze aan tot ze samen 1 zijn`);
}

/** Codes of something that the project declares. */
export function codesVan(naar: Verwijssoort): Sleutelsoort {
  const soort = verwijzing(naar);
  return { wat: naar, keur: (naam, k) => soort.keur(naam, k) };
}

/** Words out of a list. */
export const woordenUit = (wat: string, woorden: readonly string[]): Sleutelsoort => ({
  wat,
  keur: (naam, k) => woorden.includes(naam) || k.meld('P02', `${k.veld()}: '${naam}' is geen ${wat}${hint(naam, woorden) || `; kies uit ${woorden.join(', ')}`}`),
});

export const jaren: Sleutelsoort = { wat: 'jaar', keur: (naam, k) => isJaar(naam) || k.meld('P02', `${k.veld()}: '${naam}' is geen jaar; gebruik een jaartal van vier cijfers`) };
const isJaar = (naam: string): boolean => /^\d{4}$/.test(naam);

/** Those keys, and `standaard` for all that are not named. */
export const ofStandaard = (sleutel: Sleutelsoort): Sleutelsoort => ({
  wat: sleutel.wat,
  keur: (naam, k) => naam === STANDAARD || (bedoelde(naam, [STANDAARD]) ? k.meld('P02', `${k.veld()}: '${naam}' is geen ${sleutel.wat}${hint(naam, [STANDAARD])}`) : sleutel.keur(naam, k)),
});

function hint(naam: string, woorden: readonly string[]): string {
  const woord = bedoelde(naam, woorden);
  return woord === undefined ? '' : `. Bedoelde u '${woord}'?`;
}
