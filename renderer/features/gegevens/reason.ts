/** Why a row was refused, as it reads beside that row. */
import type { Geweigerd } from '../../../models/contract/import.ts';
import { plaatsTekst } from '../../../models/invoer/meldingen.ts';
import type { Importmelding } from '../../../models/invoer/types.ts';

/** A sentence without the file, sheet and row that stand beside it; of one column also without that. */
export function sentence(m: Importmelding, { withColumn = false } = {}): string {
  const place = plaatsTekst({ bestand: m.bestand, blad: m.blad, rij: m.rij });
  const rest = m.tekst.startsWith(place) ? m.tekst.slice(place.length).replace(/^[:,] /, '') : m.tekst;
  const column = `kolom “${m.kolom}”: `;
  const text = !withColumn && rest.startsWith(column) ? rest.slice(column.length) : rest;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** All reasons of a refused row. */
export const reason = ({ meldingen }: Geweigerd): string => meldingen.filter((m) => m.niveau === 'fout').map((m) => sentence(m, { withColumn: true })).join(' ');
