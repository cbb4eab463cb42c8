/**
 * Rows of a text file with separators. Strict where a lenient reader would shift values into other columns:
 * text after a closing quote makes the row faulty, a quote that is never closed makes the file unreadable.
 */
import type { Cel, Rij } from '../../../models/invoer/types.ts';
import type { Blad, Bron, Bronkeuzes, Leesopties } from './bron.ts';
import { MAXIMUM_KOLOMMEN, MAXIMUM_REGEL, MAXIMUM_RIJEN } from './grenzen.ts';
import { Leesfout } from './leesfout.ts';
import { leesTekst, verkenTekst } from './tekenset.ts';

export const SCHEIDINGSTEKENS = [';', '\t', '|', ','] as const;

const EXCEL_SEP = /^sep=(.)\r?\n/i;
const MONSTER = 1 << 16;

/** Opens a text file: finds its character set and separator. */
export async function openTekst(pad: string, bestand: string, keuzes: Bronkeuzes): Promise<Bron> {
  const verkend = await verkenTekst(pad, bestand, keuzes.tekenset);
  let monster = '';
  for await (const stuk of leesTekst(pad, verkend, { tot: verkend.bom + MONSTER })) monster += stuk;
  if (/^\s*<!?[\w:]*(?:html|table)\b/i.test(monster)) {
    throw new Leesfout('I41', `${bestand} is een webpagina, ook als de naam anders zegt. Sla het op als Excel-werkmap (.xlsx) of als .csv.`);
  }
  const scheidingsteken = keuzes.scheidingsteken ?? EXCEL_SEP.exec(monster)?.[1] ?? kiesScheidingsteken(monster, verkend.bytes <= MONSTER);
  if (scheidingsteken.length !== 1 || /["\r\n]/.test(scheidingsteken)) throw new Leesfout('I42', `Scheidingsteken “${scheidingsteken}” kan niet. Kies ; , | of een tab.`);

  async function* rijen(opties: Leesopties = {}): AsyncGenerator<Rij[]> {
    const lezer = new Csvlezer(scheidingsteken, bestand);
    const gelezen = (bytes: number): void => opties.voortgang?.(bytes / verkend.bytes);
    for await (const stuk of leesTekst(pad, verkend, { gelezen })) {
      opties.signal?.throwIfAborted();
      const klaar = lezer.voer(stuk);
      if (klaar.length > 0) yield klaar;
    }
    const laatste = lezer.einde();
    if (laatste.length > 0) yield laatste;
  }
  const blad: Blad = { naam: null, verborgen: false, rijen };
  return { bestand, vorm: 'tekst', bladen: [blad], vasteBreedte: true, controlegetal: verkend.controlegetal, scheidingsteken, tekenset: verkend.tekenset, sluit: async () => {} };
}

/** The separator that gives the most rows of the same number (at least two) of fields; in doubt the one more usual here. */
export function kiesScheidingsteken(monster: string, volledig: boolean): string {
  let beste: string = ';';
  let besteScore = 0;
  for (const teken of SCHEIDINGSTEKENS) {
    const lezer = new Csvlezer(teken, '');
    let rijen: Rij[];
    try {
      rijen = lezer.voer(monster);
      if (volledig) rijen = [...rijen, ...lezer.einde()];
    } catch (fout) {
      if (fout instanceof Leesfout) continue;
      throw fout;
    }
    const breedtes = new Map<number, number>();
    let gevuld = 0;
    for (const rij of rijen) {
      if (rij.cellen.every((c) => c === null)) continue;
      gevuld++;
      breedtes.set(rij.cellen.length, (breedtes.get(rij.cellen.length) ?? 0) + 1);
    }
    let score = 0;
    for (const [breedte, aantal] of breedtes) if (breedte > 1) score = Math.max(score, aantal / gevuld + Math.min(breedte, 50) / 1000);
    if (score > besteScore) {
      besteScore = score;
      beste = teken;
    }
  }
  return beste;
}

/** Push parser: pieces of text in, complete rows out. */
export class Csvlezer {
  readonly #scheiding: string;
  readonly #bestand: string;
  #rest = '';
  #nummer = 0;

  constructor(scheidingsteken: string, bestand: string) {
    this.#scheiding = scheidingsteken;
    this.#bestand = bestand;
  }

  voer(stuk: string): Rij[] {
    const tekst = this.#rest === '' ? stuk : this.#rest + stuk;
    const rijen: Rij[] = [];
    let i = 0;
    for (;;) {
      const einde = tekst.indexOf('\n', i);
      if (einde < 0) break;
      const regel = tekst.slice(i, tekst.charCodeAt(einde - 1) === 13 && einde > i ? einde - 1 : einde);
      if (regel.indexOf('"') < 0) {
        rijen.push(this.#rij(regel.split(this.#scheiding)));
        i = einde + 1;
        continue;
      }
      const volgende = this.#metAanhaling(tekst, i, rijen, false);
      if (volgende < 0) break;
      i = volgende;
    }
    this.#rest = tekst.slice(i);
    if (this.#rest.length > MAXIMUM_REGEL) this.#teLang();
    return rijen;
  }

  einde(): Rij[] {
    const rijen: Rij[] = [];
    const tekst = this.#rest;
    this.#rest = '';
    if (tekst === '') return rijen;
    if (tekst.includes('"')) this.#metAanhaling(tekst, 0, rijen, true);
    else rijen.push(this.#rij(tekst.replace(/\r$/, '').split(this.#scheiding)));
    return rijen;
  }

  /** Reads one record with quotes from `i`; returns where the next begins, or -1 when more text is needed. */
  #metAanhaling(tekst: string, i: number, rijen: Rij[], laatste: boolean): number {
    const velden: string[] = [];
    let fout: string | undefined;
    for (;;) {
      let veld: string;
      if (tekst[i] === '"') {
        veld = '';
        let j = i + 1;
        for (;;) {
          const sluit = tekst.indexOf('"', j);
          if (sluit < 0 || (sluit + 1 === tekst.length && !laatste)) {
            if (!laatste) {
              if (tekst.length - i > MAXIMUM_REGEL) this.#teLang();
              return -1;
            }
            throw new Leesfout('I43', `${this.#bestand}: het aanhalingsteken in rij ${this.#nummer + 1} wordt nergens gesloten, dus waar de rij eindigt is niet te zien. Herstel die rij in het bestand of exporteer het opnieuw.`);
          }
          veld += tekst.slice(j, sluit);
          if (tekst[sluit + 1] !== '"') {
            j = sluit + 1;
            break;
          }
          veld += '"';
          j = sluit + 2;
        }
        const na = eindeVeld(tekst, j, this.#scheiding);
        if (na < 0 && !laatste) return -1;
        const eind = na < 0 ? tekst.length : na;
        if (tekst.slice(j, eind).trim() !== '') fout = 'tekst na een sluitend aanhalingsteken';
        i = eind;
      } else {
        const na = eindeVeld(tekst, i, this.#scheiding);
        if (na < 0 && !laatste) return -1;
        const eind = na < 0 ? tekst.length : na;
        veld = tekst.slice(i, eind);
        i = eind;
      }
      velden.push(veld);
      if (tekst[i] === this.#scheiding) {
        i++;
        continue;
      }
      rijen.push(this.#rij(velden, fout));
      return i < tekst.length ? i + 1 : i;
    }
  }

  #rij(velden: string[], fout?: string): Rij {
    if (++this.#nummer > MAXIMUM_RIJEN) throw new Leesfout('I44', `${this.#bestand} heeft meer dan ${MAXIMUM_RIJEN} rijen. Splits het bestand.`);
    if (velden.length > MAXIMUM_KOLOMMEN) throw new Leesfout('I44', `${this.#bestand}: rij ${this.#nummer} heeft ${velden.length} kolommen, meer dan de ${MAXIMUM_KOLOMMEN} die mogen. Controleer het scheidingsteken.`);
    const cellen = velden as Cel[];
    for (let k = 0; k < velden.length; k++) {
      const schoon = velden[k]?.trim();
      cellen[k] = schoon === undefined || schoon === '' ? null : schoon;
    }
    return fout === undefined ? { nummer: this.#nummer, cellen } : { nummer: this.#nummer, cellen, fout };
  }

  #teLang(): never {
    throw new Leesfout('I44', `${this.#bestand}: rij ${this.#nummer + 1} is langer dan ${MAXIMUM_REGEL} tekens; waarschijnlijk wordt een aanhalingsteken niet gesloten. Herstel die rij of exporteer het bestand opnieuw.`);
  }
}

/** Where an unquoted field ends: at the separator or the line end; -1 when neither is there. */
function eindeVeld(tekst: string, i: number, scheiding: string): number {
  const a = tekst.indexOf(scheiding, i);
  const b = tekst.indexOf('\n', i);
  return a < 0 ? b : b < 0 ? a : Math.min(a, b);
}
