/**
 * Builds what runs outside the page: main, the thread of a window and the one that calculates (ES modules), and the preload (one CommonJS file: it is sandboxed). The folder stands on
 * its own: all packages are in it, bundled, or for what holds a binary beside it.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** What is not bundled: Electron brings itself, and this one holds binaries (a prebuilt one for every system, for Node and Electron alike). */
const MET_BINAIR = 'better-sqlite3';
const BUITEN = ['electron', MET_BINAIR];

export const programmamap = (wortel: string): string => join(wortel, 'dist', 'electron');

/** @param wortel folder of the project; @param outDir where it goes; its `node_modules` comes beside it */
export async function bouwProgramma(wortel: string, outDir = programmamap(wortel)): Promise<void> {
  const basis: InlineConfig = { configFile: false, root: join(wortel, 'electron'), logLevel: 'warn', ssr: { noExternal: true, external: BUITEN } };
  await build({
    ...basis,
    build: {
      outDir, emptyOutDir: true, ssr: true, target: 'node24', minify: false, license: { fileName: 'LICENTIES.md' },
      rolldownOptions: { input: { main: join(wortel, 'electron/shell/main.ts'), werker: join(wortel, 'electron/service/werker.ts'), rekendraad: join(wortel, 'electron/service/beslissen/rekendraad.ts') }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  await build({
    ...basis,
    build: {
      outDir, emptyOutDir: false, ssr: true, target: 'node24', minify: false,
      rolldownOptions: { input: { preload: join(wortel, 'electron/shell/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  });
  for (const [pakket, delen] of Object.entries(MEE)) neemMee(wortel, pakket, delen, join(dirname(outDir), 'node_modules', pakket));
}

/** What of the packages beside the build is needed to run: no sources, no build. */
const MEE: Record<string, readonly string[]> = {
  [MET_BINAIR]: ['package.json', 'LICENSE', 'lib', 'prebuilds'],
  // The type that goes into a document (`electron/service/pdf.ts`).
  '@fontsource/ibm-plex-sans': ['package.json', 'LICENSE', ...[400, 600].map((gewicht) => `files/ibm-plex-sans-latin-${gewicht}-normal.woff2`)],
};

function neemMee(wortel: string, pakket: string, delen: readonly string[], naar: string): void {
  const van = dirname(createRequire(join(wortel, 'package.json')).resolve(`${pakket}/package.json`));
  mkdirSync(naar, { recursive: true });
  for (const deel of delen) cpSync(join(van, deel), join(naar, deel), { recursive: true });
}
