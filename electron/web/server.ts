/**
 * The app behind a browser on the same machine (`models/contract/http.ts` has the protocol). It binds 127.0.0.1 only; `deur.ts` decides who comes in.
 */
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { mislukt, type Foutcode } from '../../models/contract/antwoord.ts';
import { MAXIMALE_BERICHTGROOTTE, MAXIMALE_BESTANDSGROOTTE, PADEN } from '../../models/contract/http.ts';
import { browserdrukker } from '../service/drukker.ts';
import { foutenlogboek } from '../service/foutenlogboek.ts';
import type { Gastheer } from '../service/gastheer.ts';
import { ruimTijdelijkOp } from '../service/grepen.ts';
import { paginabestanden, type Paginabestanden } from '../service/paginabestanden.ts';
import { programmaVan } from '../service/programma.ts';
import { Venster } from '../service/venster.ts';
import { deur, type Deur } from './deur.ts';
import { GeenTekst, leesTekst, schrijfNaar, TeGroot } from './lichaam.ts';
import { maakVensters, MAXIMAAL_VENSTERS, type Vensters } from './vensters.ts';

const ADRES = '127.0.0.1';

export interface Webopties extends Omit<Gastheer, 'soort' | 'dialogen' | 'drukker'> {
  /** Folder with the built page. */
  paginamap: string;
  /** `inWerker(…)`, or `maakProjectkant` in this thread. */
  maakKant: ConstructorParameters<typeof Venster>[1];
  /** Default 0: any free port. */
  poort?: number;
  /** Milliseconds that a window outlives its page. Default 30 s. */
  geduld?: number;
}
export interface Webserver {
  /** The address to open, with the token behind `#`. */
  adres: string;
  /**
   * An address that leads there once. For starting a browser: the arguments of a program are for all users of the machine to see, and this one is
   * worth nothing as soon as the browser has followed it.
   */
  eenmaligAdres(): string;
  sluit(): Promise<void>;
}

const KOPPEN = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" } as const;

function stuur(antwoord: ServerResponse, status: number, inhoud: string): void {
  antwoord.writeHead(status, { ...KOPPEN, 'content-type': 'application/json; charset=utf-8' }).end(inhoud);
}
function weiger(antwoord: ServerResponse, status: number, code: Foutcode, tekst: string): void {
  // What of the request was not read yet will not be: the connection cannot be used again.
  antwoord.setHeader('connection', 'close');
  stuur(antwoord, status, JSON.stringify(mislukt(code, tekst)));
}

async function geefPagina(pagina: Paginabestanden, urlpad: string, verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
  const bestand = verzoek.method === 'GET' || verzoek.method === 'HEAD' ? await pagina(urlpad) : undefined;
  if (!bestand) return weiger(antwoord, 404, 'nietGevonden', 'Dit bestaat niet.');
  antwoord.writeHead(200, bestand.koppen).end(verzoek.method === 'HEAD' ? undefined : bestand.inhoud);
}

async function neemBestand({ grepen }: Venster, verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
  const pad = grepen.geleendPad(new URL(verzoek.url ?? '', `http://${ADRES}`).searchParams.get('naam') ?? 'bestand');
  await schrijfNaar(verzoek, pad, MAXIMALE_BESTANDSGROOTTE);
  stuur(antwoord, 200, JSON.stringify({ ok: true, value: grepen.van(pad) }));
}

