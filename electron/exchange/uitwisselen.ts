/**
 * The uitwisselbestand on disk: JSON, closed with a passphrase (scrypt, AES-256-GCM) unless it was explicitly asked to be open. Who it is from and for, and on
 * what ground, stands outside the encryption for all to read, and is protected against change by it.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { canoniek } from '../../models/project/vingerafdruk.ts';
import { isUitwisselkop, keurUitwisseling, UITWISSELFORMAAT, type Uitwisseling, type Uitwisselkop } from '../../models/invoer/uitwisseling.ts';
import { Leesfout } from './lezen/leesfout.ts';

export const VERSLEUTELDFORMAAT = 'collectief-arrangeren-uitwisseling-versleuteld/1';
/** A passphrase shorter than this is refused: the file can be tried at leisure by whoever has it. */
export const KORTSTE_WACHTWOORD = 12;

/** About 128 MB and a third of a second per try. */
const SLEUTELAFLEIDING = { N: 2 ** 17, r: 8, p: 1 } as const;
const ALGORITME = 'aes-256-gcm';
const BYTES = { sleutel: 32, zout: 16, nonce: 12, zegel: 16 } as const;
/** Larger than any uitwisselbestand; what claims to be one and is not read whole. */
const GROOTSTE = 256 * 2 ** 20;

interface Versleuteld {
  formaat: typeof VERSLEUTELDFORMAAT;
  kop: Uitwisselkop;
  /** Always these: a file may not decide how much memory its opening takes. */
  versleuteling: { algoritme: typeof ALGORITME; sleutelafleiding: 'scrypt'; N: number; r: number; p: number; zout: string; nonce: string };
  /** Base64: the encrypted `Uitwisseling`, and after it the seal of GCM. */
  inhoud: string;
}

/** A passphrase that is too short to protect anything. */
export class Wachtwoordfout extends Error {}

/** The same passphrase typed on another keyboard gives the same bytes. */
const leidAf = (wachtwoord: string, zout: Buffer): Promise<Buffer> =>
  new Promise((klaar, mislukt) => {
    const opties: ScryptOptions = { ...SLEUTELAFLEIDING, maxmem: 256 * 2 ** 20 };
    scrypt(wachtwoord.normalize('NFKC'), zout, BYTES.sleutel, opties, (fout, sleutel) => (fout ? mislukt(fout) : klaar(sleutel)));
  });

const aanvullend = ({ formaat, kop, versleuteling }: Omit<Versleuteld, 'inhoud'>): Buffer => Buffer.from(canoniek({ formaat, kop, versleuteling }), 'utf8');

/**
 * The text of the file.
 * @param wachtwoord null: not encrypted, only when that was explicitly chosen
 * @throws Wachtwoordfout when it is too short
 */
export async function schrijfUitwisseling(uitwisseling: Uitwisseling, wachtwoord: string | null): Promise<string> {
  if (wachtwoord === null) return `${JSON.stringify(uitwisseling, null, 1)}\n`;
  if (wachtwoord.length < KORTSTE_WACHTWOORD) throw new Wachtwoordfout(`Het wachtwoord is te kort: gebruik er een van ten minste ${KORTSTE_WACHTWOORD} tekens, bijvoorbeeld enkele woorden.`);
  const [zout, nonce] = [randomBytes(BYTES.zout), randomBytes(BYTES.nonce)];
  const buitenkant: Omit<Versleuteld, 'inhoud'> = {
    formaat: VERSLEUTELDFORMAAT,
    kop: uitwisseling.kop,
    versleuteling: { algoritme: ALGORITME, sleutelafleiding: 'scrypt', ...SLEUTELAFLEIDING, zout: zout.toString('base64'), nonce: nonce.toString('base64') },
  };
  const cijfer = createCipheriv(ALGORITME, await leidAf(wachtwoord, zout), nonce, { authTagLength: BYTES.zegel }).setAAD(aanvullend(buitenkant));
  const inhoud = Buffer.concat([cijfer.update(JSON.stringify(uitwisseling), 'utf8'), cijfer.final(), cijfer.getAuthTag()]);
  return `${JSON.stringify({ ...buitenkant, inhoud: inhoud.toString('base64') }, null, 1)}\n`;
}

