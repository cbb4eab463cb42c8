/** Sheet Nulscenario: what happens if nothing changes (rekenmodel 3). Indexes, existing arrangements, and the basis per gemeente, product and school projected. */
import { indexVanProduct } from '../../models/project/standaard.ts';
import { INDEXEN, type IndexNaam } from '../../models/project/types.ts';
import { div, eq, iff, max, mul, sum, type Formule } from './formule.ts';
import type { Arrangementenblad } from './arrangementen.ts';
import { indexcijfer } from './indexcijfer.ts';
import { maakTijdrijen, maandenInJaar, naKalender, naMaand, volgnummerOf } from './kalender.ts';
import type { Bestaandopzet, Celopzet, Gemeenteregel, Opzet, Productregel } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import { perJaar, type Rij, type Werkmap } from './werkmap.ts';

const KOPPEN = {
  gemeente: 'Gemeente', product: 'Product', school: 'School', drager: 'Drager', gemeentenummer: ['Gemeente nr', 'nummer'], schoolnummer: ['School nr', 'nummer'], dragernummer: ['Drager nr', 'nummer'],
  arrangement: ['Arrangement', 'jaNee'], waarde: ['Basis', 'euro'],
} as const;
const INDEXTEKST: Record<IndexNaam, string> = { prijs: 'Prijzen', loon: 'Lonen', volume: 'Volume', leerlingen: 'Leerlingen' };

export type Nulscenarioblad = ReturnType<typeof maakNulscenario>;

