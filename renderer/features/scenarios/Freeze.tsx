/** Vaststellen: a frozen copy of a scenario with what was calculated, under a fingerprint (betrouwbaarheid.md). */
import { useState } from 'react';
import type { VolledigScenario } from '../../../models/project/types.ts';
import { go } from '../../app/route.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { tell } from '../../components/Toast.tsx';
import { useOpen } from '../../stand/hooks.ts';
import { flush } from '../../stand/store.ts';
import { FROZEN } from './actions.ts';

export function FreezeDialog({ isOpen, onClose, scenario }: { isOpen: boolean; onClose: () => void; scenario: VolledigScenario }) {
  const { stand } = useOpen();
  const { progress, run } = useTask();
  const [refused, setRefused] = useState<string>();
  const freeze = async (): Promise<void> => {
    setRefused(undefined);
    try {
      await flush();
      const made = await run('vastgesteld.maak', { scenario: scenario.id }, 'Vaststellen…');
      if (!made) return;
      onClose();
      tell(`Vastgesteld: ${made.naam}, vingerafdruk ${made.vingerafdruk.slice(0, 12)}.`, { label: 'Bekijken', onPress: () => go('scenarios', FROZEN, String(made.id)) });
    } catch (fault) {
      setRefused(fault instanceof Error ? fault.message : String(fault));
    }
  };
  return (
    <Dialog
      title="Scenario vaststellen"
      isOpen={isOpen}
      onClose={onClose}
      actions={<><Button onPress={onClose}>Annuleren</Button><Button kind="primary" isDisabled={progress !== undefined || stand.voorbeeld} onPress={() => void freeze()}>Vaststellen</Button></>}
    >
      <p>Van {scenario.naam} komt een kopie met uitgangspunten, voorbereide gegevens en uitkomsten, onder een vingerafdruk. Die kopie kan niet meer veranderen; het scenario zelf wel.</p>
      {stand.voorbeeld && <Notice>Er zijn nog voorbeeldcijfers in dit project. Vaststellen kan pas als elk uitgangspunt van de status voorbeeld af is.</Notice>}
      {refused !== undefined && <div role="alert"><Notice level="fault">{refused}</Notice></div>}
      {progress && <TaskProgress progress={progress} />}
    </Dialog>
  );
}
