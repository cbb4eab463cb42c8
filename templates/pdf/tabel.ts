/** A table that is read well on paper and by a screen reader: a caption, and headings that say what they head. */
import { html, type Html, type Inhoud } from './html.ts';

export interface Kolom {
  kop: string;
  /** Default a figure, right-aligned. */
  tekst?: boolean;
  /** Share of the width, in percents. */
  breedte?: number;
}
export interface Tabelrij {
  /** Its heading, in the first column. */
  kop: Inhoud;
  /** One per further column; fewer leave the rest empty. */
  cellen: readonly Inhoud[];
  soort?: 'totaal' | 'gedempt' | 'groep';
}
export interface Tabelopzet {
  titel: string;
  /** Unit and period, behind the title. */
  eenheid?: string;
  kolommen: readonly [Kolom, ...Kolom[]];
  rijen: readonly Tabelrij[];
  /** Below the table. */
  noot?: Inhoud;
}

const klasse = (kolom: Kolom): string => (kolom.tekst ? 'tekst' : 'getal');
/** Only a heading that is long anyway may be broken anywhere: a short one is a word or a year. */
const kopklasse = (kolom: Kolom, i: number): string => `${i === 0 ? 'tekst' : klasse(kolom)}${kolom.kop.length > 30 ? ' lang' : ''}`;

export function tabel({ titel, eenheid, kolommen, rijen, noot }: Tabelopzet): Html {
  const [, ...rest] = kolommen;
  const rij = ({ kop, cellen, soort = '' as 'groep' }: Tabelrij): Html => {
    if (soort === 'groep') return html`<tr class="groep"><th scope="rowgroup" colspan="${kolommen.length}">${kop}</th></tr>`;
    return html`<tr class="${soort}"><th scope="row">${kop}</th>${rest.map((kolom, i) => html`<td class="${klasse(kolom)}">${cellen[i]}</td>`)}</tr>`;
  };
  const breedtes = kolommen.some((k) => k.breedte !== undefined) ? html`<colgroup>${kolommen.map((k) => (k.breedte === undefined ? html`<col>` : html`<col width="${k.breedte}%">`))}</colgroup>` : undefined;
  return html`<table>
<caption>${titel}${eenheid === undefined ? undefined : html` <span class="eenheid">${eenheid}</span>`}</caption>${breedtes}
<thead><tr>${kolommen.map((kolom, i) => html`<th scope="col" class="${kopklasse(kolom, i)}">${kolom.kop}</th>`)}</tr></thead>
<tbody>${rijen.map(rij)}</tbody>
</table>${noot === undefined ? undefined : html`<p class="noot">${noot}</p>`}`;
}
