/** Sheet Regio: cost per product and bearer, effect and contributions of all together. */
import { KOLOM } from '../../models/bescherming/catalogus.ts';
import type { Rij, Werkmap } from '../voorstel/werkmap.ts';
import type { Catalogus, Publicatiegegevens } from './gegevens.ts';
import { cijferblad } from './tabel.ts';

export function maakRegio(werkmap: Werkmap, catalogus: Catalogus, { namen }: Publicatiegegevens) {
  const blad = cijferblad(werkmap, 'Regio', 'De regio samen');
  const KOPPEN = { naam: '', code: '' } as const;
  const samen = blad.sectie('Leerlingen en jeugdigen met jeugdhulp', { naam: '', code: '', aantal: ['Aantal', 'geheel'] });
  for (const [naam, kolom] of [['Leerlingen op deze scholen', KOLOM.leerlingen], ['Jeugdigen met jeugdhulp', KOLOM.jeugdigen]] as const) samen.rij({ naam, aantal: catalogus.aantal('regio', 'regio', kolom) ?? '' });

  const van = (soort: string): string[] => catalogus.rijen('regio').filter((rij) => rij.startsWith(`${soort} `)).map((rij) => rij.slice(soort.length + 1));
  const producten = blad.sectie('Kosten zonder voorstel, per product', KOPPEN);
  for (const code of van('product')) producten.rij({ naam: namen.producten.get(code) ?? code, code }, { waarden: catalogus.reeks('regio', `product ${code}`, KOLOM.nul), formaat: 'euro' });
  const rijen = (titel: string, kolom: string, formaat: 'euro' | 'effect'): Map<string, Rij<'naam' | 'code'>> => {
    const sectie = blad.sectie(titel, KOPPEN);
    return new Map(van('drager').map((drager) => [drager, sectie.rij({ naam: namen.dragers.get(drager) ?? drager }, { waarden: catalogus.reeks('regio', `drager ${drager}`, kolom), formaat })]));
  };
  const nul = rijen('Kosten zonder voorstel, per drager', KOLOM.nul, 'euro');
  rijen('Effect van het voorstel, per drager', KOLOM.effect, 'effect');
  const totalen = blad.sectie('De gemeenten samen', KOPPEN, 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  const totaal = (naam: string, kolom: string, formaat: 'euro' | 'effect'): Rij<'naam' | 'code'> => totalen.rij({ naam }, { waarden: catalogus.reeks('regio', 'regio', kolom), formaat }, 'totaal');
  return { blad, nul, collectief: totaal('Kosten van de arrangementen', KOLOM.bijdrage, 'euro'), effect: totaal('Effect van het voorstel', KOLOM.effect, 'effect') };
}
export type Regioblad = ReturnType<typeof maakRegio>;
