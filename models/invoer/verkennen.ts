/** Pass 1: what all values of a table say about its columns, in bounded memory. Nothing is converted. */
import type { Berichtregister } from './berichtregister.ts';
import { datumklasse, legeDatumtelling, type Datumklasse, type Datumtelling } from './datum.ts';
import { getalklasse, legeGetaltelling, telGetal, type Getalklasse, type Getaltelling } from './getal.ts';
import type { Tabelkop } from './herkennen.ts';
import { bronrijVan } from './herstel.ts';
import { identiteitVan } from './identiteit.ts';
import { Rijindeling } from './rijindeling.ts';
import { celtekst, losgemaakt } from './tekst.ts';
import type { Cel, Herstelplan, Kolomplan, Naamsoort, Rij, Soort } from './types.ts';
import { NAAMSOORTEN } from './types.ts';
import { ONBEPAALD_BEDRAG, veldVan } from './velden.ts';

/** Different texts of a column that are remembered; a column of names has far fewer. */
const MAXIMUM_VERSCHILLENDE = 20_000;
/** Different words of a column with a fixed list. */
const MAXIMUM_WOORDEN = 1_000;
/** Values of a column without a field that are looked at. */
const STEEKPROEF = 20_000;
const MAXIMUM_VOORBEELDEN = 20;

/** A value that shows why a column is what it is. */
export interface Bewijs { rij: number; tekst: string }

/** What there is to know about a column, by what it may become. */
export type Belang = 'getal' | 'datum' | 'tekst' | 'keuze' | 'persoon' | 'onbekend';

/** What the values of one column are. */
export class Kolomprofiel {
  gevuld = 0;
  /** Cells that hold text, real numbers, whole numbers ≥ 0 among them, dates, and errors. */
  teksten = 0;
  getallen = 0;
  heleGetallen = 0;
  datums = 0;
  fouten = 0;
  /** Real numbers that could be day numbers of Excel. */
  alsDagnummer = 0;
  /** Values that look like an identity, of so many that were looked at. */
  identiteiten = 0;
  bekeken = 0;
  readonly getal: Getaltelling = legeGetaltelling();
  readonly datum: Datumtelling = legeDatumtelling();
  readonly getalbewijs: Partial<Record<Getalklasse, Bewijs>> = {};
  readonly datumbewijs: Partial<Record<Datumklasse, Bewijs>> = {};
  /** Different words of a column with a fixed list, as far as they are remembered. */
  readonly waarden = new Set<string>();
  readonly #belang: Belang;
  /** Dates come back: each is looked at once. */
  readonly #datums = new Map<string, Datumklasse>();

  constructor(belang: Belang) {
    this.#belang = belang;
  }

  voeg(cel: Cel, rij: number): void {
    if (cel === null) return;
    this.gevuld++;
    if (typeof cel === 'string') {
      this.teksten++;
      switch (this.#belang) {
        case 'getal':
          this.#telGetal(cel, rij);
          break;
        case 'datum':
          this.#telDatum(cel, rij);
          break;
        case 'tekst':
          this.#telIdentiteit(cel);
          break;
        case 'keuze':
          if (!this.waarden.has(cel) && this.waarden.size < MAXIMUM_WOORDEN) this.waarden.add(losgemaakt(cel));
          break;
        case 'onbekend':
          // Nothing of it comes in; a part is enough to say why, and to see whether it holds counts.
          if (this.teksten > STEEKPROEF) break;
          this.#telIdentiteit(cel);
          this.#telGetal(cel, rij);
          break;
      }
    } else if (typeof cel === 'number') {
      this.getallen++;
      if (!Number.isInteger(cel) || cel < 0) return;
      this.heleGetallen++;
      if (cel >= 20_000 && cel <= 80_000) this.alsDagnummer++;
      if (this.#belang === 'tekst' || (this.#belang === 'onbekend' && this.getallen <= STEEKPROEF)) this.#telIdentiteit(String(cel));
    } else if (typeof cel === 'object') {
      if ('datum' in cel) this.datums++;
      else this.fouten++;
    }
  }

  /** A figure of a total row: it belongs to the column and tells its notation, but only where it leaves no doubt. */
  voegTotaalToe(cel: Cel, rij: number): void {
    if (typeof cel !== 'string') return;
    const klasse = getalklasse(cel);
    if (klasse === 'nl' || klasse === 'en') this.#telGetal(cel, rij);
  }

  #telGetal(tekst: string, rij: number): void {
    houVast(this.getalbewijs, telGetal(this.getal, tekst), rij, tekst);
  }

