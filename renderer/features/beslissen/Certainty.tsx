/** The panel *Zekerheid* at a scenario: what is not sure, how sure the outcome is then, what matters most, where it turns, and what would reach a goal. */
import { useState } from 'react';
import { useOpen } from '../../stand/hooks.ts';
import { Notice } from '../../components/Notice.tsx';
import { Segments } from '../../components/Select.tsx';
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
  const needsUncertain = view === 'zeker' || view === 'invloed';
  return (
    <>
      <UncertainAssumptions />
      <section className="section">
        <Segments label="Vraag" labelHidden value={view} options={VIEWS} onChange={setView} />
        {!uitslag.ok || !voorbereiding ? <Notice level="info">Dit scenario is nu niet te berekenen; rechts staat waarom.</Notice>
          : list.some((o) => !isOrdered(o.verdeling)) ? null
          : needsUncertain && list.length === 0 ? <p className="muted">Voeg hierboven eerst een onzeker uitgangspunt toe.</p>
          : view === 'zeker' ? <HowSure scenario={scenario.id} />
          : view === 'invloed' ? <Tornado scenario={scenario.id} deelnemers={uitslag.doorgerekend.evaluatie.deelnemers.map((g) => uitslag.doorgerekend.gegevens.gemeenten[g]!.code)} />
          : view === 'omslag' ? <TurningPoints />
          : <GoalSeek />}
      </section>
    </>
  );
}
