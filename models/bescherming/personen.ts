/**
 * How much of an amount is one person's (docs/beveiliging.md): made from rows at the moment of publishing and not kept, because the largest amount of a cell
 * is a figure of a child. Amounts are the basis of rekenmodel 3, at the price level.
 */
import { basisVanDeclaratie, basisVanIndicatie } from '../rekenen/basis-van-rij.ts';
import type { Aggregaat, Declaratie, Indicatie, Product, Project, ProjectZonderRijen } from '../project/types.ts';

/** Euros of a published amount: the largest person's, and what no pseudonym belongs to. */
export interface Persoonsaandeel {
  totaal: number;
  grootste: number;
  /** All amounts without pseudonym. */
  zonder: number;
  /** The largest of them, taken together per school, gemeente and product. */
  grootsteZonder: number;
}

/** By what the amount is published under. */
export interface Persoonsaandelen {
  /** `school|categorie`. */
  perSchoolCategorie: Record<string, Persoonsaandeel>;
  /** Products that gemeenten pay. */
  perSchool: Record<string, Persoonsaandeel>;
  perGemeente: Record<string, Persoonsaandeel>;
  perProduct: Record<string, Persoonsaandeel>;
}

/** The category of products that have none: per product there are too few children at a school. */
export const ZONDER_CATEGORIE = 'overig';
/** The category under which a product is published per school. */
export const categorieVan = (product: Product): string => product.categorie ?? ZONDER_CATEGORIE;

export interface Personenteller {
  telIndicatie(rij: Indicatie): void;
  telDeclaratie(rij: Declaratie): void;
  telAggregaat(aggregaat: Aggregaat): void;
  uitkomst(): Persoonsaandelen;
}

const tel = (naar: Map<string, Map<string, number>>, onder: string, wie: string, bedrag: number): void => {
  let personen = naar.get(onder);
  if (!personen) naar.set(onder, (personen = new Map()));
  personen.set(wie, (personen.get(wie) ?? 0) + bedrag);
};

const vat = (lijst: Map<string, Map<string, number>>): Record<string, Persoonsaandeel> => Object.fromEntries([...lijst].map(([onder, personen]) => {
  const uit: Persoonsaandeel = { totaal: 0, grootste: 0, zonder: 0, grootsteZonder: 0 };
  for (const [wie, bedrag] of personen) {
    uit.totaal += bedrag;
    if (wie.startsWith('=')) uit.grootste = Math.max(uit.grootste, Math.abs(bedrag));
    else {
      uit.zonder += bedrag;
      uit.grootsteZonder = Math.max(uit.grootsteZonder, Math.abs(bedrag));
    }
  }
  return [onder, uit];
}));

/** Takes the rows that `voorbereider` takes, in any order. Rows must be valid. */
export function personenteller(project: ProjectZonderRijen): Personenteller {
  const u = project.uitgangspunten;
  const producten = new Map(project.producten.map((product) => [product.code, product]));
  const lijsten = { perSchoolCategorie: new Map<string, Map<string, number>>(), perSchool: new Map<string, Map<string, number>>(), perGemeente: new Map<string, Map<string, number>>(), perProduct: new Map<string, Map<string, number>>() };
  const neem = (school: string, gemeente: string, code: string, jeugdige: string | undefined, bedrag: number): void => {
    if (bedrag === 0) return;
    const product = producten.get(code) as Product;
    const wie = jeugdige === undefined ? `?${JSON.stringify([school, gemeente, code])}` : `=${jeugdige}`;
    tel(lijsten.perSchoolCategorie, `${school}|${categorieVan(product)}`, wie, bedrag);
    tel(lijsten.perProduct, code, wie, bedrag);
    if ((product.drager ?? 'gemeenten') !== 'gemeenten') return;
    tel(lijsten.perSchool, school, wie, bedrag);
    tel(lijsten.perGemeente, gemeente, wie, bedrag);
  };
  return {
    telIndicatie: (rij) => neem(rij.school, rij.gemeente, rij.product, rij.jeugdige, basisVanIndicatie(rij, producten.get(rij.product) as Product, u)),
    telDeclaratie: (rij) => neem(rij.school, rij.gemeente, rij.product, rij.jeugdige, basisVanDeclaratie(rij, u)),
    telAggregaat: (aggregaat) => aggregaat.basis.forEach(({ school, product, bedrag }) => neem(school, aggregaat.gemeente, product, undefined, bedrag)),
    uitkomst: () => ({ perSchoolCategorie: vat(lijsten.perSchoolCategorie), perSchool: vat(lijsten.perSchool), perGemeente: vat(lijsten.perGemeente), perProduct: vat(lijsten.perProduct) }),
  };
}

/** Of a whole project in memory. */
export function telPersonen(project: Project): Persoonsaandelen {
  const teller = personenteller(project);
  for (const rij of project.indicaties) teller.telIndicatie(rij);
  for (const rij of project.declaraties ?? []) teller.telDeclaratie(rij);
  for (const aggregaat of project.aggregaten ?? []) teller.telAggregaat(aggregaat);
  return teller.uitkomst();
}

/** Several amounts as one: the largest share that one person can have of their sum. */
export const samen = (delen: readonly Persoonsaandeel[]): Persoonsaandeel => ({
  totaal: delen.reduce((som, d) => som + d.totaal, 0),
  // One person may be the largest in each.
  grootste: delen.reduce((som, d) => som + d.grootste, 0),
  zonder: delen.reduce((som, d) => som + d.zonder, 0),
  grootsteZonder: delen.reduce((max, d) => Math.max(max, d.grootsteZonder), 0),
});

/** Whether an amount is for more than the share one person's, as far as rows can tell. An amount of 0 is nobody's. */
export function overheerst(d: Persoonsaandeel | undefined, aandeel: number, zonderPseudoniem: 'alsEen' | 'buitenBeschouwing'): boolean {
  if (!d) return false;
  const grootste = zonderPseudoniem === 'alsEen' ? Math.max(d.grootste, d.grootsteZonder) : d.grootste;
  return grootste > 0.005 && grootste > aandeel * Math.abs(d.totaal);
}
