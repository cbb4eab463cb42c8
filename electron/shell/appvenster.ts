/** A window of the program: its native side, its page, and its way to the service. */
import { BrowserWindow, dialog, nativeTheme, screen, type Rectangle } from 'electron';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import type { Gastheer } from '../service/gastheer.ts';
import { leesInstellingen, zetInstelling } from '../service/instellingen.ts';
import { Venster } from '../service/venster.ts';
import { VEILIGE_VOORKEUREN } from './beveiliging.ts';
import { dialogenVan } from './dialogen.ts';
import { startVensterdrukker } from './drukker.ts';
import type { Ontvanger } from './ipc.ts';
import { KANALEN } from './kanalen.ts';
import { BEGINPAGINA } from './oorsprong.ts';

export interface Appvenster extends Ontvanger {
  readonly venster: BrowserWindow;
  meld(gebeurtenis: Gebeurtenis): void;
  /** Files opened from outside. */
  open(paden: readonly string[]): void;
}
export interface Vensteropties extends Pick<Gastheer, 'versie' | 'gegevensmap' | 'voorbeeldmap' | 'onthoud'> {
  maakKant: ConstructorParameters<typeof Venster>[1];
  preload: string;
  /** Called once, when the project of the closed window is safe. */
  gesloten: () => void;
  /** The page is in sight: this start succeeded. */
  zichtbaar: () => void;
}

const MAAT = { width: 1440, height: 900 };
const KLEINSTE = { minWidth: 640, minHeight: 480 };

export function maakAppvenster({ preload, maakKant, gesloten, zichtbaar, ...plaatsen }: Vensteropties): Appvenster {
  const venster = new BrowserWindow({
    ...MAAT, ...KLEINSTE, ...vorigePlaats(plaatsen.gegevensmap),
    title: 'Collectief Arrangeren',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171b' : '#fbfaf7',
    webPreferences: { ...VEILIGE_VOORKEUREN, preload },
  });
  const { webContents } = venster;
  let luistert = false;
  const wachtend: Gebeurtenis[] = [];
  const meld = (gebeurtenis: Gebeurtenis): void => {
    if (venster.isDestroyed()) return;
    if (luistert) webContents.send(KANALEN.gebeurtenis, JSON.stringify(gebeurtenis));
    else wachtend.push(gebeurtenis);
  };
  const dienst = new Venster({
    soort: 'electron', ...plaatsen,
    dialogen: dialogenVan(venster),
    drukker: () => startVensterdrukker(plaatsen),
  }, maakKant, meld);

  venster.once('ready-to-show', () => {
    venster.show();
    zichtbaar();
  });
  // A page that is loaded again listens again.
  webContents.on('did-navigate', () => (luistert = false));
  // The page is gone, the project is not: it lives in a thread of its own.
  webContents.on('render-process-gone', async (_, { reason }) => {
    if (reason === 'clean-exit' || venster.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(venster, { type: 'error', title: 'Collectief Arrangeren', message: 'Het scherm is vastgelopen.', detail: 'Alles tot en met de laatste wijziging is bewaard.', buttons: ['Opnieuw laden', 'Venster sluiten'], defaultId: 0, cancelId: 1 });
    if (response === 0) webContents.reload();
    else venster.destroy();
  });
  venster.on('close', () => zetInstelling(plaatsen.gegevensmap, 'venster', { ...venster.getNormalBounds(), gemaximaliseerd: venster.isMaximized() }));
  venster.on('closed', () => void dienst.sluit().finally(gesloten));
  void venster.loadURL(BEGINPAGINA);

  return {
    venster,
    meld,
    open(paden) {
      const antwoord = dienst.neem(paden);
      if (antwoord.ok) meld({ soort: 'bestanden', bestanden: antwoord.value });
      else void dialog.showMessageBox(venster, { type: 'warning', title: 'Collectief Arrangeren', message: antwoord.fout.tekst });
    },
    roep: (bericht) => dienst.roep(bericht),
    neem: (paden) => JSON.stringify(dienst.neem(paden)),
    luistert() {
      luistert = true;
      for (const gebeurtenis of wachtend.splice(0)) meld(gebeurtenis);
    },
  };
}

/** Where the last window stood, if that is still on a screen. */
function vorigePlaats(gegevensmap: string): Partial<Rectangle> {
  const { venster } = leesInstellingen(gegevensmap);
  if (typeof venster !== 'object' || venster === null) return {};
  const { x, y, width, height } = venster as Record<string, unknown>;
  if (![x, y, width, height].every((maat) => typeof maat === 'number' && Number.isFinite(maat))) return {};
  const plaats = { x, y, width, height } as Rectangle;
  const scherm = screen.getDisplayMatching(plaats).workArea;
  const zichtbaar = plaats.x < scherm.x + scherm.width - 100 && plaats.x + plaats.width > scherm.x + 100 && plaats.y >= scherm.y && plaats.y < scherm.y + scherm.height - 100;
  return zichtbaar && plaats.width >= KLEINSTE.minWidth && plaats.height >= KLEINSTE.minHeight ? plaats : {};
}
