/** Which schools first: what each contributes of its own, what runs double meanwhile, and what fits a ceiling of double costs a year. */
import type { Fasering, Schoolbijdrage, Volgorde } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Segments } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { directionOf, formatAmount, formatEffectShort, formatEuro, unitLabel } from '../../format/amount.ts';
import { formatMonth, formatMonthShort } from '../../format/date.ts';
import { count, formatNumber } from '../../format/number.ts';
import { Answer, Sentences } from '../beslissen/Answer.tsx';
import { Part } from './Part.tsx';
import { useOne } from './one.tsx';
import { useRemembered } from './remembered.ts';
import { useSteadyAnswer } from './useSteady.ts';
import { som, type Vergeleken } from './verschil.ts';

type Show = 'effect' | 'dubbel' | 'eenmalig';
const SHOW: { value: Show; label: string }[] = [{ value: 'effect', label: 'Effect' }, { value: 'dubbel', label: 'Dubbele kosten' }, { value: 'eenmalig', label: 'Eenmalig' }];
type By = 'ncw' | 'terug';
const BY: { value: By; label: string }[] = [{ value: 'ncw', label: 'Op contante waarde' }, { value: 'terug', label: 'Op terugverdientijd' }];
/** More schools than this are not all drawn: the table has them. */
const MOST_BARS = 40;

/** The sentences that an answer without a ceiling has too. */
const ORDER_SENTENCES = 2;

export function Order({ compared }: { compared: readonly Vergeleken[] }) {
  const { one, choice } = useOne(compared);
  const [by, setBy] = useRemembered<By>('volgorde op', 'ncw');
  const [show, setShow] = useRemembered<Show>('volgorde toon', 'effect');
  const [plafond, setPlafond] = useRemembered<number | undefined>('volgorde plafond', undefined);
  const { scenario } = one.d;
  const order = useSteadyAnswer('beslissen.volgorde', { scenario: scenario.id }, 'Scholen op volgorde…');
  const phased = useSteadyAnswer('beslissen.volgorde', plafond === undefined ? undefined : { scenario: scenario.id, plafond }, 'Scholen binnen het plafond…');
  if (scenario.arrangementen.length === 0) return <><div className="toolbar">{choice}</div><p className="muted">Dit scenario heeft geen scholen met een arrangement.</p></>;
  return (
    <>
      <div className="toolbar">
        {choice}
        <Segments label="Volgorde" labelHidden value={by} options={BY} onChange={setBy} />
        <Segments label="Per jaar" labelHidden value={show} options={SHOW} onChange={setShow} />
      </div>
      <Answer outcome={order.outcome} progress={order.progress} what="Scholen op volgorde…">
        {(answer) => <><Ranking answer={answer} by={by} show={show} /><Sentences list={answer.zinnen} /></>}
      </Answer>
      <div className="compare-ask">
        <div className="compare-bound"><NumberField label="Plafond" unit="€ dubbele kosten per jaar" tip="plafond" minimum={0} step={10_000} optional placeholder="geen" value={plafond} onChange={setPlafond} /></div>
        {plafond === undefined && <p className="muted">Met een plafond staat hier welke scholen daarbinnen passen, en wanneer zij dan kunnen beginnen.</p>}
      </div>
      {plafond !== undefined && (
        <Answer outcome={phased.outcome} progress={phased.progress} what="Scholen binnen het plafond…">
          {(answer) => answer.fasering && <><Phasing fasering={answer.fasering} answer={answer} planned={new Map(scenario.arrangementen.map((a) => [a.school, a.start]))} /><Sentences list={answer.zinnen.slice(ORDER_SENTENCES)} /></>}
        </Answer>
      )}
    </>
  );
}

interface Row { key: string; naam: string; rank: number | undefined; perJaar: readonly number[]; school?: Schoolbijdrage }

