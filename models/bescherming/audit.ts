/**
 * The audit (docs/beveiliging.md): what a reader who knows every published figure, every assumption and cost line, and that counts are whole and not
 * negative, can still not know of what is hidden.
 *
 * Every figure is a sum of the same unknowns, so that all relations between them, also across tables, years and scenarios, are in the equations without
 * being named. For each hidden figure the audit looks for two points that fulfil all of them and lie far enough apart. A range counts only if its points are
 * found and fulfil the equations when filled in: what cannot be shown to be uncertain is a leak.
 */
import { simplex, type Oplosser } from './simplex.ts';
import { richtingen } from './stap.ts';
import { richting, waardeVan } from './termen.ts';
import type { Cel, Doel, Lek, Publicatie, Relatie, Termen } from './types.ts';

export interface Auditregel {
  /** Width that the range of a hidden count must have. */
  drempel: number;
  /** Share of a hidden amount by which its range must reach above and below it. */
  marge: number;
  /** Told how many of the figures that are looked at have been, many times a second; what it throws ends the audit. */
  bij?: ((gedaan: number, van: number) => void) | undefined;
}

/** What must stay uncertain. */
export interface Vraag { groep?: number; plek: number; naam: string; soort: 'aantal' | 'bedrag'; termen: Termen; waarde: number; paar?: Doel['paar']; buurt?: ReadonlySet<number> }

/** Amounts below half a cent are nothing. */
const NIETS = 0.005;
/** Equations with more coefficients than this are searched around what is hidden only; what is not found there is a leak. */
const GROOTSTE = 400_000;
/** So many branches are tried to make a point whole, fewer where each is much work (coefficients together). */
const TAKKEN = 60;
const TAKWERK = 300_000;
/** Euros per unit in the equations, so that counts and amounts are of one size. */
const PER_BEDRAG = 1000;

export const naamVanGroep = (p: Publicatie, groep: number): string => p.groepen[groep]?.sleutel ?? '';

/**
 * Everything that is hidden and yet known too closely; empty when the publication may go out.
 * @param verborgen indexes of the groups that are hidden in every year and scenario
 */
export function audit(p: Publicatie, verborgen: ReadonlySet<number>, regel: Auditregel): Lek[] {
  return onderzoek(p, verborgen, regel, vragenVan(p, verborgen));
}

/** What must stay uncertain when these groups are hidden: each hidden figure (one of those that tell the same), and what no table holds. */
export function vragenVan(p: Publicatie, verborgen: ReadonlySet<number>): Vraag[] {
  const gezien = new Set<string>();
  const vragen: Vraag[] = [];
  const neem = (vraag: Vraag): void => {
    if (vraag.termen.plek.length === 0 || (vraag.soort === 'bedrag' && Math.abs(vraag.waarde) < NIETS)) return;
    // Of figures that are multiples of each other one is asked, except counts: their range is measured in persons.
    const code = `${vraag.soort} ${richting(vraag.termen)}`;
    if (gezien.has(code)) return;
    gezien.add(code);
    vragen.push(vraag);
  };
  p.cellen.forEach((cel, plek) => {
    if (verborgen.has(cel.groep)) neem({ groep: cel.groep, plek, naam: naamVanGroep(p, cel.groep), soort: cel.soort, termen: cel.termen, waarde: waardeVan(cel.termen, p.onbekenden) });
  });
  p.doelen.forEach((doel, plek) => neem({ ...doel, plek }));
  return vragen;
}

/** All that the reader knows: what is shown, and `kennis`. Of relations that say the same one is kept. */
export function relatiesVan(p: Publicatie, verborgen: ReadonlySet<number>): Relatie[] {
  const uit = new Map<string, Relatie>();
  const neem = (termen: Termen, waarde: number): void => {
    if (termen.plek.length === 0) return;
    const code = richting(termen);
    if (!uit.has(code)) uit.set(code, { termen, waarde });
  };
  for (const cel of p.cellen) if (!verborgen.has(cel.groep)) neem(cel.termen, waardeVan(cel.termen, p.onbekenden));
  for (const { termen, waarde } of p.kennis(verborgen)) neem(termen, waarde);
  return [...uit.values()];
}

