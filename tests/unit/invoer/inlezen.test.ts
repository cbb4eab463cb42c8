import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openBron } from '../../../electron/exchange/lezen/bron.ts';
import { geweigerdWerkmap } from '../../../electron/exchange/geweigerdwerkmap.ts';
import { verken, type Verkenning } from '../../../electron/exchange/lezen/inlezen.ts';
import { importeerBestanden, type Importopdracht, type Importuitkomst } from '../../../electron/service/importeren.ts';
import { controleer } from '../../../models/invoer/boekhouding.ts';
import { leesDatum } from '../../../models/invoer/datum.ts';
import { leesGetal } from '../../../models/invoer/getal.ts';
import { Verzamelaar } from '../../../models/invoer/samenvoegen.ts';
import { Voorproef } from '../../../models/invoer/voorproef.ts';
import { beantwoord } from '../../../models/invoer/vragen.ts';
import type { Profiel, Projectopbouw } from '../../../models/invoer/types.ts';
import { valideer } from '../../../models/project/valideren.ts';
import type { Indicatie } from '../../../models/project/types.ts';
import { BASIS, GEVALLEN, VANDAAG } from './corpus.ts';
import { werkmap } from './werkmap.ts';

const corpus = new URL('../../fixtures/import/', import.meta.url).pathname;
const basis = JSON.parse(JSON.stringify(BASIS)) as Projectopbouw;
let map = '';
beforeAll(() => void (map = mkdtempSync(join(tmpdir(), 'import-'))));
afterAll(() => rmSync(map, { recursive: true }));

const schrijf = (naam: string, inhoud: string | Uint8Array): string => {
  const pad = join(map, naam);
  writeFileSync(pad, inhoud);
  return pad;
};
const importeer = (bestanden: string[], rest: Partial<Importopdracht> = {}): Promise<Importuitkomst> => importeerBestanden({ bestanden, project: basis, vandaag: VANDAAG, ...rest });
const KOP = 'School;Gemeente;Product;Start;Eind;Kosten per jaar';
const zonderPersoon = (x: unknown): unknown => JSON.parse(JSON.stringify(x), (k, w: unknown) => (k === 'jeugdige' || k === 'waarden' ? undefined : w));

async function verkenGeval(geval: (typeof GEVALLEN)[number]): Promise<Verkenning> {
  const leeg = { gemeenten: [], scholen: [], producten: [] };
  const { gemeenten, scholen, producten } = BASIS;
  return verken({
    bestanden: Object.keys(geval.bestanden).map((b) => join(corpus, b)), profiel: geval.profiel ?? {}, soort: geval.soort, nieuw: geval.nieuw ?? false, vandaag: VANDAAG,
    bekend: geval.leegProject === true ? leeg : (JSON.parse(JSON.stringify({ gemeenten, scholen, producten })) as typeof leeg),
  });
}

describe('one path', () => {
  const leesbaar = GEVALLEN.filter((g) => g.verwacht.vragen === undefined);
  test.each(leesbaar.map((g) => g.naam))('the preview of %s shows what the import stores', async (naam) => {
    const geval = leesbaar.find((g) => g.naam === naam)!;
    const verkenning = await verkenGeval(geval);
    try {
      const voorproef = new Voorproef(2);
      const verzamelaar = new Verzamelaar();
      const eerst = await verkenning.leesIn(voorproef);
      const daarna = await verkenning.leesIn(verzamelaar);
      expect(eerst.rapport).toEqual(daarna.rapport);
      for (const soort of new Set(voorproef.tabellen.map((t) => t.levering.soort))) {
        const tabellen = voorproef.tabellen.filter((t) => t.levering.soort === soort);
        const alle = verzamelaar.alles[soort];
        expect(tabellen.every((t) => t.rijen.length <= 2)).toBe(true);
        if (tabellen.length === 1) expect(zonderPersoon(tabellen[0]?.rijen)).toEqual(zonderPersoon(alle.slice(0, 2)));
      }
      expect(voorproef.nieuwelingen).toEqual(verzamelaar.nieuwelingen);
      const getoond = voorproef.tabellen.flatMap((t) => t.geweigerd);
      expect(zonderPersoon(verzamelaar.geweigerdeTabellen.flatMap((t) => t.rijen))).toEqual(expect.arrayContaining(zonderPersoon(getoond) as unknown[]));
      expect(verzamelaar.geweigerdeTabellen.flatMap((t) => t.rijen).length).toBe(daarna.rapport.bestanden.reduce((n, r) => n + r.geweigerd, 0));
    } finally {
      await verkenning.sluit();
    }
  });
});

