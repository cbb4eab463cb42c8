/** Small counts of children: marked wherever a school or gemeente is counted. */
import { describe, expect, it } from 'vitest';
import { cel, naar, openVoorbeeld, tot } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();

describe.skipIf(!app.kan)(app.naam('kleine aantallen'), () => {
  it('they look small in every table, panel and sentence, below the threshold that is chosen once', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    const klein = async (tabel: string, rij: RegExp, kop: RegExp): Promise<string> => {
      const plek = await cel(pagina, tabel, rij, kop);
      await plek.waitFor();
      return /mark-small/.test((await plek.getAttribute('class')) ?? '') ? ((await plek.getAttribute('aria-description')) ?? '') : '';
    };
    await naar(pagina, '#/gegevens/leerlingen');
    expect(await klein('Leerlingen per school en gemeente', /Stapsteen/, /^Buiten/)).toMatch(/minder dan 10 leerlingen.*Voorbeeld/);
    expect(await klein('Leerlingen per school en gemeente', /Stapsteen/, /^Hengelo/)).toBe('');
    await naar(pagina, '#/nulmeting');
    await pagina.getByLabel('Klein onder').fill('100');
    expect(await klein('Kosten per school en gemeente', /Batavier/, /^Samen/)).toMatch(/minder dan 100 jeugdigen/);
    expect(await klein('Kosten per school en gemeente', /Stapsteen/, /^Samen/)).toBe('');
    await naar(pagina, '#/nulmeting/locaties');
    await tot(pagina);
    for (const kop of [/^Met jeugdhulp/, /^Aandeel/, /^Kosten/]) {
      expect(await klein('Locaties', /Batavier/, kop), String(kop)).toMatch(/minder dan 100 jeugdigen/);
      expect(await klein('Locaties', /Stapsteen/, kop), String(kop)).toBe('');
    }
    expect(await klein('Locaties', /Batavier/, /^Leerlingen/)).toBe('');
    await naar(pagina, '#/nulmeting/locaties/batavier');
    await pagina.getByRole('dialog').locator('.mark-small').first().getByText('96').waitFor();
    await pagina.keyboard.press('Escape');
    await naar(pagina, '#/nulmeting');
    await pagina.getByLabel('Klein onder').fill('200');
    await naar(pagina, '#/scenarios/alle-scholen/scholen/stapsteen');
    await pagina.locator('.school-title .mark-small').getByText(/193/).waitFor();
    expect(await klein('Scholen in dit scenario', /Stapsteen/, /^Leerlingen/)).toMatch(/minder dan 200 leerlingen/);
    expect(await klein('Scholen in dit scenario', /Batavier/, /^Leerlingen/)).toBe('');
    await naar(pagina, '#/scenarios/alle-scholen/deelnemers');
    expect(await klein('Gemeenten in dit scenario', /Borne/, /^Leerlingen/)).toMatch(/minder dan 200 leerlingen/);
  });
});
