/**
 * Deciding on the screen Vergelijken: parts of a bridge add up to the cent, profijt stands beside every key, schools are phased below a ceiling, and whether the
 * division holds is for intern alone: with a repair that can be taken over and undone, and nowhere in a presentation.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { metLetter, naar, openVoorbeeld, toegankelijkheidsfouten, tot } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

const tabel = (pagina: Page, naam: RegExp): Locator => pagina.getByRole('grid', { name: naam });
/** A row of a table as it reads, its first cell aside. */
async function cijfers(pagina: Page, naam: RegExp, rij: RegExp): Promise<string[]> {
  const cellen = await tabel(pagina, naam).getByRole('row', { name: rij }).getByRole('gridcell').allInnerTexts();
  return cellen.slice(1).map(metLetter);
}
/** A whole table as it goes to a spreadsheet for intern: rows of cells with figures in full, without headings. */
async function gekopieerd(pagina: Page, naam: RegExp): Promise<string[][]> {
  await tabel(pagina, naam).getByRole('gridcell').first().click();
  await pagina.keyboard.press('Control+a');
  await pagina.keyboard.press('Control+c');
  await pagina.getByRole('dialog', { name: /Voor wie/ }).getByRole('button', { name: /^Intern/ }).click();
  await pagina.getByRole('dialog', { name: /Voor wie/ }).waitFor({ state: 'detached' });
  const tekst = await pagina.evaluate('navigator.clipboard.readText()') as string;
  return tekst.replaceAll('\r\n', '\n').split('\n\n')[0]!.split('\n').slice(1).map((regel) => regel.split('\t'));
}
async function kies(pagina: Page, lijst: RegExp, keuze: RegExp): Promise<void> {
  await pagina.getByRole('tabpanel').getByRole('button', { name: lijst }).click();
  await pagina.getByRole('option', { name: keuze }).click();
}
/** For what the program calculates in a thread of its own, on a machine that does more. */
const LANG = { timeout: 10_000 };
const cent = (bedrag: number): number => Math.round(bedrag * 100);
/** All rows but the last against the last, per column. */
function teltOp(rijen: string[][]): void {
  const [delen, totaal] = [rijen.slice(0, -1), rijen.at(-1)!];
  expect(delen.length).toBeGreaterThan(0);
  for (let k = 1; k < totaal.length; k++) expect(cent(delen.reduce((som, rij) => som + Number(rij[k]), 0)), `kolom ${k}`).toBe(cent(Number(totaal[k])));
}

