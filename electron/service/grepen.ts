/** Files by handle, for one window: what the page may point at, and nothing else. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import { Dienstfout } from './dienstfout.ts';

interface Bestand {
  pad: string;
  naam: string;
  /** The user has given it a place: it can be opened and shown. */
  bewaard: boolean;
}

export class Grepen {
  private readonly bestanden = new Map<string, Bestand>();
  private readonly wortel: string;
  private eigenMap: string | undefined;

  /** @param gegevensmap folder of this program; temporary files lie in a folder below it that only this user can read */
  constructor(gegevensmap: string) {
    this.wortel = join(gegevensmap, 'tijdelijk');
  }

  /** A handle for an existing file. */
  van(pad: string, naam = basename(pad)): Bestandsgreep {
    const stand = statSync(pad, { throwIfNoEntry: false });
    if (!stand?.isFile()) throw new Dienstfout('nietGevonden', `${naam} is geen bestand of bestaat niet meer. Kies een ander bestand.`);
    const greep = randomBytes(16).toString('hex');
    this.bestanden.set(greep, { pad, naam, bewaard: false });
    return { greep, naam, grootte: stand.size };
  }

  bestand(greep: string): Bestand {
    const bestand = this.bestanden.get(greep);
    if (!bestand) throw new Dienstfout('nietGevonden', 'Dit bestand is niet meer bekend in dit venster. Kies het opnieuw.');
    return bestand;
  }

  bewaardAls(greep: string, pad: string): void {
    this.bestanden.set(greep, { pad, naam: basename(pad), bewaard: true });
  }

  /** Path for a new temporary file with this name; it goes when the window closes. */
  nieuwPad(naam: string): string {
    if (this.eigenMap === undefined) {
      mkdirSync(this.wortel, { recursive: true, mode: 0o700 });
      this.eigenMap = mkdtempSync(join(this.wortel, `${process.pid}-`));
      if (process.platform !== 'win32') chmodSync(this.eigenMap, 0o700);
    }
    return join(mkdtempSync(join(this.eigenMap, 'b-')), veiligeNaam(naam));
  }

  sluit(): void {
    this.bestanden.clear();
    if (this.eigenMap !== undefined) rmSync(this.eigenMap, { recursive: true, force: true });
    this.eigenMap = undefined;
  }
}

/** A name that every file system takes, from a text of the user or of a browser: no folders, no control characters, no reserved names. */
export function veiligeNaam(naam: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must go
  const schoon = naam.normalize('NFC').replaceAll(/[\u0000-\u001F<>:"/\\|?*\u007F]/g, ' ').replaceAll(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const kort = schoon.length > 120 ? `${schoon.slice(0, 100).trim()}${/\.[^.]{1,15}$/.exec(schoon)?.[0] ?? ''}` : schoon;
  return kort === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(kort) ? `bestand ${kort}`.trim() : kort;
}

/** Removes what windows of processes that are no more have left behind. */
export function ruimTijdelijkOp(gegevensmap: string): void {
  const wortel = join(gegevensmap, 'tijdelijk');
  let namen: string[];
  try {
    namen = readdirSync(wortel);
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw fout;
  }
  for (const naam of namen) {
    const pid = Number(/^(\d+)-/.exec(naam)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && !leeft(pid)) rmSync(join(wortel, naam), { recursive: true, force: true });
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
