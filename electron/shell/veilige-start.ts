/** A start that failed before anything was in sight is most often the graphics card: the next one goes without it. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Start {
  /** The start before this one never came to a window. */
  vorigeMislukt: boolean;
  gelukt(): void;
}

export function beginStart(gegevensmap: string): Start {
  const merk = join(gegevensmap, 'start-bezig');
  const vorigeMislukt = existsSync(merk);
  mkdirSync(gegevensmap, { recursive: true, mode: 0o700 });
  writeFileSync(merk, '');
  return { vorigeMislukt, gelukt: () => rmSync(merk, { force: true }) };
}
