/** The parts of the bridge from nulscenario to scenario (beslissen.md, 4), over gemeenten; they add up to the effect of the year. */
import type { Doorgerekend } from '../../stand/doorrekening.ts';

export interface Delen { vervangen: number; overig: number; bestaand: number; structureel: number; eenmalig: number }

/** @param y number of the year in the horizon */
export function delenVan({ gegevens: g, evaluatie: e, uitkomst }: Doorgerekend, y: number): Delen {
  const Y = e.kader.jaren.length;
  let vervangen = 0;
  let overig = 0;
  for (const a of e.effecten) {
    for (let c = g.celVan[a.school] as number; c < (g.celVan[a.school + 1] as number); c++) {
      const p = g.celProduct[c] as number;
      if (g.productDrager[p] !== 0 || !e.isInbegrepen[g.celGemeente[c] as number]) continue;
      const bedrag = (g.celBasis[c] as number) * ((g.productLoon[p] ? e.kader.productindex.loon : e.kader.productindex.prijs)[y] as number);
      vervangen -= bedrag * (a.aandeelVervangen[p * Y + y] as number);
      overig += bedrag * (a.aandeelOverig[p * Y + y] as number);
    }
  }
  let bestaand = 0;
  for (let i = y; i < e.bestaand.perGemeente.length; i += Y) bestaand += e.bestaand.perGemeente[i] as number;
  const eenmalig = uitkomst.eenmalig[y] as number;
  return { vervangen, overig, bestaand, structureel: (uitkomst.collectief[y] as number) - eenmalig, eenmalig };
}

/** The parts of several years together. */
export function delenOver(d: Doorgerekend, years: readonly number[]): Delen {
  const sum: Delen = { vervangen: 0, overig: 0, bestaand: 0, structureel: 0, eenmalig: 0 };
  for (const y of years) {
    const delen = delenVan(d, y);
    for (const key of Object.keys(sum) as (keyof Delen)[]) sum[key] += delen[key];
  }
  return sum;
}
