/** What follows from the scenario, with every keystroke: the effect, who has no access, per gemeente, and what to look at. Of a frozen copy what was stored. */
import { useMemo, useState, type ReactNode } from 'react';
import { waarschuwingen } from '../../../models/project/waarschuwingen.ts';
import type { Melding, VolledigScenario } from '../../../models/project/types.ts';
import type { ScenarioUitkomst } from '../../../models/rekenen/types.ts';
import { disconteringsvoetVan } from '../../../models/project/standaard.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { faultPlace, faultSentence } from '../../app/faults.ts';
import { useUnit } from '../../app/unit.ts';
import { Effect, Figure, OpenFigure, effectText } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Select } from '../../components/Select.tsx';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatMonth } from '../../format/date.ts';
import { count, formatShare } from '../../format/number.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withoutTeam, withoutTeamText } from '../../stand/team.ts';
import { explain } from '../uitleg/explain.ts';
import type { Vraag } from '../uitleg/vraag.ts';
import { effectBoodschap } from '../uitleg/boodschap.ts';
import { publishedEffect } from '../../lezer/charts.ts';
import { useEditing } from './context.ts';

/** What the panel shows. */
interface Shown {
  scenario: VolledigScenario;
  years: readonly number[];
  uitkomst: ScenarioUitkomst;
  /** Of the calculation. */
  meldingen: readonly Melding[];
  /** Frozen: when and under which fingerprint. Its figures stand as they are: what is explained is the scenario of today. */
  vastgesteld?: string;
}

export function Outcome() {
  const { scenario, uitslag } = useEditing();
  const d = uitslag.ok ? uitslag.doorgerekend : undefined;
  const shown = useMemo((): Shown | undefined => d && { scenario: d.scenario, years: d.evaluatie.kader.jaren, uitkomst: d.uitkomst, meldingen: d.evaluatie.waarschuwingen }, [d]);
  return (
    <aside className="outcome" aria-label={`Uitkomst van ${scenario.naam}`}>
      {shown ? <Figures d={shown} /> : <Blocked faults={uitslag.ok ? [] : uitslag.fouten} />}
    </aside>
  );
}

/** The stored outcome of a frozen copy. */
export function FrozenOutcome(d: Shown) {
  return <aside className="outcome" aria-label={`Vastgestelde uitkomst van ${d.scenario.naam}`}><Figures d={d} /></aside>;
}

/** A figure that opens to its explanation, where there is one. */
function Explained({ d, label, vraag, children }: { d: Shown; label: string | undefined; vraag: Vraag; children: ReactNode }) {
  return d.vastgesteld === undefined ? <OpenFigure label={label} onOpen={() => explain(vraag)}>{children}</OpenFigure> : <span className="figure">{children}</span>;
}

/** Why there are no figures, and where that is mended. */
function Blocked({ faults }: { faults: readonly Melding[] }) {
  const { project } = useOpen();
  const waiting = faults.every((f) => f.code === '');
  return (
    <>
      <p className="outcome-label">Uitkomst</p>
      {waiting ? faults.map((f) => <p key={f.tekst} className="muted">{f.tekst}</p>) : (
        <>
          <p>Nog niet te berekenen:</p>
          <ul>{faults.slice(0, 8).map((f) => {
            const place = faultPlace(project, f);
            return <li key={f.pad + f.tekst}><Notice level="fault">{faultSentence(f)}{place && <> <a href={place.address}>Naar {place.label}</a></>}</Notice></li>;
          })}</ul>
          {faults.length > 8 && <p className="muted">En {faults.length - 8} andere.</p>}
        </>
      )}
    </>
  );
}

