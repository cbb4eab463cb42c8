/** The panel Zekerheid: what is uncertain is written down with its source, the program answers off the page, and a value that was found goes into the scenario and out again. */
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { naar, openVoorbeeld, slaRondleidingOver, toegankelijkheidsfouten, tot, uitkomst } from './bediening.ts';
import { gebruikApp, WORTEL } from './hulp.ts';

const app = gebruikApp();
const PLEK = '#/scenarios/alle-scholen/zekerheid';

/** Ready: the answer belongs to what is on screen. */
const antwoordKlaar = (pagina: Page): Promise<void> => pagina.locator('.answer:not(.answer-old) .footing').waitFor();
async function vraag(pagina: Page, naam: string): Promise<void> {
  await pagina.getByRole('radiogroup', { name: 'Vraag' }).getByText(naam, { exact: true }).click();
  await tot(pagina);
}
/** What is uncertain, in sight: whether it was is remembered. */
async function toonOnzeker(pagina: Page): Promise<void> {
  const knop = pagina.getByRole('button', { name: /^Bekijken/ });
  if ((await knop.count()) > 0) await knop.click();
}
const kies = async (pagina: Page, welke: string | RegExp, optie: string | RegExp): Promise<void> => {
  await pagina.getByRole('button', { name: welke }).first().click();
  await pagina.getByRole('option', { name: optie }).first().click();
};
const zinnen = (pagina: Page): Promise<string[]> => pagina.locator('.answer .sentences li').allInnerTexts();
const gewoon = (tekst: string): string => tekst.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
const cel = (pagina: Page, zekerheid: string): Locator => pagina.locator('.sure-facts tr', { hasText: zekerheid }).locator('.effect');

/** An answer comes after typing rests, in a thread of its own. */
const GEDULD = { timeout: 15_000 };

