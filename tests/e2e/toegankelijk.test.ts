/** For everybody: no violation of WCAG 2.2 AA on any screen, light and dark; by keyboard alone; at 200 %. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { naar, nieuwProject, openVoorbeeld, slaRondleidingOver, toegankelijkheidsfouten, tot, uitkomst } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

const SCHERMEN = [
  'gegevens', 'gegevens/geweigerd', 'gegevens/rijen', 'gegevens/gemeenten', 'gegevens/scholen', 'gegevens/leerlingen', 'gegevens/producten', 'gegevens/bestaand', 'gegevens/dragers', 'gegevens/taakvelden', 'gegevens/inlezen',
  'nulmeting', 'nulmeting/producten', 'nulmeting/aanbieders', 'nulmeting/uitstroom', 'nulmeting/locaties', 'nulmeting/locaties/stapsteen',
  'scenarios/~lijst', 'scenarios/cofinanciering', 'scenarios/alle-scholen/regionaal', 'scenarios/alle-scholen/verdeling', 'scenarios/alle-scholen/deelnemers', 'scenarios/alle-scholen/uitgangspunten', 'scenarios/alle-scholen/zekerheid',
  'vergelijken', 'vergelijken/gemeenten', 'vergelijken/brug', 'vergelijken/sleutels', 'vergelijken/volgorde', 'vergelijken/houdbaarheid', 'vergelijken/uitgangspunten', 'vergelijken/presentatie',
  'voorstel', 'voorstel/voorbeeld', 'voorstel/afspraken', 'voorstel/indicatoren', 'voorstel/teruglezen', 'logboek',
];

/** Presses Tab until what has the focus is called this. */
async function metTabNaar(pagina: Page, naam: RegExp): Promise<void> {
  for (let i = 0; i < 80; i++) {
    const hier = await pagina.evaluate(`(() => { const e = document.activeElement; return e === document.body ? '' : (e?.getAttribute('role') ?? '') + ' ' + (e?.getAttribute('aria-label') ?? '') + ' ' + (e?.labels?.[0]?.textContent ?? '') + ' ' + (e?.textContent ?? ''); })()`);
    if (naam.test(hier as string)) return;
    await pagina.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(naam)}`);
}

describe.skipIf(!app.kan)(app.naam('toegankelijk'), () => {
  it.each(['light', 'dark'] as const)('axe finds nothing on any screen, %s', async (colorScheme) => {
    const { pagina } = await app.open({ colorScheme, reducedMotion: 'reduce' });
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    expect(await toegankelijkheidsfouten(pagina), 'start').toEqual([]);
    await openVoorbeeld(pagina);
    for (const scherm of SCHERMEN) {
      await naar(pagina, `#/${scherm}`);
      await tot(pagina);
      expect(await toegankelijkheidsfouten(pagina), scherm).toEqual([]);
      if (scherm.endsWith('stapsteen')) await pagina.keyboard.press('Escape');
    }
    await naar(pagina, '#/scenarios/alle-scholen');
    await pagina.locator('.outcome-key button').click();
    await pagina.getByRole('dialog').waitFor();
    expect(await toegankelijkheidsfouten(pagina), 'opbouw').toEqual([]);
    await pagina.keyboard.press('Escape');
    await pagina.keyboard.press('Control+k');
    await pagina.getByRole('dialog', { name: 'Zoeken en opdrachten' }).waitFor();
    expect(await toegankelijkheidsfouten(pagina), 'zoeken').toEqual([]);
  });

  it('axe finds nothing on screens that are empty, or only read', async () => {
    const { pagina: leeg } = await app.open({ reducedMotion: 'reduce' });
    await nieuwProject(leeg, 'Leeg');
    await slaRondleidingOver(leeg);
    const LEEG = ['gegevens', 'gegevens/gemeenten', 'gegevens/leerlingen', 'gegevens/taakvelden', 'nulmeting', 'scenarios', 'vergelijken', 'voorstel', 'logboek'];
    for (const scherm of LEEG) {
      await naar(leeg, `#/${scherm}`);
      await tot(leeg);
      expect(await toegankelijkheidsfouten(leeg), `leeg: ${scherm}`).toEqual([]);
    }
    const { pagina: lezer } = await app.open({ reducedMotion: 'reduce' });
    await lezer.locator('.recent button').first().click();
    await lezer.getByText(/^Alleen lezen\./).waitFor();
    for (const scherm of LEEG) {
      await naar(lezer, `#/${scherm}`);
      await tot(lezer);
      expect(await toegankelijkheidsfouten(lezer), `alleen lezen: ${scherm}`).toEqual([]);
      // What would change the project is not offered.
      expect(await lezer.locator('main').getByRole('button', { name: /toevoegen|inlezen…|Scenario maken|Verifiëren|Hierheen terug/ }).count(), scherm).toBe(0);
    }
  });

  it('by keyboard alone: open, skip, find a scenario, change it, look behind a figure, undo', async () => {
    const { pagina } = await app.open();
    const toets = pagina.keyboard;
    const tabNaar = (naam: RegExp): Promise<void> => metTabNaar(pagina, naam);
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    await tabNaar(/Voorbeeld Hengelo openen/);
    await toets.press('Enter');
    await pagina.locator('.shell').waitFor();
    await toets.press('Escape');
    await toets.press('Control+k');
    await pagina.getByRole('dialog', { name: 'Zoeken en opdrachten' }).waitFor();
    await toets.type('alle zeven scholen vanaf');
    await toets.press('ArrowDown');
    await toets.press('Enter');
    await pagina.locator('.outcome-key').waitFor();
    const eerst = await uitkomst(pagina);

    // The table: arrows, F2, Enter.
    await tabNaar(/^gridcell/);
    await toets.press('ArrowDown');
    for (let i = 0; i < 4; i++) await toets.press('ArrowRight');
    await toets.press('F2');
    await toets.type('60');
    await toets.press('Enter');
    await expect.poll(() => uitkomst(pagina)).not.toBe(eerst);
    await toets.press('Control+z');
    await expect.poll(() => uitkomst(pagina)).toBe(eerst);

    // Behind a figure and back to where one was.
    await tabNaar(/^ +Effect in 2030/);
    await toets.press('Enter');
    await pagina.getByRole('dialog', { name: /Effect 2030/ }).waitFor();
    await toets.press('Escape');
    await expect.poll(() => pagina.evaluate(`document.activeElement.textContent`)).toMatch(/Effect in 2030/);
  });

  it('by keyboard alone: from start to a saved proposal', async () => {
    const { pagina } = await app.open();
    const toets = pagina.keyboard;
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    await metTabNaar(pagina, /Voorbeeld Hengelo openen/);
    await toets.press('Enter');
    await pagina.locator('.shell').waitFor();
    if ((await pagina.getByRole('dialog', { name: /van 5/ }).count()) > 0) await toets.press('Escape');
    await toets.press('Control+5');
    await pagina.getByRole('heading', { name: 'Voorstel', level: 1 }).waitFor();
    await pagina.getByText('Intern', { exact: true }).waitFor();
    await metTabNaar(pagina, /InternDe financials/);
    await toets.press('Space');
    await metTabNaar(pagina, /Wettelijke grondslag waarop/);
    await toets.type('Overeenkomst');
    await metTabNaar(pagina, /Werkmap maken/);
    await toets.press('Enter');
    await pagina.getByText('Werkmap en rekenkern.').waitFor({ timeout: 60_000 });
    await metTabNaar(pagina, /Voorstel opslaan/);
    const [download] = await Promise.all([pagina.waitForEvent('download'), toets.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  });

  it('at 200 % nothing runs off any screen, and nothing is out of reach', async () => {
    const { pagina } = await app.open({ viewport: { width: 640, height: 400 } });
    await openVoorbeeld(pagina);
    const buiten: string[] = [];
    for (const scherm of SCHERMEN.filter((s) => !s.includes('presentatie'))) {
      await naar(pagina, `#/${scherm}`);
      await tot(pagina);
      if (await pagina.evaluate('document.documentElement.scrollWidth > innerWidth')) buiten.push(`${scherm} is breder dan het venster`);
      for (const naam of ['Ongedaan', 'Zoeken', 'Weergave en hulp']) {
        const vak = await pagina.getByRole('button', { name: new RegExp(naam), includeHidden: true }).first().boundingBox();
        if (!vak || vak.x < 0 || vak.x + vak.width > 640) buiten.push(`${scherm}: ${naam} op ${JSON.stringify(vak)}`);
      }
      if (scherm.endsWith('stapsteen')) await pagina.keyboard.press('Escape');
    }
    expect(buiten).toEqual([]);
    await naar(pagina, '#/scenarios/alle-scholen');
    expect(await pagina.locator('.outcome-key').isVisible()).toBe(true);
    expect(await pagina.getByText('286 leerlingen zonder toegang').first().isVisible()).toBe(true);
  });
});
