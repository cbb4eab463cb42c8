/**
 * Memory of a million rows in tens of megabytes: tables of 64-bit fingerprints.
 * Something is taken for something else with a chance of 3 in 100 million per million entries.
 */

const GETALLEN = new Float64Array(1);
const BITS = new Uint32Array(GETALLEN.buffer);

/** A running 64-bit fingerprint of texts and numbers. */
export class Vingerafdruk {
  a = 0;
  b = 0;

  begin(): void {
    this.a = 0x9e3779b1 | 0;
    this.b = 0x85ebca77 | 0;
  }

  tekst(t: string): void {
    let { a, b } = this;
    for (let i = 0; i < t.length; i++) {
      const c = t.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ c, 0x5bd1e995);
      b ^= b >>> 15;
    }
    this.a = Math.imul(a ^ 0x1f, 0x01000193);
    this.b = Math.imul(b ^ 0x1f, 0x5bd1e995);
  }

  getal(x: number): void {
    GETALLEN[0] = x;
    const laag = BITS[0] ?? 0;
    const hoog = BITS[1] ?? 0;
    this.a = Math.imul(Math.imul(this.a ^ laag, 0x01000193) ^ hoog, 0x27d4eb2f);
    this.b = Math.imul(Math.imul(this.b ^ hoog, 0x5bd1e995) ^ laag, 0x165667b1);
    this.b ^= this.b >>> 13;
  }

  /** Spreads every bit over both halves; before use as a key. */
  klaar(): void {
    let { a, b } = this;
    a ^= a >>> 16;
    a = Math.imul(a, 0x85ebca6b);
    a ^= a >>> 13;
    b ^= a;
    b ^= b >>> 16;
    b = Math.imul(b, 0xc2b2ae35);
    b ^= b >>> 14;
    this.a = a | 0;
    this.b = b | 0;
  }
}

/** A whole number above 0 per fingerprint. */
export class Nummerregister {
  #sleutels = new Int32Array(1 << 11);
  #nummers = new Int32Array(1 << 10);
  aantal = 0;

  /** The number, or 0. */
  van(v: Vingerafdruk): number {
    return this.#nummers[this.#plek(v.a, v.b)] ?? 0;
  }

  /** Sets the number and returns the one before it, or 0. */
  zet(v: Vingerafdruk, nummer: number): number {
    let plek = this.#plek(v.a, v.b);
    const vorige = this.#nummers[plek] ?? 0;
    if (vorige === 0) {
      if ((this.aantal + 1) * 4 > this.#nummers.length * 3) {
        this.#groei();
        plek = this.#plek(v.a, v.b);
      }
      this.#sleutels[plek * 2] = v.a;
      this.#sleutels[plek * 2 + 1] = v.b;
      this.aantal++;
    }
    this.#nummers[plek] = nummer;
    return vorige;
  }

  #plek(a: number, b: number): number {
    const masker = this.#nummers.length - 1;
    for (let plek = (a ^ (b >>> 7)) & masker; ; plek = (plek + 1) & masker) {
      if (this.#nummers[plek] === 0 || (this.#sleutels[plek * 2] === a && this.#sleutels[plek * 2 + 1] === b)) return plek;
    }
  }

  #groei(): void {
    const sleutels = this.#sleutels;
    const nummers = this.#nummers;
    this.#sleutels = new Int32Array(sleutels.length * 2);
    this.#nummers = new Int32Array(nummers.length * 2);
    for (let i = 0; i < nummers.length; i++) {
      const nummer = nummers[i] ?? 0;
      if (nummer === 0) continue;
      const [a, b] = [sleutels[i * 2] ?? 0, sleutels[i * 2 + 1] ?? 0];
      const plek = this.#plek(a, b);
      this.#sleutels[plek * 2] = a;
      this.#sleutels[plek * 2 + 1] = b;
      this.#nummers[plek] = nummer;
    }
  }
}

const RIJ = 0;
const BEGIN = 1;
const EIND = 2;
const VORIGE = 3;
const INHOUD = 4;
const BREEDTE = 5;

/** Rows with a period and 32 bits of their content, by fingerprint. */
export class Periodenregister {
  readonly #laatste = new Nummerregister();
  #rijen = new Int32Array(BREEDTE << 10);
  #aantal = 0;

  /** The latest row under this fingerprint, or 0. */
  laatste(v: Vingerafdruk): number {
    return this.#rijen[this.#laatste.van(v) * BREEDTE + RIJ] ?? 0;
  }

  /** A row under this fingerprint whose period shares a day with this one, and whether its content is the same. Periods are any ordered whole numbers. */
  overlappend(v: Vingerafdruk, begin: number, eind: number, inhoud = 0): { rij: number; gelijk: boolean } | null {
    for (let i = this.#laatste.van(v) * BREEDTE; i !== 0; i = (this.#rijen[i + VORIGE] ?? 0) * BREEDTE) {
      if ((this.#rijen[i + BEGIN] ?? 0) <= eind && begin <= (this.#rijen[i + EIND] ?? 0)) return { rij: this.#rijen[i + RIJ] ?? 0, gelijk: this.#rijen[i + INHOUD] === inhoud };
    }
    return null;
  }

  voeg(v: Vingerafdruk, rij: number, begin: number, eind: number, inhoud = 0): void {
    const nummer = ++this.#aantal;
    if ((nummer + 1) * BREEDTE > this.#rijen.length) {
      const groter = new Int32Array(Math.ceil((this.#rijen.length / BREEDTE) * 1.5) * BREEDTE);
      groter.set(this.#rijen);
      this.#rijen = groter;
    }
    const i = nummer * BREEDTE;
    this.#rijen[i + RIJ] = rij;
    this.#rijen[i + BEGIN] = begin;
    this.#rijen[i + EIND] = eind;
    this.#rijen[i + INHOUD] = inhoud;
    this.#rijen[i + VORIGE] = this.#laatste.zet(v, nummer);
  }
}
