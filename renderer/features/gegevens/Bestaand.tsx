/** Arrangements that already exist: part of the nulscenario. */
import { GEMEENTEN } from '../../../models/project/standaard.ts';
import type { BestaandArrangement } from '../../../models/project/types.ts';
import { Segments } from '../../components/Select.tsx';
import { Shares } from '../../components/Shares.tsx';
import { choiceCell, dateCell, numberCell, sharesCell } from '../../components/grid/cells.ts';
import type { Column } from '../../components/grid/column.ts';
import { formatMonthShort } from '../../format/date.ts';
import { formatNumber, parseNumber } from '../../format/number.ts';
import { TIPS, tipText } from '../../help/tips.ts';
import { dragerNaam, dragersVan } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { withValue } from '../../stand/scenario.ts';
import { asDekking, proportional, writeShares } from '../../stand/shares.ts';
import { exampleMark, List } from './lists.tsx';

const ALL_GEMEENTEN = 'gemeenten';
const BY_PUPILS = 'naar leerlingen';

export function Bestaand() {
  const { project, stand } = useOpen();
  const scholen = project.scholen.map((s) => ({ value: s.id, label: s.naam }));
  const schoolnaam = new Map(scholen.map((s) => [s.value, s.label]));
  const gemeenten = project.gemeenten.map((g) => ({ value: g.code, label: g.naam }));
  const dragers = dragersVan(project).map((value) => ({ value, label: dragerNaam(project, value) }));
  const rows = project.bestaandeArrangementen ?? [];
  const nameOf = (b: BestaandArrangement): string => schoolnaam.get(b.school) ?? b.school;
  const dekking = sharesCell((b: BestaandArrangement) => b.dekking, dragers, ALL_GEMEENTEN, asDekking);
  const verdeling = sharesCell((b: BestaandArrangement) => b.verdeling, gemeenten, BY_PUPILS);
  const columns: Column<BestaandArrangement>[] = [
    { id: 'school', title: 'School', width: 160, text: nameOf, sort: nameOf, edit: choiceCell((b: BestaandArrangement) => b.school, scholen) },
    { id: 'jaarbedrag', title: 'Bedrag', unit: '€ per jaar', width: 112, explanation: tipText('jaarbedrag'), align: 'right', sourced: true, text: (b) => formatNumber(b.jaarbedrag), copy: (b) => String(b.jaarbedrag), sort: (b) => b.jaarbedrag, mark: (b) => exampleMark(b, 'jaarbedrag'), edit: numberCell((b: BestaandArrangement) => b.jaarbedrag, { minimum: 0 }) },
    { id: 'start', title: 'Vanaf', width: 100, text: (b) => (b.start ? formatMonthShort(b.start) : ''), sort: (b) => b.start ?? undefined, edit: dateCell((b: BestaandArrangement) => b.start ?? undefined, 'first', true) },
    { id: 'eind', title: 'Tot en met', width: 100, text: (b) => (b.eind ? formatMonthShort(b.eind) : ''), sort: (b) => b.eind ?? undefined, edit: dateCell((b: BestaandArrangement) => b.eind ?? undefined, 'last', true) },
    { id: 'dekking', title: 'Dekking', width: 240, grow: 1, explanation: tipText('dekking'), sourced: true, text: (b) => (b.dekking ? writeShares(b.dekking, dragers, 2) : ALL_GEMEENTEN), copy: dekking.start, mark: (b) => exampleMark(b, 'dekking'), edit: dekking },
    { id: 'verdeling', title: 'Verdeeld over', width: 280, grow: 2, explanation: tipText('bestaandVerdeling'), sourced: true, text: (b) => (b.verdeling ? writeShares(b.verdeling, gemeenten, 2) : BY_PUPILS), copy: verdeling.start, mark: (b) => exampleMark(b, 'verdeling'), edit: verdeling },
  ];
  /** Taking shares of its own changes nothing yet: they begin as those that held. */
  const asNow = (b: BestaandArrangement) => proportional(gemeenten.map(({ value }) => [value, project.leerlingen.reduce((s, l) => s + (l.school === b.school && l.gemeente === value ? l.aantal : 0), 0)]));
  return (
    <List<BestaandArrangement>
      label="Bestaande arrangementen"
      name="bestaand"
      one="bestaand arrangement"
      many="bestaande arrangementen"
      note="Wat er nu al is en in het nulscenario meetelt; een nieuw arrangement kan het vervangen."
      columns={columns}
      rows={rows}
      rowKey={(b) => String(rows.indexOf(b))}
      nameOf={nameOf}
      asChange={(lijst) => ({ soort: 'bestaandeArrangementen', lijst })}
      fields={[{ id: 'school', label: 'School', options: scholen }, { id: 'jaarbedrag', label: 'Bedrag per jaar, €' }]}
      make={(values) => ({ ...values, jaarbedrag: typeof values['jaarbedrag'] === 'string' ? (parseNumber(values['jaarbedrag']) ?? 0) : values['jaarbedrag'] }) as BestaandArrangement}
      empty={<p className="muted">Geen bestaande arrangementen.</p>}
      detail={(b, save) => {
        const set = (values: Partial<BestaandArrangement>, what: string, field?: string): void => save(withValue(b, values), `${what}, bestaand arrangement van ${nameOf(b)}`, field);
        return (
          <section className="row-detail" aria-label={`Dekking en verdeling van ${nameOf(b)}`}>
            <div className="section" data-tip="dekking">
              <h2>Dekking van {nameOf(b)}</h2>
              <p className="note">{TIPS.dekking.text}</p>
              <Shares shares={b.dekking ?? { [GEMEENTEN]: 1 }} options={dragers} tip="dekking" readOnly={stand.alleenLezen} onChange={(shares, what, field) => set({ dekking: asDekking(shares) }, `Dekking ${what}`, field && 'dekking')} />
            </div>
            <div className="section" data-tip="bestaandVerdeling">
              <h2>Deel van gemeenten verdeeld over</h2>
              <p className="note">{TIPS.bestaandVerdeling.text}</p>
              <Segments
                label="Verdeling van het deel van gemeenten"
                labelHidden
                value={b.verdeling === undefined ? 'leerlingen' : 'eigen'}
                isDisabled={stand.alleenLezen}
                options={[{ value: 'leerlingen', label: 'Naar leerlingen' }, { value: 'eigen', label: 'Eigen aandelen' }]}
                onChange={(how) => set({ verdeling: how === 'eigen' ? asNow(b) : undefined }, how === 'eigen' ? 'Eigen aandelen' : 'Verdeeld naar leerlingen')}
              />
              {b.verdeling && <Shares shares={b.verdeling} options={gemeenten} tip="bestaandVerdeling" readOnly={stand.alleenLezen} onChange={(shares, what, field) => set({ verdeling: shares }, `Verdeling ${what}`, field && 'verdeling')} />}
            </div>
          </section>
        );
      }}
    />
  );
}
