/** Random stand-ins for persons (import.md, Privacy at the door). The map lives as long as one import and is never written. */
import { isBsn } from './identiteit.ts';
import { losgemaakt } from './tekst.ts';

export class Pseudoniemen {
  readonly #bekend = new Map<string, string>();
  readonly #trek: () => string;

  /** @param trek gives a new random text at every call; models hold no randomness themselves */
  constructor(trek: () => string) {
    this.#trek = trek;
  }

  /** The stand-in of a BSN (with or without dots and leading zero) or of a client number. */
  van(nummer: string): string {
    let pseudoniem = this.#bekend.get(nummer);
    if (pseudoniem === undefined) {
      const sleutel = sleutelVan(nummer);
      pseudoniem = this.#bekend.get(sleutel);
      if (pseudoniem === undefined) {
        pseudoniem = this.#trek();
        this.#bekend.set(losgemaakt(sleutel), pseudoniem);
      }
    }
    return pseudoniem;
  }

  get aantal(): number {
    return this.#bekend.size;
  }
}

function sleutelVan(nummer: string): string {
  const cijfers = nummer.replace(/[.\s-]/g, '');
  return isBsn(cijfers) ? cijfers.padStart(9, '0') : nummer;
}
