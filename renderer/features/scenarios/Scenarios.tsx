/** Step 3: the list of scenarios, or one of them being edited. */
import { choose, useChosen } from '../../app/chosen.ts';
import { addressOf, go, useRoute } from '../../app/route.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { Editor } from './Editor.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { Frozen } from './Frozen.tsx';
import { FROZEN, LIST, newScenario } from './actions.ts';
import './Scenarios.css';

export default function Scenarios() {
  const { parts } = useRoute();
  const { project, stand } = useOpen();
  const chosen = useChosen();
  const [wanted, tab, school] = parts;
  if (wanted === FROZEN && parts[1] !== undefined) return <Frozen key={parts[1]} id={Number(parts[1])} tab={parts[2] ?? 'scholen'} school={parts[3]} />;
  if (project.scenarios.length === 0) {
    return (
      <EmptyState
        title="Nog geen scenario"
        actions={!stand.alleenLezen && <Button kind="primary" icon="plus" onPress={() => go('scenarios', newScenario(project))}>Scenario maken</Button>}
      >
        <p>Een scenario zegt welke scholen een collectief arrangement krijgen, wanneer, met welk team en wie wat betaalt. De uitkomst wordt vergeleken met het nulscenario.</p>
        {!stand.voorbereiding && <p>Rekenen kan pas als de gegevens van <a href={addressOf('gegevens')}>stap 1</a> er zijn; een scenario maken kan nu al.</p>}
      </EmptyState>
    );
  }
  if (wanted === LIST) return <ScenarioList />;
  const id = project.scenarios.some((s) => s.id === wanted) ? wanted : chosen;
  if (id === undefined) return <ScenarioList />;
  if (id !== chosen) queueMicrotask(() => choose(id));
  return <Editor key={id} id={id} tab={tab ?? 'scholen'} school={school} />;
}
