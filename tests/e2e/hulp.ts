/**
 * The app in the browser host with a page in a real Chromium, for one test file:
 *
 *     const app = gebruikApp();
 *     describe.skipIf(!app.kan)(app.naam('Start'), () => {
 *       it('…', async () => {
 *         const { pagina } = await app.open();
 *       });
 *     });
 *
 * `waitForFunction` with a text is `eval`, which the page forbids: use locators. Each `open` is a fresh window on this file's own, empty data folder. What the page says on its console as an error, or throws, fails the test at `sluit`.
 */
import { mkdtempSync, existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { inWerker } from '../../electron/service/in-werker.ts';
import { startWeb, type Webserver } from '../../electron/web/server.ts';
import { paginamap, zorgVoorPagina } from '../../scripts/bouw/pagina.ts';

export const WORTEL = fileURLToPath(new URL('../..', import.meta.url));
/** Debian's browser; Playwright's own download is not used. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const heeftChromium = (): boolean => existsSync(CHROMIUM);

export async function startChromium(): Promise<Browser> {
  // Without a locale that knows UTF-8 Chromium calls a download with a dash in its name "download".
  return chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string> });
}

export interface Open {
  pagina: Page;
  /** What went wrong on the page so far: errors on its console, exceptions, refused requests. */
  fouten: string[];
}
export interface App {
  /** False where there is no Chromium: skip, by name. */
  kan: boolean;
  /** Name of a suite, which says why it is skipped if it is. */
  naam(suite: string): string;
  open(keuze?: BrowserContextOptions & { /** Errors on the page are part of the test. */ foutenVerwacht?: boolean }): Promise<Open>;
  /** Folder in which this program keeps its things during this file. */
  gegevensmap(): string;
  adres(): string;
}

/** Starts the host before the tests of this file and stops it after them. Call once, at the top of the file. */
export function gebruikApp(): App {
  const kan = heeftChromium();
  let browser: Browser | undefined;
  let server: Webserver | undefined;
  let map = '';
  const lopend: { fouten: string[]; verwacht: boolean; sluit: () => Promise<void> }[] = [];

  beforeAll(async () => {
    if (!kan) return;
    await zorgVoorPagina(WORTEL);
    map = mkdtempSync(join(tmpdir(), 'arrangement-e2e-'));
    server = await startWeb({
      versie: '0.0.0-test',
      gegevensmap: map,
      voorbeeldmap: join(WORTEL, 'templates/voorbeeld'),
      paginamap: paginamap(WORTEL),
      maakKant: inWerker(new URL('../../electron/service/werker.ts', import.meta.url)),
      geduld: 1_000,
    });
    browser = await startChromium();
  });
  afterEach(async () => {
    const ronde = lopend.splice(0);
    await Promise.all(ronde.map(({ sluit }) => sluit()));
    expect(ronde.filter(({ verwacht }) => !verwacht).flatMap(({ fouten }) => fouten)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.sluit();
    if (map !== '') await rm(map, { recursive: true, force: true });
  });

  return {
    kan,
    naam: (suite) => (kan ? suite : `${suite} (overgeslagen: ${CHROMIUM} is er niet)`),
    gegevensmap: () => map,
    adres: () => server?.adres ?? '',
    async open({ foutenVerwacht = false, ...keuze } = {}) {
      if (!browser || !server) throw new Error('open() belongs inside a test');
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL', acceptDownloads: true, ...keuze });
      const pagina = await context.newPage();
      const fouten: string[] = [];
      pagina.on('console', (bericht) => {
        if (bericht.type() === 'error') fouten.push(bericht.text());
      });
      pagina.on('pageerror', (fout) => fouten.push(fout.message));
      lopend.push({ fouten, verwacht: foutenVerwacht, sluit: () => context.close() });
      await pagina.goto(server.adres);
      return { pagina, fouten };
    },
  };
}
