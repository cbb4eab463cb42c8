/**
 * Would anyone be better off leaving? For who prepares the decision: it is not in the presentation and not in the voorstel, and what leaves this page says
 * that it is internal.
 */
import { useState } from 'react';
import { ingroeiVanaf, isFormule, opgeteldTotEen, verdelingVan } from '../../../models/project/standaard.ts';
import { SLEUTELVARIABELEN, type Gewichten, type VolledigScenario } from '../../../models/project/types.ts';
import { ingroeiaandeel } from '../../../models/rekenen/ingroei.ts';
import type { Groepsvoordeel, Houdbaarheid } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Button } from '../../components/Button.tsx';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { tell } from '../../components/Toast.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { count, formatNumber, formatShare } from '../../format/number.ts';
import { VARIABELEN } from '../../help/words.ts';
import { useReadOnly } from '../../stand/hooks.ts';
import { withSource, withValue, wijzigScenario } from '../../stand/scenario.ts';
import { ongedaan } from '../../stand/store.ts';
import { Answer, Sentences, unbroken } from '../beslissen/Answer.tsx';
import { figureWords, useFigureChoice } from '../beslissen/FigureChoice.tsx';
import { SourceMark } from '../scenarios/SourceMark.tsx';
import { Part } from './Part.tsx';
import { useOne } from './one.tsx';
import { useSteadyAnswer } from './useSteady.ts';
import type { Vergeleken } from './verschil.ts';

const WHAT = 'het vaste deel van een team';

export function Stability({ compared }: { compared: readonly Vergeleken[] }) {
  const { one, choice } = useOne(compared);
  const readOnly = useReadOnly();
  const { keuze, controls } = useFigureChoice();
  const { scenario } = one.d;
  return (
    <>
      <div className="toolbar compare-narrow">
        <span className="intern">Alleen intern</span>
        {choice}
        {scenario.vastDeel !== undefined && (
          <>
            {controls}
            <div className="compare-fixed">
              <NumberField
                label="Vast deel van een team" unit="%" tip="vastDeel" scale={100} minimum={0} maximum={100} step={5} value={scenario.vastDeel} readOnly={readOnly}
                onChange={(vastDeel) => vastDeel !== undefined && wijzigScenario(scenario.id, (s) => withValue(s, { vastDeel }), `Vast deel van een team ${formatShare(vastDeel)}`, 'vastDeel')}
              />
              <SourceMark name={WHAT} source={scenario.herkomst?.['vastDeel']} onChange={readOnly ? undefined : (source) => wijzigScenario(scenario.id, (s) => withSource(s, 'vastDeel', source), `Bron van ${WHAT}`)} />
            </div>
          </>
        )}
      </div>
      {scenario.vastDeel === undefined ? <AskFixedShare key={scenario.id} scenario={scenario} readOnly={readOnly} /> : <Held scenario={scenario} keuze={keuze} readOnly={readOnly} />}
    </>
  );
}

/** There is no value that would do until someone says so. */
function AskFixedShare({ scenario, readOnly }: { scenario: VolledigScenario; readOnly: boolean }) {
  const [share, setShare] = useState<number>();
  const [bron, setBron] = useState('');
  return (
    <form
      className="form ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (share === undefined) return;
        wijzigScenario(scenario.id, (s) => withSource({ ...s, vastDeel: share }, 'vastDeel', bron.trim() === '' ? { status: 'aanname' } : { bron: bron.trim(), status: 'aanname' }), `Vast deel van een team ${formatShare(share)}`);
      }}
    >
      <h2>Welk deel van een team is nodig, hoeveel leerlingen er ook zijn?</h2>
      <p>Doet een gemeente niet mee, dan wordt een team kleiner, maar niet naar verhouding: een deel is er altijd voor nodig. Van dat deel hangt af wat een kleinere groep zou betalen. Er is geen gebruikelijke waarde voor; vul in wat hier geldt en waar dat vandaan komt.</p>
      {readOnly ? <Notice level="info">Het project is alleen te lezen; het vaste deel kan hier niet worden ingevuld.</Notice> : (
        <>
          <div className="fields fields-wide">
            <NumberField label="Vast deel van een team" unit="%" tip="vastDeel" scale={100} minimum={0} maximum={100} step={5} optional placeholder="0 tot en met 100" value={share} onChange={setShare} />
            <TextField label="Bron" value={bron} onChange={setBron} placeholder="bijvoorbeeld notitie bezetting teams" />
          </div>
          <div><Button kind="primary" type="submit" isDisabled={share === undefined}>Vastleggen</Button></div>
        </>
      )}
    </form>
  );
}

