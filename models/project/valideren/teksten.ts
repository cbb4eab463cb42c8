/** Kinds of text: free ones, codes, words out of a list. */
import { bedoelde } from './bedoelde.ts';
import { verkeerdeSoort, type Soort } from './soort.ts';

export const tekst: Soort = {
  omschrijving: 'een tekst',
  keur(waarde, k) {
    return typeof waarde === 'string' || verkeerdeSoort(waarde, k, this, typeof waarde === 'number' ? `, tussen aanhalingstekens ("${waarde}")` : '');
  },
};

/** A text that tells one from another, so that an empty one would say something it does not mean. */
export const gevuldeTekst: Soort = {
  omschrijving: 'een tekst die niet leeg is',
  keur(waarde, k) {
    if (!tekst.keur(waarde, k)) return false;
    return waarde !== '' || k.meld('P04', `${k.veld()} is leeg; vul het in of laat het veld weg`);
  },
};

/** A code or id that others refer to. It becomes the key of objects, so it may not be a key that objects have anyway. */
export const sleutelcode: Soort = {
  omschrijving: 'een code',
  keur(waarde, k) {
    if (!tekst.keur(waarde, k)) return false;
    if (waarde === '') return k.meld('P04', `${k.veld()} is leeg; vul een code in`);
    return !((waarde as string) in {} || waarde === 'herkomst') || k.meld('P04', `${k.veld()} kan niet '${waarde as string}' zijn, want dat woord is gereserveerd; kies een andere code`);
  },
};

const GEMEENTECODE = /^(GM\d{4}|X-.+)$/;
export const isGemeentecode = (code: string): boolean => GEMEENTECODE.test(code);
export const GEMEENTECODE_UITLEG = 'een gemeentecode is GM met vier cijfers (CBS), of X-… voor leerlingen van wie de gemeente niet bekend is';
export const gemeentecode: Soort = {
  omschrijving: 'een gemeentecode (GM met vier cijfers)',
  keur(waarde, k) {
    if (!tekst.keur(waarde, k)) return false;
    return isGemeentecode(waarde as string) || k.meld('P07', `${k.veld()} is '${waarde as string}', maar ${GEMEENTECODE_UITLEG}${codeUitCijfers(waarde as string)}`);
  },
};
function codeUitCijfers(code: string): string {
  const cijfers = /^(?:gm)?[\s-]?(\d{1,4})$/i.exec(code.trim())?.[1];
  return cijfers === undefined ? '; verbeter de code' : `. Bedoelde u 'GM${cijfers.padStart(4, '0')}'?`;
}

/** One word out of a list. */
export function keuze(...woorden: readonly string[]): Soort {
  const bekend = new Set(woorden);
  return {
    woorden: bekend,
    omschrijving: woorden.map((woord) => `'${woord}'`).join(', ').replace(/, ([^,]*)$/, ' of $1'),
    keur(waarde, k) {
      if (typeof waarde === 'string' && bekend.has(waarde)) return true;
      const woord = typeof waarde === 'string' ? bedoelde(waarde, woorden) : undefined;
      return verkeerdeSoort(waarde, k, this, woord === undefined ? '' : `. Bedoelde u '${woord}'?`);
    },
  };
}

export const jaNee: Soort = {
  omschrijving: 'true of false',
  keur(waarde, k) {
    return typeof waarde === 'boolean' || verkeerdeSoort(waarde, k, this, typeof waarde === 'string' ? ', zonder aanhalingstekens' : '');
  },
};
