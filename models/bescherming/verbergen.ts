/**
 * Which groups are hidden (docs/beveiliging.md): those that must, and as few others as keep them hidden. Every step is judged by the audit itself, so there
 * is one idea of what is safe. The pattern is irredundant: showing any one of the others again would be a leak.
 */
import { audit, cellenVan, onderzoek, vragenVan, type Auditregel } from './audit.ts';
import type { Groep, Lek, Publicatie } from './types.ts';

export interface Patroon {
  /** Indexes of hidden groups. */
  verborgen: Set<number>;
  /** Those of them that must be hidden whatever the others do. */
  primair: Set<number>;
}
/** Refused: with what leaks when only that is hidden which must be. */
export type Verberging = { ok: true; patroon: Patroon } | { ok: false; patroon: Patroon; lekken: Lek[] };

/** After so many steps without a safe pattern there is none that anybody would want. */
const STAPPEN = 40;
/** At most so many rows are tried one by one at each step. */
const RIJEN = 12;
/** At most so many groups are tried one by one for each leak. */
const KANDIDATEN = 40;
/** Up to so many groups are tried to be shown again; each asks for an audit. */
const TERUG = 200;

export const primaireGroepen = (p: Publicatie): Set<number> => new Set([...p.groepen.keys()].filter((i) => p.groepen[i]?.primair !== undefined));

/** How many figures are shown when these groups are not. */
export const getoond = (p: Publicatie, verborgen: ReadonlySet<number>): number => p.cellen.filter((cel) => !verborgen.has(cel.groep)).length;

/** @param meerDan gives up as soon as no more figures than this would be left */
export function verberg(p: Publicatie, regel: Auditregel, meerDan = 0): Verberging {
  const primair = primaireGroepen(p);
  const verborgen = new Set(primair);
  const gekozen: number[] = [];
  const plekkenVan = p.groepen.map((_, i) => new Set(cellenVan(p, i).flatMap((cel) => cel.termen.plek)));
  const eerste = audit(p, verborgen, regel);
  let lekken = eerste;
  for (let stap = 0; lekken.length > 0; stap++) {
    // What an earlier export told of single rows that were taken together is seldom closed one by one.
    const vanBoven = naEerdere(p) && (stap === STAPPEN_NA || lekken.some(({ groep }) => groep === undefined));
    if (vanBoven) return verbergVanBoven(p, verborgen, primair, regel, eerste);
    const keuze = stap < STAPPEN && getoond(p, verborgen) > meerDan ? beste(p, verborgen, regel, lekken, plekkenVan) : undefined;
    if (keuze === undefined) return { ok: false, patroon: { verborgen, primair }, lekken: eerste };
    for (const groep of keuze) verborgen.add(groep);
    gekozen.push(...keuze);
    lekken = audit(p, verborgen, regel);
  }
  // Most that is hidden costs a figure in every year, so what costs most is tried first.
  for (const groep of gekozen.toSorted((a, b) => prijsVan(p, b) - prijsVan(p, a)).slice(0, TERUG)) {
    verborgen.delete(groep);
    if (audit(p, verborgen, regel).length > 0) verborgen.add(groep);
  }
  return { ok: true, patroon: { verborgen, primair } };
}

/** After an export that went out before, so many steps are tried. */
const STAPPEN_NA = 4;
const naEerdere = (p: Publicatie): boolean => p.eerder.relaties.length > 0;

/** Hides all that an earlier export did not tell already, and shows again what can be: the whole, or else each half of it, the dearest first. */
function verbergVanBoven(p: Publicatie, vast: ReadonlySet<number>, primair: Set<number>, regel: Auditregel, eerste: Lek[]): Verberging {
  const open = [...p.groepen.keys()].filter((i) => !primair.has(i) && Number.isFinite(prijsVan(p, i)) && cellenVan(p, i).some(({ termen }) => termen.plek.length > 0));
  const verborgen = new Set([...vast, ...open]);
  if (audit(p, verborgen, regel).length > 0) return { ok: false, patroon: { verborgen, primair }, lekken: eerste };
  const toon = (groepen: readonly number[]): void => {
    for (const i of groepen) verborgen.delete(i);
    if (groepen.length === 0 || audit(p, verborgen, regel).length === 0) return;
    for (const i of groepen) verborgen.add(i);
    if (groepen.length === 1) return;
    const helft = Math.ceil(groepen.length / 2);
    toon(groepen.slice(0, helft));
    toon(groepen.slice(helft));
  };
  toon(open.sort((a, b) => prijsVan(p, b) - prijsVan(p, a)));
  return { ok: true, patroon: { verborgen, primair } };
}

const prijsVan = (p: Publicatie, groep: number): number => p.groepen[groep]?.prijs ?? 0;

/** What to hide next: a row in the columns that leak, when that closes leaks, else a single group; undefined when nothing is left. */
function beste(p: Publicatie, verborgen: ReadonlySet<number>, regel: Auditregel, lekken: readonly Lek[], plekkenVan: readonly ReadonlySet<number>[]): number[] | undefined {
  const rij = besteRij(p, verborgen, regel, lekken);
  if (rij) return rij;
  const groep = besteGroep(p, verborgen, regel, lekken, plekkenVan);
  return groep === undefined ? undefined : [groep];
}

