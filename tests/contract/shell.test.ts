/** The built main of the shell, run unchanged against a stand-in for `electron`: what it sets up, whom it trusts, and what it denies. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Antwoord } from '../../models/contract/antwoord.ts';
import { bouw, start, type Bouw, type Gestart } from '../hulp/electron/starten.ts';

const ROEP = 'arrangement:roep';
const NEEM = 'arrangement:neem';
const INFO = JSON.stringify({ methode: 'app.info', invoer: {} });

let gebouwd: Bouw;
let app: Gestart;
beforeAll(async () => {
  gebouwd = await bouw(false);
});
afterAll(() => gebouwd.ruimOp());
afterEach(() => app.stop());

const antwoordVan = async (belofte: unknown): Promise<Antwoord<never>> => JSON.parse((await belofte) as string) as Antwoord<never>;
const codeVan = async (belofte: unknown): Promise<string> => {
  const antwoord = await antwoordVan(belofte);
  return antwoord.ok ? 'ok' : antwoord.fout.code;
};
const begin = async (): Promise<Gestart> => (app = await start(gebouwd));

describe('what the program sets up', () => {
  it('makes a window that gives its page nothing', async () => {
    const { electron, venster } = await begin();
    expect(electron.toestand.zandbak).toBe(true);
    expect(venster.opties.webPreferences).toMatchObject({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, enableBlinkFeatures: '', webviewTag: false,
    });
    expect(venster.webContents.mainFrame.url).toBe('app://arrangement/index.html');
    expect(venster.zichtbaar).toBe(true);
    expect(electron.toestand.schemas).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
  });

  it('has a Dutch menu that asks the page', async () => {
    const { electron, venster } = await begin();
    const regels = electron.toestand.menu.flatMap(({ submenu = [] }) => submenu);
    const ongedaan = regels.find(({ id }) => id === 'ongedaan');
    expect(ongedaan).toMatchObject({ label: '&Ongedaan maken', accelerator: 'CmdOrCtrl+Z' });
    venster.webContents.stuur('arrangement:luister', []);
    ongedaan?.click?.();
    expect(venster.webContents.verzonden).toEqual([{ kanaal: 'arrangement:gebeurtenis', argumenten: ['{"soort":"menu","opdracht":"ongedaan"}'] }]);
    expect(electron.toestand.menu.every(({ label }) => label !== undefined)).toBe(true);
    expect(regels.filter(({ role, label }) => role !== undefined && label === undefined)).toEqual([]);
  });

  it('keeps what happens before the page listens, and says it then', async () => {
    const { electron, venster, userData } = await begin();
    electron.app.emit('second-instance', {}, ['app', 'twee.arrangement', '--vlag'], userData);
    expect(electron.toestand.vensters).toHaveLength(2);
    // The file is not there: that is said to the user, not to the page.
    expect(electron.toestand.gevraagd).toMatchObject([{ soort: 'melding', opties: { message: expect.stringContaining('twee.arrangement') } }]);
    writeFileSync(join(userData, 'drie.arrangement'), '');
    electron.app.emit('second-instance', {}, ['app', 'drie.arrangement'], userData);
    const derde = electron.toestand.vensters[2];
    expect(derde?.webContents.verzonden).toEqual([]);
    derde?.webContents.stuur('arrangement:luister', []);
    expect(JSON.parse(derde?.webContents.verzonden[0]?.argumenten[0] as string)).toMatchObject({ soort: 'bestanden', bestanden: [{ naam: 'drie.arrangement', grootte: 0 }] });
    expect(venster.webContents.verzonden).toEqual([]);
  });

  it('ends when the last project is safe, not before', async () => {
    const { electron, venster, userData } = await begin();
    electron.toestand.dialogen.push({ canceled: false, filePath: join(userData, 'proef.arrangement') });
    const nieuw = { naam: 'Proef', uitgangspunten: { peildatum: '2027-01-01', begrotingsjaar: 2028, maximaleLooptijd: 36 } };
    expect(await codeVan(venster.webContents.roep(ROEP, [JSON.stringify({ methode: 'project.nieuw', invoer: nieuw })]))).toBe('ok');
    electron.app.quit();
    expect(venster.vernietigd).toBe(true);
    expect(electron.toestand.afgesloten).toBe(false);
    await expect.poll(() => electron.toestand.afgesloten, { timeout: 5_000 }).toBe(true);
    expect(existsSync(join(userData, 'proef.arrangement-slot'))).toBe(false);
    expect(existsSync(join(userData, 'proef-reservekopieen'))).toBe(true);
  });

  it('says so and ends when what comes along with it is not there', async () => {
    const kapot = await bouw(false);
    rmSync(join(kapot.map, 'renderer'), { recursive: true });
    await expect(start(kapot)).rejects.toThrow('made no window');
    expect(kapot.electron.toestand).toMatchObject({ afgesloten: true, gevraagd: [{ soort: 'fout', opties: { tekst: expect.stringContaining('Installeer het opnieuw') as string } }] });
    kapot.ruimOp();
    await begin();
  });

  it('starts without the graphics card after a start that never came to a window', async () => {
    const { userData, stop } = await begin();
    expect(existsSync(join(userData, 'start-bezig'))).toBe(false);
    expect(app.electron.toestand.versnelling).toBe(true);
    await stop();
    const map = mkdtempSync(join(tmpdir(), 'arrangement-shell-'));
    writeFileSync(join(map, 'start-bezig'), '');
    app = await start(gebouwd, { userData: map });
    expect(app.electron.toestand.versnelling).toBe(false);
  });
});

describe('messages', () => {
  it('answers its own page', async () => {
    const { venster } = await begin();
    expect(await antwoordVan(venster.webContents.roep(ROEP, [INFO]))).toMatchObject({ ok: true, value: { gastheer: 'electron', versie: '9.9.9', kan: { dialogen: true, pdf: true } } });
  });

  it.each([
    ['another frame of the same page', { url: 'app://arrangement/index.html' }],
    ['a frame that is gone', null],
  ])('refuses %s', async (_, frame) => {
    const { venster } = await begin();
    expect(await codeVan(venster.webContents.roep(ROEP, [INFO], frame))).toBe('geenToegang');
    expect(await codeVan(venster.webContents.roep(NEEM, [['/etc/passwd']], frame))).toBe('geenToegang');
  });

  it.each(['https://example.org/', 'app://arrangement.example.org/index.html', 'app://arrangement@example.org/', 'file:///etc/passwd', 'app://iets-anders/', 'data:text/html,x', 'about:blank', ''])('refuses a top frame that shows %s', async (url) => {
    const { venster } = await begin();
    venster.webContents.mainFrame.url = url;
    expect(await codeVan(venster.webContents.roep(ROEP, [INFO]))).toBe('geenToegang');
  });

  it('refuses a page of a window that is none of ours', async () => {
    const { electron } = await begin();
    const vreemd = new electron.WebContents(77);
    vreemd.mainFrame.url = 'app://arrangement/index.html';
    expect(await codeVan(vreemd.roep(ROEP, [INFO]))).toBe('geenToegang');
  });

  it.each([[[]], [[{ methode: 'app.info' }]], [[INFO, 'meer']], [[null]], [[42]]])('refuses what is no single text: %j', async (argumenten) => {
    const { venster } = await begin();
    expect(await codeVan(venster.webContents.roep(ROEP, argumenten))).toBe('geenToegang');
  });

  it.each([['geen lijst'], [[1]], [[null]], [Array.from({ length: 201 }, () => 'a')]])('takes paths only as a short list of texts', async (paden) => {
    const { venster } = await begin();
    expect(await codeVan(venster.webContents.roep(NEEM, [paden]))).toBe('geenToegang');
  });

  it('gives a handle, never a path, for a file that the user points at', async () => {
    const { venster, userData } = await begin();
    writeFileSync(join(userData, 'a.csv'), 'x;y');
    const antwoord = (await venster.webContents.roep(NEEM, [[join(userData, 'a.csv')]])) as string;
    expect(JSON.parse(antwoord)).toMatchObject({ ok: true, value: [{ naam: 'a.csv', grootte: 3, greep: expect.stringMatching(/^[0-9a-f]{32}$/) as string }] });
    expect(antwoord).not.toContain(userData);
    expect(await codeVan(venster.webContents.roep(NEEM, [[userData]]))).toBe('nietGevonden');
  });
});

describe('the page and its session', () => {
  const vraag = async (adres: string, methode = 'GET'): Promise<Response | undefined> => app.electron.toestand.protocol?.(new Request(adres, { method: methode }));

  it('serves the built page with its policy', async () => {
    await begin();
    const antwoord = await vraag('app://arrangement/index.html');
    expect(antwoord?.status).toBe(200);
    expect(antwoord?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await vraag('app://arrangement/'))?.status).toBe(200);
    expect((await vraag('app://arrangement/assets/a.js'))?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://arrangement/../electron/main.js', 'app://arrangement/%2e%2e/electron/main.js', 'app://arrangement/..%2felectron%2fmain.js', 'app://arrangement/..%5celectron%5cmain.js',
    'app://arrangement/assets/../../electron/main.js', 'app://arrangement/%00', 'app://arrangement//etc/passwd', 'app://arrangement/C:/Windows/win.ini', 'app://elders/index.html', 'app://arrangement/index.html%00.js', 'app://arrangement/assets',
  ])('serves nothing for %s', async (adres) => {
    await begin();
    expect((await vraag(adres))?.status).toBe(404);
  });

  it('serves reading only', async () => {
    await begin();
    expect((await vraag('app://arrangement/index.html', 'POST'))?.status).toBe(404);
  });

  it('goes nowhere, opens nothing, holds no webview', async () => {
    const { venster: { webContents } } = await begin();
    expect(webContents.openHandler?.()).toEqual({ action: 'deny' });
    for (const naam of ['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview']) {
      let tegengehouden = false;
      webContents.emit(naam, { preventDefault: () => (tegengehouden = true) }, 'https://example.org/');
      expect(tegengehouden, naam).toBe(true);
    }
  });

  it('gives no permission, device or screen, and loads nothing from outside', async () => {
    const { electron: { toestand: { sessie } } } = await begin();
    const doe = (naam: string, ...argumenten: unknown[]): unknown => (sessie[naam] as (...a: unknown[]) => unknown)(...argumenten);
    const gevraagd = (recht: string, requestingUrl: string): unknown => {
      let gegeven: unknown;
      doe('vraag', {}, recht, (ja: boolean) => (gegeven = ja), { requestingUrl });
      return gegeven;
    };
    for (const recht of ['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fileSystem', 'hid']) {
      expect(gevraagd(recht, 'app://arrangement/index.html'), recht).toBe(false);
      expect(doe('controle', {}, recht, 'app://arrangement/'), recht).toBe(false);
    }
    expect(gevraagd('fullscreen', 'app://arrangement/index.html')).toBe(true);
    expect(gevraagd('fullscreen', 'app://arrangement.example.org/')).toBe(false);
    expect(doe('apparaat')).toBe(false);
    const geweigerd = (url: string): unknown => {
      let uit: unknown;
      doe('verzoek', { url }, ({ cancel }: { cancel: boolean }) => (uit = cancel));
      return uit;
    };
    for (const url of ['https://example.org/x.js', 'http://127.0.0.1/', 'file:///etc/passwd', 'ws://example.org/', 'ftp://example.org/']) expect(geweigerd(url), url).toBe(true);
    expect(geweigerd('app://arrangement/assets/a.js')).toBe(false);
  });

  it('downloads only what the page itself made', async () => {
    const { electron: { toestand: { sessie } } } = await begin();
    const tegengehouden = (url: string): boolean => {
      let uit = false;
      (sessie['will-download'] as (...a: unknown[]) => unknown)({ preventDefault: () => (uit = true) }, { getURL: () => url });
      return uit;
    };
    expect(tegengehouden('blob:app://arrangement/123')).toBe(false);
    expect(tegengehouden('https://example.org/a.exe')).toBe(true);
    expect(tegengehouden('blob:https://example.org/123')).toBe(true);
  });
});

describe('files and dialogs', () => {
  const roep = async (methode: string, invoer: unknown): Promise<Antwoord<never>> => antwoordVan(app.venster.webContents.roep(ROEP, [JSON.stringify({ methode, invoer })]));

  it('makes a project where the user says, and nothing when that is cancelled', async () => {
    const { electron: { toestand }, userData } = await begin();
    const nieuw = { naam: 'Proef', uitgangspunten: { peildatum: '2027-01-01', begrotingsjaar: 2028, maximaleLooptijd: 36 } };
    toestand.dialogen.push({ canceled: true, filePath: '' });
    expect(await roep('project.nieuw', nieuw)).toEqual({ ok: true, value: null });
    const pad = join(userData, 'Eigen naam');
    toestand.dialogen.push({ canceled: false, filePath: pad });
    expect(await roep('project.nieuw', nieuw)).toMatchObject({ ok: true, value: { stand: { bestand: 'Eigen naam' } } });
    expect(existsSync(`${pad}.arrangement`)).toBe(true);
    expect(toestand.gevraagd.map(({ soort }) => soort)).toEqual(['bewaar', 'bewaar']);
    // It is in the system's list and in the menu, which opens it again.
    expect(toestand.recent).toEqual([`${pad}.arrangement`]);
    const recent = toestand.menu.flatMap(({ submenu = [] }) => submenu).find(({ label }) => label === '&Recent')?.submenu ?? [];
    expect(recent.map(({ label }) => label)).toEqual(['Proef']);
    app.venster.webContents.stuur('arrangement:luister', []);
    recent[0]?.click?.();
    expect(JSON.parse(app.venster.webContents.verzonden.at(-1)?.argumenten[0] as string)).toMatchObject({ soort: 'bestanden', bestanden: [{ naam: 'Eigen naam.arrangement' }] });
  });

  it('gives handles for what is chosen, saves what was made, and shows only that', async () => {
    const { electron: { toestand }, userData } = await begin();
    writeFileSync(join(userData, 'een.xlsx'), 'x');
    toestand.dialogen.push({ canceled: false, filePaths: [join(userData, 'een.xlsx')] }, { canceled: true, filePaths: [] });
    const gekozen = (await roep('bestand.kies', { soort: 'gegevens', meerdere: true })) as unknown as { value: { greep: string }[] };
    expect(gekozen.value).toMatchObject([{ naam: 'een.xlsx' }]);
    expect(toestand.gevraagd[0]?.opties).toMatchObject({ properties: ['openFile', 'multiSelections'] });
    expect(await roep('bestand.kies', { soort: 'project' })).toEqual({ ok: true, value: [] });
    const greep = gekozen.value[0]?.greep as string;
    expect(await roep('bestand.toon', { greep, hoe: 'openen' })).toMatchObject({ ok: false, fout: { code: 'nietGevonden' } });

    const gemaakt = (await roep('bestand.bundel', { grepen: [greep], naam: 'Pakket' })) as unknown as { value: { greep: string; naam: string } };
    expect(gemaakt.value.naam).toBe('Pakket.zip');
    toestand.dialogen.push({ canceled: false, filePath: join(userData, 'Pakket.zip') });
    expect(await roep('bestand.bewaar', { greep: gemaakt.value.greep })).toEqual({ ok: true, value: { naam: 'Pakket.zip' } });
    expect(existsSync(join(userData, 'Pakket.zip'))).toBe(true);
    await roep('bestand.toon', { greep: gemaakt.value.greep, hoe: 'openen' });
    await roep('bestand.toon', { greep: gemaakt.value.greep, hoe: 'map' });
    expect(toestand.getoond).toEqual(['open Pakket.zip', 'map Pakket.zip']);
  });

  it('saves several in a new folder, in one that the user chose, and replaces nothing there', async () => {
    const { electron: { toestand }, userData } = await begin();
    writeFileSync(join(userData, 'een.xlsx'), 'x');
    toestand.dialogen.push({ canceled: false, filePaths: [join(userData, 'een.xlsx')] });
    const gekozen = (await roep('bestand.kies', { soort: 'gegevens' })) as unknown as { value: { greep: string }[] };
    const grepen = gekozen.value.map(({ greep }) => greep);
    toestand.dialogen.push({ canceled: true, filePaths: [] }, { canceled: false, filePaths: [userData] }, { canceled: false, filePaths: [userData] });
    expect(await roep('bestand.bewaarAlle', { grepen, naam: 'Stukken: proef' })).toEqual({ ok: true, value: null });
    expect(await roep('bestand.bewaarAlle', { grepen, naam: 'Stukken: proef' })).toEqual({ ok: true, value: { map: 'Stukken proef' } });
    expect(await roep('bestand.bewaarAlle', { grepen, naam: 'Stukken: proef' })).toEqual({ ok: true, value: { map: 'Stukken proef 2' } });
    expect(readFileSync(join(userData, 'Stukken proef', 'een.xlsx'), 'utf8')).toBe('x');
    expect(toestand.gevraagd.at(-1)?.opties).toMatchObject({ properties: ['openDirectory', 'createDirectory'] });
  });

  it('prints documents in a window without a bridge, on a session of its own that loads nothing else', async () => {
    const { electron: { toestand } } = await begin();
    await roep('project.openVoorbeeld', {});
    const { value } = (await roep('voorstel.stukken', { scenarios: ['alle-scholen'], lezer: 'klankbordgroep', datum: '2027-01-01', delen: ['besluit', 'afspraken'], als: 'pdf' })) as unknown as { value: { stukken: { bestand: { naam: string } }[] } };
    expect(value.stukken.map(({ bestand }) => bestand.naam)).toEqual(['besluit-klankbordgroep.pdf', 'afspraken-klankbordgroep.pdf']);
    expect(toestand.verborgen).toHaveLength(1);
    const [venster] = toestand.verborgen;
    const { session, ...voorkeuren } = (venster as NonNullable<typeof venster>).opties.webPreferences as unknown as { session: { naam: string; gezet: Record<string, (...a: unknown[]) => unknown>; antwoord?: unknown } };
    expect(voorkeuren).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    expect(venster?.opties['show']).toBe(false);
    expect(venster?.zichtbaar).toBe(false);
    expect(venster?.vernietigd).toBe(true);
    expect(session.naam).not.toMatch(/^persist:/);
    expect(session.antwoord).toBeUndefined();
    let geweigerd: unknown;
    session.gezet['verzoek']?.({ url: 'https://example.org/' }, (antwoord: unknown) => (geweigerd = antwoord));
    expect(geweigerd).toEqual({ cancel: true });
  });
});
