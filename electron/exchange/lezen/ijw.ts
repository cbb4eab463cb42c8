/** iJw messages in XML as a table of raw cells, streamed: one row per toewijzing or prestatie. */
import { afkeuringsrij, BERICHT_WEGGELATEN, BERICHTKOPPEN, BERICHTSOORTEN, type Berichtsoort, declaratierij, heleAfkeuring, toewijzingsrij, totaalrij } from '../../../models/invoer/bericht.ts';
import type { Cel, Rij } from '../../../models/invoer/types.ts';
import type { Blad, Bron, Leesopties } from './bron.ts';
import { MAXIMUM_CEL, MAXIMUM_RIJEN } from './grenzen.ts';
import { Leesfout } from './leesfout.ts';
import { leesTekst, type Tekstverkenning, verkenTekst } from './tekenset.ts';
import { type Xmlgebeurtenissen, Xmlfout, Xmlscanner } from './xml.ts';

const NAAMRUIMTE = /istandaarden\.nl\/(ijw|iwmo|iwlz)\/(\d+)_(\d+)\/([a-z]+\d{3})\/schema/i;

/** @throws Leesfout when it is not a message that is read */
export async function openBericht(pad: string, bestand: string): Promise<Bron> {
  const verkend = await verkenTekst(pad, bestand);
  const soort = await soortVan(pad, bestand, verkend);
  const blad: Blad = {
    naam: null, verborgen: false, weggelaten: BERICHT_WEGGELATEN[soort],
    rijen: (opties) => rijenVan(pad, bestand, verkend, soort, opties ?? {}),
  };
  return { bestand, vorm: 'bericht', bericht: soort, bladen: [blad], vasteBreedte: false, controlegetal: verkend.controlegetal, sluit: async () => {} };
}

async function soortVan(pad: string, bestand: string, verkend: Tekstverkenning): Promise<Berichtsoort> {
  let naamruimten: string[] | undefined;
  const naar: Xmlgebeurtenissen = {
    wilTekst: false,
    tekst() {},
    sluit() {},
    open(_, a) {
      naamruimten ??= a.alle().filter(([n]) => n === 'xmlns' || n.startsWith('xmlns:')).map(([, w]) => w);
    },
  };
  const scanner = new Xmlscanner(naar);
  await voer(pad, bestand, verkend, scanner, {}, () => naamruimten !== undefined);
  for (const ruimte of naamruimten ?? []) {
    const [, standaard = '', groot = '', , bericht = ''] = NAAMRUIMTE.exec(ruimte) ?? [];
    if (bericht === '') continue;
    const soort = BERICHTSOORTEN.find((s) => s === bericht.toLowerCase());
    if (standaard.toLowerCase() !== 'ijw' || soort === undefined) throw new Leesfout('I41', `${bestand} is een bericht ${bericht.toUpperCase()}. Gelezen worden JW301 (toewijzingen), JW323 (declaraties) en JW325 (antwoord op declaraties) van iJw 3.`);
    if (groot !== '3') throw new Leesfout('I41', `${bestand} is een bericht van iJw ${groot}; gelezen wordt iJw 3. Vraag een nieuwe aanlevering of een export als .csv.`);
    return soort;
  }
  throw new Leesfout('I41', `${bestand} is een xml-bestand maar geen iJw-bericht. Gelezen worden JW301, JW323 en JW325; sla andere tabellen op als .xlsx of .csv.`);
}

async function voer(pad: string, bestand: string, verkend: Tekstverkenning, scanner: Xmlscanner, opties: Leesopties, klaar: () => boolean = () => false): Promise<void> {
  for await (const _ of stukken(pad, bestand, verkend, scanner, opties)) {
    void _;
    if (klaar()) return;
  }
}

async function* stukken(pad: string, bestand: string, verkend: Tekstverkenning, scanner: Xmlscanner, opties: Leesopties): AsyncGenerator<void> {
  try {
    for await (const stuk of leesTekst(pad, verkend, { gelezen: (bytes) => opties.voortgang?.(bytes / verkend.bytes) })) {
      opties.signal?.throwIfAborted();
      scanner.voer(stuk);
      yield;
    }
    scanner.einde();
    yield;
  } catch (fout) {
    if (fout instanceof Xmlfout) throw new Leesfout('I43', `${bestand} is geen geldige xml: ${fout.message}. Vraag het bericht opnieuw op.`);
    throw fout;
  }
}

