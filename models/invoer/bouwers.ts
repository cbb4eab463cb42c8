/** From the values of a row to rows of the project, with the checks of import.md that concern one row and those before it. */
import type { Declaratie, Frequentie, Gemeente, Indicatie, Product, School } from '../project/types.ts';
import { opCenten, type Celwaarde } from './celwaarde.ts';
import { toonbaar } from './identiteit.ts';
import { GELADEN, noem, plek } from './kruiscontrole.ts';
import { type Meldingcode, nlGetal } from './meldingen.ts';
import { codeVan } from './naam.ts';
import { gemeentecode } from './namen.ts';
import type { Omzetcontext } from './omzetten.ts';
import type { Vingerafdruk } from './register.ts';
import type { Bladplan, Herstelbaar, Koppeling, Naamsoort, Rijsoorten, Soort, Tarief } from './types.ts';

/** Values by field name; undefined: empty, null: not readable (then a finding says so) or, for an einddatum, open-ended. */
export type Veldwaarden = Record<string, Celwaarde>;

/** What a builder may ask of the row it is in. */
export interface Rijhulp {
  context: Omzetcontext;
  plan: Bladplan;
  meld(code: Meldingcode, veld: string | null, zin: string): void;
  zoekNaam(soort: Naamsoort, verplicht: boolean): string | undefined;
  /** Number of the row. */
  rij(): number;
  matrix(): { gemeente: string; aantal: number }[];
  taakvelden(): Record<string, string>;
  /** Fingerprint of the row as it stands in the file. */
  identiteit(v: Vingerafdruk): void;
  /** Where the row was refused before: what there is to know of its delivery. */
  herstel: Herstelbaar | undefined;
  vinger: Vingerafdruk;
}

/**
 * The rows of one row (none when it is refused), and its amount for the accounting (undefined: not known).
 * `controle`: the row says something about others and is no data itself.
 */
export interface Gebouwd { rijen: Rijsoorten[Soort][]; bedrag: number | undefined; controle?: boolean }
export type Bouwer = (w: Veldwaarden, h: Rijhulp) => Gebouwd;

const tekst = (x: Celwaarde): string | undefined => (typeof x === 'string' ? x : undefined);
const getal = (x: Celwaarde): number | undefined => (typeof x === 'number' ? x : undefined);
const NIETS: Gebouwd = { rijen: [], bedrag: 0 };

/** Sets what is known, so that a row has no keys without a value. */
function vul<T extends object>(object: T, velden: { [K in keyof T]?: T[K] | undefined }): T {
  for (const sleutel in velden) if (velden[sleutel] !== undefined) object[sleutel] = velden[sleutel] as T[typeof sleutel];
  return object;
}

const hier = (h: Rijhulp): number => plek(h.context.tabel, h.rij());
const daar = (h: Rijhulp, plaats: number): string => noem(plaats, h.context.tabel, h.context.tabellen);

/** @param bereik a key may come back in another table of gemeenten, scholen or producten, which completes the first */
function eenmalig(h: Rijhulp, sleutel: string, wat: string, veld: string, bereik: 'tabel' | 'alles'): void {
  const volledig = `${h.plan.soort ?? ''}\u0000${bereik === 'tabel' ? h.context.tabel : ''}\u0000${sleutel}`;
  const eerder = h.context.kruiscontrole.sleutels.get(volledig);
  if (eerder === undefined) h.context.kruiscontrole.sleutels.set(volledig, hier(h));
  else h.meld('I23', veld, `${wat} staat ook in ${daar(h, eerder)}. Laat één van beide staan.`);
}

