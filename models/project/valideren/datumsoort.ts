/** A calendar date (P11), where need be the first or the last of a month (P12). */
import { dagVan, isDatum, laatsteDagVan, metDag } from './datum.ts';
import { verkeerdeSoort, type Soort } from './soort.ts';

const PLAATS = { dag: 'een datum', eerste: 'de eerste dag van een maand', laatste: 'de laatste dag van een maand' } as const;

export function datum(plaats: keyof typeof PLAATS): Soort {
  return {
    omschrijving: `${PLAATS[plaats]} ("jjjj-mm-dd")`,
    keur(waarde, k) {
      if (typeof waarde !== 'string') return verkeerdeSoort(waarde, k, this);
      if (!isDatum(waarde)) return k.meld('P11', `${k.veld()} is '${waarde}'; vul ${PLAATS[plaats]} in die bestaat, als jjjj-mm-dd${omgekeerd(waarde)}`);
      if (plaats === 'dag') return true;
      const gewenst = plaats === 'eerste' ? 1 : laatsteDagVan(waarde);
      return dagVan(waarde) === gewenst || k.meld('P12', `${k.veld()} is ${waarde}, maar moet ${PLAATS[plaats]} zijn. Bedoelde u ${metDag(waarde, gewenst)}?`);
    },
  };
}

function omgekeerd(waarde: string): string {
  const [, dag, maand, jaar] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(waarde) ?? [];
  const gelezen = `${jaar}-${maand?.padStart(2, '0')}-${dag?.padStart(2, '0')}`;
  return isDatum(gelezen) ? `. Bedoelde u ${gelezen}?` : '';
}
