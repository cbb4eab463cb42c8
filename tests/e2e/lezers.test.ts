/** Kinds of reader on the screen: asked at every presentation and copy, never assumed; who is not intern gets the publication and nothing beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { STANDAARDBESCHERMING } from '../../models/bescherming/instellingen.ts';
import { telPersonen } from '../../models/bescherming/personen.ts';
import type { Project } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { rekenEnPubliceer } from '../../electron/service/publiceren.ts';
import { maakProject } from '../../electron/store/index.ts';
import { reken } from '../hulp/reken.ts';
import { metVerborgen, nietTeVerbergen } from '../hulp/verborgen.ts';
import { naar, openVoorbeeld, slaRondleidingOver, toegankelijkheidsfouten, tot } from './bediening.ts';
import { gebruikApp } from './hulp.ts';

const app = gebruikApp();
const map = mkdtempSync(join(tmpdir(), 'arrangement-lezers-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

const KLEMBORD = { permissions: ['clipboard-read', 'clipboard-write'] };
const INTERN = 'vertrouwelijk – herleidbaar';

async function opent(pagina: Page, project: Project, naam: string): Promise<void> {
  const pad = join(map, `${naam}.arrangement`);
  await (await maakProject(pad, project, { overschrijven: true })).sluit();
  const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), pagina.getByRole('button', { name: 'Project openen…' }).click()]);
  await kiezer.setFiles(pad);
  await slaRondleidingOver(pagina);
}

const lezer = (pagina: Page, naam: string): Promise<void> => pagina.getByRole('button', { name: new RegExp(`^${naam}`) }).click();
/** Chooses for whom a presentation is. */
async function presenteer(pagina: Page, naam: string): Promise<void> {
  await naar(pagina, '#/vergelijken/presentatie');
  await lezer(pagina, naam);
  await pagina.locator('.slide-figure').waitFor({ timeout: 60_000 });
}

/** Everything that a canvas was told to write. */
const schrijfMee = (pagina: Page): Promise<unknown> => pagina.addInitScript(() => {
  const geschreven: string[] = [];
  Object.assign(globalThis, { geschreven });
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function meegeschreven(tekst: string, ...rest: [number, number, number?]) {
    geschreven.push(tekst);
    return fillText.call(this, tekst, ...rest);
  };
});
/** The whole document with every attribute, and what charts say. */
const allesIn = (pagina: Page): Promise<string> => pagina.evaluate('document.documentElement.outerHTML + globalThis.geschreven.join("\\n")');

/** True amounts that another reader may not know: of every gemeente with a hidden cell, each year, whole euros. */
async function geheimen(project: Project): Promise<number[]> {
  const uit = await rekenEnPubliceer(project, bereidVoor(project), { scenarios: ['alle', 'minder'], lezer: 'klankbordgroep', personen: telPersonen(project), instellingen: STANDAARDBESCHERMING });
  const alleen = await rekenEnPubliceer(project, bereidVoor(project), { scenarios: ['alle'], lezer: 'klankbordgroep', personen: telPersonen(project), instellingen: STANDAARDBESCHERMING });
  const { tabellen } = uit.ok ? uit.uitslag : (alleen as Extract<typeof alleen, { ok: true }>).uitslag;
  const getoond = new Set(Object.values(tabellen).flat().flatMap((c) => (c.waarde === null ? [] : [Math.round(Math.abs(c.waarde))])));
  const verborgen = new Set(tabellen.gemeenten.filter((c) => c.kolom === 'effect' && c.waarde === null).map((c) => c.rij));
  const { nul, scenarios } = await reken(project);
  const { effect, bijdragen } = scenarios['alle']!;
  return [...verborgen].flatMap((code) => [...nul.perGemeente[code]!, ...effect.perGemeente[code]!, ...bijdragen[code]!]).map((x) => Math.round(Math.abs(x))).filter((x) => x > 10_000 && !getoond.has(x));
}
const nl = (x: number): string => x.toLocaleString('nl-NL');
const gevonden = (tekst: string, bedragen: readonly number[]): number[] => bedragen.filter((x) => tekst.includes(nl(x)) || new RegExp(`(?<![\\d.])${x}(?!\\d)`).test(tekst) || new RegExp(`(?<![\\d.])${x - 1}\\.\\d`).test(tekst) || new RegExp(`(?<![\\d.])${x}\\.\\d`).test(tekst));