const gemeenten: Bouwer = (w, h) => {
  const naam = tekst(w.naam);
  let code = tekst(w.code);
  if (code === undefined && naam !== undefined) {
    const gezocht = h.context.namen.zoek('gemeente', naam);
    code = gezocht.soort === 'bekend' ? gezocht.code : gezocht.soort === 'onbekend' ? String(gezocht.nieuw.code) : undefined;
    if (code === undefined || (gezocht.soort === 'onbekend' && !code.startsWith('GM'))) h.meld('I01', 'code', `gemeentecode ontbreekt en “${toonbaar(naam)}” staat niet in de codelijst. Zet de code van het CBS (GM en vier cijfers) erbij.`);
  }
  if (naam === undefined || code === undefined) return NIETS;
  code = code.toUpperCase().startsWith('X-') ? `X-${code.slice(2)}` : gemeentecode(code);
  if (!/^(?:GM\d{4}|X-.+)$/.test(code)) h.meld('I24', 'code', `“${toonbaar(code)}” is geen gemeentecode. Schrijf GM en vier cijfers, of X- en een naam voor een groep leerlingen.`);
  eenmalig(h, code, `gemeente ${code}`, 'code', 'tabel');
  const gemeente: Gemeente = { code, naam };
  vul(gemeente, { inwoners: getal(w.inwoners), inwonersJeugd: getal(w.inwonersJeugd), deelnemer: typeof w.deelnemer === 'boolean' ? w.deelnemer : undefined, deelregio: tekst(w.deelregio) });
  return { rijen: [gemeente], bedrag: 0 };
};

const scholen: Bouwer = (w, h) => {
  const gemeente = h.zoekNaam('gemeente', true);
  const naam = tekst(w.naam);
  const soort = tekst(w.soort) as School['soort'] | undefined;
  if (gemeente === undefined || naam === undefined || soort === undefined) return NIETS;
  const vestigingscode = tekst(w.vestigingscode)?.toUpperCase();
  let id = tekst(w.id);
  if (id === undefined) {
    // A school that the project knows keeps its code.
    const gezocht = h.context.namen.zoek('school', vestigingscode ?? naam, vestigingscode === undefined ? '' : naam);
    id = gezocht.soort === 'bekend' ? gezocht.code : codeVan(naam);
  }
  eenmalig(h, id, `school ${id}`, 'naam', 'tabel');
  const school: School = { id, naam, soort, gemeente };
  vul(school, { vestigingscode, bestuur: tekst(w.bestuur), samenwerkingsverband: tekst(w.samenwerkingsverband) });
  return { rijen: [school], bedrag: 0 };
};

const producten: Bouwer = (w, h) => {
  const code = tekst(w.code);
  const naam = tekst(w.naam);
  if (code === undefined || naam === undefined) return NIETS;
  const jaar = getal(w.begrotingsjaar);
  eenmalig(h, `${code}\u0000${jaar ?? ''}`, `product ${code}${jaar === undefined ? '' : ` in ${jaar}`}`, 'code', 'tabel');
  const perJaar = h.taakvelden();
  const taakveld = tekst(w.taakveld);
  if (taakveld !== undefined && jaar !== undefined) perJaar[jaar] = taakveld;
  const product = { code, naam } as Product;
  vul(product, {
    vervangbaar: getal(w.vervangbaar), drager: tekst(w.drager), index: tekst(w.index) as Product['index'], benutting: getal(w.benutting), categorie: tekst(w.categorie),
    taakveld: Object.keys(perJaar).length > 0 ? perJaar : taakveld,
  });
  return { rijen: [product], bedrag: 0 };
};

const leerlingen: Bouwer = (w, h) => {
  const school = h.zoekNaam('school', true);
  if (h.plan.indeling === 'matrix') {
    const perGemeente = h.matrix();
    if (school === undefined) return NIETS;
    for (const { gemeente } of perGemeente) eenmalig(h, `${school}\u0000${gemeente}`, `het aantal leerlingen van ${school} uit ${gemeente}`, 'school', 'alles');
    return { rijen: perGemeente.map(({ gemeente, aantal }) => ({ school, gemeente, aantal })), bedrag: 0 };
  }
  const gemeente = h.zoekNaam('gemeente', true);
  const aantal = getal(w.aantal);
  if (school === undefined || gemeente === undefined || aantal === undefined) return NIETS;
  eenmalig(h, `${school}\u0000${gemeente}`, `het aantal leerlingen van ${school} uit ${gemeente}`, 'school', 'alles');
  return { rijen: [{ school, gemeente, aantal }], bedrag: 0 };
};

/** `20261231`; dates compare as numbers. */
function dagnummer(datum: string): number {
  let n = 0;
  for (let i = 0; i < 10; i++) if (i !== 4 && i !== 7) n = n * 10 + datum.charCodeAt(i) - 48;
  return n;
}
const OPEN = 99_991_231;

