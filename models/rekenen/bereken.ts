/** The whole calculation of a project (rekenmodel 2–8), from input to outcomes. */
import { indexenVan } from '../project/standaard.ts';
import { volledigScenario } from '../project/scenario.ts';
import type { Melding, Project, VolledigScenario } from '../project/types.ts';
import { valideer } from '../project/valideren.ts';
import { waarschuwingen } from '../project/waarschuwingen.ts';
import { evalueer, type Evaluatie, type Plaats } from './evalueer.ts';
import { formulesIn, leesFormules } from './formules.ts';
import { gegevensVan, type Gegevens } from './gegevens.ts';
import { kaderVan, type Kader } from './kader.ts';
import { nulscenario, type Nulbedragen } from './nulscenario.ts';
import type { Formules } from './sleutel.ts';
import type { Berekening, Voorbereiding } from './types.ts';
import { uitkomstVanNul, uitkomstVanScenario } from './uitkomsten.ts';
import { bereidVoor, geldendeWaarschuwingen, type ProjectZonderRijen } from './voorbereiden.ts';

/** A scenario and the nulscenario that it is compared with, which has the same indexes. */
export interface Doorrekening { evaluatie: Evaluatie; nul: Nulbedragen }

export type Rekenresultaat<T> = ({ ok: true } & T) | { ok: false; fouten: Melding[] };

/** Where a scenario and its arrangementen stand in the project; what comes from a parent is placed at the scenario. */
export function plaatsVan(project: Pick<Project, 'scenarios'>, id: string): Plaats {
  const i = project.scenarios.findIndex((s) => s.id === id);
  const pad = `scenarios[${i}]`;
  return {
    pad,
    arrangement: (school) => {
      const a = (project.scenarios[i]?.arrangementen ?? []).findIndex((eigen) => eigen.school === school);
      return a < 0 ? pad : `${pad}.arrangementen[${a}]`;
    },
  };
}

/** Evaluates one scenario, and the nulscenario under the same indexes. @param kader another frame than its own indexes give: that of a draw (docs/beslissen.md) */
export function rekenScenarioDoor(
  gegevens: Gegevens, project: Pick<Project, 'uitgangspunten'>, scenario: VolledigScenario, formules: Formules, plaats: Plaats,
  kader: Kader = kaderVan(project.uitgangspunten, indexenVan(project, scenario)),
): Rekenresultaat<Doorrekening> {
  const resultaat = evalueer(gegevens, kader, scenario, formules, plaats);
  return resultaat.ok ? { ok: true, evaluatie: resultaat.evaluatie, nul: nulscenario(gegevens, kader) } : resultaat;
}

/** Whether a scenario is compared with a nulscenario of its own, under its own indexes. */
export const heeftEigenIndexen = (scenario: VolledigScenario): boolean => Object.keys(scenario.indexen ?? {}).length > 0;

/**
 * Calculates prepared data.
 * @param project valid, with or without rows; @param keuze ids of the scenarios to calculate; default all
 * @returns the JSON of rekenmodel 8, or the faults that only a calculation shows (P21, P22)
 */
export async function berekenVoorbereid(project: ProjectZonderRijen, voorbereiding: Voorbereiding, keuze: { scenarios?: readonly string[] } = {}): Promise<Rekenresultaat<{ berekening: Berekening }>> {
  const { formules, fouten } = await leesFormules(project.scenarios);
  const gegevens = gegevensVan(project, voorbereiding);
  const kader = kaderVan(project.uitgangspunten, indexenVan(project));
  const berekening: Berekening = {
    jaren: kader.jaren,
    uitstroom: voorbereiding.uitstroom,
    nul: uitkomstVanNul(gegevens, kader, nulscenario(gegevens, kader)),
    scenarios: {},
    waarschuwingen: geldendeWaarschuwingen(voorbereiding, project.uitgangspunten),
  };
  for (const { id } of project.scenarios) {
    if (keuze.scenarios && !keuze.scenarios.includes(id)) continue;
    const scenario = volledigScenario(project, id);
    if (formulesIn(scenario).some(({ tekst }) => !formules.has(tekst))) continue;
    const resultaat = rekenScenarioDoor(gegevens, project, scenario, formules, plaatsVan(project, id));
    if (!resultaat.ok) {
      fouten.push(...resultaat.fouten);
      continue;
    }
    const { evaluatie, nul } = resultaat;
    const uitkomst = uitkomstVanScenario(gegevens, nul, evaluatie);
    if (heeftEigenIndexen(scenario)) uitkomst.nul = uitkomstVanNul(gegevens, evaluatie.kader, nul);
    berekening.scenarios[scenario.id] = uitkomst;
    berekening.waarschuwingen.push(...evaluatie.waarschuwingen);
  }
  return fouten.length > 0 ? { ok: false, fouten } : { ok: true, berekening };
}

/** Calculates a whole project in memory. @param project valid (`valideer`) */
export const bereken = (project: Project, keuze: { scenarios?: readonly string[] } = {}): Promise<Rekenresultaat<{ berekening: Berekening }>> => berekenVoorbereid(project, bereidVoor(project), keuze);

/**
 * The whole way from what was read to outcomes: validation, all faults at once, warnings of project and calculation together.
 * @param invoer what `JSON.parse` gave, or a project built in the program
 */
export async function rekenDoor(invoer: unknown, keuze: { scenarios?: readonly string[] } = {}): Promise<Rekenresultaat<{ project: Project; berekening: Berekening }>> {
  const geldig = valideer(invoer);
  if (!geldig.ok) return { ok: false, fouten: [...geldig.fouten, ...(await leesFormules((invoer as Partial<Project> | null)?.scenarios)).fouten] };
  const resultaat = await bereken(geldig.project, keuze);
  if (!resultaat.ok) return resultaat;
  const { berekening } = resultaat;
  return { ok: true, project: geldig.project, berekening: { ...berekening, waarschuwingen: [...waarschuwingen(geldig.project), ...berekening.waarschuwingen] } };
}
