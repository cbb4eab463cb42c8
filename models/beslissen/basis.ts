/** What every question about a scenario starts from: the scenario with its data ready to be calculated, and what its answers have to account for. */
import { effectPerGemeente } from '../rekenen/uitkomsten.ts';
import { plaatsVan, rekenScenarioDoor, type Doorrekening, type Rekenresultaat } from '../rekenen/bereken.ts';
import type { Plaats } from '../rekenen/evalueer.ts';
import { leesFormules } from '../rekenen/formules.ts';
import { gegevensVan, type Gegevens } from '../rekenen/gegevens.ts';
import type { Kader } from '../rekenen/kader.ts';
import type { Formules } from '../rekenen/sleutel.ts';
import type { Voorbereiding } from '../rekenen/types.ts';
import { volledigScenario } from '../project/scenario.ts';
import { horizonVan } from '../project/standaard.ts';
import type { Melding, ProjectZonderRijen, VolledigScenario } from '../project/types.ts';
import { scenariovingerafdruk } from '../project/vingerafdruk.ts';
import { heeftVoorbeeld } from '../project/voorbeeld.ts';
import type { Aanname, Uitslag, Verantwoording } from './types.ts';
import { PARAMETERNAAM } from './woorden.ts';

export interface Beslisbasis {
  project: ProjectZonderRijen;
  voorbereiding: Voorbereiding;
  gegevens: Gegevens;
  scenario: VolledigScenario;
  formules: Formules;
  plaats: Plaats;
  verantwoording: Verantwoording;
}

/** One fault as an answer. */
export const fout = (code: string, pad: string, tekst: string): { ok: false; fouten: Melding[] } => ({ ok: false, fouten: [{ code, pad, tekst }] });

/**
 * @param project valid, with or without its rows; @param id of a scenario in it (P06)
 * @returns the faults that only a calculation of this scenario shows (P21, P22), if there are any
 */
export async function beslisbasis(project: ProjectZonderRijen, voorbereiding: Voorbereiding, id: string): Promise<Rekenresultaat<{ basis: Beslisbasis }>> {
  if (!project.scenarios.some((s) => s.id === id)) {
    return fout('P06', 'scenarios', `Het project heeft geen scenario '${id}'; kies uit ${project.scenarios.map((s) => `'${s.id}'`).join(', ') || 'geen enkel: maak eerst een scenario'}.`);
  }
  const scenario = volledigScenario(project, id);
  const { formules, fouten } = await leesFormules([scenario]);
  if (fouten.length > 0) return { ok: false, fouten };
  const basis: Beslisbasis = { project, voorbereiding, scenario, formules, gegevens: gegevensVan(project, voorbereiding), plaats: plaatsVan(project, id), verantwoording: verantwoordingVan(project, voorbereiding, scenario) };
  const gerekend = reken(basis, scenario);
  return gerekend.ok ? { ok: true, basis } : gerekend;
}

/** The same data and formulas with another scenario, which then accounts for itself. */
export const metScenario = (basis: Beslisbasis, scenario: VolledigScenario): Beslisbasis => ({ ...basis, scenario, verantwoording: verantwoordingVan(basis.project, basis.voorbereiding, scenario) });

const verantwoordingVan = (project: ProjectZonderRijen, voorbereiding: Voorbereiding, scenario: VolledigScenario): Verantwoording => ({
  scenario: { id: scenario.id, naam: scenario.naam },
  vingerafdruk: scenariovingerafdruk(project, voorbereiding, scenario),
  voorbeeld: heeftVoorbeeld({ ...project, scenarios: [scenario] }),
  jaren: horizonVan(project.uitgangspunten),
  aannamen: (scenario.onzekerheden ?? []).map(({ parameter, verdeling, perSchool = false, bron, datum, herkomst }): Aanname => ({
    parameter, naam: PARAMETERNAAM[parameter], verdeling, perSchool, bron: bron ?? null, datum: datum ?? null, status: herkomst?.['verdeling']?.status ?? null,
  })),
});

/** Calculates a scenario on the data of the basis, with another frame where that is given. */
export const reken = ({ gegevens, project, formules, plaats }: Beslisbasis, scenario: VolledigScenario, kader?: Kader): Rekenresultaat<Doorrekening> =>
  rekenScenarioDoor(gegevens, project, scenario, formules, plaats, kader);

/** Effect per gemeente and year of a scenario, flat at `gemeente · jaren + y`. */
export function effectVan(basis: Beslisbasis, scenario: VolledigScenario, kader?: Kader): Rekenresultaat<{ effect: Float64Array }> {
  const resultaat = reken(basis, scenario, kader);
  return resultaat.ok ? { ok: true, effect: effectPerGemeente(resultaat.evaluatie) } : resultaat;
}

/** What stands before every sentence and table as long as some assumption is an example. */
export const VOORBEELD = 'Voorbeeld';

/** A sentence, marked where assumptions are still an example. */
export const gemerkt = ({ voorbeeld }: Verantwoording, zin: string): string => (voorbeeld ? `${VOORBEELD}: ${zin}` : zin);

/** An outcome with what it stands on and its sentences, marked. */
export const uitslag = <T extends object>({ verantwoording }: Beslisbasis, inhoud: T, zinnen: readonly string[]): T & Uitslag => ({ ...verantwoording, ...inhoud, zinnen: zinnen.map((zin) => gemerkt(verantwoording, zin)) });