describe.skipIf(!app.kan)(app.naam('vergelijken'), () => {
  let pagina: Page;
  beforeEach(async () => {
    ({ pagina } = await app.open({ permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' }));
    await openVoorbeeld(pagina);
  });

  it('the parts of a bridge add up to the effect, to the cent: in all, of a year, of a gemeente, and from one scenario to another', async () => {
    await naar(pagina, '#/vergelijken');
    const verschil = (await cijfers(pagina, /Scenario’s naast elkaar/, /^Verschil opgeteld/))[1];
    await naar(pagina, '#/vergelijken/brug');
    await tabel(pagina, /Delen van de brug/).waitFor();
    const nul = await gekopieerd(pagina, /Delen van de brug/);
    teltOp(nul);
    expect(nul.map(([naam]) => naam)).toEqual(['Zorg die vervalt', 'Structurele inzet', 'Eenmalige kosten', 'Effect']);
    expect((await cijfers(pagina, /Delen van de brug/, /^Effect/)).at(-1)).toBe(verschil);

    await kies(pagina, /^Alle jaren/, /2028/);
    await pagina.getByText('Kosten in 2028, alle gemeenten', { exact: false }).waitFor();
    teltOp(await gekopieerd(pagina, /Delen van de brug/));
    await kies(pagina, /^2028/, /Alle jaren/);

    await kies(pagina, /Alle gemeenten/, /Borne/);
    await pagina.getByText('Kosten opgeteld 2027–2030, Borne', { exact: false }).waitFor();
    expect((await cijfers(pagina, /Delen van de brug/, /^Effect/)).at(-1)).not.toBe(verschil);
    teltOp(await gekopieerd(pagina, /Delen van de brug/));
    await kies(pagina, /Borne/, /Alle gemeenten/);

    await kies(pagina, /Brug van/, /minder realisatie/);
    await pagina.getByText('ze tellen op tot het verschil').waitFor();
    const ander = await gekopieerd(pagina, /Delen van de brug/);
    teltOp(ander);
    expect(ander.map(([naam]) => naam)).toEqual(['Vervangbaar deel en realisatie', 'Structurele inzet', 'Verschil']);
    await pagina.getByText('De volgorde waarin de verschillen worden doorgevoerd maakt niet uit.', { exact: false }).waitFor();
  });

  it('profijt stands beside every key, whatever is chosen; the same costs, divided otherwise', async () => {
    await naar(pagina, '#/vergelijken/sleutels');
    await tabel(pagina, /Sleutels naast elkaar/).waitFor();
    const sleutel = (naam: string): Locator => pagina.getByRole('checkbox', { name: naam, exact: true });
    expect(await sleutel('huidige kosten (profijt)').isDisabled()).toBe(true);
    expect(await sleutel('huidige kosten (profijt)').isChecked()).toBe(true);
    for (const naam of ['leerlingen', 'jeugdigen met jeugdhulp', 'inwoners', 'inwoners 0–17 jaar', 'gelijke delen']) await pagina.getByText(naam, { exact: true }).first().click();
    const koppen = tabel(pagina, /Sleutels naast elkaar/).getByRole('columnheader');
    await expect.poll(() => koppen.count()).toBe(3);
    const samen = await cijfers(pagina, /Sleutels naast elkaar/, /^Deelnemers samen/);
    expect(new Set(samen).size).toBe(1);
    teltOp(await gekopieerd(pagina, /Sleutels naast elkaar/));

    // Beyond a bound: nobody by a euro, Hengelo by a little.
    await pagina.getByLabel('Tel boven').fill('0,25');
    await expect.poll(async () => (await cijfers(pagina, /wint en verliest/, /^huidige kosten/)).join(' '), LANG).toBe('3 0 1 0  ');
    await pagina.getByLabel('Tel boven').fill('1');
    await expect.poll(async () => (await cijfers(pagina, /wint en verliest/, /^huidige kosten/)).join(' '), LANG).toBe('3 0 0 0  ');
    await kies(pagina, /^Effect Toon/, /Verschil met profijt/);
    expect((await cijfers(pagina, /Sleutels naast elkaar/, /^Hengelo/))[0]).toBe('0');
  });

  it('a key that is only tried stands beside the others, stays while one looks elsewhere, and changes no scenario', async () => {
    await naar(pagina, '#/vergelijken/sleutels');
    await tabel(pagina, /Sleutels naast elkaar/).waitFor();
    await pagina.getByRole('button', { name: 'Andere sleutel' }).click();
    const dialoog = pagina.getByRole('dialog', { name: 'Andere sleutel ernaast' });
    await dialoog.getByLabel('Gewicht leerlingen ernaast').fill('20');
    expect(await dialoog.getByRole('button', { name: 'Ernaast zetten' }).isDisabled()).toBe(true);
    await dialoog.getByLabel('Gewicht inwoners ernaast').fill('30');
    await dialoog.getByRole('button', { name: 'Ernaast zetten' }).click();
    const kop = tabel(pagina, /Sleutels naast elkaar/).getByRole('columnheader', { name: /20 % leerlingen \+ 50 % jeugdigen met jeugdhulp \+ 30 % inwoners/ });
    await kop.waitFor();
    teltOp(await gekopieerd(pagina, /Sleutels naast elkaar/));
    await pagina.getByRole('tab', { name: 'Volgorde' }).click();
    await pagina.getByRole('tab', { name: 'Sleutels' }).click();
    await kop.waitFor();
    await naar(pagina, '#/scenarios/alle-scholen/verdeling');
    expect(await pagina.getByLabel('Gewicht leerlingen van het scenario').inputValue()).toBe('50');
    expect(await pagina.getByLabel('Gewicht inwoners van het scenario').inputValue()).toBe('');
  });

  it('with ingroei the year in which each gemeente is at its end', async () => {
    await naar(pagina, '#/scenarios/alle-scholen/verdeling');
    await pagina.getByText('In stappen', { exact: true }).click();
    await naar(pagina, '#/vergelijken/sleutels');
    await kies(pagina, /^Effect Toon/, /Jaar van de eindstand/);
    await expect.poll(() => cijfers(pagina, /Sleutels naast elkaar/, /^Borne/).then(([, eigen]) => eigen), LANG).toBe('2030');
    // Who pays by profijt already is there at once.
    expect((await cijfers(pagina, /Sleutels naast elkaar/, /^Borne/))[0]).toBe('2027');
    await pagina.getByText('jeugdhulp (gekozen) zijn alle gemeenten uiterlijk in 2030 op hun eindstand.', { exact: false }).first().waitFor();
  });

  it('schools in order add up to the effect with what is regional, and are phased below a ceiling', async () => {
    await naar(pagina, '#/vergelijken/volgorde');
    await tabel(pagina, /Scholen op volgorde/).waitFor();
    const rijen = await gekopieerd(pagina, /Scholen op volgorde/);
    teltOp(rijen.map((rij) => rij.filter((_, k) => k === 0 || k > 3)));
    expect(rijen.map(([naam]) => naam).slice(0, 2)).toEqual(['Stapsteen', "'t Genseler"]);
    await pagina.getByText('Dubbele kosten', { exact: true }).click();
    const perJaar = (await gekopieerd(pagina, /Scholen op volgorde/)).at(-1)!.slice(4, -1).map(Number);
    expect(Math.max(...perJaar)).toBeGreaterThan(200_000);

    // Key by key and slowly: what follows from it comes and goes, the field stays.
    await pagina.getByLabel('Plafond').focus();
    await pagina.keyboard.type('200000', { delay: 450 });
    await pagina.getByRole('heading', { name: /Binnen € 200.000 dubbele kosten/ }).waitFor();
    await pagina.locator('.answer-old').waitFor({ state: 'detached' });
    expect(await cijfers(pagina, /Fasering/, /^'t Genseler/)).toEqual(['aug.2027', 'aug.2027', 'nee']);
    expect(await cijfers(pagina, /Fasering/, /^de Kapstok/)).toEqual(['aug.2027', 'aug.2029', '2jaar']);
    expect(await cijfers(pagina, /Fasering/, /^Stapsteen/)).toEqual(['aug.2027', 'pastniet', '']);
    await pagina.getByRole('button', { name: 'Als tabel' }).last().click();
    const dubbel = await pagina.getByRole('region', { name: /^Tabel: Ten hoogste/ }).getByRole('cell').allInnerTexts();
    expect(dubbel.length).toBe(4);
    expect(dubbel.every((cel) => Number(cel.replaceAll('.', '')) <= 200_000)).toBe(true);
  });

  it('a division that does not hold says for whom, and its repair is taken over and undone by keyboard alone', async () => {
    await naar(pagina, '#/vergelijken/brug');
    await tot(pagina);
    await pagina.getByRole('tab', { name: 'Brug' }).focus();
    for (const naam of ['Sleutels', 'Volgorde', 'Houdbaarheid']) {
      await pagina.keyboard.press('ArrowRight');
      await pagina.getByRole('tab', { name: naam, selected: true }).waitFor();
    }
    await pagina.getByText('De verdeling houdt:', { exact: false }).waitFor();
    for (let i = 0; i < 12 && (await pagina.evaluate('document.activeElement.labels?.[0]?.textContent')) !== 'Vast deel van een team'; i++) await pagina.keyboard.press('Tab');
    await pagina.keyboard.press('Control+a');
    await pagina.keyboard.type('0');
    await pagina.getByText('De verdeling houdt niet:', { exact: false }).first().waitFor();
    expect(await cijfers(pagina, /zonder de anderen beter uit zijn/, /^Hof van Twente, Borne/)).toEqual(['−5.160 V', '−7.572 V', '2.412']);
    expect(await cijfers(pagina, /alleen en samen/, /^Hof van Twente/)).toEqual(['+11.198 N', '+8.800 N', '+2.397 N', '+8.800 N', '+8.800 N']);
    for (let i = 0; i < 12 && (await pagina.evaluate('document.activeElement.textContent')) !== 'Gewichten overnemen'; i++) await pagina.keyboard.press('Tab');
    await pagina.keyboard.press('Enter');
    await pagina.getByText('De verdeling houdt:', { exact: false }).waitFor();
    await pagina.getByRole('button', { name: /^Ongedaan: Gewichten overgenomen/ }).waitFor();
    await naar(pagina, '#/scenarios/alle-scholen/verdeling');
    expect(await pagina.getByLabel('Gewicht jeugdigen met jeugdhulp van het scenario').inputValue()).toBe('41,3225');
    await pagina.keyboard.press('Control+z');
    await expect.poll(() => pagina.getByLabel('Gewicht jeugdigen met jeugdhulp van het scenario').inputValue()).toBe('50');
  });

  it('the fixed share of a team has no default: it is asked where it is needed, with its source', async () => {
    await naar(pagina, '#/scenarios/~lijst');
    await pagina.getByRole('button', { name: 'Scenario maken' }).click();
    await pagina.getByRole('heading', { name: /Nieuw scenario/ }).or(pagina.getByLabel('Naam')).first().waitFor();
    await naar(pagina, '#/vergelijken/houdbaarheid');
    await kies(pagina, /Scenario$/, /Nieuw scenario/);
    const knop = pagina.getByRole('button', { name: 'Vastleggen', exact: true });
    expect(await knop.isDisabled()).toBe(true);
    await pagina.getByLabel('Vast deel van een team').fill('30');
    await pagina.getByLabel('Bron', { exact: true }).fill('notitie bezetting teams');
    await knop.click();
    await pagina.getByText('De verdeling houdt:', { exact: false }).waitFor();
    await pagina.getByRole('button', { name: 'Bron van het vaste deel van een team: aanname' }).click();
    expect(await pagina.getByRole('dialog').getByLabel('Bron', { exact: true }).inputValue()).toBe('notitie bezetting teams');
  });

  it('who only reads sees whether it holds, and changes nothing', async () => {
    await naar(pagina, '#/vergelijken/houdbaarheid');
    await pagina.getByLabel('Vast deel van een team').fill('0');
    await pagina.getByRole('button', { name: 'Gewichten overnemen' }).waitFor();
    await pagina.getByText('Opgeslagen', { exact: true }).waitFor();
    const { pagina: tweede } = await app.open();
    await tweede.locator('.recent button').first().click();
    await tweede.locator('.shell').waitFor();
    await naar(tweede, '#/vergelijken/houdbaarheid');
    await tweede.getByRole('button', { name: 'Gewichten overnemen' }).waitFor();
    expect(await tweede.getByRole('button', { name: 'Gewichten overnemen' }).isDisabled()).toBe(true);
    expect(await tweede.getByRole('textbox', { name: 'Vast deel van een team' }).getAttribute('readonly')).not.toBeNull();
  });

  it('is in no presentation, and leaves the page for intern alone', async () => {
    await naar(pagina, '#/vergelijken/houdbaarheid');
    await tabel(pagina, /alleen en samen/).waitFor();
    await pagina.getByRole('button', { name: 'Grafiek kopiëren' }).click();
    const vraag = pagina.getByRole('dialog', { name: /Voor wie/ });
    expect(await vraag.getByRole('button', { name: /^Klankbordgroep/ }).isDisabled()).toBe(true);
    expect(await vraag.getByRole('button', { name: /^Openbaar/ }).isDisabled()).toBe(true);
    await pagina.keyboard.press('Escape');
    for (const lezer of [/^Intern/, /^Klankbordgroep/]) {
      // Whatever the address asks for.
      await naar(pagina, '#/vergelijken/presentatie/houdbaarheid');
      await pagina.getByRole('button', { name: lezer }).click();
      await pagina.locator('.presentation-nav, .presentation-before').first().waitFor();
      for (let blad = 0; blad < 8; blad++) {
        expect(await pagina.locator('body').innerText()).not.toMatch(/houdbaar|Shapley|SCRB|beter uit|De verdeling houdt/i);
        await pagina.keyboard.press('ArrowRight');
      }
      await naar(pagina, '#/vergelijken');
    }
  });

  it.each(['light', 'dark'] as const)('axe finds nothing where a division does not hold, where schools are phased, and between scenarios, %s', async (colorScheme) => {
    await pagina.emulateMedia({ colorScheme });
    await naar(pagina, '#/vergelijken/houdbaarheid');
    await pagina.getByLabel('Vast deel van een team').fill('0');
    await pagina.getByRole('button', { name: 'Gewichten overnemen' }).waitFor();
    await tot(pagina);
    expect(await toegankelijkheidsfouten(pagina), 'houdbaarheid').toEqual([]);
    await naar(pagina, '#/vergelijken/volgorde');
    await pagina.getByLabel('Plafond').fill('200.000');
    await tabel(pagina, /Fasering/).waitFor();
    await tot(pagina);
    expect(await toegankelijkheidsfouten(pagina), 'volgorde').toEqual([]);
    await naar(pagina, '#/vergelijken/brug');
    await kies(pagina, /Brug van/, /minder realisatie/);
    await pagina.getByText('ze tellen op tot het verschil').waitFor();
    expect(await toegankelijkheidsfouten(pagina), 'brug').toEqual([]);
    await naar(pagina, '#/vergelijken/sleutels');
    await tabel(pagina, /Sleutels naast elkaar/).waitFor();
    await tot(pagina);
    expect(await toegankelijkheidsfouten(pagina), 'sleutels').toEqual([]);
  });
});
