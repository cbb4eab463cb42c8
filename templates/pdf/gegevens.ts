/** What the documents are made of: one scenario calculated, with what its figures consist of, and the scenarios beside it. */
import type { Datum, Melding, VolledigScenario } from '../../models/project/types.ts';
import type { Doorrekening } from '../../models/rekenen/bereken.ts';
import type { Gegevens } from '../../models/rekenen/gegevens.ts';
import type { Nulscenario, Reeks, ScenarioUitkomst } from '../../models/rekenen/types.ts';
import type { ProjectZonderRijen } from '../../models/rekenen/voorbereiden.ts';
import type { Kenmerk } from './document.ts';

export interface Pdfscenario {
  scenario: VolledigScenario;
  uitkomst: ScenarioUitkomst;
  /** The nulscenario under the indexes of this scenario. */
  nul: Nulscenario;
}
export interface Pdfgegevens extends Pdfscenario {
  project: ProjectZonderRijen;
  gegevens: Gegevens;
  doorrekening: Doorrekening;
  jaren: readonly number[];
  /** Other scenarios to hold it against, at most three. */
  naast: readonly Pdfscenario[];
  waarschuwingen: readonly Melding[];
  kenmerk: Kenmerk;
  gemaakt: Datum;
  /** On what ground it is shared; empty if that was not said. */
  grondslag: string;
  /** Whether any figure in it is an example. */
  voorbeeld: boolean;
}

export const som = (reeks: Reeks): number => reeks.reduce((a, b) => a + b, 0);
export const optellen = (reeksen: readonly Reeks[], Y: number): Reeks => Array.from({ length: Y }, (_, y) => reeksen.reduce((t, r) => t + (r[y] as number), 0));
export const verschil = (a: Reeks, b: Reeks): Reeks => a.map((x, y) => x - (b[y] as number));
/** Existing arrangements of a gemeente, in the nulscenario and in the scenario. */
export const bestaandVan = ({ doorrekening: { evaluatie, nul } }: Pdfgegevens, g: number): { voor: Reeks; na: Reeks } => {
  const Y = evaluatie.kader.jaren.length;
  const voor = Array.from({ length: Y }, (_, y) => nul.bestaand.perGemeente[g * Y + y] as number);
  return { voor, na: voor.map((x, y) => x + (evaluatie.bestaand.perGemeente[g * Y + y] as number)) };
};
/** In words: from which year on it is cheaper, as the title of a chart. */
export function boodschap(jaren: readonly number[], effect: Reeks, woord: (x: number) => string): string {
  const laatste = effect.length - 1;
  const eind = effect[laatste] as number;
  let vanaf = laatste;
  while (vanaf > 0 && (effect[vanaf - 1] as number) <= -0.5) vanaf--;
  if (eind > -0.5) return eind < 0.5 ? `In ${jaren[laatste]} geen verschil met het nulscenario` : `In ${jaren[laatste]} duurder dan het nulscenario: ${woord(eind)}`;
  return vanaf === 0 ? `Elk jaar voordelig; in ${jaren[laatste]} ${woord(eind)}` : `Vanaf ${jaren[vanaf]} voordelig; in ${jaren[laatste]} ${woord(eind)}`;
}
