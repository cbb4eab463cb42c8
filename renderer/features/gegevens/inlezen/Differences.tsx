/** What a new delivery changes against the one that it replaces. */
import type { Leveringsverschil, Verschiltelling } from '../../../../models/contract/import.ts';
import { useUnit } from '../../../app/unit.ts';
import { formatAmount, formatAmountSigned, formatEuro, unitLabel } from '../../../format/amount.ts';
import { formatInstant } from '../../../format/date.ts';
import { count, formatNumber } from '../../../format/number.ts';
import { SOORT } from '../../../help/words.ts';
import { useOpen } from '../../../stand/hooks.ts';

const KINDS = [['gelijk', 'gelijk'], ['nieuw', 'nieuw'], ['beeindigd', 'eerder beëindigd'], ['gewijzigd', 'gewijzigd'], ['vervallen', 'verdwenen']] as const;

export function Differences({ list }: { list: readonly Leveringsverschil[] }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  return (
    <section className="differences" aria-labelledby="verschillen">
      <h2 id="verschillen">Vervangt een eerdere levering</h2>
      {list.map((v) => {
        const gemeente = project.gemeenten.find((g) => g.code === v.gemeente)?.naam ?? v.gemeente;
        const before = KINDS.reduce((s, [k]) => s + v[k].bedragOud, 0);
        const after = KINDS.reduce((s, [k]) => s + v[k].bedragNieuw, 0);
        return (
          <div key={v.bestand + v.soort + v.gemeente} className="difference">
            <h3>{[SOORT[v.soort] ?? v.soort, gemeente].filter((x) => x).join(', ')}</h3>
            <p className="note">{v.vervangen.map((x) => `${x.bestand}, ingelezen ${formatInstant(x.wanneer)}`).join('; ')}</p>
            {KINDS.every(([k]) => v[k].rijen === 0) ? <p>{v.vervangen.map((x) => `${count(x.rijen, 'rij', 'rijen')}${x.bedrag === 0 ? '' : `, ${formatEuro(x.bedrag)},`}`).join(' en ')} {v.vervangen.length === 1 && v.vervangen[0]?.rijen === 1 ? 'maakt' : 'maken'} plaats: ze zijn niet rij voor rij te vergelijken.</p> : <table className="lines">
              <thead><tr><th scope="col">Rijen</th>{KINDS.map(([k, label]) => <th key={k} scope="col" className="number">{label}</th>)}</tr></thead>
              <tbody>
                <tr><td>aantal</td>{KINDS.map(([k]) => <td key={k} className="number">{formatNumber(v[k].rijen)}</td>)}</tr>
                {(before !== 0 || after !== 0) && <tr><td>verschil in {unitLabel(unit)} per jaar</td>{KINDS.map(([k]) => <td key={k} className="number">{delta(v[k], unit)}</td>)}</tr>}
              </tbody>
            </table>}
            {(before !== 0 || after !== 0) && <p>Van {formatAmount(before, unit)} naar {formatAmount(after, unit)} {unitLabel(unit)} per jaar ({formatAmountSigned(after - before, unit)}).</p>}
          </div>
        );
      })}
    </section>
  );
}

const delta = (t: Verschiltelling, unit: 1 | 1000): string => (t.bedragNieuw === t.bedragOud ? '' : formatAmountSigned(t.bedragNieuw - t.bedragOud, unit));
