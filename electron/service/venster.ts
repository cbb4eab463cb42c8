/** One window: the way in for its page, whatever host carries the messages. It answers what needs no project itself, and passes on the rest. */
import { join } from 'node:path';
import type { Antwoord } from '../../models/contract/antwoord.ts';
import type { Bestandsgreep } from '../../models/contract/bestand.ts';
import type { Gebeurtenis } from '../../models/contract/gebeurtenis.ts';
import type { Projectmethode, Venstermethode } from '../../models/contract/methoden.ts';
import { leesBericht } from './bericht.ts';
import { alsAntwoord } from './dienstfout.ts';
import { foutenlogboek, type Foutenlogboek } from './foutenlogboek.ts';
import { Drukker } from './drukker.ts';
import type { Gastheer } from './gastheer.ts';
import { Grepen, veiligeNaam } from './grepen.ts';
import type { Kader, Projectkant, Thuis } from './projectkant.ts';
import { onthoud, recentPad } from './recent.ts';
import { VENSTERTAKEN, type Venstertaak } from './venstertaken.ts';
import { vrijPad } from './vrij-pad.ts';

export class Venster {
  readonly gastheer: Gastheer;
  readonly grepen: Grepen;
  private readonly drukker: Drukker;
  private readonly kant: Projectkant;
  private readonly log: Foutenlogboek;

  /**
   * @param maakKant `inWerker(…)`, or `maakProjectkant` in the same thread
   * @param ontvang takes events for the page
   */
  constructor(gastheer: Gastheer, maakKant: (kader: Kader, thuis: Thuis) => Projectkant, ontvang: (gebeurtenis: Gebeurtenis) => void) {
    this.gastheer = gastheer;
    const { gegevensmap, versie, voorbeeldmap } = gastheer;
    this.grepen = new Grepen(gegevensmap);
    this.drukker = new Drukker(gastheer.drukker);
    this.log = foutenlogboek(gegevensmap, versie);
    this.kant = maakKant({ gegevensmap, versie, voorbeeldmap }, {
      bestand: async (greep) => {
        const { pad } = this.grepen.bestand(greep);
        return { pad, geleend: this.grepen.isTijdelijk(pad) };
      },
      nieuwPad: async (naam) => this.grepen.nieuwPad(naam),
      greepVan: async (pad) => this.grepen.van(pad),
      doel: async (naam) => (gastheer.dialogen ? gastheer.dialogen.doel(veiligeNaam(naam)) : vrijPad(join(gegevensmap, 'projecten'), naam)),
      druk: async (html) => this.drukker.druk(html),
      gedrukt: async () => this.drukker.sluit(),
      recentPad: async (id) => recentPad(gegevensmap, id) ?? null,
      onthoud: async (pad, naam) => {
        onthoud(gegevensmap, pad, naam, new Date());
        gastheer.onthoud?.(pad);
      },
      meld: async (gebeurtenis) => ontvang(gebeurtenis),
    });
  }

  /** A message of the page (`Bericht`) as text; gives the `Antwoord` as text and never rejects. */
  async roep(tekst: unknown): Promise<string> {
    const gelezen = leesBericht(tekst);
    if (!gelezen.ok) return JSON.stringify(gelezen);
    const { naam, methode, invoer, taak } = gelezen.value;
    try {
      if (methode.nodig !== 'venster') return await this.kant.roep(naam as Projectmethode, invoer, taak);
      const doe = VENSTERTAKEN[naam as Venstermethode] as Venstertaak;
      return JSON.stringify({ ok: true, value: await doe(this, invoer as never) });
    } catch (fout) {
      return JSON.stringify(this.mislukt(fout));
    }
  }

  /** Handles for files that the user dropped or opened from outside. */
  neem(paden: readonly string[]): Antwoord<Bestandsgreep[]> {
    try {
      return { ok: true, value: paden.map((pad) => this.grepen.van(pad)) };
    } catch (fout) {
      return this.mislukt(fout);
    }
  }

  annuleer(taak: string): void {
    this.kant.annuleer(taak);
  }

  mislukt(fout: unknown): Antwoord<never> {
    return alsAntwoord(fout, this.gastheer.gegevensmap, this.log.schrijf);
  }

  /** Closes project and handles. There is nobody left to tell of a fault, such as a last backup that fails: it goes to the log. */
  async sluit(): Promise<void> {
    try {
      await this.drukker.sluit();
      await this.kant.sluit();
    } catch (fout) {
      this.log.schrijf(fout);
    } finally {
      this.grepen.sluit();
    }
  }
}
