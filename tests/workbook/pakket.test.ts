/** The file itself: what spreadsheet programs demand of the parts, and what we demand of every formula. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { Xmlscanner } from '../../electron/exchange/lezen/xml.ts';
import { leesWerkmap } from '../../electron/exchange/werkmap/lezen.ts';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import { bouwPubliekeWerkmap } from '../../electron/service/publicatie.ts';
import { maakVoorstel } from '../../electron/service/voorstel.ts';
import type { Project } from '../../models/project/types.ts';
import { kolomletters, REEKSKOLOM } from '../../templates/voorstel/formule.ts';
import { FORMATEN, type Formaat } from '../../templates/voorstel/opmaak.ts';
import type { Werkmap } from '../../templates/voorstel/werkmap.ts';
import { regio } from '../hulp/regio.ts';
import { bouw, OPTIES } from './hulp/bouw.ts';

const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;

/** The functions that voorstel.md allows: every spreadsheet program has them. */
const FUNCTIES = new Set(['SUM', 'SUMIFS', 'SUMPRODUCT', 'INDEX', 'MATCH', 'ROUND', 'RANK', 'COUNTIF', 'MIN', 'MAX', 'IF']);
/** The order that the schema of a worksheet prescribes for the elements we use. */
const VOLGORDE = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'autoFilter', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'ignoredErrors', 'drawing'];

const kolomnummer = (letters: string): number => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
const CEL = /(\$?)([A-Z]{1,3})(\$?)(\d+)/g;
/** A formula with its relative addresses as distances, so that copies of one formula are equal. */
const relatief = (formule: string, kolom: number, rij: number): string =>
  formule.replace(/"[^"]*"|[A-Za-z_][A-Za-z0-9_]*\(|(\$?)\b([A-Z]{1,3})(\$?)(\d+)\b/g, (geheel, vastK?: string, k?: string, vastR?: string, r?: string) =>
    k === undefined ? geheel : `${vastK ? k : `K[${kolomnummer(k) - kolom}]`}${vastR ? String(r) : `R[${Number(r) - rij}]`}`);

interface Blok { van: number; tot: number; rij: number; totRij: number }
const blokken = (sqref: string): Blok[] => sqref.split(' ').map((bereik) => {
  const [a, b] = bereik.split(':') as [string, string?];
  const [, k1, r1] = /^([A-Z]+)(\d+)$/.exec(a) as unknown as [string, string, string];
  const [, k2, r2] = /^([A-Z]+)(\d+)$/.exec(b ?? a) as unknown as [string, string, string];
  return { van: kolomnummer(k1), tot: kolomnummer(k2), rij: Number(r1), totRij: Number(r2) };
});
const overlappen = (a: Blok, b: Blok): boolean => a.van <= b.tot && b.van <= a.tot && a.rij <= b.totRij && b.rij <= a.totRij;

const PUBLIEK = 'publiek';
/** The workbook of a case, or the public one of an invented region. */
async function werkmapVan(naam: string, id: string): Promise<Werkmap> {
  if (naam !== PUBLIEK) return (await bouw(lees(naam), id)).werkmap;
  const gebouwd = await bouwPubliekeWerkmap(regio({ jeugdigen: [[24, 19, 22], [21, 26, 18], [30, 17, 23]] }), 'alle', id as 'openbaar', OPTIES);
  if (!gebouwd.ok) throw new Error(JSON.stringify(gebouwd.fouten));
  return gebouwd.werkmap;
}

