/** Figures and names in sentences: Dutch notation, terse, always the same. Spaces are plain ones; a screen may make them unbreakable. */
import type { OnzekereParameter } from '../project/types.ts';

const getallen = new Map<number, Intl.NumberFormat>();

/** `1.234,5`, as many decimals as asked; what rounds to 0 has no sign. */
export function getal(x: number, decimalen = 0): string {
  let vorm = getallen.get(decimalen);
  if (!vorm) getallen.set(decimalen, (vorm = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: decimalen, maximumFractionDigits: decimalen })));
  const tekst = vorm.format(Math.abs(x));
  return x < 0 && /[1-9]/.test(tekst) ? `−${tekst}` : tekst;
}

/** As few decimals as say it, at most `hoogstens`: `2,8`, `0,125`, `84.500`. */
export function kort(x: number, hoogstens = 4): string {
  let decimalen = 0;
  while (decimalen < hoogstens && Math.abs(x * 10 ** decimalen - Math.round(x * 10 ** decimalen)) > 1e-9 * Math.max(1, Math.abs(x) * 10 ** decimalen)) decimalen++;
  return getal(x, decimalen);
}

/** `€ 1.234`, whole euros, the sign before it. */
export function euro(x: number): string {
  const tekst = getal(x);
  return tekst.startsWith('−') ? `−€ ${tekst.slice(1)}` : `€ ${tekst}`;
}

/** `80 %`, `12,5 %`. @param aandeel 0..1 */
export const procent = (aandeel: number, hoogstens = 1): string => `${kort(rond(100 * aandeel, hoogstens), hoogstens)} %`;

/** A chance in whole percents that never says certain of what is not. */
export function kans(p: number): string {
  if (p > 0 && p < 0.005) return 'minder dan 1 %';
  if (p < 1 && p > 0.995) return 'meer dan 99 %';
  return `${getal(p * 100)} %`;
}

/** `V € 1.234` cheaper (voordelig), `N € 1.234` dearer (nadelig), `€ 0`. */
export function effect(x: number): string {
  const tekst = euro(Math.abs(x));
  return tekst === '€ 0' ? tekst : `${x < 0 ? 'V' : 'N'} ${tekst}`;
}

/** `€ 1.234 voordeliger dan` / `€ 1.234 nadeliger dan` / `even duur als`: to be followed by the reference. */
export function tenOpzichte(x: number): string {
  const tekst = euro(Math.abs(x));
  return tekst === '€ 0' ? 'even duur als' : `${tekst} ${x < 0 ? 'voordeliger dan' : 'nadeliger dan'}`;
}

const MAANDEN = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'] as const;

/** `augustus 2027`, of `2027-08` or `2027-08-01`. */
export const maandInWoorden = (maand: string): string => `${MAANDEN[Number(maand.slice(5, 7)) - 1] ?? ''} ${maand.slice(0, 4)}`;

/** `a`, `a en b`, `a, b en c`. */
export const opsomming = (delen: readonly string[]): string => (delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1)}`);

/** `1 school`, `3 scholen`. */
export const aantal = (n: number, een: string, meer: string): string => `${getal(n)} ${n === 1 ? een : meer}`;

/** `2027–2030`. */
export const jarenInWoorden = (jaren: readonly number[]): string => (jaren.length > 1 ? `${jaren[0]}–${jaren.at(-1)}` : String(jaren[0]));

/** With an article, in the middle of a sentence. */
export const PARAMETERNAAM: Record<OnzekereParameter, string> = {
  realisatieFactor: 'de realisatie',
  vervangbaarFactor: 'het vervangbare deel',
  inzetFactor: 'de kosten van de inzet',
  eenmaligFactor: 'de eenmalige kosten',
  startvertraging: 'de startvertraging',
  uitstroomFactor: 'de duur van lopende indicaties',
  volumeDelta: 'de groei van het volume',
  prijsDelta: 'de prijsindex',
  loonDelta: 'de loonindex',
  effectOverigDelta: 'het effect op de overige zorg',
};

/** Rounded up, down, or to the nearest. */
export type Afronding = 'omhoog' | 'omlaag' | undefined;

/** To so many decimals; what lies on the edge but for the last bits stays there. */
export function rond(x: number, decimalen: number, afronding?: Afronding): number {
  const y = x * 10 ** decimalen;
  const speling = 1e-9 * Math.max(1, Math.abs(y));
  return (afronding === 'omhoog' ? Math.ceil(y - speling) : afronding === 'omlaag' ? Math.floor(y + speling) : Math.round(y)) / 10 ** decimalen + 0;
}

/** The value of a parameter as people say it: `× 0,9`, `3 maanden later`, `+0,5 procentpunt`. */
export function parameterwaarde(parameter: OnzekereParameter, x: number, afronding?: Afronding): string {
  if (parameter === 'startvertraging') return x === 0 ? 'zonder vertraging' : `${aantal(Math.abs(x), 'maand', 'maanden')} ${x < 0 ? 'eerder' : 'later'}`;
  if (parameter.endsWith('Factor')) return `× ${kort(rond(x, 2, afronding), 2)}`;
  const punten = kort(rond(100 * x, 2, afronding), 2);
  return `${x > 0 && punten !== '0' ? '+' : ''}${punten} procentpunt`;
}
