/** A whole document: what it is called, what stands on every page of it, and that it may load nothing. */
import { html, Html, ingekort, type Inhoud } from './html.ts';
import { bladstijl, paginastijl, type Lettertype, type Pagina } from './opmaak.ts';

const NAAMLENGTE = 70;

/** Of what a document is made, and for whom. */
export interface Kenmerk {
  project: string;
  scenario: string;
  /** Where the figures come from, in a few words. */
  bron: string;
  /** SHA-256 of what the figures follow from. */
  vingerafdruk: string;
  /** Name and version of this program. */
  programma: string;
  /** On top of every page: whether figures are an example, and who may see them. */
  markering: string;
}
export interface Document {
  /** Name of the file, without extension: letters, digits and hyphens. */
  bestandsnaam: string;
  titel: string;
  /** In the footer of every page: of what this is, and source with fingerprint. */
  naam: string;
  bron: string;
  markering: string;
  programma: string;
  /** HTML of what it says. */
  inhoud: string;
}

export function document(bestandsnaam: string, titel: string, { project, scenario, bron, vingerafdruk, programma, markering }: Kenmerk, inhoud: Inhoud): Document {
  return {
    bestandsnaam, titel, programma, markering,
    naam: `${ingekort(project, NAAMLENGTE)} · ${ingekort(scenario, NAAMLENGTE)}`,
    bron: `Bron: ${bron} · vingerafdruk ${vingerafdruk.slice(0, 16)}`,
    inhoud: html`${inhoud}`.tekst,
  };
}

/** The document as one file of HTML that a browser can print: it loads nothing from anywhere. */
export function alsHtml({ titel, naam, bron, markering, programma, inhoud }: Document, lettertypen: readonly Lettertype[]): string {
  const pagina: Pagina = { naam, bron, markering };
  // Style is no text: it is built of constants and of texts that `cssTekst` has made harmless.
  const stijl = new Html(`<style>${paginastijl(lettertypen, pagina)}${bladstijl}</style>`);
  return html`${new Html('<!doctype html>')}
<html lang="nl"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${titel}</title><meta name="author" content="${programma}"><meta name="description" content="${naam}; ${bron}">${stijl}</head>
<body><main class="stuk">${new Html(inhoud)}</main></body></html>
`.tekst;
}

/** A name as part of the name of a file. */
export const bestandsdeel = (naam: string): string => naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
