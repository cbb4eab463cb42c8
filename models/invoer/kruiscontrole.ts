/** What the checks remember over rows and files of one import, in bounded memory. */
import { Nummerregister, Periodenregister, type Vingerafdruk } from './register.ts';

const RIJBITS = 2 ** 24;
/** More tables than this are not told apart in findings. */
const MAXIMUM_TABELLEN = 127;

/** Table and row as one number. */
export function plek(tabel: number, rij: number): number {
  return Math.min(tabel, MAXIMUM_TABELLEN) * RIJBITS + rij;
}

/** Place of a row that was loaded before. */
export const GELADEN = plek(MAXIMUM_TABELLEN, 0);

/** `rij 3`, or `rij 3 van hof.xlsx` when that is another table than the one in hand. */
export function noem(plaats: number, tabel: number, tabellen: readonly string[]): string {
  if (plaats === GELADEN) return 'een rij die al is ingelezen';
  const daar = Math.floor(plaats / RIJBITS);
  if (daar === MAXIMUM_TABELLEN) return `rij ${plaats % RIJBITS} van een van de bestanden`;
  return daar === tabel ? `rij ${plaats % RIJBITS}` : `rij ${plaats % RIJBITS} van ${tabellen[daar] ?? 'een ander bestand'}`;
}

export class Kruiscontrole {
  /** Whole rows as they stand, with their place (see `plek`). */
  readonly rijen = new Nummerregister();
  /** (gemeente, toewijzingnummer) with their periods. */
  readonly toewijzingen = new Periodenregister();
  /** (jeugdige, product, aanbieder) with their periods. */
  readonly overlap = new Periodenregister();
  /** Codes and pairs that may be there once, with their place. */
  readonly sleutels = new Map<string, number>();
  /** Soorten and gemeenten of which the rows that were loaded before are in here. */
  readonly onthouden = new Set<string>();
  /** Jeugdigen with a running indicatie, counted once per school and gemeente. */
  readonly #jeugdigen = new Nummerregister();
  readonly jeugdigenPerSchool = new Map<string, number>();
  /** Cost a year (indicaties) or euros (declaraties) per soort, gemeente and product, of what came in. */
  readonly #totalen = { indicaties: new Map<string, Map<string, number>>(), declaraties: new Map<string, Map<string, number>>() };

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
