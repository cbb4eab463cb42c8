/** Which figure a question is about: the effect over all years, of one year or as net present value; of all gemeenten or of one. */
import { useState, type ReactNode } from 'react';
import type { Uitkomstkeuze } from '../../../models/beslissen/types.ts';
import { horizonVan } from '../../../models/project/standaard.ts';
import { Select } from '../../components/Select.tsx';
import { useOpen } from '../../stand/hooks.ts';

const ALL = '';

/** @param gemeenten to choose from; none: of all together */
export function useFigureChoice(gemeenten: readonly string[] = []): { keuze: Uitkomstkeuze; controls: ReactNode } {
  const { project } = useOpen();
  const years = horizonVan(project.uitgangspunten);
  const [measure, setMeasure] = useState('cumulatief');
  const [gemeente, setGemeente] = useState(ALL);
  const known = measure === 'cumulatief' || measure === 'ncw' || years.includes(Number(measure)) ? measure : 'cumulatief';
  const of = gemeenten.includes(gemeente) ? gemeente : ALL;
  const keuze: Uitkomstkeuze = { ...(known === 'cumulatief' || known === 'ncw' ? { maat: known } : { maat: 'jaar', jaar: Number(known) }), ...(of !== ALL && { gemeente: of }) };
  const controls = (
    <>
      <div className="compare-year">
        <Select label="Effect" labelHidden value={known} options={[{ value: 'cumulatief', label: `Opgeteld ${years[0]}–${years.at(-1)}` }, ...years.map((y) => ({ value: String(y), label: String(y) })), { value: 'ncw', label: 'Contante waarde' }]} onChange={setMeasure} />
      </div>
      {gemeenten.length > 1 && (
        <div className="compare-year">
          <Select label="Van" labelHidden value={of} options={[{ value: ALL, label: 'Alle gemeenten' }, ...gemeenten.map((code) => ({ value: code, label: project.gemeenten.find((g) => g.code === code)?.naam ?? code }))]} onChange={setGemeente} />
        </div>
      )}
    </>
  );
  return { keuze, controls };
}
