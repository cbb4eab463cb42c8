/** Files together as one, for a host that gives one file at a time. */
import { zipSync } from 'fflate';

/** Equal files give equal bytes: the date in a package is fixed (the first that the format knows). */
const DATUM = new Date(1980, 0, 1);

/** A zip package; its files are compressed already. @param bestanden with names that differ */
export const bundel = (bestanden: readonly { naam: string; inhoud: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(bestanden.map(({ naam, inhoud }) => [naam, inhoud])), { level: 0, mtime: DATUM });