export function maakNulscenario(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad, arrangementen: Arrangementenblad) {
  const { rente, prijspeil, maandenPerJaar } = uitgangspunten;
  const blad = werkmap.jaarblad({
    naam: 'Nulscenario', titel: 'Nulscenario', uitleg: 'Wat de individuele zorg en de bestaande arrangementen kosten als er niets verandert, in euro’s van het jaar zelf.',
    breedtes: [26, 34, 30, 20, 11, 10, 10, 13, 13], koppen: KOPPEN, vasteKolommen: 3,
  });

  const indexlijst = blad.sectie('Tijd en indexcijfers', { gemeente: 'Rij', waarde: ['Begin', 'factor'] }, 'Indexcijfer: prijspeil = 1.');
  const tijd = maakTijdrijen((gemeente, reeks) => indexlijst.rij({ gemeente }, reeks), werkmap.jaren, uitgangspunten, maandenPerJaar);
  const index = Object.fromEntries(INDEXEN.map((naam) => {
    const { begin, reeks } = indexcijfer(rente[naam], werkmap.jaren, prijspeil);
    return [naam, indexlijst.rij({ gemeente: INDEXTEKST[naam], waarde: begin }, reeks)];
  })) as Record<IndexNaam, (typeof indexlijst)['rijen'][number]>;
  const productindex = {
    prijs: indexlijst.rij({ gemeente: 'Prijzen × volume' }, { formule: mul(index.prijs.jaar, index.volume.jaar), formaat: 'factor' }),
    loon: indexlijst.rij({ gemeente: 'Lonen × volume' }, { formule: mul(index.loon.jaar, index.volume.jaar), formaat: 'factor' }),
  };

  const bestaand = maakBestaand();

  const basislijst = blad.sectie('Basis en projectie per gemeente, product en school', KOPPEN, 'Basis: de kosten in de twaalf maanden voor de peildatum. Per jaar: basis × index × volume.');
  const basisrijen = new Map(opzet.cellen.map((c) => [c, basislijst.rij(
    {
      gemeente: c.gemeente.gemeente.naam, product: c.product.product.naam, school: c.school.naam, drager: c.product.drager.naam, gemeentenummer: c.gemeente.nummer, schoolnummer: c.schoolnummer,
      dragernummer: c.product.drager.nummer, arrangement: c.arrangement ? 1 : 0, waarde: c.basis,
    },
    (zelf) => ({ formule: mul(zelf.cel('waarde'), productindex[indexVanProduct(c.product.product)].jaar), formaat: 'euro' }),
  )]));
  blad.filter = basislijst;

  const perPaar = new Map<string, Celopzet[]>();
  for (const c of opzet.cellen) {
    const sleutel = `${c.gemeente.nummer} ${c.product.nummer}`;
    const lijst = perPaar.get(sleutel);
    if (lijst) lijst.push(c);
    else perPaar.set(sleutel, [c]);
  }
  const paarlijst = blad.sectie('Nulscenario per gemeente en product', { gemeente: 'Gemeente', product: 'Product', school: '', drager: 'Drager', gemeentenummer: ['Gemeente nr', 'nummer'], schoolnummer: '', dragernummer: ['Drager nr', 'nummer'] });
  const paren = new Map(opzet.gemeenten.map((g) => [g, opzet.producten.map((p) => {
    const cellen = perPaar.get(`${g.nummer} ${p.nummer}`);
    const labels = { gemeente: g.gemeente.naam, product: p.product.naam, drager: p.drager.naam, gemeentenummer: g.nummer, dragernummer: p.drager.nummer };
    return paarlijst.rij(labels, cellen ? { formule: sum(perJaar(cellen.map((c) => basisrijen.get(c) as Rij<string>))), formaat: 'euro' } : { waarden: opzet.jaren.map(() => 0), formaat: 'euro', nadruk: 'gedempt' });
  })]));

  return {
    blad, tijd, index, productindex, bestaand,
    basis: (c: Celopzet) => basisrijen.get(c) as (typeof basislijst)['rijen'][number],
    basisrijen: basislijst.rijen,
    cellen: (g: Gemeenteregel, p: Productregel): readonly Celopzet[] => perPaar.get(`${g.nummer} ${p.nummer}`) ?? [],
    /** One row per product, in the order of the products. */
    perProduct: (g: Gemeenteregel) => paren.get(g) as (typeof paarlijst)['rijen'],
    paren: paarlijst.rijen,
  };

  function maakBestaand() {
    if (opzet.bestaand.length === 0) return undefined;
    const lijst = blad.sectie('Bestaande arrangementen', {
      gemeente: 'Post', onderdeel: 'Gemeente', school: 'School', gemeentenummer: ['Gemeente nr', 'nummer'], schoolnummer: ['School nr', 'nummer'], begin: ['Begin', 'nummer'], na: ['Na eind', 'nummer'], leerlingen: ['Leerlingen', 'getal'], waarde: ['Aandeel', 'aandeel'],
    }, 'Begin en eind: volgnummers in de kalender.');
    type Lijstrij = (typeof lijst)['rijen'][number];
    const label = (b: Bestaandopzet): { school: string; schoolnummer: number } => ({ school: b.school.naam, schoolnummer: b.schoolnummer });
    const maanden = opzet.bestaand.map((b) => lijst.rij(
      { gemeente: 'Actieve maanden', ...label(b), begin: volgnummerOf(uitgangspunten, arrangementen.bestaand(b).cel('start'), 1), na: naMaand(uitgangspunten, arrangementen.bestaand(b).cel('eind'), naKalender(uitgangspunten)) },
      (zelf) => ({ formule: maandenInJaar(tijd, [zelf.cel('begin')], [zelf.cel('na')]), formaat: 'nummer' }),
    ));
    /** Euros per month of the year. */
    const maandbedrag = opzet.bestaand.map((b) => lijst.rij({ gemeente: 'Bedrag per maand', ...label(b), waarde: { formule: div(arrangementen.bestaand(b).cel('bedrag'), maandenPerJaar), formaat: 'euro' } }, (zelf) => ({ formule: mul(zelf.cel('waarde'), index.loon.jaar), formaat: 'euro' })));
    const kosten = opzet.bestaand.map((b, i) => lijst.rij({ gemeente: 'Kosten', ...label(b) }, { formule: mul((maandbedrag[i] as Lijstrij).jaar, (maanden[i] as Lijstrij).jaar), formaat: 'euro' }));
    const gemeentendeel = opzet.bestaand.map((b, i) => lijst.rij(
      { gemeente: 'Deel van gemeenten', ...label(b), leerlingen: sum(uitgangspunten.leerlingenAanSchool(b.schoolnummer).aantal), waarde: arrangementen.bestaandAandeel(b, 1) },
      (zelf) => ({ formule: mul(zelf.cel('waarde'), (kosten[i] as Lijstrij).jaar), formaat: 'euro' }),
    ));
    const gelijk = lijst.rij({ gemeente: 'Gelijk deel per gemeente (zonder leerlingen)', waarde: div(1, max(uitgangspunten.gemeentenummers)) }).cel('waarde');
    const perGemeente = new Map(opzet.gemeenten.map((g) => [g, opzet.bestaand.map((b, i) => {
      const deel = gemeentendeel[i] as Lijstrij;
      const leerlingen = uitgangspunten.leerlingenAanSchool(b.schoolnummer).rijen[g.nummer - 1] as ReturnType<Uitgangspuntenblad['leerlingenAanSchool']>['rijen'][number];
      const aandeel: Formule = arrangementen.eigenVerdeling(b, g) ?? iff(eq(deel.cel('leerlingen'), 0), gelijk, div(leerlingen.cel('waarde'), deel.cel('leerlingen')));
      return lijst.rij({ gemeente: 'Kosten per gemeente', onderdeel: g.gemeente.naam, ...label(b), gemeentenummer: g.nummer, waarde: aandeel }, (zelf) => ({ formule: mul(zelf.cel('waarde'), deel.jaar), formaat: 'euro' }));
    })]));
    const van = <R>(rijen: readonly R[], b: Bestaandopzet): R => rijen[b.nummer - 1] as R;
    return {
      maanden: (b: Bestaandopzet) => van(maanden, b), maandbedrag: (b: Bestaandopzet) => van(maandbedrag, b), aandeelGemeenten: (b: Bestaandopzet) => van(gemeentendeel, b).cel('waarde'),
      kosten, gemeentendeel, perGemeente: (g: Gemeenteregel) => perGemeente.get(g) as Lijstrij[],
    };
  }
}
