/**
 * Rows of an Excel workbook (.xlsx, .xlsm), streamed from the zip: sheets hold identifiers and are never spooled to disk.
 * Only the shared texts and styles stay in memory.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { TextDecoder } from 'node:util';
import { createInflateRaw, crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { datumVanExcel, leesDatum } from '../../../models/invoer/datum.ts';
import type { Cel, Rij } from '../../../models/invoer/types.ts';
import type { Blad, Bron, Leesopties } from './bron.ts';
import { opmaakVan, type Opmaak } from './datumopmaak.ts';
import { MAXIMUM_CEL, MAXIMUM_GEDEELDE_TEKSTEN, MAXIMUM_KOLOMMEN, MAXIMUM_ONDERDELEN, MAXIMUM_RIJEN, MAXIMUM_UITGEPAKT, MAXIMUM_VERHOUDING } from './grenzen.ts';
import { Leesfout } from './leesfout.ts';
import { type Attributen, type Xmlgebeurtenissen, Xmlfout, Xmlscanner } from './xml.ts';

const STUK = 1 << 17;

/** Opens a workbook: its list of sheets, shared texts and styles. */
export async function openWerkmap(pad: string, bestand: string): Promise<Bron> {
  const zip = await Zip.open(pad, bestand);
  try {
    const controlegetal = await somVan(pad);
    if (zip.heeft('xl/workbook.bin')) throw new Leesfout('I41', `${bestand} is een binaire werkmap (.xlsb). Open het in Excel en sla het op als Excel-werkmap (.xlsx).`);
    if (zip.heeft('mimetype') && zip.heeft('content.xml')) throw new Leesfout('I41', `${bestand} is een OpenDocument-bestand (.ods). Open het en sla het op als Excel-werkmap (.xlsx).`);
    const hoofd = await doelen(zip, '');
    const werkmapPad = [...hoofd.values()].find((r) => r.soort.endsWith('/officeDocument'))?.doel;
    if (werkmapPad === undefined || !zip.heeft(werkmapPad)) throw new Leesfout('I41', `${bestand} is geen Excel-werkmap. Sla de tabel op als .xlsx of .csv.`);
    const relaties = await doelen(zip, werkmapPad);
    const map = await leesWerkmap(zip, werkmapPad);
    const ontbreekt = (wat: string): Leesfout => new Leesfout('I43', `${bestand}: ${wat} ontbreekt in het bestand; het is beschadigd. Open het in Excel en sla het opnieuw op.`);
    const vind = (einde: string): string | undefined => {
      const doel = [...relaties.values()].find((r) => r.soort.endsWith(einde))?.doel;
      // Without its styles every date would be a number, without its texts every name a figure.
      if (doel !== undefined && !zip.heeft(doel)) throw ontbreekt(doel);
      return doel;
    };
    const stijlPad = vind('/styles');
    const stijlen = stijlPad === undefined ? [] : await leesStijlen(zip, stijlPad);
    const tekstPad = vind('/sharedStrings');
    const teksten = tekstPad === undefined ? [] : await leesTeksten(zip, tekstPad);

    const bladen: Blad[] = [];
    for (const { naam, id, verborgen } of map.bladen) {
      const relatie = relaties.get(id);
      if (relatie === undefined) throw ontbreekt(`blad “${naam}”`);
      // Chart sheets and macro sheets hold no rows.
      if (!relatie.soort.endsWith('/worksheet')) continue;
      if (!zip.heeft(relatie.doel)) throw ontbreekt(`blad “${naam}”`);
      const context: Bladcontext = { bestand, naam, teksten, stijlen, sinds1904: map.sinds1904, nooitBerekend: map.herrekenBijOpenen };
      bladen.push({ naam, verborgen, rijen: (opties) => bladrijen(zip, relatie.doel, context, opties ?? {}) });
    }
    if (bladen.length === 0) throw new Leesfout('I43', `${bestand} heeft geen blad met cellen. Sla de tabel op als .xlsx of .csv.`);
    return { bestand, vorm: 'werkmap', bladen, vasteBreedte: false, controlegetal, sluit: async () => zip.sluit() };
  } catch (fout) {
    zip.sluit();
    throw fout;
  }
}

