/** Frozen scenarios: a copy of its own that nothing changes, and that says so itself when something did. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject, type Projectbestand } from '../../electron/store/index.ts';
import type { Project } from '../../models/project/types.ts';
import type { Berekening } from '../../models/rekenen/types.ts';
import { voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { reken } from '../hulp/reken.ts';
import { eigenMap, indicatie, klein, laad, straksDicht, vasteOmgeving, verwachtFout } from './hulp.ts';

const metTwee = (): Project => {
  const project = klein();
  const [eerste] = project.scenarios;
  return { ...project, scenarios: [...project.scenarios, { id: 'kind', naam: 'Kind', ouder: eerste!.id, arrangementen: [{ school: 'bouwsteen', realisatie: 0.5 }] }, { id: 'los', naam: 'Los', arrangementen: [], herkomst: { vastDeel: { status: 'voorbeeld' } } }] };
};
const nieuw = async (project = metTwee(), pad = join(eigenMap(), 'p.arrangement')): Promise<Projectbestand> => straksDicht(await maakProject(pad, project, { gebruiker: 'tester', omgeving: vasteOmgeving() }));
const stelVast = async (bestand: Projectbestand, scenario: string): Promise<number> => {
  const invoer = bestand.teVaststellen(scenario, bestand.voorbereiding(voorbereider));
  return bestand.stelVast(scenario, invoer, await reken(bestand.project()), '1.2.3');
};

describe('vaststellen', () => {
  it('bewaart invoer, gegevenssom, programmaversie, uitkomst en vingerafdruk; zonder rijen over personen', async () => {
    const bestand = await nieuw();
    const uitkomst = await reken(metTwee());
    const id = await stelVast(bestand, 'kind');
    const { indicaties: _, ...zonderRijen } = metTwee();
    const v = bestand.leesVastgesteld(id);
    expect(v).toMatchObject({ scenario: 'kind', naam: 'Kind', wie: 'tester', programmaversie: '1.2.3', ongeschonden: true, uitkomst: JSON.parse(JSON.stringify(uitkomst)) as Berekening });
    expect(v.invoer.project).toEqual({ ...zonderRijen, scenarios: metTwee().scenarios.slice(0, 2) });
    expect(v.invoer.voorbereiding).toEqual(bestand.voorbereiding(voorbereider));
    expect(v.invoer.leveringen).toMatchObject([{ soort: 'indicaties', gemeenten: ['GM0164', 'GM0147'], rijen: klein().indicaties.length }]);
    expect([v.vingerafdruk, v.gegevenssom].every((som) => /^[0-9a-f]{64}$/.test(som))).toBe(true);
    expect(JSON.stringify(v.invoer)).not.toContain('"jeugdige"');
    expect(bestand.vastgesteld()).toMatchObject([{ id, scenario: 'kind', vingerafdruk: v.vingerafdruk }]);
    expect(bestand.log(1)[0]).toMatchObject({ soort: 'vastgesteld', omschrijving: 'Vastgesteld: Kind' });
    bestand.controleer();
  });

  it('dezelfde invoer geeft dezelfde gegevenssom, andere gegevens een andere', async () => {
    const bestand = await nieuw();
    const som = async (): Promise<string> => bestand.leesVastgesteld(await stelVast(bestand, 'kind')).gegevenssom;
    const eerst = await som();
    bestand.wijzig('Realisatie', (p) => { p.scenarios[1]!.arrangementen![0]!.realisatie = 0.4; });
    expect(await som()).toBe(eerst);
    bestand.wijzig('Leerlingen', (p) => { p.leerlingen[0]!.aantal++; });
    expect(await som()).not.toBe(eerst);
    bestand.ongedaan();
    expect(await som()).toBe(eerst);
    laad(bestand, 'indicaties', [indicatie()]);
    expect(await som()).not.toBe(eerst);
  });

  it('verandert niet mee: niet met wijzigingen, ongedaan of terug in het logboek', async () => {
    const bestand = await nieuw();
    bestand.wijzig('Naam', (p) => { p.scenarios[1]!.naam = 'Ander kind'; });
    const id = await stelVast(bestand, 'kind');
    const voor = bestand.leesVastgesteld(id);
    bestand.wijzig('Weg', (p) => { p.scenarios = p.scenarios.slice(0, 1); });
    expect(bestand.ongedaan()?.omschrijving).toBe('Ongedaan: Weg');
    expect(bestand.ongedaan()?.omschrijving).toBe('Ongedaan: Naam');
    expect(bestand.opnieuw()?.omschrijving).toBe('Opnieuw: Naam');
    bestand.terugNaar(1);
    await verwachtFout('niets-te-doen', () => bestand.maakOngedaan(voor.log));
    expect(bestand.leesVastgesteld(id)).toEqual(voor);
  });

  it('kan niet zolang er voorbeeldwaarden in staan: in het scenario, zijn ouders, de uitgangspunten of de rijen', async () => {
    const bestand = await nieuw();
    const fout = await verwachtFout('voorbeeld', () => stelVast(bestand, 'los'));
    expect(fout.message).toMatch(/^“Los” kan niet worden vastgesteld: er staan nog voorbeeldwaarden in \(scenarios\[0\]\.vastDeel\)/);
    bestand.wijzig('Voorbeeld', (p) => { p.uitgangspunten.herkomst = { disconteringsvoet: { status: 'voorbeeld' }, peildatum: { status: 'aanname' } }; });
    expect((await verwachtFout('voorbeeld', () => stelVast(bestand, 'kind'))).message).toContain('(uitgangspunten.disconteringsvoet)');
    bestand.ongedaan();
    laad(bestand, 'indicaties', [indicatie({ herkomst: { kostenPerJaar: { status: 'voorbeeld' } } })]);
    expect((await verwachtFout('voorbeeld', () => stelVast(bestand, 'kind'))).message).toContain('(geladen rijen)');
    expect(bestand.vastgesteld()).toEqual([]);
  });

  it('kan niet van wat niet bestaat', async () => {
    const bestand = await nieuw();
    await verwachtFout('onbekend', () => stelVast(bestand, 'weg'));
    await verwachtFout('onbekend', () => bestand.leesVastgesteld(7));
  });

  it('is in het bestand niet te wijzigen of te verwijderen, en een verandering langs de triggers om wordt gezien', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = await nieuw(metTwee(), pad);
    const id = await stelVast(bestand, 'kind');
    await bestand.sluit({ reservekopie: false });
    const db = new Database(pad);
    for (const sql of [`UPDATE vastgesteld SET naam = 'x'`, 'DELETE FROM vastgesteld', `REPLACE INTO vastgesteld SELECT * FROM vastgesteld`, `INSERT OR REPLACE INTO vastgesteld (id, log, scenario, naam, wanneer, wie, programmaversie, invoer, gegevenssom, uitkomst, vingerafdruk) VALUES (${id}, 1, '', '', '', '', '', '{}', '', '{}', '')`]) {
      expect(() => db.exec(sql), sql).toThrow(/vastgesteld scenario kan niet worden gewijzigd/);
    }
    const trigger = db.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'vastgesteld_blijft'`).pluck().get() as string;
    db.exec(`DROP TRIGGER vastgesteld_blijft; UPDATE vastgesteld SET uitkomst = json_set(uitkomst, '$.scenarios.kind.ncw', 0); ${trigger}`);
    db.close();
    const weer = straksDicht(await openProject(pad));
    expect(weer.leesVastgesteld(id).ongeschonden).toBe(false);
    expect(() => weer.controleer()).toThrow(/het vastgestelde scenario “Kind” is niet wat er is vastgesteld/);
  });
});
