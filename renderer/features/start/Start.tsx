/** Start: recent projects, open, new, the example; a project that cannot be opened is offered for repair with its backups. */
import { useEffect, useState } from 'react';
import type { RecentProject } from '../../../models/contract/bestand.ts';
import type { Bron, Invoer } from '../../../models/contract/methoden.ts';
import type { Beschadiging, Reservekopie } from '../../../models/contract/stand.ts';
import { appInfo } from '../../app/info.ts';
import { useCommand } from '../../app/menu-bus.ts';
import { Dienstfout, neemBestanden, roep } from '../../client/client.ts';
import { kiesBestanden } from '../../client/files.ts';
import { useTask } from '../../client/task.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { tellFault } from '../../components/Toast.tsx';
import { formatInstant } from '../../format/date.ts';
import { NewProject } from './NewProject.tsx';
import { Repair } from './Repair.tsx';
import { bronVan, isPortable, show } from './openen.ts';
import './Start.css';

interface Broken { naam: string; tekst: string; bron: Bron; reservekopieen: Reservekopie[] }

export function Start({ lost }: { lost?: string | undefined }) {
  const { progress, run } = useTask();
  const [recent, setRecent] = useState<RecentProject[]>();
  const [broken, setBroken] = useState<Broken>();
  const [making, setMaking] = useState(false);
  const [refused, setRefused] = useState<{ text: string; bron?: Bron; naam?: string }>();

  useEffect(() => {
    roep('start.recent', {}).then(setRecent, tellFault);
  }, []);

  async function openBron(bron: Bron, naam: string, how: { alleenLezen?: boolean; overnemen?: boolean } = {}): Promise<void> {
    setBroken(undefined);
    setRefused(undefined);
    try {
      show(await run('project.open', { bron, ...how }, `${naam} openen…`));
    } catch (fault) {
      if (fault instanceof Dienstfout && fault.code === 'beschadigd') setBroken({ naam, tekst: fault.message, bron, reservekopieen: (fault.details as Beschadiging | undefined)?.reservekopieen ?? [] });
      else if (fault instanceof Dienstfout && fault.code === 'inGebruik') setRefused({ text: fault.message, bron, naam });
      else setRefused({ text: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    setRefused(undefined);
    try {
      await work();
    } catch (fault) {
      setRefused({ text: fault instanceof Error ? fault.message : String(fault) });
    }
  }

  const openGrepen = async (grepen: Awaited<ReturnType<typeof kiesBestanden>>): Promise<void> => {
    const [bestand] = grepen;
    if (!bestand) return;
    if (isPortable(bestand)) show(await run('project.neemOver', { greep: bestand.greep }, `${bestand.naam} overnemen…`));
    else await openBron(bronVan(bestand), bestand.naam);
  };
  const openFile = (): Promise<void> => attempt(async () => openGrepen(await kiesBestanden('project', appInfo().kan.dialogen)));
  const openExample = (): Promise<void> => attempt(async () => show(await run('project.openVoorbeeld', {}, 'Voorbeeld openen…')));
  const create = (invoer: Invoer<'project.nieuw'>): Promise<void> => attempt(async () => show(await run('project.nieuw', invoer, 'Project maken…')));

  useCommand({ nieuw: () => setMaking(true), openen: () => void openFile(), openVoorbeeld: () => void openExample() });

  return (
    <FileDrop label="Projectbestand hier loslaten" onDrop={(files) => void attempt(async () => openGrepen(await neemBestanden(files.slice(0, 1))))}>
      <main className="start">
        <header className="start-head">
          <h1>Collectief Arrangeren</h1>
          <p>Rekent door wat collectieve arrangementen op zorgintensieve scholen betekenen voor gemeenten, scholen en andere dragers.</p>
        </header>

        {lost !== undefined && <Notice level="fault">{lost}</Notice>}
        {refused && (
          <div role="alert">
            <Notice level="fault">{refused.text}</Notice>
            {refused.bron && (
              <div className="screen-actions">
                <Button onPress={() => void openBron(refused.bron!, refused.naam ?? '', { alleenLezen: true })}>Alleen lezen openen</Button>
                <Button onPress={() => void openBron(refused.bron!, refused.naam ?? '', { overnemen: true })}>Toch openen om te wijzigen</Button>
              </div>
            )}
          </div>
        )}
        {broken && <Repair {...broken} onClose={() => setBroken(undefined)} onRepaired={show} />}
        {progress && <TaskProgress progress={progress} />}

        <div className="start-columns">
          <section aria-labelledby="beginnen">
            <h2 id="beginnen">Beginnen</h2>
            <ul className="start-actions">
              <li><Button kind="primary" icon="plus" onPress={() => setMaking(true)}>Nieuw project</Button></li>
              <li><Button icon="folder" onPress={() => void openFile()}>Project openen…</Button></li>
              <li>
                <Button icon="file" onPress={() => void openExample()}>Voorbeeld Hengelo openen</Button>
                <p className="note">Zeven scholen, openbare leerlingaantallen, verzonnen bedragen.</p>
              </li>
            </ul>
          </section>
          <section aria-labelledby="recent">
            <h2 id="recent">Recent</h2>
            {recent === undefined ? null : recent.length === 0 ? (
              <p className="muted">Nog geen projecten op deze computer. Een projectbestand (.arrangement) kan ook hierheen worden gesleept.</p>
            ) : (
              <ul className="recent">
                {recent.map((p) => (
                  <li key={p.id}>
                    <Button kind="quiet" isDisabled={!p.bestaat} onPress={() => void openBron({ soort: 'recent', id: p.id }, p.naam)}>
                      <Icon name="file" tone={p.bestaat ? 'action' : 'muted'} />
                      <span className="recent-name">{p.naam}</span>
                      <span className="note recent-place">{p.bestand} · {p.map}{p.bestaat ? '' : ' · het bestand is daar niet meer'}</span>
                      <span className="note recent-when">{formatInstant(p.geopend)}</span>
                    </Button>
                    {p.bestaat && <Button kind="quiet" onPress={() => void openBron({ soort: 'recent', id: p.id }, p.naam, { alleenLezen: true })} aria-label={`Alleen lezen: ${p.naam}`}>Alleen lezen</Button>}
                    <IconButton icon="close" label={`${p.naam} uit deze lijst halen`} onPress={() => void roep('start.vergeet', { id: p.id }).then(setRecent, tellFault)} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <footer className="note start-foot">Versie {appInfo().versie} · werkt zonder internet · wijzigingen worden gelogd op naam van {appInfo().gebruiker}</footer>
      </main>
      <NewProject isOpen={making} onClose={() => setMaking(false)} onCreate={(invoer) => { setMaking(false); void create(invoer); }} />
    </FileDrop>
  );
}
