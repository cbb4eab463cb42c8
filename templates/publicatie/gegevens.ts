/**
 * All that a workbook for `klankbordgroep` or `openbaar` is made of (docs/beveiliging.md). The sheets get this and nothing else: what is not in the publication
 * catalogue, the assumptions or the cost lines cannot come into the file.
 */
import { OVERIGE } from '../../models/bescherming/catalogus.ts';
import type { Publicatiecel } from '../../models/bescherming/publiceer.ts';
import type { Tabel } from '../../models/bescherming/types.ts';
import type { Scenarioregel } from '../voorstel/scenarioregels.ts';
import type { Waarde } from '../voorstel/formule.ts';
import type { Rekenaannames } from './rekenaannames.ts';

/** What stands in the place of a hidden figure. One mark, whatever the reason: that a figure is small would itself tell something. */
export const MERK = '•';
export const isCijfer = (waarde: Waarde | undefined): waarde is number => typeof waarde === 'number';
export const MERKUITLEG = `${MERK} = verborgen, zodat geen kind herkenbaar is.`;

export interface Publicatiegegevens {
  project: string;
  jaren: readonly number[];
  scenario: { id: string; naam: string };
  /** Others beside it. */
  naast: readonly { id: string; naam: string }[];
  tabellen: Record<Tabel, readonly Publicatiecel[]>;
  /** What rows of the catalogue are called. */
  namen: { scholen: ReadonlyMap<string, string>; gemeenten: ReadonlyMap<string, string>; producten: ReadonlyMap<string, string>; dragers: ReadonlyMap<string, string> };
  /** Subject and value, in words; and what the school side calculates with. */
  aannames: { project: readonly (readonly [onderwerp: string, waarde: string])[]; scenario: ReadonlyMap<string, Scenarioregel>; rekenen: Rekenaannames };
  /** Euros to which amounts per school and gemeente are rounded; absent: they are not. */
  afronding?: number;
  verantwoording: { lezer: string; opschrift: string; toelichting: readonly string[]; programma: string; gemaakt: string; vingerafdruk: string };
}

/** The catalogue by row and column. */
export class Catalogus {
  private readonly cellen = new Map<string, Waarde>();
  private readonly rijenVan: Record<Tabel, Set<string>> = { scholen: new Set(), gemeenten: new Set(), regio: new Set() };
  private readonly kolommenVan: Record<Tabel, Set<string>> = { scholen: new Set(), gemeenten: new Set(), regio: new Set() };
  private readonly gegevens: Publicatiegegevens;
  /** Whether of some rows only the sum of all years was published. */
  readonly jarenSamen: boolean;
  constructor(gegevens: Publicatiegegevens) {
    this.gegevens = gegevens;
    this.jarenSamen = Object.values(gegevens.tabellen).some((cellen) => cellen.some(({ soort, jaar }) => soort === 'bedrag' && jaar === undefined));
    for (const tabel of Object.keys(this.rijenVan) as Tabel[]) {
      for (const { rij, kolom, jaar, scenario, waarde } of gegevens.tabellen[tabel]) {
        this.rijenVan[tabel].add(rij);
        this.kolommenVan[tabel].add(kolom);
        this.cellen.set(sleutelVan(tabel, rij, kolom, jaar, scenario), waarde ?? MERK);
      }
    }
  }
  rijen(tabel: Tabel): string[] {
    return [...this.rijenVan[tabel]];
  }
  kolommen(tabel: Tabel): string[] {
    return [...this.kolommenVan[tabel]];
  }
  naam(tabel: 'scholen' | 'gemeenten', rij: string): string {
    return rij === OVERIGE ? `Overige ${tabel}` : (this.gegevens.namen[tabel].get(rij) ?? rij);
  }
  aantal(tabel: Tabel, rij: string, kolom: string): Waarde | undefined {
    return this.cellen.get(sleutelVan(tabel, rij, kolom));
  }
  /** The sum of all years, where only that was published. */
  samen(tabel: Tabel, rij: string, kolom: string, scenario = this.gegevens.scenario.id): Waarde | undefined {
    return this.cellen.get(sleutelVan(tabel, rij, kolom, undefined, scenario)) ?? this.cellen.get(sleutelVan(tabel, rij, kolom));
  }
  /** One figure a year, of a scenario or of all; undefined where the catalogue has none. */
  reeks(tabel: Tabel, rij: string, kolom: string, scenario = this.gegevens.scenario.id): (Waarde | undefined)[] {
    return this.gegevens.jaren.map((jaar) => this.cellen.get(sleutelVan(tabel, rij, kolom, jaar, scenario)) ?? this.cellen.get(sleutelVan(tabel, rij, kolom, jaar)));
  }
}

const sleutelVan = (tabel: Tabel, rij: string, kolom: string, jaar?: number, scenario?: string): string => JSON.stringify([tabel, rij, kolom, jaar ?? null, scenario ?? null]);
