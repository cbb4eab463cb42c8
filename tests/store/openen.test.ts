/** Opening and changing a file when something is wrong: each fault has its code and sentence, and nothing is half-written. */
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject, type Projectbestand } from '../../electron/store/index.ts';
import { neemSlot, slotpad, type Slotpoging } from '../../electron/store/slot.ts';
import { bericht, eigenMap, einde, indicatie, kaal, kind, klein, laad, straksDicht, vasteOmgeving, verwachtFout } from './hulp.ts';

const alsRoot = process.getuid?.() === 0;

async function gemaakt(map = eigenMap(), project = klein()): Promise<string> {
  const pad = join(map, 'p.arrangement');
  await (await maakProject(pad, project)).sluit({ reservekopie: false });
  return pad;
}
describe('openen', () => {
  it('zegt wat er niet is of geen project is', async () => {
    const map = eigenMap();
    await verwachtFout('bestaat-niet', () => openProject(join(map, 'weg.arrangement')));
    await verwachtFout('bestaat-niet', () => openProject(join(map, 'geen', 'map.arrangement')));
    await verwachtFout('geen-project', () => openProject(map));
    for (const [naam, inhoud] of [['leeg', ''], ['tekst', 'school;gemeente\n'.repeat(100)]] as const) {
      writeFileSync(join(map, naam), inhoud);
      await verwachtFout('geen-project', () => openProject(join(map, naam)));
    }
    const ander = new Database(join(map, 'ander.sqlite'));
    ander.exec('CREATE TABLE t (x)');
    ander.close();
    await verwachtFout('geen-project', () => openProject(join(map, 'ander.sqlite')));
    expect(readdirSync(map).toSorted()).toEqual(['ander.sqlite', 'leeg', 'tekst']);
  });

  it('maakt geen nieuw project over een bestaand heen, tenzij gevraagd', async () => {
    const pad = await gemaakt();
    await verwachtFout('bestaat-al', () => maakProject(pad, kaal()));
    const bestand = straksDicht(await maakProject(pad, kaal(), { overschrijven: true }));
    expect(bestand.project()).toStrictEqual(kaal());
  });

  it('maakt en bewaart niets in een map die er niet is', async () => {
    const map = eigenMap();
    const fout = await verwachtFout('schijf', () => maakProject(join(map, 'weg', 'p.arrangement'), kaal()));
    expect(fout.message).toContain('Controleer of de map bestaat');
    const bestand = straksDicht(await openProject(await gemaakt(map)));
    await verwachtFout('schijf', () => bestand.bewaarAls(join(map, 'weg', 'p.arrangement')));
    expect(existsSync(join(map, 'weg'))).toBe(false);
  });

  it('laat één bestand achter: zonder slot, journaal of tijdelijk bestand', async () => {
    const map = eigenMap();
    const pad = await gemaakt(map);
    writeFileSync(join(map, '.p.arrangement.abc.tijdelijk'), 'rest van een eerdere keer');
    writeFileSync(join(map, '.p.arrangement.abc.tijdelijk-journal'), 'rest');
    const bestand = await openProject(pad);
    bestand.wijzig('naam', (p) => { p.naam = 'x'; });
    expect(existsSync(`${pad}-wal`)).toBe(true);
    await Promise.all([bestand.sluit({ reservekopie: false }), bestand.sluit()]);
    await bestand.sluit();
    expect(readdirSync(map)).toEqual(['p.arrangement']);
    await verwachtFout('gesloten', () => bestand.bewaarAls(join(map, 'q.arrangement')));
    await verwachtFout('gesloten', () => bestand.project());
  });

  it('wijzigt het bestand niet door het te openen', async () => {
    const pad = await gemaakt();
    const voor = readFileSync(pad);
    const bestand = await openProject(pad);
    bestand.project();
    await bestand.sluit();
    expect(readFileSync(pad).equals(voor)).toBe(true);
    expect(bestand.reservekopieen()).toEqual([]);
  });

  it('vertrouwt geen bestand met andere tabellen, triggers of views dan de zijne', async () => {
    for (const sql of ['CREATE TRIGGER extra AFTER INSERT ON log BEGIN SELECT 1; END', 'CREATE VIEW zicht AS SELECT 1', 'DROP TRIGGER indicatie_blijft', 'CREATE TABLE erbij (x)']) {
      const pad = await gemaakt();
      const db = new Database(pad);
      db.exec(sql);
      db.close();
      const fout = await verwachtFout('beschadigd', () => openProject(pad));
      expect(fout.message).toContain('Herstel het vanaf een reservekopie');
    }
  });
});

