/** A valid project that is damaged at random: never an exception, never silence about something that must be there. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { FORMAAT, type Project } from '../../../models/project/types.ts';
import { valideer, type Validatie } from '../../../models/project/valideren.ts';
import { waarschuwingen } from '../../../models/project/waarschuwingen.ts';
import { parameters } from '../../hulp/wet.ts';
import { willekeurigProject } from '../../hulp/willekeurig.ts';

type Stap = string | number;
type Json = Record<Stap, unknown>;

/** The obligatory fields of rekenmodel 1, by the path of what they belong to without its numbers; those of a scenario only where it has no `ouder`. */
const VERPLICHT: Record<string, string[]> = {
  '': ['formaat', 'naam', 'gemeenten', 'scholen', 'leerlingen', 'producten', 'indicaties', 'uitgangspunten', 'scenarios'],
  gemeenten: ['code', 'naam'],
  scholen: ['id', 'naam', 'soort', 'gemeente'],
  leerlingen: ['school', 'gemeente', 'aantal'],
  dragers: ['code', 'naam', 'soort'],
  producten: ['code', 'naam', 'vervangbaar'],
  indicaties: ['school', 'gemeente', 'product', 'start'],
  declaraties: ['school', 'gemeente', 'product', 'maand', 'bedrag'],
  aggregaten: ['gemeente', 'peildatum', 'basis', 'uitstroom', 'jeugdigen'],
  'aggregaten.basis': ['school', 'product', 'bedrag'],
  'aggregaten.uitstroom': ['product', 'meetdatum', 'maandbedrag', 'resterend'],
  'aggregaten.jeugdigen': ['school', 'aantal'],
  bestaandeArrangementen: ['school', 'jaarbedrag'],
  uitgangspunten: ['peildatum', 'begrotingsjaar', 'maximaleLooptijd'],
  scenarios: ['id', 'naam', 'arrangementen'],
  'scenarios.arrangementen': ['school', 'start', 'realisatie', 'inzet'],
  'scenarios.arrangementen.uitstroom': ['wijze'],
  'scenarios.arrangementen.effectOverig': ['aandeel', 'jaren'],
  'scenarios.arrangementen.inzet': ['omschrijving', 'soort', 'bedrag'],
  'scenarios.regionaal': ['omschrijving', 'soort', 'bedrag'],
  'scenarios.verdeling': ['bereik', 'sleutel'],
  'scenarios.verdeling.ingroei': ['aandeel'],
};

/** Every value in a project with its path. */
function plaatsen(waarde: unknown, pad: Stap[] = []): { pad: Stap[]; waarde: unknown }[] {
  const delen: [Stap, unknown][] = Array.isArray(waarde) ? [...waarde.entries()] : typeof waarde === 'object' && waarde !== null ? Object.entries(waarde) : [];
  return [{ pad, waarde }, ...delen.flatMap(([stap, deel]) => plaatsen(deel, [...pad, stap]))];
}
const ouderVan = (project: Project, pad: readonly Stap[]): Json => pad.slice(0, -1).reduce<unknown>((waarde, stap) => (waarde as Json)[stap], project) as Json;
const schrijf = (pad: readonly Stap[]): string => pad.map((stap, i) => (typeof stap === 'number' ? `[${stap}]` : `${i > 0 ? '.' : ''}${stap}`)).join('');

