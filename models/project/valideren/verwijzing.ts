/** The code of something that the project declares elsewhere (P06; P07 if it cannot be a gemeentecode at all). */
import { DECLARATIES, type Verwijssoort } from './register.ts';
import type { Soort } from './soort.ts';
import { INGEBOUWDE_DRAGERS } from '../types.ts';
import { GEMEENTECODE_UITLEG, isGemeentecode, tekst } from './teksten.ts';

const MET_LIDWOORD = { gemeente: 'de gemeente', school: 'de school', product: 'het product', drager: 'de drager', scenario: 'het scenario' } as const satisfies Record<Verwijssoort, string>;

export function verwijzing(naar: Verwijssoort): Soort {
  const { lijst } = DECLARATIES[naar];
  return {
    omschrijving: `de code van een ${naar} uit '${lijst}'`,
    keur(waarde, k) {
      if (typeof waarde !== 'string') return tekst.keur(waarde, k);
      if (k.register.kent(naar, waarde)) return true;
      const voorstel = k.register.voorstel(naar, waarde);
      const bedoeld = voorstel === undefined ? '' : `. Bedoelde u ${voorstel}?`;
      if (naar === 'gemeente' && !isGemeentecode(waarde)) return k.meld('P07', `${k.veld()} is '${waarde}', maar ${GEMEENTECODE_UITLEG}${bedoeld || '; verbeter de code'}`);
      const veld = k.hoofdveld();
      const ingebouwd = naar === 'drager' ? ` (ingebouwd zijn ${INGEBOUWDE_DRAGERS.join(', ')})` : '';
      return k.meld('P06', `${naar} '${waarde}'${veld === naar ? '' : ` in '${veld}'`} staat niet in '${lijst}'${bedoeld || `; verbeter de code of neem ${MET_LIDWOORD[naar]} daar op${ingebouwd}`}`);
    },
  };
}