describe('schade', () => {
  it('een afgekapt bestand wordt niet geopend', async () => {
    const pad = await gemaakt(undefined, { ...klein(), indicaties: Array.from({ length: 3000 }, (_, i) => indicatie({ kostenPerJaar: i })) });
    truncateSync(pad, statSync(pad).size - 3 * 8192);
    await verwachtFout('beschadigd', () => openProject(pad));
  });

  it('omgevallen bits worden gezien, bij het openen of bij volledige controle, of veranderen niets', async () => {
    const map = eigenMap();
    const project = { ...klein(), indicaties: Array.from({ length: 2000 }, (_, i) => indicatie({ kostenPerJaar: 1000 + i / 7, jeugdige: `j${i}` })) };
    const pad = await gemaakt(map, project);
    const heel = readFileSync(pad);
    let gezien = 0;
    const proef = join(map, 'proef.arrangement');
    for (let keer = 0; keer < 100; keer++) {
      // Bytes 24..100 of the header hold counters that may differ; damage there is harmless and is rewritten.
      let plek = 100 + ((keer * 2_654_435_761) % (heel.length - 101));
      // Much of a page is free: hit what is written.
      while (heel[plek] === 0) plek = 100 + ((plek - 99) % (heel.length - 100));
      const stuk = Buffer.from(heel);
      stuk[plek] = stuk[plek]! ^ (1 << (keer % 8));
      writeFileSync(proef, stuk);
      let bestand: Projectbestand | undefined;
      try {
        bestand = await openProject(proef, { alleenLezen: true });
        bestand.controleer();
        // Not seen: then it was in what is left of a former state.
        expect(bestand.project(), `byte ${plek}`).toStrictEqual(project);
      } catch (fout) {
        expect((fout as { code?: string }).code, `byte ${plek}: ${(fout as Error).message}`).toMatch(/^(?:beschadigd|geen-project)$/);
        gezien++;
      } finally {
        await bestand?.sluit();
      }
    }
    expect(gezien).toBeGreaterThan(60);
  });

  it('een gewijzigde waarde die voor SQLite in orde is, wordt door de volledige controle gevonden', async () => {
    const wijzigingen: [string, RegExp][] = [
      [`DROP TRIGGER onderdeel_anders; UPDATE onderdeel SET inhoud = json_set(inhoud, '$.naam', 'anders') WHERE lijst = 'scholen'; `, /een van de scholen is niet wat het logboek zegt/],
      ['DROP TRIGGER indicatie_blijft; UPDATE indicatie SET kostenPerJaar = kostenPerJaar * 1000 WHERE id = 1; ', /zijn niet wat is geladen/],
      [`DROP TRIGGER indicatie_blijft; UPDATE indicatie SET start = '2025-11-01' WHERE id = 1; `, /zijn niet wat is geladen/],
    ];
    for (const [sql, tekst] of wijzigingen) {
      const pad = await gemaakt();
      const db = new Database(pad);
      const trigger = /DROP TRIGGER (\w+)/.exec(sql)![1]!;
      const maak = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(trigger) as string;
      db.exec(sql + maak);
      db.close();
      const bestand = straksDicht(await openProject(pad));
      expect(() => bestand.controleer()).toThrow(tekst);
    }
  });
});