describe.skipIf(!app.kan)(app.naam('een presentatie'), () => {
  it('vraagt eerst voor wie, zonder standaard, en toont tot dan geen cijfer; toegankelijk, met het toetsenbord', async () => {
    const { pagina } = await app.open({ reducedMotion: 'reduce' });
    await openVoorbeeld(pagina);
    await naar(pagina, '#/vergelijken/presentatie');
    await pagina.getByRole('heading', { name: 'Voor wie is deze presentatie?' }).waitFor();
    expect(await pagina.locator('.presentation').innerText()).not.toMatch(/€(?!\s1\.000)|mln/);
    expect(await pagina.locator('.reader-option[data-selected], .reader-option[aria-pressed=true]').count()).toBe(0);
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    // Tab goes through the readers and stays out of the page behind.
    const namen: string[] = [];
    for (let i = 0; i < 3; i++) {
      await pagina.keyboard.press('Tab');
      namen.push(await pagina.evaluate('document.activeElement.querySelector("b")?.textContent ?? ""'));
    }
    expect(namen).toEqual(['Intern', 'Klankbordgroep', 'Openbaar']);
    await pagina.keyboard.press('Escape');
    await pagina.getByRole('heading', { name: 'Vergelijken' }).waitFor();
  });

  it('voor intern draagt vertrouwelijk – herleidbaar', async () => {
    const { pagina } = await app.open();
    await openVoorbeeld(pagina);
    await presenteer(pagina, 'Intern');
    expect(await pagina.locator('.presentation-mark').innerText()).toBe(`VOORBEELD – bedragen fictief · ${INTERN}`);
    expect(await pagina.locator('.slide').innerText()).toContain('toegang');
  });

  it.each(['Klankbordgroep', 'Openbaar'])('voor %s staat geen verborgen bedrag in de pagina, een attribuut, een grafiek of een bericht', async (naam) => {
    const project = metVerborgen();
    const geheim = await geheimen(project);
    expect(geheim.length).toBeGreaterThan(10);
    const { pagina } = await app.open({ ...KLEMBORD, reducedMotion: 'reduce' });
    await schrijfMee(pagina);
    await pagina.reload();
    await opent(pagina, project, `verborgen-${naam}`);
    await naar(pagina, '#/vergelijken');
    await pagina.getByRole('checkbox', { name: 'Een school minder' }).click({ force: true });

    // For intern they are there: the search can find them.
    await presenteer(pagina, 'Intern');
    for (let i = 0; i < 3; i++) await pagina.keyboard.press('ArrowRight');
    expect(gevonden(await allesIn(pagina), geheim).length).toBeGreaterThan(2);
    await pagina.keyboard.press('Escape');
    await pagina.getByRole('heading', { name: 'Vergelijken' }).waitFor();

    const berichten: string[] = [];
    pagina.on('response', (antwoord) => {
      if (antwoord.url().includes('/dienst')) void antwoord.text().then((tekst) => berichten.push(`${antwoord.request().postData() ?? ''}\n${tekst}`));
    });
    await pagina.evaluate('globalThis.geschreven.length = 0');
    await presenteer(pagina, naam);
    expect(await pagina.locator('.presentation-mark').innerText()).toContain(`${naam.toLowerCase()} – kleine aantallen verborgen`);
    let gezien = '';
    for (let blad = 0; blad < 4; blad++) {
      gezien += await allesIn(pagina);
      expect(gevonden(gezien, geheim), `blad ${blad + 1}`).toEqual([]);
      expect(await toegankelijkheidsfouten(pagina), `blad ${blad + 1}`).toEqual([]);
      await pagina.keyboard.press('ArrowRight');
    }
    expect(gezien).toContain('Verborgen: ');
    expect(gezien).not.toMatch(/zonder toegang|houdbaarheid/i);
    // What is selected here carries this reader's mark, and there is nothing else to select.
    await pagina.keyboard.press('Control+a');
    await pagina.keyboard.press('Control+c');
    await expect.poll(() => pagina.evaluate('navigator.clipboard.readText()')).toMatch(new RegExp(`\\r?\\n\\r?\\n${naam.toLowerCase()} – kleine aantallen verborgen[^\\n]*$`));
    expect(await pagina.evaluate('navigator.clipboard.readText()')).not.toMatch(/Gegevens|Nulmeting/);
    // A what-if: the figures come again, from a publication that holds it and what was shown before.
    const tabel = (): Promise<string> => pagina.locator('.slide-table').innerText();
    const eerst = await tabel();
    for (let i = 0; i < 4; i++) await pagina.keyboard.press('ArrowDown');
    await pagina.getByText(/^wat als: .* 60\s%$/).waitFor({ timeout: 30_000 });
    expect(await tabel()).not.toBe(eerst);
    expect(gevonden(await allesIn(pagina), geheim)).toEqual([]);
    if (naam === 'Openbaar') for (const bedrag of (await tabel()).matchAll(/\d{1,3}(?:\.\d{3})+/g)) expect(bedrag[0]).toMatch(/000$/);
    await pagina.keyboard.press('0');
    await expect.poll(tabel).toBe(eerst);
    // What was shown before is there at once: nothing is asked again.
    for (let i = 0; i < 4; i++) await pagina.keyboard.press('ArrowDown');
    await expect.poll(tabel).not.toBe(eerst);

    await expect.poll(() => berichten.filter((b) => b.includes('"methode":"publicatie.lees"')).length).toBe(2);
    for (const bericht of berichten) {
      expect(bericht).toMatch(/"methode":"(publicatie\.lees|taak\.annuleer)"/);
      expect(gevonden(bericht, geheim)).toEqual([]);
    }
    expect(berichten.at(-1)).toContain('"varianten":[{');
    expect(berichten.at(-1)).toContain('"eerder":{');
  });

  it('die niet te beschermen is, wordt geweigerd met de cellen en zonder hun bereik', async () => {
    const { pagina } = await app.open();
    await opent(pagina, nietTeVerbergen(), 'niet');
    await naar(pagina, '#/vergelijken/presentatie');
    await lezer(pagina, 'Klankbordgroep');
    const melding = pagina.getByRole('alert');
    await melding.waitFor({ timeout: 30_000 });
    const tekst = await melding.innerText();
    expect(tekst).toMatch(/niet te beschermen/);
    expect(tekst).toMatch(/Gemeente 3, nulscenario/);
    expect(tekst).not.toMatch(/tussen \d|na te bepalen/);
    expect(await pagina.locator('.slide').count()).toBe(0);
    await pagina.getByRole('button', { name: 'Andere lezer' }).click();
    await pagina.getByRole('heading', { name: 'Voor wie is deze presentatie?' }).waitFor();
  });
});