/**
 * The audit of some questions. Other values are looked for near what is asked first (of all else the reader is then taken to know the truth, which is only
 * stricter), and farther away, up to everywhere, where that does not do.
 */
export function onderzoek(p: Publicatie, verborgen: ReadonlySet<number>, regel: Auditregel, vragen: readonly Vraag[], hoeVer: Afstand = 'overal'): Lek[] {
  const relaties = relatiesVan(p, verborgen);
  const standen = vragen.map((vraag) => beginstand(vraag, regel));
  const zelfstandig = stapVanaf(p, relaties, standen);
  const bij = (): void => regel.bij?.(standen.filter(klaar).length, standen.length);
  bij();
  if (hoeVer === 'stap') return lekkenIn(standen);
  const dichtbij = new Set<number>();
  p.onbekenden.forEach(({ hulp }, i) => hulp && dichtbij.add(i));
  for (const cel of p.cellen) if (verborgen.has(cel.groep)) for (const plek of cel.termen.plek) dichtbij.add(plek);
  for (const { vraag } of standen) if (!vraag.buurt) for (const plek of vraag.termen.plek) dichtbij.add(plek);
  const open = (): Stand[] => standen.filter((stand) => !klaar(stand));
  for (const [buurt, hier] of Map.groupBy(open(), ({ vraag }) => vraag.buurt ?? dichtbij)) zoek(p, relaties, buurt, hier, bij);
  if (hoeVer === 'dichtbij') return lekkenIn(standen);
  for (const stand of open().filter(metStap).slice(0, WANDELINGEN)) {
    for (const teken of [1, -1] as const) wandel(p, relaties, zelfstandig, stand, teken);
    bij();
  }
  if (open().length > 0) zoek(p, relaties, undefined, open(), bij);
  return lekkenIn(standen);
}

/** How far is looked for other values: one step from the truth, also near what is asked, or also everywhere. */
type Afstand = 'stap' | 'dichtbij' | 'overal';

/** Steps are taken for amounts that no table holds; what is hidden in a table is mostly found nearby. */
const metStap = ({ vraag }: Stand): boolean => vraag.soort === 'bedrag' && vraag.buurt !== undefined;

/** Takes one step from the truth for each question, and notes how far it came. @returns the relations in as few sums as say the same */
function stapVanaf(p: Publicatie, relaties: readonly Relatie[], standen: readonly Stand[]): readonly Termen[] {
  const hier = standen.filter(metStap);
  const alle = relaties.map(({ termen }) => termen);
  if (hier.length === 0) return alle;
  const waar = Float64Array.from(p.onbekenden, ({ waarde }) => waarde);
  const stap = richtingen(alle, gewichten(p, waar));
  for (const stand of hier) {
    const d = stap?.richtingVan(stand.vraag.termen);
    if (d) for (const teken of [1, -1] as const) zetStap(p, relaties, stand, waar, d, teken, 1);
  }
  return stap?.zelfstandig ?? alle;
}

/** So many steps one after the other, each from where the last one ended: two or three do where one falls short. */
const STAPPEN = 6;
/** For at most so many questions. */
const WANDELINGEN = 24;

/** @param zelfstandig the relations in as few sums as say the same: enough to find the way, but every point is held against all of them */
function wandel(p: Publicatie, relaties: readonly Relatie[], zelfstandig: readonly Termen[], stand: Stand, teken: 1 | -1): void {
  const nog = (): number => (teken > 0 ? stand.maxNodig - stand.max : stand.min - stand.minNodig);
  let x: Float64Array | undefined = Float64Array.from(p.onbekenden, ({ waarde }) => waarde);
  for (let i = 0; i < STAPPEN && x && nog() > 0; i++) {
    const d: Float64Array | undefined = richtingen(zelfstandig, gewichten(p, x))?.richtingVan(stand.vraag.termen);
    const over = nog();
    x = d && zetStap(p, relaties, stand, x, d, teken, 0.9);
    // The first step only starts anew what is known; later ones must bring it nearer.
    if (i > 0 && nog() > 0.9 * over) break;
  }
}

