/** Distributions of uncertain assumptions as they are edited: three places, of which a kind uses one, two or all. */
import type { Bronvermelding, Kansverdeling, OnzekereParameter, Onzekerheid } from '../../../models/project/types.ts';
import { withSource, without } from '../../stand/source.ts';

export type Kind = Kansverdeling['soort'];
/** Low, middle, high. */
export type Places = readonly [number | undefined, number | undefined, number | undefined];

export const KINDS: { value: Kind; label: string; note: string; names: readonly [string | undefined, string | undefined, string | undefined] }[] = [
  { value: 'driehoek', label: 'Driehoek', note: 'laagst, meest waarschijnlijk, hoogst', names: ['laagste', 'meest waarschijnlijke', 'hoogste'] },
  { value: 'pert', label: 'Pert', note: 'als driehoek, dichter bij het midden', names: ['laagste', 'meest waarschijnlijke', 'hoogste'] },
  { value: 'p10p50p90', label: 'P10–P90', note: '10 %, 50 % en 90 % ligt eronder', names: ['P10', 'P50', 'P90'] },
  { value: 'uniform', label: 'Gelijk', note: 'elke waarde even waarschijnlijk', names: ['laagste', undefined, 'hoogste'] },
  { value: 'vast', label: 'Vast', note: 'één waarde', names: [undefined, 'vaste', undefined] },
];

export function placesOf(v: Kansverdeling): Places {
  switch (v.soort) {
    case 'driehoek': case 'pert': return [v.min, v.modus, v.max];
    case 'p10p50p90': return [v.p10, v.p50, v.p90];
    case 'uniform': return [v.min, undefined, v.max];
    case 'vast': return [undefined, v.waarde, undefined];
  }
}

/** The distribution of this kind through these places; one that is missing lies where it changes least. */
export function distributionOf(kind: Kind, [low, middle, high]: Places): Kansverdeling {
  const centre = middle ?? ((low ?? high ?? 0) + (high ?? low ?? 0)) / 2;
  switch (kind) {
    case 'driehoek': case 'pert': return { soort: kind, min: low ?? centre, modus: centre, max: high ?? centre };
    case 'p10p50p90': return { soort: kind, p10: low ?? centre, p50: centre, p90: high ?? centre };
    case 'uniform': return { soort: kind, min: low ?? centre, max: high ?? centre };
    case 'vast': return { soort: kind, waarde: centre };
  }
}

/** Whether its places do not decrease. */
export const isOrdered = (v: Kansverdeling): boolean => {
  const known = placesOf(v).filter((x) => x !== undefined);
  return known.every((x, i) => i === 0 || x >= (known[i - 1] as number));
};

export interface Measure { unit: string; scale: number; step: number; minimum?: number }
/** How values of a parameter are written. */
export const measureOf = (parameter: OnzekereParameter): Measure =>
  parameter.endsWith('Factor') ? { unit: '×', scale: 1, step: 0.05, minimum: 0 } : parameter === 'startvertraging' ? { unit: 'mnd', scale: 1, step: 1 } : { unit: '%', scale: 100, step: 0.1 };

/** Where the distribution of an uncertain assumption comes from. */
export const sourceOf = (o: Onzekerheid): Bronvermelding => without({ bron: o.bron, datum: o.datum, status: o.herkomst?.['verdeling']?.status });

export function withSourceOf(o: Onzekerheid, source: Bronvermelding): Onzekerheid {
  const { bron: _b, datum: _d, ...rest } = withSource(o, 'verdeling', source);
  return { ...rest, ...(source.bron && { bron: source.bron }), ...(source.datum && { datum: source.datum }) };
}

/** Another distribution is the user's own assumption: the source of the old one does not hold for it. */
export const withDistribution = (o: Onzekerheid, verdeling: Kansverdeling): Onzekerheid => withSourceOf({ ...o, verdeling }, sourceOf(o).bron || sourceOf(o).status ? { status: 'aanname' } : {});
