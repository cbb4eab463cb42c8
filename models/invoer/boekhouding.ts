/** The accounting of one table (import.md, Accounting identity): every row and every euro of the file has a place. */
import { BRONRIJ, KENMERK, REDEN } from './herstel.ts';
import { vouw } from './naam.ts';
import type { Bladplan, Bestandsrapport, Controletotaal, Importmelding, Kolomverslag, Levering } from './types.ts';

/** Findings written out per code; beyond that they are counted. Refused rows are kept with all their findings. */
const MAXIMUM_PER_CODE = 500;

/** Amounts are added up in whole ten-thousandths of a euro, so that no addition is rounded. */
const eenheden = (euros: number): number => Math.round(euros * 1e4);

export class Boekhouding {
  gelezen = 0;
  koppen = 0;
  leeg = 0;
  totalen = 0;
  geaccepteerd = 0;
  geweigerd = 0;
  #bedragGelezen = 0;
  #bedragGeaccepteerd = 0;
  #bedragGeweigerd = 0;
  #onleesbaar = 0;
  readonly #meldingen: Importmelding[] = [];
  readonly #telling: Record<string, number> = {};
  readonly controletotalen: Controletotaal[] = [];

  leegGelaten(aantal: number): void {
    this.gelezen += aantal;
    this.leeg += aantal;
  }
  kop(): void {
    this.gelezen++;
    this.koppen++;
  }
  totaal(): void {
    this.gelezen++;
    this.totalen++;
  }

  /** @param bedrag euros of the row; undefined when its amount cannot be read */
  rij(goed: boolean, bedrag: number | undefined): void {
    this.gelezen++;
    if (goed) this.geaccepteerd++;
    else this.geweigerd++;
    if (bedrag === undefined) {
      this.#onleesbaar++;
      return;
    }
    const e = eenheden(bedrag);
    this.#bedragGelezen += e;
    if (goed) this.#bedragGeaccepteerd += e;
    else this.#bedragGeweigerd += e;
  }

  meld(m: Importmelding): void {
    const al = this.#telling[m.code] ?? 0;
    this.#telling[m.code] = al + 1;
    if (al < MAXIMUM_PER_CODE) this.#meldingen.push(m);
  }

  /** The report; throws when the books do not balance, which is a fault of this program. */
  rapport(bron: Omit<Levering, 'soort' | 'plan'> & { plan: Bladplan }): Bestandsrapport {
    const rapport: Bestandsrapport = {
      bestand: bron.bestand, blad: bron.blad, soort: bron.plan.soort,
      gelezen: this.gelezen, koppen: this.koppen, leeg: this.leeg, totalen: this.totalen, geaccepteerd: this.geaccepteerd, geweigerd: this.geweigerd,
      bedragGelezen: this.#bedragGelezen / 1e4, bedragGeaccepteerd: this.#bedragGeaccepteerd / 1e4, bedragGeweigerd: this.#bedragGeweigerd / 1e4, bedragOnleesbaar: this.#onleesbaar,
      controletotalen: this.controletotalen, meldingen: this.#meldingen, meldingentelling: this.#telling,
      weggelaten: weggelaten(bron.plan), kolommen: bron.plan.kolommen.map(kolomverslag), controlegetal: bron.controlegetal,
    };
    controleer(rapport);
    return rapport;
  }
}

/** The identity in rows and in euros. */
export function controleer(r: Bestandsrapport): void {
  const rijen = r.koppen + r.leeg + r.totalen + r.geaccepteerd + r.geweigerd;
  if (rijen !== r.gelezen) throw new Error(`${r.bestand}: ${r.gelezen} rows read, ${rijen} accounted for`);
  const verschil = Math.abs(r.bedragGelezen - r.bedragGeaccepteerd - r.bedragGeweigerd);
  if (verschil > 1e-9 * Math.abs(r.bedragGelezen) + 1e-6) throw new Error(`${r.bestand}: amounts differ by ${verschil}`);
}

/** Headings of what did not come in; a person's number is replaced by a pseudonym, so it counts as left out too. */
export function weggelaten(plan: Bladplan): string[] {
  // Of refused rows persons and the rest were left out before; what says where a row is from is no data.
  const eigen = plan.herstel === undefined ? undefined : new Set([BRONRIJ, REDEN, KENMERK].map(vouw));
  return plan.kolommen.filter((k) => (eigen === undefined ? k.weggelaten !== undefined || k.veld === 'jeugdige' : k.weggelaten !== undefined && !eigen.has(vouw(k.kop)))).map((k) => k.kop);
}

/** How a column was (or will be) read, for show. */
export function kolomverslag(k: Bladplan['kolommen'][number]): Kolomverslag {
  const veld = k.gemeente !== undefined ? `leerlingen van ${k.gemeente}` : k.totaal === true ? 'controletotaal' : k.veld;
  const schaal = k.schaal === undefined || k.schaal === 1 ? '' : ` × ${k.schaal}`;
  const notatie = k.veld === 'jeugdige' ? 'pseudoniem' : (k.getalnotatie ?? k.datumnotatie ?? null);
  return { kolom: k.kop, veld, notatie: notatie === null ? null : `${notatie}${schaal}`, weggelaten: k.weggelaten ?? null };
}
