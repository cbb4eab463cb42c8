/** Sheet Arrangementen: per school start, end, realisatie and replaceable shares; the cost lines with who bears them; existing arrangements. */
import { aantalVan, arrangementsoortVan, dekkingVan, effectOverigVan, indexVanRegel, opgeteldTotEen, overheadVan, uitstroomVan, vervangtBestaandVan } from '../../models/project/standaard.ts';
import type { Arrangement, Inzetregel } from '../../models/project/types.ts';
import { sum, type Celverwijzing } from './formule.ts';
import { AANDEEL, AANTAL, BEDRAG, BEDRAG_OF_BESPARING, eersteVanMaand, getalInvoer, invoercel, laatsteVanMaand } from './invoer.ts';
import { bronVan, dagnummer, datumVan, regelIn, type Arrangementopzet, type Bestaandopzet, type Drageropzet, type Gemeenteregel, type Opzet, type Productregel, type Regelopzet } from './opzet.ts';
import type { Uitgangspuntenblad } from './uitgangspunten.ts';
import { kolom, kolommen, type Celinhoud, type Inhoud, type Invoerdoel, type Kop, type Rij, type Werkmap } from './werkmap.ts';

const REGELKOPPEN = {
  school: 'School', code: 'Regel', omschrijving: 'Omschrijving', soort: 'Soort', aantal: ['Aantal', 'getal'], bedrag: ['Bedrag', 'euroCent'], overhead: ['Overhead', 'procent'], index: 'Index',
  start: ['Begin of maand', 'datum'], eind: ['Eind', 'datum'],
} as const satisfies Record<string, Kop>;
type Dekkingkolom = `drager${number}` | 'som';
export const REGELSOORTTEKST = { fte: 'fte', perLeerling: 'per leerling', vast: 'vast', eenmalig: 'eenmalig' } as const;

/** A date of a line, or none. */
function zetDatum(regel: Inzetregel, veld: 'start' | 'eind' | 'maand', waarde: number | string): void {
  if (waarde === '') delete regel[veld];
  else regel[veld] = datumVan(Number(waarde));
}

export type Arrangementenblad = ReturnType<typeof maakArrangementen>;

