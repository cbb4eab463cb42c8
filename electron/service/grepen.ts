/** Files by handle, for one window: what the page may point at, and nothing else. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import { Dienstfout } from './dienstfout.ts';

interface Bestand {
  pad: string;
  naam: string;
  /** The user has given it a place: it can be opened and shown. */
  bewaard: boolean;
}

/**
 * Linux keeps this in memory. What a browser lends us may hold numbers and names that are to reach no disk (import.md, *Privacy at the door*); a desktop
 * window reads the user's own file where it is and needs no copy.
 */
const GEHEUGENMAP = '/dev/shm';
/** In memory all users share one folder; a name of ours tells what is ours. */
const VOORVOEGSEL = 'collectief-arrangeren-';

export class Grepen {
  readonly #bestanden = new Map<string, Bestand>();
  readonly #wortel: string;
  /** Folders of this window, which only this user can read, by how their names begin. */
  readonly #eigen = new Map<string, string>();

  /** @param gegevensmap folder of this program; temporary files lie in a folder below it that only this user can read */
  constructor(gegevensmap: string) {
    this.#wortel = tijdelijkeMap(gegevensmap);
  }

  /** A handle for an existing file. */
  van(pad: string, naam = basename(pad)): Bestandsgreep {
    const stand = statSync(pad, { throwIfNoEntry: false });
    if (!stand?.isFile()) throw new Dienstfout('nietGevonden', `${naam} is geen bestand of bestaat niet meer. Kies een ander bestand.`);
    const greep = randomBytes(16).toString('hex');
    this.#bestanden.set(greep, { pad, naam, bewaard: false });
    return { greep, naam, grootte: stand.size };
  }

  bestand(greep: string): Bestand {
    const bestand = this.#bestanden.get(greep);
    if (!bestand) throw new Dienstfout('nietGevonden', 'Dit bestand is niet meer bekend in dit venster. Kies het opnieuw.');
    return bestand;
  }

  bewaardAls(greep: string, pad: string): void {
    this.#bestanden.set(greep, { pad, naam: basename(pad), bewaard: true });
  }

  /** Whether a path is a temporary file of this window, and not a file of the user. */
  isTijdelijk(pad: string): boolean {
    return [...this.#eigen.values()].some((map) => pad.startsWith(map + sep));
  }

  /** Path for a new temporary file with this name; it goes when the window closes. */
  nieuwPad(naam: string): string {
    return this.#padIn(this.#wortel + sep, naam);
  }
  /** The same for a file that is lent, in memory where the system has that. */
  geleendPad(naam: string): string {
    return existsSync(GEHEUGENMAP) ? this.#padIn(join(GEHEUGENMAP, VOORVOEGSEL), naam) : this.nieuwPad(naam);
  }

  /** @param begin folder, and how the name of the window's own folder in it begins */
  #padIn(begin: string, naam: string): string {
    let map = this.#eigen.get(begin);
    if (map === undefined) {
      mkdirSync(begin.endsWith(sep) ? begin : dirname(begin), { recursive: true, mode: 0o700 });
      this.#eigen.set(begin, (map = mkdtempSync(`${begin}${process.pid}-`)));
    }
    return join(mkdtempSync(join(map, 'b-')), veiligeNaam(naam));
  }

  sluit(): void {
    this.#bestanden.clear();
    for (const map of this.#eigen.values()) rmSync(map, { recursive: true, force: true });
    this.#eigen.clear();
  }
}

const tijdelijkeMap = (gegevensmap: string): string => join(gegevensmap, 'tijdelijk');

/** A name that every file system takes, from a text of the user or of a browser: no folders, no control characters, no reserved names. */
export function veiligeNaam(naam: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must go
  const schoon = naam.normalize('NFC').replaceAll(/[\u0000-\u001F<>:"/\\|?*\u007F]/g, ' ').replaceAll(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const kort = schoon.length > 120 ? `${schoon.slice(0, 100).trim()}${/\.[^.]{1,15}$/.exec(schoon)?.[0] ?? ''}` : schoon;
  return kort === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(kort) ? `bestand ${kort}`.trim() : kort;
}

/** Removes what windows of processes that are no more have left behind. */
export function ruimTijdelijkOp(gegevensmap: string): void {
  for (const [map, voorvoegsel] of [[tijdelijkeMap(gegevensmap), ''], [GEHEUGENMAP, VOORVOEGSEL]] as const) {
    for (const naam of namenIn(map)) {
      const pid = Number(/^(\d+)-/.exec(naam.startsWith(voorvoegsel) ? naam.slice(voorvoegsel.length) : '')?.[1] ?? Number.NaN);
      const pad = join(map, naam);
      if (!Number.isNaN(pid) && !leeft(pid) && statSync(pad, { throwIfNoEntry: false })?.uid === (process.getuid?.() ?? 0)) rmSync(pad, { recursive: true, force: true });
    }
  }
}

function namenIn(map: string): string[] {
  try {
    return readdirSync(map);
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fout;
  }
}

function leeft(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    // EPERM: it is there, but another user's.
    return (fout as NodeJS.ErrnoException).code === 'EPERM';
  }
}
