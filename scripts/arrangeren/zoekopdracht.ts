/** Which input is searched and how far, as the command line says it; and what was found, as a table. */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Invoerkeuze, Zoeking } from '../../models/beslissen/types.ts';
import { ONZEKERE_PARAMETERS } from '../../models/project/types.ts';
import { getalUit } from './beslissing.ts';
import { Gebruikersfout, type Argumenten } from './opdracht.ts';
import { effect, tabel } from './tabel.ts';

export const ZOEKOPTIES = { invoer: { type: 'string' }, van: { type: 'string' }, tot: { type: 'string' } } as const satisfies ParseArgsOptionsConfig;
export const ZOEKHULP = `  --invoer PLEK     ${ONZEKERE_PARAMETERS.slice(0, 4).join(', ')}, …, één school: realisatieFactor@SCHOOL;
                    of een veld: arrangementen[SCHOOL].inzet[0].aantal, arrangementen[SCHOOL].start, uitgangspunten.indexen.prijs
  --van X --tot Y   zoek in dit bereik (getallen, of datums bij een datum)`;

/** The input; undefined where none is given. */
export function invoerUit(argumenten: Argumenten): Invoerkeuze | undefined {
  const tekst = argumenten.waarde('invoer');
  if (tekst === undefined) return undefined;
  const [naam, ...rest] = tekst.split('@');
  const parameter = ONZEKERE_PARAMETERS.find((p) => p === naam);
  if (!parameter) return { soort: 'veld', pad: tekst };
  return { soort: 'parameter', parameter, ...(rest.length > 0 && { school: rest.join('@') }) };
}

export function bereikUit(argumenten: Argumenten): { van: number | string; tot: number | string } | undefined {
  const eind = (optie: 'van' | 'tot'): number | string | undefined => {
    const tekst = argumenten.waarde(optie);
    return tekst !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(tekst) ? tekst : getalUit(argumenten, optie);
  };
  const [van, tot] = [eind('van'), eind('tot')];
  if (van === undefined && tot === undefined) return undefined;
  if (van === undefined || tot === undefined || typeof van !== typeof tot) throw new Gebruikersfout('Geef --van en --tot allebei, twee getallen of twee datums.');
  return { van, tot };
}

const waarde = (w: number | string | null): string => (w === null ? '–' : typeof w === 'string' ? w : String(Number(w.toPrecision(7))).replace('.', ',').replace('-', '−'));

export function zoektabel(zoekingen: readonly Zoeking[]): string {
  const rijen = zoekingen.map(({ naam, nu, bereik, uitslag }) => {
    const tussen = `${waarde(bereik.van)} – ${waarde(bereik.tot)}`;
    if (uitslag.soort === 'gevonden') return [naam, waarde(nu), uitslag.gehaaldBij === 'hoger' ? 'ten minste' : 'ten hoogste', waarde(uitslag.waarde), tussen, effect(uitslag.uitkomst)];
    if (uitslag.soort === 'geenInvloed') return [naam, waarde(nu), 'geen invloed', '', tussen, effect(uitslag.uitkomst)];
    return [naam, waarde(nu), 'niet bereikt', '', tussen, `${effect(uitslag.van.uitkomst)} … ${effect(uitslag.tot.uitkomst)}`];
  });
  return zoekingen.length === 0 ? '' : tabel([['uitgangspunt', 'nu', '', 'waarde', 'gezocht tussen', 'effect'], null, ...rijen]);
}
