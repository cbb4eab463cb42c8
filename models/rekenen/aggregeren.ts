/**
 * From the rows of one gemeente to what it can deliver instead of them (rekenmodel 1 and 4): its aggregaat, and how its care is spread over aanbieders.
 * Takes rows one by one and keeps only sums, by the machinery of the preparation itself; so rows and their aggregaat give the same outcomes.
 */
import type { Aggregaat, Declaratie, GemeenteCode, Indicatie, Melding, Project } from '../project/types.ts';
import { basisVanDeclaratie, basisVanIndicatie } from './basis-van-rij.ts';
import { voorbereider, type ProjectZonderRijen } from './voorbereiden.ts';

/** Months of run-off that an aggregaat holds at least, so that a region with a longer maximaleLooptijd than the gemeente can use it too. */
export const MAANDEN_RESTEREND = 60;
/** Largest shares of aanbieders that are named per school. */
export const GROOTSTE_AANDELEN = 3;

/** How the basis of one school is spread over aanbieders, without their names (*Locaties*). */
export interface Aanbiederspreiding {
  school: string;
  /** Aanbieders with a basis above 0; rows without aanbieder count for none. */
  aanbieders: number;
  /** Shares 0..1 of the basis of all aanbieders, largest first, at most `GROOTSTE_AANDELEN`. */
  grootsteAandelen: number[];
}

/** What a gemeente delivers instead of rows. */
export interface Samenvatting {
  aggregaat: Aggregaat;
  spreiding: Aanbiederspreiding[];
  /** Warnings about the rows (W03, W06, W10), which can no longer be found in the aggregaat. */
  waarschuwingen: Melding[];
  /** Rows that were counted. */
  rijen: { indicaties: number; declaraties: number };
}

export interface Aggregeerder {
  telIndicatie(rij: Indicatie): void;
  telDeclaratie(rij: Declaratie): void;
  uitkomst(): Samenvatting;
}

/**
 * @param project valid, without rows: its lists, and the assumptions that rows are read with (peildatum, wekenPerJaar, basis, benutting, drager)
 * Rows of other gemeenten are refused with a TypeError.
 */
export function aggregeerder(project: ProjectZonderRijen, gemeente: GemeenteCode): Aggregeerder {
  const u = project.uitgangspunten;
  const voorbereiding = voorbereider({ ...project, uitgangspunten: { ...u, maximaleLooptijd: Math.max(MAANDEN_RESTEREND, u.maximaleLooptijd) } });
  const producten = new Map(project.producten.map((p) => [p.code, p]));
  const perSchool = new Map<string, Map<string, number>>();
  const rijen = { indicaties: 0, declaraties: 0 };

  const telAanbieder = ({ school, aanbieder }: { school: string; aanbieder?: string }, basis: number): void => {
    if (aanbieder === undefined || basis === 0) return;
    const perAanbieder = perSchool.get(school) ?? new Map<string, number>();
    perAanbieder.set(aanbieder, (perAanbieder.get(aanbieder) ?? 0) + basis);
    perSchool.set(school, perAanbieder);
  };
  const eisEigen = (rij: { gemeente: GemeenteCode }): void => {
    if (rij.gemeente !== gemeente) throw new TypeError(`a row of ${rij.gemeente} in the aggregaat of ${gemeente}`);
  };

  return {
    telIndicatie(rij) {
      eisEigen(rij);
      rijen.indicaties++;
      voorbereiding.telIndicatie(rij);
      const product = producten.get(rij.product);
      if (product) telAanbieder(rij, basisVanIndicatie(rij, product, u));
    },
    telDeclaratie(rij) {
      eisEigen(rij);
      rijen.declaraties++;
      voorbereiding.telDeclaratie(rij);
      telAanbieder(rij, basisVanDeclaratie(rij, u));
    },
    uitkomst() {
      const { cellen, jeugdigen, waarschuwingen } = voorbereiding.uitkomst();
      const schoolVan = (s: number): string => (project.scholen[s] as { id: string }).id;
      const aggregaat: Aggregaat = {
        gemeente,
        peildatum: u.peildatum,
        basis: cellen.basis.map((bedrag, i) => ({ school: schoolVan(cellen.school[i] as number), product: (project.producten[cellen.product[i] as number] as { code: string }).code, bedrag })),
        uitstroom: voorbereiding.uitstroomsommen(),
        jeugdigen: jeugdigen.aantal.map((aantal, i) => ({ school: schoolVan(jeugdigen.school[i] as number), aantal })),
      };
      const spreiding = project.scholen.flatMap(({ id }) => spreidingVan(id, perSchool.get(id)));
      return { aggregaat, spreiding, waarschuwingen, rijen: { ...rijen } };
    },
  };
}

function spreidingVan(school: string, perAanbieder: ReadonlyMap<string, number> = new Map()): Aanbiederspreiding[] {
  const delen = [...perAanbieder.values()].filter((bedrag) => bedrag > 0).sort((a, b) => b - a);
  if (delen.length === 0) return [];
  const som = delen.reduce((a, b) => a + b, 0);
  return [{ school, aanbieders: delen.length, grootsteAandelen: delen.slice(0, GROOTSTE_AANDELEN).map((bedrag) => bedrag / som) }];
}

/** Summary of the rows that a project in memory has of a gemeente. */
export function vatSamen(project: Project, gemeente: GemeenteCode): Samenvatting {
  const aggregaten = aggregeerder(project, gemeente);
  for (const rij of project.indicaties) if (rij.gemeente === gemeente) aggregaten.telIndicatie(rij);
  for (const rij of project.declaraties ?? []) if (rij.gemeente === gemeente) aggregaten.telDeclaratie(rij);
  return aggregaten.uitkomst();
}
