/** Verdeling (rekenmodel 6): the gemeenten part of the lines in pools, and what each participant contributes. */
import { ingroeiVanaf, verdelingVan } from '../project/standaard.ts';
import type { Sleutel, VolledigScenario } from '../project/types.ts';
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
        aandelenVan: ingroei && !eigen ? sleutels.aandelen(ingroeiVanaf(ingroei), poolbereik, naam) : undefined,
      };
      pools.set(code, pool);
    }
    pool.regels.push(r);
    for (let y = 0; y < Y; y++) {
      const over = r.arrangement === undefined ? 1 : 1 - (gasten.verlaging[r.arrangement * Y + y] as number);
      pool.bedrag[y]! += (r.perJaar[y] as number) * r.aandeelGemeenten * over;
    }
  }

  const bijdragen = new Float64Array(deelnemers.length * Y);
  const inwoners = Float64Array.from(deelnemers, (g) => gegevens.inwoners[g] as number);
  for (let y = 0; y < Y; y++) {
    const doel = new Float64Array(deelnemers.length);
    const ref = new Float64Array(deelnemers.length);
    const eigen = new Float64Array(deelnemers.length);
    for (const pool of pools.values()) {
      const bedrag = pool.bedrag[y] as number;
      if (bedrag === 0) continue;
      const naar = pool.eigenSleutel ? eigen : doel;
      for (let i = 0; i < naar.length; i++) naar[i]! += bedrag * (pool.aandelen[i] as number);
      if (pool.aandelenVan) for (let i = 0; i < ref.length; i++) ref[i]! += bedrag * (pool.aandelenVan[i] as number);
    }
    const delta = ingroei && ingroeistap(ingroei, y, doel, ref, inwoners);
    for (let i = 0; i < deelnemers.length; i++) {
      const doorSleutel = delta ? (ref[i] as number) + (delta[i] as number) : (doel[i] as number);
      bijdragen[i * Y + y] = doorSleutel + (eigen[i] as number);
    }
  }
  return { pools: [...pools.values()], bijdragen };
}
