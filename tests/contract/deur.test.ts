/** The loopback host against whoever does not belong there: other pages, other programs, other names for this machine, and messages that never end. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAXIMALE_BERICHTGROOTTE, PADEN, SLEUTELKOP, VENSTERKOP } from '../../models/contract/http.ts';
import { maakProjectkant } from '../../electron/service/projectkant.ts';
import { MAXIMAAL_VENSTERS } from '../../electron/web/vensters.ts';
import { startWeb, type Webserver } from '../../electron/web/server.ts';

const INFO = JSON.stringify({ methode: 'app.info', invoer: {} });

let map: string;
let server: Webserver;
let poort: number;
let sleutel: string;
beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'arrangement-deur-'));
  mkdirSync(join(map, 'pagina', 'assets'), { recursive: true });
  writeFileSync(join(map, 'pagina', 'index.html'), '<!doctype html><title>proef</title>');
  writeFileSync(join(map, 'pagina', 'assets', 'a.js'), '1');
  writeFileSync(join(map, 'pagina', 'geheim'), 'no known kind of file');
  writeFileSync(join(map, 'geheim.html'), 'beside the page');
  server = await startWeb({ versie: '0', gegevensmap: join(map, 'gegevens'), voorbeeldmap: map, paginamap: join(map, 'pagina'), maakKant: maakProjectkant, geduld: 150 });
  const adres = new URL(server.adres);
  poort = Number(adres.port);
  sleutel = adres.hash.slice(1);
});
afterAll(async () => {
  await server.sluit();
  rmSync(map, { recursive: true, force: true });
});

interface Vraag { methode?: string; pad?: string; koppen?: Record<string, string>; inhoud?: string | Buffer }
interface Antwoord { status: number; koppen: IncomingMessage['headers']; tekst: string }
/** A request as it is, with every header that the test says and no other; the path goes out as it stands. */
const vraag = ({ methode = 'POST', pad = PADEN.dienst, koppen = {}, inhoud = INFO }: Vraag): Promise<Antwoord> =>
  new Promise((klaar, mis) => {
    const verzoek = request({ host: '127.0.0.1', port: poort, method: methode, path: pad, headers: { host: `127.0.0.1:${poort}`, ...koppen } }, (antwoord) => {
      let tekst = '';
      antwoord.setEncoding('utf8').on('data', (deel: string) => (tekst += deel));
      antwoord.on('end', () => klaar({ status: antwoord.statusCode ?? 0, koppen: antwoord.headers, tekst }));
    });
    verzoek.on('error', mis);
    verzoek.end(methode === 'GET' || methode === 'HEAD' ? undefined : inhoud);
  });
const eigen = (): Record<string, string> => ({ [SLEUTELKOP]: sleutel, [VENSTERKOP]: 'venster-proef' });
const codeVan = ({ tekst }: Antwoord): string => {
  const antwoord = JSON.parse(tekst) as { ok: boolean; fout?: { code: string } };
  return antwoord.ok ? 'ok' : (antwoord.fout?.code ?? '');
};

