/** Adding up lists per year, for tests. */
import type { Reeks } from '../../models/rekenen/types.ts';

export const som = (getallen: readonly number[]): number => getallen.reduce((a, b) => a + b, 0);
/** How large the terms of a sum are together: what its last bits are measured by. */
export const omvang = (getallen: readonly number[]): number => som(getallen.map(Math.abs));
/** The numbers of one year over everything that a record names. */
export const inJaar = (per: Record<string, Reeks>, n: number): number[] => Object.values(per).map((reeks) => reeks[n] as number);
