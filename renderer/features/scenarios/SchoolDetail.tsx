/** One arrangement: when, how much of the care it takes over, and what it costs. */
import type { Arrangement, Bronvermelding, Uitstroomwijze } from '../../../models/project/types.ts';
import { arrangementsoortVan, effectOverigVan, uitstroomVan, vervangtBestaandVan } from '../../../models/project/standaard.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { Small } from '../../components/Small.tsx';
import { DateField } from '../../components/TextField.tsx';
import { formatMonth } from '../../format/date.ts';
import { count, formatPlain, formatShare } from '../../format/number.ts';
import { ARRANGEMENTSOORT, SCHOOLSOORT, uitstroomWoorden } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource, withValue, wijzigArrangement, wijzigScenario } from '../../stand/scenario.ts';
import { AssumptionAside } from './AssumptionAside.tsx';
import { CostLines } from './CostLines.tsx';
import { Replaceable } from './Replaceable.tsx';
import { arrangementOf, useEditing } from './context.ts';

export function SchoolDetail({ school: id, onAdd }: { school: string; onAdd: () => void }) {
  const { project } = useOpen();
  const { scenario, ouder, readOnly } = useEditing();
  const school = project.scholen.find((s) => s.id === id)!;
  const a = arrangementOf(scenario, id);
  const parent = arrangementOf(ouder, id);
  const gemeente = project.gemeenten.find((g) => g.code === school.gemeente)?.naam ?? school.gemeente;
  const pupils = project.leerlingen.filter((l) => l.school === id).reduce((sum, l) => sum + l.aantal, 0);
  const existing = (project.bestaandeArrangementen ?? []).filter((b) => b.school === id);

  const set = (values: Partial<Arrangement>, what: string, field?: string): void => wijzigArrangement(scenario.id, id, (x) => withValue(x, values), `${what}: ${school.naam}`, field);
  const source = (field: string) => (readOnly ? undefined : (s: Bronvermelding) => wijzigArrangement(scenario.id, id, (x) => withSource(x, field, s), `Bron van ${field}: ${school.naam}`));
  const aside = <K extends keyof Arrangement & string>(field: K, name: string, show: (value: Arrangement[K]) => string, unsourced = false) =>
    a && (
      <AssumptionAside<Arrangement>
        name={name}
        of={a}
        parent={parent}
        field={field}
        show={(v) => show(v as Arrangement[K])}
        onSource={source(field)}
        onReset={readOnly ? undefined : (v) => wijzigArrangement(scenario.id, id, (x) => withSource(withValue(x, { [field]: v }), field, parent?.herkomst?.[field]), `${name} teruggezet: ${school.naam}`)}
        unsourced={unsourced}
      />
    );

  const head = (
    <div className="school-title">
      <h2>{school.naam}</h2>
      <span className="muted">{SCHOOLSOORT[school.soort]} · {gemeente} · <Small n={pupils} of="leerlingen">{count(pupils, 'leerling', 'leerlingen')}</Small></span>
      {a && !readOnly && <Button kind="quiet" icon="remove" onPress={() => wijzigScenario(scenario.id, (s) => ({ ...s, arrangementen: s.arrangementen.filter((x) => x.school !== id) }), `Arrangement verwijderd: ${school.naam}`)}>Uit scenario halen</Button>}
    </div>
  );
  if (!a) {
    return (
      <section className="school-detail" aria-label={school.naam}>
        {head}
        <p className="muted">Deze school heeft in dit scenario geen arrangement; de zorg blijft individueel.</p>
        {!readOnly && <div><Button icon="plus" onPress={onAdd}>Arrangement toevoegen</Button></div>}
      </section>
    );
  }
  const uitstroom = uitstroomVan(a);
  const overig = effectOverigVan(a);
  return (
    <section className="school-detail" aria-label={school.naam}>
      {head}
      <div className="fields">
        <DateField label="Start" month="first" tip="start" value={a.start} readOnly={readOnly} onChange={(start) => start !== undefined && set({ start }, `Start ${formatMonth(start)}`)} aside={aside('start', 'start', (v) => formatMonth(v), true)} />
        <DateField label="Eind" month="last" tip="eind" optional placeholder="zonder einde" value={a.eind ?? undefined} readOnly={readOnly} onChange={(eind) => set({ eind }, eind === undefined ? 'Zonder einde' : `Eind ${formatMonth(eind)}`)} aside={aside('eind', 'eind', (v) => (v == null ? 'zonder einde' : formatMonth(v)), true)} />
        <NumberField label="Realisatie" unit="%" scale={100} step={5} minimum={0} maximum={100} tip="realisatie" value={a.realisatie} readOnly={readOnly} onChange={(realisatie) => realisatie !== undefined && set({ realisatie }, `Realisatie ${formatShare(realisatie)}`, 'realisatie')} aside={aside('realisatie', 'realisatie', (v) => formatShare(v))} />
        <Select<Uitstroomwijze['wijze']>
          label="Uitstroom"
          tip="uitstroom"
          value={uitstroom.wijze}
          isDisabled={readOnly}
          options={[{ value: 'uitdienen', label: 'Uitdienen', note: 'zoals gemeten in het afgelopen jaar' }, { value: 'omzetten', label: 'Omzetten', note: 'alle vervangbare zorg stopt bij de start' }, { value: 'lineair', label: 'Lineair', note: 'in een aantal maanden' }]}
          onChange={(wijze) => set({ uitstroom: wijze === 'lineair' ? { wijze, maanden: project.uitgangspunten.maximaleLooptijd } : { wijze } }, `Uitstroom ${wijze}`)}
          aside={aside('uitstroom', 'uitstroom', (v) => uitstroomWoorden(v ?? { wijze: 'uitdienen' }))}
        />
        {uitstroom.wijze === 'lineair' && (
          <NumberField label="Uitstroom in" unit="maanden" whole minimum={1} maximum={120} step={1} tip="uitstroom" value={uitstroom.maanden} readOnly={readOnly} onChange={(maanden) => maanden !== undefined && set({ uitstroom: { wijze: 'lineair', maanden } }, `Uitstroom in ${maanden} maanden`, 'uitstroom')} />
        )}
        <NumberField
          label="Effect op de rest"
          unit="%"
          scale={100}
          step={1}
          minimum={-100}
          maximum={100}
          optional
          placeholder="0"
          tip="effectOverig"
          value={a.effectOverig?.aandeel}
          readOnly={readOnly}
          onChange={(aandeel) => set({ effectOverig: aandeel === undefined ? undefined : { aandeel, jaren: overig.jaren } }, `Effect op de rest ${aandeel === undefined ? 'geen' : formatShare(aandeel)}`, 'effectOverig')}
          aside={aside('effectOverig', 'effect op de rest', (v) => (v ? formatShare(v.aandeel) : '0 %'))}
        />
        {a.effectOverig && (
          <NumberField label="Effect op de rest in" unit="jaar" minimum={0} maximum={30} step={1} tip="effectOverigJaren" value={overig.jaren} readOnly={readOnly} onChange={(jaren) => jaren !== undefined && set({ effectOverig: { aandeel: overig.aandeel, jaren } }, `Effect op de rest in ${formatPlain(jaren)} jaar`, 'effectOverigJaren')} />
        )}
        <Select
          label="Soort"
          tip="soort"
          value={arrangementsoortVan(a)}
          isDisabled={readOnly}
          options={Object.entries(ARRANGEMENTSOORT).map(([value, label]) => ({ value: value as NonNullable<Arrangement['soort']>, label }))}
          onChange={(soort) => set({ soort: soort === 'collectief' ? undefined : soort }, `Soort ${ARRANGEMENTSOORT[soort]}`)}
          aside={aside('soort', 'soort', (v) => ARRANGEMENTSOORT[v ?? 'collectief'], true)}
        />
      </div>
      {existing.length > 0 && (
        <div data-tip="vervangtBestaand">
          <Checkbox isSelected={vervangtBestaandVan(a)} isDisabled={readOnly} onChange={(on) => set({ vervangtBestaand: on ? true : undefined }, on ? 'Vervangt het bestaande arrangement' : 'Bestaand arrangement blijft')}>
            Vervangt het bestaande arrangement van deze school ({count(existing.length, 'regel', 'regels')} in de nulmeting)
          </Checkbox>
        </div>
      )}
      <CostLines
        title="Inzet"
        lines={a.inzet}
        parent={parent?.inzet}
        school={id}
        readOnly={readOnly}
        onChange={(inzet, what, field) => wijzigArrangement(scenario.id, id, (x) => ({ ...x, inzet }), `${what}: ${school.naam}`, field)}
      />
      <Replaceable arrangement={a} parent={parent} school={school} />
    </section>
  );
}
