/** Values that carry where they come from (rekenmodel 1, `herkomst`), as the page changes them. */
import type { Bronvermelding, Herkomst } from '../../models/project/types.ts';

/** The object without keys that are undefined: what is empty is left out of the project. */
export function without<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Sets fields of something that carries its sources. A value that the user changes is an assumption of his own from then on: the source of the old one
 * does not hold for it.
 */
export function withValue<T extends { herkomst?: Herkomst }>(object: T, values: Partial<T>): T {
  const herkomst = { ...object.herkomst };
  for (const field of Object.keys(values)) if (herkomst[field]) herkomst[field] = { status: 'aanname' };
  return without({ ...object, ...values, ...(Object.keys(herkomst).length > 0 && { herkomst }) });
}

export function withSource<T extends { herkomst?: Herkomst }>(object: T, field: string, source: Bronvermelding | undefined): T {
  const { [field]: _, ...others } = object.herkomst ?? {};
  const herkomst = source && Object.keys(source).length > 0 ? { ...others, [field]: source } : others;
  const { herkomst: _old, ...rest } = object;
  return (Object.keys(herkomst).length > 0 ? { ...rest, herkomst } : rest) as T;
}
