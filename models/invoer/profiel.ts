/** Holding a profile against what a profile can say: an answer that is not understood must not be passed over. */
import { DATUMNOTATIES, GETALNOTATIES, NAAMSOORTEN, type Profiel, PROFIELFORMAAT, SOORTEN, type Soort } from './types.ts';
import { KOSTENVORMEN, ONBEPAALD_BEDRAG, VELDEN } from './velden.ts';

/** Fields of any soort, and what a fixed value can be beside them. */
const VELDNAMEN = new Set([...SOORTEN.flatMap((s: Soort) => VELDEN[s].map((v) => v.naam)), ONBEPAALD_BEDRAG]);
const VASTNAMEN = new Set([...VELDNAMEN, 'tariefeenheid', 'frequentiecodes']);

type Toets = (x: unknown) => boolean;
const isTekst: Toets = (x) => typeof x === 'string';
const isGetal: Toets = (x) => typeof x === 'number' && Number.isFinite(x);
const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
const een = (...waarden: readonly unknown[]): Toets => (x) => waarden.includes(x);

const KOLOM: Record<string, [Toets, string]> = {
  veld: [(x) => x === null || (typeof x === 'string' && VELDNAMEN.has(x)), `null of een veld: ${[...VELDNAMEN].join(', ')}`],
  gemeente: [isTekst, 'de naam of code van een gemeente'],
  totaal: [een(true, false), 'true of false'],
  getalnotatie: [een(...GETALNOTATIES), GETALNOTATIES.map((n) => `"${n}"`).join(', ')],
  datumnotatie: [een(...DATUMNOTATIES), DATUMNOTATIES.join(', ')],
  schaal: [(x) => isGetal(x) && (x as number) > 0, 'een getal boven 0, zoals 1000 of 0.01'],
  kostenvorm: [een(...Object.keys(KOSTENVORMEN)), Object.keys(KOSTENVORMEN).join(', ')],
};
const BRON: Record<string, [Toets, string]> = {
  soort: [een(...SOORTEN), SOORTEN.join(', ')],
  overslaan: [een(true, false), 'true of false'],
  koprij: [(x) => isGetal(x) && Number.isInteger(x) && (x as number) >= 1, 'het nummer van een rij'],
  indeling: [een('rijen', 'matrix'), 'rijen of matrix'],
  scheidingsteken: [(x) => typeof x === 'string' && x.length === 1, 'één teken'],
  tekenset: [isTekst, 'de naam van een tekenset'],
  kolommen: [isObject, 'een object met koppen'],
  vast: [isObject, 'een object met velden'],
  splitsingen: [Array.isArray, 'een lijst'],
};
const SPLITSING: Record<string, [Toets, string]> = {
  product: [isTekst, 'de code van een product'],
  als: [(x) => isObject(x) && Object.entries(x).every(([k, v]) => ['leveringsvorm', 'plaats', 'verwijzer'].includes(k) && typeof v === 'string'), 'leveringsvorm, plaats of verwijzer met een waarde'],
  achtervoegsel: [(x) => typeof x === 'string' && x !== '', 'een tekst'],
};
const GRENS: Record<string, [Toets, string]> = { kostenPerJaar: [isGetal, 'een getal'], jarenTerug: [isGetal, 'een getal'], sprong: [isGetal, 'een getal'] };

/** @returns sentences about what is not understood; none: it is a profile */
export function controleerProfiel(profiel: unknown): string[] {
  const fouten: string[] = [];
  const meld = (pad: string, zin: string): void => void fouten.push(`profiel, ${pad}: ${zin}.`);
  const toets = (object: unknown, pad: string, regels: Record<string, [Toets, string]>): void => {
    if (!isObject(object)) return meld(pad, 'hier hoort een object');
    for (const [sleutel, waarde] of Object.entries(object)) {
      const regel = regels[sleutel];
      if (regel === undefined) meld(`${pad}.${sleutel}`, `dit is niet bekend; mogelijk zijn ${Object.keys(regels).join(', ')}`);
      else if (!regel[0](waarde)) meld(`${pad}.${sleutel}`, `${JSON.stringify(waarde)} kan niet; het moet zijn: ${regel[1]}`);
    }
  };
  if (!isObject(profiel)) return ['profiel: hier hoort een JSON-object met bronnen en namen.'];
  toets(profiel, 'profiel', {
    formaat: [een(PROFIELFORMAAT), `"${PROFIELFORMAAT}"`], naam: [isTekst, 'een tekst'], bronnen: [isObject, 'een object met bestandsnamen'],
    namen: [isObject, 'een object met gemeente, school en product'], grenzen: [isObject, 'een object'],
  });
  const { bronnen, namen, grenzen } = profiel as Profiel;
  for (const [bestand, bron] of Object.entries(bronnen ?? {})) {
    const pad = `bronnen["${bestand}"]`;
    toets(bron, pad, BRON);
    if (!isObject(bron)) continue;
    for (const [kop, kolom] of Object.entries(isObject(bron.kolommen) ? bron.kolommen : {})) if (kolom !== null) toets(kolom, `${pad}.kolommen["${kop}"]`, KOLOM);
    for (const [veld, waarde] of Object.entries(isObject(bron.vast) ? bron.vast : {})) {
      if (!VASTNAMEN.has(veld)) meld(`${pad}.vast.${veld}`, `dit is geen veld; mogelijk zijn ${[...VASTNAMEN].join(', ')}`);
      else if (typeof waarde !== 'string' && !isGetal(waarde)) meld(`${pad}.vast.${veld}`, 'hier hoort een tekst of een getal');
    }
    for (const [i, splitsing] of (Array.isArray(bron.splitsingen) ? bron.splitsingen : []).entries()) {
      toets(splitsing, `${pad}.splitsingen[${i}]`, SPLITSING);
      if (isObject(splitsing) && (splitsing.als === undefined || splitsing.achtervoegsel === undefined)) meld(`${pad}.splitsingen[${i}]`, 'als en achtervoegsel zijn allebei nodig');
    }
  }
  for (const [soort, besluiten] of Object.entries(isObject(namen) ? namen : {})) {
    if (!(NAAMSOORTEN as readonly string[]).includes(soort)) meld(`namen.${soort}`, `dit is niet bekend; mogelijk zijn ${NAAMSOORTEN.join(', ')}`);
    else for (const [naam, besluit] of Object.entries(isObject(besluiten) ? besluiten : {})) {
      if (besluit !== null && typeof besluit !== 'string' && !isObject(besluit)) meld(`namen.${soort}["${naam}"]`, 'hier hoort een code, een object met de velden van een nieuwe, of null');
    }
  }
  if (grenzen !== undefined) toets(grenzen, 'grenzen', GRENS);
  return fouten;
}
