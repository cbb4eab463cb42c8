/** Meeting mode: one figure, one chart or one table per slide, readable from the back row; a what-if slider changes the figures while everyone looks. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { Label } from 'react-aria-components/Slider';
import type { Bronvermelding } from '../../../../models/project/types.ts';
import { useChosen } from '../../../app/chosen.ts';
import { go } from '../../../app/route.ts';
import { useUnit } from '../../../app/unit.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Effect, effectText } from '../../../components/Figure.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { Select } from '../../../components/Select.tsx';
import { directionOf, directionWord, formatAmount, formatEffectShort, formatEuroShort, unitLabel } from '../../../format/amount.ts';
import { formatDate, formatMonth } from '../../../format/date.ts';
import { count, formatNumber, formatShare } from '../../../format/number.ts';
import { variantOf, type Doorgerekend } from '../../../stand/doorrekening.ts';
import { useOpen } from '../../../stand/hooks.ts';
import { effectBoodschap } from '../../uitleg/boodschap.ts';
import { useBridge } from '../delen.ts';
import { som, type Vergeleken } from '../verschil.ts';
import { opgeslagen, watAls, type Knop } from './watals.ts';
import './Presentation.css';

const KNOPPEN: Record<Knop, { label: string; minimum: number; maximum: number; step: number; show: (v: number) => string }> = {
  realisatie: { label: 'Realisatie op alle scholen', minimum: 0, maximum: 1, step: 0.05, show: (v) => formatShare(v, 0) },
  inzet: { label: 'Omvang van de inzet', minimum: 0.5, maximum: 1.5, step: 0.05, show: (v) => formatShare(v, 0) },
  vertraging: { label: 'Later beginnen', minimum: 0, maximum: 24, step: 1, show: (v) => count(v, 'maand', 'maanden') },
};

export default function Presentation({ compared }: { compared: readonly Vergeleken[] }) {
  const open = useOpen();
  const chosen = useChosen();
  const main = compared.find((c) => c.d.scenario.id === chosen) ?? compared[0]!;
  const stored = main.d.scenario;
  const [at, setAt] = useState(0);
  const [knop, setKnop] = useState<Knop>('realisatie');
  const [value, setValue] = useState<number>();
  const asIs = opgeslagen(stored, knop);
  const changed = value !== undefined && value !== asIs;

  const d = useMemo((): Doorgerekend => {
    if (!changed) return main.d;
    const uitslag = variantOf(open, watAls(stored, { knop, waarde: value }));
    return uitslag.ok ? uitslag.doorgerekend : main.d;
  }, [changed, main.d, open, stored, knop, value]);
  const shown: Vergeleken = { ...main, d };
  const slides: { title: string; content: () => ReactNode }[] = [
    { title: 'Uitkomst', content: () => <KeySlide d={d} /> },
    { title: 'Per jaar', content: () => <YearSlide d={d} /> },
    { title: 'Opbouw', content: () => <BridgeSlide c={shown} /> },
    { title: 'Per gemeente', content: () => <GemeenteSlide d={d} /> },
    ...(compared.length > 1 ? [{ title: 'Scenario’s', content: () => <CompareSlide compared={compared.map((c) => (c === main ? shown : c))} /> }] : []),
  ];
  const leave = (): void => go('vergelijken');
  const move = (by: number): void => setAt((n) => Math.max(0, Math.min(slides.length - 1, n + by)));
  const { minimum, maximum, step } = KNOPPEN[knop];
  const turn = (by: number): void => setValue(Math.min(maximum, Math.max(minimum, Number(((value ?? asIs ?? (minimum + maximum) / 2) + by * step).toFixed(4)))));

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inControl = event.target instanceof HTMLElement && event.target.closest('[role="listbox"], input') !== null;
      if (event.key === 'Escape') leave();
      else if (inControl || event.ctrlKey || event.metaKey || event.altKey) return;
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') move(1);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') move(-1);
      else if (event.key === 'ArrowUp') turn(1);
      else if (event.key === 'ArrowDown') turn(-1);
      else if (event.key === '0') setValue(undefined);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <div className="presentation" role="dialog" aria-label={`Presentatie van ${stored.naam}`}>
      <header className="presentation-head">
        <p><b>{stored.naam}</b> · {open.project.naam}</p>
        {open.stand.voorbeeld && <span className="example-tag">VOORBEELD – bedragen fictief</span>}
        {changed && <span className="presentation-changed">wat als: {KNOPPEN[knop].label.toLowerCase()} {KNOPPEN[knop].show(value)}</span>}
      </header>
      <section className="slide" aria-live="polite" aria-label={slides[at]!.title}>{slides[at]!.content()}</section>
      <footer className="presentation-foot">
        <div className="what-if">
          <div className="what-if-choice"><Select label="Wat als" labelHidden value={knop} options={Object.entries(KNOPPEN).map(([k, v]) => ({ value: k as Knop, label: v.label }))} onChange={(k) => { setKnop(k); setValue(undefined); }} /></div>
          <Slider className="slider" value={value ?? asIs ?? (minimum + maximum) / 2} minValue={minimum} maxValue={maximum} step={step} onChange={(v) => setValue(v as number)}>
            <Label className="visually-hidden">{KNOPPEN[knop].label}</Label>
            <SliderTrack className="slider-track">{asIs !== undefined && <span className="slider-stored" style={{ left: `${((asIs - minimum) / (maximum - minimum)) * 100}%` }} />}<SliderThumb className="slider-thumb" /></SliderTrack>
          </Slider>
          <output className="what-if-value">{value === undefined && asIs === undefined ? 'verschilt per school' : KNOPPEN[knop].show(value ?? asIs ?? 0)}</output>
          <AriaButton className="button button-quiet" isDisabled={!changed} onPress={() => setValue(undefined)}>Terugzetten</AriaButton>
        </div>
        <p className="what-if-source"><Source d={main.d} knop={knop} /></p>
        <nav className="presentation-nav" aria-label="Bladen">
          <AriaButton className="button button-quiet" aria-label="Vorig blad" isDisabled={at === 0} onPress={() => move(-1)}><Icon name="left" /></AriaButton>
          <span>{at + 1} van {slides.length} · {slides[at]!.title}</span>
          <AriaButton className="button button-quiet" aria-label="Volgend blad" isDisabled={at === slides.length - 1} onPress={() => move(1)}><Icon name="right" /></AriaButton>
          <AriaButton className="button button-quiet" onPress={leave}>Sluiten (Esc)</AriaButton>
        </nav>
      </footer>
    </div>
  );
}

/** The assumption behind the slider, with where it comes from. */
function Source({ d, knop }: { d: Doorgerekend; knop: Knop }) {
  const { arrangementen } = d.scenario;
  const text = (bron: Bronvermelding | undefined): string => (bron?.bron ? `${bron.status === 'voorbeeld' ? 'voorbeeld: ' : ''}${bron.bron}${bron.datum ? `, ${formatDate(bron.datum)}` : ''}` : 'geen bron genoemd');
  if (knop === 'vertraging') return <>Begint nu: {[...new Set(arrangementen.map((a) => formatMonth(a.start)))].join(', ')}.</>;
  const bronnen = knop === 'realisatie' ? arrangementen.map((a) => text(a.herkomst?.['realisatie'])) : arrangementen.flatMap((a) => a.inzet.map((r) => text(r.herkomst?.['aantal'] ?? r.herkomst?.['bedrag'])));
  const values = knop === 'realisatie' ? [...new Set(arrangementen.map((a) => formatShare(a.realisatie)))].join(' tot ') : `${formatNumber(arrangementen.reduce((s, a) => s + a.inzet.reduce((x, r) => x + (r.soort === 'fte' ? (r.aantal ?? 0) : 0), 0), 0), 1)} fte op de scholen`;
  return <>In het scenario {values}. Bron: {[...new Set(bronnen)].slice(0, 2).join('; ') || 'geen'}.</>;
}