/** Whether a file is an uitwisselbestand, by how it begins. A file that cannot be opened is none: whoever reads it says why. */
export async function isUitwisselbestand(pad: string): Promise<boolean> {
  let greep;
  try {
    greep = await open(pad, 'r');
    const buffer = Buffer.alloc(1024);
    const { bytesRead } = await greep.read(buffer, 0, buffer.length, 0);
    return /^\uFEFF?\s*\{[^]*"formaat"\s*:\s*"collectief-arrangeren-uitwisseling/.test(buffer.toString('utf8', 0, bytesRead));
  } catch (fout) {
    if (fout instanceof Error && 'code' in fout) return false;
    throw fout;
  } finally {
    await greep?.close();
  }
}

/** Something that is locked and for which no passphrase, or the wrong one, was given. */
export class Slotfout extends Leesfout {
  readonly kop: Uitwisselkop;
  constructor(tekst: string, kop: Uitwisselkop) {
    super('I41', tekst);
    this.kop = kop;
  }
}

/** @throws Slotfout without the right passphrase; Leesfout when it is no uitwisselbestand, or not whole */
export async function leesUitwisseling(pad: string, wachtwoord?: string): Promise<Uitwisseling> {
  const bestand = basename(pad);
  const json = ontleed(bestand, await leesTekst(pad, bestand));
  const uitslag = keurUitwisseling(isVersleuteld(json, bestand) ? await ontsleutel(json, bestand, wachtwoord) : json);
  if (!uitslag.ok) throw new Leesfout('I43', `${bestand}: ${uitslag.tekst}`);
  return uitslag.uitwisseling;
}

async function leesTekst(pad: string, bestand: string): Promise<string> {
  const greep = await open(pad, 'r');
  try {
    if ((await greep.stat()).size > GROOTSTE) throw new Leesfout('I44', `${bestand} is groter dan een uitwisselbestand kan zijn. Controleer of dit het goede bestand is.`);
    return (await greep.readFile('utf8')).replace(/^\uFEFF/, '');
  } finally {
    await greep.close();
  }
}

function ontleed(bestand: string, tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch (fout) {
    if (!(fout instanceof SyntaxError)) throw fout;
    throw new Leesfout('I43', `${bestand} is niet heel: het is geen geldige JSON. Vraag de gemeente om het bestand opnieuw te sturen.`);
  }
}

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
const bytesVan = (x: unknown, aantal: number): Buffer | undefined => {
  if (typeof x !== 'string') return undefined;
  const bytes = Buffer.from(x, 'base64');
  return bytes.length === aantal ? bytes : undefined;
};

/** @throws Leesfout when it says that it is encrypted, in a way that this program does not do */
function isVersleuteld(x: unknown, bestand: string): x is Versleuteld {
  if (!isObject(x) || x['formaat'] === UITWISSELFORMAAT) return false;
  const v = x['versleuteling'];
  const bekend = x['formaat'] === VERSLEUTELDFORMAAT && isUitwisselkop(x['kop']) && typeof x['inhoud'] === 'string' && isObject(v) && v['algoritme'] === ALGORITME && v['sleutelafleiding'] === 'scrypt'
    && Object.entries(SLEUTELAFLEIDING).every(([naam, waarde]) => v[naam] === waarde) && bytesVan(v['zout'], BYTES.zout) !== undefined && bytesVan(v['nonce'], BYTES.nonce) !== undefined;
  if (!bekend) throw new Leesfout('I43', `${bestand} is geen uitwisselbestand dat dit programma kan openen: de gegevens over de versleuteling ontbreken of zijn onbekend. Vraag de gemeente om het opnieuw te maken, of neem een nieuwere versie van dit programma.`);
  return true;
}

async function ontsleutel(json: Versleuteld, bestand: string, wachtwoord: string | undefined): Promise<unknown> {
  const { kop, versleuteling } = json;
  const wie = `${bestand} (${kop.gemeente.naam}, peildatum ${kop.peildatum})`;
  if (wachtwoord === undefined) throw new Slotfout(`${wie} is met een wachtwoord gesloten. Geef het wachtwoord dat ${kop.partijen.van} erbij heeft gegeven.`, kop);
  const [zout, nonce] = [bytesVan(versleuteling.zout, BYTES.zout) as Buffer, bytesVan(versleuteling.nonce, BYTES.nonce) as Buffer];
  const inhoud = Buffer.from(json.inhoud, 'base64');
  const grens = Math.max(0, inhoud.length - BYTES.zegel);
  const sleutel = await leidAf(wachtwoord, zout);
  const mis = (): Slotfout => new Slotfout(`${wie} gaat niet open: het wachtwoord is onjuist, of het bestand is gewijzigd of beschadigd. Controleer het wachtwoord (ook hoofdletters) of vraag het bestand opnieuw.`, kop);
  if (inhoud.length <= BYTES.zegel) throw mis();
  const cijfer = createDecipheriv(ALGORITME, sleutel, nonce, { authTagLength: BYTES.zegel }).setAAD(aanvullend(json)).setAuthTag(inhoud.subarray(grens));
  let tekst: string;
  try {
    tekst = cijfer.update(inhoud.subarray(0, grens), undefined, 'utf8') + cijfer.final('utf8');
  } catch {
    // GCM says only that the seal does not fit: another passphrase and another file look the same.
    throw mis();
  }
  return ontleed(bestand, tekst);
}
