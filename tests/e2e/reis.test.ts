/** The whole journey: messy files → answers → nulmeting → scenario → compare → voorstel → the workbook opened, as a first-time user goes it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { antwoord, kiesBestanden, metLetter, naar, nieuwProject, openVoorbeeld, slaRondleidingOver, uitkomst, VOORBEELDBESTANDEN } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const map = mkdtempSync(join(tmpdir(), 'arrangement-reis-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
const geheel = (tekst: string): number => Number(tekst.replaceAll('.', '').replace('−', '-').replace(/[^\d-]/g, ''));

describe.skipIf(!app.kan)(app.naam('de hele reis'), () => {
  it('from files of four gemeenten to a workbook that says the same as the screen', async () => {
    const { pagina } = await app.open();
    await nieuwProject(pagina, 'Reis');
    await slaRondleidingOver(pagina);

    // Files: recognised, asked about, read.
    await kiesBestanden(pagina, readdirSync(VOORBEELDBESTANDEN).map((naam) => join(VOORBEELDBESTANDEN, naam)));
    await pagina.getByRole('button', { name: /voorstellen overnemen/ }).click();
    await antwoord(pagina, /“gemeente”/, 'indicaties-hengelo.csv', /hele bestand/, 'Hengelo');
    await antwoord(pagina, /“product”/, 'indicaties-hengelo.csv', /Productcategorie/);
    await antwoord(pagina, /“gemeente”/, 'indicaties-hof-van-twente.xlsx', /hele bestand/, 'Hof van Twente');
    await antwoord(pagina, /“gemeente”/, 'indicaties-overige-gemeenten.csv', /Herkomst/);
    await pagina.getByRole('button', { name: 'Antwoorden toepassen' }).click();
    const som = pagina.locator('.wizard-sum');
    await som.filter({ hasText: 'geweigerd' }).waitFor();
    expect(await pagina.locator('.wizard-list').innerText()).toContain('indicaties-hengelo.csv');
    await pagina.locator('button.sheet-item', { hasText: 'indicaties-hengelo.csv' }).click();
    const regels = pagina.getByRole('region', { name: 'Verantwoording' });
    expect(await regels.innerText()).toMatch(/rijen in het bestand = .* aanvaard \+ \d+ geweigerd/);
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('grid', { name: 'Leveringen' }).waitFor();
    expect(await pagina.getByRole('grid', { name: 'Leveringen' }).getByRole('row').count()).toBe(1 + readdirSync(VOORBEELDBESTANDEN).length);

    // Nulmeting: one figure down to the rows behind it.
    await naar(pagina, '#/nulmeting');
    const kosten = geheel((await pagina.locator('.totals-key').innerText()).split(':').at(-1)!);
    expect(kosten).toBeGreaterThan(1_000_000);
    await pagina.locator('.totals-key button').click();
    const paneel = pagina.getByRole('dialog', { name: /Kosten nu/ });
    await paneel.getByRole('button', { name: 'Rijen erachter tonen' }).click();
    await paneel.getByText(/samen € [\d.]+ in de twaalf maanden/).waitFor();
    expect(geheel((/samen € ([\d.]+)/.exec(await paneel.innerText()) as RegExpExecArray)[1]!)).toBe(kosten);
    await pagina.keyboard.press('Escape');

    // Scenario: a school, a team, and an outcome.
    await naar(pagina, '#/scenarios');
    await pagina.getByRole('button', { name: 'Scenario maken' }).click();
    await pagina.getByRole('gridcell', { name: 'Stapsteen' }).click();
    await pagina.getByRole('button', { name: 'Arrangement toevoegen' }).click();
    const vragen = pagina.getByRole('dialog', { name: /Arrangement op/ });
    await vragen.getByLabel('Start').fill('aug 2027');
    await vragen.getByLabel('Start').press('Tab');
    await vragen.getByLabel('Realisatie').fill('85');
    await vragen.getByRole('button', { name: 'Arrangement toevoegen' }).click();
    await vragen.waitFor({ state: 'detached' });
    await naar(pagina, `${await pagina.evaluate('location.hash.split("/").slice(0, 3).join("/")')}/deelnemers`);
    await pagina.getByLabel('Wat voor hen geldt').click();
    await pagina.getByRole('option', { name: /Individueel/ }).click();
    await pagina.getByText(/zonder toegang/).first().waitFor();
    const effect = await uitkomst(pagina);
    expect(effect).toMatch(/^−[\d.]+ V$/);

    // Compare: the same figure against the nulscenario.
    await naar(pagina, '#/vergelijken');
    const tabel = pagina.getByRole('grid', { name: 'Scenario’s naast elkaar' });
    expect(metLetter(await tabel.getByRole('row', { name: /Verschil 2030/ }).innerText())).toContain(effect);

    // Voorstel: asked for whom, made, recalculated, saved; and the workbook opened.
    await naar(pagina, '#/voorstel');
    await pagina.getByText('Intern', { exact: true }).click();
    await pagina.getByRole('textbox', { name: /grondslag/ }).fill('Samenwerkingsovereenkomst, artikel 4');
    await pagina.getByRole('button', { name: 'Werkmap maken' }).click();
    await pagina.getByText('Werkmap en rekenkern.').waitFor({ timeout: 60_000 });
    const [download] = await Promise.all([pagina.waitForEvent('download'), pagina.getByRole('button', { name: 'Voorstel opslaan…' }).click()]);
    const pad = join(map, 'voorstel.xlsx');
    await download.saveAs(pad);
    const werkmap = new ExcelJS.Workbook();
    await werkmap.xlsx.readFile(pad);
    expect(werkmap.worksheets.map((blad) => blad.name)).toContain('Besluit');
    const [plaats] = werkmap.definedNames.getRanges('Effect_2030').ranges;
    const [blad, cel] = (plaats as string).split('!') as [string, string];
    const waarde = werkmap.getWorksheet(blad.replaceAll(/^'|'$/g, ''))?.getCell(cel.replaceAll('$', '')).result;
    expect(Math.round(waarde as number)).toBe(geheel(effect));
  });

  it('takes a first-time user from start to a saved proposal of the example in under ten clicks', async () => {
    const { pagina } = await app.open();
    let klikken = 0;
    await pagina.exposeFunction('telKlik', () => klikken++);
    await pagina.evaluate(`addEventListener('click', (e) => e.isTrusted && telKlik(), true)`);
    await openVoorbeeld(pagina);
    await pagina.getByRole('link', { name: /Voorstel/ }).click();
    await pagina.getByText('Intern', { exact: true }).click();
    await pagina.getByRole('textbox', { name: /grondslag/ }).fill('Overeenkomst');
    await pagina.getByRole('button', { name: 'Werkmap maken' }).click();
    await pagina.getByText('Werkmap en rekenkern.').waitFor({ timeout: 60_000 });
    await Promise.all([pagina.waitForEvent('download'), pagina.getByRole('button', { name: 'Voorstel opslaan…' }).click()]);
    expect(klikken).toBeGreaterThan(4);
    expect(klikken).toBeLessThan(10);
  });
});
