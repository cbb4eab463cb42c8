/** Connections to a project file. Reading and writing ones are different types, so that a function says which it needs. */
import { statSync, type BigIntStats } from 'node:fs';
import Database from 'better-sqlite3';
import { beschadigd, bestaatNiet, geenProject, isBestandsfout, isSqlite, Opslagfout } from './fouten.ts';
import { verwijderBijbestanden } from './veilig-schrijven.ts';
import { APPLICATIENUMMER, schemasom, VERSIE, versieVan, verwachteSchemasom } from './migraties.ts';

export type Leesdb = Database.Database;
declare const schrijfbaar: unique symbol;
export type Schrijfdb = Leesdb & { readonly [schrijfbaar]: true };

/** Bytes of one document, far above what people type: what is larger was not made by this program. */
const GROOTSTE_ONDERDEEL = 16_000_000;

/** Milliseconds that a connection waits for another program to let go of the file. */
const WACHTTIJD = 5_000;

function stelIn(db: Leesdb): void {
  db.pragma('foreign_keys = ON');
  // A file may come from anyone: its own schema may not call functions that can do harm, and its cells are checked while reading.
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('cache_size = -65536');
}

export function openLeesdb(pad: string): Leesdb {
  const db = new Database(pad, { readonly: true, fileMustExist: true, timeout: WACHTTIJD });
  stelIn(db);
  return db;
}

export function openSchrijfdb(pad: string): Schrijfdb {
  const db = new Database(pad, { fileMustExist: true, timeout: WACHTTIJD });
  stelIn(db);
  // Every commit is on the disk when it returns, also when the power fails: 0.08 ms per change with WAL, some 2 ms without it.
  db.pragma('synchronous = EXTRA');
  return db as Schrijfdb;
}

/** Turns the write-ahead log on, if nobody reads right now; it makes changes quick, and does no harm where it does not succeed. */
export function gebruikWal(db: Schrijfdb): void {
  if (db.pragma('journal_mode', { simple: true }) === 'wal') return;
  db.pragma('busy_timeout = 50');
  try {
    db.pragma('journal_mode = WAL');
  } catch (fout) {
    if (!isSqlite(fout, 'SQLITE_BUSY')) throw fout;
  } finally {
    db.pragma(`busy_timeout = ${WACHTTIJD}`);
  }
}

/** Brings the write-ahead log into the file and gives its room back, as far as readers and the disk allow: what was committed is safe in either. */
export function leegWal(db: Schrijfdb): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (fout) {
    if (!isSqlite(fout, 'SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_LOCKED')) throw fout;
  }
}

/**
 * Brings all of the write-ahead log into the file and does without it, so that the file at rest is one file. While another reads it, or without room on
 * the disk, the log stays beside it, and is brought in when the file is next opened.
 */
export function wordtEenBestand(db: Schrijfdb): void {
  db.pragma('busy_timeout = 250');
  try {
    db.pragma('journal_mode = DELETE');
  } catch (fout) {
    if (!isSqlite(fout, 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_FULL')) throw fout;
  }
}

/** Leaves nothing beside the database at `pad` that belongs to it, so that another can take its place. */
export function maakVrij(pad: string): void {
  try {
    const db = openSchrijfdb(pad);
    try {
      wordtEenBestand(db);
    } finally {
      db.close();
    }
  } catch (fout) {
    // What is not there or cannot be read has nothing to bring in.
    if (!isSqlite(fout, 'SQLITE_CANTOPEN', 'SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_IOERR')) throw fout;
  }
  verwijderBijbestanden(pad);
}

/** A copy of the whole file in memory. Faults: none but of memory. */
export const inGeheugen = (db: Leesdb): Schrijfdb => {
  const kopie = new Database(db.serialize());
  stelIn(kopie);
  return kopie as Schrijfdb;
};

/** What stands at `pad`. @throws Opslagfout `bestaat-niet` or `geen-project` (not a file) */
export function bestandOp(pad: string): BigIntStats {
  try {
    const gegevens = statSync(pad, { bigint: true });
    if (!gegevens.isFile()) throw geenProject(pad);
    return gegevens;
  } catch (fout) {
    throw isBestandsfout(fout, 'ENOENT', 'ENOTDIR') ? bestaatNiet(pad) : fout;
  }
}

/** The version of a file, known to be of this program. @throws Opslagfout `geen-project` or `nieuwere-versie` */
export function controleerSoort(db: Leesdb, pad: string): number {
  if (db.pragma('application_id', { simple: true }) !== APPLICATIENUMMER) throw geenProject(pad);
  const versie = versieVan(db);
  if (versie > VERSIE) {
    throw new Opslagfout('nieuwere-versie', `${pad} is gemaakt door een nieuwere versie van dit programma (bestandsversie ${versie}, dit programma kent ${VERSIE}). Werk het programma bij; het bestand is niet gewijzigd.`);
  }
  return versie;
}

/**
 * Whether the file is whole. Quick: every page, row and CHECK, without holding indexes against tables (0.1 s for 100 MB); `volledig` holds those
 * too, and all references. The schema must be exactly what this program makes: a file with other triggers or views is not trusted.
 * @throws Opslagfout `beschadigd`
 */
export function controleerHeel(db: Leesdb, pad: string, volledig = false): void {
  if (schemasom(db) !== verwachteSchemasom(versieVan(db))) throw beschadigd(pad, 'de tabellen zijn niet die van dit programma');
  if (db.prepare('SELECT 1 FROM onderdeel WHERE octet_length(inhoud) > ? LIMIT 1').get(GROOTSTE_ONDERDEEL)) throw beschadigd(pad, 'een onderdeel is groter dan dit programma maakt');
  const bevindingen = (db.pragma(volledig ? 'integrity_check(10)' : 'quick_check(10)') as Record<string, string>[]).map((b) => Object.values(b)[0]);
  if (bevindingen.length !== 1 || bevindingen[0] !== 'ok') throw beschadigd(pad, bevindingen.slice(0, 3).join('; '));
  if (volledig) {
    const wezen = db.pragma('foreign_key_check') as { table: string }[];
    if (wezen.length > 0) throw beschadigd(pad, `${wezen.length} rijen verwijzen naar iets dat ontbreekt (${wezen[0]?.table})`);
  }
}