/** What is left of each unknown that may change, squared: what is nearly gone gives way least. */
const gewichten = (p: Publicatie, x: Float64Array): Float64Array =>
  Float64Array.from(p.onbekenden, ({ geheel, waarde }, i) => (geheel ? 0 : Math.max(0, (x[i] as number) - Math.min(0, waarde)) ** 2));

/**
 * Goes from x along ±d as far as the question asks, at most by this part of the way to where an unknown would be negative.
 * @returns the point that was reached, or undefined when it does not fulfil the equations or lies no farther
 */
function zetStap(p: Publicatie, relaties: readonly Relatie[], stand: Stand, x: Float64Array, d: Float64Array, teken: 1 | -1, deel: number): Float64Array | undefined {
  const { plek, coef } = stand.vraag.termen;
  const som = (v: Float64Array): number => plek.reduce((totaal, i, k) => totaal + (coef[k] as number) * (v[i] as number), 0);
  const stijging = som(d);
  if (!(stijging > 0)) return undefined;
  let ver = ((teken > 0 ? stand.maxNodig - som(x) : som(x) - stand.minNodig) + NIETS) / stijging;
  p.onbekenden.forEach(({ waarde }, i) => {
    const daling = -teken * (d[i] as number);
    if (daling > 0) ver = Math.min(ver, (deel * ((x[i] as number) - Math.min(0, waarde))) / daling);
  });
  const naar = x.map((v, i) => v + teken * ver * (d[i] as number));
  if (!(ver > 0) || !relaties.every((relatie) => klopt(relatie, naar))) return undefined;
  stand.min = Math.min(stand.min, som(naar));
  stand.max = Math.max(stand.max, som(naar));
  return naar;
}

/** Whether a point really fulfils an equation: the proof does not rest on how it was found. */
function klopt({ termen: { plek, coef }, waarde }: Relatie, x: Float64Array): boolean {
  let grootte = Math.max(Math.abs(waarde), 1e-6);
  let som = 0;
  for (let k = 0; k < plek.length; k++) {
    const deel = (coef[k] as number) * (x[plek[k] as number] as number);
    grootte = Math.max(grootte, Math.abs(deel));
    som += deel;
  }
  return Math.abs(som - waarde) <= 1e-7 * grootte;
}

/** What is known of a question so far: the ends of the range that points were found for. */
interface Stand { vraag: Vraag; min: number; max: number; minNodig: number; maxNodig: number; breedte: number }
const klaar = (s: Stand): boolean => (s.vraag.soort === 'aantal' ? s.max - s.min >= s.breedte - 1e-6 : s.max >= s.maxNodig && s.min <= s.minNodig);

function beginstand(vraag: Vraag, regel: Auditregel): Stand {
  const speling = regel.marge * Math.abs(vraag.waarde);
  return { vraag, min: vraag.waarde, max: vraag.waarde, minNodig: vraag.waarde - speling, maxNodig: vraag.waarde + speling, breedte: regel.drempel };
}

const lekkenIn = (standen: readonly Stand[]): Lek[] => standen.filter((s) => !klaar(s)).map(({ vraag: { groep, naam, soort, plek, waarde }, min, max }) => ({ ...(groep !== undefined && { groep }), naam, soort, plek, waarde, min, max }));

/**
 * Looks for other values by linear programming, and widens what is known of each question.
 * @param vrij unknowns that may take other values; the others are taken to be known, which only makes the reader know more
 * @param bij called after each question
 */
function zoek(p: Publicatie, relaties: readonly Relatie[], vrij: ReadonlySet<number> | undefined, standen: readonly Stand[], bij: () => void): void {
  for (const deel of delenVan(p, relaties, vrij)) {
    const hier = standen.filter(({ vraag }) => vraag.termen.plek.some((plek) => deel.plaats.has(plek)));
    if (hier.length > 0) zoekInDeel(p, deel, hier, bij);
  }
}

