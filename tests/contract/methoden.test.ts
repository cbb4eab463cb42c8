/** One suite over every host: each method of the contract holds its input, its envelope and its faults, whatever carries the messages. */
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Antwoord, Foutcode } from '../../models/contract/antwoord.ts';
import { MAXIMALE_BERICHTGROOTTE } from '../../models/contract/http.ts';
import { METHODEN, type Invoer, type Methodenaam, type Uitvoer } from '../../models/contract/methoden.ts';
import type { Melding, Project } from '../../models/project/types.ts';
import { berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import { bouwWerkmap } from '../../electron/service/voorstel.ts';
import { werkmapBytes } from '../../electron/exchange/werkmap/schrijven.ts';
import { metVerborgen, nietTeVerbergen } from '../hulp/verborgen.ts';
import { verwachtGelijk } from '../hulp/wet.ts';
import { vulIn } from '../workbook/hulp/invullen.ts';
import { verwacht } from './verwacht.ts';
import { VERVOER, type Programma, type Verbinding } from './vervoer.ts';
import { UITGANGSPUNTEN, VOORBEELDEN } from './voorbeelden.ts';

const KLEIN = JSON.parse(readFileSync(new URL('../cases/klein.json', import.meta.url), 'utf8')) as Project;
const METHODENAMEN = Object.keys(METHODEN) as Methodenaam[];
const ONBEKEND = { greep: 'ff'.repeat(16), recent: 'onbekend', import: 'onbekend' };
const BESTANDEN = new URL('../../templates/voorbeeld/bestanden/', import.meta.url).pathname;

const codeVan = (antwoord: Antwoord<unknown>): Foutcode | 'ok' => (antwoord.ok ? 'ok' : antwoord.fout.code);

describe.each(VERVOER)('$naam', (vervoer) => {
  let programma: Programma;
  let v: Verbinding;
  let map: string;
  beforeAll(async () => {
    programma = await vervoer.start();
    v = await programma.venster();
    map = mkdtempSync(join(tmpdir(), 'arrangement-contract-'));
  });
  afterAll(async () => {
    await programma.sluit();
    rmSync(map, { recursive: true, force: true });
  });

  const stuur = async (bericht: unknown): Promise<Antwoord<never>> => JSON.parse(await v.stuur(typeof bericht === 'string' ? bericht : JSON.stringify(bericht))) as Antwoord<never>;
  const goed = async <N extends Methodenaam>(methode: N, invoer: Invoer<N>, bij: Verbinding = v): Promise<Uitvoer<N>> => verwacht(await bij.roep(methode, invoer));
  const neemKlein = async (bij: Verbinding = v): Promise<string> => {
    const pad = join(map, 'klein.json');
    writeFileSync(pad, JSON.stringify(KLEIN));
    return (await bij.neem(pad)).greep;
  };

  describe('a message', () => {
    it.each([
      ['nothing', '', 'ongeldigeInvoer'],
      ['no JSON', '{', 'ongeldigeInvoer'],
      ['a list', '[]', 'ongeldigeInvoer'],
      ['no method', '{}', 'onbekendeMethode'],
      ['a method that is not there', '{"methode":"project.alles","invoer":{}}', 'onbekendeMethode'],
      ['a name that every object has', '{"methode":"constructor","invoer":{}}', 'onbekendeMethode'],
      ['__proto__ as method', '{"methode":"__proto__","invoer":{}}', 'onbekendeMethode'],
      ['a field too many', '{"methode":"app.info","invoer":{},"extra":1}', 'ongeldigeInvoer'],
      ['a task for what is none', '{"methode":"app.info","invoer":{},"taak":"a"}', 'ongeldigeInvoer'],
      ['a task with a strange name', '{"methode":"project.openVoorbeeld","invoer":{},"taak":"../a"}', 'ongeldigeInvoer'],
    ])('%s is refused in the envelope', async (_, bericht, code) => {
      const antwoord = await stuur(bericht);
      expect(codeVan(antwoord)).toBe(code);
      expect(Object.keys(antwoord)).toEqual(['ok', 'fout']);
      expect((antwoord as { fout: { tekst: string } }).fout.tekst).toMatch(/^[A-Z].*\.$/s);
    });

    it('that is too large is refused', async () => {
      expect(codeVan(await stuur(JSON.stringify({ methode: 'instellingen.zet', invoer: { naam: 'a', waarde: 'x'.repeat(MAXIMALE_BERICHTGROOTTE) } })))).toBe('teGroot');
    });

    it('without invoer counts as one with an empty invoer', async () => {
      expect(codeVan(await stuur({ methode: 'app.info' }))).toBe('ok');
    });
  });

  describe.each(METHODENAMEN)('%s', (naam) => {
    it.each(VOORBEELDEN[naam].fout.map(([invoer, pad]) => ({ invoer, pad })))('refuses input $# and names “$pad”', async ({ invoer, pad }) => {
      const antwoord = await stuur({ methode: naam, invoer });
      expect(codeVan(antwoord)).toBe('ongeldigeInvoer');
      const meldingen = (antwoord as { fout: { details: Melding[] } }).fout.details;
      expect(meldingen.map((m) => m.pad)).toContain(pad);
      for (const { tekst } of meldingen) expect(tekst).toMatch(/\.$/);
    });

    if (METHODEN[naam].nodig === 'project' || METHODEN[naam].nodig === 'schrijven') {
      it('needs an open project', async () => {
        expect(codeVan(await v.roep(naam, VOORBEELDEN[naam].goed(ONBEKEND)))).toBe('geenProject');
      });
    }
  });

  it('knows no handle, recent project, import, backup or task that it did not give', async () => {
    expect(codeVan(await v.roep('project.neemOver', { greep: ONBEKEND.greep }))).toBe('nietGevonden');
    expect(codeVan(await v.roep('project.open', { bron: { soort: 'recent', id: 'x' } }))).toBe('nietGevonden');
    expect(codeVan(await v.roep('project.open', { bron: { soort: 'bestand', greep: '/etc/passwd' } }))).toBe('nietGevonden');
    expect(await goed('taak.annuleer', { taak: 'x' })).toBeNull();
    const ander = await programma.venster();
    const greep = await neemKlein(ander);
    // A handle of one window says nothing to another.
    expect(codeVan(await v.roep('project.neemOver', { greep }))).toBe('nietGevonden');
  });

  it('keeps settings and says who it is', async () => {
    expect(await goed('app.info', {})).toMatchObject({ naam: 'Collectief Arrangeren', gastheer: vervoer.naam === 'IPC' ? 'electron' : 'web' });
    await goed('instellingen.zet', { naam: 'thema', waarde: { donker: true } });
    await goed('instellingen.zet', { naam: '__proto__', waarde: 1 });
    expect(await goed('instellingen.lees', {})).toMatchObject({ thema: { donker: true } });
    await goed('instellingen.zet', { naam: 'thema', waarde: null });
    expect(await goed('instellingen.lees', {})).not.toHaveProperty('thema');
    expect(codeVan(await v.roep('instellingen.zet', { naam: 'veel', waarde: 'x'.repeat(600_000) }))).toBe('teGroot');
  });

  describe('a project', () => {
    it('is taken over from portable JSON, and calculates as that does', async () => {
      const antwoord = await goed('project.neemOver', { greep: await neemKlein() });
      expect(antwoord?.stand).toMatchObject({ alleenLezen: false, voorbereiding: 1, fouten: [], project: { naam: KLEIN.naam }, aantallen: { indicaties: KLEIN.indicaties.length } });
      expect(antwoord?.stand.project).not.toHaveProperty('indicaties');
      const { stand, voorbereiding } = await goed('project.stand', {});
      const uitslag = await berekenVoorbereid(stand.project, voorbereiding as NonNullable<typeof voorbereiding>);
      const rechtstreeks = JSON.parse(readFileSync(new URL('../cases/klein.expected.json', import.meta.url), 'utf8')) as { nul: { perJaar: number[] } };
      expect(uitslag.ok && uitslag.berekening.nul.perJaar.map((x) => x.toFixed(6))).toEqual(rechtstreeks.nul.perJaar.map((x) => x.toFixed(6)));
    });

    it('changes as a whole or not at all, and the log says from what to what', async () => {
      const voor = (await goed('project.stand', {})).stand;
      const na = await goed('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Anders' }, { soort: 'scenario', scenario: { ...voor.project.scenarios[0], id: 'nieuw', naam: 'Nieuw' } as never }], omschrijving: 'Twee dingen', revisie: voor.revisie });
      expect(na.stand.revisie).toBeGreaterThan(voor.revisie);
      expect(na.voorbereiding).toBeUndefined();
      expect(na.stand.voorbereiding).toBe(voor.voorbereiding);
      expect(na.stand).toMatchObject({ ongedaan: 'Twee dingen', project: { naam: 'Anders' } });
      expect(na.stand.project.scenarios.map(({ id }) => id)).toContain('nieuw');

      const geweigerd = await v.roep('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Weer anders' }, { soort: 'scholen', lijst: [] }], omschrijving: 'Mis' });
      expect(geweigerd).toMatchObject({ ok: false, fout: { code: 'ongeldig' } });
      expect((geweigerd as unknown as { fout: { details: Melding[] } }).fout.details.map(({ code }) => code)).toContain('P06');
      expect((await goed('project.stand', {})).stand.project.naam).toBe('Anders');
      expect(codeVan(await v.roep('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Te laat' }], omschrijving: 'x', revisie: voor.revisie }))).toBe('conflict');
      expect(codeVan(await v.roep('project.wijzig', { wijzigingen: [{ soort: 'scenarioWeg', id: 'bestaat-niet' }], omschrijving: 'x' }))).toBe('nietGevonden');

      const { regels } = await goed('logboek.lijst', { aantal: 1 });
      expect(regels).toMatchObject([{ omschrijving: 'Twee dingen', bereikbaar: true }]);
      expect(regels[0]?.wijzigingen).toContainEqual(expect.objectContaining({ van: KLEIN.naam, naar: 'Anders' }));
    });

    it('is undone, redone and taken back to an earlier point', async () => {
      expect((await goed('project.ongedaan', {})).stand).toMatchObject({ project: { naam: KLEIN.naam }, opnieuw: 'Twee dingen' });
      expect((await goed('project.opnieuw', {})).stand).toMatchObject({ project: { naam: 'Anders' } });
      expect(codeVan(await v.roep('project.opnieuw', {}))).toBe('geweigerd');
      const { regels } = await goed('logboek.lijst', { aantal: 500 });
      const begin = regels.find(({ omschrijving }) => omschrijving.startsWith('indicaties')) ?? regels.at(-1);
      expect((await goed('logboek.terugNaar', { id: begin?.id as number })).stand.project.naam).toBe(KLEIN.naam);
      const { regels: tweede, meer } = await goed('logboek.lijst', { aantal: 1, voor: regels[0]?.id as number });
      expect(tweede).toHaveLength(1);
      expect(meer).toBe(true);
      expect(codeVan(await v.roep('logboek.terugNaar', { id: 99_999 }))).toBe('nietGevonden');
    });

    it('may be unfinished: what a choice makes necessary is said, not refused', async () => {
      const { stand } = await goed('project.stand', {});
      const [eerste] = stand.project.scenarios;
      const zonder = { ...eerste, verdeling: { bereik: 'regio', sleutel: { leerlingen: 0.5, kosten: 0.2 } } };
      const na = await goed('project.wijzig', { wijzigingen: [{ soort: 'scenario', scenario: zonder as never }], omschrijving: 'Gewichten' });
      expect(na.stand.fouten.map(({ code }) => code)).toEqual(['P09']);
      expect(na.stand.fouten[0]?.pad).toMatch(/^scenarios\[0\]/);
      expect(na.stand.voorbereiding).not.toBeNull();
      await goed('project.ongedaan', {});
    });

    it('gives another preparation when the data or what they are read with change', async () => {
      const { stand } = await goed('project.stand', {});
      const na = await goed('project.wijzig', { wijzigingen: [{ soort: 'uitgangspunten', uitgangspunten: { ...stand.project.uitgangspunten, wekenPerJaar: 40 } }], omschrijving: 'Weken' });
      expect(na.stand.voorbereiding).not.toBe(stand.voorbereiding);
      expect(na.voorbereiding).toBeDefined();
      await goed('project.ongedaan', {});
    });

    it('shows what needs rows', async () => {
      const { scholen } = await goed('nulmeting.lees', {});
      expect(scholen.map(({ school }) => school)).toEqual(KLEIN.scholen.map(({ id }) => id));
      const { voorbereiding } = await goed('project.stand', {});
      const basis = voorbereiding?.cellen.basis.reduce((a, b) => a + b, 0) ?? 0;
      expect(scholen.reduce((a, { kosten }) => a + kosten, 0)).toBeCloseTo(basis, 6);
      const alle = await goed('rijen.lees', { lijst: 'indicaties', vanaf: 0, aantal: 500 });
      expect(alle.totaal).toBe(KLEIN.indicaties.length);
      expect(alle.basis).toBeCloseTo(basis, 6);
      const school = KLEIN.scholen[0]?.id as string;
      const een = await goed('rijen.lees', { lijst: 'indicaties', school, vanaf: 1, aantal: 1 });
      expect(een.totaal).toBe(KLEIN.indicaties.filter((i) => i.school === school).length);
      expect(een.rijen).toEqual(alle.rijen.filter((r) => r.school === school).slice(1, 2));
      const tellend = await goed('rijen.lees', { lijst: 'indicaties', teltMee: true, vanaf: 0, aantal: 500 });
      expect(tellend.rijen).toEqual(alle.rijen.filter((r) => r.basis !== 0));
      expect(tellend.basis).toBeCloseTo(basis, 6);
      expect(await goed('rijen.lees', { lijst: 'declaraties', vanaf: 0, aantal: 5 })).toMatchObject({ totaal: KLEIN.declaraties?.length ?? 0 });
    });

    it('is frozen with a fingerprint, and the frozen one still calculates the same', async () => {
      const scenario = KLEIN.scenarios[0]?.id as string;
      expect(codeVan(await v.roep('vastgesteld.maak', { scenario: 'bestaat-niet' }))).toBe('nietGevonden');
      const vast = await goed('vastgesteld.maak', { scenario });
      expect(vast).toMatchObject({ scenario, vingerafdruk: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect(await goed('vastgesteld.lijst', {})).toEqual([vast]);
      expect(await goed('vastgesteld.lees', { id: vast.id })).toMatchObject({ vastgesteld: vast, klopt: true, verschillen: [] });
      expect(codeVan(await v.roep('vastgesteld.lees', { id: 99 }))).toBe('nietGevonden');
    });

    it('publishes scenarios for a reader: what is hidden has no value, what-ifs go along, and what cannot be hidden is refused by name', async () => {
      const bij = await programma.venster();
      const neem = async (project: Project): Promise<void> => {
        const pad = join(map, 'lezer.json');
        writeFileSync(pad, JSON.stringify(project));
        await goed('project.neemOver', { greep: (await bij.neem(pad)).greep }, bij);
      };
      await neem(metVerborgen());
      const { project } = (await goed('project.stand', {}, bij)).stand;
      const eerst = await goed('publicatie.lees', { scenarios: ['alle'], lezer: 'klankbordgroep' }, bij);
      const verborgen = eerst.tabellen.gemeenten.filter((c) => c.waarde === null);
      expect(verborgen.length).toBeGreaterThan(0);
      for (const cel of verborgen) expect(cel.verborgen).not.toBeNull();
      expect(eerst).toMatchObject({ lezer: 'klankbordgroep', jaren: [2027, 2028, 2029], opschrift: 'klankbordgroep – kleine aantallen verborgen' });
      expect(Object.keys(eerst).sort()).toEqual(['jaren', 'lezer', 'opgerold', 'opschrift', 'tabellen', 'toelichting', 'voorVolgende']);

      const [alle] = project.scenarios as [Project['scenarios'][number]];
      const variant = { ...alle, id: 'wat-als', arrangementen: (alle.arrangementen ?? []).map((a) => ({ ...a, realisatie: 0.6 })) } as typeof alle;
      const daarna = await goed('publicatie.lees', { scenarios: ['alle'], lezer: 'klankbordgroep', varianten: [variant], eerder: eerst.voorVolgende }, bij);
      expect(new Set(daarna.tabellen.regio.flatMap((c) => c.scenario ?? []))).toEqual(new Set(['alle', 'wat-als']));
      expect(daarna.voorVolgende.verborgen).toEqual(expect.arrayContaining([...eerst.voorVolgende.verborgen]));
      expect(daarna.tabellen.regio.filter((c) => c.scenario === 'alle')).toEqual(eerst.tabellen.regio.filter((c) => c.scenario === 'alle'));
      expect((await goed('project.stand', {}, bij)).stand.project.scenarios.map(({ id }) => id)).toEqual(project.scenarios.map(({ id }) => id));

      expect(codeVan(await bij.roep('publicatie.lees', { scenarios: ['alle'], lezer: 'openbaar', varianten: [{ ...variant, id: 'alle' }] }))).toBe('ongeldig');
      expect(codeVan(await bij.roep('publicatie.lees', { scenarios: ['alle'], lezer: 'openbaar', varianten: [{ ...variant, arrangementen: [{ school: 'bestaat-niet' }] } as never] }))).toBe('ongeldig');
      expect(codeVan(await bij.roep('publicatie.lees', { scenarios: ['bestaat-niet'], lezer: 'openbaar' }))).toBe('nietGevonden');
      expect(codeVan(await bij.roep('publicatie.lees', { scenarios: [], lezer: 'openbaar' }))).toBe('ongeldigeInvoer');

      // A threshold that protects nothing is refused, not replaced.
      await goed('instellingen.zet', { naam: 'drempel', waarde: 4 }, bij);
      const teLaag = await bij.roep('publicatie.lees', { scenarios: ['alle'], lezer: 'klankbordgroep' });
      expect(teLaag).toMatchObject({ ok: false, fout: { code: 'ongeldig', tekst: expect.stringContaining('ten minste 5') as string } });
      await goed('instellingen.zet', { naam: 'drempel', waarde: 500 }, bij);
      expect(codeVan(await bij.roep('publicatie.lees', { scenarios: ['alle'], lezer: 'klankbordgroep' }))).not.toBe('ongeldig');
      await goed('instellingen.zet', { naam: 'drempel', waarde: null }, bij);

      await neem(nietTeVerbergen());
      const geweigerd = await bij.roep('publicatie.lees', { scenarios: ['alle'], lezer: 'klankbordgroep' });
      expect(geweigerd).toMatchObject({ ok: false, fout: { code: 'geweigerd', details: expect.arrayContaining(['Gemeente 3, nulscenario']) as string[] } });
      expect(JSON.stringify(geweigerd)).not.toMatch(/tussen \d|na te bepalen/);
    });

    it('says what a publication is looking at, and stops it there when it is cancelled', async () => {
      const bij = await programma.venster();
      await goed('project.openVoorbeeld', {}, bij);
      const [scenarios, lezer, datum] = [['alle-scholen'], 'klankbordgroep', '2027-01-01'] as const;
      const manieren = [
        (taak: string) => bij.roep('publicatie.lees', { scenarios: [...scenarios], lezer }, taak),
        (taak: string) => bij.roep('voorstel.maak', { scenarios: [...scenarios], lezer, datum }, taak),
        (taak: string) => bij.roep('voorstel.stukken', { scenarios: [...scenarios], lezer, datum, delen: ['besluit'], als: 'html' }, taak),
      ];
      for (const [i, begin] of manieren.entries()) {
        const taak = `taak-lezer-${i}`;
        const bezig = begin(taak);
        await expect.poll(() => bij.gebeurtenissen.some((g) => g.soort === 'voortgang' && g.taak === taak && /\d+ van \d+ cijfers/.test(g.tekst)), { timeout: 20_000, interval: 2 }).toBe(true);
        await goed('taak.annuleer', { taak }, bij);
        expect(codeVan(await bezig)).toBe('geannuleerd');
      }
      // What was stopped did not go out.
      const { regels } = await goed('logboek.lijst', { aantal: 20 }, bij);
      expect(regels.filter(({ omschrijving }) => omschrijving.startsWith('Uitgegeven'))).toEqual([]);
    });

    it('answers questions about a scenario, and says what it still needs', async () => {
      const [eigen] = (await goed('project.stand', {})).stand.project.scenarios;
      const scenario = eigen?.id as string;
      const brug = await goed('beslissen.brug', { scenario });
      expect(brug.delen.reduce((som, { bedrag }) => som + bedrag, 0)).toBeCloseTo(brug.totaal, 4);
      expect(codeVan(await v.roep('beslissen.brug', { scenario: 'bestaat-niet' }))).toBe('nietGevonden');
      expect(codeVan(await v.roep('beslissen.zekerheid', { scenario, zaad: 1, trekkingen: 100 }))).toBe('ongeldig');
      const onzeker = { ...eigen, onzekerheden: [{ parameter: 'realisatieFactor', verdeling: { soort: 'uniform', min: 0.5, max: 1 } }] };
      await goed('project.wijzig', { wijzigingen: [{ soort: 'scenario', scenario: onzeker as never }], omschrijving: 'Onzekerheden' });
      const zekerheid = await goed('beslissen.zekerheid', { scenario, zaad: 1, trekkingen: 100 });
      expect(zekerheid).toMatchObject({ zaad: 1, trekkingen: 100, scenario: { id: scenario } });
      expect((await goed('beslissen.gevoeligheid', { scenario })).vingerafdruk).toBe(zekerheid.vingerafdruk);
      await goed('project.ongedaan', {});
      expect((await goed('beslissen.brug', { scenario })).vingerafdruk).toBe(brug.vingerafdruk);
    });

    it('leaves as a file that can be taken over again, and as a copy that is then open', async () => {
      const export_ = await goed('project.exporteer', { als: 'overdraagbaar' });
      expect(export_.naam).toMatch(/\.json$/);
      const opnieuw = await goed('project.neemOver', { greep: export_.greep });
      expect(opnieuw?.stand.aantallen.indicaties).toBe(KLEIN.indicaties.length);
      const bestand = await goed('project.exporteer', { als: 'projectbestand' });
      expect(bestand.naam).toMatch(/\.arrangement$/);
      // What is only lent goes with its window: opened is a copy that stays.
      const geleend = await goed('project.open', { bron: { soort: 'bestand', greep: bestand.greep } });
      expect(geleend.stand).toMatchObject({ alleenLezen: false, aantallen: { indicaties: KLEIN.indicaties.length } });
      expect((await goed('start.recent', {}))[0]?.map).toMatch(/projecten$/);
      const kopie = await goed('project.opslaanAls', { naam: 'Kopie' });
      expect([opnieuw?.stand.bestand, geleend.stand.bestand]).not.toContain(kopie?.stand.bestand);
      expect((await goed('start.recent', {}))[0]?.bestand).toBe(`${kopie?.stand.bestand}.arrangement`);
    });

    it('opens read-only in a second window, which is told of changes and may make none', async () => {
      const [recent] = await goed('start.recent', {});
      const tweede = await programma.venster();
      const gelezen = await goed('project.open', { bron: { soort: 'recent', id: recent?.id as string } }, tweede);
      expect(gelezen.stand).toMatchObject({ alleenLezen: true, vergrendeldDoor: { wie: expect.any(String) as string, machine: expect.any(String) as string } });
      for (const naam of METHODENAMEN.filter((m) => METHODEN[m].nodig === 'schrijven')) {
        const antwoord = await tweede.roep(naam, VOORBEELDEN[naam].goed(ONBEKEND) as never);
        expect(codeVan(antwoord), naam).toBe('alleenLezen');
      }
      await goed('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Van de eerste' }], omschrijving: 'Naam' });
      await expect.poll(() => tweede.gebeurtenissen.map(({ soort }) => soort), { timeout: 8_000 }).toContain('gewijzigd');
      expect((await goed('project.stand', {}, tweede)).stand.project.naam).toBe('Van de eerste');
      await goed('project.sluit', {}, tweede);
    });

    it('closes, and is then not open', async () => {
      await goed('project.sluit', {});
      expect(codeVan(await v.roep('project.stand', {}))).toBe('geenProject');
      await goed('project.sluit', {});
    });

    it('can be restored from a backup of its last session', async () => {
      const [recent] = await goed('start.recent', {});
      const bron = { soort: 'recent', id: recent?.id as string } as const;
      const [kopie] = await goed('reservekopieen.lijst', { bron });
      expect(kopie).toMatchObject({ reden: 'na een sessie' });
      await goed('project.open', { bron });
      await goed('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Na de kopie' }], omschrijving: 'Naam' });
      expect(codeVan(await v.roep('reservekopieen.herstel', { id: 'is-er-niet' }))).toBe('nietGevonden');
      const hersteld = await goed('reservekopieen.herstel', { id: kopie?.id as string });
      expect(hersteld.stand.project.naam).toBe('Van de eerste');
      await goed('project.sluit', {});
    });

    it('that is damaged says so and offers its backups; that is none is refused', async () => {
      const [recent] = await goed('start.recent', {});
      const bron = { soort: 'recent', id: recent?.id as string } as const;
      const pad = join(recent?.map as string, recent?.bestand as string);
      truncateSync(pad, 10_000);
      const antwoord = await v.roep('project.open', { bron });
      expect(antwoord).toMatchObject({ ok: false, fout: { code: 'beschadigd', details: { reservekopieen: expect.arrayContaining([expect.objectContaining({ id: expect.any(String) as string })]) as unknown } } });
      const [kopie] = await goed('reservekopieen.lijst', { bron });
      expect((await goed('reservekopieen.herstel', { bron, id: kopie?.id as string })).stand.alleenLezen).toBe(false);
      await goed('project.sluit', {});

      writeFileSync(join(map, 'geen.arrangement'), 'dit is geen database, maar wel lang genoeg om op een bestand te lijken'.repeat(20));
      expect(codeVan(await v.roep('project.open', { bron: { soort: 'bestand', greep: (await v.neem(join(map, 'geen.arrangement'))).greep } }))).toBe('geenProjectbestand');
      expect((await goed('start.vergeet', { id: recent?.id as string })).map(({ id }) => id)).not.toContain(recent?.id);
      expect(existsSync(pad)).toBe(true);
    });

    it('is refused when its assumptions are wrong, or it is no portable project', async () => {
      expect(codeVan(await v.roep('project.nieuw', { naam: 'Mis', uitgangspunten: { ...UITGANGSPUNTEN, peildatum: '2027-02-30' } }))).toBe('ongeldig');
      writeFileSync(join(map, 'mis.json'), '{"formaat":"iets"}');
      expect(codeVan(await v.roep('project.neemOver', { greep: (await v.neem(join(map, 'mis.json'))).greep }))).toBe('ongeldig');
    });
  });

  describe('an import', () => {
    const neemAlles = async (...namen: string[]): Promise<string[]> => Promise.all(namen.map(async (naam) => (await v.neem(join(BESTANDEN, naam))).greep));

    it('shows, asks, stores what it showed, and is undone per delivery', async () => {
      await goed('project.nieuw', { naam: 'Inlezen', uitgangspunten: UITGANGSPUNTEN });
      const bestanden = await neemAlles('gemeenten.csv', 'scholen.csv', 'producten.csv', 'leerlingen.xlsx', 'indicaties-borne.csv', 'indicaties-hengelo.csv');
      const vragend = verwacht(await v.roep('import.inlezen', { bestanden }, 'taak-een'));
      expect(vragend.kanUitvoeren).toBe(false);
      expect(vragend.vragen.length).toBeGreaterThan(0);
      expect(codeVan(await v.roep('import.uitvoeren', { import: vragend.import }))).toBe('geweigerd');

      const profiel = JSON.parse(readFileSync(new URL('../../templates/voorbeeld/profiel.json', import.meta.url), 'utf8')) as object;
      const getoond = await goed('import.herzie', { import: vragend.import, profiel });
      expect(getoond).toMatchObject({ vragen: [], kanUitvoeren: true, nietGelezen: [] });
      const aanvaard = getoond.bladen.filter(({ plan }) => plan.soort === 'indicaties').reduce((a, { rapport }) => a + (rapport?.geaccepteerd ?? 0), 0);
      // Until it is carried out the project is what it was.
      expect((await goed('project.stand', {})).stand.leveringen).toEqual([]);

      const klaar = await goed('import.uitvoeren', { import: getoond.import, bewaarProfiel: 'Hengelo' });
      expect(klaar.leveringen).toHaveLength(6);
      expect(klaar.stand.aantallen.indicaties).toBe(aanvaard);
      expect(await goed('import.profielen', {})).toMatchObject([{ naam: 'Hengelo', profiel }]);

      const geweigerd = await goed('geweigerd.lijst', { vanaf: 0, aantal: 10 });
      expect(geweigerd.totaal).toBe(klaar.stand.aantallen.geweigerd);
      expect(geweigerd.totaal).toBeGreaterThan(0);
      const werkmap = await goed('geweigerd.exporteer', {});
      expect(werkmap.naam).toBe('Geweigerde rijen Inlezen.xlsx');
      // Read as it is, every row is refused again, for the same reason.
      const teruggelezen = await goed('import.inlezen', { bestanden: [werkmap.greep], profiel });
      expect(teruggelezen.bladen.map(({ rapport }) => rapport?.herstel?.hersteld)).toEqual(teruggelezen.bladen.map(() => 0));
      expect(teruggelezen).toMatchObject({ kanUitvoeren: false, vragen: [], nietGelezen: [] });
      await goed('import.annuleer', { import: teruggelezen.import });
      const opnieuw = await goed('import.inlezen', { bestanden: bestanden.slice(4, 5), profiel });
      expect(opnieuw).toMatchObject({ kanUitvoeren: false, bekend: [{ bestand: 'indicaties-borne.csv' }] });
      await goed('import.annuleer', { import: opnieuw.import });

      const levering = klaar.stand.leveringen.find(({ bestand }) => bestand === 'indicaties-borne.csv');
      const na = await goed('leveringen.ongedaan', { levering: levering?.id as number });
      expect(na.stand.leveringen.find(({ id }) => id === levering?.id)?.staat).toBe('ongedaan');
      expect(na.stand.aantallen.indicaties).toBe(aanvaard - (levering?.rijen ?? 0));
    });

    it('is let go by anything else that is asked of the project', async () => {
      const bestanden = await neemAlles('indicaties-borne.csv');
      const profiel = (await goed('import.profielen', {}))[0]?.profiel as object;
      const getoond = await goed('import.inlezen', { bestanden, profiel });
      expect(getoond.kanUitvoeren).toBe(true);
      await goed('project.wijzig', { wijzigingen: [{ soort: 'naam', naam: 'Verder' }], omschrijving: 'Naam' });
      expect(codeVan(await v.roep('import.uitvoeren', { import: getoond.import }))).toBe('nietGevonden');
      expect(codeVan(await v.roep('import.herzie', { import: getoond.import, profiel }))).toBe('nietGevonden');
    });

    it('joins later files on the prices, the price level and the toewijzingen that the project has', async () => {
      await goed('project.nieuw', { naam: 'Later', uitgangspunten: { ...UITGANGSPUNTEN, prijspeil: 2027 } });
      const neem = async (naam: string, ...regels: string[]): Promise<string> => {
        writeFileSync(join(map, naam), regels.join('\r\n'));
        return (await v.neem(join(map, naam))).greep;
      };
      const lees = async (...bestanden: string[]): Promise<Uitvoer<'import.inlezen'>> => goed('import.inlezen', { bestanden });
      const laad = async (...bestanden: string[]): Promise<number> => (await goed('import.uitvoeren', { import: (await lees(...bestanden)).import })).leveringen.at(-1) as number;
      await laad(...(await neemAlles('gemeenten.csv', 'scholen.csv', 'producten.csv')));
      await laad(await neem('tarieven.csv', 'Product;Jaar;Tarief', '45;2026;100,00', '45;2027;110,00', '45;2028;120,00'));
      const indicaties = await laad(await neem('toewijzingen.csv', 'School;Gemeente;Product;Start;Eind;Volume;Frequentie;Toewijzingnummer', 'Korhoen;Borne;45;01-01-2026;31-12-2028;2;per week;1001'));
      expect((await goed('rijen.lees', { lijst: 'indicaties', vanaf: 0, aantal: 5 })).rijen).toMatchObject([{ school: 'korhoen', volume: 2, tarief: 110 }]);
      const declaraties = await neem('declaraties.csv', 'Toewijzingnummer;Gemeente;Product;Maand;Bedrag', '1001;Borne;45;01-03-2026;250,50');
      const getoond = await lees(declaraties);
      expect(getoond).toMatchObject({ kanUitvoeren: true, vragen: [] });
      await goed('import.annuleer', { import: getoond.import });
      // A delivery that does not count any more says nothing about where somebody goes to school.
      await goed('leveringen.ongedaan', { levering: indicaties });
      const zonder = await lees(declaraties);
      expect(zonder).toMatchObject({ kanUitvoeren: false, vragen: [{ profielpad: expect.arrayContaining(['declaraties.csv']) as string[] }] });
      await goed('import.annuleer', { import: zonder.import });
    });

    it('reports a file that cannot be read, with why', async () => {
      writeFileSync(join(map, 'leeg.csv'), '');
      const getoond = await goed('import.inlezen', { bestanden: [(await v.neem(join(map, 'leeg.csv'))).greep] });
      expect(getoond).toMatchObject({ kanUitvoeren: false, nietGelezen: [{ bestand: 'leeg.csv', meldingen: [{ niveau: 'fout' }] }] });
      await goed('import.annuleer', { import: getoond.import });
    });

    it('repairs what was refused: typed in the program, by the checks of its file, beside its delivery', async () => {
      const { stand } = await goed('project.openVoorbeeld', {});
      const { rijen } = await goed('geweigerd.lijst', { vanaf: 0, aantal: 10 });
      const rij = rijen.find(({ bestand }) => bestand === 'indicaties-borne.csv');
      if (!rij) throw new Error('no refused row in the example');
      const waar = { levering: rij.levering, id: rij.id };
      const { velden, rij: gelezen } = await goed('geweigerd.lees', waar);
      expect(gelezen).toEqual(rij);
      expect(velden.filter(({ verplicht }) => verplicht).map(({ veld }) => veld)).toEqual(['school', 'gemeente', 'product', 'start']);
      expect(codeVan(await v.roep('geweigerd.lees', { ...waar, id: 999 }))).toBe('nietGevonden');

      const verbeter = (kop: string, waarde: string | number): Promise<Uitvoer<'geweigerd.verbeter'>> => goed('geweigerd.verbeter', { levering: rij.levering, rijen: [{ id: rij.id, waarden: [{ kop, waarde }] }] });
      expect(codeVan(await v.roep('geweigerd.verbeter', { levering: rij.levering, rijen: [{ id: rij.id, waarden: [{ kop: 'bestaat niet', waarde: 1 }] }] }))).toBe('ongeldig');
      // What points at a person is not taken in, not even here.
      expect(codeVan(await v.roep('geweigerd.verbeter', { levering: rij.levering, rijen: [{ id: rij.id, waarden: [{ kop: 'aanbieder', waarde: '123456782' }] }] }))).toBe('geweigerd');
      const fout = await verbeter('einddatum', '31-02-2027');
      expect(fout.kanUitvoeren).toBe(false);
      expect(fout.bladen[0]?.rapport?.meldingen.filter((m) => m.niveau === 'fout').map(({ code, kolom, rij: n }) => [code, kolom, n])).toContainEqual(['I03', 'einddatum', rij.rij]);
      const juist = await verbeter('einddatum', '2027-01-31');
      expect(juist).toMatchObject({ kanUitvoeren: true, verschillen: [] });
      expect(juist.bladen[0]?.rapport?.herstel).toMatchObject({ hersteld: 1, bedrag: 6875, samen: { geweigerd: 0 } });
      const na = await goed('import.uitvoeren', { import: juist.import });
      expect(na.stand.aantallen).toMatchObject({ indicaties: stand.aantallen.indicaties + 1, geweigerd: stand.aantallen.geweigerd - 1 });
      expect(na.stand.leveringen.find(({ id }) => id === rij.levering)).toMatchObject({ hersteld: 1, geweigerd: 0, staat: 'geldig' });
      expect(na.stand.leveringen.find(({ herstelt }) => herstelt === rij.levering)).toMatchObject({ rijen: 1, staat: 'geldig' });
      expect((await goed('geweigerd.lijst', { levering: rij.levering, vanaf: 0, aantal: 10 })).rijen.map(({ hersteld }) => hersteld)).toEqual([true]);

      // The delivery does not go without its repair; together they come and go.
      expect(codeVan(await v.roep('leveringen.ongedaan', { levering: rij.levering }))).toBe('conflict');
      const terug = await goed('project.ongedaan', {});
      expect(terug.stand.aantallen).toEqual(stand.aantallen);
      await goed('leveringen.ongedaan', { levering: rij.levering });
      expect(codeVan(await v.roep('geweigerd.verbeter', { levering: rij.levering, rijen: [{ id: rij.id, waarden: [] }] }))).toBe('geweigerd');
    });

    it('tells its progress and stops when it is told to, leaving nothing', async () => {
      const kop = 'school;gemeente;product;start;eind;kosten per jaar\n';
      const rijen = Array.from({ length: 400_000 }, (_, i) => `s${i % 50};Hengelo;45A48;01-01-2026;31-12-2026;${1000 + (i % 97)},50\n`).join('');
      writeFileSync(join(map, 'groot.csv'), kop + rijen);
      const { greep } = await v.neem(join(map, 'groot.csv'));
      const bezig = v.roep('import.inlezen', { bestanden: [greep] }, 'taak-groot');
      await expect.poll(() => v.gebeurtenissen.some((g) => g.soort === 'voortgang' && g.taak === 'taak-groot'), { timeout: 20_000, interval: 5 }).toBe(true);
      await goed('taak.annuleer', { taak: 'taak-groot' });
      expect(codeVan(await bezig)).toBe('geannuleerd');
      expect((await goed('project.stand', {})).stand.leveringen.some(({ bestand }) => bestand === 'groot.csv')).toBe(false);
    });
  });

  it('opens the example, marked as one, which cannot be frozen but gives a workbook', async () => {
    const { stand } = await goed('project.openVoorbeeld', {});
    expect(stand).toMatchObject({ voorbeeld: true, fouten: [] });
    expect(stand.leveringen.length).toBeGreaterThan(5);
    const [scenario] = stand.project.scenarios;
    expect(codeVan(await v.roep('vastgesteld.maak', { scenario: scenario?.id as string }))).toBe('geweigerd');
    const vraag = { scenarios: [scenario?.id as string], datum: '2027-01-01' };
    expect(codeVan(await v.roep('voorstel.maak', { ...vraag, lezer: 'intern' }))).toBe('geweigerd');
    const publiek = await goed('voorstel.maak', { ...vraag, lezer: 'openbaar' });
    expect(publiek).toMatchObject({ bestand: { naam: expect.stringContaining('(openbaar).xlsx') as string }, controles: [{ naam: 'Kleine aantallen', goed: true }] });
    const { bestand } = await goed('voorstel.maak', { ...vraag, lezer: 'intern', grondslag: 'afspraak tussen de gemeenten' });
    expect(bestand).toMatchObject({ naam: expect.stringMatching(/\.xlsx$/) as string });
    expect(bestand.grootte).toBeGreaterThan(10_000);
  });

  it('reads a workbook back that others changed, and says why it does not read another', async () => {
    const vraag = { scenarios: ['a'], lezer: 'intern', grondslag: 'afspraak tussen de gemeenten', datum: '2027-01-01' } as const;
    await goed('project.neemOver', { greep: await neemKlein() });
    // As it was made: every sheet is as the program makes it now.
    const { bestand } = await goed('voorstel.maak', { ...vraag, scenarios: [...vraag.scenarios] });
    const gelijk = await v.roep('voorstel.lees', { greep: bestand.greep });
    expect(gelijk).toMatchObject({ ok: false, fout: { code: 'geweigerd', details: [{ code: 'V06' }] } });

    const { versie } = await goed('app.info', {});
    const opgebouwd = await bouwWerkmap(KLEIN, 'a', { moment: new Date('2027-01-01T12:00:00Z'), programma: `Collectief Arrangeren ${versie}`, naast: [] });
    if (!opgebouwd.ok) throw new Error('no workbook');
    const { werkmap } = opgebouwd.voorstel;
    const pad = join(map, 'Van de wethouder.xlsx');
    writeFileSync(pad, vulIn(await werkmapBytes(werkmap), werkmap, { Realisatie_1: 0.7 }));
    const gelezen = await goed('voorstel.lees', { greep: (await v.neem(pad)).greep });
    expect(gelezen).toMatchObject({ scenario: { id: 'van-de-wethouder', ouder: 'a' }, verschillen: [{ plaats: 'VSO de Bouwsteen: realisatie', van: 1, naar: 0.7, eenheid: 'aandeel' }], buitenInvoer: [] });
    // It is no part of the project until it is taken in.
    expect((await goed('project.stand', {})).stand.project.scenarios.map(({ id }) => id)).not.toContain('van-de-wethouder');
    const na = await goed('project.wijzig', { wijzigingen: [{ soort: 'scenario', scenario: gelezen.scenario }], omschrijving: 'Teruggelezen' });
    expect(na.stand).toMatchObject({ fouten: [] });

    const geen = join(map, 'geen.xlsx');
    writeFileSync(geen, 'geen werkmap');
    expect(await v.roep('voorstel.lees', { greep: (await v.neem(geen)).greep })).toMatchObject({ ok: false, fout: { code: 'geweigerd', tekst: expect.stringMatching(/^geen\.xlsx .*\.$/s) as string, details: [{ code: 'V02' }] } });
    await goed('project.sluit', {});
  });

  it('shares a gemeente without its rows, takes that in by its passphrase, and erases rows for good; outcomes stay', async () => {
    const wachtwoord = 'vier losse woorden samen';
    const opdracht = { gemeente: 'GM0164', grondslag: 'artikel 2.10 Jeugdwet (voorbeeld)', beveiliging: { soort: 'wachtwoord', wachtwoord } } as const;
    const rekenDoor = async (): Promise<unknown> => {
      const { stand, voorbereiding } = await goed('project.stand', {});
      return verwachtOk(await berekenVoorbereid(stand.project, voorbereiding as NonNullable<typeof voorbereiding>));
    };
    await goed('project.neemOver', { greep: await neemKlein() });
    const uitkomst = await rekenDoor();
    expect(codeVan(await v.roep('uitwisselbestand.maak', { ...opdracht, gemeente: 'GM9999' }))).toBe('nietGevonden');
    expect(codeVan(await v.roep('uitwisselbestand.maak', { ...opdracht, grondslag: ' ' }))).toBe('geweigerd');
    expect(codeVan(await v.roep('uitwisselbestand.maak', { ...opdracht, beveiliging: { soort: 'wachtwoord', wachtwoord: 'kort' } }))).toBe('geweigerd');
    const gemaakt = await goed('uitwisselbestand.maak', opdracht);
    expect(gemaakt).toMatchObject({ bestand: { naam: expect.stringMatching(/^Uitwisselbestand Hengelo .*\.json$/) as string }, kop: { grondslag: opdracht.grondslag }, rijen: { indicaties: KLEIN.indicaties.filter(({ gemeente }) => gemeente === 'GM0164').length } });
    expect((await goed('uitwisselbestand.maak', { ...opdracht, beveiliging: { soort: 'open' } })).bestand.grootte).not.toBe(gemaakt.bestand.grootte);

    const { naam } = gemaakt.bestand;
    const gesloten = await goed('import.inlezen', { bestanden: [gemaakt.bestand.greep] });
    expect(gesloten).toMatchObject({ kanUitvoeren: false, uitwisselbestanden: [{ bestand: naam, meldingen: [{ code: 'I41' }] }] });
    const mis = await goed('import.herzie', { import: gesloten.import, profiel: {}, wachtwoorden: [{ bestand: naam, wachtwoord: 'vier andere woorden samen' }, { bestand: 'een ander', wachtwoord }] });
    expect(mis).toMatchObject({ kanUitvoeren: false, uitwisselbestanden: [{ meldingen: [{ code: 'I41' }] }] });
    const open = await goed('import.herzie', { import: gesloten.import, profiel: {}, wachtwoorden: [{ bestand: naam, wachtwoord }] });
    expect(open).toMatchObject({ kanUitvoeren: true, vragen: [], uitwisselbestanden: [{ geaccepteerd: 1 }] });
    expect(JSON.stringify(open)).not.toContain(wachtwoord);
    const { stand } = await goed('import.uitvoeren', { import: open.import });
    expect(stand.aantallen).toMatchObject({ aggregaten: 1, indicaties: KLEIN.indicaties.length - gemaakt.rijen.indicaties });
    verwachtGelijk(await rekenDoor(), uitkomst);

    const rest = await goed('rijen.wis', { welke: 'vervangen' });
    expect(rest).toMatchObject({ gemeenten: [], stand: { aantallen: stand.aantallen, fouten: [] } });
    expect(rest.stand.leveringen.map(({ staat }) => staat)).not.toContain('vervangen');
    const alles = await goed('rijen.wis', { welke: 'alles' });
    expect(alles.gemeenten).toEqual([...new Set(KLEIN.indicaties.map(({ gemeente }) => gemeente))].filter((code) => code !== 'GM0164').sort());
    expect(alles.stand.aantallen).toMatchObject({ indicaties: 0, declaraties: 0, aggregaten: alles.gemeenten.length + 1 });
    verwachtGelijk(await rekenDoor(), uitkomst);
    expect(codeVan(await v.roep('project.ongedaan', {}))).toBe('geweigerd');
    expect((await goed('reservekopieen.lijst', {})).map(({ reden }) => reden)).toEqual(['na het wissen']);
    await goed('project.sluit', {});
  });
});

/** What a calculation gives; its faults fail the test. */
function verwachtOk(resultaat: Awaited<ReturnType<typeof berekenVoorbereid>>): unknown {
  if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
  return resultaat.berekening;
}
