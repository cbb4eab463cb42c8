/** Per product: what it costs at this school now, which share a team can replace, and what that comes to. */
import type { ClipboardEvent } from 'react';
import type { Arrangement, School } from '../../../models/project/types.ts';
import { vervangbaarVan } from '../../../models/project/standaard.ts';
import { useUnit } from '../../app/unit.ts';
import { Figure } from '../../components/Figure.tsx';
import { NumberField, numberFault } from '../../components/NumberField.tsx';
import { formatAmount, unitLabel } from '../../format/amount.ts';
import { count, formatPlain, formatShare, parseNumber } from '../../format/number.ts';
import { useNulmeting, useOpen } from '../../stand/hooks.ts';
import { withSource, withValue, without, wijzigArrangement } from '../../stand/scenario.ts';
import { explain } from '../uitleg/explain.ts';
import { ParentMark, SourceMark } from './SourceMark.tsx';
import { useEditing } from './context.ts';
import { pastedBlock, place, tellRefused } from './paste.ts';

export function Replaceable({ arrangement: a, parent, school }: { arrangement: Arrangement; parent: Arrangement | undefined; school: School }) {
  const { project } = useOpen();
  const { scenario, readOnly, frozen } = useEditing();
  const nulmeting = useNulmeting();
  const [unit] = useUnit();
  const basis = new Map<string, number>();
  const g = nulmeting?.gegevens;
  const s = g?.schoolIndex.get(school.id);
  if (g && s !== undefined) {
    for (let c = g.celVan[s] as number; c < (g.celVan[s + 1] as number); c++) {
      const code = g.producten[g.celProduct[c] as number]!.code;
      basis.set(code, (basis.get(code) ?? 0) + (g.celBasis[c] as number));
    }
  }
  // A frozen copy holds no rows to tell the products of a school by: then what can be replaced at all, without amounts.
  const rows = project.producten.filter((p) => (frozen ? vervangbaarVan(a, p) > 0 : basis.has(p.code)) || a.vervangbaar?.[p.code] !== undefined);
  const setAll = (shares: ReadonlyMap<string, number | undefined>, what: string, field?: string): void =>
    wijzigArrangement(scenario.id, school.id, (x) => {
      const vervangbaar = without({ ...x.vervangbaar, ...Object.fromEntries(shares) });
      return withValue<Arrangement>(x, { vervangbaar: Object.keys(vervangbaar).length > 0 ? vervangbaar : undefined } as Partial<Arrangement>);
    }, `${what}: ${school.naam}`, field);
  const set = (code: string, share: number | undefined): void => setAll(new Map([[code, share]]), `Vervangbaar ${code} ${share === undefined ? 'als het product' : formatShare(share)}`, `vervangbaar ${code}`);
  /** A column of percentages from Excel; an empty cell is the product's own share. */
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const block = readOnly ? undefined : pastedBlock(event);
    if (!block) return;
    const refused = block.cells.flatMap((texts, i) => {
      const why = rows[block.row + i] === undefined || texts.length > 1 ? 'past niet in de tabel' : numberFault(texts[0] ?? '', { minimum: 0, maximum: 100, optional: true });
      return why === undefined ? [] : [`rij ${block.row + i + 1}: ${why}`];
    });
    if (refused.length > 0) return tellRefused(refused);
    setAll(new Map(block.cells.map((texts, i) => {
      const percent = parseNumber(texts[0] ?? '');
      return [rows[block.row + i]!.code, percent === undefined ? undefined : percent / 100];
    })), `Vervangbaar van ${count(block.cells.length, 'product', 'producten')} geplakt`);
  };
  const total = rows.reduce((sum, p) => sum + (basis.get(p.code) ?? 0), 0);
  const replaced = rows.reduce((sum, p) => sum + (basis.get(p.code) ?? 0) * vervangbaarVan(a, p), 0);

  return (
    <section className="section" aria-labelledby={`vervangbaar-${school.id}`}>
      <div className="section-head">
        <h3 id={`vervangbaar-${school.id}`}>Vervangbaar per product</h3>
        <SourceMark name={`vervangbaar op ${school.naam}`} source={a.herkomst?.['vervangbaar']} onChange={readOnly ? undefined : (source) => wijzigArrangement(scenario.id, school.id, (x) => withSource(x, 'vervangbaar', source), `Bron van vervangbaar: ${school.naam}`)} />
      </div>
      {rows.length === 0 ? <p className="muted">Voor deze school zijn in de twaalf maanden voor de peildatum geen kosten geleverd.</p> : (
        <div className="lines-box">
          <table className="lines" aria-labelledby={`vervangbaar-${school.id}`} onPaste={onPaste}>
            <thead>
              <tr>
                <th scope="col" className="col-text">Product</th>
                {!frozen && <th scope="col" className="number">Kosten nu<br />{unitLabel(unit)} per jaar</th>}
                <th scope="col" className="number col-amount">Vervangbaar<br />%</th>
                {!frozen && <th scope="col" className="number">Vervangbaar<br />{unitLabel(unit)} per jaar</th>}
                <th scope="col"><span className="visually-hidden">Verschil met het bovenliggende scenario</span></th>
              </tr>
            </thead>
            <tbody>
              {rows.map((p, row) => {
                const own = a.vervangbaar?.[p.code];
                const now = basis.get(p.code) ?? 0;
                const was = parent?.vervangbaar?.[p.code];
                return (
                  <tr key={p.code}>
                    <td>{p.naam} <span className="note">{p.code}</span></td>
                    {!frozen && <td className="number"><Figure text={formatAmount(now, unit)} onOpen={() => explain({ soort: 'basis', school: school.id, product: p.code })} label={`Kosten nu, ${p.naam}`} /></td>}
                    <td {...place(row, 0)}><NumberField label={`Vervangbaar ${p.naam}`} labelHidden scale={100} step={5} minimum={0} maximum={100} optional placeholder={formatPlain(p.vervangbaar * 100)} tip="vervangbaar" value={own} readOnly={readOnly} onChange={(share) => set(p.code, share)} /></td>
                    {!frozen && <td className="number">{formatAmount(now * vervangbaarVan(a, p), unit)}</td>}
                    <td>{parent && was !== own && <ParentMark was={was === undefined ? 'als product' : formatShare(was)} onReset={readOnly ? undefined : () => set(p.code, was)} />}</td>
                  </tr>
                );
              })}
            </tbody>
            {!frozen && <tfoot><tr><td>Totaal</td><td className="number">{formatAmount(total, unit)}</td><td className="number">{total === 0 ? '' : formatShare(replaced / total, 0)}</td><td className="number">{formatAmount(replaced, unit)}</td><td>{null}</td></tr></tfoot>}
          </table>
        </div>
      )}
      <p className="note">Leeg is het aandeel van het product, dat grijs staat.{!frozen && ' Bedragen in prijspeil van de nulmeting, alle dragers.'}</p>
    </section>
  );
}
