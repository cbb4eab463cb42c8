/** Step 2: what the care at these schools costs now, for whom, by whom, and how fast it ends by itself. */
import { geldendeWaarschuwingen } from '../../../models/rekenen/voorbereiden.ts';
import { faultSentence } from '../../app/faults.ts';
import { addressOf, go, useRoute } from '../../app/route.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState, Notice } from '../../components/Notice.tsx';
import { Tabs, type TabItem } from '../../components/Tabs.tsx';
import { formatDate } from '../../format/date.ts';
import { faultsOf } from '../../stand/doorrekening.ts';
import { useNulmeting, useOpen } from '../../stand/hooks.ts';
import { Aanbieders } from './Aanbieders.tsx';
import { HeatMap } from './HeatMap.tsx';
import { Locaties } from './Locaties.tsx';
import { Products } from './Products.tsx';
import { Runoff } from './Runoff.tsx';
import { Totals } from './Totals.tsx';
import './Nulmeting.css';

export default function Nulmeting() {
  const open = useOpen();
  const { parts } = useRoute();
  const nulmeting = useNulmeting();
  const { project, voorbereiding } = open;
  if (!nulmeting || !voorbereiding || voorbereiding.cellen.basis.length === 0) {
    const faults = faultsOf(open).filter((f) => !f.pad.startsWith('scenarios'));
    return (
      <EmptyState title="Nog geen nulmeting" actions={<Button kind="primary" onPress={() => go('gegevens')}>Naar Gegevens</Button>}>
        {faults.length === 0 ? <p>De nulmeting volgt uit de toewijzingen of declaraties in de twaalf maanden voor {formatDate(project.uitgangspunten.peildatum)}. Lees die in bij stap 1.</p> : (
          <>
            <p>De gegevens hebben nog fouten:</p>
            {faults.slice(0, 8).map((f) => <Notice key={f.pad + f.tekst} level="fault">{faultSentence(f)}</Notice>)}
          </>
        )}
      </EmptyState>
    );
  }
  const warnings = geldendeWaarschuwingen(voorbereiding, project.uitgangspunten);
  const tab = parts[0] ?? 'overzicht';
  const items: TabItem[] = [
    { id: 'overzicht', label: 'Scholen en gemeenten', content: () => <><Totals nulmeting={nulmeting} /><HeatMap nulmeting={nulmeting} /></> },
    { id: 'producten', label: 'Producten', content: () => <Products nulmeting={nulmeting} /> },
    { id: 'aanbieders', label: 'Aanbieders', content: () => <Aanbieders /> },
    { id: 'uitstroom', label: 'Uitstroom', content: () => <Runoff nulmeting={nulmeting} /> },
    { id: 'locaties', label: 'Locaties', content: () => <Locaties nulmeting={nulmeting} chosen={parts[1]} /> },
    ...(warnings.length > 0 ? [{ id: 'waarschuwingen', label: 'Waarschuwingen', count: String(warnings.length), content: () => <div>{warnings.map((w) => <Notice key={w.code + w.tekst}>{w.tekst} <span className="note">{w.code}</span></Notice>)}</div> }] : []),
  ];
  return (
    <div className="screen">
      <div className="screen-head">
        <div>
          <h1>Nulmeting</h1>
          <p>Twaalf maanden voor {formatDate(project.uitgangspunten.peildatum)}, kosten voor gemeenten tenzij anders staat. Klik op een bedrag voor zijn opbouw.</p>
        </div>
        {warnings.length > 0 && tab !== 'waarschuwingen' && <Notice action={<a href={addressOf('nulmeting', 'waarschuwingen')}>Bekijken</a>}>{warnings.length === 1 ? warnings[0]!.tekst.split('. ')[0] : `${warnings.length} waarschuwingen bij de gegevens`}</Notice>}
      </div>
      <Tabs label="Nulmeting" selected={items.some((t) => t.id === tab) ? tab : 'overzicht'} onSelect={(id) => go('nulmeting', id)} items={items} />
    </div>
  );
}
