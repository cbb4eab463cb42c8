/**
 * The one helper that formulas are made with. A formula is built from cells that are referred to by object (a row and a named column, "this year", "last
 * year"), and gives both the text that Excel gets and the value that it has there: every cached value comes from the very expression that is written.
 * English function names, commas, and only functions that every spreadsheet program has (voorstel.md, Rules). The only figures that can be typed
 * into a formula are 0 and 1; everything else is a cell.
 */

/** What a cell can hold; dates are serial numbers, `''` is an empty cell. */
export type Waarde = number | string | boolean;
export const LEEG = '';

/** Column of the scalar that belongs to a row, just before the first period, so that "last year" of the first year is that scalar. */
export const WAARDEKOLOM = 9;
/** First column of the periods (years, or months since the start) on every sheet that has them. */
export const REEKSKOLOM = WAARDEKOLOM + 1;

/** A sheet and a row as formulas see them. */
export interface Bladbron {
  readonly naam: string;
  /** What the columns from `REEKSKOLOM` mean; formulas can only follow the same period on sheets that count alike. */
  readonly as: string;
  readonly rijen: readonly (Rijbron | undefined)[];
}
export interface Rijbron {
  readonly blad: Bladbron;
  readonly nummer: number;
  waardeIn(kolom: number): Waarde;
  /** Defined name of the cell, used in formulas because it reads better than an address. */
  naamIn(kolom: number): string | undefined;
}

const letters: string[] = [''];
/** Column letters: 1 → A, 27 → AA. */
export function kolomletters(kolom: number): string {
  for (let n = letters.length; n <= kolom; n++) {
    let rest = n;
    let tekst = '';
    for (; rest > 0; rest = Math.floor((rest - 1) / 26)) tekst = String.fromCharCode(65 + ((rest - 1) % 26)) + tekst;
    letters.push(tekst);
  }
  return letters[kolom] as string;
}

const bladverwijzing = (blad: Bladbron, vanuit: Bladbron): string => (blad === vanuit ? '' : `${bladnaam(blad.naam)}!`);
/** A sheet's name as it stands in a formula. */
export const bladnaam = (naam: string): string => (/^[A-Za-z_][A-Za-z0-9_]*$/.test(naam) ? naam : `'${naam.replaceAll("'", "''")}'`);

/** Binding strength, so that brackets stand only where they must. */
const VERGELIJKING = 1;
const OPTELLING = 2;
const VERMENIGVULDIGING = 3;
const ATOOM = 4;

/** `periode` = index of the column among the periods of the row that holds the formula; −1 for a formula in a single cell. */
export abstract class Formule {
  abstract waarde(periode: number): Waarde;
  abstract tekst(periode: number, vanuit: Bladbron): string;
  get rang(): number {
    return ATOOM;
  }
}

export const getal = (waarde: Waarde): number => {
  if (typeof waarde === 'number') return waarde;
  if (waarde === LEEG) return 0;
  throw new TypeError(`Een formule rekent met “${String(waarde)}”, dat geen getal is.`);
};

class Letterlijk extends Formule {
  readonly inhoud: 0 | 1 | string;
  constructor(inhoud: 0 | 1 | string) {
    super();
    this.inhoud = inhoud;
  }
  override waarde(): Waarde {
    return this.inhoud;
  }
  override tekst(): string {
    return typeof this.inhoud === 'number' ? String(this.inhoud) : `"${this.inhoud.replaceAll('"', '""')}"`;
  }
}

/** One cell at a fixed place. */
export class Celverwijzing extends Formule {
  readonly rij: Rijbron;
  readonly kolom: number;
  constructor(rij: Rijbron, kolom: number) {
    super();
    this.rij = rij;
    this.kolom = kolom;
  }
  override waarde(): Waarde {
    return this.rij.waardeIn(this.kolom);
  }
  override tekst(_periode: number, vanuit: Bladbron): string {
    return this.rij.naamIn(this.kolom) ?? `${bladverwijzing(this.rij.blad, vanuit)}$${kolomletters(this.kolom)}${this.rij.nummer}`;
  }
}

