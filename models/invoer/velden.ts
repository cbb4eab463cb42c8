/** The fields of each soort (import.md, What can be loaded): what a column can become and how its values are read. */
import type { Naamsoort, Soort } from './types.ts';

export type Veldtype =
  /** Euros, or another figure with decimals. */
  | 'getal'
  /** A whole number, 0 or more. */
  | 'aantal'
  /** A share 0..1, or a percentage written with %. */
  | 'aandeel'
  | 'datum'
  /** `datum` in which empty and the end of time mean open-ended. */
  | 'einddatum'
  /** First of a month. */
  | 'maand'
  | 'jaar'
  | 'tekst'
  | 'keuze'
  | 'ja/nee'
  | 'gemeente'
  | 'school'
  | 'product'
  /** The name beside a code of one of those three: looked up when the code is not known. */
  | 'naam'
  /** Person: replaced by a pseudonym. */
  | 'jeugdige';

export interface Veld {
  naam: string;
  /** As in a sentence for the user. */
  titel: string;
  type: Veldtype;
  /** A row without it is refused. */
  verplicht?: boolean;
}

const veld = (naam: string, titel: string, type: Veldtype, verplicht = false): Veld => ({ naam, titel, type, verplicht });

/** A field whose values are looked up among what is known, and the name that may stand beside its code. */
const opgezocht = (naam: Naamsoort): Veld[] => [veld(naam, naam, naam, true), veld(`${naam}naam`, `naam van ${naam === 'product' ? 'het' : 'de'} ${naam}`, 'naam')];

const toewijzing: Veld[] = [
  veld('jeugdige', 'jeugdige', 'jeugdige'),
  veld('aanbieder', 'aanbieder', 'tekst'),
  veld('toewijzingnummer', 'toewijzingnummer', 'tekst'),
  veld('leveringsvorm', 'leveringsvorm', 'keuze'),
  veld('plaats', 'plaats van de hulp', 'keuze'),
  veld('verwijzer', 'verwijzer', 'tekst'),
];

export const VELDEN: Record<Soort, readonly Veld[]> = {
  gemeenten: [
    veld('code', 'gemeentecode', 'tekst'),
    veld('naam', 'naam van de gemeente', 'tekst', true),
    veld('inwoners', 'inwoners', 'aantal'),
    veld('inwonersJeugd', 'inwoners van 0–17 jaar', 'aantal'),
    veld('deelnemer', 'deelnemer', 'ja/nee'),
    veld('deelregio', 'deelregio', 'tekst'),
  ],
  scholen: [
    veld('id', 'schoolcode', 'tekst'),
    veld('naam', 'naam van de school', 'tekst', true),
    veld('soort', 'schoolsoort', 'keuze', true),
    veld('gemeente', 'gemeente waar de school staat', 'gemeente', true),
    veld('gemeentenaam', 'naam van de gemeente', 'naam'),
    veld('vestigingscode', 'vestigingscode', 'tekst'),
    veld('bestuur', 'bestuur', 'tekst'),
    veld('samenwerkingsverband', 'samenwerkingsverband', 'tekst'),
  ],
  producten: [
    veld('code', 'productcode', 'tekst', true),
    veld('naam', 'productnaam', 'tekst', true),
    veld('vervangbaar', 'vervangbaar deel', 'aandeel'),
    veld('drager', 'drager', 'keuze'),
    veld('index', 'index', 'keuze'),
    veld('benutting', 'benutting', 'aandeel'),
    veld('categorie', 'productcategorie', 'tekst'),
    veld('taakveld', 'taakveld', 'tekst'),
    veld('eenheid', 'eenheid', 'keuze'),
    veld('begrotingsjaar', 'begrotingsjaar van het taakveld', 'jaar'),
  ],
  koppeltabel: [
    veld('jeugdige', 'jeugdige', 'jeugdige', true),
    ...opgezocht('school'),
    veld('van', 'begin', 'datum'),
    veld('tot', 'eind', 'einddatum'),
  ],
  tarieven: [
    ...opgezocht('product'),
    veld('tarief', 'tarief', 'getal', true),
    veld('jaar', 'jaar', 'jaar', true),
    veld('aanbieder', 'aanbieder', 'tekst'),
    veld('eenheid', 'eenheid', 'keuze'),
  ],
  leerlingen: [
    ...opgezocht('school'),
    ...opgezocht('gemeente'),
    veld('aantal', 'aantal leerlingen', 'aantal', true),
  ],
  indicaties: [
    ...opgezocht('school'),
    ...opgezocht('gemeente'),
    ...opgezocht('product'),
    veld('start', 'begindatum', 'datum', true),
    veld('eind', 'einddatum', 'einddatum'),
    veld('kostenPerJaar', 'kosten per jaar', 'getal'),
    veld('totaalbedrag', 'totaalbedrag', 'getal'),
    veld('volume', 'volume', 'getal'),
    veld('tarief', 'tarief', 'getal'),
    veld('frequentie', 'frequentie', 'keuze'),
    veld('eenheid', 'eenheid', 'keuze'),
    ...toewijzing,
    veld('bedragOnbekend', 'bedrag onbekend', 'ja/nee'),
    veld('berichtmoment', 'moment van het bericht', 'tekst'),
    veld('redenWijziging', 'reden van wijziging', 'tekst'),
  ],
  declaraties: [
    ...opgezocht('school'),
    ...opgezocht('gemeente'),
    ...opgezocht('product'),
    veld('maand', 'maand', 'maand', true),
    veld('bedrag', 'bedrag', 'getal', true),
    ...toewijzing,
    veld('declaratienummer', 'declaratienummer', 'tekst'),
    veld('regel', 'referentie van de regel', 'tekst'),
    veld('retourcode', 'retourcode', 'tekst'),
  ],
};

/** Fields with the amount of a row, for the accounting in euros; of several that are filled in the sum counts. */
export const BEDRAGVELDEN: Partial<Record<Soort, readonly string[]>> = { declaraties: ['bedrag'], indicaties: ['kostenPerJaar', 'totaalbedrag'] };

/** A figure that does not say what it is a price of: which of these is asked. */
export const ONBEPAALD_BEDRAG = 'bedrag';

/** Ways in which one amount can be the cost of an indicatie: the field it becomes and what is then fixed. */
export const KOSTENVORMEN: Record<string, { titel: string; veld: string; vast: Record<string, string | number> }> = {
  kostenPerJaar: { titel: 'per jaar', veld: 'kostenPerJaar', vast: {} },
  totaalbedrag: { titel: 'voor de hele looptijd', veld: 'totaalbedrag', vast: {} },
  perMaand: { titel: 'per maand', veld: 'tarief', vast: { volume: 1, frequentie: 'perMaand' } },
  perVierWeken: { titel: 'per vier weken', veld: 'tarief', vast: { volume: 1, frequentie: 'perVierWeken' } },
  perWeek: { titel: 'per week', veld: 'tarief', vast: { volume: 1, frequentie: 'perWeek' } },
  perDag: { titel: 'per dag', veld: 'tarief', vast: { volume: 1, frequentie: 'perDag' } },
};

export function veldVan(soort: Soort, naam: string): Veld | undefined {
  return VELDEN[soort].find((v) => v.naam === naam);
}
