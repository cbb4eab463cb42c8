/**
 * Takes pictures from the real app, with the example, in a real Chromium.
 *
 * - `node scripts/beelden.ts`: every screen and state that a user can meet, in docs/beeld; docs/handleiding.md shows some of them, so that they stay true.
 * - `node scripts/beelden.ts MAP [WOORD…]`: the same in MAP; with words only those whose name has one of them.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inWerker } from '../electron/service/in-werker.ts';
import { startWeb } from '../electron/web/server.ts';
import { paginamap, zorgVoorPagina } from './bouw/pagina.ts';

const WORTEL = fileURLToPath(new URL('..', import.meta.url));
const BESTANDEN = join(WORTEL, 'templates/voorbeeld/bestanden');

interface Beeld {
  naam: string;
  /** Address within the page; absent: where the page already is. */
  plaats?: string;
  /** What is done there first. */
  doe?: (pagina: Page) => Promise<void>;
  /** Other than 1280 × 800, light. */
  venster?: BrowserContextOptions;
  /** A screen by itself: taken in every size and theme. */
  overal?: true;
}

const GROOT: BrowserContextOptions = { viewport: { width: 1920, height: 1080 } };
const DONKER: BrowserContextOptions = { colorScheme: 'dark' };
const OVERAL: readonly (readonly [achtervoegsel: string, venster: BrowserContextOptions])[] = [['', {}], ['-donker', DONKER], ['-groot', GROOT], ['-groot-donker', { ...GROOT, ...DONKER }]];
const knop = (naam: RegExp | string) => async (pagina: Page): Promise<void> => pagina.getByRole('button', { name: naam }).first().click();

const kiesUit = (lijst: RegExp, keuze: RegExp) => async (pagina: Page): Promise<void> => {
  await pagina.getByRole('button', { name: lijst }).click();
  await pagina.getByRole('option', { name: keuze }).click();
  await pagina.waitForTimeout(800);
};
const plafond = async (pagina: Page): Promise<void> => {
  await pagina.getByLabel('Plafond').fill('200.000');
  await pagina.getByRole('grid', { name: /Fasering/ }).waitFor();
};
/** One question of the panel Zekerheid, answered. */
const zekerheid = (vraag: string) => async (pagina: Page): Promise<void> => {
  await pagina.getByText(vraag, { exact: true }).click();
  await pagina.locator('.answer:not(.answer-old) .footing').waitFor();
};

