/**
 * Lines for the begroting of each gemeente: its nulscenario and scenario per taakveld and year, structureel and incidenteel apart (rekenmodel 5: `eenmalig`
 * is incidenteel). A contribution follows the taakveld of the lines that it pays for. The differences add up to the effect on the gemeente.
 */
import { taakveldIn, type Taakveldkeuze } from '../project/taakvelden.ts';
import type { Doorrekening } from './bereken.ts';
import type { Gegevens } from './gegevens.ts';
import type { Regelkosten } from './inzet.ts';
import { kaderVanSchool } from './kader.ts';
import type { Reeks } from './types.ts';

/** What has no taakveld of its own, or none in a year. */
export const ZONDER_TAAKVELD = 'geen taakveld';
export const BESTAANDE_ARRANGEMENTEN = 'bestaande arrangementen';
/** What ingroei moves between gemeenten: it belongs to no cost line. */
export const INGROEI = 'ingroei van de bijdrage';

/** Euros per year of one gemeente on one taakveld. */
export interface Begrotingsregel { taakveld: string; nul: Reeks; structureel: Reeks; incidenteel: Reeks }

const naamIn = (taakveld: Taakveldkeuze, jaar: number): string => taakveldIn(taakveld, jaar) ?? ZONDER_TAAKVELD;
/** What is no taakveld comes last, in this order. */
const plaats = (naam: string): number => [ZONDER_TAAKVELD, BESTAANDE_ARRANGEMENTEN, INGROEI].indexOf(naam);

/** @returns lines per gemeente in the order of the project, in order of taakveld; lines that are 0 throughout are left out */
export function begrotingsregels(gegevens: Gegevens, { evaluatie: e, nul }: Doorrekening): Begrotingsregel[][] {
  const { jaren } = e.kader;
  const Y = jaren.length;
  const G = gegevens.gemeenten.length;
  const perGemeente = gegevens.gemeenten.map(() => new Map<string, Begrotingsregel>());
  const tel = (g: number, taakveld: string, soort: 'nul' | 'structureel' | 'incidenteel', y: number, bedrag: number): void => {
    if (bedrag === 0) return;
    const regels = perGemeente[g] as Map<string, Begrotingsregel>;
    let regel = regels.get(taakveld);
    if (!regel) {
      const nullen = (): Reeks => Array.from({ length: Y }, () => 0);
      regels.set(taakveld, (regel = { taakveld, nul: nullen(), structureel: nullen(), incidenteel: nullen() }));
    }
    regel[soort][y]! += bedrag;
  };
  const telRegel = (g: number, r: Regelkosten, y: number, bedrag: number): void => tel(g, naamIn(r.regel.taakveld, jaren[y] as number), r.regel.soort === 'eenmalig' ? 'incidenteel' : 'structureel', y, bedrag);

  const effectVan = new Map(e.effecten.map((effect) => [effect.school, effect]));
  for (let s = 0; s < gegevens.scholen.length; s++) {
    const { productindex } = kaderVanSchool(e.kader, s);
    const effect = effectVan.get(s);
    for (let c = gegevens.celVan[s] as number; c < (gegevens.celVan[s + 1] as number); c++) {
      const [g, p] = [gegevens.celGemeente[c] as number, gegevens.celProduct[c] as number];
      if (gegevens.productDrager[p] !== 0) continue;
      const { taakveld } = gegevens.producten[p] as Gegevens['producten'][number];
      const index = gegevens.productLoon[p] ? productindex.loon : productindex.prijs;
      for (let y = 0; y < Y; y++) {
        const bedrag = (gegevens.celBasis[c] as number) * (index[y] as number);
        const verandering = effect && e.isInbegrepen[g] ? (effect.aandeelOverig[p * Y + y] as number) - (effect.aandeelVervangen[p * Y + y] as number) : 0;
        const naam = naamIn(taakveld, jaren[y] as number);
        tel(g, naam, 'nul', y, bedrag);
        tel(g, naam, 'structureel', y, bedrag * (1 + verandering));
      }
    }
  }

  for (let g = 0; g < G; g++) {
    for (let y = 0; y < Y; y++) {
      const voor = nul.bestaand.perGemeente[g * Y + y] as number;
      tel(g, BESTAANDE_ARRANGEMENTEN, 'nul', y, voor);
      tel(g, BESTAANDE_ARRANGEMENTEN, 'structureel', y, voor + (e.bestaand.perGemeente[g * Y + y] as number));
    }
  }

  for (const [i, g] of e.deelnemers.entries()) {
    for (let y = 0; y < Y; y++) {
      let volgensRegels = 0;
      for (const pool of e.verdeeld.pools) {
        for (const r of pool.regels) {
          const over = r.arrangement === undefined ? 1 : 1 - (e.gasten.verlaging[r.arrangement * Y + y] as number);
          const bedrag = (r.perJaar[y] as number) * r.aandeelGemeenten * over * (pool.aandelen[i] as number);
          telRegel(g, r, y, bedrag);
          volgensRegels += bedrag;
        }
      }
      if (e.scenario.verdeling?.ingroei) tel(g, INGROEI, 'structureel', y, (e.verdeeld.bijdragen[i * Y + y] as number) - volgensRegels);
    }
  }

  for (const r of e.regels) {
    if (r.arrangement === undefined) continue;
    const { school } = e.effecten[r.arrangement] as (typeof e.effecten)[number];
    const gasten = gegevens.gemeenten.map((_, g) => (e.isDeelnemer[g] ? 0 : (gegevens.leerlingen[school * G + g] as number)));
    const samen = gasten.reduce((a, b) => a + b, 0);
    for (let y = 0; y < Y; y++) {
      const verlaging = e.gasten.verlaging[r.arrangement * Y + y] as number;
      if (verlaging !== 0) for (const [g, leerlingen] of gasten.entries()) telRegel(g, r, y, (r.perJaar[y] as number) * r.aandeelGemeenten * verlaging * (leerlingen / samen));
    }
  }
  return perGemeente.map((regels) => [...regels.values()].sort((a, b) => plaats(a.taakveld) - plaats(b.taakveld) || (a.taakveld < b.taakveld ? -1 : 1)));
}
