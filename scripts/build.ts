/** `npm run build`: the page to dist/renderer, main, thread and preload to dist/electron, and the example beside them. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bouwPagina } from './bouw/pagina.ts';
import { bouwProgramma } from './bouw/programma.ts';

const wortel = fileURLToPath(new URL('..', import.meta.url));
await bouwPagina(wortel);
await bouwProgramma(wortel);
mkdirSync(join(wortel, 'dist', 'voorbeeld'), { recursive: true });
cpSync(join(wortel, 'templates', 'voorbeeld'), join(wortel, 'dist', 'voorbeeld'), { recursive: true, filter: (pad) => !pad.endsWith('.ts') });
