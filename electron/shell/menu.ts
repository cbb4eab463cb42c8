/** The menu. It asks the page, which has the same commands on the same keys; only what concerns the window itself is done here. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Menuopdracht } from '../../models/contract/gebeurtenis.ts';

export interface Menuacties {
  /** Projects that were opened before, newest first. */
  recent: readonly { naam: string; open(): void }[];
  /** To the page of the window in front. */
  stuur(opdracht: Menuopdracht): void;
  nieuwVenster(): void;
  toonFoutenlogboek(): void;
}

/** @param ontwikkeling whether to show what only developers need */
export function zetMenu({ recent, stuur, nieuwVenster, toonFoutenlogboek }: Menuacties, ontwikkeling: boolean): void {
  /** The page handles the key itself; shown here, and registered only where the system takes it from the page anyway (macOS). */
  const opdracht = (label: string, naam: Menuopdracht, accelerator?: string): MenuItemConstructorOptions =>
    ({ label, id: naam, click: () => stuur(naam), ...(accelerator !== undefined && { accelerator, registerAccelerator: process.platform === 'darwin' }) });
  const lijn: MenuItemConstructorOptions = { type: 'separator' };
  const eigenNaam: MenuItemConstructorOptions[] = process.platform === 'darwin'
    ? [{ label: 'Collectief Arrangeren', submenu: [opdracht('Over Collectief Arrangeren', 'over'), lijn, { role: 'hide', label: 'Verberg' }, { role: 'hideOthers', label: 'Verberg andere' }, { role: 'unhide', label: 'Toon alles' }, lijn, { role: 'quit', label: 'Stop' }] }]
    : [];

  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...eigenNaam,
    {
      label: '&Bestand',
      submenu: [
        opdracht('&Nieuw project…', 'nieuw', 'CmdOrCtrl+N'),
        opdracht('&Openen…', 'openen', 'CmdOrCtrl+O'),
        { label: '&Recent', enabled: recent.length > 0, submenu: recent.map(({ naam, open }) => ({ label: naam.replaceAll('&', '&&'), click: open })) },
        opdracht('Open &voorbeeld Hengelo', 'openVoorbeeld'),
        { label: 'Nieuw ven&ster', accelerator: 'CmdOrCtrl+Shift+N', click: nieuwVenster },
        lijn,
        opdracht('Bestanden &inlezen…', 'inlezen', 'CmdOrCtrl+I'),
        lijn,
        opdracht('Opslaan &als…', 'opslaanAls', 'CmdOrCtrl+Shift+S'),
        opdracht('&Exporteren…', 'exporteren', 'CmdOrCtrl+E'),
        opdracht('Af&drukken…', 'afdrukken', 'CmdOrCtrl+P'),
        opdracht('Opslaan als &pdf…', 'pdf', 'CmdOrCtrl+Shift+P'),
        lijn,
        opdracht('Project slui&ten', 'sluiten', 'CmdOrCtrl+W'),
        { role: process.platform === 'darwin' ? 'close' : 'quit', label: process.platform === 'darwin' ? 'Sluit venster' : 'Afsl&uiten' },
      ],
    },
    {
      label: 'Be&werken',
      submenu: [
        opdracht('&Ongedaan maken', 'ongedaan', 'CmdOrCtrl+Z'),
        opdracht('Op&nieuw', 'opnieuw', process.platform === 'darwin' ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        lijn,
        { role: 'cut', label: 'K&nippen' },
        { role: 'copy', label: '&Kopiëren' },
        { role: 'paste', label: '&Plakken' },
        { role: 'selectAll', label: '&Alles selecteren' },
        lijn,
        opdracht('&Zoeken en opdrachten…', 'zoeken', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: 'B&eeld',
      submenu: [
        opdracht('1 &Gegevens', 'stap1', 'CmdOrCtrl+1'),
        opdracht('2 &Nulmeting', 'stap2', 'CmdOrCtrl+2'),
        opdracht('3 &Scenario’s', 'stap3', 'CmdOrCtrl+3'),
        opdracht('4 &Vergelijken', 'stap4', 'CmdOrCtrl+4'),
        opdracht('5 V&oorstel', 'stap5', 'CmdOrCtrl+5'),
        opdracht('&Logboek', 'logboek', 'CmdOrCtrl+6'),
        lijn,
        opdracht('&Presentatie', 'presentatie', 'F5'),
        lijn,
        { role: 'zoomIn', label: '&Groter', accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: '&Kleiner' },
        { role: 'resetZoom', label: 'Ware g&rootte' },
        { role: 'togglefullscreen', label: 'Volledig &scherm' },
        ...(ontwikkeling ? [lijn, { role: 'reload', label: 'Herladen' }, { role: 'toggleDevTools', label: 'Ontwikkelgereedschap' }] satisfies MenuItemConstructorOptions[] : []),
      ],
    },
    {
      label: '&Help',
      submenu: [
        opdracht('&Toetsen', 'handleiding', 'F1'),
        opdracht('&Rondleiding', 'rondleiding'),
        { label: '&Foutenlogboek tonen', click: toonFoutenlogboek },
        ...(process.platform === 'darwin' ? [] : [lijn, opdracht('&Over Collectief Arrangeren', 'over')]),
      ],
    },
  ]));
}
