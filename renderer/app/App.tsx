/** The program: loads what it needs, listens to what comes from outside, and shows Start or the open project. */
import { useEffect, useState } from 'react';
import { Dienstfout, luister, roep } from '../client/client.ts';
import { Button } from '../components/Button.tsx';
import { Failure, Loading } from '../components/Notice.tsx';
import { tellFault, Toasts } from '../components/Toast.tsx';
import { AskReader } from '../lezer/AskReader.tsx';
import { guardSelection } from '../lezer/mark.ts';
import { Start } from '../features/start/Start.tsx';
import { openBestanden } from '../features/start/openen.ts';
import { useOpenOrNone } from '../stand/hooks.ts';
import { onEvent, open, setFaultHandler } from '../stand/store.ts';
import { doCommand, listenToKeys } from './commands.ts';
import { HelpDialogs } from './Help.tsx';
import { loadInfo } from './info.ts';
import { loadSettings } from './settings.ts';
import { Shell } from './Shell.tsx';
import { applyTheme } from './theme.ts';

type Phase = { phase: 'starting' } | { phase: 'ready'; lost?: string } | { phase: 'failed'; text: string };

/** The project that this window already had open, after a reload. */
async function resume(): Promise<void> {
  try {
    open(await roep('project.stand', {}));
  } catch (fault) {
    if (!(fault instanceof Dienstfout && fault.code === 'geenProject')) throw fault;
  }
}

export function App() {
  const [state, setState] = useState<Phase>({ phase: 'starting' });
  const project = useOpenOrNone();

  useEffect(() => {
    setFaultHandler(tellFault);
    const stop = luister((event) => {
      const lost = onEvent(event);
      if (lost !== undefined) setState({ phase: 'ready', lost });
      else if (event.soort === 'menu') doCommand(event.opdracht);
      else if (event.soort === 'bestanden') void openBestanden(event.bestanden).catch(tellFault);
    });
    const stopKeys = listenToKeys();
    const stopGuard = guardSelection();
    Promise.all([loadInfo(), loadSettings()]).then(async () => {
      applyTheme();
      await resume();
      setState({ phase: 'ready' });
    }).catch((fault: unknown) => setState({ phase: 'failed', text: fault instanceof Error ? fault.message : String(fault) }));
    return () => {
      stop();
      stopKeys();
      stopGuard();
    };
  }, []);

  if (state.phase === 'starting') return <div className="starting"><Loading what="Programma laden…" /></div>;
  if (state.phase === 'failed') return <Failure title="Het programma kan niet beginnen" text={state.text} retry={<Button onPress={() => location.reload()}>Opnieuw proberen</Button>} />;
  return (
    <>
      {project ? <Shell /> : <Start lost={state.lost} />}
      <HelpDialogs />
      <AskReader />
      <Toasts />
    </>
  );
}
