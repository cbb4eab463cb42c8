/** Sheet Regio: cost per product and bearer, effect and contributions of all together; they follow the assumptions. */
import { GEMEENTEN } from '../../models/project/standaard.ts';
import { KOLOM } from '../../models/bescherming/catalogus.ts';
import { add, mul, sub, sumIfs, type Formule } from '../voorstel/formule.ts';
import { kolom, perJaar, type Reeks, type Rij, type Werkmap } from '../voorstel/werkmap.ts';
import type { Berekeningblad } from './berekening.ts';
import type { Catalogus, Publicatiegegevens } from './gegevens.ts';
import type { Gepubliceerd, Gepubliceerdblad } from './gepubliceerd.ts';
import { cijferblad, REKENT_MEE, waarden } from './tabel.ts';

/** A series as it was published where it is hidden or cannot follow. */
const reeks = ({ rij, getoond }: Gepubliceerd, formaat: 'euro' | 'effect', formule: Formule | undefined): Reeks => (getoond ? { formule: formule ?? rij.jaar, formaat } : waarden(rij.reeks?.waarden ?? [], formaat));

export function maakRegio(werkmap: Werkmap, catalogus: Catalogus, { namen, aannames: { rekenen } }: Publicatiegegevens, gepubliceerd: Gepubliceerdblad, berekening: Berekeningblad) {
  const blad = cijferblad(werkmap, catalogus, 'Regio', 'De regio samen', REKENT_MEE);
  const KOPPEN = { naam: '', code: '' } as const;
  const samen = blad.sectie('Leerlingen en jeugdigen met jeugdhulp', { naam: '', code: '', aantal: ['Aantal', 'geheel'] }, 'Vaste waarden.');
  for (const [naam, kolom] of [['Leerlingen op alle scholen', KOLOM.leerlingen], ['Jeugdigen met jeugdhulp', KOLOM.jeugdigen]] as const) samen.rij({ naam, aantal: catalogus.aantal('regio', 'regio', kolom) ?? '' });

  const volgt = !rekenen.eigenIndexen;
  const uitleg = volgt ? undefined : 'Vaste waarden: dit scenario heeft eigen indexen, en zonder voorstel gelden die van het project.';
  const productlijst = blad.sectie('Kosten zonder voorstel, per product', KOPPEN, uitleg);
  const producten = gepubliceerd.producten.map((p) => ({ ...p, nu: productlijst.rij({ naam: namen.producten.get(p.aanname.code) ?? p.aanname.code, code: p.aanname.code }, reeks(p as unknown as Gepubliceerd, 'euro', volgt ? mul(p.rij.jaar, berekening.verhoudingVanProduct(p.aanname.index)) : undefined)) }));

  const productdragers = gepubliceerd.producten.map((p) => p.rij);
  const nullijst = blad.sectie('Kosten zonder voorstel, per drager', KOPPEN, uitleg);
  const nul = new Map([...gepubliceerd.nulPerDrager].map(([drager, bron]) => {
    // What is not a product's is that of existing arrangementen, which follow wages.
    const eigen = (rijen: readonly unknown[]): Formule | 0 => (rijen.length === 0 ? 0 : sumIfs(perJaar(rijen as Rij<string>[]), [kolom(productdragers, 'drager'), bron.rij.cel('waarde')]));
    return [drager, nullijst.rij({ naam: namen.dragers.get(drager) ?? drager }, reeks(bron, 'euro', volgt && bron.getoond ? add(eigen(producten.map((p) => p.nu)), mul(sub(bron.rij.jaar, eigen(productdragers)), berekening.verhoudingLoon)) : undefined))];
  }));
  const effectlijst = blad.sectie('Effect van het voorstel, per drager', KOPPEN, 'Wat van andere dragers dan gemeenten vrijvalt volgt alleen de indexen: per school is het niet gepubliceerd.');
  for (const [drager, bron] of gepubliceerd.effectPerDrager) effectlijst.rij({ naam: namen.dragers.get(drager) ?? drager }, reeks(bron, 'effect', berekening.effectPerDrager.get(drager)?.jaar));
  const totalen = blad.sectie('De gemeenten samen', KOPPEN, 'In euro’s van het jaar zelf. V = voordelig, N = nadelig ten opzichte van het nulscenario.');
  const totaal = (naam: string, rij: Rij<'post'>, formaat: 'euro' | 'effect'): Rij<'naam' | 'code'> => totalen.rij({ naam }, { formule: rij.jaar, formaat }, 'totaal');
  return { blad, nul: nul.get(GEMEENTEN), collectief: totaal('Kosten van de arrangementen', berekening.collectief, 'euro'), effect: totaal('Effect van het voorstel', berekening.totaal, 'effect'), stand: berekening.stand };
}
export type Regioblad = ReturnType<typeof maakRegio>;
