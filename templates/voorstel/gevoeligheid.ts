/** Sheet Gevoeligheid: what the program found about uncertain assumptions, as values with their seed and date (beslissen.md). */
import type { Formaat } from './opmaak.ts';
import type { Kop, Werkmap } from './werkmap.ts';

/** A table of values that the program made. */
export interface Waardentabel {
  titel: string;
  uitleg: string;
  kolommen: readonly (readonly [kop: string, formaat: Formaat])[];
  rijen: readonly (readonly (string | number)[])[];
}
export interface Gevoeligheidgegevens { berekendOp: string; zaad: number; tabellen: readonly Waardentabel[] }

export function maakGevoeligheid(werkmap: Werkmap, gegevens: Gevoeligheidgegevens | undefined) {
  const breedste = Math.max(2, ...(gegevens?.tabellen ?? []).map((t) => t.kolommen.length));
  const blad = werkmap.tabelblad({
    naam: 'Gevoeligheid', titel: 'Gevoeligheid', uitleg: gegevens ? `Vaste waarden van het programma, berekend op ${gegevens.berekendOp} met zaad ${gegevens.zaad}; ze volgen wijzigingen in deze werkmap niet.` : 'Hoe zeker de uitkomst is.',
    breedtes: [50, ...Array.from({ length: breedste - 1 }, () => 18)], vasteKolommen: 1,
  });
  if (!gegevens) blad.alinea('Voor dit scenario zijn geen onzekerheden doorgerekend. Vul in het programma onzekerheden in en maak het voorstel opnieuw.');
  for (const t of gegevens?.tabellen ?? []) {
    const sectie = blad.sectie(t.titel, Object.fromEntries(t.kolommen.map((kop, i) => [`k${i}`, kop])) as Record<string, Kop>, t.uitleg);
    for (const rij of t.rijen) sectie.rij(Object.fromEntries(rij.map((waarde, i) => [`k${i}`, waarde])));
  }
  return { blad };
}
