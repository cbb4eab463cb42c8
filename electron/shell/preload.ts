/**
 * The only thing that page and program share: three functions that pass text. It runs sandboxed and isolated; no object of Electron or Node reaches the
 * page, and what comes in is checked by main as if it came from a stranger.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRUGNAAM, type Brug } from '../../models/contract/brug.ts';
import { KANALEN } from './kanalen.ts';

const brug = {
  roep: (bericht) => ipcRenderer.invoke(KANALEN.roep, String(bericht)) as Promise<string>,
  luister(ontvang) {
    const hoor = (_: unknown, gebeurtenis: string): void => ontvang(gebeurtenis);
    ipcRenderer.on(KANALEN.gebeurtenis, hoor);
    ipcRenderer.send(KANALEN.luister);
    return () => void ipcRenderer.removeListener(KANALEN.gebeurtenis, hoor);
  },
  // Only a File that the user pointed at has a path; one that the page made has none.
  neem: (bestanden) => ipcRenderer.invoke(KANALEN.neem, bestanden.map((bestand) => webUtils.getPathForFile(bestand as File))) as Promise<string>,
} satisfies Brug;

contextBridge.exposeInMainWorld(BRUGNAAM, brug);
