/** Backups: made when they should be, checked, ten kept; restoring one can itself be undone. */
import Database from 'better-sqlite3';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { herstelProject, lijstReservekopieen, maakProject, openProject, type Projectbestand } from '../../electron/store/index.ts';
import { controleerReservekopie, reservemap } from '../../electron/store/reservekopie.ts';
import { bericht, eigenMap, einde, indicatie, kind, klein, laad, straksDicht, vasteOmgeving, verwachtFout } from './hulp.ts';

afterEach(() => void vi.useRealTimers());
const omgeving = vasteOmgeving();
/** Lets an hour go by, and what it sets off come to its end. */
const uur = async (): Promise<void> => {
  vi.advanceTimersByTime(3_600_000);
  await new Promise((klaar) => setTimeout(klaar, 300));
};
const hernoem = (bestand: Projectbestand, naam: string): void => void bestand.wijzig(naam, (p) => { p.naam = naam; });
const naamVan = async (pad: string): Promise<string> => {
  const bestand = await openProject(pad, { alleenLezen: true });
  const { naam } = bestand.project();
  await bestand.sluit();
  return naam;
};

describe('reservekopieën', () => {
  it('komen na elke sessie met wijzigingen, en alleen dan', async () => {
    const pad = join(eigenMap(), 'Project één.arrangement');
    await (await maakProject(pad, klein(), { omgeving })).sluit();
    expect(lijstReservekopieen(pad).map((k) => k.reden)).toEqual(['sessie']);
    await (await openProject(pad, { omgeving })).sluit();
    expect(lijstReservekopieen(pad).length).toBe(1);
    const bestand = await openProject(pad, { omgeving });
    hernoem(bestand, 'anders');
    await bestand.sluit();
    const kopieen = lijstReservekopieen(pad);
    expect(kopieen.map((k) => k.log)).toEqual([3, 2]);
    expect(kopieen.every((k) => k.bytes > 0 && /^2026-11-21T09:\d\d:00\.000Z$/.test(k.wanneer))).toBe(true);
    expect(await Promise.all(kopieen.map((k) => naamVan(k.pad)))).toEqual(['anders', klein().naam]);
  });

  it('komen ook na een sessie die werd gedood, bij de volgende', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, klein())).sluit({ reservekopie: false });
    const ander = kind('houder', [pad]);
    await bericht(ander);
    const gewijzigd = bericht(ander);
    ander.send('wijzig');
    await gewijzigd;
    ander.kill('SIGKILL');
    await einde(ander);
    await (await openProject(pad)).sluit();
    expect(await naamVan(lijstReservekopieen(pad)[0]!.pad)).toBe('gewijzigd door de ander');
  });

  it('komen elk uur waarin iets gewijzigd is; een fout daarbij gaat niet verloren', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const fouten: unknown[] = [];
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, klein(), { omgeving })).sluit({ reservekopie: false });
    const bestand = straksDicht(await openProject(pad, { omgeving, bijFout: (fout) => fouten.push(fout) }));
    await uur();
    expect(bestand.reservekopieen()).toEqual([]);
    hernoem(bestand, 'een');
    await uur();
    await uur();
    expect(bestand.reservekopieen().map((k) => k.reden)).toEqual(['uur']);
    rmSync(reservemap(pad), { recursive: true });
    writeFileSync(reservemap(pad), 'een bestand waar de map hoort');
    hernoem(bestand, 'twee');
    await uur();
    expect(fouten).toMatchObject([{ code: 'schijf' }]);
  });

  it('blijven er tien: de nieuwste', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = straksDicht(await maakProject(pad, klein(), { omgeving }));
    for (let n = 0; n < 13; n++) {
      hernoem(bestand, `naam ${n}`);
      await bestand.reservekopie();
    }
    expect(bestand.reservekopieen().map((k) => k.log)).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6]);
    expect(readdirSync(reservemap(pad)).length).toBe(10);
  });

  it('zijn één bestand dat heel is, ook terwijl er gewijzigd wordt', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = straksDicht(await maakProject(pad, { ...klein(), indicaties: Array.from({ length: 60_000 }, (_, i) => indicatie({ kostenPerJaar: i })) }, { omgeving }));
    let stappen = 0;
    const bezig = bestand.reservekopie('verzoek', () => hernoem(bestand, `naam ${stappen++}`));
    const kopie = await bezig;
    expect(stappen).toBeGreaterThan(1);
    expect(readdirSync(reservemap(pad))).toEqual([basename(kopie.pad)]);
    controleerReservekopie(kopie.pad);
    expect(await naamVan(kopie.pad)).toMatch(/^naam \d$/);
  });

  it('van een bestand dat intussen beschadigd is, komt er niet', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, { ...klein(), indicaties: Array.from({ length: 60_000 }, (_, i) => indicatie({ kostenPerJaar: i })) }, { omgeving })).sluit({ reservekopie: false });
    const bestand = straksDicht(await openProject(pad, { bijVerbinding: (db) => void db.pragma('cache_size = 10') }));
    const fd = openSync(pad, 'r+');
    writeSync(fd, Buffer.alloc(8192, 0xa5), 0, 8192, 100 * 8192);
    closeSync(fd);
    await verwachtFout('beschadigd', () => bestand.reservekopie());
    expect(readdirSync(reservemap(pad))).toEqual([]);
  });

  it('die niet lukt laat de oude staan en niets half achter', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = straksDicht(await maakProject(pad, klein(), { omgeving }));
    await bestand.reservekopie();
    const fout = await verwachtFout('schijf-vol', () => bestand.reservekopie('verzoek', () => { throw Object.assign(new Error('vol'), { code: 'ENOSPC' }); }));
    expect(fout.message).toContain('reservekopieen');
    expect(readdirSync(reservemap(pad)).length).toBe(1);
  });
});

