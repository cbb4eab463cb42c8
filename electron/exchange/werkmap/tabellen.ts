/** Plain tables as .xlsx: a sheet per table with a heading row, and nothing but values. Text is never a formula. */
import { kolomletters } from '../../../templates/voorstel/formule.ts';
import { attribuut, celtekst } from './tekst.ts';
import { Zip } from './zip.ts';

export interface Tabel {
  /** Made into a name that Excel takes. */
  naam: string;
  koppen: readonly string[];
  rijen: Iterable<readonly (string | number | null)[]>;
  /** Width of a column in characters, by its heading. */
  breedte(kop: string): number;
}

const HOOFD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const BLAD = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAKKET = 'http://schemas.openxmlformats.org/package/2006';
const SOORT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const KOPSTIJL = 1;
/** Style 0 is plain, 1 the heading: bold on a quiet ground. */
const STIJLEN = `${HOOFD}<styleSheet xmlns="${BLAD}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EC"/></patternFill></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
  + '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The bytes of a workbook with these tables; without any there is one empty sheet that says so. */
export async function tabellenBytes(tabellen: readonly Tabel[], leeg: string): Promise<Uint8Array> {
  const bladen = tabellen.length > 0 ? tabellen : [{ naam: leeg, koppen: [leeg], rijen: [], breedte: () => leeg.length }];
  const bezet = new Set<string>();
  const namen = bladen.map(({ naam }) => bladnaam(naam, bezet));
  const zip = new Zip();
  const deel = (pad: string, soort: string): string => `<Override PartName="/${pad}" ContentType="${SOORT}.${soort}+xml"/>`;
  await zip.deel('[Content_Types].xml', [
    `${HOOFD}<Types xmlns="${PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    deel('xl/workbook.xml', 'sheet.main'), deel('xl/styles.xml', 'styles'), ...bladen.map((_, i) => deel(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')), '</Types>',
  ]);
  await zip.deel('_rels/.rels', [relaties([['officeDocument', 'xl/workbook.xml']])]);
  await zip.deel('xl/workbook.xml', [`${HOOFD}<workbook xmlns="${BLAD}" xmlns:r="${RELATIES}"><sheets>${namen.map((naam, i) => `<sheet name="${attribuut(naam)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`]);
  await zip.deel('xl/_rels/workbook.xml.rels', [relaties([...bladen.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']])]);
  await zip.deel('xl/styles.xml', [STIJLEN]);
  for (const [i, tabel] of bladen.entries()) await zip.deel(`xl/worksheets/sheet${i + 1}.xml`, bladXml(tabel));
  return zip.bytes();
}

const relaties = (lijst: readonly (readonly [soort: string, doel: string])[]): string =>
  `${HOOFD}<Relationships xmlns="${PAKKET}/relationships">${lijst.map(([soort, doel], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIES}/${soort}" Target="${doel}"/>`).join('')}</Relationships>`;

function* bladXml({ koppen, rijen, breedte }: Tabel): Generator<string> {
  yield `${HOOFD}<worksheet xmlns="${BLAD}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols>${koppen.map((kop, i) => `<col min="${i + 1}" max="${i + 1}" width="${breedte(kop)}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  yield rijXml(1, koppen, KOPSTIJL);
  let nummer = 1;
  for (const rij of rijen) yield rijXml(++nummer, rij, 0);
  yield '</sheetData></worksheet>';
}

function rijXml(nummer: number, rij: readonly (string | number | null)[], stijl: number): string {
  const s = stijl === 0 ? '' : ` s="${stijl}"`;
  const cellen = rij.map((waarde, i) => {
    const plaats = `${kolomletters(i + 1)}${nummer}`;
    if (waarde === null || waarde === '') return '';
    if (typeof waarde === 'number' && Number.isFinite(waarde)) return `<c r="${plaats}"${s}><v>${waarde}</v></c>`;
    const tekst = String(waarde);
    return `<c r="${plaats}"${s} t="inlineStr"><is><t${/^\s|\s$|\n/.test(tekst) ? ' xml:space="preserve"' : ''}>${celtekst(tekst)}</t></is></c>`;
  });
  return `<row r="${nummer}">${cellen.join('')}</row>`;
}

/** What Excel takes as the name of a sheet: at most 31 characters, none of them special, each name once. */
function bladnaam(tekst: string, bezet: Set<string>): string {
  const schoon = tekst.replaceAll(/[[\]:*?/\\]/g, ' ').replaceAll(/^'+|'+$/g, '').trim() || 'Blad';
  for (let n = 1; ; n++) {
    const staart = n === 1 ? '' : ` (${n})`;
    const naam = schoon.slice(0, 31 - staart.length) + staart;
    if (bezet.has(naam.toLowerCase())) continue;
    bezet.add(naam.toLowerCase());
    return naam;
  }
}
