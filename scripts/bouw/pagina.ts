/** Builds the page. No inline script, style or data font comes out of it: the content security policy allows none. */
import { existsSync, globSync, mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

export const paginamap = (wortel: string): string => join(wortel, 'dist', 'renderer');
const beginpagina = (wortel: string): string => join(paginamap(wortel), 'index.html');

/** The page speaks Dutch: of the texts that React Aria brings for thirty languages only those stay, and its English to fall back on. */
const alleenNederlands: Plugin = {
  name: 'alleen-nederlands',
  enforce: 'pre',
  load(id) {
    const taal = /[\\/](?:react-aria|react-stately|react-aria-components)[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1];
    return taal === undefined || taal === 'nl-NL' || taal === 'en-US' ? null : 'export default {};';
  },
};

/** Does something as for production, also within a test run: what is built is what users get. */
async function alsProductie<T>(doe: () => Promise<T>): Promise<T> {
  const eerder = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await doe();
  } finally {
    if (eerder === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = eerder;
  }
}

/** @param wortel folder of the project; throws when the page has a fault */
export async function bouwPagina(wortel: string): Promise<void> {
  const begin = new Date();
  await alsProductie(() => build({
    configFile: false,
    root: join(wortel, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [alleenNederlands, react()],
    build: { outDir: paginamap(wortel), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, license: { fileName: 'LICENTIES.md' }, target: ['chrome120', 'firefox121', 'safari17'], chunkSizeWarningLimit: 1_500 },
  }));
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
