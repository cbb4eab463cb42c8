/** What went out to others than intern: kept with its log entry, whatever is undone, and never changed. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject } from '../../electron/store/index.ts';
import type { NieuweUitgave } from '../../electron/store/index.ts';
import { eigenMap, klein, straksDicht, verwachtFout } from './hulp.ts';
import { maakOud } from './oud.ts';

const UITGAVE: NieuweUitgave = {
  lezer: 'openbaar', soort: 'pdf', scenarios: ['a'],
  inhoud: { getoond: ['scholen|s|effect'], verborgen: ['scholen|s|jeugdigen'], opgerold: { scholen: [], gemeenten: [] }, jarenSamen: ['scholen|s|effect'], gegevens: { s: { GM0001: { jeugdigen: 3, basis: { BEG: 12.5 } } } }, kennis: { onbekenden: [], relaties: [], vragen: [] } },
};

describe('uitgaven', () => {
  it('blijven staan, met wie en wanneer, ook na ongedaan maken, teruggaan en kopiëren', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = straksDicht(await maakProject(pad, klein()));
    expect(bestand.uitgaven()).toEqual([]);
    bestand.wijzig('naam', (project) => { project.naam = 'Anders'; });
    bestand.noteerUitgave(UITGAVE);
    const [uitgave] = bestand.uitgaven();
    expect(uitgave).toMatchObject(UITGAVE);
    expect(bestand.log(1)[0]).toMatchObject({ id: uitgave!.log, soort: 'uitgegeven', omschrijving: 'Uitgegeven aan openbaar (pdf): Collectief vanaf schooljaar 2027-2028', wie: uitgave!.wie, wanneer: uitgave!.wanneer });
    // Undo takes back the change before it, not the export.
    expect(bestand.ongedaan()?.omschrijving).toBe('Ongedaan: naam');
    bestand.terugNaar(1);
    expect(bestand.uitgaven()).toEqual([uitgave]);
    await verwachtFout('niets-te-doen', () => bestand.maakOngedaan(uitgave!.log));
    const kopie = join(eigenMap(), 'kopie.arrangement');
    await bestand.bewaarAls(kopie);
    expect(straksDicht(await openProject(kopie)).uitgaven()).toEqual([uitgave]);
    bestand.controleer();
  });

  it('kunnen niet worden gewijzigd of verwijderd, ook niet buiten het programma om', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = await maakProject(pad, klein());
    bestand.noteerUitgave(UITGAVE);
    await bestand.sluit({ reservekopie: false });
    const db = new Database(pad);
    for (const sql of ["UPDATE uitgave SET inhoud = '{}'", 'DELETE FROM uitgave', "INSERT OR REPLACE INTO uitgave (id, log, wanneer, wie, lezer, soort, scenarios, inhoud) VALUES (1, 1, '', '', '', '', '[]', '{}')"]) expect(() => db.exec(sql)).toThrow('Wat is uitgegeven kan niet worden gewijzigd.');
    db.close();
  });

  it('gaan niet mee in het draagbare project', async () => {
    const bestand = straksDicht(await maakProject(join(eigenMap(), 'p.arrangement'), klein()));
    bestand.noteerUitgave(UITGAVE);
    expect(JSON.stringify(bestand.project())).not.toMatch(/getoond|opgerold/);
  });

  it('houden tegen dat er iets uitgaat als ze niet te noteren zijn', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, klein())).sluit({ reservekopie: false });
    const lezer = straksDicht(await openProject(pad, { alleenLezen: true }));
    await verwachtFout('alleen-lezen', () => lezer.noteerUitgave(UITGAVE));
  });

  it('zijn er niet in een ouder bestand dat alleen gelezen wordt', async () => {
    const pad = join(eigenMap(), 'oud.arrangement');
    maakOud(pad, 40, klein());
    expect(straksDicht(await openProject(pad, { alleenLezen: true })).uitgaven()).toEqual([]);
  });
});
