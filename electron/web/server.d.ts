import type { Gastheer } from '../service/gastheer.ts';
import { Venster } from '../service/venster.ts';
export interface Webopties extends Omit<Gastheer, 'soort' | 'dialogen' | 'pdf'> {
    /** Folder with the built page. */
    paginamap: string;
    /** `inWerker(…)`, or `maakProjectkant` in this thread. */
    maakKant: ConstructorParameters<typeof Venster>[1];
    /** Default 0: any free port. */
    poort?: number;
    /** Milliseconds that a window outlives its stream of events: a reload keeps its project. Default 30 s. */
    geduld?: number;
    /** Called when the last window has gone. */
    leeg?: () => void;
}
export interface Webserver {
    /** The address to open, with the token behind `#`. */
    adres: string;
    sluit(): Promise<void>;
}
/** @throws when the page was not built or the port is taken */
export declare function startWeb(opties: Webopties): Promise<Webserver>;
