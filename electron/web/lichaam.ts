/** The body of a request, within bounds: what is too large is refused while it comes in, not after. */
import { isUtf8 } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';

export class TeGroot extends Error {}
export class GeenTekst extends Error {}

function begrensd(maximum: number): Transform {
  let grootte = 0;
  return new Transform({
    transform(stuk: Uint8Array, _, klaar) {
      grootte += stuk.length;
      if (grootte > maximum) klaar(new TeGroot());
      else klaar(null, stuk);
    },
  });
}

const magBeginnen = (verzoek: IncomingMessage, maximum: number): void => {
  if (Number(verzoek.headers['content-length'] ?? 0) > maximum) throw new TeGroot();
};

/** @throws TeGroot, GeenTekst */
export async function leesTekst(verzoek: IncomingMessage, maximum: number): Promise<string> {
  magBeginnen(verzoek, maximum);
  const stukken: Uint8Array[] = [];
  for await (const stuk of verzoek.pipe(begrensd(maximum))) stukken.push(stuk as Uint8Array);
  const bytes = Buffer.concat(stukken);
  if (!isUtf8(bytes)) throw new GeenTekst();
  return bytes.toString('utf8');
}

/** Writes the body to a new file that only this user can read; when it fails nothing is left. @throws TeGroot */
export async function schrijfNaar(verzoek: IncomingMessage, pad: string, maximum: number): Promise<void> {
  magBeginnen(verzoek, maximum);
  try {
    await pipeline(verzoek, begrensd(maximum), createWriteStream(pad, { flags: 'wx', mode: 0o600 }));
  } catch (fout) {
    await rm(pad, { force: true });
    throw fout;
  }
}
