/** Bounds of the checks on import; each can be set in a profile (`grenzen`). They mark rows, they never refuse them. */
import type { Grenzen } from '../../models/invoer/types.ts';

export const GRENZEN: { [K in keyof Grenzen]: { waarde: Grenzen[K]; titel: string; eenheid: string; bron: string; datum: string } } = {
  kostenPerJaar: { waarde: 250_000, titel: 'Kosten van één indicatie per jaar', eenheid: '€ per jaar', bron: 'aanname: ruim boven een jaar gesloten jeugdhulp', datum: '2026-11-01' },
  jarenTerug: { waarde: 5, titel: 'Begin van een indicatie in het verleden', eenheid: 'jaar', bron: 'ontwerp van de import', datum: '2026-11-01' },
  sprong: { waarde: 0.5, titel: 'Verandering van het totaal van een product tussen twee leveringen', eenheid: 'deel', bron: 'ontwerp van de import', datum: '2026-11-01' },
};