/** Times a year; a total is handled apart. */
const KEREN: Record<Exclude<Frequentie, 'totaal'>, number> = { perDag: 365, perWeek: 52, perVierWeken: 13, perMaand: 12, perJaar: 1 };

/** Rough cost a year: to notice a unit mistake and to compare deliveries, never to calculate with. */
export function jaarkosten(i: Indicatie): number {
  if (i.kostenPerJaar !== undefined) return i.kostenPerJaar;
  const keer = (i.volume ?? 0) * (i.tarief ?? 0);
  if (i.frequentie !== undefined && i.frequentie !== 'totaal') return keer * KEREN[i.frequentie];
  const totaal = i.totaalbedrag ?? keer;
  if (i.eind == null) return totaal;
  const dagen = (Date.parse(i.eind) - Date.parse(i.start)) / 86_400_000 + 1;
  return dagen > 365 ? (totaal / dagen) * 365 : totaal;
}

function jarenTerug(vandaag: string, jaren: number): string {
  return `${Number(vandaag.slice(0, 4)) - jaren}${vandaag.slice(4)}`;
}

/** School of the row: its own, or of its jeugdige in a koppeltabel, or of its toewijzing in another file. */
function vindSchool(w: Veldwaarden, h: Rijhulp, gemeente: string | undefined, jeugdige: string | undefined, begin: string | undefined, eind: string | null): string | undefined {
  const { context } = h;
  if (w.school !== undefined || w.schoolnaam !== undefined) return h.zoekNaam('school', true);
  const nummer = tekst(w.toewijzingnummer);
  if (gemeente !== undefined && nummer !== undefined) {
    const school = context.toewijzingscholen?.school(gemeente, nummer) ?? context.schoolVanToewijzing(gemeente, nummer);
    if (school !== undefined) return school;
  }
  if (context.koppeling.leeg || jeugdige === undefined || begin === undefined) {
    h.meld('I01', 'school', context.koppeling.leeg ? 'school ontbreekt. Vul de waarde in.' : 'school ontbreekt, en zonder nummer van de jeugdige is die niet op te zoeken in de koppeltabel.');
    return undefined;
  }
  const scholen = context.koppeling.scholen(jeugdige, begin, eind);
  if (scholen.length === 1) return scholen[0];
  h.meld('I25', 'school', scholen.length === 0
    ? `de jeugdige staat op ${begin} niet bij een school in de koppeltabel. Vul de koppeltabel aan als de jeugdige op een van de scholen zit.`
    : `de jeugdige staat op ${begin} bij meer dan één school in de koppeltabel (${scholen.join(', ')}). Geef in de koppeltabel aan van wanneer tot wanneer.`);
  return undefined;
}

/** False when a later message replaces this one, or when it withdraws the toewijzing: then a finding says so. */
function bericht(w: Veldwaarden, h: Rijhulp): boolean {
  if (w.berichtmoment === undefined) return true;
  const [gemeente, nummer] = [tekst(w.gemeente) ?? '', tekst(w.toewijzingnummer) ?? ''];
  if (!h.context.berichten.isLaatste(gemeente, nummer, h.context.tabel, h.rij())) {
    h.meld('I28', 'toewijzingnummer', 'een later bericht over dezelfde toewijzing vervangt deze rij.');
    return false;
  }
  if (w.redenWijziging !== '13') return true;
  h.meld('I27', 'redenWijziging', 'de toewijzing is verwijderd (reden wijziging 13).');
  return false;
}

