/** What one file needs of another: the school of a jeugdige, the price of a product (import.md: koppeltabel, tarieven). */
import { vouw } from './naam.ts';
import { Nummerregister, Vingerafdruk } from './register.ts';
import type { Koppeling, Tarief } from './types.ts';

/** School of a jeugdige over time. */
export class Koppelregister {
  readonly #perJeugdige = new Map<string, Koppeling[]>();

  voeg(k: Koppeling): void {
    const had = this.#perJeugdige.get(k.jeugdige);
    if (had === undefined) this.#perJeugdige.set(k.jeugdige, [k]);
    else had.push(k);
  }

  /** The schools of a jeugdige on a day, or else those in the period that begins on it; each once. */
  scholen(jeugdige: string, begin: string, eind: string | null): string[] {
    const alle = this.#perJeugdige.get(jeugdige) ?? [];
    const op = (van: string, tot: string | null): string[] => [...new Set(alle.filter((k) => (k.van === undefined || tot === null || k.van <= tot) && (k.tot == null || k.tot >= van)).map((k) => k.school))];
    const opDag = op(begin, begin);
    return opDag.length > 0 ? opDag : op(begin, eind);
  }

  get leeg(): boolean {
    return this.#perJeugdige.size === 0;
  }
}

/** School of a toewijzing, for files that know only its number. */
export class Toewijzingscholen {
  readonly #nummers = new Nummerregister();
  readonly #scholen: string[] = [''];
  readonly #opCode = new Map<string, number>();
  readonly #v = new Vingerafdruk();

  voeg(gemeente: string, nummer: string, school: string): void {
    let index = this.#opCode.get(school);
    if (index === undefined) {
      index = this.#scholen.push(school) - 1;
      this.#opCode.set(school, index);
    }
    this.#nummers.zet(this.#sleutel(gemeente, nummer), index);
  }

  school(gemeente: string, nummer: string): string | undefined {
    return this.#scholen[this.#nummers.van(this.#sleutel(gemeente, nummer))] || undefined;
  }

  #sleutel(gemeente: string, nummer: string): Vingerafdruk {
    this.#v.begin();
    this.#v.tekst(gemeente);
    this.#v.tekst(nummer);
    this.#v.klaar();
    return this.#v;
  }
}

/** Prices by product, aanbieder and year. */
export class Tarievenboek {
  readonly #tarieven = new Map<string, Tarief[]>();

  constructor(tarieven: readonly Tarief[] = []) {
    for (const t of tarieven) this.voeg(t);
  }

  voeg(t: Tarief): void {
    const sleutel = `${t.product}\u0000${vouw(t.aanbieder ?? '')}`;
    const had = this.#tarieven.get(sleutel);
    if (had === undefined) this.#tarieven.set(sleutel, [t]);
    else had.push(t);
  }

  /**
   * The price of a product in a year: of this aanbieder, or else of all. Of several years the nearest one not later, or else the first.
   * Of several rows for one year the last counts.
   */
  zoek(product: string, aanbieder: string | undefined, jaar: number): Tarief | undefined {
    const lijst = (aanbieder === undefined ? undefined : this.#tarieven.get(`${product}\u0000${vouw(aanbieder)}`)) ?? this.#tarieven.get(`${product}\u0000`);
    let beste: Tarief | undefined;
    for (const t of lijst ?? []) {
      const beter = beste === undefined || (t.jaar <= jaar ? beste.jaar > jaar || t.jaar >= beste.jaar : beste.jaar > jaar && t.jaar <= beste.jaar);
      if (beter) beste = t;
    }
    return beste;
  }
}
