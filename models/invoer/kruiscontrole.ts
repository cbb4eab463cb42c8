/** What the checks remember over rows and files of one import, in bounded memory. */
import { Rijregister, type Vingerafdruk } from './register.ts';

export class Kruiscontrole {
  /** Whole rows of the current file. */
  rijen = new Rijregister();
  /** (gemeente, toewijzingnummer) with their periods. */
  readonly toewijzingen = new Rijregister();
  /** (jeugdige, product, aanbieder) with their periods. */
  readonly overlap = new Rijregister();
  /** Keys of the current file: codes, pairs. */
  sleutels = new Map<string, number>();
  /** Jeugdigen with a running indicatie, counted once per school and gemeente. */
  readonly #jeugdigen = new Rijregister();
  readonly jeugdigenPerSchool = new Map<string, number>();
  /** Cost a year (indicaties) or euros (declaraties) per soort, gemeente and product, of what came in. */
  readonly perProduct = new Map<string, { soort: 'indicaties' | 'declaraties'; gemeente: string; product: string; bedrag: number }>();
  #volgnummer = 0;

  /** Before each table: rows are compared within it. */
  begin(): void {
    this.rijen = new Rijregister();
    this.sleutels = new Map();
  }

  telJeugdige(school: string, v: Vingerafdruk): void {
    if (this.#jeugdigen.laatste(v) !== 0) return;
    this.#jeugdigen.voeg(v, ++this.#volgnummer & 0x7fffffff);
    this.jeugdigenPerSchool.set(school, (this.jeugdigenPerSchool.get(school) ?? 0) + 1);
  }

  telProduct(soort: 'indicaties' | 'declaraties', gemeente: string, product: string, bedrag: number): void {
    const sleutel = `${soort}\u0000${gemeente}\u0000${product}`;
    const som = this.perProduct.get(sleutel);
    if (som === undefined) this.perProduct.set(sleutel, { soort, gemeente, product, bedrag });
    else som.bedrag += bedrag;
  }
}
