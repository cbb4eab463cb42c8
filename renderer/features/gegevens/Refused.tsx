/** Refused rows with their reasons: kept, listed, exported; corrected here, in the workbook or at the source, and read again. */
import { useEffect, useState } from 'react';
import type { Geweigerd } from '../../../models/contract/import.ts';
import { isElders, opschriftVan } from '../../../models/invoer/herstel.ts';
import { isPseudoniem } from '../../../models/invoer/pseudoniemen.ts';
import { bewaar, roep } from '../../client/client.ts';
import { useTask } from '../../client/task.ts';
import { Button } from '../../components/Button.tsx';
import { Loading } from '../../components/Notice.tsx';
import { TaskProgress } from '../../components/Progress.tsx';
import { tell, tellFault } from '../../components/Toast.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { count, formatNumber } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Correct } from './Correct.tsx';
import { reason } from './reason.ts';

const PAGE = 500;

export function Refused() {
  const { stand } = useOpen();
  const { progress, run } = useTask();
  const [correcting, setCorrecting] = useState<Geweigerd>();
  const [list, setList] = useState<{ totaal: number; rijen: Geweigerd[] }>();
  useEffect(() => {
    let current = true;
    roep('geweigerd.lijst', { vanaf: 0, aantal: PAGE }).then((l) => current && setList(l), tellFault);
    return () => {
      current = false;
    };
  }, [stand.revisie]);

  const more = (): void => void roep('geweigerd.lijst', { vanaf: list?.rijen.length ?? 0, aantal: PAGE }).then((l) => setList({ totaal: l.totaal, rijen: [...(list?.rijen ?? []), ...l.rijen] }), tellFault);
  const exporteer = async (): Promise<void> => {
    try {
      const made = await run('geweigerd.exporteer', {}, 'Werkmap maken…');
      const naam = made && (await bewaar(made));
      if (naam !== undefined) tell(`Opgeslagen als ${naam}.`);
    } catch (fault) {
      tellFault(fault);
    }
  };
  const columns: Column<Geweigerd>[] = [
    { id: 'bestand', title: 'Bestand', width: 190, text: (r) => (r.blad ? `${r.bestand} · ${r.blad}` : r.bestand), sort: (r) => r.bestand },
    { id: 'rij', title: 'Rij', width: 56, align: 'right', text: (r) => String(r.rij), sort: (r) => r.rij },
    {
      id: 'staat', title: 'Staat', width: 120, text: (r) => (r.hersteld ? 'hersteld' : isElders(r) ? 'blijft geweigerd' : stand.alleenLezen ? 'geweigerd' : 'Verbeteren…'), sort: (r) => (r.hersteld ? 2 : isElders(r) ? 1 : 0),
      open: (r) => (r.hersteld || isElders(r) || stand.alleenLezen ? undefined : () => setCorrecting(r)),
    },
    { id: 'reden', title: 'Reden', width: 540, grow: 2, text: reason, sort: (r) => r.meldingen[0]?.code },
    { id: 'waarden', title: 'Waarden', width: 320, grow: 1, text: (r) => Object.entries(r.waarden).map(([kop, w]) => `${isPseudoniem(String(w)) ? opschriftVan(kop) : kop}: ${w}`).join(' · ') },
  ];
  if (!list) return <Loading what="Geweigerde rijen lezen…" />;
  const open = stand.aantallen.geweigerd;
  const repaired = list.totaal - open;
  return (
    <div className="list">
      <div className="toolbar">
        <p className="note">{open === 0 ? 'Alle geweigerde rijen zijn hersteld.' : <>{count(open, 'rij telt', 'rijen tellen')} niet mee{repaired > 0 && `, ${formatNumber(repaired)} hersteld`}. Verbeter ze hier, of in de werkmap en lees die in: ze komen dan bij hun levering en worden als hersteld gemerkt. Nummers van jeugdigen zijn pseudoniemen; andere persoonsgegevens zijn niet bewaard.</>}</p>
        {list.rijen.length < list.totaal && <Button onPress={more}>Meer rijen</Button>}
        {open > 0 && <Button icon="download" onPress={() => void exporteer()}>Werkmap met reden bewaren…</Button>}
      </div>
      {progress && <TaskProgress progress={progress} />}
      <DataGrid holds="intern" label="Geweigerde rijen" name="geweigerd" columns={columns} rows={list.rijen} rowKey={(r) => String(r.id)} empty={<p className="muted">Geen geweigerde rijen.</p>} />
      {correcting && <Correct key={correcting.id} row={correcting} onClose={() => setCorrecting(undefined)} />}
    </div>
  );
}
