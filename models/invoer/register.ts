/**
 * Memory of a million rows in tens of megabytes: tables of 64-bit fingerprints with the row they came from.
 * A row is taken for another with a chance of 3 in 100 million per million rows.
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
    // 0,0 marks an empty place.
    this.a = a | 0;
    this.b = b === 0 ? 1 : b | 0;
  }
}

/** Rows by fingerprint, each with a period and a link to the row before it with the same fingerprint. */
export class Rijregister {
  #sleutels = new Int32Array(2 << 10);
  #hoofd = new Int32Array(1 << 10);
  #rijen = new Int32Array(4 << 9);
  #aantal = 0;
  #sloten = 0;

  /** Index of the latest entry under this fingerprint, or 0. */
  laatste(v: Vingerafdruk): number {
    return this.#hoofd[this.#plek(v.a, v.b)] ?? 0;
  }

  /** Adds a row; `begin` and `eind` are any ordered whole numbers. */
  voeg(v: Vingerafdruk, rij: number, begin = 0, eind = 0): void {
    if ((this.#sloten + 1) * 2 > this.#hoofd.length) this.#groei();
    const plek = this.#plek(v.a, v.b);
    const vorige = this.#hoofd[plek] ?? 0;
    if (vorige === 0) {
      this.#sleutels[plek * 2] = v.a;
      this.#sleutels[plek * 2 + 1] = v.b;
      this.#sloten++;
    }
    const index = ++this.#aantal;
    if ((index + 1) * 4 > this.#rijen.length) {
      const groter = new Int32Array(this.#rijen.length * 2);
      groter.set(this.#rijen);
      this.#rijen = groter;
    }
    this.#rijen[index * 4] = rij;
    this.#rijen[index * 4 + 1] = begin;
    this.#rijen[index * 4 + 2] = eind;
    this.#rijen[index * 4 + 3] = vorige;
    this.#hoofd[plek] = index;
  }

  rij(index: number): number {
    return this.#rijen[index * 4] ?? 0;
  }

  vorige(index: number): number {
    return this.#rijen[index * 4 + 3] ?? 0;
  }

  /** The row of an earlier entry whose period shares a day with this one, or 0. */
  overlappend(v: Vingerafdruk, begin: number, eind: number): number {
    for (let i = this.laatste(v); i !== 0; i = this.vorige(i)) {
      if ((this.#rijen[i * 4 + 1] ?? 0) <= eind && begin <= (this.#rijen[i * 4 + 2] ?? 0)) return this.rij(i);
    }
    return 0;
  }

  #plek(a: number, b: number): number {
    const masker = this.#hoofd.length - 1;
    for (let plek = (a ^ (b >>> 7)) & masker; ; plek = (plek + 1) & masker) {
      if (this.#hoofd[plek] === 0 || (this.#sleutels[plek * 2] === a && this.#sleutels[plek * 2 + 1] === b)) return plek;
    }
  }

  #groei(): void {
    const oudeSleutels = this.#sleutels;
    const oudHoofd = this.#hoofd;
    this.#sleutels = new Int32Array(oudeSleutels.length * 2);
    this.#hoofd = new Int32Array(oudHoofd.length * 2);
    for (let i = 0; i < oudHoofd.length; i++) {
      const hoofd = oudHoofd[i] ?? 0;
      if (hoofd === 0) continue;
      const [a, b] = [oudeSleutels[i * 2] ?? 0, oudeSleutels[i * 2 + 1] ?? 0];
      const plek = this.#plek(a, b);
      this.#sleutels[plek * 2] = a;
      this.#sleutels[plek * 2 + 1] = b;
      this.#hoofd[plek] = hoofd;
    }
  }
}