/** Of a project with the example in it. */
const VOORBEELD: Beeld[] = [
  { naam: 'gegevens-leveringen', overal: true, plaats: 'gegevens' },
  { naam: 'gegevens-geweigerd', plaats: 'gegevens/geweigerd' },
  { naam: 'gegevens-rijen', plaats: 'gegevens/rijen' },
  { naam: 'gegevens-leerlingen', plaats: 'gegevens/leerlingen' },
  { naam: 'gegevens-producten', plaats: 'gegevens/producten' },
  { naam: 'gegevens-taakvelden', plaats: 'gegevens/taakvelden' },
  { naam: 'gegevens-uitwisselbestand', plaats: 'gegevens', doe: async (p) => { await knop('Delen en wissen')(p); await p.getByRole('menuitem', { name: /Uitwisselbestand/ }).click(); } },
  { naam: 'nulmeting', overal: true, plaats: 'nulmeting' },
  { naam: 'nulmeting-producten', plaats: 'nulmeting/producten' },
  { naam: 'nulmeting-aanbieders', plaats: 'nulmeting/aanbieders' },
  { naam: 'nulmeting-uitstroom', plaats: 'nulmeting/uitstroom' },
  { naam: 'nulmeting-locaties', overal: true, plaats: 'nulmeting/locaties' },
  { naam: 'nulmeting-locatie', plaats: 'nulmeting/locaties/stapsteen' },
  { naam: 'scenario', overal: true, plaats: 'scenarios/alle-scholen' },
  { naam: 'scenario-school', plaats: 'scenarios/alle-scholen/scholen/stapsteen', venster: GROOT },
  { naam: 'scenario-variant', plaats: 'scenarios/cofinanciering', venster: { ...GROOT, ...DONKER } },
  { naam: 'scenario-regel', plaats: 'scenarios/alle-scholen/regionaal', doe: knop(/^Meer van Coördinatie/) },
  { naam: 'scenario-verdeling', overal: true, plaats: 'scenarios/alle-scholen/verdeling' },
  { naam: 'scenario-deelnemers', plaats: 'scenarios/alle-scholen/deelnemers' },
  { naam: 'scenario-uitgangspunten', plaats: 'scenarios/alle-scholen/uitgangspunten' },
  { naam: 'zekerheid', overal: true, plaats: 'scenarios/alle-scholen/zekerheid', doe: zekerheid('Hoe zeker') },
  { naam: 'zekerheid-invloed', overal: true, plaats: 'scenarios/alle-scholen/zekerheid', doe: zekerheid('Grootste invloed') },
  { naam: 'zekerheid-omslag', plaats: 'scenarios/alle-scholen/zekerheid', doe: zekerheid('Omslagpunten') },
  { naam: 'zekerheid-doel', plaats: 'scenarios/alle-scholen/zekerheid', doe: async (p) => { await p.getByText('Doel zoeken', { exact: true }).click(); await p.getByRole('button', { name: 'Zoeken', exact: true }).last().click(); await p.locator('.footing').waitFor(); } },
  // What is uncertain stays in sight from here on: whether it was is remembered.
  { naam: 'zekerheid-uitgangspunten', plaats: 'scenarios/alle-scholen/zekerheid', venster: GROOT, doe: async (p) => { await zekerheid('Hoe zeker')(p); await knop('Bekijken en wijzigen')(p); } },
  { naam: 'zekerheid-leeg', plaats: 'scenarios/~lijst', doe: async (p) => { await knop('Scenario maken')(p); await p.getByRole('tab', { name: 'Zekerheid' }).click(); await p.getByText('niets te berekenen').waitFor(); } },
  { naam: 'scenario-indexassistent', plaats: 'scenarios/alle-scholen/uitgangspunten', doe: knop('Indexassistent…') },
  { naam: 'scenario-bron', plaats: 'scenarios/alle-scholen', doe: knop(/^Bron van realisatie/) },
  { naam: 'scenario-lijst', plaats: 'scenarios/~lijst', venster: GROOT },
  { naam: 'scenario-vaststellen', plaats: 'scenarios/alle-scholen', doe: knop('Vaststellen') },
  { naam: 'opbouw', plaats: 'scenarios/alle-scholen', doe: async (p) => { await p.locator('.outcome-key button').click(); } },
  {
    naam: 'opbouw-rijen', plaats: 'scenarios/alle-scholen', doe: async (p) => {
      await p.locator('.outcome-key button').click();
      for (const deel of ['Individuele zorg die minder of meer wordt', 'Stapsteen', 'Jeugdhulp ambulant', 'Rijen erachter tonen']) await p.getByRole('dialog').getByRole('button', { name: deel }).click();
      await p.getByRole('region', { name: 'Rijen achter het getal' }).waitFor();
    },
  },
  { naam: 'vergelijken', overal: true, plaats: 'vergelijken' },
  { naam: 'vergelijken-gemeenten', plaats: 'vergelijken/gemeenten' },
  { naam: 'vergelijken-brug', plaats: 'vergelijken/brug' },
  { naam: 'vergelijken-brug-scenarios', plaats: 'vergelijken/brug', venster: GROOT, doe: kiesUit(/Brug van$/, /Alleen Stapsteen/) },
  { naam: 'vergelijken-sleutels', overal: true, plaats: 'vergelijken/sleutels' },
  { naam: 'vergelijken-sleutels-grens', plaats: 'vergelijken/sleutels', venster: GROOT, doe: async (p) => { await p.getByLabel('Tel boven').fill('0,25'); await p.waitForTimeout(600); } },
  { naam: 'vergelijken-volgorde', overal: true, plaats: 'vergelijken/volgorde', doe: plafond },
  { naam: 'vergelijken-houdbaarheid', overal: true, plaats: 'vergelijken/houdbaarheid' },
  { naam: 'vergelijken-houdbaarheid-niet', plaats: 'vergelijken/houdbaarheid', venster: GROOT, doe: async (p) => { await p.getByLabel('Vast deel van een team').fill('0'); await p.getByRole('button', { name: 'Gewichten overnemen' }).waitFor(); } },
  { naam: 'vergelijken-uitgangspunten', plaats: 'vergelijken/uitgangspunten' },
  { naam: 'presentatie-voor-wie', plaats: 'vergelijken/presentatie' },
  { naam: 'presentatie', overal: true, plaats: 'vergelijken/presentatie', doe: knop(/^Intern/) },
  { naam: 'presentatie-klankbordgroep', plaats: 'vergelijken/presentatie', doe: async (p) => { await knop(/^Klankbordgroep/)(p); await p.locator('.slide-figure').waitFor({ timeout: 60_000 }); for (let i = 0; i < 3; i++) await p.keyboard.press('ArrowRight'); } },
  { naam: 'kopieren-voor-wie', plaats: 'vergelijken/gemeenten', doe: async (p) => { await p.locator('[data-cell][tabindex="0"]').first().focus(); await p.keyboard.press('Control+c'); await p.getByRole('dialog').waitFor(); } },
  { naam: 'kopieren-alleen-intern', plaats: 'nulmeting', venster: DONKER, doe: async (p) => { await p.locator('[data-cell][tabindex="0"]').first().focus(); await p.keyboard.press('Control+c'); await p.getByRole('dialog').waitFor(); } },
  { naam: 'voorstel-bescherming', plaats: 'voorstel', doe: async (p) => { await p.getByText('Klankbordgroep', { exact: true }).first().click(); await p.getByText(/^Bescherming van kleine aantallen/).click(); } },
  { naam: 'presentatie-wat-als', plaats: 'vergelijken/presentatie', venster: GROOT, doe: async (p) => { await knop(/^Intern/)(p); await p.keyboard.press('ArrowRight'); for (let i = 0; i < 4; i++) await p.keyboard.press('ArrowDown'); } },
  { naam: 'presentatie-gemeenten', plaats: 'vergelijken/presentatie', venster: { ...GROOT, ...DONKER }, doe: async (p) => { await knop(/^Intern/)(p); for (let i = 0; i < 3; i++) await p.keyboard.press('ArrowRight'); } },
  { naam: 'voorstel-maken', overal: true, plaats: 'voorstel', doe: async (p) => { await p.getByText('Intern', { exact: true }).click(); } },
  {
    naam: 'voorstel-gemaakt', plaats: 'voorstel', doe: async (p) => {
      await p.getByText('Intern', { exact: true }).click();
      await p.getByRole('textbox', { name: /grondslag/ }).fill('Samenwerkingsovereenkomst, artikel 4');
      await knop('Werkmap maken')(p);
      await p.locator('.made').waitFor({ timeout: 60_000 });
    },
  },
  {
    naam: 'voorstel-stukken', plaats: 'voorstel', venster: GROOT, doe: async (p) => {
      await p.getByText('Klankbordgroep', { exact: true }).first().click();
      await knop(/^(Pdf’s|Stukken) maken$/)(p);
      await p.locator('.documents').waitFor({ timeout: 60_000 });
    },
  },
  { naam: 'voorstel-papier', plaats: 'voorstel', venster: GROOT, doe: async (p) => { await p.getByText('Klankbordgroep', { exact: true }).first().click(); await knop('Eerst bekijken')(p); await p.locator('.sheet').waitFor({ timeout: 30_000 }); } },
  { naam: 'voorstel-afspraken', plaats: 'voorstel/afspraken' },
  { naam: 'voorstel-teruglezen', plaats: 'voorstel/teruglezen' },
  { naam: 'logboek', overal: true, plaats: 'logboek' },
  { naam: 'zoeken', plaats: 'nulmeting', doe: async (p) => { await p.keyboard.press('Control+k'); await p.keyboard.type('stap'); } },
  { naam: 'toetsen', plaats: 'nulmeting', doe: async (p) => { await knop('Weergave en hulp')(p); await p.getByRole('menuitem', { name: 'Toetsen' }).click(); } },
  { naam: 'zoom-200', plaats: 'scenarios/alle-scholen', venster: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 } },
  {
    naam: 'scenario-niet-te-berekenen', plaats: 'scenarios/alle-scholen/verdeling', doe: async (p) => {
      await p.getByLabel('Gewicht leerlingen van het scenario').fill('70');
      await p.getByText('Nog niet te berekenen').waitFor();
    },
  },
];

