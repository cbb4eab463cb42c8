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
    expect(stdout).toMatch(/I02 {2}indicaties\.csv, rij 3, kolom "Kosten per jaar"/);
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

  it('asks instead of guessing, with the place of the answer, and takes it from a profile', () => {
    const bestand = maak('indicaties.csv', KOP, GOED.replace('Korhoen', 'De Korhaan'));
    const gevraagd = importeer(...LIJSTEN, bestand);
    expect(gevraagd).toMatchObject({ code: 1, stdout: '' });
    expect(gevraagd.stderr).toContain('plaats in het profiel: namen → school → De Korhaan');
    expect(existsSync(uit)).toBe(false);
    writeFileSync(join(map, 'profiel.json'), JSON.stringify({ namen: { school: { 'De Korhaan': 'korhoen' } } }));
    expect(importeer(...LIJSTEN, bestand, '--profiel', join(map, 'profiel.json')).code).toBe(0);
    expect(project().indicaties[0]?.school).toBe('korhoen');
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
