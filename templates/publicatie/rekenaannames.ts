/** The assumptions and cost lines that the school side of a public workbook calculates with (docs/beveiliging.md): nothing of it is counted from rows. */
import { categorieVan } from '../../models/bescherming/personen.ts';
import { dragerVan, indexenVan, indexVanProduct, prijspeilVan, vervangbaarVan, vervangtBestaandVan } from '../../models/project/standaard.ts';
import type { Arrangement, BestaandArrangement, Indexen, Inzetregel, Project, VolledigScenario } from '../../models/project/types.ts';
import { heeftEigenIndexen } from '../../models/rekenen/bereken.ts';

export interface Rekenaannames {
  begrotingsjaar: number;
  prijspeil: number;
  /** Of the scenario. */
  indexen: Indexen;
  /** Whether they are its own: what things cost without proposal was then published under other rates. */
  eigenIndexen: boolean;
  /** `vervangbaar`: over the arrangementen on average. */
  producten: readonly { code: string; index: 'prijs' | 'loon'; drager: string; categorie: string; vervangbaar: number }[];
  /** `leerlingen`: how many a line per pupil counts there; absent where no line does, or where that would tell a small number or one that is hidden. */
  arrangementen: readonly { arrangement: Arrangement; leerlingen?: number }[];
  /** The same for regional lines, over all these schools together. */
  leerlingenRegionaal?: number;
  regionaal: readonly Inzetregel[];
  /** What arrangementen replace. */
  vervangen: readonly BestaandArrangement[];
}

const gemiddeld = (waarden: readonly number[], anders: number): number => (waarden.length === 0 ? anders : waarden.reduce((som, w) => som + w, 0) / waarden.length);

/**
 * @param zonderToegang pupils per school with an arrangement that lines do not count (rekenmodel 7)
 * @param drempel a number of pupils below it goes along nowhere, nor one whose remainder is
 * @param getoond schools whose number of pupils is published by itself: of another school none goes along, though the audit takes it to be known
 */
export function rekenaannames(project: Project, scenario: VolledigScenario, zonderToegang: Readonly<Record<string, number>>, drempel: number, getoond: ReadonlySet<string>): Rekenaannames {
  const { uitgangspunten: u } = project;
  const perLeerling = (regels: readonly Inzetregel[]): boolean => regels.some((r) => r.soort === 'perLeerling');
  const regionaal = scenario.regionaal ?? [];
  // A line per pupil tells how many it counts, and the audit takes that to be known (models/bescherming/catalogus.ts).
  const telling = (scholen: readonly string[]): number | undefined => {
    const alle = project.leerlingen.filter((l) => scholen.includes(l.school)).reduce((som, l) => som + l.aantal, 0);
    const buiten = scholen.reduce((som, school) => som + (zonderToegang[school] ?? 0), 0);
    return !scholen.every((school) => getoond.has(school)) || alle - buiten < drempel || (buiten > 0 && buiten < drempel) ? undefined : alle - buiten;
  };
  const leerlingenRegionaal = perLeerling(regionaal) ? telling(scenario.arrangementen.map((a) => a.school)) : undefined;
  const vervangenOp = new Set(scenario.arrangementen.filter(vervangtBestaandVan).map((a) => a.school));
  return {
    begrotingsjaar: u.begrotingsjaar, prijspeil: prijspeilVan(u), indexen: indexenVan(project, scenario), eigenIndexen: heeftEigenIndexen(scenario), regionaal,
    producten: project.producten.map((p) => ({ code: p.code, index: indexVanProduct(p), drager: dragerVan(p), categorie: categorieVan(p), vervangbaar: gemiddeld(scenario.arrangementen.map((a) => vervangbaarVan(a, p)), p.vervangbaar) })),
    arrangementen: scenario.arrangementen.map((arrangement) => {
      const leerlingen = perLeerling(arrangement.inzet) ? telling([arrangement.school]) : undefined;
      return { arrangement, ...(leerlingen !== undefined && { leerlingen }) };
    }),
    ...(leerlingenRegionaal !== undefined && { leerlingenRegionaal }),
    vervangen: (project.bestaandeArrangementen ?? []).filter((b) => vervangenOp.has(b.school)),
  };
}