export function maakArrangementen(werkmap: Werkmap, opzet: Opzet, uitgangspunten: Uitgangspuntenblad) {
  const { kalender } = uitgangspunten;
  const blad = werkmap.tabelblad({
    naam: 'Arrangementen', titel: 'Arrangementen', uitleg: 'Per school wat wordt ingezet, vanaf wanneer en wie het betaalt. De gele cellen zijn te wijzigen.',
    breedtes: [30, 8, 34, 13, 12, 13, 12, 12, 14, 14, 14, ...opzet.dragers.map(() => 14), 11], vasteKolommen: 1,
  });
  const eerste = eersteVanMaand(kalender.eersteDag);
  const laatste = laatsteVanMaand(kalender.laatsteDag);
  const datum = (waarde: string | null | undefined): number | '' => (waarde == null ? '' : dagnummer(waarde));

  const lijst = blad.sectie('Arrangementen', {
    school: 'School', nummer: ['Nummer', 'nummer'], soort: 'Soort', start: ['Start', 'datum'], eind: ['Eind', 'datum'], realisatie: ['Realisatie', 'procent'], uitstroom: 'Uitstroom', maanden: ['Maanden', 'nummer'],
    overig: ['Effect op overige zorg', 'procent'], opbouw: ['Opbouw in jaren', 'getal'], vervangt: ['Vervangt bestaand', 'jaNee'],
  }, 'Realisatie: het deel van de vervangbare kosten dat werkelijk stopt. Uitstroom: hoe snel lopende indicaties eindigen (uitdienen = zoals gemeten).');
  const arrangementen = opzet.arrangementen.map((a) => {
    const { arrangement, nummer } = a;
    const status = (veld: string): string => bronVan(veld, arrangement).status;
    const doel = (veld: string, pas: (a: Arrangement, waarde: number | string) => void): Invoerdoel => ({ plaats: `${a.school.naam}: ${veld}`, pas: (s, w) => pas(s.arrangementen.find((x) => x.school === arrangement.school) as Arrangement, w) });
    const wijze = uitstroomVan(arrangement);
    const overig = arrangement.effectOverig;
    const rij = lijst.rij({
      school: a.school.naam, nummer, soort: arrangementsoortVan(arrangement),
      start: invoercel(dagnummer(arrangement.start), 'datum', eerste, doel('start', (x, w) => { x.start = datumVan(Number(w)); }), status('start')),
      eind: invoercel(datum(arrangement.eind), 'datum', laatste, doel('eind', (x, w) => { x.eind = w === '' ? null : datumVan(Number(w)); }), status('eind')),
      realisatie: invoercel(arrangement.realisatie, 'procent', AANDEEL, doel('realisatie', (x, w) => { x.realisatie = Number(w); }), status('realisatie')),
      uitstroom: wijze.wijze, maanden: wijze.wijze === 'lineair' ? invoercel(wijze.maanden, 'nummer', getalInvoer(1, 120, 'Een aantal maanden.'), { ...doel('lineaire uitstroom', (x, w) => { x.uitstroom = { wijze: 'lineair', maanden: Number(w) }; }), eenheid: 'maanden' }, status('uitstroom')) : '',
      overig: overig && invoercel(overig.aandeel, 'aandeel', getalInvoer(-1, 1, 'Negatief: minder overige zorg nodig; positief: aanzuigende werking.'), doel('effect op overige zorg', (x, w) => { x.effectOverig = { ...effectOverigVan(x), aandeel: Number(w) }; }), status('effectOverig')),
      opbouw: overig && invoercel(overig.jaren, 'getal', getalInvoer(0, 30, 'Jaren waarin het effect opbouwt; 0 = meteen.'), { ...doel('opbouw van het effect op overige zorg', (x, w) => { x.effectOverig = { ...effectOverigVan(x), jaren: Number(w) }; }), eenheid: 'jaar' }, status('effectOverig')),
      vervangt: vervangtBestaandVan(arrangement) ? 1 : 0,
    });
    werkmap.noemCel(`Start_${nummer}`, rij, 'start');
    werkmap.noemCel(`Eind_${nummer}`, rij, 'eind');
    werkmap.noemCel(`Realisatie_${nummer}`, rij, 'realisatie');
    return rij;
  });

  const aandelen = blad.sectie('Vervangbaar deel per product', { school: 'School', nummer: ['Nummer', 'nummer'], product: 'Product', code: 'Code', aandeel: ['Vervangbaar', 'procent'] }, 'Volgt het product op Uitgangspunten, tenzij voor de school een eigen aandeel is afgesproken.');
  const vervangbaar = new Map(opzet.arrangementen.flatMap((a) => a.producten.map((p) => {
    const eigen = a.arrangement.vervangbaar?.[p.product.code];
    const aandeel: Inhoud = eigen === undefined ? uitgangspunten.vervangbaar(p.nummer) : invoercel(eigen, 'procent', AANDEEL, {
      plaats: `${a.school.naam}: vervangbaar deel van ${p.product.naam}`,
      pas: (s, w) => { const x = s.arrangementen.find(({ school }) => school === a.arrangement.school) as Arrangement; x.vervangbaar = { ...x.vervangbaar, [p.product.code]: Number(w) }; },
    }, bronVan('vervangbaar', a.arrangement).status);
    return [`${a.nummer} ${p.nummer}`, aandelen.rij({ school: a.school.naam, nummer: a.nummer, product: p.product.naam, code: p.product.code, aandeel })] as const;
  })));

  const dragerkoppen = Object.fromEntries(opzet.dragers.map((d) => [`drager${d.nummer}`, [d.naam, 'aandeel'] as const])) as Record<`drager${number}`, Kop>;
  const dekkingkoppen = { ...dragerkoppen, som: ['Dekking samen', 'aandeel'] } as Record<Dekkingkolom, Kop>;
  const dekkingcellen = (dekking: Record<string, number>, status: string, doel: (drager: Drageropzet) => Invoerdoel): Record<`drager${number}`, Celinhoud> => Object.fromEntries(opzet.dragers.map((d) => [`drager${d.nummer}`, invoercel(dekking[d.code] ?? 0, 'aandeel', AANDEEL, doel(d), status)]));
  const eersteDrager = `drager${1}` as const;
  const laatsteDrager = `drager${opzet.dragers.length}` as const;

  const regellijst = opzet.regels.length === 0 ? undefined : blad.sectie<Dekkingkolom | 'sleutel' | keyof typeof REGELKOPPEN>('Kostenregels', { ...REGELKOPPEN, sleutel: 'Verdeling', ...dekkingkoppen }, 'Bedrag per jaar (fte: per fte, per leerling: per leerling; eenmalig: in totaal), prijspeil zoals op Uitgangspunten. Rechts wie het betaalt.');
  const regels = opzet.regels.map((r) => {
    const { regel, code, arrangement } = r;
    const status = (veld: string): string => bronVan(veld, regel).status;
    const doel = (veld: string, pas: (regel: Inzetregel, waarde: number | string) => void): Invoerdoel => ({ plaats: `${arrangement?.school.naam ?? 'Regio'}, ${regel.omschrijving}: ${veld}`, pas: (s, w) => pas(regelIn(s, arrangement?.school.id, r.plaats), w) });
    const eenmalig = regel.soort === 'eenmalig';
    const rij = (regellijst as NonNullable<typeof regellijst>).rij({
      school: arrangement?.school.naam ?? 'Regio', code, omschrijving: regel.omschrijving, soort: REGELSOORTTEKST[regel.soort],
      aantal: regel.soort === 'perLeerling' ? '' : invoercel(aantalVan(regel), 'getal', AANTAL, doel('aantal', (x, w) => { x.aantal = Number(w); }), status('aantal')),
      bedrag: invoercel(regel.bedrag, 'euroCent', regel.soort === 'vast' || eenmalig ? BEDRAG_OF_BESPARING : BEDRAG, doel('bedrag', (x, w) => { x.bedrag = Number(w); }), status('bedrag')),
      overhead: regel.soort === 'fte' ? invoercel(overheadVan(regel), 'procent', getalInvoer(0, 5, 'Opslag op de kosten van een fte.'), doel('overhead', (x, w) => { x.overhead = Number(w); }), status('overhead')) : '',
      index: indexVanRegel(regel),
      start: invoercel(datum(eenmalig ? (regel.maand ?? regel.start) : regel.start), 'datum', { ...eerste, uitleg: `${eerste.uitleg} Leeg: de start van het arrangement.` }, doel(eenmalig ? 'maand' : 'begin', (x, w) => zetDatum(x, eenmalig ? 'maand' : 'start', w)), status('start')),
      eind: eenmalig ? '' : invoercel(datum(regel.eind), 'datum', laatste, doel('eind', (x, w) => zetDatum(x, 'eind', w)), status('eind')),
      sleutel: regel.sleutel ? 'eigen sleutel' : '',
      ...dekkingcellen(dekkingVan(regel), status('dekking'), (d) => doel(`deel van ${d.naam}`, (x, w) => { x.dekking = Object.fromEntries(Object.entries({ ...(x.dekking ?? dekkingVan(x)), [d.code]: Number(w) }).filter(([, deel]) => deel !== 0)); })), som: (zelf) => sum(kolommen([zelf], eersteDrager, laatsteDrager)),
    });
    const naam = code.replace('.', '_');
    if (regel.soort !== 'perLeerling') werkmap.noemCel(`Aantal_${naam}`, rij, 'aantal');
    werkmap.noemCel(`Bedrag_${naam}`, rij, 'bedrag');
    return rij;
  });

  const bestaandlijst = opzet.bestaand.length === 0 ? undefined : blad.sectie<Dekkingkolom | 'school' | 'nummer' | 'omschrijving' | 'bedrag' | 'start' | 'eind' | 'vervangen'>('Bestaande arrangementen', {
    school: 'School', nummer: ['Nummer', 'nummer'], omschrijving: 'Verdeling over gemeenten', bedrag: ['Bedrag per jaar', 'euroCent'], start: ['Begin', 'datum'], eind: ['Eind', 'datum'], vervangen: ['Vervangen', 'jaNee'], ...dekkingkoppen,
  });
  const bestaand = opzet.bestaand.map(({ bestaand: b, school, nummer, vervangenDoor }) => {
    const status = (veld: string): string => bronVan(veld, b).status;
    const doel = (veld: string): Invoerdoel => ({ plaats: `Bestaand arrangement van ${school.naam}: ${veld}` });
    const rij = (bestaandlijst as NonNullable<typeof bestaandlijst>).rij({
      school: school.naam, nummer, omschrijving: b.verdeling ? 'eigen verdeling' : 'naar leerlingen', bedrag: invoercel(b.jaarbedrag, 'euroCent', BEDRAG, doel('bedrag per jaar'), status('jaarbedrag')),
      start: invoercel(datum(b.start), 'datum', eerste, doel('begin'), status('start')), eind: invoercel(datum(b.eind), 'datum', laatste, doel('eind'), status('eind')), vervangen: vervangenDoor ? 1 : 0,
      ...dekkingcellen(dekkingVan(b), status('dekking'), (d) => doel(`deel van ${d.naam}`)), som: (zelf) => sum(kolommen([zelf], eersteDrager, laatsteDrager)),
    });
    return rij;
  });
  const metVerdeling = opzet.bestaand.filter((b) => b.bestaand.verdeling);
  const verdelinglijst = metVerdeling.length === 0 ? undefined : blad.sectie('Eigen verdeling van bestaande arrangementen', { school: 'School', nummer: ['Nummer', 'nummer'], gemeente: 'Gemeente', code: 'Code', aandeel: ['Aandeel', 'aandeel'] });
  const verdeling = new Map(metVerdeling.flatMap((b) => {
    const deel = opgeteldTotEen(b.bestaand.verdeling as Record<string, number>);
    return opzet.gemeenten.map((g) => [`${b.nummer} ${g.nummer}`, (verdelinglijst as NonNullable<typeof verdelinglijst>).rij({ school: b.school.naam, nummer: b.nummer, gemeente: g.gemeente.naam, code: g.gemeente.code, aandeel: invoercel(deel[g.gemeente.code] ?? 0, 'aandeel', AANDEEL, { plaats: `Bestaand arrangement van ${b.school.naam}: aandeel van ${g.gemeente.naam}` }, bronVan('verdeling', b.bestaand).status) })] as const);
  }));

  return {
    blad,
    arrangement: (a: Arrangementopzet) => arrangementen[a.nummer - 1] as (typeof arrangementen)[number],
    vervangbaar: (a: Arrangementopzet, p: Productregel): Celverwijzing => (vervangbaar.get(`${a.nummer} ${p.nummer}`) as Rij<'aandeel'>).cel('aandeel'),
    regel: (r: Regelopzet) => regels[opzet.regels.indexOf(r)] as (typeof regels)[number],
    /** Shares of a bearer in all lines, in the order of the lines. */
    dekking: (drager: number) => kolom(regels, `drager${drager}`),
    bestaand: (b: Bestaandopzet) => bestaand[b.nummer - 1] as (typeof bestaand)[number],
    regelaandeel: (r: Regelopzet, drager: number): Celverwijzing => (regels[opzet.regels.indexOf(r)] as (typeof regels)[number]).cel(`drager${drager}`),
    bestaandAandeel: (b: Bestaandopzet, drager: number): Celverwijzing => (bestaand[b.nummer - 1] as (typeof bestaand)[number]).cel(`drager${drager}`),
    bestaandeDekking: (drager: number) => kolom(bestaand, `drager${drager}`),
    eigenVerdeling: (b: Bestaandopzet, g: Gemeenteregel): Celverwijzing | undefined => verdeling.get(`${b.nummer} ${g.nummer}`)?.cel('aandeel'),
    eigenVerdelingen: metVerdeling.map((b) => ({ naam: b.school.naam, aandelen: kolom(opzet.gemeenten.map((g) => verdeling.get(`${b.nummer} ${g.nummer}`) as Rij<'aandeel'>), 'aandeel') })),
    sommen: { regels: regels.length > 0 ? kolom(regels, 'som') : undefined, bestaand: bestaand.length > 0 ? kolom(bestaand, 'som') : undefined },
  };
}