describe('herstellen', () => {
  it('zet de kopie terug, met een regel in het logboek, en is zelf terug te draaien', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = await maakProject(pad, klein(), { omgeving });
    const kopie = await bestand.reservekopie();
    hernoem(bestand, 'later');
    await bestand.sluit({ reservekopie: false });

    const vorige = await herstelProject(pad, kopie.pad, { gebruiker: 'tester', omgeving });
    expect(await naamVan(pad)).toBe(klein().naam);
    const hersteld = await openProject(pad, { omgeving });
    expect(hersteld.log(1)[0]).toMatchObject({ soort: 'hersteld', wie: 'tester', omschrijving: `Hersteld vanaf reservekopie ${basename(kopie.pad)}` });
    await hersteld.sluit();

    await herstelProject(pad, vorige!, { omgeving });
    expect(await naamVan(pad)).toBe('later');
    const heen = straksDicht(await openProject(pad));
    heen.ongedaan();
    expect(heen.project()).toStrictEqual(klein());
  });

  it('kan ook als het project beschadigd is of weg; wat er stond blijft bewaard', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = await maakProject(pad, klein(), { omgeving });
    const kopie = await bestand.reservekopie();
    await bestand.sluit();
    truncateSync(pad, 20_000);
    const stuk = readFileSync(pad);
    await verwachtFout('beschadigd', () => openProject(pad));
    const bewaard = await herstelProject(pad, kopie.pad, { omgeving });
    expect(basename(bewaard!)).toMatch(/ beschadigd\.arrangement$/);
    expect(readFileSync(bewaard!).equals(stuk)).toBe(true);
    expect(await naamVan(pad)).toBe(klein().naam);

    rmSync(pad);
    expect(await herstelProject(pad, kopie.pad, { omgeving })).toBeUndefined();
    expect(await naamVan(pad)).toBe(klein().naam);
    expect(lijstReservekopieen(pad).map((k) => k.pad)).toEqual([kopie.pad]);
  });

  it('gebeurt niet met een kopie die niet deugt, of terwijl het project open is', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const bestand = await maakProject(pad, klein(), { omgeving });
    const kopie = await bestand.reservekopie();
    await verwachtFout('in-gebruik', () => herstelProject(pad, kopie.pad));
    await bestand.sluit();
    const voor = readFileSync(pad);
    // Sound for SQLite, but an amount is not what was loaded.
    const db = new Database(kopie.pad);
    const trigger = db.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'indicatie_blijft'`).pluck().get() as string;
    db.exec(`DROP TRIGGER indicatie_blijft; UPDATE indicatie SET kostenPerJaar = 1 + kostenPerJaar; ${trigger}`);
    db.close();
    await verwachtFout('beschadigd', () => herstelProject(pad, kopie.pad));
    truncateSync(kopie.pad, 30_000);
    await verwachtFout('beschadigd', () => herstelProject(pad, kopie.pad));
    writeFileSync(kopie.pad, 'geen database');
    await verwachtFout('geen-project', () => herstelProject(pad, kopie.pad));
    await verwachtFout('bestaat-niet', () => herstelProject(pad, `${kopie.pad}x`));
    expect(readFileSync(pad).equals(voor)).toBe(true);
    expect(existsSync(`${pad}-slot`)).toBe(false);
  });

  it('van een kopie van een oudere versie brengt die bij', async () => {
    const { maakOud } = await import('./oud.ts');
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, klein())).sluit({ reservekopie: false });
    const oud = join(reservemap(pad), 'oud.arrangement');
    const project = maakOud(oud, 10, klein());
    const voor = readFileSync(oud);
    await herstelProject(pad, oud);
    const bestand = straksDicht(await openProject(pad));
    expect(bestand.project()).toStrictEqual(project);
    expect(readFileSync(oud).equals(voor)).toBe(true);
    laad(bestand, 'indicaties', [indicatie()]);
  });
});
