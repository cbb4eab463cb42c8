/** The page's own client against the loopback host: what was made is downloaded, and what cannot be given is a fault and no file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { maakProjectkant } from '../../electron/service/projectkant.ts';
import { startWeb, type Webserver } from '../../electron/web/server.ts';
import type * as Client from '../../renderer/client/client.ts';

let map: string;
let server: Webserver;
let client: typeof Client;
const gegeven: Blob[] = [];

beforeAll(async () => {
  map = mkdtempSync(join(tmpdir(), 'arrangement-ophalen-'));
  mkdirSync(join(map, 'pagina'));
  writeFileSync(join(map, 'pagina', 'index.html'), '');
  server = await startWeb({ versie: '0.0.0', gegevensmap: join(map, 'gegevens'), voorbeeldmap: fileURLToPath(new URL('../../templates/voorbeeld', import.meta.url)), paginamap: join(map, 'pagina'), maakKant: maakProjectkant });
  // What a browser has and Node has not; what is fetched is the real thing.
  const { origin, hash, pathname } = new URL(server.adres);
  const bewaard = new Map<string, string>();
  const echt = fetch;
  vi.stubGlobal('fetch', (pad: string, keuze?: RequestInit) => echt(origin + pad, keuze));
  vi.stubGlobal('location', { hash, pathname });
  vi.stubGlobal('history', { replaceState: () => undefined });
  vi.stubGlobal('sessionStorage', { getItem: (naam: string) => bewaard.get(naam) ?? null, setItem: (naam: string, waarde: string) => void bewaard.set(naam, waarde) });
  vi.stubGlobal('document', { createElement: () => ({ click: () => undefined }) });
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    gegeven.push(blob as Blob);
    return 'blob:proef';
  });
  client = await import('../../renderer/client/client.ts');
});
beforeEach(() => void gegeven.splice(0));
afterAll(async () => {
  await server.sluit();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  rmSync(map, { recursive: true, force: true });
});

it('downloads what a handle stands for', async () => {
  const [greep] = await client.neemBestanden([new File(['een;twee\n'], 'lijst.csv')]);
  expect(await client.bewaar(greep as NonNullable<typeof greep>)).toBe('lijst.csv');
  expect(await Promise.all(gegeven.map((blob) => blob.text()))).toEqual(['een;twee\n']);
});

it('says that a handle is lost, and downloads nothing', async () => {
  await expect(client.bewaar({ greep: 'ff'.repeat(16), naam: 'lijst.csv', grootte: 9 })).rejects.toMatchObject({ code: 'nietGevonden', message: expect.stringMatching(/Kies het opnieuw\.$/) as string });
  expect(gegeven).toEqual([]);
});

it('says that the program does not answer, and downloads nothing', async () => {
  const [greep] = await client.neemBestanden([new File(['een'], 'lijst.csv')]);
  await server.sluit();
  await expect(client.bewaar(greep as NonNullable<typeof greep>)).rejects.toMatchObject({ code: 'intern', message: expect.stringContaining('antwoordt niet') as string });
  expect(gegeven).toEqual([]);
});
