/** The kinds of reader in words, and the mark that goes along with whatever is made for one (docs/beveiliging.md). No reader is ever assumed. */
import type { Lezer } from '../../models/bescherming/instellingen.ts';
import { count } from '../format/number.ts';

export const LEZERWOORDEN: Record<Lezer, { label: string; note: string }> = {
  intern: { label: 'Intern', note: 'De financials van de deelnemende gemeenten, op de vastgelegde grondslag. Alles, met de regel vertrouwelijk – herleidbaar.' },
  klankbordgroep: { label: 'Klankbordgroep', note: 'Bestuurders en samenwerkingsverbanden. Alleen wat in de vaste publicatielijst staat, kleine aantallen verborgen.' },
  openbaar: { label: 'Openbaar', note: 'Iedereen. Als de klankbordgroep, met bedragen per school en gemeente afgerond op €\u00a01.000.' },
};

/** What publishing cannot prevent, and who publishes has to weigh. @param paren how many pairs it concerns */
export const teWegen = (paren: number): string => `Bij ${count(paren, 'combinatie', 'combinaties')} van een school en een gemeente met weinig kinderen laten de cijfers samen zien wat hun zorg ongeveer kost, al staat het in geen tabel. Weeg of dit naar deze lezer mag; welke het zijn staat bij het voorstel voor deze lezer.`;

export const INTERN = 'vertrouwelijk – herleidbaar';
export const VOORBEELD = 'VOORBEELD – bedragen fictief';

/** The line under a copy: what is invented says so first. */
export const markering = (opschrift: string, voorbeeld: boolean): string => (voorbeeld ? `${VOORBEELD} · ${opschrift}` : opschrift);
