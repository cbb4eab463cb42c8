/**
 * Refused rows that come back corrected (import.md, Checks): what their sheet looks like, by what their delivery is known, and how rows and euros of the
 * delivery and its repairs add up. They are read as any other table, by the plan of the file that they came from.
 */
import { vouw } from './naam.ts';
import type { Meldingcode } from './meldingen.ts';
import { celtekst, kolomletters } from './tekst.ts';
import type { Bestandsrapport, Bladplan, Bronprofiel, Bronverwijzing, Cel, Herstelbaar, Herstelverslag, Kolomkeuze, Kolomplan, Rij } from './types.ts';
import { VELDEN, veldVan } from './velden.ts';

/** Headings of the row in the source file, of the reasons, and of what tells which delivery it is. */
export const BRONRIJ = 'Rij in bronbestand';
export const REDEN = 'Reden';
export const KENMERK = 'Kenmerk';

/** Stands where a value was not kept. */
export const NIET_BEWAARD = '•••';

/** Reasons that lie in another message: nothing in the row itself can be corrected. */
const ELDERS = new Set<string>(['I27', 'I28', 'I33', 'I34'] satisfies Meldingcode[]);
/** Reasons that lie in the rows beside it. */
const NAAST = new Set<string>(['I10', 'I11', 'I23'] satisfies Meldingcode[]);
interface Geweigerd { meldingen: readonly { code: string }[] }
export const isElders = ({ meldingen }: Geweigerd): boolean => meldingen.some(({ code }) => ELDERS.has(code));
export const isNaast = ({ meldingen }: Geweigerd): boolean => meldingen.some(({ code }) => NAAST.has(code));

/** What a delivery is known by in a sheet: the beginning of the checksum of its file, and the sheet that it was. */
export const kenmerkVan = ({ controlegetal, blad }: Pick<Bronverwijzing, 'controlegetal' | 'blad'>): string => [controlegetal.slice(0, 16), ...(blad === null ? [] : [blad])].join(' ');

/** A column of a sheet with refused rows, and the column of the source that it is; a field that the source had no column for has none. */
export interface Herstelkolom { kop: string; veld: string | null; kolom?: Kolomplan }

/** The columns that rows can be corrected in: those that come in, each under a heading of its own, and what other files told of these rows. */
export function herstelkolommen({ soort, kolommen, vast, indeling }: Bladplan): Herstelkolom[] {
  if (soort === null) return [];
  const mee = kolommen.filter((k) => k.gemeente !== undefined || (k.veld !== null && veldVan(soort, k.veld) !== undefined));
  const tel = new Map<string, number>();
  for (const kop of [BRONRIJ, REDEN, KENMERK, ...mee.map((k) => k.kop)]) tel.set(vouw(kop), (tel.get(vouw(kop)) ?? 0) + 1);
  const uit: Herstelkolom[] = mee.map((k) => ({ kop: tel.get(vouw(k.kop)) === 1 ? k.kop : `${k.kop} (kolom ${kolomletters(k.nummer)})`, veld: k.gemeente === undefined ? k.veld : null, kolom: k }));
  const heeft = (veld: string): boolean => vast[veld] !== undefined || mee.some((k) => k.veld === veld || k.veld === `${veld}naam`) || (indeling === 'matrix' && (veld === 'gemeente' || veld === 'aantal'));
  for (const { naam, titel, verplicht } of VELDEN[soort]) if (verplicht === true && !heeft(naam)) uit.push({ kop: tel.has(vouw(titel)) ? `${titel} (erbij)` : titel, veld: naam });
  return uit;
}

/** What stands above values that are pseudonyms: a heading that says *BSN* would say that they are. */
export const opschriftVan = (kop: string): string => (vouw(kop).includes('pseudoniem') ? kop : `${kop} (pseudoniem)`);

/** The heading of a column in a sheet with refused rows. */
export const opschriftIn = ({ soort }: Bladplan, { kop, veld, kolom }: Herstelkolom): string =>
  kolom !== undefined && soort !== null && veld !== null && veldVan(soort, veld)?.type === 'jeugdige' ? opschriftVan(kop) : kop;

/** The rows with the headings of the source again, where those of the sheet say more. */
export function metBronkoppen(plan: Bladplan, { koprij }: Herstelkop, rijen: readonly Rij[]): Rij[] {
  const eigen = new Map(herstelkolommen(plan).map((k) => [vouw(opschriftIn(plan, k)), k.kop]));
  return rijen.map((rij) => (rij.nummer === koprij ? { ...rij, cellen: rij.cellen.map((cel) => eigen.get(vouw(celtekst(cel).trim())) ?? cel) } : rij));
}

/** The heading of a sheet with refused rows. */
export interface Herstelkop { koprij: number; koppen: string[]; bronrij: number; kenmerk: number; /** Of its first row, or ''. */ waarde: string }

const VORM = /^[0-9a-f]{16}(?: |$)/;

/** Finds it among the first rows. @returns null for any other sheet; `'onvolledig'` when it was one and its marks are gone */
export function herkenHerstel(rijen: readonly Rij[]): Herstelkop | 'onvolledig' | null {
  for (const rij of rijen) {
    const koppen = rij.cellen.map((cel) => celtekst(cel).trim());
    const [bronrij, reden, kenmerk] = [BRONRIJ, REDEN, KENMERK].map((kop) => koppen.findIndex((k) => vouw(k) === vouw(kop)) + 1) as [number, number, number];
    const waarde = kenmerk === 0 ? '' : (rijen.filter((r) => r.nummer > rij.nummer).map((r) => celtekst(r.cellen[kenmerk - 1]).trim()).find((t) => t !== '') ?? '');
    if (bronrij === 0 ? !(reden > 0 && VORM.test(waarde)) : reden === 0 && kenmerk === 0) continue;
    return bronrij === 0 || kenmerk === 0 || waarde === '' ? 'onvolledig' : { koprij: rij.nummer, koppen, bronrij, kenmerk, waarde };
  }
  return null;
}

