/** Around every step: the rail at the left, the bar at the top, the work in the middle. */
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../components/Button.tsx';
import { Loading, Notice } from '../components/Notice.tsx';
import { formatInstant } from '../format/date.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { ExplainPanel } from '../features/uitleg/ExplainPanel.tsx';
import { useScreenMark } from '../lezer/mark.ts';
import { useOpen } from '../stand/hooks.ts';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { useRoute, type Screen } from './route.ts';
import { Tour } from './Tour.tsx';
import { TopBar } from './TopBar.tsx';
import './Shell.css';

const SCREENS: Record<Exclude<Screen, 'start'>, React.ComponentType> = {
  gegevens: lazy(() => import('../features/gegevens/Gegevens.tsx')),
  nulmeting: lazy(() => import('../features/nulmeting/Nulmeting.tsx')),
  scenarios: lazy(() => import('../features/scenarios/Scenarios.tsx')),
  vergelijken: lazy(() => import('../features/vergelijken/Vergelijken.tsx')),
  voorstel: lazy(() => import('../features/voorstel/Voorstel.tsx')),
  logboek: lazy(() => import('../features/logboek/Logboek.tsx')),
};

export function Shell() {
  const { screen } = useRoute();
  const { stand } = useOpen();
  const [read, setRead] = useState<readonly string[]>([]);
  const mark = useScreenMark();
  const shown = screen === 'start' ? 'gegevens' : screen;
  const Content = SCREENS[shown];
  return (
    <div className="shell">
      <a className="skip-link" href="#inhoud" onClick={(event) => { event.preventDefault(); document.getElementById('inhoud')?.focus(); }}>Naar de inhoud</a>
      <TopBar />
      <Rail />
      <main id="inhoud" className="main" tabIndex={-1}>
        {stand.alleenLezen && (
          <div className="readonly-line">
            <Notice level="info">
              Alleen lezen. {stand.vergrendeldDoor ? `${stand.vergrendeldDoor.wie} heeft dit project open op ${stand.vergrendeldDoor.machine} sinds ${formatInstant(stand.vergrendeldDoor.sinds)}. ` : ''}
              Alles is te bekijken en te exporteren; wijzigen kan in een kopie (projectmenu, Kopie opslaan als).
            </Notice>
          </div>
        )}
        {stand.meldingen.filter((text) => !read.includes(text)).map((text) => <div key={text} className="readonly-line"><Notice>{text}</Notice><IconButton icon="close" label="Melding sluiten" onPress={() => setRead([...read, text])} /></div>)}
        <ErrorBoundary key={shown}>
          <Suspense fallback={<Loading what="Scherm laden…" />}>
            <Content />
          </Suspense>
        </ErrorBoundary>
        <p className="print-only print-source">{mark} · {stand.project.naam} · {stand.bestand} · stand {stand.revisie}</p>
      </main>
      <ExplainPanel />
      <Palette />
      <Tour />
    </div>
  );
}
