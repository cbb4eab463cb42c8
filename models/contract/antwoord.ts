/** The one envelope of every answer. Errors are values: an exception crosses neither the bridge nor HTTP (Electron drops all but its message). */
import type { Melding } from '../project/types.ts';

/** What can go wrong, as far as a caller may want to act on it. Text for the user is in `tekst`. */
export type Foutcode =
  /** The message itself: no such method, input that does not fit its description (`details`: Melding[]), or too large. */
  | 'onbekendeMethode' | 'ongeldigeInvoer' | 'teGroot'
  /** Not from our own page: no or a wrong token, another Origin or Host, another frame. */
  | 'geenToegang'
  /** No project is open in this window. */
  | 'geenProject'
  /** The project is open read-only here (`details`: VergrendeldDoor | undefined), or the place cannot be written to. */
  | 'alleenLezen'
  /** The change would make the project invalid: P01–P27 (`details`: Melding[]). Nothing was changed. */
  | 'ongeldig'
  /** A handle, id, scenario, delivery or backup that is not (or no longer) there. */
  | 'nietGevonden' | 'bestaatAl'
  /** The project file: not one of ours, of a newer program, or damaged (`details`: Beschadiging). */
  | 'geenProjectbestand' | 'nieuwereVersie' | 'beschadigd'
  /** Somebody else changed it meanwhile, or has it. */
  | 'conflict' | 'inGebruik'
  /** The disk is full, gone or broken. */
  | 'schijf'
  /** Refused by a rule, e.g. an export with small numbers, or freezing with assumptions that are still `voorbeeld` (`details` says which). */
  | 'geweigerd'
  /** This host cannot do it (`AppInfo.kan` says so beforehand). */
  | 'nietMogelijk'
  | 'geannuleerd'
  /** A fault of this program; the log has it under the number in `details`. */
  | 'intern';

export interface Fout {
  code: Foutcode;
  /** Dutch: what is wrong, where, and what to do. */
  tekst: string;
  /** Plain JSON; its shape belongs to the code. */
  details?: unknown;
}

export type Antwoord<T> = { ok: true; value: T } | { ok: false; fout: Fout };

/** A call as it crosses, always as JSON text. */
export interface Bericht {
  methode: string;
  invoer: unknown;
  /** Number of this piece of work, chosen by the caller; progress comes under it and `taak.annuleer` stops it. Only for methods that are a `taak`. */
  taak?: string;
}

export const gelukt = <T>(value: T): Antwoord<T> => ({ ok: true, value });
export const mislukt = (code: Foutcode, tekst: string, details?: unknown): { ok: false; fout: Fout } => ({ ok: false, fout: details === undefined ? { code, tekst } : { code, tekst, details } });

/** `details` of `ongeldigeInvoer` and `ongeldig`. */
export type Meldingen = Melding[];
