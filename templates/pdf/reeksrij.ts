/** Rows of tables with a column per year and one for the whole period. */
import type { Reeks } from '../../models/rekenen/types.ts';
import { som } from './gegevens.ts';
import type { Inhoud } from './html.ts';
import type { Kolom, Tabelrij } from './tabel.ts';
import { bedrag, effectgetal, gekleurd, type Eenheid } from './woorden.ts';

export const jaarkolommen = (jaren: readonly number[], samen = true): Kolom[] => [...jaren.map((jaar) => ({ kop: String(jaar) })), ...(samen && jaren.length > 1 ? [{ kop: 'Samen' }] : [])];

/** Amounts per year and, if there is more than one year, what they add up to. */
export const bedragrij = (kop: Inhoud, reeks: Reeks, eenheid: Eenheid, soort?: Tabelrij['soort']): Tabelrij => rij(kop, reeks, (x) => bedrag(x, eenheid), soort);
/** Likewise for differences with the nulscenario. */
export const effectrij = (kop: Inhoud, reeks: Reeks, eenheid: Eenheid, soort?: Tabelrij['soort']): Tabelrij => rij(kop, reeks, (x) => gekleurd(effectgetal(x, eenheid)), soort);

function rij(kop: Inhoud, reeks: Reeks, cel: (x: number) => Inhoud, soort: Tabelrij['soort']): Tabelrij {
  const cellen = [...reeks.map(cel), ...(reeks.length > 1 ? [cel(som(reeks))] : [])];
  return soort === undefined ? { kop, cellen } : { kop, cellen, soort };
}
