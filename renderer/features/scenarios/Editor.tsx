/** One scenario: what is decided at the left, what follows from it at the right, in sight all the time. */
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { addressOf, go } from '../../app/route.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Confirm } from '../../components/Dialog.tsx';
import { Menu } from '../../components/Menu.tsx';
import { Loading } from '../../components/Notice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { TextField } from '../../components/TextField.tsx';
import { count } from '../../format/number.ts';
import { HelpLine } from '../../help/HelpLine.tsx';
import { useOpen, useUitslag } from '../../stand/hooks.ts';
import { wijzigScenario } from '../../stand/scenario.ts';
import { Arrangements } from './Arrangements.tsx';
import { Assumptions } from './Assumptions.tsx';
import { Division } from './Division.tsx';
import { FreezeDialog } from './Freeze.tsx';
import { Outcome } from './Outcome.tsx';
import { Participants } from './Participants.tsx';
import { Regional } from './Regional.tsx';
import { childrenOf, derive, duplicate, LIST, remove } from './actions.ts';
import { EditingProvider, type Editing } from './context.ts';

const Certainty = lazy(() => import('../beslissen/Certainty.tsx'));

export function Editor({ id, tab, school }: { id: string; tab: string; school: string | undefined }) {
  const { project, stand } = useOpen();
  const uitslag = useUitslag(id);
  const box = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<'remove' | 'freeze'>();
  const stored = project.scenarios.find((s) => s.id === id)!;
  const editing = useMemo((): Editing => ({
    scenario: volledigScenario(project, id),
    ouder: stored.ouder === undefined ? undefined : volledigScenario(project, stored.ouder),
    uitslag,
    readOnly: stand.alleenLezen,
    address: [id],
  }), [project, id, stored, uitslag, stand.alleenLezen]);
  const { scenario, ouder, readOnly } = editing;
  const children = childrenOf(project, id);

  return (
    <EditingProvider value={editing}>
      <div className="editor" ref={box}>
        <div className="editor-work">
          <header className="editor-head">
            <div className="editor-name">
              <h1 className="visually-hidden">Scenario {scenario.naam}</h1>
              <TextField label="Naam van het scenario" labelHidden value={scenario.naam} readOnly={readOnly} onChange={(naam) => naam.trim() !== '' && wijzigScenario(id, (s) => ({ ...s, naam }), `Naam van het scenario: ${naam}`, 'naam')} />
              <p className="note">
                <a href={addressOf('scenarios', LIST)}>Alle scenario’s</a> · {ouder ? <>Variant van <a href={addressOf('scenarios', ouder.id)}>{ouder.naam}</a>, bewaard als verschil</> : 'Zelfstandig scenario'}
                {children.length > 0 && ` · basis van ${count(children.length, 'variant', 'varianten')}`}
              </p>
            </div>
            {!readOnly && <Button icon="lock" onPress={() => setAsking('freeze')}>Vaststellen</Button>}
            {!readOnly && (
              <Menu
                label="Scenario"
                actions={[
                  { id: 'variant', label: 'Variant maken', icon: 'plus', onAction: () => go('scenarios', derive(project, id)) },
                  { id: 'kopie', label: 'Scenario dupliceren', icon: 'copy', onAction: () => go('scenarios', duplicate(project, id)) },
                  { id: 'weg', label: children.length > 0 ? `Verwijderen kan niet: basis van ${children.join(', ')}` : 'Scenario verwijderen…', icon: 'remove', danger: true, separated: true, isDisabled: children.length > 0, onAction: () => setAsking('remove') },
                ]}
              >
                <IconButton icon="more" label="Meer met dit scenario" />
              </Menu>
            )}
          </header>
          <Tabs
            label="Onderdelen van het scenario"
            selected={tab}
            onSelect={(t) => go('scenarios', id, t)}
            items={[
              { id: 'scholen', label: 'Scholen', count: String(scenario.arrangementen.length), content: () => <Arrangements school={school} /> },
              { id: 'regionaal', label: 'Regionale inzet', count: String(scenario.regionaal?.length ?? 0), content: () => <Regional /> },
              { id: 'verdeling', label: 'Verdeling', content: () => <Division /> },
              { id: 'deelnemers', label: 'Deelnemers', content: () => <Participants /> },
              { id: 'uitgangspunten', label: 'Uitgangspunten', content: () => <Assumptions /> },
              { id: 'zekerheid', label: 'Zekerheid', content: () => <Suspense fallback={<Loading what="Zekerheid" />}><Certainty /></Suspense> },
            ]}
          />
          <HelpLine within={box} />
        </div>
        <Outcome />
      </div>
      <Confirm title="Scenario verwijderen" isOpen={asking === 'remove'} onClose={() => setAsking(undefined)} action="Scenario verwijderen" danger onConfirm={() => { remove(project, id); go('scenarios', LIST); }}>
        <p>{scenario.naam} verdwijnt uit het project. Ongedaan maken kan met Ctrl+Z en vanuit het logboek.</p>
      </Confirm>
      <FreezeDialog isOpen={asking === 'freeze'} onClose={() => setAsking(undefined)} scenario={scenario} />
    </EditingProvider>
  );
}
