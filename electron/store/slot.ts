/**
 * One writer per project file. The slot is a small SQLite file beside it, `X.arrangement-slot`, that says who has the project; who has it keeps a
 * write transaction open on it. The operating system lets go of that lock when the process ends, however it ends, so a slot is never left locked,
 * and everyone else can still read who has it.
 */
import { accessSync, constants, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { isSqlite, Opslagfout } from './fouten.ts';
import type { Omgeving } from './omgeving.ts';

/** Who has a project, on which machine, since when (ISO 8601). */
export interface Houder { wie: string; machine: string; sinds: string; pid: number }

export interface Slot {
  /** Who had it and never let go: that session was killed, or (on a drive that does not lock) still runs elsewhere. */
  vorige: Houder | undefined;
  laatLos(): void;
}

/** Either the slot, or who has it. */
export type Slotpoging = { slot: Slot } | { houder: Houder };

export const slotpad = (pad: string): string => `${pad}-slot`;

const LEEG: Houder = { wie: 'onbekend', machine: 'onbekend', sinds: '', pid: 0 };
const POGINGEN = 5;
/** Milliseconds to wait while another writes who it is; whoever has the slot keeps it far longer. */
const WACHTTIJD = 100;

function leesHouder(db: Database.Database): Houder | undefined {
  try {
    return db.prepare<[], Houder>('SELECT wie, machine, sinds, pid FROM houder').get();
  } catch (fout) {
    // Just made by the other, who has not yet written who it is.
    if (isSqlite(fout, 'SQLITE_ERROR', 'SQLITE_BUSY')) return undefined;
    throw fout;
  }
}

/** Whether the file at `pad` is the one that holds our mark: a holder who stops removes it, and another may have made a new one meanwhile. */
function isVanOns(pad: string, merk: string): boolean {
  try {
    const kijk = new Database(pad, { readonly: true, fileMustExist: true, timeout: WACHTTIJD });
    try {
      return kijk.prepare('SELECT merk FROM houder').pluck().get() === merk;
    } finally {
      kijk.close();
    }
  } catch (fout) {
    if (isSqlite(fout, 'SQLITE_CANTOPEN', 'SQLITE_ERROR')) return false;
    throw fout;
  }
}

/**
 * @param mag whether a slot that somebody left without letting go may be taken; always on a disk of this machine, where the lock tells the truth
 * @throws faults of SQLite and the file system, when nothing can be written here
 */
export function neemSlot(pad: string, wie: string, omgeving: Omgeving, mag: (vorige: Houder) => boolean = () => true): Slotpoging {
  const slotbestand = slotpad(pad);
  // SQLite would only say that it cannot be opened; this says why.
  accessSync(dirname(pad), constants.W_OK);
  for (let poging = 0; ; poging++) {
    const db = new Database(slotbestand, { timeout: WACHTTIJD });
    try {
      const merk = omgeving.toeval();
      // It holds nothing that must last through a power failure.
      db.pragma('synchronous = OFF');
      db.exec('BEGIN IMMEDIATE');
      db.exec('CREATE TABLE IF NOT EXISTS houder (wie TEXT NOT NULL, machine TEXT NOT NULL, sinds TEXT NOT NULL, pid INTEGER NOT NULL, merk TEXT NOT NULL) STRICT');
      const vorige = leesHouder(db);
      if (vorige && !mag(vorige)) {
        db.close();
        return { houder: vorige };
      }
      db.exec('DELETE FROM houder');
      db.prepare('INSERT INTO houder VALUES (?, ?, ?, ?, ?)').run(wie, omgeving.machine, omgeving.nu().toISOString(), omgeving.pid, merk);
      db.exec('COMMIT; BEGIN IMMEDIATE');
      if (isVanOns(slotbestand, merk)) return { slot: { vorige, laatLos: () => laatLos(db, slotbestand) } };
      db.close();
    } catch (fout) {
      const houder = isSqlite(fout, 'SQLITE_BUSY') ? (leesHouder(db) ?? LEEG) : undefined;
      db.close();
      if (houder) return { houder };
      // Its holder removed it after we opened it: look at what is there now.
      if (isSqlite(fout, 'SQLITE_READONLY_DBMOVED') && poging < POGINGEN) continue;
      // Not a database, or half of one after a power failure: nobody can have it locked.
      if (!isSqlite(fout, 'SQLITE_NOTADB', 'SQLITE_CORRUPT') || poging >= POGINGEN) throw fout;
      rmSync(slotbestand, { force: true });
    }
    if (poging >= POGINGEN) return { houder: LEEG };
  }
}

/** Who has a project, in a sentence. */
export const inGebruikDoor = (naam: string, { wie, machine, sinds }: Houder): string =>
  `${naam} is open bij ${wie} op ${machine}${sinds === '' ? '' : ` sinds ${sinds.slice(0, 16).replace('T', ' ')} UTC`}.`;

/** Runs work while holding the slot of `pad`. @throws Opslagfout `in-gebruik` */
export async function metSlot<T>(pad: string, wie: string, omgeving: Omgeving, werk: () => Promise<T>): Promise<T> {
  const poging = neemSlot(pad, wie, omgeving);
  if ('houder' in poging) throw new Opslagfout('in-gebruik', `${inGebruikDoor(basename(pad), poging.houder)} Sluit het daar, of kies een andere naam.`);
  try {
    return await werk();
  } finally {
    poging.slot.laatLos();
  }
}

function laatLos(db: Database.Database, slotbestand: string): void {
  // Removed while still locked, so that nobody can be in between. Windows refuses that: there the mark is wiped and the file goes after it is closed.
  if (process.platform !== 'win32') rmSync(slotbestand, { force: true });
  else db.exec('DELETE FROM houder; COMMIT');
  db.close();
  if (process.platform === 'win32') {
    try {
      rmSync(slotbestand, { force: true });
    } catch {
      // Another has opened it since: it is theirs now.
    }
  }
}
