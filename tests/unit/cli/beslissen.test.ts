import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Doelzoeking, Gevoeligheid, Houdbaarheid, Nulbrug, Omslagpunten, Scenariobrug, Sleutelvergelijking, Volgorde, Zekerheid } from '../../../models/beslissen/types.ts';
import type { Project } from '../../../models/project/types.ts';
import { draai } from './draai.ts';

let map: string;
let pad: string;
/** The small case with uncertain assumptions, a second scenario, and a mark that it is an example. */
beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'beslissen-'));
  pad = join(map, 'project.json');
  const project = JSON.parse(readFileSync(new URL('../../cases/klein.json', import.meta.url), 'utf8')) as Project;
  const [eigen] = project.scenarios;
  project.scenarios = [
    { ...eigen!, vastDeel: 0.4, onzekerheden: [{ parameter: 'realisatieFactor', verdeling: { soort: 'uniform', min: 0.5, max: 1 } }, { parameter: 'inzetFactor', verdeling: { soort: 'pert', min: 0.9, modus: 1, max: 1.3 } }], herkomst: { vastDeel: { status: 'voorbeeld' } } },
    { id: 'b', naam: 'Later', ouder: 'a', arrangementen: [{ school: 'bouwsteen', start: '2028-08-01' }] },
  ];
  writeFileSync(pad, JSON.stringify(project));
});
afterAll(() => rmSync(map, { recursive: true }));

