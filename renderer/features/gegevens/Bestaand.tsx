/** Arrangements that already exist: part of the nulscenario. */
import type { BestaandArrangement } from '../../../models/project/types.ts';
import { choiceCell, dateCell, numberCell } from '../../components/grid/cells.ts';
import type { Column } from '../../components/grid/column.ts';
import { formatMonthShort } from '../../format/date.ts';
import { formatNumber, formatShare, parseNumber } from '../../format/number.ts';
import { tipText } from '../../help/tips.ts';
import { dekkingWoorden } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { exampleMark, List } from './lists.tsx';

export function Bestaand() {
  const { project } = useOpen();
  const scholen = project.scholen.map((s) => ({ value: s.id, label: s.naam }));
  const schoolnaam = new Map(scholen.map((s) => [s.value, s.label]));
  const gemeentenaam = new Map(project.gemeenten.map((g) => [g.code, g.naam]));
  const rows = project.bestaandeArrangementen ?? [];
  const columns: Column<BestaandArrangement>[] = [
    { id: 'school', title: 'School', width: 200, text: (b) => schoolnaam.get(b.school) ?? b.school, sort: (b) => schoolnaam.get(b.school), edit: choiceCell((b: BestaandArrangement) => b.school, scholen) },
    { id: 'jaarbedrag', title: 'Bedrag', unit: '€ per jaar', width: 112, explanation: tipText('jaarbedrag'), align: 'right', text: (b) => formatNumber(b.jaarbedrag), copy: (b) => String(b.jaarbedrag), sort: (b) => b.jaarbedrag, mark: (b) => exampleMark(b, 'jaarbedrag'), edit: numberCell((b: BestaandArrangement) => b.jaarbedrag, { minimum: 0 }) },
    { id: 'start', title: 'Vanaf', width: 100, text: (b) => (b.start ? formatMonthShort(b.start) : ''), sort: (b) => b.start ?? undefined, edit: dateCell((b: BestaandArrangement) => b.start ?? undefined, 'first', true) },
    { id: 'eind', title: 'Tot en met', width: 100, text: (b) => (b.eind ? formatMonthShort(b.eind) : ''), sort: (b) => b.eind ?? undefined, edit: dateCell((b: BestaandArrangement) => b.eind ?? undefined, 'last', true) },
    { id: 'dekking', title: 'Dekking', width: 220, explanation: tipText('dekking'), text: (b) => dekkingWoorden(project, b.dekking) },
    { id: 'verdeling', title: 'Verdeeld over', width: 300, explanation: tipText('bestaandVerdeling'), text: (b) => (b.verdeling ? Object.entries(b.verdeling).filter(([code]) => code !== 'herkomst').map(([code, share]) => `${gemeentenaam.get(code) ?? code} ${formatShare(share)}`).join(', ') : 'naar leerlingen') },
  ];
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
      nameOf={(b) => schoolnaam.get(b.school) ?? b.school}
      asChange={(lijst) => ({ soort: 'bestaandeArrangementen', lijst })}
      fields={[{ id: 'school', label: 'School', options: scholen }, { id: 'jaarbedrag', label: 'Bedrag per jaar, €' }]}
      make={(values) => ({ ...values, jaarbedrag: typeof values['jaarbedrag'] === 'string' ? (parseNumber(values['jaarbedrag']) ?? 0) : values['jaarbedrag'] }) as BestaandArrangement}
      empty={<p className="muted">Geen bestaande arrangementen.</p>}
    />
  );
}
