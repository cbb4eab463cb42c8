/** What step 2 shows of rows, added up: never a row itself. */

/** A school in *Locaties* (schermen.md). Amounts over the reference period; shares 0..1; null = cannot be told from the data. */
export interface Locatie {
  school: string;
  leerlingen: number;
  /** Distinct jeugdigen with a running indicatie that gemeenten pay. */
  jeugdigen: number;
  gemeenten: number;
  aanbieders: number;
  /** 1 / Σ share² over the basis. */
  effectieveAanbieders: number | null;
  /** Months, of indicaties with an end. */
  gemiddeldeLooptijd: number | null;
  /** Share of indicaties that follow on one of the same jeugdige and product within a month. */
  aandeelVerlengd: number | null;
  aanbiedersPerJeugdige: number | null;
  /** Basis, all bearers. */
  kosten: number;
  /** What gemeenten pay of it and a collective arrangement could replace, by the product's own share. */
  vervangbaar: number;
}

export interface Aanbiederregel { aanbieder: string; scholen: number; gemeenten: number; jeugdigen: number; kosten: number }
export interface Nulmeting { scholen: Locatie[]; aanbieders: Aanbiederregel[] }

/** A row behind a figure. `jeugdige` is a pseudonym of this project. */
export interface Rij {
  lijst: 'indicaties' | 'declaraties';
  levering: number;
  school: string;
  gemeente: string;
  product: string;
  aanbieder?: string;
  jeugdige?: string;
  /** First of a month for declaraties. */
  start: string;
  eind?: string | null;
  /** As delivered: the cost form in words and figures. */
  kosten: { kostenPerJaar?: number; totaalbedrag?: number; volume?: number; tarief?: number; frequentie?: string; bedrag?: number };
  /** What it counts for in the basis: euros in the reference period. */
  basis: number;
}
export interface Rijenpagina { totaal: number; basis: number; rijen: Rij[] }
