/** The backups of the open project: made by the program, checked when they were made; going back to one is itself undoable. */
import { useEffect, useState } from 'react';
import type { Reservekopie } from '../../models/contract/stand.ts';
import { roep } from '../client/client.ts';
import { useTask } from '../client/task.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { TaskProgress } from '../components/Progress.tsx';
import { tell } from '../components/Toast.tsx';
import { formatInstant } from '../format/date.ts';
import { formatNumber } from '../format/number.ts';
import { useReadOnly } from '../stand/hooks.ts';
import { flush, open } from '../stand/store.ts';

export function BackupsDialog({ onClose }: { onClose: () => void }) {
  const readOnly = useReadOnly();
  const { progress, run } = useTask();
  const [list, setList] = useState<Reservekopie[]>();
  const [fault, setFault] = useState<string>();
  const failed = (f: unknown): void => setFault(f instanceof Error ? f.message : String(f));
  useEffect(() => {
    roep('reservekopieen.lijst', {}).then(setList, failed);
  }, []);
  const restore = async (r: Reservekopie): Promise<void> => {
    try {
      await flush();
      const stand = await run('reservekopieen.herstel', { id: r.id }, 'Reservekopie terugzetten…');
      if (!stand) return;
      open(stand);
      onClose();
      tell(`Teruggezet: reservekopie van ${formatInstant(r.wanneer)}.`);
    } catch (f) {
      failed(f);
    }
  };
  return (
    <Dialog title="Reservekopieën" isOpen onClose={onClose} width="wide" actions={<Button onPress={onClose}>Sluiten</Button>}>
      <p className="muted">Gemaakt na een sessie met wijzigingen en elk uur, nagekeken toen zij gemaakt werden; de nieuwste tien blijven. Wat u terugzet vervangt dit project, dat zelf een reservekopie wordt.</p>
      {fault !== undefined && <div role="alert"><Notice level="fault">{fault}</Notice></div>}
      {progress && <TaskProgress progress={progress} />}
      {list?.length === 0 && <p>Nog geen reservekopieën.</p>}
      {list && list.length > 0 && (
        <table className="lines">
          <thead><tr><th scope="col">Wanneer</th><th scope="col">Waarom</th><th scope="col" className="number">Grootte</th><th scope="col"><span className="visually-hidden">Terugzetten</span></th></tr></thead>
          <tbody>
            {list.map((r) => (
              <tr key={r.id}>
                <td className="nowrap">{formatInstant(r.wanneer)}</td>
                <td>{r.reden}</td>
                <td className="number">{formatNumber(r.grootte / 1024)} kB</td>
                <td className="number">{!readOnly && <Button onPress={() => void restore(r)} isDisabled={progress !== undefined} aria-label={`Terugzetten: ${formatInstant(r.wanneer)}`}>Terugzetten</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
