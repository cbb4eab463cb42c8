/** Totals per year, the difference with the reference, and what else one asks first. */
import { useMemo } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, formatEffectShort, unitLabel } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { publishedCosts } from '../../lezer/charts.ts';
import { explain } from '../uitleg/explain.ts';
import type { Vraag } from '../uitleg/vraag.ts';
import { som, verschilPerJaar, type Vergeleken } from './verschil.ts';

interface Row { key: string; naam: string; group?: boolean; nul: string; cells: readonly Cell[] }
interface Cell { text: string; effect?: number; vraag?: Vraag }

export function Overview({ compared }: { compared: readonly Vergeleken[] }) {
  const [unit] = useUnit();
  const first = compared[0]!;
  const years = first.d.evaluatie.kader.jaren;
  const last = years.length - 1;
  const ref = first.referentienaam;
  const ids = compared.map((c) => c.d.scenario.id);
  const cell = (effect: number, vraag?: Vraag): Cell => ({ text: effectText(effect, unit), effect, ...(vraag && { vraag }) });
  const toNul = ref === 'nulscenario';
  const effectVraag = (c: Vergeleken, jaar: number | 'alle'): Vraag | undefined => (toNul ? { soort: 'effect', scenario: c.d.scenario.id, jaar } : undefined);

  const rows: Row[] = [
    ...years.map((year, y): Row => ({ key: `t${year}`, naam: `Kosten ${year}`, nul: formatAmount(first.d.nul.perJaar[y] ?? 0, unit), cells: compared.map((c) => ({ text: formatAmount(c.d.uitkomst.totaal.perJaar[y] ?? 0, unit), vraag: { soort: 'totaal', scenario: c.d.scenario.id, jaar: y } })) })),
    ...years.map((year, y): Row => ({ key: `e${year}`, naam: `Verschil ${year}`, nul: '', cells: compared.map((c) => cell(verschilPerJaar(c)[y] ?? 0, effectVraag(c, y))) })),
    { key: 'som', naam: `Verschil opgeteld ${years[0]}–${years[last]}`, group: true, nul: '', cells: compared.map((c) => cell(som(verschilPerJaar(c)), effectVraag(c, 'alle'))) },
    { key: 'collectief', naam: `Collectieve inzet ${years[last]}, deel gemeenten`, nul: '', cells: compared.map((c) => ({ text: formatAmount(c.d.uitkomst.collectief[last] ?? 0, unit), vraag: { soort: 'collectief', scenario: c.d.scenario.id, jaar: last } })) },
    { key: 'eenmalig', naam: 'Waarvan eenmalig, alle jaren', nul: '', cells: compared.map((c) => ({ text: formatAmount(som(c.d.uitkomst.eenmalig), unit) })) },
    ...(toNul ? [
      { key: 'ncw', naam: 'Netto contante waarde', nul: '', cells: compared.map((c) => cell(c.d.uitkomst.ncw)) },
      { key: 'alle', naam: 'Alle dragers, opgeteld', nul: '', cells: compared.map((c) => cell(som(c.d.uitkomst.alleDragers))) },
      { key: 'terug', naam: 'Terugverdiend', nul: '', cells: compared.map((c) => ({ text: c.d.uitkomst.terugverdienmaand === null ? 'niet binnen de periode' : formatMonth(c.d.uitkomst.terugverdienmaand) })) },
    ] : []),
    { key: 'scholen', naam: 'Scholen met een arrangement', nul: '', cells: compared.map((c) => ({ text: formatNumber(c.d.scenario.arrangementen.length) })) },
    { key: 'toegang', naam: 'Leerlingen zonder toegang', nul: '', cells: compared.map((c) => ({ text: formatNumber(Object.values(c.d.uitkomst.zonderToegang).reduce((a, b) => a + b, 0)), vraag: { soort: 'zonderToegang', scenario: c.d.scenario.id } })) },
  ];
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Voor alle gemeenten samen', width: 290, text: (r) => r.naam },
    { id: 'nul', title: 'Nulscenario', unit: unitLabel(unit), width: 116, align: 'right', text: (r) => r.nul },
    ...compared.map((c, i): Column<Row> => ({
      id: c.d.scenario.id, title: c.d.scenario.naam, unit: `${unitLabel(unit)}, t.o.v. ${ref}`, explanation: `${c.d.scenario.naam}, ten opzichte van ${ref}`, width: 196, align: 'right',
      text: (r) => r.cells[i]?.text ?? '',
      render: (r) => (r.cells[i]?.effect === undefined ? r.cells[i]?.text : <Effect value={r.cells[i].effect} unit={unit} />),
      open: (r) => {
        const vraag = r.cells[i]?.vraag;
        return vraag && (() => explain(vraag));
      },
    })),
  ];
  const spec = useMemo(() => ({
    kind: 'lines' as const,
    labels: years.map(String),
    series: [{ name: 'Nulscenario', values: first.d.nul.perJaar, role: 'nul' as const }, ...compared.map((c) => ({ name: c.d.scenario.naam, values: c.d.uitkomst.totaal.perJaar, role: c.kleur }))],
  }), [compared, first, years]);
  const best = [...compared].sort((a, b) => som(verschilPerJaar(a)) - som(verschilPerJaar(b)))[0]!;
  return (
    <div className="compare-overview">
      <DataGrid holds={{ tabel: 'regio', kolommen: ['nulscenario', 'bijdrage', 'effect'], scenarios: ids }} label="Scenario’s naast elkaar" name="vergelijken" columns={columns} rows={rows} rowKey={(r) => r.key} rowClass={(r) => (r.group ? 'grid-group' : undefined)} />
      <ChartFrame
        holds={{ scenarios: ids, published: (p) => publishedCosts(p, ids, unit) }}
        title={compared.length === 1 ? `${best.d.scenario.naam}: ${formatEffectShort(som(verschilPerJaar(best)))} opgeteld ten opzichte van ${ref}` : `${best.d.scenario.naam} is opgeteld het goedkoopst: ${formatEffectShort(som(verschilPerJaar(best)))} ten opzichte van ${ref}`}
        subtitle={`Kosten voor gemeenten per jaar, ${unitLabel(unit)}, ${years[0]}–${years[last]}; de as begint niet bij nul`}
        description={`Kosten per jaar. Nulscenario ${first.d.nul.perJaar.map((v) => formatAmount(v, unit)).join(', ')}. ${compared.map((c) => `${c.d.scenario.naam} ${c.d.uitkomst.totaal.perJaar.map((v) => formatAmount(v, unit)).join(', ')}`).join('. ')}.`}
        spec={spec}
        height={260}
        table={{ columns: ['Jaar', 'Nulscenario', ...compared.map((c) => c.d.scenario.naam)], rows: years.map((y, i) => [String(y), formatAmount(first.d.nul.perJaar[i] ?? 0, unit), ...compared.map((c) => formatAmount(c.d.uitkomst.totaal.perJaar[i] ?? 0, unit))]) }}
      />
    </div>
  );
}
