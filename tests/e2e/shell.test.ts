/** The built main, preload and page together, unchanged, with the page in a real Chromium; only the `electron` module is a stand-in. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Antwoord } from '../../models/contract/antwoord.ts';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import type { Brug } from '../../models/contract/brug.ts';
import type { Invoer, Methodenaam, Uitvoer } from '../../models/contract/methoden.ts';
import { verwacht } from '../contract/verwacht.ts';
import { bouw, start, type Bouw, type Gestart } from '../hulp/electron/starten.ts';
import { CHROMIUM, heeftChromium, startChromium } from './hulp.ts';

const kan = heeftChromium();

describe.skipIf(!kan)(kan ? 'shell met pagina' : `shell met pagina (overgeslagen: ${CHROMIUM} is er niet)`, () => {
  let browser: Browser;
  let gebouwd: Bouw;
  let app: Gestart;
  let pagina: Page;
  const fouten: string[] = [];

  beforeAll(async () => {
    [browser, gebouwd] = await Promise.all([startChromium(), bouw(true)]);
  });
  afterAll(async () => {
    await browser?.close();
    gebouwd?.ruimOp();
  });
  const begin = async (): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
    context.on('page', (nieuw) => {
      nieuw.on('console', (bericht) => bericht.type() === 'error' && fouten.push(bericht.text()));
      nieuw.on('pageerror', (fout) => fouten.push(fout.message));
    });
    app = await start(gebouwd, { context });
    pagina = app.venster.webContents.pagina as Page;
    await pagina.locator('#app > *').first().waitFor();
  };
  afterEach(async () => {
    await app.stop();
    expect(fouten.splice(0)).toEqual([]);
  });

  /** A call through the bridge of the page, as its own scripts make it. */
  const roep = async <N extends Methodenaam>(methode: N, invoer: Invoer<N>): Promise<Antwoord<Uitvoer<N>>> =>
    JSON.parse(await pagina.evaluate((bericht) => (globalThis as unknown as { arrangement: Brug }).arrangement.roep(bericht), JSON.stringify({ methode, invoer }))) as never;

  it('shows the page, which finds the bridge and nothing of Node or Electron', async () => {
    await begin();
    expect(verwacht(await roep('app.info', {})).gastheer).toBe('electron');
    const gezien = await pagina.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((naam) => naam in globalThis));
    expect(gezien).toEqual([]);
    const brug = await pagina.evaluate(() => Object.keys((globalThis as unknown as { arrangement: object }).arrangement));
    expect(brug.sort()).toEqual(['luister', 'neem', 'roep']);
  });

  it('opens the example and keeps it open when the page is loaded again', async () => {
    await begin();
    const { stand } = verwacht(await roep('project.openVoorbeeld', {}));
    expect(stand.voorbeeld).toBe(true);
    await pagina.reload();
    await pagina.locator('#app > *').first().waitFor();
    expect(verwacht(await roep('project.stand', {})).stand.bestand).toBe(stand.bestand);
  });

  it('passes on what is chosen in the menu', async () => {
    await begin();
    await pagina.evaluate(() => {
      const g = globalThis as unknown as { arrangement: Brug; gehoord: string[] };
      g.gehoord = [];
      g.arrangement.luister((tekst) => g.gehoord.push(tekst));
    });
    app.electron.toestand.menu.flatMap(({ submenu = [] }) => submenu).find(({ id }) => id === 'zoeken')?.click?.();
    await expect.poll(() => pagina.evaluate(() => (globalThis as unknown as { gehoord: string[] }).gehoord)).toContain('{"soort":"menu","opdracht":"zoeken"}');
  });

  it('takes files that the user points at, and no others', async () => {
    await begin();
    const pad = join(app.userData, 'gekozen.csv');
    writeFileSync(pad, 'a;b');
    app.electron.toestand.bestanden.set('gekozen.csv', pad);
    await pagina.evaluate(() => {
      const d = (globalThis as unknown as { document: { createElement(naam: string): { type: string; id: string }; body: { append(e: unknown): void } } }).document;
      const invoer = d.createElement('input');
      invoer.type = 'file';
      invoer.id = 'proef';
      d.body.append(invoer);
    });
    await pagina.setInputFiles('#proef', pad);
    const neem = async (wat: string): Promise<Antwoord<Bestandsgreep[]>> => JSON.parse((await pagina.evaluate(wat)) as string) as Antwoord<Bestandsgreep[]>;
    expect(verwacht(await neem(`arrangement.neem([...document.getElementById('proef').files])`))).toMatchObject([{ naam: 'gekozen.csv', grootte: 3 }]);
    // A file that the page made itself has no path.
    expect(await neem(`arrangement.neem([new File(['x'], 'passwd')])`)).toMatchObject({ ok: false, fout: { code: 'nietGevonden' } });
    await pagina.evaluate(`document.getElementById('proef').remove()`);
  });

  it('prints documents with the type that was built in, where the user says', async () => {
    await begin();
    verwacht(await roep('project.openVoorbeeld', {}));
    const { stukken } = verwacht(await roep('voorstel.stukken', { scenarios: ['alle-scholen'], lezer: 'openbaar', datum: '2027-01-01', delen: ['besluit', 'locaties'], als: 'pdf' }));
    app.electron.toestand.dialogen.push({ canceled: false, filePaths: [app.userData] });
    expect(verwacht(await roep('bestand.bewaarAlle', { grepen: stukken.map(({ bestand }) => bestand.greep), naam: 'Stukken' }))).toEqual({ map: 'Stukken' });
    const pdf = readFileSync(join(app.userData, 'Stukken', 'besluit-openbaar.pdf'), 'latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toContain('/Creator (Collectief Arrangeren 9.9.9)');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('IBMPlexSans');
    expect(existsSync(join(gebouwd.map, 'node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2'))).toBe(true);
    expect(readdirSync(join(app.userData, 'Stukken'))).toEqual(['besluit-openbaar.pdf', 'locatiebladen-openbaar.pdf']);
  });

  it('offers to load the page again when it crashes, with the project as it was', async () => {
    await begin();
    const { stand } = verwacht(await roep('project.openVoorbeeld', {}));
    app.electron.toestand.dialogen.push({ response: 0 });
    const geladen = pagina.waitForEvent('load');
    app.venster.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await geladen;
    await pagina.locator('#app > *').first().waitFor();
    expect(verwacht(await roep('project.stand', {})).stand.revisie).toBe(stand.revisie);
    expect(app.electron.toestand.gevraagd).toMatchObject([{ soort: 'melding', opties: { message: 'Het scherm is vastgelopen.' } }]);
  });

  it('closes the project with the window, with a backup', async () => {
    await begin();
    verwacht(await roep('project.openVoorbeeld', {}));
    const [recent] = verwacht(await roep('start.recent', {}));
    app.venster.close();
    await expect.poll(() => app.electron.toestand.afgesloten, { timeout: 5_000 }).toBe(true);
    const pad = join(recent?.map as string, recent?.bestand as string);
    expect(existsSync(pad)).toBe(true);
    expect(existsSync(`${pad}-slot`)).toBe(false);
    expect(existsSync(pad.replace(/\.arrangement$/, '-reservekopieen'))).toBe(true);
  });
});
