/** The gemeenten of the project. */
import type { Gemeente } from '../../../models/project/types.ts';
import { isDeelnemer, isRestgroep } from '../../../models/project/standaard.ts';
import { choiceCell, numberCell, textCell } from '../../components/grid/cells.ts';
import type { Column } from '../../components/grid/column.ts';
import { formatNumber } from '../../format/number.ts';
import { tipText } from '../../help/tips.ts';
import { useOpen } from '../../stand/hooks.ts';
import { exampleMark, List } from './lists.tsx';

const YES_NO = [{ value: 'ja', label: 'Ja' }, { value: 'nee', label: 'Nee' }];

export function Gemeenten() {
  const { project } = useOpen();
  const all = project.herkomst?.['gemeenten'];
  const columns: Column<Gemeente>[] = [
    { id: 'naam', title: 'Gemeente', width: 200, text: (g) => g.naam, sort: (g) => g.naam, edit: textCell((g: Gemeente) => g.naam, 'Vul een naam in.') },
    { id: 'code', title: 'Code', width: 132, text: (g) => g.code, sort: (g) => g.code, explanation: 'CBS-code, of X-… voor leerlingen van wie de gemeente niet bekend is. Een code verandert niet: andere gegevens verwijzen ernaar.' },
    { id: 'inwoners', title: 'Inwoners', width: 100, explanation: tipText('inwoners'), align: 'right', sourced: true, text: (g) => (g.inwoners === undefined ? '' : formatNumber(g.inwoners)), copy: (g) => String(g.inwoners ?? ''), sort: (g) => g.inwoners, mark: (g) => (g.inwoners === undefined ? undefined : exampleMark(g, 'inwoners', all)), edit: numberCell((g: Gemeente) => g.inwoners, { minimum: 0, whole: true, optional: true }) },
    { id: 'inwonersJeugd', title: 'Inwoners 0–17', width: 112, explanation: tipText('inwonersJeugd'), align: 'right', sourced: true, text: (g) => (g.inwonersJeugd === undefined ? '' : formatNumber(g.inwonersJeugd)), copy: (g) => String(g.inwonersJeugd ?? ''), sort: (g) => g.inwonersJeugd, mark: (g) => (g.inwonersJeugd === undefined ? undefined : exampleMark(g, 'inwonersJeugd', all)), edit: numberCell((g: Gemeente) => g.inwonersJeugd, { minimum: 0, whole: true, optional: true }) },
    {
      id: 'deelnemer', title: 'Deelnemer', width: 100, text: (g) => (isDeelnemer(g) ? 'Ja' : 'Nee'), sort: (g) => (isDeelnemer(g) ? 0 : 1), explanation: 'Geldt voor scenario’s die hun deelnemers niet zelf noemen.',
      edit: { ...choiceCell((g: Gemeente) => (isDeelnemer(g) ? 'ja' : 'nee'), YES_NO), allowed: (g) => !isRestgroep(g.code), read: (text) => (/^(ja|j|1|x|waar|true)$/i.test(text.trim()) ? { ok: true, value: true } : /^(nee|n|0|onwaar|false|)$/i.test(text.trim()) ? { ok: true, value: false } : { ok: false, why: 'Vul ja of nee in.' }) },
    },
    { id: 'deelregio', title: 'Deelregio', width: 160, text: (g) => g.deelregio ?? '', sort: (g) => g.deelregio, edit: textCell((g: Gemeente) => g.deelregio) },
  ];
  return (
    <List<Gemeente>
      label="Gemeenten"
      name="gemeenten"
      one="gemeente"
      many="gemeenten"
      note="Enter of F2 wijzigt een cel, Ctrl+V plakt uit Excel, Ctrl+Delete verwijdert de gekozen rijen. Cursief is een voorbeeld."
      columns={columns}
      rows={project.gemeenten}
      rowKey={(g) => g.code}
      nameOf={(g) => g.naam}
      source={all}
      asChange={(lijst) => ({ soort: 'gemeenten', lijst })}
      fields={[{ id: 'code', label: 'Code', placeholder: 'GM0164, of X-… voor onbekend' }, { id: 'naam', label: 'Naam' }]}
      make={(values) => ({ code: '', naam: '', ...values }) as Gemeente}
      empty={<p className="muted">Nog geen gemeenten. Lees een lijst in, of voeg ze toe.</p>}
    />
  );
}
