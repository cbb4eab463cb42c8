/** The parts of a bridge that are individual care (docs/beslissen.md, 4). */
import type { Evaluatie } from '../rekenen/evalueer.ts';
import type { Gegevens } from '../rekenen/gegevens.ts';

/** What lapses (−R) and the effect on the rest (O), of what gemeenten pay, in euros at `gemeente · jaren + y`. */
export function zorgdelen(gegevens: Gegevens, { effecten, isInbegrepen, kader }: Evaluatie): { vervangen: Float64Array; overig: Float64Array } {
  const Y = kader.jaren.length;
  const [vervangen, overig] = [new Float64Array(gegevens.gemeenten.length * Y), new Float64Array(gegevens.gemeenten.length * Y)];
  for (const a of effecten) {
    for (let c = gegevens.celVan[a.school] as number; c < (gegevens.celVan[a.school + 1] as number); c++) {
      const [g, p] = [gegevens.celGemeente[c] as number, gegevens.celProduct[c] as number];
      if (!isInbegrepen[g] || gegevens.productDrager[p] !== 0) continue;
      const index = gegevens.productLoon[p] ? kader.productindex.loon : kader.productindex.prijs;
      for (let y = 0; y < Y; y++) {
        const B = (gegevens.celBasis[c] as number) * (index[y] as number);
        vervangen[g * Y + y]! -= B * (a.aandeelVervangen[p * Y + y] as number);
        overig[g * Y + y]! += B * (a.aandeelOverig[p * Y + y] as number);
      }
    }
  }
  return { vervangen, overig };
}
