/** Step 5: the proposal that leaves the program: for whom, with which texts, as it will look, and as a workbook. */
import { go, useRoute } from '../../app/route.ts';
import { useChosen } from '../../app/chosen.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { AFSPRAKEN } from '../../../models/project/types.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Agreements, isAgreed } from './Agreements.tsx';
import { Indicators } from './Indicators.tsx';
import { Make } from './Make.tsx';
import { Preview } from './Preview.tsx';
import { ReadBack } from './ReadBack.tsx';
import './Voorstel.css';

export default function Voorstel() {
  const { parts } = useRoute();
  const { project, voorbereiding } = useOpen();
  const id = useChosen();
  if (id === undefined || !voorbereiding) {
    return (
      <EmptyState title="Nog geen voorstel" actions={<Button kind="primary" onPress={() => go(voorbereiding ? 'scenarios' : 'gegevens')}>{voorbereiding ? 'Naar Scenario’s' : 'Naar Gegevens'}</Button>}>
        <p>Een voorstel beschrijft één scenario, met andere ernaast. Maak eerst een scenario dat kan worden berekend.</p>
      </EmptyState>
    );
  }
  const scenario = volledigScenario(project, id);
  const agreed = AFSPRAKEN.filter((key) => isAgreed(scenario.afspraken?.[key])).length;
  const tab = parts[0] ?? 'maken';
  const items = [
    { id: 'maken', label: 'Maken', content: () => <Make scenario={scenario} /> },
    { id: 'voorbeeld', label: 'Hoe het eruitziet', content: () => <Preview scenario={scenario} /> },
    { id: 'afspraken', label: 'Afspraken', count: `${agreed}/${AFSPRAKEN.length}`, content: () => <Agreements scenario={scenario} /> },
    { id: 'indicatoren', label: 'Indicatoren', count: String(scenario.indicatoren?.length ?? 0), content: () => <Indicators scenario={scenario} /> },
    { id: 'teruglezen', label: 'Werkmap teruglezen', content: () => <ReadBack /> },
  ];
  return (
    <div className="screen">
      <div className="screen-head">
        <div><h1>Voorstel</h1><p>{scenario.naam}. Kies een ander scenario in de balk bovenaan.</p></div>
      </div>
      <Tabs label="Voorstel" selected={items.some((t) => t.id === tab) ? tab : 'maken'} onSelect={(t) => go('voorstel', t)} items={items} />
    </div>
  );
}
