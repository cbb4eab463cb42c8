/** Keys side by side: who gains and who loses by another division, always with profijt (kosten) as reference. */
import { useState, type ReactNode } from 'react';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { volledigScenario } from '../../../models/project/scenario.ts';
import { isFormule, verdelingVan } from '../../../models/project/standaard.ts';
import { SLEUTELVARIABELEN, type Sleutel } from '../../../models/project/types.ts';
import type { Gemeenteregel, Sleutelkeuze, Sleuteluitkomst, Sleutelvergelijking } from '../../../models/beslissen/types.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useUnit } from '../../app/unit.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox, Switch } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Effect, effectText } from '../../components/Figure.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { directionOf, formatAmount, formatEuro, formatEuroShort, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatPlain, formatSigned } from '../../format/number.ts';
import { sleutelWoorden, VARIABELEN } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { Answer, Sentences } from '../beslissen/Answer.tsx';
import { KeyFields } from '../scenarios/KeyFields.tsx';
import { Part } from './Part.tsx';
import { useOne } from './one.tsx';
import { useRemembered } from './remembered.ts';
import { useSteadyAnswer } from './useSteady.ts';
import { som, type Vergeleken } from './verschil.ts';

type Show = 'effect' | 'bijdrage' | 'procent' | 'inwoner' | 'jeugdige' | 'profijt' | 'eindstand';
const SHOW: { value: Show; label: string }[] = [
  { value: 'effect', label: 'Effect' }, { value: 'bijdrage', label: 'Bijdrage' }, { value: 'procent', label: 'Effect, % van eigen nulscenario' }, { value: 'inwoner', label: 'Effect per inwoner' },
  { value: 'jeugdige', label: 'Effect per inwoner 0–17 jaar' }, { value: 'profijt', label: 'Verschil met profijt' },
];
const END: { value: Show; label: string } = { value: 'eindstand', label: 'Jaar van de eindstand' };
const PROFIJT: Sleutel = { kosten: 1 };
const ALL = 'alle';
/** Beside profijt; a table with more is not read. */
const MOST_KEYS = 12;
/** More gemeenten than this are not all drawn: the table has them. */
const MOST_BARS = 40;

type Key = Sleutelvergelijking['sleutels'][number];

const idOf = (sleutel: Sleutel): string => JSON.stringify(sleutel);

interface Option { sleutel: Sleutel; naam: string; /** Chosen unless it was put off. */ first: boolean }

/** The keys to choose from: that of the scenario, each variable alone, those of other scenarios and what was made here. Profijt is always there. */
function useKeys(own: Sleutel): { keys: Sleutelkeuze[]; controls: ReactNode } {
  const { project } = useOpen();
  const [changed, setChanged] = useRemembered<Record<string, boolean>>('sleutels gekozen', {});
  const [made, setMade] = useRemembered<readonly Sleutel[]>('sleutels gemaakt', []);
  const [asking, setAsking] = useState(false);
  const options: Option[] = [];
  const offer = (sleutel: Sleutel, naam: string, first: boolean): void => {
    if (!gelijkeWaarde(sleutel, PROFIJT) && !options.some((o) => gelijkeWaarde(o.sleutel, sleutel))) options.push({ sleutel, naam, first });
  };
  offer(own, `${sleutelWoorden(own)} (gekozen)`, true);
  for (const v of SLEUTELVARIABELEN) offer({ [v]: 1 }, VARIABELEN[v], true);
  for (const sleutel of made) offer(sleutel, sleutelWoorden(sleutel), true);
  for (const { id } of project.scenarios) {
    const { sleutel } = verdelingVan(volledigScenario(project, id));
    offer(sleutel, sleutelWoorden(sleutel), false);
  }
  const isOn = ({ sleutel, first }: Option): boolean => changed[idOf(sleutel)] ?? first;
  const on = options.filter(isOn);
  const controls = (
    <>
      <fieldset className="compare-scenarios">
        <legend className="field-label">Sleutels</legend>
        <Checkbox isSelected isDisabled onChange={() => undefined}>{VARIABELEN.kosten}{gelijkeWaarde(own, PROFIJT) && ' (gekozen)'}</Checkbox>
        {options.map((o) => <Checkbox key={idOf(o.sleutel)} isSelected={isOn(o)} isDisabled={!isOn(o) && on.length >= MOST_KEYS} onChange={(to) => setChanged({ ...changed, [idOf(o.sleutel)]: to })}>{o.naam}</Checkbox>)}
      </fieldset>
      <Button icon="plus" isDisabled={on.length >= MOST_KEYS} onPress={() => setAsking(true)}>Andere sleutel</Button>
      {asking && (
        <AnotherKey
          start={own}
          onClose={() => setAsking(false)}
          onMade={(sleutel) => {
            setMade([...made.filter((m) => !gelijkeWaarde(m, sleutel)), sleutel]);
            setChanged({ ...changed, [idOf(sleutel)]: true });
            setAsking(false);
          }}
        />
      )}
    </>
  );
  return { keys: on.map(({ sleutel, naam }) => ({ sleutel, naam })), controls };
}

