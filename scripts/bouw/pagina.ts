/** Builds the page. No inline script, style or data font comes out of it: the content security policy allows none. */
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

export const paginamap = (wortel: string): string => join(wortel, 'dist', 'renderer');

/** @param wortel folder of the project; throws when the page has a fault */
export async function bouwPagina(wortel: string): Promise<void> {
  await build({
    configFile: false,
    root: join(wortel, 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: paginamap(wortel), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: ['chrome120', 'firefox121', 'safari17'], chunkSizeWarningLimit: 1_500 },
  });
}

/** Whether the built page is there and newer than everything that it is made of. */
export function paginaIsActueel(wortel: string): boolean {
  const gebouwd = join(paginamap(wortel), 'index.html');
  if (!existsSync(gebouwd)) return false;
  const toen = statSync(gebouwd).mtimeMs;
  return globSync(['renderer/**/*', 'models/**/*.ts', 'package-lock.json'], { cwd: wortel }).every((pad) => statSync(join(wortel, pad)).mtimeMs <= toen);
}
