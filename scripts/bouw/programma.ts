/** Builds what runs in Electron outside the page: main and the thread of a window (ES modules), and the preload (one CommonJS file: it is sandboxed). */
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** Packages that stay outside: what Electron brings itself, and what holds a binary. */
const BUITEN = ['electron', 'better-sqlite3'];

export const programmamap = (wortel: string): string => join(wortel, 'dist', 'electron');

/** @param wortel folder of the project */
export async function bouwProgramma(wortel: string, outDir = programmamap(wortel)): Promise<void> {
  const basis: InlineConfig = { configFile: false, root: join(wortel, 'electron'), logLevel: 'warn', ssr: { noExternal: true, external: BUITEN } };
  await build({
    ...basis,
    build: {
      outDir, emptyOutDir: true, ssr: true, target: 'node24', minify: false,
      rolldownOptions: { input: { main: join(wortel, 'electron/shell/main.ts'), werker: join(wortel, 'electron/service/werker.ts') }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  await build({
    ...basis,
    build: {
      outDir, emptyOutDir: false, ssr: true, target: 'node24', minify: false,
      rolldownOptions: { input: { preload: join(wortel, 'electron/shell/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  });
}
