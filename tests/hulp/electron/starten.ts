/** Starts the built program, unchanged, with the stand-in in the place of `electron`. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as wacht } from 'node:timers/promises';
import { constants, Script } from 'node:vm';
import type { BrowserContext } from 'playwright-core';
import type * as vervanger from './vervanger.ts';
import { paginamap, zorgVoorPagina } from '../../../scripts/bouw/pagina.ts';
import { bouwProgramma } from '../../../scripts/bouw/programma.ts';

const WORTEL = fileURLToPath(new URL('../../..', import.meta.url));
const VERVANGER = new URL('vervanger.ts', import.meta.url).href;

export type Vervanger = typeof vervanger;

/** Node's own import: the program and the stand-in are not to be touched by the test tool. */
const eigenImport = new Script('(adres) => import(adres)', { importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER }).runInThisContext() as (adres: string) => Promise<unknown>;

export interface Bouw {
  /** Folder of the build, as it is packaged: electron/, renderer/, voorbeeld/. */
  map: string;
  electron: Vervanger;
  ruimOp(): void;
}

/** Builds main, thread and preload beside a page. @param echtePagina the built page; else an empty one */
export async function bouw(echtePagina: boolean): Promise<Bouw> {
  mkdirSync(join(WORTEL, '.cache'), { recursive: true });
  // Within the project, so that packages that stay outside the build are found.
  const map = mkdtempSync(join(WORTEL, '.cache', 'proef-'));
  if (echtePagina) {
    await zorgVoorPagina(WORTEL);
    cpSync(paginamap(WORTEL), join(map, 'renderer'), { recursive: true });
  } else {
    mkdirSync(join(map, 'renderer', 'assets'), { recursive: true });
    writeFileSync(join(map, 'renderer', 'index.html'), '<!doctype html><title>proef</title>');
    writeFileSync(join(map, 'renderer', 'assets', 'a.js'), '1');
  }
  cpSync(join(WORTEL, 'templates', 'voorbeeld'), join(map, 'voorbeeld'), { recursive: true });
  await bouwProgramma(WORTEL, join(map, 'electron'));
  const haak = registerHooks({ resolve: (naam, context, volgende) => (naam === 'electron' ? { url: VERVANGER, format: 'module-typescript', shortCircuit: true } : volgende(naam, context)) });
  return {
    map,
    electron: (await eigenImport(VERVANGER)) as Vervanger,
    ruimOp() {
      haak.deregister();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

export interface Gestart {
  electron: Vervanger;
  /** The first window. */
  venster: InstanceType<Vervanger['BrowserWindow']>;
  userData: string;
  /** Closes every window and waits for their projects. */
  stop(): Promise<void>;
}

let starts = 0;
/** @param context in which windows open a real page; without it they have none; @param userData taken over: it goes when the program has stopped */
export async function start({ map, electron }: Bouw, keuze: { context?: BrowserContext; userData?: string } = {}): Promise<Gestart> {
  const userData = keuze.userData ?? mkdtempSync(join(tmpdir(), 'arrangement-shell-'));
  electron.opnieuw({ userData, context: keuze.context });
  const eerder = { fout: process.listeners('uncaughtException'), belofte: process.listeners('unhandledRejection') };
  await eigenImport(`${pathToFileURL(join(map, 'electron', 'main.js')).href}?${++starts}`);
  for (let i = 0; electron.toestand.vensters.length === 0; i++) {
    if (i > 200 || electron.toestand.afgesloten) {
      rmSync(userData, { recursive: true, force: true });
      throw new Error('the program made no window');
    }
    await wacht(25);
  }
  const venster = electron.toestand.vensters[0] as Gestart['venster'];
  await venster.geladen;
  return {
    electron, venster, userData,
    async stop() {
      for (const v of electron.toestand.vensters) if (!v.vernietigd) v.close();
      for (let i = 0; !electron.toestand.afgesloten; i++) {
        if (i > 400) throw new Error('the program does not end');
        await wacht(25);
      }
      for (const l of process.listeners('uncaughtException')) if (!eerder.fout.includes(l)) process.removeListener('uncaughtException', l);
      for (const l of process.listeners('unhandledRejection')) if (!eerder.belofte.includes(l)) process.removeListener('unhandledRejection', l);
      rmSync(userData, { recursive: true, force: true });
    },
  };
}