describe.skipIf(!app.kan)(app.naam('wat meegaat'), () => {
  let pagina: Page;
  const begin = async (): Promise<void> => {
    ({ pagina } = await app.open({ ...KLEMBORD, reducedMotion: 'reduce' }));
    await openVoorbeeld(pagina);
  };
  const klembord = (): Promise<string> => pagina.evaluate('navigator.clipboard.readText()');
  /** Copies the cell at this place of the table with this name, for a reader. */
  const kopieer = async (tabel: string, cel: string): Promise<void> => {
    await pagina.getByRole('grid', { name: tabel }).locator('[data-cell][tabindex="0"]').first().focus();
    await pagina.keyboard.press('Control+Home');
    const [rij, kolom] = cel.split(':').map(Number) as [number, number];
    for (let i = 0; i < rij; i++) await pagina.keyboard.press('ArrowDown');
    for (let i = 0; i < kolom; i++) await pagina.keyboard.press('ArrowRight');
    await pagina.keyboard.press('Control+c');
  };
  const klaar = async (naam: string): Promise<void> => {
    const knop = pagina.getByRole('dialog').getByRole('button', { name: /^(Kopiëren|Bewaren)$/ });
    const melding = pagina.getByText(new RegExp(`(Gekopieerd|Bewaard) voor ${naam}`));
    await knop.or(melding).first().waitFor({ timeout: 30_000 });
    if ((await knop.count()) > 0) await knop.click();
    await melding.first().waitFor();
    await pagina.getByRole('button', { name: 'Melding sluiten' }).first().click();
  };

  it('een tabel uit de catalogus: intern de selectie, voor anderen de hele tabel zoals gepubliceerd', async () => {
    await begin();
    await naar(pagina, '#/vergelijken/gemeenten');
    await kopieer('Effect per gemeente', '0:2');
    const vraag = pagina.getByRole('dialog', { name: /Voor wie is dit\? Effect per gemeente/ });
    await vraag.waitFor();
    expect(await toegankelijkheidsfouten(pagina)).toEqual([]);
    await lezer(pagina, 'Intern');
    await klaar('intern');
    const intern = await klembord();
    expect(intern.split(/\r?\n/)).toHaveLength(3);
    expect(intern).toMatch(/^-?\d+\.\d+\r?\n\r?\nVOORBEELD – bedragen fictief · vertrouwelijk – herleidbaar$/);

    await kopieer('Effect per gemeente', '0:2');
    await lezer(pagina, 'Klankbordgroep');
    await klaar('klankbordgroep');
    const klankbord = await klembord();
    expect(klankbord).toMatch(/^Gemeente\tEffect 2027/);
    expect(klankbord).toContain('Overige gemeenten (Overig Twente, Buiten Twente)');
    expect(klankbord).not.toMatch(/^(Overig|Buiten) Twente\t/m);
    expect(klankbord).toContain('VOORBEELD – bedragen fictief · klankbordgroep – kleine aantallen verborgen');
    expect(klankbord).not.toContain(INTERN);

    await kopieer('Effect per gemeente', '0:2');
    await lezer(pagina, 'Openbaar');
    await klaar('openbaar');
    const [, ...rijen] = (await klembord()).split(/\r?\n\r?\n/)[0]!.split(/\r?\n/);
    expect(rijen.length).toBeGreaterThan(2);
    for (const bedrag of rijen.flatMap((rij) => rij.split('\t').slice(1))) expect(Math.abs(Number(bedrag) % 1000)).toBe(0);
  });

  it('een tabel die niet in de catalogus staat: alleen intern; met het toetsenbord, en Escape kopieert niets', async () => {
    await begin();
    await naar(pagina, '#/nulmeting');
    await tot(pagina);
    await pagina.evaluate('navigator.clipboard.writeText("wat er stond")');
    await kopieer('Kosten per school en gemeente', '1:1');
    const vraag = pagina.getByRole('dialog');
    await vraag.waitFor();
    for (const naam of ['Klankbordgroep', 'Openbaar']) expect(await vraag.getByRole('button', { name: new RegExp(`^${naam}`) }).isDisabled()).toBe(true);
    expect(await vraag.innerText()).toContain('Staat niet in de publicatielijst; kan alleen intern.');
    await pagina.keyboard.press('Escape');
    await vraag.waitFor({ state: 'detached' });
    expect(await klembord()).toBe('wat er stond');
    // Focus is back in the table; ask again, choose by keyboard.
    expect(await pagina.evaluate('document.activeElement.dataset.cell')).toBe('1:1');
    await pagina.keyboard.press('Control+c');
    await vraag.waitFor();
    for (let i = 0; i < 6 && !(await pagina.evaluate('document.activeElement.textContent.startsWith("Intern")')); i++) await pagina.keyboard.press('Tab');
    await pagina.keyboard.press('Enter');
    await klaar('intern');
    expect(await klembord()).toContain(INTERN);
  });

  it('een lijst met aannames gaat zonder vraag mee, en wat hier gekopieerd is, is hier te plakken', async () => {
    await begin();
    await naar(pagina, '#/gegevens/producten');
    await kopieer('Producten', '0:0');
    expect(await pagina.getByRole('dialog').count()).toBe(0);
    expect(await klembord()).not.toContain('–');
    await naar(pagina, '#/gegevens/leerlingen');
    const rooster = pagina.getByRole('grid', { name: 'Leerlingen per school en gemeente' });
    await kopieer('Leerlingen per school en gemeente', '0:1');
    await lezer(pagina, 'Intern');
    await klaar('intern');
    const gekopieerd = (await klembord()).split(/\r?\n/)[0]!;
    expect(await klembord()).toContain(INTERN);
    await rooster.locator('[data-cell="0:1"]').focus();
    await pagina.keyboard.press('ArrowDown');
    await pagina.keyboard.press('Control+v');
    await expect.poll(async () => (await rooster.locator('[data-cell="1:1"]').innerText()).replaceAll('.', '')).toBe(gekopieerd.replaceAll('.', ''));
    await pagina.keyboard.press('Control+z');
  });

  it('wat niet te beschermen is gaat niet mee: de cellen staan er, en het klembord blijft zoals het was', async () => {
    ({ pagina } = await app.open({ ...KLEMBORD, reducedMotion: 'reduce' }));
    await opent(pagina, nietTeVerbergen(), 'niet-mee');
    await naar(pagina, '#/vergelijken/gemeenten');
    await pagina.evaluate('navigator.clipboard.writeText("wat er stond")');
    await kopieer('Effect per gemeente', '0:0');
    await lezer(pagina, 'Openbaar');
    const melding = pagina.getByRole('dialog').getByRole('alert');
    await melding.waitFor({ timeout: 60_000 });
    expect(await melding.innerText()).toMatch(/niet te beschermen[\s\S]*Het gaat om: .*, /);
    expect(await klembord()).toBe('wat er stond');
    await pagina.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
  });

  it('één drempel voor wat klein heet en wat gepubliceerd wordt, nooit onder vijf', async () => {
    await begin();
    await naar(pagina, '#/voorstel');
    expect(await pagina.getByText(/^Bescherming van kleine aantallen/).count()).toBe(0);
    await pagina.getByText('Klankbordgroep', { exact: true }).first().click();
    await pagina.getByText(/^Bescherming van kleine aantallen: onder 10/).click();
    await pagina.getByLabel('Klein onder').fill('4');
    await pagina.getByText('Minimaal 5.').waitFor();
    await pagina.getByLabel('Klein onder').fill('15');
    await pagina.getByText(/^Bescherming van kleine aantallen: onder 15/).waitFor();
    await naar(pagina, '#/nulmeting');
    await pagina.getByText('Gearceerd: minder dan 15.').waitFor();
    await naar(pagina, '#/vergelijken/presentatie');
    await lezer(pagina, 'Klankbordgroep');
    await pagina.locator('.slide-figure, [role=alert]').first().waitFor({ timeout: 60_000 });
    for (let i = 0; i < 3; i++) await pagina.keyboard.press('ArrowRight');
    await pagina.getByText(/Aantallen onder 15 en|niet te beschermen/).first().waitFor();
    await pagina.keyboard.press('Escape');
    await naar(pagina, '#/nulmeting');
    await pagina.getByLabel('Klein onder').fill('10');
    await pagina.getByText('Gearceerd: minder dan 10.').waitFor();
  });

  it('met de muis gekozen tekst krijgt de regel eronder; in een veld blijft zij zoals getypt', async () => {
    await begin();
    await naar(pagina, '#/nulmeting');
    await pagina.evaluate('getSelection().selectAllChildren(document.querySelector(".totals-key"))');
    await pagina.keyboard.press('Control+c');
    await expect.poll(klembord).toMatch(/^Kosten nu:\s*[\d.]+\r?\n\r?\nVOORBEELD – bedragen fictief · vertrouwelijk – herleidbaar$/);
    await pagina.getByLabel('Klein onder').selectText();
    await pagina.keyboard.press('Control+c');
    await expect.poll(klembord).toBe('10');
  });
});

