/** Projects that were opened before, newest first. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { RecentProject } from '../../models/contract/bestand.ts';
import { leesKlein, schrijfKlein } from './klein-bestand.ts';

const AANTAL = 20;
interface Onthouden { pad: string; naam: string; geopend: string }

const padVan = (gegevensmap: string): string => join(gegevensmap, 'recent.json');
const isLijst = (w: unknown): w is Onthouden[] =>
  Array.isArray(w) && w.every((r: unknown) => typeof r === 'object' && r !== null && ['pad', 'naam', 'geopend'].every((sleutel) => typeof (r as Record<string, unknown>)[sleutel] === 'string'));
const lees = (gegevensmap: string): Onthouden[] => leesKlein(padVan(gegevensmap), isLijst, []);
/** The page points at a project by this, never by its path. */
const idVan = (pad: string): string => createHash('sha256').update(pad).digest('hex').slice(0, 16);

export const recenteProjecten = (gegevensmap: string): RecentProject[] =>
  lees(gegevensmap).map(({ pad, naam, geopend }) => ({ id: idVan(pad), naam, bestand: basename(pad), map: dirname(pad), geopend, bestaat: existsSync(pad) }));

export const recentPad = (gegevensmap: string, id: string): string | undefined => lees(gegevensmap).find(({ pad }) => idVan(pad) === id)?.pad;

export function onthoud(gegevensmap: string, pad: string, naam: string, nu: Date): void {
  const echt = resolve(pad);
  schrijfKlein(padVan(gegevensmap), [{ pad: echt, naam, geopend: nu.toISOString() }, ...lees(gegevensmap).filter((r) => r.pad !== echt)].slice(0, AANTAL));
}

export const vergeet = (gegevensmap: string, id: string): void => schrijfKlein(padVan(gegevensmap), lees(gegevensmap).filter(({ pad }) => idVan(pad) !== id));
