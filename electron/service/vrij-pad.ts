/** Paths that are not taken: `naam`, `naam 2`, `naam 3`… */
import { existsSync, mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { veiligeNaam } from './grepen.ts';

/** In a folder of ours. */
export function vrijPad(map: string, naam: string): string {
  mkdirSync(map, { recursive: true, mode: 0o700 });
  const veilig = veiligeNaam(naam);
  const uitgang = extname(veilig);
  const stam = veilig.slice(0, veilig.length - uitgang.length);
  for (let n = 1; ; n++) {
    const pad = join(map, `${stam}${n === 1 ? '' : ` ${n}`}${uitgang}`);
    if (!existsSync(pad)) return pad;
  }
}

/** Makes a new folder in one that the user chose, so that nothing that stands there is replaced. */
export function nieuweMap(gekozen: string, naam: string): string {
  const stam = join(gekozen, veiligeNaam(naam));
  for (let n = 1; ; n++) {
    const pad = n === 1 ? stam : `${stam} ${n}`;
    if (existsSync(pad)) continue;
    mkdirSync(pad);
    return pad;
  }
}