describe('questions', () => {
  const vragend = GEVALLEN.filter((g) => (g.verwacht.vragen ?? []).length > 0);
  test.each(vragend.map((g) => g.naam))('%s: answers as they are offered settle it', async (naam) => {
    const geval = vragend.find((g) => g.naam === naam)!;
    const bestanden = Object.keys(geval.bestanden).map((b) => join(corpus, b));
    let profiel: Profiel = geval.profiel ?? {};
    let uitkomst = await importeer(bestanden, { profiel, ...(geval.soort === undefined ? {} : { soort: geval.soort }), ...(geval.leegProject === true ? { project: undefined } : {}) });
    for (let ronde = 0; ronde < 5 && uitkomst.vragen.length > 0; ronde++) {
      const [vraag] = uitkomst.vragen;
      const antwoord = vraag?.vraag === 'kolom' && JSON.stringify(vraag.voorstel ?? '').includes('GM0000') ? { vast: { gemeente: 'GM0164' } } : (vraag?.voorstel ?? vraag?.keuzes[0]?.waarde);
      const school = vraag?.profielpad.at(-1) === 'jw301-zonder-koppeltabel.xml' ? { vast: { school: 'bouwsteen' } } : antwoord;
      profiel = beantwoord(profiel, vraag!, school);
      uitkomst = await importeer(bestanden, { profiel });
    }
    expect(uitkomst.vragen).toEqual([]);
    for (const r of uitkomst.rapport.bestanden) expect(r.meldingen.map((m) => m.code)).not.toContain('I52');
  });

  test('a profile that is not understood stops the import, and says where', async () => {
    const pad = schrijf('p.csv', `${KOP}\nde Bouwsteen;Hengelo;45A48;01-01-2026;;100\n`);
    const profiel = { bronnen: { 'p.csv': { kolommen: { School: { veld: 'skool' } }, vast: { gemeente: ['x'] }, koprj: 3 } }, namen: { scholen: {} } } as unknown as Profiel;
    const { project, rapport } = await importeer([pad], { profiel });
    expect(project).toBeUndefined();
    expect(rapport.bestanden.map((r) => r.meldingen[0]?.tekst)).toEqual([
      expect.stringContaining('bronnen["p.csv"].koprj: dit is niet bekend'),
      expect.stringContaining('kolommen["School"].veld: "skool" kan niet'),
      expect.stringContaining('vast.gemeente: hier hoort een tekst of een getal'),
      expect.stringContaining('namen.scholen: dit is niet bekend; mogelijk zijn gemeente, school, product'),
    ]);
    const vast = await importeer([pad], { profiel: { bronnen: { 'p.csv': { vast: { eind: 'morgen' }, kolommen: { Bestaatniet: null } } } } });
    expect(vast.rapport.bestanden[0]?.meldingen[0]?.code).toBe('I52');
    const kolom = await importeer([pad], { profiel: { bronnen: { 'p.csv': { kolommen: { Bestaatniet: null } } } } });
    expect(kolom.rapport.bestanden[0]?.meldingen.map((m) => `${m.code} ${m.kolom}`)).toEqual(['I53 Bestaatniet']);
  });
});

