/** The assumptions and cost lines that the school side of a public workbook calculates with (docs/beveiliging.md): nothing of it is counted from rows. */
import { categorieVan } from '../../models/bescherming/personen.ts';
import { deelnemersVan, dragerVan, indexenVan, indexVanProduct, nietDeelnemersVan, prijspeilVan, vervangbaarVan, vervangtBestaandVan } from '../../models/project/standaard.ts';
import type { Arrangement, BestaandArrangement, Indexen, Inzetregel, Project, VolledigScenario } from '../../models/project/types.ts';
import { heeftEigenIndexen } from '../../models/rekenen/bereken.ts';
import type { Voorbereiding } from '../../models/rekenen/types.ts';

export interface Rekenaannames {
  begrotingsjaar: number;
  prijspeil: number;
  /** Of the scenario. */
  indexen: Indexen;
  /** Whether they are its own: what things cost without proposal was then published under other rates. */
  eigenIndexen: boolean;
  /** `vervangbaar`: over the arrangementen on average. */
  producten: readonly { code: string; index: 'prijs' | 'loon'; drager: string; categorie: string; vervangbaar: number }[];
  /** `allen`: every gemeente with pupils or children at the school makes use of it, so that the published number of pupils is the number that lines count. */
  arrangementen: readonly { arrangement: Arrangement; allen: boolean }[];
  regionaal: readonly Inzetregel[];
  /** What arrangementen replace. */
  vervangen: readonly BestaandArrangement[];
}

/**
 * @param voorbereiding tells at which schools a gemeente has anything at all, which a reader is taken to know (models/bescherming/catalogus.ts), and nothing else
 */
export function rekenaannames(project: Project, voorbereiding: Pick<Voorbereiding, 'cellen' | 'jeugdigen'>, scenario: VolledigScenario): Rekenaannames {
  const { uitgangspunten: u } = project;
  const deelnemers = new Set(deelnemersVan(project, scenario));
  const aanwezig = new Set(project.leerlingen.filter((l) => l.aantal > 0).map((l) => `${l.school}\n${l.gemeente}`));
  for (const { school, gemeente } of [voorbereiding.cellen, voorbereiding.jeugdigen]) school.forEach((s, i) => aanwezig.add(`${project.scholen[s]?.id}\n${project.gemeenten[gemeente[i] as number]?.code}`));
  const doetMee = (school: string): boolean => nietDeelnemersVan(scenario) !== 'individueel' || project.gemeenten.every(({ code }) => deelnemers.has(code) || !aanwezig.has(`${school}\n${code}`));
  const vervangenOp = new Set(scenario.arrangementen.filter(vervangtBestaandVan).map((a) => a.school));
  const gemiddeld = (waarden: readonly number[], anders: number): number => (waarden.length === 0 ? anders : waarden.reduce((som, w) => som + w, 0) / waarden.length);
  return {
    begrotingsjaar: u.begrotingsjaar, prijspeil: prijspeilVan(u), indexen: indexenVan(project, scenario), eigenIndexen: heeftEigenIndexen(scenario),
    producten: project.producten.map((p) => ({ code: p.code, index: indexVanProduct(p), drager: dragerVan(p), categorie: categorieVan(p), vervangbaar: gemiddeld(scenario.arrangementen.map((a) => vervangbaarVan(a, p)), p.vervangbaar) })),
    arrangementen: scenario.arrangementen.map((arrangement) => ({ arrangement, allen: doetMee(arrangement.school) })),
    regionaal: scenario.regionaal ?? [],
    vervangen: (project.bestaandeArrangementen ?? []).filter((b) => vervangenOp.has(b.school)),
  };
}