/** The cell of a row in the period of the formula, or `verschuiving` periods before it. */
export class Periodeverwijzing extends Formule {
  readonly rij: Rijbron;
  readonly verschuiving: 0 | 1;
  constructor(rij: Rijbron, verschuiving: 0 | 1) {
    super();
    this.rij = rij;
    this.verschuiving = verschuiving;
  }
  override waarde(periode: number): Waarde {
    if (periode < 0) throw new RangeError('Een formule in één cel verwijst naar “dit jaar”.');
    return this.rij.waardeIn(REEKSKOLOM + periode - this.verschuiving);
  }
  override tekst(periode: number, vanuit: Bladbron): string {
    if (this.rij.blad.as !== vanuit.as) throw new RangeError(`${vanuit.naam} en ${this.rij.blad.naam} tellen niet dezelfde perioden.`);
    return `${bladverwijzing(this.rij.blad, vanuit)}${kolomletters(REEKSKOLOM + periode - this.verschuiving)}${this.rij.nummer}`;
  }
}

/** A block of cells: rows `van`…`tot` of one sheet, columns `vanKolom`…`totKolom`; 0 = the column of the formula's period. */
export class Bereik extends Formule {
  readonly van: Rijbron;
  readonly tot: Rijbron;
  readonly vanKolom: number;
  readonly totKolom: number;
  constructor(van: Rijbron, tot: Rijbron, vanKolom: number, totKolom: number) {
    super();
    this.van = van;
    this.tot = tot;
    this.vanKolom = vanKolom;
    this.totKolom = totKolom;

    if (van.blad !== tot.blad || tot.nummer < van.nummer || totKolom < vanKolom) throw new RangeError('Een bereik loopt van boven naar beneden en van links naar rechts op één blad.');
  }
  get hoogte(): number {
    return this.tot.nummer - this.van.nummer + 1;
  }
  get breedte(): number {
    return this.totKolom - this.vanKolom + 1;
  }
  get perPeriode(): boolean {
    return this.vanKolom === 0;
  }
  /** Value of the n-th cell, row by row, from 0. */
  waardeVan(n: number, periode: number): Waarde {
    const rij = this.van.blad.rijen[this.van.nummer + Math.floor(n / this.breedte)];
    return rij === undefined ? LEEG : rij.waardeIn(this.perPeriode ? REEKSKOLOM + periode : this.vanKolom + (n % this.breedte));
  }
  get aantal(): number {
    return this.hoogte * this.breedte;
  }
  override waarde(): Waarde {
    throw new TypeError('Een bereik heeft op zichzelf geen waarde.');
  }
  override tekst(periode: number, vanuit: Bladbron): string {
    const waar = bladverwijzing(this.van.blad, vanuit);
    if (!this.perPeriode) return `${waar}$${kolomletters(this.vanKolom)}$${this.van.nummer}:$${kolomletters(this.totKolom)}$${this.tot.nummer}`;
    if (this.van.blad.as !== vanuit.as) throw new RangeError(`${vanuit.naam} en ${this.van.blad.naam} tellen niet dezelfde perioden.`);
    const kolom = kolomletters(REEKSKOLOM + periode);
    return `${waar}${kolom}${this.van.nummer}:${kolom}${this.tot.nummer}`;
  }
}

type Teken = '+' | '-' | '*' | '/' | '=' | '<' | '<=' | '>' | '>=';
const RANG: Record<Teken, number> = { '=': VERGELIJKING, '<': VERGELIJKING, '<=': VERGELIJKING, '>': VERGELIJKING, '>=': VERGELIJKING, '+': OPTELLING, '-': OPTELLING, '*': VERMENIGVULDIGING, '/': VERMENIGVULDIGING };

