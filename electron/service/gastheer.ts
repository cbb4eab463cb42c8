/** What a host (shell, browser host, test) is and can do, for one window. Everything else is the same behind every host. */
import type { StartDrukker } from './drukker.ts';
import type { Bestandssoort } from '../../models/contract/bestand.ts';

export interface Gastheer {
  soort: 'electron' | 'web';
  versie: string;
  /** Folder of this program for this user: recent projects, settings, log, temporary files, projects that were given no other place. */
  gegevensmap: string;
  /** Folder with the files of the example (`templates/voorbeeld`, or where the build put them). */
  voorbeeldmap: string;
  /** Native dialogs; a browser has its own. */
  dialogen?: Dialogen;
  /** Hears which projects are opened, for the system's own list. */
  onthoud?: (pad: string) => void;
  /** Prints documents; absent where nothing can. */
  drukker?: StartDrukker;
}

export interface Dialogen {
  /** Paths that the user chose; none when cancelled. */
  kies(soort: Bestandssoort, meerdere: boolean): Promise<string[]>;
  /** Path to save at, which the user has agreed to replace if it exists; null when cancelled. @param naam proposed name, whose extension decides on the kind */
  doel(naam: string): Promise<string | null>;
  /** Folder that the user chose to save in; null when cancelled. */
  map(): Promise<string | null>;
  toon(pad: string, hoe: 'openen' | 'map'): Promise<void>;
}
