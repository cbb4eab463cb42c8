/** A zip package, part by part: each part is compressed while it is made, off this thread, so that neither its text nor its bytes stand in memory whole. */
import { once } from 'node:events';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

/** Equal parts give equal bytes: the date in a package is fixed (1 January 1980, the first that the format knows). */
const DATUM = (1 << 5) | 1;
const VERSIE = 20;
const UTF8 = 1 << 11;
const DEFLATE = 8;
const GRENS = 0xffff_ffff;

export class Zip {
  private readonly stukken: Uint8Array[] = [];
  private readonly inhoudsopgave: Buffer[] = [];
  private plaats = 0;

  private voegToe(stuk: Uint8Array): void {
    this.stukken.push(stuk);
    this.plaats += stuk.length;
    if (this.plaats > GRENS) throw new RangeError('Het bestand wordt groter dan 4 GB.');
  }

  /** Adds a part made of pieces of text. */
  async deel(naam: string, teksten: Iterable<string>): Promise<void> {
    const pers = createDeflateRaw({ level: constants.Z_BEST_SPEED });
    const ingepakt: Buffer[] = [];
    pers.on('data', (stuk: Buffer) => ingepakt.push(stuk));
    const klaar = once(pers, 'end');
    let som = 0;
    let grootte = 0;
    for (const tekst of teksten) {
      const bytes = Buffer.from(tekst);
      som = crc32(bytes, som);
      grootte += bytes.length;
      if (!pers.write(bytes)) await once(pers, 'drain');
    }
    pers.end();
    await klaar;
    if (grootte > GRENS) throw new RangeError(`Het onderdeel ${naam} wordt groter dan 4 GB.`);

    const pad = Buffer.from(naam);
    const kenmerken = Buffer.alloc(26);
    kenmerken.writeUInt16LE(VERSIE, 0);
    kenmerken.writeUInt16LE(UTF8, 2);
    kenmerken.writeUInt16LE(DEFLATE, 4);
    kenmerken.writeUInt16LE(0, 6);
    kenmerken.writeUInt16LE(DATUM, 8);
    kenmerken.writeUInt32LE(som, 10);
    kenmerken.writeUInt32LE(ingepakt.reduce((n, stuk) => n + stuk.length, 0), 14);
    kenmerken.writeUInt32LE(grootte, 18);
    kenmerken.writeUInt16LE(pad.length, 22);
    const plek = Buffer.alloc(14);
    plek.writeUInt32LE(this.plaats, 10);
    this.inhoudsopgave.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([VERSIE, 0]), kenmerken, plek, pad]));
    this.voegToe(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), kenmerken, pad]));
    for (const stuk of ingepakt) this.voegToe(stuk);
  }

  /** The whole package. */
  bytes(): Uint8Array {
    const inhoud = Buffer.concat(this.inhoudsopgave);
    const einde = Buffer.alloc(22);
    einde.write('PK\x05\x06', 0, 'latin1');
    einde.writeUInt16LE(this.inhoudsopgave.length, 8);
    einde.writeUInt16LE(this.inhoudsopgave.length, 10);
    einde.writeUInt32LE(inhoud.length, 12);
    einde.writeUInt32LE(this.plaats, 16);
    return Buffer.concat([...this.stukken, inhoud, einde]);
  }
}
