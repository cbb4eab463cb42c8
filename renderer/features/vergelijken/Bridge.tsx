/** From nulscenario to scenario, in parts that add up. */
import { useMemo, useState } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Select } from '../../components/Select.tsx';
import { effectText } from '../../components/Figure.tsx';
import { directionOf, formatAmount, formatEffectShort, unitLabel } from '../../format/amount.ts';
import { delenOver } from './delen.ts';
import { som, type Vergeleken } from './verschil.ts';

const LABELS = { vervangen: 'Individuele zorg vervalt', overig: 'Effect op de rest', bestaand: 'Bestaand vervalt', structureel: 'Inzet structureel', eenmalig: 'Inzet eenmalig' } as const;

export function useBridge({ d }: Vergeleken, year: string) {
  return useMemo(() => {
    const years = d.evaluatie.kader.jaren;
    const chosen = year === 'alle' ? years.map((_, y) => y) : [Math.max(0, years.indexOf(Number(year)))];
    const delen = delenOver(d, chosen);
    const nul = som(chosen.map((y) => d.nul.perJaar[y] ?? 0));
    const totaal = som(chosen.map((y) => d.uitkomst.totaal.perJaar[y] ?? 0));
    const parts = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter((key) => Math.abs(delen[key]) > 0.5).map((key) => ({ label: LABELS[key], value: delen[key] }));
    return { nul, totaal, parts, steps: [{ label: 'Nulscenario', value: nul, total: true }, ...parts, { label: 'Scenario', value: totaal, total: true }] };
  }, [d, year]);
}

export function Bridge({ compared }: { compared: readonly Vergeleken[] }) {
  const [unit] = useUnit();
  const [chosen, setChosen] = useState<string>();
  const [chosenYear, setYear] = useState<string>();
  const c = compared.find((x) => x.d.scenario.id === chosen) ?? compared[0]!;
  const years = c.d.evaluatie.kader.jaren;
  const year = chosenYear ?? String(years.at(-1));
  const { nul, totaal, parts, steps } = useBridge(c, year);
  const when = year === 'alle' ? `${years[0]}–${years.at(-1)} opgeteld` : year;
  const effect = totaal - nul;
  return (
    <>
      <div className="toolbar">
        {compared.length > 1 && <div className="compare-scenario"><Select label="Scenario" labelHidden value={c.d.scenario.id} options={compared.map((x) => ({ value: x.d.scenario.id, label: x.d.scenario.naam }))} onChange={setChosen} /></div>}
        <div className="compare-year"><Select label="Jaar" labelHidden value={year} options={[...years.map((y) => ({ value: String(y), label: String(y) })), { value: 'alle', label: 'Alle jaren opgeteld' }]} onChange={setYear} /></div>
        <p className="note">Van het nulscenario naar {c.d.scenario.naam}; de delen tellen op tot het effect.</p>
      </div>
      <ChartFrame
        title={directionOf(effect) === '' ? `${when}: geen verschil met het nulscenario` : `${when}: ${formatEffectShort(effect)} ten opzichte van het nulscenario`}
        subtitle={`Kosten voor gemeenten, ${unitLabel(unit)}`}
        description={`Van nulscenario ${formatAmount(nul, unit)} naar ${formatAmount(totaal, unit)}: ${parts.map((p) => `${p.label} ${effectText(p.value, unit)}`).join(', ')}.`}
        spec={{ kind: 'bridge', steps }}
        table={{ columns: ['Deel', 'Bedrag'], rows: steps.map((s) => [s.label, 'total' in s ? formatAmount(s.value, unit) : effectText(s.value, unit)]) }}
        height={340}
      />
    </>
  );
}
