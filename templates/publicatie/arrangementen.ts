/** Sheet Arrangementen: per school start, end and realisatie, and the cost lines with who bears them. What can be changed here is what the published figures can follow. */
import { aantalVan, dekkingVan, effectOverigVan, GEMEENTEN, indexVanRegel, overheadVan, uitstroomVan } from '../../models/project/standaard.ts';
import type { Arrangement, BestaandArrangement, Inzetregel } from '../../models/project/types.ts';
import { KOLOM, OVERIGE } from '../../models/bescherming/catalogus.ts';
import { REGELSOORTTEKST } from '../voorstel/arrangementen.ts';
import { sum } from '../voorstel/formule.ts';
import { AANDEEL, AANTAL, BEDRAG, BEDRAG_OF_BESPARING, eersteVanMaand, getalInvoer, invoercel, laatsteVanMaand } from '../voorstel/invoer.ts';
import { dagnummer } from '../voorstel/opzet.ts';
import { sleuteltekst } from '../voorstel/scenarioregels.ts';
import { kolommen, type Celinhoud, type Invoerdoel, type Invoerregel, type Kop, type Werkmap } from '../voorstel/werkmap.ts';
import { isCijfer, type Catalogus, type Publicatiegegevens } from './gegevens.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';

/** A school with an arrangement, and how its figures are published. */
export interface Arrangementopzet {
  /** The N of `Start_N`. */
  nummer: number;
  arrangement: Arrangement;
  naam: string;
  /** Its row in the catalogue: its own, or the one that takes several schools together. */
  rij: string;
  /** Whether the effect in that row is shown. */
  getoond: boolean;
  /** Why what it releases cannot follow realisatie, start and end; undefined where it can. */
  stilstand: string | undefined;
  /** Whether start and end can be changed: what is released is published for every year since the start, and all of each. */
  verschuift: boolean;
}
export interface Regelopzet { code: string; regel: Inzetregel; school: Arrangementopzet | undefined; /** How many pupils it counts, where it counts them. */ leerlingen: number | undefined; /** What it costs can be told from what is published. */ bekend: boolean }

export function opzetVan(catalogus: Catalogus, { aannames: { rekenen }, namen, jaren }: Publicatiegegevens): { arrangementen: Arrangementopzet[]; regels: Regelopzet[]; dragers: string[] } {
  const eigenRij = new Set(catalogus.rijen('scholen'));
  const arrangementen = rekenen.arrangementen.map(({ arrangement, leerlingen }, i): Arrangementopzet => {
    const rij = eigenRij.has(arrangement.school) ? arrangement.school : OVERIGE;
    const getoond = catalogus.reeks('scholen', rij, KOLOM.effect).every(isCijfer);
    // What is released follows realisatie and start only where it is that of one school, and of nothing else.
    const stilstand = !getoond ? 'het effect is verborgen'
      : rij === OVERIGE ? 'samengenomen met andere scholen'
      : arrangement.realisatie === 0 ? 'er valt niets vrij'
      : effectOverigVan(arrangement).aandeel !== 0 ? 'effect op overige zorg'
      : arrangement.inzet.some((r) => !isBekend(r, leerlingen)) ? 'een regel telt leerlingen die niet openbaar zijn'
      : undefined;
    const verschuift = stilstand === undefined && arrangement.start >= `${jaren[0]}-01-01` && (arrangement.eind == null || arrangement.eind > `${jaren.at(-1)}-12-31`);
    return { nummer: i + 1, arrangement, naam: namen.scholen.get(arrangement.school) ?? arrangement.school, rij, getoond, stilstand, verschuift };
  });
  const regelopzet = (code: string, regel: Inzetregel, school: Arrangementopzet | undefined, leerlingen: number | undefined): Regelopzet => ({ code, regel, school, leerlingen: regel.soort === 'perLeerling' ? leerlingen : undefined, bekend: isBekend(regel, leerlingen) });
  const regels = [
    ...arrangementen.flatMap((a, i) => a.arrangement.inzet.map((regel, m) => regelopzet(`${a.nummer}.${m + 1}`, regel, a, rekenen.arrangementen[i]?.leerlingen))),
    ...rekenen.regionaal.map((regel, m) => regelopzet(`R.${m + 1}`, regel, undefined, rekenen.leerlingenRegionaal)),
  ];
  return { arrangementen, regels, dragers: [...new Set([GEMEENTEN, ...[...regels.map((r) => r.regel), ...rekenen.vervangen].flatMap((x) => Object.keys(dekkingVan(x)))])] };
}

const isBekend = ({ soort }: Inzetregel, leerlingen: number | undefined): boolean => soort !== 'perLeerling' || leerlingen !== undefined;

