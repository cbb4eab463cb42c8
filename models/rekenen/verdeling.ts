/** Verdeling (rekenmodel 6): the gemeenten part of the lines in pools, and what each participant contributes. */
import { ingroeiVanaf, verdelingVan } from '../project/standaard.ts';
import type { Ingroei, Sleutel, VolledigScenario } from '../project/types.ts';
import type { Arrangementeffect } from './effect.ts';
import type { Gastbijdragen } from './gastbijdrage.ts';
import type { Gegevens } from './gegevens.ts';
import { ingroeistap } from './ingroei.ts';
import type { Kader } from './kader.ts';
import type { Regelkosten } from './inzet.ts';
import type { Bereik, Sleutelrekenaar } from './sleutel.ts';

/** Lines that are divided together, by one key. Pools without lines do not exist. */
export interface Pool {
  /** In messages and tables: "voor Stapsteen", "voor de regio". */
  naam: string;
  bereik: Bereik;
  sleutel: Sleutel;
  /** A line with a key of its own: divided by it every year, outside `ingroei`. */
  eigenSleutel: boolean;
  regels: Regelkosten[];
  /** Gemeenten part per year in euros, after guest contributions. */
  bedrag: Float64Array;
  /** Share per participant by `sleutel`; and by the key `van`, where there is ingroei. */
  aandelen: Float64Array;
  aandelenVan: Float64Array | undefined;
}

export interface Verdeeld {
  pools: Pool[];
  /** Contribution in euros per participant and year, at `deelnemer · jaren + y`; without guest contributions. */
  bijdragen: Float64Array;
}

export function verdeel(
  scenario: VolledigScenario, effecten: readonly Arrangementeffect[], regels: readonly Regelkosten[], gasten: Gastbijdragen,
  deelnemers: readonly number[], sleutels: Sleutelrekenaar, gegevens: Gegevens, kader: Kader,
): Verdeeld {
  const { bereik, sleutel, ingroei } = verdelingVan(scenario);
  const Y = kader.jaren.length;
  const vanaf = ingroei && ingroeiVanaf(ingroei);
  const pools = new Map<string, Pool>();

  for (const [nummer, r] of regels.entries()) {
    const effect = r.arrangement === undefined ? undefined : effecten[r.arrangement];
    const poolbereik: Bereik = effect && bereik === 'school' ? effect.school : 'regio';
    const eigen = r.regel.sleutel;
    const code = eigen ? `regel ${nummer}` : String(poolbereik);
    let pool = pools.get(code);
    if (!pool) {
      const waar = poolbereik === 'regio' ? 'voor de regio' : `voor ${gegevens.scholen[poolbereik]!.naam}`;
      const naam = eigen ? `${waar}, ${r.regel.omschrijving}` : waar;
      pool = {
        naam, bereik: poolbereik, sleutel: eigen ?? sleutel, eigenSleutel: eigen !== undefined, regels: [], bedrag: new Float64Array(Y),
        aandelen: sleutels.aandelen(eigen ?? sleutel, poolbereik, naam),
        aandelenVan: vanaf && !eigen ? sleutels.aandelen(vanaf, poolbereik, naam) : undefined,
      };
      pools.set(code, pool);
    }
    pool.regels.push(r);
    for (let y = 0; y < Y; y++) {
      const over = r.arrangement === undefined ? 1 : 1 - (gasten.verlaging[r.arrangement * Y + y] as number);
      pool.bedrag[y]! += (r.perJaar[y] as number) * r.aandeelGemeenten * over;
    }
  }

  const n = deelnemers.length;
  const doel = new Float64Array(n * Y);
  const ref = new Float64Array(n * Y);
  const eigen = new Float64Array(n * Y);
  for (const pool of pools.values()) {
    telOp(pool.eigenSleutel ? eigen : doel, pool.bedrag, pool.aandelen);
    if (pool.aandelenVan) telOp(ref, pool.bedrag, pool.aandelenVan);
  }
  const volgensSleutel = ingroei ? metIngroei(ingroei, doel, ref, deelnemers.map((g) => gegevens.inwoners[g] as number), Y) : doel;
  const bijdragen = volgensSleutel.map((bedrag, i) => bedrag + (eigen[i] as number));
  return { pools: [...pools.values()], bijdragen };
}

/** Adds an amount per year, divided over the participants, to what lies at `deelnemer · jaren + y`. Most shares of a school are 0, so those are skipped first. */
function telOp(naar: Float64Array, bedrag: Float64Array, aandelen: Float64Array): void {
  const Y = bedrag.length;
  for (let i = 0; i < aandelen.length; i++) {
    const aandeel = aandelen[i] as number;
    if (aandeel === 0) continue;
    for (let y = 0; y < Y; y++) naar[i * Y + y]! += (bedrag[y] as number) * aandeel;
  }
}

/** ref + δ per participant and year, all flat at `deelnemer · jaren + y`. @param inwoners per participant */
export function metIngroei(ingroei: Ingroei, doel: Float64Array, ref: Float64Array, inwoners: readonly number[], Y: number): Float64Array {
  const uit = ref.slice();
  for (let y = 0; y < Y; y++) {
    const inJaar = (vlak: Float64Array): number[] => inwoners.map((_, i) => vlak[i * Y + y] as number);
    for (const [i, delta] of ingroeistap(ingroei, y, inJaar(doel), inJaar(ref), inwoners).entries()) uit[i * Y + y]! += delta;
  }
  return uit;
}
