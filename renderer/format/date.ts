/** Calendar dates and months as people here write them. Dates are text `jjjj-mm-dd`; no time zone is ever involved. */

const MONTHS_SHORT = ['jan.', 'feb.', 'mrt.', 'apr.', 'mei', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'] as const;
export const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'] as const;
const NBSP = '\u00a0';

/** `1 aug. 2027`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${Number(day)}${NBSP}${MONTHS_SHORT[Number(month) - 1] ?? ''}${NBSP}${year ?? ''}`;
}

/** `augustus 2027`, from `jjjj-mm` or `jjjj-mm-dd`. */
export function formatMonth(month: string): string {
  const [year, m] = month.split('-');
  return `${MONTHS[Number(m) - 1] ?? ''}${NBSP}${year ?? ''}`;
}

/** `aug. 2027`, for narrow columns. */
export function formatMonthShort(month: string): string {
  const [year, m] = month.split('-');
  return `${MONTHS_SHORT[Number(m) - 1] ?? ''}${NBSP}${year ?? ''}`;
}

/** `schooljaar 2027–2028` of the month in which it begins or lies. */
export function schoolYear(month: string): string {
  const year = Number(month.slice(0, 4));
  const first = Number(month.slice(5, 7)) >= 8 ? year : year - 1;
  return `${first}–${first + 1}`;
}

/** `21 nov. 2026 16:05` of an instant (ISO 8601), in the time of this machine. */
export function formatInstant(instant: string): string {
  const d = new Date(instant);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${d.getDate()}${NBSP}${MONTHS_SHORT[d.getMonth()] ?? ''}${NBSP}${d.getFullYear()} ${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** Months as `2 jaar en 3 maanden`. */
export function formatDuration(months: number): string {
  const years = Math.floor(months / 12);
  const rest = Math.round(months - 12 * years);
  const y = years > 0 ? `${years}${NBSP}jaar` : '';
  const m = rest > 0 ? `${rest}${NBSP}${rest === 1 ? 'maand' : 'maanden'}` : '';
  return [y, m].filter((part) => part !== '').join(' en ') || `0${NBSP}maanden`;
}

/** The last day of the month of a date, `jjjj-mm-dd`: for what must end with a month. */
export function endOfMonth(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date.slice(0, 7)}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** Reads `1-8-2027`, `1 aug 2027`, `2027-08-01`, `aug 2027`, `8-2027`; undefined where it is no calendar date. A month alone means its first day. */
export function parseDate(text: string): string | undefined {
  const t = text.trim().toLowerCase();
  const named = /^(?:(\d{1,2})[\s.-]+)?([a-z]+)\.?[\s.-]+(\d{4})$/.exec(t);
  const numeric = /^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(t);
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(t);
  let day: number, month: number, year: number;
  if (iso) [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1)];
  else if (numeric) [day, month, year] = [Number(numeric[1] ?? 1), Number(numeric[2]), Number(numeric[3])];
  else if (named) {
    const name = named[2] as string;
    month = 1 + MONTHS.findIndex((m, i) => name.length >= 3 && (m.startsWith(name) || MONTHS_SHORT[i] === `${name}.`));
    [day, year] = [Number(named[1] ?? 1), Number(named[3])];
  } else return undefined;
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
