/** A gemeente's uitwisselbestand in the place of its rows: the same outcomes to the cent, in the project file and in the portable project. */
import * as fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isUitwisselbestand, KORTSTE_WACHTWOORD, leesUitwisseling } from '../../electron/exchange/uitwisselen.ts';
import { Dienstfout } from '../../electron/service/dienstfout.ts';
import { bronVanBestand, bronVanProject, leesInBestand, leesInProject, maakUitwisselbestand, type Inleeskeuzes, type Uitwisselopdracht } from '../../electron/service/uitwisselen.ts';
import { maakProject } from '../../electron/store/index.ts';
import type { Bestandsrapport } from '../../models/invoer/types.ts';
import type { Project } from '../../models/project/types.ts';
import { valideer } from '../../models/project/valideren.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { reken } from '../hulp/reken.ts';
import { dobbelsteen, kies, parameters, verwachtGelijk } from '../hulp/wet.ts';
import { willekeurigProject } from '../hulp/willekeurig.ts';
import { eigenMap, klein, lees, straksDicht } from './hulp.ts';

const WACHTWOORD = 'vier losse woorden samen';
const opdracht = (over: Partial<Uitwisselopdracht> = {}): Uitwisselopdracht =>
  ({ gemeente: 'GM0164', grondslag: 'artikel 2.10 Jeugdwet (voorbeeld)', aan: ['de regio'], wachtwoord: null, moment: new Date('2026-11-21T12:00:00Z'), programma: 'proef 1', ...over });
const alsJson = <T>(waarde: T): T => JSON.parse(JSON.stringify(waarde)) as T;

async function bestandVan(project: Project, over: Partial<Uitwisselopdracht> = {}, map = eigenMap()): Promise<string> {
  const pad = join(map, `uitwisselen-${over.gemeente ?? 'GM0164'}.json`);
  writeFileSync(pad, (await maakUitwisselbestand(bronVanProject(project), opdracht(over))).tekst);
  return pad;
}
/** A project without the rows of a gemeente, as the region has it before its delivery. */
const zonder = (project: Project, gemeente: string): Project => ({
  ...project,
  indicaties: project.indicaties.filter((rij) => rij.gemeente !== gemeente),
  ...(project.declaraties && { declaraties: project.declaraties.filter((rij) => rij.gemeente !== gemeente) }),
});
const rekenBestand = async (bestand: ReturnType<typeof straksDicht>): Promise<unknown> => {
  const uitslag = await berekenVoorbereid(bestand.projectZonderRijen(), bestand.voorbereiding(voorbereider));
  if (!uitslag.ok) throw new Error(JSON.stringify(uitslag.fouten));
  return uitslag.berekening;
};
const metRijen = (project: Project): string[] => {
  const aangeleverd = new Set((project.aggregaten ?? []).map(({ gemeente }) => gemeente));
  return [...new Set([...project.indicaties, ...(project.declaraties ?? [])].map(({ gemeente }) => gemeente))].filter((g) => !aangeleverd.has(g));
};

/** Every way round must give what the rows give. */
async function verwachtHetzelfde(project: Project, gemeente: string, wachtwoord: string | null): Promise<void> {
  const verwacht = await reken(project);
  const pad = await bestandVan(project, { gemeente, wachtwoord });
  const keuzes: Inleeskeuzes = wachtwoord === null ? {} : { wachtwoord };

  const draagbaar = await leesInProject(zonder(project, gemeente), [pad], keuzes);
  expect(draagbaar.ingelezen[0]?.rapport).toMatchObject({ soort: 'aggregaten', geaccepteerd: 1, geweigerd: 0 });
  const geldig = valideer(alsJson(draagbaar.project));
  if (!geldig.ok) throw new Error(JSON.stringify(geldig.fouten));
  verwachtGelijk(await reken(geldig.project), verwacht);

  // In the project file it takes the place of the rows that were there.
  const bestand = await maakProject(join(eigenMap(), 'p.arrangement'), project);
  try {
    const invoer = bestand.invoer();
    const [ingelezen] = await leesInBestand(bestand, invoer, [pad], keuzes);
    expect(ingelezen?.rapport.geaccepteerd).toBe(1);
    invoer.bewaar();
    expect(bestand.gemeentenMetRijen()).not.toContain(gemeente);
    verwachtGelijk(await rekenBestand(bestand), verwacht);
    verwachtGelijk(await reken(bestand.project()), verwacht);
    // Out of the file and back in once more.
    const weer = join(eigenMap(), 'weer.json');
    writeFileSync(weer, (await maakUitwisselbestand(bronVanBestand(bestand), opdracht({ gemeente }))).tekst);
    const terug = await leesUitwisseling(weer);
    const eerst = await leesUitwisseling(pad, wachtwoord ?? undefined);
    expect(terug.project).toEqual(eerst.project);
    expect(terug.spreiding).toEqual(eerst.spreiding);
    bestand.ongedaan();
    verwachtGelijk(await rekenBestand(bestand), verwacht);
    bestand.controleer();
  } finally {
    await bestand.sluit({ reservekopie: false });
  }
}