async function somVan(pad: string): Promise<string> {
  const som = createHash('sha256');
  for await (const stuk of createReadStream(pad, { highWaterMark: 1 << 20 })) som.update(stuk as Buffer);
  return som.digest('hex');
}

/** The parts of a zip file, with limits on what they may become. */
class Zip {
  readonly bestand: string;
  readonly #zip: ZipFile;
  readonly #delen: Map<string, Entry>;

  private constructor(bestand: string, zip: ZipFile, delen: Map<string, Entry>) {
    this.bestand = bestand;
    this.#zip = zip;
    this.#delen = delen;
  }

  static async open(pad: string, bestand: string): Promise<Zip> {
    const beschadigd = (): Leesfout => new Leesfout('I43', `${bestand} is beschadigd of niet volledig. Open het in Excel en sla het opnieuw op, of vraag het opnieuw op.`);
    let zip: ZipFile;
    try {
      zip = await openPromise(pad, { autoClose: false, lazyEntries: true });
    } catch {
      throw beschadigd();
    }
    const delen = new Map<string, Entry>();
    try {
      for await (const deel of zip.eachEntry()) {
        // Part names are compared without regard to case (OPC).
        const naam = deel.fileName.toLowerCase();
        if (delen.has(naam)) throw new Leesfout('I43', `${bestand} bevat het onderdeel ${deel.fileName} twee keer; het is beschadigd of mee geknoeid. Sla het opnieuw op uit Excel.`);
        delen.set(naam, deel);
        if (delen.size > MAXIMUM_ONDERDELEN) throw new Leesfout('I44', `${bestand} heeft meer dan ${MAXIMUM_ONDERDELEN} onderdelen. Sla alleen de tabel op in een nieuwe werkmap.`);
      }
    } catch (fout) {
      zip.close();
      throw fout instanceof Leesfout ? fout : beschadigd();
    }
    return new Zip(bestand, zip, delen);
  }

  /** Packed size of a part. */
  ingepakt(naam: string): number {
    return this.#delen.get(naam.toLowerCase())?.compressedSize ?? 0;
  }

  heeft(naam: string): boolean {
    return this.#delen.has(naam.toLowerCase());
  }

  sluit(): void {
    this.#zip.close();
  }

  /** Feeds a part through the scanner. */
  async lees(naam: string, naar: Xmlgebeurtenissen, opties: Leesopties & { maximum?: number } = {}): Promise<void> {
    for await (const _ of this.stappen(naam, naar, opties)) void _;
  }

