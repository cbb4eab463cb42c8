/** Who changed what and when, from what to what; and going back to any point. */
import { useEffect, useState } from 'react';
import type { Logregel, Logwijziging } from '../../../models/contract/stand.ts';
import { roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Confirm } from '../../components/Dialog.tsx';
import { EmptyState, Failure, Loading } from '../../components/Notice.tsx';
import { tell, tellFault } from '../../components/Toast.tsx';
import { formatInstant } from '../../format/date.ts';
import { count } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { change } from '../../stand/store.ts';
import { changeWords, namesOf, placeWords, type Names } from './words.ts';
import './Logboek.css';

const PAGE = 100;

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase('nl') + text.slice(1);

export default function Logboek() {
  const { stand, project } = useOpen();
  const [list, setList] = useState<{ regels: Logregel[]; meer: boolean; revisie: number }>();
  const [fault, setFault] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [back, setBack] = useState<Logregel>();

  useEffect(() => {
    let current = true;
    roep('logboek.lijst', { aantal: PAGE }).then(
      (l) => {
        if (!current) return;
        setFault(undefined);
        setList({ ...l, revisie: stand.revisie });
      },
      (f: unknown) => current && setFault(f instanceof Error ? f.message : String(f)),
    );
    return () => {
      current = false;
    };
  }, [stand.revisie, attempt]);

  const more = (): void => {
    const last = list?.regels.at(-1);
    if (!list || !last) return;
    roep('logboek.lijst', { aantal: PAGE, voor: last.id }).then((l) => setList({ regels: [...list.regels, ...l.regels], meer: l.meer, revisie: list.revisie }), tellFault);
  };

  if (fault !== undefined) return <Failure title="Het logboek is niet te lezen" text={fault} retry={<Button onPress={() => setAttempt(attempt + 1)}>Opnieuw proberen</Button>} />;
  if (!list) return <Loading what="Logboek lezen…" />;
  const names = namesOf(project);
  const [newest] = list.regels;
  return (
    <div className="screen">
      <div className="screen-head"><div><h1>Logboek</h1><p>Elke wijziging, met wie en wanneer. Teruggaan is zelf een regel en is dus ook ongedaan te maken; vastgestelde scenario’s veranderen nooit.</p></div></div>
      {list.regels.length === 0 ? <EmptyState inside title="Nog geen wijzigingen" /> : (
        <table className="log">
          <thead><tr><th scope="col">Wanneer</th><th scope="col">Wie</th><th scope="col">Wat</th><th scope="col"><span className="visually-hidden">Teruggaan</span></th></tr></thead>
          <tbody>
            {list.regels.map((r) => (
              <tr key={r.id}>
                <td className="nowrap">{formatInstant(r.wanneer)}</td>
                <td className="nowrap">{r.wie}</td>
                <td>
                  {r.aantalWijzigingen === 0 ? sentence(r.omschrijving) : (
                    <details>
                      <summary>{sentence(r.omschrijving)} <span className="note">{count(r.aantalWijzigingen, 'wijziging', 'wijzigingen')}</span></summary>
                      <ul className="log-changes">
                        {r.wijzigingen.map((w, i) => <Change key={w.plaats + i} change={w} names={names} />)}
                        {r.aantalWijzigingen > r.wijzigingen.length && <li className="muted">en {r.aantalWijzigingen - r.wijzigingen.length} andere</li>}
                      </ul>
                    </details>
                  )}
                </td>
                <td className="number">{r !== newest && r.bereikbaar && !stand.alleenLezen && <Button kind="quiet" onPress={() => setBack(r)} aria-label={`Hierheen terug: ${r.omschrijving}`}>Hierheen terug</Button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.meer && <div><Button onPress={more}>Oudere regels</Button></div>}
      <Confirm
        title="Teruggaan"
        isOpen={back !== undefined}
        onClose={() => setBack(undefined)}
        action="Teruggaan"
        onConfirm={() => back && void change(() => roep('logboek.terugNaar', { id: back.id })).then((done) => done && tell(`Terug naar ${formatInstant(back.wanneer)}.`))}
      >
        <p>Het project wordt weer zoals het was na “{back?.omschrijving}” op {back && formatInstant(back.wanneer)}. Wat daarna gebeurde blijft in het logboek staan en is terug te halen.</p>
      </Confirm>
    </div>
  );
}

function Change({ change: w, names }: { change: Logwijziging; names: Names }) {
  const { how, before, after } = changeWords(w, names);
  return (
    <li>
      <span className="muted">{placeWords(w.plaats, names)}:</span> {before === undefined ? `${how}, ` : `van ${before} naar `}<b>{after}</b>
    </li>
  );
}
