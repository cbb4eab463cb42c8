/** Erasing: no byte of a row about a person is left in any file, and the outcomes stay. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { herstelProject, lijstReservekopieen, maakProject, openProject, type Projectbestand } from '../../electron/store/index.ts';
import type { Aggregaat, Project } from '../../models/project/types.ts';
import { voorbereider } from '../../models/rekenen/voorbereiden.ts';
import { aggregeer } from '../hulp/aggregeer.ts';
import { verwachtGelijk } from '../hulp/wet.ts';
import { alleBytes, bericht, eigenMap, einde, geweigerdeRij, herstel, indicatie, kaal, kind, laad, lees, straksDicht, vasteOmgeving, verwachtFout } from './hulp.ts';

/** Every row has words that occur nowhere else. */
function geheim(): Project {
  const project = lees('randen-2');
  return {
    ...project,
    indicaties: project.indicaties.map((rij, i) => ({ ...rij, jeugdige: `GEHEIM-jeugdige-${i}`, aanbieder: `GEHEIM-aanbieder-${i % 9}`, verwijzer: `GEHEIM-verwijzer-${i % 5}`, toewijzingnummer: `GEHEIM-nummer-${i}`, herkomst: { eind: { bron: `GEHEIM-bron-${i}` } } })),
    declaraties: (project.declaraties ?? []).map((rij, i) => ({ ...rij, jeugdige: `GEHEIM-declaratie-${i}` })),
  };
}
const aggregatenVan = (project: Project): Aggregaat[] =>
  [...new Set([...project.indicaties, ...(project.declaraties ?? [])].map((rij) => rij.gemeente))].map((gemeente) => (aggregeer({ ...project, aggregaten: [] }, gemeente).aggregaten as Aggregaat[])[0]!);

async function gevuld(map: string): Promise<{ bestand: Projectbestand; pad: string; project: Project }> {
  const pad = join(map, 'p.arrangement');
  const project = geheim();
  const bestand = straksDicht(await maakProject(pad, { ...project, indicaties: [], declaraties: [] }, { omgeving: vasteOmgeving() }));
  // Loaded, replaced, undone and redone; with backups in between: rows are everywhere.
  laad(bestand, 'indicaties', project.indicaties.slice(0, 40), { controlegetal: 'a' });
  await bestand.reservekopie();
  laad(bestand, 'indicaties', project.indicaties, { controlegetal: 'b' });
  laad(bestand, 'declaraties', project.declaraties ?? [], { controlegetal: 'c' });
  bestand.ongedaan();
  bestand.opnieuw();
  const invoer = bestand.invoer();
  invoer.begin({ soort: 'indicaties', bestand: 'd.csv', controlegetal: 'd' });
  invoer.geweigerd([{ bestand: 'd.csv', blad: null, rij: 3, waarden: { Opmerking: 'GEHEIM-geweigerd' }, meldingen: [] }]);
  invoer.einde({ geaccepteerd: 0, meldingen: [{ tekst: 'GEHEIM-melding' }] } as never);
  invoer.bewaar();
  await bestand.reservekopie();
  return { bestand, pad, project };
}
const telGeheimen = (map: string): number => alleBytes(map).toString('latin1').split('GEHEIM').length - 1;

