/** Which gemeente is the own one: asked once. */
import { go } from '../../app/route.ts';
import { useOwnGemeente } from '../../app/own.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';

export function OwnGemeente({ gemeenten }: { gemeenten: readonly { code: string; naam: string }[] }) {
  const [, setOwn] = useOwnGemeente();
  const choose = (code: string): void => {
    setOwn(code);
    go('vergelijken', 'gemeenten', code);
  };
  return (
    <Dialog title="Mijn gemeente" isOpen onClose={() => go('vergelijken', 'gemeenten')} side>
      <p className="muted">Kies uw gemeente. Deze computer onthoudt de keuze; een andere kiezen kan altijd.</p>
      <ul className="own-choice">{gemeenten.map((g) => <li key={g.code}><Button onPress={() => choose(g.code)}>{g.naam}</Button></li>)}</ul>
    </Dialog>
  );
}
