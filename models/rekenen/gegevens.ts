/** The prepared data in the form the evaluation runs over: flat lists, everything by index. Rebuilt when data change, not when an assumption does. */
import { dekkingVan, dragerVan, GEMEENTEN, indexVanProduct, opgeteldTotEen } from '../project/standaard.ts';
import type { Dekking, Product, School, Gemeente, Uitgangspunten } from '../project/types.ts';
import { maandVan, OPEN_EIND, type Maand } from './maand.ts';
import type { Voorbereiding } from './types.ts';
import type { ProjectZonderRijen } from './voorbereiden.ts';

/** An existing arrangement (rekenmodel 3). */
export interface Bestaand {
  school: number;
  /** Euros per month at price level, all bearers together. */
  maandbedrag: number;
  start: Maand;
  eind: Maand;
  /** Share per bearer, by index. */
  perDrager: Float64Array;
  /** Share of the gemeenten part per gemeente, adding up to 1. */
  perGemeente: Float64Array;
}

export interface Gegevens {
  uitgangspunten: Uitgangspunten;
  gemeenten: Gemeente[];
  scholen: School[];
  producten: Product[];
  /** Codes of every bearer that occurs; `gemeenten` is index 0. */
  dragers: string[];
  schoolIndex: Map<string, number>;
  gemeenteIndex: Map<string, number>;
  dragerIndex: Map<string, number>;
  /** Bearer of each product, by index. */
  productDrager: Int32Array;
  /** Whether a product is indexed by loon. */
  productLoon: boolean[];
  /** Cells (school, gemeente, product) with their basis in euros, ordered; those of school s are `celVan[s]` up to `celVan[s+1]`. */
  celVan: Int32Array;
  celGemeente: Int32Array;
  celProduct: Int32Array;
  celBasis: Float64Array;
  /** Pupils and jeugdigen per school × gemeente, at `school · gemeenten + gemeente`. */
  leerlingen: Float64Array;
  jeugdigen: Float64Array;
  /** Per school the gemeenten with pupils, jeugdigen or basis there, in order: for the others every figure of that school is 0. */
  aanwezig: Int32Array[];
  /** NaN where a gemeente lacks the figure. */
  inwoners: Float64Array;
  inwonersJeugd: Float64Array;
  uitstroom: Voorbereiding['uitstroom'];
  bestaand: Bestaand[];
}

/** Parallel index of codes, for look-up by name. */
const indexVan = (codes: readonly string[]): Map<string, number> => new Map(codes.map((code, i) => [code, i]));

/** @throws never on a valid project with the voorbereiding that belongs to it */
export function gegevensVan(project: ProjectZonderRijen, voorbereiding: Voorbereiding): Gegevens {
  const { gemeenten, scholen, producten } = project;
  const G = gemeenten.length;
  const schoolIndex = indexVan(scholen.map((s) => s.id));
  const gemeenteIndex = indexVan(gemeenten.map((g) => g.code));
  const dragers = voorkomendeDragers(project);
  const dragerIndex = indexVan(dragers);
  const { cellen, jeugdigen } = voorbereiding;

  const celVan = new Int32Array(scholen.length + 1);
  for (const school of cellen.school) celVan[school + 1]!++;
  for (let s = 0; s < scholen.length; s++) celVan[s + 1]! += celVan[s] as number;

  const leerlingenPerPaar = new Float64Array(scholen.length * G);
  for (const rij of project.leerlingen) leerlingenPerPaar[(schoolIndex.get(rij.school) as number) * G + (gemeenteIndex.get(rij.gemeente) as number)]! += rij.aantal;
  const jeugdigenPerPaar = new Float64Array(scholen.length * G);
  for (const [i, school] of jeugdigen.school.entries()) jeugdigenPerPaar[school * G + (jeugdigen.gemeente[i] as number)]! += jeugdigen.aantal[i] as number;

  const perDrager = (dekking: Dekking): Float64Array => Float64Array.from(dragers, (code) => dekking[code] ?? 0);
  const bestaand = (project.bestaandeArrangementen ?? []).map((b): Bestaand => {
    const school = schoolIndex.get(b.school) as number;
    return {
      school,
      maandbedrag: b.jaarbedrag / 12,
      start: b.start == null ? -OPEN_EIND : maandVan(b.start),
      eind: b.eind == null ? OPEN_EIND : maandVan(b.eind),
      perDrager: perDrager(dekkingVan(b)),
      perGemeente: b.verdeling ? volgensVerdeling(opgeteldTotEen(b.verdeling), gemeenten) : naarRato(leerlingenPerPaar.subarray(school * G, (school + 1) * G)),
    };
  });

  return {
    uitgangspunten: project.uitgangspunten,
    gemeenten, scholen, producten, dragers, schoolIndex, gemeenteIndex, dragerIndex,
    productDrager: Int32Array.from(producten, (p) => dragerIndex.get(dragerVan(p)) as number),
    productLoon: producten.map((p) => indexVanProduct(p) === 'loon'),
    celVan,
    celGemeente: Int32Array.from(cellen.gemeente),
    celProduct: Int32Array.from(cellen.product),
    celBasis: Float64Array.from(cellen.basis),
    leerlingen: leerlingenPerPaar,
    jeugdigen: jeugdigenPerPaar,
    aanwezig: scholen.map((_, s) => {
      const daar = new Set(cellen.gemeente.slice(celVan[s], celVan[s + 1]));
      for (let g = 0; g < G; g++) if (leerlingenPerPaar[s * G + g] !== 0 || jeugdigenPerPaar[s * G + g] !== 0) daar.add(g);
      return Int32Array.from(daar).sort();
    }),
    inwoners: Float64Array.from(gemeenten, (g) => g.inwoners ?? Number.NaN),
    inwonersJeugd: Float64Array.from(gemeenten, (g) => g.inwonersJeugd ?? Number.NaN),
    uitstroom: voorbereiding.uitstroom,
    bestaand,
  };
}

/** Every list of bearers names `gemeenten`, all drageren of producten and all in any `dekking` of the project (rekenmodel 7). */
function voorkomendeDragers(project: ProjectZonderRijen): string[] {
  const codes = new Set<string>([GEMEENTEN, ...project.producten.map(dragerVan)]);
  const neem = (bronnen: readonly { dekking?: Dekking }[] | undefined): void => bronnen?.forEach((bron) => Object.keys(dekkingVan(bron)).forEach((code) => codes.add(code)));
  neem(project.bestaandeArrangementen);
  for (const scenario of project.scenarios) {
    neem(scenario.regionaal);
    for (const arrangement of scenario.arrangementen ?? []) neem(arrangement.inzet);
  }
  return [...codes];
}

const volgensVerdeling = (verdeling: Record<string, number>, gemeenten: readonly Gemeente[]): Float64Array => Float64Array.from(gemeenten, (g) => verdeling[g.code] ?? 0);

/** Shares in proportion to `aantallen`, or equal ones where there is nothing to go by. */
function naarRato(aantallen: Float64Array): Float64Array {
  const som = aantallen.reduce((a, b) => a + b, 0);
  return aantallen.map((aantal) => (som > 0 ? aantal / som : 1 / aantallen.length));
}
