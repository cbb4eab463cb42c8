/** Publications made by hand for tests of the audit: a table of counts with any margins shown. */
import * as fc from 'fast-check';
import { NIETS_EERDER } from '../../models/bescherming/lezerskennis.ts';
import { somVan } from '../../models/bescherming/termen.ts';
import type { Publicatie } from '../../models/bescherming/types.ts';

/** A table of counts: every inner cell is a figure of its own, with row, column and grand totals. Small cells must be hidden; totals are always known. */
export function kruistabel(aantallen: readonly (readonly number[])[], drempel: number): Publicatie {
  const R = aantallen.length;
  const K = aantallen[0]?.length ?? 0;
  const plek = (r: number, k: number): number => r * K + k;
  const onbekenden = aantallen.flatMap((rij, r) => rij.map((waarde, k) => ({ naam: `${r}|${k}`, geheel: true, waarde })));
  const groepen: Publicatie['groepen'] = [];
  const cellen: Publicatie['cellen'] = [];
  const neem = (rij: string, kolom: string, plekken: number[], vast: boolean): void => {
    const waarde = plekken.reduce((som, p) => som + (onbekenden[p]?.waarde ?? 0), 0);
    groepen.push({ sleutel: `scholen|${rij}|${kolom}`, tabel: 'scholen', rij, kolom, prijs: vast ? Number.POSITIVE_INFINITY : 1 + waarde * 1e-6, ...(!vast && waarde < drempel && { primair: 'klein' as const }) });
    cellen.push({ groep: groepen.length - 1, soort: 'aantal', waarde, constante: 0, termen: somVan(plekken.map((p) => [p, 1] as const)) });
  };
  for (let r = 0; r < R; r++) for (let k = 0; k < K; k++) neem(`r${r}`, `k${k}`, [plek(r, k)], false);
  for (let r = 0; r < R; r++) neem(`r${r}`, 'totaal', Array.from({ length: K }, (_, k) => plek(r, k)), true);
  for (let k = 0; k < K; k++) neem('totaal', `k${k}`, Array.from({ length: R }, (_, r) => plek(r, k)), true);
  return { onbekenden, groepen, cellen, doelen: [], eerder: NIETS_EERDER, kennis: () => [] };
}

/** The exact range of every hidden count of a `kruistabel`, by trying every table of whole numbers that fits; only for small ones. */
export function waarBereik(p: Publicatie, verborgen: ReadonlySet<number>): Map<number, { min: number; max: number }> {
  const relaties = p.cellen.filter((cel) => !verborgen.has(cel.groep)).map((cel) => ({ ...cel.termen, waarde: cel.waarde }));
  const n = p.onbekenden.length;
  const rest = relaties.map((r) => r.waarde);
  const bij: number[][] = Array.from({ length: n }, () => []);
  const over = relaties.map((r) => r.plek.length);
  relaties.forEach((r, i) => r.plek.forEach((plek) => bij[plek]?.push(i)));
  const x = Array.from({ length: n }, () => 0);
  const uit = new Map<number, { min: number; max: number }>();
  const doelen = p.cellen.filter((cel) => verborgen.has(cel.groep));
  const probeer = (i: number): void => {
    if (i === n) {
      for (const cel of doelen) {
        const waarde = cel.termen.plek.reduce((som, plek) => som + (x[plek] ?? 0), 0);
        const bekend = uit.get(cel.groep);
        uit.set(cel.groep, { min: Math.min(bekend?.min ?? waarde, waarde), max: Math.max(bekend?.max ?? waarde, waarde) });
      }
      return;
    }
    const hier = bij[i] ?? [];
    const hoogste = Math.min(...hier.map((r) => rest[r] ?? 0));
    const laagste = Math.max(0, ...hier.filter((r) => over[r] === 1).map((r) => rest[r] ?? 0));
    if (!Number.isFinite(hoogste)) throw new Error('een onbekende zonder bovengrens');
    for (let waarde = laagste; waarde <= hoogste; waarde++) {
      x[i] = waarde;
      for (const r of hier) {
        rest[r]! -= waarde;
        over[r]! -= 1;
      }
      if (hier.every((r) => over[r]! > 0 || rest[r] === 0)) probeer(i + 1);
      for (const r of hier) {
        rest[r]! += waarde;
        over[r]! += 1;
      }
    }
  };
  probeer(0);
  return uit;
}

/** Random tables with many small counts. */
export const willekeurigeTabel = (rijen: number, kolommen: number, hoogste: number): fc.Arbitrary<number[][]> =>
  fc.tuple(fc.integer({ min: 2, max: rijen }), fc.integer({ min: 2, max: kolommen })).chain(([r, k]) =>
    fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: hoogste })), { minLength: k, maxLength: k }), { minLength: r, maxLength: r }));
