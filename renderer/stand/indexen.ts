/** Changing the rate of an index, of the project or of one scenario, so that every rate keeps the source that holds for it. */
import type { Bronvermelding, Herkomst, IndexNaam, Indexen, Rente } from '../../models/project/types.ts';
import { INDEXEN } from '../../models/project/types.ts';
import { renteIn, STANDAARD } from '../../models/project/standaard.ts';
import { withSource, without } from './source.ts';

export interface HasIndexes { indexen?: Indexen; herkomst?: Herkomst }

/** The source of one index: its own, else that of all of them together. */
export const sourceOfIndex = ({ indexen, herkomst }: HasIndexes, name: IndexNaam): Bronvermelding | undefined => (indexen?.[name] === undefined ? undefined : (indexen.herkomst?.[name] ?? herkomst?.['indexen']));

/**
 * With another rate for one index; undefined takes it away. A source that all indexes had together stays with the others.
 * @param source of the new rate
 */
export function withIndex<T extends HasIndexes>(of: T, name: IndexNaam, rente: Rente | undefined, source: Bronvermelding | undefined): T {
  const rates = without(Object.fromEntries(INDEXEN.map((n) => [n, n === name ? rente : of.indexen?.[n]]))) as Indexen;
  const named = rente !== undefined && source && Object.keys(source).length > 0 ? source : undefined;
  const sources = without(Object.fromEntries(INDEXEN.map((n) => [n, n === name ? named : sourceOfIndex(of, n)]))) as Herkomst;
  const indexen = { ...rates, ...(Object.keys(sources).length > 0 && { herkomst: sources }) };
  const { indexen: _, ...rest } = withSource(of, 'indexen', undefined);
  return (Object.keys(rates).length > 0 ? { ...rest, indexen } : rest) as T;
}

/** What the user types is an assumption of his own from then on; one year of an example leaves the example that the other years still are. */
export const sourceAfterEdit = (source: Bronvermelding | undefined, oneOfMany: boolean): Bronvermelding | undefined => (source && (oneOfMany && source.status === 'voorbeeld' ? source : { status: 'aanname' }));

/** The same rate in every year stays one number; as soon as years differ it becomes a rate per year. */
export function withRate(rente: Rente | undefined, years: readonly number[], year: number, rate: number): Rente {
  const perYear = Object.fromEntries(years.map((y) => [String(y), y === year ? rate : renteIn(rente, y)]));
  const values = Object.values(perYear);
  if (values.every((v) => v === values[0])) return values[0] ?? 0;
  return { ...perYear, [STANDAARD]: typeof rente === 'object' ? (rente[STANDAARD] ?? rate) : (rente ?? 0) };
}
