/**
 * Matching names of gemeenten, scholen and producten (import.md): code first, then the folded name.
 * A near match is only ever proposed.
 */

const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ĳ: 'ij' };

/** Folds case, accents and punctuation: `'t Genseler` → `t genseler`, `Hof v. Twente` → `hof v twente`. */
export function vouw(tekst: string): string {
  return tekst
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđĳ]/g, (c) => LETTERS[c] ?? c)
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}%€]+/gu, ' ')
    .trim();
}

/** A folded name without what says that it is a gemeente. */
export function vouwGemeente(tekst: string): string {
  return vouw(tekst).replace(/^(?:gemeente|gem) /, '').replace(/ (?:gemeente|gem)$/, '');
}

/** A code for something that has a name only: `de Bouwsteen` → `de-bouwsteen`. */
export function codeVan(naam: string): string {
  return vouw(naam).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}

/** Insertions, deletions, substitutions and swaps of neighbours between two texts; `grens` + 1 when there are more than `grens`. */
export function bewerkingsafstand(a: string, b: string, grens: number): number {
  if (Math.abs(a.length - b.length) > grens) return grens + 1;
  let vorigeVorige: number[] = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    let kleinste = i;
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1];
      let waarde = Math.min((vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1, (vorige[j - 1] ?? 0) + (gelijk ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) waarde = Math.min(waarde, (vorigeVorige[j - 2] ?? 0) + 1);
      rij.push(waarde);
      kleinste = Math.min(kleinste, waarde);
    }
    if (kleinste > grens) return grens + 1;
    vorigeVorige = vorige;
    vorige = rij;
  }
  return Math.min(vorige[b.length] ?? 0, grens + 1);
}

/** How many edits still count as near for a name of this length. */
function grensVoor(lengte: number): number {
  return lengte < 4 ? 0 : lengte < 8 ? 1 : 2;
}

/** Something that can be meant by a name. */
export interface Kandidaat {
  code: string;
  naam: string;
  /** Further codes (vestigingscode). */
  codes?: readonly string[];
  /** Further names (known short forms, aliases). */
  namen?: readonly string[];
}

export type Zoekuitkomst =
  | { gevonden: string }
  /** Nothing, or more than one, goes by exactly this name; `voorstel` is the only near one. */
  | { gevonden: null; voorstel?: string };

/** Looks names up among candidates. */
export class Naamzoeker {
  readonly #codes = new Map<string, string | null>();
  readonly #namen = new Map<string, string | null>();
  readonly #vouw: (tekst: string) => string;
  readonly #bijzaak: ReadonlySet<string>;

  /** @param bijzaak folded words that may be missing or added in a near match, such as `de` or `vso` */
  constructor(kandidaten: readonly Kandidaat[], vouwen: (tekst: string) => string, bijzaak: readonly string[] = []) {
    this.#vouw = vouwen;
    this.#bijzaak = new Set(bijzaak);
    for (const k of kandidaten) this.voeg(k);
  }

  voeg(k: Kandidaat): void {
    for (const code of [k.code, ...(k.codes ?? [])]) zet(this.#codes, vouw(code), k.code);
    for (const naam of [k.naam, ...(k.namen ?? [])]) zet(this.#namen, this.#vouw(naam), k.code);
  }

  /** The code that is written so, whatever its case. */
  code(tekst: string): string | undefined {
    return this.#codes.get(vouw(tekst)) ?? undefined;
  }

  zoek(tekst: string): Zoekuitkomst {
    const code = this.#codes.get(vouw(tekst));
    if (code) return { gevonden: code };
    const gevouwen = this.#vouw(tekst);
    const naam = this.#namen.get(gevouwen);
    if (naam) return { gevonden: naam };
    // Two that share a name: neither can be meant without asking.
    if (code === null || naam === null) return { gevonden: null };
    const voorstel = this.#nabij(gevouwen);
    return voorstel === undefined ? { gevonden: null } : { gevonden: null, voorstel };
  }

  #nabij(gevouwen: string): string | undefined {
    const grens = grensVoor(gevouwen.length);
    const kern = this.#kern(gevouwen);
    const nabij = new Set<string>();
    const cijfers = gevouwen.replace(/\D/g, '');
    for (const [naam, code] of this.#namen) {
      // A different figure is another thing, not a slip of the pen: school 1 is not school 2.
      if (naam.replace(/\D/g, '') !== cijfers) continue;
      const zelfdeKern = kern !== '' && this.#kern(naam) === kern;
      if (zelfdeKern || (grens > 0 && bewerkingsafstand(gevouwen, naam, grens) <= grens)) {
        if (code === null) return undefined;
        nabij.add(code);
      }
    }
    return nabij.size === 1 ? [...nabij][0] : undefined;
  }

  #kern(gevouwen: string): string {
    return gevouwen.split(' ').filter((woord) => !this.#bijzaak.has(woord)).join(' ');
  }
}

function zet(tabel: Map<string, string | null>, sleutel: string, code: string): void {
  if (sleutel === '') return;
  const had = tabel.get(sleutel);
  tabel.set(sleutel, had === undefined || had === code ? code : null);
}
