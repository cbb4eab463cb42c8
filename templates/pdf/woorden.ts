/** Figures as they stand on paper: unbreakable, Dutch, an effect always with letter and sign. */
import * as woorden from '../../models/beslissen/woorden.ts';
import { html, type Html } from './html.ts';

const NBSP = '\u00a0';
const vast = (tekst: string): string => tekst.replaceAll(' ', NBSP);
const MAANDEN = ['jan.', 'feb.', 'mrt.', 'apr.', 'mei', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'] as const;

/** How amounts are written in a table: euros, or thousands of them. */
export type Eenheid = 1 | 1000;
export const EENHEIDTEKST: Record<Eenheid, string> = { 1: `in${NBSP}euro’s`, 1000: `×${NBSP}€${NBSP}1.000` };

export const getal = woorden.getal;
export const { aantal, opsomming, jarenInWoorden, maandInWoorden } = woorden;
/** `€ 1.234`. */
export const euro = (x: number): string => vast(woorden.euro(x));
/** `€ 1.234,50`. */
export const euroCent = (x: number): string => `${x < 0 ? '−' : ''}€${NBSP}${getal(Math.abs(x), 2)}`;
export const procent = (aandeel: number, decimalen = 1): string => vast(woorden.procent(aandeel, decimalen));
/** The bare figure for a cell under a heading that names the unit. */
export const bedrag = (x: number, eenheid: Eenheid = 1): string => getal(x / eenheid);

/** V is cheaper than the nulscenario, N dearer; within half a unit it is neither. */
export type Richting = 'V' | 'N' | '';
export const richting = (x: number, eenheid = 1): Richting => (getal(x / eenheid).startsWith('−') ? 'V' : getal(x / eenheid) === '0' ? '' : 'N');
const metTeken = (letter: Richting, grootte: string): string => (letter === '' ? grootte : `${letter}${NBSP}${letter === 'V' ? '−' : '+'}${grootte}`);

/** `V −1.234` or `N +1.234`: for cells. */
export const effectgetal = (x: number, eenheid: Eenheid = 1): string => metTeken(richting(x, eenheid), getal(Math.abs(x) / eenheid));
/** `V −€ 1.234` or `N +€ 1.234`: for sentences and key figures. */
export const effect = (x: number): string => metTeken(richting(x), euro(Math.abs(x)));
export const effectprocent = (aandeel: number): string => metTeken(richting(aandeel, 0.001), `${getal(Math.abs(aandeel) * 100, 1)}${NBSP}%`);
export const effectcent = (x: number): string => metTeken(richting(x, 0.01), euroCent(Math.abs(x)));

const KLASSE: Record<Richting, string> = { V: 'v', N: 'n', '': '' };
/** The same, in the colour of its direction. */
export const gekleurd = (tekst: string): Html => html`<span class="${KLASSE[(tekst[0] === 'V' || tekst[0] === 'N' ? tekst[0] : '') as Richting]}">${tekst}</span>`;

/** `1 aug. 2027`. */
export const datum = (d: string): string => `${Number(d.slice(8, 10))}${NBSP}${MAANDEN[Number(d.slice(5, 7)) - 1] ?? ''}${NBSP}${d.slice(0, 4)}`;
