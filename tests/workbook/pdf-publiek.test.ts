/** The documents for `klankbordgroep` and `openbaar` as a reader gets them: every figure in them was published or follows from what was, and nothing else is there. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, zoekBrowser, type Pdfmachine } from '../../electron/exchange/pdf.ts';
import { ingebouwdeLettertypen, maakPdfdocumenten } from '../../electron/service/pdf.ts';
import { maakPublicatie } from '../../electron/service/publicatie.ts';
import type { Publicatiecel } from '../../models/bescherming/publiceer.ts';
import type { Project } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { alsHtml } from '../../templates/pdf/document.ts';
import { INHOUD } from '../../templates/pdf/opmaak.ts';
import { getal } from '../../templates/pdf/woorden.ts';
import { MERK } from '../../templates/publicatie/gegevens.ts';
import { regio } from '../hulp/regio.ts';
import { hengelo } from '../hulp/hengelo.ts';
import { NIET_GEDRUKT } from '../hulp/poppler.ts';

const browser = zoekBrowser();
const OPTIES = { moment: new Date('2026-10-01T12:00:00Z'), programma: 'Proefprogramma' };

/** Few children at some schools and of some gemeenten, so that figures are hidden and rows taken together. */
const weinig = (): Project => regio({ jeugdigen: [[14, 9, 3, 12], [11, 16, 1, 8], [20, 7, 0, 13], [1, 1, 0, 1], [1, 1, 0, 2], [15, 11, 0, 10]] });

interface Gelezen { paginas: string[]; info: string; structuur: string }
type Cijfer = number | null;
const optellen = (delen: readonly Cijfer[]): Cijfer => delen.reduce<Cijfer>((a, b) => (a === null || b === null ? null : a + b), 0);
/** By row, column and scenario: a figure per year, and the sum of them, which may be all that was published. */
function reeksenVan(cellen: readonly Publicatiecel[]): { rij: string; kolom: string; cijfers: Cijfer[] }[] {
  return [...Map.groupBy(cellen, ({ rij, kolom, scenario }) => JSON.stringify([rij, kolom, scenario ?? null]))].map(([sleutel, hier]) => {
    const [rij, kolom] = JSON.parse(sleutel) as [string, string];
    const jaren = hier.filter(({ jaar }) => jaar !== undefined).map(({ waarde }) => waarde);
    const zonder = hier.find(({ jaar }) => jaar === undefined);
    return { rij, kolom, cijfers: [...jaren, zonder ? zonder.waarde : optellen(jaren)] };
  });
}

