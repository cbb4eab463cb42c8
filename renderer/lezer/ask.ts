/** Asking for whom something is taken along: the one door through which tables and charts leave the page. */
import type { Published } from './published.ts';

export interface For {
  /** The mark, and below it what belongs beside the figures. */
  lines: readonly string[];
  /** Undefined for `intern`: then everything goes along. */
  published: Published | undefined;
}

export interface Request {
  /** What goes along, e.g. `Effect per gemeente`. */
  title: string;
  verb: 'Kopiëren' | 'Bewaren';
  /** What else must be known of another reader's copy. */
  note?: string;
  /** The scenarios of which another reader may see figures; undefined: nothing of it is in the catalogue. */
  scenarios: readonly string[] | undefined;
  /** Hands it over. @throws what is told; a `NotAllowedError` of the clipboard asks for one more click. */
  deliver: (reader: For) => Promise<void>;
}

let asking: Request | undefined;
const listeners = new Set<() => void>();
const set = (request: Request | undefined): void => {
  asking = request;
  for (const listener of listeners) listener();
};

export const askReader = (request: Request): void => set(request);
export const answered = (): void => set(undefined);
export const currentRequest = (): Request | undefined => asking;
export const onRequest = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
