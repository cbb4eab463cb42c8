/** Existing arrangements (rekenmodel 3 and 5): what they cost, and what falls away where a new one replaces them. */
import type { Bestaand } from './gegevens.ts';
import { doorsnede, maandenIn, type Kader, type Periode } from './kader.ts';

const periodeVan = (b: Bestaand): Periode => ({ van: b.start, tot: b.eind });

/** Euros in year number `y`, all bearers together. */
export const bestaandInJaar = (b: Bestaand, kader: Kader, y: number): number => b.maandbedrag * (kader.indexen.loon[y] as number) * maandenIn(periodeVan(b), kader, y);

/** The months in which an existing arrangement costs nothing because the new one, with `vervangtBestaand`, is active. */
export const vervangenMaanden = (b: Bestaand, nieuw: Periode): Periode => doorsnede(periodeVan(b), nieuw);

/** Euros that fall away in year number `y`, all bearers together. */
export const vervallenInJaar = (b: Bestaand, nieuw: Periode, kader: Kader, y: number): number =>
  b.maandbedrag * (kader.indexen.loon[y] as number) * maandenIn(vervangenMaanden(b, nieuw), kader, y);