function Figures({ d }: { d: Shown }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const { uitkomst, scenario, years } = d;
  const [chosenYear, setYear] = useState<number>();
  const year = chosenYear !== undefined && years.includes(chosenYear) ? chosenYear : years.at(-1)!;
  const y = years.indexOf(year);
  const effect = uitkomst.effect.perJaar[y] ?? 0;
  const cumulative = uitkomst.effect.cumulatief.at(-1) ?? 0;
  const oneOff = uitkomst.eenmalig.reduce((a, b) => a + b, 0);
  const period = `${years[0]}–${years.at(-1)}`;
  const spec = useMemo(() => ({ kind: 'effect' as const, labels: years.map(String), effect: uitkomst.effect.perJaar, cumulative: uitkomst.effect.cumulatief }), [years, uitkomst]);
  const message = effectBoodschap(years, uitkomst.effect.perJaar);

  return (
    <>
      <div>
        <div className="outcome-row">
          <p className="outcome-label" data-tip="effect">Effect op gemeenten in {year}, {unitLabel(unit)}</p>
          <Select label="Jaar" labelHidden value={String(year)} options={years.map((v) => ({ value: String(v), label: String(v) }))} onChange={(v) => setYear(Number(v))} />
        </div>
        <p className="outcome-key">
          <Explained d={d} label={`Effect in ${year}`} vraag={{ soort: 'effect', scenario: scenario.id, jaar: y }}><Effect key={y} value={effect} unit={unit} changing /></Explained>
        </p>
        <p className="outcome-message note">Scenario min nulscenario, structureel en incidenteel</p>
      </div>
      <Access d={d} />
      <dl className="outcome-facts outcome-more">
        <dt data-tip="cumulatief">Opgeteld {period}</dt>
        <dd><Explained d={d} label={`Opgeteld ${period}`} vraag={{ soort: 'effect', scenario: scenario.id, jaar: 'alle' }}><Effect value={cumulative} unit={unit} changing /></Explained></dd>
        <dt data-tip="terugverdienmaand">Terugverdiend</dt>
        <dd><Figure text={uitkomst.terugverdienmaand === null ? 'niet binnen de periode' : formatMonth(uitkomst.terugverdienmaand)} /></dd>
        <dt data-tip="ncw">Netto contant ({formatShare(disconteringsvoetVan(project.uitgangspunten))})</dt>
        <dd><Effect value={uitkomst.ncw} unit={unit} changing /></dd>
        <dt>Waarvan eenmalig</dt>
        <dd><Figure text={formatAmount(oneOff, unit)} /></dd>
        <dt>Alle dragers, opgeteld</dt>
        <dd><Effect value={uitkomst.alleDragers.reduce((a, b) => a + b, 0)} unit={unit} changing /></dd>
      </dl>
      <div className="outcome-more">
        <ChartFrame
          holds={d.vastgesteld === undefined ? { scenarios: [scenario.id], published: (p) => publishedEffect(p, scenario.id, unit) } : 'intern'}
          title={message}
          subtitle={`Effect per jaar en opgeteld, ${unitLabel(unit)}, ${period}${d.vastgesteld === undefined ? '' : `; ${d.vastgesteld}`}`}
          description={`Effect op gemeenten per jaar: ${years.map((v, i) => `${v} ${effectText(uitkomst.effect.perJaar[i] ?? 0, unit)}`).join(', ')}; opgeteld ${effectText(cumulative, unit)}.`}
          spec={spec}
          height={190}
          table={{ columns: ['Jaar', 'Effect', 'Opgeteld'], rows: years.map((v, i) => [String(v), effectText(uitkomst.effect.perJaar[i] ?? 0, unit), effectText(uitkomst.effect.cumulatief[i] ?? 0, unit)]) }}
        />
      </div>
      <PerGemeente d={d} y={y} year={year} />
      <Warnings d={d} />
    </>
  );
}

/** Always in sight: pupils whose gemeente does not take part. */
function Access({ d }: { d: Shown }) {
  const { project } = useOpen();
  const perSchool = Object.entries(d.uitkomst.zonderToegang).filter(([, n]) => n > 0);
  const total = perSchool.reduce((s, [, n]) => s + n, 0);
  const unstaffed = withoutTeam(d.scenario);
  if (d.scenario.arrangementen.length === 0) return <div className="outcome-access" data-tip="zonderToegang"><Notice level="info">Nog geen school met een arrangement.</Notice></div>;
  return (
    <div className="outcome-access" data-tip="zonderToegang">
      {total === 0 ? <Notice level="good">Alle leerlingen van deze scholen hebben toegang.</Notice> : (
        <Notice>
          <Explained d={d} label={undefined} vraag={{ soort: 'zonderToegang', scenario: d.scenario.id }}><b>{count(total, 'leerling', 'leerlingen')} zonder toegang</b></Explained>
          {' '}op {perSchool.length === 1 ? (project.scholen.find((s) => s.id === perSchool[0]![0])?.naam ?? '') : count(perSchool.length, 'school', 'scholen')}: hun gemeente doet niet mee.
        </Notice>
      )}
      {unstaffed > 0 && <Notice>{withoutTeamText(unstaffed)}</Notice>}
    </div>
  );
}

