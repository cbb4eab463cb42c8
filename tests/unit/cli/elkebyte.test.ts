/** Planted BSNs, names and dates of birth go in by every format; then every byte that the program leaves anywhere is searched for them. */
import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { constants, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserdrukker } from '../../../electron/service/drukker.ts';
import { foutenlogboek } from '../../../electron/service/foutenlogboek.ts';
import { maakProjectkant } from '../../../electron/service/projectkant.ts';
import { Venster } from '../../../electron/service/venster.ts';
import { regio } from '../../hulp/regio.ts';
import { werkmap as bouwWerkmap } from '../invoer/werkmap.ts';
import { STARTER, WORTEL } from './draai.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/import', import.meta.url));

/** The n-th number that passes the test of eleven, invented. */
function bsn(n: number): string {
  for (let i = 90_000_000 + 7919 * n; ; i++) {
    const cijfers = String(i).padStart(8, '0');
    const som = [...cijfers].reduce((totaal, c, plek) => totaal + Number(c) * (9 - plek), 0);
    if (som % 11 < 10) return `${cijfers}${som % 11}`;
  }
}
const BSNS = Array.from({ length: 8 }, (_, n) => bsn(n));
const NAMEN = Array.from({ length: 8 }, (_, n) => `Quirijntje Plantsoen${n}`);
const GEBOREN = Array.from({ length: 8 }, (_, n) => `201${n}-02-1${n}`);
const andersom = (datum: string): string => datum.split('-').reverse().join('-');
const MET_PUNTEN = BSNS.map((b) => `${b.slice(0, 3)}.${b.slice(3, 6)}.${b.slice(6)}`);
const GEPLANT = [...BSNS, ...MET_PUNTEN, ...NAMEN, ...NAMEN.map((naam) => naam.toUpperCase()), ...NAMEN.map((naam) => `${naam.replace(' ', '.')}@voorbeeld.nl`), ...GEBOREN, ...GEBOREN.map(andersom)];

const KOP = ['BSN', 'Naam cliënt', 'Geboortedatum', 'E-mail', 'School', 'Gemeente', 'Product', 'Start', 'Eind', 'Kosten per jaar'];
const rij = (n: number, gemeente: string, bedrag: string, vorm = BSNS[n] as string): string[] =>
  [vorm, NAMEN[n] as string, andersom(GEBOREN[n] as string), `${(NAMEN[n] as string).replace(' ', '.')}@voorbeeld.nl`, 'de Bouwsteen', gemeente, '45A48', '01-01-2026', '31-12-2026', bedrag];
const csv = (rijen: readonly string[][]): string => [KOP, ...rijen].map((r) => r.join(';')).join('\r\n');

let map: string;
let tijdelijk: string;
let thuis: string;
function draai(...argumenten: string[]): { code: number | null; uit: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [STARTER, ...argumenten], { encoding: 'utf8', cwd: WORTEL, env: { ...process.env, TMPDIR: tijdelijk, HOME: thuis, XDG_CONFIG_HOME: thuis, XDG_CACHE_HOME: thuis } });
  return { code: status, uit: `${stdout}\n${stderr}` };
}

/** A browser leaves links that point nowhere and sockets; those hold nothing. */
const bestandenIn = (pad: string): string[] => readdirSync(pad, { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? bestandenIn(join(pad, d.name)) : d.isFile() ? [join(pad, d.name)] : []));

/** A file, and what is in it when it is a zip or a pdf. */
function* delen(naam: string, bytes: Buffer): Generator<[string, Buffer]> {
  yield [naam, bytes];
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') yield* stromen(naam, bytes);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') for (const [deel, inhoud] of Object.entries(unzipSync(bytes))) yield* delen(`${naam}!${deel}`, Buffer.from(inhoud));
}

const PDFTOTEXT = spawnSync('pdftotext', ['-v']).error === undefined;