type Member = Houdbaarheid['gemeenten'][number];
/** Less than this nobody leaves for. */
const GAIN = 0.005;

function Held({ scenario, keuze, readOnly }: { scenario: VolledigScenario; keuze: Houdbaarheid['keuze']; readOnly: boolean }) {
  const [unit] = useUnit();
  const { outcome, progress } = useSteadyAnswer('beslissen.houdbaarheid', { scenario: scenario.id, keuze }, 'Alle groepen worden nagegaan…');
  return (
    <Answer outcome={outcome} progress={progress} what="Alle groepen worden nagegaan…">
      {(answer) => (
        <>
          <p className="verdict verdict-line"><Icon name={answer.houdt ? 'check' : 'warning'} tone={answer.houdt ? 'v' : 'warning'} />{unbroken(answer.zinnen[0] ?? '')}</p>
          <ChartFrame
            holds="intern"
            title={answer.houdt ? 'Samen is voor elke gemeente ten minste even goed als alleen' : titleOf(answer.gemeenten)}
            subtitle={`Alleen intern. Effect ${figureWords(answer.keuze, answer.jaren, [])}, ${unitLabel(unit)}; balk samen, ● alleen, △ Shapley, □ SCRB`}
            description={answer.gemeenten.map((g) => `${g.naam} samen ${effectText(g.samen, unit)}, alleen ${effectText(g.alleen, unit)}, Shapley ${effectText(g.shapley, unit)}, SCRB ${effectText(g.scrb, unit)}`).join('; ')}
            spec={{
              kind: 'against', name: 'Samen', labels: answer.gemeenten.map((g) => g.naam), values: answer.gemeenten.map((g) => g.samen),
              marks: [{ name: 'Alleen', values: answer.gemeenten.map((g) => g.alleen) }, { name: 'Shapley', values: answer.gemeenten.map((g) => g.shapley) }, { name: 'SCRB', values: answer.gemeenten.map((g) => g.scrb) }],
            }}
            table={{ columns: ['Gemeente', 'Samen', 'Alleen', 'Shapley', 'SCRB'], rows: answer.gemeenten.map((g) => [g.naam, ...[g.samen, g.alleen, g.shapley, g.scrb].map((v) => effectText(v, unit))]) }}
            height={answer.gemeenten.length * 30 + 48}
          />
          <Members answer={answer} />
          <Sentences list={answer.zinnen.slice(1)} />
          {answer.herstel && <Repair herstel={answer.herstel} answer={answer} scenario={scenario} readOnly={readOnly} />}
          {answer.groepen.length > 0 && <Groups answer={answer} />}
        </>
      )}
    </Answer>
  );
}

function titleOf(members: readonly Member[]): string {
  const alone = members.filter((g) => g.samen - g.alleen > GAIN);
  if (alone.length === 0) return 'Geen gemeente is alleen beter uit, een groep wel';
  return `${alone.length === 1 ? alone[0]!.naam : `${count(alone.length, 'gemeente', 'gemeenten')} van de ${formatNumber(members.length)}`} ${alone.length === 1 ? 'is' : 'zijn'} alleen beter uit`;
}

