/** What the service tells a window without being asked. */
import type { Bestandsgreep } from './bestand.ts';

/** What the native menu asks of the page; the page has the same things on keys of its own. */
export const MENUOPDRACHTEN = [
  'nieuw', 'openen', 'openVoorbeeld', 'inlezen', 'opslaanAls', 'exporteren', 'afdrukken', 'pdf', 'sluiten',
  'ongedaan', 'opnieuw', 'zoeken', 'stap1', 'stap2', 'stap3', 'stap4', 'stap5', 'logboek', 'presentatie', 'rondleiding', 'handleiding', 'over',
] as const;
export type Menuopdracht = (typeof MENUOPDRACHTEN)[number];

export type Gebeurtenis =
  /** Progress of the call with this `taak`; `fractie` 0..1, or null when it cannot be told. */
  | { soort: 'voortgang'; taak: string; fractie: number | null; tekst: string }
  /** The open project was changed by another window or machine: ask for `project.stand`. */
  | { soort: 'gewijzigd'; revisie: number }
  /** Something to know, such as a backup that failed; the sentence says what and what to do. */
  | { soort: 'melding'; tekst: string }
  /** The project cannot be used any more (removed, moved, damaged); the sentence says why and what to do. */
  | { soort: 'verloren'; tekst: string }
  | { soort: 'menu'; opdracht: Menuopdracht }
  /** Files opened from outside: by double click, by a second start of the program, or dropped on its icon. */
  | { soort: 'bestanden'; bestanden: Bestandsgreep[] };
