/** What can be asked of a figure. Data, so that an explanation is made anew when figures change while it is open. */

export type Vraag =
  /** Effect of a scenario on gemeenten: all or one, in a year (number of the horizon) or all years together. */
  | { soort: 'effect'; scenario: string; gemeente?: string; jaar: number | 'alle' }
  /** Nulscenario of all, a gemeente or a school in a year; with `scenario` under that scenario's indexes. */
  | { soort: 'nul'; scenario?: string; gemeente?: string; school?: string; jaar: number }
  /** What a scenario costs gemeenten: all or one, in a year. */
  | { soort: 'totaal'; scenario: string; gemeente?: string; jaar: number }
  | { soort: 'bijdrage'; scenario: string; gemeente: string; jaar: number }
  /** −R + O: what individual care costs less or more, of a gemeente or of all, at a school or all. */
  | { soort: 'individueel'; scenario: string; gemeente?: string; school?: string; jaar: number }
  /** The same at one school, per product. */
  | { soort: 'product'; scenario: string; gemeente?: string; school: string; product: string; jaar: number }
  /** The gemeenten part of all lines, or of a school's own or the regional ones. */
  | { soort: 'collectief'; scenario: string; school?: string | 'regio'; jaar: number }
  | { soort: 'regel'; scenario: string; regel: number; jaar: number }
  | { soort: 'pot'; scenario: string; pot: number; gemeente: string; jaar: number }
  /** Cost in the reference period: of all bearers, or only what gemeenten pay. */
  | { soort: 'basis'; school?: string; gemeente?: string; product?: string; vanGemeenten?: true }
  | { soort: 'zonderToegang'; scenario: string; school?: string };