describe('the service', () => {
  it('answers its own page', async () => {
    const antwoord = await vraag({ koppen: { ...eigen(), origin: `http://127.0.0.1:${poort}`, 'sec-fetch-site': 'same-origin' } });
    expect([antwoord.status, codeVan(antwoord)]).toEqual([200, 'ok']);
  });

  it.each([
    ['no token', () => ({ [VENSTERKOP]: 'venster-proef' })],
    ['a wrong token', () => ({ ...eigen(), [SLEUTELKOP]: 'x'.repeat(sleutel.length) })],
    ['part of the token', () => ({ ...eigen(), [SLEUTELKOP]: sleutel.slice(0, -1) })],
    ['an empty token', () => ({ ...eigen(), [SLEUTELKOP]: '' })],
    ['no window', () => ({ [SLEUTELKOP]: sleutel })],
    ['a window with a strange number', () => ({ ...eigen(), [VENSTERKOP]: '../../etc' })],
    ['the token as a cookie', () => ({ cookie: `${SLEUTELKOP}=${sleutel}`, [VENSTERKOP]: 'venster-proef' })],
  ])('refuses a request with %s', async (_, koppen) => {
    for (const pad of [PADEN.dienst, PADEN.bestand, `${PADEN.bestand}/${'0'.repeat(32)}`, PADEN.gebeurtenissen]) {
      const antwoord = await vraag({ pad, koppen: koppen() });
      expect([antwoord.status, codeVan(antwoord)], pad).toEqual([401, 'geenToegang']);
    }
  });

  it('does not take the token from the address', async () => {
    expect((await vraag({ pad: `${PADEN.dienst}?${SLEUTELKOP}=${sleutel}&sleutel=${sleutel}`, koppen: { [VENSTERKOP]: 'venster-proef' } })).status).toBe(401);
  });

  it.each(['https://example.org', 'null', 'http://localhost', 'http://127.0.0.1', 'http://127.0.0.1:1', 'file://', ''])('refuses the origin %j, also with the token', async (origin) => {
    const antwoord = await vraag({ koppen: { ...eigen(), origin } });
    expect([antwoord.status, codeVan(antwoord)]).toEqual([403, 'geenToegang']);
  });

  it.each(['cross-site', 'same-site'])('refuses a page that is %s, also where the browser sends no origin', async (site) => {
    for (const methode of ['GET', 'POST']) expect((await vraag({ methode, pad: PADEN.gebeurtenissen, koppen: { ...eigen(), 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' } })).status).toBe(403);
    expect((await vraag({ koppen: { ...eigen(), 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } })).status).toBe(403);
  });

  // A name that was made to point at 127.0.0.1 (DNS rebinding) is same-origin for the browser: only Host tells.
  it.each(['example.org', 'localhost', `example.org:80`, '127.0.0.1', '127.0.0.1:1', '[::1]'])('refuses the host %s, also with the token', async (host) => {
    const antwoord = await vraag({ koppen: { ...eigen(), host, origin: `http://${host}` } });
    expect([antwoord.status, codeVan(antwoord)]).toEqual([421, 'geenToegang']);
  });

  it('lets no page read what it says', async () => {
    for (const koppen of [{ origin: 'https://example.org' }, eigen()]) {
      const antwoord = await vraag({ koppen });
      expect(antwoord.koppen).not.toHaveProperty('access-control-allow-origin');
      expect(antwoord.koppen['cross-origin-resource-policy']).toBe('same-origin');
    }
    expect((await vraag({ methode: 'OPTIONS', koppen: { origin: 'https://example.org', 'access-control-request-method': 'POST', 'access-control-request-headers': SLEUTELKOP } })).status).toBe(403);
  });

  it('listens on this machine only', async () => {
    const elders = Object.values(networkInterfaces()).flat().find((adres) => adres?.family === 'IPv4' && !adres.internal)?.address;
    if (elders === undefined) return;
    await expect(fetch(`http://${elders}:${poort}/`)).rejects.toThrow('fetch failed');
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('knows no %s', async (methode) => {
    expect((await vraag({ methode, koppen: eigen() })).status).toBe(405);
  });
});

/** Folders with what browsers have lent: in memory where the system has that, and then nowhere else. */
const geleend = (): string[] =>
  existsSync('/dev/shm') ? readdirSync('/dev/shm').filter((naam) => naam.startsWith(`collectief-arrangeren-${process.pid}-`)) : readdirSync(join(map, 'gegevens', 'tijdelijk'));

describe('messages and files', () => {
  it('refuses a message that says it is too large, and one that only turns out to be', async () => {
    const gezegd = await vraag({ koppen: { ...eigen(), 'content-length': String(MAXIMALE_BERICHTGROOTTE + 1) }, inhoud: '' }).catch(() => ({ status: 413, koppen: {}, tekst: '{"ok":false,"fout":{"code":"teGroot"}}' }));
    expect(gezegd.status).toBe(413);
    const status = await new Promise<number | string>((klaar) => {
      const verzoek = request({ host: '127.0.0.1', port: poort, method: 'POST', path: PADEN.dienst, headers: { host: `127.0.0.1:${poort}`, ...eigen(), 'transfer-encoding': 'chunked' } }, (antwoord) => {
        antwoord.resume();
        klaar(antwoord.statusCode ?? 0);
        verzoek.destroy();
      });
      verzoek.on('error', () => klaar('broken off'));
      const stuk = Buffer.alloc(1_048_576, 'x');
      const meer = (): void => {
        while (!verzoek.destroyed && verzoek.write(stuk));
        if (!verzoek.destroyed) verzoek.once('drain', meer);
      };
      meer();
    });
    expect([413, 'broken off']).toContain(status);
    expect(codeVan(await vraag({ koppen: eigen() }))).toBe('ok');
  });

  it('refuses what is no text', async () => {
    const antwoord = await vraag({ koppen: eigen(), inhoud: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) });
    expect([antwoord.status, codeVan(antwoord)]).toEqual([400, 'ongeldigeInvoer']);
  });

  it.each(['../../buiten.csv', '/etc/cron.d/x', '..\\..\\buiten.csv', 'C:\\Windows\\x.csv', 'a\u0000b.csv', '.', '..', '', 'CON', 'x'.repeat(5_000), '\u202Egpj.exe'])('keeps an uploaded file called %j where it belongs', async (naam) => {
    const antwoord = await vraag({ pad: `${PADEN.bestand}?naam=${encodeURIComponent(naam)}`, koppen: eigen(), inhoud: 'abc' });
    const { value } = JSON.parse(antwoord.tekst) as { value: { greep: string; naam: string; grootte: number } };
    expect(value).toMatchObject({ grootte: 3, greep: expect.stringMatching(/^[0-9a-f]{32}$/) as string });
    expect(value.naam).not.toMatch(/[/\\]|^\.+$|^$/);
    expect(value.naam).not.toContain('\u0000');
    expect(value.naam.length).toBeLessThan(150);
    expect(existsSync(join(map, 'buiten.csv'))).toBe(false);
    if (existsSync('/dev/shm')) expect(existsSync(join(map, 'gegevens', 'tijdelijk'))).toBe(false);
    const terug = await vraag({ methode: 'GET', pad: `${PADEN.bestand}/${value.greep}`, koppen: eigen() });
    expect(terug.tekst).toBe('abc');
    expect(terug.koppen['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(terug.koppen['content-type']).toBe('application/octet-stream');
  });

  it.each(['../../geheim.html', '..%2f..%2fgeheim.html', '%2e%2e', '0', '__proto__'])('gives no file for the handle %s', async (greep) => {
    const antwoord = await vraag({ methode: 'GET', pad: `${PADEN.bestand}/${greep}`, koppen: eigen() });
    expect([antwoord.status, codeVan(antwoord)]).toEqual([404, 'nietGevonden']);
  });

  it('gives a handle to its own window only, and nothing once that is gone', async () => {
    const koppen = { ...eigen(), [VENSTERKOP]: 'venster-kort' };
    const { value } = JSON.parse((await vraag({ pad: `${PADEN.bestand}?naam=a.csv`, koppen, inhoud: 'abc' })).tekst) as { value: { greep: string } };
    const pad = `${PADEN.bestand}/${value.greep}`;
    expect(codeVan(await vraag({ methode: 'GET', pad, koppen: eigen() }))).toBe('nietGevonden');
    expect((await vraag({ methode: 'GET', pad, koppen })).tekst).toBe('abc');
    expect(geleend()).not.toEqual([]);
    // No stream of events and no calls: the window ends, and takes its files along.
    await expect.poll(geleend, { timeout: 3_000 }).toEqual([]);
    expect(codeVan(await vraag({ methode: 'GET', pad, koppen }))).toBe('nietGevonden');
  });

  it('has room for some windows, not for any number', async () => {
    const antwoorden = await Promise.all(Array.from({ length: MAXIMAAL_VENSTERS + 4 }, (_, i) => vraag({ koppen: { ...eigen(), [VENSTERKOP]: `venster-veel-${i}` } })));
    expect(antwoorden.filter(({ status }) => status === 503).length).toBeGreaterThanOrEqual(4);
    await expect.poll(async () => (await vraag({ koppen: { ...eigen(), [VENSTERKOP]: 'venster-later' } })).status, { timeout: 3_000 }).toBe(200);
  });
});

describe('the page', () => {
  it('is served with its policy, without token: it holds nothing', async () => {
    const antwoord = await vraag({ methode: 'GET', pad: '/' });
    expect(antwoord.status).toBe(200);
    const beleid = antwoord.koppen['content-security-policy'];
    for (const deel of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'"]) expect(beleid).toContain(deel);
    expect(beleid).not.toMatch(/unsafe|\*|https?:/);
    expect(antwoord.koppen).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' });
    expect(antwoord.tekst).not.toContain(sleutel);
    expect((await vraag({ methode: 'HEAD', pad: '/' })).tekst).toBe('');
  });

  it.each([
    '/../geheim.html', '/..%2fgeheim.html', '/%2e%2e/geheim.html', '/assets/../../geheim.html', '//geheim.html', '/..\\geheim.html', '/assets', '/assets/', '/geheim', '/index.html%00', '/%69ndex.html', '/INDEX.HTML', '/C:/x', 'http://example.org/', '*',
  ])('has nothing at %s', async (pad) => {
    expect((await vraag({ methode: 'GET', pad })).status).toBe(404);
  });

  it('comes when somebody follows a link to it, and not into a page elsewhere', async () => {
    const vanElders = { 'sec-fetch-site': 'cross-site' };
    expect((await vraag({ methode: 'GET', pad: '/', koppen: { ...vanElders, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } })).status).toBe(200);
    for (const dest of ['iframe', 'embed', 'object']) expect((await vraag({ methode: 'GET', pad: '/', koppen: { ...vanElders, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': dest } })).status).toBe(403);
    expect((await vraag({ methode: 'GET', pad: '/assets/a.js', koppen: { ...vanElders, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' } })).status).toBe(403);
  });

  it('is led to once by the address that a browser is started with', async () => {
    const pad = new URL(server.eenmaligAdres()).pathname;
    expect(pad).not.toContain(sleutel);
    expect((await vraag({ methode: 'GET', pad, koppen: { host: 'example.org' } })).status).toBe(421);
    const eerste = await vraag({ methode: 'GET', pad });
    expect([eerste.status, eerste.koppen.location]).toEqual([303, server.adres]);
    expect((await vraag({ methode: 'GET', pad })).status).toBe(404);
  });
});
