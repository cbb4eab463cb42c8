/** A frozen scenario to look at: what was decided at the left, the stored outcome at the right, and whether calculating it again gives the same. Nothing can be changed. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Uitvoer } from '../../../models/contract/methoden.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { addressOf, go } from '../../app/route.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Failure, Loading, Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { formatInstant } from '../../format/date.ts';
import { HelpLine } from '../../help/HelpLine.tsx';
import { ShowInstead, useOpen } from '../../stand/hooks.ts';
import { Arrangements } from './Arrangements.tsx';
import { Assumptions } from './Assumptions.tsx';
import { Division } from './Division.tsx';
import { FrozenOutcome } from './Outcome.tsx';
import { Participants } from './Participants.tsx';
import { Regional } from './Regional.tsx';
import { FROZEN, LIST } from './actions.ts';
import { EditingProvider, type Editing } from './context.ts';

type Read = Uitvoer<'vastgesteld.lees'>;

/** Differences that are named. */
const MOST = 5;

export function Frozen({ id, tab, school }: { id: number; tab: string; school: string | undefined }) {
  const { progress, run, cancel } = useTask();
  const [read, setRead] = useState<Read>();
  const [failed, setFailed] = useState<string>();
  const back = <Button onPress={() => go('scenarios', LIST)}>Alle scenario’s</Button>;
  useEffect(() => {
    let gone = false;
    run('vastgesteld.lees', { id }, 'Narekenen…').then(
      (answer) => gone || (answer ? setRead(answer) : setFailed('Het narekenen is gestopt.')),
      (fault: unknown) => gone || setFailed(fault instanceof Error ? fault.message : String(fault)),
    );
    return () => {
      gone = true;
      cancel();
    };
  }, [id, run, cancel]);
  if (failed !== undefined) return <Failure title="Niet te bekijken" text={failed} retry={back} />;
  if (!read) return progress ? <div className="screen"><TaskProgress progress={progress} /></div> : <Loading what="Vastgesteld scenario laden…" />;
  return <FrozenView read={read} tab={tab} school={school} />;
}

function FrozenView({ read: { vastgesteld: v, project, uitkomst, klopt, verschillen }, tab, school }: { read: Read; tab: string; school: string | undefined }) {
  const live = useOpen();
  const box = useRef<HTMLDivElement>(null);
  const copy = useMemo(() => ({ ...live, project, voorbereiding: undefined, saving: false, stand: { ...live.stand, project, alleenLezen: true, voorbeeld: false } }), [live, project]);
  const editing = useMemo((): Editing => {
    const scenario = volledigScenario(project, v.scenario);
    const ouder = project.scenarios.find((s) => s.id === v.scenario)?.ouder;
    return { scenario, ouder: ouder === undefined ? undefined : volledigScenario(project, ouder), uitslag: { ok: false, fouten: [] }, readOnly: true, address: [FROZEN, String(v.id)], frozen: true };
  }, [project, v]);
  const { scenario, address } = editing;
  const outcome = uitkomst.scenarios[v.scenario];
  return (
    <ShowInstead value={copy}>
      <EditingProvider value={editing}>
        <div className="editor" ref={box}>
          <div className="editor-work">
            <header className="editor-head frozen-head">
              <div className="editor-name">
                <h1>{v.naam}, vastgesteld</h1>
                <p className="note"><a href={addressOf('scenarios', LIST)}>Alle scenario’s</a> · {formatInstant(v.wanneer)} door {v.wie} · programma {v.programmaversie}</p>
                <p className="note frozen-print">Vingerafdruk {v.vingerafdruk}</p>
                {klopt ? <Notice level="good">Nagerekend: de cijfers van nu zijn gelijk aan die van de vaststelling.</Notice> : (
                  <div role="alert">
                    <Notice level="fault">Narekenen geeft iets anders. Rechts staat wat is vastgesteld.</Notice>
                    <ul className="frozen-differences">{verschillen.slice(0, MOST).map((text) => <li key={text} className="note">{text}</li>)}</ul>
                    {verschillen.length > MOST && <p className="note">En {verschillen.length - MOST} andere.</p>}
                  </div>
                )}
              </div>
            </header>
            <Tabs
              label="Onderdelen van het vastgestelde scenario"
              selected={tab}
              onSelect={(t) => go('scenarios', ...address, t)}
              items={[
                { id: 'scholen', label: 'Scholen', count: String(scenario.arrangementen.length), content: () => <Arrangements school={school} /> },
                { id: 'regionaal', label: 'Regionale inzet', count: String(scenario.regionaal?.length ?? 0), content: () => <Regional /> },
                { id: 'verdeling', label: 'Verdeling', content: () => <Division /> },
                { id: 'deelnemers', label: 'Deelnemers', content: () => <Participants /> },
                { id: 'uitgangspunten', label: 'Uitgangspunten', content: () => <Assumptions /> },
              ]}
            />
            <HelpLine within={box} />
          </div>
          {outcome && <FrozenOutcome scenario={scenario} years={uitkomst.jaren} uitkomst={outcome} meldingen={uitkomst.waarschuwingen} vastgesteld={`vastgesteld ${formatInstant(v.wanneer)}, vingerafdruk ${v.vingerafdruk.slice(0, 12)}`} />}
        </div>
      </EditingProvider>
    </ShowInstead>
  );
}
