/**
 * Makes the files of the example Hengelo (templates/voorbeeld/bestanden) from public numbers and invented toewijzingen: `node scripts/voorbeeld/maken.ts`.
 * They look like what really comes in: every gemeente its own layout, its own way of writing dates and amounts, its own names for a school, and a few
 * rows that are wrong. The same every time, byte for byte.
 */
import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nieuwsbrief from '../../templates/voorbeeld/nieuwsbrief.json' with { type: 'json' };
import { jaarkosten, toewijzingen, type Toewijzing } from '../../templates/voorbeeld/toewijzingen.ts';

const MERK = 'VOORBEELD – bedragen fictief';

/** Names as people know them. */
const GEMEENTEN = {
  GM0164: { naam: 'Hengelo', inwoners: 81_000, inwonersJeugd: 15_500 },
  GM1735: { naam: 'Hof van Twente', inwoners: 35_000, inwonersJeugd: 6_500 },
  GM0147: { naam: 'Borne', inwoners: 23_000, inwonersJeugd: 5_000 },
} as const;
const PRODUCTNAAM: Record<Toewijzing['product'], string> = { '41': 'Dagbehandeling', '45': 'Jeugdhulp ambulant', '50': 'Maatwerkarrangementen jeugd', '54': 'Jeugd-ggz' };
/** Share that a team in the school can replace. Invented. */
const VERVANGBAAR: Record<Toewijzing['product'], number> = { '41': 0.4, '45': 0.65, '50': 0.45, '54': 0.15 };

type Veld = string | number | null;

const nederlands = (getal: number, decimalen: number): string =>
  getal.toFixed(decimalen).replace('.', ',').replace(/\B(?=(\d{3})+(?!\d))/g, '.');
