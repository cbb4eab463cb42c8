/**
 * A push scanner for the XML of workbooks and iJw messages: pieces of text in, events out.
 * Well-formed documents only, and only what those need: no DTD, and no entities but the five predefined ones and numeric ones.
 * Written because a general parser takes most of the time of reading a large sheet (measured in `scripts/bench/lezen.ts`).
 */
import { MAXIMUM_CEL, MAXIMUM_DIEPTE_XML } from './grenzen.ts';

/** Attributes of the element that was just opened; valid only during that call. */
export class Attributen {
  #aantal = 0;
  readonly #namen: string[] = [];
  readonly #waarden: string[] = [];

  /** Value by name, with any prefix looked through (`r:id` is asked for as `id`), or undefined. */
  waarde(naam: string): string | undefined {
    for (let i = 0; i < this.#aantal; i++) if (this.#namen[i] === naam) return this.#waarden[i];
    for (let i = 0; i < this.#aantal; i++) if (lokaal(this.#namen[i] ?? '') === naam) return this.#waarden[i];
    return undefined;
  }

  /** All of them, with their prefixes. */
  alle(): [string, string][] {
    return this.#namen.slice(0, this.#aantal).map((naam, i) => [naam, this.#waarden[i] ?? '']);
  }

  leeg(): void {
    this.#aantal = 0;
  }

  zet(naam: string, waarde: string): void {
    for (let i = 0; i < this.#aantal; i++) if (this.#namen[i] === naam) throw new Xmlfout(`kenmerk ${naam} staat er twee keer`);
    this.#namen[this.#aantal] = naam;
    this.#waarden[this.#aantal++] = waarde;
  }
}

export interface Xmlgebeurtenissen {
  /** `naam` without prefix. */
  open(naam: string, attributen: Attributen): void;
  sluit(naam: string): void;
  /** Decoded; one text may come in several pieces. Only while `wilTekst`. */
  tekst(tekst: string): void;
  wilTekst: boolean;
}

/** The text is not well-formed XML of the kind accepted here; the message is part of a Dutch sentence. */
export class Xmlfout extends Error {}

export function lokaal(naam: string): string {
  const dubbelepunt = naam.indexOf(':');
  return dubbelepunt < 0 ? naam : naam.slice(dubbelepunt + 1);
}

/** In an attribute these mean a space, in a text a line end. */
const WITRUIMTE = /[\r\n\t]/;
const NAAM = /^[A-Za-z_\u0080-\uffff][\w.\-:\u0080-\uffff]*$/;
const SPATIE = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9;
/** Characters that XML 1.0 does not allow. */
// oxlint-disable-next-line no-control-regex
const VERBODEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

export class Xmlscanner {
  readonly #naar: Xmlgebeurtenissen;
  readonly #stapel: string[] = [];
  readonly #attributen = new Attributen();
  readonly #geldig = new Set<string>();
  #rest = '';
  #geweest = false;
  #begin = true;

  constructor(naar: Xmlgebeurtenissen) {
    this.#naar = naar;
  }

  /** @throws Xmlfout */
  voer(stuk: string): void {
    let s = this.#rest === '' ? stuk : this.#rest + stuk;
    if (this.#begin && s.length > 0) {
      this.#begin = false;
      if (s.charCodeAt(0) === 0xfeff) s = s.slice(1);
    }
    const naar = this.#naar;
    let i = 0;
    for (;;) {
      const lt = s.indexOf('<', i);
      if (lt < 0) {
        // Text may be cut anywhere but within an entity; `]]>` is not legal in it and needs no care.
        if (s.length - i > MAXIMUM_CEL * 10) throw new Xmlfout('een tekst is te lang');
        break;
      }
      if (lt > i) this.#tekst(s.slice(i, lt));
      i = lt;
      const c = s.charCodeAt(lt + 1);
      if (c === 47) {
        const gt = s.indexOf('>', lt + 2);
        if (gt < 0) break;
        let naam = s.slice(lt + 2, gt);
        const verwacht = this.#stapel.pop();
        if (naam !== verwacht) {
          naam = naam.trimEnd();
          if (naam !== verwacht) throw new Xmlfout(`</${naam.slice(0, 40)}> sluit ${verwacht === undefined ? 'niets' : `<${verwacht}> niet`}`);
        }
        naar.sluit(lokaal(naam));
        i = gt + 1;
      } else if (c === 33) {
        const na = this.#bijzonder(s, lt);
        if (na < 0) break;
        i = na;
      } else if (c === 63) {
        const na = s.indexOf('?>', lt + 2);
        if (na < 0) break;
        i = na + 2;
      } else if (Number.isNaN(c)) break;
      else {
        const na = this.#open(s, lt + 1);
        if (na < 0) break;
        i = na;
      }
    }
    this.#rest = i === 0 ? s : s.slice(i);
    if (this.#rest.length > MAXIMUM_CEL * 20) throw new Xmlfout('een onderdeel is te lang');
  }

  /** @throws Xmlfout when the document is not complete */
  einde(): void {
    if (this.#rest.includes('<')) throw new Xmlfout('het houdt op midden in een onderdeel');
    this.#tekst(this.#rest);
    this.#rest = '';
    if (this.#stapel.length > 0) throw new Xmlfout(`het houdt op terwijl <${this.#stapel.at(-1) ?? ''}> nog open is`);
    if (!this.#geweest) throw new Xmlfout('het bevat geen gegevens');
  }

  #tekst(ruw: string): void {
    if (this.#stapel.length === 0) {
      if (ruw.trim() !== '') throw new Xmlfout('er staat tekst buiten het hoofdonderdeel');
      return;
    }
    if (!this.#naar.wilTekst) return;
    this.#naar.tekst(ontcijfer(ruw.includes('\r') ? ruw.replace(/\r\n?/g, '\n') : ruw));
  }

  /** Comment, CDATA or DTD at `i`; where it ends, or -1. */
  #bijzonder(s: string, i: number): number {
    if (s.startsWith('<!--', i)) {
      const na = s.indexOf('-->', i + 4);
      return na < 0 ? -1 : na + 3;
    }
    if (s.startsWith('<![CDATA[', i)) {
      const na = s.indexOf(']]>', i + 9);
      if (na < 0) return -1;
      if (this.#stapel.length === 0) throw new Xmlfout('er staat tekst buiten het hoofdonderdeel');
      if (this.#naar.wilTekst) this.#naar.tekst(keur(s.slice(i + 9, na)));
      return na + 3;
    }
    if (s.length - i < 9) return -1;
    throw new Xmlfout('het bevat een DTD of een onbekend onderdeel (<!…>), en dat wordt niet gelezen');
  }

  /** Start tag whose name begins at `i`; where it ends, or -1. */
  #open(s: string, i: number): number {
    const lengte = s.length;
    let j = i;
    let c = 0;
    for (; j < lengte; j++) {
      c = s.charCodeAt(j);
      if (c === 62 || c === 47 || c === 32 || c === 10 || c === 13 || c === 9) break;
    }
    if (j === lengte) return -1;
    const naam = s.slice(i, j);
    const attributen = this.#attributen;
    attributen.leeg();
    for (;;) {
      const begin = j;
      while (j < lengte && SPATIE(s.charCodeAt(j))) j++;
      if (j === lengte) return -1;
      c = s.charCodeAt(j);
      if (c === 62 || c === 47) break;
      if (j === begin) throw new Xmlfout(`<${naam.slice(0, 40)}> is niet goed geschreven`);
      let k = j;
      while (k < lengte && (c = s.charCodeAt(k)) !== 61 && !SPATIE(c) && c !== 62 && c !== 60) k++;
      if (k === lengte) return -1;
      const kenmerk = s.slice(j, k);
      while (k < lengte && SPATIE(s.charCodeAt(k))) k++;
      if (k === lengte) return -1;
      if (s.charCodeAt(k) !== 61) throw new Xmlfout(`kenmerk ${kenmerk.slice(0, 40)} heeft geen waarde`);
      k++;
      while (k < lengte && SPATIE(s.charCodeAt(k))) k++;
      if (k === lengte) return -1;
      const haak = s.charCodeAt(k);
      if (haak !== 34 && haak !== 39) throw new Xmlfout(`kenmerk ${kenmerk.slice(0, 40)} heeft geen waarde tussen aanhalingstekens`);
      const eind = s.indexOf(haak === 34 ? '"' : "'", k + 1);
      if (eind < 0) return -1;
      const waarde = s.slice(k + 1, eind);
      if (waarde.includes('<')) throw new Xmlfout(`kenmerk ${kenmerk.slice(0, 40)} is niet goed geschreven`);
      attributen.zet(this.#naam(kenmerk), ontcijfer(WITRUIMTE.test(waarde) ? waarde.replace(/\r\n?|[\n\t]/g, ' ') : waarde));
      j = eind + 1;
    }
    const leeg = c === 47;
    if (leeg) {
      if (j + 1 === lengte) return -1;
      if (s.charCodeAt(j + 1) !== 62) throw new Xmlfout(`<${naam.slice(0, 40)}> is niet goed geschreven`);
      j++;
    }
    this.#naam(naam);
    if (this.#stapel.length === 0) {
      if (this.#geweest) throw new Xmlfout('er staat meer dan één hoofdonderdeel in');
      this.#geweest = true;
    }
    const kort = lokaal(naam);
    this.#naar.open(kort, attributen);
    if (leeg) this.#naar.sluit(kort);
    else if (this.#stapel.push(naam) > MAXIMUM_DIEPTE_XML) throw new Xmlfout(`het is dieper dan ${MAXIMUM_DIEPTE_XML} lagen`);
    return j + 1;
  }

  /** A name checked once; the few that a document has are remembered. */
  #naam(naam: string): string {
    if (this.#geldig.has(naam)) return naam;
    if (!NAAM.test(naam)) throw new Xmlfout(`“${naam.slice(0, 40)}” is geen geldige naam`);
    if (this.#geldig.size > 1000) this.#geldig.clear();
    this.#geldig.add(naam);
    return naam;
  }
}

const ENTITEITEN: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function keur(tekst: string): string {
  if (VERBODEN.test(tekst)) throw new Xmlfout('het bevat een teken dat in XML niet mag');
  return tekst;
}

function ontcijfer(ruw: string): string {
  keur(ruw);
  if (ruw.indexOf('&') < 0) return ruw;
  return ruw.replace(/&([^;&]{0,12});|&/g, (geheel, naam: string | undefined) => {
    const vast = naam === undefined ? undefined : ENTITEITEN[naam];
    if (vast !== undefined) return vast;
    const cijfers = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(naam ?? '');
    const punt = cijfers === null ? Number.NaN : cijfers[1] === undefined ? Number(cijfers[2]) : Number.parseInt(cijfers[1], 16);
    if (!(punt > 0 && punt <= 0x10ffff) || (punt >= 0xd800 && punt <= 0xdfff)) throw new Xmlfout(`“${geheel.slice(0, 20)}” is geen bekende verwijzing`);
    return keur(String.fromCodePoint(punt));
  });
}
