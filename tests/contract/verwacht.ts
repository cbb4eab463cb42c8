/** Opens the envelope of an answer that must be a good one. */
import type { Antwoord } from '../../models/contract/antwoord.ts';

export function verwacht<T>(antwoord: Antwoord<T>): T {
  if (!antwoord.ok) throw new Error(`${antwoord.fout.code}: ${antwoord.fout.tekst} ${JSON.stringify(antwoord.fout.details ?? '')}`);
  return antwoord.value;
}
