/** What a cost line costs, as formulas (rekenmodel 5). */
import { indexVanRegel } from '../../models/project/standaard.ts';
import type { IndexNaam, Inzetregel } from '../../models/project/types.ts';
import { add, div, eq, iff, mul, type Celverwijzing, type Formule } from './formule.ts';
import { naKalender, naMaand, volgnummer, type Kalender } from './kalender.ts';
import type { Rij } from './werkmap.ts';

/** The input cells of a line. */
type Regelcel = (naam: 'aantal' | 'bedrag' | 'overhead' | 'start' | 'eind') => Celverwijzing;
/** First month of an arrangement and the month after its last one, as places in the calendar. */
export interface Looptijdcellen { begin: Celverwijzing; na: Celverwijzing }

/** First month of a line; a line without a date of its own begins with its arrangement, a regional one with the horizon. */
export const beginVanRegel = (u: { kalender: Kalender }, cel: Regelcel, looptijd: Looptijdcellen | undefined, beginHorizon: Formule): Formule =>
  iff(eq(cel('start'), ''), looptijd?.begin ?? beginHorizon, volgnummer(u, cel('start')));
/** The month after its last one. @param begin the cell with `beginVanRegel` */
export const naRegel = (u: { kalender: Kalender }, { soort }: Inzetregel, cel: Regelcel, begin: Celverwijzing, looptijd: Looptijdcellen | undefined): Formule =>
  soort === 'eenmalig' ? add(begin, 1) : naMaand(u, cel('eind'), looptijd?.na ?? naKalender(u));

/** Of a whole year (one-off: in all), at the price level. @param leerlingen that a line per pupil counts */
export const jaarbedragVanRegel = ({ soort }: Inzetregel, cel: Regelcel, leerlingen: Formule | 0): Formule =>
  soort === 'perLeerling' ? mul(cel('bedrag'), leerlingen) : soort === 'fte' ? mul(cel('aantal'), cel('bedrag'), add(1, cel('overhead'))) : mul(cel('aantal'), cel('bedrag'));

/** Per year. @param jaarbedrag the cell with `jaarbedragVanRegel`; @param maanden active months of the year */
export function kostenVanRegel(regel: Inzetregel, jaarbedrag: Celverwijzing, maanden: Rij<string>, index: Readonly<Record<IndexNaam, Rij<string>>>, maandenPerJaar: Celverwijzing): Formule {
  const soort = indexVanRegel(regel);
  const product = mul(jaarbedrag, maanden.jaar, ...(soort === 'geen' ? [] : [index[soort].jaar]), ...(regel.soort === 'perLeerling' ? [index.leerlingen.jaar] : []));
  return regel.soort === 'eenmalig' ? product : div(product, maandenPerJaar);
}
