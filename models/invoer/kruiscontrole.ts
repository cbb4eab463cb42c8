/** What the checks remember over rows and files of one import, in bounded memory. */
import { Nummerregister, Periodenregister, type Vingerafdruk } from './register.ts';

export class Kruiscontrole {
  /** Whole rows of the current file. */
  rijen = new Nummerregister();
  /** (gemeente, toewijzingnummer) with their periods. */
  readonly toewijzingen = new Periodenregister();
  /** (jeugdige, product, aanbieder) with their periods. */
  readonly overlap = new Periodenregister();
  /** Keys of the current file: codes, pairs. */
  sleutels = new Map<string, number>();
  /** Jeugdigen with a running indicatie, counted once per school and gemeente. */
  readonly #jeugdigen = new Nummerregister();
  readonly jeugdigenPerSchool = new Map<string, number>();
  /** Cost a year (indicaties) or euros (declaraties) per soort, gemeente and product, of what came in. */
  readonly #totalen = { indicaties: new Map<string, Map<string, number>>(), declaraties: new Map<string, Map<string, number>>() };

  /** Before each table: rows are compared within it. */
  begin(): void {
    this.rijen = new Nummerregister();
    this.sleutels = new Map();
  }

  telJeugdige(school: string, v: Vingerafdruk): void {
    if (this.#jeugdigen.zet(v, 1) !== 0) return;
    this.jeugdigenPerSchool.set(school, (this.jeugdigenPerSchool.get(school) ?? 0) + 1);
  }

  /** The totals of what came in, one entry per soort, gemeente and product. */
  get perProduct(): { soort: 'indicaties' | 'declaraties'; gemeente: string; product: string; bedrag: number }[] {
    return (['indicaties', 'declaraties'] as const).flatMap((soort) =>
      [...this.#totalen[soort]].flatMap(([gemeente, perProduct]) => [...perProduct].map(([product, bedrag]) => ({ soort, gemeente, product, bedrag }))));
  }

  telProduct(soort: 'indicaties' | 'declaraties', gemeente: string, product: string, bedrag: number): void {
    let perProduct = this.#totalen[soort].get(gemeente);
    if (perProduct === undefined) this.#totalen[soort].set(gemeente, (perProduct = new Map()));
    perProduct.set(product, (perProduct.get(product) ?? 0) + bedrag);
  }
}
