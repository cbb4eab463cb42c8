/**
 * The workbook as data: sheets, rows, cells, names, before any file format. Rows are added from top to bottom; a formula can only use rows that exist, so
 * its value is known the moment it is added, and circles cannot be written.
 */
import { Bereik, Celverwijzing, Formule, LEEG, Periodeverwijzing, REEKSKOLOM, WAARDEKOLOM, type Rijbron, type Waarde } from './formule.ts';
import type { VolledigScenario } from '../../models/project/types.ts';
import type { Grafiek } from './grafiek.ts';
import type { Formaat, Nadruknaam, Stijl } from './opmaak.ts';

/** What a changed input cell means for the scenario, for a workbook that comes back. */
export interface Invoerdoel {
  /** In words, for the list of differences. */
  plaats: string;
  /** Changes the scenario; absent where the cell belongs to the project, which a scenario cannot change. An empty cell is ''. */
  pas?: (scenario: VolledigScenario, waarde: number | string) => void;
  /** Only chooses what is shown. */
  weergave?: boolean;
  /** Of a number whose format does not tell. */
  eenheid?: 'maanden' | 'jaar';
}
/** What may be typed into an input cell; `uitleg` is what Excel shows beside it. */
export type Invoerregel = { uitleg: string } & ({ soort: 'getal'; van: number; tot: number } | { soort: 'lijst'; keuze: readonly string[] } | { soort: 'keuzeUit'; bereik: Bereik } | { soort: 'tekst' });
export type Invoer = Invoerregel & { doel: Invoerdoel };

export interface Cel {
  waarde: Waarde;
  formule?: Formule;
  stijl: Stijl;
  invoer?: Invoer;
  naam?: string;
}

/** A cell as a template writes it: a bare value or formula, or one with its own look, input rule or name. */
export type Inhoud = Waarde | Formule | Celinhoud;
export interface Celinhoud {
  waarde?: Waarde;
  formule?: Formule;
  formaat?: Formaat;
  nadruk?: Nadruknaam;
  invoer?: Invoer;
  naam?: string;
}
/** The periods of a row: one formula for all of them, or values. */
export interface Reeks {
  formule?: Formule;
  /** One per period; undefined = empty cell. */
  waarden?: readonly (Waarde | undefined)[];
  formaat: Formaat;
  nadruk?: Nadruknaam;
  /** Undefined for a period = that cell is not an input. */
  invoer?: (periode: number) => Invoer | undefined;
}

/** Rule of a heading: its text and the number format of the cells below it. */
export type Kop = string | readonly [tekst: string, formaat: Formaat];
const koptekst = (kop: Kop): string => (typeof kop === 'string' ? kop : kop[0]);
const kopformaat = (kop: Kop): Formaat => (typeof kop === 'string' ? 'tekst' : kop[1]);

interface Periodecellen { waarden: Waarde[]; formule: Formule | undefined; stijl: Stijl; invoer: ((periode: number) => Invoer | undefined) | undefined }

export class Rij<K extends string = never> implements Rijbron {
  /** By column, from 1. Made at its usual length: a large workbook has a million rows. */
  // oxlint-disable-next-line unicorn/no-new-array
  readonly cellen: (Cel | undefined)[] = new Array<Cel | undefined>(WAARDEKOLOM + 1);
  reeks: Periodecellen | undefined;
  /** In points; undefined = as high as the text needs. */
  hoogte: number | undefined;
  /** Its text runs over the whole width of the sheet. */
  overDeBreedte = false;
  readonly blad: Blad;
  readonly nummer: number;
  private readonly kolommen: ReadonlyMap<string, number>;
  constructor(blad: Blad, nummer: number, kolommen: ReadonlyMap<string, number>) {
    this.blad = blad;
    this.nummer = nummer;
    this.kolommen = kolommen;
  }

