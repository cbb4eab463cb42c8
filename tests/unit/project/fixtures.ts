/** The fixture folders: a project file per fault or warning, and beside them in `verwacht.json` what each must give. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Melding, Project } from '../../../models/project/types.ts';

const MAP = new URL('../../fixtures/', import.meta.url);

export const leesTekst = (pad: string): string => readFileSync(new URL(pad, MAP), 'utf8');
/** The valid project that every fixture of a fault was made from by one change; a new copy each time. */
export const goedProject = (): Project => JSON.parse(leesTekst('goed.json')) as Project;

export interface Fixture { naam: string; tekst: string; verwacht: Melding[] }

/** @throws if a file has no expectation or an expectation no file */
export function fixtures(soort: 'fouten' | 'waarschuwingen'): Fixture[] {
  const verwacht = JSON.parse(leesTekst(`${soort}/verwacht.json`)) as Record<string, Melding[]>;
  const namen = readdirSync(new URL(`${soort}/`, MAP)).filter((bestand) => bestand !== 'verwacht.json').map((bestand) => bestand.replace(/\.json$/, '')).toSorted();
  if (namen.join() !== Object.keys(verwacht).toSorted().join()) throw new Error(`${soort}: bestanden en verwacht.json noemen niet dezelfde namen`);
  return namen.map((naam) => ({ naam, tekst: leesTekst(`${soort}/${naam}.json`), verwacht: verwacht[naam] as Melding[] }));
}
