/** Who pays what: scope and key, the way there in steps, and what comes out per gemeente. */
import type { Bronvermelding, Ingroei, Verdeling } from '../../../models/project/types.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { horizonVan, ingroeiVanaf, verdelingVan } from '../../../models/project/standaard.ts';
import { useSmall } from '../../app/small.ts';
import { useUnit } from '../../app/unit.ts';
import { Effect, effectText } from '../../components/Figure.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Segments } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { formatNumber, formatPlain, formatShare } from '../../format/number.ts';
import { sleutelWoorden } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource, withValue, without, wijzigScenario } from '../../stand/scenario.ts';
import { explain } from '../uitleg/explain.ts';
import { KeyFields } from './KeyFields.tsx';
import { ParentMark, SourceMark } from './SourceMark.tsx';
import { useEditing } from './context.ts';

const describe = ({ bereik, sleutel, ingroei }: Verdeling): string => `${bereik === 'school' ? 'per school' : 'hele regio'}, ${sleutelWoorden(sleutel)}${ingroei ? ', met ingroei' : ''}`;

export function Division() {
  const { project } = useOpen();
  const { scenario, ouder, readOnly } = useEditing();
  const v = verdelingVan(scenario);
  const was = ouder && verdelingVan(ouder);
  const years = horizonVan(project.uitgangspunten);
  const set = (values: Partial<Verdeling>, what: string, field?: string): void =>
    wijzigScenario(scenario.id, (s) => ({ ...s, verdeling: withValue(v, values) }), what, field && `verdeling ${field}`);
  const setIngroei = (values: Partial<Ingroei> | undefined, what: string, field?: string): void => set({ ingroei: values && without({ aandeel: v.ingroei?.aandeel ?? [], ...v.ingroei, ...values }) }, what, field);
  const source = (field: string) => (readOnly ? undefined : (b: Bronvermelding) => wijzigScenario(scenario.id, (s) => ({ ...s, verdeling: withSource(v, field, b) }), `Bron van ${field}`));

  return (
    <>
      <section className="section">
        <div className="section-head">
          <h2>Sleutel</h2>
          <span className="assumption-aside">
            {was && !gelijkeWaarde(was, v) && <ParentMark was={describe(was)} onReset={readOnly ? undefined : () => wijzigScenario(scenario.id, (s) => ({ ...s, verdeling: was }), 'Verdeling teruggezet')} />}
            <SourceMark name="de sleutel" source={v.herkomst?.['sleutel']} onChange={source('sleutel')} />
          </span>
        </div>
        <div data-tip="bereik">
          <Segments label="Verdelen" value={v.bereik} isDisabled={readOnly} options={[{ value: 'school', label: 'Per school' }, { value: 'regio', label: 'Hele regio' }]} onChange={(bereik) => set({ bereik }, `Verdelen ${bereik === 'school' ? 'per school' : 'over de hele regio'}`)} />
        </div>
        <KeyFields name="van het scenario" value={v.sleutel} readOnly={readOnly} onChange={(sleutel, what) => set({ sleutel }, `Sleutel: ${what}`, 'sleutel')} />
      </section>

      <section className="section" data-tip="ingroei">
        <div className="section-head">
          <span className="assumption-aside"><h2>Ingroei</h2>{v.ingroei && <SourceMark name="de ingroei" source={v.herkomst?.['ingroei']} onChange={source('ingroei')} />}</span>
          <Segments
            label="Ingroei"
            labelHidden
            value={v.ingroei ? 'met' : 'zonder'}
            isDisabled={readOnly}
            options={[{ value: 'zonder', label: 'Meteen op de sleutel' }, { value: 'met', label: 'In stappen' }]}
            onChange={(how) => setIngroei(how === 'zonder' ? undefined : { aandeel: years.map((_, i) => Number(((i + 1) / years.length).toFixed(4))) }, how === 'zonder' ? 'Zonder ingroei' : 'Met ingroei')}
          />
        </div>
        {v.ingroei && (
          <>
            <p className="muted">Deel van de weg van de huidige verhouding naar de sleutel, per jaar. Jaren die ontbreken zijn helemaal op de sleutel.</p>
            <div className="fields">
              {years.map((year, i) => (
                <NumberField
                  key={year}
                  label={String(year)}
                  unit="%"
                  scale={100}
                  step={5}
                  minimum={0}
                  maximum={100}
                  optional
                  placeholder="100"
                  tip="ingroei"
                  value={v.ingroei?.aandeel[i]}
                  readOnly={readOnly}
                  onChange={(share) => {
                    const aandeel = years.map((_, j) => (j === i ? (share ?? 1) : (v.ingroei?.aandeel[j] ?? 1)));
                    while (aandeel.length > 1 && aandeel.at(-1) === 1) aandeel.pop();
                    setIngroei({ aandeel }, `Ingroei ${year}: ${formatShare(share ?? 1)}`, `ingroei ${year}`);
                  }}
                />
              ))}
            </div>
            <Maximum value={v.ingroei.maximumPerInwoner} years={years} readOnly={readOnly} onChange={(maximumPerInwoner, what, field) => setIngroei({ maximumPerInwoner }, `Hoogstens per inwoner ${what}`, field)} />
            <details>
              <summary>Vanaf: {sleutelWoorden(ingroeiVanaf(v.ingroei))}</summary>
              <KeyFields name="waarvandaan" value={ingroeiVanaf(v.ingroei)} readOnly={readOnly} onChange={(van, what) => setIngroei({ van }, `Ingroei vanaf ${what}`, 'van')} />
            </details>
          </>
        )}
      </section>
      <Contributions />
    </>
  );
}

