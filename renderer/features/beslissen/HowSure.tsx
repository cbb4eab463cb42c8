/** How sure the effect is: from many draws of what is uncertain. */
import { GEWONE_TREKKINGEN } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useSetting } from '../../app/settings.ts';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { formatAmount, formatEffectShort, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatShare } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Answer, Sentences } from './Answer.tsx';
import { useAnswer } from './useAnswers.ts';

const DRAWS = [1000, GEWONE_TREKKINGEN, 100_000];

/** The draws that everything about certainty is made with, so that figures beside each other fit. */
export function useDraws(): { zaad: number; trekkingen: number; setZaad: (n: number) => void; setTrekkingen: (n: number) => void } {
  const [zaad, setZaad] = useSetting('zekerheid.zaad', 1);
  const [trekkingen, setTrekkingen] = useSetting('zekerheid.trekkingen', GEWONE_TREKKINGEN);
  return { zaad, trekkingen, setZaad, setTrekkingen };
}

/** A chance that never says certain of what is not. */
export const chance = (p: number): string => (p > 0 && p < 0.005 ? 'minder dan 1 %' : p < 1 && p > 0.995 ? 'meer dan 99 %' : formatShare(p, 0));

export function HowSure({ scenario }: { scenario: string }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const { zaad, trekkingen, setZaad, setTrekkingen } = useDraws();
  const { outcome, progress } = useAnswer('beslissen.zekerheid', { scenario, zaad, trekkingen }, 'Trekken…');
  return (
    <>
      <div className="toolbar">
        <div className="compare-year" data-tip="trekkingen"><Select label="Trekkingen" labelHidden tip="trekkingen" value={String(trekkingen)} options={DRAWS.map((n) => ({ value: String(n), label: `${formatNumber(n)} trekkingen` }))} onChange={(n) => setTrekkingen(Number(n))} /></div>
        <div className="seed"><NumberField label="Zaad" tip="zaad" whole ungrouped minimum={0} maximum={Number.MAX_SAFE_INTEGER} step={1} value={zaad} onChange={(n) => n !== undefined && setZaad(n)} /></div>
      </div>
      <Answer outcome={outcome} progress={progress} what="Trekken…">
        {(z) => {
          const period = `${z.jaren[0]}–${z.jaren.at(-1)}`;
          const at80 = z.zekerheden.find((x) => x.zekerheid === 0.8);
          return (
            <>
              <ChartFrame
                title={at80 ? `Met 80 % zekerheid niet meer dan ${formatEffectShort(at80.hoogstens)}; kans op voordeel ${chance(z.cumulatief.kansGoedkoper)}` : `Kans op voordeel ${chance(z.cumulatief.kansGoedkoper)}`}
                subtitle={`Effect op gemeenten, opgeteld ${period}, ${unitLabel(unit)}; hoe zeker het is dat het niet hoger uitvalt`}
                description={z.zekerheden.map((x) => `${formatShare(x.zekerheid, 0)} zeker: niet meer dan ${effectText(x.hoogstens, unit)}`).join(', ')}
                spec={{ kind: 'certainty', curve: z.kromme, marks: [{ share: 0.5, effect: z.cumulatief.p50 }, ...z.zekerheden.filter((x) => x.zekerheid === 0.8 || x.zekerheid === 0.95).map((x) => ({ share: x.zekerheid, effect: x.hoogstens }))] }}
                table={{ columns: ['Zeker', 'Niet meer dan'], rows: z.kromme.flatMap((v, p) => (p % 5 === 0 ? [[`${p} %`, effectText(v, unit)]] : [])) }}
                height={260}
              />
              <Sentences list={z.zinnen} />
              <ChartFrame
                title={`In 8 van de 10 gevallen tussen ${formatEffectShort(z.perJaar.at(-1)!.p10)} en ${formatEffectShort(z.perJaar.at(-1)!.p90)} in ${z.jaren.at(-1)}`}
                subtitle={`Effect per jaar van P10 tot P90, streep is P50, ${unitLabel(unit)}`}
                description={z.jaren.map((y, i) => `${y}: ${effectText(z.perJaar[i]!.p10, unit)} tot ${effectText(z.perJaar[i]!.p90, unit)}`).join(', ')}
                spec={{ kind: 'ranges', labels: z.jaren.map(String), ranges: z.perJaar.map((s) => ({ from: s.p10, to: s.p90, middle: s.p50 })) }}
                table={{ columns: ['Jaar', 'P5', 'P10', 'P25', 'P50', 'P75', 'P90', 'P95', 'Gemiddeld', 'Standaardafwijking'], rows: z.jaren.map((y, i) => [String(y), ...([5, 10, 25, 50, 75, 90, 95] as const).map((p) => effectText(z.perJaar[i]![`p${p}`], unit)), effectText(z.perJaar[i]!.gemiddelde, unit), formatAmount(z.perJaar[i]!.standaardafwijking, unit)]) }}
                height={z.jaren.length * 34 + 16}
              />
              <table className="lines">
                <caption className="visually-hidden">Zekerheid per gemeente, opgeteld {period}</caption>
                <thead><tr><th scope="col">Opgeteld {period}, {unitLabel(unit)}</th><th scope="col" className="number">P10</th><th scope="col" className="number">P50</th><th scope="col" className="number">P90</th><th scope="col" className="number">Gemiddeld</th><th scope="col" className="number">Kans op voordeel</th></tr></thead>
                <tbody>
                  {Object.entries(z.perGemeente).filter(([, s]) => s.p90 !== 0 || s.p10 !== 0).map(([code, s]) => (
                    <tr key={code}>
                      <td>{project.gemeenten.find((g) => g.code === code)?.naam ?? code}</td>
                      {[s.p10, s.p50, s.p90, s.gemiddelde].map((v, i) => <td key={i} className="number"><Effect value={v} unit={unit} /></td>)}
                      <td className="number">{chance(s.kansGoedkoper)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot><tr><td>Samen</td>{[z.cumulatief.p10, z.cumulatief.p50, z.cumulatief.p90, z.cumulatief.gemiddelde].map((v, i) => <td key={i} className="number"><Effect value={v} unit={unit} /></td>)}<td className="number">{chance(z.cumulatief.kansGoedkoper)}</td></tr></tfoot>
              </table>
            </>
          );
        }}
      </Answer>
    </>
  );
}
