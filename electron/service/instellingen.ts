/** Settings of this user on this machine: small JSON values by name, whose meaning is the page's. */
import { join } from 'node:path';
import { Dienstfout } from './dienstfout.ts';
import { leesKlein, schrijfKlein } from './klein-bestand.ts';

/** Characters of all settings together. */
const MAXIMUM = 500_000;

const padVan = (gegevensmap: string): string => join(gegevensmap, 'instellingen.json');
const isObject = (w: unknown): w is Record<string, unknown> => typeof w === 'object' && w !== null && !Array.isArray(w);

export const leesInstellingen = (gegevensmap: string): Record<string, unknown> => leesKlein(padVan(gegevensmap), isObject, {});

/** @param waarde null takes the setting away */
export function zetInstelling(gegevensmap: string, naam: string, waarde: unknown): void {
  const instellingen = new Map(Object.entries(leesInstellingen(gegevensmap)));
  if (waarde === null) instellingen.delete(naam);
  else instellingen.set(naam, waarde);
  const alle = Object.fromEntries(instellingen);
  if (JSON.stringify(alle).length > MAXIMUM) throw new Dienstfout('teGroot', 'De instellingen zijn te groot om te bewaren; herstel de standaardinstellingen.');
  schrijfKlein(padVan(gegevensmap), alle);
}