interface MaximumProps { value: Ingroei['maximumPerInwoner']; years: readonly number[]; readOnly: boolean; onChange: (value: Ingroei['maximumPerInwoner'], what: string, field?: string) => void }

/** How far ingroei may move a gemeente: the same every year, or per year until there is no limit any more. */
function Maximum({ value, years, readOnly, onChange }: MaximumProps) {
  const shown = (m: number | undefined): string => (m === undefined ? 'geen grens' : formatPlain(m, 2));
  const shared = { unit: '€ per jaar', minimum: 0, decimals: 2, optional: true, placeholder: 'geen grens', tip: 'maximumPerInwoner', readOnly } as const;
  const change = (text: string, onClick: () => void) => !readOnly && <button type="button" className="source-mark" onClick={onClick}>{text}</button>;
  if (!Array.isArray(value)) {
    return <div className="fields"><NumberField {...shared} label="Hoogstens per inwoner" value={value} aside={value !== undefined && change('per jaar', () => onChange(years.map(() => value), 'per jaar'))} onChange={(m) => onChange(m, shown(m), 'maximum')} /></div>;
  }
  return (
    <>
      <p className="muted">Hoogstens per inwoner op voor- of achteruit. Na een leeg jaar is er geen grens meer. {change('elk jaar gelijk', () => onChange(value[0], `elk jaar ${shown(value[0])}`))}</p>
      <div className="fields">
        {years.map((year, i) => (
          // Only the last year that has one can be emptied, and only the next be filled: nothing of the others is lost while typing.
          <NumberField {...shared} key={year} label={`Per inwoner ${year}`} optional={i > 0 && i >= value.length - 1} readOnly={readOnly || i > value.length} value={value[i]} onChange={(m) => onChange(m === undefined ? value.slice(0, i) : [...value.slice(0, i), m, ...value.slice(i + 1)], `${year} ${shown(m)}`, `maximum ${year}`)} />
        ))}
      </div>
    </>
  );
}

interface ContributionRow { code: string; naam: string; leerlingen: number; aandeel: number; bijdragen: readonly number[]; effect: number }

