/** What the uncertain assumptions of a scenario come down to in one draw (docs/beslissen.md): which numbers are drawn, and what they make together at a school. */
import { ONZEKERE_PARAMETERS, type OnzekereParameter, type Onzekerheid } from '../project/types.ts';

/** A value of every parameter. */
export type Parameterwaarden = Record<OnzekereParameter, number>;

export const isFactor = (parameter: OnzekereParameter): boolean => parameter.endsWith('Factor');
/** The value that changes nothing. */
export const neutraleWaarde = (parameter: OnzekereParameter): number => (isFactor(parameter) ? 1 : 0);

/** Where a number that is drawn holds: everywhere, at one school (its id), or for what belongs to no school (`null`): regional lines, and schools without an arrangement. */
export type Geldigheid = { soort: 'overal' } | { soort: 'plaats'; school: string | null };

/** One number that is drawn. */
export interface Dimensie {
  /** Place of its assumption in the scenario's `onzekerheden`. */
  onzekerheid: number;
  parameter: OnzekereParameter;
  geldt: Geldigheid;
  /** Names its random numbers: they do not depend on the order of assumptions or schools. */
  naam: string;
}

/** Every number that is drawn for these assumptions: one each, or with `perSchool` one per school with an arrangement and one for the region. */
export function dimensiesVan(onzekerheden: readonly Onzekerheid[], scholen: readonly string[]): Dimensie[] {
  const gezien = new Map<OnzekereParameter, number>();
  return onzekerheden.flatMap(({ parameter, perSchool }, onzekerheid): Dimensie[] => {
    const keer = gezien.get(parameter) ?? 0;
    gezien.set(parameter, keer + 1);
    const naam = keer === 0 ? parameter : `${parameter} ${keer + 1}`;
    if (!perSchool) return [{ onzekerheid, parameter, geldt: { soort: 'overal' }, naam }];
    return [null, ...scholen].map((school) => ({ onzekerheid, parameter, geldt: { soort: 'plaats', school }, naam: school === null ? `${naam} regio` : `${naam} school ${school}` }));
  });
}

/** Remaining durations are held at this many times what they were. */
const LANGSTE_UITSTROOM = 100;
/** A start does not move further than this many months: past any horizon. */
const VERSTE_START = 1200;

/** Place of a parameter in lists of one value each. */
export const PLEK = Object.fromEntries(ONZEKERE_PARAMETERS.map((parameter, i) => [parameter, i])) as Record<OnzekereParameter, number>;
const NEUTRAAL = Float64Array.from(ONZEKERE_PARAMETERS, neutraleWaarde);

/**
 * Makes the function that tells what the numbers of one draw make together at a school, or (`null`) elsewhere: factors of one parameter multiply, other
 * values add up; then months are rounded to whole ones and durations are not below 0.
 * It writes a value per parameter, in the order of `ONZEKERE_PARAMETERS`.
 */
export function waardenrekenaar(dimensies: readonly Dimensie[], school: string | null): (trekking: ArrayLike<number>, naar: Float64Array) => void {
  const hier = dimensies.flatMap(({ parameter, geldt }, i) => (geldt.soort === 'overal' || geldt.school === school ? [{ i, plek: PLEK[parameter], factor: isFactor(parameter) }] : []));
  return (trekking, naar) => {
    naar.set(NEUTRAAL);
    for (const { i, plek, factor } of hier) {
      if (factor) naar[plek]! *= trekking[i] as number;
      else naar[plek]! += trekking[i] as number;
    }
    naar[PLEK.startvertraging] = Math.max(-VERSTE_START, Math.min(VERSTE_START, Math.round(naar[PLEK.startvertraging] as number))) + 0;
    naar[PLEK.uitstroomFactor] = Math.max(0, Math.min(LANGSTE_UITSTROOM, naar[PLEK.uitstroomFactor] as number));
  };
}

/** The same, by name. @param trekking a value per dimension */
export function waardenOp(dimensies: readonly Dimensie[], trekking: ArrayLike<number>, school: string | null): Parameterwaarden {
  const waarden = new Float64Array(ONZEKERE_PARAMETERS.length);
  waardenrekenaar(dimensies, school)(trekking, waarden);
  return Object.fromEntries(ONZEKERE_PARAMETERS.map((parameter, i) => [parameter, waarden[i]])) as Parameterwaarden;
}

/** One parameter with one value everywhere, as it works: whole months, durations not below 0; the others neutral. */
export const alleen = (parameter: OnzekereParameter, waarde: number): Parameterwaarden =>
  waardenOp([{ onzekerheid: 0, parameter, geldt: { soort: 'overal' }, naam: '' }], [waarde], null);
