/** What messages say about each other, learned by looking at all of them before any row is read. */
import { Nummerregister, Vingerafdruk } from './register.ts';

export class Berichtregister {
  readonly #vinger = new Vingerafdruk();
  readonly #toewijzingen = new Nummerregister();
  /** Moment, table and row of the latest message, three per toewijzing. */
  #laatste = new Float64Array(3 << 8);
  readonly #declaraties = new Nummerregister();
  readonly #afgekeurd = new Map<string, string>();

  #sleutel(...delen: string[]): Vingerafdruk {
    this.#vinger.begin();
    for (const deel of delen) this.#vinger.tekst(deel);
    this.#vinger.klaar();
    return this.#vinger;
  }

  /** A message on a toewijzing. Of two of the same moment the one that was read last counts. */
  meldToewijzing(gemeente: string, nummer: string, moment: string, tabel: number, rij: number): void {
    const v = this.#sleutel(gemeente, nummer);
    let i = this.#toewijzingen.van(v) * 3;
    const tijd = tijdVan(moment);
    if (i === 0) {
      const volgnummer = this.#toewijzingen.aantal + 1;
      this.#toewijzingen.zet(v, volgnummer);
      i = volgnummer * 3;
      if (i + 3 > this.#laatste.length) {
        const groter = new Float64Array(this.#laatste.length * 2);
        groter.set(this.#laatste);
        this.#laatste = groter;
      }
    } else if (tijd < (this.#laatste[i] ?? 0)) return;
    this.#laatste.set([tijd, tabel, rij], i);
  }

  /** Whether this row is the latest message on its toewijzing. */
  isLaatste(gemeente: string, nummer: string, tabel: number, rij: number): boolean {
    const i = this.#toewijzingen.van(this.#sleutel(gemeente, nummer)) * 3;
    return i !== 0 && this.#laatste[i + 1] === tabel && this.#laatste[i + 2] === rij;
  }

  meldDeclaratie(gemeente: string, aanbieder: string, declaratie: string, regel: string): void {
    this.#declaraties.zet(this.#sleutel(gemeente, aanbieder, declaratie, regel), 1);
    this.#declaraties.zet(this.#sleutel(gemeente, aanbieder, declaratie, ''), 1);
  }

  /** @param regel '' for a declaratie that is refused as a whole */
  meldAfkeuring(gemeente: string, aanbieder: string, declaratie: string, regel: string, retourcodes: string): void {
    this.#afgekeurd.set([gemeente, aanbieder, declaratie, regel].join('\u0000'), retourcodes);
  }

  /** Codes with which the line, or the whole declaratie, was refused. */
  afkeuring(gemeente: string, aanbieder: string, declaratie: string, regel: string): string | undefined {
    return this.#afgekeurd.get([gemeente, aanbieder, declaratie, regel].join('\u0000')) ?? this.#afgekeurd.get([gemeente, aanbieder, declaratie, ''].join('\u0000'));
  }

  isGedeclareerd(gemeente: string, aanbieder: string, declaratie: string, regel: string): boolean {
    return this.#declaraties.van(this.#sleutel(gemeente, aanbieder, declaratie, regel)) !== 0;
  }
}

/** `2026-01-31T12:00:00` → 20260131120000: moments compare as numbers. */
function tijdVan(moment: string): number {
  return Number(moment.replace(/\D/g, '').slice(0, 14).padEnd(14, '0'));
}
