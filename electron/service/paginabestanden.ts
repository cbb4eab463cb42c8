/** The files of the built page, for every host: which there are, and with what headers they go out. */
import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/**
 * The page may load what lies beside it and nothing else: no script or style of its own making, no frame, no other host. Blob and data pictures are
 * charts that are copied or saved.
 */
const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'",
].join('; ');

const KOPPEN: Readonly<Record<string, string>> = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=(), display-capture=()',
  'cache-control': 'no-cache',
};
const SOORTEN: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.txt': 'text/plain; charset=utf-8',
};

export interface Paginabestand { inhoud: Uint8Array<ArrayBuffer>; koppen: Record<string, string> }
/** @param urlpad path of a request as it stands in its address, e.g. `/assets/a.js` */
export type Paginabestanden = (urlpad: string) => Promise<Paginabestand | undefined>;

/**
 * The files below `map`, listed once: a request is looked up in that list, so that no path of a request ever reaches the disk.
 * @throws when the page was not built
 */
export async function paginabestanden(map: string): Promise<Paginabestanden> {
  const bestanden = new Map<string, string>();
  for (const item of await readdir(map, { recursive: true, withFileTypes: true })) {
    const pad = join(item.parentPath, item.name);
    if (item.isFile() && SOORTEN[extname(item.name)]) bestanden.set(`/${relative(map, pad).split(sep).join('/')}`, pad);
  }
  return async (urlpad) => {
    const naam = urlpad === '/' ? '/index.html' : urlpad;
    const pad = bestanden.get(naam);
    if (pad === undefined) return undefined;
    const inhoud = await readFile(pad);
    return { inhoud: new Uint8Array(inhoud), koppen: { ...KOPPEN, 'content-type': SOORTEN[extname(pad)] as string, ...(naam.startsWith('/assets/') && { 'cache-control': 'private, max-age=31536000, immutable' }) } };
  };
}
