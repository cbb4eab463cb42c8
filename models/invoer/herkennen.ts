/** Finding the heading of a table, what the table holds, and what its columns are, from its first rows (import.md). */
import { vouw } from './naam.ts';
import { metTeksten } from './rijindeling.ts';
import { celtekst, isLeeg, kolomletters } from './tekst.ts';
import { totaalsoort } from './totaalrij.ts';
import type { Bronprofiel, Herstelplan, Kolomkeuze, Kolomplan, Rij, Soort } from './types.ts';
import { SOORTEN } from './types.ts';
import { KOSTENVORMEN, ONBEPAALD_BEDRAG, VELDEN, veldVan } from './velden.ts';
import type { Woordenlijst } from './woordenlijst.ts';

/** Rows in which the heading has to be. */
export const KOPRIJEN = 25;

/** A table as its heading shows it; nothing of its values is known yet. */
export interface Tabelkop {
  koprij: number;
  /** The heading fits these equally well; one: decided. */
  soorten: Soort[];
  indeling: 'rijen' | 'matrix';
  /** For `soorten[0]`. */
  kolommen: Kolomplan[];
  vast: Record<string, string | number>;
  /** Obligatory fields without a column or a fixed value. */
  ontbreekt: string[];
  /** Fields that several columns claim. */
  dubbel: { veld: string; kolommen: number[] }[];
  /** The rows were refused before. */
  herstel?: Herstelplan;
}

export interface Herkencontext {
  woordenlijst: Woordenlijst;
  isGemeente(naam: string): boolean;
  /** The user said what this very sheet is: then it is, whatever its headings say; what its columns are is asked. */
  isAangewezen?: boolean;
}

interface Duiding extends Omit<Tabelkop, 'koprij' | 'soorten'> {
  punten: number;
  /** Columns that have a meaning. */
  geduid: number;
  /** The values below the heading point at this soort. */
  aangewezen: boolean;
}

/** @returns null when no row looks like a heading of anything (or of `profiel.soort`); of a sheet that `isAangewezen`, when it has no row to be one */
export function herkenTabel(rijen: readonly Rij[], profiel: Bronprofiel, context: Herkencontext): Tabelkop | null {
  const gevonden: { rij: Rij; soort: Soort; duiding: Duiding }[] = [];
  for (const rij of rijen) {
    if (profiel.koprij !== undefined ? rij.nummer !== profiel.koprij : rij.nummer > KOPRIJEN) continue;
    const cellen = rij.doorlopend === undefined ? rij.cellen : metTeksten(rij.cellen, rij.doorlopend, [...rij.doorlopend.keys()].filter((p) => isLeeg(rij.cellen[p])));
    const koppen = cellen.map((c) => celtekst(c).trim());
    if (koppen.filter((k) => k !== '').length < (isGezegd(profiel, context) && profiel.koprij !== undefined ? 1 : 2)) continue;
    const na = rijen.find((r) => r.nummer > rij.nummer && r.cellen.some((c) => !isLeeg(c)));
    for (const soort of profiel.soort === undefined ? SOORTEN : [profiel.soort]) {
      const duiding = duidKoppen(koppen, soort, profiel, context, na);
      if (duiding !== null) gevonden.push({ rij, soort, duiding });
    }
  }
  // The first of the best; sort keeps the order of rows and of soorten.
  const [beste] = gevonden.toSorted((a, b) => Number(b.duiding.aangewezen) - Number(a.duiding.aangewezen) || b.duiding.punten - a.duiding.punten);
  if (beste === undefined) return null;
  const { indeling, kolommen, vast, ontbreekt, dubbel, aangewezen, geduid } = beste.duiding;
  // Anything else that the same heading says as completely is as likely.
  const even = aangewezen ? [] : gevonden.filter(({ rij, soort, duiding }) => rij === beste.rij && soort !== beste.soort && duiding.ontbreekt.length === 0 && ontbreekt.length === 0 && duiding.geduid >= geduid);
  return { koprij: beste.rij.nummer, soorten: [beste.soort, ...even.map((e) => e.soort)], indeling, kolommen, vast, ontbreekt, dubbel };
}

/** Ways to write one heading: as it stands, without currency, without what is between brackets. */
function schrijfwijzen(kop: string): string[] {
  const zonderMunt = (t: string): string => vouw(t).replace(/(?:^| )(?:in )?(?:€|eur|euro|euros)(?= |$)/g, '').trim();
  return [vouw(kop), zonderMunt(kop), zonderMunt(kop.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))];
}

const naslag = new WeakMap<object, Map<string, { veld: string; rang: number }>>();
function opzoektabel(koppen: Record<string, readonly string[]>): Map<string, { veld: string; rang: number }> {
  let tabel = naslag.get(koppen);
  if (tabel === undefined) {
    tabel = new Map();
    let rang = 0;
    for (const [veld, namen] of Object.entries(koppen)) for (const naam of [...namen, veld]) {
      const sleutel = vouw(naam);
      if (!tabel.has(sleutel)) tabel.set(sleutel, { veld, rang: rang++ });
    }
    naslag.set(koppen, tabel);
  }
  return tabel;
}

