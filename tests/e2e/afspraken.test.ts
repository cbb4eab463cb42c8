/** The beheerafspraken: texts, and how and within which band is settled; what is filled in is on the paper. */
import { describe, expect, it } from 'vitest';
import { naar, openVoorbeeld, toegankelijkheidsfouten } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

describe.skipIf(!app.kan)(app.naam('afspraken'), () => {
  it('a proposed text is taken over; settlement keeps text, way and band beside each other, and undo takes them back one by one', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/voorstel/afspraken');
    const verrekening = pagina.locator('.agreement').filter({ hasText: 'Bandbreedte' });
    const tekst = verrekening.getByRole('textbox').first();
    const wijze = verrekening.getByLabel('Wijze');
    const band = verrekening.getByLabel('Bandbreedte');

    await wijze.fill('achteraf op werkelijke kosten');
    await wijze.blur();
    // A way is an agreement, also without a text.
    await expect.poll(() => verrekening.getByText('nog af te spreken').count()).toBe(0);
    expect(await tekst.inputValue()).toBe('');
    await verrekening.getByRole('button', { name: 'Voorstel overnemen' }).click();
    await expect.poll(() => tekst.inputValue()).not.toBe('');
    await band.fill('5');
    await band.press('Enter');
    expect(await wijze.inputValue()).toBe('achteraf op werkelijke kosten');
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);

    await pagina.getByRole('button', { name: /^Ongedaan:/ }).click();
    await expect.poll(() => band.inputValue()).toBe('');
    await pagina.getByRole('button', { name: /^Ongedaan:/ }).click();
    await expect.poll(() => tekst.inputValue()).toBe('');
    expect(await wijze.inputValue()).toBe('achteraf op werkelijke kosten');
    await pagina.getByRole('button', { name: /^Ongedaan:/ }).click();
    await verrekening.getByText('nog af te spreken').waitFor();
  });
});
