/** Sheet Gepubliceerd: the figures of schools and region as they were published, which the other sheets start from. */
import { KOLOM, kostenkolom } from '../../models/bescherming/catalogus.ts';
import { mul } from '../voorstel/formule.ts';
import type { Rij, Werkmap } from '../voorstel/werkmap.ts';
import { isCijfer, type Catalogus, type Publicatiegegevens } from './gegevens.ts';
import { cijferblad, perJaarTabel, waarden } from './tabel.ts';

export type Gepubliceerdblad = ReturnType<typeof maakGepubliceerd>;
/** A series of the catalogue; `getoond` unless it is hidden. */
export interface Gepubliceerd { rij: Rij<string>; getoond: boolean }

export function maakGepubliceerd(werkmap: Werkmap, catalogus: Catalogus, { namen, aannames: { rekenen } }: Publicatiegegevens) {
  const blad = cijferblad(werkmap, catalogus, 'Gepubliceerd', 'Gepubliceerd: scholen en regio', undefined, [46, 14, 10, 10, 10, 12, 13, 1, 14]);
  const scholen = catalogus.rijen('scholen');
  const perSchool = (kolom: string, titel: string, formaat: 'euro' | 'effect'): Map<string, Gepubliceerd> => {
    const rijen = perJaarTabel(blad, catalogus, 'scholen', kolom, titel, formaat);
    return new Map(scholen.map((school, i) => [school, { rij: rijen[i] as Rij<string>, getoond: catalogus.reeks('scholen', school, kolom).every(isCijfer) }]));
  };
  const begin = kostenkolom('');
  const categorieen = catalogus.kolommen('scholen').filter((k) => k.startsWith(begin)).map((k) => k.slice(begin.length));
  const kosten = new Map(categorieen.map((categorie) => [categorie, perSchool(kostenkolom(categorie), `Kosten zonder voorstel: categorie ${categorie}`, 'euro')]));
  const effect = perSchool(KOLOM.effect, 'Effect van het voorstel per school', 'effect');

  const van = (soort: string): string[] => catalogus.rijen('regio').filter((rij) => rij.startsWith(`${soort} `)).map((rij) => rij.slice(soort.length + 1));
  const dragers = van('drager');
  const productlijst = blad.sectie('Kosten zonder voorstel, per product', {
    naam: 'Product', code: 'Code', drager: ['Drager nr', 'nummer'], categorie: ['Categorie nr', 'nummer'], loon: ['Loonindex', 'jaNee'], vervangbaar: ['Vervangbaar', 'procent'], gewicht: ['Gewicht', 'euro'], waarde: ['Eerste jaar', 'euro'],
  }, 'Vervangbaar: over de arrangementen gemiddeld. Gewicht: het vervangbare deel van de kosten in het eerste jaar, om lonen en prijzen te wegen waar zij samen gaan.');
  const producten = van('product').map((code) => {
    const aanname = rekenen.producten.find((p) => p.code === code) as (typeof rekenen.producten)[number];
    const reeks = catalogus.reeks('regio', `product ${code}`, KOLOM.nul);
    const getoond = reeks.every(isCijfer);
    const rij = productlijst.rij({
      naam: namen.producten.get(code) ?? code, code, drager: dragers.indexOf(aanname.drager) + 1, categorie: categorieen.indexOf(aanname.categorie) + 1, loon: aanname.index === 'loon' ? 1 : 0, vervangbaar: aanname.vervangbaar,
    }, waarden(reeks, 'euro'));
    productlijst.vul(rij, 'waarde', getoond ? rij.inPeriode(0) : 0);
    productlijst.vul(rij, 'gewicht', mul(rij.cel('waarde'), rij.cel('vervangbaar')));
    return { aanname, rij, getoond };
  });
  const perDrager = (kolom: string, titel: string, formaat: 'euro' | 'effect'): Map<string, Gepubliceerd> => {
    const lijst = blad.sectie(titel, { naam: 'Drager', code: '', waarde: ['Nummer', 'nummer'] });
    return new Map(dragers.map((drager, i) => {
      const reeks = catalogus.reeks('regio', `drager ${drager}`, kolom);
      return [drager, { rij: lijst.rij({ naam: namen.dragers.get(drager) ?? drager, waarde: i + 1 }, waarden(reeks, formaat)) as unknown as Rij<string>, getoond: reeks.every(isCijfer) }];
    }));
  };
  const nulPerDrager = perDrager(KOLOM.nul, 'Kosten zonder voorstel, per drager', 'euro');
  const effectPerDrager = perDrager(KOLOM.effect, 'Effect van het voorstel, per drager', 'effect');
  const samen = blad.sectie('De gemeenten samen', { naam: '', code: '' });
  const totaal = (naam: string, kolom: string, formaat: 'euro' | 'effect'): Gepubliceerd => {
    const reeks = catalogus.reeks('regio', 'regio', kolom);
    return { rij: samen.rij({ naam }, waarden(reeks, formaat)) as unknown as Rij<string>, getoond: reeks.every(isCijfer) };
  };
  return {
    blad, scholen, categorieen, kosten, effect, producten, dragers, nulPerDrager, effectPerDrager,
    collectief: totaal('Kosten van de arrangementen', KOLOM.bijdrage, 'euro'), totaal: totaal('Effect van het voorstel', KOLOM.effect, 'effect'),
  };
}
