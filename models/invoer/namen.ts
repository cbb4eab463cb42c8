/** What the names in files mean: something the project knows, something new, or something left out (import.md, Reading values). */
import type { Gemeente, Product, School } from '../project/types.ts';
import { codeVan, type Kandidaat, Naamzoeker, vouw, vouwGemeente } from './naam.ts';
import { losgemaakt } from './tekst.ts';
import type { Bekend, Bladplan, Naambesluit, Naambesluiten, Naamlijsten, Naamsoort } from './types.ts';
import { NAAMSOORTEN } from './types.ts';
import type { Woordenlijst } from './woordenlijst.ts';

/** Fields of something new, as far as they are known. */
export type Nieuweling = Record<string, unknown>;

export type Naamuitkomst =
  | { soort: 'bekend'; code: string }
  | { soort: 'weglaten' }
  /** `nieuw` is what would be added; `voorstel` a near match. */
  | { soort: 'onbekend'; nieuw: Nieuweling; voorstel?: string | undefined };

const SLEUTEL: Record<Naamsoort, 'code' | 'id'> = { gemeente: 'code', school: 'id', product: 'code' };
const MAXIMUM_ONTHOUDEN = 100_000;

/** `164`, `0164`, `GM0164` → `GM0164`; anything else as it is. */
export function gemeentecode(tekst: string): string {
  const delen = /^(?:gm)?0*([1-9]\d{0,3})$/i.exec(tekst.trim());
  return delen === null ? tekst : `GM${(delen[1] ?? '').padStart(4, '0')}`;
}

export interface Namenopties {
  besluiten: Naambesluiten;
  /** Unknown names become new ones, unless they are near to a known one. */
  nieuw: boolean;
}

export class Namen {
  readonly #w: Woordenlijst;
  readonly #nieuw: boolean;
  readonly #zoekers: Record<Naamsoort, Naamzoeker>;
  readonly #besluiten: Record<Naamsoort, Map<string, Naambesluit<Nieuweling>>>;
  readonly #gevonden: Record<Naamsoort, Map<string, Naamuitkomst>> = { gemeente: new Map(), school: new Map(), product: new Map() };
  readonly #producten = new Map<string, Nieuweling>();
  readonly #namen: Record<Naamsoort, Map<string, string>> = { gemeente: new Map(), school: new Map(), product: new Map() };
  readonly #gemeentelijst: Naamzoeker;
  /** A project without any gemeente takes them from the public code list; otherwise one that it lacks is asked for. */
  #lijstGeldt = true;
  #gesloten = false;
  /** What names added, by soort and code. */
  readonly toegevoegd: Record<Naamsoort, Map<string, Nieuweling>> = { gemeente: new Map(), school: new Map(), product: new Map() };

  constructor(bekend: Bekend, w: Woordenlijst, opties: Namenopties) {
    this.#w = w;
    this.#nieuw = opties.nieuw;
    this.#zoekers = { gemeente: new Naamzoeker([], vouwGemeente), school: new Naamzoeker([], vouw, w.bijzaakSchool), product: new Naamzoeker([], vouw) };
    this.#gemeentelijst = new Naamzoeker(w.gemeentelijst.map((g) => ({ code: g.code, naam: g.naam, namen: g.kort })), vouwGemeente);
    const gevouwen = (soort: Naamsoort): Map<string, Naambesluit<Nieuweling>> =>
      new Map(Object.entries((opties.besluiten[soort] ?? {}) as Record<string, Naambesluit<Nieuweling>>).map(([naam, b]) => [vouwVoor(soort, naam), b]));
    this.#besluiten = { gemeente: gevouwen('gemeente'), school: gevouwen('school'), product: gevouwen('product') };
    this.leer(bekend);
  }

  /** Adds what files say there is. */
  leer(bekend: Partial<Bekend>): void {
    for (const g of bekend.gemeenten ?? []) {
      this.#zoekers.gemeente.voeg(this.#gemeente(g));
      this.#namen.gemeente.set(g.code, g.naam);
      if (g.code.startsWith('GM')) this.#lijstGeldt = false;
    }
    for (const s of bekend.scholen ?? []) {
      this.#zoekers.school.voeg(school(s));
      this.#namen.school.set(s.id, s.naam);
    }
    for (const p of bekend.producten ?? []) {
      this.#zoekers.product.voeg({ code: p.code, naam: p.naam });
      this.#namen.product.set(p.code, p.naam);
      this.#producten.set(p.code, { ...p });
    }
    for (const soort of NAAMSOORTEN) this.#gevonden[soort].clear();
  }

