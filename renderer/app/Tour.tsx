/** The first-run tour: five steps, one sentence or two each, can be left at any moment and asked for again. */
import { useEffect, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useCommand } from './menu-bus.ts';
import { go, type Step } from './route.ts';
import { useSetting } from './settings.ts';
import './Tour.css';

const STOPS: { step: Step; title: string; text: string }[] = [
  { step: 'gegevens', title: '1 van 5 · Gegevens', text: 'Hier komen de bestanden van de gemeenten binnen. Sleep ze op het scherm; het programma laat zien wat het herkent, wat het vraagt en wat het weigert. Links staat bij elke stap wat er nog ontbreekt.' },
  { step: 'nulmeting', title: '2 van 5 · Nulmeting', text: 'Wat de jeugdhulp op deze scholen nu kost, per school en gemeente. Klik op een bedrag om te zien hoe het is opgebouwd, tot de rijen die erachter zitten.' },
  { step: 'scenarios', title: '3 van 5 · Scenario’s', text: 'Kies scholen, teams en een verdeling. De uitkomst rechts loopt bij elke toetsaanslag mee. Leerlingen zonder toegang blijven altijd in beeld.' },
  { step: 'vergelijken', title: '4 van 5 · Vergelijken', text: 'Tot vier scenario’s naast het nulscenario. Met Presenteren komt er één figuur per scherm, met een schuif om in de vergadering ‘wat als’ te vragen.' },
  { step: 'voorstel', title: '5 van 5 · Voorstel', text: 'Kies de lezer, kijk na en bewaar de werkmap voor het OOGO. Alles wat u wijzigt is al opgeslagen; Ctrl+Z maakt ongedaan en Ctrl+K zoekt.' },
];

export function Tour() {
  const [seen, setSeen] = useSetting('rondleiding.gezien', false);
  const [at, setAt] = useState<number | undefined>(seen ? undefined : 0);
  useCommand({ rondleiding: () => setAt(0) });
  const stop = at === undefined ? undefined : STOPS[at];

  useEffect(() => {
    if (stop) go(stop.step);
  }, [stop]);

  const end = (): void => {
    setAt(undefined);
    setSeen(true);
  };
  return (
    <Dialog
      title={stop?.title ?? ''}
      isOpen={stop !== undefined}
      onClose={end}
      actions={
        <>
          <Button kind="quiet" onPress={end}>Overslaan</Button>
          <span className="tour-space" />
          {at !== undefined && at > 0 && <Button onPress={() => setAt(at - 1)}>Vorige</Button>}
          {at !== undefined && at < STOPS.length - 1 ? <Button kind="primary" onPress={() => setAt(at + 1)}>Volgende</Button> : <Button kind="primary" onPress={() => { end(); go('gegevens'); }}>Beginnen</Button>}
        </>
      }
    >
      <p>{stop?.text}</p>
    </Dialog>
  );
}
