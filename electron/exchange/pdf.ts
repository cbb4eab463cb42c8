/**
 * HTML to a tagged PDF, by a browser engine. The engine is an interface: a Chromium that is found on the machine, driven over a pipe, or the one that the
 * desktop program itself runs on.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export interface Pdfmachine {
  /**
   * Prints a document by its own page size.
   * @throws Error when something in it is wider than its box or taller than its page: nothing of it may be lost
   */
  druk(html: string): Promise<Uint8Array>;
  sluit(): Promise<void>;
}

/** Where browsers with this engine stand, by system. */
const PLAATSEN: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((naam) => `/Applications/${naam}.app/Contents/MacOS/${naam}`),
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((map) => ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'].map((pad) => join(process.env[map] ?? 'C:\\Program Files', pad))),
};
const NAMEN = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'] as const;

function isUitvoerbaar(pad: string): boolean {
  try {
    accessSync(pad, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A browser that can print, or undefined. `ARRANGEREN_BROWSER` names one that stands elsewhere. */
export function zoekBrowser(omgeving: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | undefined {
  const gekozen = omgeving['ARRANGEREN_BROWSER'];
  if (gekozen) return isUitvoerbaar(gekozen) ? gekozen : undefined;
  const opPad = (omgeving['PATH'] ?? '').split(delimiter).filter((map) => map !== '').flatMap((map) => NAMEN.map((naam) => join(map, naam)));
  return [...(PLAATSEN[platform] ?? []), ...opPad].find(isUitvoerbaar);
}

/** Width and height of what stands on a page, in millimetres. */
export interface Bladspiegel { breedte: number; hoogte: number }

/** Pixels per millimetre in CSS. */
const PX_PER_MM = 96 / 25.4;
const TIJDSLIMIET = 60_000;

/**
 * An expression for the page: gives what does not fit, a box whose content is wider or a page-sized section that is taller, in words. It lays out the document as
 * wide as paper, whatever the window that it stands in.
 */
export const overloopmeting = ({ breedte, hoogte }: Bladspiegel): string => `(async () => {
  const [breed, hoog] = [${breedte * PX_PER_MM}, ${hoogte * PX_PER_MM}];
  const wortel = document.documentElement;
  wortel.style.width = breed + 'px';
  wortel.style.overflow = 'hidden';
  try {
    await Promise.all([...document.fonts].map((f) => f.load()));
  } catch {
    return ['een lettertype is niet geladen'];
  }
  const te = [];
  for (const e of document.querySelectorAll('body *')) {
    const html = e instanceof HTMLElement;
    if (html && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0) te.push(e.tagName + '.' + e.className + ' is te breed: ' + e.textContent.trim().slice(0, 60));
    else if (e.getBoundingClientRect().right > breed + 1) te.push(e.tagName + ' steekt buiten de bladzijde: ' + e.textContent.trim().slice(0, 60));
    if (html && e.dataset.eenBladzij !== undefined && e.getBoundingClientRect().height > hoog) te.push('past niet op één bladzijde (' + Math.ceil(e.getBoundingClientRect().height - hoog) + ' px te hoog): ' + e.querySelector('h1').textContent.slice(0, 60));
  }
  wortel.removeAttribute('style');
  return te;
})()`;

/** @param overloop what `overloopmeting` gave; @throws Error when there is any */
export function eisPassend(overloop: readonly string[]): void {
  if (overloop.length > 0) throw new Error(`Er staat iets op een bladzijde dat er niet op past; er is geen pdf gemaakt.\n${overloop.slice(0, 10).join('\n')}`);
}

/**
 * The same pdf with who made it in its properties, in the place of the browser and the machine that the engine names there. Nothing moves: what is left of the
 * room becomes spaces.
 * @throws Error when the properties are not where the engine puts them, or there is no room: they would go out as they are
 */
export function metMaker(pdf: Uint8Array, maker: string): Uint8Array {
  const tekst = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const gevonden = [...tekst.matchAll(/\/Creator \((?:\\.|[^\\()])*\)/g)];
  const [oud] = gevonden;
  const nieuw = `/Creator (${maker.replace(/[^ -~]/g, '?').replace(/[\\()]/g, '\\$&')})`;
  if (!oud || gevonden.length > 1 || nieuw.length > oud[0].length) throw new Error('De eigenschappen van de pdf zijn niet te vervangen; er is geen pdf gemaakt.');
  const uit = Buffer.from(pdf);
  uit.write(nieuw.padEnd(oud[0].length), oud.index, 'latin1');
  return uit;
}

/**
 * Starts a browser without window.
 * @param pad of its program; @param maker who stands in the properties of the file, in the place of the browser and the machine
 * @throws Error when it does not start
 */
export async function startBrowser(pad: string, bladspiegel: Bladspiegel, maker: string): Promise<Pdfmachine> {
  const profiel = mkdtempSync(join(tmpdir(), 'arrangeren-pdf-'));
  const isRoot = process.getuid?.() === 0;
  const browser = spawn(pad, [
    '--headless', '--remote-debugging-pipe', `--user-data-dir=${profiel}`, '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions', '--disable-background-networking', '--disable-sync',
    // Chromium refuses its sandbox to root; what it opens is this program's own page, without scripts or network.
    ...(isRoot ? ['--no-sandbox'] : []), 'about:blank',
  ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ruimOp = (): void => rmSync(profiel, { recursive: true, force: true, maxRetries: 5 });
  const lijn = new Lijn(browser);
  try {
    const { targetInfos } = (await lijn.vraag('Target.getTargets')) as { targetInfos: { targetId: string; type: string }[] };
    const targetId = targetInfos.find((t) => t.type === 'page')?.targetId ?? ((await lijn.vraag('Target.createTarget', { url: 'about:blank' })) as { targetId: string }).targetId;
    const { sessionId } = (await lijn.vraag('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
    const vraag = (methode: string, parameters: object = {}): Promise<unknown> => lijn.vraag(methode, parameters, sessionId);
    await vraag('Page.enable');
    return {
      async druk(html) {
        const { frameTree } = (await vraag('Page.getFrameTree')) as { frameTree: { frame: { id: string } } };
        await vraag('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
        const { result, exceptionDetails } = (await vraag('Runtime.evaluate', { expression: overloopmeting(bladspiegel), awaitPromise: true, returnByValue: true })) as { result: { value?: string[] }; exceptionDetails?: { text: string } };
        if (exceptionDetails || !result.value) throw new Error(`De bladzijden zijn niet te meten: ${exceptionDetails?.text ?? 'geen antwoord'}`);
        eisPassend(result.value);
        const { data } = (await vraag('Page.printToPDF', { landscape: true, printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true })) as { data: string };
        return metMaker(Buffer.from(data, 'base64'), maker);
      },
      async sluit() {
        await lijn.sluit();
        ruimOp();
      },
    };
  } catch (fout) {
    await lijn.sluit();
    ruimOp();
    throw fout;
  }
}

interface Wachtend { klaar(uitkomst: unknown): void; mislukt(fout: Error): void; methode: string; wekker: NodeJS.Timeout }

/** Questions and answers of the DevTools protocol over two pipes, each message ended by a zero byte. */
class Lijn {
  readonly #browser: ChildProcess;
  readonly #naar: Writable;
  readonly #wachtend = new Map<number, Wachtend>();
  readonly #weg: Promise<void>;
  #nummer = 0;
  #rest: Buffer[] = [];

  constructor(browser: ChildProcess) {
    this.#browser = browser;
    const [, , , naar, van] = browser.stdio as unknown as [null, null, null, Writable, Readable];
    this.#naar = naar;
    // A broken pipe shows as the end of the process, which rejects whoever waits.
    naar.on('error', () => {});
    van.on('data', (deel: Buffer) => this.#lees(deel));
    this.#weg = new Promise((weg) => {
      const einde = (waarom: string): void => {
        for (const { mislukt, wekker } of this.#wachtend.values()) {
          clearTimeout(wekker);
          mislukt(new Error(`De browser waarmee pdf’s worden gemaakt ${waarom}.`));
        }
        this.#wachtend.clear();
        weg();
      };
      browser.once('error', (fout) => einde(`start niet: ${fout.message}`));
      browser.once('exit', (code) => einde(`is gestopt (${code ?? 'afgebroken'})`));
    });
  }

  vraag(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#nummer;
    return new Promise((klaar, mislukt) => {
      if (this.#browser.exitCode !== null) return mislukt(new Error('De browser waarmee pdf’s worden gemaakt is gestopt.'));
      const wekker = setTimeout(() => {
        this.#wachtend.delete(id);
        mislukt(new Error(`De browser waarmee pdf’s worden gemaakt antwoordt niet (${method}).`));
      }, TIJDSLIMIET);
      this.#wachtend.set(id, { klaar, mislukt, methode: method, wekker });
      this.#naar.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    });
  }

  async sluit(): Promise<void> {
    this.#browser.kill();
    const wekker = setTimeout(() => this.#browser.kill('SIGKILL'), 3000);
    await this.#weg;
    clearTimeout(wekker);
  }

  #lees(deel: Buffer): void {
    let van = 0;
    for (let eind = deel.indexOf(0); eind >= 0; eind = deel.indexOf(0, van)) {
      this.#antwoord(Buffer.concat([...this.#rest, deel.subarray(van, eind)]).toString('utf8'));
      this.#rest = [];
      van = eind + 1;
    }
    if (van < deel.length) this.#rest.push(deel.subarray(van));
  }

  #antwoord(tekst: string): void {
    const { id, result, error } = JSON.parse(tekst) as { id?: number; result?: unknown; error?: { message: string } };
    const wachtend = id === undefined ? undefined : this.#wachtend.get(id);
    if (id === undefined || !wachtend) return;
    this.#wachtend.delete(id);
    clearTimeout(wachtend.wekker);
    if (error) wachtend.mislukt(new Error(`De browser waarmee pdf’s worden gemaakt weigert ${wachtend.methode}: ${error.message}`));
    else wachtend.klaar(result);
  }
}