function PerGemeente({ d, y, year }: { d: Shown; y: number; year: number }) {
  const { project } = useOpen();
  const [unit] = useUnit();
  const { uitkomst, scenario } = d;
  const frozen = d.vastgesteld !== undefined;
  const rows = project.gemeenten.filter((g) => g.code in uitkomst.bijdragen || Math.abs(uitkomst.effect.perGemeente[g.code]?.[y] ?? 0) > 0.005);
  const paid = Object.values(uitkomst.bijdragen).reduce((s, r) => s + (r[y] ?? 0), 0);
  return (
    <div className="outcome-more">
      <table className="outcome-table">
        <caption className="visually-hidden">Bijdrage en effect per gemeente in {year}</caption>
        <thead><tr><th scope="col">Gemeente</th><th scope="col" className="number">Bijdrage {year}<br />{unitLabel(unit)}</th><th scope="col" className="number">Effect {year}<br />{unitLabel(unit)}</th></tr></thead>
        <tbody>
          {rows.map((g) => (
            <tr key={`${g.code} ${y}`}>
              <td title={g.naam}>{g.naam}</td>
              <td className="number">{g.code in uitkomst.bijdragen ? <Figure text={formatAmount(uitkomst.bijdragenAfgerond[g.code]![y] ?? 0, unit)} label={`Bijdrage ${g.naam}`} onOpen={frozen ? undefined : () => explain({ soort: 'bijdrage', scenario: scenario.id, gemeente: g.code, jaar: y })} /> : '–'}</td>
              <td className="number"><Explained d={d} label={`Effect ${g.naam}`} vraag={{ soort: 'effect', scenario: scenario.id, gemeente: g.code, jaar: y }}><Effect value={uitkomst.effect.perGemeente[g.code]?.[y] ?? 0} unit={unit} changing /></Explained></td>
            </tr>
          ))}
          <tr>
            <td>Samen</td>
            <td className="number"><Figure text={formatAmount(paid, unit)} label="Bijdragen samen" onOpen={frozen ? undefined : () => explain({ soort: 'collectief', scenario: scenario.id, jaar: y })} /></td>
            <td className="number"><Effect value={uitkomst.effect.perJaar[y] ?? 0} unit={unit} changing /></td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

const GROUP: Record<string, (n: number) => string> = {
  W01: () => 'Een arrangement begint voor het eerste begrotingsjaar',
  W02: () => 'Prijs en loon stijgen verschillend zonder bron',
  W04: (n) => `${count(n, 'pot is', 'potten zijn')} met een andere sleutel verdeeld`,
  W05: () => 'Negatieve kosten tellen als 0',
  W08: () => 'Een bestaand arrangement eindigt en er volgt niets',
  W09: (n) => `${count(n, 'onderdeel', 'onderdelen')} zonder bron of nog voorbeeld`,
};

/** Warnings of this scenario and of what all scenarios share; those about rows stand at step 2. */
function Warnings({ d }: { d: Shown }) {
  const { project } = useOpen();
  const shown = useMemo(() => {
    const index = project.scenarios.findIndex((s) => s.id === d.scenario.id);
    const all = [...d.meldingen, ...waarschuwingen({ ...project, indicaties: [] })].filter((w) => w.code !== 'W07' && (!w.pad.startsWith('scenarios[') || w.pad.startsWith(`scenarios[${index}]`)));
    const groups = new Map<string, Melding[]>();
    for (const w of all) groups.set(w.code, [...(groups.get(w.code) ?? []), w]);
    return [...groups];
  }, [project, d]);
  if (shown.length === 0) return null;
  return (
    <div className="outcome-warnings outcome-more">
      <h2>Let op</h2>
      {shown.map(([code, list]) => (
        <details key={code}>
          <summary><Icon name="warning" tone="warning" /><span>{GROUP[code]?.(list.length) ?? list[0]?.tekst} <span className="note">{code}</span></span></summary>
          <ul>{list.map((w) => <li key={w.pad + w.tekst} className="note">{w.tekst}</li>)}</ul>
        </details>
      ))}
    </div>
  );
}
