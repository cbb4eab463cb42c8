/** What the slides show, from the calculation for intern, or from the publication alone for other readers: a slide does not know more than this. */
import { KOLOM } from '../../../../models/bescherming/catalogus.ts';
import type { Reden } from '../../../../models/bescherming/types.ts';
import { formatMonth } from '../../../format/date.ts';
import { count } from '../../../format/number.ts';
import { cumulated, publishedSteps, type Step } from '../../../lezer/charts.ts';
import type { Published } from '../../../lezer/published.ts';
import type { Doorgerekend } from '../../../stand/doorrekening.ts';
import { delenOver } from '../delen.ts';

/** A figure of a table: its amount, or why it is hidden, with what all years together are where that may be told. */
export type Shown = { waarde: number } | { verborgen: Reden; alleJaren?: number };
export interface GemeenteRow { key: string; naam: string; nul: Shown; bijdrage: Shown; effect: Shown }

export interface SlideFigures {
  years: readonly number[];
  /** Cost for gemeenten without any arrangement, per year. */
  nul: readonly number[];
  effect: readonly number[];
  /** When it has paid for itself, in words. */
  terugverdiend: string;
  /** Pupils without access; undefined where the reader is not told. */
  zonderToegang: number | undefined;
  /** From nulscenario to scenario in the last year. */
  bridge: readonly Step[];
  gemeenten: readonly GemeenteRow[];
}

const NIET = (years: readonly number[]): string => `Niet terugverdiend voor eind ${years.at(-1)}`;
const DELEN = { vervangen: 'Individuele zorg vervalt', overig: 'Effect op de rest', bestaand: 'Bestaand vervalt', structureel: 'Inzet structureel', eenmalig: 'Inzet eenmalig' } as const;

export function calculatedFigures(d: Doorgerekend): SlideFigures {
  const { jaren: years } = d.evaluatie.kader;
  const last = years.length - 1;
  const delen = delenOver(d, [last]);
  const { uitkomst } = d;
  return {
    years,
    nul: d.nul.perJaar,
    effect: uitkomst.effect.perJaar,
    terugverdiend: uitkomst.terugverdienmaand === null ? NIET(years) : `Terugverdiend vanaf ${formatMonth(uitkomst.terugverdienmaand)}`,
    zonderToegang: Object.values(uitkomst.zonderToegang).reduce((a, b) => a + b, 0),
    bridge: [
      { label: 'Nulscenario', value: d.nul.perJaar[last] ?? 0, total: true },
      ...(Object.keys(DELEN) as (keyof typeof DELEN)[]).filter((key) => Math.abs(delen[key]) > 0.5).map((key) => ({ label: DELEN[key], value: delen[key] })),
      { label: 'Scenario', value: uitkomst.totaal.perJaar[last] ?? 0, total: true },
    ],
    gemeenten: d.evaluatie.deelnemers.map((k) => d.gegevens.gemeenten[k]!).map((g): GemeenteRow => ({
      key: g.code, naam: g.naam,
      nul: { waarde: d.nul.perGemeente[g.code]?.[last] ?? 0 }, bijdrage: { waarde: uitkomst.bijdragenAfgerond[g.code]?.[last] ?? 0 }, effect: { waarde: uitkomst.effect.perGemeente[g.code]?.[last] ?? 0 },
    })),
  };
}

/** @returns undefined where the figures of the region itself are hidden */
export function publishedFigures(p: Published, scenario: string): SlideFigures | undefined {
  const { years } = p;
  const last = years.at(-1) as number;
  const [nul, effect, bridge] = [p.regionNul(scenario), p.region('effect', scenario), publishedSteps(p, scenario, last)];
  if (!nul || !effect || !bridge) return undefined;
  const cumulative = cumulated(effect);
  const paid = cumulative.findIndex((_, i) => cumulative.slice(i).every((c) => c <= 0));
  const shown = (rij: string, kolom: string): Shown | undefined => {
    const cell = p.cell('gemeenten', rij, kolom, last, scenario) ?? (kolom === KOLOM.nul ? p.cell('gemeenten', rij, kolom, last) : undefined);
    if (!cell) return undefined;
    if (cell.waarde !== null) return { waarde: cell.waarde };
    const all = p.cell('gemeenten', rij, kolom, undefined, scenario)?.waarde ?? undefined;
    return { verborgen: cell.verborgen ?? 'aanvullend', ...(all !== undefined && { alleJaren: all }) };
  };
  return {
    years, nul, effect, bridge,
    terugverdiend: paid < 0 ? NIET(years) : `Terugverdiend voor eind ${years[paid]}`,
    zonderToegang: undefined,
    gemeenten: p.rows('gemeenten').flatMap((rij): GemeenteRow[] => {
      const [van, bijdrage, verschil] = [shown(rij, KOLOM.nul), shown(rij, KOLOM.bijdrage), shown(rij, KOLOM.effect)];
      // Who does not take part has no contribution.
      return van && bijdrage && verschil ? [{ key: rij, naam: p.naam('gemeenten', rij), nul: van, bijdrage, effect: verschil }] : [];
    }),
  };
}

export const toegangWoorden = (without: number): string => (without === 0 ? 'Alle leerlingen van deze scholen hebben toegang' : `${count(without, 'leerling', 'leerlingen')} zonder toegang`);
export const isKnown = (f: Shown): f is { waarde: number } => 'waarde' in f;
