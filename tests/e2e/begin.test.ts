/** The first minutes: a tour that is skipped or walked by keyboard, comes once and comes again when asked; files that are dropped; the palette; undo of everything. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { cel, laatLos, naar, openVoorbeeld, slaRondleidingOver, toegankelijkheidsfouten, uitkomst } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const STAPPEN = ['gegevens', 'nulmeting', 'scenarios', 'vergelijken', 'voorstel'];
const plaats = (pagina: Page): Promise<string> => pagina.evaluate('location.hash.split("/")[1]');

describe.skipIf(!app.kan)(app.naam('begin'), () => {
  it('the tour comes by itself, is walked by keyboard past all five steps, and does not come again', async () => {
    const { pagina } = await app.open();
    const toets = pagina.keyboard;
    await pagina.getByRole('button', { name: 'Voorbeeld Hengelo openen' }).focus();
    await toets.press('Enter');
    for (const [i, stap] of STAPPEN.entries()) {
      await pagina.getByRole('dialog', { name: `${i + 1} van 5` }).waitFor();
      expect(await plaats(pagina)).toBe(stap);
      if (i === 0) expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
      const knop = i === STAPPEN.length - 1 ? 'Beginnen' : 'Volgende';
      for (let n = 0; n < 8 && (await pagina.evaluate('document.activeElement.textContent')) !== knop; n++) await toets.press('Tab');
      await toets.press('Enter');
    }
    await pagina.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await plaats(pagina)).toBe('gegevens');
    await pagina.reload();
    await pagina.locator('main h1').first().waitFor();
    expect(await pagina.getByRole('dialog').count()).toBe(0);
  });

  it('the tour comes again when asked, from the palette and from the menu, and Escape skips it', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/logboek');
    await pagina.keyboard.press('Control+k');
    await pagina.keyboard.type('rondleid');
    await pagina.getByRole('menuitem', { name: /Rondleiding/ }).waitFor();
    await pagina.keyboard.press('ArrowDown');
    await pagina.keyboard.press('Enter');
    const stap1 = pagina.getByRole('dialog', { name: '1 van 5' });
    await stap1.waitFor();
    await stap1.getByRole('button', { name: 'Volgende' }).click();
    await pagina.getByRole('dialog', { name: '2 van 5' }).getByRole('button', { name: 'Vorige' }).click();
    await stap1.waitFor();
    await pagina.keyboard.press('Escape');
    await stap1.waitFor({ state: 'detached' });
    await pagina.getByRole('button', { name: 'Weergave en hulp' }).click();
    await pagina.getByRole('menuitem', { name: 'Rondleiding' }).click();
    await stap1.getByRole('button', { name: 'Overslaan' }).click();
    await expect.poll(() => stap1.count()).toBe(0);
  });

  it('files that are dropped on Gegevens are read in; one that is no table is refused by name, with what to do', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/gegevens');
    await laatLos(pagina, 'main .screen', [
      { naam: 'nieuwe scholen.csv', inhoud: 'id;naam;soort;gemeente\nproef;Proefschool;SO;Hengelo\n' },
      { naam: 'notulen.docx', inhoud: 'Dit is een verslag.' },
    ]);
    await pagina.getByRole('navigation', { name: 'Tabellen' }).waitFor();
    const lijst = pagina.locator('.wizard-list');
    await lijst.getByText('nieuwe scholen.csv').first().waitFor();
    const tekst = await pagina.locator('main').innerText();
    expect(tekst).toContain('notulen.docx');
    expect(tekst).not.toMatch(/Error:|undefined| at .*:\d/);
    await pagina.getByRole('button', { name: 'Inlezen', exact: true }).click();
    await pagina.getByRole('grid', { name: 'Leveringen' }).waitFor();
    await pagina.getByRole('row', { name: /nieuwe scholen/ }).waitFor();
    await naar(pagina, '#/gegevens/scholen');
    await (await cel(pagina, 'Scholen', /Proefschool/, /^School/)).waitFor();
  });

  it('a project that is dropped on Start opens', async () => {
    const { pagina } = await app.open();
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    const project = { formaat: 'collectief-arrangeren/1', naam: 'Losgelaten project', gemeenten: [], scholen: [], leerlingen: [], producten: [], indicaties: [], scenarios: [], uitgangspunten: { peildatum: '2026-10-01', begrotingsjaar: 2027, maximaleLooptijd: 36 } };
    await laatLos(pagina, 'main.start', [{ naam: 'los.json', inhoud: JSON.stringify(project) }]);
    await slaRondleidingOver(pagina);
    await expect.poll(() => pagina.getByRole('button', { name: 'Losgelaten project' }).isVisible()).toBe(true);
  });

  it('the palette finds screens, scenarios, schools, gemeenten and what can be done', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    const zoek = async (tekst: string, gevonden: RegExp): Promise<void> => {
      await pagina.keyboard.press('Control+k');
      await pagina.getByRole('dialog', { name: 'Zoeken en opdrachten' }).waitFor();
      await pagina.keyboard.type(tekst);
      await pagina.getByRole('menuitem', { name: gevonden }).first().waitFor();
      await pagina.keyboard.press('Enter');
      await pagina.getByRole('dialog', { name: 'Zoeken en opdrachten' }).waitFor({ state: 'detached' });
    };
    await zoek('taakvelden', /Taakvelden/);
    await pagina.getByRole('grid', { name: 'Taakvelden per begrotingsjaar' }).waitFor();
    await zoek('zeven scholen', /Alle zeven scholen/);
    await pagina.locator('.outcome-key').waitFor();
    await zoek('stapst', /^Stapsteen/);
    await pagina.getByRole('dialog', { name: /Stapsteen/ }).waitFor();
    await pagina.keyboard.press('Escape');
    await zoek('hof van', /Hof van Twente/);
    await expect.poll(() => pagina.evaluate('location.hash')).toContain('vergelijken/gemeenten/GM1735');
    await pagina.keyboard.press('Control+k');
    await pagina.getByRole('dialog', { name: 'Zoeken en opdrachten' }).waitFor();
    await pagina.keyboard.type('zzzz');
    await pagina.getByText('Niets gevonden.').waitFor();
  });

  it('undo and redo go back over every kind of change, in every screen, to where one began', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/scenarios/alle-scholen');
    const eerst = await uitkomst(pagina);
    const opgeslagen = (): Promise<void> => pagina.getByText('Opgeslagen', { exact: true }).waitFor();
    const wijzigingen: (() => Promise<void>)[] = [
      async () => {
        await pagina.getByLabel('Realisatie', { exact: true }).fill('55');
        await pagina.getByLabel('Realisatie', { exact: true }).press('Tab');
      },
      async () => {
        await naar(pagina, '#/scenarios/alle-scholen/uitgangspunten');
        await pagina.getByLabel('Loon 2028', { exact: true }).fill('4');
        await pagina.getByLabel('Loon 2028', { exact: true }).press('Tab');
      },
      async () => {
        await naar(pagina, '#/scenarios/alle-scholen/verdeling');
        await pagina.getByText('Hele regio', { exact: true }).click();
      },
      async () => {
        await naar(pagina, '#/scenarios/alle-scholen/deelnemers');
        await pagina.getByLabel('Wat voor hen geldt').click();
        await pagina.getByRole('option', { name: /Gastvrij/ }).click();
      },
      async () => {
        await naar(pagina, '#/gegevens/producten');
        await (await cel(pagina, 'Producten', 0, /^Vervangbaar/)).dblclick();
        await pagina.keyboard.type('11');
        await pagina.keyboard.press('Enter');
      },
      async () => {
        await naar(pagina, '#/gegevens/leerlingen');
        await (await cel(pagina, 'Leerlingen per school en gemeente', 0, /^Hengelo/)).dblclick();
        await pagina.keyboard.type('7');
        await pagina.keyboard.press('Enter');
      },
      async () => {
        await naar(pagina, '#/gegevens/taakvelden');
        await pagina.getByLabel('Vanaf begrotingsjaar').fill('2029');
        await pagina.getByLabel('Vanaf begrotingsjaar').press('Tab');
      },
      async () => {
        await naar(pagina, '#/scenarios/~lijst');
        await pagina.getByRole('button', { name: /Scenario maken|Nieuw scenario/ }).first().click();
        await pagina.locator('.editor, .outcome').first().waitFor();
      },
    ];
    for (const doe of wijzigingen) {
      await doe();
      await opgeslagen();
    }
    await naar(pagina, '#/scenarios/alle-scholen');
    const laatst = await uitkomst(pagina);
    expect(laatst).not.toBe(eerst);
    const terug = pagina.getByRole('button', { name: /^Ongedaan: / });
    for (let i = 0; i < wijzigingen.length; i++) {
      await terug.waitFor();
      const wat = await terug.getAttribute('aria-label');
      await pagina.keyboard.press('Control+z');
      await pagina.getByRole('button', { name: /^Opnieuw: / }).waitFor();
      await expect.poll(() => pagina.getByRole('button', { name: wat ?? '', exact: true }).count()).toBe(0);
    }
    expect(await uitkomst(pagina)).toBe(eerst);
    for (let i = 0; i < wijzigingen.length; i++) await pagina.keyboard.press('Control+y');
    await expect.poll(() => uitkomst(pagina), { timeout: 10_000 }).toBe(laatst);
  });
});
