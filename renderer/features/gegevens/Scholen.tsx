/** The schools of the project. */
import { SCHOOLSOORTEN, type School } from '../../../models/project/types.ts';
import { choiceCell, textCell } from '../../components/grid/cells.ts';
import type { Column } from '../../components/grid/column.ts';
import { SCHOOLSOORT } from '../../help/words.ts';
import { useOpen } from '../../stand/hooks.ts';
import { List } from './lists.tsx';

const KINDS = SCHOOLSOORTEN.map((value) => ({ value, label: SCHOOLSOORT[value] }));

export function Scholen() {
  const { project } = useOpen();
  const gemeenten = project.gemeenten.map((g) => ({ value: g.code, label: g.naam }));
  const naam = new Map(gemeenten.map((g) => [g.value, g.label]));
  const columns: Column<School>[] = [
    { id: 'naam', title: 'School', width: 220, text: (s) => s.naam, sort: (s) => s.naam, edit: textCell((s: School) => s.naam, 'Vul een naam in.') },
    { id: 'id', title: 'Kenmerk', width: 120, text: (s) => s.id, sort: (s) => s.id, explanation: 'Waarmee andere gegevens naar de school verwijzen; verandert niet.' },
    { id: 'soort', title: 'Soort', width: 88, text: (s) => SCHOOLSOORT[s.soort], sort: (s) => s.soort, edit: choiceCell((s: School) => s.soort, KINDS) },
    { id: 'gemeente', title: 'Staat in', width: 160, text: (s) => naam.get(s.gemeente) ?? s.gemeente, sort: (s) => naam.get(s.gemeente), edit: choiceCell((s: School) => s.gemeente, gemeenten) },
    { id: 'vestigingscode', title: 'Vestigingscode', width: 120, text: (s) => s.vestigingscode ?? '', sort: (s) => s.vestigingscode, edit: textCell((s: School) => s.vestigingscode) },
    { id: 'samenwerkingsverband', title: 'Samenwerkingsverband', width: 180, text: (s) => s.samenwerkingsverband ?? '', sort: (s) => s.samenwerkingsverband, edit: textCell((s: School) => s.samenwerkingsverband) },
    { id: 'bestuur', title: 'Bestuur', width: 180, text: (s) => s.bestuur ?? '', sort: (s) => s.bestuur, edit: textCell((s: School) => s.bestuur) },
  ];
  return (
    <List<School>
      label="Scholen"
      name="scholen"
      one="school"
      many="scholen"
      note="Samenwerkingsverband en bestuur groeperen de scholen in de nulmeting."
      columns={columns}
      rows={project.scholen}
      rowKey={(s) => s.id}
      nameOf={(s) => s.naam}
      asChange={(lijst) => ({ soort: 'scholen', lijst })}
      fields={[{ id: 'id', label: 'Kenmerk', placeholder: 'kort en eigen, bijvoorbeeld stapsteen' }, { id: 'naam', label: 'Naam' }, { id: 'soort', label: 'Soort', options: KINDS }, { id: 'gemeente', label: 'Staat in', options: gemeenten }]}
      make={(values) => ({ ...values }) as unknown as School}
      empty={<p className="muted">Nog geen scholen. Lees een lijst in, of voeg ze toe.</p>}
    />
  );
}
