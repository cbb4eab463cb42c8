/** What of a project has a taakveld: products that gemeenten pay, and kinds of cost line, each told apart by its description and soort; and changing that. */
import type { Bronvermelding, Herkomst, Inzetregel } from '../../../models/project/types.ts';
import type { ProjectZonderRijen } from '../../../models/contract/stand.ts';
import type { Wijziging } from '../../../models/contract/methoden.ts';
import { dekkingVan, dragerVan, GEMEENTEN } from '../../../models/project/standaard.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import type { Taakveldkeuze } from '../../../models/project/taakvelden.ts';
import { REGELSOORT } from '../../help/words.ts';
import { withSource, withValue } from '../../stand/source.ts';

/** What carries a taakveld in the project. */
interface Carrier { taakveld?: string | Record<string, string>; herkomst?: Herkomst }
export interface Kind {
  key: string;
  naam: string;
  soort: string;
  /** That of all of them; of the first where they differ. */
  taakveld: Taakveldkeuze;
  /** Lines of this kind in different schools or scenarios have different taakvelden. */
  differs: boolean;
  source: Bronvermelding | undefined;
}

const ofProduct = (code: string): string => `product ${code}`;
const ofLine = (line: Inzetregel): string => `regel ${line.soort} ${line.omschrijving}`;
const paidByGemeenten = (line: Inzetregel): boolean => (dekkingVan(line)[GEMEENTEN] ?? 0) > 0;

export function kindsOf(project: ProjectZonderRijen): Kind[] {
  const products = project.producten.filter((p) => dragerVan(p) === GEMEENTEN).map((p): Kind => ({ key: ofProduct(p.code), naam: p.naam, soort: 'Product', taakveld: p.taakveld, differs: false, source: p.herkomst?.['taakveld'] }));
  const lines = new Map<string, Kind>();
  for (const line of project.scenarios.flatMap((s) => [...(s.regionaal ?? []), ...(s.arrangementen ?? []).flatMap((a) => a.inzet ?? [])]).filter(paidByGemeenten)) {
    const source = line.herkomst?.['taakveld'];
    const known = lines.get(ofLine(line));
    if (!known) lines.set(ofLine(line), { key: ofLine(line), naam: line.omschrijving, soort: REGELSOORT[line.soort], taakveld: line.taakveld, differs: false, source });
    else {
      if (!gelijkeWaarde(known.taakveld, line.taakveld)) known.differs = true;
      if (!isVerified(source)) known.source = source;
    }
  }
  return [...products, ...lines.values()];
}

export const isVerified = (source: Bronvermelding | undefined): boolean => source?.status === 'vastgesteld' && Boolean(source.bron);

/** One change of the project, for kinds by key: what each of them has from now on. */
function changed(project: ProjectZonderRijen, keys: ReadonlySet<string>, change: <C extends Carrier>(carrier: C, key: string) => C): Wijziging[] {
  const wijzigingen: Wijziging[] = [];
  if (project.producten.some((p) => keys.has(ofProduct(p.code)))) wijzigingen.push({ soort: 'producten', lijst: project.producten.map((p) => (keys.has(ofProduct(p.code)) ? change(p, ofProduct(p.code)) : p)) });
  const hits = (lines: readonly Inzetregel[] | undefined): boolean => lines?.some((l) => keys.has(ofLine(l))) ?? false;
  const mapped = (lines: readonly Inzetregel[]): Inzetregel[] => lines.map((l) => (keys.has(ofLine(l)) && paidByGemeenten(l) ? change(l, ofLine(l)) : l));
  for (const s of project.scenarios) {
    if (!hits(s.regionaal) && !s.arrangementen?.some((a) => hits(a.inzet))) continue;
    wijzigingen.push({
      soort: 'scenario',
      scenario: { ...s, ...(s.regionaal && { regionaal: mapped(s.regionaal) }), ...(s.arrangementen && { arrangementen: s.arrangementen.map((a) => (a.inzet ? { ...a, inzet: mapped(a.inzet) } : a)) }) },
    });
  }
  return wijzigingen;
}

export const withTaakvelden = (project: ProjectZonderRijen, per: ReadonlyMap<string, Taakveldkeuze>): Wijziging[] =>
  changed(project, new Set(per.keys()), (carrier, key) => withValue<Carrier>(carrier, { taakveld: per.get(key) } as Partial<Carrier>) as typeof carrier);

/** @param source undefined: not verified any more */
export const withSources = (project: ProjectZonderRijen, keys: readonly string[], source: Bronvermelding | undefined): Wijziging[] => changed(project, new Set(keys), (carrier) => withSource(carrier, 'taakveld', source));
