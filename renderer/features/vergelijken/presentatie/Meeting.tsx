/** The frame of a meeting: whose eyes it is for, one slide, the way to the next, and a what-if slider that changes the figures while everyone looks. */
import { useEffect, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import type { Bronvermelding, VolledigScenario } from '../../../../models/project/types.ts';
import { go } from '../../../app/route.ts';
import { Icon } from '../../../components/Icon.tsx';
import { Select } from '../../../components/Select.tsx';
import { formatDate, formatMonth } from '../../../format/date.ts';
import { count, formatNumber, formatShare } from '../../../format/number.ts';
import { VOORBEELD } from '../../../lezer/lezers.ts';
import { showFor } from '../../../lezer/mark.ts';
import { useOpen } from '../../../stand/hooks.ts';
import { withoutTeam, withoutTeamText } from '../../../stand/team.ts';
import type { SlideFigures } from './figures.ts';
import { BridgeSlide, CompareSlide, GemeenteSlide, KeySlide, YearSlide, type Beside } from './slides.tsx';
import { Stage } from './Stage.tsx';
import { opgeslagen, type Knop, type WatAls } from './watals.ts';

const KNOPPEN: Record<Knop, { label: string; minimum: number; maximum: number; step: number; show: (v: number) => string }> = {
  realisatie: { label: 'Realisatie op alle scholen', minimum: 0, maximum: 1, step: 0.05, show: (v) => formatShare(v, 0) },
  inzet: { label: 'Omvang van de inzet', minimum: 0.5, maximum: 1.5, step: 0.05, show: (v) => formatShare(v, 0) },
  vertraging: { label: 'Later beginnen', minimum: 0, maximum: 24, step: 1, show: (v) => count(v, 'maand', 'maanden') },
};

const leave = (): void => go('vergelijken');

export interface MeetingProps {
  stored: VolledigScenario;
  /** The reader's mark. */
  opschrift: string;
  /** What belongs beside figures of which some are hidden. */
  toelichting?: readonly string[];
  figures: SlideFigures;
  beside: readonly Beside[];
  onWatAls: (watAls: WatAls | undefined) => void;
  /** The figures of this what-if are on their way: those on the slide are of before. */
  waiting?: boolean;
  /** Instead of the slide. */
  problem?: ReactNode;
  /** Below the slide: work under way. */
  status?: ReactNode;
}

export function Meeting({ stored, opschrift, toelichting = [], figures, beside, onWatAls, waiting = false, problem, status }: MeetingProps) {
  const open = useOpen();
  const [at, setAt] = useState(0);
  const [knop, setKnop] = useState<Knop>('realisatie');
  const [value, setValue] = useState<number>();
  const asIs = opgeslagen(stored, knop);
  const unstaffed = withoutTeam(stored);
  const changed = value !== undefined && value !== asIs;
  const { label, minimum, maximum, step, show } = KNOPPEN[knop];
  const slides: { title: string; content: ReactNode }[] = [
    { title: 'Uitkomst', content: <KeySlide f={figures} /> },
    { title: 'Per jaar', content: <YearSlide f={figures} /> },
    { title: 'Opbouw', content: <BridgeSlide f={figures} /> },
    { title: 'Per gemeente', content: <GemeenteSlide f={figures} toelichting={toelichting} /> },
    ...(beside.length > 1 ? [{ title: 'Scenario’s', content: <CompareSlide list={beside} /> }] : []),
  ];

  useEffect(() => showFor(opschrift), [opschrift]);
  const put = (next: number | undefined): void => {
    setValue(next);
    onWatAls(next === undefined || next === asIs ? undefined : { knop, waarde: next });
  };
  const move = (by: number): void => setAt((n) => Math.max(0, Math.min(slides.length - 1, n + by)));
  const turn = (by: number): void => put(Math.min(maximum, Math.max(minimum, Number(((value ?? asIs ?? (minimum + maximum) / 2) + by * step).toFixed(4)))));

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inControl = event.target instanceof HTMLElement && event.target.closest('[role="listbox"], input') !== null;
      if (event.key === 'Escape') leave();
      else if (inControl || event.ctrlKey || event.metaKey || event.altKey) return;
      else if (event.key === 'ArrowRight' || event.key === 'PageDown') move(1);
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') move(-1);
      else if (event.key === 'ArrowUp') turn(1);
      else if (event.key === 'ArrowDown') turn(-1);
      else if (event.key === '0') put(undefined);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <Stage label={`Presentatie van ${stored.naam}`}>
      <p className="presentation-mark">{open.stand.voorbeeld && <b>{VOORBEELD} · </b>}{opschrift}</p>
      <header className="presentation-head">
        <p><b>{stored.naam}</b> · {open.project.naam}</p>
        {changed && <span className="presentation-changed">wat als: {label.toLowerCase()} {show(value)}{waiting && ', wordt berekend'}</span>}
      </header>
      {unstaffed > 0 && <p className="presentation-unstaffed"><Icon name="warning" tone="warning" /> {withoutTeamText(unstaffed)}</p>}
      <section className={waiting ? 'slide slide-waiting' : 'slide'} aria-live="polite" aria-busy={waiting} aria-label={slides[at]!.title}>
        {problem ?? slides[at]!.content}
        {status}
      </section>
      <footer className="presentation-foot">
        <div className="what-if">
          <div className="what-if-choice"><Select label="Wat als" labelHidden value={knop} options={Object.entries(KNOPPEN).map(([k, v]) => ({ value: k as Knop, label: v.label }))} onChange={(k) => { setKnop(k); put(undefined); }} /></div>
          <Slider className="slider" value={value ?? asIs ?? (minimum + maximum) / 2} minValue={minimum} maxValue={maximum} step={step} onChange={(v) => put(v as number)}>
            <Label className="visually-hidden">{label}</Label>
            <SliderTrack className="slider-track">{asIs !== undefined && <span className="slider-stored" style={{ left: `${((asIs - minimum) / (maximum - minimum)) * 100}%` }} />}<SliderThumb className="slider-thumb" /></SliderTrack>
          </Slider>
          <output className="what-if-value">{value === undefined && asIs === undefined ? 'verschilt per school' : show(value ?? asIs ?? 0)}</output>
          <AriaButton className="button button-quiet" isDisabled={!changed} onPress={() => put(undefined)}>Terugzetten</AriaButton>
        </div>
        <p className="what-if-source"><Source scenario={stored} knop={knop} /></p>
        <nav className="presentation-nav" aria-label="Bladen">
          <AriaButton className="button button-quiet" aria-label="Vorig blad" isDisabled={at === 0} onPress={() => move(-1)}><Icon name="left" /></AriaButton>
          <span>{at + 1} van {slides.length} · {slides[at]!.title}</span>
          <AriaButton className="button button-quiet" aria-label="Volgend blad" isDisabled={at === slides.length - 1} onPress={() => move(1)}><Icon name="right" /></AriaButton>
          <AriaButton className="button button-quiet" onPress={leave}>Sluiten (Esc)</AriaButton>
        </nav>
      </footer>
    </Stage>
  );
}

