/** Sheet Monitoring: the indicatoren of the scenario with baseline and target, and room for what is measured. */
import { getalInvoer } from './invoer.ts';
import type { Opzet } from './opzet.ts';
import type { Celinhoud, Werkmap } from './werkmap.ts';

const KOPPEN = { naam: 'Indicator', eenheid: 'Eenheid', bron: 'Bron', nulmeting: ['Nulmeting', 'getal'], waarde: ['Streefwaarde', 'getal'] } as const;

export function maakMonitoring(werkmap: Werkmap, { scenario, jaren }: Opzet) {
  const blad = werkmap.jaarblad({
    naam: 'Monitoring', titel: 'Monitoring', uitleg: 'Wat wordt gevolgd, met nulmeting en streefwaarde; per jaar de meting.', breedtes: [44, 16, 34, 16, 1, 1, 1, 1, 16], koppen: KOPPEN, vasteKolommen: 1,
  });
  const indicatoren = scenario.indicatoren ?? [];
  if (indicatoren.length === 0) {
    blad.alinea('Voor dit scenario zijn nog geen indicatoren afgesproken.');
    return { blad };
  }
  const lijst = blad.sectie('Indicatoren', KOPPEN);
  const cel = (waarde: unknown): Celinhoud => (typeof waarde === 'number' ? { waarde, formaat: 'getal' } : { waarde: waarde == null ? '' : String(waarde), formaat: 'tekst' });
  for (const i of indicatoren) {
    lijst.rij({ naam: i.naam, eenheid: i.eenheid, bron: i.bron ?? '', nulmeting: cel(i.nulmeting), waarde: cel(i.streefwaarde) }, { waarden: jaren.map(() => undefined), formaat: 'getal', nadruk: 'invoer', invoer: (p) => ({ ...getalInvoer(-1e12, 1e12, 'De meting van dit jaar.'), doel: { plaats: `Meting ${jaren[p]} van ${i.naam}` } }) });
  }
  return { blad };
}
