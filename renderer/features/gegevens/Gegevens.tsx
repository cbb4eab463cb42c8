/** Step 1: what was delivered, the lists of the project, and reading files in. */
import { lazy, Suspense, useState } from 'react';
import { appInfo } from '../../app/info.ts';
import { go, useRoute } from '../../app/route.ts';
import { neemBestanden } from '../../client/client.ts';
import { kiesBestanden } from '../../client/files.ts';
import type { Bestandsgreep } from '../../../models/contract/bestand.ts';
import { Button } from '../../components/Button.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { Loading } from '../../components/Notice.tsx';
import { Tabs, type TabItem } from '../../components/Tabs.tsx';
import { tellFault } from '../../components/Toast.tsx';
import { formatNumber } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Bestaand } from './Bestaand.tsx';
import { Deliveries } from './Deliveries.tsx';
import { Dragers } from './Dragers.tsx';
import { Gemeenten } from './Gemeenten.tsx';
import { Leerlingen } from './Leerlingen.tsx';
import { Producten } from './Producten.tsx';
import { Refused } from './Refused.tsx';
import { Rows } from './Rows.tsx';
import { Sharing } from './Sharing.tsx';
import { Scholen } from './Scholen.tsx';
import { Taakvelden } from './Taakvelden.tsx';

const Wizard = lazy(() => import('./inlezen/Wizard.tsx'));

export default function Gegevens() {
  const { parts } = useRoute();
  const { project, stand } = useOpen();
  const [files, setFiles] = useState<Bestandsgreep[]>();
  const tab = parts[0] ?? 'leveringen';
  const readOnly = stand.alleenLezen;

  const read = (grepen: Bestandsgreep[]): void => {
    if (grepen.length === 0) return;
    setFiles(grepen);
    go('gegevens', 'inlezen');
  };
  const choose = (): void => void kiesBestanden('gegevens', appInfo().kan.dialogen, true).then(read, tellFault);
  const drop = (dropped: File[]): void => void neemBestanden(dropped).then(read, tellFault);

  if (tab === 'inlezen' && !readOnly) {
    return (
      <Suspense fallback={<Loading what="Inlezen voorbereiden…" />}>
        <Wizard key={files?.map((f) => f.greep).join()} files={files} onChoose={choose} onDrop={drop} onDone={() => { setFiles(undefined); go('gegevens'); }} />
      </Suspense>
    );
  }
  const size = (n: number): string => formatNumber(n);
  const items: TabItem[] = [
    { id: 'leveringen', label: 'Leveringen', count: size(stand.leveringen.length), content: () => <Deliveries onChoose={choose} /> },
    ...(stand.aantallen.geweigerd > 0 || stand.leveringen.some((l) => l.hersteld > 0 && (l.staat === 'geldig' || l.staat === 'deels')) ? [{ id: 'geweigerd', label: 'Geweigerd', count: size(stand.aantallen.geweigerd), content: () => <Refused /> }] : []),
    ...(stand.aantallen.indicaties + stand.aantallen.declaraties > 0 ? [{ id: 'rijen', label: 'Rijen', count: size(stand.aantallen.indicaties + stand.aantallen.declaraties), content: () => <Rows filter={parts.slice(1)} /> }] : []),
    { id: 'gemeenten', label: 'Gemeenten', count: size(project.gemeenten.length), content: () => <Gemeenten /> },
    { id: 'scholen', label: 'Scholen', count: size(project.scholen.length), content: () => <Scholen /> },
    { id: 'leerlingen', label: 'Leerlingen', count: size(project.leerlingen.reduce((s, l) => s + l.aantal, 0)), content: () => <Leerlingen /> },
    { id: 'producten', label: 'Producten', count: size(project.producten.length), content: () => <Producten /> },
    { id: 'bestaand', label: 'Bestaand', count: size(project.bestaandeArrangementen?.length ?? 0), content: () => <Bestaand /> },
    { id: 'dragers', label: 'Dragers', count: size(project.dragers?.length ?? 0), content: () => <Dragers /> },
    { id: 'taakvelden', label: 'Taakvelden', content: () => <Taakvelden /> },
  ];
  return (
    <FileDrop label="Bestanden hier loslaten om in te lezen" isDisabled={readOnly} onDrop={drop}>
      <div className="screen">
        <div className="screen-head">
          <div>
            <h1>Gegevens</h1>
            <p>Elke gemeente levert haar eigen bestand, op haar eigen moment. Sleep bestanden op dit scherm of kies ze; niets wordt opgeslagen voordat u ziet wat eruit komt.</p>
          </div>
          <div className="screen-actions">
            <Sharing />
            {!readOnly && <Button kind="primary" icon="upload" onPress={choose}>Bestanden inlezen…</Button>}
          </div>
        </div>
        <Tabs label="Gegevens" selected={items.some((t) => t.id === tab) ? tab : 'leveringen'} onSelect={(id) => go('gegevens', id)} items={items} />
      </div>
    </FileDrop>
  );
}
