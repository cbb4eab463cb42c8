/** Refused rows in the page: corrected one by one beside their reasons, or in the workbook that is read again; undone; and rows shared and erased from the screens. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openBron } from '../../electron/exchange/lezen/bron.ts';
import { werkmap } from '../unit/invoer/werkmap.ts';
import { cel, kiesBestanden, naar, openVoorbeeld, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const map = mkdtempSync(join(tmpdir(), 'arrangement-geweigerd-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
/** `BEELDEN=map` keeps a picture of each step. */
const beeld = async (pagina: Page, naam: string): Promise<void> => {
  const naarMap = process.env['BEELDEN'];
  if (naarMap !== undefined) await pagina.waitForTimeout(300);
  if (naarMap !== undefined) await pagina.screenshot({ path: join(naarMap, `${naam}.png`) });
};
const TABEL = 'Geweigerde rijen';
const staat = async (pagina: Page, rij: RegExp): Promise<string> => (await cel(pagina, TABEL, rij, /^Staat/)).innerText();

describe.skipIf(!app.kan)(app.naam('geweigerde rijen'), () => {
  it('are corrected beside their reasons, kept as a repair, and refused again when that is undone', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/gegevens/geweigerd');
    await pagina.getByText('2 rijen tellen niet mee.', { exact: false }).waitFor();
    await beeld(pagina, 'lijst');
    await (await cel(pagina, TABEL, /indicaties-borne/, /^Staat/)).click();
    const paneel = pagina.getByRole('dialog', { name: 'Geweigerde rij verbeteren' });
    await paneel.getByLabel('einddatum').waitFor();
    expect(await paneel.getByLabel('einddatum').inputValue()).toBe('2025-07-31');
    await paneel.getByText('ligt voor de begindatum', { exact: false }).waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await beeld(pagina, 'paneel');

    // Still wrong: refused for what is wrong now, and nothing is kept.
    await paneel.getByLabel('einddatum').fill('31-02-2027');
    await paneel.getByRole('button', { name: 'Controleren en herstellen' }).click();
    await paneel.getByText('is geen datum', { exact: false }).waitFor();
    await paneel.getByLabel('einddatum').fill('2027-01-31');
    await paneel.getByRole('button', { name: 'Controleren en herstellen' }).click();
    const toch = paneel.getByRole('button', { name: 'Toch herstellen' });
    await Promise.race([toch.waitFor(), paneel.waitFor({ state: 'detached' })]);
    if (await toch.isVisible().catch(() => false)) {
      await beeld(pagina, 'waarschuwing');
      await toch.click();
    }
    await paneel.waitFor({ state: 'detached' });
    await pagina.getByText('1 rij telt niet mee, 1 hersteld.', { exact: false }).waitFor();
    expect(await staat(pagina, /indicaties-borne/)).toBe('hersteld');
    await beeld(pagina, 'hersteld');
    await naar(pagina, '#/gegevens/leveringen');
    await pagina.getByText('herstel van indicaties-borne.csv:', { exact: false }).first().waitFor();
    await beeld(pagina, 'leveringen');

    await pagina.keyboard.press('Control+z');
    await naar(pagina, '#/gegevens/geweigerd');
    await pagina.getByText('2 rijen tellen niet mee.', { exact: false }).waitFor();
    expect(await staat(pagina, /indicaties-borne/)).toBe('Verbeteren…');
    await pagina.keyboard.press('Control+y');
    await pagina.getByText('1 hersteld', { exact: false }).waitFor();
  });

  it('leave as a workbook, and come in corrected beside their delivery; once', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/gegevens/geweigerd');
    const [download] = await Promise.all([pagina.waitForEvent('download'), pagina.getByRole('button', { name: 'Werkmap met reden bewaren…' }).click()]);
    const pad = join(map, 'geweigerd.xlsx');
    await download.saveAs(pad);
    const bron = await openBron(pad);
    const bladen = [];
    for (const { naam, rijen } of bron.bladen) {
      const alle = [];
      for await (const stapel of rijen()) alle.push(...stapel.map(({ cellen }) => cellen.map((c) => (c === '2025-07-31' ? '2027-01-31' : (c as string | number | null)))));
      bladen.push({ naam: naam ?? '', rijen: alle });
    }
    await bron.sluit();
    const verbeterd = join(map, 'verbeterd.xlsx');
    writeFileSync(verbeterd, werkmap({ bladen }));

    const rijenVoor = await pagina.getByRole('tab', { name: /^Rijen/ }).innerText();
    await kiesBestanden(pagina, [verbeterd]);
    const herstel = pagina.getByRole('region', { name: 'Herstel van een eerdere levering' });
    await herstel.getByText('1 rij hersteld', { exact: false }).waitFor();
    expect(await herstel.innerText()).toMatch(/€\s6\.875,00\. Die komt bij de levering; er wordt niets van vervangen\.[^]*Er blijft niets geweigerd/);
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await beeld(pagina, 'wizard');
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('grid', { name: 'Leveringen' }).waitFor();
    const rijenNa = await pagina.getByRole('tab', { name: /^Rijen/ }).innerText();
    expect(Number(rijenNa.replaceAll(/\D/g, ''))).toBe(Number(rijenVoor.replaceAll(/\D/g, '')) + 1);

    await kiesBestanden(pagina, [verbeterd]);
    await pagina.getByText('Er is niets in te lezen', { exact: false }).waitFor();
    expect(await pagina.getByRole('button', { name: 'Inlezen', exact: true }).isDisabled()).toBe(true);
    await beeld(pagina, 'nogeens');
    await pagina.getByRole('button', { name: 'Annuleren' }).click();

    // Its delivery gone, it says what to do.
    await pagina.keyboard.press('Control+z');
    await naar(pagina, '#/gegevens/leveringen');
    await (await cel(pagina, 'Leveringen', /Borne\s*indicaties-borne/, /^Terug/)).click();
    await pagina.getByRole('alertdialog').or(pagina.getByRole('dialog')).getByRole('button', { name: 'Ongedaan maken' }).click();
    await pagina.getByText('ongedaan gemaakt').first().waitFor();
    await kiesBestanden(pagina, [verbeterd]);
    await pagina.getByText('is ongedaan gemaakt. Haal die levering terug', { exact: false }).first().waitFor();
    await beeld(pagina, 'ongedaan');
  });

  it('and rows: shared as an uitwisselbestand with a passphrase, read by another project, and erased', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/gegevens');
    await pagina.getByRole('button', { name: 'Delen en wissen' }).click();
    await pagina.getByRole('menuitem', { name: 'Uitwisselbestand maken…' }).click();
    const delen = pagina.getByRole('dialog', { name: 'Uitwisselbestand maken' });
    await delen.getByRole('button', { name: /^Gemeente|Gemeente$/ }).first().click();
    await pagina.getByRole('option', { name: 'Borne' }).click();
    await delen.getByLabel('Wettelijke grondslag').fill('Samenwerkingsovereenkomst, artikel 4');
    await delen.getByLabel('Wachtwoord', { exact: true }).fill('lang genoeg wachtwoord 2026');
    await beeld(pagina, 'delen');
    const [download] = await Promise.all([pagina.waitForEvent('download'), delen.getByRole('button', { name: 'Uitwisselbestand bewaren…' }).click()]);
    const pad = join(map, download.suggestedFilename());
    await download.saveAs(pad);
    await delen.getByRole('button', { name: 'Sluiten' }).last().click();

    await kiesBestanden(pagina, [pad]);
    await pagina.getByLabel(/^Wachtwoord van/).fill('verkeerd wachtwoord');
    await pagina.getByRole('button', { name: 'Openen', exact: true }).click();
    await pagina.getByLabel(/^Wachtwoord van/).fill('lang genoeg wachtwoord 2026');
    await pagina.getByRole('button', { name: 'Openen', exact: true }).click();
    await pagina.getByText('1 opgetelde rij', { exact: false }).waitFor();
    await beeld(pagina, 'uitwisselbestand');
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('grid', { name: 'Leveringen' }).waitFor();
    await (await cel(pagina, 'Leveringen', /Uitwisselbestand/, /^Staat/)).waitFor();

    await pagina.getByRole('button', { name: 'Delen en wissen' }).click();
    await pagina.getByRole('menuitem', { name: 'Rijen wissen…' }).click();
    const wissen = pagina.getByRole('alertdialog', { name: 'Rijen wissen' });
    await wissen.getByText('Alle rijen', { exact: true }).click();
    await wissen.getByLabel('Typ wissen om te bevestigen').fill('wissen');
    await wissen.getByRole('button', { name: 'Voorgoed wissen' }).click();
    await wissen.waitFor({ state: 'detached', timeout: 30_000 });
    await pagina.getByRole('tab', { name: /^Rijen/ }).waitFor({ state: 'detached' });
    expect(await pagina.getByRole('button', { name: 'Delen en wissen' }).count()).toBe(0);
    await beeld(pagina, 'gewist');
  });
});
