/** How pages look: A4 landscape, one family of type, hairlines, colour for meaning only; footer and marking on every page by the page boxes of CSS. */
import { cssTekst } from './html.ts';
import { KLEUR } from './grafiek.ts';

export interface Lettertype { gewicht: 400 | 600; url: string }
export interface Pagina {
  /** Left in the footer: of what this is. */
  naam: string;
  /** Below it: source and fingerprint. */
  bron: string;
  /** On top of every page; empty if nothing needs to be said. */
  markering: string;
}

/** Space around the content of a page in millimetres; what is left of A4 landscape is 271 × 178. */
export const MARGE = { boven: 16, onder: 16, opzij: 13 } as const;
export const INHOUD = { breedte: 297 - 2 * MARGE.opzij, hoogte: 210 - MARGE.boven - MARGE.onder } as const;

/** What only paper has: the type that goes along, and the space around the content with what stands on every page. */
export const paginastijl = (lettertypen: readonly Lettertype[], { naam, bron, markering }: Pagina): string => `
${lettertypen.map(({ gewicht, url }) => `@font-face { font-family: "IBM Plex Sans"; font-weight: ${gewicht}; src: url(${cssTekst(url)}) format("woff2"); }`).join('\n')}
@page {
  size: A4 landscape;
  margin: ${MARGE.boven}mm ${MARGE.opzij}mm ${MARGE.onder}mm;
  font: 8pt/1.3 "IBM Plex Sans", Arial, sans-serif; color: ${KLEUR.gedempt};
  @top-left { content: ${cssTekst(markering)}; font-weight: 600; color: ${KLEUR.N}; text-align: left; width: 75%; }
  @top-right { content: ""; width: 25%; }
  @bottom-left { content: ${cssTekst(naam)} "\\A " ${cssTekst(bron)}; text-align: left; width: 85%; white-space: pre; }
  @bottom-right { content: "pagina " counter(page) " van " counter(pages); text-align: right; width: 15%; white-space: nowrap; }
}
body { margin: 0; }
`;

/** The content itself, on paper and on a screen. */
export const bladstijl = `
* { box-sizing: border-box; }
.stuk { font: 9pt/1.4 "IBM Plex Sans", Arial, sans-serif; color: ${KLEUR.inkt}; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 19pt; line-height: 1.2; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 12pt; line-height: 1.3; font-weight: 600; color: ${KLEUR.actie}; margin: 14pt 0 4pt; break-after: avoid; overflow-wrap: anywhere; }
p { margin: 0 0 5pt; overflow-wrap: anywhere; }
h2.eerst { margin-top: 0; }
.onder { font-size: 11pt; color: ${KLEUR.gedempt}; margin: 2pt 0 8pt; }
.noot, .eenheid { color: ${KLEUR.gedempt}; font-weight: 400; font-size: 8pt; }
.noot { margin: -5pt 0 9pt; }
.kern .noot { margin: 0; }
ol { margin: 0; padding-left: 16pt; }
li { margin-bottom: 3pt; padding-left: 3pt; overflow-wrap: anywhere; }
.v { color: ${KLEUR.V}; font-weight: 600; white-space: nowrap; }
.n { color: ${KLEUR.N}; font-weight: 600; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; line-height: 1.3; margin: 0 0 9pt; }
caption { text-align: left; font-size: 10pt; font-weight: 600; padding: 0 0 3pt; break-after: avoid; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 2.4pt 5pt; border-bottom: 0.5pt solid ${KLEUR.haarlijn}; vertical-align: top; font-weight: 400; text-align: left; overflow-wrap: anywhere; hyphens: auto; }
th:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
thead th { color: ${KLEUR.gedempt}; font-weight: 600; vertical-align: bottom; border-bottom: 0.8pt solid ${KLEUR.gedempt}; }
.getal { text-align: right; overflow-wrap: normal; white-space: nowrap; }
thead .getal { white-space: normal; }
thead .lang { overflow-wrap: anywhere; }
.sterk { font-weight: 600; }
.gedempt th, .gedempt td { color: ${KLEUR.gedempt}; }
.totaal th, .totaal td { font-weight: 600; border-top: 0.8pt solid ${KLEUR.inkt}; }
.groep { break-after: avoid; }
.groep th { font-weight: 600; padding-top: 6pt; }
.kern { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14pt; margin: 0 0 10pt; border-top: 0.8pt solid ${KLEUR.inkt}; border-bottom: 0.5pt solid ${KLEUR.haarlijn}; padding: 6pt 0; }
.kern p { margin: 0; }
.kern .groot { font-size: 15pt; line-height: 1.3; font-weight: 600; white-space: nowrap; }
.naast { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 18pt; align-items: start; }
.blok { break-inside: avoid; }
.bladzij { break-after: page; }
.bladzij:last-child { break-after: auto; }
.pagina { break-before: page; }
figure { margin: 0 0 9pt; break-inside: avoid; }
figcaption { font-size: 10pt; font-weight: 600; margin-bottom: 4pt; overflow-wrap: anywhere; }
figcaption .eenheid { display: block; }
svg { display: block; max-width: 100%; height: auto; font: 11px "IBM Plex Sans", Arial, sans-serif; font-variant-numeric: tabular-nums; }
.voorstel { color: ${KLEUR.gedempt}; font-style: italic; }
.klein { font-style: italic; }
.verborgen { color: ${KLEUR.gedempt}; }
`;

/** Where there are no pages: white paper of their width, the mark on top, name and source below, and a line where a new page begins. */
export const schermstijl = `
.blad { width: 297mm; padding: 7mm ${MARGE.opzij}mm; border: 0.5pt solid ${KLEUR.haarlijn}; background: #ffffff; }
.markering, .voet { font: 8pt/1.3 "IBM Plex Sans", Arial, sans-serif; }
.markering { margin-bottom: 6mm; font-weight: 600; color: ${KLEUR.N}; }
.voet { margin: 8mm 0 0; color: ${KLEUR.gedempt}; white-space: pre-line; }
.bladzij + .bladzij, .pagina { margin-top: 8mm; padding-top: 8mm; border-top: 0.8pt dashed ${KLEUR.gedempt}; }
`;
