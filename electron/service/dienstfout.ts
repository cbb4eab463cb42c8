/** Exceptions within the service, and the one place where any exception becomes an answer (`models/contract/antwoord.ts`). */
import { join } from 'node:path';
import { mislukt, type Antwoord, type Foutcode } from '../../models/contract/antwoord.ts';
import { Opslagfout, vertaald, type Opslagfoutcode } from '../store/fouten.ts';

/** A fault that the user can do something about. */
export class Dienstfout extends Error {
  readonly code: Foutcode;
  readonly details: unknown;
  /** @param tekst Dutch: what is wrong, where, and what to do */
  constructor(code: Foutcode, tekst: string, details?: unknown) {
    super(tekst);
    this.name = 'Dienstfout';
    this.code = code;
    this.details = details;
  }
}

const VAN_OPSLAG: Record<Opslagfoutcode, Foutcode> = {
  'bestaat-niet': 'nietGevonden',
  'bestaat-al': 'bestaatAl',
  'geen-project': 'geenProjectbestand',
  'nieuwere-versie': 'nieuwereVersie',
  beschadigd: 'beschadigd',
  'in-gebruik': 'inGebruik',
  bezig: 'inGebruik',
  'alleen-lezen': 'alleenLezen',
  'schijf-vol': 'schijf',
  verplaatst: 'schijf',
  schijf: 'schijf',
  conflict: 'conflict',
  onbekend: 'nietGevonden',
  grens: 'geweigerd',
  voorbeeld: 'geweigerd',
  'niets-te-doen': 'geweigerd',
  gesloten: 'geenProject',
};

/**
 * Any exception as an answer. What nobody foresaw goes to `schrijf`, and only its number to the user.
 * @param plaats folder in which this program writes: a full disk that nobody named is there
 */
export function alsAntwoord(exceptie: unknown, plaats: string, schrijf: (fout: unknown) => string): Antwoord<never> {
  const gewoon = vertaald(exceptie, join(plaats, 'tijdelijk'));
  const fout = gewoon instanceof Opslagfout && gewoon.code === 'schijf-vol' ? gewoon : exceptie;
  if (fout instanceof Dienstfout) return mislukt(fout.code, fout.message, fout.details);
  if (fout instanceof Opslagfout) return mislukt(VAN_OPSLAG[fout.code], fout.message);
  if (fout instanceof Error && fout.name === 'AbortError') return mislukt('geannuleerd', 'De taak is gestopt; er is niets gewijzigd.');
  const nummer = schrijf(fout);
  return mislukt('intern', `Er ging iets mis in het programma zelf (nummer ${nummer}). Het project is niet gewijzigd. Meld het nummer; het foutenlogboek zegt waar het misging.`, nummer);
}
