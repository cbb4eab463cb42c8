import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const WORTEL = fileURLToPath(new URL('../../..', import.meta.url));
export const STARTER = fileURLToPath(new URL('../../../scripts/arrangeren.mjs', import.meta.url));

export interface Afloop { code: number | null; stdout: string; stderr: string }

/** Runs the command line as a user would, in a process of its own. */
export function draai(argumenten: string[], node: string = process.execPath): Afloop {
  const { status, stdout, stderr, error } = spawnSync(node, [STARTER, ...argumenten], { encoding: 'utf8', cwd: WORTEL, maxBuffer: 2 ** 28 });
  if (error) throw error;
  return { code: status, stdout, stderr };
}

/** Runs the command line for a reader that closes the pipe after the first bytes. */
export function draaiMetKorteLezer(argumenten: string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((klaar, mislukt) => {
    const kind = spawn(process.execPath, [STARTER, ...argumenten], { cwd: WORTEL });
    let stderr = '';
    kind.stderr.setEncoding('utf8').on('data', (deel: string) => (stderr += deel));
    kind.stdout.once('data', () => kind.stdout.destroy());
    kind.on('error', mislukt);
    kind.on('close', (code) => klaar({ code, stderr }));
  });
}
