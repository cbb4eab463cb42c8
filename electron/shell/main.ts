/**
 * The shell: a thin host of the app. It makes windows, serves the page, passes messages, and does what only a desktop can. What the program does is in
 * `electron/service`; what it may not do is in `beveiliging.ts`.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, session, shell } from 'electron';
import { foutenlogboek } from '../service/foutenlogboek.ts';
import { ruimTijdelijkOp } from '../service/grepen.ts';
import { inWerker } from '../service/in-werker.ts';
import { recenteProjecten } from '../service/recent.ts';
import { maakAppvenster, type Appvenster } from './appvenster.ts';
import { beperkPaginas, beperkSessie } from './beveiliging.ts';
import { luisterNaarPaginas } from './ipc.ts';
import { zetMenu } from './menu.ts';
import { bedienPagina, registreerSchema } from './protocol.ts';
import { beginStart } from './veilige-start.ts';

/** Everything the build makes lies beside this file. */
const hier = import.meta.dirname;
const maakKant = inWerker(pathToFileURL(join(hier, 'werker.js')));
const vensters = new Map<number, Appvenster>();

/** The window in front, or the last one that was made; a window that is closed may still be bringing its project to safety. */
function voorste(): Appvenster | undefined {
  const open = [...vensters.values()].filter(({ venster }) => !venster.isDestroyed());
  return open.find(({ venster }) => venster.isFocused()) ?? open.at(-1);
}

/** Project files among the arguments of a start, seen from the folder in which that was. */
const projectenIn = (argumenten: readonly string[], map: string): string[] =>
  argumenten.slice(1).filter((a) => !a.startsWith('-') && a.toLowerCase().endsWith('.arrangement')).map((a) => resolve(map, a));

app.setName('Collectief Arrangeren');
if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  const gegevensmap = app.getPath('userData');
  const versie = app.getVersion();
  const log = foutenlogboek(gegevensmap, versie);
  const start = beginStart(gegevensmap);
  /** The user has asked for the end of the program. */
  let stopt = false;
  /** Files that were opened before there was a window (macOS says so early). */
  const tevoren = projectenIn(process.argv, process.cwd());

  process.on('uncaughtException', (fout) => {
    const nummer = log.schrijf(fout);
    dialog.showErrorBox('Collectief Arrangeren', `Er ging iets mis in het programma zelf (nummer ${nummer}). Alles tot en met de laatste wijziging is bewaard. Sluit het programma en start het opnieuw.`);
  });
  process.on('unhandledRejection', (fout) => void log.schrijf(fout));

  registreerSchema();
  app.enableSandbox();
  if (start.vorigeMislukt) app.disableHardwareAcceleration();
  beperkPaginas();

  const nieuwVenster = (paden: readonly string[] = []): Appvenster => {
    const nieuw = maakAppvenster({
      versie, gegevensmap, maakKant,
      voorbeeldmap: join(hier, '..', 'voorbeeld'),
      preload: join(hier, 'preload.cjs'),
      zichtbaar: start.gelukt,
      onthoud(pad) {
        app.addRecentDocument(pad);
        toonMenu();
      },
      gesloten() {
        vensters.delete(id);
        if (vensters.size === 0 && (stopt || process.platform !== 'darwin')) app.quit();
      },
    });
    const { id } = nieuw.venster.webContents;
    vensters.set(id, nieuw);
    if (paden.length > 0) nieuw.open(paden);
    return nieuw;
  };

  const toonMenu = (): void => zetMenu({
    recent: recenteProjecten(gegevensmap).filter(({ bestaat }) => bestaat).map(({ naam, map, bestand }) => ({ naam, open: () => (voorste() ?? nieuwVenster()).open([join(map, bestand)]) })),
    stuur: (opdracht) => voorste()?.meld({ soort: 'menu', opdracht }),
    nieuwVenster: () => void nieuwVenster(),
    toonFoutenlogboek: () => shell.showItemInFolder(join(gegevensmap, 'fouten.log')),
  }, !app.isPackaged);

  app.on('second-instance', (_, argumenten, map) => {
    const paden = projectenIn(argumenten, map);
    const venster = voorste()?.venster;
    if (paden.length > 0 || !venster) nieuwVenster(paden);
    else {
      if (venster.isMinimized()) venster.restore();
      venster.focus();
    }
  });
  app.on('open-file', (gebeurtenis, pad) => {
    gebeurtenis.preventDefault();
    if (app.isReady()) nieuwVenster([pad]);
    else tevoren.push(pad);
  });
  // Closing a window closes its project, which takes a moment; the program ends when the last project is safe (`gesloten`).
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', () => (stopt = true));
  app.on('will-quit', (gebeurtenis) => {
    if (vensters.size > 0) gebeurtenis.preventDefault();
  });
  app.on('activate', () => {
    if (!voorste()) nieuwVenster();
  });

  void app.whenReady().then(async () => {
    ruimTijdelijkOp(gegevensmap);
    beperkSessie(session.defaultSession);
    await bedienPagina(session.defaultSession, join(hier, '..', 'renderer'));
    luisterNaarPaginas((id) => vensters.get(id));
    toonMenu();
    nieuwVenster(tevoren);
  }).catch((fout: unknown) => {
    dialog.showErrorBox('Collectief Arrangeren', `Het programma kan niet starten (nummer ${log.schrijf(fout)}). Installeer het opnieuw.`);
    app.exit(1);
  });
}
