/** Step 4: up to four scenarios and the nulscenario side by side. */
import { lazy, Suspense } from 'react';
import { go, useRoute } from '../../app/route.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { EmptyState, Loading, Notice } from '../../components/Notice.tsx';
import { Select } from '../../components/Select.tsx';
import { Tabs, type TabItem } from '../../components/Tabs.tsx';
import type { Doorgerekend } from '../../stand/doorrekening.ts';
import { useOpen, useUitslagen } from '../../stand/hooks.ts';
import { withoutTeam, withoutTeamText } from '../../stand/team.ts';
import { Bridge } from './Bridge.tsx';
import { DifferingAssumptions } from './DifferingAssumptions.tsx';
import { Keys } from './Keys.tsx';
import { Order } from './Order.tsx';
import { Overview } from './Overview.tsx';
import { PerGemeente } from './PerGemeente.tsx';
import { Stability } from './Stability.tsx';
import { MOST, NUL, setChoice, useChoice } from './keuze.ts';
import { vergelijk, type Vergeleken } from './verschil.ts';
import './Vergelijken.css';

const Presentation = lazy(() => import('./presentatie/Presentation.tsx'));

export default function Vergelijken() {
  const { parts } = useRoute();
  const { project, voorbereiding } = useOpen();
  const { ids, reference } = useChoice();
  const uitslagen = useUitslagen(ids);
  const [against] = useUitslagen(reference === NUL ? [] : [reference]);
  const done = uitslagen.flatMap((u): Doorgerekend[] => (u.ok ? [u.doorgerekend] : []));
  const failed = ids.filter((_, i) => !uitslagen[i]?.ok);
  const compared: Vergeleken[] = vergelijk(done, against?.ok ? against.doorgerekend : undefined);

  if (project.scenarios.length === 0 || !voorbereiding) {
    return (
      <EmptyState title="Nog niets te vergelijken" actions={<Button kind="primary" onPress={() => go(voorbereiding ? 'scenarios' : 'gegevens')}>{voorbereiding ? 'Naar Scenario’s' : 'Naar Gegevens'}</Button>}>
        <p>Vergelijken kan met ten minste één scenario en gegevens om mee te rekenen.</p>
      </EmptyState>
    );
  }
  if (parts[0] === 'presentatie' && compared.length > 0) return <Suspense fallback={<Loading what="Presentatie voorbereiden…" />}><Presentation compared={compared} /></Suspense>;

  const naam = (id: string): string => project.scenarios.find((s) => s.id === id)?.naam ?? id;
  const toggle = (id: string, on: boolean): void => setChoice(on ? [...ids, id] : ids.filter((x) => x !== id), reference);
  const tab = parts[0] ?? 'overzicht';
  const items: TabItem[] = [
    { id: 'overzicht', label: 'Overzicht', content: () => <Overview compared={compared} /> },
    { id: 'gemeenten', label: 'Gemeenten', content: () => <PerGemeente compared={compared} chosen={parts[1]} /> },
    { id: 'brug', label: 'Brug', content: () => <Bridge compared={compared} /> },
    { id: 'sleutels', label: 'Sleutels', content: () => <Keys compared={compared} /> },
    { id: 'volgorde', label: 'Volgorde', content: () => <Order compared={compared} /> },
    { id: 'houdbaarheid', label: 'Houdbaarheid', content: () => <Stability compared={compared} /> },
    { id: 'uitgangspunten', label: 'Verschillen in uitgangspunten', content: () => <DifferingAssumptions compared={compared} /> },
  ];
  return (
    <div className="screen">
      <div className="screen-head">
        <h1>Vergelijken</h1>
        <Button kind="primary" icon="present" isDisabled={compared.length === 0} onPress={() => go('vergelijken', 'presentatie')}>Presenteren</Button>
      </div>
      <div className="compare-choice">
        <fieldset className="compare-scenarios">
          <legend className="field-label">Scenario’s</legend>
          {project.scenarios.map((s) => {
            const place = ids.indexOf(s.id);
            return (
              <Checkbox key={s.id} isSelected={place >= 0} isDisabled={place < 0 && ids.length >= MOST} onChange={(on) => toggle(s.id, on)}>
                <span className={place < 0 ? '' : `scenario-mark scenario-mark-${place + 1}`}>{naam(s.id)}</span>
              </Checkbox>
            );
          })}
        </fieldset>
        <div className="compare-reference">
          <Select label="Ten opzichte van" value={reference === NUL ? 'nul' : `s ${reference}`} options={[{ value: 'nul', label: 'Nulscenario' }, ...project.scenarios.map((s) => ({ value: `s ${s.id}`, label: naam(s.id) }))]} onChange={(v) => setChoice(ids, v === 'nul' ? NUL : v.slice(2))} />
        </div>
      </div>
      {failed.length > 0 && <Notice level="fault">{failed.map(naam).join(', ')}: niet te berekenen. Bekijk de fouten bij stap 3.</Notice>}
      {compared.some((c) => Object.keys(c.d.scenario.indexen ?? {}).length > 0) && <Notice level="info">Een scenario heeft eigen indexen; ten opzichte van het nulscenario wordt het vergeleken met het nulscenario onder diezelfde indexen.</Notice>}
      {compared.map(({ d: { scenario } }) => withoutTeam(scenario) > 0 && <Notice key={scenario.id}><b>{scenario.naam}:</b> {withoutTeamText(withoutTeam(scenario))}</Notice>)}
      {compared.length === 0 ? <EmptyState inside title="Kies een scenario"><p>Vink hierboven ten minste één scenario aan.</p></EmptyState>
        : <Tabs label="Vergelijken" selected={items.some((t) => t.id === tab) ? tab : 'overzicht'} onSelect={(id) => go('vergelijken', id)} items={items} />}
    </div>
  );
}
