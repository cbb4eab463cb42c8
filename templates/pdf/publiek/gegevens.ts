/**
 * All that documents for `klankbordgroep` or `openbaar` are made of: the figures of the publication catalogue, and what is assumed and agreed. They get this and
 * nothing else (docs/beveiliging.md).
 */
import { KOLOM, OVERIGE } from '../../../models/bescherming/catalogus.ts';
import type { Tabel as Catalogustabel } from '../../../models/bescherming/types.ts';
import type { Project, VolledigScenario } from '../../../models/project/types.ts';
import { Catalogus, MERK, MERKUITLEG, type Publicatiegegevens } from '../../publicatie/gegevens.ts';
import type { Kenmerk } from '../document.ts';
import { html, type Html, type Inhoud } from '../html.ts';
import type { Tabelrij } from '../tabel.ts';
import { bedrag, effectgetal, gekleurd, getal, type Eenheid } from '../woorden.ts';
import type { Aannames } from '../vergelijking.ts';

export interface Publieksstof {
  kenmerk: Kenmerk;
  publicatie: Publicatiegegevens;
  /** What the parts of the project are, without anything that was counted. */
  project: Pick<Project, 'naam' | 'scholen' | 'gemeenten' | 'uitgangspunten'>;
  /** What is assumed and agreed. */
  scenario: VolledigScenario;
  /** The gemeenten that take part. */
  deelnemers: readonly { code: string; naam: string }[];
  /** What the others beside it assume. */
  naast: readonly Aannames[];
  /** Whether any figure in it is an example. */
  voorbeeld: boolean;
}

/** A published figure; null: hidden. */
export type Cijfer = number | null;
/** One a year, and what they add up to: of some rows only that was published. */
export interface Cijferreeks { jaren: readonly Cijfer[]; samen: Cijfer }

export { KOLOM, OVERIGE };
/** What stands in the place of a hidden figure, as in the workbook. */
export const verborgen: Html = html`<span class="verborgen">${MERK}</span>`;
export const UITLEG = MERKUITLEG;
export const UITLEG_EFFECT = `V −: voordelig, goedkoper dan het nulscenario. N +: nadelig, duurder. ${MERKUITLEG}`;

/** The years if every one of them is shown. */
export const heel = ({ jaren }: Cijferreeks): readonly number[] | undefined => (jaren.every((x) => x !== null) ? jaren : undefined);
/** The sum of figures that are all shown; a sum with a hidden one is hidden. */
const som = (delen: readonly Cijfer[]): Cijfer => delen.reduce((a, b) => (a === null || b === null ? null : a + b), 0);
export const samengeteld = (reeksen: readonly Cijferreeks[], Y: number): Cijferreeks => ({ jaren: Array.from({ length: Y }, (_, y) => som(reeksen.map(({ jaren }) => jaren[y] as Cijfer))), samen: som(reeksen.map(({ samen }) => samen)) });
/** What it adds up to from the first year through each. */
export const opgeteld = ({ jaren, samen }: Cijferreeks): Cijfer[] => jaren.map((_, y) => (y === jaren.length - 1 ? samen : som(jaren.slice(0, y + 1))));
/** A figure in words, or the mark. */
export const toon = (x: Cijfer, woord: (x: number) => Inhoud): Inhoud => (x === null ? verborgen : woord(x));
export const toonAantal = (x: Cijfer | undefined): Inhoud => (x === undefined ? '–' : toon(x, getal));

/** The publication, by row and column. */
export class Cijfers {
  readonly jaren: readonly number[];
  /** Amounts of a school or gemeente are written in euros, or where they were rounded in thousands of them. */
  readonly eenheid: Eenheid;
  private readonly catalogus: Catalogus;
  constructor(publicatie: Publicatiegegevens) {
    this.catalogus = new Catalogus(publicatie);
    this.jaren = publicatie.jaren;
    this.eenheid = publicatie.verantwoording.lezer === 'openbaar' ? 1000 : 1;
  }
  rijen(tabel: Catalogustabel): string[] {
    return this.catalogus.rijen(tabel);
  }
  kolommen(tabel: Catalogustabel): string[] {
    return this.catalogus.kolommen(tabel);
  }
  naam(tabel: 'scholen' | 'gemeenten', rij: string): string {
    return this.catalogus.naam(tabel, rij);
  }
  /** Rows of gemeenten that pay. */
  betalers(): string[] {
    return this.rijen('gemeenten').filter((rij) => this.reeks('gemeenten', rij, KOLOM.bijdrage) !== undefined);
  }
  /** Rows of the region about products or bearers, with what they are about. */
  regio(soort: 'product' | 'drager'): { rij: string; code: string }[] {
    return this.rijen('regio').filter((rij) => rij.startsWith(`${soort} `)).map((rij) => ({ rij, code: rij.slice(soort.length + 1) }));
  }
  aantal(tabel: Catalogustabel, rij: string, kolom: string): Cijfer | undefined {
    const waarde = this.catalogus.aantal(tabel, rij, kolom);
    return waarde === undefined ? undefined : cijferVan(waarde);
  }
  /** Undefined where the catalogue has none. @param scenario default the proposal */
  reeks(tabel: Catalogustabel, rij: string, kolom: string, scenario?: string): Cijferreeks | undefined {
    const waarden = this.catalogus.reeks(tabel, rij, kolom, scenario);
    if (waarden.some((waarde) => waarde === undefined)) return undefined;
    const jaren = waarden.map(cijferVan);
    const alleenSamen = this.catalogus.samen(tabel, rij, kolom, scenario);
    return { jaren, samen: alleenSamen === undefined ? som(jaren) : cijferVan(alleenSamen) };
  }
  /** The same for what every publication has. */
  vast(tabel: Catalogustabel, rij: string, kolom: string, scenario?: string): Cijferreeks {
    const reeks = this.reeks(tabel, rij, kolom, scenario);
    if (!reeks) throw new Error(`de publicatie heeft geen ${tabel} ${rij} ${kolom}`);
    return reeks;
  }
}

function cijferVan(waarde: unknown): Cijfer {
  if (waarde === MERK) return null;
  if (typeof waarde !== 'number') throw new Error(`geen cijfer van een publicatie: ${String(waarde)}`);
  return waarde;
}

/** Amounts per year and, if there is more than one year, what they add up to. */
export const bedragrij = (kop: Inhoud, reeks: Cijferreeks, eenheid: Eenheid, soort?: Tabelrij['soort']): Tabelrij => rij(kop, reeks, (x) => bedrag(x, eenheid), soort);
/** Likewise for differences with the nulscenario. */
export const effectrij = (kop: Inhoud, reeks: Cijferreeks, eenheid: Eenheid, soort?: Tabelrij['soort']): Tabelrij => rij(kop, reeks, (x) => gekleurd(effectgetal(x, eenheid)), soort);

function rij(kop: Inhoud, reeks: Cijferreeks, cel: (x: number) => Inhoud, soort: Tabelrij['soort']): Tabelrij {
  const cellen = [...reeks.jaren, ...(reeks.jaren.length > 1 ? [reeks.samen] : [])].map((x) => toon(x, cel));
  return soort === undefined ? { kop, cellen } : { kop, cellen, soort };
}