const indicaties: Bouwer = (w, h) => {
  const { context } = h;
  if (!bericht(w, h)) return { rijen: [], bedrag: bedragVan(w) };
  const gemeente = h.zoekNaam('gemeente', true);
  const basisproduct = h.zoekNaam('product', true);
  const start = tekst(w.start);
  const eind = tekst(w.eind) ?? null;
  const nummer = tekst(w.jeugdige);
  const jeugdige = nummer === undefined ? undefined : context.pseudoniemen.van(nummer);
  const school = vindSchool(w, h, gemeente, jeugdige, start, eind);
  const leveringsvorm = tekst(w.leveringsvorm) as Indicatie['leveringsvorm'];
  const plaats = tekst(w.plaats) as Indicatie['plaats'];
  const verwijzer = tekst(w.verwijzer);
  const toewijzingnummer = tekst(w.toewijzingnummer);
  const aanbieder = tekst(w.aanbieder);
  if (start !== undefined && eind !== null && eind < start) h.meld('I04', 'eind', `de einddatum ${eind} ligt voor de begindatum ${start}. Controleer beide datums.`);

  const kosten = kostenvorm(w, h, basisproduct, start, eind);
  if (kosten === undefined || start === undefined || school === undefined || gemeente === undefined || basisproduct === undefined) return { rijen: [], bedrag: kosten === undefined ? bedragVan(w) : kosten.bedrag };

  const product = h.plan.splitsingen.length === 0 ? basisproduct : splits(basisproduct, { leveringsvorm, plaats, verwijzer }, h);
  const indicatie: Rijsoorten['indicaties'] = { school, gemeente, product, start, eind };
  if (jeugdige !== undefined) indicatie.jeugdige = jeugdige;
  if (aanbieder !== undefined) indicatie.aanbieder = aanbieder;
  if (verwijzer !== undefined) indicatie.verwijzer = verwijzer;
  if (plaats !== undefined) indicatie.plaats = plaats;
  if (leveringsvorm !== undefined) indicatie.leveringsvorm = leveringsvorm;
  if (toewijzingnummer !== undefined) indicatie.toewijzingnummer = toewijzingnummer;
  Object.assign(indicatie, kosten.vorm);
  if (kosten.onbekend === true) indicatie.bedragOnbekend = true;

  controleerPeriode(indicatie, h);
  const perJaar = jaarkosten(indicatie);
  if (perJaar > context.grenzen.kostenPerJaar) h.meld('I14', kosten.veld, `deze indicatie kost ongeveer € ${nlGetal(Math.round(perJaar))} per jaar, meer dan de grens van € ${nlGetal(context.grenzen.kostenPerJaar)}. Controleer of het bedrag in euro's is en het scheidingsteken klopt.`);
  controleerDubbel(indicatie, toewijzingnummer, h);
  telLopend(indicatie, hier(h), h);
  if (toewijzingnummer !== undefined) context.toewijzingscholen?.voeg(gemeente, toewijzingnummer, school);
  context.kruiscontrole.telProduct('indicaties', gemeente, product, perJaar);
  return { rijen: [indicatie], bedrag: kosten.bedrag };
};

/** What the file states as cost, for the accounting of a row that is refused for another reason; undefined when it states no price. */
function bedragVan(w: Veldwaarden): number | undefined {
  const [volume, tarief] = [getal(w.volume), getal(w.tarief)];
  if (volume !== undefined && tarief === undefined && w.kostenPerJaar === undefined && w.totaalbedrag === undefined) return undefined;
  return (getal(w.kostenPerJaar) ?? 0) + (getal(w.totaalbedrag) ?? 0) + (volume !== undefined && tarief !== undefined ? volume * tarief : 0);
}

interface Kosten { vorm: Pick<Indicatie, 'kostenPerJaar' | 'totaalbedrag' | 'volume' | 'tarief' | 'frequentie'>; bedrag: number; veld: string; onbekend?: boolean }