describe('één schrijver', () => {
  it('een tweede venster in dit programma leest, en zegt wie het project heeft', async () => {
    const pad = await gemaakt();
    const eerste = straksDicht(await openProject(pad, { gebruiker: 'A', omgeving: vasteOmgeving({ machine: 'm1' }) }));
    const tweede = straksDicht(await openProject(pad, { gebruiker: 'B' }));
    expect(tweede.alleenLezen).toMatchObject({ reden: 'in-gebruik', houder: { wie: 'A', machine: 'm1', pid: process.pid } });
    expect(tweede.alleenLezen?.tekst).toMatch(/^p\.arrangement is open bij A op m1 sinds 2026-11-21 09:\d\d UTC\./);
    await verwachtFout('in-gebruik', () => tweede.wijzig('x', (p) => { p.naam = 'x'; }));
    await verwachtFout('in-gebruik', () => tweede.invoer());
    eerste.wijzig('naam', (p) => { p.naam = 'van A'; });
    expect(tweede.project().naam).toBe('van A');
    await eerste.sluit({ reservekopie: false });
    const derde = straksDicht(await openProject(pad, { gebruiker: 'C' }));
    expect([derde.alleenLezen, derde.afgebroken]).toEqual([undefined, undefined]);
  });

  it('ook tussen twee processen; wie leest, ziet wat de ander schrijft', async () => {
    const pad = await gemaakt();
    const ander = kind('houder', [pad]);
    expect(await bericht(ander)).toEqual({ alleenLezen: null, houder: null, naam: klein().naam });
    const hier = straksDicht(await openProject(pad));
    expect(hier.alleenLezen).toMatchObject({ reden: 'in-gebruik', houder: { wie: 'de ander', pid: ander.pid } });
    const gewijzigd = bericht(ander);
    ander.send('wijzig');
    await gewijzigd;
    expect(hier.project().naam).toBe('gewijzigd door de ander');
    ander.send('sluit');
    await einde(ander);
    expect(existsSync(slotpad(pad))).toBe(false);
  });

  it('van een gedood proces blijft geen slot: de volgende schrijft, en weet dat die sessie is afgebroken', async () => {
    const pad = await gemaakt();
    const ander = kind('houder', [pad]);
    await bericht(ander);
    ander.kill('SIGKILL');
    await einde(ander);
    expect(existsSync(slotpad(pad))).toBe(true);
    const hier = straksDicht(await openProject(pad));
    expect(hier.alleenLezen).toBeUndefined();
    expect(hier.afgebroken).toMatchObject({ wie: 'de ander', pid: ander.pid });
  });

  it('twee die tegelijk willen: precies één krijgt het, telkens weer', async () => {
    const pad = await gemaakt();
    for (let keer = 0; keer < 8; keer++) {
      const bestanden = await Promise.all([1, 2, 3].map((n) => openProject(pad, { gebruiker: `g${n}` })));
      expect(bestanden.filter((b) => !b.alleenLezen).length).toBe(1);
      for (const bestand of bestanden) await bestand.sluit({ reservekopie: false });
    }
    const processen = [1, 2, 3, 4].map(() => kind('houder', [pad]));
    const antwoorden = await Promise.all(processen.map((p) => bericht<{ alleenLezen: string | null }>(p)));
    expect(antwoorden.filter((a) => a.alleenLezen === null).length).toBe(1);
    for (const proces of processen) proces.kill('SIGKILL');
    await Promise.all(processen.map(einde));
  });

  it('wie een slot opent dat juist wordt losgelaten en door een derde genomen, krijgt het niet', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    const neem = (wie: string, toeval: () => string = () => wie): Slotpoging => neemSlot(pad, wie, vasteOmgeving({ toeval }));
    const eerste = neem('eerste');
    let derde: Slotpoging | undefined;
    // Chance is asked for when the file is open and not yet locked.
    const tweede = neem('tweede', () => {
      if ('slot' in eerste && !derde) {
        eerste.slot.laatLos();
        derde = neem('derde');
      }
      return 'tweede';
    });
    expect(tweede).toMatchObject({ houder: { wie: 'derde' } });
    expect(derde && 'slot' in derde).toBe(true);
    if (derde && 'slot' in derde) derde.slot.laatLos();
    expect(existsSync(slotpad(pad))).toBe(false);
  });

  it('een onleesbaar slot staat niemand in de weg', async () => {
    const pad = await gemaakt();
    writeFileSync(slotpad(pad), 'geen database, maar wel lang genoeg om er een te lijken'.repeat(40));
    expect(straksDicht(await openProject(pad)).alleenLezen).toBeUndefined();
  });

  it('op een netwerkschijf geldt een achtergelaten naam van een andere machine, tot iemand het overneemt', async () => {
    const pad = await gemaakt();
    const netwerk = { plaats: { soort: 'netwerk' as const, waarschuwing: 'let op' } };
    const ander = kind('houder', [pad]);
    await bericht(ander);
    ander.kill('SIGKILL');
    await einde(ander);
    const slot = new Database(slotpad(pad));
    slot.prepare(`UPDATE houder SET machine = 'ver weg'`).run();
    slot.close();
    const lezer = await openProject(pad, netwerk);
    expect(lezer.alleenLezen).toMatchObject({ reden: 'in-gebruik', houder: { wie: 'de ander', machine: 'ver weg' } });
    await lezer.sluit();
    const schrijver = straksDicht(await openProject(pad, { ...netwerk, overnemen: true }));
    expect(schrijver.alleenLezen).toBeUndefined();
  });

  it('op een netwerkschijf of in een gesynchroniseerde map geen WAL', async () => {
    for (const soort of ['netwerk', 'synchroon'] as const) {
      const pad = await gemaakt();
      const bestand = straksDicht(await openProject(pad, { plaats: { soort, waarschuwing: 'let op' } }));
      bestand.wijzig('naam', (p) => { p.naam = 'x'; });
      laad(bestand, 'indicaties', [indicatie()]);
      expect(existsSync(`${pad}-wal`)).toBe(false);
      expect(bestand.plaats.waarschuwing).toBe('let op');
    }
  });
});