async function* rijenVan(pad: string, bestand: string, verkend: Tekstverkenning, soort: Berichtsoort, opties: Leesopties): AsyncGenerator<Rij[]> {
  const lezer = new Berichtlezer(soort);
  const scanner = new Xmlscanner(lezer);
  for await (const _ of stukken(pad, bestand, verkend, scanner, opties)) {
    void _;
    if (lezer.rijen.length > 0) yield lezer.neem();
  }
}

/** Elements that hold one row, one person, and the whole. */
const REGEL: Record<Berichtsoort, string> = { jw301: 'ToegewezenProduct', jw323: 'Prestatie', jw325: 'Prestatie' };

class Berichtlezer implements Xmlgebeurtenissen {
  wilTekst = false;
  rijen: Rij[] = [];
  readonly #soort: Berichtsoort;
  readonly #pad: string[] = [];
  /** Of the message, of the person, and of the row; looked up from the last to the first. */
  readonly #bericht = new Map<string, string>();
  readonly #client = new Map<string, string>();
  #regel: Map<string, string> | null = null;
  #retourcodes: string[] = [];
  #antwoordcodes: string[] = [];
  #regels = 0;
  #nummer = 1;
  #tekst = '';

  constructor(soort: Berichtsoort) {
    this.#soort = soort;
    this.rijen.push({ nummer: 1, cellen: [...BERICHTKOPPEN[soort]] });
  }

  neem(): Rij[] {
    const klaar = this.rijen;
    this.rijen = [];
    return klaar;
  }

  open(naam: string): void {
    this.#pad.push(naam);
    this.#tekst = '';
    this.wilTekst = true;
    if (naam === 'Client') this.#client.clear();
    if (naam === REGEL[this.#soort]) {
      this.#regel = new Map();
      this.#retourcodes = [];
    }
  }

  tekst(tekst: string): void {
    this.#tekst += tekst;
    if (this.#tekst.length > MAXIMUM_CEL) throw new Xmlfout('een onderdeel bevat te veel tekst');
  }

  sluit(naam: string): void {
    this.#pad.pop();
    const ouder = this.#pad.at(-1) ?? '';
    const tekst = this.#tekst.trim();
    this.#tekst = '';
    this.wilTekst = false;
    if (naam === REGEL[this.#soort] && this.#regel !== null) {
      this.#klaar(this.#regel);
      this.#regel = null;
      return;
    }
    if (naam === 'RetourCode') (this.#regel !== null ? this.#retourcodes : this.#antwoordcodes).push(tekst);
    else if (tekst !== '') {
      const waar = this.#regel ?? (this.#pad.includes('Client') ? this.#client : this.#bericht);
      // Of the persons around a client only the client's own number is used.
      if (waar === this.#client && naam !== 'Bsn') return;
      waar.set(`${ouder}/${naam}`, tekst);
      if (!waar.has(naam)) waar.set(naam, tekst);
    }
    if (naam === 'Bericht') this.#einde();
  }

  #elementen(regel: Map<string, string>): Map<string, string> {
    return new Map([...this.#bericht, ...this.#client, ...regel]);
  }

  #klaar(regel: Map<string, string>): void {
    this.#regels++;
    const e = this.#elementen(regel);
    const cellen = this.#soort === 'jw301' ? toewijzingsrij(e) : this.#soort === 'jw323' ? declaratierij(e) : afkeuringsrij(e, this.#retourcodes);
    if (cellen !== null) this.#geef(cellen);
  }

  #einde(): void {
    if (this.#soort === 'jw325' && this.#regels === 0) {
      const afgekeurd = heleAfkeuring(this.#bericht, this.#antwoordcodes);
      if (afgekeurd !== null) return this.#geef(afgekeurd);
    }
    const totaal = totaalrij(this.#soort, this.#bericht);
    if (totaal !== null) this.#geef(totaal);
  }

  #geef(cellen: Cel[]): void {
    if (++this.#nummer > MAXIMUM_RIJEN) throw new Xmlfout('het bevat te veel regels');
    this.rijen.push({ nummer: this.#nummer, cellen });
  }
}
