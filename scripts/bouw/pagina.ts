/** Builds the page. No inline script, style or data font comes out of it: the content security policy allows none. */
import { existsSync, globSync, mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export const paginamap = (wortel: string): string => join(wortel, 'dist', 'renderer');
const beginpagina = (wortel: string): string => join(paginamap(wortel), 'index.html');

/** @param wortel folder of the project; throws when the page has a fault */
export async function bouwPagina(wortel: string): Promise<void> {
  const begin = new Date();
  await build({
    configFile: false,
    root: join(wortel, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: paginamap(wortel), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: ['chrome120', 'firefox121', 'safari17'], chunkSizeWarningLimit: 1_500 },
  });
  // What was changed during the build may not be in it.
  utimesSync(beginpagina(wortel), begin, begin);
}

/** Whether the built page is there and newer than everything that it is made of. */
function isActueel(wortel: string): boolean {
  if (!existsSync(beginpagina(wortel))) return false;
  const toen = statSync(beginpagina(wortel)).mtimeMs;
  return globSync(['renderer/**/*', 'models/**/*.ts', 'package-lock.json'], { cwd: wortel }).every((pad) => statSync(join(wortel, pad)).mtimeMs <= toen);
}

/** Milliseconds after which a build that another process began counts as ended. */
const GEDULD = 120_000;

/** Builds the page when it is not up to date. When another process is doing that (test files run beside each other) it waits for that one. */
export async function zorgVoorPagina(wortel: string, meld: () => void = () => undefined): Promise<void> {
  const bezig = join(wortel, '.cache', 'pagina-in-aanbouw');
  mkdirSync(join(wortel, '.cache'), { recursive: true });
  while (!isActueel(wortel)) {
    try {
      mkdirSync(bezig);
    } catch (fout) {
      if ((fout as NodeJS.ErrnoException).code !== 'EEXIST') throw fout;
      if (Date.now() - (statSync(bezig, { throwIfNoEntry: false })?.mtimeMs ?? 0) > GEDULD) rmSync(bezig, { recursive: true, force: true });
      else await wacht(200);
      continue;
    }
    try {
      meld();
      await bouwPagina(wortel);
    } finally {
      rmSync(bezig, { recursive: true, force: true });
    }
    return;
  }
}
