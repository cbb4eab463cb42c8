import type { IncomingMessage } from 'node:http';
export interface Weigering {
    status: 401 | 403 | 421;
    tekst: string;
}
export interface Deur {
    /** Any request, also for the page's own files. */
    bezoek(verzoek: IncomingMessage): Weigering | undefined;
    /** A request to the service: the number of its window, or why it is refused. */
    binnen(verzoek: IncomingMessage): {
        venster: string;
    } | Weigering;
}
/** @param adres `host:port` that the server listens on; @param sleutel the token */
export declare function deur(adres: string, sleutel: string): Deur;
