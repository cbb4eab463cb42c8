/** Which figure a question is about: the effect over all years, of one year or as net present value; of all gemeenten or of one. */
import { useState, type ReactNode } from 'react';
import type { Uitkomstkeuze } from '../../../models/beslissen/types.ts';
import { horizonVan } from '../../../models/project/standaard.ts';
import type { Gemeente } from '../../../models/project/types.ts';
import { Select } from '../../components/Select.tsx';
import { useOpen } from '../../stand/hooks.ts';
import './Beslissen.css';

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
      <div className="figure-choice">
        <Select label="Effect" labelHidden tip="uitkomstkeuze" value={known} options={[{ value: 'cumulatief', label: 'Alle jaren' }, ...years.map((y) => ({ value: String(y), label: String(y) })), { value: 'ncw', label: 'Contante waarde' }]} onChange={setMeasure} />
      </div>
      {gemeenten.length > 1 && (
        <div className="figure-choice-of">
          <Select label="Van" labelHidden tip="uitkomstkeuze" value={of} options={[{ value: ALL, label: 'Alle gemeenten' }, ...gemeenten.map((code) => ({ value: code, label: project.gemeenten.find((g) => g.code === code)?.naam ?? code }))]} onChange={setGemeente} />
        </div>
      )}
    </>
  );
  return { keuze, controls };
}

/** The choice as it stands below a title: `opgeteld 2027–2030, alle gemeenten`. */
export function figureWords({ maat, jaar, gemeente }: Uitkomstkeuze, years: readonly number[], gemeenten: readonly Gemeente[]): string {
  const when = jaar !== undefined ? `in ${jaar}` : `${maat === 'ncw' ? 'contante waarde' : 'opgeteld'} ${years[0]}–${years.at(-1)}`;
  return `${when}, ${gemeente === undefined ? 'alle gemeenten' : (gemeenten.find((g) => g.code === gemeente)?.naam ?? gemeente)}`;
}
