/** The kinds of reader in words, and the mark that goes along with whatever is made for one (docs/beveiliging.md). No reader is ever assumed. */
import type { Lezer } from '../../models/bescherming/instellingen.ts';

export const LEZERWOORDEN: Record<Lezer, { label: string; note: string }> = {
  intern: { label: 'Intern', note: 'De financials van de deelnemende gemeenten, op de vastgelegde grondslag. Alles, met de regel vertrouwelijk – herleidbaar.' },
  klankbordgroep: { label: 'Klankbordgroep', note: 'Bestuurders en samenwerkingsverbanden. Alleen wat in de vaste publicatielijst staat, kleine aantallen verborgen.' },
  openbaar: { label: 'Openbaar', note: 'Iedereen. Als de klankbordgroep, met bedragen per school en gemeente afgerond op €\u00a01.000.' },
};

export const INTERN = 'vertrouwelijk – herleidbaar';
export const VOORBEELD = 'VOORBEELD – bedragen fictief';

/** The line under a copy: what is invented says so first. */
export const markering = (opschrift: string, voorbeeld: boolean): string => (voorbeeld ? `${VOORBEELD} · ${opschrift}` : opschrift);
