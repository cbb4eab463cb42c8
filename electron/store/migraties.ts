/**
 * The versions of the project file. Migrations are numbered in tens, only ever added to, and never changed once released: files made by them exist.
 * A new one: add `migraties/N-naam.ts`, append it here, add rows of the version before it to `tests/store/migraties.test.ts`.
 */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { onderdelenEnLog } from './migraties/010-onderdelen-en-log.ts';
import { leveringen } from './migraties/020-leveringen.ts';
import { vastgesteld } from './migraties/030-vastgesteld.ts';
import { herstel } from './migraties/040-herstel.ts';
import { uitgaven } from './migraties/050-uitgaven.ts';
import type { Leesdb, Schrijfdb } from './verbinding.ts';

export const MIGRATIES: readonly { readonly versie: number; readonly sql: string }[] = [onderdelenEnLog, leveringen, vastgesteld, herstel, uitgaven];
/** The version that this program reads and writes. */
export const VERSIE = Math.max(...MIGRATIES.map((m) => m.versie));

/** `ARRG`: marks a SQLite file as a project of this program. */
export const APPLICATIENUMMER = 0x41525247;

export const versieVan = (db: Leesdb): number => db.pragma('user_version', { simple: true }) as number;

/** Brings an empty or older file to `tot`, all in one transaction: a file is of one version or of the other, never in between. */
export function migreer(db: Schrijfdb, tot = VERSIE): void {
  db.transaction(() => {
    const van = versieVan(db);
    for (const migratie of MIGRATIES) {
      if (migratie.versie <= van || migratie.versie > tot) continue;
      db.exec(migratie.sql);
      db.pragma(`user_version = ${migratie.versie}`);
    }
    if (van === 0) db.pragma(`application_id = ${APPLICATIENUMMER}`);
  }).immediate();
}

/** Fingerprint of all tables, indexes, triggers and views of a file, as they were written. */
export function schemasom(db: Leesdb): string {
  const delen = db.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`).raw().all();
  return createHash('sha256').update(JSON.stringify(delen)).digest('hex');
}

const verwacht = new Map<number, string>();
/** The fingerprint that a file of this version has; undefined for a version that never was. */
export function verwachteSchemasom(versie: number): string | undefined {
  if (!MIGRATIES.some((m) => m.versie === versie)) return undefined;
  let som = verwacht.get(versie);
  if (som === undefined) {
    const db = new Database(':memory:') as Schrijfdb;
    migreer(db, versie);
    som = schemasom(db);
    db.close();
    verwacht.set(versie, som);
  }
  return som;
}