describe('what is not recognised', () => {
  const kijk = async (bestanden: string[], profiel: Profiel): Promise<Verkenning> => {
    const verkenning = await verken({ bestanden, profiel, nieuw: false, vandaag: VANDAAG, bekend: { gemeenten: [], scholen: [], producten: [] } });
    await verkenning.sluit();
    return verkenning;
  };
  const codes = ({ nietGelezen }: Verkenning): string[] => nietGelezen.map((r) => `${r.blad ?? r.bestand} ${r.meldingen[0]?.code}`);

  test('can be pointed out: what it is settles that it is a table, and what its columns are is asked', async () => {
    const pad = schrijf('gebouwen.csv', 'Overzicht;;\nGebouw;Waar;Richting\nKorhoen;Hengelo;SO\n');
    const niets = await kijk([pad], {});
    expect([codes(niets), niets.aanwijsbaar]).toEqual([['gebouwen.csv I51'], [{
      bestand: 'gebouwen.csv', blad: null, overslaan: false, koprij: null,
      rijen: [{ rij: 1, waarden: ['Overzicht', '', ''] }, { rij: 2, waarden: ['Gebouw', 'Waar', 'Richting'] }, { rij: 3, waarden: ['Korhoen', 'Hengelo', 'SO'] }],
    }]]);
    const gekozen = await kijk([pad], { bronnen: { 'gebouwen.csv': { soort: 'scholen' } } });
    expect(gekozen.aanwijsbaar).toEqual([]);
    expect(gekozen.tabellen.map(({ plan }) => [plan.soort, plan.koprij, plan.kolommen.map((k) => k.kop)])).toEqual([['scholen', 2, ['Gebouw', 'Waar', 'Richting']]]);
    expect(gekozen.vragen.map((v) => [v.vraag, v.keuzes.map((k) => k.tekst)])).toEqual(Array.from({ length: 3 }, () => ['kolom', ['Gebouw', 'Waar', 'Richting']]));
    // Headings are where the user says, also on a row with one; a row that is not there leaves the choice open.
    expect((await kijk([pad], { bronnen: { 'gebouwen.csv': { soort: 'scholen', koprij: 1 } } })).tabellen[0]?.plan.koprij).toBe(1);
    const verder = await kijk([pad], { bronnen: { 'gebouwen.csv': { soort: 'scholen', koprij: 90 } } });
    expect([codes(verder), verder.aanwijsbaar[0]?.koprij]).toEqual([['gebouwen.csv I51'], 90]);
  });

  test('a pattern says what tables are, not that everything is one', async () => {
    const pad = schrijf('uitleg.csv', 'Lees dit;eerst\nen dan;dat\n');
    expect(codes(await kijk([pad], { bronnen: { '*.csv': { soort: 'scholen' } } }))).toEqual(['uitleg.csv I51']);
  });

  test('is named sheet by sheet; a sheet that is left out stays out, and no hidden one comes in its place', async () => {
    const kop = ['code', 'naam', 'inwoners'];
    const pad = schrijf('werk.xlsx', werkmap({ bladen: [{ naam: 'Gemeenten', rijen: [kop, ['GM0164', 'Hengelo', 82000]] }, { naam: 'Oud', verborgen: true, rijen: [kop, ['GM0164', 'Hengelo', 1]] }, { naam: 'Uitleg', rijen: [['Lees', 'dit']] }, { naam: 'Leeg' }] }));
    expect(codes(await kijk([pad], {}))).toEqual(['Oud I45', 'Uitleg I45', 'Leeg I45']);
    const zonder = await kijk([pad], { bronnen: { 'werk.xlsx#Gemeenten': { overslaan: true } } });
    expect(zonder.tabellen).toEqual([]);
    expect(codes(zonder)).toEqual(['Gemeenten I55', 'Oud I51', 'Uitleg I51', 'Leeg I51']);
    expect(zonder.aanwijsbaar.map((a) => [a.blad, a.overslaan])).toEqual([['Gemeenten', true], ['Oud', false], ['Uitleg', false]]);
  });

  test('is shown without what points at persons', async () => {
    const pad = schrijf('lijst.csv', 'wie;Voornaam;tel;wat\nx;Anna;0612345678;nummer 123456782\ny;Bram;0612345679;\n');
    expect((await kijk([pad], {})).aanwijsbaar[0]?.rijen.map((r) => r.waarden.join('|'))).toEqual(['wie|Voornaam|tel|wat', 'x|•••|•••|nummer •••', 'y|•••|•••|']);
  });
});