describe.skipIf(!app.kan)(app.naam('zekerheid'), () => {
  let pagina: Page;
  beforeEach(async () => {
    ({ pagina } = await app.open());
    pagina.setDefaultTimeout(15_000);
    await openVoorbeeld(pagina);
    await naar(pagina, PLEK);
    await antwoordKlaar(pagina);
  });

  it('says how sure it is, in words and figures, on what it stands, and the same again with the same seed', async () => {
    const eerst = (await zinnen(pagina)).map(gewoon);
    expect(eerst).toHaveLength(8);
    for (const zin of eerst) expect(zin).toMatch(/^Voorbeeld: /);
    expect(eerst[1]).toMatch(/Met 80 % zekerheid kost .* over 2027–2030 ten hoogste € [\d.]+ meer dan het nulscenario\.$/);
    expect(eerst[7]).toContain('onafhankelijk van elkaar getrokken');
    const bedrag = /€ ([\d.]+)/.exec(eerst[1]!)![1]!;
    expect((await cel(pagina, '80 %').innerText()).replaceAll(/\s/g, '')).toBe(`+${bedrag}N`);
    const voet = pagina.locator('.footing');
    expect(gewoon(await voet.innerText())).toMatch(/7 onzekere uitgangspunten · 10\.000 trekkingen, zaad 1 · vingerafdruk [0-9a-f]{16}…/);
    expect(await voet.locator('.note').getAttribute('title')).toMatch(/^[0-9a-f]{64}$/);

    const zaad = pagina.getByLabel('Zaad');
    await zaad.fill('2');
    await pagina.getByText(/zaad 2 · vingerafdruk/).waitFor();
    expect((await zinnen(pagina)).map(gewoon)[1]).not.toBe(eerst[1]);
    await zaad.fill('1');
    await pagina.getByText(/zaad 1 · vingerafdruk/).waitFor();
    expect((await zinnen(pagina)).map(gewoon)).toEqual(eerst);
  });

  it('is about the figure that is chosen', async () => {
    await kies(pagina, /^Alle gemeenten/, 'Borne');
    await pagina.locator('.chart-subtitle', { hasText: 'Borne' }).waitFor();
    expect(gewoon((await zinnen(pagina))[0]!)).toContain(' voor Borne over 2027–2030 ');
    await kies(pagina, /^Alle jaren/, '2029');
    await pagina.locator('.chart-subtitle', { hasText: 'in 2029, Borne' }).waitFor();
    await vraag(pagina, 'Grootste invloed');
    await antwoordKlaar(pagina);
    const rijen = pagina.locator('.sure-table tbody tr');
    expect(await rijen.count()).toBe(7);
    expect(await rijen.first().innerText()).toContain('Realisatie');
  });

  it('a chart reads as a table, and sentences are copied for a reader that is asked for', async () => {
    await pagina.locator('.answer figure').first().getByRole('button', { name: 'Als tabel' }).click();
    const tabel = pagina.getByRole('region', { name: /^Tabel: Met 80 % zekerheid/ });
    expect(await tabel.locator('tbody tr').count()).toBe(21);
    await pagina.getByRole('button', { name: 'Zinnen met vingerafdruk kopiëren' }).click();
    const dialoog = pagina.getByRole('dialog', { name: /^Voor wie is dit\? Zinnen over/ });
    expect(await dialoog.getByRole('button', { name: /^Openbaar/ }).isDisabled()).toBe(true);
    await pagina.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await dialoog.getByRole('button', { name: /^Intern/ }).click();
    await dialoog.waitFor({ state: 'detached' });
    const klembord = (await pagina.evaluate('navigator.clipboard.readText()')) as string;
    expect(klembord).toMatch(/^Voorbeeld: Met 70 % zekerheid/);
    expect(klembord).toMatch(/zaad 1 · vingerafdruk [0-9a-f]{64}\s/);
    expect(klembord).toMatch(/VERTROUWELIJK – HERLEIDBAAR\s*$/i);
  });

  it('what is uncertain is edited with its source; what does not rise is not calculated with', async () => {
    await toonOnzeker(pagina);
    const eerst = gewoon((await zinnen(pagina))[1]!);
    const hoog = pagina.getByRole('textbox', { name: 'Kosten van de inzet, hoogste waarde' });
    await hoog.fill('1,5');
    await expect.poll(async () => gewoon((await zinnen(pagina))[1]!), GEDULD).not.toBe(eerst);
    await antwoordKlaar(pagina);
    const rij = pagina.locator('tr', { has: pagina.getByRole('textbox', { name: 'Kosten van de inzet, hoogste waarde' }) });
    const bron = rij.getByRole('button', { name: /^Bron van kosten van de inzet/ });
    expect(await bron.innerText()).toContain('aanname');
    await bron.click();
    await pagina.getByLabel('Bron', { exact: true }).fill('Raming inkoop, blz. 3');
    await pagina.getByRole('radiogroup', { name: 'Status' }).getByText('Vastgesteld', { exact: true }).click();
    await pagina.getByRole('button', { name: 'Bron vastleggen' }).click();
    await expect.poll(() => bron.innerText(), GEDULD).toContain('vastgesteld');

    await hoog.fill('0,5');
    await pagina.getByText('Laag, midden en hoog lopen niet op').waitFor();
    expect(await pagina.locator('.answer').count()).toBe(0);
    await pagina.keyboard.press('Tab');
    await hoog.fill('1,2');
    await antwoordKlaar(pagina);

    await pagina.getByRole('button', { name: 'Uitgangspunt', exact: true }).click();
    await pagina.getByRole('menuitem', { name: 'Loonindex' }).click();
    await pagina.getByRole('textbox', { name: 'Loonindex, hoogste waarde' }).fill('1,5');
    await pagina.getByText('8 onzekere uitgangspunten').waitFor();
    await pagina.getByRole('button', { name: 'Loonindex verwijderen' }).click();
    await pagina.getByText('7 onzekere uitgangspunten').waitFor();
  });

  it('turning points per assumption and of a team; a value that was found is taken over and undone', async () => {
    await vraag(pagina, 'Omslagpunten');
    await antwoordKlaar(pagina);
    expect(await pagina.locator('.search').count()).toBe(10);
    expect(gewoon(await pagina.locator('.search').first().innerText())).toMatch(/ten minste \d+ van de 100 vervangbare indicaties stoppen/);
    await kies(pagina, /^Alle scholen/, /^Team en start, /);
    await pagina.locator('.search-name', { hasText: /aantal fte/i }).first().waitFor();

    await vraag(pagina, 'Doel zoeken');
    const jaren = pagina.locator('.outcome-facts .effect').first();
    const eerst = await jaren.innerText();
    await pagina.getByLabel('Doel voor het effect').fill('-300.000');
    await pagina.keyboard.press('Enter');
    await pagina.getByText(/is over .*2027.*2030 ten hoogste V/).waitFor();
    await pagina.getByRole('button', { name: 'Overnemen in het scenario' }).click();
    await expect.poll(async () => (await jaren.innerText()).replaceAll(/\s/g, '')).toBe('−300.000V');
    await pagina.getByText('Dit is de waarde die er al staat.').waitFor();
    await pagina.getByRole('button', { name: /^Ongedaan: Gevonden waarde overgenomen/ }).click();
    await expect.poll(() => jaren.innerText()).toBe(eerst);
  });

  it('any other number can be sought by its place; what is none is refused beside the field', async () => {
    await vraag(pagina, 'Doel zoeken');
    await kies(pagina, /^Alle scholen/, 'Andere plek');
    const plek = pagina.getByRole('textbox', { name: 'Plek' });
    await plek.fill('arrangementen[nergens].realisatie');
    await pagina.getByText('Hier staat geen getal of datum').waitFor();
    const zoeken = pagina.getByRole('button', { name: 'Zoeken', exact: true }).last();
    expect(await zoeken.isDisabled()).toBe(true);
    await plek.fill('arrangementen[stapsteen].inzet[0].overhead');
    await zoeken.click();
    await antwoordKlaar(pagina);
    expect(await pagina.locator('.search').innerText()).toMatch(/overhead.* op Stapsteen/);
  });

  it('a scenario without uncertain assumptions says what to do, and has turning points all the same', async () => {
    await naar(pagina, '#/scenarios/~lijst');
    await pagina.getByRole('button', { name: 'Scenario maken' }).click();
    await pagina.getByRole('tab', { name: 'Zekerheid' }).click();
    await pagina.getByText('Zeg welke uitgangspunten anders kunnen uitvallen').waitFor();
    await pagina.getByText('Zonder onzeker uitgangspunt is er niets te berekenen.').waitFor();
    await vraag(pagina, 'Omslagpunten');
    await antwoordKlaar(pagina);
    await vraag(pagina, 'Hoe zeker');
    await pagina.getByRole('button', { name: 'Uitgangspunt', exact: true }).click();
    await pagina.getByRole('menuitem', { name: 'Realisatie' }).click();
    await pagina.getByRole('textbox', { name: 'Realisatie, laagste waarde' }).fill('0,8');
    await pagina.getByText('1 onzeker uitgangspunt').waitFor();
    expect(await cel(pagina, '95 %').innerText()).toBe('0');
  });

  it('long work shows how far it is, stops when asked, and begins again', async () => {
    // The page asks as it always does; the program gets a hundred times the work.
    await pagina.route('**/dienst', async (route) => {
      const inhoud = route.request().postData() ?? '';
      await route.continue({ postData: inhoud.includes('"beslissen.zekerheid"') ? inhoud.replace('"trekkingen":1000,', '"trekkingen":1000000,').replace('"trekkingen":1000}', '"trekkingen":1000000}') : inhoud });
    });
    await kies(pagina, /^10\.000 trekkingen/, /^1\.000 trekkingen/);
    const werk = pagina.locator('.task');
    await werk.getByText('Trekken').waitFor();
    await werk.getByRole('button', { name: 'Annuleren' }).click();
    await pagina.getByText('Het rekenen is gestopt.').waitFor();
    await pagina.unroute('**/dienst');
    await pagina.getByRole('button', { name: 'Opnieuw rekenen' }).click();
    await antwoordKlaar(pagina);
    await pagina.getByText('1.000 trekkingen, zaad 1').waitFor();
    await kies(pagina, /^1\.000 trekkingen/, /^10\.000 trekkingen/);
    await antwoordKlaar(pagina);
    expect(await zinnen(pagina)).toHaveLength(8);
  });

  it('by keyboard alone: to the panel, another question, a goal, and back', async () => {
    const toets = pagina.keyboard;
    const hier = (): Promise<string> => pagina.evaluate(`(() => { const e = document.activeElement; return [e?.getAttribute('role') ?? '', e?.getAttribute('aria-label') ?? '', e?.labels?.[0]?.textContent ?? '', e === document.body ? '' : (e?.textContent ?? '')].join(' '); })()`) as Promise<string>;
    const tabNaar = async (naam: RegExp): Promise<void> => {
      for (let i = 0; i < 120; i++) {
        if (naam.test(await hier())) return;
        await toets.press('Tab');
      }
      throw new Error(`Tab never reached ${String(naam)}`);
    };
    await naar(pagina, '#/scenarios/alle-scholen/uitgangspunten');
    await tabNaar(/^tab .*Uitgangspunten/);
    await toets.press('ArrowRight');
    await antwoordKlaar(pagina);
    expect(await hier()).toMatch(/Zekerheid/);
    await tabNaar(/Hoe zeker/);
    for (let i = 0; i < 3; i++) await toets.press('ArrowRight');
    await tabNaar(/Doel voor het effect/);
    await toets.type('-100.000');
    await toets.press('Enter');
    await antwoordKlaar(pagina);
    const eerst = await uitkomst(pagina);
    await tabNaar(/^ *Overnemen in het scenario/);
    await toets.press('Enter');
    await expect.poll(() => uitkomst(pagina)).not.toBe(eerst);
    await toets.press('Control+z');
    await expect.poll(() => uitkomst(pagina)).toBe(eerst);
  });

  it('beside another window it can be read and asked, not changed', async () => {
    const { pagina: tweede } = await app.open();
    await tweede.locator('.recent button').first().click();
    await tweede.locator('.shell').waitFor();
    await naar(tweede, PLEK);
    await antwoordKlaar(tweede);
    await toonOnzeker(tweede);
    expect(await tweede.getByRole('textbox', { name: 'Realisatie, laagste waarde' }).getAttribute('readonly')).not.toBeNull();
    expect(await tweede.getByRole('button', { name: 'Uitgangspunt', exact: true }).count()).toBe(0);
    await vraag(tweede, 'Doel zoeken');
    await tweede.getByRole('button', { name: 'Zoeken', exact: true }).last().click();
    await antwoordKlaar(tweede);
    expect(await tweede.getByRole('button', { name: /^Overnemen/ }).count()).toBe(0);
  });
});

