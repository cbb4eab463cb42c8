/** Electron's binary: where it is, and starting it. The package brings none along; it fetches it the first time that it is asked for. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Milliseconds that fetching may take. */
const GEDULD = 300_000;
/** Milliseconds within which a program that ends with a fault has not started. */
const STARTTIJD = 8_000;

/** Path of the binary, fetched when it is not there yet; undefined where that is not possible. */
export async function vindElectron(wortel: string): Promise<string | undefined> {
  const eigen = createRequire(join(wortel, 'package.json'));
  const map = dirname(eigen.resolve('electron/package.json'));
  const wegwijzer = join(map, 'path.txt');
  if (!existsSync(wegwijzer)) console.log('Electron wordt opgehaald; dat gebeurt alleen de eerste keer…');
  // In a process of its own: what the package prints when it fails is not for the user, and there is no other way to stop waiting.
  await new Promise<void>((klaar) => {
    const kind = spawn(process.execPath, ['-e', 'require("electron")'], { cwd: wortel, stdio: 'ignore', timeout: GEDULD });
    kind.on('error', () => klaar());
    kind.on('close', () => klaar());
  });
  if (!existsSync(wegwijzer)) return undefined;
  const pad = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(map, 'dist'), readFileSync(wegwijzer, 'utf8').trim());
  return existsSync(pad) ? pad : undefined;
}

/** Runs the app until the user closes it; false when it did not start (no library, no sandbox, no screen). */
export async function draaiElectron(electron: string, wortel: string): Promise<boolean> {
  const { ELECTRON_RUN_AS_NODE: _, ...omgeving } = process.env;
  const begin = performance.now();
  const code = await new Promise<number | null>((klaar) => {
    const kind = spawn(electron, [wortel], { stdio: 'inherit', env: omgeving });
    kind.on('error', () => klaar(-1));
    kind.on('close', klaar);
  });
  return code === 0 || performance.now() - begin > STARTTIJD;
}
