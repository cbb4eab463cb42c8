/**
 * Who may come in. The server listens on this machine only, but every program and every page in the browser can reach it:
 * - a page of another site, also one that made its own name point to 127.0.0.1 (DNS rebinding): refused by `Host` and `Origin`, which a page cannot set;
 * - another program or user of this machine: refused by the token, which is only in the address that was opened, behind the `#`.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SLEUTELKOP, VENSTERKOP } from '../../models/contract/http.ts';

export interface Weigering { status: 401 | 403 | 421; tekst: string }

const VREEMD: Weigering = { status: 403, tekst: 'Deze pagina mag dit programma niet aanroepen.' };
/** `none`: typed or opened from outside the browser. A program that is no browser sends nothing. */
const isEigen = (van: string | string[] | undefined): boolean => van === undefined || van === 'same-origin' || van === 'none';

export interface Deur {
  /** Any request, also for the page's own files. */
  bezoek(verzoek: IncomingMessage): Weigering | undefined;
  /** A request to the service: the number of its window, or why it is refused. */
  binnen(verzoek: IncomingMessage): { venster: string } | Weigering;
}

/** @param adres `host:port` that the server listens on; @param sleutel the token */
export function deur(adres: string, sleutel: string): Deur {
  const oorsprong = `http://${adres}`;
  const verwacht = Buffer.from(sleutel);
  const klopt = (gegeven: unknown): boolean => {
    const bytes = Buffer.from(typeof gegeven === 'string' ? gegeven : '');
    return bytes.length === verwacht.length && timingSafeEqual(bytes, verwacht);
  };
  const bezoek = ({ headers }: IncomingMessage): Weigering | undefined => {
    if (headers.host !== adres) return { status: 421, tekst: 'Dit adres wordt hier niet bediend.' };
    if (headers.origin !== undefined && headers.origin !== oorsprong) return VREEMD;
    // Going to our page from elsewhere (a link in a mail) shows it without token: nothing. Anything else that a page elsewhere wants of us is refused.
    const gaatErheen = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
    return gaatErheen || isEigen(headers['sec-fetch-site']) ? undefined : VREEMD;
  };
  return {
    bezoek,
    binnen(verzoek) {
      const geweigerd = bezoek(verzoek);
      if (geweigerd) return geweigerd;
      if (!isEigen(verzoek.headers['sec-fetch-site'])) return VREEMD;
      if (!klopt(verzoek.headers[SLEUTELKOP])) return { status: 401, tekst: 'De sleutel ontbreekt of is verouderd. Open het adres dat het programma bij het starten noemde.' };
      const venster = verzoek.headers[VENSTERKOP];
      if (typeof venster !== 'string' || !/^[\w-]{8,64}$/.test(venster)) return { status: 401, tekst: 'Het nummer van het venster ontbreekt.' };
      return { venster };
    },
  };
}
