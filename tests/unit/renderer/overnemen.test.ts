/** A value that was found and is taken over gives the effect that was sought, and claims no source that it does not have. */
import { describe, expect, it } from 'vitest';
import { beslisbasis } from '../../../models/beslissen/basis.ts';
import { doelzoeken } from '../../../models/beslissen/omslag.ts';
import type { Invoerkeuze } from '../../../models/beslissen/types.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { ONZEKERE_PARAMETERS, type OnzekereParameter, type Project } from '../../../models/project/types.ts';
import { bereken } from '../../../models/rekenen/bereken.ts';
import { bereidVoor } from '../../../models/rekenen/voorbereiden.ts';
import { placesOf } from '../../../renderer/features/beslissen/inputs.ts';
import { takenOver } from '../../../renderer/features/beslissen/overnemen.ts';
import { applied } from '../../../renderer/stand/overlay.ts';
import { kleinMet } from '../beslissen/hulp.ts';

/** The project after the value was taken over; undefined where it has no place. */
function overgenomen(project: Project, invoer: Invoerkeuze, waarde: number | string): Project | undefined {
  const wijzigingen = takenOver(project, volledigScenario(project, 'a'), invoer, waarde);
  return wijzigingen && ({ ...wijzigingen.reduce(applied, project), indicaties: project.indicaties } as Project);
}
async function effect(project: Project): Promise<number> {
  const berekend = await bereken(project, { scenarios: ['a'] });
  if (!berekend.ok) throw new Error(berekend.fouten[0]?.tekst);
  return berekend.berekening.scenarios.a!.effect.cumulatief.at(-1)!;
}

async function zoekEnNeemOver(project: Project, invoer: Invoerkeuze, doel: number): Promise<{ project: Project | undefined; uitkomst: number } | undefined> {
  const basis = await beslisbasis(project, bereidVoor(project), 'a');
  if (!basis.ok) throw new Error(basis.fouten[0]?.tekst);
  const gezocht = doelzoeken(basis.basis, { invoer }, doel);
  if (!gezocht.ok || gezocht.uitslag.zoeking.uitslag.soort !== 'gevonden') return undefined;
  const { waarde, uitkomst } = gezocht.uitslag.zoeking.uitslag;
  return { project: overgenomen(project, invoer, waarde), uitkomst };
}

const parameter = (naam: OnzekereParameter): Invoerkeuze => ({ soort: 'parameter', parameter: naam });
const veld = (pad: string): Invoerkeuze => ({ soort: 'veld', pad });

describe('overnemen', () => {
  it.each(['realisatieFactor', 'vervangbaarFactor', 'inzetFactor', 'loonDelta', 'prijsDelta', 'volumeDelta', 'effectOverigDelta', 'startvertraging'] as const)('%s: the scenario has the effect that was sought', async (naam) => {
    const project = kleinMet({});
    // Months only come near to an amount: what was found says how near.
    const doel = (await effect(project)) + (naam === 'startvertraging' ? -10_000 : 5_000);
    const gevonden = await zoekEnNeemOver(project, parameter(naam), doel);
    expect(gevonden?.project, naam).toBeDefined();
    expect(Math.abs((await effect(gevonden!.project!)) - gevonden!.uitkomst)).toBeLessThan(0.02);
  });

  it.each(['arrangementen[stapsteen].realisatie', 'arrangementen[stapsteen].inzet[0].aantal', 'arrangementen[stapsteen].inzet[0].bedrag'])('%s too', async (pad) => {
    const project = kleinMet({});
    const school = project.scenarios[0]!.arrangementen![0]!.school;
    const doel = (await effect(project)) + 5_000;
    const gevonden = await zoekEnNeemOver(project, veld(pad.replace('stapsteen', school)), doel);
    expect(await effect(gevonden!.project!)).toBeCloseTo(doel, 1);
  });

  it('a value of the project is taken over for every scenario', async () => {
    const project = kleinMet({});
    const product = project.producten[0]!.code;
    expect(takenOver(project, volledigScenario(project, 'a'), veld(`producten[${product}].vervangbaar`), 0.5)).toMatchObject([{ soort: 'producten' }]);
    expect(overgenomen(project, veld(`producten[${product}].vervangbaar`), 0.5)!.producten[0]!.vervangbaar).toBe(0.5);
    expect(overgenomen(project, veld('uitgangspunten.disconteringsvoet'), 0.03)!.uitgangspunten.disconteringsvoet).toBe(0.03);
  });

  it('what has no field in a scenario is not offered', () => {
    const project = kleinMet({});
    expect(overgenomen(project, parameter('uitstroomFactor'), 1.2)).toBeUndefined();
    expect(overgenomen(project, { soort: 'parameter', parameter: 'loonDelta', school: project.scholen[0]!.id }, 0.01)).toBeUndefined();
    expect(overgenomen(project, veld('bestaat.niet'), 1)).toBeUndefined();
  });

  it('a delay past the end of an arrangement is not offered: it would lose its lines', () => {
    const project = kleinMet({});
    const [a] = project.scenarios[0]!.arrangementen!;
    a!.eind = '2028-07-31';
    expect(overgenomen(project, parameter('startvertraging'), 3)).toBeDefined();
    expect(overgenomen(project, parameter('startvertraging'), 24)).toBeUndefined();
  });

  it('the source of the old value is not that of the new one, nor is how an amount was built', () => {
    const project = kleinMet({});
    const a = project.scenarios[0]!.arrangementen![0]!;
    const bron = { bron: 'begroting', status: 'vastgesteld' as const };
    a.herkomst = { realisatie: bron, start: bron };
    a.inzet![0] = { ...a.inzet![0]!, opbouw: { uurkosten: 50 }, herkomst: { bedrag: bron, aantal: bron } };
    const regel = overgenomen(project, veld(`arrangementen[${a.school}].inzet[0].bedrag`), 1234)!.scenarios[0]!.arrangementen![0]!.inzet![0]!;
    expect(regel).toMatchObject({ bedrag: 1234, herkomst: { bedrag: { status: 'aanname' }, aantal: bron } });
    expect(regel).not.toHaveProperty('opbouw');
    const deel = overgenomen(project, parameter('realisatieFactor'), 0.9)!.scenarios[0]!.arrangementen![0]!;
    expect(deel.herkomst).toEqual({ realisatie: { status: 'aanname' }, start: bron });
    expect(overgenomen(project, veld(`arrangementen[${a.school}].realisatie`), 0.4)!.scenarios[0]!.arrangementen![0]!.herkomst).toEqual({ realisatie: { status: 'aanname' }, start: bron });
  });
});

describe('wat gezocht kan worden', () => {
  it('every input on offer is one that the program can search', async () => {
    const project = kleinMet({});
    const basis = await beslisbasis(project, bereidVoor(project), 'a');
    if (!basis.ok) throw new Error(basis.fouten[0]?.tekst);
    const plekken = placesOf(project, volledigScenario(project, 'a'));
    expect(plekken[0]!.inputs.map(({ invoer }) => (invoer.soort === 'parameter' ? invoer.parameter : ''))).toEqual([...ONZEKERE_PARAMETERS]);
    for (const { inputs } of plekken) {
      for (const { label, invoer } of inputs) {
        const gezocht = doelzoeken(basis.basis, { invoer }, 0);
        // Only how far it may go can still be asked for.
        if (!gezocht.ok) expect(gezocht.fouten.map(({ code }) => code), label).toEqual(['B07']);
      }
    }
  });
});
