/** Serves the built page under `app://arrangement/`. */
import { protocol, type Session } from 'electron';
import { paginabestanden } from '../service/paginabestanden.ts';
import { OORSPRONG, SCHEMA } from './oorsprong.ts';

/** Before `ready`: the scheme has an origin like https, and nothing more than that. */
export function registreerSchema(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEMA, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** @param paginamap folder with the built page; what is not in the list of its files does not exist, whatever the path says */
export async function bedienPagina(sessie: Session, paginamap: string): Promise<void> {
  const pagina = await paginabestanden(paginamap);
  sessie.protocol.handle(SCHEMA, async (verzoek) => {
    const { origin, host, pathname } = new URL(verzoek.url);
    // Node does not know our scheme as a standard one and calls its origin null; Chromium does know it.
    const eigen = `${SCHEMA}://${host}` === OORSPRONG || origin === OORSPRONG;
    const bestand = eigen && verzoek.method === 'GET' ? await pagina(pathname) : undefined;
    return bestand ? new Response(bestand.inhoud, { headers: bestand.koppen }) : new Response('Dit bestaat niet.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
}
