/** What each gemeente gains or loses: in euros, in % of its own nulscenario, or per inwoner. */
import { useState } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { go } from '../../app/route.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Segments, Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { directionOf, unitLabel, type AmountUnit } from '../../format/amount.ts';
import { formatNumber, formatSigned } from '../../format/number.ts';
import { publishedGemeenten } from '../../lezer/charts.ts';
import { explain } from '../uitleg/explain.ts';
import { OWN } from '../../app/own.ts';
import { GemeentePanel } from './GemeentePanel.tsx';
import { OwnGemeente } from './OwnGemeente.tsx';
import { gemeentenIn, som, verschilGemeente, type Vergeleken } from './verschil.ts';

type How = 'euro' | 'procent' | 'inwoner';
const HOW: { value: How; label: string }[] = [{ value: 'euro', label: '€' }, { value: 'procent', label: '% van referentie' }, { value: 'inwoner', label: '€ per inwoner' }];

interface Row { code: string; naam: string; inwoners: number | undefined; values: readonly { effect: number; shown: number | undefined }[] }

export function PerGemeente({ compared, chosen }: { compared: readonly Vergeleken[]; chosen: string | undefined }) {
  const [unit] = useUnit();
  const [how, setHow] = useState<How>('euro');
  const [chosenYear, setYear] = useState<string>();
  const [chartOf, setChartOf] = useState<string>();
  const first = compared[0]!;
  const { gegevens: g } = first.d;
  const years = first.d.evaluatie.kader.jaren;
  const year = chosenYear ?? String(years.at(-1));
  const pick = (list: readonly number[]): number => (year === 'alle' ? som([...list]) : (list[years.indexOf(Number(year))] ?? 0));

  const rowOf = (code: string, naam: string, inwoners: number | undefined, codes: readonly string[]): Row => ({
    code, naam, inwoners,
    values: compared.map((c) => {
      const effect = codes.reduce((s, x) => s + pick(verschilGemeente(c, x)), 0);
      const before = codes.reduce((s, x) => s + pick(c.referentie.perGemeente[x] ?? []), 0);
      return { effect, shown: how === 'euro' ? effect : how === 'procent' ? (before === 0 ? undefined : effect / before) : inwoners ? effect / inwoners : undefined };
    }),
  });
  const codes = gemeentenIn(compared);
  const rows = codes.map((code) => {
    const gemeente = g.gemeenten[g.gemeenteIndex.get(code)!]!;
    return rowOf(code, gemeente.naam, gemeente.inwoners, [code]);
  });
  const known = codes.every((code) => g.gemeenten[g.gemeenteIndex.get(code)!]!.inwoners !== undefined);
  const footer = rowOf('', 'Samen', known ? codes.reduce((s, code) => s + (g.gemeenten[g.gemeenteIndex.get(code)!]!.inwoners ?? 0), 0) : undefined, codes);
  const showing = (v: { effect: number; shown: number | undefined }): string => (v.shown === undefined ? '' : how === 'euro' ? effectText(v.effect, unit) : how === 'procent' ? `${formatSigned(v.shown * 100, 1)} % ${directionOf(v.effect)}` : `${formatSigned(v.shown, 2)} ${directionOf(v.effect)}`);
  const unitText = how === 'euro' ? unitLabel(unit) : how === 'procent' ? '%' : '€ per inwoner';
  const toNul = first.referentienaam === 'nulscenario';

  const counts = compared.map((c, i) => ({ c, v: rows.filter((r) => directionOf(r.values[i]!.effect) === 'V').length, n: rows.filter((r) => directionOf(r.values[i]!.effect) === 'N').length }));

  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Gemeente', width: 180, text: (r) => r.naam, sort: (r) => r.naam, open: (r) => (r.code === '' ? undefined : () => go('vergelijken', 'gemeenten', r.code)) },
    { id: 'inwoners', title: 'Inwoners', width: 88, align: 'right', text: (r) => (r.inwoners === undefined ? '' : formatNumber(r.inwoners)), sort: (r) => r.inwoners },
    ...compared.map((c, i): Column<Row> => ({
      id: c.d.scenario.id, title: c.d.scenario.naam, unit: `${unitText}, t.o.v. ${c.referentienaam === 'nulscenario' ? 'nul' : c.referentienaam} · ${counts[i]!.v} V, ${counts[i]!.n} N`, width: 190, align: 'right', explanation: `${c.d.scenario.naam}, ten opzichte van ${c.referentienaam}`,
      text: (r) => showing(r.values[i]!), copy: (r) => String(r.values[i]!.shown ?? ''), sort: (r) => r.values[i]!.shown,
      render: (r) => (r.values[i]!.shown === undefined ? <span className="muted">onbekend</span> : how === 'euro' ? <Effect value={r.values[i]!.effect} unit={unit} /> : <span className={`effect effect-${directionOf(r.values[i]!.effect).toLowerCase()}`}>{showing(r.values[i]!)}</span>),
      open: (r) => (!toNul ? undefined : () => explain({ soort: 'effect', scenario: c.d.scenario.id, jaar: year === 'alle' ? 'alle' : years.indexOf(Number(year)), ...(r.code !== '' && { gemeente: r.code }) })),
    })),
  ];
  const shownIndex = Math.max(0, compared.findIndex((c) => c.d.scenario.id === chartOf));
  const chartRows = [...rows].sort((a, b) => a.values[shownIndex]!.effect - b.values[shownIndex]!.effect);
  const when = year === 'alle' ? `${years[0]}–${years.at(-1)} opgeteld` : year;
  return (
    <>
      <div className="toolbar">
        <Segments label="In" labelHidden value={how} options={HOW} onChange={setHow} />
        <div className="compare-year"><Select label="Jaar" labelHidden value={year} options={[...years.map((y) => ({ value: String(y), label: String(y) })), { value: 'alle', label: 'Alle jaren opgeteld' }]} onChange={setYear} /></div>
      </div>
      <DataGrid holds={{ tabel: 'gemeenten', kolommen: ['effect'], scenarios: compared.map((c) => c.d.scenario.id) }} label="Effect per gemeente" name="vergelijken-gemeenten" columns={columns} rows={rows} rowKey={(r) => r.code} footer={[footer]} rowClass={(r) => (r.code === chosen ? 'grid-current' : undefined)} />
      <div className="compare-chart">
        {compared.length > 1 && <div className="compare-year"><Select label="Grafiek van" labelHidden value={compared[shownIndex]!.d.scenario.id} options={compared.map((c) => ({ value: c.d.scenario.id, label: c.d.scenario.naam }))} onChange={setChartOf} /></div>}
        <ChartFrame
          holds={{ scenarios: compared.map((c) => c.d.scenario.id), published: (p) => publishedGemeenten(p, compared[shownIndex]!.d.scenario.id, year === 'alle' ? year : Number(year), unit) }}
          title={`${counts[shownIndex]!.v} van de ${rows.length} gemeenten V, ${counts[shownIndex]!.n} N`}
          subtitle={`${compared[shownIndex]!.d.scenario.naam}, ${when}, ${unitLabel(unit)} ten opzichte van ${compared[shownIndex]!.referentienaam}`}
          description={chartRows.map((r) => `${r.naam} ${effectText(r.values[shownIndex]!.effect, unit as AmountUnit)}`).join(', ')}
          spec={{ kind: 'effects', labels: chartRows.map((r) => r.naam), values: chartRows.map((r) => r.values[shownIndex]!.effect) }}
          table={{ columns: ['Gemeente', 'Effect'], rows: chartRows.map((r) => [r.naam, effectText(r.values[shownIndex]!.effect, unit)]) }}
          height={Math.max(96, chartRows.length * 24 + 8)}
        />
      </div>
      {chosen === OWN && <OwnGemeente gemeenten={rows} />}
      {chosen !== undefined && g.gemeenteIndex.has(chosen) && <GemeentePanel code={chosen} compared={compared} onClose={() => go('vergelijken', 'gemeenten')} />}
    </>
  );
}