  waardeIn(kolom: number): Waarde {
    if (this.reeks && kolom >= REEKSKOLOM) return this.reeks.waarden[kolom - REEKSKOLOM] ?? LEEG;
    return this.cellen[kolom]?.waarde ?? LEEG;
  }
  naamIn(kolom: number): string | undefined {
    return this.cellen[kolom]?.naam;
  }
  kolomVan(naam: K): number {
    const kolom = this.kolommen.get(naam);
    if (kolom === undefined) throw new RangeError(`Blad ${this.blad.naam} heeft hier geen kolom ${naam}.`);
    return kolom;
  }
  /** One of the cells before the periods, by the name of its column. */
  cel(naam: K): Celverwijzing {
    return new Celverwijzing(this, this.kolomVan(naam));
  }
  /** The cell of this row in the year (or month) of the formula. */
  get jaar(): Periodeverwijzing {
    return new Periodeverwijzing(this, 0);
  }
  /** The same, one period earlier; for the first period the scalar of the row. */
  get vorigJaar(): Periodeverwijzing {
    return new Periodeverwijzing(this, 1);
  }
  /** The cell of one fixed period, counted from 0. */
  inPeriode(periode: number): Celverwijzing {
    return new Celverwijzing(this, REEKSKOLOM + periode);
  }
  /** All periods of this row side by side. */
  get alleJaren(): Bereik {
    return new Bereik(this, this, REEKSKOLOM, REEKSKOLOM + this.blad.perioden - 1);
  }
}

/** Adjoining rows; a list that has gaps would silently take in rows of something else. */
function aansluitend<R extends Rij<string>>(rijen: readonly R[]): [R, R] {
  const van = rijen[0];
  const tot = rijen.at(-1);
  if (!van || !tot || tot.nummer - van.nummer + 1 !== rijen.length) throw new RangeError('Een bereik vraagt rijen die op elkaar aansluiten.');
  return [van, tot];
}
/** The cells of adjoining rows in the period of the formula. */
export const perJaar = (rijen: readonly Rij<string>[]): Bereik => new Bereik(...aansluitend(rijen), 0, 0);
/** The cells of adjoining rows in a named column. */
export function kolom<K extends string>(rijen: readonly Rij<K>[], naam: K): Bereik {
  const [van, tot] = aansluitend(rijen);
  return new Bereik(van, tot, van.kolomVan(naam), van.kolomVan(naam));
}
/** The cells of adjoining rows in a run of named columns. */
export function kolommen<K extends string>(rijen: readonly Rij<K>[], vanNaam: K, totNaam: K): Bereik {
  const [van, tot] = aansluitend(rijen);
  return new Bereik(van, tot, van.kolomVan(vanNaam), van.kolomVan(totNaam));
}
/** The scalar and all periods of adjoining rows, for look-ups in a table. */
export function tabel(rijen: readonly Rij<string>[]): Bereik {
  const [van, tot] = aansluitend(rijen);
  return new Bereik(van, tot, WAARDEKOLOM, REEKSKOLOM + van.blad.perioden - 1);
}

/** A part of a sheet with its own heading and its own columns. */
export class Sectie<K extends string> {
  readonly rijen: Rij<K>[] = [];
  private readonly kolommen = new Map<string, number>();
  readonly blad: Blad;
  private readonly koppen: Readonly<Record<K, Kop>>;
  constructor(blad: Blad, koppen: Readonly<Record<K, Kop>>) {
    this.blad = blad;
    this.koppen = koppen;
    let volgende = 1;
    for (const naam of Object.keys(koppen)) this.kolommen.set(naam, naam === 'waarde' && blad.perioden > 0 ? WAARDEKOLOM : volgende++);
    if (blad.perioden > 0 && volgende > WAARDEKOLOM) throw new RangeError(`Blad ${blad.naam}: vóór de perioden passen ${WAARDEKOLOM - 1} kolommen en de waarde.`);
  }
  get koppenPerKolom(): Map<number, Kop> {
    return new Map(Object.entries<Kop>(this.koppen).map(([naam, kop]) => [this.kolommen.get(naam) as number, kop]));
  }
  /**
   * Adds a row.
   * @param cellen by column name; a function gets the row itself, for a formula that uses cells of its own row that stand before it
   */
  rij(cellen: { [N in K]?: Inhoud | ((zelf: Rij<K>) => Formule) }, reeks?: Reeks | ((zelf: Rij<K>) => Reeks), nadruk: Nadruknaam = 'gewoon'): Rij<K> {
    const rij = this.blad.nieuweRij<K>(this.kolommen);
    for (const naam of Object.keys(cellen) as K[]) {
      const inhoud = cellen[naam];
      if (inhoud === undefined) continue;
      rij.cellen[rij.kolomVan(naam)] = this.blad.cel(typeof inhoud === 'function' ? inhoud(rij) : inhoud, kopformaat(this.koppen[naam]), nadruk);
    }
    if (reeks) this.blad.zetReeks(rij, typeof reeks === 'function' ? reeks(rij) : reeks, nadruk);
    this.rijen.push(rij);
    return rij;
  }
  /** Fills a cell of a row that exists, for a formula over the periods of that row. */
  vul(rij: Rij<K>, naam: K, inhoud: Inhoud, nadruk: Nadruknaam = 'gewoon'): void {
    rij.cellen[rij.kolomVan(naam)] = this.blad.cel(inhoud, kopformaat(this.koppen[naam]), nadruk);
  }
}

