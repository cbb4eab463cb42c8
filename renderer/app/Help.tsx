/** The keys, and what program this is. */
import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { appInfo } from './info.ts';
import { useCommand } from './menu-bus.ts';

const KEYS: { title: string; keys: [string, string][] }[] = [
  { title: 'Overal', keys: [['Ctrl+K', 'zoeken en opdrachten'], ['Ctrl+1 … Ctrl+5', 'naar een stap'], ['Ctrl+Z, Ctrl+Y', 'ongedaan maken, opnieuw'], ['Esc', 'sluiten, of een wijziging opgeven'], ['Ctrl+P', 'scherm afdrukken'], ['F1', 'deze lijst']] },
  { title: 'In een tabel', keys: [['pijlen, Home, End, Page', 'verplaatsen; met Shift kiezen'], ['Enter, F2 of typen', 'cel wijzigen'], ['Tab', 'volgende cel bij wijzigen'], ['Enter of spatie op een getal', 'opbouw tonen'], ['Ctrl+C, Ctrl+V', 'kopiëren naar en plakken uit Excel'], ['Delete', 'leegmaken'], ['Ctrl+Delete', 'rijen verwijderen'], ['Enter op een kop', 'sorteren; Alt+pijl maakt hem breder']] },
  { title: 'In een getalveld', keys: [['pijl omhoog, omlaag', 'een stap; met Shift tien stappen'], ['Esc', 'terug naar wat er stond']] },
  { title: 'Bij presenteren', keys: [['pijl links, rechts', 'vorig en volgend blad'], ['pijl omhoog, omlaag', 'wat als: meer of minder'], ['0', 'terug naar het scenario'], ['Esc', 'sluiten']] },
];

export function HelpDialogs() {
  const [shown, setShown] = useState<'keys' | 'about'>();
  useCommand({ handleiding: () => setShown('keys'), over: () => setShown('about') });
  const close = (): void => setShown(undefined);
  return (
    <>
      <Dialog title="Toetsen" isOpen={shown === 'keys'} onClose={close} width="wide" actions={<Button onPress={close}>Sluiten</Button>}>
        <div className="keys">
          {KEYS.map(({ title, keys }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>{keys.map(([key, what]) => <div key={key}><dt>{key}</dt><dd>{what}</dd></div>)}</dl>
            </section>
          ))}
        </div>
      </Dialog>
      <Dialog title={appInfo().naam} isOpen={shown === 'about'} onClose={close} actions={<Button onPress={close}>Sluiten</Button>}>
        <p>Versie {appInfo().versie}. Rekent door wat collectieve arrangementen op zorgintensieve scholen betekenen voor gemeenten, scholen en andere dragers.</p>
        <p>Werkt zonder internet; gegevens blijven op deze computer. Licentie EUPL-1.2.</p>
      </Dialog>
    </>
  );
}