const json = <T>(...argumenten: string[]): T => {
  const { code, stdout, stderr } = draai([...argumenten.toSpliced(1, 0, pad), '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
};
const tekst = (...argumenten: string[]): string => {
  const { code, stdout, stderr } = draai(argumenten.toSpliced(1, 0, pad));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

describe('arrangeren, to decide', () => {
  it('takes a project file as well', () => {
    const bestand = join(map, 'project.arrangement');
    expect(draai(['importeer', pad, '--project', bestand]).code).toBe(0);
    const { code, stdout } = draai(['brug', bestand, '--scenario', 'a', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(json<Nulbrug>('brug', '--scenario', 'a'));
  });

  it('gevoeligheid', () => {
    expect(json<Gevoeligheid>('gevoeligheid', '--scenario', 'a', '--jaar', '2029').staven.map(({ parameter }) => parameter)).toEqual(['realisatieFactor', 'inzetFactor']);
    expect(tekst('gevoeligheid', '--scenario', 'a', '--ncw')).toMatch(/^Voorbeeld – Gevoeligheid: .*\n\nVoorbeeld\nuitgangspunt +P10 +effect/);
  });

  it('zekerheid: the same on any number of threads, with its seed and its sentences', () => {
    const een = draai(['zekerheid', pad, '--scenario', 'a', '--zaad', '7', '--trekkingen', '500', '--json']);
    const twee = draai(['zekerheid', pad, '--scenario', 'a', '--zaad', '7', '--trekkingen', '500', '--draden', '2', '--json']);
    expect(een.code).toBe(0);
    expect(twee.stdout).toBe(een.stdout);
    const { zaad, trekkingen, zinnen, zekerheden } = JSON.parse(een.stdout) as Zekerheid;
    expect([zaad, trekkingen, zekerheden.map(({ zekerheid }) => zekerheid)]).toEqual([7, 500, [0.7, 0.8, 0.9, 0.95]]);
    const uit = tekst('zekerheid', '--scenario', 'a', '--zaad', '7', '--trekkingen', '500');
    for (const zin of zinnen) expect(uit).toContain(`${zin}\n`);
    expect(uit).toContain('Zaad 7, 500 trekkingen\n');
    expect(uit).toMatch(/Voorbeeld: Met 80 % zekerheid/);
  });

  it('omslag and doelzoek', () => {
    expect(json<Omslagpunten>('omslag', '--scenario', 'a', '--invoer', 'inzetFactor', '--van', '0,5', '--tot', '1,5').punten[0]!.uitslag).toMatchObject({ soort: 'gevonden', gehaaldBij: 'lager' });
    expect(json<Omslagpunten>('omslag', '--scenario', 'a', '--school', 'bouwsteen').punten).toHaveLength(3);
    const doel = json<Doelzoeking>('doelzoek', '--scenario', 'a', '--invoer', 'arrangementen[bouwsteen].inzet[0].aantal', '--doel=-20000');
    expect(doel.zoeking.uitslag).toMatchObject({ soort: 'gevonden', uitkomst: expect.closeTo(-20_000, 5) });
    expect(json<Doelzoeking>('doelzoek', '--scenario', 'a', '--invoer', 'producten[BEG].benutting', '--doel', '100000', '--van', '0,1', '--tot', '1').zoeking.uitslag.soort).toBe('gevonden');
    expect(tekst('omslag', '--scenario', 'a', '--invoer', 'realisatieFactor@bouwsteen')).toContain('op VSO de Bouwsteen');
  });

  it('brug, from nulscenario and between scenarios', () => {
    const nul = json<Nulbrug>('brug', '--scenario', 'a', '--gemeente', 'GM0164');
    expect(nul.delen.reduce((som, { bedrag }) => som + bedrag, 0)).toBeCloseTo(nul.totaal, 6);
    const naar = json<Scenariobrug>('brug', '--scenario', 'a', '--naar', 'b');
    expect(naar.delen.map(({ code }) => code)).toEqual(['planning']);
    expect(tekst('brug', '--scenario', 'a', '--naar', 'b')).toMatch(/Brug naar “Later”.*[\s\S]*start en einde/);
  });

  it('sleutels', () => {
    const uit = json<Sleutelvergelijking>('sleutels', '--scenario', 'a', '--sleutels', 'leerlingen; leerlingen=3+kosten=1; formule:2*jeugdigen + leerlingen', '--grens', '2,5');
    expect(uit.sleutels.map(({ sleutel }) => sleutel)).toEqual([{ kosten: 1 }, { leerlingen: 1 }, { leerlingen: 0.75, kosten: 0.25 }, { formule: '2*jeugdigen + leerlingen' }]);
    expect(uit.grens).toBe(2.5);
    expect(tekst('sleutels', '--scenario', 'a')).toMatch(/de sleutel van het scenario\ngemeente +bijdrage/);
  });

  it('houdbaarheid, for internal use', () => {
    const uit = json<Houdbaarheid>('houdbaarheid', '--scenario', 'a', '--vast-deel', '0,2');
    expect(uit).toMatchObject({ lezer: 'intern', vastDeel: 0.2 });
    expect(json<Houdbaarheid>('houdbaarheid', '--scenario', 'a').vingerafdruk).not.toBe(uit.vingerafdruk);
    expect(tekst('houdbaarheid', '--scenario', 'a')).toContain('Alleen voor intern gebruik');
  });

  it('volgorde', () => {
    expect(json<Volgorde>('volgorde', '--scenario', 'a', '--plafond', '1000').fasering!.pastNiet).toEqual(['bouwsteen']);
    expect(tekst('volgorde', '--scenario', 'a', '--plafond', '100000')).toContain('1. VSO de Bouwsteen');
  });

  it.each([
    [['gevoeligheid'], 'Geef met --scenario welk scenario: a, b.'],
    [['gevoeligheid', '--scenario', 'weg'], 'Scenario weg bestaat niet; kies uit a, b.'],
    [['gevoeligheid', '--scenario', 'a', '--jaar', '2050'], 'Gevoeligheid kan niet: 1 fout.\nB02'],
    [['gevoeligheid', '--scenario', 'a', '--jaar', 'straks'], '--jaar straks is geen getal.'],
    [['zekerheid', '--scenario', 'a', '--draden', '0'], '--draden 0 kan niet'],
    [['zekerheid', '--scenario', 'a', '--zaad', '1,5'], 'Zekerheid kan niet: 1 fout.\nB03'],
    [['doelzoek', '--scenario', 'a', '--doel', '0'], 'Geef met --invoer welk uitgangspunt'],
    [['omslag', '--scenario', 'a', '--invoer', 'onzin.hier'], 'B06'],
    [['omslag', '--scenario', 'a', '--van', '0', '--tot', '1'], '--van en --tot horen bij --invoer.'],
    [['omslag', '--scenario', 'a', '--school', 'weg'], 'School weg heeft in dit scenario geen arrangement'],
    [['sleutels', '--scenario', 'a', '--sleutels', 'oppervlakte'], 'De sleutel oppervlakte is niet te lezen.'],
    [['volgorde', '--scenario', 'a', '--plafond=-1'], 'B07'],
  ])('%j says what is wrong', ([opdracht, ...rest], verwacht) => {
    const { code, stdout, stderr } = draai([opdracht!, pad, ...rest]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(verwacht);
  });

  it.each(['gevoeligheid', 'zekerheid', 'omslag', 'doelzoek', 'brug', 'sleutels', 'houdbaarheid', 'volgorde'])('%s explains itself', (opdracht) => {
    const { code, stdout } = draai([opdracht, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^arrangeren ${opdracht} PROJECT `));
    expect(stdout).toContain('--json');
  });
});
