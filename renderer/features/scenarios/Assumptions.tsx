/** Uitgangspunten: those of the project, that hold for every scenario, and indexes that only this scenario has. */
import { useState, type ClipboardEvent } from 'react';
import type { Bronvermelding, IndexNaam, Uitgangspunten } from '../../../models/project/types.ts';
import { INDEXEN } from '../../../models/project/types.ts';
import { GEMEENTEN, indexenVan, indexjarenVan, jarenVan, prijspeilVan, renteIn, STANDAARD, uitstroomMetingVan, wekenPerJaarVan } from '../../../models/project/standaard.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { NumberField, numberFault } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { DateField } from '../../components/TextField.tsx';
import { formatMonth } from '../../format/date.ts';
import { count, formatPlain, formatShare, parseNumber } from '../../format/number.ts';
import type { TipName } from '../../help/tips.ts';
import { dragerNaam, dragersVan } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource, withValue, wijzigScenario } from '../../stand/scenario.ts';
import { sourceAfterEdit, sourceOfIndex, withIndex, withRate, type HasIndexes } from '../../stand/indexen.ts';
import { wijzig } from '../../stand/store.ts';
import { IndexAssistant } from './IndexAssistant.tsx';
import { SourceMark } from './SourceMark.tsx';
import { useEditing } from './context.ts';
import { pastedBlock, place, tellRefused } from './paste.ts';

const INDEX_LABEL: Record<IndexNaam, string> = { prijs: 'Prijs', loon: 'Loon', volume: 'Volume', leerlingen: 'Leerlingen' };
const INDEX_TIP: Record<IndexNaam, TipName> = { prijs: 'indexPrijs', loon: 'indexLoon', volume: 'indexVolume', leerlingen: 'indexLeerlingen' };

/** Percent per year. */
const RATE = { minimum: -20, maximum: 50 };

