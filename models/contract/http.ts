/**
 * The bridge over loopback HTTP (`electron/web`). Every request but those for the page's own files carries the token and the window's number:
 *
 * - The address that is opened is `http://127.0.0.1:<poort>/#<sleutel>`. A fragment is never sent: the page keeps it in sessionStorage and takes it out of
 *   the address. No cookie: nothing goes along by itself, so another page in the same browser has nothing to ride on.
 * - `POST /dienst`, body: a `Bericht` as JSON → an `Antwoord` as JSON (HTTP 200 whatever it says; refusals at the door have 4xx, and the same envelope).
 * - `GET /gebeurtenissen` → an endless `text/event-stream`, each `data:` line a `Gebeurtenis` as JSON. Read it with fetch (EventSource sends no headers).
 *   The window lives as long as this stream: 30 s after it ends the project is closed.
 * - `POST /bestand?naam=<naam>`, body: the bytes → `Antwoord<Bestandsgreep>`.
 * - `GET /bestand/<greep>` → the bytes, as attachment; or 404, with an envelope that says why.
 */
export const SLEUTELKOP = 'x-arrangement-sleutel';
/** A random number (UUID) that the page makes once and keeps in sessionStorage, so that a reload is the same window. */
export const VENSTERKOP = 'x-arrangement-venster';
export const PADEN = { dienst: '/dienst', gebeurtenissen: '/gebeurtenissen', bestand: '/bestand' } as const;
/** Bytes of one message. */
export const MAXIMALE_BERICHTGROOTTE = 32 * 1024 * 1024;
/** Bytes of one uploaded file. */
export const MAXIMALE_BESTANDSGROOTTE = 1024 * 1024 * 1024;