async function geefBestand({ grepen }: Venster, greep: string, antwoord: ServerResponse): Promise<void> {
  const { pad, naam } = grepen.bestand(greep);
  // Opened before anything is promised.
  const bestand = await open(pad);
  antwoord.writeHead(200, { ...KOPPEN, 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(naam)}` });
  await pipeline(bestand.createReadStream(), antwoord);
}

interface Huis { toegang: Deur; pagina: Paginabestanden; vensters: Vensters; /** Paths that lead to the address once. */ eenmalig: Set<string>; adres: string }

async function behandel({ toegang, pagina, vensters, eenmalig, adres }: Huis, verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> {
  const geweigerd = toegang.bezoek(verzoek);
  if (geweigerd) return weiger(antwoord, geweigerd.status, 'geenToegang', geweigerd.tekst);
  // The path as it was sent: nothing is decoded or resolved before it is looked up.
  const [urlpad = ''] = (verzoek.url ?? '').split('?');
  if (verzoek.method === 'GET' && eenmalig.delete(urlpad)) {
    antwoord.writeHead(303, { ...KOPPEN, location: adres, 'referrer-policy': 'no-referrer' }).end();
    return;
  }
  if (!Object.values(PADEN).some((p) => urlpad === p || urlpad.startsWith(`${p}/`))) return geefPagina(pagina, urlpad, verzoek, antwoord);

  const binnen = toegang.binnen(verzoek);
  if ('status' in binnen) return weiger(antwoord, binnen.status, 'geenToegang', binnen.tekst);
  const venster = vensters.van(binnen.venster);
  if (!venster) return weiger(antwoord, 503, 'nietMogelijk', `Er zijn al ${MAXIMAAL_VENSTERS} vensters open. Sluit er eerst een.`);
  try {
    const wat = `${verzoek.method} ${urlpad}`;
    if (wat === `POST ${PADEN.dienst}`) stuur(antwoord, 200, await venster.roep(await leesTekst(verzoek, MAXIMALE_BERICHTGROOTTE)));
    else if (wat === `GET ${PADEN.gebeurtenissen}`) vensters.luister(binnen.venster, antwoord.writeHead(200, { ...KOPPEN, 'content-type': 'text/event-stream; charset=utf-8' }));
    else if (wat === `POST ${PADEN.bestand}`) await neemBestand(venster, verzoek, antwoord);
    else if (wat.startsWith(`GET ${PADEN.bestand}/`)) await geefBestand(venster, urlpad.slice(PADEN.bestand.length + 1), antwoord);
    else weiger(antwoord, 405, 'onbekendeMethode', 'Dit kan hier niet.');
  } catch (fout) {
    // Whoever was to get it is gone, or what was promised cannot be given: there is no answer any more.
    if (antwoord.headersSent) antwoord.destroy();
    else if (fout instanceof TeGroot) weiger(antwoord, 413, 'teGroot', 'Het bericht of bestand is te groot voor dit programma.');
    else if (fout instanceof GeenTekst) weiger(antwoord, 400, 'ongeldigeInvoer', 'Het bericht is geen UTF-8.');
    // Where bytes were asked for only the status tells them from an envelope.
    else stuur(antwoord, urlpad.startsWith(`${PADEN.bestand}/`) ? 404 : 200, JSON.stringify(venster.mislukt(fout)));
  }
}

/** @throws when the page was not built or the port is taken */
export async function startWeb({ paginamap, maakKant, poort = 0, geduld = 30_000, ...plaatsen }: Webopties): Promise<Webserver> {
  const pagina = await paginabestanden(paginamap);
  ruimTijdelijkOp(plaatsen.gegevensmap);
  const sleutel = randomBytes(32).toString('base64url');
  const drukker = browserdrukker(programmaVan(plaatsen));
  const vensters = maakVensters((ontvang) => new Venster({ soort: 'web', ...plaatsen, ...(drukker && { drukker }) }, maakKant, ontvang), geduld);

  // The file that a page uploads may take as long as it takes.
  const server = createServer({ requestTimeout: 0, maxHeaderSize: 16_384 });
  await new Promise<void>((klaar, mis) => server.once('error', mis).listen(poort, ADRES, klaar));
  const plek = `${ADRES}:${(server.address() as AddressInfo).port}`;
  const adres = `http://${plek}/#${sleutel}`;
  const eenmalig = new Set<string>();
  const log = foutenlogboek(plaatsen.gegevensmap, plaatsen.versie);
  const huis: Huis = { toegang: deur(plek, sleutel), pagina, vensters, eenmalig, adres };
  server.on('request', (verzoek: IncomingMessage, antwoord: ServerResponse) => void behandel(huis, verzoek, antwoord).catch((fout: unknown) => {
    log.schrijf(fout);
    antwoord.destroy();
  }));

  return {
    adres,
    eenmaligAdres() {
      const urlpad = `/open/${randomBytes(32).toString('base64url')}`;
      eenmalig.add(urlpad);
      return `http://${plek}${urlpad}`;
    },
    async sluit() {
      await vensters.sluit();
      server.closeAllConnections();
      await new Promise<void>((klaar) => server.close(() => klaar()));
    },
  };
}