describe.skipIf(!app.kan)(app.naam('een plaatje van een grafiek'), () => {
  it('draagt de regel van de lezer, en voor openbaar zijn afgeronde cijfers; als tabel ook', async () => {
    const { pagina } = await app.open({ ...KLEMBORD, reducedMotion: 'reduce' });
    await schrijfMee(pagina);
    await pagina.reload();
    await openVoorbeeld(pagina);
    await naar(pagina, '#/vergelijken/gemeenten');
    await tot(pagina);
    const neem = async (naam: string, knop: string): Promise<string[]> => {
      await pagina.evaluate('globalThis.geschreven.length = 0');
      await pagina.getByRole('button', { name: knop }).click();
      const bewaard = knop.includes('PNG') ? pagina.waitForEvent('download', { timeout: 30_000 }) : undefined;
      await lezer(pagina, naam);
      const door = pagina.getByRole('dialog').getByRole('button', { name: /^(Kopiëren|Bewaren)$/ });
      const melding = pagina.getByText(/^(Gekopieerd|Bewaard) voor/);
      await door.or(melding).first().waitFor({ timeout: 30_000 });
      if ((await door.count()) > 0) await door.click();
      await melding.first().waitFor();
      await pagina.getByRole('button', { name: 'Melding sluiten' }).first().click();
      if (bewaard) expect((await bewaard).suggestedFilename()).toMatch(/\.png$/);
      return pagina.evaluate('globalThis.geschreven');
    };
    const intern = (await neem('Intern', 'Grafiek bewaren als PNG')).join('\n');
    expect(intern).toContain(INTERN);
    expect(intern).toContain('VOORBEELD – bedragen fictief');
    expect(intern).toContain('Buiten Twente');

    const openbaar = (await neem('Openbaar', 'Grafiek kopiëren')).join('\n');
    expect(openbaar).toContain('openbaar – kleine aantallen verborgen');
    expect(openbaar).not.toContain(INTERN);
    expect(openbaar).not.toMatch(/^Buiten Twente$/m);
    for (const [bedrag] of openbaar.matchAll(/\d{1,3}(?:\.\d{3})+/g)) expect(bedrag).toMatch(/000$/);
    expect(await pagina.evaluate('navigator.clipboard.read().then(([i]) => i.types)')).toEqual(['image/png']);

    await pagina.getByRole('button', { name: 'Als tabel' }).click();
    await neem('Klankbordgroep', 'Tabel kopiëren');
    const tabel = await pagina.evaluate<string>('navigator.clipboard.readText()');
    expect(tabel).toMatch(/^Gemeente\tEffect/);
    expect(tabel).toContain('klankbordgroep – kleine aantallen verborgen');
  });
});
