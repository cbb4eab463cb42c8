/** Step 5: the proposal that leaves the program: for whom, with which texts, as it will look, and as workbook and documents. */
import { go, useRoute } from '../../app/route.ts';
import { useChosen } from '../../app/chosen.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/Notice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { AFSPRAKEN, type VolledigScenario } from '../../../models/project/types.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Agreements, isAgreed } from './Agreements.tsx';
import { Indicators } from './Indicators.tsx';
import { Make } from './Make.tsx';
import { Preview } from './Preview.tsx';
import { useProposal } from './proposal.ts';
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
  return <Proposal key={id} scenario={volledigScenario(project, id)} tab={parts[0] ?? 'maken'} />;
}

function Proposal({ scenario, tab }: { scenario: VolledigScenario; tab: string }) {
  const proposal = useProposal(scenario);
  const agreed = AFSPRAKEN.filter((key) => isAgreed(scenario.afspraken?.[key])).length;
  const items = [
    { id: 'maken', label: 'Maken', content: () => <Make proposal={proposal} /> },
    { id: 'voorbeeld', label: 'Hoe het eruitziet', content: () => <Preview proposal={proposal} /> },
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