/** Exactly one cost form; undefined (with findings) when there is none, or several, or it does not fit. */
function kostenvorm(w: Veldwaarden, h: Rijhulp, product: string | undefined, start: string | undefined, eind: string | null): Kosten | undefined {
  const [kostenPerJaar, totaalbedrag, volume, tarief] = [w.kostenPerJaar, w.totaalbedrag, w.volume, w.tarief];
  // Not readable: reported already.
  if (kostenPerJaar === null || totaalbedrag === null || volume === null || tarief === null || w.frequentie === null || w.eenheid === null) return undefined;
  const metVolume = (volume !== undefined && h.plan.vast.volume === undefined) || tarief !== undefined;
  const vormen = [kostenPerJaar !== undefined, totaalbedrag !== undefined, metVolume].filter(Boolean).length;
  if (vormen === 0 && w.bedragOnbekend === true) {
    h.meld('I19', 'totaalbedrag', 'de toewijzing noemt geen budget. De rij komt binnen met bedrag 0 en is gemerkt als bedrag onbekend.');
    return { vorm: { kostenPerJaar: 0 }, bedrag: 0, veld: 'totaalbedrag', onbekend: true };
  }
  if (vormen === 0) {
    h.meld('I08', null, 'de kosten ontbreken: vul kosten per jaar in, of een totaalbedrag, of volume, tarief en frequentie.');
    return undefined;
  }
  if (vormen > 1) {
    h.meld('I08', null, 'de kosten staan er op meer dan één manier in (kosten per jaar, totaalbedrag, volume met tarief). Laat er één staan of laat een kolom weg.');
    return undefined;
  }
  let kosten: Kosten;
  if (typeof kostenPerJaar === 'number') kosten = { vorm: { kostenPerJaar }, bedrag: kostenPerJaar, veld: 'kostenPerJaar' };
  else if (typeof totaalbedrag === 'number') kosten = { vorm: { totaalbedrag }, bedrag: totaalbedrag, veld: 'totaalbedrag' };
  else {
    const met = volumevorm(w, h, product, start, eind);
    if (met === undefined) return undefined;
    kosten = met;
  }
  const negatief = kosten.bedrag < 0 || (typeof volume === 'number' && volume < 0) || (typeof tarief === 'number' && tarief < 0);
  if (negatief) {
    h.meld('I07', kosten.veld, `het bedrag is negatief. Een indicatie kan niets opleveren: een correctie hoort bij de declaraties.`);
    return kosten;
  }
  if (kosten.bedrag === 0) h.meld('I18', kosten.veld, 'het bedrag is nul. De rij komt binnen zonder kosten; controleer of dat klopt.');
  const totaal = kosten.vorm.totaalbedrag !== undefined || kosten.vorm.frequentie === 'totaal';
  if (totaal && eind === null) h.meld('I26', 'eind', 'een bedrag voor de hele looptijd heeft een einddatum nodig. Vul die in, of geef de kosten per jaar.');
  return kosten;
}

/** Volume, rate and frequency; the rate from the tarieven where the row has none. Of units only minutes are converted, at an hourly rate. */
function volumevorm(w: Veldwaarden, h: Rijhulp, product: string | undefined, start: string | undefined, eind: string | null): Kosten | undefined {
  const volume = getal(w.volume);
  let tarief = getal(w.tarief);
  let tariefeenheid = h.plan.vast.tariefeenheid;
  const frequentie = tekst(w.frequentie) as Frequentie | undefined;
  if (volume === undefined) {
    h.meld('I08', 'volume', 'er is een tarief zonder volume. Vul het volume in.');
    return undefined;
  }
  if (tarief === undefined) {
    if (w.eenheid === 'euro') {
      h.meld('I09', 'tarief', "het volume is een bedrag. Geef als tarief 1 (het zijn euro's) of 0,01 (het zijn eurocenten).");
      return undefined;
    }
    const gevonden = product === undefined || start === undefined ? undefined : zoekTarief(w, h, product, start, eind);
    if (gevonden === undefined) return undefined;
    ({ tarief } = gevonden);
    tariefeenheid = gevonden.eenheid;
  }
  if (frequentie === undefined) {
    h.meld('I08', 'frequentie', 'bij volume en tarief ontbreekt de frequentie (per dag, per week, per vier weken, per maand, per jaar of totaal).');
    return undefined;
  }
  if (tariefeenheid !== undefined && w.eenheid !== undefined && tariefeenheid !== w.eenheid && !(w.eenheid === 'minuut' && tariefeenheid === 'uur')) {
    h.meld('I09', 'eenheid', `het volume is in ${String(w.eenheid)} en het tarief is per ${tariefeenheid}. Maak die gelijk.`);
    return undefined;
  }
  if (w.eenheid === 'minuut' && tariefeenheid === 'uur') {
    tarief = opCenten((tarief * volume) / 60);
    return { vorm: { volume: 1, tarief, frequentie }, bedrag: tarief, veld: 'volume' };
  }
  return { vorm: { volume, tarief, frequentie }, bedrag: volume * tarief, veld: 'volume' };
}