export function Assumptions() {
  const { project } = useOpen();
  const { scenario, readOnly } = useEditing();
  const u = project.uitgangspunten;
  const save = (next: Uitgangspunten, what: string, field?: string): void => wijzig([{ soort: 'uitgangspunten', uitgangspunten: next }], what, field && `uitgangspunten ${field}`);
  const set = (values: Partial<Uitgangspunten>, what: string, field?: string): void => save(withValue(u, values), what, field);
  const mark = (field: keyof Uitgangspunten & string, name: string) => u[field] !== undefined && (
    <SourceMark name={name} source={u.herkomst?.[field]} onChange={readOnly ? undefined : (source: Bronvermelding) => save(withSource(u, field, source), `Bron van ${name}`)} />
  );
  const own = scenario.indexen ?? {};
  const hasOwn = INDEXEN.some((name) => own[name] !== undefined);
  const years = indexjarenVan(u);

  const setIndex: SetIndex = (change, what, field) => save(change(u), what, field);
  const setOwn: SetIndex = (change, what, field) => wijzigScenario(scenario.id, change, `${what} (alleen ${scenario.naam})`, field);

  return (
    <>
      <section className="section">
        <div className="section-head"><h2>Voor alle scenario’s</h2><span className="note">gelden voor het hele project</span></div>
        <div className="fields">
          <DateField label="Peildatum" month="first" tip="peildatum" value={u.peildatum} readOnly={readOnly} onChange={(peildatum) => peildatum !== undefined && set({ peildatum }, `Peildatum ${formatMonth(peildatum)}`)} aside={mark('peildatum', 'peildatum')} />
          <NumberField label="Begrotingsjaar" tip="begrotingsjaar" whole ungrouped minimum={2000} maximum={2100} step={1} value={u.begrotingsjaar} readOnly={readOnly} onChange={(begrotingsjaar) => begrotingsjaar !== undefined && set({ begrotingsjaar }, `Begrotingsjaar ${begrotingsjaar}`, 'begrotingsjaar')} aside={mark('begrotingsjaar', 'begrotingsjaar')} />
          <NumberField label="Aantal jaren" unit="jaar" tip="jaren" whole optional placeholder={String(jarenVan({ ...u, jaren: undefined }))} minimum={1} maximum={30} step={1} value={u.jaren} readOnly={readOnly} onChange={(jaren) => set({ jaren }, `Aantal jaren ${jaren ?? 'standaard'}`, 'jaren')} aside={mark('jaren', 'aantal jaren')} />
          <NumberField label="Prijspeil" tip="prijspeil" whole ungrouped optional placeholder={String(prijspeilVan({ ...u, prijspeil: undefined }))} minimum={2000} maximum={2100} step={1} value={u.prijspeil} readOnly={readOnly} onChange={(prijspeil) => set({ prijspeil }, `Prijspeil ${prijspeil ?? 'standaard'}`, 'prijspeil')} aside={mark('prijspeil', 'prijspeil')} />
          <NumberField label="Maximale looptijd" unit="maanden" tip="maximaleLooptijd" whole minimum={1} maximum={120} step={1} value={u.maximaleLooptijd} readOnly={readOnly} onChange={(maximaleLooptijd) => maximaleLooptijd !== undefined && set({ maximaleLooptijd }, `Maximale looptijd ${maximaleLooptijd} maanden`, 'maximaleLooptijd')} aside={mark('maximaleLooptijd', 'maximale looptijd')} />
          <NumberField label="Disconteringsvoet" unit="%" scale={100} tip="disconteringsvoet" optional placeholder="0" minimum={0} maximum={100} step={0.25} value={u.disconteringsvoet} readOnly={readOnly} onChange={(disconteringsvoet) => set({ disconteringsvoet }, `Disconteringsvoet ${formatShare(disconteringsvoet ?? 0)}`, 'disconteringsvoet')} aside={mark('disconteringsvoet', 'disconteringsvoet')} />
          <NumberField label="Weken per jaar" tip="wekenPerJaar" optional placeholder={String(wekenPerJaarVan({ ...u, wekenPerJaar: undefined }))} minimum={1} maximum={53} step={1} value={u.wekenPerJaar} readOnly={readOnly} onChange={(wekenPerJaar) => set({ wekenPerJaar }, `Weken per jaar ${wekenPerJaar ?? 'standaard'}`, 'wekenPerJaar')} aside={mark('wekenPerJaar', 'weken per jaar')} />
          <Runoff u={u} readOnly={readOnly} set={set} mark={mark('uitstroomZonderIndicaties', 'uitstroom zonder indicaties')} />
          <Select
            label="Kosten van nu uit"
            tip="basis"
            value={u.basis === undefined ? 'indicaties' : typeof u.basis === 'string' ? u.basis : 'perGemeente'}
            isDisabled={readOnly}
            options={[{ value: 'indicaties', label: 'Indicaties' }, { value: 'declaraties', label: 'Declaraties' }, { value: 'perGemeente', label: 'Per gemeente' }]}
            onChange={(basis) => set({ basis: basis === 'perGemeente' ? { [STANDAARD]: 'indicaties' } : basis === 'indicaties' ? undefined : basis }, `Kosten van nu uit ${basis}`)}
          />
          {typeof u.basis === 'object' && project.gemeenten.map((g) => {
            const perGemeente = u.basis as Record<string, 'indicaties' | 'declaraties'>;
            return (
              <Select
                key={g.code}
                label={g.naam}
                tip="basis"
                value={perGemeente[g.code] ?? perGemeente[STANDAARD] ?? 'indicaties'}
                isDisabled={readOnly}
                options={[{ value: 'indicaties', label: 'Indicaties' }, { value: 'declaraties', label: 'Declaraties' }]}
                onChange={(from) => set({ basis: { ...perGemeente, [g.code]: from } }, `Kosten van ${g.naam} uit ${from}`)}
              />
            );
          })}
        </div>
        <div className="field" data-tip="onbekend">
          <span className="field-label">Kosten van nu niet bekend van</span>
          <div className="screen-actions">
            {dragersVan(project).filter((code) => code !== GEMEENTEN).map((code) => (
              <Checkbox key={code} isSelected={u.onbekend?.includes(code) ?? false} isDisabled={readOnly} onChange={(on) => set({ onbekend: on ? [...(u.onbekend ?? []), code] : u.onbekend?.filter((c) => c !== code) }, `${dragerNaam(project, code)} ${on ? 'onbekend' : 'bekend'}`)}>{dragerNaam(project, code)}</Checkbox>
            ))}
          </div>
        </div>
      </section>

      <section className="section">
        <h2>Indexen</h2>
        <IndexTable of={u} label="alle scenario’s" years={years} readOnly={readOnly} onChange={setIndex} />
      </section>

      <section className="section">
        <h2>Indexen alleen in dit scenario</h2>
        {hasOwn ? (
          <>
            <p className="muted">Het nulscenario waarmee dit scenario wordt vergeleken krijgt dezelfde indexen.</p>
            <IndexTable of={scenario} label={scenario.naam} years={years} readOnly={readOnly} only onChange={setOwn} />
          </>
        ) : <p className="muted">Dit scenario volgt de indexen van het project.</p>}
        {!readOnly && (
          <div className="screen-actions">
            {INDEXEN.filter((name) => own[name] === undefined).map((name) => <Button key={name} kind="quiet" icon="plus" onPress={() => setOwn((s) => withIndex(s, name, indexenVan(project)[name] ?? 0, sourceOfIndex(u, name)), `Eigen index ${INDEX_LABEL[name].toLowerCase()}`)}>{INDEX_LABEL[name]}</Button>)}
          </div>
        )}
      </section>
    </>
  );
}

