/** What a reader who is not `intern` gets to see, as the page asks for it: the publication and nothing beside it (docs/beveiliging.md). */
import type { EerderePublicatie } from '../bescherming/catalogus.ts';
import type { Lezer } from '../bescherming/instellingen.ts';
import type { Publicatiecel } from '../bescherming/publiceer.ts';
import type { Tabel } from '../bescherming/types.ts';
import { lijst, object, optioneel, tekst, type Beschrijving } from './beschrijving.ts';

export type PubliekeLezer = Exclude<Lezer, 'intern'>;
export const PUBLIEKE_LEZERS = ['klankbordgroep', 'openbaar'] as const satisfies readonly PubliekeLezer[];

export interface Publicatiecijfers {
  lezer: PubliekeLezer;
  jaren: number[];
  /** Hidden cells have no value, rows may be taken together, euros are rounded for `openbaar`. */
  tabellen: Record<Tabel, Publicatiecel[]>;
  /** The reader's mark: belongs on every page and in every copy. */
  opschrift: string;
  /** Sentences that belong beside the tables. */
  toelichting: string[];
  /** Names of what is taken together as `overige`. */
  opgerold: { scholen: string[]; gemeenten: string[] };
  /** To give along with a next one of the same figures to the same reader. */
  voorVolgende: EerderePublicatie;
}

/** More groups than any project that can be published has. */
const MEESTE_GROEPEN = 100_000;
const namen = lijst(tekst(500, 1), MEESTE_GROEPEN);
export const EERDERE_PUBLICATIE = object({ getoond: namen, verborgen: namen, opgerold: object({ scholen: namen, gemeenten: namen }), jarenSamen: optioneel(namen), weggelaten: optioneel(namen) }) as Beschrijving<EerderePublicatie>;

/** Variants that can be shown beside the scenarios, one after the other in one meeting: each makes what was hidden easier to find. */
export const MEESTE_VARIANTEN = 8;