export interface Bladopzet {
  naam: string;
  titel: string;
  uitleg: string;
  /** Width of the columns before the periods, in characters; columns that a sheet does not use are narrow. */
  breedtes: readonly number[];
  /** Heading of the main table, repeated on every printed page. */
  koppen?: Readonly<Record<string, Kop>>;
  /** Columns that stay in sight when scrolling. */
  vasteKolommen?: number;
}

/** How many lines a text takes in a column of so many characters. */
export const regelsVan = (tekst: string, breedte: number): number => tekst.split('\n').reduce((n, regel) => n + Math.max(1, Math.ceil(regel.length / (breedte * 1.05))), 0);

/** Rows that every sheet begins with: title, explanation, marking, headings. */
export const KOPRIJ = 4;
/** Heights of rows, in points. */
const HOOGTE = { regel: 13.5, titel: 27, sectie: 21 };

export class Blad {
  readonly rijen: (Rij<string> | undefined)[] = [];
  /** Charts with the rows that they cover. */
  readonly grafieken: { grafiek: Grafiek; vanRij: number; totRij: number }[] = [];
  /** Table that can be filtered. */
  filter: Sectie<string> | undefined;
  /** Rows that are for looking things up, not for paper. */
  nietAfgedrukt: { van: number; tot: number } | undefined;
  private volgende = 1;
  private readonly gelijke = new Map<string, Cel>();
  readonly naam: string;
  /** Heading of the periods. */
  readonly kop: Rij<string>;
  readonly werkmap: Werkmap;
  readonly opzet: Bladopzet;
  readonly as: 'jaren' | 'maanden' | 'geen';
  readonly perioden: number;
  constructor(werkmap: Werkmap, opzet: Bladopzet, as: 'jaren' | 'maanden' | 'geen', perioden: number, periodekop: Reeks | undefined) {
    this.werkmap = werkmap;
    this.opzet = opzet;
    this.as = as;
    this.perioden = perioden;
    this.naam = opzet.naam;
    this.tekstrij(opzet.titel, 'titel', HOOGTE.titel);
    this.tekstrij(opzet.uitleg, 'ondertitel', HOOGTE.regel);
    this.tekstrij(werkmap.markering, 'banner', HOOGTE.regel + 3);
    this.kop = opzet.koppen ? this.koprij(new Sectie(this, opzet.koppen).koppenPerKolom) : this.tekstrij(LEEG, 'leeg', 4);
    if (periodekop) this.zetReeks(this.kop, { ...periodekop, nadruk: 'kopRechts' }, 'kop');
  }

  private koprij(koppen: ReadonlyMap<number, Kop>): Rij<string> {
    const rij = this.nieuweRij(new Map());
    let regels = 1;
    for (let k = 1; k <= this.laatsteKolom; k++) {
      const kop = koppen.get(k);
      const rechts = kop !== undefined && kopformaat(kop) !== 'tekst';
      const tekst = kop === undefined ? LEEG : koptekst(kop);
      rij.cellen[k] = { waarde: tekst, stijl: rechts ? 'kopRechts.tekst' : 'kop.tekst' };
      regels = Math.max(regels, Math.ceil((tekst.length + 1) / Math.max(5, this.opzet.breedtes[k - 1] ?? tekst.length + 1)));
    }
    rij.hoogte = HOOGTE.regel * regels + 2;
    return rij;
  }