const seriesOf = (s: Schoolbijdrage, show: Show): readonly number[] => ({ effect: s.effectPerJaar, dubbel: s.dubbelPerJaar, eenmalig: s.eenmaligPerJaar })[show];

function Ranking({ answer, by, show }: { answer: Volgorde; by: By; show: Show }) {
  const [unit] = useUnit();
  const { jaren, scholen, regionaalPerJaar } = answer;
  const order = by === 'ncw' ? answer.opNcw : answer.opTerugverdientijd;
  const known = new Map(scholen.map((s) => [s.school, s]));
  const rows = order.map((id, i): Row => {
    const school = known.get(id)!;
    return { key: id, naam: school.naam, rank: i + 1, perJaar: seriesOf(school, show), school };
  });
  const schools = jaren.map((_, y) => som(rows.map((r) => r.perJaar[y] ?? 0)));
  // Regional lines belong to no school: only the effect has them beside it.
  const footer: Row[] = show === 'effect'
    ? [{ key: ' regionaal', naam: 'Regionale inzet', rank: undefined, perJaar: regionaalPerJaar }, { key: ' samen', naam: 'Samen', rank: undefined, perJaar: schools.map((v, y) => v + (regionaalPerJaar[y] ?? 0)) }]
    : [{ key: ' samen', naam: 'Samen', rank: undefined, perJaar: schools }];
  const money = (id: string, title: string, value: (r: Row) => number | undefined, isEffect: boolean): Column<Row> => ({
    id, title, unit: unitLabel(unit), width: 116, align: 'right', sort: value, copy: (r) => String(value(r) ?? ''),
    text: (r) => (value(r) === undefined ? '' : isEffect ? effectText(value(r)!, unit) : formatAmount(value(r)!, unit)),
    ...(isEffect && { render: (r: Row) => (value(r) === undefined ? '' : <Effect value={value(r)!} unit={unit} />) }),
  });
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'School', width: 148, grow: 1, text: (r) => r.naam, sort: (r) => r.naam },
    { id: 'plaats', title: 'Plaats', width: 56, align: 'right', text: (r) => (r.rank === undefined ? '' : formatNumber(r.rank)), sort: (r) => r.rank },
    money('ncw', 'Contante waarde', (r) => r.school?.ncw, true),
    { id: 'terug', title: 'Terugverdiend', width: 106, align: 'right', text: (r) => (!r.school ? '' : r.school.terugverdienmaand === null ? `niet t/m ${jaren.at(-1)}` : formatMonthShort(r.school.terugverdienmaand)), sort: (r) => r.school?.terugverdienmaand ?? undefined },
    ...jaren.map((year, y) => money(`j${year}`, String(year), (r) => r.perJaar[y] ?? 0, show === 'effect')),
    money('som', 'Opgeteld', (r) => som([...r.perJaar]), show === 'effect'),
  ];
  const best = answer.opNcw.map((id) => known.get(id)!);
  const shown = best.slice(0, MOST_BARS);
  const [first] = shown;
  return (
    <>
      <Part title={`${SHOW.find((s) => s.value === show)!.label} per school en jaar`} note={show === 'dubbel' ? 'Zorg die straks vervangen is, maar nog loopt in de maanden dat het team er al is.' : show === 'effect' ? 'Het eigen effect van elke school, zonder de andere scholen.' : undefined} voorbeeld={answer.voorbeeld}>
        <DataGrid holds="intern" label="Scholen op volgorde" name="volgorde" columns={columns} rows={rows} rowKey={(r) => r.key} footer={footer} />
      </Part>
      {first && (
        <ChartFrame
          holds="intern"
          title={directionOf(first.ncw) === 'V' ? `${first.naam} draagt het meest bij: ${formatEffectShort(first.ncw)}` : `Geen school is over ${jaren[0]}–${jaren.at(-1)} voordelig; ${first.naam} komt het dichtst bij`}
          subtitle={`Contante waarde van het eigen effect, ${jaren[0]}–${jaren.at(-1)}, ${unitLabel(unit)}${best.length > shown.length ? `; de eerste ${MOST_BARS} scholen` : ''}`}
          description={shown.map((s) => `${s.naam} ${effectText(s.ncw, unit)}`).join(', ')}
          spec={{ kind: 'effects', labels: shown.map((s) => s.naam), values: shown.map((s) => s.ncw) }}
          table={{ columns: ['School', 'Contante waarde', 'Terugverdiend'], rows: best.map((s) => [s.naam, effectText(s.ncw, unit), s.terugverdienmaand === null ? 'niet' : formatMonth(s.terugverdienmaand)]) }}
          height={Math.max(80, shown.length * 26 + 8)}
        />
      )}
    </>
  );
}