const dagMaandJaar = (datum: string): string => datum.split('-').reverse().join('-');
const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];
const voluit = (datum: string): string => `${Number(datum.slice(8))} ${MAANDEN[Number(datum.slice(5, 7)) - 1]} ${datum.slice(0, 4)}`;
const dag = (datum: string): Date => new Date(`${datum}T00:00:00Z`);
const school = (id: string): (typeof nieuwsbrief.scholen)[number] => {
  const gevonden = nieuwsbrief.scholen.find((s) => s.id === id);
  if (!gevonden) throw new Error(`geen school ${id}`);
  return gevonden;
};
/** Whole months from the first of `start` through the last of `eind`. */
const maanden = (start: string, eind: string): number => (Number(eind.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(eind.slice(5, 7)) - Number(start.slice(5, 7)) + 1;

function csv(rijen: readonly (readonly Veld[])[], teken: string, altijdTussenAanhalingstekens = false): string {
  const veld = (waarde: Veld): string => {
    const tekst = waarde === null ? '' : String(waarde);
    return altijdTussenAanhalingstekens || tekst.includes(teken) || tekst.includes('"') ? `"${tekst.replaceAll('"', '""')}"` : tekst;
  };
  return rijen.map((rij) => `${rij.map(veld).join(teken)}\r\n`).join('');
}

/** Text as Windows writes it in an older program. Throws on what it cannot hold. */
function windows1252(tekst: string): Buffer {
  const BUITEN_LATIN1: Record<string, number> = { '€': 0x80, '–': 0x96 };
  return Buffer.from(
    Array.from(tekst, (teken) => {
      const code = BUITEN_LATIN1[teken] ?? teken.charCodeAt(0);
      if (code > 0xff) throw new Error(`${teken} bestaat niet in Windows-1252`);
      return code;
    }),
  );
}

/** Hengelo: a semicolon file of an older system, without its own name in it, with volume × tarief. One row came out twice. */
function hengelo(): Buffer {
  const FREQUENTIE = { perWeek: 'per week', perMaand: 'per maand', perJaar: 'per jaar' };
  const NAAM: Record<string, string> = { batavier: 'SBO De Batavier', stapsteen: 'SO Stapsteen', iemenschoer: 'SO Iemenschoer', genseler: "PrO 't Genseler", bouwsteen: 'VSO de Bouwsteen', kapstok: 'VSO de Kapstok', korhoen: 'VSO Korhoen' };
  const rijen = toewijzingen(0).map((t, i) => [
    640_001 + i, t.client, t.geboortejaar, NAAM[t.school] ?? t.school, t.product, PRODUCTNAAM[t.product], t.aanbieder,
    dagMaandJaar(t.start), t.eind === null ? '31-12-9999' : dagMaandJaar(t.eind), nederlands(t.volume, 2), FREQUENTIE[t.frequentie], nederlands(t.tarief, 2), MERK,
  ]);
  const kop = ['Toewijzingnummer', 'Cliëntnummer', 'Geboortejaar', 'School', 'Productcategorie', 'Omschrijving', 'Zorgaanbieder', 'Ingangsdatum', 'Einddatum', 'Volume', 'Frequentie', 'Tarief (€)', 'Opmerking'];
  const dubbel = rijen[99] ?? [];
  return windows1252(csv([kop, ...rijen.slice(0, 100), dubbel, ...rijen.slice(100)], ';'));
}

/** Hof van Twente: a sheet with titles, Excel dates, a cost per year, and a subtotal per school. */
async function hofVanTwente(): Promise<Uint8Array> {
  return werkmap('Toewijzingen', (blad) => {
    const kop = ['Cliënt', 'School', 'Product', 'Aanbieder', 'Begindatum', 'Einddatum', 'Kosten per jaar'];
    for (const titel of ['Gemeente Hof van Twente – toewijzingen Jeugdwet op zorgintensieve scholen', MERK, 'Stand 1 oktober 2026, toewijzingen die op of na 1 januari 2025 liepen']) titelrij(blad, titel, kop.length);
    blad.addRow([]);
    blad.addRow(kop).font = { bold: true };
    const alles = toewijzingen(1);
    let totaal = 0;
    for (const { id, naam } of nieuwsbrief.scholen) {
      let subtotaal = 0;
      for (const t of alles.filter((x) => x.school === id)) {
        blad.addRow([t.client, naam, PRODUCTNAAM[t.product], t.aanbieder, dag(t.start), t.eind === null ? null : dag(t.eind), jaarkosten(t)]);
        subtotaal += jaarkosten(t);
      }
      totaalrij(blad, [null, `Subtotaal ${naam}`, null, null, null, null, Math.round(subtotaal * 100) / 100]);
      totaal += subtotaal;
    }
    totaalrij(blad, [null, 'Totaal', null, null, null, null, Math.round(totaal * 100) / 100]);
    for (const kolom of [5, 6]) blad.getColumn(kolom).numFmt = 'dd-mm-yyyy';
    blad.getColumn(7).numFmt = '#,##0.00';
    [10, 24, 30, 14, 12, 12, 16].forEach((breedte, i) => (blad.getColumn(i + 1).width = breedte));
  });
}

function regelVanBorne(t: Toewijzing, nummer: number): Veld[] {
  const eind = t.eind ?? '2028-07-31';
  const geboren = `${t.geboortejaar}-${String((t.client % 12) + 1).padStart(2, '0')}-${String((t.client % 28) + 1).padStart(2, '0')}`;
  const bedrag = ((jaarkosten(t) / 12) * maanden(t.start, eind)).toFixed(2);
  return [`TW-${nummer}`, t.client, geboren, school(t.school).naam.toUpperCase(), 'Borne', t.product, t.aanbieder, t.start, eind, bedrag, MERK];
}

/** Borne: a comma file of a newer system, a total per toewijzing, and birth dates that nobody asked for. In one row the years were swapped. */
function borne(): Buffer {
  const alles = toewijzingen(2);
  const rijen = alles.map((t, i) => regelVanBorne(t, 7001 + i));
  const [eerste] = alles;
  if (!eerste) throw new Error('geen toewijzingen voor Borne');
  const verwisseld = regelVanBorne({ ...eerste, client: 39_999, start: '2026-02-01', eind: '2026-07-31' }, 7999);
  verwisseld[8] = '2025-07-31';
  const kop = ['toewijzing', 'client', 'geboortedatum', 'school', 'gemeente', 'product', 'aanbieder', 'startdatum', 'einddatum', 'totaalbedrag', 'opmerking'];
  return Buffer.from(`\uFEFF${csv([kop, ...rijen, verwisseld], ',', true)}`);
}

/** The other gemeenten: what the schools could gather themselves, months written out. */
function overig(): Buffer {
  const NAAM: Record<string, string> = { 'X-overig-twente': 'Overig Twente', 'X-buiten-twente': 'Buiten Twente' };
  const rijen = [...toewijzingen(3), ...toewijzingen(4)].map((t) => [
    school(t.school).naam, NAAM[t.gemeente] ?? t.gemeente, t.client, t.product, t.aanbieder, voluit(t.start), t.eind === null ? null : voluit(t.eind), `€ ${nederlands(jaarkosten(t), 2)}`, MERK,
  ]);
  return Buffer.from(csv([['School', 'Herkomst', 'Leerling', 'Productcode', 'Aanbieder', 'Start', 'Eind', 'Bedrag per jaar', 'Opmerking'], ...rijen], ';'));
}

/** The table of the newsletter as it stands there: a column per gemeente, with totals, one of which does not agree with its parts. */
async function leerlingen(): Promise<Uint8Array> {
  return werkmap('Leerlingen', (blad) => {
    const kop = ['School', 'Soort', 'Hengelo', 'Hof v. Twente', 'Borne', 'Overig Twente', 'Buiten Twente', 'Totaal'];
    titelrij(blad, 'Leerlingen op zorgintensieve scholen in Hengelo naar woongemeente', kop.length);
    titelrij(blad, `Bron: ${nieuwsbrief.bron}`, kop.length);
    blad.addRow([]);
    blad.addRow(kop).font = { bold: true };
    for (const s of nieuwsbrief.scholen) blad.addRow([s.naam, s.soort, ...s.leerlingen.map((n) => n || null), s.totaal]);
    totaalrij(blad, ['Totaal', null, ...nieuwsbrief.kolomtotalen, nieuwsbrief.totaal]);
    blad.getColumn(1).width = 18;
    for (let kolom = 3; kolom <= 8; kolom++) blad.getColumn(kolom).width = 14;
  });
}

function titelrij(blad: ExcelJS.Worksheet, tekst: string, breedte: number): void {
  const rij = blad.addRow([tekst]);
  rij.font = { bold: true, size: 13 };
  blad.mergeCells(rij.number, 1, rij.number, breedte);
}
function totaalrij(blad: ExcelJS.Worksheet, velden: Veld[]): void {
  blad.addRow(velden).font = { bold: true };
}

/** A workbook with one sheet. ExcelJS stamps the hour of making on every part of the file; that is put back to a fixed one. */
async function werkmap(naam: string, vul: (blad: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const boek = new ExcelJS.Workbook();
  boek.created = boek.modified = dag('2026-10-01');
  vul(boek.addWorksheet(naam));
  const delen = unzipSync(new Uint8Array(await boek.xlsx.writeBuffer()));
  return zipSync(delen, { mtime: '2026-10-01T12:00:00', level: 9 });
}

/** Every file of the example, by name. */
export async function voorbeeldbestanden(): Promise<Map<string, Uint8Array>> {
  const gemeenten = [
    ['code', 'naam', 'inwoners', 'inwonersJeugd', 'deelnemer'],
    ...Object.entries(GEMEENTEN).map(([code, g]) => [code, g.naam, g.inwoners, g.inwonersJeugd, 'ja']),
    ['X-overig-twente', 'Overig Twente', null, null, 'nee'],
    ['X-buiten-twente', 'Buiten Twente', null, null, 'nee'],
  ];
  const scholen = [['id', 'naam', 'soort', 'gemeente', 'samenwerkingsverband'], ...nieuwsbrief.scholen.map((s) => [s.id, s.naam, s.soort, 'GM0164', s.soort.endsWith('BO') || s.soort === 'SO' ? 'swv primair onderwijs' : 'swv voortgezet onderwijs'])];
  const producten = [
    ['code', 'naam', 'vervangbaar', 'categorie', 'taakveld'],
    ...Object.entries(PRODUCTNAAM).map(([code, naam]) => [code, naam, nederlands(VERVANGBAAR[code as Toewijzing['product']], 2), code, '6.752']),
  ];
  return new Map<string, Uint8Array>([
    ['gemeenten.csv', Buffer.from(csv(gemeenten, ';'))],
    ['scholen.csv', Buffer.from(csv(scholen, ';'))],
    ['producten.csv', Buffer.from(csv(producten, ';'))],
    ['leerlingen.xlsx', await leerlingen()],
    ['indicaties-hengelo.csv', hengelo()],
    ['indicaties-hof-van-twente.xlsx', await hofVanTwente()],
    ['indicaties-borne.csv', borne()],
    ['indicaties-overige-gemeenten.csv', overig()],
  ]);
}

if (import.meta.main) {
  const map = fileURLToPath(new URL('../../templates/voorbeeld/bestanden', import.meta.url));
  mkdirSync(map, { recursive: true });
  for (const [naam, inhoud] of await voorbeeldbestanden()) writeFileSync(join(map, naam), inhoud);
}
