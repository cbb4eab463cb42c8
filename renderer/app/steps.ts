/** The five steps and how each stands: open, in order, or needing attention and for what. */
import type { Melding } from '../../models/project/types.ts';
import { geldendeWaarschuwingen } from '../../models/rekenen/voorbereiden.ts';
import { count } from '../format/number.ts';
import { faultsOf, uitslagOf } from '../stand/doorrekening.ts';
import type { OpenProject } from '../stand/store.ts';
import { STEPS, type Step } from './route.ts';

export interface StepState {
  step: Step;
  state: 'open' | 'good' | 'attention';
  /** What is missing or wrong, or how it stands, in a few words. */
  text: string;
  /** Where on the step it can be mended. */
  part?: string;
}

export const STEP_NAMES: Record<Step, string> = { gegevens: 'Gegevens', nulmeting: 'Nulmeting', scenarios: 'Scenario’s', vergelijken: 'Vergelijken', voorstel: 'Voorstel' };

const inScenarios = (f: Melding): boolean => f.pad.startsWith('scenarios');

function gegevens({ stand, project }: OpenProject, faults: readonly Melding[]): Omit<StepState, 'step'> {
  const { indicaties, declaraties, aggregaten, geweigerd } = stand.aantallen;
  if (project.gemeenten.length === 0) return { state: 'open', text: 'gemeenten ontbreken', part: 'gemeenten' };
  if (project.scholen.length === 0) return { state: 'open', text: 'scholen ontbreken', part: 'scholen' };
  if (project.producten.length === 0) return { state: 'open', text: 'producten ontbreken', part: 'producten' };
  if (project.leerlingen.length === 0) return { state: 'open', text: 'leerlingen ontbreken', part: 'leerlingen' };
  if (indicaties + declaraties + aggregaten === 0) return { state: 'open', text: 'indicaties ontbreken' };
  const own = faults.filter((f) => !inScenarios(f));
  if (own.length > 0) return { state: 'attention', text: count(own.length, 'fout', 'fouten') };
  if (geweigerd > 0) return { state: 'attention', text: `${count(geweigerd, 'rij', 'rijen')} geweigerd`, part: 'geweigerd' };
  return { state: 'good', text: count(indicaties + declaraties, 'rij', 'rijen') };
}

function nulmeting({ project, voorbereiding }: OpenProject): Omit<StepState, 'step'> {
  if (!voorbereiding || voorbereiding.cellen.basis.length === 0) return { state: 'open', text: 'wacht op gegevens' };
  const warnings = geldendeWaarschuwingen(voorbereiding, project.uitgangspunten).length;
  return warnings > 0 ? { state: 'attention', text: count(warnings, 'waarschuwing', 'waarschuwingen'), part: 'waarschuwingen' } : { state: 'good', text: 'in orde' };
}

function scenarios(open: OpenProject): Omit<StepState, 'step'> {
  const list = open.project.scenarios;
  if (list.length === 0) return { state: 'open', text: 'nog geen scenario' };
  if (!open.voorbereiding) return { state: 'open', text: 'wacht op gegevens' };
  let without = 0;
  let at: string | undefined;
  for (const { id } of list) {
    const uitslag = uitslagOf(open, id);
    if (!uitslag.ok && uitslag.fouten.some((f) => f.code !== '')) return { state: 'attention', text: 'een scenario heeft fouten', part: id };
    if (!uitslag.ok) continue;
    const pupils = Object.values(uitslag.doorgerekend.uitkomst.zonderToegang).reduce((a, b) => a + b, 0);
    if (pupils > without) {
      without = pupils;
      at = id;
    }
  }
  return without > 0 ? { state: 'attention', text: `${count(without, 'leerling', 'leerlingen')} zonder toegang`, ...(at !== undefined && { part: at }) } : { state: 'good', text: count(list.length, 'scenario', 'scenario’s') };
}

/** Whether no scenario has an outcome, for its faults. */
const noneCounts = (open: OpenProject): boolean => open.project.scenarios.every(({ id }) => {
  const uitslag = uitslagOf(open, id);
  return !uitslag.ok && uitslag.fouten.some((f) => f.code !== '');
});

function vergelijken(open: OpenProject): Omit<StepState, 'step'> {
  const { project, voorbereiding } = open;
  if (!voorbereiding || noneCounts(open)) return { state: 'open', text: 'wacht op een scenario' };
  return { state: 'good', text: `${count(project.scenarios.length, 'scenario', 'scenario’s')} naast nul` };
}

function voorstel(open: OpenProject): Omit<StepState, 'step'> {
  const { stand, voorbereiding } = open;
  if (!voorbereiding || noneCounts(open)) return { state: 'open', text: 'wacht op een scenario' };
  return stand.voorbeeld ? { state: 'attention', text: 'bevat voorbeeldcijfers' } : { state: 'good', text: 'kan worden gemaakt' };
}

export function stepStates(open: OpenProject): StepState[] {
  const faults = faultsOf(open);
  const of: Record<Step, () => Omit<StepState, 'step'>> = {
    gegevens: () => gegevens(open, faults), nulmeting: () => nulmeting(open), scenarios: () => scenarios(open), vergelijken: () => vergelijken(open), voorstel: () => voorstel(open),
  };
  return STEPS.map((step) => ({ step, ...of[step]() }));
}
