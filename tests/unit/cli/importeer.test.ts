import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Importrapport } from '../../../models/invoer/types.ts';
import type { Project } from '../../../models/project/types.ts';
import { projectJson } from '../../../scripts/arrangeren/project.ts';
import { draai, type Afloop } from './draai.ts';

const VOORBEELD = 'templates/voorbeeld';
const LIJSTEN = ['gemeenten.csv', 'scholen.csv', 'producten.csv'].map((naam) => `${VOORBEELD}/bestanden/${naam}`);

describe('arrangeren importeer', () => {
  let map: string;
  let uit: string;
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'importeer-'));
    uit = join(map, 'project.json');
  });
  afterEach(() => rmSync(map, { recursive: true }));

  const importeer = (...argumenten: string[]): Afloop => draai(['importeer', ...argumenten, '--uit', uit]);
  const project = (): Project => JSON.parse(readFileSync(uit, 'utf8')) as Project;
  const maak = (naam: string, ...regels: string[]): string => {
    writeFileSync(join(map, naam), regels.join('\r\n'));
    return join(map, naam);
  };
  const KOP = 'School;Gemeente;Product;Start;Eind;Kosten per jaar';
  const GOED = 'Korhoen;Borne;45;01-01-2026;31-12-2026;9.600,50';
  const FOUT = 'Korhoen;Borne;45;01-01-2026;31-12-2026;veel';

  it('ends with 0 when every row came in, and says what the project still lacks', () => {
    const { code, stdout, stderr } = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED));
    expect(code).toBe(0);
    expect(project().indicaties).toEqual([{ school: 'korhoen', gemeente: 'GM0147', product: '45', start: '2026-01-01', eind: '2026-12-31', kostenPerJaar: 9600.5 }]);
    expect(stdout).toContain(`Geschreven: ${uit}`);
    expect(stderr).toMatch(/^P03 {2}uitgangspunten {2}/m);
  });

  it('ends with 3 when rows were refused, and lists why', () => {
    const { code, stdout } = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED, FOUT));
    expect(code).toBe(3);
    expect(project().indicaties).toHaveLength(1);
    expect(stdout).toMatch(/I02 {2}indicaties\.csv, rij 3, kolom “Kosten per jaar”/);
  });

  it('counts what it does not list', () => {
    const { stdout } = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED, ...Array.from({ length: 230 }, () => FOUT)));
    expect(stdout).toContain('… en nog 210;');
  });

  it('writes nothing when rows were refused and all or nothing was asked', () => {
    const { code, stderr } = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED, FOUT), '--alles-of-niets');
    expect(code).toBe(1);
    expect(stderr).toContain('--alles-of-niets');
    expect(existsSync(uit)).toBe(false);
  });

  it('refuses rows with a name that nobody knows, asks what it means, and takes that from a profile', () => {
    const bestand = maak('indicaties.csv', KOP, GOED, GOED.replace('Korhoen', 'De Korhaan'), GOED.replace('Korhoen', 'de korhaan'));
    const gevraagd = importeer(...LIJSTEN, bestand);
    expect(gevraagd.code).toBe(3);
    expect(gevraagd.stderr).toContain('plaats in het profiel (--profiel): namen → school → De Korhaan');
    // An example of the answer is a profile as it can be given.
    const voorbeeld = /bijvoorbeeld: (.*)/.exec(gevraagd.stderr)?.[1] ?? '';
    expect(JSON.parse(voorbeeld)).toMatchObject({ formaat: expect.any(String) as string, namen: { school: { 'De Korhaan': expect.anything() as unknown } } });
    expect(gevraagd.stderr).toContain('1 naam is niet bekend');
    expect(gevraagd.stdout).toMatch(/I05 {2}indicaties\.csv, rij 3/);
    expect(project().indicaties).toHaveLength(1);
    writeFileSync(join(map, 'profiel.json'), JSON.stringify({ namen: { school: { 'De Korhaan': 'korhoen' } } }));
    const beantwoord = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED.replace('Korhoen', 'De Korhaan'), GOED.replace('Korhoen', 'de korhaan').replace('9.600', '9.700')), '--profiel', join(map, 'profiel.json'));
    expect(beantwoord).toMatchObject({ code: 0, stderr: expect.not.stringContaining('niet bekend') as string });
    expect(project().indicaties.map((rij) => rij.school)).toEqual(['korhoen', 'korhoen']);
  });

  it('ends with 1 when only unknown names are left', () => {
    importeer(...LIJSTEN);
    const { code, stderr } = importeer(maak('indicaties.csv', KOP, GOED.replace('Korhoen', 'De Korhaan')));
    expect(code).toBe(1);
    expect(stderr).toContain('namen → school → De Korhaan');
    expect(project().indicaties).toBeUndefined();
  });

  it('proposes the only near name and does not use it', () => {
    const { code, stderr } = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED, GOED.replace('Korhoen', 'De Korhoen')));
    expect(code).toBe(3);
    expect(stderr).toContain('bedoeld is misschien Korhoen');
    expect(stderr).toContain('mogelijk: "korhoen"');
  });

  it('says how to point out what it does not recognise, in a way that works', () => {
    const raar = maak('gebouwen.csv', 'Gebouw;Waar', 'Korhoen;Hengelo');
    const { code, stdout } = importeer(...LIJSTEN, raar);
    expect(code).toBe(3);
    const profielen = stdout.split('\n').filter((regel) => regel.startsWith('  {"formaat"')).map((regel) => regel.trim());
    expect(profielen.length).toBe(2);
    const over = importeer(...LIJSTEN, raar, '--profiel', maak('over.json', profielen[1] as string));
    expect([over.code, over.stdout.includes('I55'), over.stdout.includes('--profiel')]).toEqual([0, true, false]);
    const gezegd = importeer(...LIJSTEN, raar, '--profiel', maak('soort.json', (profielen[0] as string).replace('"koprij":3', '"koprij":1')));
    expect(gezegd.code).toBe(1);
    expect(gezegd.stderr).toContain('geen kolom gevonden voor');
  });

  it('stops at a column that can be read in two ways, naming the column and the answer', () => {
    const { code, stdout, stderr } = importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED.replace('9.600,50', '9.600')));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('kolom “Kosten per jaar”');
    expect(stderr).toContain('→ getalnotatie');
    expect(existsSync(uit)).toBe(false);
  });

  it('adds to the project that stands where the outcome goes', () => {
    importeer(...LIJSTEN, maak('borne.csv', KOP, GOED));
    expect(importeer(maak('hengelo.csv', KOP, GOED.replace('Borne', 'Hengelo'))).code).toBe(0);
    expect(project().indicaties.map((rij) => rij.gemeente)).toEqual(['GM0147', 'GM0164']);
    expect(project().scholen.length).toBeGreaterThan(1);
  });

  it('does not take the place of a file that is no project', () => {
    writeFileSync(uit, '{"iets": "anders"}');
    const { code, stderr } = importeer(...LIJSTEN);
    expect(code).toBe(1);
    expect(stderr).toContain('is geen project');
    expect(readFileSync(uit, 'utf8')).toBe('{"iets": "anders"}');
  });

  it('takes unknown names as new ones when asked', () => {
    expect(importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED.replace('Korhoen', 'De Korhaan')), '--nieuw').code).toBe(0);
    expect(project().scholen.map((s) => s.naam)).toContain('De Korhaan');
  });

  it('adds to what is there, such as assumptions, so that the whole can be calculated', () => {
    const { code, stderr } = importeer(...LIJSTEN, `${VOORBEELD}/bestanden/leerlingen.xlsx`, maak('indicaties.csv', KOP, GOED), '--bij', `${VOORBEELD}/basis.json`, '--profiel', `${VOORBEELD}/profiel.json`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(project().scenarios).toHaveLength(3);
  });

  it('writes the whole report', () => {
    const rapport = join(map, 'rapport.json');
    importeer(...LIJSTEN, maak('indicaties.csv', KOP, GOED, FOUT), '--rapport', rapport);
    const { bestanden } = JSON.parse(readFileSync(rapport, 'utf8')) as Importrapport;
    expect(bestanden.map((b) => [b.bestand, b.soort, b.gelezen, b.koppen, b.geaccepteerd, b.geweigerd])).toContainEqual(['indicaties.csv', 'indicaties', 3, 1, 1, 1]);
  });

  it('names a new project', () => {
    importeer(...LIJSTEN, '--naam', 'Proef');
    expect(project().naam).toBe('Proef');
  });

  it.each([
    ['--bij', '{"formaat": "iets anders"}', 'is geen project'],
    ['--bij', '[', 'is geen JSON'],
    ['--profiel', '[]', 'is geen profiel'],
  ])('refuses %s with %s', (optie, inhoud, zin) => {
    writeFileSync(join(map, 'x.json'), inhoud);
    const { code, stderr } = importeer(...LIJSTEN, optie, join(map, 'x.json'));
    expect(code).toBe(1);
    expect(stderr).toContain(zin);
    expect(existsSync(uit)).toBe(false);
  });
});

describe('projectJson', () => {
  it('is the project, in pieces, whatever the number of rows', () => {
    const groot = { formaat: 'x', weg: undefined, leeg: [], getal: 1, lijst: Array.from({ length: 2500 }, (_, i) => ({ i, tekst: 'a"b\n' })) };
    const stukken = [...projectJson(groot)];
    expect(JSON.parse(stukken.join(''))).toEqual(JSON.parse(JSON.stringify(groot)));
    expect(Math.max(...stukken.map((s) => s.length))).toBeLessThan(60_000);
  });
});
