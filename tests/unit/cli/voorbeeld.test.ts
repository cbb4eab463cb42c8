import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Importrapport } from '../../../models/invoer/types.ts';
import type { Project } from '../../../models/project/types.ts';
import type { Berekening } from '../../../models/rekenen/types.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import nieuwsbrief from '../../../templates/voorbeeld/nieuwsbrief.json' with { type: 'json' };
import { jaarkosten, toewijzingen } from '../../../templates/voorbeeld/toewijzingen.ts';
import { draai, type Afloop } from './draai.ts';

const MERK = 'VOORBEELD – bedragen fictief';

describe('arrangeren voorbeeld', () => {
  let map: string;
  let afloop: Afloop;
  let duur: number;
  let rapport: Importrapport;
  let project: Project;
  let berekening: Berekening;
  const lees = <T>(naam: string): T => JSON.parse(readFileSync(join(map, naam), 'utf8')) as T;

  beforeAll(() => {
    map = mkdtempSync(join(tmpdir(), 'voorbeeld-'));
    const begin = performance.now();
    afloop = draai(['voorbeeld', '--uit', map]);
    duur = performance.now() - begin;
    rapport = lees('voorbeeld-hengelo-import.json');
    project = lees('voorbeeld-hengelo.json');
    berekening = lees('voorbeeld-hengelo-uitkomst.json');
  });
  afterAll(() => rmSync(map, { recursive: true }));

  it('goes from files to workbook within ten seconds', () => {
    expect({ code: afloop.code, stderr: afloop.stderr }).toEqual({ code: 0, stderr: '' });
    expect(duur).toBeLessThan(10_000);
    expect(readdirSync(map).sort()).toEqual(['voorbeeld-hengelo-import.json', 'voorbeeld-hengelo-uitkomst.json', 'voorbeeld-hengelo-voorstel.xlsx', 'voorbeeld-hengelo.json']);
    for (const naam of readdirSync(map)) expect(afloop.stdout).toContain(naam);
  });

  it('accounts for every row, and reports the total of Batavier that does not add up', () => {
    for (const b of rapport.bestanden) expect(b.gelezen).toBe(b.koppen + b.leeg + b.totalen + b.geaccepteerd + b.geweigerd);
    const afwijkend = rapport.bestanden.flatMap((b) => b.controletotalen.filter((c) => !c.klopt));
    expect(afwijkend).toMatchObject([{ omschrijving: 'totaal van Batavier', bestand: 212, berekend: 206 }]);
    expect(afloop.stdout).toMatch(/212 leerlingen van Batavier.*206/);
    const geweigerd = rapport.bestanden.flatMap((b) => b.meldingen.filter((m) => m.niveau === 'fout').map((m) => `${m.bestand} ${m.code}`));
    expect(geweigerd).toEqual(['indicaties-borne.csv I04', 'indicaties-hengelo.csv I10']);
  });

  it('counts the jeugdigen that the newsletter gives for these schools', () => {
    expect(afloop.stdout).toContain('Hengelo 387, Hof van Twente 68, Borne 67.');
  });

  it('loses nothing on the way in: the basis is that of the toewijzingen themselves', () => {
    const zonderBestanden: Project = {
      ...project,
      indicaties: nieuwsbrief.gemeenten.flatMap((gemeente, g) =>
        toewijzingen(g).map((t) => ({
          school: t.school, gemeente, product: t.product, start: t.start, eind: t.eind ?? (gemeente === 'GM0147' ? '2028-07-31' : null), jeugdige: `${gemeente}-${t.client}`, kostenPerJaar: jaarkosten(t),
        })),
      ),
    };
    const [gelezen, verwacht] = [bereidVoor(project), bereidVoor(zonderBestanden)];
    expect(gelezen.cellen.basis).toHaveLength(verwacht.cellen.basis.length);
    gelezen.cellen.basis.forEach((basis, i) => expect(Math.abs(basis - (verwacht.cellen.basis[i] ?? Number.NaN))).toBeLessThan(1));
    expect(gelezen.jeugdigen).toEqual(verwacht.jeugdigen);
    expect(project.leerlingen).toHaveLength(nieuwsbrief.scholen.flatMap((s) => s.leerlingen).filter((n) => n > 0).length);
  });

  it('says everywhere that it is an example', () => {
    expect(project.naam).toContain(MERK);
    expect(afloop.stdout.split('\n')[0]).toBe(MERK);
    const gemerkt = (object: { herkomst?: Record<string, { status?: string }> }): boolean => Object.values(object.herkomst ?? {}).some((h) => h.status === 'voorbeeld');
    for (const lijst of [project.indicaties, project.producten, project.leerlingen]) expect(lijst.filter((x) => !gemerkt(x))).toEqual([]);
    expect(berekening.waarschuwingen.filter((w) => w.code === 'W09' && w.tekst.includes('zonder bron'))).toEqual([]);
  });

  it('shows nulscenario, scenario and effect of every participant for each of three scenarios', () => {
    expect(Object.keys(berekening.scenarios)).toEqual(['alle-scholen', 'vier-scholen', 'cofinanciering']);
    for (const { naam } of project.scenarios) expect(afloop.stdout).toContain(`${naam}\n`);
    for (const id of Object.keys(berekening.scenarios)) {
      const effect = berekening.scenarios[id]?.effect.perJaar ?? [];
      expect(effect[0]).toBeGreaterThan(0);
      expect(effect.at(-1)).toBeLessThan(0);
      const laatste = Math.abs(Math.round(effect.at(-1) ?? 0)).toLocaleString('nl-NL');
      expect(afloop.stdout).toContain(`V −${laatste}`);
    }
  });

  it('comes out the same every time, whatever pseudonyms the import gave', () => {
    const nogeens = mkdtempSync(join(tmpdir(), 'voorbeeld-'));
    expect(draai(['voorbeeld', '--uit', nogeens]).code).toBe(0);
    for (const naam of ['voorbeeld-hengelo-uitkomst.json', 'voorbeeld-hengelo-import.json', 'voorbeeld-hengelo-voorstel.xlsx']) {
      expect({ naam, gelijk: readFileSync(join(nogeens, naam)).equals(readFileSync(join(map, naam))) }).toEqual({ naam, gelijk: true });
    }
    expect(readFileSync(join(nogeens, 'voorbeeld-hengelo.json'), 'utf8')).not.toBe(readFileSync(join(map, 'voorbeeld-hengelo.json'), 'utf8'));
    rmSync(nogeens, { recursive: true });
  });
});