  #telDatum(tekst: string, rij: number): void {
    let klasse = this.#datums.get(tekst);
    if (klasse === undefined) {
      klasse = datumklasse(tekst);
      if (this.#datums.size < MAXIMUM_VERSCHILLENDE) this.#datums.set(losgemaakt(tekst), klasse);
      houVast(this.datumbewijs, klasse, rij, tekst);
    }
    this.datum[klasse]++;
  }

  #telIdentiteit(tekst: string): void {
    this.bekeken++;
    if (identiteitVan(tekst) !== null) this.identiteiten++;
  }
}

function houVast<K extends string>(bewijs: Partial<Record<K, Bewijs>>, klasse: K, rij: number, tekst: string): void {
  const had = bewijs[klasse];
  if (had === undefined) bewijs[klasse] = { rij, tekst: losgemaakt(tekst) };
}

/** A name as it stands, with the name beside it where the file has both, and where it first occurs. */
export interface Naamvondst { tekst: string; naam: string; rij: number; aantal: number }

export interface Bladprofiel {
  kolommen: Kolomprofiel[];
  /** Rows below the heading that are not empty and not totals. */
  rijen: number;
  /** Every different name per naamsoort, up to a limit. */
  namen: Partial<Record<Naamsoort, Naamvondst[]>>;
  /** First rows as they stand, for show; what points at persons is taken out when they are shown. */
  voorbeelden: Rij[];
  /** The widest row; columns past the heading's have no name. */
  breedte: number;
}

/** Reads from a table of messages what they say about each other: which is the latest, which lines were refused. */
class Berichtkijker {
  readonly #register: Berichtregister;
  readonly #tabel: number;
  readonly #plekken: Record<string, number>;

  private constructor(register: Berichtregister, tabel: number, plekken: Record<string, number>) {
    this.#register = register;
    this.#tabel = tabel;
    this.#plekken = plekken;
  }

  static voor(kop: Tabelkop, register: Berichtregister, tabel: number): Berichtkijker | null {
    const plekken = Object.fromEntries(kop.kolommen.filter((k) => k.veld !== null).map((k) => [k.veld, k.nummer - 1]));
    return plekken.berichtmoment === undefined && plekken.regel === undefined ? null : new Berichtkijker(register, tabel, plekken);
  }