type Dragerkolom = `drager${number}`;
export type Arrangementenblad = ReturnType<typeof maakArrangementen>;

export function maakArrangementen(werkmap: Werkmap, catalogus: Catalogus, gegevens: Publicatiegegevens, { kalender, startdatums, einddatums }: Uitgangspuntenblad) {
  const { namen, aannames: { rekenen } } = gegevens;
  const { arrangementen, regels, dragers } = opzetVan(catalogus, gegevens);
  const blad = werkmap.tabelblad({
    naam: 'Arrangementen', titel: 'Arrangementen', uitleg: 'Per school wat wordt ingezet, vanaf wanneer en wie het betaalt. De gele cellen zijn te wijzigen.',
    breedtes: [38, 8, 38, 13, 12, 13, 12, 12, 14, 14, 16, ...dragers.map(() => 14), 11], vasteKolommen: 1,
  });
  const eerste = eersteVanMaand(kalender.eersteDag);
  const laatste = laatsteVanMaand(kalender.laatsteDag);
  const datum = (waarde: string | null | undefined): number | '' => (waarde == null ? '' : dagnummer(waarde));
  const doel = (plaats: string): Invoerdoel => ({ plaats });

  const lijst = blad.sectie('Arrangementen', {
    school: 'School', nummer: ['Nummer', 'nummer'], stand: 'Start, eind en realisatie', start: ['Start', 'datum'], leeg: '', eind: ['Eind', 'datum'], realisatie: ['Realisatie', 'procent'], publicatie: ['Realisatie, gepubliceerd', 'procent'], uitstroom: 'Uitstroom',
  }, 'Realisatie: het deel van de vervangbare kosten dat werkelijk stopt. Uitstroom: hoe snel lopende indicaties eindigen (uitdienen = zoals gemeten).');
  const rijen = new Map(arrangementen.map((a) => {
    const { arrangement: { start, eind, realisatie }, naam, nummer, stilstand, verschuift } = a;
    const wijze = uitstroomVan(a.arrangement);
    const open = (mag: boolean, waarde: number | '', formaat: 'datum' | 'procent', invoer: Invoerregel, wat: string): Celinhoud => (mag ? invoercel(waarde, formaat, invoer, doel(`${naam}: ${wat}`)) : { waarde, formaat });
    const rij = lijst.rij({
      school: naam, nummer, stand: stilstand !== undefined ? `vast: ${stilstand}` : verschuift ? 'rekenen mee' : 'alleen realisatie rekent mee',
      start: open(verschuift, dagnummer(start), 'datum', { soort: 'keuzeUit', bereik: startdatums(start), uitleg: 'De gepubliceerde start, of hele jaren later.' }, 'start'),
      eind: open(verschuift && eind == null, datum(eind), 'datum', { soort: 'keuzeUit', bereik: einddatums, uitleg: 'Het eind van een jaar, of leeg voor geen einde.' }, 'eind'),
      realisatie: open(stilstand === undefined, realisatie, 'procent', AANDEEL, 'realisatie'), publicatie: { waarde: realisatie, formaat: 'procent', nadruk: 'gedempt' }, uitstroom: wijze.wijze === 'lineair' ? `lineair, ${wijze.maanden} maanden` : wijze.wijze,
    });
    for (const [naamVan, veld, mag] of [['Start', 'start', verschuift], ['Eind', 'eind', verschuift && eind == null], ['Realisatie', 'realisatie', stilstand === undefined]] as const) if (mag) werkmap.noemCel(`${naamVan}_${nummer}`, rij, veld);
    return [a, rij];
  }));

  const dragerkoppen = Object.fromEntries(dragers.map((code, i) => [`drager${i}`, [namen.dragers.get(code) ?? code, 'aandeel'] as const])) as Record<Dragerkolom, Kop>;
  const dekking = (bron: Inzetregel | BestaandArrangement, plaats?: string): Record<Dragerkolom, Celinhoud> =>
    Object.fromEntries(dragers.map((code, i) => [`drager${i}`, plaats === undefined ? { waarde: dekkingVan(bron)[code] ?? 0 } : invoercel(dekkingVan(bron)[code] ?? 0, 'aandeel', AANDEEL, doel(`${plaats}: deel van ${namen.dragers.get(code) ?? code}`))]));
  const laatsteDrager: Dragerkolom = `drager${dragers.length - 1}`;
  const REGELKOPPEN = {
    school: 'School', code: 'Regel', omschrijving: 'Omschrijving', soort: 'Soort', aantal: ['Aantal', 'getal'], bedrag: ['Bedrag', 'euroCent'], overhead: ['Overhead', 'procent'], index: 'Index', start: ['Begin of maand', 'datum'], eind: ['Eind', 'datum'],
    sleutel: 'Verdeling', ...dragerkoppen, som: ['Dekking samen', 'aandeel'],
  } as const satisfies Record<string, Kop>;
  const regellijst = regels.length === 0 ? undefined : blad.sectie<keyof typeof REGELKOPPEN>('Kostenregels', REGELKOPPEN, 'Bedrag per jaar (fte: per fte, per leerling: per leerling; eenmalig: in totaal), op prijspeil. Rechts wie het betaalt. Een regel zonder gele cellen kan niet meerekenen: het aantal leerlingen waarvoor zij telt is niet openbaar.');
  const regelrijen = new Map(regels.map(({ code, regel, school, leerlingen, bekend }) => {
    const plaats = `${school?.naam ?? 'Regio'}, ${regel.omschrijving}`;
    const eenmalig = regel.soort === 'eenmalig';
    const open = (waarde: number | '', formaat: 'getal' | 'euroCent' | 'procent' | 'datum', invoer: Invoerregel, wat: string): Celinhoud => (bekend ? invoercel(waarde, formaat, invoer, doel(`${plaats}: ${wat}`)) : { waarde, formaat });
    const rij = (regellijst as NonNullable<typeof regellijst>).rij({
      school: school?.naam ?? 'Regio', code, omschrijving: regel.omschrijving, soort: REGELSOORTTEKST[regel.soort],
      aantal: regel.soort === 'perLeerling' ? (leerlingen ?? '') : open(aantalVan(regel), 'getal', AANTAL, 'aantal'),
      bedrag: open(regel.bedrag, 'euroCent', regel.soort === 'vast' || eenmalig ? BEDRAG_OF_BESPARING : BEDRAG, 'bedrag'),
      overhead: regel.soort === 'fte' ? open(overheadVan(regel), 'procent', getalInvoer(0, 5, 'Opslag op de kosten van een fte.'), 'overhead') : '',
      index: indexVanRegel(regel), start: open(datum(eenmalig ? (regel.maand ?? regel.start) : regel.start), 'datum', { ...eerste, uitleg: `${eerste.uitleg} Leeg: de start van het arrangement.` }, 'begin'),
      eind: eenmalig ? '' : open(datum(regel.eind), 'datum', laatste, 'eind'), sleutel: regel.sleutel ? sleuteltekst(regel.sleutel) : '',
      ...dekking(regel, bekend ? plaats : undefined), som: (zelf) => sum(kolommen([zelf], 'drager0', laatsteDrager)),
    });
    if (bekend) {
      const naam = code.replace('.', '_');
      if (regel.soort !== 'perLeerling') werkmap.noemCel(`Aantal_${naam}`, rij, 'aantal');
      werkmap.noemCel(`Bedrag_${naam}`, rij, 'bedrag');
    }
    return [code, rij];
  }));

  const { vervangen } = rekenen;
  const vervallijst = vervangen.length === 0 ? undefined : blad.sectie<'school' | 'nummer' | 'omschrijving' | 'bedrag' | 'start' | 'eind' | Dragerkolom>('Bestaande arrangementen die vervallen', {
    school: 'School', nummer: ['Nummer', 'nummer'], omschrijving: '', bedrag: ['Bedrag per jaar', 'euroCent'], start: ['Begin', 'datum'], eind: ['Eind', 'datum'], ...dragerkoppen,
  }, 'In de maanden waarin het nieuwe arrangement van de school loopt.');
  const vervalrijen = vervangen.map((bestaand, i) => ({
    bestaand, school: arrangementen.find((a) => a.arrangement.school === bestaand.school) as Arrangementopzet,
    rij: (vervallijst as NonNullable<typeof vervallijst>).rij({ school: namen.scholen.get(bestaand.school) ?? bestaand.school, nummer: i + 1, bedrag: bestaand.jaarbedrag, start: datum(bestaand.start), eind: datum(bestaand.eind), ...dekking(bestaand) }),
  }));

  return {
    blad, arrangementen, regels, dragers, vervallen: vervalrijen,
    arrangement: (a: Arrangementopzet) => rijen.get(a) as NonNullable<ReturnType<(typeof rijen)['get']>>,
    regel: (r: Regelopzet) => regelrijen.get(r.code) as NonNullable<ReturnType<(typeof regelrijen)['get']>>,
    /** Column with the shares of a bearer. */
    dragerkolom: (drager: string): Dragerkolom => `drager${dragers.indexOf(drager)}`,
  };
}
