/** The one way into a file: raw rows of cells per sheet, streamed, never written anywhere. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { bestandsnaamZonderBsn } from '../../../models/invoer/identiteit.ts';
import type { Berichtsoort } from '../../../models/invoer/bericht.ts';
import type { Rij } from '../../../models/invoer/types.ts';
import { openTekst } from './csv.ts';
import { openBericht } from './ijw.ts';
import { Leesfout } from './leesfout.ts';
import { openWerkmap } from './xlsx.ts';

export interface Leesopties {
  signal?: AbortSignal | undefined;
  /** Share 0..1 of the sheet that has been read. */
  voortgang?: ((deel: number) => void) | undefined;
}

export interface Blad {
  /** Null for a file without sheets. */
  naam: string | null;
  verborgen: boolean;
  /** What it holds about persons and is not even looked at. */
  weggelaten?: readonly string[];
  /** Rows in batches, in the order of the file; may be called more than once. */
  rijen(opties?: Leesopties): AsyncIterable<Rij[]>;
}

export interface Bron {
  bestand: string;
  vorm: 'werkmap' | 'tekst' | 'bericht';
  /** Kind of an iJw message. */
  bericht?: Berichtsoort;
  bladen: Blad[];
  /** Every row of a text file has to have as many fields as its heading. */
  vasteBreedte: boolean;
  /** SHA-256 of the file, hexadecimal. */
  controlegetal: string;
  /** Text files: how the text was read. */
  scheidingsteken?: string;
  tekenset?: string;
  sluit(): Promise<void>;
}

export interface Bronkeuzes { scheidingsteken?: string | undefined; tekenset?: string | undefined }

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a file by what it holds, not by its name.
 * @throws Leesfout with what to save it as instead
 */
export async function openBron(pad: string, keuzes: Bronkeuzes = {}): Promise<Bron> {
  const bestand = bestandsnaamZonderBsn(basename(pad));
  const begin = await beginVan(pad, bestand);
  const isBegin = (bytes: number[]): boolean => bytes.every((b, i) => begin[i] === b);
  if (begin.length === 0) throw new Leesfout('I40', `${bestand} is leeg.`);
  if (isBegin(OLE)) throw new Leesfout('I41', await oleUitleg(pad, bestand));
  if (isBegin(ZIP)) return openWerkmap(pad, bestand);
  if (isBegin([0x25, 0x50, 0x44, 0x46])) throw new Leesfout('I41', `${bestand} is een pdf en bevat geen tabel. Vraag de gegevens op als Excel-werkmap (.xlsx) of .csv.`);
  return /^(?:\uFEFF|\s)*<(?:\?xml|\w+:?Bericht\b)/.test(beginTekst(begin)) ? openBericht(pad, bestand) : openTekst(pad, bestand, keuzes);
}

/** The first characters of what may be XML, in whatever characters. */
function beginTekst(begin: Uint8Array): string {
  const zonderNullen = begin.subarray(0, 400).filter((b) => b !== 0);
  return Buffer.from(zonderNullen).toString('latin1').replace(/^(?:ÿþ|þÿ|ï»¿)/, '');
}

async function beginVan(pad: string, bestand: string): Promise<Uint8Array> {
  let greep;
  try {
    greep = await open(pad, 'r');
  } catch (fout) {
    const code = (fout as NodeJS.ErrnoException).code;
    throw new Leesfout('I40', code === 'ENOENT' ? `${bestand} bestaat niet. Controleer de naam en de map.` : `${bestand} is niet te openen (${code ?? 'onbekende fout'}). Sluit het in andere programma's en controleer de rechten.`);
  }
  try {
    if ((await greep.stat()).isDirectory()) throw new Leesfout('I40', `${bestand} is een map. Noem de bestanden in die map.`);
    const buffer = new Uint8Array(4096);
    const { bytesRead } = await greep.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await greep.close();
  }
}

/** Both old .xls files and protected .xlsx files are OLE containers; a stream named EncryptedPackage tells them apart. */
async function oleUitleg(pad: string, bestand: string): Promise<string> {
  const greep = await open(pad, 'r');
  try {
    const zoek = Buffer.from('EncryptedPackage', 'utf16le');
    const buffer = Buffer.alloc(1 << 20);
    let vorige = Buffer.alloc(0);
    for (let plaats = 0; ; ) {
      const { bytesRead } = await greep.read(buffer, 0, buffer.length, plaats);
      if (bytesRead === 0) break;
      const stuk = Buffer.concat([vorige, buffer.subarray(0, bytesRead)]);
      if (stuk.includes(zoek)) return `${bestand} is met een wachtwoord beveiligd. Open het in Excel, haal het wachtwoord eraf (Bestand > Info > Werkmap beveiligen) en sla het op als .xlsx.`;
      vorige = Buffer.from(stuk.subarray(-zoek.length));
      plaats += bytesRead;
    }
    return `${bestand} is een oud Excel-bestand (.xls). Open het in Excel en sla het op als Excel-werkmap (.xlsx).`;
  } finally {
    await greep.close();
  }
}