function KeySlide({ d }: { d: Doorgerekend }) {
  const { uitkomst, evaluatie } = d;
  const years = evaluatie.kader.jaren;
  const last = years.length - 1;
  const effect = uitkomst.effect.perJaar[last] ?? 0;
  const direction = directionOf(effect);
  const cumulative = uitkomst.effect.cumulatief[last] ?? 0;
  const without = Object.values(uitkomst.zonderToegang).reduce((a, b) => a + b, 0);
  return (
    <div className="slide-key">
      <p className="slide-label">Alle gemeenten samen, in {years[last]}</p>
      <p className={`slide-figure effect-${direction.toLowerCase()}`}>{direction === '' ? 'geen verschil' : formatEffectShort(effect)}</p>
      <p className="slide-label">{direction === '' ? '' : `${directionWord(direction)} ten opzichte van niets doen (${formatEuroShort(d.nul.perJaar[last] ?? 0)})`}</p>
      <ul className="slide-facts">
        <li>Opgeteld {years[0]}–{years[last]}: <b>{formatEffectShort(cumulative)}</b></li>
        <li>{uitkomst.terugverdienmaand === null ? `Niet terugverdiend voor eind ${years[last]}` : <>Terugverdiend vanaf <b>{formatMonth(uitkomst.terugverdienmaand)}</b></>}</li>
        <li>{without === 0 ? 'Alle leerlingen van deze scholen hebben toegang' : <><Icon name="warning" tone="warning" /> <b>{count(without, 'leerling', 'leerlingen')}</b> zonder toegang</>}</li>
      </ul>
    </div>
  );
}