class Bewerking extends Formule {
  readonly teken: Teken;
  readonly links: Formule;
  readonly rechts: Formule;
  constructor(teken: Teken, links: Formule, rechts: Formule) {
    super();
    this.teken = teken;
    this.links = links;
    this.rechts = rechts;
  }
  override get rang(): number {
    return RANG[this.teken];
  }
  override waarde(periode: number): Waarde {
    const a = this.links.waarde(periode);
    const b = this.rechts.waarde(periode);
    switch (this.teken) {
      case '+': return getal(a) + getal(b);
      case '-': return getal(a) - getal(b);
      case '*': return getal(a) * getal(b);
      case '/':
        if (getal(b) === 0) throw new RangeError('Een formule deelt door nul.');
        return getal(a) / getal(b);
      // An empty cell equals both "" and 0, as in Excel.
      case '=': return a === b || (a === LEEG && b === 0) || (a === 0 && b === LEEG);
      case '<': return getal(a) < getal(b);
      case '<=': return getal(a) <= getal(b);
      case '>': return getal(a) > getal(b);
      case '>=': return getal(a) >= getal(b);
    }
  }
  override tekst(periode: number, vanuit: Bladbron): string {
    const links = this.links.tekst(periode, vanuit);
    const rechts = this.rechts.tekst(periode, vanuit);
    return `${this.links.rang < this.rang ? `(${links})` : links}${this.teken}${this.rechts.rang <= this.rang ? `(${rechts})` : rechts}`;
  }
}

class Tegengestelde extends Formule {
  readonly van: Formule;
  constructor(van: Formule) {
    super();
    this.van = van;
  }
  override waarde(periode: number): Waarde {
    return -getal(this.van.waarde(periode));
  }
  override tekst(periode: number, vanuit: Bladbron): string {
    const tekst = this.van.tekst(periode, vanuit);
    return `(-${this.van.rang < ATOOM ? `(${tekst})` : tekst})`;
  }
}

class Functie extends Formule {
  readonly naam: string;
  readonly argumenten: readonly Formule[];
  readonly reken: (argumenten: readonly Formule[], periode: number) => Waarde;
  constructor(naam: string, argumenten: readonly Formule[], reken: (argumenten: readonly Formule[], periode: number) => Waarde) {
    super();
    this.naam = naam;
    this.argumenten = argumenten;
    this.reken = reken;
  }
  override waarde(periode: number): Waarde {
    return this.reken(this.argumenten, periode);
  }
  override tekst(periode: number, vanuit: Bladbron): string {
    return `${this.naam}(${this.argumenten.map((a) => a.tekst(periode, vanuit)).join(',')})`;
  }
}

/** For a column of cells: which rows, counted from 0, hold which number. Made once per column: large workbooks ask thousands of times. */
const rijenPerGetal = new WeakMap<Rijbron, Map<string, Map<Waarde, number[]>>>();
function rijenMet(bereik: Bereik, gezocht: number): readonly number[] {
  let kolommen = rijenPerGetal.get(bereik.van);
  if (!kolommen) rijenPerGetal.set(bereik.van, (kolommen = new Map()));
  const sleutel = `${bereik.vanKolom} ${bereik.hoogte}`;
  let getallen = kolommen.get(sleutel);
  if (!getallen) {
    kolommen.set(sleutel, (getallen = new Map()));
    for (let n = 0; n < bereik.hoogte; n++) {
      const waarde = bereik.waardeVan(n, 0);
      const rijen = getallen.get(waarde);
      if (rijen) rijen.push(n);
      else getallen.set(waarde, [n]);
    }
  }
  return getallen.get(gezocht) ?? [];
}

class VoorwaardelijkeSom extends Formule {
  readonly som: Bereik;
  readonly voorwaarden: readonly (readonly [Bereik, Formule])[];
  constructor(som: Bereik, voorwaarden: readonly (readonly [Bereik, Formule])[]) {
    super();
    this.som = som;
    this.voorwaarden = voorwaarden;
    if (voorwaarden.some(([bereik]) => bereik.hoogte !== som.hoogte || bereik.breedte !== 1) || som.breedte !== 1) throw new RangeError('SUMIFS vraagt kolommen van gelijke lengte.');
  }
  override waarde(periode: number): Waarde {
    const gezocht = this.voorwaarden.map(([bereik, criterium]) => ({ bereik, getal: getal(criterium.waarde(periode)) }));
    // Start from the criterion with the fewest rows.
    let rijen: readonly number[] | undefined;
    for (const { bereik, getal: x } of gezocht) {
      if (bereik.perPeriode) continue;
      const hier = rijenMet(bereik, x);
      if (!rijen || hier.length < rijen.length) rijen = hier;
    }
    let totaal = 0;
    for (let i = 0; i < (rijen?.length ?? this.som.hoogte); i++) {
      const n = rijen ? (rijen[i] as number) : i;
      if (!gezocht.every(({ bereik, getal: x }) => bereik.waardeVan(n, periode) === x)) continue;
      // Texts do not count, as in SUM.
      const waarde = this.som.waardeVan(n, periode);
      if (typeof waarde === 'number') totaal += waarde;
    }
    return totaal;
  }
  override tekst(periode: number, vanuit: Bladbron): string {
    return `SUMIFS(${[this.som, ...this.voorwaarden.flat()].map((a) => a.tekst(periode, vanuit)).join(',')})`;
  }
}

