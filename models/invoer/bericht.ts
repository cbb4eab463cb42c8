/**
 * iJw messages (release 3.x) as rows of a table: JW301 toewijzingen, JW323 declaraties, JW325 its answer.
 * What the standard fixes is settled here: amounts are eurocents, units and frequencies are codes.
 */
import { leesDatum } from './datum.ts';
import type { Cel } from './types.ts';

export const BERICHTSOORTEN = ['jw301', 'jw323', 'jw325'] as const;
export type Berichtsoort = (typeof BERICHTSOORTEN)[number];

/** Texts of the elements of one toewijzing or prestatie and of what stands above it, by `name` or `parent/name`. */
export type Elementen = ReadonlyMap<string, string>;

/** COD756 and COD163 of the standard, as far as they have a meaning here; anything else is refused by name. */
const EENHEDEN: Record<string, string> = { '01': 'minuut', '04': 'uur', '14': 'etmaal', '16': 'dagdeel', '82': 'stuks', '84': 'stuks' };
const EURO = '83';
const FREQUENTIES: Record<string, string> = { '1': 'perDag', '2': 'perWeek', '4': 'perMaand', '6': 'totaal' };

/** Headings, in the words that column recognition knows. */
export const BERICHTKOPPEN: Record<Berichtsoort, readonly string[]> = {
  jw301: ['BSN', 'Gemeente', 'Aanbieder', 'Toewijzingnummer', 'Productcode', 'Ingangsdatum', 'Einddatum', 'Volume', 'Eenheid', 'Frequentie', 'Tarief', 'Totaalbedrag', 'bedragOnbekend', 'berichtmoment', 'redenWijziging'],
  jw323: ['BSN', 'Gemeente', 'Aanbieder', 'Toewijzingnummer', 'Productcode', 'Maand', 'Bedrag', 'declaratienummer', 'regel'],
  jw325: ['BSN', 'Gemeente', 'Aanbieder', 'Toewijzingnummer', 'Productcode', 'Maand', 'Bedrag', 'declaratienummer', 'regel', 'retourcode'],
};

/** Elements about persons that a JW301 holds and that are never looked at. */
export const BERICHT_WEGGELATEN: Record<Berichtsoort, readonly string[]> = {
  jw301: ['Geboortedatum', 'Geslacht', 'Naam', 'Communicatie', 'JuridischeStatus', 'WettelijkeVertegenwoordiging', 'Relaties', 'Contactgegevens', 'Commentaar'],
  jw323: [],
  jw325: [],
};

/** A product without a code: of a category (aspecifiek) or of nothing (generiek). */
const GENERIEK = 'generiek';
/** The answer that nothing is the matter with a part. */
const IN_ORDE = '0200';

const tekst = (e: Elementen, ...namen: string[]): string | null => {
  for (const naam of namen) {
    const t = e.get(naam);
    if (t !== undefined && t !== '') return t;
  }
  return null;
};

/** Eurocents as euros; what is no whole number of cents stays text, and is refused as such. */
function euros(centen: string | null, teken: string | null = null): Cel {
  if (centen === null) return null;
  if (!/^-?\d{1,15}$/.test(centen)) return `${centen} eurocent`;
  const bedrag = Number(centen) / 100;
  if (teken !== null && teken !== 'C' && teken !== 'D') return `${centen} (${teken})`;
  return teken === 'C' ? 0 - bedrag : bedrag;
}

function datum(t: string | null): Cel {
  if (t === null) return null;
  const gelezen = /^\d{4}-\d{2}-\d{2}$/.test(t) ? leesDatum(t, 'dag-maand') : undefined;
  return gelezen === undefined ? t : { datum: gelezen };
}

const gemeente = (t: string | null): Cel => (t === null ? null : `GM${t.padStart(4, '0')}`);

