/** Charts from figures alone, wherever those come from: the calculation, or a publication. */
import { KOLOM } from '../../models/bescherming/catalogus.ts';
import type { ChartContents } from '../charts/contents.ts';
import type { Series } from '../charts/spec.ts';
import { effectText } from '../components/Figure.tsx';
import { effectBoodschap } from '../features/uitleg/boodschap.ts';
import { directionOf, formatAmount, formatEffectShort, formatEuroShort, unitLabel, type AmountUnit } from '../format/amount.ts';
import { formatShare } from '../format/number.ts';
import { known, VERBORGEN, type Figure, type Published } from './published.ts';

export const summed = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
export const cumulated = (list: readonly number[]): number[] => list.map((_, i) => summed(list.slice(0, i + 1)));
const period = (years: readonly number[]): string => `${years[0]}–${years.at(-1)}`;

export function effectChart(years: readonly number[], effect: readonly number[], unit: AmountUnit): ChartContents {
  const cumulative = cumulated(effect);
  return {
    title: effectBoodschap(years, effect),
    subtitle: `Effect op gemeenten per jaar en opgeteld, ${unitLabel(unit)}, ${period(years)}`,
    description: `Effect op gemeenten per jaar: ${years.map((y, i) => `${y} ${effectText(effect[i] ?? 0, unit)}`).join(', ')}; opgeteld ${effectText(summed(effect), unit)}.`,
    spec: { kind: 'effect', labels: years.map(String), effect, cumulative },
    table: { columns: ['Jaar', 'Effect', 'Opgeteld'], rows: years.map((y, i) => [String(y), effectText(effect[i] ?? 0, unit), effectText(cumulative[i] ?? 0, unit)]) },
  };
}

/** Cost for gemeenten per year, the nulscenario first. */
export function costChart(years: readonly number[], series: readonly Series[], unit: AmountUnit): ChartContents {
  const amounts = (s: Series): string[] => s.values.map((v) => formatAmount(v, unit));
  return {
    title: series.slice(1).map((s) => `${s.name}: ${formatEffectShort(summed(s.values) - summed(series[0]?.values ?? []))} opgeteld`).join('; '),
    subtitle: `Kosten voor gemeenten per jaar, ${unitLabel(unit)}, ${period(years)}; de as begint niet bij nul`,
    description: series.map((s) => `${s.name} ${amounts(s).join(', ')}.`).join(' '),
    spec: { kind: 'lines', labels: years.map(String), series },
    table: { columns: ['Jaar', ...series.map((s) => s.name)], rows: years.map((y, i) => [String(y), ...series.map((s) => formatAmount(s.values[i] ?? 0, unit))]) },
  };
}

export interface Step { label: string; value: number; total?: boolean }
export function bridgeChart(when: string, steps: readonly Step[], unit: AmountUnit): ChartContents {
  const totals = steps.filter((s) => s.total);
  const effect = (totals.at(-1)?.value ?? 0) - (totals[0]?.value ?? 0);
  const text = (s: Step): string => (s.total ? formatAmount(s.value, unit) : effectText(s.value, unit));
  return {
    title: directionOf(effect) === '' ? `${when}: geen verschil met niets doen` : `${when}: ${formatEffectShort(effect)} ten opzichte van niets doen`,
    subtitle: `Van nulscenario naar scenario, kosten voor gemeenten, ${unitLabel(unit)}`,
    description: steps.map((s) => `${s.label} ${text(s)}`).join(', '),
    spec: { kind: 'bridge', steps },
    table: { columns: ['Deel', 'Bedrag'], rows: steps.map((s) => [s.label, text(s)]) },
  };
}

/** Effects side by side. What is hidden is not drawn, and stands in the table as hidden. */
export function effectsChart(when: string, rows: readonly { naam: string; effect: Figure }[], unit: AmountUnit): ChartContents {
  const shown = rows.flatMap((r) => (r.effect === null ? [] : [{ naam: r.naam, effect: r.effect }])).sort((a, b) => a.effect - b.effect);
  const hidden = rows.length - shown.length;
  const countOf = (letter: 'V' | 'N'): number => shown.filter((r) => directionOf(r.effect) === letter).length;
  return {
    title: `${countOf('V')} van de ${rows.length} rijen V, ${countOf('N')} N${hidden > 0 ? `, ${hidden} ${VERBORGEN}` : ''}`,
    subtitle: `Effect per gemeente, ${when}, ${unitLabel(unit)} ten opzichte van nulscenario`,
    description: rows.map((r) => `${r.naam} ${r.effect === null ? VERBORGEN : effectText(r.effect, unit)}`).join(', '),
    spec: { kind: 'effects', labels: shown.map((r) => r.naam), values: shown.map((r) => r.effect) },
    table: { columns: ['Gemeente', `Effect (${unitLabel(unit)})`], rows: rows.map((r) => [r.naam, r.effect === null ? VERBORGEN : effectText(r.effect, unit)]) },
  };
}

