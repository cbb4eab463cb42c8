/** Which gemeenten take part, what holds for pupils of the others, and who would have no access. */
import type { Gemeente, NietDeelnemers } from '../../../models/project/types.ts';
import { deelnemersVan, isRestgroep } from '../../../models/project/standaard.ts';
import { gelijkeWaarde } from '../../../models/project/gelijk.ts';
import { useSmall } from '../../app/small.ts';
import { Icon } from '../../components/Icon.tsx';
import { Notice } from '../../components/Notice.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Select } from '../../components/Select.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { Column } from '../../components/grid/column.ts';
import { formatPlain, formatNumber } from '../../format/number.ts';
import { NIETDEELNEMERS } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withSource, withValue, wijzigScenario } from '../../stand/scenario.ts';
import { explain } from '../uitleg/explain.ts';
import { ParentMark, SourceMark } from './SourceMark.tsx';
import { useEditing } from './context.ts';

interface Row { gemeente: Gemeente; deelnemer: boolean; leerlingen: number; scholen: number; access: 'ja' | 'nee' | '' }

export function Participants() {
  const { project } = useOpen();
  const { scenario, ouder, readOnly, frozen } = useEditing();
  const small = useSmall();
  const deelnemers = new Set(deelnemersVan(project, scenario));
  const schools = new Set(scenario.arrangementen.map((a) => a.school));
  const pupils = new Map<string, { leerlingen: number; scholen: number }>();
  for (const l of project.leerlingen) {
    if (!schools.has(l.school) || l.aantal === 0) continue;
    const known = pupils.get(l.gemeente) ?? { leerlingen: 0, scholen: 0 };
    pupils.set(l.gemeente, { leerlingen: known.leerlingen + l.aantal, scholen: known.scholen + 1 });
  }
  const individueel = (scenario.nietDeelnemers ?? 'individueel') === 'individueel';
  const rows = project.gemeenten.map((gemeente): Row => {
    const deelnemer = deelnemers.has(gemeente.code);
    const { leerlingen, scholen } = pupils.get(gemeente.code) ?? { leerlingen: 0, scholen: 0 };
    return { gemeente, deelnemer, leerlingen, scholen, access: leerlingen === 0 ? '' : deelnemer || !individueel ? 'ja' : 'nee' };
  });
  const others = rows.filter((r) => !r.deelnemer && r.leerlingen > 0);
  const without = rows.filter((r) => r.access === 'nee').reduce((s, r) => s + r.leerlingen, 0);
  const toggle = ({ gemeente, deelnemer }: Row): void =>
    wijzigScenario(scenario.id, (s) => {
      const codes = deelnemersVan(project, s).filter((c) => c !== gemeente.code);
      return { ...s, deelnemers: project.gemeenten.map((g) => g.code).filter((c) => codes.includes(c) || (!deelnemer && c === gemeente.code)) };
    }, `${gemeente.naam} doet ${deelnemer ? 'niet ' : ''}mee`);

  const columns: Column<Row>[] = [
    {
      id: 'mee', title: 'Mee', width: 52, text: (r) => (r.deelnemer ? 'ja' : 'nee'), sort: (r) => (r.deelnemer ? 0 : 1), open: (r) => (readOnly || isRestgroep(r.gemeente.code) ? undefined : () => toggle(r)),
      render: (r) => (isRestgroep(r.gemeente.code) ? <span className="muted">–</span> : <span className="check-cell" data-checked={r.deelnemer ? '' : undefined} role="img" aria-label={r.deelnemer ? 'ja' : 'nee'}>{r.deelnemer && <Icon name="check" />}</span>),
    },
    { id: 'naam', title: 'Gemeente', width: 160, text: (r) => r.gemeente.naam, sort: (r) => r.gemeente.naam },
    { id: 'leerlingen', title: 'Leerlingen', unit: 'op deze scholen', width: 112, align: 'right', text: (r) => formatNumber(r.leerlingen), sort: (r) => r.leerlingen, mark: (r) => (r.leerlingen > 0 ? small(r.leerlingen, 'leerlingen') : undefined) },
    { id: 'scholen', title: 'Scholen', unit: 'met arrangement', width: 116, align: 'right', text: (r) => formatNumber(r.scholen), sort: (r) => r.scholen },
    { id: 'toegang', title: 'Toegang', width: 172, text: (r) => (r.access === '' ? '' : r.access === 'ja' ? 'ja' : `nee, ${formatNumber(r.leerlingen)} leerlingen`), sort: (r) => r.access, mark: (r) => (r.access === 'nee' ? { kind: 'fault', text: 'Deze leerlingen hebben geen toegang tot het arrangement' } : undefined) },
  ];
  return (
    <>
      <section className="section">
        <div className="section-head">
          <h2>Deelnemers</h2>
          {ouder && !gelijkeWaarde(deelnemersVan(project, ouder), [...deelnemers]) && (
            <ParentMark was={`${deelnemersVan(project, ouder).length} gemeenten`} onReset={readOnly ? undefined : () => wijzigScenario(scenario.id, (s) => {
              const { deelnemers: _, ...rest } = s;
              return ouder.deelnemers ? { ...rest, deelnemers: ouder.deelnemers } : rest;
            }, 'Deelnemers teruggezet')} />
          )}
        </div>
        <DataGrid holds="intern" label="Gemeenten in dit scenario" name="deelnemers" columns={columns} rows={rows} rowKey={(r) => r.gemeente.code} />
        {rows.some((r) => isRestgroep(r.gemeente.code)) && <p className="note">Een groep leerlingen van wie de gemeente niet bekend is kan niet meedoen.</p>}
      </section>
      <section className="section">
        <h2>Leerlingen uit andere gemeenten</h2>
        {others.length === 0 ? <p className="muted">Alle leerlingen van deze scholen komen uit gemeenten die meedoen.</p> : (
          <div className="fields fields-wide">
            <Select<NietDeelnemers>
              label="Wat voor hen geldt"
              tip="nietDeelnemers"
              value={scenario.nietDeelnemers}
              isDisabled={readOnly}
              options={Object.entries(NIETDEELNEMERS).map(([value, label]) => ({ value: value as NietDeelnemers, label }))}
              onChange={(nietDeelnemers) => wijzigScenario(scenario.id, (s) => ({ ...s, nietDeelnemers }), `Leerlingen uit andere gemeenten: ${nietDeelnemers}`)}
            />
            {scenario.nietDeelnemers === 'bijdragePerLeerling' && (
              <NumberField
                label="Bijdrage per leerling"
                unit="€ per jaar"
                minimum={0}
                step={50}
                decimals={2}
                tip="bijdragePerLeerling"
                value={scenario.bijdragePerLeerling}
                readOnly={readOnly}
                onChange={(bijdragePerLeerling) => bijdragePerLeerling !== undefined && wijzigScenario(scenario.id, (s) => withValue(s, { bijdragePerLeerling }), `Bijdrage per leerling ${formatPlain(bijdragePerLeerling)}`, 'bijdragePerLeerling')}
                aside={<SourceMark name="de bijdrage per leerling" source={scenario.herkomst?.['bijdragePerLeerling']} onChange={readOnly ? undefined : (source) => wijzigScenario(scenario.id, (s) => withSource(s, 'bijdragePerLeerling', source), 'Bron van bijdrage per leerling')} />}
              />
            )}
          </div>
        )}
        {scenario.nietDeelnemers === undefined && others.length > 0 && <Notice level="fault">Kies wat geldt voor {formatNumber(others.reduce((s, r) => s + r.leerlingen, 0))} leerlingen uit {others.map((r) => r.gemeente.naam).join(', ')}; tot dan wordt niet gerekend.</Notice>}
        {without > 0 && (
          <Notice action={!frozen && <button type="button" className="source-mark" onClick={() => explain({ soort: 'zonderToegang', scenario: scenario.id })}>per school</button>}>
            {formatNumber(without)} leerlingen hebben geen toegang: {rows.filter((r) => r.access === 'nee').map((r) => `${r.gemeente.naam} ${formatNumber(r.leerlingen)}`).join(', ')}. Hun zorg blijft individueel.
          </Notice>
        )}
      </section>
    </>
  );
}
