/** How an entry of the log reads: names for codes, and what was added, removed or changed in words instead of in the notation of the file. */
import type { Logwijziging, ProjectZonderRijen } from '../../../models/contract/stand.ts';
import { formatDate } from '../../format/date.ts';
import { count, formatPlain } from '../../format/number.ts';

/** Names by code, of everything that others refer to. */
export type Names = ReadonlyMap<string, string>;

export function namesOf(project: ProjectZonderRijen): Names {
  return new Map([
    ...project.gemeenten.map((g): [string, string] => [g.code, g.naam]),
    ...project.scholen.map((s): [string, string] => [s.id, s.naam]),
    ...project.producten.map((p): [string, string] => [p.code, p.naam]),
    ...(project.dragers ?? []).map((d): [string, string] => [d.code, d.naam]),
    ...project.scenarios.map((s): [string, string] => [s.id, s.naam ?? s.id]),
  ]);
}

const LONGEST = 200;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
const named = (text: string, names: Names): string => names.get(text) ?? text;

/** `leerlingen, batavier GM0164, aantal` as `leerlingen, Batavier Hengelo, aantal`. */
export const placeWords = (plaats: string, names: Names): string => plaats.split(/(, | )/).map((part) => named(part, names)).join('');

/** A value as one reads it. Where something comes from is left out of what holds it: it stands in the screens. */
export function valueWords(value: unknown, names: Names, depth = 0): string {
  if (value === null || value === undefined) return 'niets';
  if (typeof value === 'number') return formatPlain(value, 6);
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : short(named(value, names));
  if (Array.isArray(value)) {
    if (value.length === 0) return 'niets';
    return value.every((v) => typeof v !== 'object') ? short(value.map((v) => valueWords(v, names, depth + 1)).join(', ')) : count(value.length, 'onderdeel', 'onderdelen');
  }
  const parts = Object.entries(value).filter(([key, v]) => key !== 'herkomst' && v !== null && v !== undefined);
  if (parts.length === 0) return 'niets';
  if (depth > 1) return count(parts.length, 'onderdeel', 'onderdelen');
  return short(parts.map(([key, v]) => `${named(key, names)} ${valueWords(v, names, depth + 1)}`).join(', '));
}

/** What happened to one thing; what its place says already is not said again. */
export function changeWords({ plaats, van, naar }: Logwijziging, names: Names): { before?: string; after: string; how: 'toegevoegd' | 'verwijderd' | 'gewijzigd' } {
  const isNothing = (v: unknown): boolean => v === null || v === undefined;
  const said = new Set(plaats.split(/, | /));
  const words = (v: unknown): string => {
    if (typeof v !== 'object' || v === null || Array.isArray(v)) return valueWords(v, names);
    const rest = Object.entries(v).filter(([, part]) => typeof part !== 'string' || !said.has(part));
    return valueWords(rest.length > 0 ? Object.fromEntries(rest) : v, names);
  };
  if (isNothing(van)) return { after: words(naar), how: 'toegevoegd' };
  if (isNothing(naar)) return { after: words(van), how: 'verwijderd' };
  return { before: words(van), after: words(naar), how: 'gewijzigd' };
}