/** A key to see what it would do. Nothing of it is stored. */
function AnotherKey({ start, onClose, onMade }: { start: Sleutel; onClose: () => void; onMade: (sleutel: Sleutel) => void }) {
  const [sleutel, setSleutel] = useState(start);
  const sum = isFormule(sleutel) ? 1 : SLEUTELVARIABELEN.reduce((s, v) => s + (sleutel[v] ?? 0), 0);
  return (
    <Dialog title="Andere sleutel ernaast" isOpen onClose={onClose} actions={<><Button onPress={onClose}>Annuleren</Button><Button kind="primary" isDisabled={Math.abs(sum - 1) > 1e-6} onPress={() => onMade(sleutel)}>Ernaast zetten</Button></>}>
      <p className="muted">Om te zien wat zij zou doen; het scenario verandert niet.</p>
      <KeyFields name="ernaast" value={sleutel} readOnly={false} onChange={setSleutel} />
    </Dialog>
  );
}

export function Keys({ compared }: { compared: readonly Vergeleken[] }) {
  const { one, choice } = useOne(compared);
  const { scenario, evaluatie } = one.d;
  const own = verdelingVan(scenario);
  const years = evaluatie.kader.jaren;
  const [wanted, setShow] = useRemembered<Show>('sleutels toon', 'effect');
  const [wantedYear, setYear] = useRemembered('sleutels jaar', ALL);
  const [ingroei, setIngroei] = useRemembered('sleutels ingroei', true);
  const [grens, setGrens] = useRemembered<number | undefined>('sleutels grens', undefined);
  const { keys, controls } = useKeys(own.sleutel);
  const { outcome, progress } = useSteadyAnswer('beslissen.sleutels', { scenario: scenario.id, sleutels: keys, ...(grens !== undefined && { grens }) }, 'Sleutels naast elkaar…');
  const show = wanted === 'eindstand' && !own.ingroei ? 'effect' : wanted;
  const y = years.indexOf(Number(wantedYear));
  return (
    <>
      <div className="compare-choice">{controls}</div>
      <div className="toolbar toolbar-after compare-narrow">
        {choice}
        <div className="compare-scenario"><Select label="Toon" labelHidden value={show} options={own.ingroei ? [...SHOW, END] : SHOW} onChange={setShow} /></div>
        {show !== 'eindstand' && <div className="compare-year"><Select label="Jaar" labelHidden value={y < 0 ? ALL : String(years[y])} options={[{ value: ALL, label: `Opgeteld ${years[0]}–${years.at(-1)}` }, ...years.map((v) => ({ value: String(v), label: String(v) }))]} onChange={setYear} /></div>}
        {own.ingroei && show !== 'eindstand' && <Switch isSelected={ingroei} onChange={setIngroei}>Met ingroei</Switch>}
        <div className="compare-bound"><NumberField label="Tel boven" unit="€ per inwoner per jaar" tip="grens" minimum={0} decimals={2} step={1} optional placeholder="geen grens" value={grens} onChange={setGrens} /></div>
      </div>
      <Answer outcome={outcome} progress={progress} what="Sleutels naast elkaar…">
        {(answer) => <SideBySide answer={answer} one={one} show={show} y={y < 0 ? undefined : y} withIngroei={own.ingroei !== undefined && (ingroei || show === 'eindstand')} />}
      </Answer>
    </>
  );
}

