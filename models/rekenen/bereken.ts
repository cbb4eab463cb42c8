/** The whole calculation of a project (rekenmodel 2–8), from valid input to outcomes. */
import { indexenVan, isFormule } from '../project/standaard.ts';
import { volledigScenario } from '../project/scenario.ts';
import type { Melding, Project, Sleutel, VolledigScenario } from '../project/types.ts';
import { evalueer, type Evaluatie } from './evalueer.ts';
import { laadFormulelezer, type Formule } from './formule.ts';
import { gegevensVan, type Gegevens } from './gegevens.ts';
import { kaderVan, type Kader } from './kader.ts';
import { nulscenario, type Nulbedragen } from './nulscenario.ts';
import type { Formules } from './sleutel.ts';
import type { Berekening, Voorbereiding } from './types.ts';
import { uitkomstVanNul, uitkomstVanScenario } from './uitkomsten.ts';
import { bereidVoor, type ProjectZonderRijen } from './voorbereiden.ts';

/** A scenario and the nulscenario that it is compared with, which has the same indexes. */
export interface Doorrekening { evaluatie: Evaluatie; nul: Nulbedragen }

export type Rekenresultaat<T> = ({ ok: true } & T) | { ok: false; fouten: Melding[] };

/** Every key of a scenario, with the path at which it stands. */
export function* sleutelsVan(scenario: VolledigScenario): Generator<{ sleutel: Sleutel; pad: string }> {
  const { verdeling } = scenario;
  if (verdeling) {
    yield { sleutel: verdeling.sleutel, pad: 'verdeling.sleutel' };
    if (verdeling.ingroei?.van) yield { sleutel: verdeling.ingroei.van, pad: 'verdeling.ingroei.van' };
  }
  for (const a of scenario.arrangementen) {
    for (const [i, regel] of a.inzet.entries()) if (regel.sleutel) yield { sleutel: regel.sleutel, pad: `arrangementen[${a.school}].inzet[${i}].sleutel` };
  }
  for (const [i, regel] of (scenario.regionaal ?? []).entries()) if (regel.sleutel) yield { sleutel: regel.sleutel, pad: `regionaal[${i}].sleutel` };
}

/** Compiles every key formula of the scenarios; loads mathjs only if there is one. What cannot be read is a fault (P22) and has no entry. */
export async function leesFormules(scenarios: readonly { scenario: VolledigScenario; pad: string }[]): Promise<{ formules: Formules; fouten: Melding[] }> {
  const gevonden = scenarios.flatMap(({ scenario, pad }) => [...sleutelsVan(scenario)].flatMap(({ sleutel, pad: binnen }) => (isFormule(sleutel) ? [{ tekst: sleutel.formule, pad: `${pad}.${binnen}.formule` }] : [])));
  const formules = new Map<string, Formule>();
  if (gevonden.length === 0) return { formules, fouten: [] };
  const lees = await laadFormulelezer();
  const fouten: Melding[] = [];
  for (const { tekst, pad } of gevonden) {
    const resultaat = lees(tekst);
    if (resultaat.ok) formules.set(tekst, resultaat.formule);
    else fouten.push({ code: 'P22', pad, tekst: `De sleutelformule “${tekst.slice(0, 80)}” is niet toegestaan: ${resultaat.reden}.` });
  }
  return { formules, fouten };
}

/** Evaluates one scenario, and the nulscenario under the same indexes. */
export function rekenScenarioDoor(gegevens: Gegevens, project: Pick<Project, 'uitgangspunten'>, scenario: VolledigScenario, formules: Formules, pad: string): Rekenresultaat<Doorrekening> {
  const kader = kaderVan(project.uitgangspunten, indexenVan(project, scenario));
  const resultaat = evalueer(gegevens, kader, scenario, formules, pad);
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
  const gekozen = project.scenarios.map(({ id }, i) => ({ id, pad: `scenarios[${i}]` })).filter(({ id }) => !keuze.scenarios || keuze.scenarios.includes(id))
    .map(({ id, pad }) => ({ scenario: volledigScenario(project, id), pad }));
  const { formules, fouten } = await leesFormules(gekozen);
  const gegevens = gegevensVan(project, voorbereiding);
  const kader: Kader = kaderVan(project.uitgangspunten, indexenVan(project));
  const berekening: Berekening = {
    jaren: kader.jaren,
    uitstroom: voorbereiding.uitstroom,
    nul: uitkomstVanNul(gegevens, kader, nulscenario(gegevens, kader)),
    scenarios: {},
    waarschuwingen: [...voorbereiding.waarschuwingen],
  };
  for (const { scenario, pad } of gekozen) {
    if (fouten.some((fout) => fout.pad.startsWith(`${pad}.`))) continue;
    const resultaat = rekenScenarioDoor(gegevens, project, scenario, formules, pad);
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
