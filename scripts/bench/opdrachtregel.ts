/** `arrangeren bereken` as a user starts it: its own process, from file to file. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mediaan, type Meting } from './meting.ts';
import { NATIONAAL, verzonnenProject } from './project.ts';

const wortel = fileURLToPath(new URL('../..', import.meta.url));
const map = join(wortel, '.cache', 'bench');

/** Loaded into the process that is measured: tells its peak memory, in kB, on a channel of its own when it ends. */
const PIEK = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));")}`;

/** Runs the command line in a process of its own. Throws when it does not end well. */
export function meetProces(argumenten: string[]): Promise<{ ms: number; piekMB: number }> {
  return new Promise((klaar, mislukt) => {
    const begin = performance.now();
    const kind = spawn(process.execPath, ['--import', PIEK, join(wortel, 'scripts/arrangeren.mjs'), ...argumenten], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let fout = '';
    let piek = '';
    kind.stdio[2]?.on('data', (deel: Buffer) => (fout += deel.toString()));
    kind.stdio[3]?.on('data', (deel: Buffer) => (piek += deel.toString()));
    kind.on('error', mislukt);
    kind.on('close', (code) => (code === 0 ? klaar({ ms: performance.now() - begin, piekMB: Number(piek) / 1024 }) : mislukt(new Error(`arrangeren ${argumenten.join(' ')} eindigde met ${code}: ${fout}`))));
  });
}

/** Whole command for the country: ≤ 3 s and ≤ 600 MB. */
export async function* opdrachtregel(): AsyncGenerator<Meting> {
  mkdirSync(map, { recursive: true });
  const project = join(map, 'nationaal.json');
  writeFileSync(project, JSON.stringify(verzonnenProject(NATIONAAL)));
  const tekst = readFileSync(project, 'utf8');
  const ontleden = await mediaan(3, () => JSON.parse(tekst), 1);
  const ijk = `JSON.parse van ${Math.round(statSync(project).size / 1e6)} MB ${ontleden.toFixed(0)} ms`;
  const runs = [];
  for (let i = 0; i < 3; i++) runs.push(await meetProces(['bereken', project, '--uit', join(map, 'nationaal.uit.json')]));
  const seconden = runs.map((r) => r.ms / 1000).sort((a, b) => a - b)[1] ?? Number.NaN;
  yield { naam: 'nationaal: arrangeren bereken', waarde: seconden, eenheid: 's', doel: { hoogstens: 3 }, ijk };
  yield { naam: 'nationaal: arrangeren bereken, piekgeheugen', waarde: Math.max(...runs.map((r) => r.piekMB)), eenheid: 'MB', doel: { hoogstens: 600 } };
}
