/**
 * The corpus of import: small files, each with one fault or one layout, and what their import has to report.
 * The expectations are written by hand. `node tests/unit/invoer/schrijf-corpus.ts` writes the files to `tests/fixtures/import`,
 * where the test reads them; every case runs on the project `basis` unless it says otherwise.
 */
import type { Profiel, Soort } from '../../../models/invoer/types.ts';
import type { Project } from '../../../models/project/types.ts';
import { type Testcel, type Testmap, werkmap } from './werkmap.ts';

/** Per table: what the report must say. Findings as `code rij kolom`; the rest defaults to none. */
export interface Tabelverwachting {
  bestand?: string;
  blad?: string | null;
  soort: Soort | 'aggregaten' | null;
  gelezen: number;
  koppen: number;
  leeg?: number;
  totalen?: number;
  geaccepteerd: number;
  geweigerd?: number;
  /** Euros read, accepted, refused. */
  bedrag?: [number, number, number];
  bedragOnleesbaar?: number;
  meldingen?: string[];
  weggelaten?: string[];
  /** Control totals that do not hold: row, column, file, calculated. */
  verschillen?: [number, string, number, number][];
}

export interface Geval {
  naam: string;
  /** What the case shows. */
  wat: string;
  /** File name → content; the first is named for the case. */
  bestanden: Record<string, string | Uint8Array | Testmap>;
  profiel?: Profiel;
  nieuw?: boolean;
  soort?: Soort;
  allesOfNiets?: boolean;
  /** Without the project `basis`. */
  leegProject?: boolean;
  verwacht: {
    tabellen: Tabelverwachting[];
    /** `soort kolom`, in order; then nothing is imported. */
    vragen?: string[];
    /** Lists of the project that came in; pseudonyms are `j1`, `j2`… in order of appearance. Absent: not compared; null: nothing imported. */
    project?: Partial<Record<keyof Project, unknown>> | null;
  };
}

export const VANDAAG = '2026-11-01';

export const BASIS = {
  formaat: 'collectief-arrangeren/1',
  naam: 'Voorbeeld (fictief)',
  gemeenten: [
    { code: 'GM0164', naam: 'Hengelo' }, { code: 'GM0147', naam: 'Borne' }, { code: 'GM1735', naam: 'Hof van Twente' }, { code: 'X-overig-twente', naam: 'Overig Twente' },
  ],
  scholen: [
    { id: 'bouwsteen', naam: 'de Bouwsteen', soort: 'VSO', gemeente: 'GM0164', vestigingscode: '12AB00' },
    { id: 'kapstok', naam: 'de Kapstok', soort: 'VSO', gemeente: 'GM0164', vestigingscode: '12AB01' },
    { id: 'batavier', naam: 'Batavier', soort: 'SBO', gemeente: 'GM0164' },
  ],
  producten: [{ code: '45A48', naam: 'Begeleiding individueel', vervangbaar: 0.6 }, { code: '50B01', naam: 'Behandeling', vervangbaar: 0 }],
} as const;

const KOP = 'School;Gemeente;Product;Start;Eind;Kosten per jaar';
const csv = (...rijen: string[]): string => `${rijen.join('\r\n')}\r\n`;
/** A row of `KOP`. */
const rij = (bedrag: string, rest: Partial<Record<'school' | 'gemeente' | 'product' | 'start' | 'eind', string>> = {}): string =>
  [rest.school ?? 'de Bouwsteen', rest.gemeente ?? 'Hengelo', rest.product ?? '45A48', rest.start ?? '01-01-2026', rest.eind ?? '31-12-2026', bedrag].join(';');
/** The row as it comes in. */
const ind = (kostenPerJaar: number, rest: object = {}): object => ({ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', kostenPerJaar, ...rest });
const tabel = (gelezen: number, geaccepteerd: number, rest: Partial<Tabelverwachting> = {}): Tabelverwachting => ({ soort: 'indicaties', gelezen, koppen: 1, geaccepteerd, ...rest });
const nietGelezen = (melding: string): Tabelverwachting => ({ soort: null, gelezen: 0, koppen: 0, geaccepteerd: 0, meldingen: [melding] });
const wacht = (soort: Soort | null, rest: Partial<Tabelverwachting> = {}): Tabelverwachting => ({ soort, gelezen: 0, koppen: 0, geaccepteerd: 0, meldingen: ['I50'], ...rest });

const gevallen: Geval[] = [];
function geval(naam: string, wat: string, inhoud: string | Uint8Array | Testmap | Record<string, string | Uint8Array | Testmap>, verwacht: Geval['verwacht'], opties: Partial<Geval> = {}): void {
  const [stam, extensie = 'csv'] = naam.split('.', 2) as [string, string?];
  const los = typeof inhoud === 'string' || inhoud instanceof Uint8Array || 'bladen' in inhoud;
  gevallen.push({ naam: stam, wat, bestanden: los ? { [`${stam}.${extensie}`]: inhoud as string | Uint8Array | Testmap } : inhoud, verwacht, ...opties });
}
/** One file of indicaties of one question. */
/** A name that nobody explained: it is asked, and the row that has it is refused. */
const onbekend = (naam: string, wat: string, inhoud: string, kolom: string): void => geval(naam, wat, inhoud, { tabellen: [tabel(2, 0, { geweigerd: 1, bedrag: [100, 0, 100], meldingen: [`I05 2 ${kolom}`] })], vragen: [`naam ${kolom}`], project: null });
const vraagt = (naam: string, wat: string, inhoud: string | Testmap, vraag: string, rest: Partial<Tabelverwachting> = {}): void => geval(naam, wat, inhoud, { tabellen: [wacht('indicaties', rest)], vragen: [vraag], project: null });
const bron = (naam: string, profiel: NonNullable<Profiel['bronnen']>[string]): { profiel: Profiel } => ({ profiel: { bronnen: { [naam]: profiel } } });

const TWEE = [rij('1.234,50'), rij('12,375', { school: 'de Kapstok', gemeente: 'Borne', eind: '' })];
const TWEE_UIT = { indicaties: [ind(1234.5), ind(12.375, { school: 'kapstok', gemeente: 'GM0147', eind: null })] };
const TWEE_TABEL = tabel(3, 2, { bedrag: [1246.875, 1246.875, 0] });
const utf16 = (t: string, groot: boolean): Uint8Array => {
  const b = Buffer.from(t, 'utf16le');
  return new Uint8Array(Buffer.concat([Buffer.from(groot ? [0xfe, 0xff] : [0xff, 0xfe]), groot ? b.swap16() : b]));
};

// ---- Layouts of text files
geval('csv-puntkomma', 'semicolons, CRLF', csv(KOP, ...TWEE), { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-komma', 'commas; numbers between quotes', 'School,Gemeente,Product,Start,Eind,Kosten per jaar\nde Bouwsteen,Hengelo,45A48,2026-01-01,2026-12-31,"1,234.50"\n', { tabellen: [tabel(2, 1, { bedrag: [1234.5, 1234.5, 0] })], project: { indicaties: [ind(1234.5)] } });
geval('csv-tab.txt', 'tabs', csv(KOP, ...TWEE).replaceAll(';', '\t'), { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-streep', 'vertical bars', csv(KOP, ...TWEE).replaceAll(';', '|'), { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-utf8-bom', 'byte order mark', `\uFEFF${csv(KOP, ...TWEE)}`, { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-windows-1252', 'accents and € of Windows', new Uint8Array(Buffer.from(csv('School;Gemeente;Product;Start;Eind;Kosten per jaar;Cliëntnummer', `${rij('\u0080 1.234,50')};é1`), 'latin1')), { tabellen: [tabel(2, 1, { bedrag: [1234.5, 1234.5, 0], meldingen: ['I47 - Cliëntnummer'], weggelaten: ['Cliëntnummer'] })], project: { indicaties: [ind(1234.5, { jeugdige: 'j1' })] } });
geval('csv-utf16le', 'UTF-16, little end first', utf16(csv(KOP, ...TWEE), false), { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-utf16be', 'UTF-16, big end first', utf16(csv(KOP, ...TWEE), true), { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-sep-regel', 'the line by which Excel knows the separator', csv('sep=;', KOP, ...TWEE), { tabellen: [{ ...TWEE_TABEL, gelezen: 4, koppen: 2 }], project: TWEE_UIT });
geval('csv-aanhalingstekens', 'separator, line end and quote within a value', csv(`${KOP};Aanbieder`, `${rij('100')};"Zorg; ""de ster""\nlocatie 2"`), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0] })], project: { indicaties: [ind(100, { aanbieder: 'Zorg; "de ster"\nlocatie 2' })] } });
geval('csv-oude-regeleinden', 'carriage returns only', csv(KOP, ...TWEE).replaceAll('\r\n', '\r'), { tabellen: [TWEE_TABEL], project: TWEE_UIT });
geval('csv-titelrijen', 'title, blank rows, heading on row 4', csv('Toewijzingen jeugdhulp (fictief);;;;;', ';;;;;', 'Peildatum 1-11-2026;;;;;', KOP, ...TWEE, ';;;;;', ''), { tabellen: [{ ...TWEE_TABEL, gelezen: 8, koppen: 3, leeg: 3 }], project: TWEE_UIT });
geval('csv-kop-herhaald', 'the heading on every page', csv(KOP, TWEE[0] ?? '', KOP, TWEE[1] ?? ''), { tabellen: [{ ...TWEE_TABEL, gelezen: 4, koppen: 2 }], project: TWEE_UIT });
geval('csv-voetnoot', 'a source line below the table', csv(KOP, ...TWEE, 'Bron: voorbeeldsysteem (fictief);;;;;'), { tabellen: [{ ...TWEE_TABEL, gelezen: 4, koppen: 2 }], project: TWEE_UIT });
geval('csv-extra-kolommen', 'columns without a field are left out and named', csv(`Wijk;${KOP};Opmerking`, `Noord;${rij('100')};x`), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0], weggelaten: ['Wijk', 'Opmerking'] })], project: { indicaties: [ind(100)] } });
geval('csv-kolommen-omgedraaid', 'other order and other words', csv('Jaarbedrag;Einddatum;Ingangsdatum;Productcode;Woongemeente;Schoolnaam', '€ 100,50;31-12-2026;01-01-2026;45a48;HENGELO;De bouwsteen'), { tabellen: [tabel(2, 1, { bedrag: [100.5, 100.5, 0] })], project: { indicaties: [ind(100.5)] } });