/** One toewijzing of a JW301. */
export function toewijzingsrij(e: Elementen): Cel[] {
  const code = tekst(e, 'Product/Code');
  const categorie = tekst(e, 'Product/Categorie');
  const eenheid = tekst(e, 'Omvang/Eenheid');
  const volume = tekst(e, 'Omvang/Volume');
  const frequentie = tekst(e, 'Omvang/Frequentie');
  const budget = tekst(e, 'Budget');
  const inEuros = eenheid === EURO && volume !== null;
  const moment = tekst(e, 'Toewijzingsdatum');
  return [
    tekst(e, 'Client/Bsn', 'Bsn'),
    gemeente(tekst(e, 'Header/Afzender')),
    tekst(e, 'Header/Ontvanger'),
    tekst(e, 'ToewijzingNummer'),
    code ?? categorie ?? GENERIEK,
    datum(tekst(e, 'Ingangsdatum')),
    datum(tekst(e, 'Einddatum')),
    volume === null ? null : inEuros ? 1 : /^\d{1,12}$/.test(volume) ? Number(volume) : volume,
    eenheid === null || inEuros ? null : (EENHEDEN[eenheid] ?? eenheid),
    frequentie === null ? null : (FREQUENTIES[frequentie] ?? frequentie),
    inEuros ? euros(volume) : null,
    euros(budget),
    code === null && volume === null && budget === null ? 'ja' : null,
    moment === null ? null : `${moment}T${tekst(e, 'Toewijzingstijd') ?? '00:00:00'}`,
    tekst(e, 'RedenWijziging'),
  ];
}

function prestatie(e: Elementen, gemeenteElement: string, aanbiederElement: string): Cel[] {
  const begin = tekst(e, 'ProductPeriode/Begindatum');
  return [
    tekst(e, 'Client/Bsn', 'Bsn'),
    gemeente(tekst(e, gemeenteElement)),
    tekst(e, aanbiederElement),
    tekst(e, 'ToewijzingNummer'),
    tekst(e, 'ProductCode') ?? tekst(e, 'ProductCategorie') ?? GENERIEK,
    datum(begin),
    euros(tekst(e, 'IngediendBedrag/Bedrag'), tekst(e, 'IngediendBedrag/DebetCredit', 'IngediendBedrag/DC')),
    tekst(e, 'DeclaratieNummer'),
    tekst(e, 'ProductReferentie/ReferentieNummer', 'ReferentieNummer', 'ProductReferentie'),
  ];
}

/** One prestatie of a JW323. */
export function declaratierij(e: Elementen): Cel[] {
  return prestatie(e, 'Header/Ontvanger', 'Header/Afzender');
}

/** One refused prestatie of a JW325, or null when the answer is that it is in order. */
export function afkeuringsrij(e: Elementen, retourcodes: readonly string[]): Cel[] | null {
  const codes = retourcodes.filter((c) => c !== IN_ORDE);
  return codes.length === 0 ? null : [...prestatie(e, 'Header/Afzender', 'Header/Ontvanger'), codes.join(' ')];
}

/** What the message itself says that its lines add up to. */
export function totaalrij(soort: Berichtsoort, e: Elementen): Cel[] | null {
  const ingediend = euros(tekst(e, 'TotaalIngediendBedrag/TotaalBedrag', 'TotaalIngediendBedrag/Bedrag'), tekst(e, 'TotaalIngediendBedrag/DebetCredit', 'TotaalIngediendBedrag/DC'));
  if (soort === 'jw301' || typeof ingediend !== 'number') return null;
  if (soort === 'jw323') return ['Totaal', null, null, null, null, null, ingediend, null, null];
  const toegekend = euros(tekst(e, 'TotaalToegekendBedrag/TotaalBedrag', 'TotaalToegekendBedrag/Bedrag'), tekst(e, 'TotaalToegekendBedrag/DebetCredit', 'TotaalToegekendBedrag/DC'));
  return typeof toegekend === 'number' ? ['Totaal', null, null, null, null, null, Math.round((ingediend - toegekend) * 100) / 100, null, null, null] : null;
}

/** A JW325 that refuses a declaratie as a whole: no lines, nothing awarded. */
export function heleAfkeuring(e: Elementen, retourcodes: readonly string[]): Cel[] | null {
  const codes = retourcodes.filter((c) => c !== IN_ORDE);
  const toegekend = tekst(e, 'TotaalToegekendBedrag/TotaalBedrag', 'TotaalToegekendBedrag/Bedrag');
  if (codes.length === 0 || (toegekend !== null && Number(toegekend) !== 0)) return null;
  return [null, gemeente(tekst(e, 'Header/Afzender')), tekst(e, 'Header/Ontvanger'), null, null, null, null, tekst(e, 'DeclaratieNummer'), null, codes.join(' ')];
}
