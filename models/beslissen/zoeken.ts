/** Where a function crosses zero within a range: first a look at points all over it, so that several crossings are found, then each to the last digits. */

/** Points at which the function is looked at first. */
const VAKKEN = 32;
/** Half a cent: a figure of this size counts as 0. */
const HALVE_CENT = 0.005;

export interface Kruising {
  x: number;
  /** The function there. */
  rest: number;
  /** On which side it is ≤ 0; a whole number is itself on that side. */
  gehaaldBij: 'lager' | 'hoger';
}
export type Gezocht =
  | { soort: 'gevonden'; kruisingen: [Kruising, ...Kruising[]] }
  | { soort: 'nietBereikt'; bijVan: number; bijTot: number }
  | { soort: 'geenInvloed'; overal: number };

const teken = (y: number): number => (Math.abs(y) < HALVE_CENT ? 0 : Math.sign(y));

/**
 * The x at which f changes from one side of 0 to the other, or touches it at one of the points that are looked at.
 * @param van, tot ends of the range, van < tot
 * @param heel only whole x: each of them is looked at
 * @param nu the crossing nearest to this comes first
 */
export function zoek(f: (x: number) => number, van: number, tot: number, heel: boolean, nu: number): Gezocht {
  const punten = heel
    ? Array.from({ length: Math.floor(tot) - Math.ceil(van) + 1 }, (_, i) => Math.ceil(van) + i)
    : Array.from({ length: VAKKEN + 1 }, (_, i) => (i === VAKKEN ? tot : van + (i / VAKKEN) * (tot - van)));
  const waarden = punten.map(f);
  const eerste = waarden[0] as number;
  if (waarden.every((y) => Math.abs(y - eerste) < HALVE_CENT)) return { soort: 'geenInvloed', overal: eerste };

  const kruisingen: Kruising[] = [];
  for (const [i, y] of waarden.entries()) {
    const x = punten[i] as number;
    const vorige = waarden[i - 1];
    if (teken(y) === 0) {
      // Of a stretch on which it is 0 only the ends.
      const volgende = waarden[i + 1];
      if (vorige !== undefined && volgende !== undefined && teken(vorige) === 0 && teken(volgende) === 0) continue;
      kruisingen.push({ x, rest: y, gehaaldBij: (vorige !== undefined && teken(vorige) > 0) || (volgende !== undefined && teken(volgende) < 0) ? 'hoger' : 'lager' });
    } else if (vorige !== undefined && teken(vorige) * teken(y) < 0) {
      const gehaaldBij = y < 0 ? 'hoger' : 'lager';
      if (heel) kruisingen.push(y < 0 ? { x, rest: y, gehaaldBij } : { x: punten[i - 1] as number, rest: vorige, gehaaldBij });
      else kruisingen.push({ ...nulpunt(f, punten[i - 1] as number, vorige, x, y), gehaaldBij });
    }
  }
  const [dichtst, ...overige] = kruisingen.sort((a, b) => Math.abs(a.x - nu) - Math.abs(b.x - nu) || a.x - b.x);
  return dichtst ? { soort: 'gevonden', kruisingen: [dichtst, ...overige] } : { soort: 'nietBereikt', bijVan: eerste, bijTot: waarden.at(-1) as number };
}

/** Chandrupatla (1997): inverse quadratic interpolation where that is sure to help, else halving. f has different signs at both ends. */
export function nulpunt(f: (x: number) => number, x0: number, y0: number, x1: number, y1: number): { x: number; rest: number } {
  let [b, fb, a, fa, c, fc] = [x0, y0, x1, y1, x1, y1];
  let t = 0.5;
  for (let keer = 0; keer < 200; keer++) {
    const x = a + t * (b - a);
    const y = f(x);
    if (Math.sign(y) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [x, y];
    const [beste, rest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const tl = (4e-16 * Math.abs(beste) + 1e-15 * Math.abs(x1 - x0)) / Math.abs(b - c);
    if (rest === 0 || tl > 0.5) return { x: beste, rest };
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    t = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb)) : 0.5;
    t = Math.max(tl, Math.min(1 - tl, t));
  }
  return Math.abs(fa) < Math.abs(fb) ? { x: a, rest: fa } : { x: b, rest: fb };
}