describe('wissen', () => {
  it('van alles: geen byte van een rij blijft, in project, logboek en reservekopieën; de uitkomsten wel', async () => {
    const map = eigenMap();
    const { bestand, pad, project } = await gevuld(map);
    const voor = bestand.voorbereiding(voorbereider);
    const { indicaties: _i, declaraties: _d, aggregaten: _a, ...zonderRijen } = bestand.project();
    expect(telGeheimen(map)).toBeGreaterThan(3 * project.indicaties.length);

    await verwachtFout('conflict', () => bestand.wis('alles', aggregatenVan(project).slice(1)));
    expect(bestand.project().indicaties.length).toBe(project.indicaties.length);
    await bestand.wis('alles', aggregatenVan(project));
    expect(telGeheimen(map)).toBe(0);
    await bestand.sluit();
    expect(telGeheimen(map)).toBe(0);
    expect(readdirSync(map).toSorted()).toEqual(['p-reservekopieen', 'p.arrangement']);

    const weer = straksDicht(await openProject(pad));
    const { indicaties, declaraties, aggregaten, ...overig } = weer.project();
    expect(overig).toStrictEqual(zonderRijen);
    expect([indicaties, declaraties, aggregaten!.length]).toEqual([[], [], aggregatenVan(project).length]);
    const na = weer.voorbereiding(voorbereider);
    verwachtGelijk(na.cellen, voor.cellen);
    verwachtGelijk(na.uitstroom, voor.uitstroom);
    verwachtGelijk(na.jeugdigen, voor.jeugdigen);
    weer.controleer();
    expect(weer.reservekopieen().map((k) => k.reden)).toEqual(['gewist']);
    expect(weer.leveringen().map((l) => [l.bestand, l.staat, l.geweigerd])).toEqual([
      ['gewiste rijen', 'geldig', 0], ['d.csv', 'geldig', 0], ['c.csv', 'gewist', 0], ['b.csv', 'gewist', 0], ['a.csv', 'gewist', 0],
    ]);
  });

  it('van geweigerde rijen die hersteld zijn, of opnieuw geweigerd, blijft ook niets; wat hersteld is blijft hersteld', async () => {
    const map = eigenMap();
    const bestand = straksDicht(await maakProject(join(map, 'p.arrangement'), kaal(), { omgeving: vasteOmgeving() }));
    const geheimeRij = (rij: number, over: object = {}): ReturnType<typeof geweigerdeRij> => geweigerdeRij(rij, { waarden: { Opmerking: 'GEHEIM' }, ...over });
    const invoer = bestand.invoer();
    invoer.begin({ soort: 'indicaties', bestand: 'a.csv', controlegetal: 'a' });
    invoer.rijen('indicaties', [indicatie({ gemeente: 'GM0147' })]);
    invoer.geweigerd([geheimeRij(2), geheimeRij(3)]);
    invoer.einde(null);
    invoer.bewaar();
    herstel(bestand, 'a', [indicatie({ jeugdige: 'GEHEIM' })], [2], [geheimeRij(9, { bronrij: 3 })]);
    laad(bestand, 'indicaties', [indicatie({ kostenPerJaar: 1 })], { controlegetal: 'nieuwer' });
    // The repair was replaced, its delivery was not: what is told of its refused rows stays.
    await bestand.wis('vervangen');
    expect(bestand.geweigerd(1).map((g) => [g.rij, g.hersteld])).toEqual([[2, true], [3, false]]);
    expect(telGeheimen(map)).toBeGreaterThan(0);
    const rijen = { ...kaal(), indicaties: bestand.project().indicaties };
    await bestand.wis('alles', aggregatenVan(rijen));
    expect([telGeheimen(map), bestand.geweigerd(1)]).toEqual([0, []]);
    bestand.controleer();
  });

  it('is niet ongedaan te maken, en daarna gaat het werk gewoon verder', async () => {
    const { bestand, project } = await gevuld(eigenMap());
    await bestand.wis('alles', aggregatenVan(project));
    expect(bestand.stand()).toEqual({ ongedaan: undefined, opnieuw: undefined });
    await verwachtFout('grens', () => bestand.terugNaar(2));
    await verwachtFout('grens', () => bestand.maakOngedaan(2));
    expect(bestand.log().map((r) => r.bereikbaar).indexOf(false)).toBe(1);
    laad(bestand, 'indicaties', project.indicaties.slice(0, 1));
    expect(bestand.project().indicaties.length).toBe(1);
    bestand.ongedaan();
    expect(bestand.project().indicaties).toEqual([]);
    expect(() => bestand.wijzig('naam', (p) => { p.naam = 'x'; })).not.toThrow();
  });

  it('kan nog eens, voor wat daarna is geladen; en de reservekopie ervan is gewoon terug te zetten', async () => {
    const map = eigenMap();
    const { bestand, pad, project } = await gevuld(map);
    await bestand.wis('alles', aggregatenVan(project));
    const kopie = bestand.reservekopieen()[0]!.pad;
    const eerste = bestand.project().aggregaten!;
    const { gemeente } = project.indicaties[0]!;
    const opnieuw = { ...project, indicaties: project.indicaties.filter((rij) => rij.gemeente === gemeente).slice(0, 2), declaraties: [] };
    laad(bestand, 'indicaties', opnieuw.indicaties);
    expect(bestand.gemeentenMetRijen()).toEqual([gemeente]);
    await bestand.wis('alles', aggregatenVan(opnieuw));
    const tweede = bestand.project().aggregaten!;
    expect(tweede).toEqual([...eerste.filter((a) => a.gemeente !== gemeente), ...aggregatenVan(opnieuw)]);
    await bestand.reservekopie();
    await bestand.sluit();
    expect(telGeheimen(map)).toBe(0);
    expect(lijstReservekopieen(pad).map((k) => k.reden)).toEqual(['verzoek', 'gewist']);
    const vorige = await herstelProject(pad, lijstReservekopieen(pad)[1]!.pad);
    await (await openProject(pad)).sluit();
    expect([existsSync(kopie), existsSync(vorige!)]).toEqual([false, true]);
  });

  it('van wat vervangen of teruggedraaid is laat wat telt staan', async () => {
    const map = eigenMap();
    const { bestand, pad, project } = await gevuld(map);
    const voor = bestand.project();
    laad(bestand, 'indicaties', [{ ...project.indicaties[0]!, jeugdige: 'TERUGGEDRAAID' }], { controlegetal: 'x' });
    bestand.ongedaan();
    await bestand.wis('vervangen');
    expect(bestand.project()).toStrictEqual(voor);
    await bestand.sluit();
    expect(alleBytes(map).includes('TERUGGEDRAAID')).toBe(false);
    const weer = straksDicht(await openProject(pad));
    expect(weer.project()).toStrictEqual(voor);
    weer.controleer();
    expect(weer.leveringen().map((l) => l.staat)).toEqual(['gewist', 'geldig', 'geldig', 'geldig', 'gewist']);
  });

  it('dat halverwege wordt gedood, wordt bij de volgende opening afgemaakt', async () => {
    const map = eigenMap();
    const { bestand, pad, project } = await gevuld(map);
    await bestand.sluit();
    const aggregaten = JSON.stringify(aggregatenVan(project));
    process.env['AGGREGATEN'] = aggregaten;
    let gewist = 0;
    try {
      // Kill later and later, until it was too late.
      for (let keer = 0; gewist === 0; keer++) {
        const werker = kind('werker', ['wissen', pad]);
        await bericht(werker);
        await new Promise((klaar) => setTimeout(klaar, keer * 4));
        werker.kill('SIGKILL');
        await einde(werker);
        const weer = await openProject(pad);
        gewist = weer.log().filter((r) => r.soort === 'gewist').length;
        weer.controleer();
        if (gewist > 0) expect(telGeheimen(map)).toBe(0);
        else expect(weer.project().indicaties.length).toBe(project.indicaties.length);
        await weer.sluit({ reservekopie: false });
      }
    } finally {
      delete process.env['AGGREGATEN'];
    }
    expect(gewist).toBe(1);
  });
});
