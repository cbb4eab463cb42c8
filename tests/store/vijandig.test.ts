/** A project file made by somebody who means harm, with the tables, triggers and checks of a real one: it is refused or judged, never believed. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maakProject, openProject } from '../../electron/store/index.ts';
import { valideer } from '../../models/project/valideren.ts';
import { eigenMap, klein, straksDicht, verwachtFout } from './hulp.ts';

/** A project file in which `sql` was written from outside, under an open log entry, as the triggers ask. */
async function met(sql: string, ...waarden: unknown[]): Promise<string> {
  const pad = join(eigenMap(), 'p.arrangement');
  await (await maakProject(pad, klein())).sluit({ reservekopie: false });
  const db = new Database(pad);
  db.exec('UPDATE toestand SET log = 1');
  db.prepare(sql).run(...waarden);
  db.exec('UPDATE toestand SET log = NULL');
  db.close();
  return pad;
}

describe('een vijandig projectbestand', () => {
  it.each([
    ['een getal als naam', `UPDATE onderdeel SET inhoud = json_set(inhoud, '$.naam', 5) WHERE lijst = 'scholen'`],
    ['een lijst als bedrag', `UPDATE onderdeel SET inhoud = json_set(inhoud, '$.vervangbaar', json('[1]')) WHERE lijst = 'producten'`],
    ['velden die niets zijn', `UPDATE onderdeel SET inhoud = '{"__proto__":{"naam":"x"},"constructor":1}' WHERE lijst = 'gemeenten'`],
  ])('met %s wordt bij het doorrekenen geweigerd, met plaats en zin', async (_, sql) => {
    const bestand = straksDicht(await openProject(await met(sql)));
    const uitslag = valideer(bestand.project());
    expect(uitslag.ok).toBe(false);
    if (!uitslag.ok) for (const fout of uitslag.fouten) expect(fout.tekst.length).toBeGreaterThan(10);
    expect(({} as { naam?: string }).naam).toBeUndefined();
  });

  it('met een ander type in een kolom kan niet bestaan: de tabellen zijn streng', async () => {
    await expect(met('UPDATE deel SET rijen = ?', 'veel')).rejects.toThrow(/cannot store TEXT value in INTEGER column/);
    await expect(met('UPDATE onderdeel SET inhoud = ?', Buffer.alloc(8))).rejects.toThrow(/cannot store BLOB value in TEXT column/);
    await expect(met('UPDATE onderdeel SET inhoud = ?', 'geen json')).rejects.toThrow(/CHECK constraint failed/);
  });

  it('met een onderdeel van twintig megabyte gaat niet open', async () => {
    const pad = await met(`UPDATE onderdeel SET inhoud = json_set(inhoud, '$.naam', ?) WHERE id = (SELECT min(id) FROM onderdeel WHERE lijst = 'scholen')`, 'x'.repeat(20_000_000));
    await verwachtFout('beschadigd', () => openProject(pad));
  });
});
