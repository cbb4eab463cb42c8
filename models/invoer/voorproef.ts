/** What an import would store, of which the first rows are kept: for the preview, by the same code as the import. */
import type { Bestandsrapport, Doel, GeweigerdeRij, Levering, Nieuwelingen, Rijsoorten, Soort } from './types.ts';

export interface Voorproeftabel { levering: Levering; rijen: Rijsoorten[Soort][]; geweigerd: GeweigerdeRij[]; rapport: Bestandsrapport | null }

export class Voorproef implements Doel {
  readonly tabellen: Voorproeftabel[] = [];
  readonly nieuwelingen: Nieuwelingen = { gemeenten: [], scholen: [], producten: [] };
  readonly #maximum: number;

  /** @param maximum rows that are kept per table, of the accepted and of the refused */
  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  nieuw({ gemeenten, scholen, producten }: Nieuwelingen): void {
    this.nieuwelingen.gemeenten.push(...gemeenten);
    this.nieuwelingen.scholen.push(...scholen);
    this.nieuwelingen.producten.push(...producten);
  }
  begin(levering: Levering): void {
    this.tabellen.push({ levering, rijen: [], geweigerd: [], rapport: null });
  }
  rijen(_: Soort, rijen: Rijsoorten[Soort][]): void {
    const hier = this.tabellen.at(-1)?.rijen;
    hier?.push(...rijen.slice(0, this.#maximum - hier.length));
  }
  geweigerd(rijen: GeweigerdeRij[]): void {
    const hier = this.tabellen.at(-1)?.geweigerd;
    hier?.push(...rijen.slice(0, this.#maximum - hier.length));
  }
  hersteld(): void {}
  einde(rapport: Bestandsrapport): void {
    const hier = this.tabellen.at(-1);
    if (hier !== undefined) hier.rapport = rapport;
  }
}
