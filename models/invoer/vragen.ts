/** Questions: how one is put, and how an answer gets into a profile. */
import { type Plaats, plaatsTekst } from './meldingen.ts';
import type { Namen, Nieuweling } from './namen.ts';
import type { Naamsoort, Profiel, Vraag, Vraagsoort } from './types.ts';
import { PROFIELFORMAAT } from './types.ts';

/** The profile with this answer in it; what it says of other things stays. */
export function beantwoord(profiel: Profiel, vraag: Pick<Vraag, 'profielpad'>, antwoord: unknown): Profiel {
  return zet({ formaat: PROFIELFORMAAT, ...profiel }, vraag.profielpad, antwoord) as Profiel;
}

const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

function zet(in_: unknown, pad: readonly string[], waarde: unknown): unknown {
  const [sleutel, ...rest] = pad;
  const object = isObject(in_) ? in_ : {};
  // An answer may be a few keys at once (a column and what it is): they come beside what is there.
  if (sleutel === undefined) return isObject(waarde) && isObject(in_) ? Object.entries(waarde).reduce((o: unknown, [k, w]) => zet(o, [k], w), in_) : waarde;
  return { ...object, [sleutel]: zet(object[sleutel], rest, waarde) };
}

/** @param zin what is not known */
export function vraag(soort: Vraagsoort, plaats: Plaats, zin: string, keuzes: Vraag['keuzes'], profielpad: string[], voorstel?: unknown): Vraag {
  return {
    vraag: soort, bestand: plaats.bestand, blad: plaats.blad, kolom: plaats.kolom ?? null,
    tekst: `${plaatsTekst(plaats)}: ${zin}`, zin,
    keuzes, ...(voorstel === undefined ? {} : { voorstel }), profielpad,
  };
}

/**
 * What a name means that nothing is known by: something new, another name of something known, or nothing that comes in. Of what is known the choices hold only
 * the proposal; any other code of it is an answer as well (`Naamlijsten`).
 */
export function naamvraag(soort: Naamsoort, naam: string, { nieuw, voorstel }: { nieuw: Nieuweling; voorstel?: string | undefined }, plaats: Plaats, namen: Pick<Namen, 'noem'>): Vraag {
  const keuzes: Vraag['keuzes'] = [];
  const bedoeld = voorstel === undefined ? undefined : namen.noem(soort, voorstel);
  if (bedoeld !== undefined) keuzes.push({ waarde: voorstel, tekst: `is ${bedoeld}` });
  keuzes.push({ waarde: nieuw, tekst: `nieuw, met code ${String(nieuw['code'] ?? nieuw['id'])}` }, { waarde: null, tekst: 'weglaten: de rijen worden geweigerd' });
  const verwijzing = soort === 'product' ? 'het' : 'die';
  const zin = `${soort} “${naam}” is niet bekend${bedoeld === undefined ? '' : `; bedoeld is misschien ${bedoeld}`}. Is ${verwijzing} nieuw, een andere naam van een bekende, of moet ${verwijzing} weg?`;
  return vraag('naam', plaats, zin, keuzes, ['namen', soort, naam], voorstel);
}

/** Whether a question leaves a whole table unread. What a name means concerns only the rows that have it. */
export const houdtTegen = ({ vraag: soort }: Vraag): boolean => soort !== 'naam';
