/** Questions: how one is put, and how an answer gets into a profile. */
import { type Plaats, plaatsTekst } from './meldingen.ts';
import type { Profiel, Vraag, Vraagsoort } from './types.ts';
import { PROFIELFORMAAT } from './types.ts';

/** The profile with this answer in it. */
export function beantwoord(profiel: Profiel, vraag: Pick<Vraag, 'profielpad'>, antwoord: unknown): Profiel {
  return zet({ formaat: PROFIELFORMAAT, ...profiel }, vraag.profielpad, antwoord) as Profiel;
}

function zet(in_: unknown, pad: readonly string[], waarde: unknown): unknown {
  const [sleutel, ...rest] = pad;
  if (sleutel === undefined) return waarde;
  const object = typeof in_ === 'object' && in_ !== null ? (in_ as Record<string, unknown>) : {};
  return { ...object, [sleutel]: zet(object[sleutel], rest, waarde) };
}

/** @param zin what is not known; the sentence on how to settle it is added */
export function vraag(soort: Vraagsoort, plaats: Plaats, zin: string, keuzes: Vraag['keuzes'], profielpad: string[], voorstel?: unknown): Vraag {
  const voorbeeld = voorstel ?? keuzes[0]?.waarde ?? '…';
  const hoe = `Beantwoord dit in het profiel (--profiel), bijvoorbeeld ${JSON.stringify(zet({}, profielpad, voorbeeld))}.`;
  return {
    vraag: soort, bestand: plaats.bestand, blad: plaats.blad, kolom: plaats.kolom ?? null,
    tekst: `${plaatsTekst(plaats)}: ${zin} ${hoe}`,
    keuzes, ...(voorstel === undefined ? {} : { voorstel }), profielpad,
  };
}
