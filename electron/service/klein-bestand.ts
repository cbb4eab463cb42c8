/** A small JSON file of this program (recent projects, settings): read leniently, written whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param isGoed whether what stands there is of the right shape; anything else counts as empty, since it can only be ours and damaged */
export function leesKlein<T>(pad: string, isGoed: (waarde: unknown) => waarde is T, leeg: T): T {
  let tekst: string;
  try {
    tekst = readFileSync(pad, 'utf8');
  } catch (fout) {
    if ((fout as NodeJS.ErrnoException).code === 'ENOENT') return leeg;
    throw fout;
  }
  try {
    const waarde: unknown = JSON.parse(tekst);
    return isGoed(waarde) ? waarde : leeg;
  } catch (fout) {
    if (fout instanceof SyntaxError) return leeg;
    throw fout;
  }
}

export function schrijfKlein(pad: string, waarde: unknown): void {
  mkdirSync(dirname(pad), { recursive: true, mode: 0o700 });
  const tijdelijk = `${pad}.${randomUUID()}.tmp`;
  try {
    writeFileSync(tijdelijk, JSON.stringify(waarde), { mode: 0o600, flush: true });
    renameSync(tijdelijk, pad);
  } catch (fout) {
    rmSync(tijdelijk, { force: true });
    throw fout;
  }
}
