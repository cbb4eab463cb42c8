/** A message at the border: text in, a checked call out. Whatever host it came through, this is the only way in. */
import { mislukt, type Fout } from '../../models/contract/antwoord.ts';
import { gekeurd } from '../../models/contract/beschrijving.ts';
import { MAXIMALE_BERICHTGROOTTE } from '../../models/contract/http.ts';
import { METHODEN, type Methode, type Methodenaam } from '../../models/contract/methoden.ts';

export interface Oproep { naam: Methodenaam; methode: Methode<unknown, unknown>; invoer: unknown; taak: string | undefined }

/** Reads a message, and refuses what is no call of the contract. */
export function leesBericht(tekst: unknown): { ok: true; value: Oproep } | { ok: false; fout: Fout } {
  if (typeof tekst !== 'string') return mislukt('ongeldigeInvoer', 'Een bericht is JSON-tekst.');
  if (tekst.length > MAXIMALE_BERICHTGROOTTE) return mislukt('teGroot', `Het bericht is te groot (${Math.ceil(tekst.length / 1_048_576)} MB; hoogstens ${MAXIMALE_BERICHTGROOTTE / 1_048_576} MB). Wijzig minder tegelijk.`);
  let bericht: unknown;
  try {
    bericht = JSON.parse(tekst);
  } catch {
    return mislukt('ongeldigeInvoer', 'Het bericht is geen JSON.');
  }
  if (typeof bericht !== 'object' || bericht === null || Array.isArray(bericht)) return mislukt('ongeldigeInvoer', 'Een bericht is een object met methode en invoer.');
  const { methode: naam, invoer = {}, taak, ...over } = bericht as Record<string, unknown>;
  if (Object.keys(over).length > 0) return mislukt('ongeldigeInvoer', `Een bericht heeft geen ${Object.keys(over).slice(0, 5).join(', ').slice(0, 100)}.`);
  if (typeof naam !== 'string' || !Object.hasOwn(METHODEN, naam)) return mislukt('onbekendeMethode', `De methode ${String(naam).slice(0, 60)} bestaat niet.`);
  const methode = METHODEN[naam as Methodenaam] as Methode<unknown, unknown>;
  if (taak !== undefined && (!methode.taak || typeof taak !== 'string' || !/^[\w-]{1,64}$/.test(taak))) return mislukt('ongeldigeInvoer', `De methode ${naam} kan niet als deze taak worden uitgevoerd.`);
  const gekeurdeInvoer = gekeurd(methode.invoer, invoer);
  if (!gekeurdeInvoer.ok) {
    const { fouten } = gekeurdeInvoer;
    return mislukt('ongeldigeInvoer', `De invoer van ${naam} is niet goed. ${fouten[0]?.tekst ?? ''}${fouten.length > 1 ? ` En nog ${fouten.length - 1}.` : ''}`, fouten.slice(0, 50));
  }
  return { ok: true, value: { naam: naam as Methodenaam, methode, invoer: gekeurdeInvoer.value, taak } };
}
