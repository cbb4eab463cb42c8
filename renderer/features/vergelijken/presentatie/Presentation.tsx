/** Meeting mode: first for whom, then one figure, one chart or one table per slide, readable from the back row. Who is not intern sees the publication and nothing else. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Lezer } from '../../../../models/bescherming/instellingen.ts';
import type { PubliekeLezer } from '../../../../models/contract/publicatie.ts';
import { volledigScenario } from '../../../../models/project/scenario.ts';
import type { VolledigScenario } from '../../../../models/project/types.ts';
import { useChosen } from '../../../app/chosen.ts';
import { go } from '../../../app/route.ts';
import { Button } from '../../../components/Button.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { TaskProgress } from '../../../components/Progress.tsx';
import { INTERN, LEZERWOORDEN } from '../../../lezer/lezers.ts';
import { ReaderChoice } from '../../../lezer/ReaderChoice.tsx';
import { Refusal } from '../../../lezer/Refusal.tsx';
import { variantOf } from '../../../stand/doorrekening.ts';
import { useOpen } from '../../../stand/hooks.ts';
import { withoutTeam } from '../../../stand/team.ts';
import type { Vergeleken } from '../verschil.ts';
import { calculatedFigures, publishedFigures } from './figures.ts';
import { Meeting } from './Meeting.tsx';
import { Stage } from './Stage.tsx';
import { usePublication } from './usePublication.ts';
import { watAls as withWatAls, type WatAls } from './watals.ts';
import './Presentation.css';

/** Milliseconds that a slider rests before the publication is made anew. */
const REST = 400;

export default function Presentation({ compared }: { compared: readonly Vergeleken[] }) {
  const chosen = useChosen();
  const [lezer, setLezer] = useState<Lezer>();
  const main = compared.find((c) => c.d.scenario.id === chosen) ?? compared[0]!;
  if (lezer === undefined) {
    return (
      <Before label="Voor wie is deze presentatie?">
        <p className="muted">Dit bepaalt wat er op het scherm komt. Terug kan altijd: sluit de presentatie en begin opnieuw.</p>
        <ReaderChoice onChoose={setLezer} />
        <div><Button onPress={() => go('vergelijken')}>Annuleren (Esc)</Button></div>
      </Before>
    );
  }
  return lezer === 'intern' ? <Calculated compared={compared} main={main} /> : <FromPublication ids={compared.map((c) => c.d.scenario.id)} main={main.d.scenario.id} lezer={lezer} onOther={() => setLezer(undefined)} />;
}

/** What comes before the first slide. */
function Before({ label, children }: { label: string; children: ReactNode }) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') go('vergelijken');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return <Stage label={label}><div className="presentation-before"><h1>{label}</h1>{children}</div></Stage>;
}

function Calculated({ compared, main }: { compared: readonly Vergeleken[]; main: Vergeleken }) {
  const open = useOpen();
  const [watAls, setWatAls] = useState<WatAls>();
  const stored = main.d.scenario;
  const d = useMemo(() => {
    const uitslag = watAls && variantOf(open, withWatAls(stored, watAls));
    return uitslag?.ok ? uitslag.doorgerekend : main.d;
  }, [main.d, open, stored, watAls]);
  const figures = useMemo(() => calculatedFigures(d), [d]);
  const beside = compared.map((c) => ({ id: c.d.scenario.id, naam: c.d.scenario.naam, kleur: c.kleur, zonderTeam: withoutTeam(c.d.scenario), years: figures.years, effect: c === main ? figures.effect : c.d.uitkomst.effect.perJaar }));
  return <Meeting stored={stored} opschrift={INTERN} figures={figures} beside={beside} onWatAls={setWatAls} />;
}

/** Its own id: among the scenarios of the publication it is one more. */
const asVariant = (stored: VolledigScenario, w: WatAls): VolledigScenario => ({ ...withWatAls(stored, w), id: `${stored.id}~${w.knop}~${w.waarde}` });

function FromPublication({ ids, main, lezer, onOther }: { ids: readonly string[]; main: string; lezer: PubliekeLezer; onOther: () => void }) {
  const { project } = useOpen();
  const { published, fault, busy, progress, show, forget, retry } = usePublication(ids, lezer);
  const [wanted, setWanted] = useState<VolledigScenario>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const stored = useMemo(() => volledigScenario(project, main), [project, main]);

  const ofStored = published && publishedFigures(published, main);
  if (!published || !ofStored) {
    return (
      <Before label={`Cijfers voor ${LEZERWOORDEN[lezer].label.toLowerCase()}`}>
        {fault !== undefined ? <Refusal fault={fault} /> : !published ? (progress ? <TaskProgress progress={progress} /> : <p className="muted" role="status">{busy ? 'Kleine aantallen worden verborgen…' : 'Afgebroken.'}</p>)
          : <Notice level="fault">De cijfers van de regio zelf zijn voor deze lezer verborgen: er is niets te tonen.</Notice>}
        <div className="presentation-choice">
          {!published && !busy && <Button onPress={() => void retry()}>Opnieuw</Button>}
          <Button onPress={onOther}>Andere lezer</Button>
          <Button onPress={() => go('vergelijken')}>Annuleren (Esc)</Button>
        </div>
      </Before>
    );
  }
  const ofWanted = wanted && publishedFigures(published, wanted.id);
  const figures = ofWanted ?? ofStored;
  const beside = ids.map((id, kleur) => ({ id, naam: published.scenarioNaam(id), kleur, zonderTeam: withoutTeam(volledigScenario(project, id)), years: published.years, effect: id === main ? figures.effect : (published.region('effect', id) ?? []) }));
  const onWatAls = (w: WatAls | undefined): void => {
    clearTimeout(timer.current);
    const variant = w && asVariant(stored, w);
    setWanted(variant);
    if (variant) timer.current = setTimeout(() => void show(variant), REST);
    else forget();
  };
  return (
    <Meeting
      stored={stored}
      opschrift={published.cijfers.opschrift}
      toelichting={published.cijfers.toelichting}
      figures={figures}
      beside={beside}
      onWatAls={onWatAls}
      waiting={wanted !== undefined && ofWanted === undefined && fault === undefined}
      problem={fault === undefined || wanted === undefined ? undefined : <Refusal fault={fault} />}
      status={progress && <TaskProgress progress={progress} />}
    />
  );
}
