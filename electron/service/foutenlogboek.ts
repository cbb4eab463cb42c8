/**
 * The log of this program's own faults. It holds no personal data: an error's message may quote what was being read, so only its kind, its code and
 * the places in the program are written.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Bytes after which the log starts anew; the one before is kept. */
const MAXIMUM = 1_000_000;

export interface Foutenlogboek {
  /** Writes a fault and gives the number under which it can be found. */
  schrijf(fout: unknown): string;
}

/** @param map folder of this program; the file is `fouten.log` in it */
export function foutenlogboek(map: string, versie: string): Foutenlogboek {
  const pad = join(map, 'fouten.log');
  return {
    schrijf(fout) {
      const nummer = randomUUID().slice(0, 8);
      try {
        mkdirSync(map, { recursive: true, mode: 0o700 });
        if ((statSync(pad, { throwIfNoEntry: false })?.size ?? 0) > MAXIMUM) renameSync(pad, `${pad}.1`);
        appendFileSync(pad, `${new Date().toISOString()} ${nummer} versie ${versie} ${soortVan(fout)}\n${plaatsenVan(fout)}`, { mode: 0o600 });
      } catch (schrijffout) {
        // Nothing may stand in the way of the answer; the terminal is the last place to say it.
        console.error(`fouten.log: ${soortVan(schrijffout)}`);
      }
      return nummer;
    },
  };
}

function soortVan(fout: unknown): string {
  if (!(fout instanceof Error)) return typeof fout;
  const code = 'code' in fout && typeof fout.code === 'string' ? ` ${fout.code}` : '';
  return `${fout.name}${code}`;
}

/** The lines of a stack that name a place, each without its folder. */
function plaatsenVan(fout: unknown): string {
  const stapel = fout instanceof Error ? (fout.stack ?? '') : '';
  return stapel.split('\n').flatMap((regel) => {
    const [, functie, plaats] = /^ {4}at (?:(.*) \()?(.*?:\d+:\d+)\)?$/.exec(regel) ?? [];
    return plaats === undefined ? [] : [`    ${functie ?? '-'} ${basename(plaats)}\n`];
  }).join('');
}
