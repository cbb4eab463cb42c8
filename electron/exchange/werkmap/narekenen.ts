/**
 * The second calculation of a workbook, before it is handed over: reads the formulas as they are written to the file, calculates each from the values of
 * the cells that it names, and holds the outcome against the value that is written beside it. It shares no code with what made the formulas: a wrong
 * address, a missing bracket or a stale value shows here. Since every cell is checked against its own sources, all of them together are right.
 */
import type { Waarde } from '../../../templates/voorstel/formule.ts';
import type { Blad, Werkmap } from '../../../templates/voorstel/werkmap.ts';
import { celtekst } from './tekst.ts';

/** Room for the noise of adding in another order; far below half a cent, because factors and shares are held to it as well. */
const gelijk = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-7 + 1e-9 * Math.abs(b);
const CEL = /<c r="([A-Z]+)(\d+)" s="\d+"(?: t="(\w+)")?(?:\/>|>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v><\/c>)/g;
const MEESTE_VERSCHILLEN = 20;

const ENTITEITEN: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const ontcijfer = (tekst: string): string => (tekst.includes('&') ? tekst.replace(/&(?:amp|lt|gt|quot);/g, (e) => ENTITEITEN[e] as string) : tekst);

export class Narekenaar {
  /** Formula cells that were calculated. */
  aantal = 0;
  /** What differs, at most the first twenty. */
  readonly verschillen: string[] = [];
  private readonly rekenmachine: Rekenmachine;

  constructor(werkmap: Werkmap) {
    this.rekenmachine = new Rekenmachine(werkmap);
  }

  /** Takes a piece of a sheet as it is written; pieces hold whole rows. */
  neem(blad: Blad, stuk: string): void {
    for (const [, letters, rij, soort, formule, waarde] of stuk.matchAll(CEL)) {
      if (soort === 's' || waarde === undefined) continue;
      const geschreven: Waarde = soort === 'str' ? waarde : Number(waarde);
      if (formule === undefined) {
        // Other formulas read this cell from memory: what is written has to be what is there.
        const bedoeld = blad.rijen[Number(rij)]?.waardeIn(kolomnummer(letters as string));
        if (bedoeld !== geschreven) this.meld(`${blad.naam}!${letters}${rij}: er staat ${geschreven} waar ${String(bedoeld)} hoort`);
        continue;
      }
      this.aantal++;
      const tekst = ontcijfer(formule);
      let uitkomst: Waarde;
      try {
        uitkomst = this.rekenmachine.bereken(tekst, blad);
      } catch (fout) {
        this.meld(`${blad.naam}!${letters}${rij} =${tekst}: ${(fout as Error).message}`);
        continue;
      }
      const klopt = typeof uitkomst === 'number' && typeof geschreven === 'number' ? gelijk(geschreven, uitkomst) : typeof uitkomst === 'string' && celtekst(uitkomst) === geschreven;
      if (!klopt) this.meld(`${blad.naam}!${letters}${rij} =${tekst}: er staat ${geschreven}, nagerekend ${String(uitkomst)}`);
    }
  }

  private meld(verschil: string): void {
    if (this.verschillen.length < MEESTE_VERSCHILLEN) this.verschillen.push(verschil);
  }
}

function kolomnummer(letters: string): number {
  let nummer = 0;
  for (let i = 0; i < letters.length; i++) nummer = nummer * 26 + letters.charCodeAt(i) - 64;
  return nummer;
}

/** Cells that a formula names: one, or a block. */
class Blok {
  readonly blad: Blad;
  readonly k1: number;
  readonly r1: number;
  readonly k2: number;
  readonly r2: number;
  constructor(blad: Blad, k1: number, r1: number, k2: number, r2: number) {
    this.blad = blad;
    this.k1 = k1;
    this.r1 = r1;
    this.k2 = k2;
    this.r2 = r2;
  }
  cel(rij: number, kolom: number): Waarde {
    return this.blad.rijen[rij]?.waardeIn(kolom) ?? '';
  }
  *alle(): Generator<Waarde> {
    for (let r = this.r1; r <= this.r2; r++) for (let k = this.k1; k <= this.k2; k++) yield this.cel(r, k);
  }
}
type Term = Waarde | Blok;

