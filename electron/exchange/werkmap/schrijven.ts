/**
 * Writes a workbook as .xlsx: the only place that knows the file format. The parts are made here rather than by a library, because that gives full control over
 * what is valid, over charts, and over memory: sheets are made and packed piece by piece (docs/besluiten.md).
 */
import { bladnaam, kolomletters } from '../../../templates/voorstel/formule.ts';
import type { Blad, Werkmap } from '../../../templates/voorstel/werkmap.ts';
import { afdrukbereik, bladXml, filterbereik, herhaling } from './blad.ts';
import { grafiekXml, tekeningXml } from './grafiek.ts';
import { Narekenaar } from './narekenen.ts';
import { Stijlboek } from './stijlen.ts';
import { attribuut, celtekst, xml } from './tekst.ts';
import { Zip } from './zip.ts';

const HOOFD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAKKET = 'http://schemas.openxmlformats.org/package/2006';
const SOORT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The workbook as the bytes of an .xlsx file; equal workbooks give equal bytes. Every formula is calculated a second time on the way.
 * @throws Error if a formula gives something else than the value that is written beside it: a fault of this program
 */
export async function werkmapBytes(werkmap: Werkmap): Promise<Uint8Array> {
  const zip = new Zip();
  const narekenaar = new Narekenaar(werkmap);
  const stijlen = new Stijlboek();
  const teksten = new Map<string, number>();
  let verwijzingen = 0;
  function* nagerekend(blad: Blad, stukken: Iterable<string>): Generator<string> {
    for (const stuk of stukken) {
      narekenaar.neem(blad, stuk);
      yield stuk;
    }
  }
  const tekstnummer = (tekst: string): number => {
    verwijzingen++;
    let nummer = teksten.get(tekst);
    if (nummer === undefined) teksten.set(tekst, (nummer = teksten.size));
    return nummer;
  };

  await zip.deel('[Content_Types].xml', [inhoudsoorten(werkmap)]);
  await zip.deel('_rels/.rels', [relaties([['officeDocument', 'xl/workbook.xml'], ['extended-properties', 'docProps/app.xml']], `<Relationship Id="rId3" Type="${PAKKET}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`)]);
  await zip.deel('docProps/app.xml', [`${HOOFD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${attribuut(werkmap.opzet.programma)}</Application></Properties>`]);
  await zip.deel('docProps/core.xml', [kerngegevens(werkmap)]);
  await zip.deel('xl/workbook.xml', [werkmapXml(werkmap)]);
  await zip.deel('xl/_rels/workbook.xml.rels', [relaties([...werkmap.bladen.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']])]);
  for (const [i, blad] of werkmap.bladen.entries()) await zip.deel(`xl/worksheets/sheet${i + 1}.xml`, nagerekend(blad, bladXml(blad, stijlen, tekstnummer, i === 0)));
  if (narekenaar.verschillen.length > 0) throw new Error(`De werkmap rekent anders dan er staat; er is geen bestand gemaakt.\n${narekenaar.verschillen.join('\n')}`);
  for (const { blad, tekening, grafieken } of tekeningen(werkmap)) {
    await zip.deel(`xl/worksheets/_rels/sheet${werkmap.bladen.indexOf(blad) + 1}.xml.rels`, [relaties([['drawing', `../drawings/drawing${tekening}.xml`]])]);
    await zip.deel(`xl/drawings/drawing${tekening}.xml`, [tekeningXml(blad)]);
    await zip.deel(`xl/drawings/_rels/drawing${tekening}.xml.rels`, [relaties(grafieken.map((nummer) => ['chart', `../charts/chart${nummer}.xml`] as const))]);
    for (const [i, nummer] of grafieken.entries()) await zip.deel(`xl/charts/chart${nummer}.xml`, [grafiekXml((blad.grafieken[i] as (typeof blad.grafieken)[number]).grafiek)]);
  }
  await zip.deel('xl/styles.xml', [stijlen.xml()]);
  await zip.deel('xl/sharedStrings.xml', gedeeldeTeksten(teksten, verwijzingen));
  return zip.bytes();
}

/** The sheets with charts, each with the number of its drawing and of its charts in the package. */
function tekeningen(werkmap: Werkmap): { blad: Blad; tekening: number; grafieken: number[] }[] {
  let grafiek = 0;
  return werkmap.bladen.filter((blad) => blad.grafieken.length > 0).map((blad, i) => ({ blad, tekening: i + 1, grafieken: blad.grafieken.map(() => ++grafiek) }));
}

function inhoudsoorten(werkmap: Werkmap): string {
  const deel = (naam: string, soort: string): string => `<Override PartName="/${naam}" ContentType="${soort}"/>`;
  return `${HOOFD}<Types xmlns="${PAKKET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
    + deel('xl/workbook.xml', `${SOORT}.sheet.main+xml`)
    + werkmap.bladen.map((_, i) => deel(`xl/worksheets/sheet${i + 1}.xml`, `${SOORT}.worksheet+xml`)).join('')
    + tekeningen(werkmap).map(({ tekening, grafieken }) => deel(`xl/drawings/drawing${tekening}.xml`, 'application/vnd.openxmlformats-officedocument.drawing+xml') + grafieken.map((nummer) => deel(`xl/charts/chart${nummer}.xml`, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml')).join('')).join('')
    + deel('xl/styles.xml', `${SOORT}.styles+xml`) + deel('xl/sharedStrings.xml', `${SOORT}.sharedStrings+xml`)
    + deel('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') + deel('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml')
    + '</Types>';
}

const relaties = (lijst: readonly (readonly [soort: string, doel: string])[], meer = ''): string =>
  `${HOOFD}<Relationships xmlns="${PAKKET}/relationships">${lijst.map(([soort, doel], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIES}/${soort}" Target="${doel}"/>`).join('')}${meer}</Relationships>`;

function kerngegevens({ opzet }: Werkmap): string {
  const moment = `${opzet.gemaakt.slice(0, 19)}Z`;
  return `${HOOFD}<cp:coreProperties xmlns:cp="${PAKKET}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`
    + `<dc:title>${attribuut(opzet.titel)}</dc:title><dc:creator>${attribuut(opzet.programma)}</dc:creator><cp:keywords>${attribuut(opzet.vingerafdruk)}</cp:keywords>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}

function werkmapXml(werkmap: Werkmap): string {
  const bladen = werkmap.bladen.map((blad, i) => `<sheet name="${attribuut(blad.naam)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('');
  const namen = [
    ...werkmap.bladen.map((blad, i): [string, string, string] => ['_xlnm.Print_Titles', ` localSheetId="${i}"`, herhaling(blad)]),
    ...werkmap.bladen.flatMap((blad, i): [string, string, string][] => {
      const bereik = filterbereik(blad);
      return bereik ? [['_xlnm._FilterDatabase', ` localSheetId="${i}" hidden="1"`, `${bladnaam(blad.naam)}!${bereik}`]] : [];
    }),
    ...werkmap.bladen.flatMap((blad, i): [string, string, string][] => {
      const bereik = afdrukbereik(blad);
      return bereik ? [['_xlnm.Print_Area', ` localSheetId="${i}"`, bereik]] : [];
    }),
    ...[...werkmap.namen].map(([naam, { rij, kolom }]): [string, string, string] => [naam, '', `${bladnaam(rij.blad.naam)}!$${kolomletters(kolom)}$${rij.nummer}`]),
  ].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0));
  return `${HOOFD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIES}"><workbookPr/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16200" tabRatio="850"/></bookViews>`
    + `<sheets>${bladen}</sheets><definedNames>${namen.map(([naam, waar, doel]) => `<definedName name="${naam}"${waar}>${xml(doel)}</definedName>`).join('')}</definedNames>`
    // Cached values are there for previewers; a spreadsheet program calculates everything anew.
    + '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>';
}

function* gedeeldeTeksten(teksten: ReadonlyMap<string, number>, verwijzingen: number): Generator<string> {
  yield `${HOOFD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${verwijzingen}" uniqueCount="${teksten.size}">`;
  for (const tekst of teksten.keys()) yield `<si><t${/^\s|\s$|\n/.test(tekst) ? ' xml:space="preserve"' : ''}>${celtekst(tekst)}</t></si>`;
  yield '</sst>';
}