/** Price from the tarieven, in the year in whose prices the project counts (or the nearest of the indicatie's own years). */
function zoekTarief(w: Veldwaarden, h: Rijhulp, product: string, start: string, eind: string | null): { tarief: number; eenheid: string | undefined } | undefined {
  const eersteJaar = Number(start.slice(0, 4));
  const laatsteJaar = eind === null ? Infinity : Number(eind.slice(0, 4));
  const jaar = Math.max(eersteJaar, Math.min(laatsteJaar, h.context.prijspeil));
  const tarief = h.context.tarieven.zoek(product, tekst(w.aanbieder), jaar);
  if (tarief === undefined) {
    h.meld('I09', 'tarief', `er is een volume zonder tarief, en geen tarief bekend van product ${product}. Vul het tarief in, of lees ook een bestand met tarieven in.`);
    return undefined;
  }
  if (w.eenheid !== undefined && tarief.eenheid === undefined) {
    h.meld('I09', 'eenheid', `van het tarief van product ${product} is niet gezegd of het per ${String(w.eenheid)} is. Zet de eenheid bij de tarieven.`);
    return undefined;
  }
  if (tarief.jaar !== jaar) h.meld('I31', 'tarief', `van product ${product} is geen tarief van ${jaar} bekend; gerekend wordt met dat van ${tarief.jaar}.`);
  return { tarief: tarief.tarief, eenheid: tarief.eenheid };
}

function splits(product: string, eigenschappen: Partial<Record<'leveringsvorm' | 'plaats' | 'verwijzer', string | undefined>>, h: Rijhulp): string {
  for (const regel of h.plan.splitsingen) {
    if (regel.product !== undefined && regel.product !== product) continue;
    const past = Object.entries(regel.als).every(([veld, waarde]) => eigenschappen[veld as keyof typeof eigenschappen]?.toLowerCase() === waarde.toLowerCase());
    if (past) return h.context.namen.splits(product, regel.achtervoegsel);
  }
  return product;
}

function controleerPeriode(i: Indicatie, h: Rijhulp): void {
  const { vandaag, grenzen } = h.context;
  if (i.start > vandaag) h.meld('I13', 'start', `de begindatum ${i.start} ligt in de toekomst. De rij komt binnen; controleer de datum.`);
  else if (i.start < jarenTerug(vandaag, grenzen.jarenTerug)) h.meld('I13', 'start', `de begindatum ${i.start} ligt meer dan ${grenzen.jarenTerug} jaar terug. De rij komt binnen; controleer de datum.`);
}

/** A jeugdige with a running indicatie, for the number at its school. @param plaats tells apart who has no number */
function telLopend({ school, gemeente, start, eind = null, jeugdige }: Indicatie, plaats: number, { context, vinger: v }: Rijhulp): void {
  if (start > context.vandaag || (eind !== null && eind < context.vandaag)) return;
  v.begin();
  v.tekst(school);
  v.tekst(gemeente);
  v.tekst(jeugdige ?? '');
  if (jeugdige === undefined) v.getal(plaats);
  v.klaar();
  context.kruiscontrole.telJeugdige(school, v);
}

const INHOUD = ['school', 'gemeente', 'product', 'start', 'eind', 'maand', 'kostenPerJaar', 'totaalbedrag', 'volume', 'tarief', 'frequentie', 'bedrag', 'jeugdige', 'aanbieder', 'toewijzingnummer', 'verwijzer', 'plaats', 'leveringsvorm'] as const;

/** Fingerprint of what comes in of a row: what was loaded before is known by nothing else. */
function vingerVanInhoud(v: Vingerafdruk, rij: Rijsoorten['indicaties' | 'declaraties']): void {
  v.begin();
  const waarden: Partial<Record<string, unknown>> = { ...rij };
  for (const veld of INHOUD) v.tekst(String(waarden[veld] ?? ''));
  v.klaar();
}

function vingerVanToewijzing(v: Vingerafdruk, gemeente: string, toewijzingnummer: string): void {
  v.begin();
  v.tekst(gemeente);
  v.tekst(toewijzingnummer);
  v.klaar();
}

function vingerVanHulp(v: Vingerafdruk, jeugdige: string, { product, aanbieder = '' }: Indicatie | Declaratie): void {
  v.begin();
  v.tekst(jeugdige);
  v.tekst(product);
  v.tekst(aanbieder);
  v.klaar();
}

const periodeVan = (rij: Indicatie | Declaratie): [begin: number, eind: number] => ('maand' in rij ? [0, 0] : [dagnummer(rij.start), rij.eind == null ? OPEN : dagnummer(rij.eind)]);