/** What may stand in a formula: an expression, the figures 0 and 1, or a text. */
export type Deel = Formule | 0 | 1 | string;
const NUL = new Letterlijk(0);
const EEN = new Letterlijk(1);
const deel = (x: Deel): Formule => (x instanceof Formule ? x : x === 0 ? NUL : x === 1 ? EEN : new Letterlijk(x));

const bewerking = (teken: Teken) => (links: Deel, rechts: Deel): Formule => new Bewerking(teken, deel(links), deel(rechts));
export const sub = bewerking('-');
export const div = bewerking('/');
export const eq = bewerking('=');
export const lt = bewerking('<');
export const lte = bewerking('<=');
export const gt = bewerking('>');
export const gte = bewerking('>=');
/** Left to right: a+b+c. */
export const add = (eerste: Deel, ...rest: Deel[]): Formule => rest.reduce<Formule>((som, x) => new Bewerking('+', som, deel(x)), deel(eerste));
export const mul = (eerste: Deel, ...rest: Deel[]): Formule => rest.reduce<Formule>((product, x) => new Bewerking('*', product, deel(x)), deel(eerste));
export const neg = (x: Deel): Formule => new Tegengestelde(deel(x));

function* getallenVan(argumenten: readonly Formule[], periode: number): Generator<number> {
  for (const a of argumenten) {
    if (!(a instanceof Bereik)) yield getal(a.waarde(periode));
    else {
      for (let n = 0; n < a.aantal; n++) {
        const waarde = a.waardeVan(n, periode);
        if (typeof waarde === 'number') yield waarde;
      }
    }
  }
}

const functie = (naam: string, reken: (argumenten: readonly Formule[], periode: number) => Waarde) => (...argumenten: Deel[]): Formule => new Functie(naam, argumenten.map(deel), reken);

export const sum = functie('SUM', (argumenten, periode) => {
  let totaal = 0;
  for (const a of argumenten) {
    if (!(a instanceof Bereik)) totaal += getal(a.waarde(periode));
    else for (let n = 0; n < a.aantal; n++) {
      const waarde = a.waardeVan(n, periode);
      if (typeof waarde === 'number') totaal += waarde;
    }
  }
  return totaal;
});
export const min = functie('MIN', (argumenten, periode) => Math.min(...getallenVan(argumenten, periode)));
export const max = functie('MAX', (argumenten, periode) => Math.max(...getallenVan(argumenten, periode)));

export const sumProduct = (...bereiken: Bereik[]): Formule => {
  if (bereiken.some((b) => b.hoogte !== bereiken[0]?.hoogte || b.breedte !== bereiken[0].breedte)) throw new RangeError('SUMPRODUCT vraagt bereiken van gelijke vorm.');
  return new Functie('SUMPRODUCT', bereiken, (_, periode) => {
    let totaal = 0;
    for (let n = 0; n < (bereiken[0] as Bereik).aantal; n++) {
      let product = 1;
      for (const bereik of bereiken) {
        const waarde = bereik.waardeVan(n, periode);
        product *= typeof waarde === 'number' ? waarde : 0;
      }
      totaal += product;
    }
    return totaal;
  });
};

/** Criteria are numbers, never texts: names that people deliver can hold wildcards and signs, and "6.750" would equal 6.75. */
export const sumIfs = (som: Bereik, ...voorwaarden: (readonly [Bereik, Deel])[]): Formule => new VoorwaardelijkeSom(som, voorwaarden.map(([bereik, criterium]) => [bereik, deel(criterium)]));
export const countIf = (bereik: Bereik, criterium: Deel): Formule =>
  new Functie('COUNTIF', [bereik, deel(criterium)], ([, gezocht], periode) => {
    const waarde = (gezocht as Formule).waarde(periode);
    let aantal = 0;
    for (let n = 0; n < bereik.aantal; n++) if (bereik.waardeVan(n, periode) === waarde) aantal++;
    return aantal;
  });
