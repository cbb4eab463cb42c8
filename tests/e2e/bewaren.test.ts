/** Nothing is lost: a page that goes away, a second window, a file that is refused, an import that is taken back, a point in the log. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kiesBestanden, naar, openVoorbeeld, uitkomst } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const map = mkdtempSync(join(tmpdir(), 'arrangement-bewaren-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

describe.skipIf(!app.kan)(app.naam('bewaren'), () => {
  it('what was typed just before the window closed is there when the project is opened again', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/scenarios/alle-scholen');
    await pagina.getByLabel('Realisatie', { exact: true }).fill('62');
    const laatst = await uitkomst(pagina);
    await pagina.close({ runBeforeUnload: true });

    const { pagina: weer } = await app.open();
    await expect.poll(async () => {
      await weer.reload();
      await weer.locator('.recent button').first().click();
      return weer.locator('.rail, [role=alert]').first().innerText();
    }, { timeout: 20_000 }).toContain('Scenario');
    await naar(weer, '#/scenarios/alle-scholen');
    await weer.locator('.outcome-key').waitFor();
    expect(await uitkomst(weer)).toBe(laatst);
  });

  it('a second window reads only, says who has it, and sees what the first one changes', async () => {
    const { pagina: eerste } = await app.open();
    await openVoorbeeld(eerste);
    const { pagina: tweede } = await app.open();
    await tweede.locator('.recent button').first().click();
    await tweede.getByRole('navigation', { name: 'Stappen' }).waitFor();
    expect(await tweede.getByText(/Alleen lezen\. .* heeft dit project open op/).isVisible()).toBe(true);
    await naar(tweede, '#/scenarios/alle-scholen');
    expect(await tweede.getByLabel('Realisatie', { exact: true }).getAttribute('readonly')).not.toBeNull();
    expect(await tweede.getByRole('button', { name: 'Vaststellen' }).count()).toBe(0);
    const eerst = await uitkomst(tweede);
    await naar(eerste, '#/scenarios/alle-scholen');
    await eerste.getByLabel('Realisatie', { exact: true }).fill('40');
    const nieuw = await uitkomst(eerste);
    expect(nieuw).not.toBe(eerst);
    await expect.poll(() => uitkomst(tweede), { timeout: 15_000 }).toBe(nieuw);
  });

  it('a file that is no project is refused with what to do', async () => {
    const pad = join(map, 'verslag.arrangement');
    writeFileSync(pad, 'Dit is een brief en geen project.');
    const { pagina } = await app.open();
    const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Project openen…' }).click()]);
    await kiezer.setFiles(pad);
    const melding = pagina.getByRole('alert');
    await melding.waitFor();
    expect((await melding.innerText()).length).toBeGreaterThan(40);
    expect(await melding.innerText()).not.toMatch(/Error:|undefined| at .*:\d/);
  });

  it('a screen that does not load says so, the rest goes on, and it comes when the program is loaded again', async () => {
    const { pagina } = await app.open({ foutenVerwacht: true });
    await openVoorbeeld(pagina);
    await pagina.route('**/assets/Logboek*.js', (route) => route.abort());
    await pagina.getByRole('link', { name: 'Logboek' }).click();
    const melding = pagina.getByRole('alert').filter({ hasText: 'Dit scherm is niet geladen' });
    await melding.waitFor();
    expect(await melding.innerText()).not.toMatch(/fetch|module|http/i);
    await pagina.getByRole('link', { name: /Nulmeting/ }).click();
    await pagina.locator('.totals-key').waitFor();
    await pagina.getByRole('link', { name: 'Logboek' }).click();
    await pagina.unroute('**/assets/Logboek*.js');
    await melding.getByRole('button', { name: 'Opnieuw laden' }).click();
    await expect.poll(() => pagina.locator('.log').isVisible()).toBe(true);
  });

  it('a delivery can be taken back, and that too', async () => {
    const pad = join(map, 'extra scholen.csv');
    writeFileSync(pad, 'id;naam;soort;gemeente\nproef;Proefschool;SO;Hengelo\n');
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    const aantal = async (): Promise<string> => pagina.getByRole('tab', { name: /^Scholen/ }).innerText();
    await naar(pagina, '#/gegevens');
    const eerst = await aantal();
    await kiesBestanden(pagina, [pad]);
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('grid', { name: 'Leveringen' }).waitFor();
    await expect.poll(aantal).not.toBe(eerst);
    const na = await aantal();
    await pagina.getByRole('row', { name: /extra scholen/ }).getByRole('gridcell', { name: 'Ongedaan maken' }).click();
    await pagina.getByRole('alertdialog').getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(aantal).toBe(eerst);
    await pagina.keyboard.press('Control+y');
    await expect.poll(aantal).toBe(na);
  });

  it('the log says from what to what, and leads back to any point', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/scenarios/alle-scholen');
    const eerst = await uitkomst(pagina);
    await pagina.getByLabel('Realisatie', { exact: true }).fill('30');
    await pagina.getByLabel('Realisatie', { exact: true }).press('Tab');
    await pagina.getByText('Opgeslagen', { exact: true }).waitFor();
    await naar(pagina, '#/logboek');
    const regel = pagina.locator('.log tbody tr').first();
    await regel.locator('summary').click();
    expect(await regel.innerText()).toMatch(/van 0,85 naar 0,3|van .*0,85.* naar .*0,3/s);
    await pagina.locator('.log tbody tr').nth(1).getByRole('button', { name: /Hierheen terug/ }).click();
    await pagina.getByRole('alertdialog').getByRole('button', { name: 'Teruggaan' }).click();
    await pagina.getByRole('status').filter({ hasText: 'Terug naar' }).waitFor();
    await naar(pagina, '#/scenarios/alle-scholen');
    await expect.poll(() => uitkomst(pagina)).toBe(eerst);
  });
});