/** What counts already of a gemeente is remembered before the first row of it that comes beside it. */
function onthoudGeladen(gemeente: string, h: Rijhulp): void {
  const { herstel, vinger: v, context: { kruiscontrole } } = h;
  if (herstel === undefined) return;
  const welke = `${h.plan.soort ?? ''}\u0000${gemeente}`;
  if (kruiscontrole.onthouden.has(welke)) return;
  kruiscontrole.onthouden.add(welke);
  let volgnummer = 0;
  for (const rij of herstel.geladen(gemeente)) {
    const [begin, eind] = periodeVan(rij);
    vingerVanInhoud(v, rij);
    if ('maand' in rij || rij.toewijzingnummer === undefined) kruiscontrole.rijen.zet(v, GELADEN);
    else {
      const inhoud = v.a;
      vingerVanToewijzing(v, gemeente, rij.toewijzingnummer);
      kruiscontrole.toewijzingen.voeg(v, GELADEN, begin, eind, inhoud);
    }
    if ('maand' in rij) continue;
    telLopend(rij, --volgnummer, h);
    if (rij.jeugdige === undefined) continue;
    vingerVanHulp(v, rij.jeugdige, rij);
    kruiscontrole.overlap.voeg(v, GELADEN, begin, eind);
  }
}

function controleerDubbel(rij: Indicatie | Declaratie, toewijzingnummer: string | undefined, h: Rijhulp): void {
  const [begin, eind] = periodeVan(rij);
  const { kruiscontrole } = h.context;
  const v = h.vinger;
  onthoudGeladen(rij.gemeente, h);
  const dubbel = (eerder: number): void => h.meld('I10', null, `de rij is gelijk aan ${daar(h, eerder)} en zou dubbel tellen. Laat één van beide staan.`);
  if (h.herstel === undefined) h.identiteit(v);
  else vingerVanInhoud(v, rij);
  if ('maand' in rij || toewijzingnummer === undefined) {
    const gelijke = kruiscontrole.rijen.van(v);
    if (gelijke !== 0) {
      if (toewijzingnummer !== undefined || rij.jeugdige !== undefined) dubbel(gelijke);
      else h.meld('I29', null, `de rij is gelijk aan ${daar(h, gelijke)}. Zonder nummer van jeugdige of toewijzing is niet te zien of het er twee zijn; beide komen binnen.`);
      return;
    }
    kruiscontrole.rijen.zet(v, hier(h));
    if ('maand' in rij) return;
  } else {
    // The same row has the same number and the same days: one register tells both.
    const inhoud = v.a;
    vingerVanToewijzing(v, rij.gemeente, toewijzingnummer);
    const eerder = kruiscontrole.toewijzingen.overlappend(v, begin, eind, inhoud);
    if (eerder !== null) {
      if (eerder.gelijk) dubbel(eerder.rij);
      else h.meld('I11', 'toewijzingnummer', `hetzelfde toewijzingnummer staat met een andere inhoud in ${daar(h, eerder.rij)}, over dezelfde dagen. Laat staan wat geldt.`);
      return;
    }
    const vorige = kruiscontrole.toewijzingen.laatste(v);
    if (vorige !== 0) h.meld('I30', 'toewijzingnummer', `hetzelfde toewijzingnummer staat ook in ${daar(h, vorige)}, over andere dagen. Beide komen binnen.`);
    kruiscontrole.toewijzingen.voeg(v, hier(h), begin, eind, inhoud);
  }
  if (rij.jeugdige === undefined) return;
  vingerVanHulp(v, rij.jeugdige, rij);
  const eerder = kruiscontrole.overlap.overlappend(v, begin, eind);
  if (eerder !== null) h.meld('I12', 'start', `dezelfde jeugdige heeft dit product van deze aanbieder ook in ${daar(h, eerder.rij)}, over dezelfde dagen. De rij komt binnen; controleer of het er twee zijn.`);
  kruiscontrole.overlap.voeg(v, hier(h), begin, eind);
}

