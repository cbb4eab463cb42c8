/**
 * Cost games: what every group of players would pay if it went its own way, and what that says of a division (docs/beslissen.md, 6). A group is a set of
 * bits: bit i is player i. Costs may be negative (savings).
 */

/** Most players: 2¹⁶ groups. */
export const MEESTE_SPELERS = 16;

export interface Kostenspel {
  spelers: number;
  /** Cost of each group, at its set of bits; the empty group costs nothing. */
  kosten: Float64Array;
}

/** @param kosten of a group that is not empty */
export function kostenspel(spelers: number, kosten: (groep: number) => number): Kostenspel {
  if (spelers > MEESTE_SPELERS) throw new RangeError(`${spelers} spelers; hoogstens ${MEESTE_SPELERS}`);
  return { spelers, kosten: Float64Array.from({ length: 1 << spelers }, (_, groep) => (groep === 0 ? 0 : kosten(groep))) };
}

/** The group of all. */
export const allen = ({ spelers }: Kostenspel): number => (1 << spelers) - 1;

/** The numbers of the players of a group. */
export function ledenVan(groep: number): number[] {
  const leden: number[] = [];
  for (let i = 0; groep >> i > 0; i++) if ((groep >> i) & 1) leden.push(i);
  return leden;
}

/** Σ of what the members of each group pay, at its set of bits. */
export function sommenPerGroep(verdeling: ArrayLike<number>): Float64Array {
  const sommen = new Float64Array(1 << verdeling.length);
  for (let groep = 1; groep < sommen.length; groep++) {
    const laagste = 31 - Math.clz32(groep & -groep);
    sommen[groep] = (sommen[groep & (groep - 1)] as number) + (verdeling[laagste] as number);
  }
  return sommen;
}

/** Shapley (1953): what each adds, on average over all orders in which they could come. Adds up to the cost of all. */
export function shapley({ spelers: n, kosten }: Kostenspel): Float64Array {
  // |S|!·(n − |S| − 1)!/n! for each size of the group that a player joins.
  const gewichten = new Float64Array(n);
  if (n > 0) gewichten[0] = 1 / n;
  for (let s = 1; s < n; s++) gewichten[s] = ((gewichten[s - 1] as number) * s) / (n - s);
  const uit = new Float64Array(n);
  const grootte = new Uint8Array(kosten.length);
  for (let groep = 1; groep < kosten.length; groep++) grootte[groep] = (grootte[groep & (groep - 1)] as number) + 1;
  for (let i = 0; i < n; i++) {
    const bit = 1 << i;
    let som = 0;
    for (let groep = 0; groep < kosten.length; groep++) {
      if (groep & bit) continue;
      som += (gewichten[grootte[groep] as number] as number) * ((kosten[groep | bit] as number) - (kosten[groep] as number));
    }
    uit[i] = som;
  }
  return uit;
}

/** What each adds to all the others together. */
export function scheidbareKosten(spel: Kostenspel): Float64Array {
  const alles = allen(spel);
  return Float64Array.from({ length: spel.spelers }, (_, i) => (spel.kosten[alles] as number) - (spel.kosten[alles & ~(1 << i)] as number));
}

/**
 * Separable costs, remaining benefits: each pays what he adds, and of the rest in proportion to what he still saves by not going alone; equally where nobody
 * saves anything. Adds up to the cost of all.
 */
export function scrb(spel: Kostenspel): Float64Array {
  const scheidbaar = scheidbareKosten(spel);
  const rest = (spel.kosten[allen(spel)] as number) - scheidbaar.reduce((a, b) => a + b, 0);
  const voordelen = scheidbaar.map((kosten, i) => (spel.kosten[1 << i] as number) - kosten);
  const samen = voordelen.reduce((a, b) => a + b, 0);
  const grootte = voordelen.reduce((a, b) => a + Math.abs(b), 0);
  const deelbaar = Math.abs(samen) > 1e-9 * grootte;
  return scheidbaar.map((kosten, i) => kosten + rest * (deelbaar ? (voordelen[i] as number) / samen : 1 / spel.spelers));
}

/** A group that would pay less on its own, and how much less. */
export interface Bezwaar { groep: number; voordeel: number }

/** The groups that gain more than `marge` by leaving, most first; the division is in the core when there are none. */
export function bezwaren(spel: Kostenspel, verdeling: ArrayLike<number>, marge: number): Bezwaar[] {
  const sommen = sommenPerGroep(verdeling);
  const lijst: Bezwaar[] = [];
  for (let groep = 1; groep < sommen.length - 1; groep++) {
    const voordeel = (sommen[groep] as number) - (spel.kosten[groep] as number);
    if (voordeel > marge) lijst.push({ groep, voordeel });
  }
  return lijst.sort((a, b) => b.voordeel - a.voordeel || a.groep - b.groep);
}
