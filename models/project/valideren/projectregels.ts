/** Rules that tie objects of a project together: rates for every year (P20), aggregaten beside rows (P24) and beside the uitgangspunten (P25). */
import { isDatum, maandVan } from './datum.ts';
import { bij } from './object.ts';
import type { Keuring } from './verslag.ts';
import { isGeheelTussen, isJaartal } from './getallen.ts';
import { isObject, objectenIn, type Ruw } from './soort.ts';
import { AGGREGAAT, HORIZON, SCENARIO, UITGANGSPUNTEN } from './velden.ts';
import { indexjarenVan, STANDAARD } from '../standaard.ts';
import { INDEXEN, type Uitgangspunten } from '../types.ts';

export function keurSamenhang(project: Ruw, k: Keuring): void {
  const uitgangspunten = isObject(project['uitgangspunten']) ? project['uitgangspunten'] : {};
  keurIndexjaren(project, uitgangspunten, k);
  keurAggregaten(project, uitgangspunten, k);
}

/** P20: a rate per year must name every year from price level to the end of the horizon, or `standaard`. */
function keurIndexjaren(project: Ruw, uitgangspunten: Ruw, k: Keuring): void {
  const jaren = indexjaren(uitgangspunten);
  const keur = (indexen: unknown): void => {
    if (!isObject(indexen)) return;
    for (const naam of INDEXEN) {
      const rente = indexen[naam];
      if (!isObject(rente) || rente[STANDAARD] !== undefined) continue;
      const ontbreekt = jaren.filter((jaar) => rente[String(jaar)] === undefined);
      if (ontbreekt.length > 0) k.meld('P20', `${k.veld('indexen', naam)} heeft geen percentage voor ${opsomming(ontbreekt)} en geen '${STANDAARD}'; vul een van beide aan`, 'indexen', naam);
    }
  };
  bij(k, ['uitgangspunten'], UITGANGSPUNTEN, uitgangspunten, () => keur(uitgangspunten['indexen']));
  for (const [i, scenario] of objectenIn(project['scenarios'])) bij(k, ['scenarios', i], SCENARIO, scenario, () => keur(scenario['indexen']));
}

/** None if it cannot be told from what is there. */
function indexjaren(u: Ruw): number[] {
  const { peildatum, begrotingsjaar, jaren, prijspeil } = u;
  const telbaar = jaren === undefined || isGeheelTussen(jaren, ...HORIZON);
  if (!isJaartal(begrotingsjaar) || !telbaar || !(prijspeil === undefined ? isDatum(peildatum) : isJaartal(prijspeil))) return [];
  return indexjarenVan(u as unknown as Uitgangspunten);
}

const opsomming = (jaren: readonly number[]): string => {
  const aaneen = jaren.every((jaar, i) => i === 0 || jaar === (jaren[i - 1] as number) + 1);
  return aaneen && jaren.length > 2 ? `${jaren[0]} tot en met ${jaren.at(-1)}` : jaren.join(', ');
};

function keurAggregaten(project: Ruw, { peildatum, maximaleLooptijd }: Ruw, k: Keuring): void {
  const aggregaten = objectenIn(project['aggregaten']);
  if (aggregaten.length === 0) return;
  const rijen = (lijst: string): Map<unknown, number> => {
    const perGemeente = new Map<unknown, number>();
    for (const [, rij] of objectenIn(project[lijst])) perGemeente.set(rij['gemeente'], (perGemeente.get(rij['gemeente']) ?? 0) + 1);
    return perGemeente;
  };
  const indicaties = rijen('indicaties');
  const declaraties = rijen('declaraties');
  for (const [i, aggregaat] of aggregaten) {
    bij(k, ['aggregaten', i], AGGREGAAT, aggregaat, () => {
      const { gemeente } = aggregaat;
      const aantallen = [[indicaties.get(gemeente), 'indicaties'], [declaraties.get(gemeente), 'declaraties']].filter(([aantal]) => aantal !== undefined);
      if (typeof gemeente === 'string' && aantallen.length > 0) {
        k.meld('P24', `deze gemeente heeft ook ${aantallen.map(([aantal, soort]) => `${aantal} ${aantal === 1 ? (soort as string).slice(0, -1) : soort}`).join(' en ')}, die dan dubbel tellen; verwijder het aggregaat of die rijen`, 'gemeente');
      }
      // Months are compared: a date that is not the first of its month is a fault of its own (P12).
      if (isDatum(aggregaat['peildatum']) && isDatum(peildatum) && maandVan(aggregaat['peildatum']) !== maandVan(peildatum)) {
        k.meld('P25', `'peildatum' is ${aggregaat['peildatum']}, maar die van het project is ${peildatum}; vraag een aggregaat van die datum of pas de peildatum van het project aan`, 'peildatum');
      }
      for (const [j, { resterend }] of objectenIn(aggregaat['uitstroom'])) {
        if (!Array.isArray(resterend) || !Number.isInteger(maximaleLooptijd) || resterend.length >= (maximaleLooptijd as number)) continue;
        k.meld('P25', `'uitstroom[${j}].resterend' heeft ${resterend.length} maanden, maar de maximale looptijd is er ${maximaleLooptijd as number}; vul de lijst aan of verlaag 'maximaleLooptijd'`, 'uitstroom', j, 'resterend');
      }
    });
  }
}
