/** Assumptions on screen: each explained, each with its source; the index assistant, the fte builder and taakvelden per begrotingsjaar. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { cel, naar, openVoorbeeld, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

describe.skipIf(!app.kan)(app.naam('aannames'), () => {
  let pagina: Page;
  beforeEach(async () => {
    ({ pagina } = await app.open());
    await openVoorbeeld(pagina);
  });
  const waarde = (label: string): Promise<string> => pagina.getByLabel(label, { exact: true }).inputValue();
  const ongedaan = (wat: RegExp): Promise<void> => pagina.getByRole('button', { name: wat }).click();

  it('every field of the editor has a tip with its place, which the line below shows when it gets the focus', async () => {
    const zonder: string[] = [];
    for (const deel of ['scholen/stapsteen', 'regionaal', 'verdeling', 'deelnemers', 'uitgangspunten']) {
      await naar(pagina, `#/scenarios/alle-scholen/${deel}`);
      if (deel === 'regionaal') await pagina.getByRole('button', { name: /^Meer van Coördinatie/ }).click();
      if (deel === 'verdeling') await pagina.getByText('In stappen', { exact: true }).click();
      if (deel === 'uitgangspunten') {
        await pagina.getByLabel('Als niets is gemeten').click();
        await pagina.getByRole('option', { name: 'Lineair' }).click();
      }
      const velden = pagina.locator('.tab-panel').locator('input:visible, textarea:visible, .select-button:visible, .segments:visible, .checkbox:visible');
      const aantal = await velden.count();
      expect(aantal, deel).toBeGreaterThan(0);
      for (let i = 0; i < aantal; i++) {
        const veld = velden.nth(i);
        if ((await veld.evaluate((e) => (e as unknown as { closest(s: string): unknown }).closest('[data-tip]') === null))) zonder.push(`${deel}: ${await veld.evaluate((e) => (e as unknown as { parentElement: { parentElement: { textContent: string } } }).parentElement.parentElement.textContent)}`);
      }
    }
    expect(zonder).toEqual([]);
    await pagina.getByLabel('Maximale looptijd', { exact: true }).focus();
    expect(await pagina.locator('.help-line').innerText()).toMatch(/telt elke indicatie als afgelopen.*rekenmodel 4/s);
  });

  it('the index assistant gives what VNG gives for 2025, and takes it over with its source; undo takes it back', async () => {
    await naar(pagina, '#/scenarios/alle-scholen/uitgangspunten');
    const eerst = await pagina.locator('.outcome-key').innerText();
    await pagina.getByRole('button', { name: 'Indexassistent…' }).first().click();
    const vak = pagina.getByRole('dialog', { name: 'Indexassistent' });
    const som = vak.locator('.index-sum');
    expect((await som.innerText()).replaceAll('\u00a0', ' ')).toMatch(/0,9 × 4,18 % \+ 0,1 × 1,82 % = 3,944 %[\s\S]*= 5,71 %\) − \([\s\S]*= 4,697 %\) = 1,013 %[\s\S]*4,96 %/);
    expect(await vak.innerText()).toContain('niet geverifieerd');
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    const overnemen = vak.getByRole('button', { name: 'Overnemen', exact: true });
    expect(await overnemen.isDisabled()).toBe(true);
    await vak.getByLabel('Overnemen als index').click();
    await pagina.getByRole('option', { name: 'Loon' }).click();
    await vak.getByLabel('Voor jaar').click();
    await pagina.getByRole('option', { name: '2028' }).click();
    await vak.getByText('De cijfers zijn van 2025 en worden gebruikt voor 2028.', { exact: false }).waitFor();
    await overnemen.click();
    await vak.waitFor({ state: 'detached' });
    expect([await waarde('Loon 2027'), await waarde('Loon 2028'), await waarde('Prijs 2028')]).toEqual(['3', '4,96', '2,5']);
    expect(await pagina.locator('.outcome-key').innerText()).not.toBe(eerst);
    await pagina.getByRole('button', { name: /^Bron van index loon/ }).first().click();
    // The other years are an example still, and the source says of which year the figures are.
    const bron = pagina.getByRole('dialog', { name: 'Bron van index loon' });
    expect(await bron.getByRole('textbox', { name: 'Bron', exact: true }).inputValue()).toMatch(/^2028: indexassistent 2025: .*= 4,957.%; VNG, .*Andere jaren: verzonnen voor dit voorbeeld/);
    expect(await bron.getByRole('radio', { name: 'Voorbeeld' }).isChecked()).toBe(true);
    await pagina.keyboard.press('Escape');
    await pagina.getByText('Opgeslagen', { exact: true }).waitFor();
    await ongedaan(/^Ongedaan: Index loon 2028/);
    await expect.poll(() => waarde('Loon 2028')).toBe('3');
  });

  it('the limit of ingroei per inhabitant can differ per year: emptied from the last year back, the others stay', async () => {
    await naar(pagina, '#/scenarios/alle-scholen/verdeling');
    await pagina.getByText('In stappen', { exact: true }).click();
    await pagina.getByLabel('Hoogstens per inwoner', { exact: true }).fill('2,5');
    await pagina.getByRole('button', { name: 'per jaar', exact: true }).click();
    const jaren = (): Promise<string[]> => Promise.all([2027, 2028, 2029, 2030].map((jaar) => waarde(`Per inwoner ${jaar}`)));
    expect(await jaren()).toEqual(['2,5', '2,5', '2,5', '2,5']);
    // A year in between cannot be empty; it is said, and nothing changes until it has a figure again.
    await pagina.getByLabel('Per inwoner 2028', { exact: true }).fill('');
    await pagina.getByText('Vul een getal in.').waitFor();
    await pagina.getByLabel('Per inwoner 2028', { exact: true }).fill('3');
    for (const jaar of [2030, 2029]) await pagina.getByLabel(`Per inwoner ${jaar}`, { exact: true }).fill('');
    expect(await jaren()).toEqual(['2,5', '3', '', '']);
    expect(await pagina.getByLabel('Per inwoner 2030', { exact: true }).isEditable()).toBe(false);
    expect(await pagina.getByLabel('Per inwoner 2029', { exact: true }).isEditable()).toBe(true);
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await pagina.getByRole('button', { name: 'elk jaar gelijk', exact: true }).click();
    await expect.poll(() => waarde('Hoogstens per inwoner')).toBe('2,5');
  });

  it('of a year without published figures it fills in nothing, and takes over nothing without a source', async () => {
    await naar(pagina, '#/scenarios/alle-scholen/uitgangspunten');
    await pagina.getByRole('button', { name: 'Indexassistent…' }).first().click();
    const vak = pagina.getByRole('dialog', { name: 'Indexassistent' });
    await vak.getByLabel('Cijfers van').click();
    await pagina.getByRole('option', { name: 'Zelf invullen' }).click();
    await vak.getByLabel('Jaar van de cijfers').fill('2027');
    for (const veld of await vak.getByRole('table').getByRole('textbox').all()) expect(await veld.inputValue()).toBe('');
    const cijfers: [string, string][] = [['OVA 2027, voorlopig', '4'], ['PPC 2027, voorlopig', '2'], ['OVA 2026, voorlopig', '3'], ['PPC 2026, voorlopig', '2'], ['OVA 2026, definitief', '3,5'], ['PPC 2026, definitief', '2'], ['Gewicht van OVA; de rest is PPC', '80']];
    for (const [naam, percentage] of cijfers) await vak.getByLabel(naam, { exact: true }).fill(percentage);
    // 0,8 × 4 % + 0,2 × 2 % + 0,8 × (3,5 % − 3 %) = 4 %
    expect(await vak.locator('.index-outcome').innerText()).toMatch(/^4.%$/);
    await vak.getByText('de bron van elk cijfer', { exact: false }).waitFor();
    for (const [naam] of cijfers) await vak.getByLabel(`Bron van ${naam}`, { exact: true }).fill('brief');
    // Verified is only what has a date too.
    expect(await vak.getByRole('checkbox', { name: /nagezocht/ }).isDisabled()).toBe(true);
    for (const [naam] of cijfers) await vak.getByLabel(`Datum van de bron van ${naam}`, { exact: true }).fill('1-10-2026');
    await vak.getByLabel('Datum van de bron van Gewicht van OVA; de rest is PPC', { exact: true }).press('Tab');
    await vak.getByText('Deze cijfers zijn nagezocht in de bron').click();
    await vak.getByLabel('Overnemen als index').click();
    await pagina.getByRole('option', { name: 'Prijs' }).click();
    await vak.getByLabel('Voor jaar').click();
    await pagina.getByRole('option', { name: '2027' }).click();
    await vak.getByRole('button', { name: 'Overnemen', exact: true }).click();
    await expect.poll(() => waarde('Prijs 2027')).toBe('4');
  });

  it('the fte builder: hourly cost × hours × (1 + margin), overhead apart, and the price of an hour with children', async () => {
    await naar(pagina, '#/scenarios/alle-scholen/regionaal');
    await pagina.getByRole('button', { name: /^Meer van Coördinatie/ }).click();
    for (const [label, getal] of [['Uurkosten', '52'], ['Uren per fte', '1550'], ['Marge', '5'], ['Productiviteit', '70']] as const) await pagina.getByLabel(label, { exact: true }).fill(getal);
    expect(await waarde('Bedrag regel 1')).toBe('84.630');
    const som = (await pagina.locator('.builder-sum').innerText()).replaceAll('\u00a0', ' ');
    expect(som).toContain('€ 52,00 × 1.550 uur × (1 + 5 %) = € 84.630,00');
    expect(som).toContain('10 % van € 84.630,00 = € 8.463,00');
    expect(som).toContain('÷ (1.550 uur × 70 %) = € 85,80');
    // The amount typed by hand is no longer built.
    await pagina.getByLabel('Bedrag regel 1', { exact: true }).fill('80000');
    await expect.poll(() => waarde('Uurkosten')).toBe('');
  });

  it('taakvelden: the year of a series is set, what is missing shows, and nothing is verified without a source', async () => {
    await naar(pagina, '#/gegevens/taakvelden');
    const tabel = 'Taakvelden per begrotingsjaar';
    const raster = pagina.getByRole('grid', { name: tabel });
    expect(await raster.getByText('niet geverifieerd').count()).toBe(await raster.locator('.grid-body [role=row]').count());
    await pagina.getByText('Voorstel, niet geverifieerd.').waitFor();
    await pagina.getByLabel('Vanaf begrotingsjaar').fill('2029');
    await expect.poll(async () => (await cel(pagina, tabel, 0, /^2028/)).innerText()).toBe('nog te kiezen');
    expect(await (await cel(pagina, tabel, 0, /^2029/)).innerText()).toMatch(/^6\.752/);
    // A code of the series that holds then; and the one that follows stays where it was.
    await (await cel(pagina, tabel, 0, /^2027/)).dblclick();
    const keuze = pagina.getByRole('combobox', { name: '2027' });
    expect(await keuze.locator('option').allInnerTexts()).toContain('6.72a Jeugdhulp begeleiding');
    await keuze.selectOption('6.72a');
    await keuze.press('Enter');
    await expect.poll(async () => (await cel(pagina, tabel, 0, /^2027/)).innerText()).toMatch(/^6\.72a/);
    expect(await pagina.getByLabel('Vanaf begrotingsjaar').inputValue()).toBe('2029');

    await pagina.getByRole('button', { name: 'Verifiëren…' }).click();
    const vak = pagina.getByRole('dialog');
    expect(await vak.getByRole('button', { name: 'Geverifieerd', exact: true }).isDisabled()).toBe(true);
    await vak.getByLabel('Waarin nagezocht').fill('Iv3-informatievoorschrift 2027');
    await vak.getByLabel('Datum van de bron').fill('1-10-2026');
    await vak.getByLabel('Datum van de bron').press('Tab');
    await vak.getByRole('button', { name: 'Geverifieerd', exact: true }).click();
    await pagina.getByText('Alles is geverifieerd.', { exact: false }).waitFor();
    // What changes after that is not verified any more.
    await (await cel(pagina, tabel, 1, /^2027/)).dblclick();
    await pagina.getByRole('combobox', { name: '2027' }).selectOption('6.72d');
    await pagina.getByRole('combobox', { name: '2027' }).press('Enter');
    await expect.poll(async () => (await cel(pagina, tabel, 1, /^Status/)).innerText()).toBe('niet geverifieerd');
    expect(await (await cel(pagina, tabel, 0, /^Status/)).innerText()).toBe('geverifieerd');
    // It is what the begroting uses: the product says so too.
    await naar(pagina, '#/gegevens/producten');
    expect(await (await cel(pagina, 'Producten', 0, /^Taakveld/)).innerText()).toContain('2027: 6.72a');
  });
});