  /** Feeds a part through the scanner; yields after each piece so that the caller can hand over what came of it. */
  async *stappen(naam: string, naar: Xmlgebeurtenissen, opties: Leesopties & { maximum?: number } = {}): AsyncGenerator<void> {
    const deel = this.#delen.get(naam.toLowerCase());
    if (deel === undefined) throw new Error(`Part ${naam} was not checked to exist`);
    if (deel.isEncrypted()) throw new Leesfout('I41', `${this.bestand} is versleuteld. Open het in Excel en sla het op zonder wachtwoord.`);
    if (deel.compressionMethod !== 0 && deel.compressionMethod !== 8) throw new Leesfout('I41', `${this.bestand} is op een ongebruikelijke manier ingepakt. Open het in Excel en sla het opnieuw op als .xlsx.`);
    const maximum = opties.maximum ?? MAXIMUM_UITGEPAKT;
    const beschadigd = (): Leesfout => new Leesfout('I43', `${this.bestand}: ${naam} is beschadigd. Open het in Excel en sla het opnieuw op.`);
    const ruw = await this.#zip.openReadStreamPromise(deel, { decompress: deel.compressionMethod === 8 ? false : null }).catch((fout: NodeJS.ErrnoException) => {
      // Faults of the zip itself come without the code of a fault of the disk.
      throw fout.code === undefined ? beschadigd() : fout;
    });
    let ingepakt = 0;
    ruw.on('data', (stuk: Buffer) => { ingepakt += stuk.length; });
    const bytes = deel.compressionMethod === 8 ? ruw.pipe(createInflateRaw({ chunkSize: STUK })) : ruw;
    ruw.on('error', (fout) => bytes.destroy(fout));
    let uitgepakt = 0;
    let som = 0;
    const scanner = new Xmlscanner(naar);
    let decoder: TextDecoder | undefined;
    try {
      for await (const ruwStuk of bytes) {
        opties.signal?.throwIfAborted();
        const stuk = ruwStuk as Buffer;
        uitgepakt += stuk.length;
        som = crc32(stuk, som);
        if (uitgepakt > maximum || (uitgepakt > 50_000_000 && uitgepakt > deel.compressedSize * MAXIMUM_VERHOUDING)) {
          throw new Leesfout('I44', `${this.bestand}: ${naam} wordt uitgepakt onredelijk groot (${Math.round(uitgepakt / 1e6)} MB of meer). Sla de tabel op in een nieuwe werkmap, of als .csv.`);
        }
        decoder ??= new TextDecoder(stuk[0] === 0xff && stuk[1] === 0xfe ? 'utf-16le' : stuk[0] === 0xfe && stuk[1] === 0xff ? 'utf-16be' : 'utf-8', { fatal: true });
        scanner.voer(decoder.decode(stuk, { stream: true }));
        opties.voortgang?.(deel.compressedSize === 0 ? 1 : Math.min(1, ingepakt / deel.compressedSize));
        yield;
      }
      if (uitgepakt !== deel.uncompressedSize || som !== deel.crc32) throw new Xmlfout('de inhoud klopt niet met het controlegetal');
      scanner.voer(decoder?.decode() ?? '');
      scanner.einde();
      yield;
    } catch (fout) {
      if (fout instanceof Leesfout || opties.signal?.aborted) throw fout;
      if (fout instanceof Xmlfout) throw new Leesfout('I43', `${this.bestand}: ${naam} is beschadigd: ${fout.message}. Open het in Excel en sla het opnieuw op.`);
      const code = (fout as NodeJS.ErrnoException).code ?? '';
      // Not deflated data, not UTF-8, or shorter than the zip says.
      if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || (fout as Error).constructor === Error) throw beschadigd();
      throw fout;
    } finally {
      ruw.destroy();
      bytes.destroy();
    }
  }
}

interface Relatie { soort: string; doel: string }

/** Relationships of a part, by id; targets as full part names. */
async function doelen(zip: Zip, deel: string): Promise<Map<string, Relatie>> {
  const map = posix.dirname(deel);
  const bron = posix.join(map === '.' ? '' : map, '_rels', `${posix.basename(deel)}.rels`);
  const relaties = new Map<string, Relatie>();
  if (!zip.heeft(bron)) return relaties;
  await zip.lees(bron, {
    wilTekst: false,
    tekst() {},
    sluit() {},
    open(naam, a) {
      const [id, soort, doel] = [a.waarde('Id'), a.waarde('Type'), a.waarde('Target')];
      if (naam !== 'Relationship' || id === undefined || soort === undefined || doel === undefined || a.waarde('TargetMode') === 'External') return;
      relaties.set(id, { soort, doel: doel.startsWith('/') ? doel.slice(1) : posix.join(map === '.' ? '' : map, doel) });
    },
  });
  return relaties;
}

interface Werkmap { sinds1904: boolean; herrekenBijOpenen: boolean; bladen: { naam: string; id: string; verborgen: boolean }[] }

const isWaar = (waarde: string | undefined): boolean => waarde === '1' || waarde === 'true';

async function leesWerkmap(zip: Zip, deel: string): Promise<Werkmap> {
  const map: Werkmap = { sinds1904: false, herrekenBijOpenen: false, bladen: [] };
  await zip.lees(deel, {
    wilTekst: false,
    tekst() {},
    sluit() {},
    open(naam, a) {
      if (naam === 'workbookPr') map.sinds1904 = isWaar(a.waarde('date1904'));
      if (naam === 'calcPr') map.herrekenBijOpenen = isWaar(a.waarde('fullCalcOnLoad'));
      if (naam === 'sheet') map.bladen.push({ naam: a.waarde('name') ?? '', id: a.waarde('id') ?? '', verborgen: (a.waarde('state') ?? 'visible') !== 'visible' });
    },
  });
  return map;
}

