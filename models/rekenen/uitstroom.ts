/** Uitstroom (rekenmodel 4): how fast the indicaties that run on a measuring date end. */
import type { AggregaatUitstroom, Uitstroomwijze } from '../project/types.ts';
import { dagenInMaand, maandnaam, maandVan, OPEN_EIND, type Looptijd, type Maand } from './maand.ts';
import type { Voorbereiding } from './types.ts';

/** The twelve first-of-months up to and including peildatum, in order. */
export const meetmaanden = (peilmaand: Maand): Maand[] => Array.from({ length: 12 }, (_, i) => peilmaand - 11 + i);

/** Measuring date D of an arrangement: the latest first-of-month ≤ peildatum with the calendar month of its start, or peildatum itself. */
export function meetmaandVoor(start: Maand, peilmaand: Maand, meting: 'startmaand' | 'peildatum'): Maand {
  return meting === 'peildatum' ? peilmaand : peilmaand - ((((peilmaand - start) % 12) + 12) % 12);
}

/** Running at the first day of month D: start < D ≤ eind. */
export const looptOp = (l: Looptijd, meetmaand: Maand): boolean => l.startMaand < meetmaand && meetmaand <= l.eindMaand;

/** What of the running indicaties of a product remains: denominator and numerators of q, as an aggregaat states them (rekenmodel 4). */
export type Uitstroomsom = Pick<AggregaatUitstroom, 'product' | 'meetdatum' | 'maandbedrag' | 'resterend'>;

/** Adds up, per measuring date and product, the running monthly amounts and what of them remains in each later month. */
export interface Uitstroommeter {
  telIndicatie(product: number, looptijd: Looptijd, maandbedrag: number): void;
  telAggregaat(regel: Uitstroomsom, product: number): void;
  /** By measuring date and then product; only products with Σ m_i > 0, `resterend` for maximaleLooptijd months. */
  sommen(): Uitstroomsom[];
  /** q(0..maximaleLooptijd−1) per measuring date and product; only products with Σ m_i > 0. */
  uitkomst(): Voorbereiding['uitstroom'];
}

/**
 * @param producten product codes, in the order of the product indexes used in the counts
 * @param maximaleLooptijd months; q = 0 from there on
 */
export function uitstroommeter(producten: readonly string[], peilmaand: Maand, maximaleLooptijd: number): Uitstroommeter {
  const maanden = meetmaanden(peilmaand);
  const eerste = maanden[0] as Maand;
  const breedte = maximaleLooptijd + 1;
  const plek = (d: number, product: number): number => (d * producten.length + product) * breedte;
  // Amounts by the month in which they end (the last place: later than maximaleLooptijd), so that what remains is a sum from the end backwards:
  // only additions of amounts ≥ 0, and therefore exactly 0 after the last end.
  const eindigt = new Float64Array(maanden.length * producten.length * breedte);
  const restInEindmaand = new Float64Array(eindigt.length);
  const uitAggregaten = new Float64Array(eindigt.length);
  const noemerUitAggregaten = new Float64Array(maanden.length * producten.length);

  function sommen(): Uitstroomsom[] {
    return maanden.flatMap((maand, d) => producten.flatMap((product, p) => {
      const hier = plek(d, p);
      const resterend = Array.from({ length: maximaleLooptijd }, () => 0);
      let blijft = eindigt[hier + maximaleLooptijd] as number;
      for (let k = maximaleLooptijd - 1; k >= 0; k--) {
        resterend[k] = (restInEindmaand[hier + k] as number) + blijft + (uitAggregaten[hier + k] as number);
        blijft += eindigt[hier + k] as number;
      }
      const maandbedrag = blijft + (noemerUitAggregaten[d * producten.length + p] as number);
      return maandbedrag > 0 ? [{ product, meetdatum: `${maandnaam(maand)}-01`, maandbedrag, resterend }] : [];
    }));
  }

  return {
    telIndicatie(product, l, maandbedrag) {
      const van = Math.max(0, l.startMaand + 1 - eerste);
      const tot = Math.min(maanden.length - 1, l.eindMaand - eerste);
      const deel = l.eindMaand === OPEN_EIND ? 1 : l.eindDag / dagenInMaand(l.eindMaand);
      for (let d = van; d <= tot; d++) {
        const k = l.eindMaand - eerste - d;
        const hier = plek(d, product);
        if (k >= maximaleLooptijd) {
          eindigt[hier + maximaleLooptijd]! += maandbedrag;
        } else {
          eindigt[hier + k]! += maandbedrag;
          restInEindmaand[hier + k]! += maandbedrag * deel;
        }
      }
    },
    telAggregaat(regel, product) {
      const d = maandVan(regel.meetdatum) - eerste;
      if (d < 0 || d >= maanden.length) return;
      noemerUitAggregaten[d * producten.length + product]! += regel.maandbedrag;
      const hier = plek(d, product);
      for (let k = 0; k < maximaleLooptijd; k++) uitAggregaten[hier + k]! += regel.resterend[k] ?? 0;
    },
    sommen,
    uitkomst() {
      const uitkomst: Voorbereiding['uitstroom'] = Object.fromEntries(maanden.map((maand) => [maandnaam(maand), {}]));
      for (const { product, meetdatum, maandbedrag, resterend } of sommen()) {
        (uitkomst[meetdatum.slice(0, 7)] as Record<string, number[]>)[product] = resterend.map((teller) => teller / maandbedrag);
      }
      return uitkomst;
    },
  };
}

/**
 * Remaining durations × `factor`: q′(k) = q(k/factor), linear between whole months and 0 from the end of the list on. A factor of 0 leaves what is its
 * limit: q(0) in the first month and nothing after it.
 */
export function uitgerekt(q: readonly number[], factor: number): readonly number[] {
  if (factor === 1) return q;
  if (factor === 0) return q.slice(0, 1);
  return Array.from({ length: Math.ceil(q.length * factor) }, (_, k) => {
    const x = k / factor;
    const heel = Math.floor(x);
    return (q[heel] ?? 0) + (x - heel) * ((q[heel + 1] ?? 0) - (q[heel] ?? 0));
  });
}

/** q(k) of a wijze that does not look at running indicaties (rekenmodel 4). */
export function qZonderMeting(wijze: Exclude<Uitstroomwijze, { wijze: 'uitdienen' }>, k: number): number {
  if (wijze.wijze === 'omzetten') return 0;
  return k < wijze.maanden ? Math.max(0, 1 - (k + 0.5) / wijze.maanden) : 0;
}