/** What is compressed in a pdf, and what it reads as. */
function* stromen(naam: string, bytes: Buffer): Generator<[string, Buffer]> {
  let aantal = 0;
  for (let i = bytes.indexOf('stream'); i >= 0; i = bytes.indexOf('stream', i + 6)) {
    if (bytes.subarray(i - 3, i).toString('latin1') === 'end') continue;
    const begin = i + (bytes[i + 6] === 13 ? 8 : 7);
    const einde = bytes.indexOf('endstream', begin);
    // Pictures of another kind are searched as they stand.
    if (bytes[begin] !== 0x78) continue;
    yield [`${naam}!stroom ${++aantal}`, inflateSync(bytes.subarray(begin, einde), { finishFlush: constants.Z_SYNC_FLUSH })];
  }
  expect(aantal, naam).toBeGreaterThan(2);
  if (PDFTOTEXT) yield [`${naam}!tekst`, spawnSync('pdftotext', ['-', '-'], { input: bytes, maxBuffer: 2 ** 26 }).stdout];
}

/** What was planted and stands in these bytes, in UTF-8, in either UTF-16, or in Windows-1252. */
const gevonden = (bytes: Buffer): string[] => GEPLANT.filter((tekst) => {
  const utf16 = Buffer.from(tekst, 'utf16le');
  return [Buffer.from(tekst, 'utf8'), Buffer.from(tekst, 'latin1'), utf16, Buffer.from(utf16).swap16()].some((zoek) => bytes.includes(zoek));
});

/** @param invoer what was put there to be read */
function zoek(invoer: ReadonlySet<string>): string[] {
  return [map, tijdelijk, thuis].flatMap(bestandenIn).filter((pad) => !invoer.has(pad)).flatMap((pad) => [[`${pad} (naam)`, Buffer.from(pad)] as [string, Buffer], ...delen(pad, readFileSync(pad))]).flatMap(([naam, bytes]) => gevonden(bytes).map((tekst) => `${naam}: ${tekst}`));
}

