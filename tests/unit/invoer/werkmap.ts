/** Small workbooks for tests, down to the XML where that is the point. Written apart from any library that the program reads with. */
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A cell: text is shared text, `xml` is put in as it stands. */
export type Testcel = null | string | number | boolean | { datum: string } | { xml: string } | { formule: string; waarde?: number | string } | { fout: string } | { opmaak: number; waarde: number };

export interface Testblad {
  naam: string;
  /** Rows of cells; a row may be given as `{ rij: 7, cellen: [...] }` to leave rows out before it. */
  rijen?: (Testcel[] | { rij: number; cellen: Testcel[] })[];
  /** Instead of rows: what stands in `sheetData`. */
  sheetData?: string;
  /** Instead of everything: the whole part. */
  geheel?: string;
  verborgen?: boolean;
  samengevoegd?: string[];
}

export interface Testmap {
  bladen: Testblad[];
  sinds1904?: boolean;
  /** Custom number formats by id (from 164); style n+2 has the n-th of them. */
  opmaken?: string[];
  herrekenen?: boolean;
  /** Parts that are added or replaced; null leaves one out. */
  onderdelen?: Record<string, string | Uint8Array | null>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAKKET = 'http://schemas.openxmlformats.org/package/2006/relationships';
const xml = (t: string): string => t.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function kolom(n: number): string {
  return n > 26 ? String.fromCharCode(64 + Math.floor((n - 1) / 26)) + String.fromCharCode(65 + ((n - 1) % 26)) : String.fromCharCode(64 + n);
}

/** Style 1 is a date (built-in format 14). */
export function werkmap(map: Testmap): Uint8Array {
  const teksten: string[] = [];
  const cel = (c: Testcel, plaats: string): string => {
    if (c === null) return '';
    if (typeof c === 'number') return `<c r="${plaats}"><v>${c}</v></c>`;
    if (typeof c === 'boolean') return `<c r="${plaats}" t="b"><v>${c ? 1 : 0}</v></c>`;
    if (typeof c === 'string') return `<c r="${plaats}" t="s"><v>${teksten.push(c) - 1}</v></c>`;
    if ('xml' in c) return c.xml.replaceAll('@', plaats);
    if ('fout' in c) return `<c r="${plaats}" t="e"><v>${xml(c.fout)}</v></c>`;
    if ('opmaak' in c) return `<c r="${plaats}" s="${c.opmaak}"><v>${c.waarde}</v></c>`;
    if ('formule' in c) return `<c r="${plaats}"${typeof c.waarde === 'string' ? ' t="str"' : ''}><f>${xml(c.formule)}</f>${c.waarde === undefined ? '' : `<v>${xml(String(c.waarde))}</v>`}</c>`;
    const dag = Date.parse(`${c.datum}T00:00:00Z`) / 86_400_000 + 25_569 - (map.sinds1904 === true ? 1462 : 0);
    return `<c r="${plaats}" s="1"><v>${dag}</v></c>`;
  };
  const delen: Record<string, string | Uint8Array | null> = {};
  map.bladen.forEach((blad, i) => {
    let nummer = 0;
    const data = blad.sheetData ?? (blad.rijen ?? []).map((r) => {
      const cellen = Array.isArray(r) ? r : r.cellen;
      nummer = Array.isArray(r) ? nummer + 1 : r.rij;
      return `<row r="${nummer}">${cellen.map((c, k) => cel(c, `${kolom(k + 1)}${nummer}`)).join('')}</row>`;
    }).join('');
    const samen = blad.samengevoegd === undefined ? '' : `<mergeCells count="${blad.samengevoegd.length}">${blad.samengevoegd.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`;
    delen[`xl/worksheets/sheet${i + 1}.xml`] = blad.geheel ?? `${XML}<worksheet xmlns="${NS}"><dimension ref="A1"/><sheetData>${data}</sheetData>${samen}</worksheet>`;
  });
  const opmaken = map.opmaken ?? [];
  delen['xl/styles.xml'] = `${XML}<styleSheet xmlns="${NS}">${opmaken.length === 0 ? '' : `<numFmts count="${opmaken.length}">${opmaken.map((o, i) => `<numFmt numFmtId="${164 + i}" formatCode="${xml(o)}"/>`).join('')}</numFmts>`}<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${2 + opmaken.length}"><xf numFmtId="0"/><xf numFmtId="14"/>${opmaken.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`;
  delen['xl/sharedStrings.xml'] = `${XML}<sst xmlns="${NS}">${teksten.map((t) => `<si><t xml:space="preserve">${xml(t)}</t></si>`).join('')}</sst>`;
  delen['xl/workbook.xml'] = `${XML}<workbook xmlns="${NS}" xmlns:r="${REL}"><workbookPr${map.sinds1904 === true ? ' date1904="1"' : ''}/><sheets>${map.bladen.map((b, i) => `<sheet name="${xml(b.naam)}" sheetId="${i + 1}"${b.verborgen === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`).join('')}</sheets>${map.herrekenen === true ? '<calcPr fullCalcOnLoad="1"/>' : ''}</workbook>`;
  delen['xl/_rels/workbook.xml.rels'] = `${XML}<Relationships xmlns="${PAKKET}">${map.bladen.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId91" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId92" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`;
  delen['_rels/.rels'] = `${XML}<Relationships xmlns="${PAKKET}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  const soort = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  delen['[Content_Types].xml'] = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${soort}.sheet.main+xml"/>${map.bladen.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${soort}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${soort}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${soort}.sharedStrings+xml"/></Types>`;
  const zip: Zippable = {};
  // The same bytes every time: a zip without the time of day.
  for (const [naam, inhoud] of Object.entries({ ...delen, ...map.onderdelen })) if (inhoud !== null) zip[naam] = [typeof inhoud === 'string' ? strToU8(inhoud) : inhoud, { mtime: '2026-01-01T12:00:00' }];
  return zipSync(zip, { level: 6 });
}
