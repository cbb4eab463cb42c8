/** Asks *Voor wie?* before a table or chart is copied or kept, and makes the publication where that is needed. Stands in the page once. */
import { useState, useSyncExternalStore } from 'react';
import type { Lezer } from '../../models/bescherming/instellingen.ts';
import { useTask } from '../client/task.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { TaskProgress } from '../components/Progress.tsx';
import { tell } from '../components/Toast.tsx';
import { useOpenOrNone } from '../stand/hooks.ts';
import { answered, currentRequest, onRequest, type For, type Request } from './ask.ts';
import { INTERN, LEZERWOORDEN, markering } from './lezers.ts';
import { publicationFor } from './publication.ts';
import { ReaderChoice } from './ReaderChoice.tsx';
import { Refusal } from './Refusal.tsx';

const DONE = { Kopiëren: 'Gekopieerd', Bewaren: 'Bewaard' } as const;

export function AskReader() {
  const request = useSyncExternalStore(onRequest, currentRequest);
  return request && <Asking key={request.title} request={request} />;
}

function Asking({ request }: { request: Request }) {
  const open = useOpenOrNone();
  const { progress, run, cancel } = useTask();
  const [busy, setBusy] = useState(false);
  const [ready, setReady] = useState<{ lezer: Lezer; reader: For }>();
  const [fault, setFault] = useState<unknown>();

  const close = (): void => {
    cancel();
    answered();
  };
  const deliver = async (lezer: Lezer, reader: For): Promise<void> => {
    try {
      await request.deliver(reader);
      answered();
      tell(`${DONE[request.verb]} voor ${LEZERWOORDEN[lezer].label.toLowerCase()}.`);
    } catch (f) {
      // A browser lets a page write to the clipboard shortly after a click; making the publication may have taken longer.
      if (f instanceof DOMException && f.name === 'NotAllowedError' && ready === undefined) setReady({ lezer, reader });
      else setFault(f);
    }
  };
  const choose = async (lezer: Lezer): Promise<void> => {
    if (!open) return;
    setFault(undefined);
    if (lezer === 'intern') return deliver(lezer, { lines: [markering(INTERN, open.stand.voorbeeld)], published: undefined });
    setBusy(true);
    try {
      const published = await publicationFor(run, { scenarios: request.scenarios ?? [], lezer });
      if (!published || currentRequest() !== request) return;
      const reader: For = { lines: [markering(published.cijfers.opschrift, open.stand.voorbeeld), ...published.cijfers.toelichting], published };
      await deliver(lezer, reader);
    } catch (f) {
      setFault(f);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={`Voor wie is dit? ${request.title}`} isOpen onClose={close} actions={ready ? <><Button onPress={close}>Annuleren</Button><Button kind="primary" onPress={() => void deliver(ready.lezer, ready.reader)}>{request.verb}</Button></> : <Button onPress={close}>Annuleren</Button>}>
      {ready ? <Notice level="good">De cijfers voor {LEZERWOORDEN[ready.lezer].label.toLowerCase()} zijn klaar.</Notice> : (
        <ReaderChoice onChoose={(lezer) => void choose(lezer)} isDisabled={busy} whyNot={request.scenarios === undefined ? 'Staat niet in de publicatielijst; kan alleen intern.' : undefined} />
      )}
      {request.note !== undefined && request.scenarios !== undefined && !ready && <p className="note">{request.note}</p>}
      {progress && <TaskProgress progress={progress} />}
      {fault !== undefined && <Refusal fault={fault} />}
    </Dialog>
  );
}
