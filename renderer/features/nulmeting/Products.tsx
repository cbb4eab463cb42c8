/** What each product costs, and how much of it a team in the school could take over. */
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChosen } from '../../app/chosen.ts';
import { useUnit } from '../../app/unit.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, formatEuroShort, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { dragerVan } from '../../../models/project/standaard.ts';
import { dragerNaam } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { explain } from '../uitleg/explain.ts';
import { publishedProducts } from '../../lezer/charts.ts';
import { productFigures, type ProductFigures } from './figures.ts';

/** More bars than this say nothing any more; the table has them all. */
const BARS = 12;

export function Products({ nulmeting: { gegevens: g } }: { nulmeting: Nulmeting }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const chosen = useChosen();
  const rows = productFigures(g).filter((r) => r.kosten !== 0).sort((a, b) => b.kosten - a.kosten);
  const total = rows.reduce((s, r) => s + r.kosten, 0);
  const footer: ProductFigures = { index: -1, kosten: total, vervangbaar: rows.reduce((s, r) => s + r.vervangbaar, 0), scholen: 0, gemeenten: 0 };
  const naam = (r: ProductFigures): string => g.producten[r.index]?.naam ?? 'Samen';
  const columns: Column<ProductFigures>[] = [
    { id: 'naam', title: 'Product', width: 220, text: naam, sort: naam },
    { id: 'code', title: 'Code', width: 88, text: (r) => g.producten[r.index]?.code ?? '', sort: (r) => g.producten[r.index]?.code },
    { id: 'kosten', title: 'Kosten', unit: `${unitLabel(unit)} per jaar`, width: 116, align: 'right', text: (r) => formatAmount(r.kosten, unit), copy: (r) => String(r.kosten), sort: (r) => r.kosten, open: (r) => () => explain({ soort: 'basis', ...(r.index >= 0 && { product: g.producten[r.index]!.code }) }) },
    { id: 'aandeel', title: 'Aandeel', width: 80, align: 'right', text: (r) => formatShare(total === 0 ? 0 : r.kosten / total, 1), sort: (r) => r.kosten },
    { id: 'vervangbaar', title: 'Vervangbaar', unit: `${unitLabel(unit)} per jaar`, width: 116, align: 'right', text: (r) => formatAmount(r.vervangbaar, unit), copy: (r) => String(r.vervangbaar), sort: (r) => r.vervangbaar },
    { id: 'deel', title: 'Vervangbaar deel', width: 88, align: 'right', text: (r) => formatShare(r.kosten === 0 ? 0 : r.vervangbaar / r.kosten, 0), sort: (r) => r.vervangbaar / r.kosten, mark: (r) => (g.producten[r.index]?.herkomst?.['vervangbaar']?.status === 'voorbeeld' ? { kind: 'example', text: 'Voorbeeld' } : undefined) },
    { id: 'scholen', title: 'Scholen', width: 76, align: 'right', text: (r) => (r.index < 0 ? '' : formatNumber(r.scholen)), sort: (r) => r.scholen },
    { id: 'gemeenten', title: 'Gemeenten', width: 88, align: 'right', text: (r) => (r.index < 0 ? '' : formatNumber(r.gemeenten)), sort: (r) => r.gemeenten },
    { id: 'drager', title: 'Drager', width: 150, text: (r) => (r.index < 0 ? '' : dragerNaam(project, dragerVan(g.producten[r.index]!))), sort: (r) => (r.index < 0 ? '' : dragerVan(g.producten[r.index]!)) },
  ];
  const top = rows.slice(0, BARS);
  const first = rows[0];
  return (
    <>
      <DataGrid holds={chosen === undefined ? 'intern' : { tabel: 'regio', kolommen: ['nulscenario'], perProduct: true, scenarios: [chosen] }} label="Kosten per product" name="nulmeting-producten" columns={columns} rows={rows} rowKey={(r) => String(r.index)} footer={[footer]} />
      {first && (
        <div className="nulmeting-chart">
          <ChartFrame
            holds={chosen === undefined ? 'intern' : { scenarios: [chosen], published: (p) => publishedProducts(p, unit, BARS) }}
            title={`${naam(first)} is ${formatShare(first.kosten / total, 0)} van de kosten; vervangbaar is ${formatEuroShort(footer.vervangbaar)} van ${formatEuroShort(total)}`}
            subtitle={`Kosten per product, ${unitLabel(unit)}, twaalf maanden, alle dragers${rows.length > BARS ? `, de ${BARS} grootste` : ''}`}
            description={`Kosten per product: ${top.map((r) => `${naam(r)} ${formatAmount(r.kosten, unit)}`).join(', ')}.`}
            spec={{ kind: 'amounts', labels: top.map(naam), values: top.map((r) => r.kosten) }}
            table={{ columns: ['Product', 'Kosten'], rows: rows.map((r) => [naam(r), formatAmount(r.kosten, unit)]) }}
            height={Math.max(96, top.length * 26 + 8)}
          />
        </div>
      )}
    </>
  );
}