// ---- Totals
geval('totaalrij-klopt', 'a total is a control figure', csv(KOP, ...TWEE, 'Totaal;;;;;1.246,875'), { tabellen: [{ ...TWEE_TABEL, gelezen: 4, totalen: 1 }], project: TWEE_UIT });
geval('totaalrij-klopt-niet', 'a total that the rows do not add up to', csv(KOP, ...TWEE, 'Totaal;;;;;2.246,88'), { tabellen: [{ ...TWEE_TABEL, gelezen: 4, totalen: 1, meldingen: ['I16 4 Kosten per jaar'], verschillen: [[4, 'Kosten per jaar', 2246.88, 1246.875]] }], project: TWEE_UIT });
geval('subtotalen', 'subtotals per school and a grand total', csv(KOP, rij('100'), rij('50', { gemeente: 'Borne' }), 'Subtotaal de Bouwsteen;;;;;150', rij('30', { school: 'de Kapstok' }), 'Totaal de Kapstok;;;;;31', 'Eindtotaal;;;;;180'), { tabellen: [tabel(7, 3, { totalen: 3, bedrag: [180, 180, 0], meldingen: ['I16 6 Kosten per jaar'], verschillen: [[6, 'Kosten per jaar', 31, 30]] })] });
geval('totaal-als-waarde', 'a word that means total where it is a value', csv('Omschrijving;School;Gemeente;Product;Start;Eind;Volume;Tarief;Frequentie', 'Totaal pakket;de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;1;100;totaal'), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0], weggelaten: ['Omschrijving'] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', volume: 1, tarief: 100, frequentie: 'totaal' }] } });
geval('bedrag-zonder-school', 'an amount alone is a total without a label', csv(KOP, ...TWEE, ';;;;;1.246,875'), { tabellen: [{ ...TWEE_TABEL, gelezen: 4, totalen: 1 }], project: TWEE_UIT });
geval('totaal-telt-geweigerde-mee', 'the total of a file covers the rows that are refused', csv(KOP, rij('100'), rij('50', { start: '01-06-2026', eind: '01-01-2026' }), 'Totaal;;;;;150'), { tabellen: [tabel(4, 1, { totalen: 1, geweigerd: 1, bedrag: [150, 100, 50], meldingen: ['I04 3 Eind'] })] });

// ---- Rows that are no rows
geval('csv-te-weinig-velden', 'a row that was broken off', csv(KOP, rij('100'), 'de Kapstok;Hengelo;45A48;01-01-2026'), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [100, 100, 0], bedragOnleesbaar: 1, meldingen: ['I20 3 -'] })] });
geval('csv-te-veel-velden', 'a decimal comma where commas separate', 'School,Gemeente,Product,Start,Eind,Kosten per jaar\nde Bouwsteen,Hengelo,45A48,2026-01-01,2026-12-31,100\nde Bouwsteen,Hengelo,45A48,2026-01-01,2026-12-31,1234,50\n', { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [100, 100, 0], bedragOnleesbaar: 1, meldingen: ['I20 3 -'] })] });
geval('csv-kop-met-scheidingsteken-erachter', 'a heading that ends in a separator, rows that do not', csv(`${KOP};`, ...TWEE), { tabellen: [{ ...TWEE_TABEL, weggelaten: ['(kolom G)'] }], project: TWEE_UIT });
geval('csv-aanhalingsteken-open', 'a quote that is never closed', csv(KOP, '"de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100', rij('200')), { tabellen: [nietGelezen('I43')], project: null });
geval('csv-tekst-na-aanhalingsteken', 'text after a closing quote', csv(KOP, rij('100'), '"de" Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100'), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [100, 100, 0], bedragOnleesbaar: 1, meldingen: ['I20 3 -'] })] });

// ---- Numbers
geval('getal-nederlands', 'what may stand around a Dutch number', csv(KOP, ...['1.234,50', '€ 1.234,50', 'EUR 10', '12,-', '€ 1.000,-', ' 7 ', '0,5'].map((b, i) => rij(b, { start: `0${i + 1}-01-2026` }))), { tabellen: [tabel(8, 7, { bedrag: [3498.5, 3498.5, 0] })], project: { indicaties: [1234.5, 1234.5, 10, 12, 1000, 7, 0.5].map((b, i) => ind(b, { start: `2026-01-0${i + 1}` })) } });
geval('getal-engels', 'points for decimals in the whole column', csv(KOP, rij('1,234.50'), rij('12.375', { start: '02-01-2026' })), { tabellen: [tabel(3, 2, { bedrag: [1246.875, 1246.875, 0] })], project: { indicaties: [ind(1234.5), ind(12.375, { start: '2026-01-02' })] } });
vraagt('getal-dubbelzinnig', 'every number can be read both ways', csv(KOP, rij('1.234'), rij('12.375', { start: '02-01-2026' }), rij('950', { start: '03-01-2026' })), 'getalnotatie Kosten per jaar');
geval('getal-dubbelzinnig-beantwoord', 'the profile says which', csv(KOP, rij('1.234'), rij('12.375', { start: '02-01-2026' })), { tabellen: [tabel(3, 2, { bedrag: [13609, 13609, 0] })], project: { indicaties: [ind(1234), ind(12375, { start: '2026-01-02' })] } }, bron('getal-*.csv', { kolommen: { 'kosten per jaar': { getalnotatie: '1.234,56' } } }));
vraagt('getal-gemengd', 'two notations in one column', csv(KOP, rij('1.234,50'), rij('1,234.50', { start: '02-01-2026' })), 'getalnotatie Kosten per jaar');
geval('getal-gemengd-beantwoord', 'what does not fit the chosen notation is refused', csv(KOP, rij('1.234,50'), rij('1,234.50', { start: '02-01-2026' })), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [1234.5, 1234.5, 0], bedragOnleesbaar: 1, meldingen: ['I02 3 Kosten per jaar'] })], project: { indicaties: [ind(1234.5)] } }, bron('*', { kolommen: { 'Kosten per jaar': { getalnotatie: '1.234,56' } } }));
geval('getal-onleesbaar', 'no number', csv(KOP, rij('100,50'), rij('n.v.t.', { start: '02-01-2026' }), rij('1 234,50', { start: '03-01-2026' })), { tabellen: [tabel(4, 1, { geweigerd: 2, bedrag: [100.5, 100.5, 0], bedragOnleesbaar: 2, meldingen: ['I02 3 Kosten per jaar', 'I02 4 Kosten per jaar'] })] });
geval('getal-negatief', 'an indicatie yields nothing', csv(KOP, rij('100,50'), rij('-50,00', { start: '02-01-2026' }), rij('50,00-', { start: '03-01-2026' }), rij('(50,00)', { start: '04-01-2026' })), { tabellen: [tabel(5, 1, { geweigerd: 3, bedrag: [-49.5, 100.5, -150], meldingen: ['I07 3 Kosten per jaar', 'I07 4 Kosten per jaar', 'I07 5 Kosten per jaar'] })] });
geval('getal-nul', 'zero comes in, marked', csv(KOP, rij('0,00')), { tabellen: [tabel(2, 1, { bedrag: [0, 0, 0], meldingen: ['I18 2 Kosten per jaar'] })], project: { indicaties: [ind(0)] } });
vraagt('getal-duizenden-in-kop', 'a heading that speaks of thousands', csv('School;Gemeente;Product;Start;Eind;Kosten per jaar (x 1.000)', rij('12,5')), 'schaal Kosten per jaar (x 1.000)');
geval('getal-in-centen', 'cents, by the profile', csv(KOP, rij('123450')), { tabellen: [tabel(2, 1, { bedrag: [1234.5, 1234.5, 0] })], project: { indicaties: [ind(1234.5)] } }, bron('*', { kolommen: { 'Kosten per jaar': { schaal: 0.01 } } }));
geval('getal-boven-grens', 'a cost that smells of cents', csv(KOP, rij('1.234.500,00')), { tabellen: [tabel(2, 1, { bedrag: [1234500, 1234500, 0], meldingen: ['I14 2 Kosten per jaar'] })] });
geval('getal-boven-eigen-grens', 'a bound of the profile', csv(KOP, rij('600')), { tabellen: [tabel(2, 1, { bedrag: [600, 600, 0], meldingen: ['I14 2 Kosten per jaar'] })] }, { profiel: { grenzen: { kostenPerJaar: 500 } } });

// ---- Dates
geval('datum-notaties', 'all ways of writing one date', csv(KOP, ...['31-12-2025', '31/12/2025', '2025-12-31', '20251231', '31 dec 2025', '31 december 2025', '31-12-2025 00:00:00'].map((d, i) => rij(`${100 + i}`, { start: d }))), { tabellen: [tabel(8, 7, { bedrag: [721, 721, 0] })], project: { indicaties: Array.from({ length: 7 }, (_, i) => ind(100 + i, { start: '2025-12-31' })) } });
geval('datum-bestaat-niet', 'no such day', csv(KOP, rij('100'), rij('200', { start: '29-02-2026' }), rij('300', { eind: '31-04-2026' }), rij('400', { start: '1-1-26' })), { tabellen: [tabel(5, 1, { geweigerd: 3, bedrag: [1000, 100, 900], meldingen: ['I03 3 Start', 'I03 4 Eind', 'I03 5 Start'] })] });
vraagt('datum-maand-dag', 'only month–day fits', csv(KOP, rij('100', { start: '01-31-2026' })), 'datumnotatie Start');
geval('datum-maand-dag-beantwoord', 'the profile says so', csv(KOP, rij('100', { start: '02-01-2026' }), rij('200', { start: '01-31-2026' })), { tabellen: [tabel(3, 2, { bedrag: [300, 300, 0] })], project: { indicaties: [ind(100, { start: '2026-02-01' }), ind(200, { start: '2026-01-31' })] } }, bron('*', { kolommen: { Start: { datumnotatie: 'maand-dag' } } }));
geval('datum-maand-dag-ook-naastliggend', 'a neighbour that only fits month–day makes a column that fits both a question', csv(KOP, rij('100', { start: '02-01-2026', eind: '12-31-2026' })), { tabellen: [wacht('indicaties')], vragen: ['datumnotatie Eind', 'datumnotatie Start'], project: null });
geval('datum-met-tijdstip', 'a time may be another day', csv(KOP, rij('100'), rij('200', { start: '2026-01-01T23:00:00' }), rij('300', { start: '2026-01-01T00:00:00Z' })), { tabellen: [tabel(4, 1, { geweigerd: 2, bedrag: [600, 100, 500], meldingen: ['I03 3 Start', 'I03 4 Start'] })] });
geval('datum-open-einde', 'the end of time is no end', csv(KOP, rij('100', { eind: '31-12-9999' }), rij('200', { eind: '9999-12-31' }), rij('300', { eind: '' })), { tabellen: [tabel(4, 3, { bedrag: [600, 600, 0] })], project: { indicaties: [100, 200, 300].map((b) => ind(b, { eind: null })) } });
geval('eind-voor-start', 'ends before it begins', csv(KOP, rij('100', { start: '01-02-2026', eind: '31-01-2026' })), { tabellen: [tabel(2, 0, { geweigerd: 1, bedrag: [100, 0, 100], meldingen: ['I04 2 Eind'] })], project: null });
geval('start-buiten-verwachting', 'long ago, and in the future', csv(KOP, rij('100', { start: '31-10-2021' }), rij('200', { start: '01-11-2021' }), rij('300', { start: '02-11-2026' })), { tabellen: [tabel(4, 3, { bedrag: [600, 600, 0], meldingen: ['I13 2 Start', 'I13 4 Start'] })] });

