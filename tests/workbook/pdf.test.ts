/** The documents as a reader gets them: real PDFs, printed by a browser, read back with poppler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, zoekBrowser, type Pdfmachine } from '../../electron/exchange/pdf.ts';
import { ingebouwdeLettertypen, maakPdfdocumenten } from '../../electron/service/pdf.ts';
import { PDFDELEN, type Pdfdeel } from '../../models/contract/voorstel.ts';
import type { Lezer } from '../../models/bescherming/instellingen.ts';
import { volledigScenario } from '../../models/project/scenario.ts';
import { deelnemersVan } from '../../models/project/standaard.ts';
import type { Project } from '../../models/project/types.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
import type { ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { alsHtml } from '../../templates/pdf/document.ts';
import { INHOUD } from '../../templates/pdf/opmaak.ts';
import { effect, effectgetal, getal } from '../../templates/pdf/woorden.ts';
import { hengelo } from '../hulp/hengelo.ts';
import { NIET_GEDRUKT } from '../hulp/poppler.ts';

const browser = zoekBrowser();

const twente = (): Project => JSON.parse(readFileSync(new URL('../cases/twente.json', import.meta.url), 'utf8')) as Project;

interface Gelezen { paginas: string[]; info: string; structuur: string }
describe.skipIf(NIET_GEDRUKT !== '')(`pdf${NIET_GEDRUKT}`, () => {
  let map: string;
  let machine: Pdfmachine;
  beforeAll(async () => {
    map = mkdtempSync(join(tmpdir(), 'pdf-'));
    machine = await startBrowser(browser as string, INHOUD, 'Proefprogramma');
  });
  afterAll(async () => {
    await machine.sluit();
    rmSync(map, { recursive: true, force: true });
  });

  async function druk(project: Project, id: string, delen: readonly Pdfdeel[] = PDFDELEN, lezer: Lezer = 'intern'): Promise<Map<string, Gelezen>> {
    const uitslag = await maakPdfdocumenten(project, id, { lezer, moment: new Date('2026-10-01T12:00:00Z'), programma: 'test', delen });
    if (!uitslag.ok) throw new Error(JSON.stringify(uitslag.fouten));
    const lettertypen = await ingebouwdeLettertypen();
    const gelezen = new Map<string, Gelezen>();
    for (const document of uitslag.documenten) {
      const { bestandsnaam } = document;
      const pad = join(map, `${bestandsnaam}.pdf`);
      writeFileSync(pad, await machine.druk(alsHtml(document, lettertypen)));
      const lees = (programma: string, ...argumenten: string[]): string => execFileSync(programma, argumenten, { encoding: 'utf8', maxBuffer: 2 ** 28 }).replaceAll('\u00a0', ' ');
      gelezen.set(bestandsnaam, { paginas: lees('pdftotext', '-layout', pad, '-').split('\f').slice(0, -1), info: lees('pdfinfo', pad), structuur: lees('pdfinfo', '-struct-text', pad) });
    }
    return gelezen;
  }
  async function uitkomstVan(project: Project, id: string): Promise<ScenarioUitkomst> {
    const r = await bereken(project, { scenarios: [id] });
    if (!r.ok) throw new Error(JSON.stringify(r.fouten));
    return r.berekening.scenarios[id] as ScenarioUitkomst;
  }
  function controleer(gelezen: Map<string, Gelezen>, project: Project, id: string, uitkomst: ScenarioUitkomst, markering: string): void {
    const deelnemers = deelnemersVan(project, volledigScenario(project, id));
    expect([...gelezen.keys()].filter((naam) => !naam.startsWith('uw-gemeente-'))).toEqual(['besluit', 'vergelijking', 'afspraken', 'locatiebladen']);
    expect([...gelezen.keys()].filter((naam) => naam.startsWith('uw-gemeente-'))).toHaveLength(deelnemers.length);
    for (const [naam, { paginas, info, structuur }] of gelezen) {
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/Page size: +84[12]\.\d+ x 59[45]\.\d+ pts \(A4\)/);
      expect(info).toMatch(/Title: +\S/);
      expect(info).toMatch(/Creator: +Proefprogramma/);
      expect(info).not.toMatch(/Linux|Mozilla|HeadlessChrome/);
      expect(structuur).toMatch(/^ *H1 /m);
      expect(structuur).toMatch(/^ *Table/m);
      expect(structuur).toMatch(/^ *TH /m);
      expect(structuur).toMatch(/^ *Caption/m);
      if (naam !== 'afspraken') expect(structuur).toMatch(/^ *Figure/m);
      for (const [i, pagina] of paginas.entries()) {
        expect(pagina).toContain(markering);
        expect(pagina).toContain(`pagina ${i + 1} van ${paginas.length}`);
        expect(pagina).toMatch(/vingerafdruk [0-9a-f]{16}/);
        expect(pagina).toContain('Bron: ');
      }
    }
    const tekst = (naam: string): string => (gelezen.get(naam) as Gelezen).paginas.join('\n');
    expect(tekst('besluit')).toContain(effect(uitkomst.effect.perJaar.reduce((a, b) => a + b, 0)).replaceAll('\u00a0', ' '));
    for (const x of Object.values(uitkomst.bijdragenAfgerond).flat()) {
      expect(tekst('besluit')).toContain(getal(x));
      expect(tekst('afspraken')).toContain(getal(x));
    }
    for (const code of deelnemers) {
      const [naam] = [...gelezen.keys()].filter((n) => n.endsWith(`-${code.toLowerCase()}`)) as [string];
      for (const x of uitkomst.effect.perGemeente[code] as number[]) expect(tekst(naam)).toContain(effectgetal(x).replaceAll('\u00a0', ' '));
      for (const x of uitkomst.individueel[code] as number[]) expect(tekst(naam)).toContain(getal(x));
      expect(tekst('vergelijking')).toContain(effectgetal((uitkomst.effect.perGemeente[code] as number[]).reduce((a, b) => a + b, 0)).replaceAll('\u00a0', ' '));
    }
    const bladen = (gelezen.get('locatiebladen') as Gelezen).paginas;
    expect(bladen).toHaveLength(project.scholen.length);
    for (const [i, school] of project.scholen.entries()) expect(bladen[i]).toContain(school.naam);
  }

  it('prints the example', async () => {
    const project = await hengelo();
    const gelezen = await druk(project, 'alle-scholen');
    expect(gelezen.size).toBe(4 + 3);
    controleer(gelezen, project, 'alle-scholen', await uitkomstVan(project, 'alle-scholen'), 'VOORBEELD – bedragen fictief');
  });

  it('prints a region of 35 schools, 15 gemeenten and 8 years', async () => {
    const project = twente();
    const gelezen = await druk(project, 'sc2');
    expect(gelezen.size).toBe(4 + 13);
    controleer(gelezen, project, 'sc2', await uitkomstVan(project, 'sc2'), 'vertrouwelijk – herleidbaar');
  });

  it('makes nothing of what does not fit', async () => {
    await expect(machine.druk('<!doctype html><html lang="nl"><body><div style="width:100px;overflow:hidden"><div style="width:300px">te breed</div></div></body></html>')).rejects.toThrow('te breed');
    await expect(machine.druk('<!doctype html><html lang="nl"><body><section data-een-bladzij style="height:900px"><h1>Lange school</h1></section></body></html>')).rejects.toThrow(/past niet op één bladzijde \(\d+ px te hoog\): Lange school/);
  });

  it('prints names of any length', async () => {
    const project = twente();
    const lang = `Zeer${'lang'.repeat(100)} ${'naam '.repeat(400)}`;
    project.naam = lang;
    for (const lijst of [project.gemeenten, project.scholen, project.producten]) for (const [i, ding] of lijst.entries()) ding.naam = `${i} ${lang}`;
    for (const s of project.scenarios) s.naam = lang;
    const gelezen = await druk(project, 'sc2', ['besluit', 'vergelijking', 'afspraken', 'locaties']);
    expect((gelezen.get('locatiebladen') as Gelezen).paginas).toHaveLength(project.scholen.length);
  });
});