const uitkomstOf = (key: Key, withIngroei: boolean): Sleuteluitkomst | null => (withIngroei ? key.metIngroei : key.zonderIngroei);
/** How a key reads everywhere on the page. */
const nameOf = (key: Key): string => sleutelWoorden(key.sleutel);

interface Row { code: string; naam: string; cells: readonly (Cell | undefined)[] }
/** What stands in the cell, what is copied and sorted by, and the effect that gives it its letter and colour. */
interface Cell { value: number | undefined; text: string; effect?: number }

function SideBySide({ answer, one, show, y, withIngroei }: { answer: Sleutelvergelijking; one: Vergeleken; show: Show; y: number | undefined; withIngroei: boolean }) {
  const [unit] = useUnit();
  const { gegevens, scenario, nul } = one.d;
  const keys = answer.sleutels.filter((k) => uitkomstOf(k, withIngroei) !== null);
  const failed = answer.sleutels.filter((k) => k.fouten.length > 0);
  const lists = keys.map((k) => uitkomstOf(k, withIngroei)!.gemeenten);
  const own = verdelingVan(scenario).sleutel;
  const isOwn = (key: Key): boolean => gelijkeWaarde(key.sleutel, own);
  const profijt = lists[keys.findIndex((k) => k.isProfijt)];
  const codes = lists[0]?.map((r) => r.gemeente) ?? [];

  const effectOf = (r: Gemeenteregel): number => (y === undefined ? r.effect : (r.effectPerJaar[y] ?? 0));
  const perPerson = (r: Gemeenteregel, whole: number | null, people: number | undefined): number | undefined => (y === undefined ? (whole ?? undefined) : people ? effectOf(r) / people : undefined);
  const cellOf = (r: Gemeenteregel, i: number): Cell => {
    // An answer of before the last change may know a gemeente that is no more.
    const gemeente = gegevens.gemeenten[gegevens.gemeenteIndex.get(r.gemeente) ?? -1];
    const effect = effectOf(r);
    const ofEffect = (value: number | undefined, decimals: number, suffix: string): Cell => ({ value, effect, text: value === undefined ? 'onbekend' : `${formatSigned(value, decimals)}${suffix} ${directionOf(effect)}`.trim() });
    switch (show) {
      case 'effect': return { value: effect, effect, text: effectText(effect, unit) };
      case 'bijdrage': {
        const value = y === undefined ? r.bijdrage : (r.bijdragePerJaar[y] ?? 0);
        return { value, text: formatAmount(value, unit) };
      }
      case 'procent': {
        const before = y === undefined ? undefined : (nul.perGemeente[r.gemeente]?.[y] ?? 0);
        const share = before === undefined ? r.aandeelVanNul : before > 0 ? effect / before : null;
        return ofEffect(share === null ? undefined : share * 100, 1, '\u00a0%');
      }
      case 'inwoner': return ofEffect(perPerson(r, r.perInwonerPerJaar, gemeente?.inwoners), 2, '');
      case 'jeugdige': return ofEffect(perPerson(r, r.perJeugdigeInwonerPerJaar, gemeente?.inwonersJeugd), 2, '');
      case 'profijt': {
        const value = y === undefined ? r.tenOpzichteVanProfijt : effect - (profijt?.[i]?.effectPerJaar[y] ?? 0);
        return { value, effect: value, text: effectText(value, unit) };
      }
      case 'eindstand': return { value: r.eindstand ?? undefined, text: r.eindstand == null ? 'later' : String(r.eindstand) };
    }
  };
  const rows = codes.map((code, i): Row => ({ code, naam: lists[0]![i]!.naam, cells: lists.map((l) => cellOf(l[i]!, i)) }));
  const addsUp = show === 'effect' || show === 'bijdrage' || show === 'profijt';
  const footer: Row = {
    code: '', naam: 'Deelnemers samen', cells: lists.map((_, k) => {
      const value = som(rows.map((r) => r.cells[k]?.value ?? 0));
      return show === 'bijdrage' ? { value, text: formatAmount(value, unit) } : { value, effect: value, text: effectText(value, unit) };
    }),
  };
  const unitText = { effect: unitLabel(unit), bijdrage: unitLabel(unit), profijt: unitLabel(unit), procent: '%', inwoner: '€ per jaar', jeugdige: '€ per jaar', eindstand: 'jaar' }[show];
  const columns: Column<Row>[] = [
    { id: 'naam', title: 'Gemeente', width: 150, text: (r) => r.naam, sort: (r) => r.naam },
    ...keys.map((key, k): Column<Row> => ({
      id: idOf(key.sleutel), title: nameOf(key), unit: `${unitText}${isOwn(key) ? ' · gekozen' : ''}`, explanation: `Als alles naar ${nameOf(key)} werd verdeeld`, width: 118, align: 'right',
      text: (r) => r.cells[k]?.text ?? '', copy: (r) => String(r.cells[k]?.value ?? ''), sort: (r) => r.cells[k]?.value,
      render: (r) => {
        const cell = r.cells[k];
        if (!cell || cell.effect === undefined || cell.value === undefined) return <span className={cell?.value === undefined ? 'muted' : undefined}>{cell?.text}</span>;
        return show === 'effect' || show === 'profijt' ? <Effect value={cell.effect} unit={unit} /> : <span className={`effect effect-${directionOf(cell.effect).toLowerCase()}`}>{cell.text}</span>;
      },
    })),
  ];
  const period = y === undefined ? `${answer.jaren[0]}–${answer.jaren.at(-1)} opgeteld` : String(answer.jaren[y]);
  const path = withIngroei ? ', met ingroei' : '';
  return (
    <>
      <Part title={`${[...SHOW, END].find((s) => s.value === show)!.label}${show === 'eindstand' ? '' : `, ${period}${path}`}`} note={`Zelfde scenario, andere sleutel. ${VARIABELEN.kosten.charAt(0).toUpperCase()}${VARIABELEN.kosten.slice(1)} verdeelt naar wat nu vervangbaar is en is de vaste vergelijking.`} voorbeeld={answer.voorbeeld}>
        <DataGrid holds="intern" label="Sleutels naast elkaar" name="sleutels" columns={columns} rows={rows} rowKey={(r) => r.code} footer={addsUp ? [footer] : []} />
      </Part>
      {failed.map((k) => <Notice key={idOf(k.sleutel)} level="info">{nameOf(k)}: {k.fouten[0]!.tekst}</Notice>)}
      <Winners answer={answer} keys={keys} isOwn={isOwn} withIngroei={withIngroei} />
      {keys.length > 1 && codes.length > 0 && <Spread keys={keys} lists={lists} isOwn={isOwn} effectOf={effectOf} period={period + path} />}
      <Sentences list={answer.zinnen} />
    </>
  );
}