// ---- Names
onbekend('naam-onbekende-school', 'a school that is not there', csv(KOP, rij('100', { school: 'Stapsteen' })), 'School');
geval('naam-nieuw', 'unknown names become new ones when asked', csv(KOP, rij('100', { school: 'Stapsteen', gemeente: 'buiten Twente' })), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0], meldingen: ['I48 2 Gemeente', 'I48 2 School'] })], project: { indicaties: [ind(100, { school: 'stapsteen', gemeente: 'X-buiten-twente' })], gemeenten: [...BASIS.gemeenten, { code: 'X-buiten-twente', naam: 'buiten Twente' }], scholen: [...BASIS.scholen, { id: 'stapsteen', naam: 'Stapsteen' }] } }, { nieuw: true });
onbekend('naam-bijna-goed', 'a near name is proposed', csv(KOP, rij('100', { school: 'de Bouwsten' })), 'School');
onbekend('naam-bijna-goed-gemeente', 'a slip in a gemeente', csv(KOP, rij('100', { gemeente: 'Hengello' })), 'Gemeente');
geval('naam-alias', 'the profile knows the name', csv(KOP, rij('100', { school: 'VSO Bouwst. (hoofdlocatie)', gemeente: 'Rest van Twente' })), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0] })], project: { indicaties: [ind(100, { gemeente: 'X-overig-twente' })] } }, { profiel: { namen: { school: { 'vso bouwst (hoofdlocatie)': 'bouwsteen' }, gemeente: { 'rest van twente': 'X-overig-twente' } } } });
geval('naam-weglaten', 'rows of a name that is left out', csv(KOP, rij('100'), rij('200', { school: 'Elders' })), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [300, 100, 200], meldingen: ['I06 3 School'] })] }, { profiel: { namen: { school: { Elders: null } } } });
geval('gemeente-korte-vorm', 'short forms and codes', csv(KOP, ...['Hof v. Twente', 'gem. Borne', 'Gemeente Hengelo', 'Hengelo (O)', '164', '0147', 'GM1735'].map((g, i) => rij(`${100 + i}`, { gemeente: g }))), { tabellen: [tabel(8, 7, { bedrag: [721, 721, 0] })], project: { indicaties: ['GM1735', 'GM0147', 'GM0164', 'GM0164', 'GM0164', 'GM0147', 'GM1735'].map((gemeente, i) => ind(100 + i, { gemeente })) } });
geval('school-op-vestigingscode', 'code before name', csv('Vestigingscode;School;Gemeente;Product;Start;Eind;Kosten per jaar', `12AB01;${rij('100', { school: 'VSO Kapstok te Hengelo' })}`), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0] })], project: { indicaties: [ind(100, { school: 'kapstok' })] } });
geval('product-code-onbekend-naam-bekend', 'the name beside a code', csv('School;Gemeente;Productcode;Productomschrijving;Start;Eind;Kosten per jaar', 'de Bouwsteen;Hengelo;99X99;Begeleiding individueel;01-01-2026;31-12-2026;100'), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0] })], project: { indicaties: [ind(100)] } });
geval('verplicht-leeg', 'what has to be there', csv(KOP, rij('100', { school: '' }), rij('200', { gemeente: '' }), rij('300', { product: '' }), rij('400', { start: '' })), { tabellen: [tabel(5, 0, { geweigerd: 4, bedrag: [1000, 0, 1000], meldingen: ['I01 2 School', 'I01 3 Gemeente', 'I01 4 Product', 'I01 5 Start'] })], project: null });
geval('vast-gemeente', 'a file of one gemeente, by the profile', csv('School;Product;Start;Eind;Kosten per jaar', 'de Bouwsteen;45A48;01-01-2026;31-12-2026;100'), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0] })], project: { indicaties: [ind(100, { gemeente: 'GM0147' })] } }, bron('*', { vast: { gemeente: 'Borne' } }));
vraagt('kolom-ontbreekt', 'no column for the gemeente', csv('School;Product;Start;Eind;Kosten per jaar', 'de Bouwsteen;45A48;01-01-2026;31-12-2026;100'), 'kolom -');
vraagt('kolom-dubbel', 'two columns that can be the begin', csv('School;Gemeente;Product;Startdatum;Begindatum;Eind;Kosten per jaar', 'de Bouwsteen;Hengelo;45A48;01-01-2026;01-02-2026;31-12-2026;100'), 'kolom -', { weggelaten: ['Startdatum', 'Begindatum'] });
geval('profiel-naam-met-hekje', 'a file name with a # in it', { 'profiel-naam-met-hekje.csv': csv(KOP, rij('1.234')), 'profiel-naam #2.csv': csv(KOP, rij('2.345', { gemeente: 'Borne' })) }, { tabellen: [tabel(2, 1, { bestand: 'profiel-naam-met-hekje.csv', bedrag: [1234, 1234, 0] }), tabel(2, 1, { bestand: 'profiel-naam #2.csv', bedrag: [2.345, 2.345, 0] })] }, { profiel: { bronnen: { 'profiel-naam-met-hekje.csv': { kolommen: { 'Kosten per jaar': { getalnotatie: '1.234,56' } } }, 'profiel-naam #2.csv': { kolommen: { 'Kosten per jaar': { getalnotatie: '1,234.56' } } } } } });
geval('kolom-dubbel-beantwoord', 'the profile says which', csv('School;Gemeente;Product;Startdatum;Begindatum;Eind;Kosten per jaar', 'de Bouwsteen;Hengelo;45A48;01-01-2026;01-02-2026;31-12-2026;100'), { tabellen: [tabel(2, 1, { bedrag: [100, 100, 0], weggelaten: ['Startdatum'] })], project: { indicaties: [ind(100, { start: '2026-02-01' })] } }, bron('*', { kolommen: { Begindatum: { veld: 'start' } } }));

// ---- Cost forms
geval('kosten-volume-tarief', 'volume, rate, frequency', csv('School;Gemeente;Product;Start;Eind;Volume;Tarief;Frequentie;Eenheid', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;2,5;95,50;per week;uur'), { tabellen: [tabel(2, 1, { bedrag: [238.75, 238.75, 0] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', volume: 2.5, tarief: 95.5, frequentie: 'perWeek' }] } });
geval('kosten-maandbedrag', 'a price per month', csv('School;Gemeente;Product;Start;Eind;Maandbedrag', rij('250,50')), { tabellen: [tabel(2, 1, { bedrag: [250.5, 250.5, 0] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', volume: 1, tarief: 250.5, frequentie: 'perMaand' }] } });
geval('kosten-totaalbedrag', 'a price for the whole', csv('School;Gemeente;Product;Start;Eind;Totaalbedrag', rij('2.505,50')), { tabellen: [tabel(2, 1, { bedrag: [2505.5, 2505.5, 0] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', totaalbedrag: 2505.5 }] } });
vraagt('kosten-onbepaald', 'an amount that does not say of what', csv('School;Gemeente;Product;Start;Eind;Bedrag', rij('2.505,50')), 'kostenvorm Bedrag');
geval('kosten-onbepaald-beantwoord', 'the profile says of what', csv('School;Gemeente;Product;Start;Eind;Bedrag', rij('2.505,50')), { tabellen: [tabel(2, 1, { bedrag: [2505.5, 2505.5, 0] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', volume: 1, tarief: 2505.5, frequentie: 'perWeek' }] } }, bron('*', { kolommen: { Bedrag: { kostenvorm: 'perWeek' } } }));
geval('kosten-twee-vormen', 'two forms in one row', csv('School;Gemeente;Product;Start;Eind;Kosten per jaar;Totaalbedrag', `${rij('100')};`, `${rij('100', { start: '02-01-2026' })};50`, `${rij('', { start: '03-01-2026' })};50`), { tabellen: [tabel(4, 2, { geweigerd: 1, bedrag: [300, 150, 150], meldingen: ['I08 3 -'] })] });
geval('kosten-geen', 'no cost at all', csv(KOP, rij('100'), rij('', { start: '02-01-2026' }), rij('-', { start: '03-01-2026' })), { tabellen: [tabel(4, 1, { geweigerd: 2, bedrag: [100, 100, 0], meldingen: ['I08 3 -', 'I08 4 -'] })] });
geval('volume-zonder-tarief', 'no price known', csv('School;Gemeente;Product;Start;Eind;Volume;Frequentie', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;2;per week'), { tabellen: [tabel(2, 0, { geweigerd: 1, bedrag: [0, 0, 0], bedragOnleesbaar: 1, meldingen: ['I09 2 tarief'] })], project: null });
geval('totaal-zonder-eind', 'a total without an end', csv('School;Gemeente;Product;Start;Eind;Totaalbedrag', rij('100', { eind: '' })), { tabellen: [tabel(2, 0, { geweigerd: 1, bedrag: [100, 0, 100], meldingen: ['I26 2 Eind'] })], project: null });
geval('totaal-zonder-eindkolom', 'a total in a file without ends', csv('School;Gemeente;Product;Start;Totaalbedrag', 'de Bouwsteen;Hengelo;45A48;01-01-2026;100'), { tabellen: [tabel(2, 0, { geweigerd: 1, bedrag: [100, 0, 100], meldingen: ['I26 2 einddatum'] })], project: null });
geval('uurtarief-andere-eenheid', 'an hourly rate for days', csv('School;Gemeente;Product;Start;Eind;Volume;Eenheid;Uurtarief;Frequentie', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;2;etmaal;93,50;per week', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;2;uur;93,50;per week'), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [374, 187, 187], meldingen: ['I09 2 Eenheid'] })] });
vraagt('minuten-tarief-onbekend', 'minutes with a rate per hour or per minute', csv('School;Gemeente;Product;Start;Eind;Volume;Tarief;Frequentie;Eenheid', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100;93,50;per week;minuten'), 'eenheid -');
geval('minuten-uurtarief', 'minutes at an hourly rate are rounded to cents', csv('School;Gemeente;Product;Start;Eind;Aantal minuten;Uurtarief;Frequentie', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100;93,50;per week'), { tabellen: [tabel(2, 1, { bedrag: [155.83, 155.83, 0] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', volume: 1, tarief: 155.83, frequentie: 'perWeek' }] } });
vraagt('frequentie-cijfers', 'codes, or how often', csv('School;Gemeente;Product;Start;Eind;Volume;Tarief;Frequentie', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;1;93,50;2'), 'eenheid Frequentie');
geval('keuze-onbekend', 'a frequency that is none, a place that is none', csv('School;Gemeente;Product;Start;Eind;Volume;Tarief;Frequentie;Leveringsvorm', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;1;93,50;per schooldag;ZIN', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;1;93,50;per dag;onbekend'), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [187, 93.5, 93.5], meldingen: ['I22 2 Frequentie', 'I32 3 Leveringsvorm'] })] });

// ---- Twice
const MET_NUMMER = 'Toewijzingnummer;Cliëntnummer;School;Gemeente;Product;Start;Eind;Kosten per jaar';
const VERVANGEN = { weggelaten: ['Cliëntnummer'] };
geval('dubbele-rij', 'the same row twice', csv(MET_NUMMER, `1;9;${rij('100')}`, `1;9;${rij('100')}`), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [200, 100, 100], meldingen: ['I47 - Cliëntnummer', 'I10 3 -'], ...VERVANGEN })] });
geval('dubbele-rij-zonder-nummer', 'the same row, perhaps of another person', csv(KOP, rij('100'), rij('100')), { tabellen: [tabel(3, 2, { bedrag: [200, 200, 0], meldingen: ['I29 3 -'] })] });
geval('toewijzing-andere-inhoud', 'one number, two contents, the same days', csv(MET_NUMMER, `1;9;${rij('100')}`, `1;9;${rij('150')}`), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [250, 100, 150], meldingen: ['I47 - Cliëntnummer', 'I11 3 Toewijzingnummer'], ...VERVANGEN })] });
geval('toewijzing-vervolg', 'one number, one period after the other', csv(MET_NUMMER, `1;9;${rij('100', { eind: '30-06-2026' })}`, `1;9;${rij('150', { start: '01-07-2026' })}`), { tabellen: [tabel(3, 2, { bedrag: [250, 250, 0], meldingen: ['I47 - Cliëntnummer', 'I30 3 Toewijzingnummer'], ...VERVANGEN })] });
geval('overlap-jeugdige', 'the same care twice at once', csv(MET_NUMMER, `1;9;${rij('100')}`, `2;9;${rij('150')}`, `3;8;${rij('150')}`), { tabellen: [tabel(4, 3, { bedrag: [400, 400, 0], meldingen: ['I47 - Cliëntnummer', 'I12 3 Start'], ...VERVANGEN })] });
geval('bestand-twee-keer', 'the same file under two names', { 'bestand-twee-keer.csv': csv(KOP, rij('100')), 'bestand-twee-keer-kopie.csv': csv(KOP, rij('100')) }, { tabellen: [tabel(2, 1, { bestand: 'bestand-twee-keer.csv', bedrag: [100, 100, 0] }), { ...nietGelezen('I46'), bestand: 'bestand-twee-keer-kopie.csv' }], project: { indicaties: [ind(100)] } });
geval('twee-leveringen', 'files of two gemeenten in their own layouts', { 'twee-leveringen.csv': csv(KOP, rij('100')), 'twee-leveringen-borne.csv': 'School,Gemeente,Product,Start,Eind,Jaarbedrag\nde Kapstok,Borne,45A48,2026-01-01,,"1,000.50"\n' }, { tabellen: [tabel(2, 1, { bestand: 'twee-leveringen.csv', bedrag: [100, 100, 0] }), tabel(2, 1, { bestand: 'twee-leveringen-borne.csv', bedrag: [1000.5, 1000.5, 0] })], project: { indicaties: [ind(100), ind(1000.5, { school: 'kapstok', gemeente: 'GM0147', eind: null })] } });
geval('alles-of-niets', 'one refused row stops all', csv(KOP, rij('100'), rij('x')), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [100, 100, 0], bedragOnleesbaar: 1, meldingen: ['I02 3 Kosten per jaar'] })], project: null }, { allesOfNiets: true });

