/** HTML as a value: every text that is put into it is escaped, unless it is itself such a value. */

export class Html {
  readonly tekst: string;
  constructor(tekst: string) {
    this.tekst = tekst;
  }
}
export type Inhoud = Html | string | number | undefined | readonly Inhoud[];

const TEKENS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What no document may hold: control characters and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex
const ONGELDIG = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

export const ontsnap = (tekst: string): string => tekst.toWellFormed().replace(ONGELDIG, '').replace(/[&<>"']/g, (teken) => TEKENS[teken] as string);

function naarTekst(inhoud: Inhoud): string {
  if (inhoud === undefined) return '';
  if (inhoud instanceof Html) return inhoud.tekst;
  return typeof inhoud === 'object' ? inhoud.map(naarTekst).join('') : ontsnap(String(inhoud));
}

/** Template tag: what stands in it literally is HTML, what is put in is text. */
export function html(delen: TemplateStringsArray, ...waarden: Inhoud[]): Html {
  return new Html(delen.map((deel, i) => deel + (i < waarden.length ? naarTekst(waarden[i]) : '')).join(''));
}

/** Text that stays readable in a table: longer ones end in an ellipsis. */
export const ingekort = (tekst: string, lengte: number): string => (tekst.length <= lengte ? tekst : `${tekst.slice(0, lengte - 1).trimEnd()}…`);

/** A text as a CSS string: nothing in it can end the string, the rule or the style element. */
export const cssTekst = (tekst: string): string => `"${tekst.toWellFormed().replace(ONGELDIG, '').replace(/["\\<>\n\r\t]/g, (teken) => `\\${teken.charCodeAt(0).toString(16)} `)}"`;
