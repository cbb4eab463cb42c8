/** The same window through each host: called directly, over HTTP, and over the bridge of the built shell. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { Antwoord } from '../../models/contract/antwoord.ts';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import type { Brug } from '../../models/contract/brug.ts';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import { PADEN, SLEUTELKOP, VENSTERKOP } from '../../models/contract/http.ts';
import type { Invoer, Methodenaam, Uitvoer } from '../../models/contract/methoden.ts';
import { inWerker } from '../../electron/service/in-werker.ts';
import { maakProjectkant } from '../../electron/service/projectkant.ts';
import { Venster } from '../../electron/service/venster.ts';
import { startWeb } from '../../electron/web/server.ts';
import { bouw, start } from '../hulp/electron/starten.ts';

const VOORBEELD = fileURLToPath(new URL('../../templates/voorbeeld', import.meta.url));
export const WERKER = new URL('../../electron/service/werker.ts', import.meta.url);

/** A window, as its page has it. */
export interface Verbinding {
  /** A message as text, the answer as text. */
  stuur(bericht: string): Promise<string>;
  roep<N extends Methodenaam>(methode: N, invoer: Invoer<N>, taak?: string): Promise<Antwoord<Uitvoer<N>>>;
  /** A handle for a file of the user. */
  neem(pad: string): Promise<Bestandsgreep>;
  gebeurtenissen: Gebeurtenis[];
}
/** A program that runs, on a data folder of its own. */
export interface Programma {
  venster(): Promise<Verbinding>;
  sluit(): Promise<void>;
}
export interface Vervoer { naam: string; start(): Promise<Programma> }

const verbinding = (stuur: (bericht: string) => Promise<string>, neem: Verbinding['neem'], gebeurtenissen: Gebeurtenis[]): Verbinding => ({
  stuur, neem, gebeurtenissen,
  roep: async (methode, invoer, taak) => JSON.parse(await stuur(JSON.stringify({ methode, invoer, ...(taak !== undefined && { taak }) }))) as never,
});

function eerste(antwoord: Antwoord<Bestandsgreep[]>): Bestandsgreep {
  if (!antwoord.ok || !antwoord.value[0]) throw new Error('no handle');
  return antwoord.value[0];
}

/** Windows in this process, their project sides in this thread. */
const direct: Vervoer = {
  naam: 'direct',
  async start() {
    const gegevensmap = mkdtempSync(join(tmpdir(), 'arrangement-direct-'));
    const vensters: Venster[] = [];
    return {
      async venster() {
        const gebeurtenissen: Gebeurtenis[] = [];
        const venster = new Venster({ soort: 'web', versie: '0.0.0', gegevensmap, voorbeeldmap: VOORBEELD }, maakProjectkant, (g) => gebeurtenissen.push(g));
        vensters.push(venster);
        return verbinding((bericht) => venster.roep(bericht), async (pad) => eerste(venster.neem([pad])), gebeurtenissen);
      },
      async sluit() {
        for (const venster of vensters) await venster.sluit();
        rmSync(gegevensmap, { recursive: true, force: true });
      },
    };
  },
};

/** Over the loopback host, each project side in a thread of its own. */
const http: Vervoer = {
  naam: 'HTTP',
  async start() {
    const gegevensmap = mkdtempSync(join(tmpdir(), 'arrangement-http-'));
    const paginamap = join(gegevensmap, 'pagina');
    mkdirSync(paginamap);
    writeFileSync(join(paginamap, 'index.html'), '');
    const server = await startWeb({ versie: '0.0.0', gegevensmap, voorbeeldmap: VOORBEELD, paginamap, maakKant: inWerker(WERKER) });
    const [basis, sleutel] = server.adres.split('/#') as [string, string];
    const stromen: Promise<void>[] = [];
    return {
      async venster() {
        const headers = { [SLEUTELKOP]: sleutel, [VENSTERKOP]: `venster-${stromen.length}` };
        const gebeurtenissen: Gebeurtenis[] = [];
        const stroom = await fetch(basis + PADEN.gebeurtenissen, { headers });
        stromen.push(leesStroom(stroom.body as ReadableStream<Uint8Array>, (g) => gebeurtenissen.push(g)));
        return verbinding(
          async (bericht) => (await fetch(basis + PADEN.dienst, { method: 'POST', headers, body: bericht })).text(),
          async (pad) => {
            const antwoord = await fetch(`${basis}${PADEN.bestand}?naam=${encodeURIComponent(basename(pad))}`, { method: 'POST', headers, body: readFileSync(pad) });
            const greep = (await antwoord.json()) as Antwoord<Bestandsgreep>;
            return eerste(greep.ok ? { ok: true, value: [greep.value] } : greep);
          },
          gebeurtenissen,
        );
      },
      async sluit() {
        await server.sluit();
        await Promise.all(stromen);
        rmSync(gegevensmap, { recursive: true, force: true });
      },
    };
  },
};