const declaraties: Bouwer = (w, h) => {
  const { context } = h;
  const maand = tekst(w.maand);
  const bedrag = getal(w.bedrag);
  if (w.retourcode !== undefined) return afkeuring(w, h);
  const gemeente = h.zoekNaam('gemeente', true);
  const basisproduct = h.zoekNaam('product', true);
  const nummer = tekst(w.jeugdige);
  const jeugdige = nummer === undefined ? undefined : context.pseudoniemen.van(nummer);
  const school = vindSchool(w, h, gemeente, jeugdige, maand, null);
  const afgekeurd = w.declaratienummer === undefined ? undefined : context.berichten.afkeuring(...regelsleutel(w));
  if (afgekeurd !== undefined) h.meld('I33', 'regel', `de gemeente heeft deze regel afgekeurd (JW325, retourcode ${afgekeurd}); het bedrag is niet toegekend.`);
  if (school === undefined || gemeente === undefined || basisproduct === undefined || maand === undefined || bedrag === undefined) return { rijen: [], bedrag: bedrag ?? 0 };
  const toewijzingnummer = tekst(w.toewijzingnummer);
  const product = h.plan.splitsingen.length === 0 ? basisproduct : splits(basisproduct, { leveringsvorm: tekst(w.leveringsvorm), plaats: tekst(w.plaats), verwijzer: tekst(w.verwijzer) }, h);
  const declaratie: Rijsoorten['declaraties'] = { school, gemeente, product, maand, bedrag };
  vul(declaratie, { jeugdige, aanbieder: tekst(w.aanbieder), toewijzingnummer });
  if (bedrag === 0) h.meld('I18', 'bedrag', 'het bedrag is nul. De rij komt binnen; controleer of dat klopt.');
  if (maand > context.vandaag) h.meld('I13', 'maand', `de maand ${maand.slice(0, 7)} ligt in de toekomst. De rij komt binnen; controleer de datum.`);
  controleerDubbel(declaratie, toewijzingnummer, h);
  context.kruiscontrole.telProduct('declaraties', gemeente, product, bedrag);
  return { rijen: [declaratie], bedrag };
};

function regelsleutel(w: Veldwaarden): [string, string, string, string] {
  return [tekst(w.gemeente) ?? '', tekst(w.aanbieder) ?? '', tekst(w.declaratienummer) ?? '', tekst(w.regel) ?? ''];
}

/** A refused line of a JW325: it counts by refusing the declared line, and is no data itself. */
function afkeuring(w: Veldwaarden, h: Rijhulp): Gebouwd {
  if (!h.context.berichten.isGedeclareerd(...regelsleutel(w))) h.meld('I34', 'regel', 'de afgekeurde regel hoort bij een declaratie die er niet is. Lees het declaratiebericht (JW323) samen met dit antwoord in.');
  return { rijen: [], bedrag: 0, controle: true };
}

const koppeltabel: Bouwer = (w, h) => {
  const school = h.zoekNaam('school', true);
  const nummer = tekst(w.jeugdige);
  const van = tekst(w.van);
  const tot = tekst(w.tot) ?? null;
  if (van !== undefined && tot !== null && tot < van) h.meld('I04', 'tot', `de einddatum ${tot} ligt voor de begindatum ${van}. Controleer beide datums.`);
  if (school === undefined || nummer === undefined) return NIETS;
  const koppeling = vul<Koppeling>({ jeugdige: h.context.pseudoniemen.van(nummer), school, tot }, { van });
  h.context.koppeling.voeg(koppeling);
  return { rijen: [koppeling], bedrag: 0 };
};

const tarieven: Bouwer = (w, h) => {
  const product = h.zoekNaam('product', true);
  const [jaar, tarief] = [getal(w.jaar), getal(w.tarief)];
  if (product === undefined || jaar === undefined || tarief === undefined) return NIETS;
  const aanbieder = tekst(w.aanbieder);
  if (tarief < 0) h.meld('I07', 'tarief', 'het tarief is negatief. Verbeter het.');
  eenmalig(h, `${product}\u0000${aanbieder ?? ''}\u0000${jaar}`, `het tarief van ${product}${aanbieder === undefined ? '' : ` bij ${toonbaar(aanbieder)}`} in ${jaar}`, 'tarief', 'alles');
  const rij = vul<Tarief>({ product, jaar, tarief }, { aanbieder, eenheid: tekst(w.eenheid) });
  h.context.tarieven.voeg(rij);
  return { rijen: [rij], bedrag: 0 };
};

const BOUWERS: Record<Soort, Bouwer> = { gemeenten, scholen, producten, koppeltabel, tarieven, leerlingen, indicaties, declaraties };

export function bouwerVoor(soort: Soort): Bouwer {
  return BOUWERS[soort];
}