/** The groups of the row that, hidden in all columns in which something leaks, leave the fewest leaks; undefined when none leaves fewer than there are. */
function besteRij(p: Publicatie, verborgen: ReadonlySet<number>, regel: Auditregel, lekken: readonly Lek[]): number[] | undefined {
  const lek = lekken.flatMap(({ groep }) => (groep === undefined ? [] : [p.groepen[groep] as Groep]));
  const tabel = lek[0]?.tabel;
  if (tabel === undefined) return undefined;
  const kolommen = new Set(lek.filter((g) => g.tabel === tabel).map((g) => g.kolom));
  const rijen = new Map<string, number[]>();
  p.groepen.forEach((g, i) => {
    if (g.tabel === tabel && kolommen.has(g.kolom) && !verborgen.has(i) && Number.isFinite(g.prijs)) rijen.set(g.rij, [...(rijen.get(g.rij) ?? []), i]);
  });
  const prijs = (groepen: readonly number[]): number => groepen.reduce((som, i) => som + prijsVan(p, i), 0);
  let keuze: number[] | undefined;
  let over = lekken.length;
  for (const groepen of [...rijen.values()].sort((a, b) => prijs(a) - prijs(b)).slice(0, RIJEN)) {
    const rest = audit(p, new Set([...verborgen, ...groepen]), regel).length;
    if (rest >= over) continue;
    [keuze, over] = [groepen, rest];
    if (rest === 0) break;
  }
  return keuze;
}

/** The group that closes the first leak at the lowest price, or else widens its range most. */
function besteGroep(p: Publicatie, verborgen: ReadonlySet<number>, regel: Auditregel, lekken: readonly Lek[], plekkenVan: readonly ReadonlySet<number>[]): number | undefined {
  for (const lek of lekken) {
    const vraag = vragenVan(p, verborgen).find((v) => v.groep === lek.groep && v.plek === lek.plek);
    if (!vraag) continue;
    const eigen = new Set(vraag.termen.plek);
    const groep = lek.groep === undefined ? undefined : p.groepen[lek.groep];
    /** 0: holds the same unknowns or lies in the same row or column, 1: elsewhere. */
    const afstand = (i: number): number => {
      const ander = p.groepen[i] as Publicatie['groepen'][number];
      if (groep && ander.tabel === groep.tabel && (ander.kolom === groep.kolom || ander.rij === groep.rij)) return 0;
      for (const plek of plekkenVan[i] as ReadonlySet<number>) if (eigen.has(plek)) return 0;
      return 1;
    };
    const kandidaten = [...p.groepen.keys()]
      .filter((i) => !verborgen.has(i) && Number.isFinite(prijsVan(p, i)) && (plekkenVan[i] as ReadonlySet<number>).size > 0)
      .sort((a, b) => afstand(a) - afstand(b) || prijsVan(p, a) - prijsVan(p, b))
      .slice(0, KANDIDATEN);
    let keuze: number | undefined;
    let breedste = lek.max - lek.min + 1e-6;
    for (const i of kandidaten) {
      const [over] = onderzoek(p, new Set([...verborgen, i]), regel, [vraag], vraag.groep === undefined ? 'overal' : 'dichtbij');
      if (!over) return i;
      if (over.max - over.min > breedste) {
        keuze = i;
        breedste = over.max - over.min;
      }
    }
    // Where no single group helps, several may: the nearest and cheapest first.
    if (keuze !== undefined || kandidaten.length > 0) return keuze ?? kandidaten[0];
  }
  return undefined;
}

/**
 * The rule that people use by hand, for comparison: in every row and every column of a table in which exactly one figure is hidden, the smallest other one is
 * hidden too, until there is none. It knows nothing of other tables, years, scenarios or whole numbers, and promises nothing.
 */
export function rijKolomRegel(p: Publicatie): Set<number> {
  const verborgen = primaireGroepen(p);
  const grootte = p.groepen.map((_, i) => cellenVan(p, i).reduce((som, cel) => som + Math.abs(cel.waarde), 0));
  for (;;) {
    const lijnen = new Map<string, number[]>();
    p.groepen.forEach((groep, i) => {
      for (const lijn of [`${groep.tabel} kolom ${groep.kolom}`, `${groep.tabel} rij ${groep.rij}`]) lijnen.set(lijn, [...(lijnen.get(lijn) ?? []), i]);
    });
    let erbij = false;
    for (const leden of lijnen.values()) {
      if (leden.filter((i) => verborgen.has(i)).length !== 1) continue;
      const ander = leden.filter((i) => !verborgen.has(i)).sort((a, b) => (grootte[a] as number) - (grootte[b] as number))[0];
      if (ander === undefined) continue;
      verborgen.add(ander);
      erbij = true;
    }
    if (!erbij) return verborgen;
  }
}