/** Unknowns that hang together by relations, apart from all others. */
interface Deel { plaats: Map<number, number>; onbekenden: number[]; relaties: Relatie[] }

function delenVan(p: Publicatie, relaties: readonly Relatie[], vrij: ReadonlySet<number> | undefined): Deel[] {
  const ouder = Int32Array.from(p.onbekenden, (_, i) => i);
  const wortel = (i: number): number => {
    let w = i;
    while (ouder[w] !== w) w = ouder[w] = ouder[ouder[w] as number] as number;
    return w;
  };
  const isVrij = (plek: number): boolean => vrij === undefined || vrij.has(plek);
  for (const { termen } of relaties) {
    const plekken = termen.plek.filter(isVrij);
    for (const plek of plekken) ouder[wortel(plek)] = wortel(plekken[0] as number);
  }
  const delen = new Map<number, Deel>();
  p.onbekenden.forEach((_, i) => {
    if (!isVrij(i)) return;
    const w = wortel(i);
    let deel = delen.get(w);
    if (!deel) delen.set(w, (deel = { plaats: new Map(), onbekenden: [], relaties: [] }));
    deel.plaats.set(i, deel.onbekenden.length);
    deel.onbekenden.push(i);
  });
  for (const relatie of relaties) {
    const eerste = relatie.termen.plek.find(isVrij);
    if (eerste !== undefined) delen.get(wortel(eerste))?.relaties.push(relatie);
  }
  return [...delen.values()];
}

function zoekInDeel(p: Publicatie, deel: Deel, standen: readonly Stand[], bij: () => void): void {
  const n = deel.onbekenden.length;
  if (deel.relaties.length * n > GROOTSTE) return;
  const eenheid = deel.onbekenden.map((i) => (p.onbekenden[i]?.geheel ? 1 : PER_BEDRAG));
  const bodem = deel.onbekenden.map((i) => Math.min(0, p.onbekenden[i]?.waarde ?? 0));
  const waar = deel.onbekenden.map((i, j) => ((p.onbekenden[i]?.waarde ?? 0) - (bodem[j] as number)) / (eenheid[j] as number));
  const vector = ({ plek, coef }: Termen): Float64Array => {
    const uit = new Float64Array(n);
    plek.forEach((i, k) => {
      const j = deel.plaats.get(i);
      if (j !== undefined) uit[j] = (coef[k] as number) * (eenheid[j] as number);
    });
    return uit;
  };
  const inwendig = (rij: Float64Array, x: ArrayLike<number>): number => {
    let som = 0;
    for (let j = 0; j < n; j++) som += (rij[j] as number) * (x[j] as number);
    return som;
  };
  const A = deel.relaties.map(({ termen }) => vector(termen));
  const b = A.map((rij) => inwendig(rij, waar));
  const oplosser = simplex(A, waar, n);
  if (!oplosser) return;

  /** Whether a point really fulfils every equation, whatever the solver says. */
  const kloptHier = (x: Float64Array): boolean =>
    A.every((rij, i) => {
      let grootte = Math.abs(b[i] as number);
      for (let j = 0; j < n; j++) grootte = Math.max(grootte, Math.abs((rij[j] as number) * (x[j] as number)));
      return Math.abs(inwendig(rij, x) - (b[i] as number)) <= 1e-7 * Math.max(grootte, 1e-6);
    });
  const isGeheel = (x: Float64Array): boolean => deel.onbekenden.every((i, j) => !p.onbekenden[i]?.geheel || Math.abs((x[j] as number) - Math.round(x[j] as number)) <= 1e-6);
  const doelen = standen.map(({ vraag }) => vector(vraag.termen));
  const vast = standen.map(({ vraag }, k) => vraag.waarde - inwendig(doelen[k] as Float64Array, waar));

  const tel = (x: Float64Array): void => {
    const geheel = isGeheel(x);
    standen.forEach((stand, k) => {
      // The range of a hidden count runs over whole numbers only.
      if (stand.vraag.soort === 'aantal' && !geheel) return;
      const waarde = (vast[k] as number) + inwendig(doelen[k] as Float64Array, x);
      stand.min = Math.min(stand.min, waarde);
      stand.max = Math.max(stand.max, waarde);
    });
  };

  for (const [k, stand] of standen.entries()) {
    const doel = doelen[k] as Float64Array;
    const tegen = doel.map((c) => -c);
    const grens = vast[k] as number;
    const heel = stand.vraag.soort === 'aantal';
    for (const naar of ['hoog', 'laag'] as const) {
      if (klaar(stand)) break;
      const nodig = stand.vraag.soort === 'aantal'
        ? naar === 'hoog' ? stand.min + stand.breedte : stand.max - stand.breedte
        : naar === 'hoog' ? stand.maxNodig + NIETS * 1e-3 : stand.minNodig - NIETS * 1e-3;
      const genoeg = naar === 'hoog' ? nodig - grens : grens - nodig;
      const richtingsvector = naar === 'hoog' ? doel : tegen;
      let { x } = oplosser.stijg(richtingsvector, genoeg);
      if (!kloptHier(x)) {
        // Many steps blur the equations: write them out afresh for this corner.
        oplosser.verfris();
        ({ x } = oplosser.stijg(richtingsvector, genoeg));
        if (!kloptHier(x)) continue;
      }
      if (heel && !isGeheel(x)) maakGeheel(A, waar, n, richtingsvector, genoeg, deel.onbekenden.map((i) => p.onbekenden[i]?.geheel ?? false)).filter(kloptHier).forEach(tel);
      else tel(x);
    }
    bij();
  }
}