/** Per key how many gemeenten gain and lose, against their nulscenario and against profijt. */
function Winners({ answer, keys, isOwn, withIngroei }: { answer: Sleutelvergelijking; keys: readonly Key[]; isOwn: (key: Key) => boolean; withIngroei: boolean }) {
  const { grens, jaren } = answer;
  const count = (id: string, title: string, unit: string, value: (u: Sleuteluitkomst, key: Key) => number | null): Column<Key> => {
    const of = (k: Key): number | null => value(uitkomstOf(k, withIngroei)!, k);
    return { id, title, unit, width: 118, align: 'right', text: (k) => (of(k) === null ? '' : formatNumber(of(k)!)), sort: (k) => of(k) ?? undefined };
  };
  const above = grens === null ? '' : `${formatEuro(grens, Number.isInteger(grens) ? 0 : 2)}/inwoner`;
  const end = (k: Key): string => {
    const list = k.metIngroei?.gemeenten.map((r) => r.eindstand) ?? [];
    return list.length === 0 ? '' : list.some((e) => e == null) ? `na ${jaren.at(-1)}` : String(Math.max(...(list as number[])));
  };
  const columns: Column<Key>[] = [
    { id: 'sleutel', title: 'Sleutel', width: 220, grow: 1, text: (k) => `${nameOf(k)}${isOwn(k) ? ' (gekozen)' : ''}`, sort: nameOf },
    count('v', 'Voordeliger', 'dan nulscenario', (u) => u.tellingen.voordeliger),
    count('n', 'Nadeliger', 'dan nulscenario', (u) => u.tellingen.nadeliger),
    ...(grens === null ? [] : [count('vg', 'Boven de grens, V', above, (u) => u.tellingen.voordeligerDanGrens), count('ng', 'Boven de grens, N', above, (u) => u.tellingen.nadeligerDanGrens)]),
    count('w', 'Wint', 't.o.v. profijt', (u, k) => (k.isProfijt ? null : u.tellingenTenOpzichteVanProfijt.voordeliger)),
    count('l', 'Verliest', 't.o.v. profijt', (u, k) => (k.isProfijt ? null : u.tellingenTenOpzichteVanProfijt.nadeliger)),
    ...(keys.some((k) => k.metIngroei) ? [{ id: 'eind', title: 'Eindstand', unit: 'alle gemeenten', width: 112, align: 'right', text: end, sort: end } satisfies Column<Key>] : []),
  ];
  return (
    <Part title={`Wie wint, wie verliest: aantal gemeenten, ${jaren[0]}–${jaren.at(-1)}${withIngroei ? ', met ingroei' : ''}`} voorbeeld={answer.voorbeeld}>
      <DataGrid holds="intern" label="Aantal gemeenten dat wint en verliest" name="sleutels-tellingen" columns={columns} rows={keys} rowKey={(k) => idOf(k.sleutel)} />
    </Part>
  );
}

