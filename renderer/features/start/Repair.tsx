/** A project that cannot be opened, with what it can be restored from. */
import type { Bron } from '../../../models/contract/methoden.ts';
import type { Reservekopie, Stand } from '../../../models/contract/stand.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { tellFault } from '../../components/Toast.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';

export function Repair({ naam, tekst, bron, reservekopieen, onClose, onRepaired }: { naam: string; tekst: string; bron: Bron; reservekopieen: readonly Reservekopie[]; onClose: () => void; onRepaired: (stand: Stand | undefined) => void }) {
  const { progress, run } = useTask();
  const restore = (id: string): void => void run('reservekopieen.herstel', { bron, id }, 'Reservekopie terugzetten…').then(onRepaired, tellFault);
  return (
    <section className="repair" aria-label={`Herstel van ${naam}`}>
      <div role="alert"><Notice level="fault"><b>{naam}</b> kan niet worden geopend. {tekst}</Notice></div>
      {reservekopieen.length === 0 ? (
        <p>Er zijn geen reservekopieën. Zet het bestand terug vanuit de reservekopie van de computer of het netwerk, en open het opnieuw.</p>
      ) : (
        <>
          <p>Kies een reservekopie. Het beschadigde bestand blijft als reservekopie bewaard, zodat terugzetten ongedaan te maken is.</p>
          <ul className="repair-list">
            {reservekopieen.map((r) => (
              <li key={r.id}>
                <span>{formatInstant(r.wanneer)} <span className="muted">· {r.reden}</span></span>
                <span className="muted number">{formatNumber(r.grootte / 1024)} kB</span>
                <Button onPress={() => restore(r.id)} isDisabled={progress !== undefined}>Terugzetten</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {progress && <TaskProgress progress={progress} />}
      <Button kind="quiet" onPress={onClose}>Niet herstellen</Button>
    </section>
  );
}