/** For each cell style whether it shows a date. */
async function leesStijlen(zip: Zip, deel: string): Promise<Opmaak[]> {
  const codes = new Map<number, string>();
  const stijlen: Opmaak[] = [];
  let inCelstijlen = false;
  await zip.lees(deel, {
    wilTekst: false,
    tekst() {},
    sluit(naam) {
      if (naam === 'cellXfs') inCelstijlen = false;
    },
    open(naam, a) {
      if (naam === 'numFmt') codes.set(Number(a.waarde('numFmtId')), a.waarde('formatCode') ?? '');
      else if (naam === 'cellXfs') inCelstijlen = true;
      else if (naam === 'xf' && inCelstijlen) {
        const id = Number(a.waarde('numFmtId') ?? 0);
        stijlen.push(opmaakVan(id, codes.get(id)));
      }
    },
  });
  return stijlen;
}

/** Collects the text of `<t>` elements, without phonetic guides. */
class Tekstverzamelaar {
  tekst = '';
  #fonetisch = 0;
  /** Returns whether text is wanted now. */
  open(naam: string): boolean {
    if (naam === 'rPh') this.#fonetisch++;
    return naam === 't' && this.#fonetisch === 0;
  }
  sluit(naam: string): void {
    if (naam === 'rPh') this.#fonetisch--;
  }
  neem(): string | null {
    let tekst = this.tekst;
    this.tekst = '';
    if (tekst.length > MAXIMUM_CEL) throw new Xmlfout('een cel bevat te veel tekst');
    if (tekst.includes('_x')) tekst = tekst.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    tekst = tekst.trim();
    return tekst === '' ? null : tekst;
  }
}

async function leesTeksten(zip: Zip, deel: string): Promise<(string | null)[]> {
  const teksten: (string | null)[] = [];
  const verzamelaar = new Tekstverzamelaar();
  const naar: Xmlgebeurtenissen = {
    wilTekst: false,
    tekst(tekst) {
      verzamelaar.tekst += tekst;
    },
    open(naam) {
      if (verzamelaar.open(naam)) naar.wilTekst = true;
    },
    sluit(naam) {
      naar.wilTekst = false;
      verzamelaar.sluit(naam);
      if (naam === 'si') teksten.push(verzamelaar.neem());
    },
  };
  await zip.lees(deel, naar, { maximum: MAXIMUM_GEDEELDE_TEKSTEN });
  return teksten;
}

interface Bladcontext {
  bestand: string;
  naam: string;
  teksten: readonly (string | null)[];
  stijlen: readonly Opmaak[];
  sinds1904: boolean;
  /** Once looked for. */
  samenvoegingen?: readonly Samenvoeging[];
  /** The workbook asks to be recalculated when opened: a formula with 0 may never have been calculated. */
  nooitBerekend: boolean;
}

/** Packed bytes of a sheet whose merged cells are looked at. */
const MAXIMUM_MET_SAMENVOEGINGEN = 2_000_000;

/** A cell that runs on over rows below it; rows from 1, columns from 0. */
interface Samenvoeging { kolom: number; van: number; tot: number }

