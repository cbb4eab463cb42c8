/**
 * A stand-in for the `electron` module, for running the built main and preload unchanged where Electron's binary is not there. It has what they use and no
 * more, keeps what they set, and lets a test play the system: answers of dialogs, clicks in the menu, messages from any frame, and a page in a real
 * Chromium. It is loaded by Node itself in the place of `electron` (see `starten.ts`).
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';

/** What a real page has instead of `app://arrangement`, a scheme that only Electron's Chromium knows. */
const PAGINA = 'https://arrangement.test';
const APP = 'app://arrangement';

type Antwoorder = (gebeurtenis: unknown, ...argumenten: unknown[]) => unknown;
interface Webframe { url: string }
interface Toestand {
  userData: string;
  /** In which pages open; undefined: windows without a page. */
  context: BrowserContext | undefined;
  vensters: BrowserWindow[];
  /** Windows that have no bridge and that nobody sees. */
  verborgen: BrowserWindow[];
  afgesloten: boolean;
  versnelling: boolean;
  zandbak: boolean;
  schemas: unknown[];
  antwoorders: Map<string, Antwoorder>;
  menu: Menuregel[];
  /** What the next dialogs give back, in order. */
  dialogen: unknown[];
  /** Answers every dialog for which none stands ready. */
  antwoordDialoog: ((soort: string) => unknown) | undefined;
  /** What dialogs were asked. */
  gevraagd: { soort: string; opties: Record<string, unknown> }[];
  getoond: string[];
  protocol: ((verzoek: Request) => Promise<Response> | Response) | undefined;
  sessie: Record<string, (...argumenten: never[]) => unknown>;
  /** What the system was told to list. */
  recent: string[];
  /** Paths of the files that a user may point at, by name. */
  bestanden: Map<string, string>;
}
export interface Menuregel { id?: string; label?: string; role?: string; accelerator?: string; click?: () => void; submenu?: Menuregel[] }

const leeg = (): Toestand => ({
  userData: '', context: undefined, vensters: [], verborgen: [], afgesloten: false, versnelling: true, zandbak: false, schemas: [], antwoorders: new Map(), menu: [], dialogen: [], antwoordDialoog: undefined, gevraagd: [],
  getoond: [], recent: [], protocol: undefined, sessie: {}, bestanden: new Map(),
});
export const toestand: Toestand = leeg();
/** A new machine, on which nothing has started yet. */
export function opnieuw(begin: Partial<Toestand>): void {
  app.removeAllListeners();
  ipcMain.removeAllListeners();
  Object.assign(toestand, leeg(), begin);
}

class App extends EventEmitter {
  isPackaged = true;
  setName(): void {}
  getVersion = (): string => '9.9.9';
  getPath = (naam: string): string => (naam === 'userData' ? toestand.userData : `${toestand.userData}/${naam}`);
  requestSingleInstanceLock = (): boolean => true;
  isReady = (): boolean => true;
  whenReady = (): Promise<void> => Promise.resolve();
  addRecentDocument(pad: string): void {
    toestand.recent.push(pad);
  }
  quit(): void {
    this.emit('before-quit', {});
    for (const venster of toestand.vensters) if (!venster.vernietigd) venster.close();
    let tegengehouden = false;
    this.emit('will-quit', { preventDefault: () => (tegengehouden = true) });
    if (!tegengehouden) toestand.afgesloten = true;
  }
  exit(): void {
    toestand.afgesloten = true;
  }
  enableSandbox(): void {
    toestand.zandbak = true;
  }
  disableHardwareAcceleration(): void {
    toestand.versnelling = false;
  }
}
export const app = new App();

class Ipc extends EventEmitter {
  handle(kanaal: string, antwoord: Antwoorder): void {
    toestand.antwoorders.set(kanaal, antwoord);
  }
}
export const ipcMain = new Ipc();

