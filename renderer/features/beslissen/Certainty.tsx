/** The panel *Zekerheid* at a scenario: what is not sure, how sure the outcome is then, what matters most, where it turns, and what would reach a goal. */
import { useEffect, useState } from 'react';
import type { VastgesteldScenario } from '../../../models/contract/stand.ts';
import { addressOf } from '../../app/route.ts';
import { useSetting } from '../../app/settings.ts';
import { roep } from '../../client/client.ts';
import { Notice } from '../../components/Notice.tsx';
import { Segments } from '../../components/Select.tsx';
import { tellFault } from '../../components/Toast.tsx';
import { formatInstant } from '../../format/date.ts';
import { useOpen } from '../../stand/hooks.ts';
import { FROZEN } from '../scenarios/actions.ts';
import { useEditing } from '../scenarios/context.ts';
import { HowSure } from './HowSure.tsx';
import { GoalSeek } from './GoalSeek.tsx';
import { Tornado } from './Tornado.tsx';
import { TurningPoints } from './TurningPoints.tsx';
import { UncertainAssumptions } from './UncertainAssumptions.tsx';
import { isOrdered } from './kansverdelingen.ts';
import './Beslissen.css';

type View = 'zeker' | 'invloed' | 'omslag' | 'doel';
const VIEWS: { value: View; label: string }[] = [{ value: 'zeker', label: 'Hoe zeker' }, { value: 'invloed', label: 'Grootste invloed' }, { value: 'omslag', label: 'Omslagpunten' }, { value: 'doel', label: 'Doel zoeken' }];

export default function Certainty() {
  const { scenario, uitslag } = useEditing();
  const { voorbereiding } = useOpen();
  const [view, setView] = useState<View>('zeker');
  const list = scenario.onzekerheden ?? [];
  const deelnemers = uitslag.ok ? uitslag.doorgerekend.evaluatie.deelnemers.map((g) => uitslag.doorgerekend.gegevens.gemeenten[g]!.code) : [];
  const [wanted, setShown] = useSetting('zekerheid.uitgangspunten', false);
  const shown = wanted || list.length === 0 || !list.every((o) => isOrdered(o.verdeling));
  const needsUncertain = view === 'zeker' || view === 'invloed';
  return (
    <div className={shown ? 'certainty certainty-open' : 'certainty'}>
      <UncertainAssumptions shown={shown} onShow={setShown} />
      <section className="section" aria-label="Wat daaruit volgt">
        <Frozen scenario={scenario.id} />
        <Segments label="Vraag" labelHidden value={view} options={VIEWS} onChange={setView} />
        {!uitslag.ok || !voorbereiding ? <Notice level="info">Dit scenario is nu niet te berekenen; bij de uitkomst staat waarom.</Notice>
          : !list.every((o) => isOrdered(o.verdeling)) ? null
          : needsUncertain && list.length === 0 ? <p className="muted">Zonder onzeker uitgangspunt is er niets te berekenen. Voeg er hierboven een toe; omslagpunten en doel zoeken kunnen al wel.</p>
          : view === 'zeker' ? <HowSure scenario={scenario.id} deelnemers={deelnemers} />
          : view === 'invloed' ? <Tornado scenario={scenario.id} deelnemers={deelnemers} />
          : view === 'omslag' ? <TurningPoints deelnemers={deelnemers} />
          : <GoalSeek deelnemers={deelnemers} />}
      </section>
    </div>
  );
}

/** A frozen copy keeps its own uncertain assumptions: said, so that nobody takes what stands here for it. */
function Frozen({ scenario }: { scenario: string }) {
  const [copies, setCopies] = useState<readonly VastgesteldScenario[]>([]);
  useEffect(() => {
    let wanted = true;
    roep('vastgesteld.lijst', {}).then((all) => wanted && setCopies(all.filter((f) => f.scenario === scenario)), tellFault);
    return () => {
      wanted = false;
    };
  }, [scenario]);
  const last = copies.toSorted((a, b) => a.wanneer.localeCompare(b.wanneer)).at(-1);
  return last && <Notice level="info" action={<a href={addressOf('scenarios', FROZEN, String(last.id))}>Bekijken</a>}>Vastgesteld op {formatInstant(last.wanneer)} (vingerafdruk {last.vingerafdruk.slice(0, 16)}…). Die kopie verandert niet; wat hier staat gaat over het scenario zoals het nu is.</Notice>;
}