describe.skipIf(!app.kan)(app.naam('zekerheid van een vastgesteld scenario'), () => {
  it('says that the frozen copy stays, and that this is about the scenario as it is now', async () => {
    const { pagina } = await app.open();
    await pagina.getByRole('button', { name: 'Nieuw project' }).waitFor();
    const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Project openen…' }).click()]);
    await kiezer.setFiles(join(WORTEL, 'tests/cases/klein.json'));
    await slaRondleidingOver(pagina);
    await naar(pagina, '#/scenarios/a/zekerheid');
    await pagina.getByText('Zonder onzeker uitgangspunt is er niets te berekenen.').waitFor();
    expect(await pagina.getByText(/^Vastgesteld op /).count()).toBe(0);
    await pagina.getByRole('button', { name: 'Vaststellen' }).click();
    const dialoog = pagina.getByRole('dialog', { name: 'Scenario vaststellen' });
    await dialoog.getByRole('button', { name: 'Vaststellen' }).click();
    await dialoog.waitFor({ state: 'detached' });
    await naar(pagina, '#/scenarios/a/scholen');
    await naar(pagina, '#/scenarios/a/zekerheid');
    await pagina.getByText(/^Vastgesteld op .*Die kopie verandert niet/).waitFor();
  });
});

describe.skipIf(!app.kan)(app.naam('zekerheid, toegankelijk'), () => {
  it.each(['light', 'dark'] as const)('axe finds nothing in any of its views, %s', async (colorScheme) => {
    const { pagina } = await app.open({ colorScheme, reducedMotion: 'reduce' });
    await openVoorbeeld(pagina);
    await naar(pagina, PLEK);
    await antwoordKlaar(pagina);
    await toonOnzeker(pagina);
    for (const naam of ['Hoe zeker', 'Grootste invloed', 'Omslagpunten', 'Doel zoeken']) {
      await vraag(pagina, naam);
      if (naam === 'Doel zoeken') await pagina.getByRole('button', { name: 'Zoeken', exact: true }).last().click();
      await antwoordKlaar(pagina);
      expect(await toegankelijkheidsfouten(pagina), naam).toEqual([]);
    }
  });
});