/** What everyone contributes under this key: the rounded amounts of the agreement. */
function Contributions() {
  const { scenario, uitslag } = useEditing();
  const [unit] = useUnit();
  const small = useSmall();
  if (!uitslag.ok) return null;
  const { uitkomst, evaluatie, gegevens } = uitslag.doorgerekend;
  const years = evaluatie.kader.jaren;
  const last = years.length - 1;
  const G = gegevens.gemeenten.length;
  const sum = (list: readonly (readonly number[])[]): number[] => years.map((_, y) => list.reduce((s, r) => s + (r[y] ?? 0), 0));
  const total = Object.values(uitkomst.bijdragen).reduce((s, r) => s + (r[last] ?? 0), 0);
  const rows = Object.keys(uitkomst.bijdragen).map((code): ContributionRow => {
    const g = gegevens.gemeenteIndex.get(code) as number;
    return {
      code,
      naam: gegevens.gemeenten[g]!.naam,
      leerlingen: evaluatie.effecten.reduce((s, e) => s + (gegevens.leerlingen[e.school * G + g] as number), 0),
      aandeel: total === 0 ? 0 : (uitkomst.bijdragen[code]![last] ?? 0) / total,
      bijdragen: uitkomst.bijdragenAfgerond[code]!,
      effect: uitkomst.effect.perGemeente[code]![last] ?? 0,
    };
  });
  const footer: ContributionRow = { code: '', naam: 'Samen', leerlingen: rows.reduce((s, r) => s + r.leerlingen, 0), aandeel: rows.reduce((s, r) => s + r.aandeel, 0), bijdragen: sum(rows.map((r) => r.bijdragen)), effect: rows.reduce((s, r) => s + r.effect, 0) };
  const columns: Column<ContributionRow>[] = [
    { id: 'naam', title: 'Gemeente', width: 150, text: (r) => r.naam, sort: (r) => r.naam },
    { id: 'leerlingen', title: 'Leerlingen', width: 84, align: 'right', text: (r) => formatNumber(r.leerlingen), sort: (r) => r.leerlingen, mark: (r) => small(r.leerlingen, 'leerlingen') },
    { id: 'aandeel', title: 'Aandeel', unit: String(years[last] ?? ''), width: 76, align: 'right', text: (r) => (total === 0 ? '–' : formatShare(r.aandeel, 1)), sort: (r) => r.aandeel },
    ...years.map((year, y): Column<ContributionRow> => ({
      id: `b${year}`, title: String(year), unit: unitLabel(unit), width: 88, align: 'right', text: (r) => formatAmount(r.bijdragen[y] ?? 0, unit), copy: (r) => String(r.bijdragen[y] ?? 0), sort: (r) => r.bijdragen[y],
      open: (r) => (r.code === '' ? () => explain({ soort: 'collectief', scenario: scenario.id, jaar: y }) : () => explain({ soort: 'bijdrage', scenario: scenario.id, gemeente: r.code, jaar: y })),
    })),
    { id: 'effect', title: `Effect ${years[last]}`, unit: unitLabel(unit), width: 108, align: 'right', text: (r) => effectText(r.effect, unit), render: (r) => <Effect value={r.effect} unit={unit} changing />, sort: (r) => r.effect, open: (r) => () => explain({ soort: 'effect', scenario: scenario.id, jaar: last, ...(r.code !== '' && { gemeente: r.code }) }) },
  ];
  return (
    <section className="section">
      <div className="section-head"><h2>Bijdragen</h2><span className="note">afgerond op hele euro’s, zoals in de beheerafspraken</span></div>
      <DataGrid holds={{ tabel: 'gemeenten', kolommen: ['leerlingen', 'bijdrage', 'effect'], scenarios: [scenario.id] }} label="Bijdragen per gemeente" name="bijdragen" columns={columns} rows={rows} rowKey={(r) => r.code} footer={[footer]} />
    </section>
  );
}