/** What a profile says of a column, by its heading or `#number`; undefined when it says nothing. */
export function kolomkeuze(profiel: Bronprofiel, kop: string, nummer: number): Kolomkeuze | null | undefined {
  const keuzes = profiel.kolommen;
  if (keuzes === undefined) return undefined;
  const opNummer = keuzes[`#${nummer}`];
  if (opNummer !== undefined) return opNummer;
  const gevouwen = vouw(kop);
  for (const [naam, keuze] of Object.entries(keuzes)) if (naam === kop || (gevouwen !== '' && vouw(naam) === gevouwen)) return keuze;
  return undefined;
}

function duidKoppen(koppen: readonly string[], soort: Soort, profiel: Bronprofiel, context: Herkencontext, na: Rij | undefined): Duiding | null {
  const { woordenlijst } = context;
  const tabel = opzoektabel(woordenlijst.koppen[soort]);
  const kolommen: Kolomplan[] = [];
  const rangen = new Map<number, number>();
  const vast: Record<string, string | number> = {};
  let gemeenten = 0;
  koppen.forEach((kop, i) => {
    const kolom: Kolomplan = { nummer: i + 1, kop: kop === '' ? `(kolom ${kolomletters(i + 1)})` : kop, veld: null };
    kolommen.push(kolom);
    const keuze = kolomkeuze(profiel, kop, i + 1);
    if (keuze === null || (keuze !== undefined && keuze.veld === null)) {
      kolom.weggelaten = 'keuze';
      return;
    }
    if (keuze?.veld !== undefined || keuze?.gemeente !== undefined || keuze?.totaal === true) {
      pasToe(kolom, keuze, vast);
      rangen.set(kolom.nummer, -1);
      if (keuze.gemeente !== undefined) gemeenten += 2;
      return;
    }
    for (const vorm of kop === '' ? [] : schrijfwijzen(kop)) {
      const gevonden = tabel.get(vorm);
      if (gevonden !== undefined) {
        kolom.veld = gevonden.veld;
        rangen.set(kolom.nummer, gevonden.rang);
        break;
      }
    }
    const jaar = soort === 'producten' && kolom.veld === null ? /^taakveld (\d{4})$/.exec(vouw(kop)) : null;
    if (jaar !== null) {
      kolom.veld = 'taakveld';
      kolom.jaar = Number(jaar[1]);
    } else if (kolom.veld === null && soort === 'leerlingen') {
      if (totaalsoort(kop) !== null) kolom.totaal = true;
      else if (context.isGemeente(kop)) {
        kolom.gemeente = kop;
        gemeenten++;
      }
    }
    if (kolom.veld !== null && keuze !== undefined) pasToe(kolom, keuze, vast);
    else if (kolom.veld !== null && KOSTENVORMEN[kolom.veld] !== undefined && soort === 'indicaties') pasKostenvormToe(kolom, kolom.veld, vast);
    for (const [naam, waarden] of Object.entries(woordenlijst.kopvast)) if (kolom.veld !== null && vouw(naam) === vouw(kop)) Object.assign(vast, waarden);
  });
  const matrix = profiel.indeling === 'matrix' || (profiel.indeling === undefined && soort === 'leerlingen' && gemeenten >= 2);
  if (matrix && soort === 'leerlingen') {
    // Pupils in all, beside a column per gemeente, is their sum.
    for (const k of kolommen) if (k.veld === 'aantal') Object.assign(k, { veld: null, totaal: true });
    for (const k of kolommen) if (k.veld === 'gemeente' || k.veld === 'gemeentenaam') k.veld = null;
  } else for (const k of kolommen) {
    delete k.gemeente;
    delete k.totaal;
  }
  const dubbel = kiesPerVeld(kolommen, rangen, soort);
  for (const k of kolommen) {
    if (k.veld !== null || k.gemeente !== undefined || k.totaal === true || k.weggelaten !== undefined) continue;
    k.weggelaten = schrijfwijzen(k.kop).some((v) => identiteiten(woordenlijst).has(v)) ? 'identiteit' : 'onbekend';
  }
  Object.assign(vast, profiel.vast);
  const heeft = (veld: string): boolean => kolommen.some((k) => k.veld === veld) || vast[veld] !== undefined || dubbel.some((d) => d.veld === veld) || (matrix && (veld === 'gemeente' || veld === 'aantal'));
  const ontbreekt = VELDEN[soort].filter((v) => v.verplicht === true && !heeft(v.naam)).map((v) => v.naam);
  const verplicht = VELDEN[soort].filter((v) => v.verplicht === true && heeft(v.naam)).length + (soort === 'indicaties' && heeftKosten(heeft) ? 1 : 0);
  if (soort === 'indicaties' && !heeftKosten(heeft)) ontbreekt.push(ONBEPAALD_BEDRAG);
  const overig = kolommen.filter((k) => k.veld !== null && veldVan(soort, k.veld)?.verplicht !== true).length;
  const gevraagd = profiel.soort !== undefined || profiel.koprij !== undefined;
  const nodig = soort === 'gemeenten' ? verplicht >= 1 && overig >= 1 : verplicht >= 2;
  if (!gevraagd && (!nodig || ontbreekt.length > 2 || (matrix && !heeft('school')))) return null;
  if (gevraagd && verplicht + overig === 0 && !isGezegd(profiel, context)) return null;
  const aangewezen = soort === 'gemeenten' && na !== undefined && kolommen.some((k) => k.veld === 'code' && /^GM\d{4}$/i.test(celtekst(na.cellen[k.nummer - 1])));
  return { indeling: matrix ? 'matrix' : 'rijen', kolommen, vast, ontbreekt, dubbel, punten: 3 * verplicht + Math.min(overig + (matrix ? gemeenten : 0), 20) - 2 * ontbreekt.length, geduid: verplicht + overig, aangewezen };
}