describe('elke byte', () => {
  const invoer = new Set<string>();
  let project: string;
  const uitvoer: string[] = [];
  /** What was found while a session was open, and how large its journal was then. */
  let tijdens: { gevonden: string[]; journaal: number };
  beforeAll(async () => {
    [map, tijdelijk, thuis] = ['map', 'tijdelijk', 'thuis'].map((naam) => mkdtempSync(join(tmpdir(), `elkebyte-${naam}-`))) as [string, string, string];
    const bron = (naam: string, inhoud: string | Uint8Array): string => {
      const pad = join(map, 'bron', naam);
      mkdirSync(join(map, 'bron'), { recursive: true });
      writeFileSync(pad, inhoud);
      invoer.add(pad);
      return pad;
    };
    const basis = join(map, 'basis.json');
    writeFileSync(basis, JSON.stringify({ ...(JSON.parse(readFileSync(join(FIXTURES, 'basis.project.json'), 'utf8')) as object), uitgangspunten: { peildatum: '2026-10-01', begrotingsjaar: 2027, jaren: 2, maximaleLooptijd: 60, indexen: { prijs: 0.02, loon: 0.03 }, uitstroomMeting: 'peildatum' }, leerlingen: [{ school: 'bouwsteen', gemeente: 'GM0164', aantal: 40 }], scenarios: [{ id: 'a', naam: 'A', arrangementen: [{ school: 'bouwsteen', start: '2027-01-01', realisatie: 0.8, inzet: [{ omschrijving: 'Team', soort: 'fte', aantal: 1, bedrag: 80000 }] }] }] }));
    // Refused rows hold them too: an amount that cannot be read, and one with a BSN in it.
    const hengelo = [...Array.from({ length: 15 }, (_, i) => rij(i % 4, 'Hengelo', `${1000 + i}`)), rij(4, 'Hengelo', 'onbekend'), rij(4, 'Hengelo', `${BSNS[4]} x`), rij(5, 'Hengelo', `ouder van ${BSNS[5]}`)];
    const borne = [rij(1, 'Borne', '500', MET_PUNTEN[1]), rij(2, 'Borne', '700'), rij(6, 'Borne', 'nvt')];
    const hof = [rij(3, 'Hof van Twente', '800'), rij(6, 'Hof van Twente', '900')];
    const overig = [rij(7, 'Overig Twente', '1000'), rij(7, 'Overig Twente', '1100', BSNS[7])];
    const jw = readFileSync(join(FIXTURES, 'jw301-bedrag-onbekend.xml'), 'utf8').replaceAll('123456782', BSNS[5] as string).replaceAll('2012-02-01', GEBOREN[5] as string).replaceAll('>Voorbeeld<', `>${NAMEN[5]}<`);
    const koppel = readFileSync(join(FIXTURES, 'jw301-bedrag-onbekend-koppel.csv'), 'utf8').replaceAll('123456782', BSNS[5] as string);
    const bestanden = [
      bron('hengelo.csv', `\uFEFF${csv(hengelo)}`),
      bron('borne.csv', Buffer.from(csv(borne), 'latin1')),
      bron('hof.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(csv(hof), 'utf16le')])),
      bron('overig.xlsx', bouwWerkmap({ bladen: [{ naam: 'Blad1', rijen: [KOP, ...overig] }] })),
      bron('koppel.csv', koppel),
      bron('bericht.xml', jw),
      // The name of a file is kept with its delivery.
      bron(`client ${BSNS[0]}.csv`, csv([rij(0, 'Hengelo', '12345')])),
    ];
    project = join(map, 'p.arrangement');
    const stappen: string[][] = [
      ['importeer', basis, '--project', project],
      ...bestanden.slice(0, 4).map((pad, i) => ['importeer', pad, '--project', project, '--soort', 'indicaties', '--rapport', join(map, `rapport${i}.json`), '--geweigerd', join(map, `geweigerd${i}.xlsx`)]),
      ['importeer', bestanden[4]!, bestanden[5]!, '--project', project, '--rapport', join(map, 'rapport-jw.json')],
      ['importeer', bestanden[6]!, '--project', project, '--soort', 'indicaties', '--rapport', join(map, 'rapport-naam.json')],
      ['importeer', basis, bestanden[0]!, '--uit', join(map, 'los.json'), '--soort', 'indicaties'],
      // A second delivery of one gemeente, so that the file holds what was replaced.
      ['importeer', bestanden[0]!, '--project', project, '--soort', 'indicaties'],
      ['geweigerd', project, '--uit', join(map, 'alle-geweigerd.xlsx')],
      ['geweigerd', project],
      ['log', project],
      ['exporteer', project, '--uit', join(map, 'draagbaar.json')],
      ['exporteer', project, '--uitwisselbestand', '--gemeente', 'GM0164', '--grondslag', 'test', '--zonder-wachtwoord', '--uit', join(map, 'uitwissel.json')],
      ...(['intern', 'klankbordgroep', 'openbaar'] as const).flatMap((lezer) => [
        ['voorstel', project, '--scenario', 'a', '--lezer', lezer, '--uit', join(map, `voorstel-${lezer}.xlsx`)],
        ['pdf', project, '--scenario', 'a', '--lezer', lezer, '--uit', join(map, `stukken-${lezer}`), '--html'],
      ]),
    ];
    // A region with enough children for something to go out to others.
    const groot = regio({ jeugdigen: [[34, 29, 32], [31, 36, 28], [40, 27, 33]] });
    const naamVan = (lijst: readonly { naam: string; id?: string; code?: string }[], id: string): string => lijst.find((x) => (x.id ?? x.code) === id)?.naam as string;
    const kinderen = [...new Set(groot.indicaties.map(({ jeugdige }) => jeugdige))];
    const rijen = groot.indicaties.map((r) => {
      const n = kinderen.indexOf(r.jeugdige);
      return [n < BSNS.length ? (BSNS[n] as string) : bsn(n), NAMEN[n % NAMEN.length] as string, andersom(GEBOREN[n % GEBOREN.length] as string), '', naamVan(groot.scholen, r.school), naamVan(groot.gemeenten, r.gemeente), r.product, andersom(r.start), andersom(r.eind as string), String(r.kostenPerJaar)];
    });
    const grootBasis = join(map, 'groot-basis.json');
    writeFileSync(grootBasis, JSON.stringify({ ...groot, indicaties: [] }), { mode: 0o600 });
    const grootProject = join(map, 'groot.arrangement');
    const grootBron = bron('groot.csv', csv(rijen));
    const grootLater = bron('groot-later.csv', csv(rijen.map((r) => r.with(9, String(Number(r[9]) + 1)))));
    stappen.push(
      ['importeer', grootBasis, '--project', grootProject],
      ['importeer', grootBron, '--project', grootProject, '--soort', 'indicaties'],
      ...(['klankbordgroep', 'openbaar'] as const).flatMap((lezer) => [
        ['voorstel', grootProject, '--scenario', 'alle', '--lezer', lezer, '--uit', join(map, `groot-${lezer}.xlsx`)],
        ['pdf', grootProject, '--scenario', 'alle', '--lezer', lezer, '--uit', join(map, `groot-${lezer}`), '--html'],
        ...(browserdrukker('test') ? [['pdf', grootProject, '--scenario', 'alle', '--lezer', lezer, '--uit', join(map, `groot-${lezer}`)]] : []),
      ]),
    );
    for (const stap of stappen) {
      const { code, uit } = draai(...stap);
      uitvoer.push(`${stap[0]}\n${code}\n${uit.replaceAll(map, '')}`);
    }

    // The app: a session that reads a file in and stays open, and its log of faults of the program, whose messages quote what was being read.
    const gegevensmap = join(map, 'app');
    const venster = new Venster({ soort: 'web', versie: '0', gegevensmap, voorbeeldmap: '' }, maakProjectkant, (gebeurtenis) => uitvoer.push(`app\n0\n${JSON.stringify(gebeurtenis)}`));
    const roep = async (methode: string, vraag: object): Promise<{ greep: string; import: string; kanUitvoeren: boolean }> => {
      const antwoord = await venster.roep(JSON.stringify({ methode, invoer: vraag }));
      uitvoer.push(`app\n0\n${antwoord}`);
      const { ok, value } = JSON.parse(antwoord) as { ok: boolean; value: never };
      expect(ok, antwoord).toBe(true);
      return value;
    };
    const greep = (pad: string): string => (JSON.parse(JSON.stringify(venster.neem([pad]))) as { value: { greep: string }[] }).value[0]?.greep as string;
    try {
      await roep('project.open', { bron: { soort: 'bestand', greep: greep(grootProject) } });
      const gelezen = await roep('import.inlezen', { bestanden: [greep(grootLater)] });
      await roep('import.uitvoeren', { import: gelezen.import });
      // Reading in empties the journal; what is changed and taken back after it stays there while the session is open.
      const { regels } = (await roep('logboek.lijst', { aantal: 1 })) as unknown as { regels: { id: number }[] };
      await roep('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Anders' }], omschrijving: 'Naam' });
      await roep('logboek.terugNaar', { id: (regels[0]?.id as number) - 1 });
      for (const naam of NAMEN) foutenlogboek(gegevensmap, '0').schrijf(Object.assign(new Error(`kan ${naam} (${BSNS[0]}) niet lezen`), { stack: `Error: ${naam}\n    at lees (${map}/${naam} ${BSNS[1]}/lezen.ts:1:2)` }));
      tijdens = { gevonden: zoek(invoer), journaal: statSync(`${grootProject}-wal`, { throwIfNoEntry: false })?.size ?? 0 };
    } finally {
      await venster.sluit();
    }
  }, 180_000);
  afterAll(() => [map, tijdelijk, thuis].forEach((pad) => rmSync(pad, { recursive: true, force: true })));

  it('de zoektocht vindt wat er wel staat', () => {
    const eigen = [...invoer].flatMap((pad) => [...delen(pad, readFileSync(pad))].flatMap(([, bytes]) => gevonden(bytes)));
    for (const tekst of [...BSNS, ...NAMEN]) expect(eigen).toContain(tekst);
  });

  it('er is van elk format iets ingelezen, geweigerd en uitgegeven', () => {
    const namen = bestandenIn(map).map((pad) => pad.slice(map.length + 1));
    expect(namen).toEqual(expect.arrayContaining(['p.arrangement', 'los.json', 'draagbaar.json', 'uitwissel.json', 'voorstel-intern.xlsx', 'geweigerd0.xlsx', 'alle-geweigerd.xlsx', 'rapport0.json']));
    expect(namen.some((naam) => /reservekopie/i.test(naam)), namen.join('\n')).toBe(true);
    const { indicaties } = JSON.parse(readFileSync(join(map, 'draagbaar.json'), 'utf8')) as { indicaties: { gemeente: string; kostenPerJaar?: number }[] };
    expect(new Set(indicaties.map(({ gemeente }) => gemeente))).toEqual(new Set(['GM0164', 'GM0147', 'GM1735', 'X-overig-twente']));
  });

  it('er is echt iets uitgegeven aan klankbordgroep en openbaar, als werkmap, html en pdf', () => {
    const namen = bestandenIn(map).map((pad) => pad.slice(map.length + 1));
    for (const lezer of ['klankbordgroep', 'openbaar']) {
      expect(namen, uitvoer.slice(-12).join('\n')).toContain(`groot-${lezer}.xlsx`);
      for (const soort of browserdrukker('test') ? ['html', 'pdf'] : ['html']) expect(namen.filter((naam) => naam.startsWith(`groot-${lezer}/`) && naam.endsWith(`.${soort}`)).length, soort).toBeGreaterThan(1);
      const blad = [...delen('', readFileSync(join(map, `groot-${lezer}.xlsx`)))].map(([, bytes]) => bytes.toString('utf8')).join('');
      expect(blad).toContain('Gemeente 1');
    }
    if (PDFTOTEXT && browserdrukker('test')) {
      const [pdf] = bestandenIn(join(map, 'groot-openbaar')).filter((naam) => naam.endsWith('.pdf'));
      expect([...delen('', readFileSync(pdf as string))].at(-1)?.[1].toString('utf8')).toMatch(/openbaar/i);
    }
  });

  it('noch in het journaal van een sessie die openstaat, noch in het foutenlogboek', () => {
    expect(tijdens.gevonden).toEqual([]);
    expect(tijdens.journaal).toBeGreaterThan(10_000);
    expect(readFileSync(join(map, 'app', 'fouten.log'), 'utf8').trim().split('\n').length).toBeGreaterThan(8);
  });

  it('geen geplante BSN, naam of geboortedatum staat in projectbestand, vrije pagina’s, journaal, reservekopieën, uitvoer, tijdelijke bestanden of logboek', () => {
    expect(zoek(invoer)).toEqual([]);
  });

  it('noch op het scherm', () => {
    expect(uitvoer.flatMap((tekst) => gevonden(Buffer.from(tekst)).map((wat) => `${tekst.split('\n')[0]}: ${wat}`))).toEqual([]);
  });

  it('wat geschreven is, is alleen leesbaar voor de eigenaar', () => {
    if (process.platform === 'win32') return;
    const open = bestandenIn(map).filter((pad) => !invoer.has(pad) && !pad.endsWith('basis.json')).filter((pad) => (statSync(pad).mode & 0o077) !== 0);
    expect(open.map((pad) => pad.slice(map.length + 1))).toEqual([]);
  });
});