// ---- Persons (the numbers are made up: they pass the eleven-test and belong to nobody)
geval('bsn-en-namen', 'what points at persons does not come in', csv(`BSN;Naam cliënt;Geboortedatum;Postcode;E-mail;${KOP}`, `123456782;Voorbeeld A;01-02-2012;7551 AB;a@voorbeeld.nl;${rij('100')}`, `123456782;Voorbeeld A;01-02-2012;7551 AB;a@voorbeeld.nl;${rij('200', { product: '50B01' })}`, `111222333;Voorbeeld B;01-02-2013;7551 AC;b@voorbeeld.nl;${rij('300')}`), { tabellen: [tabel(4, 3, { bedrag: [600, 600, 0], weggelaten: ['BSN', 'Naam cliënt', 'Geboortedatum', 'Postcode', 'E-mail'], meldingen: ['I47 - BSN', 'I47 - E-mail', 'I47 - Geboortedatum', 'I47 - Naam cliënt', 'I47 - Postcode'] })], project: { indicaties: [ind(100, { jeugdige: 'j1' }), ind(200, { product: '50B01', jeugdige: 'j1' }), ind(300, { jeugdige: 'j2' })] } });
geval('bsn-onder-andere-kop', 'a column that looks like BSN', csv(`Toewijzingnummer;${KOP}`, ...['123456782', '111222333', '123.456.782'].map((b, i) => `${b};${rij(`${100 + i}`)}`)), { tabellen: [tabel(4, 3, { bedrag: [303, 303, 0], weggelaten: ['Toewijzingnummer'], meldingen: ['I47 - Toewijzingnummer'] })], project: { indicaties: [ind(100), ind(101), ind(102)] } });
geval('bsn-in-getalkolom', 'a BSN that lost its way is not repeated', csv(KOP, rij('123456782 x'), rij('100')), { tabellen: [tabel(3, 1, { geweigerd: 1, bedrag: [100, 100, 0], bedragOnleesbaar: 1, meldingen: ['I02 2 Kosten per jaar'] })] });

