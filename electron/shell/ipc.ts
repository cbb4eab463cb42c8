/**
 * The one wrapper around ipcMain. A message counts only when it comes from the top frame of a window of ours that shows our own page; anything else gets
 * `geenToegang` and reaches no window. Arguments are texts, checked here for that and by the service for what they say.
 */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { mislukt } from '../../models/contract/antwoord.ts';
import { KANALEN } from './kanalen.ts';
import { OORSPRONG } from './oorsprong.ts';

/** What a window does with messages of its page. */
export interface Ontvanger {
  roep(bericht: string): Promise<string>;
  neem(paden: string[]): string;
  luistert(): void;
}

const GEEN_TOEGANG = JSON.stringify(mislukt('geenToegang', 'Dit bericht komt niet van de eigen pagina van het programma.'));

/** `app://arrangement/…`, parsed and not by how it begins: `app://arrangement.example` is another. */
function isEigenPagina(adres: string): boolean {
  if (!URL.canParse(adres)) return false;
  const { protocol, host } = new URL(adres);
  return `${protocol}//${host}` === OORSPRONG;
}

/** @param ontvangerVan the window of a page, by the number of its webContents */
export function luisterNaarPaginas(ontvangerVan: (webContentsId: number) => Ontvanger | undefined): void {
  const afzender = ({ sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent): Ontvanger | undefined =>
    // A frame that has navigated or gone since is null.
    senderFrame !== null && senderFrame === sender.mainFrame && isEigenPagina(senderFrame.url) ? ontvangerVan(sender.id) : undefined;

  ipcMain.handle(KANALEN.roep, async (gebeurtenis, ...argumenten: unknown[]) => {
    const ontvanger = afzender(gebeurtenis);
    if (!ontvanger || argumenten.length !== 1 || typeof argumenten[0] !== 'string') return GEEN_TOEGANG;
    return ontvanger.roep(argumenten[0]);
  });
  ipcMain.handle(KANALEN.neem, (gebeurtenis, ...argumenten: unknown[]) => {
    const ontvanger = afzender(gebeurtenis);
    const [paden] = argumenten;
    if (!ontvanger || argumenten.length !== 1 || !Array.isArray(paden) || paden.length > 200 || !paden.every((pad) => typeof pad === 'string')) return GEEN_TOEGANG;
    return ontvanger.neem(paden as string[]);
  });
  ipcMain.on(KANALEN.luister, (gebeurtenis) => afzender(gebeurtenis)?.luistert());
}
