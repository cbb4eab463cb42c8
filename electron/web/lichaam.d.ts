import type { IncomingMessage } from 'node:http';
export declare class TeGroot extends Error {
}
/** @throws TeGroot, or TypeError when it is no UTF-8 */
export declare function leesTekst(verzoek: IncomingMessage, maximum: number): Promise<string>;
/** Writes the body to a new file that only this user can read; when it fails nothing is left. @throws TeGroot */
export declare function schrijfNaar(verzoek: IncomingMessage, pad: string, maximum: number): Promise<void>;