/** Waits until everything that the screen loads is there, and nothing moves any more. */
async function rustig(pagina: Page): Promise<void> {
  await pagina.locator('.loading-line, .task, .chart-canvas:not(:has(canvas))').first().waitFor({ state: 'detached' });
  await pagina.evaluate('document.fonts.ready.then(() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar))))');
}

const [map, ...woorden] = process.argv.slice(2);
const NAAR = map ?? join(WORTEL, 'docs/beeld');
const genomen = new Set<string>();
const wil = (naam: string): boolean => woorden.length === 0 || woorden.some((deel) => naam.includes(deel));

await zorgVoorPagina(WORTEL, () => console.log('De pagina wordt gebouwd…'));
mkdirSync(NAAR, { recursive: true });
const gegevensmap = mkdtempSync(join(tmpdir(), 'arrangement-beelden-'));
const server = await startWeb({
  versie: '0.1.0', gegevensmap, voorbeeldmap: join(WORTEL, 'templates/voorbeeld'), paginamap: paginamap(WORTEL), geduld: 500,
  maakKant: inWerker(new URL('../electron/service/werker.ts', import.meta.url)),
});
const browser: Browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });

async function metPagina(keuze: BrowserContextOptions | undefined, doe: (pagina: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL', reducedMotion: 'reduce', ...keuze });
  const pagina = await context.newPage();
  // Who happens to take the pictures is nobody's business.
  await pagina.route('**/dienst', async (route) => {
    const antwoord = await route.fetch();
    await route.fulfill({ response: antwoord, body: (await antwoord.text()).replaceAll(/"(wie|gebruiker|machine)":"[^"]*"/g, (_, veld: string) => `"${veld}":"${veld === 'machine' ? 'werkplek' : 'controller'}"`) });
  });
  await pagina.goto(server.adres);
  await pagina.locator('h1').first().waitFor();
  await doe(pagina);
  // What the page still asks for has no answer to wait for any more.
  await pagina.unrouteAll({ behavior: 'ignoreErrors' });
  await context.close();
}
async function neem(pagina: Page, naam: string): Promise<void> {
  await pagina.mouse.move(0, 0);
  await rustig(pagina);
  await pagina.screenshot({ path: join(NAAR, `${naam}.png`) });
  genomen.add(naam);
  console.log(naam);
}
async function openVoorbeeld(pagina: Page): Promise<void> {
  await knop('Voorbeeld Hengelo openen')(pagina);
  await pagina.locator('.shell').waitFor();
  const over = pagina.getByRole('button', { name: 'Overslaan' });
  if ((await over.count()) > 0) await over.click();
}

try {
  // A first-time user: nothing there yet.
  await metPagina(undefined, async (pagina) => {
    if (wil('start')) await neem(pagina, 'start');
    await knop('Nieuw project')(pagina);
    await pagina.getByLabel('Naam').fill('Arrangementen Twente 2027');
    await pagina.getByLabel('Peildatum').fill('okt 2026');
    await pagina.getByLabel('Eerste begrotingsjaar').fill('2027');
    await pagina.getByLabel('Maximale looptijd').fill('36');
    if (wil('nieuw-project')) await neem(pagina, 'nieuw-project');
    await knop('Project maken')(pagina);
    await pagina.locator('.shell').waitFor();
    if (wil('rondleiding')) await neem(pagina, 'rondleiding');
    await knop('Overslaan')(pagina);
    for (const [naam, plaats] of [['leeg-gegevens', 'gegevens'], ['leeg-nulmeting', 'nulmeting'], ['leeg-scenarios', 'scenarios']] as const) {
      await pagina.evaluate(`location.hash = '#/${plaats}'`);
      if (wil(naam)) await neem(pagina, naam);
    }
    await pagina.evaluate(`location.hash = '#/gegevens'`);
    const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), knop('Bestanden inlezen…')(pagina)]);
    await kiezer.setFiles(readdirSync(BESTANDEN).map((naam) => join(BESTANDEN, naam)));
    await pagina.locator('.questions').waitFor();
    await knop(/voorstellen overnemen/)(pagina);
    if (wil('inlezen-vragen')) await neem(pagina, 'inlezen-vragen');
    const kies = async (nummer: number, keuze: RegExp, vrij?: string): Promise<void> => {
      const vraag = pagina.locator('.question').nth(nummer);
      await vraag.locator('.select-button').click();
      await pagina.getByRole('option', { name: keuze }).click();
      if (vrij !== undefined) await vraag.getByRole('combobox').fill(vrij);
    };
    await kies(0, /hele bestand/, 'Hengelo');
    await kies(1, /Productcategorie/);
    await kies(2, /hele bestand/, 'Hof van Twente');
    await kies(3, /Herkomst/);
    await knop('Antwoorden toepassen')(pagina);
    await pagina.locator('button.sheet-item', { hasText: 'indicaties-hengelo.csv' }).filter({ hasText: 'rijen' }).click();
    if (wil('inlezen-tabel')) await neem(pagina, 'inlezen-tabel');
    await knop('Annuleren')(pagina);
  });

  const alle = VOORBEELD.flatMap((b) => (b.overal ? OVERAL.map(([achter, venster]) => ({ ...b, naam: b.naam + achter, venster })) : [b]));
  for (const { naam, plaats, doe, venster } of alle.filter((b) => wil(b.naam))) {
    await metPagina(venster, async (pagina) => {
      await openVoorbeeld(pagina);
      if (plaats !== undefined) await pagina.evaluate(`location.hash = ${JSON.stringify(`#/${plaats}`)}`);
      await pagina.locator('main h1, .presentation').first().waitFor();
      await rustig(pagina);
      await doe?.(pagina);
      await neem(pagina, naam);
    });
  }

  // Read-only beside another window, and a file that is refused.
  if (wil('alleen-lezen')) {
    await metPagina(undefined, async (eerste) => {
      await openVoorbeeld(eerste);
      await metPagina(undefined, async (tweede) => {
        await tweede.locator('.recent button').first().click();
        await tweede.locator('.shell').waitFor();
        await tweede.evaluate(`location.hash = '#/scenarios/alle-scholen'`);
        await tweede.locator('.outcome-key').waitFor();
        await neem(tweede, 'alleen-lezen');
      });
    });
  }
  if (wil('start-geweigerd')) {
    await metPagina(undefined, async (pagina) => {
      const pad = join(gegevensmap, 'verslag.arrangement');
      writeFileSync(pad, 'Dit is een brief en geen project.');
      const [kiezer] = await Promise.all([pagina.waitForEvent('filechooser'), knop('Project openen…')(pagina)]);
      await kiezer.setFiles(pad);
      await pagina.getByRole('alert').waitFor();
      await neem(pagina, 'start-geweigerd');
    });
  }
} finally {
  await browser.close();
  await server.sluit();
  rmSync(gegevensmap, { recursive: true, force: true });
}

// The manual shows nothing that is not there; `voorstel` is a page of the workbook.
const inHandleiding = [...readFileSync(join(WORTEL, 'docs/handleiding.md'), 'utf8').matchAll(/\(beeld\/([^)]+)\.png\)/g)].map(([, naam]) => naam as string);
const ontbreken = inHandleiding.filter((naam) => woorden.length === 0 && naam !== 'voorstel' && !genomen.has(naam));
if (ontbreken.length > 0) throw new Error(`docs/handleiding.md toont beelden die niet bestaan: ${ontbreken.join(', ')}`);