describe('de schijf', () => {
  it('een map waarin niet geschreven mag worden: het project opent om te lezen', async () => {
    const map = join(eigenMap(), 'vast');
    mkdirSync(map);
    const pad = await gemaakt(map);
    chmodSync(map, 0o555);
    chmodSync(pad, 0o444);
    chmodSync(join(map, '..'), 0o755);
    try {
      // Root may write anywhere: then another user tries.
      if (alsRoot) {
        const ander = kind('houder', [pad], { uid: 65_534 });
        expect(await bericht(ander)).toEqual({ alleenLezen: 'map', houder: null, naam: klein().naam });
        ander.send('sluit');
        await einde(ander);
      } else {
        const bestand = straksDicht(await openProject(pad));
        expect(bestand.alleenLezen?.reden).toBe('map');
        await verwachtFout('alleen-lezen', () => bestand.wijzig('x', (p) => { p.naam = 'x'; }));
        await verwachtFout('alleen-lezen', () => maakProject(join(map, 'q.arrangement'), klein()));
      }
    } finally {
      chmodSync(map, 0o755);
      chmodSync(pad, 0o644);
    }
  });

  it('vol tijdens een import of wijziging: een fout, niets gewijzigd, en met ruimte gaat het verder', async () => {
    const pad = await gemaakt();
    let db: Database.Database | undefined;
    const bestand = straksDicht(await openProject(pad, { bijVerbinding: (verbinding) => { db = verbinding; } }));
    const paginas = db!.pragma('page_count', { simple: true }) as number;
    db!.pragma(`max_page_count = ${paginas + 4}`);
    const voor = [bestand.project(), bestand.log()];
    const veel = Array.from({ length: 20_000 }, (_, i) => indicatie({ jeugdige: `jeugdige-met-een-lange-naam-${i}` }));
    const fout = await verwachtFout('schijf-vol', () => laad(bestand, 'indicaties', veel));
    expect(fout.message).toMatch(/vol\. Er is niets gewijzigd\. Maak ruimte/);
    await verwachtFout('schijf-vol', () => bestand.wijzig('groot', (p) => { p.profielen.push({ naam: 'groot', inhoud: 'x'.repeat(500_000) }); }));
    expect([bestand.project(), bestand.log()]).toStrictEqual(voor);
    bestand.controleer();
    db!.pragma('max_page_count = 1000000');
    laad(bestand, 'indicaties', veel);
    expect(bestand.project().indicaties.length).toBeGreaterThanOrEqual(20_000);
  });

  it('vol tijdens het maken van een project: niets blijft achter', async () => {
    const map = eigenMap();
    const veel = { ...kaal(), indicaties: Array.from({ length: 20_000 }, (_, i) => indicatie({ jeugdige: `j${i}` })) };
    await verwachtFout('schijf-vol', () => maakProject(join(map, 'p.arrangement'), veel, { bijVerbinding: (db) => void db.pragma('max_page_count = 60') }));
    expect(readdirSync(map)).toEqual([]);
  });

  it.skipIf(!magMounten())('een echte kleine schijf die volloopt (vraagt root en mount)', async () => {
    const schijfje = mount() as string;
    const bestand = await openProject(await gemaakt(schijfje));
    try {
      const voor = bestand.project();
      const veel = Array.from({ length: 100_000 }, (_, i) => indicatie({ jeugdige: `jeugdige-met-een-lange-naam-${i}`, gemeente: 'GM0147' }));
      await verwachtFout('schijf-vol', () => laad(bestand, 'indicaties', veel));
      expect(bestand.project()).toStrictEqual(voor);
      writeFileSync(join(schijfje, 'vulling'), Buffer.alloc(1_500_000));
      const ruimte = (): void => rmSync(join(schijfje, 'vulling'));
      try {
        writeFileSync(join(schijfje, 'vulling2'), Buffer.alloc(4_000_000));
      } catch (fout) {
        expect((fout as { code: string }).code).toBe('ENOSPC');
      }
      await verwachtFout('schijf-vol', () => bestand.reservekopie());
      await verwachtFout('schijf-vol', () => bestand.bewaarAls(join(schijfje, 'ander.arrangement')));
      expect(existsSync(join(schijfje, 'ander.arrangement'))).toBe(false);
      expect(bestand.reservekopieen()).toEqual([]);
      rmSync(join(schijfje, 'vulling2'));
      ruimte();
      bestand.wijzig('naam', (p) => { p.naam = 'weer ruimte'; });
      bestand.controleer();
      expect(readdirSync(schijfje).filter((naam) => naam.includes('tijdelijk'))).toEqual([]);
    } finally {
      await bestand.sluit({ reservekopie: false });
      execFileSync('umount', [schijfje]);
      rmSync(schijfje, { recursive: true, force: true });
    }
  });

  it('een bestand dat onder ons verdwijnt of vervangen wordt: een fout, en bewaren onder een andere naam kan nog', async () => {
    const map = eigenMap();
    const pad = await gemaakt(map);
    const bestand = straksDicht(await openProject(pad));
    bestand.wijzig('naam', (p) => { p.naam = 'eerst'; });
    renameSync(pad, join(map, 'elders.arrangement'));
    const fout = await verwachtFout('verplaatst', () => bestand.wijzig('naam', (p) => { p.naam = 'verloren'; }));
    expect(fout.message).toContain('Bewaar het project onder een nieuwe naam');
    copyFileSync(join(map, 'elders.arrangement'), pad);
    await verwachtFout('verplaatst', () => bestand.wijzig('naam', (p) => { p.naam = 'verloren'; }));
    await bestand.bewaarAls(join(map, 'gered.arrangement'));
    const gered = straksDicht(await openProject(join(map, 'gered.arrangement')));
    expect(gered.project().naam).toBe('eerst');
  });
});

