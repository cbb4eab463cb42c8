/** The nulscenario per year, and the counts it rests on. */
import type { Nulmeting } from '../../stand/doorrekening.ts';
import { useUnit } from '../../app/unit.ts';
import { Figure } from '../../components/Figure.tsx';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { explain } from '../uitleg/explain.ts';
import { matrixOf } from './figures.ts';

export function Totals({ nulmeting: { gegevens, kader, uitkomst } }: { nulmeting: Nulmeting }) {
  const [unit] = useUnit();
  const m = matrixOf(gegevens);
  const sum = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
  const leerlingen = sum(m.leerlingen);
  const jeugdigen = sum(m.jeugdigen);
  return (
    <dl className="totals">
      <div>
        <dt>Kosten nu, {unitLabel(unit)} per jaar</dt>
        <dd className="totals-key"><Figure text={formatAmount(sum(m.kosten), unit)} label="Kosten nu" onOpen={() => explain({ soort: 'basis', vanGemeenten: true })} /></dd>
      </div>
      {kader.jaren.map((year, y) => (
        <div key={year}>
          <dt>Nulscenario {year}</dt>
          <dd><Figure text={formatAmount(uitkomst.perJaar[y] ?? 0, unit)} label={`Nulscenario ${year}`} onOpen={() => explain({ soort: 'nul', jaar: y })} /></dd>
        </div>
      ))}
      <div><dt>Leerlingen</dt><dd>{formatNumber(leerlingen)}</dd></div>
      <div><dt>Jeugdigen met jeugdhulp</dt><dd>{formatNumber(jeugdigen)}{leerlingen > 0 && <span className="note"> {formatShare(jeugdigen / leerlingen, 0)}</span>}</dd></div>
    </dl>
  );
}