describe.each([['klein', 'a'], ['randen-1', 'sc4'], ['randen-2', 'sc6'], ['randen-3', 'sc1'], ['aggregaat', 'kleinkind'], [PUBLIEK, 'klankbordgroep'], [PUBLIEK, 'openbaar']])('pakket van %s %s', (naam, id) => {
  let delen: Record<string, string>;
  let werkmap: Werkmap;
  let bytes: Uint8Array;
  beforeAll(async () => {
    werkmap = await werkmapVan(naam, id);
    bytes = await werkmapBytes(werkmap);
    delen = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([deel, inhoud]) => [deel, strFromU8(inhoud)]));
  });
  const bladen = (): [string, string][] => Object.entries(delen).filter(([deel]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(deel));

  it('elk deel is goede xml, staat in de inhoudsopgave en wordt gevonden', () => {
    for (const [deel, tekst] of Object.entries(delen)) {
      const scanner = new Xmlscanner({ wilTekst: true, open() {}, sluit() {}, tekst() {} });
      scanner.voer(tekst);
      expect(() => scanner.einde(), deel).not.toThrow();
    }
    const soorten = [...(delen['[Content_Types].xml'] as string).matchAll(/PartName="\/([^"]+)"/g)].map((m) => m[1]);
    expect([...soorten].sort()).toEqual(Object.keys(delen).filter((deel) => !deel.endsWith('.rels') && deel !== '[Content_Types].xml').sort());
    for (const [relaties, tekst] of Object.entries(delen).filter(([deel]) => deel.endsWith('.rels'))) {
      const map = posix.join(posix.dirname(relaties), '..');
      const doelen = [...tekst.matchAll(/Target="([^"]+)"/g)].map((m) => posix.join(map, m[1] as string));
      expect(doelen.length).toBeGreaterThan(0);
      for (const doel of doelen) expect(delen).toHaveProperty([doel]);
    }
  });

  it('onderdelen van een blad staan in de volgorde van het formaat, rijen en cellen oplopend', () => {
    for (const [deel, tekst] of bladen()) {
      const zonderCellen = tekst.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>');
      const diepte: string[] = [];
      const gevonden: string[] = [];
      const scanner = new Xmlscanner({ wilTekst: false, tekst() {}, open(naam) { if (diepte.length === 1) gevonden.push(naam); diepte.push(naam); }, sluit() { diepte.pop(); } });
      scanner.voer(zonderCellen);
      scanner.einde();
      const plaatsen = gevonden.map((element) => VOLGORDE.indexOf(element));
      expect(plaatsen, `${deel}: ${gevonden.join(' ')}`).not.toContain(-1);
      expect(plaatsen).toEqual([...plaatsen].sort((a, b) => a - b));
      let vorigeRij = 0;
      for (const [, rij, inhoud] of tekst.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)) {
        expect(Number(rij)).toBeGreaterThan(vorigeRij);
        vorigeRij = Number(rij);
        let vorigeKolom = 0;
        for (const [, kolom, celrij] of (inhoud as string).matchAll(/<c r="([A-Z]+)(\d+)"/g)) {
          expect(celrij).toBe(rij);
          expect(kolomnummer(kolom as string)).toBeGreaterThan(vorigeKolom);
          vorigeKolom = kolomnummer(kolom as string);
        }
      }
    }
  });

  it('stijlen en gedeelde teksten bestaan, regels voor cellen overlappen niet, teksten passen in hun maat', () => {
    const stijlen = Number(/<cellXfs count="(\d+)"/.exec(delen['xl/styles.xml'] as string)?.[1]);
    const teksten = Number(/uniqueCount="(\d+)"/.exec(delen['xl/sharedStrings.xml'] as string)?.[1]);
    for (const [deel, tekst] of bladen()) {
      for (const [, s] of tekst.matchAll(/ s="(\d+)"/g)) expect(Number(s)).toBeLessThan(stijlen);
      for (const [, v] of tekst.matchAll(/t="s"><v>(\d+)</g)) expect(Number(v)).toBeLessThan(teksten);
      for (const element of ['dataValidation', 'conditionalFormatting']) {
        const alle = [...tekst.matchAll(new RegExp(`<${element} [^>]*sqref="([^"]+)"`, 'g'))].flatMap((m) => blokken(m[1] as string));
        for (const [i, a] of alle.entries()) for (const b of alle.slice(i + 1)) expect(overlappen(a, b), `${deel} ${element} ${JSON.stringify([a, b])}`).toBe(false);
      }
      for (const [, uitleg] of tekst.matchAll(/prompt="([^"]*)"/g)) expect((uitleg as string).length).toBeLessThanOrEqual(255);
      for (const [, kop] of tekst.matchAll(/<odd(?:Header|Footer)>(.*?)<\/odd/g)) expect((kop as string).length).toBeLessThanOrEqual(255);
    }
    for (const blad of werkmap.bladen) {
      expect(blad.naam).toMatch(/^[^\\/?*[\]:']{1,31}$/);
    }
  });

  it('namen zijn geldig, uniek en wijzen naar een cel', () => {
    const namen = [...werkmap.namen.keys()];
    for (const gekozen of namen) expect(gekozen).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/);
    expect(new Set(namen.map((n) => n.toLowerCase())).size).toBe(namen.length);
    const gelezen = leesWerkmap(bytes);
    for (const gekozen of namen) {
      const plek = gelezen.namen.get(gekozen);
      expect(plek && gelezen.bladen.get(plek.blad), gekozen).toBeDefined();
    }
    expect(namen).toEqual(expect.arrayContaining(['Ncw', ...werkmap.opzet.jaren.flatMap((jaar) => [`Nul_${jaar}`, `Totaal_${jaar}`, `Effect_${jaar}`, `Ingroei_${jaar}`])].filter((n) => naam !== PUBLIEK || /^(?:Nul|Effect)_/.test(n))));
  });

  it('formules: alleen gewone functies, geen getallen, één formule per rij, altijd met een waarde', () => {
    let aantal = 0;
    for (const [blad, cellen] of leesWerkmap(bytes).bladen) {
      const perRij = new Map<string, string>();
      for (const [plek, { formule, waarde, fout }] of cellen) {
        if (formule === undefined) continue;
        aantal++;
        const waar = `${blad}!${plek} =${formule}`;
        expect(waarde, waar).not.toBeNull();
        expect(fout, waar).toBe(false);
        expect(formule.length, waar).toBeLessThanOrEqual(1000);
        const kaal = formule.replace(/"[^"]*"/g, '""').replace(/'(?:[^']|'')*'!/g, '');
        for (const [, functie] of kaal.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) expect(FUNCTIES, waar).toContain(functie);
        const zonderAdressen = kaal.replace(CEL, '').replace(/[A-Za-z_][A-Za-z0-9_]*!?/g, '');
        for (const [getal] of zonderAdressen.matchAll(/\d+(?:\.\d+)?/g)) expect(['0', '1'], waar).toContain(getal);
        const [, letters, rij] = /^([A-Z]+)(\d+)$/.exec(plek) as unknown as [string, string, string];
        if (kolomnummer(letters) < 10 || blad === 'Arrangementen') continue;
        const eigen = relatief(formule, kolomnummer(letters), Number(rij));
        expect(perRij.get(rij) ?? eigen, waar).toBe(eigen);
        perRij.set(rij, eigen);
      }
    }
    expect(aantal).toBeGreaterThan(100);
  });

  it('precies de invoercellen zijn open, en elke heeft een regel voor wat erin mag', () => {
    const stijlen = delen['xl/styles.xml'] as string;
    const open = [...(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(stijlen)?.[1] ?? '').matchAll(/<xf .*?<\/xf>/gs)].map(([xf]) => xf.includes('locked="0"'));
    let invoercellen = 0;
    for (const [deel, tekst] of bladen()) {
      expect(tekst).toContain('<sheetProtection sheet="1"');
      expect(tekst).not.toMatch(/password|hashValue/);
      const regels = [...tekst.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].flatMap((m) => blokken(m[1] as string));
      for (const [cel, letters, rij, s] of tekst.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"[^>]*?(?:\/>|>.*?<\/c>)/g)) {
        const hier = { van: kolomnummer(letters as string), tot: kolomnummer(letters as string), rij: Number(rij), totRij: Number(rij) };
        expect(open[Number(s)], `${deel} ${cel}`).toBe(regels.some((r) => overlappen(r, hier)));
        if (open[Number(s)]) {
          invoercellen++;
          expect(cel).not.toContain('<f>');
        }
      }
    }
    expect(invoercellen).toBeGreaterThan(20);
  });

  it('elk bedrag past in zijn kolom', () => {
    // Digits, separators and what the format adds, in characters of the default font; letters and signs take no more room than digits on average.
    const lengte = (waarde: number, formaat: string): number => {
      if (formaat.startsWith('"ja"')) return 3;
      if (formaat.includes('mmm')) return 11;
      const schaal = /,;|,$/.test(formaat) ? 1000 : 1;
      const heel = Math.trunc(Math.abs(waarde) / schaal * (formaat.includes('%') ? 100 : 1));
      const scheiding = formaat.includes('#,##0') ? Math.floor((String(heel).length - 1) / 3) * 0.5 : 0;
      const decimalen = /0\.(0+)/.exec(formaat)?.[1]?.length ?? (formaat.includes('.##') ? 2 : 0);
      const extra = (formaat.includes('"N') ? 4 : formaat.includes('€') ? 2 : 0) + (formaat.includes('%') ? 1.5 : 0) + (waarde < 0 ? 1 : 0);
      return String(heel).length + scheiding + (decimalen > 0 ? decimalen + 0.5 : 0) + extra;
    };
    let gemeten = 0;
    for (const blad of werkmap.bladen) {
      for (const rij of blad.rijen) {
        if (!rij) continue;
        for (let k = 1; k <= blad.laatsteKolom; k++) {
          const waarde = rij.waardeIn(k);
          const stijl = rij.reeks && k >= REEKSKOLOM ? rij.reeks.stijl : rij.cellen[k]?.stijl;
          if (typeof waarde !== 'number' || !stijl || stijl.endsWith('.algemeen')) continue;
          const breedte = blad.perioden > 0 && k >= REEKSKOLOM ? (blad.as === 'maanden' ? 8 : 15) : (blad.opzet.breedtes[k - 1] ?? 8);
          gemeten++;
          expect(lengte(waarde, FORMATEN[stijl.slice(stijl.indexOf('.') + 1) as Formaat]), `${blad.naam} ${kolomletters(k)}${rij.nummer}: ${waarde} als ${stijl} in ${breedte}`).toBeLessThanOrEqual(breedte);
        }
      }
    }
    expect(gemeten).toBeGreaterThan(naam === PUBLIEK ? 300 : 500);
  });

  it('vraagt om volledig herrekenen, en is bij gelijke invoer byte voor byte gelijk', async () => {
    expect(delen['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
    expect(Buffer.compare(bytes, await werkmapBytes(await werkmapVan(naam, id)))).toBe(0);
  });
});

describe('teksten van anderen zijn gegevens', () => {
  const LASTIG = ['=1+1', '+SUM(A1)', '-2', '@nu', "'aanhaling", '"dubbel" & <haken>', '_x0041_', 'emoji 👩‍🏫 \u{1F600}', 'los \ud800 deel', 'bel\u0007 en\ttab', ' spatie ', 'regel\neinde', '=HYPERLINK("http://x")', '6.750', 'é'.repeat(32_000)];

  it('ze worden nooit een formule en komen ongewijzigd terug', async () => {
    const project = lees('klein');
    for (const [i, tekst] of LASTIG.entries()) {
      project.producten.push({ code: `${tekst.slice(0, 40)}${i}`, naam: tekst, vervangbaar: 0.1, taakveld: tekst });
      project.indicaties.push({ school: 'bouwsteen', gemeente: 'GM0164', product: `${tekst.slice(0, 40)}${i}`, start: '2025-01-01', kostenPerJaar: 100 + i });
    }
    (project.scholen[0] as Project['scholen'][number]).naam = '=cmd|x!A1';
    (project.gemeenten[0] as Project['gemeenten'][number]).naam = '@gemeente';
    project.naam = '2027 &[Path]&A naam';
    const resultaat = await maakVoorstel(project, 'a', { lezer: 'intern', moment: new Date(0), programma: 'test' });
    if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
    expect(strFromU8(unzipSync(resultaat.werkmap)['xl/worksheets/sheet1.xml'] as Uint8Array)).toContain('<oddFooter>&amp;L&amp;8 2027 &amp;&amp;[Path]&amp;&amp;A naam');
    const gelezen = leesWerkmap(resultaat.werkmap);
    const waarden = new Set([...gelezen.bladen.values()].flatMap((cellen) => [...cellen.values()].map((c) => c.waarde)));
    for (const tekst of [...LASTIG, '=cmd|x!A1', '@gemeente']) expect(waarden.has(tekst.toWellFormed()), tekst.slice(0, 60)).toBe(true);
    const formules = [...gelezen.bladen.values()].flatMap((cellen) => [...cellen.values()].flatMap((c) => c.formule ?? []));
    expect(formules.length).toBeGreaterThan(100);
    expect(formules.filter((f) => /cmd|HYPERLINK|@|^1\+1/.test(f))).toEqual([]);
  });

  it('een tekst die niet in een cel past wordt zichtbaar ingekort', async () => {
    const project = lees('klein');
    (project.producten[0] as Project['producten'][number]).naam = 'x'.repeat(40_000);
    const resultaat = await maakVoorstel(project, 'a', { lezer: 'intern', moment: new Date(0), programma: 'test' });
    if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
    const langste = [...leesWerkmap(resultaat.werkmap).bladen.values()].flatMap((cellen) => [...cellen.values()].map((c) => String(c.waarde))).sort((a, b) => b.length - a.length)[0] as string;
    expect(langste.length).toBe(32_767);
    expect(langste.endsWith('(ingekort)')).toBe(true);
  });
});

describe('teksten van anderen zijn gegevens, ook in wat openbaar wordt', () => {
  it('ze worden nooit een formule en komen ongewijzigd terug', async () => {
    const project = regio({ jeugdigen: [[24, 19, 22], [21, 26, 18], [30, 17, 23]] });
    const [school, gemeente, product] = ['=cmd|x!A1', "'@gemeente \u{1F600}", `"+SUM(A1)" & <b> ${'é'.repeat(32_000)}`];
    (project.scholen[0] as Project['scholen'][number]).naam = school;
    (project.gemeenten[0] as Project['gemeenten'][number]).naam = gemeente;
    Object.assign(project.producten[0] as Project['producten'][number], { naam: product, categorie: '-2+3' });
    Object.assign(project.scenarios[0]?.arrangementen?.[0]?.inzet?.[0] as object, { omschrijving: '=HYPERLINK("http://x")' });
    project.naam = '2027 &[Path]&A naam';
    for (const lezer of ['klankbordgroep', 'openbaar'] as const) {
      const resultaat = await maakVoorstel(project, 'alle', { lezer, moment: new Date(0), programma: 'test' });
      if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
      const gelezen = leesWerkmap(resultaat.werkmap);
      const waarden = new Set([...gelezen.bladen.values()].flatMap((cellen) => [...cellen.values()].map((c) => c.waarde)));
      for (const tekst of [school, gemeente, product, '=HYPERLINK("http://x")', 'Kosten zonder voorstel: categorie -2+3']) expect(waarden.has(tekst), tekst.slice(0, 40)).toBe(true);
      const formules = [...gelezen.bladen.values()].flatMap((cellen) => [...cellen.values()].flatMap((c) => c.formule ?? []));
      expect(formules.length).toBeGreaterThan(100);
      expect(formules.filter((f) => /cmd|HYPERLINK|@|^-2/.test(f))).toEqual([]);
    }
  });
});

describe('grenzen', () => {
  it('een onbekend scenario en een te groot project geven een zin, geen bestand', async () => {
    const opties = { lezer: 'intern', moment: new Date(0), programma: 'test' } as const;
    expect(await maakVoorstel(lees('klein'), 'bestaat-niet', opties)).toMatchObject({ ok: false, fouten: [{ code: 'P06', tekst: expect.stringContaining("'a'") as string }] });
    const groot = lees('klein');
    groot.uitgangspunten.jaren = 11;
    for (let i = 0; i < 61; i++) groot.producten.push({ code: `p${i}`, naam: `p${i}`, vervangbaar: 0 });
    expect(await maakVoorstel(groot, 'a', opties)).toMatchObject({ ok: false, fouten: [{ code: 'V01', pad: 'producten' }, { code: 'V01', pad: 'uitgangspunten.jaren' }] });
  });

  it('VOORBEELD staat op elk blad en elke pagina zodra één gegeven een voorbeeld is', async () => {
    const project = lees('klein');
    (project.producten[0] as Project['producten'][number]).herkomst = { vervangbaar: { status: 'voorbeeld' } };
    const met = await maakVoorstel(project, 'a', { lezer: 'intern', moment: new Date(0), programma: 'test' });
    const zonder = await maakVoorstel(lees('klein'), 'a', { lezer: 'intern', moment: new Date(0), programma: 'test' });
    if (!met.ok || !zonder.ok) throw new Error('geen werkmap');
    const merk = 'VOORBEELD – bedragen fictief';
    for (const [blad, cellen] of leesWerkmap(met.werkmap).bladen) expect(String(cellen.get('A3')?.waarde), blad).toContain(merk);
    const bladen = Object.entries(unzipSync(met.werkmap)).filter(([deel]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(deel));
    expect(bladen.length).toBe(16);
    for (const [deel, inhoud] of bladen) expect(/<oddHeader>(.*?)<\/oddHeader>/.exec(strFromU8(inhoud))?.[1], deel).toContain(merk);
    for (const cellen of leesWerkmap(zonder.werkmap).bladen.values()) expect(String(cellen.get('A3')?.waarde)).not.toContain('VOORBEELD');
  });
});