describe('bewaren als', () => {
  it('geeft hetzelfde project met zijn logboek onder een andere naam', async () => {
    const map = eigenMap();
    const bestand = straksDicht(await openProject(await gemaakt(map)));
    bestand.wijzig('naam', (p) => { p.naam = 'x'; });
    await bestand.bewaarAls(join(map, 'q.arrangement'));
    await verwachtFout('bestaat-al', () => bestand.bewaarAls(join(map, 'q.arrangement')));
    await verwachtFout('bestaat-al', () => bestand.bewaarAls(bestand.pad, { overschrijven: true }));
    const kopie = straksDicht(await openProject(join(map, 'q.arrangement')));
    expect([kopie.project(), kopie.log()]).toStrictEqual([bestand.project(), bestand.log()]);
    await verwachtFout('in-gebruik', () => bestand.bewaarAls(join(map, 'q.arrangement'), { overschrijven: true }));
  });

  it.each<[string, (van: string, naar: string) => Promise<void>]>([
    ['bewaren als', async (van, naar) => straksDicht(await openProject(van)).bewaarAls(naar, { overschrijven: true })],
    ['een nieuw project', async (_, naar) => (await maakProject(naar, klein(), { overschrijven: true })).sluit({ reservekopie: false })],
  ])('%s over een bestand dat niet netjes was gesloten: niets daarvan komt terug', async (_, schrijf) => {
    const map = eigenMap();
    const [van, naar] = [await gemaakt(map), join(map, 'q.arrangement')];
    await (await maakProject(naar, kaal())).sluit({ reservekopie: false });
    const ander = kind('houder', [naar]);
    await bericht(ander);
    const gewijzigd = bericht(ander);
    ander.send('wijzig');
    await gewijzigd;
    ander.kill('SIGKILL');
    await einde(ander);
    expect(existsSync(`${naar}-wal`)).toBe(true);
    await schrijf(van, naar);
    expect(existsSync(`${naar}-wal`)).toBe(false);
    const kopie = straksDicht(await openProject(naar));
    expect(kopie.project()).toStrictEqual(klein());
    kopie.controleer();
  });
});

/** A file system of 4 MB in memory; undefined where it cannot be mounted. */
function mount(): string | undefined {
  const map = mkdtempSync(join(tmpdir(), 'arrangement-schijf-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', map], { stdio: 'ignore' });
    return map;
  } catch {
    rmSync(map, { recursive: true });
    return undefined;
  }
}
function magMounten(): boolean {
  const map = alsRoot ? mount() : undefined;
  if (map === undefined) return false;
  execFileSync('umount', [map]);
  rmSync(map, { recursive: true });
  return true;
}
