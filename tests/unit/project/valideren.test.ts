import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Melding, Project, Scenario } from '../../../models/project/types.ts';
import { leesProject, valideer } from '../../../models/project/valideren.ts';
import { bereken } from '../../../models/rekenen/bereken.ts';
import { willekeurigProject } from '../../hulp/willekeurig.ts';
import { goedProject } from './fixtures.ts';

const CASES = new URL('../../cases/', import.meta.url);
const cases = readdirSync(CASES).filter((bestand) => bestand.endsWith('.json') && !bestand.endsWith('.expected.json'));
const leesCase = (bestand: string): string => readFileSync(new URL(bestand, CASES), 'utf8');

const fouten = (invoer: unknown): Melding[] => {
  const resultaat = valideer(invoer);
  return resultaat.ok ? [] : resultaat.fouten;
};
const kort = (meldingen: readonly Melding[]): string[] => meldingen.map(({ code, pad }) => `${code} ${pad}`);

describe('valideer', () => {
  it.each(cases)('%s heeft geen fout', (bestand) => {
    expect(fouten(JSON.parse(leesCase(bestand)))).toEqual([]);
  });

  it('een willekeurig geldig project heeft geen fout', () => {
    fc.assert(fc.property(willekeurigProject(), (project) => {
      expect(fouten(project)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('geeft het project zelf terug, onveranderd', () => {
    const project = goedProject();
    const kopie = structuredClone(project);
    const resultaat = valideer(project);
    expect(resultaat.ok && resultaat.project).toBe(project);
    expect(project).toEqual(kopie);
  });

  it('een veld dat undefined is, is er niet', () => {
    const project = goedProject();
    expect(fouten({ ...project, declaraties: undefined, notities: undefined })).toEqual([]);
    expect(kort(fouten({ ...project, naam: undefined }))).toEqual(['P03 naam']);
  });

  it('meldt alle fouten tegelijk', () => {
    const project = goedProject();
    Object.assign(project.gemeenten[0] as object, { code: '0164', inwoners: -1, naam: undefined });
    Object.assign(project.indicaties[0] as object, { gemeente: '0164', product: 'NIX', start: '2026-02-30', kostenPerJaar: undefined });
    Object.assign(project.uitgangspunten, { jaren: 40, onbekend: ['niemand'] });
    Object.assign(project.scenarios[0] as object, { verdeling: { bereik: 'wijk', sleutel: { leerlingen: 0.5 } }, vastdeel: 0.4 });
    expect(kort(fouten(project))).toEqual([
      'P07 gemeenten[0].code', 'P10 gemeenten[0].inwoners', 'P03 gemeenten[0].naam',
      'P06 scholen[0].gemeente', 'P06 scholen[1].gemeente', 'P06 leerlingen[0].gemeente', 'P06 leerlingen[3].gemeente',
      'P06 indicaties[0].product', 'P11 indicaties[0].start', 'P14 indicaties[0]', 'P06 indicaties[2].gemeente',
      'P06 bestaandeArrangementen[0].verdeling.GM0164',
      'P27 uitgangspunten.jaren', 'P06 uitgangspunten.onbekend[0]',
      'P04 scenarios[0].verdeling.bereik', 'P09 scenarios[0].verdeling.sleutel', 'P02 scenarios[0].vastdeel',
    ]);
  });

  it.each([
    ['gemeenten ontbreken', (p: Project) => ({ ...p, gemeenten: undefined }), 'P03 gemeenten'],
    ['scholen zijn geen lijst', (p: Project) => ({ ...p, scholen: 'twee' }), 'P04 scholen'],
    ['een product zonder code', (p: Project) => ({ ...p, producten: [{ ...p.producten[0], code: undefined }, p.producten[1]] }), 'P03 producten[0].code'],
    ['dragers zijn geen lijst', (p: Project) => ({ ...p, dragers: {} }), 'P04 dragers'],
    ['uitgangspunten zijn geen object', (p: Project) => ({ ...p, uitgangspunten: [] }), 'P04 uitgangspunten'],
    ['een ouder met een verkeerde lijst', (p: Project) => ({ ...p, scenarios: [{ ...p.scenarios[0], arrangementen: 'geen' }, p.scenarios[1]] }), 'P04 scenarios[0].arrangementen'],
    ['een ouder met een arrangement zonder school', (p: Project) => ({ ...p, scenarios: [{ ...p.scenarios[0], arrangementen: [{ start: '2027-08-01', realisatie: 1, inzet: [] }] }, p.scenarios[1]] }),
      'P03 scenarios[0].arrangementen[0].school'],
    ['een ouder met een fout die het kind erft', (p: Project) => ({ ...p, scenarios: [{ ...p.scenarios[0], nietDeelnemers: undefined }, p.scenarios[1]] }), 'P19 scenarios[0].nietDeelnemers'],
    ['een ouder met een arrangement dat niet af is', (p: Project) => {
      const kopie = structuredClone(p);
      delete kopie.scenarios[0]?.arrangementen?.[0]?.start;
      return kopie;
    }, 'P03 scenarios[0].arrangementen[0].start'],
    ['een regel van een onbekende soort', (p: Project) => {
      const kopie = structuredClone(p);
      Object.assign(kopie.scenarios[0]?.arrangementen?.[0]?.inzet?.[0] ?? {}, { soort: 'ftee', overhead: 0.1, maand: '2027-09-01' });
      return kopie;
    }, 'P04 scenarios[0].arrangementen[0].inzet[0].soort'],
    ['een sleutel op inwoners die ook het kind heeft', (p: Project) => {
      const kopie = structuredClone(p);
      delete kopie.gemeenten[1]?.inwoners;
      Object.assign(kopie.scenarios[0]?.arrangementen?.[0]?.inzet?.[1] ?? {}, { sleutel: { inwoners: 1 } });
      return kopie;
    }, 'P23 scenarios[0].arrangementen[0].inzet[1].sleutel.inwoners'],
    ['niemand doet mee, dus ook niemand mist iets', (p: Project) => ({ ...p, scenarios: [{ ...p.scenarios[0], deelnemers: [], nietDeelnemers: undefined }, p.scenarios[1]] }), 'P18 scenarios[0].deelnemers'],
  ])('één fout wordt er één: %s', (_, maak, verwacht) => {
    expect(kort(fouten(maak(goedProject())))).toEqual([verwacht]);
  });

  it('lege lijsten mogen', () => {
    const { formaat, naam, uitgangspunten } = goedProject();
    expect(fouten({ formaat, naam, gemeenten: [], scholen: [], leerlingen: [], producten: [], indicaties: [], declaraties: [], aggregaten: [], bestaandeArrangementen: [], uitgangspunten, scenarios: [] })).toEqual([]);
  });

  it('een kind mag alles van zijn ouder hebben, ook de naam', () => {
    const project = goedProject();
    project.scenarios.push({ id: 'c', ouder: 'b' });
    expect(fouten(project)).toEqual([]);
  });

  it('aandelen mogen 1e-6 van 1 afwijken, niet meer', () => {
    const project = goedProject();
    const regel = project.scenarios[0]?.arrangementen?.[0]?.inzet?.[0] as { dekking: Record<string, number> };
    regel.dekking = { gemeenten: 0.9, onderwijs: 0.1 + 9e-7 };
    expect(fouten(project)).toEqual([]);
    regel.dekking = { gemeenten: 0.9, onderwijs: 0.1 + 2e-6 };
    expect(kort(fouten(project))).toEqual(['P09 scenarios[0].arrangementen[0].inzet[0].dekking']);
  });

  it('een gewicht van 0 vraagt geen inwoners', () => {
    const project = goedProject();
    delete project.gemeenten[1]?.inwoners;
    const [scenario] = project.scenarios as [Scenario];
    scenario.verdeling = { bereik: 'school', sleutel: { leerlingen: 1, inwoners: 0 } };
    expect(fouten(project)).toEqual([]);
    scenario.verdeling = { bereik: 'school', sleutel: { leerlingen: 0.9, inwoners: 0.1 } };
    expect(kort(fouten(project))).toEqual(['P23 scenarios[0].verdeling.sleutel.inwoners']);
  });

  it.each([null, undefined, 3, 'project', [], true])('%j is geen project', (invoer) => {
    expect(kort(fouten(invoer))).toEqual(['P01 ']);
  });

  it('sleutels die elk object van huis uit heeft zijn gewoon onbekend', () => {
    const project = JSON.parse(JSON.stringify(goedProject()).replace('"naam":"Fictief project"', '"naam":"x","__proto__":{"a":1},"constructor":1')) as unknown;
    expect(kort(fouten(project))).toEqual(['P02 __proto__', 'P02 constructor']);
  });

  it('herkomst mag op elk object en verandert geen cijfer', async () => {
    const project = JSON.parse(leesCase('randen-2.json')) as Project;
    const met = metHerkomstOveral(project) as Project;
    expect(fouten(met)).toEqual([]);
    const [zonder, gerekend] = [await bereken(project), await bereken(met)];
    expect(zonder.ok && { ...zonder.berekening, waarschuwingen: [] }).toEqual(gerekend.ok && { ...gerekend.berekening, waarschuwingen: [] });
  });
});

/** The same value, every object in it saying of each of its fields where it comes from. */
function metHerkomstOveral(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(metHerkomstOveral);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  const herkomst = Object.fromEntries(Object.keys(waarde).map((veld) => [veld, { bron: 'begroting', datum: '2026-01-01', status: 'vastgesteld' }]));
  return { ...Object.fromEntries(Object.entries(waarde).map(([veld, deel]) => [veld, metHerkomstOveral(deel)])), herkomst };
}

describe('leesProject', () => {
  it('leest de tekst van een bestand, met of zonder BOM', () => {
    const tekst = JSON.stringify(goedProject());
    expect(leesProject(tekst).ok).toBe(true);
    expect(leesProject(`\uFEFF${tekst}`).ok).toBe(true);
  });
});
