/** The rows of a sheet that nothing is known of, as they stand in the file: enough to see what it is and where its headings are. */
import type { Aanwijsblad } from '../../../../models/invoer/types.ts';
import { kolomletters } from '../../../../models/invoer/tekst.ts';

export function FirstRows({ unread: { rijen, koprij } }: { unread: Aanwijsblad }) {
  return (
    <section aria-label="Eerste rijen">
      <h3>{(rijen[0]?.rij ?? 1) > 1 && koprij !== null ? `Rijen bij rij ${koprij}` : 'Eerste rijen'}</h3>
      <div className="lines-box" tabIndex={0} role="region" aria-label="Rijen zoals ze in het bestand staan">
        <table className="lines first-rows">
          <thead><tr><th scope="col" className="number">rij</th>{rijen[0]?.waarden.map((_, i) => <th key={i} scope="col">{kolomletters(i + 1)}</th>)}</tr></thead>
          <tbody>
            {rijen.map((r) => (
              <tr key={r.rij} className={r.rij === koprij ? 'row-head' : undefined}>
                <th scope="row" className="number">{r.rij}</th>
                {r.waarden.map((waarde, i) => <td key={i} className="sample" title={waarde}>{waarde}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