function YearSlide({ d }: { d: Doorgerekend }) {
  const [unit] = useUnit();
  const years = d.evaluatie.kader.jaren;
  const { effect } = d.uitkomst;
  const spec = useMemo(() => ({ kind: 'effect' as const, labels: years.map(String), effect: effect.perJaar, cumulative: effect.cumulatief }), [years, effect]);
  return (
    <ChartFrame
      large
      title={effectBoodschap(years, effect.perJaar)}
      subtitle={`Effect per jaar en opgeteld, ${unitLabel(unit)}`}
      description={years.map((y, i) => `${y} ${effectText(effect.perJaar[i] ?? 0, unit)}`).join(', ')}
      spec={spec}
      height={Math.max(280, innerHeight - 340)}
      table={{ columns: ['Jaar', 'Effect', 'Opgeteld'], rows: years.map((y, i) => [String(y), effectText(effect.perJaar[i] ?? 0, unit), effectText(effect.cumulatief[i] ?? 0, unit)]) }}
    />
  );
}

function BridgeSlide({ c }: { c: Vergeleken }) {
  const [unit] = useUnit();
  const years = c.d.evaluatie.kader.jaren;
  const year = String(years.at(-1));
  const { nul, totaal, parts, steps } = useBridge(c, year);
  return (
    <ChartFrame
      large
      title={`${year}: ${formatEffectShort(totaal - nul)} ten opzichte van niets doen`}
      subtitle={`Van nulscenario naar scenario, kosten voor gemeenten, ${unitLabel(unit)}`}
      description={parts.map((p) => `${p.label} ${effectText(p.value, unit)}`).join(', ')}
      spec={{ kind: 'bridge', steps }}
      height={Math.max(280, innerHeight - 340)}
      table={{ columns: ['Deel', 'Bedrag'], rows: steps.map((s) => [s.label, formatAmount(s.value, unit)]) }}
    />
  );
}

function GemeenteSlide({ d }: { d: Doorgerekend }) {
  const [unit] = useUnit();
  const years = d.evaluatie.kader.jaren;
  const last = years.length - 1;
  const rows = d.evaluatie.deelnemers.map((k) => d.gegevens.gemeenten[k]!);
  const cheaper = rows.filter((g) => directionOf(d.uitkomst.effect.perGemeente[g.code]?.[last] ?? 0) === 'V').length;
  return (
    <div className="slide-table-box" tabIndex={0} role="region" aria-label="Per gemeente">
      <h2 className="slide-title">In {years[last]} is het voor {cheaper} van de {rows.length} gemeenten voordelig</h2>
      <table className="slide-table">
        <thead><tr><th scope="col">Gemeente</th><th scope="col" className="number">Nulscenario {years[last]}, {unitLabel(unit)}</th><th scope="col" className="number">Bijdrage {years[last]}, {unitLabel(unit)}</th><th scope="col" className="number">Effect {years[last]}, {unitLabel(unit)}</th></tr></thead>
        <tbody>
          {rows.map((g) => (
            <tr key={g.code}>
              <th scope="row">{g.naam}</th>
              <td className="number">{formatAmount(d.nul.perGemeente[g.code]?.[last] ?? 0, unit)}</td>
              <td className="number">{formatAmount(d.uitkomst.bijdragenAfgerond[g.code]?.[last] ?? 0, unit)}</td>
              <td className="number"><Effect value={d.uitkomst.effect.perGemeente[g.code]?.[last] ?? 0} unit={unit} changing /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CompareSlide({ compared }: { compared: readonly Vergeleken[] }) {
  const [unit] = useUnit();
  const years = compared[0]!.d.evaluatie.kader.jaren;
  return (
    <div className="slide-table-box" tabIndex={0} role="region" aria-label="Scenario’s naast elkaar">
      <h2 className="slide-title">Scenario’s naast elkaar</h2>
      <table className="slide-table">
        <thead><tr><th scope="col">Scenario</th>{years.map((y) => <th key={y} scope="col" className="number">{y}</th>)}<th scope="col" className="number">Opgeteld</th></tr></thead>
        <tbody>
          {compared.map((c) => (
            <tr key={c.d.scenario.id}>
              <th scope="row"><span className={`scenario-mark scenario-mark-${c.kleur + 1}`}>{c.d.scenario.naam}</span></th>
              {years.map((y, i) => <td key={y} className="number"><Effect value={c.d.uitkomst.effect.perJaar[i] ?? 0} unit={unit} changing /></td>)}
              <td className="number"><b><Effect value={som(c.d.uitkomst.effect.perJaar)} unit={unit} changing /></b></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="slide-label">Effect ten opzichte van het nulscenario, {unitLabel(unit)}</p>
    </div>
  );
}
