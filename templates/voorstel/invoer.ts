/** The kinds of input cell, each with what may be typed and what Excel says beside it. */
import type { Bereik } from './formule.ts';
import type { Celinhoud, Invoerdoel, Invoerregel } from './werkmap.ts';
import type { Formaat } from './opmaak.ts';

export const getalInvoer = (van: number, tot: number, uitleg: string): Invoerregel => ({ soort: 'getal', van, tot, uitleg });
export const AANDEEL: Invoerregel = getalInvoer(0, 1, 'Een aandeel van 0% tot en met 100%.');
export const RENTE: Invoerregel = getalInvoer(-0.5, 1, 'Verandering ten opzichte van het jaar ervoor, bijvoorbeeld 2,5%.');
export const BEDRAG: Invoerregel = getalInvoer(0, 1e9, 'Een bedrag in euro’s, niet negatief.');
export const BEDRAG_OF_BESPARING: Invoerregel = getalInvoer(-1e9, 1e9, 'Een bedrag in euro’s; negatief als het kosten bespaart.');
export const AANTAL: Invoerregel = getalInvoer(0, 1e6, 'Een aantal, niet negatief.');
export const eersteVanMaand = (bereik: Bereik): Invoerregel => ({ soort: 'keuzeUit', bereik, uitleg: 'De eerste dag van een maand uit de lijst.' });
export const laatsteVanMaand = (bereik: Bereik): Invoerregel => ({ soort: 'keuzeUit', bereik, uitleg: 'De laatste dag van een maand uit de lijst, of leeg voor geen einde.' });

/** An input cell; an example figure is set in italics, so that it is never taken for a fact. */
export const invoercel = (waarde: number | string, formaat: Formaat, invoer: Invoerregel, doel: Invoerdoel, status = ''): Celinhoud => ({ waarde, formaat, invoer: { ...invoer, doel }, nadruk: status === 'voorbeeld' ? 'invoerVoorbeeld' : 'invoer' });