/** What reading the file of GM0164 of `klein` does to a project. */
const eerste = async (project: Project, opties: Inleeskeuzes = {}): Promise<{ project: unknown; codes: string[]; teksten: string; vragen: string[] }> => {
  const { project: na, ingelezen } = await leesInProject(project, [await bestandVan(klein())], opties);
  const { rapport, vragen } = ingelezen[0] as (typeof ingelezen)[0];
  return { project: na, codes: codesVan(rapport), teksten: rapport.meldingen.map(({ tekst }) => tekst).join('\n'), vragen: vragen.map(({ profielpad }) => profielpad.join(' ')) };
};

describe('uitwisselbestand', () => {
  it.each(['klein', 'twente', 'randen-1', 'randen-2', 'randen-3', 'aggregaat'])('of every gemeente of %s gives the outcomes of its rows', async (naam) => {
    const project = lees(naam);
    const gemeenten = metRijen(project);
    for (const gemeente of gemeenten.slice(0, 3)) await verwachtHetzelfde(project, gemeente, null);
  }, 60_000);

  it('of random projects gives the outcomes of the rows', async () => {
    await fc.assert(fc.asyncProperty(willekeurigProject(), dobbelsteen, async (willekeurig, worp) => {
      const project = alsJson(willekeurig);
      await verwachtHetzelfde(project, kies(metRijen(project), worp), null);
    }), parameters(20));
  }, 60_000);

  it('of all gemeenten gives the whole project without a row about a person', async () => {
    const project = lees('twente');
    const map = eigenMap();
    const paden: string[] = [];
    for (const gemeente of metRijen(project)) paden.push(await bestandVan(project, { gemeente }, map));
    const leeg = { ...project, indicaties: [], declaraties: [] };
    const { project: regio } = await leesInProject(leeg, paden, {});
    expect(regio.indicaties).toEqual([]);
    verwachtGelijk(await reken(alsJson(regio) as Project), await reken(project));
  }, 60_000);

  it('holds no pseudonym and no name of an aanbieder, and names its gemeente, ground, parties, program and date', async () => {
    const project = lees('twente');
    const gemeente = metRijen(project)[0] as string;
    const tekst = readFileSync(await bestandVan(project, { gemeente }), 'utf8');
    const eigen = project.indicaties.filter((rij) => rij.gemeente === gemeente);
    const namen = new Set(eigen.flatMap(({ jeugdige, aanbieder }) => [jeugdige, aanbieder]).filter((naam) => naam !== undefined));
    expect(namen.size).toBeGreaterThan(0);
    for (const naam of namen) expect(tekst).not.toContain(JSON.stringify(naam));
    expect(JSON.parse(tekst)).toMatchObject({ kop: { gemeente: { code: gemeente }, peildatum: project.uitgangspunten.peildatum, grondslag: 'artikel 2.10 Jeugdwet (voorbeeld)', partijen: { aan: ['de regio'] }, programma: 'proef 1', gemaakt: '2026-11-21T12:00:00.000Z' } });
  });

  describe('with a passphrase', () => {
    it('gives the same outcomes, and shows without it only who shares what on which ground', async () => {
      await verwachtHetzelfde(klein(), 'GM0164', WACHTWOORD);
      const pad = await bestandVan(klein(), { wachtwoord: WACHTWOORD });
      const buiten = JSON.parse(readFileSync(pad, 'utf8')) as Record<string, unknown>;
      expect(Object.keys(buiten)).toEqual(['formaat', 'kop', 'versleuteling', 'inhoud']);
      expect(buiten['kop']).toMatchObject({ grondslag: 'artikel 2.10 Jeugdwet (voorbeeld)' });
      expect(await isUitwisselbestand(pad)).toBe(true);
    }, 30_000);

    it.each([
      ['no passphrase', (): void => undefined, undefined, 'is met een wachtwoord gesloten'],
      ['another passphrase', (): void => undefined, 'iets heel anders dan dat', 'gaat niet open'],
      ['a changed ground', (pad: string): void => wijzig(pad, (json) => void ((json['kop'] as Record<string, unknown>)['grondslag'] = 'iets anders')), WACHTWOORD, 'gaat niet open'],
      ['changed contents', (pad: string): void => wijzig(pad, (json) => void (json['inhoud'] = `AAAA${String(json['inhoud']).slice(4)}`)), WACHTWOORD, 'gaat niet open'],
      ['contents cut off', (pad: string): void => wijzig(pad, (json) => void (json['inhoud'] = 'AAAA')), WACHTWOORD, 'gaat niet open'],
      ['a key that takes more memory', (pad: string): void => wijzig(pad, (json) => void ((json['versleuteling'] as Record<string, unknown>)['N'] = 2 ** 30)), WACHTWOORD, 'is geen uitwisselbestand dat dit programma kan openen'],
    ])('refuses %s', async (_, schend, wachtwoord, zin) => {
      const pad = await bestandVan(klein(), { wachtwoord: WACHTWOORD });
      schend(pad);
      const { project, ingelezen } = await leesInProject(zonder(klein(), 'GM0164'), [pad], { wachtwoord });
      expect(ingelezen[0]?.rapport.meldingen[0]?.tekst).toContain(zin);
      expect(project).toEqual(zonder(klein(), 'GM0164'));
    });

    it('refuses one that is too short', async () => {
      await expect(bestandVan(klein(), { wachtwoord: 'x'.repeat(KORTSTE_WACHTWOORD - 1) })).rejects.toThrow('te kort');
    });
  });

  it('passes on what was found about its rows', async () => {
    const { ingelezen } = await leesInProject(zonder(klein(), 'GM0164'), [await bestandVan(klein())], {});
    expect(ingelezen[0]?.rapport.meldingen.map(({ code, tekst }) => [code, /W\d\d/.exec(tekst)?.[0]])).toEqual([['I62', 'W06']]);
  });

  it.each<[string, (json: Record<string, unknown>) => void, string]>([
    ['an amount that was changed', (json) => void ((json['project'] as { aggregaten: [{ basis: [{ bedrag: number }] }] }).aggregaten[0].basis[0].bedrag += 1), 'controlegetal'],
    ['a ground that was taken out', (json) => void ((json['kop'] as Record<string, unknown>)['grondslag'] = ' '), 'grondslag ontbreken'],
    ['a row that was put in', (json) => void ((json['project'] as { indicaties: unknown[] }).indicaties.push(klein().indicaties[0])), 'P24'],
    ['an aggregaat that is none', (json) => void ((json['project'] as { aggregaten: unknown[] }).aggregaten = [{}]), 'klopt niet: P0'],
  ])('that is open and has %s is refused', async (_, schend, zin) => {
    const pad = await bestandVan(klein());
    wijzig(pad, schend);
    const { ingelezen } = await leesInProject(zonder(klein(), 'GM0164'), [pad], {});
    expect(ingelezen[0]?.rapport.meldingen[0]?.tekst).toContain(zin);
  });

  it.each<[string, Partial<Uitwisselopdracht>, string]>([
    ['without a ground', { grondslag: ' ' }, 'Noem de grondslag'],
    ['for nobody', { aan: [] }, 'Noem voor wie'],
    ['of a gemeente that is not there', { gemeente: 'GM9999' }, 'staat niet in dit project'],
  ])('is not made %s', async (_, over, zin) => {
    const fout = await bestandVan(klein(), over).catch((f: unknown) => f);
    expect(fout).toBeInstanceOf(Dienstfout);
    expect((fout as Error).message).toContain(zin);
  });

  describe('in a project', () => {
    const u = klein().uitgangspunten;

    it('of another peildatum, or with a longer looptijd, is refused', async () => {
      expect((await eerste({ ...zonder(klein(), 'GM0164'), uitgangspunten: { ...u, peildatum: '2025-01-01' } })).codes).toContain('I60');
      expect((await eerste({ ...zonder(klein(), 'GM0164'), uitgangspunten: { ...u, maximaleLooptijd: 61 } })).teksten).toContain('60 maanden');
    });

    it('with other assumptions comes in, and says so', async () => {
      const anders = { ...zonder(klein(), 'GM0164'), uitgangspunten: { ...u, wekenPerJaar: 40, basis: 'declaraties' as const }, producten: klein().producten.map((p) => ({ ...p, benutting: 0.5 })) };
      const { codes, teksten } = await eerste(anders);
      expect(new Set(codes)).toEqual(new Set(['I61']));
      expect(teksten).toContain('het aantal weken per jaar');
      expect(teksten).toContain('de basis');
      expect(teksten).toContain('de benutting van product');
    });

    it('that calls a school otherwise asks, or follows the profile', async () => {
      const [school] = klein().scholen;
      const hernoemd = JSON.parse(JSON.stringify(zonder(klein(), 'GM0164')).replaceAll(JSON.stringify(school?.id), '"andersgenoemd"').replaceAll(JSON.stringify(school?.naam), '"Hele Andere Naam"')) as Project;
      const gevraagd = await eerste(hernoemd);
      expect(gevraagd).toMatchObject({ codes: ['I05'], vragen: [`namen school ${school?.naam}`] });
      const { project } = await eerste(hernoemd, { profiel: { namen: { school: { [school?.naam as string]: 'andersgenoemd' } } } });
      expect(JSON.stringify((project as Project).aggregaten)).toContain('andersgenoemd');
    });

    it('does not take a school for another that happens to have its id', async () => {
      const [school] = klein().scholen;
      const verward = { ...zonder(klein(), 'GM0164'), scholen: klein().scholen.map((s) => (s.id === school?.id ? { ...s, naam: 'Iets Volstrekt Anders' } : s)) };
      expect((await eerste(verward)).codes).toEqual(['I05']);
      expect((await eerste(verward, { nieuw: true })).codes).toEqual(['I05']);
    });

    it('that knows nothing brings its gemeente, schools and products along when asked', async () => {
      const leeg = { ...klein(), gemeenten: [], scholen: [], producten: [], leerlingen: [], indicaties: [], scenarios: [] };
      expect((await eerste(leeg)).codes).toContain('I05');
      const { project, codes } = await eerste(leeg, { nieuw: true });
      expect(new Set(codes)).toEqual(new Set(['I48']));
      expect(valideer(alsJson(project))).toMatchObject({ ok: true });
    });

    it('cannot stand beside another of the same gemeente in one import', async () => {
      const map = eigenMap();
      const een = await bestandVan(klein(), {}, map);
      const twee = join(map, 'twee.json');
      writeFileSync(twee, readFileSync(een));
      const bestand = straksDicht(await maakProject(join(map, 'p.arrangement'), zonder(klein(), 'GM0164')));
      const invoer = bestand.invoer();
      const uit = await leesInBestand(bestand, invoer, [een, twee], {});
      expect(uit.map(({ rapport }) => codesVan(rapport))).toEqual([[], ['I23']]);
      invoer.bewaar();
      // The same file again is known and does nothing.
      const weer = bestand.invoer();
      await leesInBestand(bestand, weer, [een], {});
      expect(weer.bekend).toHaveLength(1);
      expect(weer.bewaar()).toEqual([]);
    });
  });
});

/** Codes of what was found about the file itself: that its rows have warnings (I62) is told apart. */
const codesVan = ({ meldingen }: Bestandsrapport): string[] => meldingen.map(({ code }) => code).filter((code) => code !== 'I62');

function wijzig(pad: string, doe: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(pad, 'utf8')) as Record<string, unknown>;
  doe(json);
  writeFileSync(pad, JSON.stringify(json));
}
