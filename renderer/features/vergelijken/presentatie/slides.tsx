/** One figure, one chart or one table: what a slide shows of the figures it is given. */
import type { ReactNode } from 'react';
import { OVERIGE } from '../../../../models/bescherming/catalogus.ts';
import { useUnit } from '../../../app/unit.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Effect } from '../../../components/Figure.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { directionOf, directionWord, formatAmount, formatEffectShort, formatEuroShort, unitLabel } from '../../../format/amount.ts';
import { bridgeChart, effectChart, summed } from '../../../lezer/charts.ts';
import { REDENWOORDEN, VERBORGEN } from '../../../lezer/published.ts';
import { withoutTeamText } from '../../../stand/team.ts';
import { isKnown, toegangWoorden, type Shown, type SlideFigures } from './figures.ts';

/** Pixels that the head, the foot and a title take. */
const AROUND = 384;
const chartHeight = (): number => Math.max(280, innerHeight - AROUND);

export function KeySlide({ f }: { f: SlideFigures }) {
  const { years } = f;
  const last = years.length - 1;
  const effect = f.effect[last] ?? 0;
  const direction = directionOf(effect);
  return (
    <div className="slide-key">
      <p className="slide-label">Alle gemeenten samen, in {years[last]}</p>
      <p className={`slide-figure effect-${direction.toLowerCase()}`}>{direction === '' ? 'geen verschil' : formatEffectShort(effect)}</p>
      <p className="slide-label">{direction === '' ? '' : `${directionWord(direction)} ten opzichte van niets doen (${formatEuroShort(f.nul[last] ?? 0)})`}</p>
      <ul className="slide-facts">
        <li>Opgeteld {years[0]}–{years[last]}: <b>{formatEffectShort(summed(f.effect))}</b></li>
        <li>{f.terugverdiend}</li>
        {f.zonderToegang !== undefined && <li>{f.zonderToegang > 0 && <><Icon name="warning" tone="warning" />{' '}</>}{toegangWoorden(f.zonderToegang)}</li>}
      </ul>
    </div>
  );
}

// A meeting looks; copies are made outside the presentation, where each is asked for.
export function YearSlide({ f }: { f: SlideFigures }) {
  const [unit] = useUnit();
  return <ChartFrame holds="intern" large height={chartHeight()} {...effectChart(f.years, f.effect, unit)} />;
}

export function BridgeSlide({ f }: { f: SlideFigures }) {
  const [unit] = useUnit();
  return <ChartFrame holds="intern" large height={chartHeight()} {...bridgeChart(String(f.years.at(-1)), f.bridge, unit)} />;
}

function Cell({ shown, effect }: { shown: Shown; effect?: boolean }) {
  const [unit] = useUnit();
  const write = (value: number): ReactNode => (effect ? <Effect value={value} unit={unit} changing /> : formatAmount(value, unit));
  if (isKnown(shown)) return write(shown.waarde);
  const why = REDENWOORDEN[shown.verborgen];
  if (shown.alleJaren !== undefined) return <span title={why}><span className="slide-years">alle jaren{' '}</span>{write(shown.alleJaren)}<span className="visually-hidden">. {why}</span></span>;
  return <span className="slide-hidden" title={why}>{VERBORGEN}<span className="visually-hidden">. {why}</span></span>;
}

export function GemeenteSlide({ f, toelichting }: { f: SlideFigures; toelichting: readonly string[] }) {
  const [unit] = useUnit();
  const last = f.years.at(-1);
  const shown = f.gemeenten.flatMap((g) => (isKnown(g.effect) ? [g.effect.waarde] : []));
  const cheaper = shown.filter((v) => directionOf(v) === 'V').length;
  const together = f.gemeenten.filter((g) => !isKnown(g.effect) && g.effect.alleJaren !== undefined).length;
  const hidden = f.gemeenten.length - shown.length - together;
  const noun = f.gemeenten.some((g) => g.key === OVERIGE) ? 'regels' : 'gemeenten';
  return (
    <div className="slide-table-box" tabIndex={0} role="region" aria-label="Tabel per gemeente">
      <h2 className="slide-title">{hidden + together === 0 ? `In ${last} is het voor ${cheaper} van de ${f.gemeenten.length} ${noun} voordelig` : `Effect in ${last}: ${[`${cheaper} voordelig`, `${shown.length - cheaper} niet voordelig`, ...(together > 0 ? [`${together} alleen over alle jaren samen`] : []), ...(hidden > 0 ? [`${hidden} ${VERBORGEN}`] : [])].join(', ')}`}</h2>
      <table className="slide-table">
        <thead><tr><th scope="col">Gemeente</th><th scope="col" className="number">Nulscenario {last}, {unitLabel(unit)}</th><th scope="col" className="number">Bijdrage {last}, {unitLabel(unit)}</th><th scope="col" className="number">Effect {last}, {unitLabel(unit)}</th></tr></thead>
        <tbody>
          {f.gemeenten.map((g) => (
            <tr key={g.key}>
              <th scope="row">{g.naam}</th>
              <td className="number"><Cell shown={g.nul} /></td>
              <td className="number"><Cell shown={g.bijdrage} /></td>
              <td className="number"><Cell shown={g.effect} effect /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {toelichting.length > 0 && <ul className="slide-notes">{toelichting.map((t) => <li key={t}>{t}</li>)}</ul>}
    </div>
  );
}

export interface Beside { /** Arrangementen without cost of a team. */ zonderTeam: number; id: string; naam: string; kleur: number; years: readonly number[]; effect: readonly number[] }

export function CompareSlide({ list }: { list: readonly Beside[] }) {
  const [unit] = useUnit();
  const years = list[0]!.years;
  return (
    <div className="slide-table-box" tabIndex={0} role="region" aria-label="Tabel van scenario’s">
      <h2 className="slide-title">Scenario’s naast elkaar</h2>
      <table className="slide-table">
        <thead><tr><th scope="col">Scenario</th>{years.map((y) => <th key={y} scope="col" className="number">{y}</th>)}<th scope="col" className="number">Opgeteld</th></tr></thead>
        <tbody>
          {list.map((s) => (
            <tr key={s.id}>
              <th scope="row"><span className={`scenario-mark scenario-mark-${s.kleur + 1}`}>{s.naam}</span>{s.zonderTeam > 0 && <p className="slide-label"><Icon name="warning" tone="warning" /> {withoutTeamText(s.zonderTeam)}</p>}</th>
              {years.map((y, i) => <td key={y} className="number"><Effect value={s.effect[i] ?? 0} unit={unit} changing /></td>)}
              <td className="number"><b><Effect value={summed(s.effect)} unit={unit} changing /></b></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="slide-label">Effect ten opzichte van het nulscenario, {unitLabel(unit)}</p>
    </div>
  );
}
