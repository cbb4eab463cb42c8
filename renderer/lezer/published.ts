/** Looks things up in a publication: figures by table, row, column, year and scenario. null: hidden; undefined: not in it. */
import { KOLOM, OVERIGE } from '../../models/bescherming/catalogus.ts';
import type { Publicatiecel } from '../../models/bescherming/publiceer.ts';
import type { Reden, Tabel } from '../../models/bescherming/types.ts';
import type { ProjectZonderRijen } from '../../models/contract/stand.ts';
import type { Publicatiecijfers } from '../../models/contract/publicatie.ts';
import { GEMEENTEN } from '../../models/project/standaard.ts';
import { dragerNaam } from '../help/words.ts';

export const VERBORGEN = 'verborgen';
/** What a hidden cell means, in a sentence. */
export const REDENWOORDEN: Record<Reden, string> = {
  klein: 'Verborgen: het gaat om weinig kinderen.',
  overheersing: 'Verborgen: het bedrag is grotendeels van één kind.',
  eerder: 'Verborgen, zoals in een eerdere uitgave.',
  aanvullend: 'Verborgen: anders is een ander verborgen cijfer uit te rekenen.',
  jaren: 'Verborgen per jaar: alleen alle jaren samen zijn te tonen.',
};

export type Figure = number | null;
/** Figures of which none is hidden; otherwise undefined. */
export const known = (list: readonly Figure[]): number[] | undefined => (list.every((v) => v !== null) ? [...list] : undefined);

const sleutel = (tabel: string, rij: string, kolom: string, jaar: number | undefined, scenario: string | undefined): string => JSON.stringify([tabel, rij, kolom, jaar ?? null, scenario ?? null]);

export class Published {
  readonly cijfers: Publicatiecijfers;
  readonly #project: ProjectZonderRijen;
  readonly #cellen = new Map<string, Publicatiecel>();

  constructor(cijfers: Publicatiecijfers, project: ProjectZonderRijen) {
    this.cijfers = cijfers;
    this.#project = project;
    for (const [tabel, cellen] of Object.entries(cijfers.tabellen)) for (const cel of cellen) this.#cellen.set(sleutel(tabel, cel.rij, cel.kolom, cel.jaar, cel.scenario), cel);
  }

  get years(): readonly number[] {
    return this.cijfers.jaren;
  }

  cell(tabel: Tabel, rij: string, kolom: string, jaar?: number, scenario?: string): Publicatiecel | undefined {
    return this.#cellen.get(sleutel(tabel, rij, kolom, jaar, scenario));
  }

  /** A figure per year. A nulscenario that a scenario shares with the others stands under none. */
  series(tabel: Tabel, rij: string, kolom: string, scenario?: string): Figure[] | undefined {
    const cells = this.years.map((jaar) => this.cell(tabel, rij, kolom, jaar, scenario) ?? (kolom === KOLOM.nul ? this.cell(tabel, rij, kolom, jaar) : undefined));
    return cells.some((c) => c === undefined) ? undefined : cells.map((c) => c!.waarde);
  }

  /** The regional series; known, unless the whole region is small. */
  region(kolom: 'effect' | 'bijdrage', scenario: string): number[] | undefined {
    const found = this.series('regio', 'regio', kolom, scenario);
    return found && known(found);
  }
  /** What gemeenten together pay without any arrangement. */
  regionNul(scenario: string): number[] | undefined {
    const found = this.series('regio', `drager ${GEMEENTEN}`, KOLOM.nul, scenario);
    return found && known(found);
  }

  /** Rows of a table in their order, those taken together last. */
  rows(tabel: Tabel): string[] {
    const rows = [...new Set(this.cijfers.tabellen[tabel].map((c) => c.rij))];
    return [...rows.filter((r) => r !== OVERIGE), ...rows.filter((r) => r === OVERIGE)];
  }
  columns(tabel: Tabel): string[] {
    return [...new Set(this.cijfers.tabellen[tabel].map((c) => c.kolom))];
  }

  naam(tabel: Tabel, rij: string): string {
    const { scholen, gemeenten, producten } = this.#project;
    if (tabel === 'regio') {
      const [soort, code = ''] = [rij.split(' ', 1)[0], rij.slice(rij.indexOf(' ') + 1)];
      return soort === 'product' ? (producten.find((p) => p.code === code)?.naam ?? code) : soort === 'drager' ? dragerNaam(this.#project, code) : 'Alle gemeenten samen';
    }
    if (rij === OVERIGE) return `Overige ${tabel} (${this.cijfers.opgerold[tabel].join(', ')})`;
    return (tabel === 'scholen' ? scholen.find((s) => s.id === rij)?.naam : gemeenten.find((g) => g.code === rij)?.naam) ?? rij;
  }
  scenarioNaam(id: string): string {
    return this.#project.scenarios.find((s) => s.id === id)?.naam ?? id;
  }
}
