/** What step 2 shows of rows: added up, and the rows behind a figure. */
import type { Declaratie, Indicatie } from '../project/types.ts';
import type { Aanbiederomvang, Spreiding } from '../rekenen/locaties.ts';

/** A school in *Locaties* (schermen.md), beside its spreading what stands in the project. */
export interface Locatie extends Spreiding {
  leerlingen: number;
  /** What gemeenten pay of the basis and a collective arrangement could replace, by the product's own share; euros. */
  vervangbaar: number;
}
export interface Nulmeting { scholen: Locatie[]; aanbieders: Aanbiederomvang[] }

/** A row behind a figure, as it was delivered; `jeugdige` is a pseudonym of this project. */
export type Rij = (Indicatie | Declaratie) & {
  toewijzingnummer?: string;
  /** What it counts for in the basis: euros in the reference period. */
  basis: number;
};
/** `totaal` and `basis` (euros) are of all rows that fit the filter, not of this page. */
export interface Rijenpagina { totaal: number; basis: number; rijen: Rij[] }
