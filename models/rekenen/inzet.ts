/** Inzet (rekenmodel 5): what the lines of arrangements and of the region cost, per month and per year. */
import { aantalVan, dekkingVan, GEMEENTEN, indexVanRegel, overheadVan } from '../project/standaard.ts';
import type { Dekking, Inzetregel } from '../project/types.ts';
import { maandenIn, type Kader, type Periode } from './kader.ts';
import { maandVan, OPEN_EIND } from './maand.ts';
import type { Reeks } from './types.ts';

export interface Regelkosten {
  regel: Inzetregel;
  /** Index of its arrangement in the scenario; undefined for a regional line. */
  arrangement: number | undefined;
  /** The months in which it costs something; for `eenmalig` one month. */
  periode: Periode;
  /** Euros per active month in each year, all bearers together. */
  perMaand: Reeks;
  /** Euros per year, all bearers together. */
  perJaar: Reeks;
  dekking: Dekking;
  /** The part of it that gemeenten bear, 0..1. */
  aandeelGemeenten: number;
}

/**
 * @param leerlingen pupils of the included gemeenten at its school (regional: at all schools with an arrangement)
 * @param kaderperiode the arrangement's own period; regional: from January of `begrotingsjaar`, open-ended
 */
export function regelkosten(regel: Inzetregel, arrangement: number | undefined, kaderperiode: Periode, leerlingen: number, kader: Kader): Regelkosten {
  const eenmalig = regel.soort === 'eenmalig';
  const periode = eenmalig ? eenmaligIn(regel, kaderperiode) : periodeVan(regel, kaderperiode);
  const indexsoort = indexVanRegel(regel);
  const perMaand = kader.jaren.map((_, y) => {
    const index = indexsoort === 'geen' ? 1 : (kader.indexen[indexsoort][y] as number);
    const jaarbedrag = regel.soort === 'perLeerling' ? regel.bedrag * leerlingen * (kader.indexen.leerlingen[y] as number) : aantalVan(regel) * regel.bedrag * (1 + overheadVan(regel));
    return (jaarbedrag * index) / (eenmalig ? 1 : 12);
  });
  const dekking = dekkingVan(regel);
  return {
    regel, arrangement, periode, perMaand, dekking,
    perJaar: perMaand.map((bedrag, y) => bedrag * maandenIn(periode, kader, y)),
    aandeelGemeenten: dekking[GEMEENTEN] ?? 0,
  };
}

const periodeVan = (regel: Inzetregel, anders: Periode): Periode => ({
  van: regel.start === undefined ? anders.van : maandVan(regel.start),
  tot: regel.eind == null ? anders.tot : maandVan(regel.eind),
});

/** One-off: in `maand`, else at the line's start, else at the arrangement's; also outside the arrangement's months. */
function eenmaligIn(regel: Inzetregel, anders: Periode): Periode {
  const maand = regel.maand ?? regel.start;
  const wanneer = maand === undefined ? anders.van : maandVan(maand);
  return { van: wanneer, tot: wanneer };
}

export const regionalePeriode = (kader: Kader): Periode => ({ van: kader.van, tot: OPEN_EIND });