/** Reads and calculates a formula in one go. What stands in a branch that is not taken is read but not calculated. */
class Rekenmachine {
  private tekst = '';
  private plek = 0;
  private blad!: Blad;
  /** Above 0: inside a branch that is not taken. */
  private overslaan = 0;
  private readonly bladen: Map<string, Blad>;
  private readonly werkmap: Werkmap;
  /** Rows that meet a criterion, remembered because the same question returns for every year. */
  private readonly gevonden = new Map<string, number[]>();

  constructor(werkmap: Werkmap) {
    this.werkmap = werkmap;
    this.bladen = new Map(werkmap.bladen.map((blad) => [blad.naam, blad]));
  }

  bereken(tekst: string, blad: Blad): Waarde {
    this.tekst = tekst;
    this.plek = 0;
    this.blad = blad;
    this.overslaan = 0;
    const uitkomst = this.waarde(this.vergelijking());
    if (this.plek !== tekst.length) throw new Error(`onleesbaar vanaf teken ${this.plek + 1}`);
    // A formula that names an empty cell gives 0.
    return uitkomst === '' ? 0 : uitkomst;
  }

  private waarde(t: Term): Waarde {
    if (!(t instanceof Blok)) return t;
    if (t.k1 !== t.k2 || t.r1 !== t.r2) throw new Error('een blok staat waar één waarde hoort');
    return t.cel(t.r1, t.k1);
  }
  private getal(t: Term): number {
    const w = this.waarde(t);
    if (typeof w === 'number') return w;
    if (w === '' || this.overslaan > 0) return 0;
    throw new Error(`“${String(w)}” is geen getal`);
  }
  private eet(teken: string): boolean {
    if (!this.tekst.startsWith(teken, this.plek)) return false;
    this.plek += teken.length;
    return true;
  }
  private eis(teken: string): void {
    if (!this.eet(teken)) throw new Error(`${teken} ontbreekt bij teken ${this.plek + 1}`);
  }

  private vergelijking(): Term {
    const links = this.som();
    for (const teken of ['<=', '>=', '=', '<', '>'] as const) {
      if (!this.eet(teken)) continue;
      const a = this.waarde(links);
      const b = this.waarde(this.som());
      if (teken === '=') return a === b || (a === '' && b === 0) || (a === 0 && b === '');
      const [x, y] = [this.getal(a), this.getal(b)];
      return teken === '<=' ? x <= y : teken === '>=' ? x >= y : teken === '<' ? x < y : x > y;
    }
    return links;
  }
  private som(): Term {
    let links = this.product();
    for (;;) {
      if (this.eet('+')) links = this.getal(links) + this.getal(this.product());
      else if (this.eet('-')) links = this.getal(links) - this.getal(this.product());
      else return links;
    }
  }
  private product(): Term {
    let links = this.factor();
    for (;;) {
      if (this.eet('*')) links = this.getal(links) * this.getal(this.factor());
      else if (this.eet('/')) {
        const [a, b] = [this.getal(links), this.getal(this.factor())];
        if (b === 0 && this.overslaan === 0) throw new Error('delen door nul');
        links = b === 0 ? 0 : a / b;
      } else return links;
    }
  }
  private factor(): Term {
    if (this.eet('-')) return -this.getal(this.factor());
    if (this.eet('(')) {
      const binnen = this.vergelijking();
      this.eis(')');
      return binnen;
    }
    if (this.tekst[this.plek] === '"') return this.letterlijk();
    const cijfers = /^\d+(?:\.\d+)?/.exec(this.tekst.slice(this.plek, this.plek + 24));
    if (cijfers) {
      this.plek += cijfers[0].length;
      return Number(cijfers[0]);
    }
    return this.verwijzing();
  }
  private letterlijk(): string {
    let uit = '';
    for (this.plek++; this.plek < this.tekst.length; this.plek++) {
      if (this.tekst[this.plek] !== '"') uit += this.tekst[this.plek];
      else if (this.tekst[this.plek + 1] === '"') uit += this.tekst[this.plek++];
      else {
        this.plek++;
        return uit;
      }
    }
    throw new Error('een tekst wordt niet gesloten');
  }

