/** A file is there whole or not at all: it is made beside its place under a temporary name, brought to the disk, checked, and put in place by one rename. */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Omgeving } from './omgeving.ts';

/** What SQLite may leave beside a database. */
const BIJBESTANDEN = ['-wal', '-shm', '-journal'];

/** Removes a database with what belongs to it; it need not be there. */
export function verwijderDatabase(pad: string): void {
  for (const staart of ['', ...BIJBESTANDEN]) rmSync(pad + staart, { force: true });
}

/** Removes what an earlier database of this name left: it may never be read with the one that comes in its place. */
export function verwijderBijbestanden(pad: string): void {
  for (const staart of BIJBESTANDEN) rmSync(pad + staart, { force: true });
}

function naarSchijf(pad: string): void {
  const fd = openSync(pad, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Makes a rename or removal in a folder last through a power failure. Windows has no such call and does it by itself. */
export function mapNaarSchijf(map: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(map, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const voorvoegsel = (doel: string): string => `.${basename(doel)}.`;
const ACHTERVOEGSEL = '.tijdelijk';

export interface Schrijfwijze {
  /** Runs when the new file is whole on the disk, before it takes its place. */
  vlakVoor?: () => void;
  /** Who may read and write it, as of `chmod`; default as what stood there, else its owner alone. */
  rechten?: number;
}

/**
 * Makes `doel` by `maak`, which writes it at the temporary path that it gets (an empty file) and closes it.
 * When anything fails nothing is left, and what stood at `doel` is untouched. Two may not do this for one `doel` at once: hold its slot.
 */
export async function schrijfVeilig(doel: string, omgeving: Omgeving, maak: (tijdelijk: string) => void | Promise<void>, { vlakVoor, rechten }: Schrijfwijze = {}): Promise<void> {
  const map = dirname(doel);
  const tijdelijk = join(map, `${voorvoegsel(doel)}${omgeving.toeval()}${ACHTERVOEGSEL}`);
  const mode = rechten ?? statSync(doel, { throwIfNoEntry: false })?.mode ?? 0o600;
  closeSync(openSync(tijdelijk, 'wx', 0o600));
  try {
    chmodSync(tijdelijk, mode & 0o777);
    await maak(tijdelijk);
    naarSchijf(tijdelijk);
    vlakVoor?.();
    renameSync(tijdelijk, doel);
  } catch (fout) {
    verwijderDatabase(tijdelijk);
    throw fout;
  }
  verwijderBijbestanden(tijdelijk);
  mapNaarSchijf(map);
}

/** Removes what a killed process left of an unfinished `schrijfVeilig`. Only for who holds the slot of `doel`. */
export const ruimTijdelijkeOp = (doel: string): void => ruimMapOp(dirname(doel), voorvoegsel(doel));

/** The same for every file of a folder, such as that of the backups. */
export function ruimMapOp(map: string, begin = '.'): void {
  if (!existsSync(map)) return;
  for (const naam of readdirSync(map)) {
    if (naam.startsWith(begin) && naam.slice(begin.length).includes(ACHTERVOEGSEL)) rmSync(join(map, naam), { force: true });
  }
}
