/** Language of source files as data; `templates/invoer` holds it, recognition takes it as an argument. */
import type { Grenzen, Soort } from './types.ts';

export interface Woordenlijst {
  /** Field or kostenvorm → headings, per soort. */
  koppen: Record<Soort, Record<string, readonly string[]>>;
  /** Heading → values it fixes beside its field. */
  kopvast: Record<string, Record<string, string | number>>;
  identiteitskoppen: readonly string[];
  schaalkoppen: readonly { patroon: RegExp; schaal: number; titel: string }[];
  /** Field → value → words. */
  keuzes: Record<string, Record<string, readonly string[]>>;
  /** Public code list. */
  gemeentelijst: readonly { code: string; naam: string; kort: readonly string[] }[];
  bijzaakSchool: readonly string[];
  groepsnaam: RegExp;
  grenzen: Grenzen;
}
