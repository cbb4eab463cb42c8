/** All that a chart says, from which it is drawn, read aloud, shown as a table and taken along. */
import type { Spec } from './spec.ts';

export interface ChartTable { columns: readonly string[]; rows: readonly (readonly string[])[] }

export interface ChartContents {
  /** The message: "Vanaf 2029 V € 0,3 mln per jaar". */
  title: string;
  /** Period and unit. */
  subtitle: string;
  /** One sentence for who cannot see it. */
  description: string;
  spec: Spec;
  table: ChartTable;
}
