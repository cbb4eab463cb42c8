/**
 * Random stand-ins for persons (import.md, Privacy at the door). Which number got which one lives as long as one import,
 * in memory; a stand-in holds nothing of the number, so nothing can be tried against it.
 */
import { isBsn } from './identiteit.ts';
import { Nummerregister, Vingerafdruk } from './register.ts';

export class Pseudoniemen {
  readonly #personen = new Nummerregister();
  readonly #vinger = new Vingerafdruk();
  readonly #toeval: (doel: Uint32Array) => void;
  /** Two random words per person. */
  #getrokken = new Uint32Array(2 << 10);

  /** @param toeval fills an array with randomness; models hold none themselves */
  constructor(toeval: (doel: Uint32Array) => void) {
    this.#toeval = toeval;
    toeval(this.#getrokken);
  }

  /** The stand-in (`p` and 11 letters and digits, 55 random bits) of a BSN (with or without dots and leading zero) or of a client number; a stand-in stays itself. */
  van(nummer: string): string {
    if (nummer.length === 12 && PSEUDONIEM.test(nummer)) return nummer;
    const v = this.#vinger;
    v.begin();
    v.tekst(sleutelVan(nummer));
    v.klaar();
    let persoon = this.#personen.van(v);
    if (persoon === 0) {
      persoon = this.#personen.aantal + 1;
      this.#personen.zet(v, persoon);
      if ((persoon + 1) * 2 > this.#getrokken.length) {
        const groter = new Uint32Array(this.#getrokken.length * 2);
        this.#toeval(groter);
        groter.set(this.#getrokken);
        this.#getrokken = groter;
      }
    }
    return `p${zes(this.#getrokken[persoon * 2] ?? 0)}${zes(this.#getrokken[persoon * 2 + 1] ?? 0).slice(1)}`;
  }
}

/** Without letters that look like a digit, in one case: spreadsheets compare without regard to case. */
const PSEUDONIEM = /^p[a-km-np-z2-9]{11}$/;
const TEKENS = 'abcdefghijkmnpqrstuvwxyz23456789';
const PAREN = Array.from({ length: 1024 }, (_, i) => `${TEKENS[i >> 5] ?? ''}${TEKENS[i & 31] ?? ''}`);
const paar = (tien: number): string => PAREN[tien & 1023] ?? '';
const zes = (woord: number): string => paar(woord) + paar(woord >>> 10) + paar(woord >>> 20);

export const isPseudoniem = (tekst: string): boolean => PSEUDONIEM.test(tekst);

/** One way to write each number: a BSN as nine digits. */
function sleutelVan(nummer: string): string {
  const eerste = nummer.charCodeAt(0);
  if (nummer.length < 8 || nummer.length > 12 || eerste < 48 || eerste > 57) return nummer;
  const cijfers = nummer.replace(/[.\s-]/g, '');
  return isBsn(cijfers) ? cijfers.padStart(9, '0') : nummer;
}
