/** How the documents read for the chosen reader: what is shown here is what will be made. */
import { useEffect, useState } from 'react';
import type { Stukkeninzage } from '../../../models/contract/voorstel.ts';
import { go } from '../../app/route.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState, Loading, Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { Select } from '../../components/Select.tsx';
import { count } from '../../format/number.ts';
import { Refusal } from '../../lezer/Refusal.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { flush } from '../../stand/store.ts';
import { shortTitle } from './Documents.tsx';
import type { Proposal } from './proposal.ts';
import { Sheet } from './Sheet.tsx';

const toMake = (): void => go('voorstel', 'maken');

export function Preview({ proposal: { asked, choice: { parts }, missing } }: { proposal: Proposal }) {
  const { stand } = useOpen();
  const { progress, run, cancel } = useTask();
  const [seen, setSeen] = useState<{ key: string; what: Stukkeninzage | undefined; fault?: unknown }>();
  const [chosen, setChosen] = useState('0');
  const key = asked && parts.length > 0 ? JSON.stringify({ asked, parts, revisie: stand.revisie }) : undefined;

  useEffect(() => {
    if (key === undefined) return;
    let gone = false;
    const { asked: question, parts: delen } = JSON.parse(key) as { asked: NonNullable<typeof asked>; parts: typeof parts };
    void (async () => {
      try {
        await flush();
        const what = await run('voorstel.bekijk', { ...question, delen: [...delen] }, 'Stukken opstellen…');
        if (!gone) setSeen({ key, what });
      } catch (fault) {
        if (!gone) setSeen({ key, what: undefined, fault });
      }
    })();
    return () => {
      gone = true;
      cancel();
    };
  }, [key, run, cancel]);

  if (key === undefined) {
    return (
      <EmptyState inside title="Kies eerst voor wie" actions={<Button kind="primary" onPress={toMake}>Naar Maken</Button>}>
        <p>Wat erin staat hangt af van wie het leest. Nog nodig: {[...missing, ...(parts.length === 0 ? ['ten minste één stuk'] : [])].join(', ')}.</p>
      </EmptyState>
    );
  }
  if (seen?.key !== key) return progress ? <TaskProgress progress={progress} /> : <Loading what="Stukken opstellen…" />;
  if (seen.fault !== undefined) return <Refusal fault={seen.fault} />;
  const { what } = seen;
  if (!what) return <EmptyState inside title="Gestopt" actions={<Button kind="primary" onPress={toMake}>Naar Maken</Button>}><p>Het opstellen is gestopt; er is niets gemaakt.</p></EmptyState>;
  const at = Math.min(Number(chosen), what.stukken.length - 1);
  const stuk = what.stukken[at];
  return (
    <div className="preview">
      <div className="toolbar screen-only">
        <div className="compare-scenario"><Select label="Stuk" labelHidden value={String(at)} options={what.stukken.map(({ titel }, i) => ({ value: String(i), label: shortTitle(titel) }))} onChange={setChosen} /></div>
        <p className="note">Zo leest het voor de lezer {asked?.lezer}. Waar bladzijden breken, is in de pdf te zien.</p>
        <Button onPress={toMake}>Naar Maken</Button>
      </div>
      {what.waarschuwingen.length > 0 && (
        <details>
          <summary>{count(what.waarschuwingen.length, 'aandachtspunt', 'aandachtspunten')} voor wie dit deelt</summary>
          {what.waarschuwingen.map((w) => <Notice key={w}>{w}</Notice>)}
        </details>
      )}
      {stuk && <Sheet stuk={stuk} stijl={what.stijl} />}
    </div>
  );
}
