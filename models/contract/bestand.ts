/** Files by handle: the renderer never names a path. A handle (`greep`) is random, belongs to one window, and is void when that closes. */

export interface Bestandsgreep {
  greep: string;
  /** Name without folder, for show. */
  naam: string;
  /** Bytes. */
  grootte: number;
}

/** What a dialog asks for; it decides on the title and the kinds of file. */
export const BESTANDSSOORTEN = ['project', 'overdraagbaarProject', 'gegevens', 'werkmap', 'profiel'] as const;
export type Bestandssoort = (typeof BESTANDSSOORTEN)[number];

/** A project that was opened before. */
export interface RecentProject {
  id: string;
  naam: string;
  bestand: string;
  /** Folder, for show only. */
  map: string;
  /** ISO 8601, UTC. */
  geopend: string;
  /** False when the file is not where it was. */
  bestaat: boolean;
}

export interface AppInfo {
  naam: string;
  versie: string;
  gastheer: 'electron' | 'web';
  /** Name under which changes are logged. */
  gebruiker: string;
  /** What only some hosts can do. */
  kan: {
    /** `bestand.kies`, `bestand.bewaar`, `bestand.toon` by native dialogs. Without: `<input type=file>` + `Brug.neem`, and `Brug.geef`. */
    dialogen: boolean;
    /** `voorstel.stukken` as pdf. Without: as html, which a browser prints. */
    pdf: boolean;
  };
}