  private verwijzing(): Term {
    let blad = this.blad;
    const begin = this.plek;
    let naam: string;
    if (this.tekst[this.plek] === "'") {
      const einde = /^'((?:[^']|'')*)'!/.exec(this.tekst.slice(this.plek));
      if (!einde) throw new Error(`onleesbare bladnaam bij teken ${this.plek + 1}`);
      this.plek += einde[0].length;
      blad = this.zoekBlad((einde[1] as string).replaceAll("''", "'"));
      naam = this.woord();
    } else {
      naam = this.woord();
      if (this.eet('!')) {
        blad = this.zoekBlad(naam);
        naam = this.woord();
      } else if (this.eet('(')) return this.functie(naam);
    }
    const van = celadres(naam);
    if (!van) {
      const plek = this.werkmap.namen.get(naam);
      if (!plek) throw new Error(`${naam || this.tekst.slice(begin, begin + 10)} is geen cel, naam of functie`);
      return new Blok(plek.rij.blad, plek.kolom, plek.rij.nummer, plek.kolom, plek.rij.nummer);
    }
    const tot = this.eet(':') ? celadres(this.woord()) : van;
    if (!tot || tot[0] < van[0] || tot[1] < van[1]) throw new Error(`onleesbaar bereik bij teken ${begin + 1}`);
    return new Blok(blad, van[0], van[1], tot[0], tot[1]);
  }
  /** Letters, digits, underscores and dollars. */
  private woord(): string {
    const begin = this.plek;
    for (; this.plek < this.tekst.length; this.plek++) {
      const c = this.tekst.charCodeAt(this.plek);
      if (!((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 95 || c === 36)) break;
    }
    return this.tekst.slice(begin, this.plek);
  }
  private zoekBlad(naam: string): Blad {
    const blad = this.bladen.get(naam);
    if (!blad) throw new Error(`blad ${naam} bestaat niet`);
    return blad;
  }

  private functie(naam: string): Term {
    if (naam === 'IF') return this.keuze();
    const a: Term[] = [];
    do a.push(this.vergelijking()); while (this.eet(','));
    this.eis(')');
    if (this.overslaan > 0) return 0;
    switch (naam) {
      case 'SUM': return a.reduce<number>((som, x) => som + optellen(this.getallen(x)), 0);
      case 'MIN': return Math.min(...a.flatMap((x) => [...this.getallen(x)]));
      case 'MAX': return Math.max(...a.flatMap((x) => [...this.getallen(x)]));
      case 'ROUND': return afgerond(this.getal(a[0] as Term), this.getal(a[1] as Term));
      case 'INDEX': return opgezocht(this.blok(a[0]), this.getal(a[1] as Term), a[2] === undefined ? 1 : this.getal(a[2]));
      case 'MATCH': return this.plaats(this.waarde(a[0] as Term), this.blok(a[1]), this.getal(a[2] as Term));
      case 'RANK': {
        const zelf = this.getal(a[0] as Term);
        return [...this.getallen(a[1] as Term)].filter((x) => x > zelf).length + 1;
      }
      case 'COUNTIF': {
        const gezocht = this.waarde(a[1] as Term);
        return [...this.blok(a[0]).alle()].filter((x) => x === gezocht).length;
      }
      case 'SUMPRODUCT': return this.somproduct(a.map((x) => this.blok(x)));
      case 'SUMIFS': return this.voorwaardelijkeSom(a);
      default: throw new Error(`de functie ${naam} is niet toegestaan`);
    }
  }
  private keuze(): Term {
    const voorwaarde = this.waarde(this.vergelijking());
    if (typeof voorwaarde !== 'boolean' && this.overslaan === 0) throw new Error('IF zonder vergelijking');
    this.eis(',');
    const dan = this.tak(voorwaarde !== true);
    this.eis(',');
    const anders = this.tak(voorwaarde === true);
    this.eis(')');
    return voorwaarde === true ? dan : anders;
  }
  private tak(overslaan: boolean): Waarde {
    if (overslaan) this.overslaan++;
    const uitkomst = this.waarde(this.vergelijking());
    if (overslaan) this.overslaan--;
    return uitkomst;
  }
  private blok(x: Term | undefined): Blok {
    if (!(x instanceof Blok)) throw new Error('een waarde staat waar een blok hoort');
    return x;
  }
  private *getallen(x: Term): Generator<number> {
    if (!(x instanceof Blok)) yield this.getal(x);
    else for (const w of x.alle()) if (typeof w === 'number') yield w;
  }
  private plaats(gezocht: Waarde, b: Blok, soort: number): number {
    let n = 0;
    for (const w of b.alle()) {
      n++;
      if (soort === 0 ? w === gezocht : (w as number) > (gezocht as number)) {
        if (soort !== 0) n--;
        else return n;
        break;
      }
    }
    if (n === 0 || soort === 0) throw new Error(`MATCH vindt ${String(gezocht)} niet`);
    return n;
  }
  private somproduct(blokken: readonly Blok[]): number {
    const lijsten = blokken.map((b) => [...b.alle()]);
    const [eerste = [], ...rest] = lijsten;
    if (rest.some((l) => l.length !== eerste.length)) throw new Error('SUMPRODUCT met blokken van ongelijke grootte');
    return eerste.reduce<number>((som, w, i) => som + rest.reduce<number>((p, l) => p * (typeof l[i] === 'number' ? l[i] : 0), typeof w === 'number' ? w : 0), 0);
  }
  private voorwaardelijkeSom([som, ...voorwaarden]: readonly Term[]): number {
    const bron = this.blok(som);
    const eisen: { b: Blok; gezocht: number }[] = [];
    let rijen: readonly number[] | undefined;
    for (let i = 0; i < voorwaarden.length; i += 2) {
      const b = this.blok(voorwaarden[i]);
      if (b.r2 - b.r1 !== bron.r2 - bron.r1 || b.k1 !== b.k2 || bron.k1 !== bron.k2) throw new Error('SUMIFS met kolommen van ongelijke lengte');
      const gezocht = this.getal(voorwaarden[i + 1] as Term);
      eisen.push({ b, gezocht });
      const hier = this.rijenMet(b, gezocht);
      if (!rijen || hier.length < rijen.length) rijen = hier;
    }
    let totaal = 0;
    for (const n of rijen ?? []) {
      if (!eisen.every(({ b, gezocht }) => b.cel(b.r1 + n, b.k1) === gezocht)) continue;
      const w = bron.cel(bron.r1 + n, bron.k1);
      if (typeof w === 'number') totaal += w;
    }
    return totaal;
  }
  private rijenMet(b: Blok, gezocht: number): number[] {
    const sleutel = `${b.blad.naam}!${b.k1}:${b.r1}:${b.r2}=${gezocht}`;
    let rijen = this.gevonden.get(sleutel);
    if (!rijen) {
      rijen = [];
      for (let r = b.r1; r <= b.r2; r++) if (b.cel(r, b.k1) === gezocht) rijen.push(r - b.r1);
      this.gevonden.set(sleutel, rijen);
    }
    return rijen;
  }
}

function celadres(woord: string): [kolom: number, rij: number] | undefined {
  const delen = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/.exec(woord);
  return delen ? [kolomnummer(delen[1] as string), Number(delen[2])] : undefined;
}
function optellen(getallen: Iterable<number>): number {
  let som = 0;
  for (const x of getallen) som += x;
  return som;
}
function opgezocht(b: Blok, rij: number, kolom: number): Waarde {
  if (rij < 1 || kolom < 1 || rij > b.r2 - b.r1 + 1 || kolom > b.k2 - b.k1 + 1) throw new Error('INDEX buiten het blok');
  const w = b.cel(b.r1 + rij - 1, b.k1 + kolom - 1);
  return w === '' ? 0 : w;
}
/** Half away from zero; the factor takes what is a half on paper but just less in binary over the edge. */
const afgerond = (x: number, decimalen: number): number => (Math.sign(x) * Math.round(Math.abs(x) * 10 ** decimalen * (1 + Number.EPSILON))) / 10 ** decimalen;