const isGezegd = (profiel: Bronprofiel, { isAangewezen }: Herkencontext): boolean => isAangewezen === true && profiel.soort !== undefined;

function heeftKosten(heeft: (veld: string) => boolean): boolean {
  return ['kostenPerJaar', 'totaalbedrag', 'tarief', 'volume', ONBEPAALD_BEDRAG].some(heeft);
}

const identiteitNaslag = new WeakMap<object, Set<string>>();
function identiteiten(w: Woordenlijst): Set<string> {
  let set = identiteitNaslag.get(w);
  if (set === undefined) identiteitNaslag.set(w, (set = new Set(w.identiteitskoppen.map(vouw))));
  return set;
}

/** Whether a heading is one of what points at a person. */
export function isIdentiteitskop(kop: string, w: Woordenlijst): boolean {
  return schrijfwijzen(kop).some((v) => identiteiten(w).has(v));
}

function pasToe(kolom: Kolomplan, keuze: Kolomkeuze, vast: Record<string, string | number>): void {
  const { kostenvorm, ...rest } = keuze;
  Object.assign(kolom, rest);
  delete kolom.weggelaten;
  if (kostenvorm !== undefined) pasKostenvormToe(kolom, kostenvorm, vast);
}

function pasKostenvormToe(kolom: Kolomplan, kostenvorm: string, vast: Record<string, string | number>): void {
  const vorm = KOSTENVORMEN[kostenvorm];
  if (vorm === undefined) return;
  kolom.veld = vorm.veld;
  Object.assign(vast, vorm.vast);
}

/** Of several columns for one field: a code and a name go together, a person by the surest number; of anything else the user decides. */
function kiesPerVeld(kolommen: Kolomplan[], rangen: Map<number, number>, soort: Soort): { veld: string; kolommen: number[] }[] {
  const dubbel: { veld: string; kolommen: number[] }[] = [];
  const perVeld = new Map<string, Kolomplan[]>();
  for (const k of kolommen) if (k.veld !== null && k.jaar === undefined) perVeld.set(k.veld, [...(perVeld.get(k.veld) ?? []), k]);
  for (const [veld, claims] of perVeld) {
    if (claims.length < 2) continue;
    const rang = (k: Kolomplan): number => rangen.get(k.nummer) ?? 0;
    const opRang = claims.toSorted((a, b) => rang(a) - rang(b) || a.nummer - b.nummer);
    const type = veldVan(soort, veld)?.type;
    if (type === 'gemeente' || type === 'school' || type === 'product' || type === 'jeugdige' || veld === 'aanbieder') {
      const [, tweede, ...rest] = opRang;
      const naamveld = `${veld}naam`;
      if (tweede !== undefined && veldVan(soort, naamveld) !== undefined && !perVeld.has(naamveld)) tweede.veld = naamveld;
      else if (tweede !== undefined) rest.push(tweede);
      for (const k of rest) Object.assign(k, { veld: null, weggelaten: type === 'jeugdige' ? 'identiteit' : 'dubbel' });
      continue;
    }
    // Chosen by the profile: then the others are not meant.
    const gekozen = opRang.filter((k) => rang(k) === -1);
    if (gekozen.length === 1) {
      for (const k of claims) if (k !== gekozen[0]) Object.assign(k, { veld: null, weggelaten: 'dubbel' });
      continue;
    }
    dubbel.push({ veld, kolommen: claims.map((k) => k.nummer) });
    for (const k of claims) Object.assign(k, { veld: null, weggelaten: 'dubbel' });
  }
  return dubbel;
}