/** Whole points by branching on what is not whole, the farthest found within so many branches; none is an answer too. */
function maakGeheel(A: readonly Float64Array[], waar: readonly number[], n: number, doel: Float64Array, genoeg: number, geheel: readonly boolean[]): Float64Array[] {
  interface Tak { rijen: { j: number; teken: 1 | -1; grens: number }[] }
  const open: Tak[] = [{ rijen: [] }];
  const gevonden: Float64Array[] = [];
  let beste = Number.NEGATIVE_INFINITY;
  const takken = Math.min(TAKKEN, TAKWERK / (A.length * n));
  for (let keer = 0; keer < takken && open.length > 0; keer++) {
    const { rijen } = open.pop() as Tak;
    const breed = n + rijen.length;
    const matrix = A.map((rij) => {
      const uit = new Float64Array(breed);
      uit.set(rij);
      return uit;
    });
    // x_j + s = grens, or x_j − s = grens.
    rijen.forEach(({ j, teken }, r) => {
      const uit = new Float64Array(breed);
      uit[j] = 1;
      uit[n + r] = teken;
      matrix.push(uit);
    });
    const oplosser: Oplosser | undefined = simplex(matrix, [...waar, ...rijen.map(({ j, teken, grens }) => teken * (grens - (waar[j] as number)))], breed);
    if (!oplosser) continue;
    const lang = new Float64Array(breed);
    lang.set(doel);
    const { x, waarde } = oplosser.stijg(lang, genoeg);
    if (waarde <= beste + 1e-6) continue;
    let breuk = -1;
    for (let j = 0; j < n && breuk < 0; j++) if (geheel[j] && Math.abs((x[j] as number) - Math.round(x[j] as number)) > 1e-6) breuk = j;
    if (breuk < 0) {
      beste = waarde;
      gevonden.push(x.slice(0, n));
      if (waarde >= genoeg - 1e-6) break;
      continue;
    }
    const onder = Math.floor(x[breuk] as number);
    open.push({ rijen: [...rijen, { j: breuk, teken: 1, grens: onder }] }, { rijen: [...rijen, { j: breuk, teken: -1, grens: onder + 1 }] });
  }
  return gevonden;
}

/** The cells of a group. */
export const cellenVan = (p: Publicatie, groep: number): Cel[] => p.cellen.filter((cel) => cel.groep === groep);
