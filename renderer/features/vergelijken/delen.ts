/** The parts of the bridge from nulscenario to scenario (beslissen, 4) for all gemeenten together, of a scenario that need not be stored: they follow a slider. */
import { useMemo } from 'react';
import { zorgdelen } from '../../../models/beslissen/zorgdelen.ts';
import type { Doorgerekend } from '../../stand/doorrekening.ts';
import { som, type Vergeleken } from './verschil.ts';

export interface Delen { vervangen: number; overig: number; bestaand: number; structureel: number; eenmalig: number }

/** @param years numbers of years in the horizon. @returns parts that add up to the effect of those years */
export function delenOver({ gegevens, evaluatie, uitkomst }: Doorgerekend, years: readonly number[]): Delen {
  const Y = evaluatie.kader.jaren.length;
  const { vervangen, overig } = zorgdelen(gegevens, evaluatie);
  const over = (perGemeente: Float64Array): number => perGemeente.reduce((sum, v, i) => (years.includes(i % Y) ? sum + v : sum), 0);
  const [collectief, eenmalig] = [uitkomst.collectief, uitkomst.eenmalig].map((reeks) => som(years.map((y) => reeks[y] ?? 0))) as [number, number];
  return { vervangen: over(vervangen), overig: over(overig), bestaand: over(evaluatie.bestaand.perGemeente), structureel: collectief - eenmalig, eenmalig };
}

const LABELS = { vervangen: 'Zorg die vervalt', overig: 'Effect op de overige zorg', structureel: 'Structurele inzet', eenmalig: 'Eenmalige kosten', bestaand: 'Bestaande arrangementen' } as const;

/** @param year of the horizon */
export function useBridge({ d }: Vergeleken, year: string) {
  return useMemo(() => {
    const y = Math.max(0, d.evaluatie.kader.jaren.indexOf(Number(year)));
    const delen = delenOver(d, [y]);
    const nul = d.nul.perJaar[y] ?? 0;
    const totaal = d.uitkomst.totaal.perJaar[y] ?? 0;
    const parts = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter((key) => Math.abs(delen[key]) >= 0.5).map((key) => ({ label: LABELS[key], value: delen[key] }));
    return { nul, totaal, parts, steps: [{ label: 'Nulscenario', value: nul, total: true }, ...parts, { label: 'Scenario', value: totaal, total: true }] };
  }, [d, year]);
}
