/** What existing arrangements cost whom: set in their cell or in the fields below it, with a source, and taken back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { cel, naar, openVoorbeeld, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const TABEL = 'Bestaande arrangementen';

describe.skipIf(!app.kan)(app.naam('bestaande arrangementen'), () => {
  let pagina: Page;
  beforeEach(async () => {
    ({ pagina } = await app.open());
    await openVoorbeeld(pagina);
    await naar(pagina, '#/gegevens/bestaand');
    await pagina.getByRole('button', { name: 'Bestaand arrangement toevoegen' }).click();
    const vak = pagina.getByRole('dialog');
    await vak.getByLabel('School').click();
    await pagina.getByRole('option', { name: 'Stapsteen' }).click();
    await vak.getByLabel('Bedrag per jaar, €').fill('40.000');
    await vak.getByRole('button', { name: 'Toevoegen' }).click();
    await vak.waitFor({ state: 'detached' });
  });
  const lees = async (kop: RegExp): Promise<string> => (await (await cel(pagina, TABEL, 0, kop)).innerText()).replaceAll('\u00a0', ' ');
  const kies = async (kop: RegExp): Promise<Locator> => {
    const plek = await cel(pagina, TABEL, 0, kop);
    await plek.click();
    return plek;
  };

  it('in a cell, by keyboard: what does not add up stays open and says why', async () => {
    await kies(/^Dekking/);
    await pagina.keyboard.press('F2');
    expect((await pagina.locator('.grid-editor').inputValue()).replaceAll('\u00a0', ' ')).toBe('gemeenten');
    await pagina.locator('.grid-editor').fill('80 % gemeenten, 10 % samenwerkingsverband');
    await pagina.keyboard.press('Enter');
    await pagina.locator('.grid-why').getByText(/tellen op tot 90.%/).waitFor();
    await pagina.locator('.grid-editor').fill('80 % gemeenten, 20 % samenwerkingsverband');
    await pagina.keyboard.press('Enter');
    await expect.poll(() => lees(/^Dekking/)).toBe('80 % gemeenten; 20 % samenwerkingsverband');
    expect(await pagina.getByLabel('Aandeel samenwerkingsverband').inputValue()).toBe('20');
    // Emptied is what holds without one.
    await kies(/^Dekking/);
    await pagina.keyboard.press('Delete');
    await expect.poll(() => lees(/^Dekking/)).toBe('gemeenten');
  });

  it('in fields below the table: shares of its own begin as what held, count in the nulscenario, and undo takes them back', async () => {
    const detail = pagina.getByRole('region', { name: 'Dekking en verdeling van Stapsteen' });
    await naar(pagina, '#/nulmeting');
    const totaal = pagina.locator('.totals div').filter({ hasText: 'Nulscenario 2027' }).locator('dd');
    const eerst = await totaal.innerText();
    await naar(pagina, '#/gegevens/bestaand');

    await detail.getByText('Eigen aandelen', { exact: true }).click();
    await expect.poll(() => lees(/^Verdeeld over/)).toMatch(/^62,18 % Hengelo; /);
    expect(await detail.getByRole('alert').count() + (await detail.locator('.notice').count())).toBe(0);
    await detail.getByLabel('Aandeel Hengelo').fill('50');
    await detail.getByText(/De aandelen tellen op tot 87,82.%/).waitFor();
    await detail.getByLabel('Aandeel Borne').fill('25,129534');
    await detail.getByText(/De aandelen tellen op/).waitFor({ state: 'detached' });
    await detail.getByRole('button', { name: 'rijk', exact: true }).click();
    await detail.getByLabel('Aandeel rijk').fill('25');
    expect(await detail.getByLabel('Aandeel gemeenten').inputValue()).toBe('75');
    await pagina.getByText('Opgeslagen', { exact: true }).waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);

    await naar(pagina, '#/nulmeting');
    await expect.poll(() => totaal.innerText()).not.toBe(eerst);
    await naar(pagina, '#/gegevens/bestaand');
    await pagina.getByRole('button', { name: /^Ongedaan: Dekking rijk 25/ }).click();
    await expect.poll(() => lees(/^Dekking/)).not.toContain('25 %');
    await pagina.getByText('Naar leerlingen', { exact: true }).click();
    await expect.poll(() => lees(/^Verdeeld over/)).toBe('naar leerlingen');
  });

  it('what is selected has a source, several values at once too; a value that changes loses it', async () => {
    await kies(/^School/);
    expect(await pagina.getByRole('button', { name: /^Bron van/ }).count()).toBe(0);
    await kies(/^Bedrag/);
    await pagina.getByRole('button', { name: 'Bron van bedrag van Stapsteen: geen bron' }).click();
    const vak = pagina.getByRole('dialog', { name: 'Bron van bedrag van Stapsteen' });
    await vak.getByLabel('Bron', { exact: true }).fill('Begroting 2026');
    await vak.getByText('Vastgesteld', { exact: true }).click();
    await vak.getByRole('button', { name: 'Bron vastleggen' }).click();
    const merk = pagina.getByRole('button', { name: /^Bron van bedrag van Stapsteen/ });
    await expect.poll(() => merk.innerText()).toBe('vastgesteld');
    await kies(/^Bedrag/);
    await pagina.keyboard.type('41000');
    await pagina.keyboard.press('Enter');
    await expect.poll(() => merk.innerText()).toBe('aanname');

    // The products of the example share one source; two of them get another.
    await naar(pagina, '#/gegevens/producten');
    await (await cel(pagina, 'Producten', 0, /^Vervangbaar/)).click();
    await pagina.keyboard.press('Shift+ArrowDown');
    await pagina.getByRole('button', { name: 'Bron van 2 waarden: voorbeeld' }).click();
    const tweede = pagina.getByRole('dialog', { name: 'Bron van 2 waarden' });
    await tweede.getByLabel('Bron', { exact: true }).fill('Expertsessie');
    await tweede.getByText('Aanname', { exact: true }).click();
    await tweede.getByRole('button', { name: 'Bron vastleggen' }).click();
    await pagina.getByRole('button', { name: 'Bron van 2 waarden: aanname' }).waitFor();
    const italic = async (rij: number): Promise<boolean> => /mark-example/.test((await (await cel(pagina, 'Producten', rij, /^Vervangbaar/)).getAttribute('class')) ?? '');
    expect([await italic(0), await italic(1), await italic(2)]).toEqual([false, false, true]);
    await (await cel(pagina, 'Producten', 1, /^Vervangbaar/)).click();
    await pagina.keyboard.press('Shift+ArrowDown');
    await pagina.getByRole('button', { name: 'Bron van 2 waarden: verschillend' }).waitFor();

    // So has the matrix of pupils.
    await naar(pagina, '#/gegevens/leerlingen');
    const leerlingen = (kop: RegExp): Promise<Locator> => cel(pagina, 'Leerlingen per school en gemeente', /Stapsteen/, kop);
    await (await leerlingen(/^Hengelo/)).click();
    await pagina.getByRole('button', { name: 'Bron van leerlingen Stapsteen, Hengelo: voorbeeld' }).click();
    const derde = pagina.getByRole('dialog', { name: 'Bron van leerlingen Stapsteen, Hengelo' });
    await derde.getByLabel('Bron', { exact: true }).fill('Telling oktober');
    await derde.getByText('Vastgesteld', { exact: true }).click();
    await derde.getByRole('button', { name: 'Bron vastleggen' }).click();
    await pagina.getByRole('button', { name: 'Bron van leerlingen Stapsteen, Hengelo: vastgesteld' }).waitFor();
    expect(await (await leerlingen(/^Hengelo/)).getAttribute('class')).not.toMatch(/mark-example/);
    expect(await (await leerlingen(/^Borne/)).getAttribute('class')).toMatch(/mark-example/);
    // What is typed over an example is none any more.
    await (await leerlingen(/^Borne/)).click();
    await pagina.keyboard.type('26');
    await pagina.keyboard.press('Enter');
    await expect.poll(async () => (await leerlingen(/^Borne/)).getAttribute('class')).not.toMatch(/mark-example/);
  });
});
