/** `npm run check`: types, lint and layers in one go. Every part runs to its end, so that one run shows everything that is wrong. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { controleerLagen } from './lagen.ts';

const wortel = fileURLToPath(new URL('..', import.meta.url));
const omgeving = { ...process.env, PATH: join(wortel, 'node_modules', '.bin') + delimiter + (process.env['PATH'] ?? '') };

interface Uitslag { goed: boolean; tekst: string }

/** Runs a tool of node_modules/.bin from the root of the project and gathers what it says. */
function draai(naam: string, argumenten: string[]): Promise<Uitslag> {
  return new Promise((klaar, mislukt) => {
    const kind = spawn(naam, argumenten, { cwd: wortel, env: omgeving, shell: process.platform === 'win32' });
    let tekst = '';
    kind.stdout.setEncoding('utf8').on('data', (deel: string) => (tekst += deel));
    kind.stderr.setEncoding('utf8').on('data', (deel: string) => (tekst += deel));
    kind.on('error', mislukt);
    kind.on('close', (code) => klaar({ goed: code === 0, tekst }));
  });
}

function lagen(): Uitslag {
  const { bestanden, overtredingen } = controleerLagen(wortel);
  return { goed: overtredingen.length === 0, tekst: overtredingen.length > 0 ? overtredingen.join('\n') : `${bestanden} bestanden` };
}

const onderdelen: [naam: string, werk: () => Uitslag | Promise<Uitslag>][] = [
  ['types', () => draai('tsc', ['-b', '--pretty', 'false'])],
  ['lint', () => draai('oxlint', ['--quiet'])],
  ['lagen', lagen],
];

let fouten = 0;
for (const [naam, werk] of onderdelen) {
  const begin = performance.now();
  const { goed, tekst } = await werk();
  console.log(`${goed ? 'ok  ' : 'FOUT'} ${naam.padEnd(6)} ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  if (!goed) {
    fouten += 1;
    console.log(tekst.trimEnd());
  }
}
if (fouten > 0) process.exitCode = 1;
