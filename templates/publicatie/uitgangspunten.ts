/** Sheet Uitgangspunten: the rates as inputs, every other assumption in words, and the calendar that dates are chosen from. */
import { renteIn } from '../../models/project/standaard.ts';
import { INDEXEN, type Datum, type IndexNaam } from '../../models/project/types.ts';
import { jaarVan, maandVan } from '../../models/rekenen/maand.ts';
import type { Bereik, Celverwijzing } from '../voorstel/formule.ts';
import type { Rentecellen } from '../voorstel/indexcijfer.ts';
import { invoercel, RENTE } from '../voorstel/invoer.ts';
import { maakKalender } from '../voorstel/kalender.ts';
import { dagnummer } from '../voorstel/opzet.ts';
import { INDEXTEKST } from '../voorstel/uitgangspunten.ts';
import { kolom, type Invoerdoel, type Rij, type Werkmap } from '../voorstel/werkmap.ts';
import type { Publicatiegegevens } from './gegevens.ts';

const KOPPEN = { naam: 'Uitgangspunt', tekst: 'Toelichting', waarde: ['Waarde', 'getal'] } as const;

export type Uitgangspuntenblad = ReturnType<typeof maakUitgangspunten>;

export function maakUitgangspunten(werkmap: Werkmap, { jaren, aannames, afronding }: Publicatiegegevens) {
  const { rekenen } = aannames;
  const blad = werkmap.jaarblad({
    naam: 'Uitgangspunten', titel: 'Uitgangspunten', uitleg: 'Waarmee is gerekend. De gele cellen, ook die op het blad Arrangementen, zijn te wijzigen: de cijfers van de scholen en de regio rekenen mee.',
    breedtes: [46, 58, 14, 1, 1, 1, 1, 1, 12], koppen: KOPPEN, vasteKolommen: 1,
  });

  const indexen = blad.sectie('Indexen', KOPPEN, 'Verandering ten opzichte van het jaar ervoor. Tot en met het prijspeil telt geen index.');
  const doel = (naam: IndexNaam, jaar: number): Invoerdoel => ({ plaats: `${INDEXTEKST[naam].naam} ${jaar}` });
  const rente = Object.fromEntries(INDEXEN.map((naam) => {
    const { naam: tekst, prefix } = INDEXTEKST[naam];
    const waarde = (jaar: number): number => renteIn(rekenen.indexen[naam], jaar);
    const voorloop: Celverwijzing[] = [];
    for (let jaar = rekenen.prijspeil + 1; jaar < rekenen.begrotingsjaar; jaar++) {
      const rij = indexen.rij({ naam: `${tekst} ${jaar}`, tekst: 'per jaar', waarde: invoercel(waarde(jaar), 'aandeel', RENTE, doel(naam, jaar)) });
      werkmap.noemCel(`${prefix}_${jaar}`, rij, 'waarde');
      voorloop.push(rij.cel('waarde'));
    }
    const telt = (jaar: number): boolean => jaar > rekenen.prijspeil;
    const perJaar = indexen.rij({ naam: tekst, tekst: 'per jaar' }, {
      waarden: jaren.map((jaar) => (telt(jaar) ? waarde(jaar) : undefined)), formaat: 'aandeel', nadruk: 'invoer', invoer: (p) => (telt(jaren[p] as number) ? { ...RENTE, doel: doel(naam, jaren[p] as number) } : undefined),
    }) as unknown as Rij<string>;
    werkmap.noemJaren(prefix, perJaar, telt);
    return [naam, { voorloop, perJaar }];
  })) as unknown as Record<IndexNaam, Rentecellen>;

  const vast = blad.sectie('Vaste uitgangspunten', KOPPEN, 'In deze werkmap niet te wijzigen: wat ze doen hangt af van cijfers die niet gepubliceerd zijn.');
  for (const [naam, tekst] of aannames.project) vast.rij({ naam, tekst });
  for (const [naam, { waarde, rekent }] of aannames.scenario) if (!rekent) vast.rij({ naam, tekst: waarde });

  const constanten = blad.sectie('Rekenconstanten', KOPPEN, 'Vaste getallen van de rekenwijze; ze staan hier zodat geen formule een getal bevat.');
  const constante = (naam: string, celnaam: string, waarde: number): Celverwijzing => {
    const rij = constanten.rij({ naam, waarde: { waarde, formaat: 'algemeen' } });
    werkmap.noemCel(celnaam, rij, 'waarde');
    return rij.cel('waarde');
  };
  const startjaren = rekenen.arrangementen.map(({ arrangement }) => jaarVan(maandVan(arrangement.start)));
  const eerste = Math.min(...startjaren, (jaren[0] as number) - 2);
  const laatste = Math.max(...startjaren, (jaren.at(-1) as number) + 1);
  const prijspeil = constante('Prijspeil: het jaar waarin de prijzen zijn uitgedrukt', 'Prijspeil', rekenen.prijspeil);
  const maandenPerJaar = constante('Maanden per jaar', 'MaandenPerJaar', 12);
  const kalenderjaar = constante('Eerste jaar van de kalender', 'Kalenderjaar', eerste);
  const speling = constante('Verschil in euro’s waaronder een uitkomst gelijk is', 'Speling', 0.005);
  const decimalen = constante('Decimalen van een verschil', 'Decimalen', 6);
  const afgerondOp = afronding === undefined ? undefined : constante('Bedragen per school en gemeente zijn afgerond op', 'Afronding', afronding);

  // Whole years later: how fast indicaties end was measured per calendar month, and is known per year only.
  const keuzekoppen = { naam: 'Datum', leeg: '', waarde: ['Datum', 'datum'] } as const;
  const startlijst = blad.sectie('Startdatums waaruit gekozen kan worden', keuzekoppen, 'De gepubliceerde start, of hele jaren later: hoe snel indicaties eindigen is per kalendermaand gemeten, en alleen de som per jaar is gepubliceerd.');
  const startdatums = new Map([...new Set(rekenen.arrangementen.map(({ arrangement }) => arrangement.start))].map((start) => {
    const eersteJaar = jaarVan(maandVan(start));
    const rijen = Array.from({ length: Math.max(1, laatste - eersteJaar + 1) }, (_, n) => startlijst.rij({ naam: `${n === 0 ? 'Start' : `${n} jaar later dan`} ${start}`, waarde: dagnummer(`${eersteJaar + n}${start.slice(4)}`) }));
    return [start, kolom(rijen, 'waarde')];
  }));
  const eindlijst = blad.sectie('Einddatums waaruit gekozen kan worden', keuzekoppen);
  const einddatums = kolom(jaren.map((jaar) => eindlijst.rij({ naam: 'Eind van het jaar', waarde: dagnummer(`${jaar}-12-31`) })), 'waarde');
  const kalender = maakKalender(blad, eerste, laatste + 1 - eerste, kalenderjaar);
  return { blad, rente, prijspeil, maandenPerJaar, speling, decimalen, afgerondOp, kalender, startdatums: (start: Datum): Bereik => startdatums.get(start) as Bereik, einddatums };
}
