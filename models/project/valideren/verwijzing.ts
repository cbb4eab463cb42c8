/** The code of something that the project declares elsewhere (P06; P07 if it cannot be a gemeentecode at all). */
import { DECLARATIES, type Verwijssoort } from './register.ts';
import type { Soort } from './soort.ts';
import { GEMEENTECODE_UITLEG, isGemeentecode, tekst } from './teksten.ts';

const HERSTEL = {
  gemeente: 'neem de gemeente op in',
  school: 'neem de school op in',
  product: 'neem het product op in',
  drager: 'gebruik een ingebouwde, of neem de drager op in',
  scenario: 'neem het scenario op in',
} as const satisfies Record<Verwijssoort, string>;

export function verwijzing(naar: Verwijssoort): Soort {
  const { lijst } = DECLARATIES[naar];
  return {
    omschrijving: `de code van een ${naar} uit '${lijst}'`,
    keur(waarde, k) {
      if (typeof waarde !== 'string') return tekst.keur(waarde, k);
      if (k.register.kent(naar, waarde)) return true;
      const voorstel = k.register.voorstel(naar, waarde);
      const plaats = k.veld();
      const bedoeld = voorstel === undefined ? '' : `. Bedoelde u ${voorstel}?`;
      if (naar === 'gemeente' && !isGemeentecode(waarde)) return k.meld('P07', `${plaats} is '${waarde}', maar ${GEMEENTECODE_UITLEG}${bedoeld || '; verbeter de code'}`);
      return k.meld('P06', `${naar} '${waarde}'${plaats === `'${naar}'` ? '' : ` in ${plaats}`} staat niet in '${lijst}'${bedoeld || `; verbeter de code of ${HERSTEL[naar]} '${lijst}'`}`);
    },
  };
}
