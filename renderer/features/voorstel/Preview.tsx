/** How the proposal reads: the decision on one page, and one page for each gemeente. This is also what comes out of the printer. */
import { useMemo, useState } from 'react';
import type { VolledigScenario } from '../../../models/project/types.ts';
import { deelnemersVan, horizonVan, verdelingVan } from '../../../models/project/standaard.ts';
import { appInfo } from '../../app/info.ts';
import { useUnit } from '../../app/unit.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { bewaar, roep } from '../../client/client.ts';
import { Button } from '../../components/Button.tsx';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Select } from '../../components/Select.tsx';
import { tell, tellFault } from '../../components/Toast.tsx';
import { directionOf, directionWord, formatAmount, formatEffectShort, formatEuroShort, unitLabel } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { count, formatNumber } from '../../format/number.ts';
import { sleutelWoorden } from '../../help/words.ts';
import { publishedEffect, publishedOwnEffect } from '../../lezer/charts.ts';
import type { Doorgerekend } from '../../stand/doorrekening.ts';
import { useOpen, useUitslag } from '../../stand/hooks.ts';
import { effectBoodschap } from '../uitleg/boodschap.ts';

export function Preview({ scenario }: { scenario: VolledigScenario }) {
  const { project } = useOpen();
  const uitslag = useUitslag(scenario.id);
  const [code, setCode] = useState<string>('alle');
  if (!uitslag.ok) return <Notice level="fault">Dit scenario is nog niet te berekenen: {uitslag.fouten[0]?.tekst}</Notice>;
  const d = uitslag.doorgerekend;
  const codes = deelnemersVan(project, scenario);
  const shown = code === 'alle' || codes.includes(code) ? code : 'alle';
  const pdf = async (): Promise<void> => {
    if (!appInfo().kan.pdf) return print();
    try {
      const naam = await bewaar(await roep('pdf.maak', { naam: `Voorstel ${scenario.naam}`.slice(0, 200), liggend: true }));
      if (naam !== undefined) tell(`Opgeslagen als ${naam}.`);
    } catch (fault) {
      tellFault(fault);
    }
  };
  return (
    <>
      <div className="toolbar screen-only">
        <div className="compare-scenario"><Select label="Pagina van" labelHidden value={shown} options={[{ value: 'alle', label: 'Besluit, alle gemeenten samen' }, ...codes.map((c) => ({ value: c, label: project.gemeenten.find((g) => g.code === c)?.naam ?? c }))]} onChange={setCode} /></div>
        <p className="note">Zo komt het op papier. Vertrouwelijk – herleidbaar: deel het alleen met wie het op een wettelijke grondslag mag zien.</p>
        <Button icon="print" onPress={() => void pdf()}>{appInfo().kan.pdf ? 'Als PDF bewaren…' : 'Afdrukken…'}</Button>
      </div>
      <article className="paper">{shown === 'alle' ? <Decision d={d} /> : <OwnGemeente d={d} code={shown} />}</article>
    </>
  );
}