interface Phase { school: string; naam: string; planned: string | undefined; start: string | undefined; later: number | undefined }

function Phasing({ fasering, answer, planned }: { fasering: Fasering; answer: Volgorde; planned: ReadonlyMap<string, string> }) {
  const [unit] = useUnit();
  const { jaren } = answer;
  const most = Math.max(...fasering.dubbelPerJaar);
  const rows: Phase[] = [
    ...fasering.scholen.map((s): Phase => ({ school: s.school, naam: s.naam, planned: planned.get(s.school), start: s.start, later: s.jarenLater })),
    ...fasering.pastNiet.map((id): Phase => ({ school: id, naam: answer.scholen.find((s) => s.school === id)?.naam ?? id, planned: planned.get(id), start: undefined, later: undefined })),
  ];
  const columns: Column<Phase>[] = [
    { id: 'naam', title: 'School', width: 170, grow: 1, text: (r) => r.naam, sort: (r) => r.naam },
    { id: 'gepland', title: 'Start in het scenario', width: 132, align: 'right', text: (r) => (r.planned ? formatMonthShort(r.planned) : ''), sort: (r) => r.planned },
    { id: 'start', title: 'Start binnen het plafond', width: 132, align: 'right', text: (r) => (r.start ? formatMonthShort(r.start) : 'past niet'), sort: (r) => r.start },
    { id: 'later', title: 'Later', width: 88, align: 'right', text: (r) => (r.later === undefined ? '' : r.later === 0 ? 'nee' : `${formatNumber(r.later)} jaar`), sort: (r) => r.later },
  ];
  return (
    <>
      <Part title={`Binnen ${formatEuro(fasering.plafond)} dubbele kosten per jaar ${fasering.scholen.length === 1 ? 'past' : 'passen'} ${count(fasering.scholen.length, 'school', 'scholen')} van de ${formatNumber(rows.length)}`} note="Op volgorde van contante waarde begint elke school zo vroeg als er ruimte is: op haar eigen datum of hele jaren later." voorbeeld={answer.voorbeeld}>
        <DataGrid holds="intern" label="Fasering binnen het plafond" name="fasering" columns={columns} rows={rows} rowKey={(r) => r.school} />
      </Part>
      {fasering.scholen.length > 0 && (
        <ChartFrame
          holds="intern"
          title={`Ten hoogste ${formatEuro(most)} dubbele kosten in een jaar, in ${jaren[fasering.dubbelPerJaar.indexOf(most)]}`}
          subtitle={`Van de scholen die passen, per jaar, ${unitLabel(unit)}; streeplijn is het plafond`}
          description={jaren.map((j, y) => `${j} ${formatAmount(fasering.dubbelPerJaar[y] ?? 0, unit)}`).join(', ')}
          spec={{ kind: 'amounts', labels: jaren.map(String), values: fasering.dubbelPerJaar, bound: fasering.plafond }}
          table={{ columns: ['Jaar', 'Dubbele kosten'], rows: jaren.map((j, y) => [String(j), formatAmount(fasering.dubbelPerJaar[y] ?? 0, unit)]) }}
          height={jaren.length * 26 + 24}
        />
      )}
    </>
  );
}