/** How far the choice of a key moves each gemeente. */
function Spread({ keys, lists, isOwn, effectOf, period }: { keys: readonly Key[]; lists: readonly (readonly Gemeenteregel[])[]; isOwn: (key: Key) => boolean; effectOf: (r: Gemeenteregel) => number; period: string }) {
  const [unit] = useUnit();
  const at = Math.max(0, keys.findIndex(isOwn));
  const spreads = lists[0]!.map((r, i) => {
    const effects = lists.map((l) => effectOf(l[i]!));
    return { naam: r.naam, from: Math.min(...effects), to: Math.max(...effects), middle: effects[at] ?? 0, lowest: nameOf(keys[effects.indexOf(Math.min(...effects))]!), highest: nameOf(keys[effects.indexOf(Math.max(...effects))]!) };
  }).sort((a, b) => b.to - b.from - (a.to - a.from));
  const shown = spreads.slice(0, MOST_BARS);
  const most = shown[0]!;
  const difference = most.to - most.from;
  return (
    <ChartFrame
      holds="intern"
      title={difference < 0.5 ? 'De keuze van de sleutel maakt voor niemand verschil' : `De sleutel maakt het meeste uit voor ${most.naam}: ${formatEuroShort(difference)} verschil`}
      subtitle={`Laagste en hoogste effect onder deze ${formatPlain(keys.length)} sleutels, streep is ${nameOf(keys[at]!)}, ${period}, ${unitLabel(unit)}${spreads.length > shown.length ? `; de ${MOST_BARS} gemeenten met het grootste verschil` : ''}`}
      description={shown.map((s) => `${s.naam} van ${effectText(s.from, unit)} (${s.lowest}) tot ${effectText(s.to, unit)} (${s.highest})`).join(', ')}
      spec={{ kind: 'ranges', labels: shown.map((s) => s.naam), ranges: shown.map(({ from, to, middle }) => ({ from, to, middle })) }}
      table={{ columns: ['Gemeente', 'Laagste', 'bij', 'Hoogste', 'bij sleutel'], rows: spreads.map((s) => [s.naam, effectText(s.from, unit), s.lowest, effectText(s.to, unit), s.highest]) }}
      height={Math.max(80, shown.length * 30 + 16)}
    />
  );
}
