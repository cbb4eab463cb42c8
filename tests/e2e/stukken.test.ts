/** Documents from the app: chosen, looked at, made by a real browser, saved, and read back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { naar, openVoorbeeld, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp } from './hulp.ts';
import { NIET_GEDRUKT, kanDrukken } from '../hulp/poppler.ts';

const app = gebruikApp();
const kan = app.kan && kanDrukken;

describe.skipIf(!kan)(`stukken${NIET_GEDRUKT}`, () => {
  let map: string;
  beforeAll(() => void (map = mkdtempSync(join(tmpdir(), 'stukken-'))));
  afterAll(() => rmSync(map, { recursive: true, force: true }));
  const tekstVan = (naam: string, pdf: Uint8Array): string => {
    writeFileSync(join(map, naam), pdf);
    return execFileSync('pdftotext', ['-layout', join(map, naam), '-'], { encoding: 'utf8' });
  };

  it('go to the reader that was asked for, with nothing that is hidden from that reader', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/voorstel');
    const maken = pagina.getByRole('button', { name: 'Pdf’s maken' });
    expect(await maken.isDisabled()).toBe(true);
    await pagina.getByText('Openbaar', { exact: true }).click();
    await maken.click();
    const [download] = await Promise.all([pagina.waitForEvent('download'), pagina.getByRole('button', { name: 'Alle stukken opslaan' }).click({ timeout: 60_000 })]);
    expect(download.suggestedFilename()).toMatch(/^Stukken voor openbaar.*\.zip$/);
    await download.saveAs(join(map, 'alle.zip'));
    const stukken = unzipSync(new Uint8Array(await readFile(join(map, 'alle.zip'))));
    expect(Object.keys(stukken).sort()).toEqual(['afspraken', 'besluit', 'locatiebladen', 'uw-gemeente-borne-gm0147', 'uw-gemeente-hengelo-gm0164', 'uw-gemeente-hof-van-twente-gm1735', 'vergelijking'].map((naam) => `${naam}-openbaar.pdf`));
    for (const [naam, pdf] of Object.entries(stukken)) {
      const tekst = tekstVan(naam, pdf);
      expect(tekst).toContain('openbaar – kleine aantallen verborgen');
      expect(tekst).toContain('VOORBEELD');
      expect(tekst).not.toContain('vertrouwelijk');
      // Taken together as overige gemeenten: named as such, and never with a figure of its own.
      for (const regel of tekst.split('\n')) if (/Buiten Twente|Overig Twente/.test(regel)) expect(regel).toMatch(/Samengenomen als overige gemeenten/);
    }
  });

  it.each(['light', 'dark'] as const)('can be looked at before they are made, as they will read, on white paper in %s', async (colorScheme) => {
    const { pagina } = await app.open({ colorScheme });
    await openVoorbeeld(pagina);
    await naar(pagina, '#/voorstel/voorbeeld');
    await pagina.getByText('Kies eerst voor wie').waitFor();
    await pagina.getByRole('button', { name: 'Naar Maken' }).click();
    await pagina.getByText('Klankbordgroep', { exact: true }).click();
    await pagina.getByRole('button', { name: 'Eerst bekijken' }).click();
    const blad = pagina.getByRole('article');
    await blad.getByText('klankbordgroep – kleine aantallen verborgen').waitFor({ timeout: 30_000 });
    await blad.getByRole('table', { name: /Wat het de gemeenten samen kost/ }).waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    expect(await blad.evaluate((e) => getComputedStyle((e as unknown as { shadowRoot: { querySelector(s: string): never } }).shadowRoot.querySelector('.blad')).backgroundColor)).toBe('rgb(255, 255, 255)');
    await pagina.getByRole('button', { name: /^Stuk/ }).or(pagina.locator('.compare-scenario button')).first().click();
    await pagina.getByRole('option', { name: 'Uw gemeente: Borne' }).click();
    await blad.getByRole('heading', { name: 'Uw gemeente: Borne' }).waitFor();
  });

  it('can be stopped, and then there is nothing', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/voorstel');
    await pagina.getByText('Klankbordgroep', { exact: true }).click();
    await pagina.getByRole('button', { name: 'Pdf’s maken' }).click();
    await pagina.getByRole('button', { name: 'Annuleren' }).click();
    await pagina.getByRole('button', { name: 'Annuleren' }).waitFor({ state: 'detached' });
    await expect.poll(() => pagina.getByRole('button', { name: 'Pdf’s maken' }).isEnabled()).toBe(true);
    expect(await pagina.getByRole('button', { name: 'Alle stukken opslaan' }).count()).toBe(0);
  });
});