  /** Last column that the sheet uses. */
  get laatsteKolom(): number {
    return this.perioden > 0 ? REEKSKOLOM + this.perioden - 1 : this.opzet.breedtes.length;
  }

  private tekstrij(tekst: string, nadruk: Nadruknaam, hoogte: number): Rij<string> {
    const rij = this.nieuweRij<string>(new Map());
    rij.cellen[1] = { waarde: tekst, stijl: `${nadruk}.tekst` };
    rij.hoogte = hoogte;
    return rij;
  }

  /** Places a chart over the next rows, as wide as the sheet. */
  grafiek(grafiek: Grafiek, rijen = 20): void {
    this.volgende++;
    this.grafieken.push({ grafiek, vanRij: this.volgende, totRij: this.volgende + rijen });
    this.volgende += rijen;
  }

  /** A paragraph over the width of the sheet, as high as it needs. */
  alinea(tekst: string): void {
    const breedte = this.opzet.breedtes.reduce((som, b) => som + b, 0) + this.perioden * 14;
    const rij = this.tekstrij(tekst, 'alinea', HOOGTE.regel * regelsVan(tekst, breedte) + 2);
    rij.overDeBreedte = true;
  }

  /** Leaves what `vul` adds off paper. */
  zonderAfdruk<T>(vul: () => T): T {
    const van = this.volgende;
    const gevuld = vul();
    this.nietAfgedrukt = { van, tot: this.volgende };
    return gevuld;
  }

  /** Starts a part of the sheet, with its own heading unless it has that of the sheet and stands directly below it. */
  sectie<K extends string>(titel: string, koppen: Readonly<Record<K, Kop>>, uitleg?: string): Sectie<K> {
    const sectie = new Sectie(this, koppen);
    const eerste = this.volgende === KOPRIJ + 1;
    if (!eerste) this.volgende++;
    this.tekstrij(titel, 'sectie', HOOGTE.sectie);
    if (uitleg !== undefined) this.tekstrij(uitleg, 'toelichting', HOOGTE.regel);
    const benoemd = Object.values<Kop>(koppen).some((kop) => koptekst(kop) !== LEEG);
    if (benoemd && (!eerste || koppen !== (this.opzet.koppen as unknown))) this.koprij(sectie.koppenPerKolom);
    return sectie;
  }

  nieuweRij<K extends string>(kolommen: ReadonlyMap<string, number>): Rij<K> {
    const rij = new Rij<K>(this, this.volgende++, kolommen);
    this.rijen[rij.nummer] = rij as unknown as Rij<string>;
    return rij;
  }

  cel(inhoud: Inhoud, formaat: Formaat, nadruk: Nadruknaam): Cel {
    if (inhoud instanceof Formule) return { waarde: uitkomst(inhoud, -1), formule: inhoud, stijl: `${nadruk}.${formaat}` };
    if (typeof inhoud !== 'object') return this.gelijkeCel(inhoud, `${nadruk}.${formaat}`);
    const { formule, invoer, naam } = inhoud;
    const waarde = formule ? uitkomst(formule, -1) : (inhoud.waarde ?? LEEG);
    const stijl: Stijl = `${inhoud.nadruk ?? (invoer ? 'invoer' : nadruk)}.${inhoud.formaat ?? formaat}`;
    return { waarde, stijl, ...(formule && { formule }), ...(invoer && { invoer }), ...(naam && { naam }) };
  }

  /** Labels repeat on thousands of rows; equal ones share one object. */
  private gelijkeCel(waarde: Waarde, stijl: Stijl): Cel {
    const sleutel = `${typeof waarde} ${stijl} ${String(waarde)}`;
    let cel = this.gelijke.get(sleutel);
    if (!cel) this.gelijke.set(sleutel, (cel = { waarde, stijl }));
    return cel;
  }

  zetReeks(rij: Rij<string>, { formule, waarden, formaat, nadruk, invoer }: Reeks, rijnadruk: Nadruknaam): void {
    // oxlint-disable-next-line unicorn/no-new-array
    const perPeriode = new Array<Waarde>(this.perioden);
    rij.reeks = { waarden: perPeriode, formule, stijl: `${nadruk ?? rijnadruk}.${formaat}`, invoer };
    for (let p = 0; p < this.perioden; p++) perPeriode[p] = formule ? uitkomst(formule, p) : (waarden?.[p] ?? LEEG);
  }
}

