/** What a file may ask of this machine. Above it the reader stops with an error: no real export comes near. */
export const MAXIMUM_RIJEN = 1_048_576 * 10;
export const MAXIMUM_KOLOMMEN = 2_000;
/** Characters of one line of a text file. */
export const MAXIMUM_REGEL = 4_000_000;
/** Characters of one cell; Excel allows 32 767. */
export const MAXIMUM_CEL = 100_000;
/** Bytes of one part of a workbook once unpacked. */
export const MAXIMUM_UITGEPAKT = 6_000_000_000;
/** Bytes of the table of shared texts once unpacked: it has to stay in memory. */
export const MAXIMUM_GEDEELDE_TEKSTEN = 400_000_000;
/** Unpacked bytes per packed byte beyond which a part is a zip bomb; sheets of identical rows stay below it. */
export const MAXIMUM_VERHOUDING = 400;
export const MAXIMUM_ONDERDELEN = 5_000;
export const MAXIMUM_DIEPTE_XML = 64;
