/** Refused rows of a project file that come back: what is recognised, what is refused with what to do, and what is kept of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { wisRijen } from '../../../electron/service/wissen.ts';
import { maakProject, type Projectbestand } from '../../../electron/store/index.ts';
import type { Bestandsrapport } from '../../../models/invoer/types.ts';
import { geweigerdeBladen, leesIn, verbeterdeWerkmap } from '../../hulp/geweigerd.ts';
import { kaal } from '../../store/hulp.ts';
import { BASIS } from '../invoer/corpus.ts';
import { werkmap } from '../invoer/werkmap.ts';

let map = '';
const open: Projectbestand[] = [];
beforeAll(() => void (map = mkdtempSync(join(tmpdir(), 'herstel-'))));
afterEach(async () => {
  for (const bestand of open.splice(0)) await bestand.sluit({ reservekopie: false });
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

const KOP = 'School;Gemeente;Product;Start;Eind;Kosten per jaar;BSN;Aanbieder';
const rij = (over: { school?: string; gemeente?: string; start?: string; kosten?: string; bsn?: string; aanbieder?: string } = {}): string =>
  [over.school ?? 'SBO de Batavier', over.gemeente ?? 'Hengelo', 'BEG', over.start ?? '01-01-2025', '31-12-2027', over.kosten ?? '100,50', over.bsn ?? '123456782', over.aanbieder ?? 'Aanbieder A'].join(';');
let nummer = 0;
const nieuw = async (): Promise<Projectbestand> => {
  const bestand = await maakProject(join(map, `${++nummer}.arrangement`), kaal());
  open.push(bestand);
  return bestand;
};
const schrijf = (naam: string, ...regels: string[]): string => {
  writeFileSync(join(map, naam), regels.join('\n'));
  return join(map, naam);
};
const boek = (bestand: Projectbestand, verbeter: Parameters<typeof verbeterdeWerkmap>[2], naam = 'boek.xlsx'): Promise<string> => verbeterdeWerkmap(bestand, join(map, naam), verbeter).then(() => join(map, naam));
const codes = (rapport: Bestandsrapport | null | undefined): string[] => rapport?.meldingen.filter((m) => m.niveau === 'fout').map((m) => m.code) ?? [];
const waarom = async (bestand: Projectbestand, pad: string): Promise<string> => (await leesIn(bestand, [pad])).stand.nietGelezen.map((r) => r.meldingen.map((m) => `${m.code} ${m.tekst}`).join()).join();

describe('a workbook of refused rows', () => {
  it('repairs the delivery that it is from, whatever the answers by which that was read', async () => {
    const bestand = await nieuw();
    const pad = schrijf('zonder.csv', 'Waar;Product;Start;Bedrag;Cliënt', 'De Bat;BEG;01-01-2025;1.000,50;c1', 'De Bat;BEG;31-02-2025;2.000,50;c1');
    const profiel = { bronnen: { 'zonder.csv': { soort: 'indicaties' as const, vast: { gemeente: 'GM0164' }, kolommen: { Waar: { veld: 'school' }, Bedrag: { kostenvorm: 'perMaand' } } } }, namen: { school: { 'De Bat': 'batavier' } } };
    await leesIn(bestand, [pad], {}, profiel);
    const { stand, leveringen } = await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }))]);
    expect([stand.vragen, stand.verschillen, leveringen.length]).toEqual([[], [], 1]);
    expect(bestand.project().indicaties.map(({ school, gemeente, start, tarief, frequentie }) => [school, gemeente, start, tarief, frequentie])).toEqual([['batavier', 'GM0164', '2025-01-01', 1000.5, 'perMaand'], ['batavier', 'GM0164', '2025-02-01', 2000.5, 'perMaand']]);
    const [herstel] = bestand.leveringen();
    expect(herstel).toMatchObject({ herstelt: 1, rapport: { herstel: { hersteld: 1, bedrag: 2000.5, samen: { geaccepteerd: 2, geweigerd: 0 } } } });
  });

  it('has no number of a child, and yet the row is of the same child', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('bsn.csv', KOP, rij(), rij({ start: '31-02-2025' }))]);
    const [blad] = await geweigerdeBladen(bestand, map);
    expect(JSON.stringify(blad)).not.toContain('123456782');
    await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }))]);
    const [een, twee] = bestand.project().indicaties.map(({ jeugdige }) => jeugdige);
    expect([twee, een?.length]).toEqual([een, 12]);
  });

  it('says that it holds pseudonyms where the source had numbers, and keeps them under the heading of the source', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('kop.csv', KOP, rij(), rij({ start: '31-02-2025' }), rij({ start: '31-02-2025' }))]);
    const eerst = bestand.geweigerd(1)[1]?.waarden;
    // Refused again, by a sheet that calls the column as the program does.
    await leesIn(bestand, [await boek(bestand, (n, w) => ({ ...w, Start: n === 3 ? '01-02-2025' : '32-02-2025' }))]);
    expect(bestand.geweigerd(1)[1]?.waarden).toEqual({ ...eerst, Start: '32-02-2025' });
    expect(Object.keys(eerst ?? {})).toContain('BSN');
    const [blad] = await geweigerdeBladen(bestand, map);
    expect(JSON.stringify(blad)).toContain('"BSN (pseudoniem)"');
  });

  it('says so where a value was not kept', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('mail.csv', KOP, rij(), rij({ start: '31-02-2025', aanbieder: 'iemand@example.org' }))]);
    const { stand } = await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }))]);
    expect([codes(stand.bladen[0]?.rapport), stand.kanUitvoeren]).toEqual([['I37'], false]);
    expect((await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025', Aanbieder: null }))])).leveringen.length).toBe(1);
  });

  it('does not let a row in twice: once is once, in the sheet, in another one and in the project', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('dubbel.csv', KOP, rij(), rij(), rij({ start: '31-02-2025' }), rij({ start: '32-02-2025', kosten: '7,50' }))]);
    expect(bestand.geweigerd(1).map((g) => [g.rij, g.meldingen[0]?.code])).toEqual([[3, 'I10'], [4, 'I03'], [5, 'I03']]);
    // Corrected into what is there already.
    const gelijk = await leesIn(bestand, [await boek(bestand, (n, w) => (n === 4 ? { ...w, Start: '01-01-2025' } : w))]);
    expect(codes(gelijk.stand.bladen[0]?.rapport)).toEqual(['I10', 'I10', 'I03']);
    expect(gelijk.leveringen).toEqual([]);

    const goed = await boek(bestand, (n, w) => (n === 4 ? { ...w, Start: '01-02-2025' } : w));
    const ook = await boek(bestand, (n, w) => (n === 4 ? { ...w, Start: '01-03-2025' } : n === 5 ? { ...w, Start: '01-04-2025' } : w), 'ook.xlsx');
    const samen = await leesIn(bestand, [goed, ook]);
    expect(samen.stand.bladen.map((b) => [b.rapport?.geaccepteerd, codes(b.rapport)])).toEqual([[1, ['I10', 'I03']], [0, ['I38', 'I38', 'I38']]]);
    expect(bestand.project().indicaties.length).toBe(2);
    // Saved once more with another row corrected: what came in before is passed over.
    const later = await leesIn(bestand, [ook]);
    expect([later.stand.bladen[0]?.rapport?.geaccepteerd, codes(later.stand.bladen[0]?.rapport)]).toEqual([1, ['I10', 'I39']]);
    expect(bestand.project().indicaties.map(({ start }) => start)).toEqual(['2025-01-01', '2025-02-01', '2025-04-01']);
    expect(bestand.geweigerd(1).map((g) => [g.rij, g.hersteld])).toEqual([[3, false], [4, true], [5, true]]);
    bestand.controleer();
  });

  it('is refused, with what to do, where its delivery is not what counts', async () => {
    const bestand = await nieuw();
    const bron = schrijf('weg.csv', KOP, rij(), rij({ start: '31-02-2025' }));
    await leesIn(bestand, [bron]);
    const pad = await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }), 'weg.xlsx');
    expect(await waarom(await nieuw(), pad)).toMatch(/^I54 .*niet in dit project/);
    bestand.ongedaan();
    expect(await waarom(bestand, pad)).toMatch(/^I54 .*weg\.csv van .* is ongedaan gemaakt/);
    bestand.opnieuw();
    await leesIn(bestand, [schrijf('nieuwer.csv', KOP, rij({ kosten: '9,50' }))]);
    expect(await waarom(bestand, pad)).toMatch(/^I54 .*weg\.csv van .* door een nieuwere levering vervangen/);
    bestand.ongedaan();
    await wisRijen(bestand, 'alles');
    expect(await waarom(bestand, pad)).toMatch(/^I54 .*gewist/);
    // Its marks taken off, it could only be taken for a delivery of its own.
    const [blad] = await geweigerdeBladen(await (async () => { const b = await nieuw(); await leesIn(b, [bron]); return b; })(), map);
    writeFileSync(join(map, 'kaal.xlsx'), werkmap({ bladen: [{ naam: 'x', rijen: blad!.rijen.map((r) => r.slice(0, -1)) }] }));
    expect(await waarom(bestand, join(map, 'kaal.xlsx'))).toMatch(/^I54 .*niet heel meer/);
  });

  it('is refused where what was refused was erased', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('leeg.csv', KOP, rij({ start: '31-02-2025' }), rij({ gemeente: 'Borne' }))]);
    const pad = await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }));
    await leesIn(bestand, [schrijf('ll2.csv', 'School;Hengelo;Borne', 'VSO de Bouwsteen;10;5', 'SBO de Batavier;acht;3')]);
    const lijst = await boek(bestand, (_, w) => ({ ...w, Hengelo: 8 }), 'lijst.xlsx');
    await wisRijen(bestand, 'alles');
    for (const p of [pad, lijst]) expect(await waarom(bestand, p)).toMatch(/I54 .*gewist/);
  });

  it('comes in for the gemeenten of which its delivery still counts', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('twee.csv', KOP, rij(), rij({ gemeente: 'Borne' }), rij({ start: '31-02-2025' }), rij({ gemeente: 'Borne', start: '31-02-2025' }))]);
    const pad = await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }));
    await leesIn(bestand, [schrijf('borne.csv', KOP, rij({ gemeente: 'Borne', kosten: '5,50' }))]);
    const { stand } = await leesIn(bestand, [pad]);
    const rapport = stand.bladen[0]?.rapport;
    expect([rapport?.geaccepteerd, codes(rapport)]).toEqual([1, ['I39']]);
    expect(rapport?.meldingen.find((m) => m.code === 'I39')?.tekst).toMatch(/^twee\.csv, rij 5, .*borne\.csv van .* kwam ervoor in de plaats/);
    expect(bestand.project().indicaties.map(({ gemeente, kostenPerJaar, start }) => [gemeente, kostenPerJaar, start])).toEqual([['GM0164', 100.5, '2025-01-01'], ['GM0147', 5.5, '2025-01-01'], ['GM0164', 100.5, '2025-02-01']]);
  });

  it('asks of rows that are left what is unknown, and lets the others in', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('naam.csv', KOP, rij(), rij({ school: 'Elders' }), rij({ start: '31-02-2025' }))]);
    const { stand, leveringen } = await leesIn(bestand, [await boek(bestand, (n, w) => (n === 4 ? { ...w, Start: '01-02-2025' } : w))], { onbekendeNamen: 'vragen' });
    expect([stand.vragen.map((v) => v.profielpad), stand.kanUitvoeren, leveringen.length]).toEqual([[['namen', 'school', 'Elders']], true, 1]);
    expect(bestand.geweigerd(1).map((g) => [g.rij, g.hersteld])).toEqual([[3, false], [4, true]]);
  });

  it('is what its delivery was, whatever else it is called', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('soort.csv', KOP, rij(), rij({ start: '31-02-2025' }))]);
    const { stand, leveringen } = await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, Start: '01-02-2025' }))], { soort: 'leerlingen' });
    expect([stand.bladen[0]?.plan.soort, leveringen.length, bestand.project().indicaties.length]).toEqual(['indicaties', 1, 2]);
  });

  it('keeps what lies in another message, and has a column for what another file told', async () => {
    const bestand = await maakProject(join(map, `${++nummer}.arrangement`), { ...JSON.parse(JSON.stringify(BASIS)), leerlingen: [], indicaties: [] });
    open.push(bestand);
    const corpus = new URL('../../fixtures/import/', import.meta.url).pathname;
    await leesIn(bestand, ['jw301-later-bericht-koppel.csv', 'jw301-later-bericht.xml'].map((naam) => join(corpus, naam)));
    const [blad] = await geweigerdeBladen(bestand, map);
    expect(blad?.rijen[0]).toContain('school');
    const { stand, leveringen } = await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, school: 'de Bouwsteen' }))]);
    expect([codes(stand.bladen[0]?.rapport), leveringen]).toEqual([['I28', 'I28'], []]);
  });

  it('repairs lists too: pupils in a matrix', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('ll.csv', 'School;Hengelo;Borne', 'VSO de Bouwsteen;10;5', 'SBO de Batavier;acht;3')]);
    expect(bestand.geweigerd(1).map((g) => g.waarden)).toEqual([{ School: 'SBO de Batavier', Hengelo: '•••', Borne: '3' }]);
    const { leveringen } = await leesIn(bestand, [await boek(bestand, (_, w) => ({ ...w, Hengelo: 8 }))]);
    expect(leveringen.length).toBe(1);
    expect(bestand.project().leerlingen.filter((l) => l.school === 'batavier').map((l) => [l.gemeente, l.aantal])).toEqual([['GM0164', 8], ['GM0147', 3]]);
    bestand.ongedaan();
    expect(bestand.geweigerd(1)[0]?.hersteld).toBe(false);
  });
});

describe('the report that is kept with a delivery', () => {
  it('has what was found about it as a whole', async () => {
    const bestand = await nieuw();
    await leesIn(bestand, [schrijf('voor.csv', KOP, rij())]);
    const veel = Array.from({ length: 400 }, (_, i) => rij({ bsn: `C${i}`, kosten: '900,50' }));
    const { stand } = await leesIn(bestand, [schrijf('na.csv', KOP, ...veel)]);
    const [levering] = bestand.leveringen();
    expect(levering?.rapport?.meldingen.map((m) => m.code)).toEqual(expect.arrayContaining(['I15', 'I17']));
    expect(levering?.rapport).toEqual(stand.bladen[0]?.rapport);
  });
});
