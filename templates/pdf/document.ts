/** A whole document: what it is called, how it looks, and that it may load nothing. */
import { html, Html, ingekort, type Inhoud } from './html.ts';
import { opmaak } from './opmaak.ts';
import type { Pdfgegevens } from './gegevens.ts';

const NAAMLENGTE = 70;

export interface Document {
  /** Name of the file, without extension: letters, digits and hyphens. */
  bestandsnaam: string;
  titel: string;
  html: string;
}

/** What stands on top of every page. */
export const markeringVan = ({ voorbeeld }: Pick<Pdfgegevens, 'voorbeeld'>): string => [...(voorbeeld ? ['VOORBEELD – bedragen fictief'] : []), 'vertrouwelijk – herleidbaar'].join(' · ');

export function document(bestandsnaam: string, titel: string, g: Pdfgegevens, inhoud: Inhoud): Document {
  const naam = `${ingekort(g.project.naam, NAAMLENGTE)} · ${ingekort(g.scenario.naam, NAAMLENGTE)}`;
  const stijl = opmaak(g.lettertypen, { naam, bron: `Bron: ${g.bron} · vingerafdruk ${g.vingerafdruk.slice(0, 16)}`, markering: markeringVan(g) });
  // Style is no text: it is built of constants and of texts that `cssTekst` has made harmless.
  const kop = new Html(`<style>${stijl}</style>`);
  return {
    bestandsnaam, titel,
    html: html`${new Html('<!doctype html>')}
<html lang="nl"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data: file:">
<title>${titel}</title><meta name="author" content="${g.programma}"><meta name="description" content="${naam}; vingerafdruk ${g.vingerafdruk}">${kop}</head>
<body><main>${inhoud}</main></body></html>
`.tekst,
  };
}

/** A name as part of the name of a file. */
export const bestandsdeel = (naam: string): string => naam.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60);
