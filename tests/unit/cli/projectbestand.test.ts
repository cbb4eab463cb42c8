import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Importrapport } from '../../../models/invoer/types.ts';
import type { Project } from '../../../models/project/types.ts';
import { verwachtGelijk } from '../../hulp/wet.ts';
import { draai, type Afloop } from './draai.ts';

const KLEIN = 'tests/cases/klein.json';
const LIJSTEN = ['gemeenten.csv', 'scholen.csv', 'producten.csv'].map((naam) => `templates/voorbeeld/bestanden/${naam}`);
const KOP = 'School;Gemeente;Product;Start;Eind;Kosten per jaar;Client';
const GOED = 'Korhoen;Borne;45;01-01-2026;31-12-2026;9.600,50;c1';

const json = (pad: string): unknown => JSON.parse(readFileSync(pad, 'utf8'));

const goed = (...argumenten: string[]): Afloop => {
  const afloop = draai(argumenten);
  expect(afloop, argumenten.join(' ')).toMatchObject({ code: 0 });
  return afloop;
};
const uitkomst = (project: string): unknown => JSON.parse(goed('bereken', project).stdout);

describe('arrangeren on a project file', () => {
  let map: string;
  let pad: string;
  beforeEach(() => {
    map = mkdtempSync(join(tmpdir(), 'projectbestand-'));
    pad = join(map, 'p.arrangement');
  });
  afterEach(() => rmSync(map, { recursive: true }));

  const inMap = (naam: string): string => join(map, naam);
  const maak = (naam: string, ...regels: string[]): string => {
    writeFileSync(inMap(naam), regels.join('\r\n'));
    return inMap(naam);
  };

  it('gives what the portable project gives, and gives that back', () => {
    for (const naam of ['klein', 'aggregaat']) {
      const draagbaar = `tests/cases/${naam}.json`;
      const bestand = inMap(`${naam}.arrangement`);
      goed('importeer', draagbaar, '--project', bestand);
      goed('exporteer', bestand, '--uit', inMap(`${naam}.json`));
      expect(json(inMap(`${naam}.json`))).toEqual(json(draagbaar));
      expect(uitkomst(bestand)).toEqual(uitkomst(draagbaar));
    }
  }, 60_000);

  it('takes deliveries, keeps what was refused, and shows what a new delivery changed', () => {
    expect(goed('importeer', ...LIJSTEN, '--project', pad).stdout).toContain(`Geschreven: ${pad}`);
    const eerste = draai(['importeer', maak('een.csv', KOP, GOED, GOED.replace('9.600,50', 'veel'), GOED.replace('Korhoen', 'Onbekend')), '--project', pad]);
    expect(eerste.code).toBe(3);
    expect(eerste.stderr).toContain('namen → school → Onbekend');
    expect(draai(['geweigerd', pad]).stdout).toMatch(/een\.csv +3 +I02[^]*een\.csv +4 +I05/);

    // The same file does nothing; a newer one takes its place.
    expect(draai(['importeer', inMap('een.csv'), '--project', pad]).stdout).toContain('nu overgeslagen: een.csv');
    const tweede = goed('importeer', maak('twee.csv', KOP, GOED, GOED.replace('01-01-2026', '01-02-2026')), '--project', pad);
    expect(tweede.stdout).toMatch(/indicaties +GM0147 +een\.csv +1 +1 \(9\.601\)/);
    expect(goed('log', pad).stdout).toMatch(/indicaties uit twee\.csv[^]*indicaties uit een\.csv[^]*Project p/);
    expect(goed('log', pad, '--wijzigingen', '--aantal', '1').stdout.split('\n')[0]).toContain('twee.csv');
  }, 60_000);

  it('exports refused rows as a workbook that can be corrected and read again', () => {
    goed('importeer', ...LIJSTEN, '--project', pad);
    draai(['importeer', maak('een.csv', KOP, GOED, GOED.replace('Korhoen', 'Onbekend')), '--project', pad]);
    goed('geweigerd', pad, '--uit', inMap('geweigerd.xlsx'));
    // As it is nothing can come in: the name is still not known.
    expect(draai(['importeer', inMap('geweigerd.xlsx'), '--project', pad]).code).toBe(1);
    const profiel = maak('profiel.json', JSON.stringify({ namen: { school: { Onbekend: 'stapsteen' } } }));
    const herstel = goed('importeer', inMap('geweigerd.xlsx'), '--project', pad, '--profiel', profiel, '--rapport', inMap('rapport.json'));
    expect(herstel.stdout).toMatch(/een\.csv: 1 geweigerde rij hersteld \(9\.600,50\), nog 0 geweigerd; samen 2 aanvaard \(19\.201,00\)/);
    expect(herstel.stdout).not.toContain('Vervangen leveringen');
    expect((json(inMap('rapport.json')) as Importrapport).bestanden[0]?.herstel).toMatchObject({ van: { bestand: 'een.csv' }, hersteld: 1, samen: { geaccepteerd: 2, geweigerd: 0 } });
    const scholen = (): string[] => {
      goed('exporteer', pad, '--uit', inMap('na.json'));
      return (json(inMap('na.json')) as Project).indicaties.map(({ school }) => school);
    };
    expect(scholen()).toEqual(['korhoen', 'stapsteen']);
    expect(goed('geweigerd', pad).stdout).toContain('Er zijn geen geweigerde rijen.');
    expect(draai(['importeer', inMap('geweigerd.xlsx'), '--project', pad, '--profiel', profiel]).code).toBe(1);
    expect(scholen()).toEqual(['korhoen', 'stapsteen']);
  }, 60_000);

  it('repairs a portable project from the source and the workbook together, and refuses the workbook alone', () => {
    const uit = inMap('p.json');
    const bron = maak('een.csv', KOP, GOED, GOED.replace('Korhoen', 'Onbekend'));
    goed('importeer', ...LIJSTEN, '--uit', uit);
    expect(draai(['importeer', bron, '--uit', uit, '--geweigerd', inMap('geweigerd.xlsx')]).code).toBe(3);
    const profiel = maak('profiel.json', JSON.stringify({ namen: { school: { Onbekend: 'stapsteen' } } }));
    const scholen = (): string[] => (json(uit) as Project).indicaties.map(({ school }) => school);
    const alleen = draai(['importeer', inMap('geweigerd.xlsx'), '--uit', uit, '--profiel', profiel]);
    expect([alleen.code, scholen()]).toEqual([1, ['korhoen']]);
    expect(alleen.stdout + alleen.stderr).toContain('Lees het bronbestand samen met deze werkmap in');
    // Twice over it is the same.
    for (const _ of [1, 2]) {
      goed('importeer', bron, inMap('geweigerd.xlsx'), '--uit', uit, '--profiel', profiel);
      expect(scholen()).toEqual(['korhoen', 'stapsteen']);
    }
  }, 60_000);

  it('finds the school of a declaratie by the toewijzing of an earlier delivery', () => {
    goed('importeer', ...LIJSTEN, '--project', pad);
    goed('importeer', maak('toewijzingen.csv', `${KOP};Toewijzingnummer`, `${GOED};1001`, `${GOED.replace('c1', 'c2').replace('Korhoen', 'Stapsteen')};1002`), '--project', pad, '--nieuw');
    const { code } = draai(['importeer', maak('declaraties.csv', 'Toewijzingnummer;Gemeente;Product;Maand;Bedrag', '1002;Borne;45;01-03-2026;250,50', '1003;Borne;45;01-03-2026;10,50'), '--project', pad, '--soort', 'declaraties']);
    expect(code).toBe(3);
    goed('exporteer', pad, '--uit', inMap('na.json'));
    expect((json(inMap('na.json')) as Project).declaraties?.map(({ school, bedrag }) => [school, bedrag])).toEqual([['stapsteen', 250.5]]);
  }, 60_000);

  it('leaves nothing behind when nothing came in', () => {
    const { code } = draai(['importeer', maak('een.csv', KOP, GOED.replace('Korhoen', 'Onbekend')), '--project', pad]);
    expect(code).toBe(1);
    expect(readdirSync(map)).toEqual(['een.csv']);
    goed('importeer', ...LIJSTEN, '--project', pad);
    const voor = goed('log', pad).stdout;
    expect(draai(['importeer', maak('fout.csv', KOP, GOED, GOED.replace('9.600,50', 'veel')), '--project', pad, '--alles-of-niets']).code).toBe(1);
    expect(goed('log', pad).stdout).toBe(voor);
  }, 60_000);

  it('gives the uitwisselbestand of a gemeente, with which the region gets the same outcomes', () => {
    goed('importeer', KLEIN, '--project', pad);
    const wachtwoord = maak('wachtwoord.txt', 'vier losse woorden samen');
    const bestand = inMap('uitwissel.json');
    const argumenten = ['exporteer', pad, '--uitwisselbestand', '--gemeente', 'GM0164', '--uit', bestand];
    for (const [ontbreekt, over] of [['--grondslag', []], ['--zonder-wachtwoord', ['--grondslag', 'x']]] as const) {
      const { code, stderr } = draai([...argumenten, ...over]);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(ontbreekt) as string });
      expect(existsSync(bestand)).toBe(false);
    }
    expect(goed(...argumenten, '--grondslag', 'artikel X (voorbeeld)', '--wachtwoord-uit', wachtwoord).stdout).toContain('Grondslag: artikel X (voorbeeld)');
    expect(readFileSync(bestand, 'utf8')).toContain('artikel X (voorbeeld)');

    const klein = json(KLEIN) as Project;
    const regio = maak('regio.json', JSON.stringify({ ...klein, indicaties: klein.indicaties.filter(({ gemeente }) => gemeente !== 'GM0164') }));
    const doelen = [inMap('regio.arrangement'), inMap('met.json')];
    for (const doel of doelen) {
      goed('importeer', bestand, '--bij', regio, doel.endsWith('.json') ? '--uit' : '--project', doel, '--wachtwoord-uit', wachtwoord);
      verwachtGelijk(uitkomst(doel), uitkomst(KLEIN));
    }
    const mis = draai(['importeer', bestand, '--project', doelen[0] as string]);
    expect(mis.code).toBe(1);
    expect(mis.stdout).toContain('is met een wachtwoord gesloten');
  }, 90_000);

  it('freezes a scenario and calculates it again, also after rows are erased; outcomes stay', () => {
    goed('importeer', KLEIN, '--project', pad);
    const voor = uitkomst(pad);
    const [scenario] = (json(KLEIN) as Project).scenarios;
    expect(goed('vaststellen', pad, '--scenario', scenario?.id as string).stdout).toMatch(/vingerafdruk [0-9a-f]{64}/);
    expect(draai(['wissen', pad])).toMatchObject({ code: 1, stderr: expect.stringContaining('--definitief') as string });
    expect(goed('wissen', pad, '--definitief').stdout).toContain('GM0164');
    verwachtGelijk(uitkomst(pad), voor);
    goed('exporteer', pad, '--uit', inMap('na.json'));
    expect((json(inMap('na.json')) as Project).indicaties).toEqual([]);
    expect(goed('vaststellen', pad).stdout).toMatch(/klopt$/m);
    expect(draai(['vaststellen', pad, '--scenario', 'bestaat-niet']).stderr).toContain('bestaat niet; kies uit');
  }, 90_000);

  it('restores a backup, also over a damaged file', () => {
    goed('importeer', ...LIJSTEN, '--project', pad);
    goed('importeer', maak('een.csv', KOP, GOED), '--project', pad);
    const lijst = goed('herstel', pad).stdout;
    expect(lijst).toContain('sessie');
    writeFileSync(pad, 'SQLite format 3\u0000 en dan rommel');
    expect(draai(['log', pad]).code).toBe(1);
    expect(goed('herstel', pad, '--kopie', 'nieuwste').stdout).toContain('Teruggezet');
    expect(goed('log', pad).stdout).toContain('een.csv');
    expect(draai(['herstel', pad, '--kopie', 'x'])).toMatchObject({ code: 1 });
  }, 60_000);

  it.each([
    [['log', KLEIN], 'is geen projectbestand'],
    [['geweigerd', 'bestaat-niet.arrangement'], 'bestaat niet'],
    [['bereken', 'bestaat-niet.arrangement'], 'bestaat niet'],
    [['importeer', KLEIN, '--uit', 'a.json', '--project', 'b.arrangement'], 'niet allebei'],
    [['exporteer', KLEIN, '--uit', '/tmp/x.json', '--grondslag', 'x'], 'hoort bij --uitwisselbestand'],
  ])('says what is wrong with %j', (argumenten, zin) => {
    const { code, stderr } = draai(argumenten);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(zin) as string });
  });

  it('does not merge two projects', () => {
    copyFileSync(KLEIN, inMap('a.json'));
    const { code, stderr } = draai(['importeer', KLEIN, '--uit', inMap('a.json')]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('kunnen niet worden samengevoegd') as string });
  });
});
