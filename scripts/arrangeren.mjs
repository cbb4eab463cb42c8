#!/usr/bin/env -S node --max-semi-space-size=8
// Rows of large files are short-lived: a small nursery costs no time and saves a fifth of the memory (a million rows: 548 → 436 MB).
// Starts the command line. Plain JavaScript: a Node that is too old cannot read TypeScript, and must say so or hand over to the Node that npm brought along.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** The Node that comes with this project on Linux and Windows, or undefined. */
function meegeleverdeNode() {
  const naam = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${naam}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`);
  } catch (fout) {
    if (fout.code === 'MODULE_NOT_FOUND' || fout.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined;
    throw fout;
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
const node = major > 22 || (major === 22 && minor >= 18) ? undefined : meegeleverdeNode();
if (node) {
  const { status, signal, error } = spawnSync(node, [...process.execArgv, import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (error) throw error;
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 2;
} else {
  await import('./node-versie.mjs');
  const { hoofd } = await import('./arrangeren/hoofd.ts');
  process.exitCode = await hoofd(process.argv.slice(2));
}