async function samenvoegingenVan(zip: Zip, deel: string, signal: AbortSignal | undefined): Promise<Samenvoeging[]> {
  const gevonden: Samenvoeging[] = [];
  await zip.lees(deel, {
    wilTekst: false,
    tekst() {},
    sluit() {},
    open(naam, a) {
      const plaatsen = naam === 'mergeCell' ? /^([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)$/.exec(a.waarde('ref') ?? '') : null;
      if (plaatsen === null) return;
      const [van, tot] = [Number(plaatsen[2]), Number(plaatsen[3])];
      if (tot > van) gevonden.push({ kolom: kolomnummer(plaatsen[1] ?? '') - 1, van, tot });
    },
  }, { signal });
  return gevonden.toSorted((a, b) => a.van - b.van);
}

function kolomnummer(letters: string): number {
  let kolom = 0;
  for (let i = 0; i < letters.length; i++) kolom = kolom * 26 + (letters.charCodeAt(i) - 64);
  return kolom;
}

async function* bladrijen(zip: Zip, deel: string, context: Bladcontext, opties: Leesopties): AsyncGenerator<Rij[]> {
  // Merged cells stand behind the rows. Exports of systems, which can be large, have none.
  context.samenvoegingen ??= zip.ingepakt(deel) > MAXIMUM_MET_SAMENVOEGINGEN ? [] : await samenvoegingenVan(zip, deel, opties.signal);
  const lezer = new Bladlezer(context);
  for await (const _ of zip.stappen(deel, lezer, opties)) {
    void _;
    if (lezer.rijen.length > 0) yield lezer.neem();
  }
}

const NEDERLANDSE_FOUT: Record<string, string> = { '#N/A': '#N/B', '#REF!': '#VERW!', '#VALUE!': '#WAARDE!', '#DIV/0!': '#DEEL/0!', '#NAME?': '#NAAM?', '#NUM!': '#GETAL!', '#NULL!': '#LEEG!' };
const GETAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const NIET_BEREKEND: Cel = { fout: 'een formule die niet is uitgerekend' };

/** Turns the events of a sheet into rows. */
class Bladlezer implements Xmlgebeurtenissen {
  wilTekst = false;
  rijen: Rij[] = [];
  readonly #c: Bladcontext;
  readonly #tekst = new Tekstverzamelaar();
  /** Dates of day numbers: a sheet has far fewer days than cells. */
  readonly #dagen = new Map<number, Cel>();
  /** Merged cells that run on at the current row, with their text. */
  #lopend: { kolom: number; tot: number; tekst: string }[] = [];
  #volgende = 0;
  #inGegevens = false;
  #verborgen = false;
  #rij = 0;
  #kolom = 0;
  #cellen: Cel[] = [];
  #inCel = false;
  #soort = 'n';
  #stijl = 0;
  #heeftWaarde = false;
  #heeftFormule = false;
  #waarde = '';
  #inWaarde = false;

  constructor(context: Bladcontext) {
    this.#c = context;
  }

  neem(): Rij[] {
    const klaar = this.rijen;
    this.rijen = [];
    return klaar;
  }

  open(naam: string, a: Attributen): void {
    if (!this.#inGegevens) {
      if (naam === 'sheetData') this.#inGegevens = true;
      return;
    }
    switch (naam) {
      case 'c': {
        this.#inCel = true;
        this.#soort = a.waarde('t') ?? 'n';
        this.#stijl = Number(a.waarde('s') ?? 0);
        this.#heeftWaarde = this.#heeftFormule = false;
        this.#waarde = '';
        const plaats = a.waarde('r');
        const kolom = plaats === undefined ? this.#kolom + 1 : this.#kolomVan(plaats);
        if (kolom <= this.#kolom) throw new Xmlfout(`cel ${plaats ?? ''} staat niet op volgorde`);
        if (kolom > MAXIMUM_KOLOMMEN) throw new Leesfout('I44', `${this.#c.bestand}: blad “${this.#c.naam}” heeft gegevens voorbij kolom ${MAXIMUM_KOLOMMEN}. Verwijder wat er niet bij hoort.`);
        this.#kolom = kolom;
        break;
      }
      case 'v':
        if (this.#inCel) {
          this.#heeftWaarde = this.#inWaarde = this.wilTekst = true;
        }
        break;
      case 'f':
        this.#heeftFormule = true;
        break;
      case 'row': {
        const nummer = a.waarde('r');
        const rij = nummer === undefined ? this.#rij + 1 : Number(nummer);
        if (!Number.isInteger(rij) || rij <= this.#rij) throw new Xmlfout(`rij ${nummer ?? ''} staat niet op volgorde`);
        if (rij > MAXIMUM_RIJEN) throw new Xmlfout(`rij ${nummer ?? ''} bestaat niet`);
        this.#rij = rij;
        this.#verborgen = isWaar(a.waarde('hidden'));
        this.#kolom = 0;
        this.#cellen = [];
        break;
      }
      default:
        if (this.#inCel && this.#tekst.open(naam)) {
          this.wilTekst = true;
          this.#heeftWaarde = true;
        }
    }
  }

  tekst(tekst: string): void {
    if (this.#inWaarde) this.#waarde += tekst;
    else this.#tekst.tekst += tekst;
  }

  sluit(naam: string): void {
    if (!this.#inGegevens) return;
    this.wilTekst = false;
    switch (naam) {
      case 'v':
        this.#inWaarde = false;
        break;
      case 'c': {
        this.#inCel = false;
        const cel = this.#cel();
        const cellen = this.#cellen;
        while (cellen.length < this.#kolom - 1) cellen.push(null);
        cellen.push(cel);
        break;
      }
      case 'row':
        this.#geef();
        break;
      case 'sheetData':
        this.#inGegevens = false;
        break;
      default:
        this.#tekst.sluit(naam);
    }
  }

  #geef(): void {
    const rij: { -readonly [K in keyof Rij]: Rij[K] } = { nummer: this.#rij, cellen: this.#cellen };
    if (this.#verborgen) rij.verborgen = true;
    this.#lopend = this.#lopend.filter((l) => l.tot >= this.#rij);
    if (this.#lopend.length > 0) rij.doorlopend = new Map(this.#lopend.map((l) => [l.kolom, l.tekst]));
    const samenvoegingen = this.#c.samenvoegingen ?? [];
    for (let s = samenvoegingen[this.#volgende]; s !== undefined && s.van <= this.#rij; s = samenvoegingen[++this.#volgende]) {
      const cel = s.van === this.#rij ? this.#cellen[s.kolom] : null;
      if (typeof cel === 'string') this.#lopend.push({ kolom: s.kolom, tot: s.tot, tekst: cel });
    }
    this.rijen.push(rij);
  }

  #cel(): Cel {
    switch (this.#soort) {
      case 'n':
        return this.#getal();
      case 's': {
        if (!this.#heeftWaarde) return null;
        const nummer = Number(this.#waarde);
        const tekst = this.#waarde === '' ? undefined : this.#c.teksten[nummer];
        if (tekst === undefined) throw new Xmlfout(`een cel in rij ${this.#rij} verwijst naar een tekst die er niet is`);
        return tekst;
      }
      case 'inlineStr':
        return this.#tekst.neem();
      case 'str': {
        if (this.#heeftFormule && !this.#heeftWaarde) return NIET_BEREKEND;
        this.#tekst.tekst = this.#waarde;
        return this.#tekst.neem();
      }
      case 'b':
        return this.#heeftWaarde ? this.#waarde === '1' || this.#waarde === 'true' : null;
      case 'e':
        return { fout: `de foutwaarde ${NEDERLANDSE_FOUT[this.#waarde] ?? this.#waarde}` };
      case 'd': {
        const datum = leesDatum(this.#waarde, 'dag-maand');
        return datum === undefined ? { fout: `een datum met een tijdstip (${this.#waarde})` } : { datum };
      }
      default:
        throw new Xmlfout(`een cel in rij ${this.#rij} is van een onbekende soort`);
    }
  }

  #getal(): Cel {
    if (this.#waarde === '') return this.#heeftFormule ? NIET_BEREKEND : null;
    if (!GETAL.test(this.#waarde)) throw new Xmlfout(`een cel in rij ${this.#rij} is geen getal`);
    const getal = Number(this.#waarde);
    if (!Number.isFinite(getal)) throw new Xmlfout(`een cel in rij ${this.#rij} is geen getal`);
    if (this.#heeftFormule && getal === 0 && this.#c.nooitBerekend) return NIET_BEREKEND;
    const opmaak = this.#c.stijlen[this.#stijl];
    if (opmaak === 'datum') {
      let cel = this.#dagen.get(getal);
      if (cel === undefined) {
        const datum = datumVanExcel(getal, this.#c.sinds1904);
        cel = datum !== undefined ? { datum } : { fout: Number.isInteger(getal) ? 'een datum die niet bestaat of voor maart 1900 ligt' : 'een datum met een tijdstip' };
        if (this.#dagen.size < 100_000) this.#dagen.set(getal, cel);
      }
      return cel;
    }
    return opmaak === 'tijd' ? { fout: 'een tijdstip' } : getal;
  }

  #kolomVan(plaats: string): number {
    let kolom = 0;
    let i = 0;
    for (; i < plaats.length; i++) {
      const c = plaats.charCodeAt(i);
      if (c < 65 || c > 90) break;
      kolom = kolom * 26 + (c - 64);
    }
    let rij = 0;
    for (let j = i; j < plaats.length; j++) {
      const c = plaats.charCodeAt(j);
      if (c < 48 || c > 57) rij = Number.NaN;
      rij = rij * 10 + (c - 48);
    }
    if (i === 0 || i > 3 || rij !== this.#rij) throw new Xmlfout(`cel ${plaats.slice(0, 20)} staat niet in rij ${this.#rij}`);
    return kolom;
  }
}
