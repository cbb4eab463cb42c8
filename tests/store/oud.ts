/** Project files of earlier versions with rows in them, made with the migrations of that version alone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Invoer } from '../../electron/store/leveringen.ts';
import { openRegel, sluitRegel } from '../../electron/store/log.ts';
import { migreer } from '../../electron/store/migraties.ts';
import { schrijfLijst, schrijfProject } from '../../electron/store/onderdelen.ts';
import { openSchrijfdb, type Schrijfdb } from '../../electron/store/verbinding.ts';
import type { Project } from '../../models/project/types.ts';

/** What version 10 can hold of a project: no rows. Version 20 holds all of it. What is given is what must be read after migration. */
export function maakOud(pad: string, versie: 10 | 20, project: Project, opvulling = 0): Project {
  mkdirSync(dirname(pad), { recursive: true });
  writeFileSync(pad, '');
  const db = openSchrijfdb(pad);
  migreer(db, versie);
  db.transaction(() => vul(db, versie, project, opvulling)).immediate();
  db.close();
  if (versie === 20) return { ...project, naam: `${project.naam}!` };
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
  const invoer = new Invoer(db, 'vroeger', () => wanneer);
  for (const soort of ['indicaties', 'declaraties', 'aggregaten'] as const) {
    if (!project[soort]?.length) continue;
    invoer.begin({ soort, bestand: `${soort}.csv`, controlegetal: soort });
    invoer.rijen(soort, project[soort] as never[]);
    invoer.einde(null);
  }
}