/** How a sheet with refused rows is read: as its source was. Whole numbers alone do not tell a notation, so that is asked of what stands there now. */
export function herstelprofiel(plan: Bladplan, { koprij, koppen }: Herstelkop): Bronprofiel {
  const kolommen: Record<string, Kolomkeuze | null> = {};
  const bekend = new Map(herstelkolommen(plan).map((k) => [vouw(k.kop), k]));
  koppen.forEach((kop, i) => {
    const k = bekend.get(vouw(kop));
    const { gemeente, getalnotatie, datumnotatie, schaal = 1 } = k?.kolom ?? {};
    kolommen[kop === '' ? `#${i + 1}` : kop] = k === undefined ? null : {
      ...(k.veld !== null && { veld: k.veld }), ...(gemeente !== undefined && { gemeente }), schaal,
      ...(getalnotatie !== undefined && getalnotatie !== '1234' && { getalnotatie }), ...(datumnotatie !== undefined && { datumnotatie }),
    };
  });
  return { ...(plan.soort !== null && { soort: plan.soort }), koprij, indeling: plan.indeling, kolommen, vast: plan.vast, splitsingen: plan.splitsingen };
}

/** The year that a heading of the source named. */
export const jaarVan = (plan: Bladplan, kop: string): number | undefined => herstelkolommen(plan).find((k) => vouw(k.kop) === vouw(kop))?.kolom?.jaar;

/** What became of the refused rows of one delivery in one import, sheet after sheet. */
export class Herstelling {
  readonly herstelbaar: Herstelbaar;
  readonly #hersteld = new Set<number>();
  readonly #opnieuw = new Map<number, number | undefined>();
  #bedrag = 0;
  /** Of the sheet in hand. */
  #hier = { hersteld: 0, bedrag: 0 };

  constructor(herstelbaar: Herstelbaar) {
    this.herstelbaar = herstelbaar;
  }

  begin(): void {
    this.#hier = { hersteld: 0, bedrag: 0 };
  }

  /** Whether a row was there before. */
  gezien(bronrij: number): boolean {
    return this.#hersteld.has(bronrij) || this.#opnieuw.has(bronrij);
  }

  goed(bronrij: number, bedrag: number): void {
    this.#hersteld.add(bronrij);
    this.#bedrag += eenheden(bedrag);
    this.#hier.hersteld++;
    this.#hier.bedrag += eenheden(bedrag);
  }

  opnieuw(bronrij: number, bedrag: number | undefined): void {
    this.#opnieuw.set(bronrij, bedrag);
  }

  /** @throws Error when the books do not balance, which is a fault of this program */
  verslag(): Herstelverslag {
    const { van, rijen } = this.herstelbaar;
    const { rapport, eerder } = this.herstelbaar.geteld();
    let [open, onleesbaar, geweigerd] = [0, 0, 0];
    for (const [bronrij, rij] of rijen) {
      if (rij.hersteld || this.#hersteld.has(bronrij)) continue;
      open++;
      const bedrag = this.#opnieuw.has(bronrij) ? this.#opnieuw.get(bronrij) : rij.bedrag;
      if (bedrag === undefined) onleesbaar++;
      else geweigerd += eenheden(bedrag);
    }
    const geaccepteerd = [rapport, ...eerder].reduce((som, r) => som + r.geaccepteerd, this.#hersteld.size);
    const aanvaard = [rapport, ...eerder].reduce((som, r) => som + eenheden(r.bedragGeaccepteerd), this.#bedrag);
    if (geaccepteerd + open !== rapport.geaccepteerd + rapport.geweigerd) throw new Error(`Repaired rows do not add up: ${geaccepteerd} + ${open} of ${rapport.geaccepteerd} + ${rapport.geweigerd}`);
    return {
      van, hersteld: this.#hier.hersteld, bedrag: this.#hier.bedrag / 1e4,
      samen: { geaccepteerd, geweigerd: open, bedragGelezen: (aanvaard + geweigerd) / 1e4, bedragGeaccepteerd: aanvaard / 1e4, bedragGeweigerd: geweigerd / 1e4, bedragOnleesbaar: onleesbaar },
    };
  }
}
const eenheden = (euros: number): number => Math.round(euros * 1e4);

/** Rows of an import that are still refused: of a table that others of the import repaired, those that are left. */
export function nogGeweigerd(bestanden: readonly Bestandsrapport[]): number {
  const isBron = (b: Bestandsrapport, van: Bronverwijzing): boolean => b.controlegetal === van.controlegetal && b.blad === van.blad && b.soort === van.soort;
  return bestanden.reduce((som, b) => {
    const { herstel } = b;
    if (herstel !== undefined && bestanden.some((ander) => isBron(ander, herstel.van))) return som;
    return som + (bestanden.findLast((ander) => ander.herstel !== undefined && isBron(b, ander.herstel.van))?.herstel?.samen.geweigerd ?? b.geweigerd);
  }, 0);
}

/** The number in the column *Rij in bronbestand*; undefined when it is none. */
export function bronrijVan(cel: Cel | undefined): number | undefined {
  const getal = typeof cel === 'number' ? cel : Number(celtekst(cel).trim() || Number.NaN);
  return Number.isInteger(getal) ? getal : undefined;
}