describe('never a wrong value', () => {
  const dag = fc.integer({ min: 19_800, max: 20_700 }).map((d) => new Date(d * 86_400_000).toISOString().slice(0, 10));
  const regel = fc.record({
    school: fc.constantFrom(...BASIS.scholen), gemeente: fc.constantFrom(...BASIS.gemeenten), product: fc.constantFrom(...BASIS.producten),
    start: dag, duur: fc.option(fc.integer({ min: 0, max: 800 })), centen: fc.integer({ min: 1, max: 99_999_999 }),
  });
  const dmj = (d: string): string => `${d.slice(8)}-${d.slice(5, 7)}-${d.slice(0, 4)}`;
  type Regel = typeof regel extends fc.Arbitrary<infer T> ? T : never;
  const eindVan = (r: Regel): string | null => (r.duur === null ? null : new Date(Date.parse(r.start) + r.duur * 86_400_000).toISOString().slice(0, 10));
  const bedoeld = (r: Regel): Indicatie => ({ school: r.school.id, gemeente: r.gemeente.code, product: r.product.code, start: r.start, eind: eindVan(r), kostenPerJaar: r.centen / 100 });
  const nl = (centen: number): string => `${String(Math.floor(centen / 100)).replace(/\B(?=(\d{3})+$)/g, '.')},${String(centen % 100).padStart(2, '0')}`;
  const en = (centen: number): string => `${String(Math.floor(centen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(centen % 100).padStart(2, '0')}`;

  const koppen = { school: ['School', 'Schoolnaam', 'Vestiging'], gemeente: ['Gemeente', 'Woongemeente', 'Gemeentecode'], product: ['Product', 'Productcode'], start: ['Start', 'Ingangsdatum', 'Begindatum'], eind: ['Eind', 'Einddatum'], bedrag: ['Kosten per jaar', 'Jaarbedrag (€)'], opmerking: ['Opmerking'] };
  const opmaak = fc.record({
    volgorde: fc.shuffledSubarray(['school', 'gemeente', 'product', 'start', 'eind', 'bedrag', 'opmerking'] as const, { minLength: 7 }),
    woord: fc.nat(2), teken: fc.constantFrom(';', ',', '\t', '|'), engels: fc.boolean(), iso: fc.boolean(), titels: fc.nat(3), code: fc.boolean(), tekenset: fc.constantFrom('utf8', 'latin1', 'utf16le'), werkmap: fc.boolean(),
  });

  test('any table of indicaties, in any layout and notation, comes in as it was meant, to the cent and the day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(regel, { minLength: 1, maxLength: 8 }), opmaak, async (regels, o) => {
        const veld = (r: Regel, v: (typeof o.volgorde)[number]): string => ({
          school: o.code ? r.school.id : r.school.naam.toUpperCase(), gemeente: o.code ? r.gemeente.code : r.gemeente.naam, product: o.code ? r.product.code : r.product.naam,
          start: o.iso ? r.start : dmj(r.start), eind: eindVan(r) === null ? '' : o.iso ? eindVan(r)! : dmj(eindVan(r)!), bedrag: o.engels ? en(r.centen) : nl(r.centen), opmerking: 'één; "twee", drie',
        })[v];
        const kop = o.volgorde.map((v) => koppen[v][o.woord % koppen[v].length]!);
        let pad: string;
        if (o.werkmap) {
          const cel = (r: Regel, v: (typeof o.volgorde)[number]): string | number | { datum: string } | null =>
            v === 'start' ? { datum: r.start } : v === 'eind' ? (eindVan(r) === null ? null : { datum: eindVan(r)! }) : v === 'bedrag' ? r.centen / 100 : veld(r, v);
          pad = schrijf('x.xlsx', werkmap({ bladen: [{ naam: 'Blad', rijen: [...Array.from({ length: o.titels }, () => ['Titel (fictief)']), kop, ...regels.map((r) => o.volgorde.map((v) => cel(r, v)))] }] }));
        } else {
          const aan = (t: string): string => (/["\r\n]/.test(t) || t.includes(o.teken) ? `"${t.replaceAll('"', '""')}"` : t);
          const tekst = [...Array.from({ length: o.titels }, () => 'Titel (fictief)'), kop.map(aan).join(o.teken), ...regels.map((r) => o.volgorde.map((v) => aan(veld(r, v))).join(o.teken))].join('\r\n');
          pad = schrijf('x.csv', o.tekenset === 'utf16le' ? Buffer.from(`\uFEFF${tekst}`, 'utf16le') : Buffer.from(o.tekenset === 'latin1' ? tekst.replaceAll('€', '\u0080') : tekst, o.tekenset as BufferEncoding));
        }
        const { project, rapport, vragen } = await importeer([pad]);
        expect(vragen).toEqual([]);
        expect(rapport.bestanden.map((r) => [r.soort, r.koppen, r.geaccepteerd, r.geweigerd])).toEqual([['indicaties', o.titels + 1, regels.length, 0]]);
        expect(rapport.bestanden[0]?.bedragGelezen).toBeCloseTo(regels.reduce((s, r) => s + r.centen, 0) / 100, 6);
        expect(project?.indicaties).toEqual(regels.map(bedoeld));
        // What comes in is a project that can be calculated with.
        expect(valideer({ leerlingen: [], scenarios: [], uitgangspunten: { peildatum: '2026-01-01', begrotingsjaar: 2027, maximaleLooptijd: 24 }, ...project })).toMatchObject({ ok: true });
      }),
      { numRuns: 250 },
    );
  });

  test('of a table in which one cell was spoiled, every other row comes in unchanged, and that row as its text says or not at all', async () => {
    const rommel = fc.oneof(fc.stringMatching(/^[0-9.,€ -]{0,9}$/), fc.constantFrom('n.v.t.', '#N/B', '31-02-2026', '1.234', '12.5', '12/31/2026', 'Totaal', 'Bouwsteen', '=1+1', '"', ';', '9999-12-31', '-', '100 000', '0x10', '1e5', 'NaN', '٣', '１２'));
    await fc.assert(
      fc.asyncProperty(fc.array(regel, { minLength: 2, maxLength: 6 }), fc.nat(100), fc.nat(5), rommel, async (regels, i, kolom, tekst) => {
        const cellen = regels.map((r) => [r.school.naam, r.gemeente.naam, r.product.code, dmj(r.start), eindVan(r) === null ? '' : dmj(eindVan(r)!), nl(r.centen)]);
        const stuk = i % regels.length;
        cellen[stuk]![kolom] = tekst;
        const pad = schrijf('y.csv', [KOP, ...cellen.map((r) => r.join(';'))].join('\n'));
        const { project, rapport, vragen } = await importeer([pad]);
        for (const r of rapport.bestanden) controleer(r);
        // A question, or a file that cannot be read: nothing came in.
        if (project === undefined) {
          expect(vragen.length > 0 || rapport.bestanden.every((r) => r.geaccepteerd === 0)).toBe(true);
          return;
        }
        const goed = regels.map(bedoeld);
        const uit = project.indicaties ?? [];
        const zonder = goed.filter((_, k) => k !== stuk);
        if (uit.length === zonder.length) expect(uit).toEqual(zonder);
        else {
          expect(uit.filter((_, k) => k !== stuk)).toEqual(zonder);
          // The row came in: each value is what its cell says, read on its own.
          const [rij, cel] = [uit[stuk]!, cellen[stuk]!];
          expect(rij.start).toBe(leesDatum(cel[3]!, 'dag-maand'));
          const einde = cel[4]!.trim() === '' || cel[4]!.trim() === '-' ? null : leesDatum(cel[4]!, 'dag-maand');
          expect(rij.eind).toBe(einde === '9999-12-31' ? null : einde);
          expect(rij.kostenPerJaar).toBe(leesGetal(cel[5]!, '1.234,56'));
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('deliveries into a portable project', () => {
  const levering = (bedrag: number, gemeente = 'Hengelo'): string => `${KOP}\nde Bouwsteen;${gemeente};45A48;01-01-2026;31-12-2026;${bedrag}\n`;
  test('a newer delivery of a gemeente replaces its rows, marks the jump, and leaves other gemeenten alone', async () => {
    const een = await importeer([schrijf('1.csv', levering(100)), schrijf('2.csv', levering(70, 'Borne'))]);
    const twee = await importeer([schrijf('3.csv', levering(300))], { project: een.project });
    expect(twee.project?.indicaties?.map((i) => [i.gemeente, i.kostenPerJaar])).toEqual([['GM0147', 70], ['GM0164', 300]]);
    expect(twee.rapport.bestanden[0]?.meldingen.map((m) => m.code)).toEqual(['I17', 'I49']);
    expect(een.project?.indicaties?.length).toBe(2);
  });
  test('the project that was given is not changed', async () => {
    const voor = JSON.stringify(basis);
    await importeer([schrijf('1.csv', levering(100))]);
    expect(JSON.stringify(basis)).toBe(voor);
  });
  test('without a project what no file gave is absent', async () => {
    const { project } = await importeer([schrijf('1.csv', levering(100))], { project: undefined, nieuw: true, naam: 'Proef' });
    expect(Object.keys(project ?? {}).toSorted()).toEqual(['formaat', 'gemeenten', 'indicaties', 'naam', 'producten', 'scholen']);
    expect(project?.scholen).toEqual([{ id: 'de-bouwsteen', naam: 'de Bouwsteen' }]);
  });
});

describe('persons', () => {
  test('pseudonyms are random, the same within one import, and stay what they are when read again', async () => {
    const bestand = `BSN;${KOP}\n123456782;de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100\n123.456.782;de Bouwsteen;Hengelo;50B01;01-01-2026;31-12-2026;100\n`;
    const [een, twee] = await Promise.all([importeer([schrijf('a.csv', bestand)]), importeer([schrijf('b.csv', bestand)])]);
    const van = (u: Importuitkomst): (string | undefined)[] => (u.project?.indicaties ?? []).map((i) => i.jeugdige);
    expect(new Set(van(een)).size).toBe(1);
    expect(van(een)[0]).toMatch(/^p[a-z2-9]{11}$/);
    expect(van(een)[0]).not.toBe(van(twee)[0]);
    const weer = await importeer([schrijf('c.csv', bestand.replaceAll(/\n[0-9.]{9,11};/g, `\n${van(een)[0]};`))]);
    expect(van(weer)).toEqual(van(een));
  });
});

describe('refused rows', () => {
  test('come out as a workbook with their reasons, are corrected there and read again', async () => {
    const pad = schrijf('fout.csv', `BSN;${KOP}\n123456782;de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;100,50\n123456782;de Bouwsteen;Hengelo;45A48;31-02-2026;31-12-2026;200,50\n123456782;de Kapstok;Hengelo;45A48;01-01-2026;31-12-2026;onbekend\n`);
    const { geweigerd, project } = await importeer([pad]);
    expect(geweigerd.flatMap((t) => t.rijen).map((g) => [g.rij, g.meldingen.map((m) => m.code)])).toEqual([[3, ['I03']], [4, ['I02']]]);
    const boek = join(map, 'geweigerd.xlsx');
    writeFileSync(boek, await geweigerdWerkmap(geweigerd));
    const bron = await openBron(boek);
    const rijen = [];
    for await (const stapel of bron.bladen[0]!.rijen()) rijen.push(...stapel);
    await bron.sluit();
    expect(rijen[0]?.cellen).toEqual(['Rij in bronbestand', 'BSN (pseudoniem)', 'School', 'Gemeente', 'Product', 'Start', 'Eind', 'Kosten per jaar', 'Reden', 'Kenmerk']);
    expect(rijen[1]?.cellen.slice(2)).toEqual(['de Bouwsteen', 'Hengelo', '45A48', '31-02-2026', '31-12-2026', '200,50', expect.stringMatching(/^I03: .*rij 3.*geen datum/), expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(readFileSync(boek).includes('123456782')).toBe(false);

    const verbeterd = werkmap({ bladen: [{ naam: 'fout', rijen: rijen.map((r) => r.cellen.map((c) => (c === '31-02-2026' ? '28-02-2026' : c === 'onbekend' ? '300,50' : (c as string | number | null)))) }] });
    const boek2 = schrijf('verbeterd.xlsx', verbeterd);
    // By itself it could only replace what the gemeente delivered.
    const los = await importeer([boek2]);
    expect([los.project, los.rapport.bestanden.map((b) => b.meldingen.map((m) => m.code))]).toEqual([undefined, [['I54']]]);
    expect(project?.indicaties?.length).toBe(1);
    const weer = await importeer([pad, boek2]);
    expect(weer.project?.indicaties?.map((i) => [i.start, i.kostenPerJaar, i.jeugdige])).toEqual([['2026-01-01', 100.5], ['2026-02-28', 200.5], ['2026-01-01', 300.5]].map((i) => [...i, weer.project?.indicaties?.[0]?.jeugdige]));
    expect(weer.geweigerd).toEqual([]);
    expect(weer.rapport.bestanden[1]?.herstel).toMatchObject({ hersteld: 2, bedrag: 501, samen: { geaccepteerd: 3, geweigerd: 0, bedragGelezen: 601.5, bedragGeaccepteerd: 601.5, bedragGeweigerd: 0, bedragOnleesbaar: 0 } });
    expect(weer.rapport.bestanden.flatMap((b) => b.meldingen.filter((m) => m.niveau === 'fout').map((m) => m.code))).toEqual(['I03', 'I02']);
  });
});

describe('stopping', () => {
  test('a signal ends the import at once; nothing is left, also not on disk', async () => {
    const rijen = Array.from({ length: 50_000 }, (_, i) => `de Bouwsteen;Hengelo;45A48;01-01-2026;31-12-2026;${i}`);
    const pad = schrijf('lang.csv', [KOP, ...rijen].join('\n'));
    // A folder of its own for what would be temporary: others work in the one of the machine.
    const tijdelijk = mkdtempSync(join(tmpdir(), 'arrangement-signaal-'));
    vi.stubEnv('TMPDIR', tijdelijk);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(tijdelijk, { recursive: true });
    });
    for (const na of ['verkennen', 'inlezen'] as const) {
      const stop = new AbortController();
      await expect(importeer([pad], { signal: stop.signal, voortgang: (v) => { if (v.stap === na) stop.abort(); } })).rejects.toThrow(/abort/i);
    }
    expect(readdirSync(tijdelijk)).toEqual([]);
    expect(readdirSync(map).filter((n) => n.startsWith('lang'))).toEqual(['lang.csv']);
  });
  test('a file that changes under the import is read again, not half of one and half of the other', async () => {
    const pad = schrijf('wijzigt.csv', `${KOP}\nde Bouwsteen;Hengelo;45A48;01-01-2026;;100\n`);
    const { project, rapport } = await importeer([pad], { voortgang: (v) => { if (v.stap === 'verkennen') writeFileSync(pad, `${KOP}\nde Bouwsteen;Hengelo;45A48;01-01-2026;;1.234\nde Bouwsteen;Hengelo;45A48;01-01-2026;;1.234\n`); } });
    expect(project).toBeUndefined();
    expect(rapport.bestanden.map((r) => [r.bestand, r.meldingen[0]?.code])).toEqual([['wijzigt.csv', 'I43']]);
  });
  test('progress counts up to the whole', async () => {
    const delen: number[] = [];
    await importeer([schrijf('v.csv', `${KOP}\nde Bouwsteen;Hengelo;45A48;01-01-2026;;1\n`)], { voortgang: (v) => delen.push(v.deel) });
    expect(delen.every((d) => d >= 0 && d <= 1)).toBe(true);
    expect(delen.at(-1)).toBe(1);
  });
});
