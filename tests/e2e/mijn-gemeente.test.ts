/** Who comes for one figure: a visible way to what it comes to for the own gemeente, and what is read-only opens on the outcome. */
import { describe, expect, it } from 'vitest';
import { naar, openVoorbeeld, toegankelijkheidsfouten, tot } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

describe.skipIf(!app.kan)(app.naam('mijn gemeente'), () => {
  it('is asked once, answers in a sentence, and is one click away from then on, also read-only', async () => {
    const { pagina } = await app.open({ reducedMotion: 'reduce' });
    await openVoorbeeld(pagina);
    const ingang = pagina.getByRole('link', { name: /^Mijn gemeente/ });
    await ingang.click();
    const vraag = pagina.getByRole('dialog', { name: 'Mijn gemeente' });
    await vraag.waitFor();
    await tot(pagina);
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await vraag.getByRole('button', { name: 'Borne' }).click();
    const antwoord = pagina.getByRole('dialog', { name: 'Borne' });
    await antwoord.getByText(/^Over 2027–2030 samen .* voor Borne, in 2030 /).first().waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await pagina.keyboard.press('Escape');
    await antwoord.waitFor({ state: 'detached' });

    const { pagina: tweede } = await app.open({ reducedMotion: 'reduce' });
    await tweede.locator('.recent button').first().click();
    await tweede.getByText(/^Alleen lezen\. /).waitFor();
    await tweede.getByRole('grid', { name: 'Scenario’s naast elkaar' }).waitFor();
    await tweede.getByRole('link', { name: 'Mijn gemeente Borne' }).click();
    const zelfde = tweede.getByRole('dialog', { name: 'Borne' });
    await zelfde.getByText(/voor Borne, in 2030 /).first().waitFor();
    await zelfde.getByRole('button', { name: 'Andere gemeente kiezen' }).click();
    await tweede.getByRole('dialog', { name: 'Mijn gemeente' }).getByRole('button', { name: 'Hengelo' }).click();
    await tweede.getByRole('dialog', { name: 'Hengelo' }).waitFor();
  });

  it('another gemeente can be kept as the own one', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/vergelijken/gemeenten');
    await pagina.getByRole('gridcell', { name: 'Borne' }).click();
    await pagina.keyboard.press('Enter');
    const paneel = pagina.getByRole('dialog', { name: 'Borne' });
    await paneel.getByRole('button', { name: 'Onthouden als mijn gemeente' }).click();
    await paneel.getByRole('button', { name: 'Andere gemeente kiezen' }).waitFor();
    await pagina.keyboard.press('Escape');
    await expect.poll(() => pagina.getByRole('link', { name: 'Mijn gemeente Borne' }).count()).toBe(1);
  });
});
