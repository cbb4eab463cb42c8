/** All scenarios with their parent, status and outcome; and those that were frozen. */
import { useEffect, useState } from 'react';
import type { VastgesteldScenario } from '../../../models/contract/stand.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { choose } from '../../app/chosen.ts';
import { addressOf, go } from '../../app/route.ts';
import { useUnit } from '../../app/unit.ts';
import { roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Effect, effectText } from '../../components/Figure.tsx';
import { tellFault } from '../../components/Toast.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { unitLabel } from '../../format/amount.ts';
import { formatInstant, formatMonth } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import type { Doorgerekend } from '../../stand/doorrekening.ts';
import { useOpen, useUitslagen } from '../../stand/hooks.ts';
import { explain } from '../uitleg/explain.ts';
import { FROZEN, newScenario } from './actions.ts';

interface Row { id: string; naam: string; ouder: string; depth: number; scholen: number; d: Doorgerekend | undefined; fault: string | undefined; vastgesteld: number }

export function ScenarioList() {
  const { project, stand } = useOpen();
  const [unit] = useUnit();
  const uitslagen = useUitslagen(project.scenarios.map((s) => s.id));
  const [frozen, setFrozen] = useState<VastgesteldScenario[]>([]);
  useEffect(() => {
    roep('vastgesteld.lijst', {}).then(setFrozen, tellFault);
  }, [stand.revisie]);

  const rows = project.scenarios.map((s, i): Row => {
    const uitslag = uitslagen[i]!;
    const complete = volledigScenario(project, s.id);
    return {
      id: s.id,
      naam: complete.naam,
      ouder: s.ouder === undefined ? '' : volledigScenario(project, s.ouder).naam,
      depth: 0,
      scholen: complete.arrangementen.length,
      d: uitslag.ok ? uitslag.doorgerekend : undefined,
      fault: uitslag.ok ? undefined : uitslag.fouten[0]?.tekst,
      vastgesteld: frozen.filter((f) => f.scenario === s.id).length,
    };
  });
  const years = rows.find((r) => r.d)?.d?.evaluatie.kader.jaren ?? [];
  const open = (r: Row): void => {
    choose(r.id);
    go('scenarios', r.id);
  };
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Scenario', width: 280, grow: 2, text: (r) => r.naam, sort: (r) => r.naam, open: (r) => () => open(r) },
    { id: 'ouder', title: 'Variant van', width: 150, grow: 1, text: (r) => r.ouder, sort: (r) => r.ouder },
    { id: 'status', title: 'Status', width: 124, text: (r) => (r.fault !== undefined ? 'heeft fouten' : r.vastgesteld > 0 ? `${r.vastgesteld}× vastgesteld` : 'in bewerking'), mark: (r) => (r.fault === undefined ? undefined : { kind: 'fault', text: r.fault }) },
    { id: 'scholen', title: 'Scholen', width: 76, align: 'right', text: (r) => formatNumber(r.scholen), sort: (r) => r.scholen },
    {
      id: 'toegang', title: 'Zonder toegang', width: 84, align: 'right', text: (r) => (r.d ? formatNumber(Object.values(r.d.uitkomst.zonderToegang).reduce((a, b) => a + b, 0)) : ''), sort: (r) => (r.d ? Object.values(r.d.uitkomst.zonderToegang).reduce((a, b) => a + b, 0) : undefined),
      open: (r) => (r.d ? () => explain({ soort: 'zonderToegang', scenario: r.id }) : undefined),
    },
    ...years.map((year, y): Column<Row> => ({
      id: `e${year}`, title: `Effect ${year}`, unit: unitLabel(unit), width: 104, align: 'right', text: (r) => (r.d ? effectText(r.d.uitkomst.effect.perJaar[y] ?? 0, unit) : ''), sort: (r) => r.d?.uitkomst.effect.perJaar[y],
      render: (r) => r.d && <Effect value={r.d.uitkomst.effect.perJaar[y] ?? 0} unit={unit} />, open: (r) => (r.d ? () => explain({ soort: 'effect', scenario: r.id, jaar: y }) : undefined),
    })),
    { id: 'terug', title: 'Terugverdiend', width: 164, text: (r) => (r.d ? (r.d.uitkomst.terugverdienmaand === null ? 'niet binnen de periode' : formatMonth(r.d.uitkomst.terugverdienmaand)) : ''), sort: (r) => r.d?.uitkomst.terugverdienmaand ?? '9999' },
  ];
  return (
    <div className="screen">
      <div className="screen-head">
        <div><h1>Scenario’s</h1><p>Een variant bewaart alleen wat verschilt van het scenario waarvan zij is afgeleid, en volgt dat in al het andere.</p></div>
        {!stand.alleenLezen && <Button kind="primary" icon="plus" onPress={() => go('scenarios', newScenario(project))}>Scenario maken</Button>}
      </div>
      <DataGrid holds="intern" label="Scenario’s" name="scenarios" columns={columns} rows={rows} rowKey={(r) => r.id} empty={<p className="muted">Nog geen scenario.</p>} />
      <FrozenList list={frozen} />
    </div>
  );
}

function FrozenList({ list }: { list: readonly VastgesteldScenario[] }) {
  if (list.length === 0) return null;
  return (
    <section className="section" aria-labelledby="vastgesteld">
      <h2 id="vastgesteld">Vastgesteld</h2>
      <table className="lines">
        <thead><tr><th scope="col">Scenario</th><th scope="col">Wanneer</th><th scope="col">Wie</th><th scope="col">Vingerafdruk</th><th scope="col">Programma</th><th scope="col"><span className="visually-hidden">Bekijken en narekenen</span></th></tr></thead>
        <tbody>
          {list.map((f) => (
            <tr key={f.id}>
              <td>{f.naam}</td><td className="nowrap">{formatInstant(f.wanneer)}</td><td>{f.wie}</td><td title={f.vingerafdruk}>{f.vingerafdruk.slice(0, 16)}…</td><td>{f.programmaversie}</td>
              <td><a href={addressOf('scenarios', FROZEN, String(f.id))} aria-label={`Bekijken: ${f.naam}, vastgesteld ${formatInstant(f.wanneer)}`}>Bekijken en narekenen</a></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
