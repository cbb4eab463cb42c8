/** Project files of earlier versions with rows in them, made with the migrations of that version alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openRegel, sluitRegel } from '../../electron/store/log.ts';
import { migreer } from '../../electron/store/migraties.ts';
import { schrijfLijst, schrijfProject } from '../../electron/store/onderdelen.ts';
import { aggregaatschrijver, Codeboek, declaratieschrijver, indicatieschrijver, type Schrijver } from '../../electron/store/rijen.ts';
import { openSchrijfdb, type Schrijfdb } from '../../electron/store/verbinding.ts';
import type { Project } from '../../models/project/types.ts';

/** What version 10 can hold of a project: no rows. Later versions hold all of it, and a refused row that was repaired. What is given is what must be read after migration. */
export function maakOud(pad: string, versie: 10 | 20 | 30 | 40, project: Project, opvulling = 0): Project {
  mkdirSync(dirname(pad), { recursive: true });
  writeFileSync(pad, '');
  const db = openSchrijfdb(pad);
  migreer(db, versie);
  db.transaction(() => vul(db, versie, project, opvulling)).immediate();
  db.close();
  if (versie >= 20) return { ...project, naam: `${project.naam}!` };
  return { ...project, naam: `${project.naam}!`, indicaties: [], ...(project.declaraties && { declaraties: [] }), ...(project.aggregaten && { aggregaten: [] }) };
}

function vul(db: Schrijfdb, versie: number, project: Project, opvulling: number): void {
  const wanneer = new Date(Date.UTC(2026, 0, 1));
  openRegel(db, { soort: 'aangemaakt', omschrijving: 'Project', wie: 'vroeger', wanneer });
  schrijfProject(db, project);
  sluitRegel(db);
  openRegel(db, { soort: 'wijziging', omschrijving: 'Naam', wie: 'vroeger', wanneer });
  schrijfProject(db, { ...project, naam: `${project.naam}!` });
  schrijfLijst(db, 'profielen', Array.from({ length: opvulling }, (_, i) => ({ naam: `p${i}`, inhoud: 'x'.repeat(200) })));
  sluitRegel(db);
  if (versie < 20) return;
  const codes = new Codeboek(db);
  const schrijvers = { indicaties: indicatieschrijver(db, codes), declaraties: declaratieschrijver(db, codes), aggregaten: aggregaatschrijver(db) } as Record<string, Schrijver<object>>;
  for (const soort of ['indicaties', 'declaraties', 'aggregaten'] as const) {
    if (!project[soort]?.length) continue;
    const log = openRegel(db, { soort: 'levering', omschrijving: soort, wie: 'vroeger', wanneer });
    const levering = Number(db.prepare(`INSERT INTO levering (log, soort, bestand, controlegetal, plan, rapport) VALUES (?, ?, ?, ?, 'null', 'null')`).run(log, soort, `${soort}.csv`, soort).lastInsertRowid);
    const delen = new Map<string, { id: number; rijen: number; som: number }>();
    for (const rij of project[soort] as { gemeente: string; maand?: string }[]) {
      const sleutel = `${rij.gemeente} ${rij.maand ?? ''}`;
      let deel = delen.get(sleutel);
      if (!deel) {
        const id = Number(db.prepare('INSERT INTO deel (levering, gemeente, maand) VALUES (?, ?, ?)').run(levering, rij.gemeente, rij.maand ?? '').lastInsertRowid);
        delen.set(sleutel, (deel = { id, rijen: 0, som: 0 }));
      }
      deel.som = schrijvers[soort]!(deel.id, rij, deel.som);
      deel.rijen++;
    }
    for (const { id, rijen, som } of delen.values()) db.prepare('UPDATE deel SET rijen = ?, som = ?, actief = 1 WHERE id = ?').run(rijen, som, id);
    if (versie >= 40) {
      db.prepare(`INSERT INTO geweigerd (levering, rij, waarden, meldingen) VALUES (?, 3, '{}', '[]'), (?, 4, '{}', '[]')`).run(levering, levering);
      db.prepare('INSERT INTO herstel (levering, geweigerd) SELECT ?, min(id) FROM geweigerd WHERE levering = ?').run(levering, levering);
      db.prepare('UPDATE levering SET herstelt = id WHERE id = ?').run(levering);
    } else db.prepare(`INSERT INTO geweigerd (levering, rij, waarden, meldingen, hersteldDoor) VALUES (?, 3, '{}', '[]', ?), (?, 4, '{}', '[]', NULL)`).run(levering, levering, levering);
    sluitRegel(db);
  }
}
