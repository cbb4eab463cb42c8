/** Text as it may stand in the parts of a workbook. */

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Most characters that a cell can hold; what is longer is cut visibly. */
const LANGSTE_TEKST = 32_767;
const INGEKORT = ' … (ingekort)';

export const xml = (tekst: string): string => tekst.replace(/[&<>"]/g, (teken) => XML[teken] as string);

/** Text of a cell: control characters in the notation of the format, and texts that look like that notation kept as they are. */
export function celtekst(tekst: string): string {
  const passend = tekst.length > LANGSTE_TEKST ? tekst.slice(0, LANGSTE_TEKST - INGEKORT.length) + INGEKORT : tekst;
  return xml(passend.toWellFormed().replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_'))
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (teken) => `_x${teken.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** Text in an attribute or in a part that knows no notation for control characters: those become spaces. */
// oxlint-disable-next-line no-control-regex
export const attribuut = (tekst: string): string => xml(tekst.toWellFormed().replace(/[\u0000-\u001F\uFFFE\uFFFF]/g, ' '));

/** Text in a header or footer, where & begins a code and a digit would lengthen the font size before it. */
export const paginatekst = (tekst: string, lengte: number): string => (tekst.length > lengte ? `${tekst.slice(0, lengte - 1)}…` : tekst).replaceAll('&', '&&').replace(/^(?=\d)/, ' ');