  #gemeente(g: Pick<Gemeente, 'code' | 'naam'>): Kandidaat {
    const inLijst = this.#w.gemeentelijst.find((x) => x.code === g.code);
    return { code: g.code, naam: g.naam, namen: inLijst === undefined ? [] : [inLijst.naam, ...inLijst.kort] };
  }

  /** Takes over what was said of names before, as far as nothing else is said of them now. */
  neemOver(besluiten: NonNullable<Bladplan['namen']>): void {
    for (const soort of NAAMSOORTEN) {
      for (const [naam, besluit] of Object.entries(besluiten[soort] ?? {})) {
        const sleutel = vouwVoor(soort, naam);
        if (!this.#besluiten[soort].has(sleutel)) this.#besluiten[soort].set(sleutel, besluit);
      }
      this.#gevonden[soort].clear();
    }
  }

  /** The name that the user said the meaning of, of a code and the name beside it. */
  besloten(soort: Naamsoort, tekst: string, naam: string): string | undefined {
    return [tekst, naam].find((t) => t !== '' && this.#besluiten[soort].has(vouwVoor(soort, t)));
  }

  /** After this nothing is added any more: a name that was not seen before is unknown. */
  sluit(): void {
    this.#gesloten = true;
  }

  /** All that is known now, in the order in which it became known. */
  lijsten(): Naamlijsten {
    const lijst = (soort: Naamsoort): Naamlijsten[Naamsoort] => [...this.#namen[soort]].map(([code, naam]) => ({ code, naam }));
    return { gemeente: lijst('gemeente'), school: lijst('school'), product: lijst('product') };
  }

  /** How something known is called in a sentence: a product with its code, which is how people know it. */
  noem(soort: Naamsoort, code: string): string {
    const naam = this.#namen[soort].get(code);
    return naam === undefined || naam === code ? code : soort === 'product' ? `${naam} (${code})` : naam;
  }

  /** Whether a heading is the name of a gemeente (columns of a matrix). */
  isGemeente(naam: string): boolean {
    if (vouw(naam) === '') return false;
    if (this.#besluiten.gemeente.has(vouwGemeente(naam))) return true;
    const code = gemeentecode(naam);
    return this.#zoekers.gemeente.zoek(code).gevonden !== null || this.#gemeentelijst.zoek(code).gevonden !== null;
  }

  /** @param tekst code or name as it stands @param naam the name beside it, or '' */
  zoek(soort: Naamsoort, tekst: string, naam = ''): Naamuitkomst {
    const sleutel = naam === '' ? tekst : `${tekst}\u0000${naam}`;
    let uitkomst = this.#gevonden[soort].get(sleutel);
    if (uitkomst === undefined) {
      uitkomst = this.#bepaal(soort, tekst, naam);
      if (this.#gevonden[soort].size < MAXIMUM_ONTHOUDEN) this.#gevonden[soort].set(losgemaakt(sleutel), uitkomst);
    }
    return uitkomst;
  }

  #bepaal(soort: Naamsoort, tekst: string, naam: string): Naamuitkomst {
    const teksten = [tekst, naam].filter((t) => t !== '');
    for (const t of teksten) {
      const besluit = this.#besluiten[soort].get(vouwVoor(soort, t));
      if (besluit !== undefined) return this.#volgBesluit(soort, besluit, tekst, naam);
    }
    let voorstel: string | undefined;
    for (const t of teksten) {
      const gezocht = this.#zoekers[soort].zoek(soort === 'gemeente' ? gemeentecode(t) : t);
      if (gezocht.gevonden !== null) return { soort: 'bekend', code: gezocht.gevonden };
      voorstel ??= gezocht.voorstel;
    }
    const nieuw = this.#nieuweling(soort, tekst, naam);
    const code = String(nieuw[SLEUTEL[soort]]);
    const uitLijst = soort === 'gemeente' && code.startsWith('GM');
    // A code that is taken already belongs to another name, and a near name may be meant: both are for the user.
    const bezet = code === '' || this.#zoekers[soort].code(code) !== undefined;
    if (!bezet && ((uitLijst && this.#lijstGeldt) || (this.#nieuw && (uitLijst || voorstel === undefined)))) return this.#voegToe(soort, nieuw);
    return { soort: 'onbekend', nieuw, voorstel };
  }

  #volgBesluit(soort: Naamsoort, besluit: Naambesluit<Nieuweling>, tekst: string, naam: string): Naamuitkomst {
    if (besluit === null) return { soort: 'weglaten' };
    const nieuw = this.#nieuweling(soort, tekst, naam);
    if (typeof besluit !== 'string') return this.#voegToe(soort, { ...nieuw, ...besluit });
    const bekend = this.#zoekers[soort].code(soort === 'gemeente' ? gemeentecode(besluit) : besluit);
    if (bekend !== undefined) return { soort: 'bekend', code: bekend };
    if (soort !== 'gemeente') return { soort: 'onbekend', nieuw };
    if (besluit.startsWith('X-')) return this.#voegToe(soort, { code: besluit, naam: tekst });
    const inLijst = this.#w.gemeentelijst.find((g) => g.code === gemeentecode(besluit));
    return inLijst === undefined ? { soort: 'onbekend', nieuw } : this.#voegToe(soort, { code: inLijst.code, naam: inLijst.naam });
  }

  #nieuweling(soort: Naamsoort, tekst: string, naam: string): Nieuweling {
    const beste = naam === '' ? tekst : naam;
    if (soort === 'gemeente') {
      for (const t of [tekst, naam]) {
        const code = t === '' ? null : this.#gemeentelijst.zoek(gemeentecode(t)).gevonden;
        const inLijst = this.#w.gemeentelijst.find((g) => g.code === code);
        if (inLijst !== undefined) return { code: inLijst.code, naam: inLijst.naam };
      }
      const code = gemeentecode(tekst);
      return { code: /^GM\d{4}$/.test(code) ? code : `X-${codeVan(beste)}`, naam: beste };
    }
    if (soort === 'school') return { id: codeVan(beste), naam: beste, ...(/^\d{2}[A-Z]{2}(?:\d{2})?$/i.test(tekst) ? { vestigingscode: tekst.toUpperCase() } : {}) };
    return { code: tekst === '' ? codeVan(beste) : tekst, naam: beste };
  }

  #voegToe(soort: Naamsoort, nieuw: Nieuweling): Naamuitkomst {
    const code = String(nieuw[SLEUTEL[soort]]);
    const bekend = this.#zoekers[soort].code(code);
    if (bekend !== undefined) return { soort: 'bekend', code: bekend };
    if (this.#gesloten) return { soort: 'onbekend', nieuw };
    const naam = String(nieuw.naam);
    this.#zoekers[soort].voeg(soort === 'gemeente' ? this.#gemeente({ code, naam }) : soort === 'school' ? school(nieuw as Partial<School> as School) : { code, naam });
    this.#namen[soort].set(code, naam);
    this.toegevoegd[soort].set(code, nieuw);
    if (soort === 'product') this.#producten.set(code, nieuw);
    return { soort: 'bekend', code };
  }

  /** Code of the part of a product that a rule splits off: `45A48·pgb`, with everything else as the product has it. */
  splits(code: string, achtervoegsel: string): string {
    const nieuw = `${code}·${achtervoegsel}`;
    if (!this.#producten.has(nieuw)) {
      const basis = this.#producten.get(code) ?? { code, naam: code };
      this.#voegToe('product', { ...basis, code: nieuw, naam: `${String((basis as Partial<Product>).naam)} (${achtervoegsel})` });
    }
    return nieuw;
  }
}

/** A name as it is compared: spellings that fold alike are one name. */
export function vouwVoor(soort: Naamsoort, tekst: string): string {
  return soort === 'gemeente' ? vouwGemeente(tekst) : vouw(tekst);
}

function school(s: School): Kandidaat {
  return { code: s.id, naam: s.naam, codes: s.vestigingscode === undefined ? [] : [s.vestigingscode] };
}
