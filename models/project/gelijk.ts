/** Whether two JSON values say the same: order counts in lists, not in objects; a key that is undefined counts as absent. */
export function gelijkeWaarde(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((waarde, i) => gelijkeWaarde(waarde, b[i]));
  const links = a as Record<string, unknown>;
  const rechts = b as Record<string, unknown>;
  return Object.keys({ ...links, ...rechts }).every((sleutel) => gelijkeWaarde(links[sleutel], rechts[sleutel]));
}
