/**
 * The settings of protection that a user may choose, kept under these names among the settings of this user on this machine (`instellingen.zet`). One threshold
 * holds for what the screen calls small and for what is published.
 */
import type { Beschermingsinstellingen } from '../bescherming/instellingen.ts';

export const BESCHERMINGSNAAM = { drempel: 'drempel', marge: 'bescherming.marge', overheersing: 'bescherming.overheersing' } as const satisfies Partial<Record<keyof Beschermingsinstellingen, string>>;
export type Beschermingskeuze = keyof typeof BESCHERMINGSNAAM;
