/**
 * Prints documents in a window that nobody sees, by the engine of the program itself. It has a session of its own, in memory, that knows one document and loads
 * nothing else; it has no bridge.
 */
import { BrowserWindow, session } from 'electron';
import { eisPassend, metMaker, METING, type Pdfmachine } from '../service/drukker.ts';
import { programmaVan } from '../service/programma.ts';
import { beperkSessie, VEILIGE_VOORKEUREN } from './beveiliging.ts';
import { OORSPRONG, SCHEMA } from './oorsprong.ts';

const KOPPEN = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:" } as const;

let machines = 0;

export async function startVensterdrukker(kader: { versie: string }): Promise<Pdfmachine> {
  const sessie = session.fromPartition(`drukken-${++machines}`);
  beperkSessie(sessie);
  let adres = '';
  let document = '';
  sessie.protocol.handle(SCHEMA, ({ url }) => (url === adres ? new Response(document, { headers: KOPPEN }) : new Response('Dit bestaat niet.', { status: 404 })));
  const venster = new BrowserWindow({ show: false, webPreferences: { ...VEILIGE_VOORKEUREN, session: sessie, backgroundThrottling: false } });
  const { webContents } = venster;
  let stukken = 0;
  return {
    async druk(html) {
      adres = `${OORSPRONG}/stuk-${++stukken}.html`;
      document = html;
      await venster.loadURL(adres);
      eisPassend((await webContents.executeJavaScript(METING)) as string[]);
      const pdf = await webContents.printToPDF({ landscape: true, pageSize: 'A4', printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true });
      return metMaker(pdf, programmaVan(kader));
    },
    async sluit() {
      if (!venster.isDestroyed()) venster.destroy();
      sessie.protocol.unhandle(SCHEMA);
    },
  };
}
