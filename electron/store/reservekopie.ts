/**
 * Backups: made with SQLite's own backup while the project is in use, opened and checked before they get their name, the newest ten kept. They lie in
 * a folder beside the project; their names say when, why and after which log entry.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { controleerInhoud } from './controle.ts';
import { Opslagfout, metVertalingAsync } from './fouten.ts';
import { laatsteRegel } from './log.ts';
import { VERSIE } from './migraties.ts';
import type { Omgeving } from './omgeving.ts';
import { mapNaarSchijf, ruimMapOp, schrijfVeilig, verwijderDatabase, type Schrijfwijze } from './veilig-schrijven.ts';
import { controleerHeel, controleerSoort, openLeesdb, openSchrijfdb, type Leesdb } from './verbinding.ts';

/** End of a session, every hour, before a migration, before a restore, after erasing, or asked for. */
export const REDENEN = ['sessie', 'uur', 'migratie', 'herstel', 'gewist', 'verzoek'] as const;
export type Reden = (typeof REDENEN)[number];

export interface Reservekopie {
  pad: string;
  /** ISO 8601. */
  wanneer: string;
  reden: Reden;
  /** The last log entry in it. */
  log: number;
  bytes: number;
}

const BEWAARD = 10;
/** Of files that were too damaged to back up before a restore, the newest few are kept as they were. */
const BESCHADIGD_BEWAARD = 3;

const stam = (pad: string): string => basename(pad, extname(pad));
/** The folder with the backups of a project. */
export const reservemap = (pad: string): string => join(dirname(pad), `${stam(pad)}-reservekopieen`);

const tijdnaam = (nu: Date): string => nu.toISOString().replace(/[:.]/g, '-');
/** `jjjj-mm-ddTuu-mm-ss-mmmZ reden log` */
const NAAM = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)-(\d{3}Z) ([a-z]+) (\d+)\.arrangement$/;
const NAAM_BESCHADIGD = /^\d{4}-\d\d-\d\dT[\d-]+Z beschadigd\.arrangement$/;

/** A backup holds as much about persons as its project: it is for who made it alone. */
const maakMap = (map: string): void => void mkdirSync(map, { recursive: true, mode: 0o700 });

const namenIn = (map: string): string[] => (existsSync(map) ? readdirSync(map) : []);

/** The backups of a project, newest first. */
export function lijstReservekopieen(pad: string): Reservekopie[] {
  const map = reservemap(pad);
  return namenIn(map)
    .flatMap((naam): Reservekopie[] => {
      const [, dag, uur, minuut, seconde, rest, reden, log] = NAAM.exec(naam) ?? [];
      if (dag === undefined || !(REDENEN as readonly string[]).includes(reden as string)) return [];
      return [{ pad: join(map, naam), wanneer: `${dag}${uur}:${minuut}:${seconde}.${rest}`, reden: reden as Reden, log: Number(log), bytes: statSync(join(map, naam)).size }];
    })
    .sort((a, b) => (a.wanneer < b.wanneer || (a.wanneer === b.wanneer && a.log < b.log) ? 1 : -1));
}

/** Writes a checked copy of an open project to `doel`, whole or not at all. */
export async function schrijfKopie(db: Leesdb, doel: string, omgeving: Omgeving, voortgang?: (deel: number) => void, wijze?: Schrijfwijze): Promise<void> {
  const laatste = laatsteRegel(db);
  await schrijfVeilig(
    doel,
    omgeving,
    async (tijdelijk) => {
      await db.backup(tijdelijk, {
        progress: ({ totalPages, remainingPages }) => {
          voortgang?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
          // Some 2 MB at a time: quick, and the program still answers in between.
          return 250;
        },
      });
      const kopie = openSchrijfdb(tijdelijk);
      try {
        // A copy is one file, without the WAL that its source may use.
        kopie.pragma('journal_mode = DELETE');
        controleerSoort(kopie, doel);
        controleerHeel(kopie, doel);
        if (laatsteRegel(kopie) < laatste) throw new Opslagfout('beschadigd', `De kopie ${basename(doel)} mist de laatste wijziging.`);
      } finally {
        kopie.close();
      }
    },
    wijze,
  );
}

/** @throws Opslagfout when it cannot be written or does not pass its check; then there is no new backup and no old one is gone */
export async function maakReservekopie(db: Leesdb, pad: string, reden: Reden, omgeving: Omgeving, voortgang?: (deel: number) => void): Promise<Reservekopie> {
  const map = reservemap(pad);
  return metVertalingAsync(join(map, 'reservekopie'), async () => {
    const nu = omgeving.nu();
    const log = laatsteRegel(db);
    maakMap(map);
    const doel = join(map, `${tijdnaam(nu)} ${reden} ${log}.arrangement`);
    await schrijfKopie(db, doel, omgeving, voortgang, { rechten: 0o600 });
    for (const oud of lijstReservekopieen(pad).slice(BEWAARD)) rmSync(oud.pad, { force: true });
    return { pad: doel, wanneer: nu.toISOString(), reden, log, bytes: statSync(doel).size };
  });
}

function bewaarStuk(van: string, naar: string): void {
  copyFileSync(van, naar);
  chmodSync(naar, 0o600);
}

/** Puts the file as it is, with its journal, among the backups: for a project too damaged to be backed up otherwise. */
export function bewaarBeschadigd(pad: string, omgeving: Omgeving): string {
  const map = reservemap(pad);
  maakMap(map);
  const doel = join(map, `${tijdnaam(omgeving.nu())} beschadigd.arrangement`);
  for (const staart of ['', '-wal', '-journal']) if (existsSync(pad + staart)) bewaarStuk(pad + staart, doel + staart);
  mapNaarSchijf(map);
  for (const oud of namenIn(map).filter((naam) => NAAM_BESCHADIGD.test(naam)).sort().reverse().slice(BESCHADIGD_BEWAARD)) verwijderDatabase(join(map, oud));
  return doel;
}

/** Removes every backup, and what was left of damaged or unfinished ones. */
export function verwijderReservekopieen(pad: string): void {
  const map = reservemap(pad);
  for (const naam of namenIn(map)) {
    if (NAAM.test(naam) || /beschadigd\.arrangement(?:-wal|-journal)?$/.test(naam)) rmSync(join(map, naam), { force: true });
  }
  ruimMapOp(map);
  if (existsSync(map)) mapNaarSchijf(map);
}

/** Checks that a backup can be opened and is whole, to the last value. @throws Opslagfout */
export function controleerReservekopie(kopie: string): void {
  const db = openLeesdb(kopie);
  try {
    const versie = controleerSoort(db, kopie);
    controleerHeel(db, kopie, true);
    if (versie === VERSIE) controleerInhoud(db, kopie);
  } finally {
    db.close();
  }
}