type SetIndex = (change: <T extends HasIndexes>(of: T) => T, what: string, field?: string) => void;
interface IndexTableProps { of: HasIndexes; /** What they hold for. */ label: string; years: readonly number[]; readOnly: boolean; /** Only the ones that are set. */ only?: boolean; onChange: SetIndex }

function IndexTable({ of, label: holder, years, readOnly, only, onChange }: IndexTableProps) {
  const [assisting, setAssisting] = useState(false);
  const rates = of.indexen ?? {};
  const shown = INDEXEN.filter((name) => !only || rates[name] !== undefined);
  /** A block from Excel: percentages, in the columns *Elk jaar* and the years. */
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const block = readOnly ? undefined : pastedBlock(event);
    if (!block) return;
    const refused: string[] = [];
    const changes = block.cells.flatMap((texts, i) => texts.flatMap((text, j) => {
      const name = shown[block.row + i];
      const year = years[block.column + j - 1];
      if (text === '') return [];
      const why = name === undefined || (year === undefined && block.column + j > 0) ? 'buiten de tabel' : numberFault(text, RATE);
      if (why !== undefined) refused.push(`rij ${block.row + i + 1}: ${why}`);
      return name === undefined || why !== undefined ? [] : [{ name, year, rate: Number(((parseNumber(text) ?? 0) / 100).toPrecision(15)) }];
    }));
    if (refused.length > 0) return tellRefused(refused);
    onChange((x) => changes.reduce((y, { name, year, rate }) => withIndex(y, name, year === undefined ? rate : withRate(y.indexen?.[name], years, year, rate), sourceAfterEdit(sourceOfIndex(y, name), year !== undefined && changes.length < years.length)), x), `${count(changes.length, 'index', 'indexen')} geplakt`);
  };
  const setYear = (name: IndexNaam, year: number, rate: number, source: Bronvermelding | undefined, field?: string): void =>
    onChange((x) => withIndex(x, name, withRate(x.indexen?.[name], years, year, rate), source), `Index ${INDEX_LABEL[name].toLowerCase()} ${year}: ${formatPlain(rate * 100)} %`, field);
  return (
    <>
      <div className="lines-box">
        <table className="lines lines-fit" aria-label={`Indexen voor ${holder}`} onPaste={onPaste}>
          <thead>
            <tr>
              <th scope="col">Index, % per jaar</th>
              <th scope="col" className="number col-amount">Elk jaar</th>
              {years.map((y) => <th key={y} scope="col" className="number col-share">{y}</th>)}
              <th scope="col">Bron</th>
              {only && <th scope="col" className="col-tools"><span className="visually-hidden">Weg</span></th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((name, row) => {
              const rente = rates[name];
              const label = INDEX_LABEL[name];
              const source = sourceOfIndex(of, name);
              return (
                <tr key={name} data-tip={INDEX_TIP[name]}>
                  <td>{label}</td>
                  <td {...place(row, 0)}><NumberField label={`${label} elk jaar`} labelHidden scale={100} {...RATE} step={0.1} optional placeholder={typeof rente === 'object' ? 'per jaar' : '0'} tip={INDEX_TIP[name]} value={typeof rente === 'object' ? undefined : rente} readOnly={readOnly} onChange={(rate) => (rate !== undefined || typeof rente !== 'object') && onChange((x) => withIndex(x, name, rate, sourceAfterEdit(source, false)), `Index ${label.toLowerCase()} ${formatShare(rate ?? 0)}`, `index ${name}`)} /></td>
                  {years.map((y, j) => <td key={y} {...place(row, j + 1)}><NumberField label={`${label} ${y}`} labelHidden scale={100} {...RATE} step={0.1} tip={INDEX_TIP[name]} value={renteIn(rente, y)} readOnly={readOnly} onChange={(rate) => rate !== undefined && setYear(name, y, rate, sourceAfterEdit(source, years.length > 1), `index ${name} ${y}`)} /></td>)}
                  <td>{rente !== undefined && <SourceMark name={`index ${label.toLowerCase()}`} source={source} onChange={readOnly ? undefined : (next) => onChange((x) => withIndex(x, name, rente, next), `Bron van index ${label.toLowerCase()}`)} />}</td>
                  {only && <td className="col-tools">{!readOnly && <Button kind="quiet" onPress={() => onChange((x) => withIndex(x, name, undefined, undefined), `Index ${label.toLowerCase()} weer als het project`)}>Als project</Button>}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {!readOnly && <div className="screen-actions"><Button kind="quiet" icon="table" onPress={() => setAssisting(true)}>Indexassistent…</Button><span className="note">van OVA en PPC naar een index, met de bron erbij</span></div>}
      <IndexAssistant
        isOpen={assisting}
        onClose={() => setAssisting(false)}
        years={years}
        rateOf={(name, year) => renteIn(rates[name], year)}
        onTake={(name, year, rate, source) => {
          const before = sourceOfIndex(of, name);
          const others = years.length > 1 && rates[name] !== undefined;
          // What the other years are stays said: an example remains one.
          setYear(name, year, rate, {
            ...source,
            bron: `${year}: ${source.bron}${others ? `. Andere jaren: ${before?.bron ?? 'geen bron'}` : ''}`,
            ...(others && before?.status === 'voorbeeld' && { status: before.status }),
          });
        }}
      />
    </>
  );
}

function Runoff({ u, readOnly, set, mark }: { u: Uitgangspunten; readOnly: boolean; set: (values: Partial<Uitgangspunten>, what: string, field?: string) => void; mark: React.ReactNode }) {
  const without = u.uitstroomZonderIndicaties;
  return (
    <>
      <Select
        label="Uitstroom gemeten op"
        tip="uitstroomMeting"
        value={uitstroomMetingVan(u)}
        isDisabled={readOnly}
        options={[{ value: 'startmaand', label: 'Startmaand', note: 'dezelfde kalendermaand als de start' }, { value: 'peildatum', label: 'Peildatum' }]}
        onChange={(how) => set({ uitstroomMeting: how === 'startmaand' ? undefined : how }, `Uitstroom gemeten op ${how}`)}
      />
      <Select
        label="Als niets is gemeten"
        tip="uitstroomZonderIndicaties"
        aside={mark}
        value={without?.wijze ?? 'geen'}
        isDisabled={readOnly}
        options={[{ value: 'geen', label: 'Niet bepaald', note: 'dan is het een fout als het nodig is' }, { value: 'omzetten', label: 'Omzetten' }, { value: 'lineair', label: 'Lineair' }]}
        onChange={(how) => set({ uitstroomZonderIndicaties: how === 'geen' ? undefined : how === 'omzetten' ? { wijze: 'omzetten' } : { wijze: 'lineair', maanden: u.maximaleLooptijd } }, `Uitstroom zonder indicaties: ${how}`)}
      />
      {without?.wijze === 'lineair' && <NumberField label="in" unit="maanden" whole minimum={1} maximum={120} step={1} tip="uitstroomZonderIndicaties" value={without.maanden} readOnly={readOnly} onChange={(maanden) => maanden !== undefined && set({ uitstroomZonderIndicaties: { wijze: 'lineair', maanden } }, `Uitstroom zonder indicaties in ${maanden} maanden`, 'uitstroomZonder')} />}
    </>
  );
}