function Members({ answer }: { answer: Houdbaarheid }) {
  const [unit] = useUnit();
  const column = (id: string, title: string, explanation: string, value: (g: Member) => number): Column<Member> => ({
    id, title, unit: unitLabel(unit), explanation, width: 120, align: 'right', text: (g) => effectText(value(g), unit), copy: (g) => String(value(g)), sort: value, render: (g) => <Effect value={value(g)} unit={unit} />,
  });
  const sum = (value: (g: Member) => number): number => answer.gemeenten.reduce((s, g) => s + value(g), 0);
  const footer: Member = { gemeente: '', naam: 'Deelnemers samen', samen: sum((g) => g.samen), alleen: sum((g) => g.alleen), shapley: sum((g) => g.shapley), scrb: sum((g) => g.scrb) };
  const columns: Column<Member>[] = [
    { id: 'naam', title: 'Gemeente', width: 170, grow: 1, text: (g) => g.naam, sort: (g) => g.naam },
    column('samen', 'Samen', 'Het effect als alle deelnemers meedoen, met de verdeling van het scenario', (g) => g.samen),
    column('alleen', 'Alleen', 'Het effect als alleen deze gemeente meedoet', (g) => g.alleen),
    column('voordeel', 'Samen min alleen', 'V: samen is beter; N: alleen is beter', (g) => g.samen - g.alleen),
    column('shapley', 'Shapley', 'Hulplijn: ieders gemiddelde bijdrage over alle volgordes waarin gemeenten kunnen aansluiten', (g) => g.shapley),
    column('scrb', 'SCRB', 'Hulplijn: eigen scheidbare kosten, en van de rest een deel naar wat samenwerken oplevert', (g) => g.scrb),
  ];
  return (
    <Part title={`Elke gemeente alleen en samen, ${figureWords(answer.keuze, answer.jaren, [])}`} note="Shapley en SCRB zijn hulplijnen, geen advies. Leerlingen van gemeenten die niet meedoen blijven hier individueel." voorbeeld={answer.voorbeeld}>
      <DataGrid holds="intern" label="Elke gemeente alleen en samen (intern)" name="houdbaarheid" columns={columns} rows={answer.gemeenten} rowKey={(g) => g.gemeente} footer={[footer]} />
    </Part>
  );
}

function Groups({ answer }: { answer: Houdbaarheid }) {
  const [unit] = useUnit();
  const nameOf = new Map(answer.gemeenten.map((g) => [g.gemeente, g.naam]));
  const names = (codes: readonly string[]): string => codes.map((code) => nameOf.get(code) ?? code).join(', ');
  // A large group is read by who is not in it.
  const words = ({ gemeenten }: Groepsvoordeel): string => (gemeenten.length > 3 && gemeenten.length > nameOf.size / 2 ? `Allen behalve ${names(answer.gemeenten.flatMap(({ gemeente }) => (gemeenten.includes(gemeente) ? [] : [gemeente])))}` : names(gemeenten));
  const effect = (id: string, title: string, value: (r: Groepsvoordeel) => number): Column<Groepsvoordeel> => ({
    id, title, unit: unitLabel(unit), width: 120, align: 'right', text: (r) => effectText(value(r), unit), copy: (r) => String(value(r)), sort: value, render: (r) => <Effect value={value(r)} unit={unit} />,
  });
  const columns: Column<Groepsvoordeel>[] = [
    { id: 'groep', title: 'Groep', width: 280, grow: 1, text: words, copy: (r) => names(r.gemeenten), sort: (r) => r.gemeenten.length },
    effect('samen', 'Nu, met allen', (r) => r.samen),
    effect('zonder', 'Zonder de anderen', (r) => r.zonder),
    { id: 'voordeel', title: 'Beter uit', unit: unitLabel(unit), width: 104, align: 'right', text: (r) => formatAmount(r.voordeel, unit), copy: (r) => String(r.voordeel), sort: (r) => r.voordeel },
  ];
  const hidden = answer.aantalGroepen - answer.groepen.length;
  return (
    <Part title={`Wie zonder de anderen beter uit is: ${count(answer.aantalGroepen, 'groep', 'groepen')}`} note={hidden > 0 ? `De ${formatNumber(answer.groepen.length)} groepen met het grootste voordeel; ${formatNumber(hidden)} andere niet.` : undefined} voorbeeld={answer.voorbeeld}>
      <DataGrid holds="intern" label="Groepen die zonder de anderen beter uit zijn (intern)" name="houdbaarheid-groepen" columns={columns} rows={answer.groepen} rowKey={(r) => r.gemeenten.join(' ')} />
    </Part>
  );
}