/** The value of a cell with a formula: one that names an empty cell shows 0. */
function uitkomst(formule: Formule, periode: number): Waarde {
  const waarde = formule.waarde(periode);
  return waarde === LEEG ? 0 : waarde;
}

export interface Naam { rij: Rij<string>; kolom: number }

export interface Werkmapopzet {
  /** First year and length of the horizon. */
  jaren: readonly number[];
  /** Stands on every sheet and page, e.g. that the amounts are an example. Empty: nothing to say. */
  markering: string;
  /** For the footer and the properties of the file. */
  titel: string;
  vingerafdruk: string;
  programma: string;
  /** ISO moment at which it was made. */
  gemaakt: string;
}

export class Werkmap {
  readonly bladen: Blad[] = [];
  readonly namen = new Map<string, Naam>();
  private tijd: Rij<string> | undefined;
  readonly opzet: Werkmapopzet;
  constructor(opzet: Werkmapopzet) {
    this.opzet = opzet;
  }

  get markering(): string {
    return this.opzet.markering;
  }
  /** A sheet whose columns are the years of the horizon; the first one states them, the others follow it. */
  jaarblad(opzet: Bladopzet): Blad {
    const kop: Reeks = this.tijd ? { formule: this.tijd.jaar, formaat: 'jaar' } : { waarden: this.opzet.jaren, formaat: 'jaar' };
    const blad = new Blad(this, opzet, 'jaren', this.opzet.jaren.length, kop);
    this.tijd ??= blad.kop;
    this.bladen.push(blad);
    return blad;
  }
  /** A sheet whose columns count months since the start of an arrangement. */
  maandblad(opzet: Bladopzet, maanden: number): Blad {
    const blad = new Blad(this, opzet, 'maanden', maanden, { waarden: Array.from({ length: maanden }, (_, k) => k), formaat: 'nummer' });
    this.bladen.push(blad);
    return blad;
  }
  /** A sheet without periods. */
  tabelblad(opzet: Bladopzet): Blad {
    const blad = new Blad(this, opzet, 'geen', 0, undefined);
    this.bladen.push(blad);
    return blad;
  }
  /** Puts the sheets in the order in which they are read. */
  zetVolgorde(volgorde: readonly Blad[]): void {
    if (volgorde.length !== this.bladen.length || this.bladen.some((blad) => !volgorde.includes(blad))) throw new RangeError('Elk blad moet precies één keer in de volgorde staan.');
    this.bladen.splice(0, this.bladen.length, ...volgorde);
  }
  /** The row with the calendar years. */
  get jaren(): Rij<string> {
    if (!this.tijd) throw new RangeError('De werkmap heeft nog geen jaarblad.');
    return this.tijd;
  }

  private noem(naam: string, plek: Naam): void {
    if (this.namen.has(naam)) throw new RangeError(`De naam ${naam} bestaat al.`);
    this.namen.set(naam, plek);
  }
  /** Gives a cell a defined name, which formulas then use instead of its address. */
  noemCel<K extends string>(naam: string, rij: Rij<K>, kolom: K): void {
    const plek = { rij: rij as unknown as Rij<string>, kolom: rij.kolomVan(kolom) };
    const cel = plek.rij.cellen[plek.kolom];
    if (!cel) throw new RangeError(`De cel voor ${naam} bestaat niet.`);
    this.noem(naam, plek);
    plek.rij.cellen[plek.kolom] = { ...cel, naam };
  }
  /** `Naam_2027`, `Naam_2028`, … for the years of a row; `welke` leaves out years. */
  noemJaren(naam: string, rij: Rij<string>, welke: (jaar: number) => boolean = () => true): void {
    for (const [p, jaar] of this.opzet.jaren.entries()) if (welke(jaar)) this.noem(`${naam}_${jaar}`, { rij, kolom: REEKSKOLOM + p });
  }
  waardeVan(naam: string): Waarde {
    const plek = this.namen.get(naam);
    if (!plek) throw new RangeError(`De werkmap heeft geen naam ${naam}.`);
    return plek.rij.waardeIn(plek.kolom);
  }
}
