/**
 * Years taken together (docs/beveiliging.md). The effect of a gemeente is a weighted sum over its schools, with other weights every year, so many years together
 * can tell what its few children at one school cost. Of the rows where they do, and as few of them as are needed, only the sum over all years goes out.
 */
import { cellenVan, onderzoek, vragenVan, type Auditregel } from './audit.ts';
import { richting, somVan } from './termen.ts';
import type { Cel, Doel, Lek, Publicatie } from './types.ts';

/** What is given up, step by step: the years of an amount that has other proportions every year, then the amount. */
const STAPPEN = [
  { tabel: 'gemeenten', kolom: 'effect', hoe: 'samen' },
  { tabel: 'gemeenten', kolom: 'bijdrage', hoe: 'samen' },
  { tabel: 'gemeenten', kolom: 'effect', hoe: 'weg' },
  { tabel: 'scholen', kolom: 'effect', hoe: 'samen' },
] as const;
/** What else is given up where an earlier export told the same with other assumptions. */
const STAPPEN_NA = [
  { tabel: 'gemeenten', kolom: 'bijdrage', hoe: 'weg' },
  { tabel: 'scholen', kolom: 'effect', hoe: 'weg' },
  { tabel: 'gemeenten', kolom: 'nulscenario', hoe: 'weg' },
] as const;

/** Groups, by key or by index, of which only the sum of all years goes out, and that do not go out. */
export interface Inkorting<T> { samen: ReadonlySet<T>; weg: ReadonlySet<T> }
export const NIETS_INGEKORT: Inkorting<never> = { samen: new Set(), weg: new Set() };

/** The publication with one figure per scenario, the sum of its years, for each group of `samen`, and without those of `weg`. */
export function kortIn(p: Publicatie, { samen: groepen, weg }: Inkorting<number>): Publicatie {
  if (groepen.size + weg.size === 0) return p;
  const samen = new Map<string, Cel>();
  for (const cel of p.cellen) {
    if (!groepen.has(cel.groep) || weg.has(cel.groep)) continue;
    const code = JSON.stringify([cel.groep, cel.scenario]);
    const tot = samen.get(code);
    const { jaar: _, ...zonder } = cel;
    samen.set(code, tot ? { ...tot, waarde: tot.waarde + cel.waarde, constante: tot.constante + cel.constante, termen: somVan([tot, cel].flatMap(({ termen }) => termen.plek.map((plek, i) => [plek, termen.coef[i] as number] as const))) } : zonder);
  }
  return { ...p, cellen: [...p.cellen.filter(({ groep }) => !groepen.has(groep) && !weg.has(groep)), ...samen.values()] };
}

/** Whether the years of a group are more than multiples of each other. */
const zegtMeerPerJaar = (p: Publicatie, groep: number): boolean =>
  [...Map.groupBy(cellenVan(p, groep), ({ scenario }) => scenario).values()].some((cellen) => new Set(cellen.flatMap(({ termen }) => (termen.plek.length > 0 ? [richting(termen)] : []))).size > 1);

/** The publication without questions about pairs of school and gemeente: they come last, since only they ask for years together. */
export const zonderParen = (p: Publicatie): Publicatie => ({ ...p, doelen: p.doelen.filter(({ paar }) => !paar) });

/**
 * Gives up years, and where that is not enough an effect, until no pair leaks. Less is known after every step, so only what leaked is asked again.
 * @param verborgen hidden already
 * @param begin given up in any case
 * @param apart years of these groups went out before, and stay known
 * @returns what is given up, by key, and what leaks all the same
 */
export function sluitParen(p: Publicatie, verborgen: ReadonlySet<number>, regel: Auditregel, begin: Inkorting<string>, apart: ReadonlySet<string>): Inkorting<string> & { lekken: Lek[] } {
  const uit = inkortingVan(p, begin, verborgen);
  const zoekIn = (open: ReadonlySet<number> | undefined, hoeVer?: Parameters<typeof onderzoek>[4]): Lek[] => {
    const zo = kortIn(p, uit);
    return onderzoek(zo, verborgen, regel, vragenVan(zo, verborgen).filter((vraag) => vraag.groep === undefined && zo.doelen[vraag.plek]?.paar && (!open || open.has(vraag.plek))), hoeVer);
  };
  let lekken = zoekIn(undefined, 'dichtbij');
  const plekken = (): Set<number> => new Set(lekken.map(({ plek }) => plek));
  for (const { tabel, kolom, hoe } of p.eerder.relaties.length > 0 ? [...STAPPEN, ...STAPPEN_NA] : STAPPEN) {
    if (lekken.length === 0) break;
    const groepVan = new Map(p.groepen.flatMap((g, i) =>
      (g.tabel === tabel && g.kolom === kolom && !verborgen.has(i) && !apart.has(g.sleutel) && Number.isFinite(g.prijs) && (hoe === 'weg' || zegtMeerPerJaar(p, i)) ? [[g.rij, i] as const] : [])));
    const tel = (paren: readonly Doel['paar'][]): Map<number, number> => {
      const aantal = new Map<number, number>();
      for (const paar of paren) {
        const groep = groepVan.get(paar?.[tabel] ?? '');
        if (groep !== undefined && !uit[hoe].has(groep)) aantal.set(groep, (aantal.get(groep) ?? 0) + 1);
      }
      return aantal;
    };
    for (;;) {
      const aantal = tel(lekken.map(({ plek }) => p.doelen[plek]?.paar));
      if (aantal.size === 0) break;
      const meeste = Math.max(...aantal.values());
      for (const [groep, n] of aantal) if (2 * n > meeste) uit[hoe].add(groep);
      lekken = zoekIn(plekken(), 'stap');
    }
    lekken = zoekIn(plekken());
    // A sum that is left out still follows from the region and all others: then those with pairs at the same school, one by one.
    while (hoe === 'weg' && lekken.length > 0) {
      const scholen = new Set(lekken.map(({ plek }) => p.doelen[plek]?.paar?.scholen));
      const [meeste] = [...tel(p.doelen.map(({ paar }) => (paar && scholen.has(paar.scholen) ? paar : undefined)))].sort(([, a], [, b]) => b - a);
      if (!meeste) break;
      uit[hoe].add(meeste[0]);
      lekken = zoekIn(plekken());
    }
  }
  const sleutels = (groepen: Iterable<number>): Set<string> => new Set([...groepen].map((i) => p.groepen[i]?.sleutel ?? ''));
  return { samen: sleutels([...uit.samen].filter((i) => !uit.weg.has(i))), weg: sleutels(uit.weg), lekken };
}

/** The same by index in a publication; what is hidden there has nothing to give up. */
export function inkortingVan(p: Publicatie, { samen, weg }: Inkorting<string>, verborgen: ReadonlySet<number>): { samen: Set<number>; weg: Set<number> } {
  const plekken = (sleutels: ReadonlySet<string>): Set<number> => new Set([...p.groepen.keys()].filter((i) => sleutels.has(p.groepen[i]?.sleutel ?? '') && !verborgen.has(i)));
  return { samen: plekken(samen), weg: plekken(weg) };
}