describe.skipIf(NIET_GEDRUKT !== '')(`publieke stukken${NIET_GEDRUKT}`, () => {
  let map: string;
  let machine: Pdfmachine;
  beforeAll(async () => {
    map = mkdtempSync(join(tmpdir(), 'pdf-'));
    machine = await startBrowser(browser as string, INHOUD, OPTIES.programma);
  });
  afterAll(async () => {
    await machine.sluit();
    rmSync(map, { recursive: true, force: true });
  });

  async function druk(project: Project, id: string, lezer: 'klankbordgroep' | 'openbaar'): Promise<Map<string, Gelezen>> {
    const uitslag = await maakPdfdocumenten(project, id, { ...OPTIES, lezer, grondslag: 'geheime grondslag' });
    if (!uitslag.ok) throw new Error(JSON.stringify(uitslag.fouten));
    const lettertypen = await ingebouwdeLettertypen();
    const gelezen = new Map<string, Gelezen>();
    for (const document of uitslag.documenten) {
      const pad = join(map, `${document.bestandsnaam}.pdf`);
      writeFileSync(pad, await machine.druk(alsHtml(document, lettertypen)));
      const lees = (programma: string, ...argumenten: string[]): string => execFileSync(programma, argumenten, { encoding: 'utf8', maxBuffer: 2 ** 28 }).replaceAll('\u00a0', ' ');
      gelezen.set(document.bestandsnaam, { paginas: lees('pdftotext', '-layout', pad, '-').split('\f').slice(0, -1), info: lees('pdfinfo', pad), structuur: lees('pdfinfo', '-struct-text', pad) });
    }
    return gelezen;
  }

  /** Figures that may be there: what was published, what adds up from it, and the amounts of cost lines. */
  async function bekend(project: Project, id: string, lezer: 'klankbordgroep' | 'openbaar'): Promise<Set<string>> {
    const publicatie = await maakPublicatie(project, id, lezer, OPTIES);
    if (!publicatie.ok) throw new Error('no publication');
    const getallen: number[] = [...project.gemeenten.flatMap((g) => g.inwoners ?? []), ...project.scenarios.flatMap((s) => (s.arrangementen ?? []).flatMap((a) => ('inzet' in a ? (a.inzet ?? []).map((r) => r.bedrag) : [])))];
    const neem = (cijfers: readonly Cijfer[]): void => cijfers.forEach((x, y) => {
      for (const getoond of [x, optellen(cijfers.slice(0, y + 1))]) if (getoond !== null) getallen.push(getoond);
    });
    const samen = (reeksen: readonly { cijfers: Cijfer[] }[]): void => {
      const [eerste, ...rest] = reeksen;
      if (eerste) neem(eerste.cijfers.map((x, y) => optellen([x, ...rest.map(({ cijfers }) => cijfers[y] as Cijfer)])));
    };
    for (const cellen of Object.values(publicatie.gegevens.tabellen)) {
      const reeksen = reeksenVan(cellen);
      for (const { cijfers } of reeksen) neem(cijfers);
      for (const [rij, hier] of Map.groupBy(reeksen, (reeks) => reeks.rij)) {
        samen(hier.filter(({ kolom }) => kolom.startsWith('kosten ')));
        // The region has the effect of all gemeenten in a row of its own.
        const effecten = (rij.startsWith('drager ') ? reeksen.filter((reeks) => reeks.rij === 'regio') : hier).filter(({ kolom }) => kolom === 'effect');
        for (const nul of hier.filter(({ kolom }) => kolom === 'nulscenario')) for (const effect of effecten) samen([nul, effect]);
      }
    }
    // The unit itself, in headings.
    getallen.push(1000);
    return new Set(getallen.flatMap((x) => [getal(Math.abs(x)), getal(Math.abs(x) / 1000)]));
  }

  it('prints names of any length, over eight years', async () => {
    const project = JSON.parse(readFileSync(new URL('../cases/twente.json', import.meta.url), 'utf8')) as Project;
    const lang = `Zeer${'lang'.repeat(100)} ${'naam '.repeat(200)}`;
    project.naam = lang;
    for (const lijst of [project.gemeenten, project.scholen, project.producten]) for (const [i, ding] of lijst.entries()) ding.naam = `${i} ${lang}`;
    for (const product of project.producten) product.categorie = `${product.categorie ?? 'overig'} ${lang}`;
    for (const s of project.scenarios) s.naam = lang;
    const gelezen = await druk(project, 'sc2', 'klankbordgroep');
    expect((gelezen.get('locatiebladen') as Gelezen).paginas).toHaveLength(project.scholen.length);
  });

  describe.each(['klankbordgroep', 'openbaar'] as const)('%s', (lezer) => {
    it.each([['the example', hengelo, 'alle-scholen'], ['a region with few children', async () => weinig(), 'alle']] as const)('holds nothing but what was published of %s', async (_, maakProject, id) => {
      const project = await maakProject();
      const gelezen = await druk(project, id, lezer);
      const mag = await bekend(project, id, lezer);
      expect([...gelezen.keys()].filter((naam) => !naam.startsWith('uw-gemeente-'))).toEqual(['besluit', 'vergelijking', 'afspraken', 'locatiebladen']);
      for (const [naam, { paginas, info, structuur }] of gelezen) {
        expect(info).toMatch(/Tagged: +yes/);
        expect(info).toMatch(/Creator: +Proefprogramma/);
        expect(info).not.toMatch(/Linux|Mozilla|Keywords|Subject/);
        expect(structuur).toMatch(/^ *H1 /m);
        expect(structuur).toMatch(/^ *TH /m);
        expect(structuur).toMatch(/^ *Caption/m);
        for (const [i, pagina] of paginas.entries()) {
          expect(pagina).toContain(`${lezer} – kleine aantallen verborgen`);
          expect(pagina).not.toMatch(/vertrouwelijk|geheime grondslag/);
          if (id === 'alle-scholen') expect(pagina).toContain('VOORBEELD – bedragen fictief');
          expect(pagina).toContain(`pagina ${i + 1} van ${paginas.length}`);
        }
        const tekst = paginas.join('\n');
        const vreemd = (tekst.match(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)/g) ?? []).filter((getalInTekst) => !mag.has(getalInTekst));
        expect({ naam, vreemd }).toEqual({ naam, vreemd: [] });
      }
    });

    it('marks what is hidden, and tells nothing of a school and gemeente together', async () => {
      const project = weinig();
      const gelezen = await druk(project, 'alle', lezer);
      const tekst = [...gelezen.values()].flatMap(({ paginas }) => paginas).join('\n');
      expect(tekst).toContain(MERK);
      expect(gelezen.get('locatiebladen')?.paginas.some((pagina) => pagina.includes(MERK))).toBe(true);
      // Locatiebladen name no gemeente but the one where the school stands, and none of the amounts per school, gemeente and product is anywhere.
      for (const pagina of gelezen.get('locatiebladen')?.paginas ?? []) expect(pagina).not.toMatch(/Gemeente [234]/);
      for (const x of bereidVoor(project).cellen.basis) if (x > 3000 && x % 100 !== 0) expect(tekst).not.toContain(getal(x));
    });

    it('rounds for everyone, and for nobody else', async () => {
      const gelezen = await druk(await hengelo(), 'alle-scholen', lezer);
      const [kern] = /€ [\d.]+/.exec((gelezen.get('uw-gemeente-hengelo-gm0164') as Gelezen).paginas[0] as string) as RegExpExecArray;
      expect(kern.endsWith('.000')).toBe(lezer === 'openbaar');
    });
  });
});
