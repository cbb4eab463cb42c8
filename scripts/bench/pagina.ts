/** The page in a real browser, as built: how fast it is there, how fast figures follow a keystroke, how a long table scrolls, and how much is loaded. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { inWerker } from '../../electron/service/in-werker.ts';
import { startWeb } from '../../electron/web/server.ts';
import { paginamap, zorgVoorPagina } from '../bouw/pagina.ts';
import type { Meting } from './meting.ts';
import { TWENTE, verzonnenProject } from './project.ts';

const WORTEL = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Rows of the long table. */
const RIJEN = 20_000;

/** Scripts and styles of the page in kB gzipped: all of them, and what the first screen loads. */
function omvang(): { alles: number; begin: number } {
  const map = paginamap(WORTEL);
  const gewicht = (naam: string): number => gzipSync(readFileSync(join(map, 'assets', naam)), { level: 9 }).length / 1000;
  const namen = readdirSync(join(map, 'assets')).filter((naam) => /\.(?:js|css)$/.test(naam));
  const html = readFileSync(join(map, 'index.html'), 'utf8');
  const som = (lijst: readonly string[]): number => lijst.reduce((s, naam) => s + gewicht(naam), 0);
  return { alles: som(namen), begin: som(namen.filter((naam) => html.includes(naam))) };
}

/** Milliseconds of work for each of a number of keystrokes in the realisatie of a school: script, style and layout, up to what can be painted. */
async function toetsaanslagen(pagina: Page, aantal: number): Promise<number[]> {
  return pagina.evaluate(`(async () => {
    const veld = [...document.querySelectorAll('input')].find((i) => i.labels[0]?.textContent === 'Realisatie');
    const zet = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const tijden = [];
    veld.focus();
    for (let i = 0; i < ${aantal}; i++) {
      await new Promise((klaar) => setTimeout(klaar, 60));
      const begin = performance.now();
      zet.call(veld, String(30 + (i * 7) % 60));
      veld.dispatchEvent(new Event('input', { bubbles: true }));
      await Promise.resolve();
      void document.body.offsetHeight;
      tijden.push(performance.now() - begin);
    }
    return tijden;
  })()`);
}

/** Milliseconds between frames while a table is scrolled from top to bottom. */
async function scroll(pagina: Page, frames: number): Promise<number[]> {
  return pagina.evaluate(`(async () => {
    const tabel = document.querySelector('.grid');
    const stap = (tabel.scrollHeight - tabel.clientHeight) / ${frames};
    const tijden = [];
    let vorige = performance.now();
    for (let i = 1; i <= ${frames}; i++) {
      tabel.scrollTop = stap * i;
      await new Promise((klaar) => requestAnimationFrame(klaar));
      const nu = performance.now();
      tijden.push(nu - vorige);
      vorige = nu;
    }
    return tijden;
  })()`);
}

const kwantiel = (lijst: readonly number[], deel: number): number => [...lijst].sort((a, b) => a - b)[Math.min(lijst.length - 1, Math.floor(deel * lijst.length))] ?? Number.NaN;

export async function* pagina(): AsyncGenerator<Meting> {
  await zorgVoorPagina(WORTEL);
  const { alles, begin } = omvang();
  yield { naam: 'pagina: scripts en stijl, eerste scherm', waarde: begin, eenheid: 'kB gzip' };
  yield { naam: 'pagina: scripts en stijl, alles samen', waarde: alles, eenheid: 'kB gzip', doel: { hoogstens: 450 } };
  if (!existsSync(CHROMIUM)) return;

  const map = mkdtempSync(join(tmpdir(), 'arrangement-bench-'));
  const project = verzonnenProject(TWENTE);
  const bestand = join(map, 'twente.json');
  const indicaties = Array.from({ length: Math.max(RIJEN, project.indicaties.length) }, (_, i) => project.indicaties[i % project.indicaties.length]!);
  writeFileSync(bestand, JSON.stringify({ ...project, indicaties }));
  const server = await startWeb({ versie: 'bench', gegevensmap: map, voorbeeldmap: join(WORTEL, 'templates/voorbeeld'), paginamap: paginamap(WORTEL), maakKant: inWerker(new URL('../../electron/service/werker.ts', import.meta.url)) });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const starten: number[] = [];
    for (let i = 0; i < 5; i++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
      const blad = await context.newPage();
      const t = performance.now();
      await blad.goto(server.adres);
      await blad.getByRole('button', { name: 'Nieuw project' }).waitFor();
      starten.push(performance.now() - t);
      await context.close();
    }
    yield { naam: 'pagina: van openen tot bruikbaar', waarde: kwantiel(starten, 0.5), eenheid: 'ms', doel: { hoogstens: 1500 } };

    const blad = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
    await blad.goto(server.adres);
    const [kiezer] = await Promise.all([blad.waitForEvent('filechooser'), blad.getByRole('button', { name: 'Project openen…' }).click()]);
    await kiezer.setFiles(bestand);
    await blad.locator('.shell').waitFor({ timeout: 120_000 });
    await blad.getByRole('button', { name: 'Overslaan' }).click();
    await blad.evaluate(`location.hash = '#/scenarios/${project.scenarios[0]!.id}'`);
    await blad.locator('.outcome canvas').waitFor();
    await toetsaanslagen(blad, 10);
    const tijden = await toetsaanslagen(blad, 60);
    yield { naam: 'pagina: toetsaanslag tot nieuwe cijfers en grafiek, Twente', waarde: kwantiel(tijden, 0.5), eenheid: 'ms', doel: { hoogstens: 16 }, ijk: `90 % binnen ${kwantiel(tijden, 0.9).toFixed(1)} ms` };

    await blad.evaluate(`location.hash = '#/gegevens/rijen'`);
    await blad.getByRole('grid').getByRole('row').nth(5).waitFor();
    const frames = await scroll(blad, 240);
    yield { naam: `pagina: tabel van ${RIJEN.toLocaleString('nl-NL')} rijen, tijd tussen beelden`, waarde: kwantiel(frames, 0.95), eenheid: 'ms', doel: { hoogstens: 34 }, ijk: `de helft binnen ${kwantiel(frames, 0.5).toFixed(1)} ms` };
  } finally {
    await browser.close();
    await server.sluit();
    rmSync(map, { recursive: true, force: true });
  }
}
