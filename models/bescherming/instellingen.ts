/** Kinds of reader, and the rule that holds for them (docs/beveiliging.md). No reader is ever assumed. */
import { LEZERS, type Lezer } from '../contract/voorstel.ts';

export { LEZERS, type Lezer };
export const isLezer = (waarde: unknown): waarde is Lezer => LEZERS.some((lezer) => lezer === waarde);

export interface Beschermingsinstellingen {
  /** A count below it is not shown, and a hidden count keeps a range at least this wide. Whole, at least 5. */
  drempel: number;
  /** A hidden amount stays uncertain by at least this share of it, upwards and downwards. */
  marge: number;
  /** No published amount is for a larger share one person's. */
  overheersing: number;
  /**
   * Amounts that no pseudonym belongs to (aggregaten, rows without one): `alsEen` counts those of a gemeente at a school for a product as one person's,
   * `buitenBeschouwing` leaves them out of the dominance rule, which the report then says.
   */
  zonderPseudoniem: 'alsEen' | 'buitenBeschouwing';
  /** Euros to which `openbaar` rounds amounts per school and gemeente. */
  afronding: number;
}

export const STANDAARDBESCHERMING: Readonly<Beschermingsinstellingen> = { drempel: 10, marge: 0.2, overheersing: 0.5, zonderPseudoniem: 'alsEen', afronding: 1000 };

/** The lowest threshold that may be chosen. */
export const LAAGSTE_DREMPEL = 5;

/** Dutch sentences on settings that would protect nothing; empty when they are sound. */
export function controleerInstellingen(i: Beschermingsinstellingen): string[] {
  const fouten: string[] = [];
  if (!Number.isInteger(i.drempel) || i.drempel < LAAGSTE_DREMPEL) fouten.push(`De drempel is ${i.drempel}, maar moet een geheel getal van ten minste ${LAAGSTE_DREMPEL} zijn.`);
  if (!(i.marge > 0 && i.marge <= 1)) fouten.push(`De marge is ${i.marge}, maar moet boven 0 en hoogstens 1 zijn.`);
  if (!(i.overheersing > 0 && i.overheersing < 1)) fouten.push(`Het grootste aandeel van één persoon is ${i.overheersing}, maar moet tussen 0 en 1 liggen.`);
  if (!(i.afronding > 0)) fouten.push(`De afronding is ${i.afronding}, maar moet boven 0 zijn.`);
  return fouten;
}