function Decision({ d }: { d: Doorgerekend }) {
  const { project, stand } = useOpen();
  const [unit] = useUnit();
  const { scenario, uitkomst, evaluatie, nul } = d;
  const years = evaluatie.kader.jaren;
  const last = years.length - 1;
  const naam = new Map(project.gemeenten.map((g) => [g.code, g.naam]));
  const deelnemers = evaluatie.deelnemers.map((k) => d.gegevens.gemeenten[k]!);
  const without = Object.values(uitkomst.zonderToegang).reduce((a, b) => a + b, 0);
  const starts = [...new Set(scenario.arrangementen.map((a) => a.start))].sort();
  const effect = uitkomst.effect.perJaar[last] ?? 0;
  const cheaper = deelnemers.filter((g) => directionOf(uitkomst.effect.perGemeente[g.code]?.[last] ?? 0) === 'V').length;
  const spec = useMemo(() => ({ kind: 'effect' as const, labels: years.map(String), effect: uitkomst.effect.perJaar, cumulative: uitkomst.effect.cumulatief }), [years, uitkomst]);
  const v = verdelingVan(scenario);
  const sentences = [
    `De colleges van ${deelnemers.map((g) => g.naam).join(', ')} wordt gevraagd in te stemmen met collectieve arrangementen op ${count(scenario.arrangementen.length, 'school', 'scholen')}, vanaf ${starts[0] ? formatMonth(starts[0]) : 'een nader te bepalen maand'}.`,
    `Dat kost de gemeenten in ${years[last]} samen ${formatEuroShort(uitkomst.collectief[last] ?? 0)}; individuele jeugdhulp daalt, zodat zij in dat jaar samen ${formatEffectShort(effect)} ${directionWord(directionOf(effect))} uitkomen ten opzichte van niets doen.`,
    `Over ${years[0]}–${years[last]} opgeteld is dat ${formatEffectShort(uitkomst.effect.cumulatief[last] ?? 0)}; ${uitkomst.terugverdienmaand === null ? 'binnen die periode verdient het zich niet terug' : `vanaf ${formatMonth(uitkomst.terugverdienmaand)} is het terugverdiend`}.`,
    `De kosten worden verdeeld naar ${sleutelWoorden(v.sleutel)}${v.bereik === 'school' ? ', per school' : ', over de hele regio'}${v.ingroei ? ', met ingroei' : ''}; in ${years[last]} is dat voor ${cheaper} van de ${deelnemers.length} gemeenten voordelig.`,
    without === 0 ? 'Alle leerlingen van deze scholen hebben toegang.' : `${count(without, 'leerling heeft', 'leerlingen hebben')} geen toegang, omdat hun gemeente niet meedoet.`,
  ];
  return (
    <>
      <header className="paper-head">
        <p className="note">{project.naam}{stand.voorbeeld && <b> · VOORBEELD, bedragen fictief</b>}</p>
        <h2>Besluit: {scenario.naam}</h2>
      </header>
      <ol className="paper-sentences">{sentences.map((s) => <li key={s}>{s}</li>)}</ol>
      <div className="paper-columns">
        <ChartFrame
          holds={{ scenarios: [scenario.id], published: (p) => publishedEffect(p, scenario.id, unit) }}
          title={effectBoodschap(years, uitkomst.effect.perJaar)}
          subtitle={`Effect op gemeenten per jaar en opgeteld, ${unitLabel(unit)}`}
          description={years.map((y, i) => `${y} ${effectText(uitkomst.effect.perJaar[i] ?? 0, unit)}`).join(', ')}
          spec={spec}
          height={220}
          table={{ columns: ['Jaar', 'Effect', 'Opgeteld'], rows: years.map((y, i) => [String(y), effectText(uitkomst.effect.perJaar[i] ?? 0, unit), effectText(uitkomst.effect.cumulatief[i] ?? 0, unit)]) }}
        />
        <table className="lines">
          <caption className="visually-hidden">Kosten en effect per jaar</caption>
          <thead><tr><th scope="col">{unitLabel(unit)}</th>{years.map((y) => <th key={y} scope="col" className="number">{y}</th>)}</tr></thead>
          <tbody>
            <tr><td>Nulscenario</td>{nul.perJaar.map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}</tr>
            <tr><td>Blijft individueel</td>{years.map((y, i) => <td key={y} className="number">{formatAmount(Object.values(uitkomst.individueel).reduce((s, r) => s + (r[i] ?? 0), 0), unit)}</td>)}</tr>
            <tr><td>Collectieve inzet</td>{uitkomst.collectief.map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}</tr>
            <tr><td>waarvan eenmalig</td>{uitkomst.eenmalig.map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}</tr>
          </tbody>
          <tfoot><tr><td>Effect</td>{uitkomst.effect.perJaar.map((n, i) => <td key={years[i]} className="number"><Effect value={n} unit={unit} /></td>)}</tr></tfoot>
        </table>
      </div>
      <table className="lines">
        <caption className="paper-caption">Per gemeente, {unitLabel(unit)}</caption>
        <thead><tr><th scope="col">Gemeente</th>{years.map((y) => <th key={y} scope="col" className="number">Bijdrage {y}</th>)}{years.map((y) => <th key={y} scope="col" className="number">Effect {y}</th>)}</tr></thead>
        <tbody>
          {Object.keys(uitkomst.bijdragen).map((code) => (
            <tr key={code}>
              <td>{naam.get(code)}</td>
              {(uitkomst.bijdragenAfgerond[code] ?? []).map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}
              {(uitkomst.effect.perGemeente[code] ?? []).map((n, i) => <td key={years[i]} className="number"><Effect value={n} unit={unit} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function OwnGemeente({ d, code }: { d: Doorgerekend; code: string }) {
  const { project, stand } = useOpen();
  const [unit] = useUnit();
  const { scenario, uitkomst, nul } = d;
  const gemeente = project.gemeenten.find((g) => g.code === code)!;
  const years = horizonVan(project.uitgangspunten);
  const last = years.length - 1;
  const row = (list: Record<string, readonly number[]>): readonly number[] => list[code] ?? years.map(() => 0);
  const effect = row(uitkomst.effect.perGemeente);
  const pupils = project.leerlingen.filter((l) => l.gemeente === code && scenario.arrangementen.some((a) => a.school === l.school)).reduce((s, l) => s + l.aantal, 0);
  const spec = { kind: 'effect' as const, labels: years.map(String), effect };
  return (
    <>
      <header className="paper-head">
        <p className="note">{project.naam} · {scenario.naam}{stand.voorbeeld && <b> · VOORBEELD, bedragen fictief</b>}</p>
        <h2>{gemeente.naam}</h2>
      </header>
      <p>
        {formatNumber(pupils)} leerlingen uit {gemeente.naam} gaan naar deze scholen. In {years[last]} draagt de gemeente {formatEuroShort(row(uitkomst.bijdragen)[last] ?? 0)} bij en is zij {formatEffectShort(effect[last] ?? 0)} {directionWord(directionOf(effect[last] ?? 0))} uit ten opzichte van niets doen
        {gemeente.inwoners ? `, € ${formatNumber(Math.abs((effect[last] ?? 0) / gemeente.inwoners), 2)} per inwoner` : ''}.
      </p>
      <div className="paper-columns">
        <ChartFrame
          holds={{ scenarios: [scenario.id], published: (p) => publishedOwnEffect(p, scenario.id, code, unit) }}
          title={effectBoodschap(years, effect)}
          subtitle={`Effect op ${gemeente.naam} per jaar, ${unitLabel(unit)}`}
          description={years.map((y, i) => `${y} ${effectText(effect[i] ?? 0, unit)}`).join(', ')}
          spec={spec}
          height={200}
          table={{ columns: ['Jaar', 'Effect'], rows: years.map((y, i) => [String(y), effectText(effect[i] ?? 0, unit)]) }}
        />
        <table className="lines">
          <caption className="visually-hidden">{gemeente.naam} per jaar</caption>
          <thead><tr><th scope="col">{unitLabel(unit)}</th>{years.map((y) => <th key={y} scope="col" className="number">{y}</th>)}</tr></thead>
          <tbody>
            <tr><td>Nulscenario</td>{row(nul.perGemeente).map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}</tr>
            <tr><td>Blijft individueel</td>{row(uitkomst.individueel).map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}</tr>
            <tr><td>Bijdrage</td>{row(uitkomst.bijdragenAfgerond).map((n, i) => <td key={years[i]} className="number">{formatAmount(n, unit)}</td>)}</tr>
          </tbody>
          <tfoot><tr><td>Effect</td>{effect.map((n, i) => <td key={years[i]} className="number"><Effect value={n} unit={unit} /></td>)}</tr></tfoot>
        </table>
      </div>
    </>
  );
}