export class WebContents extends EventEmitter {
  readonly id: number;
  mainFrame: Webframe = { url: '' };
  pagina: Page | undefined;
  /** What was sent to the page. */
  readonly verzonden: { kanaal: string; argumenten: unknown[] }[] = [];
  openHandler: (() => { action: string }) | undefined;
  constructor(id: number) {
    super();
    this.id = id;
  }
  send(kanaal: string, ...argumenten: unknown[]): void {
    this.verzonden.push({ kanaal, argumenten });
    this.emit('verzonden');
    void this.pagina?.evaluate(([naar, wat]) => (globalThis as unknown as { ontvangIpc(k: unknown, a: unknown): void }).ontvangIpc(naar, wat), [kanaal, argumenten] as const);
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
  executeJavaScript = async (code: string): Promise<unknown> => (this.pagina ? this.pagina.evaluate(code) : []);
  async printToPDF({ landscape, printBackground, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline }: Record<string, boolean>): Promise<Uint8Array> {
    return this.pagina
      ? this.pagina.pdf({ format: 'A4', landscape: landscape === true, printBackground: printBackground === true, preferCSSPageSize: preferCSSPageSize === true, tagged: generateTaggedPDF === true, outline: generateDocumentOutline === true })
      : new TextEncoder().encode('%PDF-1.4 /Creator (een browser zonder bladzijde op een machine) %%EOF');
  }
  reload(): void {
    void this.pagina?.reload();
  }
  /** A message as the page's preload sends it. */
  roep(kanaal: string, argumenten: unknown[], frame: Webframe | null = this.mainFrame): unknown {
    return toestand.antwoorders.get(kanaal)?.({ sender: this, senderFrame: frame }, ...argumenten);
  }
  stuur(kanaal: string, argumenten: unknown[], frame: Webframe | null = this.mainFrame): void {
    ipcMain.emit(kanaal, { sender: this, senderFrame: frame }, ...argumenten);
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents(toestand.vensters.length + 1);
  readonly opties: { webPreferences: Record<string, unknown> & { preload: string; session?: Sessie } } & Record<string, unknown>;
  zichtbaar = false;
  vernietigd = false;
  /** Settles when the page is there. */
  geladen: Promise<void> = Promise.resolve();
  constructor(opties: BrowserWindow['opties']) {
    super();
    this.opties = opties;
    (opties.webPreferences.preload === undefined ? toestand.verborgen : toestand.vensters).push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(adres: string): Promise<void> {
    this.webContents.mainFrame.url = adres;
    this.geladen = this.open(adres);
    return this.geladen;
  }
  private async open(adres: string): Promise<void> {
    const { pagina } = this.webContents;
    if (pagina) await pagina.goto(adres.replace(APP, PAGINA));
    else if (toestand.context) this.webContents.pagina = await openPagina(toestand.context, this, adres);
    this.emit('ready-to-show');
  }
  show(): void {
    this.zichtbaar = true;
  }
  focus(): void {}
  isFocused = (): boolean => toestand.vensters.at(-1) === this;
  isDestroyed = (): boolean => this.vernietigd;
  isMinimized = (): boolean => false;
  restore(): void {}
  isMaximized = (): boolean => false;
  getNormalBounds = (): Record<string, number> => ({ x: 10, y: 20, width: 1300, height: 850 });
  close(): void {
    this.emit('close', {});
    this.destroy();
  }
  destroy(): void {
    this.vernietigd = true;
    void this.webContents.pagina?.close();
    this.emit('closed');
  }
}

async function openPagina(context: BrowserContext, venster: BrowserWindow, adres: string): Promise<Page> {
  const { webContents, opties } = venster;
  const pagina = await context.newPage();
  await pagina.route(`${PAGINA}/**`, async (route) => {
    const antwoord = await (opties.webPreferences.session?.antwoord ?? toestand.protocol)?.(new Request(route.request().url().replace(PAGINA, APP)));
    if (!antwoord) return route.abort();
    await route.fulfill({ status: antwoord.status, headers: Object.fromEntries(antwoord.headers), body: Buffer.from(await antwoord.arrayBuffer()) });
  });
  const frames = new Map<Frame, Webframe>([[pagina.mainFrame(), webContents.mainFrame]]);
  const frameVan = (frame: Frame): Webframe => {
    const web = frames.get(frame) ?? { url: '' };
    web.url = frame.url().replace(PAGINA, APP);
    frames.set(frame, web);
    return web;
  };
  await pagina.exposeBinding('stuurIpc', (bron, soort: 'roep' | 'stuur', kanaal: string, argumenten: unknown[]) => webContents[soort](kanaal, argumenten, frameVan(bron.frame)));
  await pagina.exposeBinding('padVanBestand', (_, naam: string) => toestand.bestanden.get(naam) ?? '');
  if (opties.webPreferences.preload !== undefined) await pagina.addInitScript({ content: preloadInPagina(opties.webPreferences.preload) });
  pagina.on('framenavigated', (frame) => frame === pagina.mainFrame() && webContents.emit('did-navigate'));
  await pagina.goto(adres.replace(APP, PAGINA));
  return pagina;
}

/** The built preload as it is, in a function that gives it the stand-in when it asks for `electron`. */
const preloadInPagina = (pad: string): string => `(() => {
  const luisteraars = new Map();
  const stuur = globalThis.stuurIpc, padVan = globalThis.padVanBestand;
  globalThis.ontvangIpc = (kanaal, argumenten) => { for (const l of luisteraars.get(kanaal) ?? []) l({}, ...argumenten); };
  const electron = {
    contextBridge: { exposeInMainWorld: (naam, brug) => { globalThis[naam] = brug; } },
    ipcRenderer: {
      invoke: async (kanaal, ...argumenten) => stuur('roep', kanaal, await Promise.all(argumenten.map(async (a) => (Array.isArray(a) ? Promise.all(a) : a)))),
      send: (kanaal, ...argumenten) => void stuur('stuur', kanaal, argumenten),
      on: (kanaal, l) => void luisteraars.set(kanaal, [...(luisteraars.get(kanaal) ?? []), l]),
      removeListener: (kanaal, l) => void luisteraars.set(kanaal, (luisteraars.get(kanaal) ?? []).filter((x) => x !== l)),
    },
    webUtils: { getPathForFile: (bestand) => padVan(bestand.name) },
  };
  ((require) => {\n${readFileSync(pad, 'utf8')}\n})((naam) => { if (naam !== 'electron') throw new Error('a sandboxed preload requires electron only'); return electron; });
})();`;

export const protocol = {
  registerSchemesAsPrivileged(schemas: unknown[]): void {
    toestand.schemas = schemas;
  },
};
type Protocol = (verzoek: Request) => Promise<Response> | Response;
/** What was set on a session, by name. */
type Gezet = Record<string, (...argumenten: never[]) => unknown>;
export interface Sessie extends ReturnType<typeof maakSessie> {
  /** What its pages load. */
  antwoord?: Protocol | undefined;
}
function maakSessie(gezet: () => Gezet, protocol: (antwoord: Protocol | undefined) => void) {
  const onthoud = (naam: string) => (functie: (...argumenten: never[]) => unknown): void => {
    gezet()[naam] = functie;
  };
  return {
    protocol: { handle: (_schema: string, antwoord: Protocol): void => protocol(antwoord), unhandle: (_schema: string): void => protocol(undefined) },
    setPermissionRequestHandler: onthoud('vraag'),
    setPermissionCheckHandler: onthoud('controle'),
    setDevicePermissionHandler: onthoud('apparaat'),
    setDisplayMediaRequestHandler: onthoud('scherm'),
    setSpellCheckerEnabled(): void {},
    webRequest: { onBeforeRequest: onthoud('verzoek') },
    on: (naam: string, functie: (...argumenten: never[]) => unknown): void => onthoud(naam)(functie),
  };
}
export const session = {
  defaultSession: maakSessie(() => toestand.sessie, (antwoord) => (toestand.protocol = antwoord)),
  fromPartition(naam: string): Sessie & { naam: string; gezet: Gezet } {
    const gezet: Gezet = {};
    const sessie: Sessie & { naam: string; gezet: Gezet } = { ...maakSessie(() => gezet, (antwoord) => (sessie.antwoord = antwoord)), naam, gezet };
    return sessie;
  },
};

const dialoog = (soort: string) => async (...argumenten: unknown[]): Promise<unknown> => {
  toestand.gevraagd.push({ soort, opties: argumenten.at(-1) as Record<string, unknown> });
  const antwoord = toestand.dialogen.shift() ?? toestand.antwoordDialoog?.(soort);
  if (antwoord === undefined) throw new Error(`nobody answers the dialog ${soort}`);
  return antwoord;
};
export const dialog = {
  showOpenDialog: dialoog('open'),
  showSaveDialog: dialoog('bewaar'),
  showMessageBox: dialoog('melding'),
  showErrorBox(titel: string, tekst: string): void {
    toestand.gevraagd.push({ soort: 'fout', opties: { titel, tekst } });
  },
};
export const Menu = {
  buildFromTemplate: (regels: Menuregel[]): Menuregel[] => regels,
  setApplicationMenu(regels: Menuregel[]): void {
    toestand.menu = regels;
  },
};
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) };
export const shell = {
  openPath: async (pad: string): Promise<string> => {
    toestand.getoond.push(`open ${basename(pad)}`);
    return '';
  },
  showItemInFolder(pad: string): void {
    toestand.getoond.push(`map ${basename(pad)}`);
  },
};
