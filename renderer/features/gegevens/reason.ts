/** Why a row was refused, as it reads beside that row. */
import type { Geweigerd } from '../../../models/contract/import.ts';
import type { Importmelding } from '../../../models/invoer/types.ts';

const placeOf = ({ bestand, blad, rij }: Pick<Importmelding, 'bestand' | 'blad' | 'rij'>): string => [bestand, ...(blad === null ? [] : [`blad "${blad}"`]), ...(rij === null ? [] : [`rij ${rij}`])].join(', ');

/** A sentence without the file, sheet and row that stand beside it; of one column also without that. */
export function sentence(m: Importmelding, { withColumn = false } = {}): string {
  const place = placeOf(m);
  const rest = m.tekst.startsWith(place) ? m.tekst.slice(place.length).replace(/^[:,] /, '') : m.tekst;
  const text = withColumn ? rest : rest.replace(/^kolom "[^"]*": /, '');
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** All reasons of a refused row. */
export const reason = ({ meldingen }: Geweigerd): string => meldingen.filter((m) => m.niveau === 'fout').map((m) => sentence(m, { withColumn: true })).join(' ');
