/** Files like municipal exports of any size, the same for the same seed: what the bench of reading reads. */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Zip, ZipDeflate } from 'fflate';

/** Small seeded generator (mulberry32): the bench needs the same file on every machine, not good randomness. */
export function zaad(begin: number): () => number {
  let a = begin;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const KOPPEN = ['Toewijzingnummer', 'Cliëntnummer', 'School', 'Gemeente', 'Productcode', 'Ingangsdatum', 'Einddatum', 'Kosten per jaar', 'Aanbieder', 'Leveringsvorm', 'Wijk', 'Opmerking'];
export const GEMEENTEN = ['Almelo', 'Borne', 'Dinkelland', 'Enschede', 'Haaksbergen', 'Hellendoorn', 'Hengelo', 'Hof van Twente', 'Losser', 'Oldenzaal', 'Rijssen-Holten', 'Tubbergen', 'Twenterand', 'Wierden'];
export const SCHOLEN = Array.from({ length: 35 }, (_, i) => `Voorbeeldschool ${i + 1}`);
export const PRODUCTEN = ['45A48', '45A49', '45A53', '41A12', '50B01', '54C01', '43A11', '44A09', '46A02', '47A03', '49A04', '51B05'];

export interface Exportrij { nummer: number; client: number; school: string; gemeente: string; product: string; start: number; eind: number | null; centen: number; aanbieder: string; vorm: string; wijk: number; opmerking: string }

/** Days are counted from 1970-01-01. */
export function* exportrijen(aantal: number): Generator<Exportrij> {
  const toeval = zaad(1);
  const kies = <T>(lijst: readonly T[]): T => lijst[Math.floor(toeval() * lijst.length)] as T;
  for (let i = 0; i < aantal; i++) {
    const start = 19_500 + Math.floor(toeval() * 1000);
    yield {
      nummer: 100_000_000 + i, client: 1_000_000 + Math.floor(toeval() * aantal * 0.7), school: kies(SCHOLEN), gemeente: kies(GEMEENTEN), product: kies(PRODUCTEN),
      start, eind: toeval() < 0.2 ? null : start + 30 + Math.floor(toeval() * 700), centen: 100_000 + Math.floor(toeval() * 4_000_000),
      aanbieder: `Aanbieder ${1 + Math.floor(toeval() * 60)}`, vorm: toeval() < 0.9 ? 'ZIN' : 'PGB', wijk: 1 + Math.floor(toeval() * 40), opmerking: toeval() < 0.1 ? 'verlenging, zie dossier' : '',
    };
  }
}

const twee = (n: number): string => String(n).padStart(2, '0');
function nlDatum(dag: number | null): string {
  if (dag === null) return '';
  const d = new Date(dag * 86_400_000);
  return `${twee(d.getUTCDate())}-${twee(d.getUTCMonth() + 1)}-${d.getUTCFullYear()}`;
}
export function nlBedrag(centen: number): string {
  const heel = String(Math.floor(centen / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${heel},${twee(centen % 100)}`;
}

/** Dutch .csv, UTF-8, `;`. */
export async function schrijfCsv(pad: string, aantal: number): Promise<void> {
  const uit = createWriteStream(pad);
  uit.write(`${KOPPEN.join(';')}\r\n`);
  let stuk = '';
  for (const r of exportrijen(aantal)) {
    stuk += `${r.nummer};${r.client};${r.school};${r.gemeente};${r.product};${nlDatum(r.start)};${nlDatum(r.eind)};${nlBedrag(r.centen)};${r.aanbieder};${r.vorm};${r.wijk};${r.opmerking}\r\n`;
    if (stuk.length > 1 << 20) {
      if (!uit.write(stuk)) await once(uit, 'drain');
      stuk = '';
    }
  }
  uit.end(stuk);
  await once(uit, 'finish');
}

const letter = (k: number): string => String.fromCharCode(65 + k);
const xml = (t: string): string => t.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Workbook as Excel writes it: shared texts, date style, real numbers; three title rows above the heading. */
export async function schrijfXlsx(pad: string, aantal: number): Promise<void> {
  const uit = createWriteStream(pad);
  const zip = new Zip((fout, data) => {
    if (fout) throw fout;
    uit.write(data);
  });
  const codeer = new TextEncoder();
  const voegToe = (naam: string, tekst: string): void => {
    const deel = new ZipDeflate(naam, { level: 1 });
    zip.add(deel);
    deel.push(codeer.encode(tekst), true);
  };
  const kop = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  voegToe('[Content_Types].xml', `${kop}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`);
  voegToe('_rels/.rels', `${kop}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  voegToe('xl/workbook.xml', `${kop}<workbook ${ns} xmlns:r="${rel}"><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>`);
  voegToe('xl/_rels/workbook.xml.rels', `${kop}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`);
  voegToe('xl/styles.xml', `${kop}<styleSheet ${ns}><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`);
  const teksten = new Map<string, number>();
  const tekst = (t: string): number => {
    let n = teksten.get(t);
    if (n === undefined) teksten.set(t, (n = teksten.size));
    return n;
  };
  const blad = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 1 });
  zip.add(blad);
  const s = (k: number, rij: number, t: string): string => (t === '' ? '' : `<c r="${letter(k)}${rij}" t="s"><v>${tekst(t)}</v></c>`);
  const n = (k: number, rij: number, v: number, stijl = 0): string => `<c r="${letter(k)}${rij}"${stijl ? ` s="${stijl}"` : ''}><v>${v}</v></c>`;
  let stuk = `${kop}<worksheet ${ns}><sheetData><row r="1">${s(0, 1, 'Overzicht toewijzingen (fictief)')}</row><row r="3">${KOPPEN.map((k, i) => s(i, 3, k)).join('')}</row>`;
  let rij = 3;
  for (const r of exportrijen(aantal)) {
    rij++;
    stuk += `<row r="${rij}" spans="1:12">${n(0, rij, r.nummer)}${n(1, rij, r.client)}${s(2, rij, r.school)}${s(3, rij, r.gemeente)}${s(4, rij, r.product)}${n(5, rij, r.start + 25_569, 1)}${r.eind === null ? '' : n(6, rij, r.eind + 25_569, 1)}${n(7, rij, r.centen / 100)}${s(8, rij, r.aanbieder)}${s(9, rij, r.vorm)}${n(10, rij, r.wijk)}${s(11, rij, r.opmerking)}</row>`;
    if (stuk.length > 1 << 20) {
      blad.push(codeer.encode(stuk));
      stuk = '';
      if (uit.writableNeedDrain) await once(uit, 'drain');
    }
  }
  blad.push(codeer.encode(`${stuk}</sheetData></worksheet>`), true);
  voegToe('xl/sharedStrings.xml', `${kop}<sst ${ns}>${[...teksten.keys()].map((t) => `<si><t>${xml(t)}</t></si>`).join('')}</sst>`);
  zip.end();
  uit.end();
  await once(uit, 'finish');
}

/** JW301 of iJw 3.2 with ten toewijzingen a client (numbers that pass the eleven-test, of nobody), and the koppeltabel that gives them a school. */
export async function schrijfJw301(pad: string, koppelpad: string, aantal: number): Promise<void> {
  const uit = createWriteStream(pad);
  const koppel = createWriteStream(koppelpad);
  koppel.write('BSN;School\r\n');
  const datum = (dag: number): string => new Date(dag * 86_400_000).toISOString().slice(0, 10);
  uit.write('<?xml version="1.0" encoding="UTF-8"?>\n<jw301:Bericht xmlns:jw301="http://www.istandaarden.nl/ijw/3_2/jw301/schema" xmlns:ijw="http://www.istandaarden.nl/ijw/3_2/basisschema/schema"><jw301:Header><ijw:BerichtCode>436</ijw:BerichtCode><jw301:Afzender>0164</jw301:Afzender><jw301:Ontvanger>99999901</jw301:Ontvanger></jw301:Header>');
  let stuk = '';
  let n = 0;
  for (const r of exportrijen(aantal)) {
    if (n % 10 === 0) {
      const bsn = elfproefnummer(n / 10);
      koppel.write(`${bsn};${r.school}\r\n`);
      stuk += `${n === 0 ? '' : '</jw301:ToegewezenProducten></jw301:Client>'}\n<jw301:Client><jw301:Bsn>${bsn}</jw301:Bsn><jw301:Geboortedatum><ijw:Datum>2012-01-01</ijw:Datum></jw301:Geboortedatum><jw301:Geslacht>2</jw301:Geslacht><jw301:Naam><ijw:Geslachtsnaam><ijw:Naam>Voorbeeld</ijw:Naam></ijw:Geslachtsnaam></jw301:Naam><jw301:ToegewezenProducten>`;
    }
    n++;
    stuk += `<jw301:ToegewezenProduct><jw301:ToewijzingNummer>${r.nummer}</jw301:ToewijzingNummer><jw301:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>${r.product}</ijw:Code></jw301:Product><jw301:Toewijzingsdatum>${datum(r.start - 10)}</jw301:Toewijzingsdatum><jw301:Toewijzingstijd>12:00:00</jw301:Toewijzingstijd><jw301:Ingangsdatum>${datum(r.start)}</jw301:Ingangsdatum>${r.eind === null ? '' : `<jw301:Einddatum>${datum(r.eind)}</jw301:Einddatum>`}<jw301:Omvang><ijw:Volume>${Math.round(r.centen / 12)}</ijw:Volume><ijw:Eenheid>83</ijw:Eenheid><ijw:Frequentie>4</ijw:Frequentie></jw301:Omvang></jw301:ToegewezenProduct>`;
    if (stuk.length > 1 << 20) {
      if (!uit.write(stuk)) await once(uit, 'drain');
      stuk = '';
    }
  }
  uit.end(`${stuk}</jw301:ToegewezenProducten></jw301:Client></jw301:Bericht>\n`);
  koppel.end();
  await Promise.all([once(uit, 'finish'), once(koppel, 'finish')]);
}

/** The n-th nine-digit number that passes the eleven-test. */
function elfproefnummer(n: number): string {
  const acht = String(10_000_000 + n * 7);
  let som = 0;
  for (let i = 0; i < 8; i++) som += (9 - i) * Number(acht[i]);
  const rest = som % 11;
  return rest === 10 ? elfproefnummer(n + 5_000_000) : `${acht}${rest}`;
}