  kijk(rij: Rij): void {
    const lees = (veld: string): string => celtekst(rij.cellen[this.#plekken[veld] ?? -1]);
    const gemeente = lees('gemeente');
    if (this.#plekken.berichtmoment !== undefined) this.#register.meldToewijzing(gemeente, lees('toewijzingnummer'), lees('berichtmoment'), this.#tabel, rij.nummer);
    else if (this.#plekken.retourcode !== undefined) this.#register.meldAfkeuring(gemeente, lees('aanbieder'), lees('declaratienummer'), lees('regel'), lees('retourcode'));
    else this.#register.meldDeclaratie(gemeente, lees('aanbieder'), lees('declaratienummer'), lees('regel'));
  }
}

/** Looks at every row below the heading. */
export class Verkenner {
  readonly #indeling: Rijindeling;
  readonly #bericht: Berichtkijker | null;
  readonly #herstel: Herstelplan | undefined;
  readonly #kolommen: Kolomprofiel[];
  readonly #namen: { soort: Naamsoort; code: number; naam: number; gezien: Map<string, Naamvondst> }[] = [];
  readonly #voorbeelden: Rij[] = [];
  #rijen = 0;
  #breedte = 0;

  /** @param berichten what messages say about each other goes there, with `tabel` to tell where it was said */
  constructor(kop: Tabelkop, berichten: Berichtregister, tabel: number) {
    this.#indeling = new Rijindeling(kop.soorten[0], kop.koprij, kop.kolommen, kop.herstel);
    this.#herstel = kop.herstel;
    this.#bericht = Berichtkijker.voor(kop, berichten, tabel);
    this.#kolommen = kop.kolommen.map((k) => new Kolomprofiel(belangVan(k, kop.soorten)));
    const plek = (veld: string): number => (kop.kolommen.find((k) => k.veld === veld)?.nummer ?? 0) - 1;
    for (const soort of NAAMSOORTEN) {
      const [code, naam] = [plek(soort), plek(`${soort}naam`)];
      if (code >= 0 || naam >= 0) this.#namen.push({ soort, code, naam, gezien: new Map() });
    }
  }

  voeg(rij: Rij): void {
    const cellen = this.#indeling.cellen(rij);
    const soort = this.#indeling.van(rij, cellen);
    if (soort === 'kop' || soort === 'leeg' || soort === 'onleesbaar') return;
    const kolommen = this.#kolommen;
    const breedte = Math.min(cellen.length, kolommen.length);
    if (soort !== 'gegevens') {
      for (let i = 0; i < breedte; i++) kolommen[i]?.voegTotaalToe(cellen[i] ?? null, rij.nummer);
      return;
    }
    this.#rijen++;
    this.#bericht?.kijk(this.#herstel === undefined ? rij : { ...rij, nummer: bronrijVan(cellen[this.#herstel.bronrij - 1]) ?? rij.nummer });
    if (cellen.length > this.#breedte) this.#breedte = cellen.findLastIndex((c) => c !== null) + 1;
    for (let i = 0; i < breedte; i++) kolommen[i]?.voeg(cellen[i] ?? null, rij.nummer);
    for (const { code, naam, gezien } of this.#namen) {
      const tekst = naamtekst(cellen[code]);
      const bij = naamtekst(cellen[naam]);
      if (tekst === '' && bij === '') continue;
      const sleutel = naam < 0 ? tekst : `${tekst}\u0000${bij}`;
      const bekend = gezien.get(sleutel);
      if (bekend !== undefined) bekend.aantal++;
      else if (gezien.size < MAXIMUM_VERSCHILLENDE) gezien.set(losgemaakt(sleutel), { tekst: losgemaakt(tekst), naam: losgemaakt(bij), rij: rij.nummer, aantal: 1 });
    }
    if (this.#voorbeelden.length < MAXIMUM_VOORBEELDEN) this.#voorbeelden.push(rij);
  }

  klaar(): Bladprofiel {
    const namen: Bladprofiel['namen'] = {};
    for (const { soort, gezien } of this.#namen) namen[soort] = [...gezien.values()];
    return { kolommen: this.#kolommen, rijen: this.#rijen, namen, voorbeelden: this.#voorbeelden, breedte: this.#breedte };
  }
}

/** An error value is no name; its row is refused. */
function naamtekst(cel: Cel | undefined): string {
  return typeof cel === 'object' && cel !== null && 'fout' in cel ? '' : celtekst(cel);
}

/** Whether most values of a column look like an identity. */
export function lijktIdentiteit(profiel: Kolomprofiel): boolean {
  return profiel.identiteiten > 0 && profiel.identiteiten * 2 > profiel.bekeken;
}

function belangVan(k: Kolomplan, soorten: readonly Soort[]): Belang {
  if (k.gemeente !== undefined || k.totaal === true || k.veld === ONBEPAALD_BEDRAG) return 'getal';
  const soort = soorten[0];
  switch (k.veld === null || soort === undefined ? undefined : veldVan(soort, k.veld)?.type) {
    case undefined:
      return 'onbekend';
    case 'getal':
    case 'aantal':
    case 'aandeel':
    case 'jaar':
      return 'getal';
    case 'datum':
    case 'einddatum':
    case 'maand':
      return 'datum';
    case 'keuze':
    case 'ja/nee':
      return 'keuze';
    case 'jeugdige':
      return 'persoon';
    default:
      return 'tekst';
  }
}
