/** What a user does, in words, for the e2e suites. Everything goes through what is on screen. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { WORTEL } from './hulp.ts';

export const VOORBEELDBESTANDEN = join(WORTEL, 'templates/voorbeeld/bestanden');

/** The address of a screen within the page. */
export async function naar(pagina: Page, plaats: string): Promise<void> {
  await pagina.evaluate(`location.hash = ${JSON.stringify(plaats)}`);
  await pagina.locator('main h1, .presentation').first().waitFor();
}

/** The tour comes once for each user: after a project is open it is there or it will not come. */
export async function slaRondleidingOver(pagina: Page): Promise<void> {
  await pagina.locator('.shell').waitFor();
  const knop = pagina.getByRole('button', { name: 'Overslaan' });
  if ((await knop.count()) > 0) await knop.click();
  await pagina.getByRole('navigation', { name: 'Stappen' }).waitFor();
}

/** The example, open, with the tour out of the way. */
export async function openVoorbeeld(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Voorbeeld Hengelo openen' }).click();
  await slaRondleidingOver(pagina);
}

export async function nieuwProject(pagina: Page, naam: string): Promise<void> {
  await pagina.getByRole('button', { name: 'Nieuw project' }).click();
  await pagina.getByLabel('Naam').fill(naam);
  await pagina.getByLabel('Peildatum').fill('okt 2026');
  await pagina.getByLabel('Eerste begrotingsjaar').fill('2027');
  await pagina.getByLabel('Maximale looptijd').fill('36');
  await pagina.getByRole('button', { name: 'Project maken' }).click();
}

/** Chooses files to read in, as far as what was recognised. */
export async function kiesBestanden(pagina: Page, paden: string[]): Promise<void> {
  await naar(pagina, '#/gegevens');
  const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Bestanden inlezen…' }).click()]);
  await kiezer.setFiles(paden);
  await pagina.getByRole('navigation', { name: 'Tabellen' }).waitFor();
}

/** Gives one answer in the wizard: the question that holds these words, the answer by its words. */
export async function antwoord(pagina: Page, vraag: RegExp, bestand: string, keuze: RegExp, vrij?: string): Promise<void> {
  const punt = pagina.locator('.question').filter({ hasText: vraag }).filter({ hasText: bestand });
  await punt.locator('.select-button').click();
  await pagina.getByRole('option', { name: keuze }).click();
  if (vrij !== undefined) await punt.getByRole('combobox').fill(vrij);
}

/** The key figure of the outcome beside the editor, as it reads: `−557.325 V`. */
export async function uitkomst(pagina: Page): Promise<string> {
  return metLetter(await pagina.locator('.outcome-key .effect').innerText());
}
/** The letter stands in a column of its own: with one space before it, however it was laid out. */
export const metLetter = (tekst: string): string => tekst.replaceAll(/\s+/g, '').replaceAll(/([VN])/g, ' $1');

/** Until everything that a screen loads is there: its parts, what must be counted, its charts. */
export async function tot(pagina: Page): Promise<void> {
  await pagina.locator('.loading-line, .task, .chart-canvas:not(:has(canvas))').first().waitFor({ state: 'detached' });
}

/** Pastes as from Excel, into what has the focus. */
export async function plak(pagina: Page, tekst: string): Promise<void> {
  await pagina.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(tekst)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })()`);
}

/** Lets go of files over a part of the page, as dragged from a folder. */
export async function laatLos(pagina: Page, kiezer: string, bestanden: { naam: string; inhoud: string }[]): Promise<void> {
  await pagina.evaluate(`(() => {
    const data = new DataTransfer();
    for (const { naam, inhoud } of ${JSON.stringify(bestanden)}) data.items.add(new File([inhoud], naam));
    const doel = document.querySelector(${JSON.stringify(kiezer)});
    for (const soort of ['dragenter', 'dragover', 'drop']) doel.dispatchEvent(new DragEvent(soort, { dataTransfer: data, bubbles: true, cancelable: true }));
  })()`);
}

/** A cell of a table by the text of its first column and of its heading. */
export async function cel(pagina: Page, tabel: string, rij: RegExp | number, kop: RegExp): Promise<Locator> {
  const raster = pagina.getByRole('grid', { name: tabel, exact: true });
  const koppen = await raster.getByRole('columnheader').allInnerTexts();
  const k = koppen.findIndex((t) => kop.test(t.replaceAll(/\s+/g, ' ').trim()));
  if (k < 0) throw new Error(`${tabel} has no column ${String(kop)}, only ${koppen.join(', ')}`);
  const rijen = raster.locator('.grid-body [role=row]');
  return (typeof rij === 'number' ? rijen.nth(rij) : rijen.filter({ hasText: rij }).first()).getByRole('gridcell').nth(k);
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and good practice: one line per rule, with where. */
export async function toegankelijkheidsfouten(pagina: Page): Promise<string[]> {
  if (!(await pagina.evaluate('typeof axe === "object"'))) await pagina.evaluate(axe);
  return pagina.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')))`);
}