/** The smallest change that repairs it, to be taken over as one change that can be undone. */
function Repair({ herstel: { gewichten, ingroei }, answer, scenario, readOnly }: { herstel: NonNullable<Houdbaarheid['herstel']>; answer: Houdbaarheid; scenario: VolledigScenario; readOnly: boolean }) {
  const verdeling = verdelingVan(scenario);
  const now: Gewichten = isFormule(verdeling.sleutel) ? {} : opgeteldTotEen(verdeling.sleutel);
  const path = verdeling.ingroei ?? { aandeel: [] };
  const take = (values: Partial<typeof verdeling>, what: string): void => {
    wijzigScenario(scenario.id, (s) => ({ ...s, verdeling: withValue(verdelingVan(s), values) }), what);
    tell(`${what}.`, { label: 'Ongedaan', onPress: () => void ongedaan() });
  };
  if (!gewichten && !ingroei) return null;
  return (
    <Part title="De kleinste wijziging waarmee de verdeling houdt" note={`Gerekend: effect ${figureWords(answer.keuze, answer.jaren, [])}; met die wijziging nagerekend. Overnemen wijzigt het scenario; Ctrl+Z draait het terug.`} voorbeeld={answer.voorbeeld}>
      <div className="remedies">
        {gewichten && (
          <section className="remedy" aria-label="Andere gewichten">
            <h3>{gewichten.exact ? 'Gewichten van de sleutel' : 'Gewichten van de sleutel, langs rechte lijnen gezocht'}</h3>
            <table className="lines">
              <thead><tr><th scope="col">Gewicht</th><th scope="col" className="number">Nu</th><th scope="col" className="number">Wordt</th></tr></thead>
              <tbody>
                {SLEUTELVARIABELEN.filter((v) => (now[v] ?? 0) > 0 || (gewichten.sleutel[v] ?? 0) > 0).map((v) => (
                  <tr key={v}><th scope="row">{VARIABELEN[v]}</th><td className="number">{formatShare(now[v] ?? 0, 2)}</td><td className="number">{formatShare(gewichten.sleutel[v] ?? 0, 2)}</td></tr>
                ))}
              </tbody>
            </table>
            <p className="note">{formatShare(gewichten.verschoven, 2)} van het gewicht verschuift.</p>
            <div><Button isDisabled={readOnly} onPress={() => take({ sleutel: gewichten.sleutel }, 'Gewichten overgenomen uit Houdbaarheid')}>Gewichten overnemen</Button></div>
          </section>
        )}
        {ingroei && (
          <section className="remedy" aria-label="Vlakkere ingroei">
            <h3>Vlakkere ingroei</h3>
            <table className="lines">
              <thead><tr><th scope="col">Deel van de weg</th><th scope="col" className="number">Nu</th><th scope="col" className="number">Wordt</th></tr></thead>
              <tbody>{answer.jaren.map((year, y) => <tr key={year}><th scope="row">{year}</th><td className="number">{formatShare(ingroeiaandeel(path, y), 1)}</td><td className="number">{formatShare(ingroei.aandeel[y] ?? 1, 1)}</td></tr>)}</tbody>
            </table>
            <p className="note">Elke stap × {formatNumber(ingroei.factor, 3)}.</p>
            <div><Button isDisabled={readOnly} onPress={() => take({ ingroei: { ...path, van: ingroeiVanaf(path), aandeel: ingroei.aandeel } }, 'Ingroei overgenomen uit Houdbaarheid')}>Ingroei overnemen</Button></div>
          </section>
        )}
      </div>
    </Part>
  );
}