// — The same from a publication; undefined where what they show is hidden —

export function publishedEffect(p: Published, scenario: string, unit: AmountUnit): ChartContents | undefined {
  const effect = p.region('effect', scenario);
  return effect && effectChart(p.years, effect, unit);
}

/** Of one gemeente; undefined too where it is taken together with others. */
export function publishedOwnEffect(p: Published, scenario: string, gemeente: string, unit: AmountUnit): ChartContents | undefined {
  const series = p.series('gemeenten', gemeente, KOLOM.effect, scenario);
  const effect = series && known(series);
  return effect && { ...effectChart(p.years, effect, unit), subtitle: `Effect voor ${p.naam('gemeenten', gemeente)} per jaar en opgeteld, ${unitLabel(unit)}` };
}

export function publishedCosts(p: Published, scenarios: readonly string[], unit: AmountUnit): ChartContents | undefined {
  const nul = p.regionNul(scenarios[0] ?? '');
  const series = scenarios.map((id, role): Series | undefined => {
    const [own, effect] = [p.regionNul(id), p.region('effect', id)];
    return own && effect && { name: p.scenarioNaam(id), values: own.map((v, i) => v + (effect[i] ?? 0)), role };
  });
  return nul && !series.includes(undefined) ? costChart(p.years, [{ name: 'Nulscenario', values: nul, role: 'nul' }, ...(series as Series[])], unit) : undefined;
}

/** @param year of the horizon, or all of them together */
export function publishedSteps(p: Published, scenario: string, year: number | 'alle'): Step[] | undefined {
  const [nul, effect, inzet] = [p.regionNul(scenario), p.region('effect', scenario), p.region('bijdrage', scenario)];
  if (!nul || !effect || !inzet) return undefined;
  const of = (list: readonly number[]): number => (year === 'alle' ? summed(list) : (list[p.years.indexOf(year)] ?? 0));
  return [
    { label: 'Nulscenario', value: of(nul), total: true },
    { label: 'Individuele zorg en bestaand', value: of(effect) - of(inzet) },
    { label: 'Collectieve inzet', value: of(inzet) },
    { label: 'Scenario', value: of(nul) + of(effect), total: true },
  ];
}
export function publishedBridge(p: Published, scenario: string, year: number | 'alle', unit: AmountUnit): ChartContents | undefined {
  const steps = publishedSteps(p, scenario, year);
  return steps && bridgeChart(year === 'alle' ? `${period(p.years)} opgeteld` : String(year), steps, unit);
}

export function publishedGemeenten(p: Published, scenario: string, year: number | 'alle', unit: AmountUnit): ChartContents {
  const rows = p.rows('gemeenten').flatMap((rij): { naam: string; effect: Figure }[] => {
    const series = p.series('gemeenten', rij, KOLOM.effect, scenario);
    if (!series) return [];
    const all = known(series);
    // Of some rows only the sum of all years is published.
    const effect = year !== 'alle' ? (series[p.years.indexOf(year)] ?? null) : all ? summed(all) : (p.cell('gemeenten', rij, KOLOM.effect, undefined, scenario)?.waarde ?? null);
    return [{ naam: p.naam('gemeenten', rij), effect }];
  });
  return effectsChart(`${p.scenarioNaam(scenario)}, ${year === 'alle' ? `${period(p.years)} opgeteld` : year}`, rows, unit);
}

/** The cost of each product in the first year, from the highest down. */
export function publishedProducts(p: Published, unit: AmountUnit, most: number): ChartContents | undefined {
  const [year] = p.years;
  const rows = p.rows('regio').filter((rij) => rij.startsWith('product ')).map((rij) => ({ naam: p.naam('regio', rij), waarde: p.series('regio', rij, KOLOM.nul)?.[0] ?? null }));
  const shown = rows.flatMap((r) => (r.waarde === null ? [] : [{ ...r, waarde: r.waarde }])).sort((a, b) => b.waarde - a.waarde);
  const [first] = shown;
  const total = summed(shown.map((r) => r.waarde));
  if (!first || total === 0) return undefined;
  const complete = shown.length === rows.length;
  return {
    title: complete ? `${first.naam} is ${formatShare(first.waarde / total, 0)} van de kosten` : `${first.naam}: ${formatEuroShort(first.waarde)}; ${rows.length - shown.length} producten ${VERBORGEN}`,
    subtitle: `Nulscenario per product, ${unitLabel(unit)}, ${year}, alle dragers`,
    description: rows.map((r) => `${r.naam} ${r.waarde === null ? VERBORGEN : formatAmount(r.waarde, unit)}`).join(', '),
    spec: { kind: 'amounts', labels: shown.slice(0, most).map((r) => r.naam), values: shown.slice(0, most).map((r) => r.waarde) },
    table: { columns: ['Product', `Nulscenario ${year} (${unitLabel(unit)})`], rows: rows.map((r) => [r.naam, r.waarde === null ? VERBORGEN : formatAmount(r.waarde, unit)]) },
  };
}