/** Place of a number among those of a range, the largest first; equal numbers share the first place. */
export const rank = (waarde: Deel, bereik: Bereik): Formule =>
  new Functie('RANK', [deel(waarde), bereik], ([zelf], periode) => {
    const gezocht = getal((zelf as Formule).waarde(periode));
    let groter = 0;
    for (const ander of getallenVan([bereik], periode)) if (ander > gezocht) groter++;
    return groter + 1;
  });

/** Row and column count from 1; an empty cell gives 0. */
export const index = (bereik: Bereik, rij: Deel, kolom?: Deel): Formule =>
  new Functie('INDEX', [bereik, deel(rij), ...(kolom === undefined ? [] : [deel(kolom)])], ([, r, k], periode) => {
    const rijnummer = getal((r as Formule).waarde(periode));
    const kolomnummer = k === undefined ? 1 : getal(k.waarde(periode));
    if (rijnummer < 1 || rijnummer > bereik.hoogte || kolomnummer < 1 || kolomnummer > bereik.breedte) throw new RangeError(`INDEX zoekt buiten het bereik: rij ${rijnummer}, kolom ${kolomnummer}.`);
    const gevonden = bereik.waardeVan((rijnummer - 1) * bereik.breedte + kolomnummer - 1, periode);
    return gevonden === LEEG ? 0 : gevonden;
  });
/** Place of the last number ≤ `waarde` in a rising list, from 1. */
export const matchUpTo = (waarde: Deel, bereik: Bereik): Formule =>
  new Functie('MATCH', [deel(waarde), bereik, EEN], ([gezocht], periode) => {
    const doel = getal((gezocht as Formule).waarde(periode));
    let plek = 0;
    while (plek < bereik.aantal && getal(bereik.waardeVan(plek, periode)) <= doel) plek++;
    if (plek === 0) throw new RangeError('MATCH vindt geen waarde die klein genoeg is.');
    return plek;
  });
/** Place of an exact value, from 1. */
export const matchExact = (waarde: Deel, bereik: Bereik): Formule =>
  new Functie('MATCH', [deel(waarde), bereik, NUL], ([gezocht], periode) => {
    const doel = (gezocht as Formule).waarde(periode);
    for (let n = 0; n < bereik.aantal; n++) if (bereik.waardeVan(n, periode) === doel) return n + 1;
    throw new RangeError(`MATCH vindt “${String(doel)}” niet.`);
  });

/** Half away from zero on the decimal figure, as Excel does (1.005 → 1.01, −2.5 → −3). */
export function rondAf(x: number, decimalen: number): number {
  const grootte = Number(`${Math.round(Number(`${Math.abs(x)}e${decimalen}`))}e${-decimalen}`);
  // Numbers that print with an exponent of their own (1e21, 1e-7) cannot be shifted as text; there the plain product is exact enough.
  return Math.sign(x) * (Number.isNaN(grootte) ? Math.round(Math.abs(x) * 10 ** decimalen) / 10 ** decimalen : grootte);
}
export const round = (x: Deel, decimalen: Deel): Formule =>
  new Functie('ROUND', [deel(x), deel(decimalen)], ([waarde, d], periode) => rondAf(getal((waarde as Formule).waarde(periode)), getal((d as Formule).waarde(periode))));

export const iff = (voorwaarde: Formule, dan: Deel, anders: Deel): Formule =>
  new Functie('IF', [voorwaarde, deel(dan), deel(anders)], (argumenten, periode) => ((argumenten[0] as Formule).waarde(periode) === true ? (argumenten[1] as Formule) : (argumenten[2] as Formule)).waarde(periode));
/** Largest whole number ≤ x, with ROUND alone (the only rounding that every program does alike). */
export const floor = (x: Formule): Formule => sub(round(x, 0), iff(gt(round(x, 0), x), 1, 0));