/** Validates, and holds every answer to its form. */
function keur(project: unknown): Validatie {
  const resultaat = valideer(project);
  if (resultaat.ok) {
    waarschuwingen(resultaat.project);
    for (const { id } of resultaat.project.scenarios) volledigScenario(resultaat.project, id);
    return resultaat;
  }
  expect(resultaat.fouten.length).toBeGreaterThan(0);
  for (const { code, pad, tekst } of resultaat.fouten) {
    expect(code).toMatch(/^P(0[1-9]|1\d|2[0-7])$/);
    expect(pad).toBeTypeOf('string');
    expect(tekst).toMatch(/^\S[^\n]*[.?]$/u);
    expect(tekst).not.toMatch(/undefined|NaN|\[object/);
  }
  expect(new Set(resultaat.fouten.map((fout) => JSON.stringify(fout))).size).toBe(resultaat.fouten.length);
  return resultaat;
}
const gevonden = (resultaat: Validatie): string[] => (resultaat.ok ? [] : resultaat.fouten.map(({ code, pad }) => `${code} ${pad}`));

/** Picks, damages and judges one place of a random project. */
const beschadig = (keren: number, doe: (project: Project, plaats: { pad: Stap[]; waarde: unknown }) => void, welke: (pad: Stap[], project: Project) => boolean): void => {
  fc.assert(fc.property(willekeurigProject(), fc.nat(), (project, n) => {
    const keuzes = plaatsen(project).filter(({ pad }) => pad.length > 0 && welke(pad, project));
    fc.pre(keuzes.length > 0);
    doe(project, keuzes[n % keuzes.length] as { pad: Stap[]; waarde: unknown });
  }), parameters(keren));
};

/** Whether leaving out what stands at this path must be a fault. */
function isVerplicht(pad: Stap[], project: Project): boolean {
  const naam = pad.at(-1);
  if (typeof naam !== 'string' || !VERPLICHT[pad.slice(0, -1).filter((stap) => typeof stap === 'string').join('.')]?.includes(naam)) return false;
  const heeftOuder = pad[0] === 'scenarios' && project.scenarios[pad[1] as number]?.ouder !== undefined;
  return !heeftOuder || !(naam === 'naam' || naam === 'arrangementen' || (pad.length === 5 && pad[2] === 'arrangementen' && naam !== 'school'));
}

describe('een beschadigd project', () => {
  it('zonder iets verplichts: P03 op die plaats', () => {
    beschadig(1500, (project, { pad }) => {
      const plaats = schrijf(pad);
      delete ouderVan(project, pad)[pad.at(-1) as Stap];
      expect(gevonden(keur(project))).toContain(plaats === 'formaat' ? 'P01 formaat' : `P03 ${plaats}`);
    }, isVerplicht);
  });

  it('met een lijst waar een tekst of getal hoort: P04 op die plaats', () => {
    beschadig(1500, (project, { pad }) => {
      const plaats = schrijf(pad);
      ouderVan(project, pad)[pad.at(-1) as Stap] = [[]];
      const meldingen = gevonden(keur(project));
      const begin = plaats === 'formaat' ? 'P01 formaat' : `P04 ${plaats}`;
      expect(meldingen.map((melding) => melding.slice(0, begin.length))).toContain(begin);
    }, (pad, project) => typeof ouderVan(project, pad)[pad.at(-1) as Stap] !== 'object');
  });

  it('met een onbekend veld: P02 op die plaats', () => {
    beschadig(500, (project, { pad, waarde }) => {
      (waarde as Json)['nietBestaand'] = 1;
      const meldingen = gevonden(keur(project));
      // Where keys are codes it is an unknown code.
      expect(meldingen.map((melding) => melding.replace(/^P0[67]/, 'P02'))).toContain(`P02 ${schrijf(pad)}.nietBestaand`);
    }, (pad, project) => {
      const waarde = ouderVan(project, pad)[pad.at(-1) as Stap];
      return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
    });
  });

  it.each([['gemeenten', 'code'], ['scholen', 'id'], ['producten', 'code'], ['dragers', 'code'], ['scenarios', 'id']] as const)('met een andere %s.%s: P06 bij elke verwijzing', (lijst, sleutel) => {
    fc.assert(fc.property(willekeurigProject(), fc.nat(), (project, n) => {
      const rijen = project[lijst] as unknown as Json[];
      const rij = rijen[n % rijen.length] as Json;
      const oud = rij[sleutel] as string;
      rij[sleutel] = lijst === 'gemeenten' ? 'GM0000' : 'anders';
      // Wherever the old code still stands it refers to nothing: as a value, or as the key of a share.
      const verwijzingen = plaatsen(project).filter(({ pad, waarde }) => (waarde === oud && pad.at(-1) !== 'naam') || pad.at(-1) === oud).map(({ pad }) => schrijf(pad));
      fc.pre(verwijzingen.length > 0);
      const meldingen = gevonden(keur(project));
      expect(verwijzingen.filter((plaats) => !meldingen.includes(`P06 ${plaats}`))).toEqual([]);
    }), parameters(150));
  });

  it('met iets willekeurigs op een willekeurige plaats: altijd een antwoord', () => {
    fc.assert(fc.property(willekeurigProject(), fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 4 }), (project, schade) => {
      for (const [n, waarde] of schade) {
        const keuzes = plaatsen(project).filter(({ pad }) => pad.length > 0);
        const { pad } = keuzes[n % keuzes.length] as { pad: Stap[] };
        ouderVan(project, pad)[pad.at(-1) as Stap] = waarde;
      }
      expect(keur(project)).toHaveProperty('ok');
    }), parameters(1000));
  });

  it('dat er nauwelijks een is: altijd een antwoord', () => {
    const velden = Object.fromEntries(Object.keys(VERPLICHT).filter((pad) => pad !== '' && !pad.includes('.')).map((veld) => [veld, fc.jsonValue({ maxDepth: 4 })]));
    fc.assert(fc.property(fc.record(velden, { requiredKeys: [] }), (project) => {
      expect(keur({ formaat: FORMAAT, naam: 'x', ...project })).toHaveProperty('ok');
    }), parameters(500));
    fc.assert(fc.property(fc.jsonValue(), (waarde) => {
      expect(keur(waarde)).toHaveProperty('ok', false);
    }), parameters(300));
  });
});