async function leesStroom(stroom: ReadableStream<Uint8Array>, ontvang: (g: Gebeurtenis) => void): Promise<void> {
  const ontcijfer = new TextDecoder();
  let rest = '';
  for await (const stuk of stroom) {
    const regels = (rest + ontcijfer.decode(stuk, { stream: true })).split('\n');
    rest = regels.pop() as string;
    for (const regel of regels) if (regel.startsWith('data:')) ontvang(JSON.parse(regel.slice(5)) as Gebeurtenis);
  }
}

/** Over the built preload and main, against the stand-in for `electron`. Dialogs to save are answered with a name of their own. */
const ipc: Vervoer = {
  naam: 'IPC',
  async start() {
    const gebouwd = await bouw(false);
    const { electron, userData, stop } = await start(gebouwd);
    let n = 0;
    electron.toestand.antwoordDialoog = (soort) => (soort === 'bewaar' ? { canceled: false, filePath: join(userData, `bewaard-${++n}`) } : { canceled: true, filePaths: [] });
    let vensters = 0;
    return {
      async venster() {
        if (vensters++ > 0) electron.toestand.menu.flatMap(({ submenu = [] }) => submenu).find(({ label }) => label === 'Nieuw ven&ster')?.click?.();
        const { webContents, opties } = electron.toestand.vensters.at(-1) as AppWindow;
        const brug = brugVan(readFileSync(opties.webPreferences.preload, 'utf8'), webContents);
        const gebeurtenissen: Gebeurtenis[] = [];
        brug.luister((g) => gebeurtenissen.push(JSON.parse(g) as Gebeurtenis));
        return verbinding((bericht) => brug.roep(bericht), async (pad) => eerste(JSON.parse(await brug.neem([pad])) as Antwoord<Bestandsgreep[]>), gebeurtenissen);
      },
      async sluit() {
        await stop();
        gebouwd.ruimOp();
      },
    };
  },
};

type AppWindow = Awaited<ReturnType<typeof start>>['venster'];

/** What the built preload gives its page. A `File` is its path here. */
function brugVan(preload: string, webContents: AppWindow['webContents']): Brug {
  let brug: Brug | undefined;
  const electron = {
    contextBridge: { exposeInMainWorld: (_: string, gegeven: Brug) => (brug = gegeven) },
    ipcRenderer: {
      invoke: async (kanaal: string, ...argumenten: unknown[]) => webContents.roep(kanaal, argumenten),
      send: (kanaal: string, ...argumenten: unknown[]) => webContents.stuur(kanaal, argumenten),
      on: (kanaal: string, luister: (e: unknown, ...a: unknown[]) => void) => webContents.on('verzonden', () => {
        const laatste = webContents.verzonden.at(-1);
        if (laatste?.kanaal === kanaal) luister({}, ...laatste.argumenten);
      }),
      removeListener: () => undefined,
    },
    webUtils: { getPathForFile: (pad: string) => pad },
  };
  new Script(`(require) => {\n${preload}\n}`).runInThisContext()((naam: string) => {
    if (naam !== 'electron') throw new Error('a sandboxed preload requires electron only');
    return electron;
  });
  if (!brug) throw new Error('the preload gives no bridge');
  return brug;
}

export const VERVOER: readonly Vervoer[] = [direct, http, ipc];
