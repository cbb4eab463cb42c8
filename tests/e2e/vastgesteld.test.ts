/** A frozen scenario can be looked at: what was stored, with its assumptions, unchanged while the scenario itself goes on; and it is calculated again each time. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { naar, slaRondleidingOver, toegankelijkheidsfouten, tot, uitkomst } from './bediening.ts';
import { gebruikApp, WORTEL } from './hulp.ts';

const app = gebruikApp();

/** A project without example figures, with scenario A frozen; ends on the screen of the scenario. */
async function stelVast(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
  const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Project openen…' }).click()]);
  await kiezer.setFiles(join(WORTEL, 'tests/cases/klein.json'));
  await slaRondleidingOver(pagina);
  await naar(pagina, '#/scenarios/a');
  await pagina.getByRole('button', { name: 'Vaststellen' }).click();
  const dialoog = pagina.getByRole('dialog', { name: 'Scenario vaststellen' });
  await dialoog.getByRole('button', { name: 'Vaststellen' }).click();
  await dialoog.waitFor({ state: 'detached' });
}

describe.skipIf(!app.kan)(app.naam('een vastgesteld scenario'), () => {
  it('opens from the message and from the list, and keeps its figures and assumptions when the scenario changes', async () => {
    const { pagina } = await app.open();
    await stelVast(pagina);
    const eerst = await uitkomst(pagina);
    await pagina.getByRole('button', { name: 'Bekijken', exact: true }).click();
    await pagina.getByText('Nagerekend: de cijfers van nu zijn gelijk').waitFor();
    expect(await uitkomst(pagina)).toBe(eerst);
    const tabel = await pagina.locator('.outcome-table').innerText();
    expect(tabel).toContain('Samen');
    expect(await pagina.getByText(/^Vingerafdruk [0-9a-f]{64}$/).count()).toBe(1);
    const realisatie = pagina.getByLabel('Realisatie', { exact: true });
    const was = await realisatie.inputValue();
    expect(await realisatie.getAttribute('readonly')).not.toBeNull();

    await naar(pagina, '#/scenarios/a');
    await realisatie.fill('1');
    await realisatie.press('Tab');
    await expect.poll(() => uitkomst(pagina)).not.toBe(eerst);
    await pagina.getByText('Opgeslagen', { exact: true }).waitFor();

    await naar(pagina, '#/scenarios/~lijst');
    await pagina.getByRole('link', { name: /^Bekijken: / }).click();
    await pagina.getByText('Nagerekend: de cijfers van nu zijn gelijk').waitFor();
    expect(await uitkomst(pagina)).toBe(eerst);
    expect(await pagina.locator('.outcome-table').innerText()).toBe(tabel);
    expect(await realisatie.inputValue()).toBe(was);
    // Nothing here leads to a figure of today or changes anything.
    expect(await pagina.locator('.outcome .figure-open').count()).toBe(0);
    expect(await pagina.getByRole('button', { name: 'Vaststellen' }).count()).toBe(0);
  });

  it('what calculates to something else is said, beside the figures that were stored', async () => {
    const { pagina } = await app.open({ reducedMotion: 'reduce' });
    await stelVast(pagina);
    const eerst = await uitkomst(pagina);
    // What a later version of the program could find; nothing that is done to a project makes it.
    await pagina.route('**/dienst', async (verzoek) => {
      if (!verzoek.request().postData()?.includes('vastgesteld.lees')) return verzoek.continue();
      const antwoord = await verzoek.fetch();
      const { value, ...rest } = await antwoord.json() as { value: object };
      return verzoek.fulfill({ response: antwoord, json: { ...rest, value: { ...value, klopt: false, verschillen: Array.from({ length: 7 }, (_, i) => `Verschil ${i + 1}`) } } });
    });
    await naar(pagina, '#/scenarios/~vastgesteld/1');
    const melding = pagina.getByRole('alert').filter({ hasText: 'Narekenen geeft iets anders.' });
    await melding.waitFor();
    expect(await melding.getByRole('listitem').allInnerTexts()).toEqual(['Verschil 1', 'Verschil 2', 'Verschil 3', 'Verschil 4', 'Verschil 5']);
    await melding.getByText('En 2 andere.').waitFor();
    expect(await uitkomst(pagina)).toBe(eerst);
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
  });

  it('a copy that is not there says so', async () => {
    const { pagina } = await app.open({ foutenVerwacht: true });
    await stelVast(pagina);
    await naar(pagina, '#/scenarios/~vastgesteld/99');
    await expect.poll(() => pagina.getByRole('alert').allInnerTexts()).toEqual([expect.stringContaining('Vastgesteld scenario 99 bestaat niet.')]);
  });

  it.each(['light', 'dark'] as const)('axe finds nothing in any of its parts, %s', async (colorScheme) => {
    const { pagina } = await app.open({ colorScheme, reducedMotion: 'reduce' });
    await stelVast(pagina);
    for (const deel of ['scholen', 'regionaal', 'verdeling', 'deelnemers', 'uitgangspunten']) {
      await naar(pagina, `#/scenarios/~vastgesteld/1/${deel}`);
      await pagina.getByText('Nagerekend: de cijfers van nu zijn gelijk').waitFor();
      await tot(pagina);
      expect(await toegankelijkheidsfouten(pagina), deel).toEqual([]);
    }
  });
});
