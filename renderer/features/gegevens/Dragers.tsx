/** Further bearers of cost, beside the built-in ones. */
import { DRAGERSOORTEN, type Drager } from '../../../models/project/types.ts';
import { choiceCell, textCell } from '../../components/grid/cells.ts';
import type { Column } from '../../components/grid/column.ts';
import { useOpen } from '../../stand/hooks.ts';
import { List } from './lists.tsx';

const KINDS = DRAGERSOORTEN.map((value) => ({ value, label: value }));

export function Dragers() {
  const { project } = useOpen();
  const columns: Column<Drager>[] = [
    { id: 'naam', title: 'Drager', width: 260, text: (d) => d.naam, sort: (d) => d.naam, edit: textCell((d: Drager) => d.naam, 'Vul een naam in.') },
    { id: 'code', title: 'Code', width: 160, text: (d) => d.code, sort: (d) => d.code },
    { id: 'soort', title: 'Soort', width: 120, text: (d) => d.soort, sort: (d) => d.soort, edit: choiceCell((d: Drager) => d.soort, KINDS) },
  ];
  return (
    <List<Drager>
      label="Dragers"
      name="dragers"
      one="drager"
      many="dragers"
      note="Altijd aanwezig: gemeenten, samenwerkingsverband, onderwijs, zorgverzekeraar, zorgkantoor en rijk."
      columns={columns}
      rows={project.dragers ?? []}
      rowKey={(d) => d.code}
      nameOf={(d) => d.naam}
      asChange={(lijst) => ({ soort: 'dragers', lijst })}
      fields={[{ id: 'code', label: 'Code' }, { id: 'naam', label: 'Naam' }, { id: 'soort', label: 'Soort', options: KINDS }]}
      make={(values) => ({ ...values }) as unknown as Drager}
      empty={<p className="muted">Geen eigen dragers.</p>}
    />
  );
}
