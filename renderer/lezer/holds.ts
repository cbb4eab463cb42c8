/**
 * What a chart or table holds, in terms of the publication catalogue (docs/beveiliging.md). Whatever can be copied must say it, and there is no default: what
 * stands in no catalogue table is `intern`, and goes to nobody else.
 */
import type { Tabel } from '../../models/bescherming/types.ts';
import type { ChartContents } from '../charts/contents.ts';
import type { Published } from './published.ts';

export type Kolom = 'leerlingen' | 'jeugdigen' | 'kosten' | 'nulscenario' | 'bijdrage' | 'effect';

/** A part of a table of the catalogue. For another reader the copy is that part, whole, as it is published: hidden cells stay hidden, rows may be taken together. */
export interface CatalogueTable {
  tabel: Tabel;
  kolommen: readonly Kolom[];
  scenarios: readonly string[];
  /** Of the region: per product, instead of in all and per bearer. */
  perProduct?: boolean;
}

/** A chart that can be made of the publication alone; undefined where what it shows is hidden. */
export interface CatalogueChart { scenarios: readonly string[]; published: (p: Published) => ChartContents | undefined }

/** `aannames`: lists and assumptions, the same for every reader. */
type Holds<C> = 'intern' | 'aannames' | C;
export type TableHolds = Holds<CatalogueTable>;
export type ChartHolds = Holds<CatalogueChart>;
