/**
 * What kind of row a row is: heading, blank, sum, footnote, or data. Both passes ask it here, so that what the one leaves
 * out of its judgement the other leaves out of its rows.
 */
import { celtekst } from './tekst.ts';
import { type Totaalsoort, totaalsoort } from './totaalrij.ts';
import type { Cel, Herstelplan, Kolomplan, Rij, Soort } from './types.ts';
import { ONBEPAALD_BEDRAG, veldVan } from './velden.ts';

export type Rijsoort = 'kop' | 'leeg' | 'gegevens' | 'onleesbaar' | Totaalsoort;

const VOETNOOT = /^(?:\*|bron\b|noot\b|toelichting\b|peildatum\b|let op\b|n\.?\s?b\.?[\s:]|gegenereerd\b|afgedrukt\b|exportdatum\b|export van\b|opgesteld\b|pagina\b|aantal rijen\b|aantal records\b|disclaimer\b)/i;

export class Rijindeling {
  readonly #koprij: number;
  readonly #kolommen: readonly Kolomplan[];
  /** Columns with names of schools, gemeenten and products: a total may be named there. */
  readonly #namen: number[] = [];
  /** Columns that a data row has filled and a row of sums has not, and those among them that every data row has. */
  readonly #sleutels: number[] = [];
  readonly #verplicht: number[] = [];
  /** Columns of a fixed list: `totaal` is a value there. */
  readonly #keuzes = new Set<number>();
  readonly #cijfers: number[] = [];
  /** Where a row of refused rows is one: it has its number, or a value. */
  readonly #herstel: readonly number[] | undefined;

  constructor(soort: Soort | undefined, koprij: number, kolommen: readonly Kolomplan[], herstel?: Pick<Herstelplan, 'bronrij'>) {
    this.#herstel = herstel && [herstel.bronrij - 1, ...kolommen.filter((k) => k.veld !== null || k.gemeente !== undefined).map((k) => k.nummer - 1)];
    this.#koprij = koprij;
    this.#kolommen = kolommen;
    for (const k of kolommen) {
      const plek = k.nummer - 1;
      if (k.gemeente !== undefined || k.totaal === true || k.veld === ONBEPAALD_BEDRAG) this.#cijfers.push(plek);
      const veld = k.veld === null || soort === undefined ? undefined : veldVan(soort, k.veld);
      switch (veld?.type) {
        case undefined:
          break;
        case 'getal':
        case 'aantal':
        case 'aandeel':
          this.#cijfers.push(plek);
          break;
        case 'gemeente':
        case 'school':
        case 'product':
        case 'naam':
          this.#namen.push(plek);
          this.#sleutels.push(plek);
          break;
        default:
          if (veld?.type === 'keuze' || veld?.type === 'ja/nee') this.#keuzes.add(plek);
          this.#sleutels.push(plek);
      }
      if (veld?.verplicht === true && veld.type !== 'getal' && veld.type !== 'aantal') this.#verplicht.push(plek);
    }
  }

  /** The cells of a row, with the names that run on from above. */
  cellen(rij: Rij): readonly Cel[] {
    if (rij.doorlopend === undefined || rij.nummer <= this.#koprij) return rij.cellen;
    const namen = this.#namen.filter((p) => rij.doorlopend?.has(p) && !gevuld(rij.cellen[p]));
    return namen.length === 0 ? rij.cellen : metTeksten(rij.cellen, rij.doorlopend, namen);
  }

  van(rij: Rij, cellen: readonly Cel[]): Rijsoort {
    const { nummer } = rij;
    if (rij.fout !== undefined) return nummer <= this.#koprij ? 'kop' : 'onleesbaar';
    if (this.#herstel !== undefined) return nummer <= this.#koprij ? 'kop' : this.#herstel.some((p) => gevuld(cellen[p])) ? 'gegevens' : 'leeg';
    const eerste = cellen.findIndex((c) => c !== null);
    if (eerste < 0) return 'leeg';
    if (nummer <= this.#koprij || this.#isKop(cellen, eerste)) return 'kop';
    const label = cellen[eerste];
    if (typeof label === 'string' && VOETNOOT.test(label) && cellen.every((c, i) => i === eerste || c === null)) return 'kop';
    return this.#totaal(cellen, eerste) ?? 'gegevens';
  }

  /** The heading again, as exports with pages have it. */
  #isKop(cellen: readonly Cel[], eerste: number): boolean {
    if (cellen[eerste] !== this.#kolommen[eerste]?.kop) return false;
    let gelijk = 0;
    for (let i = 0; i < cellen.length; i++) if (cellen[i] !== null) {
      if (cellen[i] !== this.#kolommen[i]?.kop) return false;
      gelijk++;
    }
    return gelijk > 1;
  }

  #totaal(cellen: readonly Cel[], eerste: number): Totaalsoort | null {
    for (const plek of this.#namen) {
      const cel = cellen[plek];
      const soort = typeof cel === 'string' ? totaalsoort(cel) : null;
      // `Bouwsteen; Totaal; 116` adds up what stands above it.
      if (soort !== null) return plek === eerste ? soort : 'subtotaal';
    }
    const label = cellen[eerste];
    if (typeof label === 'string' && !this.#keuzes.has(eerste)) {
      const soort = totaalsoort(label);
      // With everything beside it that a row of data must have, it is one, whatever its first cell says.
      const overige = this.#verplicht.filter((p) => p !== eerste);
      if (soort !== null && !(overige.length > 0 && overige.every((p) => gevuld(cellen[p])))) return soort;
    }
    // An amount without a school: nothing but figures in the columns that come in.
    return this.#sleutels.length > 0 && !this.#sleutels.some((p) => gevuld(cellen[p])) && this.#cijfers.some((p) => isCijfer(cellen[p])) ? 'totaal' : null;
  }
}

/** Cells with texts put in at some places. */
export function metTeksten(cellen: readonly Cel[], teksten: ReadonlyMap<number, string>, plekken: Iterable<number>): readonly Cel[] {
  const vol = [...cellen];
  for (const p of plekken) {
    while (vol.length < p) vol.push(null);
    vol[p] = teksten.get(p) ?? null;
  }
  return vol;
}

const gevuld = (cel: Cel | undefined): boolean => cel !== null && cel !== undefined;
const isCijfer = (cel: Cel | undefined): boolean => typeof cel === 'number' || (typeof cel === 'string' && /\d/.test(celtekst(cel)));
