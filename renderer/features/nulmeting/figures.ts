/** Figures of the nulmeting that the page makes from the prepared data: per school and gemeente, per product. */
import type { Gegevens } from '../../../models/rekenen/gegevens.ts';

/** Kosten, leerlingen and jeugdigen per school × gemeente; flat at `school · gemeenten + gemeente`. Costs: all that gemeenten pay. */
export interface Matrix { kosten: Float64Array; leerlingen: Float64Array; jeugdigen: Float64Array }

const known = new WeakMap<Gegevens, Matrix>();

export function matrixOf(g: Gegevens): Matrix {
  const before = known.get(g);
  if (before) return before;
  const G = g.gemeenten.length;
  const kosten = new Float64Array(g.scholen.length * G);
  for (let s = 0; s < g.scholen.length; s++) {
    for (let c = g.celVan[s] as number; c < (g.celVan[s + 1] as number); c++) {
      if (g.productDrager[g.celProduct[c] as number] === 0) kosten[s * G + (g.celGemeente[c] as number)]! += g.celBasis[c] as number;
    }
  }
  const matrix = { kosten, leerlingen: g.leerlingen, jeugdigen: g.jeugdigen };
  known.set(g, matrix);
  return matrix;
}

export interface ProductFigures { index: number; kosten: number; vervangbaar: number; scholen: number; gemeenten: number }

/** Per product what it costs now, all bearers, and what of it could be replaced by its own share. */
export function productFigures(g: Gegevens): ProductFigures[] {
  const rows = g.producten.map((p, index) => ({ index, kosten: 0, vervangbaar: 0, share: p.vervangbaar, scholen: new Set<number>(), gemeenten: new Set<number>() }));
  for (let s = 0; s < g.scholen.length; s++) {
    for (let c = g.celVan[s] as number; c < (g.celVan[s + 1] as number); c++) {
      const row = rows[g.celProduct[c] as number]!;
      const bedrag = g.celBasis[c] as number;
      row.kosten += bedrag;
      row.vervangbaar += bedrag * row.share;
      row.scholen.add(s);
      row.gemeenten.add(g.celGemeente[c] as number);
    }
  }
  return rows.map(({ index, kosten, vervangbaar, scholen, gemeenten }) => ({ index, kosten, vervangbaar, scholen: scholen.size, gemeenten: gemeenten.size }));
}
