/** Every earlier version of the project file migrates with rows in it; a newer one is refused. When a version is added, its predecessor comes in `oud.ts`. */
import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject } from '../../electron/store/index.ts';
import { migreer, MIGRATIES, schemasom, VERSIE, versieVan, verwachteSchemasom } from '../../electron/store/migraties.ts';
import type { Schrijfdb } from '../../electron/store/verbinding.ts';
import { eigenMap, klein, laad, lees, straksDicht, verwachtFout } from './hulp.ts';
import { maakOud } from './oud.ts';

describe('migraties', () => {
  it('zijn genummerd in tientallen en oplopend, en de laatste is de versie', () => {
    expect(MIGRATIES.map((m) => m.versie)).toEqual(MIGRATIES.map((_, i) => 10 * (i + 1)));
    expect(VERSIE).toBe(MIGRATIES.at(-1)!.versie);
  });

  it('zijn niet gewijzigd sinds ze bestaan: bestanden die ermee gemaakt zijn, moeten opengaan', () => {
    // A version that was released never changes; only add lines here.
    expect(MIGRATIES.map((m) => `${m.versie} ${verwachteSchemasom(m.versie)?.slice(0, 16)}`)).toMatchInlineSnapshot(`
      [
        "10 ea85157b41aea56f",
        "20 2f38ada0b4895c5b",
        "30 c6a7df6f1dda944e",
        "40 0705f2ed76620c7c",
        "50 cdf4455934b274e0",
      ]
    `);
  });

  it.each([10, 20, 30, 40] as const)('van versie %i met rijen erin naar nu, met eerst een reservekopie', async (versie) => {
    const pad = join(eigenMap(), 'oud.arrangement');
    const project = maakOud(pad, versie, lees('randen-2'));
    const bestand = straksDicht(await openProject(pad));
    expect(bestand.project()).toMatchObject(project);
    bestand.controleer();
    expect(bestand.reservekopieen().map((k) => k.reden)).toEqual(['migratie']);
    const kopie = new Database(bestand.reservekopieen()[0]!.pad, { readonly: true });
    expect(versieVan(kopie)).toBe(versie);
    kopie.close();
    // The log goes on where it was, and what was done before can be undone.
    bestand.maakOngedaan(2);
    expect(bestand.project().naam).toBe(lees('randen-2').naam);
    expect(bestand.leveringen().map((l) => [l.hersteld, l.geweigerd])).toEqual(bestand.leveringen().map(() => [1, 1]));
    laad(bestand, 'indicaties', lees('randen-2').indicaties);
  });

  it.each([0, 10, 20, 30, 40])('van versie %i naar nu geeft precies de tabellen van een nieuw bestand', (van) => {
    const db = new Database(':memory:') as Schrijfdb;
    migreer(db, van);
    migreer(db);
    expect(schemasom(db)).toBe(verwachteSchemasom(VERSIE));
    db.close();
  });

  it('lukken heel of niet: bij een fout halverwege is het bestand nog van de oude versie', () => {
    const pad = join(eigenMap(), 'oud.arrangement');
    maakOud(pad, 10, klein());
    const db = new Database(pad) as Schrijfdb;
    db.exec('CREATE TABLE vastgesteld (x)');
    expect(() => migreer(db)).toThrow('already exists');
    expect(versieVan(db)).toBe(10);
    expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'levering'`).get()).toBeUndefined();
    db.close();
  });

  it('zijn niet nodig om een ouder bestand te lezen: dat blijft zoals het is', async () => {
    const pad = join(eigenMap(), 'oud.arrangement');
    const project = maakOud(pad, 20, klein());
    const voor = readFileSync(pad);
    const bestand = await openProject(pad, { alleenLezen: true });
    expect(bestand.project()).toStrictEqual(project);
    await bestand.sluit();
    expect(readFileSync(pad).equals(voor)).toBe(true);
  });

  it('een bestand van een nieuwere versie wordt geweigerd en blijft zoals het is', async () => {
    const pad = join(eigenMap(), 'p.arrangement');
    await (await maakProject(pad, klein())).sluit({ reservekopie: false });
    const db = new Database(pad);
    db.pragma(`user_version = ${VERSIE + 10}`);
    db.close();
    const voor = readFileSync(pad);
    const fout = await verwachtFout('nieuwere-versie', () => openProject(pad));
    expect(fout.message).toContain('Werk het programma bij');
    expect(readFileSync(pad).equals(voor)).toBe(true);
  });
});
