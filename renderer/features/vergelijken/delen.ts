/** The bridge from nulscenario to scenario of one year, for all gemeenten together, of a scenario that need not be stored: the figures follow a slider. */
import { useMemo } from 'react';
import { zorgdelen } from '../../../models/beslissen/zorgdelen.ts';
import type { Doorgerekend } from '../../stand/doorrekening.ts';
import type { Vergeleken } from './verschil.ts';

/** @param y number of the year in the horizon. @returns parts that add up to the effect of that year */
function partsOf({ gegevens, evaluatie, uitkomst }: Doorgerekend, y: number): { label: string; value: number }[] {
  const Y = evaluatie.kader.jaren.length;
  const { vervangen, overig } = zorgdelen(gegevens, evaluatie);
  const over = (perGemeente: Float64Array): number => perGemeente.reduce((sum, v, i) => (i % Y === y ? sum + v : sum), 0);
  const eenmalig = uitkomst.eenmalig[y] as number;
  return [
    { label: 'Zorg die vervalt', value: over(vervangen) },
    { label: 'Effect op de overige zorg', value: over(overig) },
    { label: 'Structurele inzet', value: (uitkomst.collectief[y] as number) - eenmalig },
    { label: 'Eenmalige kosten', value: eenmalig },
    { label: 'Bestaande arrangementen', value: over(evaluatie.bestaand.perGemeente) },
  ];
}

/** @param year of the horizon */
export function useBridge({ d }: Vergeleken, year: string) {
  return useMemo(() => {
    const y = Math.max(0, d.evaluatie.kader.jaren.indexOf(Number(year)));
    const nul = d.nul.perJaar[y] ?? 0;
    const totaal = d.uitkomst.totaal.perJaar[y] ?? 0;
    const parts = partsOf(d, y).filter((p) => Math.abs(p.value) >= 0.5);
    return { nul, totaal, parts, steps: [{ label: 'Nulscenario', value: nul, total: true }, ...parts, { label: 'Scenario', value: totaal, total: true }] };
  }, [d, year]);
}
