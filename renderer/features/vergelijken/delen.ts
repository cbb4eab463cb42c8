/** The parts of the bridge from nulscenario to scenario (beslissen, 4) for all gemeenten together, of a scenario that need not be stored: they follow a slider. */
import { zorgdelen } from '../../../models/beslissen/zorgdelen.ts';
import type { Doorgerekend } from '../../stand/doorrekening.ts';
import { som } from './verschil.ts';

export interface Delen { vervangen: number; overig: number; bestaand: number; structureel: number; eenmalig: number }

/** @param years numbers of years in the horizon. @returns parts that add up to the effect of those years */
export function delenOver({ gegevens, evaluatie, uitkomst }: Doorgerekend, years: readonly number[]): Delen {
  const Y = evaluatie.kader.jaren.length;
  const { vervangen, overig } = zorgdelen(gegevens, evaluatie);
  const over = (perGemeente: Float64Array): number => perGemeente.reduce((sum, v, i) => (years.includes(i % Y) ? sum + v : sum), 0);
  const [collectief, eenmalig] = [uitkomst.collectief, uitkomst.eenmalig].map((reeks) => som(years.map((y) => reeks[y] ?? 0))) as [number, number];
  return { vervangen: over(vervangen), overig: over(overig), bestaand: over(evaluatie.bestaand.perGemeente), structureel: collectief - eenmalig, eenmalig };
}