// ---- Workbooks
const XKOP: Testcel[] = ['School', 'Gemeente', 'Product', 'Start', 'Eind', 'Kosten per jaar'];
const xrij = (bedrag: Testcel, rest: Partial<Record<'school' | 'start' | 'eind', Testcel>> = {}): Testcel[] => [rest.school ?? 'de Bouwsteen', 'Hengelo', '45A48', rest.start ?? { datum: '2026-01-01' }, rest.eind === undefined ? { datum: '2026-12-31' } : rest.eind, bedrag];
const blad = (...rijen: Testcel[][]): Testmap => ({ bladen: [{ naam: 'Export', rijen }] });
geval('xlsx-gewoon.xlsx', 'real numbers and dates', blad(XKOP, xrij(1234.5), xrij(12.375, { eind: null })), { tabellen: [tabel(3, 2, { blad: 'Export', bedrag: [1246.875, 1246.875, 0] })], project: { indicaties: [ind(1234.5), ind(12.375, { eind: null })] } });
geval('xlsx-titelrijen-samengevoegd.xlsx', 'merged titles, heading on row 5, a blank row left out', { bladen: [{ naam: 'Export', samengevoegd: ['A1:F1', 'A2:F2'], rijen: [['Overzicht (fictief)'], ['gemeente Hengelo'], { rij: 5, cellen: XKOP }, xrij(100), ['Totaal', null, null, null, null, 100]] }] }, { tabellen: [tabel(7, 1, { blad: 'Export', koppen: 3, leeg: 2, totalen: 1, bedrag: [100, 100, 0] })], project: { indicaties: [ind(100)] } });
geval('xlsx-1904.xlsx', 'the other day count', { ...blad(XKOP, xrij(100)), sinds1904: true }, { tabellen: [tabel(2, 1, { blad: 'Export', bedrag: [100, 100, 0] })], project: { indicaties: [ind(100)] } });
geval('xlsx-foutwaarde.xlsx', 'error values', blad(XKOP, xrij(100), xrij({ fout: '#N/A' }), xrij(300, { start: { fout: '#REF!' } }), xrij(400, { school: { fout: '#N/A' } })), { tabellen: [tabel(5, 1, { blad: 'Export', geweigerd: 3, bedrag: [800, 100, 700], bedragOnleesbaar: 1, meldingen: ['I21 3 Kosten per jaar', 'I21 4 Start', 'I21 5 School'] })] });
// A workbook that would run things in Excel: a VBA project, a macro sheet that opens a program by itself, formulas that call out. Only what stands in cells is read.
const RELATIE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const BLADEN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
geval('xlsx-macro.xlsm', 'macros are data like any other: read past, never run', {
  ...blad(XKOP, xrij(100), xrij({ formule: 'CALL("kernel32","WinExec","JCJ","calc.exe",0)', waarde: 200 }), xrij({ formule: "cmd|' /c calc'!A0", waarde: 300 })),
  onderdelen: {
    'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('Attribute VB_Name = "Module1"\r\nSub Auto_Open()\r\nShell "calc.exe"\r\nEnd Sub\r\n')]),
    'xl/macrosheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" xmlns="${BLADEN}"><sheetData><row r="1"><c r="A1"><f>EXEC("calc.exe")</f><v>0</v></c></row></sheetData></xm:macrosheet>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${BLADEN}" xmlns:r="${RELATIE}"><sheets><sheet name="Macro1" sheetId="2" state="veryHidden" r:id="rId2"/><sheet name="Export" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Auto_Open" xlm="1" hidden="1">Macro1!$A$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/><Relationship Id="rId3" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId91" Type="${RELATIE}/styles" Target="styles.xml"/><Relationship Id="rId92" Type="${RELATIE}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
  },
}, { tabellen: [tabel(4, 3, { blad: 'Export', bedrag: [600, 600, 0] })], project: { indicaties: [ind(100), ind(200), ind(300)] } });
geval('xlsx-formule.xlsx', 'formulas give what was calculated', blad(XKOP, xrij({ formule: '10*10', waarde: 100 }), xrij({ formule: '10*20' }, { start: { datum: '2026-01-02' } })), { tabellen: [tabel(3, 1, { blad: 'Export', geweigerd: 1, bedrag: [100, 100, 0], bedragOnleesbaar: 1, meldingen: ['I21 3 Kosten per jaar'] })], project: { indicaties: [ind(100)] } });
geval('xlsx-nooit-berekend.xlsx', 'zeros of a program that does not calculate', { ...blad(XKOP, xrij({ formule: '10*10', waarde: 0 })), herrekenen: true }, { tabellen: [tabel(2, 0, { blad: 'Export', geweigerd: 1, bedrag: [0, 0, 0], bedragOnleesbaar: 1, meldingen: ['I21 2 Kosten per jaar'] })], project: null });
vraagt('xlsx-datum-als-getal.xlsx', 'day numbers without a date format', blad(XKOP, xrij(100, { start: 46023 })), 'datumnotatie Start', { blad: 'Export' });
geval('xlsx-datum-als-getal-beantwoord.xlsx', 'the profile says that they are', blad(XKOP, xrij(100, { start: 46023 })), { tabellen: [tabel(2, 1, { blad: 'Export', bedrag: [100, 100, 0] })], project: { indicaties: [ind(100)] } }, bron('*', { kolommen: { Start: { datumnotatie: 'excel' } } }));
geval('xlsx-datum-met-tijd.xlsx', 'a time behind the date', blad(XKOP, xrij(100), xrij(200, { start: { opmaak: 1, waarde: 46023.958 } })), { tabellen: [tabel(3, 1, { blad: 'Export', geweigerd: 1, bedrag: [300, 100, 200], meldingen: ['I21 3 Start'] })] });
geval('xlsx-eigen-datumopmaak.xlsx', 'a format of its own', { ...blad(XKOP, xrij(100, { start: { opmaak: 2, waarde: 46023 } })), opmaken: ['[$-413]d mmmm yyyy;@'] }, { tabellen: [tabel(2, 1, { blad: 'Export', bedrag: [100, 100, 0] })], project: { indicaties: [ind(100)] } });
geval('xlsx-tekst-tussen-getallen.xlsx', 'text in a column of numbers is read in its own notation', blad(XKOP, xrij(100.5), xrij('1.234,50', { start: { datum: '2026-01-02' } })), { tabellen: [tabel(3, 2, { blad: 'Export', bedrag: [1335, 1335, 0] })], project: { indicaties: [ind(100.5), ind(1234.5, { start: '2026-01-02' })] } });
geval('xlsx-verborgen-blad.xlsx', 'hidden sheets are not read, and named', { bladen: [{ naam: 'Export', rijen: [XKOP, xrij(100)] }, { naam: 'Oud', verborgen: true, rijen: [XKOP, xrij(900)] }, { naam: 'Uitleg', rijen: [['Toelichting'], ['Zie de handleiding']] }] }, { tabellen: [tabel(2, 1, { blad: 'Export', bedrag: [100, 100, 0] }), { ...nietGelezen('I45'), blad: 'Oud' }, { ...nietGelezen('I45'), blad: 'Uitleg' }], project: { indicaties: [ind(100)] } });
geval('xlsx-twee-bladen.xlsx', 'a sheet of schools and one of indicaties', { bladen: [{ naam: 'Indicaties', rijen: [XKOP, xrij(100, { school: 'Stapsteen' })] }, { naam: 'Scholen', rijen: [['Naam', 'Schoolsoort', 'Gemeente'], ['Stapsteen', 'SO', 'Hengelo']] }] }, { tabellen: [{ soort: 'scholen', blad: 'Scholen', gelezen: 2, koppen: 1, geaccepteerd: 1 }, tabel(2, 1, { blad: 'Indicaties', bedrag: [100, 100, 0] })], project: { indicaties: [ind(100, { school: 'stapsteen' })], scholen: [...BASIS.scholen, { id: 'stapsteen', naam: 'Stapsteen', soort: 'SO', gemeente: 'GM0164' }] } });
geval('xlsx-kop-over-twee-rijen.xlsx', 'a heading of two rows, names and figures merged over rows', { bladen: [{ naam: 'Leerlingen', samengevoegd: ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3', 'A4:A5'], rijen: [['Leerlingen per gemeente (fictief)'], ['School', 'Woongemeente', null, 'Totaal'], [null, 'Hengelo', 'Borne', null], ['de Bouwsteen', 54, 3, 57], ['de Kapstok', 53, 9, 62]] }, { naam: 'Indicaties', samengevoegd: ['A2:A3', 'F2:F3'], rijen: [XKOP, xrij(100), [null, ...xrij(null).slice(1)]] }] }, { tabellen: [{ soort: 'leerlingen', blad: 'Leerlingen', gelezen: 5, koppen: 3, geaccepteerd: 2 }, tabel(3, 1, { blad: 'Indicaties', geweigerd: 1, bedrag: [100, 100, 0], meldingen: ['I08 3 -'] })], project: { leerlingen: [{ school: 'bouwsteen', gemeente: 'GM0164', aantal: 54 }, { school: 'bouwsteen', gemeente: 'GM0147', aantal: 3 }, { school: 'kapstok', gemeente: 'GM0164', aantal: 53 }, { school: 'kapstok', gemeente: 'GM0147', aantal: 9 }], indicaties: [ind(100)] } });
geval('xlsx-verborgen-rijen.xlsx', 'rows behind a filter', { bladen: [{ naam: 'Export', sheetData: '<row r="1"><c r="A1" t="inlineStr"><is><t>School</t></is></c><c r="B1" t="inlineStr"><is><t>Gemeente</t></is></c><c r="C1" t="inlineStr"><is><t>Aantal</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>de Bouwsteen</t></is></c><c r="B2" t="inlineStr"><is><t>Hengelo</t></is></c><c r="C2"><v>54</v></c></row><row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>de Kapstok</t></is></c><c r="B3" t="inlineStr"><is><t>Hengelo</t></is></c><c r="C3"><v>53</v></c></row>' }] }, { tabellen: [{ soort: 'leerlingen', blad: 'Export', gelezen: 3, koppen: 1, geaccepteerd: 2, meldingen: ['I35'] }] });
geval('xlsx-kolom-zonder-kop.xlsx', 'values beside the table', blad(XKOP, [...xrij(100), null, 'los']), { tabellen: [tabel(2, 1, { blad: 'Export', bedrag: [100, 100, 0], weggelaten: ['(kolom G)', '(kolom H)'] })], project: { indicaties: [ind(100)] } });

// ---- Leerlingen
const LL = (gelezen: number, geaccepteerd: number, rest: Partial<Tabelverwachting> = {}): Tabelverwachting => ({ soort: 'leerlingen', gelezen, koppen: 1, geaccepteerd, ...rest });
const ll = (school: string, gemeente: string, aantal: number): object => ({ school, gemeente, aantal });
geval('leerlingen-lang', 'a row per school and gemeente, totals per school', csv('School;Gemeente;Aantal leerlingen', 'de Bouwsteen;Hengelo;54', 'de Bouwsteen;Borne;3', 'de Bouwsteen;Totaal;57', 'de Kapstok;Hengelo;53', 'Totaal;;110'), { tabellen: [LL(6, 3, { totalen: 2 })], project: { leerlingen: [ll('bouwsteen', 'GM0164', 54), ll('bouwsteen', 'GM0147', 3), ll('kapstok', 'GM0164', 53)] } });
geval('leerlingen-matrix', 'a column per gemeente; one row whose total is more than its parts', csv('School;Soort;Hengelo;Hof v. Twente;Borne;Overig Twente;Totaal', 'Batavier;SBO;145;24;37;–;212', 'de Kapstok;VSO;53;12;9;143;217', 'Totaal;;198;36;46;143;429'), { tabellen: [LL(4, 2, { totalen: 1, weggelaten: ['Soort'], meldingen: ['I16 2 Totaal'], verschillen: [[2, 'Totaal', 212, 206]] })], project: { leerlingen: [ll('batavier', 'GM0164', 145), ll('batavier', 'GM1735', 24), ll('batavier', 'GM0147', 37), ll('kapstok', 'GM0164', 53), ll('kapstok', 'GM1735', 12), ll('kapstok', 'GM0147', 9), ll('kapstok', 'X-overig-twente', 143)] } });
geval('leerlingen-matrix-duizendtal', 'thousands only in the total row', csv('School;Hengelo;Borne', 'Batavier;900;37', 'de Kapstok;281;9', 'Totaal;1.181;46'), { tabellen: [LL(4, 2, { totalen: 1 })] });
geval('leerlingen-matrix-onderdrukt', 'a small number that was hidden', csv('School;Hengelo;Borne', 'Batavier;145;37', 'de Kapstok;53;<5'), { tabellen: [LL(3, 1, { geweigerd: 1, meldingen: ['I02 3 Borne'] })], project: { leerlingen: [ll('batavier', 'GM0164', 145), ll('batavier', 'GM0147', 37)] } });
geval('leerlingen-matrix-onbekende-kolom', 'figures of an unknown group', csv('School;Hengelo;Borne;buiten Twente', 'Batavier;145;37;2'), { tabellen: [LL(2, 0, { geweigerd: 1, meldingen: ['I05 2 buiten Twente'] })], vragen: ['naam buiten Twente'], project: null });
geval('leerlingen-matrix-kolom-weg', 'a group that is left out; the total still covers it', csv('School;Hengelo;Borne;buiten Twente;Totaal', 'Batavier;145;37;2;184'), { tabellen: [LL(2, 1, { weggelaten: ['buiten Twente'] })], project: { leerlingen: [ll('batavier', 'GM0164', 145), ll('batavier', 'GM0147', 37)] } }, { profiel: { namen: { gemeente: { 'buiten Twente': null } } } });
geval('leerlingen-dubbel', 'a pair twice', csv('School;Gemeente;Aantal', 'de Bouwsteen;Hengelo;54', '12AB00;164;50'), { tabellen: [LL(3, 1, { geweigerd: 1, meldingen: ['I23 3 School'] })] });
geval('leerlingen-geen-heel-getal', 'half a pupil', csv('School;Gemeente;Aantal', 'de Bouwsteen;Hengelo;54', 'de Kapstok;Hengelo;3,5', 'Batavier;Hengelo;-1'), { tabellen: [LL(4, 1, { geweigerd: 2, meldingen: ['I24 3 Aantal', 'I24 4 Aantal'] })] });
geval('leerlingen-minder-dan-jeugdigen', 'more jeugdigen than pupils', { 'leerlingen-minder-dan-jeugdigen.csv': csv('School;Gemeente;Aantal', 'de Bouwsteen;Hengelo;1'), 'leerlingen-minder-dan-jeugdigen-indicaties.csv': csv(`Cliëntnummer;${KOP}`, `1;${rij('100')}`, `2;${rij('100')}`, `2;${rij('100', { product: '50B01' })}`) }, { tabellen: [LL(2, 1, { bestand: 'leerlingen-minder-dan-jeugdigen.csv' }), tabel(4, 3, { bestand: 'leerlingen-minder-dan-jeugdigen-indicaties.csv', bedrag: [300, 300, 0], weggelaten: ['Cliëntnummer'], meldingen: ['I47 - Cliëntnummer', 'I15'] })] });

// ---- Gemeenten, scholen, producten
geval('gemeenten', 'with inhabitants', csv('Code;Naam;Inwoners;Inwoners 0-17;Deelnemer', 'GM0141;Almelo;73.000;14.100;ja', 'X-buiten-twente;Buiten Twente;;;nee'), { tabellen: [{ soort: 'gemeenten', gelezen: 3, koppen: 1, geaccepteerd: 2 }], project: { gemeenten: [{ code: 'GM0141', naam: 'Almelo', inwoners: 73000, inwonersJeugd: 14100, deelnemer: true }, { code: 'X-buiten-twente', naam: 'Buiten Twente', deelnemer: false }] } }, { leegProject: true, ...bron('*', { kolommen: { Inwoners: { getalnotatie: '1.234,56' } } }) });
geval('gemeenten-met-totaal', 'a total of inhabitants', csv('Gemeente;Gemeentecode;Inwoners', 'Almelo;GM0141;73132', 'Borne;GM0147;24211', 'Totaal;;97343'), { tabellen: [{ soort: 'gemeenten', gelezen: 4, koppen: 1, totalen: 1, geaccepteerd: 2 }] }, { leegProject: true });
geval('gemeenten-zonder-code', 'codes of the public list', csv('Gemeente;Aantal inwoners', 'Hof v. Twente;35200', 'Nergenshuizen;10'), { tabellen: [{ soort: 'gemeenten', gelezen: 3, koppen: 1, geaccepteerd: 1, geweigerd: 1, meldingen: ['I01 3 gemeentecode'] }], project: { gemeenten: [{ code: 'GM1735', naam: 'Hof v. Twente', inwoners: 35200 }] } }, { leegProject: true });
geval('scholen', 'codes from their names; a known school is completed', csv('School;Onderwijssoort;Gemeente;Bestuur', 'De Kapstok;Voortgezet speciaal onderwijs;Hengelo;Bestuur A', 'Korhoen;VSO;Hengelo;'), { tabellen: [{ soort: 'scholen', gelezen: 3, koppen: 1, geaccepteerd: 2 }], project: { scholen: [BASIS.scholen[0], { ...BASIS.scholen[1], naam: 'De Kapstok', bestuur: 'Bestuur A' }, BASIS.scholen[2], { id: 'korhoen', naam: 'Korhoen', soort: 'VSO', gemeente: 'GM0164' }] } });
geval('scholen-onbekende-soort', 'a kind of school that there is not', csv('Naam;Soort;Gemeente', 'Stapsteen;ZMOK;Hengelo', 'Korhoen;VSO;Hengelo'), { tabellen: [{ soort: 'scholen', gelezen: 3, koppen: 1, geaccepteerd: 1, geweigerd: 1, meldingen: ['I22 2 Soort'] }] });
geval('producten', 'shares in percentages and fractions, taakveld per year in rows', csv('Productcode;Productnaam;Vervangbaar;Categorie;Taakveld;Begrotingsjaar', '41A12;Dagbehandeling;60%;41;6.72b;2026', '41A12;Dagbehandeling;60%;41;6.752;2027', '54C01;Verblijf;0,25;54;;'), { tabellen: [{ soort: 'producten', gelezen: 4, koppen: 1, geaccepteerd: 3 }], project: { producten: [{ code: '41A12', naam: 'Dagbehandeling', vervangbaar: 0.6, categorie: '41', taakveld: { 2026: '6.72b', 2027: '6.752' } }, { code: '54C01', naam: 'Verblijf', vervangbaar: 0.25, categorie: '54' }] } }, { leegProject: true });
geval('producten-taakveld-kolommen', 'taakveld per year in columns', csv('Code;Naam;Vervangbaar;Taakveld 2026;Taakveld 2027', '41A12;Dagbehandeling;0,5;6.72b;6.752'), { tabellen: [{ soort: 'producten', gelezen: 2, koppen: 1, geaccepteerd: 1 }], project: { producten: [{ code: '41A12', naam: 'Dagbehandeling', vervangbaar: 0.5, taakveld: { 2026: '6.72b', 2027: '6.752' } }] } }, { leegProject: true });
geval('producten-aandeel-buiten-bereik', 'a share above 1', csv('Code;Naam;Vervangbaar', '41A12;Dagbehandeling;60'), { tabellen: [{ soort: 'producten', gelezen: 2, koppen: 1, geaccepteerd: 0, geweigerd: 1, meldingen: ['I24 2 Vervangbaar'] }], project: null }, { leegProject: true });
geval('product-gesplitst', 'what cannot be replaced gets a code of its own', csv(`${KOP};Leveringsvorm`, `${rij('100')};ZIN`, `${rij('200')};PGB`, `${rij('300', { product: '50B01' })};PGB`), { tabellen: [tabel(4, 3, { bedrag: [600, 600, 0] })], project: { indicaties: [ind(100, { leveringsvorm: 'zin' }), ind(200, { leveringsvorm: 'pgb', product: '45A48·pgb' }), ind(300, { product: '50B01', leveringsvorm: 'pgb' })], producten: [...BASIS.producten, { code: '45A48·pgb', naam: 'Begeleiding individueel (pgb)', vervangbaar: 0.6 }] } }, bron('*', { splitsingen: [{ product: '45A48', als: { leveringsvorm: 'pgb' }, achtervoegsel: 'pgb' }] }));

// ---- Declaraties, koppeltabel, tarieven
const D = (gelezen: number, geaccepteerd: number, rest: Partial<Tabelverwachting> = {}): Tabelverwachting => ({ soort: 'declaraties', gelezen, koppen: 1, geaccepteerd, ...rest });
const dec = (bedrag: number, rest: object = {}): object => ({ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', maand: '2026-03-01', bedrag, ...rest });
geval('declaraties', 'corrections are negative; months in all notations', csv('School;Gemeente;Product;Maand;Bedrag', ...['2026-03;100,50', '202603;-10,25', 'maart 2026;1.000,00-', '03-2026;(5,00)', '15-03-2026;7'].map((x) => `de Bouwsteen;Hengelo;45A48;${x}`)), { tabellen: [D(6, 5, { bedrag: [-907.75, -907.75, 0] })], project: { declaraties: [dec(100.5), dec(-10.25), dec(-1000), dec(-5), dec(7)] } });
geval('declaraties-geen-maand', 'a month that is none', csv('School;Gemeente;Product;Maand;Bedrag', 'de Bouwsteen;Hengelo;45A48;2026-13;100', 'de Bouwsteen;Hengelo;45A48;2026-03;100'), { tabellen: [D(3, 1, { geweigerd: 1, bedrag: [200, 100, 100], meldingen: ['I03 2 Maand'] })] });
geval('declaraties-school-van-toewijzing', 'the school by the number of the toewijzing', { 'declaraties-school-van-toewijzing.csv': csv('Toewijzingnummer;Gemeente;Product;Maand;Bedrag', '1;Hengelo;45A48;2026-03;100', '2;Hengelo;45A48;2026-03;50'), 'declaraties-school-van-toewijzing-indicaties.csv': csv(`Toewijzingnummer;${KOP}`, `1;${rij('100', { school: 'de Kapstok' })}`) }, { tabellen: [tabel(2, 1, { bestand: 'declaraties-school-van-toewijzing-indicaties.csv', bedrag: [100, 100, 0] }), D(3, 1, { bestand: 'declaraties-school-van-toewijzing.csv', geweigerd: 1, bedrag: [150, 100, 50], meldingen: ['I01 3 school'] })], project: { declaraties: [dec(100, { school: 'kapstok' })] } });
const KOPPEL = { tabellen: [{ soort: 'koppeltabel', bestand: 'koppeltabel.csv', gelezen: 4, koppen: 1, geaccepteerd: 3, weggelaten: ['Cliëntnummer'], meldingen: ['I47 - Cliëntnummer'] } as Tabelverwachting] };
geval('koppeltabel', 'the school of a jeugdige on the day the care begins', { 'koppeltabel.csv': csv('Cliëntnummer;School;Van;Tot', '9;de Bouwsteen;01-08-2024;31-07-2026', '9;de Kapstok;01-08-2026;', '8;12AB01;;'), 'koppeltabel-indicaties.csv': csv('Cliëntnummer;Gemeente;Product;Start;Eind;Kosten per jaar', '9;Hengelo;45A48;01-01-2026;31-12-2026;100', '9;Hengelo;45A48;01-09-2026;31-12-2026;200', '8;Hengelo;50B01;01-01-2026;31-12-2026;300', '7;Hengelo;45A48;01-01-2026;31-12-2026;400') }, { tabellen: [...KOPPEL.tabellen, tabel(5, 3, { bestand: 'koppeltabel-indicaties.csv', geweigerd: 1, bedrag: [1000, 600, 400], weggelaten: ['Cliëntnummer'], meldingen: ['I47 - Cliëntnummer', 'I12 3 Start', 'I25 5 school'] })], project: { indicaties: [ind(100, { jeugdige: 'j1' }), ind(200, { school: 'kapstok', start: '2026-09-01', jeugdige: 'j1' }), ind(300, { school: 'kapstok', product: '50B01', jeugdige: 'j2' })] } });
geval('tarieven-alleen', 'prices of nothing', csv('Product;Jaar;Tarief', '45A48;2026;93,50'), { tabellen: [{ soort: 'tarieven', gelezen: 2, koppen: 1, geaccepteerd: 1, meldingen: ['I36'] }] });
geval('koppeltabel-twee-scholen', 'two schools on one day', { 'koppeltabel-twee-scholen.csv': csv('Cliëntnummer;School', '9;de Bouwsteen', '9;de Kapstok'), 'koppeltabel-twee-scholen-indicaties.csv': csv('Cliëntnummer;Gemeente;Product;Start;Eind;Kosten per jaar', '9;Hengelo;45A48;01-01-2026;31-12-2026;100') }, { tabellen: [{ soort: 'koppeltabel', bestand: 'koppeltabel-twee-scholen.csv', gelezen: 3, koppen: 1, geaccepteerd: 2, weggelaten: ['Cliëntnummer'], meldingen: ['I47 - Cliëntnummer'] }, tabel(2, 0, { bestand: 'koppeltabel-twee-scholen-indicaties.csv', geweigerd: 1, bedrag: [100, 0, 100], weggelaten: ['Cliëntnummer'], meldingen: ['I47 - Cliëntnummer', 'I25 2 school'] })] });
geval('tarieven', 'prices by aanbieder and year; minutes at an hourly price', { 'tarieven.csv': csv('Product;Aanbieder;Jaar;Tarief;Eenheid', '45A48;;2025;90;uur', '45A48;;2026;93,50;uur', '45A48;Aanbieder A;2026;100;uur', '50B01;;2024;50;stuks'), 'tarieven-indicaties.csv': csv('School;Gemeente;Product;Start;Eind;Volume;Eenheid;Frequentie;Aanbieder', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100;minuten;per week;Aanbieder B', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;2;uur;per week;aanbieder a', 'de Bouwsteen;Hengelo;45A48;01-01-2025;31-12-2025;2;uur;per week;', 'de Bouwsteen;Hengelo;50B01;01-01-2026;31-12-2026;3;stuks;totaal;', 'de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;2;etmaal;per week;') }, { tabellen: [{ soort: 'tarieven', bestand: 'tarieven.csv', gelezen: 5, koppen: 1, geaccepteerd: 4 }, tabel(6, 4, { bestand: 'tarieven-indicaties.csv', geweigerd: 1, bedrag: [685.83, 685.83, 0], bedragOnleesbaar: 1, meldingen: ['I31 5 tarief', 'I09 6 Eenheid'] })], project: { indicaties: [{ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', aanbieder: 'Aanbieder B', volume: 1, tarief: 155.83, frequentie: 'perWeek' }, { school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', aanbieder: 'aanbieder a', volume: 2, tarief: 100, frequentie: 'perWeek' }, { school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2025-01-01', eind: '2025-12-31', volume: 2, tarief: 90, frequentie: 'perWeek' }, { school: 'bouwsteen', gemeente: 'GM0164', product: '50B01', start: '2026-01-01', eind: '2026-12-31', volume: 3, tarief: 50, frequentie: 'totaal' }] } });

// ---- iJw messages
interface Toewijzing { nummer: string; code?: string | null; categorie?: string | null; datum?: string; tijd?: string; start?: string; eind?: string | null; omvang?: [string, string, string]; budget?: string; reden?: string }
function jw301(toewijzingen: Toewijzing[], naamruimte = 'http://www.istandaarden.nl/ijw/3_2/jw301/schema'): string {
  const een = (t: Toewijzing): string => `
        <jw301:ToegewezenProduct>
          <jw301:ToewijzingNummer>${t.nummer}</jw301:ToewijzingNummer>${t.categorie === null ? '' : `
          <jw301:Product><ijw:Categorie>${t.categorie ?? '45'}</ijw:Categorie>${t.code === null ? '' : `<ijw:Code>${t.code ?? '45A48'}</ijw:Code>`}</jw301:Product>`}
          <jw301:Toewijzingsdatum>${t.datum ?? '2025-12-01'}</jw301:Toewijzingsdatum>
          <jw301:Toewijzingstijd>${t.tijd ?? '12:00:00'}</jw301:Toewijzingstijd>
          <jw301:Ingangsdatum>${t.start ?? '2026-01-01'}</jw301:Ingangsdatum>${t.eind === null ? '' : `
          <jw301:Einddatum>${t.eind ?? '2026-12-31'}</jw301:Einddatum>`}${t.reden === undefined ? '' : `
          <jw301:RedenWijziging>${t.reden}</jw301:RedenWijziging>`}${t.omvang === undefined ? '' : `
          <jw301:Omvang><ijw:Volume>${t.omvang[0]}</ijw:Volume><ijw:Eenheid>${t.omvang[1]}</ijw:Eenheid><ijw:Frequentie>${t.omvang[2]}</ijw:Frequentie></jw301:Omvang>`}${t.budget === undefined ? '' : `
          <jw301:Budget>${t.budget}</jw301:Budget>`}
        </jw301:ToegewezenProduct>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Fictief voorbeeld -->
<jw301:Bericht xmlns:jw301="${naamruimte}" xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
  <jw301:Header>
    <ijw:BerichtCode>436</ijw:BerichtCode>
    <jw301:Afzender>0164</jw301:Afzender>
    <jw301:Ontvanger>99999901</jw301:Ontvanger>
    <jw301:BerichtIdentificatie><ijw:Identificatie>1</ijw:Identificatie><ijw:Dagtekening>2025-12-01</ijw:Dagtekening></jw301:BerichtIdentificatie>
  </jw301:Header>
  <jw301:Client>
    <jw301:Bsn>123456782</jw301:Bsn>
    <jw301:Geboortedatum><ijw:Datum>2012-02-01</ijw:Datum></jw301:Geboortedatum>
    <jw301:Geslacht>2</jw301:Geslacht>
    <jw301:Naam><ijw:Geslachtsnaam><ijw:Naam>Voorbeeld</ijw:Naam></ijw:Geslachtsnaam></jw301:Naam>
    <jw301:Relaties><jw301:Relatie><jw301:Nummer>1</jw301:Nummer><jw301:Naam><ijw:Naam>Ouder</ijw:Naam></jw301:Naam></jw301:Relatie></jw301:Relaties>
    <jw301:ToegewezenProducten>${toewijzingen.map(een).join('')}
    </jw301:ToegewezenProducten>
  </jw301:Client>
</jw301:Bericht>
`;
}
const JW301_WEG = ['BSN', 'Geboortedatum', 'Geslacht', 'Naam', 'Communicatie', 'JuridischeStatus', 'WettelijkeVertegenwoordiging', 'Relaties', 'Contactgegevens', 'Commentaar'];
const KOPPEL_BSN = csv('BSN;School', '123456782;de Bouwsteen');
const koppelTabel = (bestand: string): Tabelverwachting => ({ soort: 'koppeltabel', bestand, gelezen: 2, koppen: 1, geaccepteerd: 1, weggelaten: ['BSN'], meldingen: ['I47 - BSN'] });
const jw = (rest: object): object => ({ school: 'bouwsteen', gemeente: 'GM0164', product: '45A48', start: '2026-01-01', eind: '2026-12-31', jeugdige: 'j1', aanbieder: '99999901', ...rest });
function jw301Geval(naam: string, wat: string, toewijzingen: Toewijzing[], t: Tabelverwachting, indicaties: object[], opties: Partial<Geval> = {}, extra: Record<string, string> = {}, extraTabellen: Tabelverwachting[] = []): void {
  geval(naam, wat, { [`${naam}.xml`]: jw301(toewijzingen), [`${naam}-koppel.csv`]: KOPPEL_BSN, ...extra }, {
    tabellen: [koppelTabel(`${naam}-koppel.csv`), ...extraTabellen, { ...t, bestand: `${naam}.xml`, weggelaten: JW301_WEG, meldingen: ['I47 - BSN', ...(t.meldingen ?? [])] }],
    project: { indicaties },
  }, opties);
}
jw301Geval('jw301-euro-volume', 'unit 83: the volume is eurocents', [{ nummer: '1', omvang: ['125050', '83', '4'] }], tabel(2, 1, { bedrag: [1250.5, 1250.5, 0] }), [jw({ volume: 1, tarief: 1250.5, frequentie: 'perMaand' })]);
jw301Geval('jw301-budget', 'aspecifiek with a budget', [{ nummer: '1', code: null, categorie: '50', budget: '250000' }], tabel(2, 1, { bedrag: [2500, 2500, 0] }), [jw({ product: '50B01', totaalbedrag: 2500 })], { profiel: { namen: { product: { 50: '50B01' } } } });
jw301Geval('jw301-bedrag-onbekend', 'aspecifiek and generiek without a budget are kept', [{ nummer: '1', code: null, categorie: '50' }, { nummer: '2', categorie: null, eind: null }], tabel(3, 2, { bedrag: [0, 0, 0], meldingen: ['I19 2 Totaalbedrag', 'I19 3 Totaalbedrag'] }), [jw({ product: '50B01', kostenPerJaar: 0 }), jw({ product: '45A48', eind: null, kostenPerJaar: 0 })], { profiel: { namen: { product: { 50: '50B01', generiek: '45A48' } } } });
jw301Geval('jw301-later-bericht', 'the latest message by date and time counts', [{ nummer: '1', omvang: ['10000', '83', '4'], datum: '2026-02-01', tijd: '09:00:00' }, { nummer: '1', omvang: ['20000', '83', '4'], datum: '2026-02-01', tijd: '10:00:00' }, { nummer: '1', omvang: ['30000', '83', '4'], datum: '2025-12-31', tijd: '23:59:59' }, { nummer: '2', omvang: ['100', '83', '4'] }], tabel(5, 2, { geweigerd: 2, bedrag: [601, 201, 400], meldingen: ['I28 2 Toewijzingnummer', 'I28 4 Toewijzingnummer', 'I12 5 Ingangsdatum'] }), [jw({ volume: 1, tarief: 200, frequentie: 'perMaand' }), jw({ volume: 1, tarief: 1, frequentie: 'perMaand' })]);
jw301Geval('jw301-verwijderd', 'reason 13 removes', [{ nummer: '1', omvang: ['10000', '83', '4'] }, { nummer: '1', omvang: ['10000', '83', '4'], datum: '2026-02-01', eind: '2026-01-01', reden: '13' }, { nummer: '2', omvang: ['500', '83', '2'] }], tabel(4, 1, { geweigerd: 2, bedrag: [205, 5, 200], meldingen: ['I28 2 Toewijzingnummer', 'I27 3 redenWijziging'] }), [jw({ volume: 1, tarief: 5, frequentie: 'perWeek' })]);
jw301Geval('jw301-onbekende-eenheid', 'a unit and a frequency that mean nothing', [{ nummer: '1', omvang: ['10', '21', '2'] }, { nummer: '2', omvang: ['10', '04', '3'] }, { nummer: '3', omvang: ['100', '83', '6'] }], tabel(4, 1, { geweigerd: 2, bedrag: [1, 1, 0], bedragOnleesbaar: 2, meldingen: ['I22 2 Eenheid', 'I22 3 Frequentie'] }), [jw({ volume: 1, tarief: 1, frequentie: 'totaal' })]);
jw301Geval('jw301-tarieven', 'volume only: minutes at an hourly rate, hours, pieces', [{ nummer: '1', omvang: ['100', '01', '2'] }, { nummer: '2', omvang: ['3', '04', '4'] }, { nummer: '3', code: '50B01', categorie: '50', omvang: ['2', '82', '6'] }], tabel(4, 3, { bedrag: [536.33, 536.33, 0], meldingen: ['I12 3 Ingangsdatum'] }), [jw({ volume: 1, tarief: 155.83, frequentie: 'perWeek' }), jw({ volume: 3, tarief: 93.5, frequentie: 'perMaand' }), jw({ product: '50B01', volume: 2, tarief: 50, frequentie: 'totaal' })], {}, { 'jw301-tarieven-prijs.csv': csv('Product;Jaar;Tarief;Eenheid', '45A48;2026;93,50;uur', '50B01;2026;50;stuks') }, [{ soort: 'tarieven', bestand: 'jw301-tarieven-prijs.csv', gelezen: 3, koppen: 1, geaccepteerd: 2 }]);
geval('jw301-zonder-koppeltabel.xml', 'a message has no school', jw301([{ nummer: '1', omvang: ['100', '83', '4'] }]), { tabellen: [wacht('indicaties', { weggelaten: ['BSN'] })], vragen: ['kolom -'], project: null });
geval('jw301-versie-2.xml', 'an older release', jw301([{ nummer: '1' }], 'http://www.istandaarden.nl/ijw/2_4/jw301/schema'), { tabellen: [nietGelezen('I41')], project: null });
geval('jw305.xml', 'another message', jw301([], 'http://www.istandaarden.nl/ijw/3_2/jw305/schema'), { tabellen: [nietGelezen('I41')], project: null });
geval('xml-geen-bericht.xml', 'other XML', '<?xml version="1.0"?>\n<rapport><rij/></rapport>\n', { tabellen: [nietGelezen('I41')], project: null });
geval('xml-dtd.xml', 'a DTD', '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n<x>&a;</x>\n', { tabellen: [nietGelezen('I43')], project: null });
geval('xml-afgebroken.xml', 'a message that stops', jw301([{ nummer: '1', omvang: ['100', '83', '4'] }]).slice(0, 1500), { tabellen: [nietGelezen('I43')], project: null });

interface Prestatie { referentie: string; bedrag: string; dc?: string; begin?: string; toewijzing?: string; retour?: string }
function jw323(soort: 'jw323' | 'jw325', nummer: string, ingediend: string, prestaties: Prestatie[], toegekend = '', retour = ''): string {
  const afzender = soort === 'jw323' ? ['99999901', '0164'] : ['0164', '99999901'];
  const een = (p: Prestatie): string => `
          <b:Prestatie>
            <b:ProductReferentie><ijw:ReferentieNummer>${p.referentie}</ijw:ReferentieNummer></b:ProductReferentie>
            <b:ToewijzingNummer>${p.toewijzing ?? '1'}</b:ToewijzingNummer>
            <b:ProductCategorie>45</b:ProductCategorie>
            <b:ProductCode>45A48</b:ProductCode>
            <b:ProductPeriode><ijw:Begindatum>${p.begin ?? '2026-03-02'}</ijw:Begindatum><ijw:Einddatum>2026-03-31</ijw:Einddatum></b:ProductPeriode>
            <b:GeleverdVolume>60</b:GeleverdVolume><b:Eenheid>01</b:Eenheid>
            <b:IngediendBedrag><ijw:Bedrag>${p.bedrag}</ijw:Bedrag><ijw:DebetCredit>${p.dc ?? 'D'}</ijw:DebetCredit></b:IngediendBedrag>${soort === 'jw323' ? '' : `
            <b:RetourCodes><b:RetourCode>${p.retour ?? '0233'}</b:RetourCode></b:RetourCodes>`}
          </b:Prestatie>`;
  const totaal = (naam: string, centen: string): string => `<b:${naam}><ijw:TotaalBedrag>${centen}</ijw:TotaalBedrag><ijw:DebetCredit>D</ijw:DebetCredit></b:${naam}>`;
  const hoofd = soort === 'jw323' ? 'Declaratie' : 'DeclaratieAntwoord';
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Fictief voorbeeld -->
<b:Bericht xmlns:b="http://www.istandaarden.nl/ijw/3_2/${soort}/schema" xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema">
  <b:Header><b:Afzender>${afzender[0]}</b:Afzender><b:Ontvanger>${afzender[1]}</b:Ontvanger>${soort === 'jw325' ? '<b:RetourCodes><b:RetourCode>0200</b:RetourCode></b:RetourCodes>' : ''}</b:Header>
  <b:${hoofd}>
    <b:DeclaratieNummer>${nummer}</b:DeclaratieNummer>
    ${totaal('TotaalIngediendBedrag', ingediend)}${toegekend === '' ? '' : totaal('TotaalToegekendBedrag', toegekend)}${prestaties.length === 0 ? '' : `
    <b:Clienten>
      <b:Client>
        <b:Bsn>123456782</b:Bsn>
        <b:Prestaties>${prestaties.map(een).join('')}
        </b:Prestaties>${soort === 'jw325' ? '<b:RetourCodes><b:RetourCode>0200</b:RetourCode></b:RetourCodes>' : ''}
      </b:Client>
    </b:Clienten>`}${soort === 'jw325' ? `
    <b:RetourCodes><b:RetourCode>${retour || '0200'}</b:RetourCode></b:RetourCodes>` : ''}
  </b:${hoofd}>
</b:Bericht>
`;
}
const jwDec = (bedrag: number, rest: object = {}): object => dec(bedrag, { jeugdige: 'j1', aanbieder: '99999901', ...rest });
const JW323: Prestatie[] = [{ referentie: 'R1', bedrag: '25000' }, { referentie: 'R2', bedrag: '5050' }, { referentie: 'R3', bedrag: '1000', dc: 'C', begin: '2026-02-01' }];
const jwd = (bestand: string, gelezen: number, geaccepteerd: number, rest: Partial<Tabelverwachting> = {}): Tabelverwachting => D(gelezen, geaccepteerd, { bestand, weggelaten: ['BSN'], ...rest, meldingen: ['I47 - BSN', ...(rest.meldingen ?? [])] });
geval('jw323', 'declared lines, a credit, and the total of the message', { 'jw323.xml': jw323('jw323', 'D1', '29050', JW323), 'jw323-koppel.csv': KOPPEL_BSN }, { tabellen: [koppelTabel('jw323-koppel.csv'), jwd('jw323.xml', 5, 3, { totalen: 1, bedrag: [290.5, 290.5, 0] })], project: { declaraties: [jwDec(250), jwDec(50.5), jwDec(-10, { maand: '2026-02-01' })] } });
geval('jw323-totaal-klopt-niet', 'lines that do not add up to the message', { 'jw323-totaal-klopt-niet.xml': jw323('jw323', 'D1', '30000', JW323), 'jw323-totaal-klopt-niet-koppel.csv': KOPPEL_BSN }, { tabellen: [koppelTabel('jw323-totaal-klopt-niet-koppel.csv'), jwd('jw323-totaal-klopt-niet.xml', 5, 3, { totalen: 1, bedrag: [290.5, 290.5, 0], meldingen: ['I16 5 Bedrag'], verschillen: [[5, 'Bedrag', 300, 290.5]] })] });
geval('jw325', 'awarded is declared minus refused', { 'jw325.xml': jw323('jw325', 'D1', '29050', [{ referentie: 'R2', bedrag: '5050' }], '24000'), 'jw325-declaratie.xml': jw323('jw323', 'D1', '29050', JW323), 'jw325-koppel.csv': KOPPEL_BSN }, { tabellen: [koppelTabel('jw325-koppel.csv'), jwd('jw325.xml', 3, 0, { totalen: 2, bedrag: [0, 0, 0] }), jwd('jw325-declaratie.xml', 5, 2, { totalen: 1, geweigerd: 1, bedrag: [290.5, 240, 50.5], meldingen: ['I33 3 regel'] })], project: { declaraties: [jwDec(250), jwDec(-10, { maand: '2026-02-01' })] } });
geval('jw325-hele-declaratie', 'a declaratie that is refused as a whole', { 'jw325-hele-declaratie.xml': jw323('jw325', 'D1', '29050', [], '0', '0001'), 'jw325-hele-declaratie-bericht.xml': jw323('jw323', 'D1', '29050', JW323), 'jw325-hele-declaratie-koppel.csv': KOPPEL_BSN }, { tabellen: [koppelTabel('jw325-hele-declaratie-koppel.csv'), jwd('jw325-hele-declaratie.xml', 2, 0, { totalen: 1, bedrag: [0, 0, 0] }), jwd('jw325-hele-declaratie-bericht.xml', 5, 0, { totalen: 1, geweigerd: 3, bedrag: [290.5, 0, 290.5], meldingen: ['I33 2 regel', 'I33 3 regel', 'I33 4 regel'] })] });
geval('jw325-alleen', 'an answer without the declaratie', { 'jw325-alleen.xml': jw323('jw325', 'D1', '29050', [{ referentie: 'R2', bedrag: '5050' }], '24000'), 'jw325-alleen-koppel.csv': KOPPEL_BSN }, { tabellen: [koppelTabel('jw325-alleen-koppel.csv'), jwd('jw325-alleen.xml', 3, 0, { totalen: 1, geweigerd: 1, bedrag: [0, 0, 0], meldingen: ['I34 2 regel'] })] });

// ---- What is not read
geval('oud-excel.xls', 'the format of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]), { tabellen: [nietGelezen('I41')], project: null });
geval('met-wachtwoord.xlsx', 'protected with a password', new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')])), { tabellen: [nietGelezen('I41')], project: null });
geval('binair.xlsb', 'a binary workbook', werkmap({ bladen: [{ naam: 'x' }], onderdelen: { 'xl/workbook.bin': 'x', 'xl/workbook.xml': null } }), { tabellen: [nietGelezen('I41')], project: null });
geval('opendocument.ods', 'OpenDocument', werkmap({ bladen: [{ naam: 'x' }], onderdelen: { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>', 'xl/workbook.xml': null } }), { tabellen: [nietGelezen('I41')], project: null });
geval('geen-tabel.pdf', 'a pdf', '%PDF-1.7\n%fictief\n', { tabellen: [nietGelezen('I41')], project: null });
geval('webpagina.xls', 'a web page that calls itself Excel', '<html><body><table><tr><td>School</td></tr></table></body></html>\n', { tabellen: [nietGelezen('I41')], project: null });
geval('leeg', 'nothing in it', new Uint8Array(0), { tabellen: [nietGelezen('I40')], project: null });
geval('afgebroken.xlsx', 'a download that stopped', werkmap({ bladen: [{ naam: 'x', rijen: [XKOP, xrij(1)] }] }).slice(0, 700), { tabellen: [nietGelezen('I43')], project: null });
geval('geen-koppen', 'no heading of anything', csv('a;b;c', '1;2;3'), { tabellen: [nietGelezen('I51')], project: null });
geval('soort-dubbelzinnig', 'a list of codes and names of something', csv('Code;Naam', '1;Een', '2;Twee'), { tabellen: [wacht(null)], vragen: ['soort -'], project: null });
geval('soort-gekozen', 'the command line says what it is', csv('Code;Naam', '41A12;Dagbehandeling'), { tabellen: [{ soort: 'producten', gelezen: 2, koppen: 1, geaccepteerd: 1 }], project: { producten: [{ code: '41A12', naam: 'Dagbehandeling' }] } }, { soort: 'producten', leegProject: true });

export const GEVALLEN: readonly Geval[] = gevallen;
