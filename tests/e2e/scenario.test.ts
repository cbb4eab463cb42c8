/** The editor: figures follow each keystroke, pupils without access and VOORBEELD stay in sight, every change can be undone, and a scenario keeps its differences. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { naar, openVoorbeeld, plak, uitkomst } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

describe.skipIf(!app.kan)(app.naam('scenario’s'), () => {
  let pagina: Page;
  beforeEach(async () => {
    ({ pagina } = await app.open());
    await openVoorbeeld(pagina);
    await naar(pagina, '#/scenarios/alle-scholen');
    await pagina.locator('.outcome-key').waitFor();
  });

  it('the outcome follows each keystroke, is stored, and comes back with undo and redo', async () => {
    const eerst = await uitkomst(pagina);
    const veld = pagina.getByLabel('Realisatie', { exact: true });
    await veld.fill('5');
    const vijf = await uitkomst(pagina);
    await veld.press('End');
    await pagina.keyboard.type('0');
    const vijftig = await uitkomst(pagina);
    expect(new Set([eerst, vijf, vijftig]).size).toBe(3);
    await veld.press('Tab');
    await pagina.getByText('Opgeslagen', { exact: true }).waitFor();
    await pagina.getByRole('button', { name: /^Ongedaan: Realisatie 50/ }).click();
    await expect.poll(() => uitkomst(pagina)).toBe(eerst);
    await pagina.getByRole('button', { name: /^Opnieuw: Realisatie 50/ }).click();
    await expect.poll(() => uitkomst(pagina)).toBe(vijftig);
    await pagina.reload();
    await pagina.locator('.outcome-key').waitFor();
    expect(await uitkomst(pagina)).toBe(vijftig);
  });

  it('what cannot be read is refused beside the field, and changes nothing', async () => {
    const eerst = await uitkomst(pagina);
    const veld = pagina.getByLabel('Realisatie', { exact: true });
    await veld.fill('120');
    await pagina.getByText('Maximaal 100 %.').waitFor();
    await veld.fill('veel');
    await pagina.getByText('“veel” is geen getal').waitFor();
    expect(await uitkomst(pagina)).toBe(eerst);
    await veld.press('Escape');
    expect(await veld.inputValue()).toBe('85');
  });

  it('pupils without access and the mark of an example stay in sight', async () => {
    for (const deel of ['scholen', 'regionaal', 'verdeling', 'deelnemers', 'uitgangspunten']) {
      await naar(pagina, `#/scenarios/alle-scholen/${deel}`);
      expect(await pagina.getByText('286 leerlingen zonder toegang').first().isVisible()).toBe(true);
      expect(await pagina.getByText('VOORBEELD – bedragen fictief', { exact: true }).isVisible()).toBe(true);
    }
    await naar(pagina, '#/scenarios/alle-scholen/deelnemers');
    await pagina.getByLabel('Wat voor hen geldt').click();
    await pagina.getByRole('option', { name: /Gastvrij/ }).click();
    await pagina.getByText('Alle leerlingen van deze scholen hebben toegang.').waitFor();
  });

  it('an example cannot be frozen', async () => {
    await pagina.getByRole('button', { name: 'Vaststellen' }).click();
    const dialoog = pagina.getByRole('dialog', { name: 'Scenario vaststellen' });
    await dialoog.getByText(/nog voorbeeldcijfers/).waitFor();
    expect(await dialoog.getByRole('button', { name: 'Vaststellen' }).isDisabled()).toBe(true);
  });

  it('a variant shows what its parent had, and goes back to it', async () => {
    await naar(pagina, '#/scenarios/cofinanciering');
    const terug = pagina.getByRole('button', { name: 'was 85 % in het bovenliggende scenario; terugzetten' });
    await terug.click();
    await terug.waitFor({ state: 'detached' });
    expect(await pagina.getByLabel('Realisatie', { exact: true }).inputValue()).toBe('85');
  });

  it('a block from Excel goes into the table as one change, and a block with a fault not at all', async () => {
    const tabel = pagina.getByRole('grid', { name: 'Scholen in dit scenario' });
    const cel = (school: string): ReturnType<typeof tabel.locator> => tabel.getByRole('row', { name: new RegExp(school) }).getByRole('gridcell').nth(4);
    const opBatavier = async (tekst: string): Promise<void> => {
      await cel('Batavier').click();
      await plak(pagina, tekst);
    };
    await opBatavier('70\r\n65\r\nveel\r\n');
    await pagina.getByText(/Niets geplakt/).waitFor();
    expect(await cel('Batavier').innerText()).toContain('85');
    await opBatavier('70\r\n65\r\n');
    await expect.poll(() => cel('Stapsteen').innerText()).toContain('65');
    expect(await cel('Batavier').innerText()).toContain('70');
    await pagina.getByRole('button', { name: /^Ongedaan: Realisatie gewijzigd/ }).click();
    await expect.poll(() => cel('Batavier').innerText()).toContain('85');
    expect(await cel('Stapsteen').innerText()).toContain('85');
  });

  it('any figure opens to its formula, its assumptions with their source, and the rows behind it', async () => {
    await pagina.locator('.outcome-key button').click();
    const paneel = pagina.getByRole('dialog');
    await paneel.getByRole('button', { name: 'Individuele zorg die minder of meer wordt' }).click();
    await paneel.getByRole('button', { name: 'Stapsteen' }).click();
    await paneel.getByRole('button', { name: 'Jeugdhulp ambulant' }).click();
    await paneel.getByText('kosten nu × index × vervangbaar deel × realisatie × vrijval', { exact: false }).waitFor();
    expect(await paneel.innerText()).toContain('verzonnen voor dit voorbeeld');
    await paneel.getByRole('button', { name: 'Rijen erachter tonen' }).click();
    await paneel.getByRole('region', { name: 'Rijen achter het getal' }).getByRole('row').nth(3).waitFor();
  });

  it('in a meeting the slider changes the figures, and nothing is stored', async () => {
    await naar(pagina, '#/vergelijken/presentatie');
    await pagina.getByRole('button', { name: /^Intern/ }).click();
    const figuur = pagina.locator('.slide-figure');
    const eerst = await figuur.innerText();
    const revisie = await pagina.evaluate('document.querySelector(".presentation") !== null');
    expect(revisie).toBe(true);
    for (let i = 0; i < 4; i++) await pagina.keyboard.press('ArrowDown');
    await expect.poll(() => figuur.innerText()).not.toBe(eerst);
    await pagina.getByText('wat als: realisatie op alle scholen 65 %').waitFor();
    expect(await pagina.locator('.what-if-source').innerText()).toContain('verzonnen voor dit voorbeeld');
    await pagina.keyboard.press('0');
    await expect.poll(() => figuur.innerText()).toBe(eerst);
    await pagina.keyboard.press('ArrowRight');
    await pagina.getByText('2 van 5').waitFor();
    await pagina.keyboard.press('Escape');
    await naar(pagina, '#/logboek');
    expect(await pagina.locator('.log').innerText()).not.toMatch(/Realisatie/);
  });
});
