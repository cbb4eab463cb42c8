/**
 * The app behind a browser on the same machine (`models/contract/http.ts` has the protocol). It binds 127.0.0.1 only; `deur.ts` decides who comes in.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { mislukt, type Antwoord, type Foutcode } from '../../models/contract/antwoord.ts';
import { MAXIMALE_BERICHTGROOTTE, MAXIMALE_BESTANDSGROOTTE, PADEN } from '../../models/contract/http.ts';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import type { Gastheer } from '../service/gastheer.ts';
import { ruimTijdelijkOp } from '../service/grepen.ts';
import { paginabestanden } from '../service/paginabestanden.ts';
import { Venster } from '../service/venster.ts';
import { deur } from './deur.ts';
import { leesTekst, schrijfNaar, TeGroot } from './lichaam.ts';

const ADRES = '127.0.0.1';
/** Windows at the same time: each holds a thread. */
const MAXIMAAL_VENSTERS = 16;

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

interface Webvenster { venster: Venster; stromen: Set<ServerResponse>; einde: NodeJS.Timeout | undefined }

const ANTWOORDKOPPEN = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" } as const;

/** @throws when the page was not built or the port is taken */
export async function startWeb(opties: Webopties): Promise<Webserver> {
  const { paginamap, maakKant, poort = 0, geduld = 30_000, leeg, ...plaatsen } = opties;
  const pagina = await paginabestanden(paginamap);
  ruimTijdelijkOp(plaatsen.gegevensmap);
  const sleutel = randomBytes(32).toString('base64url');
  const vensters = new Map<string, Webvenster>();
  const sluitend = new Set<Promise<void>>();

  const stuur = (antwoord: ServerResponse, status: number, inhoud: string): void => {
    antwoord.writeHead(status, { ...ANTWOORDKOPPEN, 'content-type': 'application/json; charset=utf-8' }).end(inhoud);
  };
  const weiger = (antwoord: ServerResponse, status: number, code: Foutcode, tekst: string): void => {
    // What of the request was not read yet will not be: the connection cannot be used again.
    antwoord.setHeader('connection', 'close');
    stuur(antwoord, status, JSON.stringify(mislukt(code, tekst)));
  };

  const sluitVenster = (id: string): void => {
    const weg = vensters.get(id);
    if (!weg) return;
    vensters.delete(id);
    clearTimeout(weg.einde);
    for (const stroom of weg.stromen) stroom.end();
    const klaar = weg.venster.sluit().finally(() => {
      sluitend.delete(klaar);
      if (vensters.size === 0 && sluitend.size === 0) leeg?.();
    });
    sluitend.add(klaar);
  };
  /** A window without a stream has had its last sign of life. */
  const wachtOpTeken = (id: string, venster: Webvenster): void => {
    clearTimeout(venster.einde);
    venster.einde = setTimeout(() => sluitVenster(id), geduld);
  };
  const vensterVan = (id: string): Webvenster | undefined => {
    const bestaand = vensters.get(id);
    if (bestaand || vensters.size >= MAXIMAAL_VENSTERS) return bestaand;
    const stromen = new Set<ServerResponse>();
    const ontvang = (gebeurtenis: Gebeurtenis): void => {
      for (const stroom of stromen) stroom.write(`data: ${JSON.stringify(gebeurtenis)}\n\n`);
    };
    const nieuw: Webvenster = { venster: new Venster({ soort: 'web', ...plaatsen }, maakKant, ontvang), stromen, einde: undefined };
    vensters.set(id, nieuw);
    wachtOpTeken(id, nieuw);
    return nieuw;
  };

  const luister = (id: string, webvenster: Webvenster, antwoord: ServerResponse): void => {
    clearTimeout(webvenster.einde);
    webvenster.stromen.add(antwoord);
    antwoord.writeHead(200, { ...ANTWOORDKOPPEN, 'content-type': 'text/event-stream; charset=utf-8' });
    antwoord.write(':\n\n');
    const hartslag = setInterval(() => antwoord.write(':\n\n'), 15_000);
    antwoord.on('close', () => {
      clearInterval(hartslag);
      webvenster.stromen.delete(antwoord);
      if (webvenster.stromen.size === 0 && vensters.get(id) === webvenster) wachtOpTeken(id, webvenster);
    });
  };

  const neemOp = async ({ grepen }: Venster, verzoek: IncomingMessage, adres: URL): Promise<Antwoord<unknown>> => {
    const naam = adres.searchParams.get('naam') ?? 'bestand';
    const pad = grepen.nieuwPad(naam);
    await schrijfNaar(verzoek, pad, MAXIMALE_BESTANDSGROOTTE);
    return { ok: true, value: grepen.van(pad) };
  };
  const geefUit = async ({ grepen }: Venster, greep: string, antwoord: ServerResponse): Promise<void> => {
    const { pad, naam } = grepen.bestand(greep);
    antwoord.writeHead(200, { ...ANTWOORDKOPPEN, 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(naam)}` });
    await pipeline(createReadStream(pad), antwoord);
  };

  const behandel = async (verzoek: IncomingMessage, antwoord: ServerResponse): Promise<void> => {
    const geweigerd = toegang.bezoek(verzoek);
    if (geweigerd) return weiger(antwoord, geweigerd.status, 'geenToegang', geweigerd.tekst);
    const methode = verzoek.method ?? '';
    // The path as it was sent: nothing is decoded or resolved before it is looked up.
    const [urlpad = ''] = (verzoek.url ?? '').split('?');
    const isDienst = Object.values(PADEN).some((p) => urlpad === p || urlpad.startsWith(`${p}/`));
    if (!isDienst) {
      const bestand = methode === 'GET' || methode === 'HEAD' ? await pagina(urlpad) : undefined;
      if (!bestand) return weiger(antwoord, 404, 'nietGevonden', 'Dit bestaat niet.');
      antwoord.writeHead(200, bestand.koppen).end(methode === 'HEAD' ? undefined : bestand.inhoud);
      return;
    }
    const binnen = toegang.binnen(verzoek);
    if ('status' in binnen) return weiger(antwoord, binnen.status, 'geenToegang', binnen.tekst);
    const webvenster = vensterVan(binnen.venster);
    if (!webvenster) return weiger(antwoord, 503, 'nietMogelijk', `Er zijn al ${MAXIMAAL_VENSTERS} vensters open. Sluit er eerst een.`);
    const { venster } = webvenster;
    if (methode === 'GET' && urlpad === PADEN.gebeurtenissen) return luister(binnen.venster, webvenster, antwoord);
    try {
      if (methode === 'POST' && urlpad === PADEN.dienst) return stuur(antwoord, 200, await venster.roep(await leesTekst(verzoek, MAXIMALE_BERICHTGROOTTE)));
      if (methode === 'POST' && urlpad === PADEN.bestand) return stuur(antwoord, 200, JSON.stringify(await neemOp(venster, verzoek, new URL(verzoek.url ?? '', `http://${ADRES}`))));
      if (methode === 'GET' && urlpad.startsWith(`${PADEN.bestand}/`)) return await geefUit(venster, urlpad.slice(PADEN.bestand.length + 1), antwoord);
    } catch (fout) {
      if (antwoord.headersSent) antwoord.destroy();
      else if (fout instanceof TeGroot) weiger(antwoord, 413, 'teGroot', 'Het bericht of bestand is te groot voor dit programma.');
      else if (fout instanceof TypeError) weiger(antwoord, 400, 'ongeldigeInvoer', 'Het bericht is geen UTF-8.');
      else stuur(antwoord, 200, JSON.stringify(venster.mislukt(fout)));
      return;
    }
    weiger(antwoord, 405, 'onbekendeMethode', 'Dit kan hier niet.');
  };

  const server = createServer({ requestTimeout: 0, maxHeaderSize: 16_384 }, (verzoek, antwoord) => {
    behandel(verzoek, antwoord).catch(() => antwoord.destroy());
  });
  await new Promise<void>((klaar, mis) => server.once('error', mis).listen(poort, ADRES, klaar));
  const adres = `${ADRES}:${(server.address() as AddressInfo).port}`;
  const toegang = deur(adres, sleutel);

  return {
    adres: `http://${adres}/#${sleutel}`,
    async sluit() {
      for (const id of vensters.keys()) sluitVenster(id);
      await Promise.all(sluitend);
      server.closeAllConnections();
      await new Promise<void>((klaar) => server.close(() => klaar()));
    },
  };
}
