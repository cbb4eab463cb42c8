/**
 * Chance that can be repeated: the generator sfc32 ("Small Fast Counter", C. Doty-Humphrey, PractRand), seeded from one number as PractRand does: the
 * seed in the state, counter 1, twelve rounds thrown away. The same seed gives the same row on every machine. For invented data only.
 */
export class Toeval {
  #a: number;
  #b: number;
  #c = 0;
  #teller = 1;

  constructor(zaad: number) {
    this.#a = zaad | 0;
    this.#b = Math.floor(zaad / 2 ** 32) | 0;
    for (let ronde = 0; ronde < 12; ronde++) this.getal();
  }

  /** A number in 0 ≤ x < 1, in steps of 2⁻³². */
  getal(): number {
    const uit = (this.#a + this.#b + this.#teller) | 0;
    this.#teller = (this.#teller + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + uit) | 0;
    return (uit >>> 0) / 2 ** 32;
  }

  /** A whole number from `laagste` through `hoogste`. */
  geheel(laagste: number, hoogste: number): number {
    return laagste + Math.floor(this.getal() * (hoogste - laagste + 1));
  }

  /** True in this share of the cases. */
  kans(aandeel: number): boolean {
    return this.getal() < aandeel;
  }

  /** One of these, each as likely. Throws on an empty list. */
  kies<T>(lijst: readonly T[]): T {
    const gekozen = lijst[Math.floor(this.getal() * lijst.length)];
    if (gekozen === undefined) throw new Error('kies uit een lege lijst');
    return gekozen;
  }

  /** One of these keys, as likely as its weight. */
  kiesNaarGewicht<K extends string>(gewichten: Readonly<Record<K, number>>): K {
    const sleutels = Object.keys(gewichten) as K[];
    let over = this.getal() * sleutels.reduce((som, sleutel) => som + gewichten[sleutel], 0);
    for (const sleutel of sleutels) {
      over -= gewichten[sleutel];
      if (over < 0) return sleutel;
    }
    return this.kies(sleutels.slice(-1));
  }
}
