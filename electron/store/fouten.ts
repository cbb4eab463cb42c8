/** Everything that can go wrong with a project file, as one kind of exception with a code and a Dutch sentence: what is wrong, where, what to do. */
import { basename, dirname } from 'node:path';

export type Opslagfoutcode =
  /** The file does not exist, or exists already. */
  | 'bestaat-niet' | 'bestaat-al'
  /** Not a project file, of a newer program, or damaged. */
  | 'geen-project' | 'nieuwere-versie' | 'beschadigd'
  /** Somebody else has it, this program is busy with a delivery, or it was closed. */
  | 'in-gebruik' | 'bezig' | 'gesloten'
  /** Nothing may be written here: read-only, no space, moved or removed while open, or another fault of the disk. */
  | 'alleen-lezen' | 'schijf-vol' | 'verplaatst' | 'schijf'
  /** The change itself is refused. */
  | 'conflict' | 'onbekend' | 'grens' | 'voorbeeld' | 'niets-te-doen';

export class Opslagfout extends Error {
  readonly code: Opslagfoutcode;
  constructor(code: Opslagfoutcode, tekst: string, oorzaak?: unknown) {
    super(tekst, oorzaak === undefined ? undefined : { cause: oorzaak });
    this.name = 'Opslagfout';
    this.code = code;
  }
}

const codeVan = (fout: unknown): string => (fout instanceof Error && 'code' in fout && typeof fout.code === 'string' ? fout.code : '');

/** Whether an exception is SQLite's own with this primary code, e.g. `SQLITE_BUSY`. */
export const isSqlite = (fout: unknown, ...codes: string[]): boolean => codes.some((code) => codeVan(fout) === code || codeVan(fout).startsWith(`${code}_`));
/** Whether an exception is one of the file system with one of these codes, e.g. `ENOENT`. */
export const isBestandsfout = (fout: unknown, ...codes: string[]): boolean => codes.includes(codeVan(fout));

/** The fault of SQLite or of the file system in our own words; what we do not know is passed on unchanged. */
export function vertaald(fout: unknown, pad: string): unknown {
  if (fout instanceof Opslagfout) return fout;
  const naam = basename(pad);
  const map = dirname(pad);
  if (isSqlite(fout, 'SQLITE_FULL') || isBestandsfout(fout, 'ENOSPC', 'EDQUOT', 'EFBIG')) {
    return new Opslagfout('schijf-vol', `De schijf met ${map} is vol. Er is niets gewijzigd. Maak ruimte en probeer het opnieuw.`, fout);
  }
  if (isSqlite(fout, 'SQLITE_READONLY_DBMOVED')) return verplaatst(pad, fout);
  if (isSqlite(fout, 'SQLITE_READONLY') || isBestandsfout(fout, 'EROFS', 'EACCES', 'EPERM') || isSqlite(fout, 'SQLITE_PERM')) {
    return new Opslagfout('alleen-lezen', `In ${map} kan niet worden geschreven (${naam} of de map is alleen-lezen). Er is niets gewijzigd. Bewaar het project in een andere map.`, fout);
  }
  if (isSqlite(fout, 'SQLITE_NOTADB')) return geenProject(pad, fout);
  if (isSqlite(fout, 'SQLITE_CORRUPT')) return beschadigd(pad, 'de inhoud is niet meer leesbaar', fout);
  if (isSqlite(fout, 'SQLITE_BUSY', 'SQLITE_LOCKED')) return new Opslagfout('in-gebruik', `${naam} is bezet door een ander programma. Er is niets gewijzigd. Sluit dat en probeer het opnieuw.`, fout);
  if (isSqlite(fout, 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_PROTOCOL', 'SQLITE_NOLFS') || isBestandsfout(fout, 'EIO', 'EBUSY', 'EMFILE', 'ENFILE', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ENOENT', 'EEXIST', 'ELOOP', 'ESTALE')) {
    return new Opslagfout('schijf', `${naam} in ${map} kan niet worden gelezen of geschreven (${codeVan(fout)}). Er is niets gewijzigd. Controleer of de map bestaat en bereikbaar is.`, fout);
  }
  return fout;
}

export const bestaatNiet = (pad: string): Opslagfout => new Opslagfout('bestaat-niet', `${pad} bestaat niet. Controleer de naam en de map.`);
export const bestaatAl = (pad: string): Opslagfout => new Opslagfout('bestaat-al', `${pad} bestaat al. Kies een andere naam of geef aan dat het vervangen mag worden.`);
export const geenProject = (pad: string, oorzaak?: unknown): Opslagfout =>
  new Opslagfout('geen-project', `${basename(pad)} is geen projectbestand van Collectief Arrangeren. Kies een bestand dat dit programma heeft gemaakt.`, oorzaak);
export const beschadigd = (pad: string, wat: string, oorzaak?: unknown): Opslagfout =>
  new Opslagfout('beschadigd', `${basename(pad)} is beschadigd: ${wat}. Herstel het vanaf een reservekopie.`, oorzaak);
export const verplaatst = (pad: string, oorzaak?: unknown): Opslagfout =>
  new Opslagfout('verplaatst', `${basename(pad)} is verplaatst, vervangen of verwijderd terwijl het open was. Er is niets gewijzigd. Bewaar het project onder een nieuwe naam of open het opnieuw.`, oorzaak);

/** Runs work on a file and lets its faults out as an `Opslagfout`. */
export function metVertaling<T>(pad: string, werk: () => T): T {
  try {
    return werk();
  } catch (fout) {
    throw vertaald(fout, pad);
  }
}
export async function metVertalingAsync<T>(pad: string, werk: () => Promise<T>): Promise<T> {
  try {
    return await werk();
  } catch (fout) {
    throw vertaald(fout, pad);
  }
}
