/** What a chart shows, apart from how it is drawn. Amounts in euros; effects negative = V, positive = N. */

export interface Series { name: string; values: readonly number[]; /** The nulscenario, or the place of a scenario in the fixed order, from 0. */ role: 'nul' | number }

export type Spec =
  /** Effect per year as V/N bars around zero; the cumulative effect as a line. */
  | { kind: 'effect'; labels: readonly string[]; effect: readonly number[]; cumulative?: readonly number[] }
  /** Amounts per year, a line per scenario. */
  | { kind: 'lines'; labels: readonly string[]; series: readonly Series[]; fromZero?: boolean }
  /** From one total to another in parts. */
  | { kind: 'bridge'; steps: readonly { label: string; value: number; total?: boolean }[]; /** The totals are effects themselves. */ effects?: boolean }
  /** Effects side by side, lying bars: per gemeente. */
  | { kind: 'effects'; labels: readonly string[]; values: readonly number[] }
  /** Effects side by side, lying bars, with what else they could be as marks on the same line: ●, △, □ in this order. */
  | { kind: 'against'; name: string; labels: readonly string[]; values: readonly number[]; marks: readonly { name: string; values: readonly number[] }[] }
  /** Amounts side by side, lying bars: per product, per aanbieder. Plan: outlined. */
  | { kind: 'amounts'; labels: readonly string[]; values: readonly number[]; /** What they should stay below. */ bound?: number }
  /** Effects from the one to the other with what lies in the middle, lying bars: per uncertain assumption, per year. */
  | { kind: 'ranges'; labels: readonly string[]; ranges: readonly { from: number; to: number; middle: number }[] }
  /** Effects P0, P1, … P100, and the shares 0..1 that are named on the curve. */
  | { kind: 'certainty'; curve: readonly number[]; marks: readonly { share: number; effect: number }[] }
  /** Shares 0..1 per month. */
  | { kind: 'runoff'; labels: readonly string[]; series: readonly Series[] };