/** The assumption behind the slider, with where it comes from. */
function Source({ scenario: { arrangementen }, knop }: { scenario: VolledigScenario; knop: Knop }) {
  const text = (bron: Bronvermelding | undefined): string => (bron?.bron ? `${bron.status === 'voorbeeld' ? 'voorbeeld: ' : ''}${bron.bron}${bron.datum ? `, ${formatDate(bron.datum)}` : ''}` : 'geen bron genoemd');
  if (knop === 'vertraging') return <>Begint nu: {[...new Set(arrangementen.map((a) => formatMonth(a.start)))].join(', ')}.</>;
  const bronnen = knop === 'realisatie' ? arrangementen.map((a) => text(a.herkomst?.['realisatie'])) : arrangementen.flatMap((a) => a.inzet.map((r) => text(r.herkomst?.['aantal'] ?? r.herkomst?.['bedrag'])));
  const values = knop === 'realisatie' ? [...new Set(arrangementen.map((a) => formatShare(a.realisatie)))].join(' tot ') : `${formatNumber(arrangementen.reduce((s, a) => s + a.inzet.reduce((x, r) => x + (r.soort === 'fte' ? (r.aantal ?? 0) : 0), 0), 0), 1)} fte op de scholen`;
  return <>In het scenario {values}. Bron: {[...new Set(bronnen)].slice(0, 2).join('; ') || 'geen'}.</>;
}
