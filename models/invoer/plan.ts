/** The reading plan of a sheet: what its heading and all its values together decide, and what they leave open. */
import { beslisDatumnotatie } from './datum.ts';
import { beslisGetalnotatie } from './getal.ts';
import { isIdentiteitskop, kolomkeuze, type Tabelkop } from './herkennen.ts';
import { identiteitVan, toonbaar } from './identiteit.ts';
import { vouw } from './naam.ts';
import { celtekst, isLeeg, kolomletters } from './tekst.ts';
import type { Bladplan, Bronprofiel, Kolomplan, Rij, Vraag } from './types.ts';
import { KOSTENVORMEN, ONBEPAALD_BEDRAG, veldVan } from './velden.ts';
import { type Bladprofiel, type Kolomprofiel, lijktIdentiteit } from './verkennen.ts';
import { vraag } from './vragen.ts';
import type { Woordenlijst } from './woordenlijst.ts';

export interface Planbron {
  bestand: string;
  blad: string | null;
  scheidingsteken?: string | undefined;
  tekenset?: string | undefined;
  vasteBreedte?: boolean;
  /** An iJw message: the standard says what its columns are. */
  bericht?: boolean;
  /** Another file says which school a jeugdige, or a toewijzing, belongs to. */
  schoolElders?: { jeugdige: boolean; toewijzing: boolean };
}

/** So many values that look like an identity are no accident, in a column of refused rows. */
const GENOEG_PERSONEN = 5;

/** Where answers about a sheet go in a profile. */
export function bronsleutel({ bestand, blad }: Planbron): string {
  return blad === null ? bestand : `${bestand}#${blad}`;
}

/** A column without a heading, called by its letters. */
export function isNaamloos(k: Kolomplan): boolean {
  return k.kop === `(kolom ${kolomletters(k.nummer)})`;
}

export function maakPlan(bron: Planbron, kop: Tabelkop, profiel: Bladprofiel, keuzes: Bronprofiel, woordenlijst: Woordenlijst): { plan: Bladplan; vragen: Vraag[] } {
  const soort = kop.soorten[0] ?? null;
  const vragen: Vraag[] = [];
  const basis = ['bronnen', bronsleutel(bron)];
  const plaats = { bestand: bron.bestand, blad: bron.blad };
  const kolommen = kop.kolommen.map((k) => ({ ...k }));
  // In a workbook values may stand beside the table; in a text file such a row is refused.
  if (bron.vasteBreedte !== true) for (let nummer = kolommen.length + 1; nummer <= profiel.breedte; nummer++) {
    kolommen.push({ nummer, kop: `(kolom ${kolomletters(nummer)})`, veld: null, weggelaten: 'onbekend' });
  }
  const plan: Bladplan = {
    ...plaats, soort, indeling: kop.indeling, koprij: kop.koprij, kolommen, vast: { ...kop.vast }, splitsingen: keuzes.splitsingen ?? [],
    ...(bron.scheidingsteken === undefined ? {} : { scheidingsteken: bron.scheidingsteken }),
    ...(bron.tekenset === undefined ? {} : { tekenset: bron.tekenset }),
    ...(kop.herstel === undefined ? {} : { herstel: kop.herstel }),
  };
  if (kop.soorten.length > 1) {
    vragen.push(vraag('soort', plaats, `de koppen passen bij ${kop.soorten.join(' en ')}; wat is het?`, kop.soorten.map((s) => ({ waarde: s, tekst: s })), [...basis, 'soort']));
    plan.soort = null;
    return { plan, vragen };
  }
  if (soort === null) return { plan, vragen };

  const sleutel = (k: Kolomplan): string => (isNaamloos(k) || kolommen.filter((x) => vouw(x.kop) === vouw(k.kop)).length > 1 ? `#${k.nummer}` : k.kop);
  const pad = (k: Kolomplan, wat?: string): string[] => [...basis, 'kolommen', sleutel(k), ...(wat === undefined ? [] : [wat])];

  for (const k of kolommen) {
    const p = profiel.kolommen[k.nummer - 1];
    if (p === undefined) continue;
    // What columns of refused rows hold was judged by all rows of their source; a few rows would say less.
    if (lijktIdentiteit(p) && (kop.herstel === undefined || p.identiteiten >= GENOEG_PERSONEN) && (k.veld === null ? k.weggelaten !== 'keuze' : veldVan(soort, k.veld)?.type !== 'jeugdige')) {
      if (k.veld !== null && veldVan(soort, k.veld)?.verplicht === true) kop.ontbreekt.push(k.veld);
      Object.assign(k, { veld: null, weggelaten: 'identiteit' });
      delete k.gemeente;
      delete k.totaal;
    }
  }

  if (kop.indeling === 'matrix') vraagKolommenVanMatrix();
  for (const { veld, kolommen: nummers } of kop.dubbel) {
    const titel = veldVan(soort, veld)?.titel ?? veld;
    const claims = kolommen.filter((k) => nummers.includes(k.nummer));
    vragen.push(vraag('kolom', plaats, `meer dan één kolom kan “${titel}” zijn: ${claims.map((k) => `“${k.kop}”`).join(', ')}. Welke is het?`,
      claims.map((k) => ({ waarde: { [sleutel(k)]: { veld } }, tekst: k.kop })), [...basis, 'kolommen']));
  }
  for (const veld of new Set(kop.ontbreekt)) if (!(veld === 'school' && schoolUitAnderBestand())) vraagOntbrekende(veld);

  for (const k of kolommen) {
    const p = profiel.kolommen[k.nummer - 1];
    const keuze = kolomkeuze(keuzes, k.kop, k.nummer);
    if (p === undefined || keuze === null) continue;
    if (soort === 'indicaties' && k.veld === ONBEPAALD_BEDRAG) vraagKostenvorm(k);
    const type = k.gemeente !== undefined || k.totaal === true ? 'aantal' : k.veld === null ? undefined : k.veld === ONBEPAALD_BEDRAG ? 'getal' : veldVan(soort, k.veld)?.type;
    if (type === 'getal' || type === 'aantal' || type === 'aandeel') {
      k.getalnotatie = keuze?.getalnotatie ?? beslisGetal(k, p, type === 'aantal');
      if (keuze?.schaal === undefined) vraagSchaal(k);
    } else if (type === 'datum' || type === 'einddatum' || type === 'maand') {
      k.datumnotatie = keuze?.datumnotatie ?? beslisDatum(k, p, type === 'maand');
    }
  }
  vraagNaastliggendeDatums();
  if (bron.bericht !== true && kop.herstel === undefined) {
    vraagFrequentie();
    vraagTariefeenheid();
  }
  return { plan, vragen };

  function vraagKolommenVanMatrix(): void {
    for (const k of kolommen) {
      const p = profiel.kolommen[k.nummer - 1];
      if (p === undefined || k.veld !== null || k.gemeente !== undefined || k.totaal === true || k.weggelaten !== 'onbekend') continue;
      const cijfers = p.heleGetallen + p.getal.gelijk;
      if (cijfers === 0 || cijfers * 2 < p.gevuld || isIdentiteitskop(k.kop, woordenlijst)) continue;
      // Pupils of something: only the user knows whether it is a gemeente, a group of them, or no part of the sum.
      k.gemeente = k.kop;
      delete k.weggelaten;
    }
  }

  function schoolUitAnderBestand(): boolean {
    const heeft = (veld: string): boolean => kolommen.some((k) => k.veld === veld);
    return (bron.schoolElders?.jeugdige === true && heeft('jeugdige')) || (bron.schoolElders?.toewijzing === true && soort === 'declaraties' && heeft('toewijzingnummer'));
  }

  function vraagOntbrekende(veld: string): void {
    const vrij = kolommen.filter((k) => k.veld === null && (k.weggelaten === 'onbekend' || k.weggelaten === 'dubbel'));
    if (veld === ONBEPAALD_BEDRAG) {
      vragen.push(vraag('kolom', plaats, 'geen kolom met kosten gevonden. Welke kolom is het, en waarvan is het de prijs (kosten per jaar, totaalbedrag, of volume, tarief en frequentie)?',
        vrij.map((k) => ({ waarde: { [sleutel(k)]: { veld: 'kostenPerJaar' } }, tekst: `“${k.kop}” zijn kosten per jaar` })), [...basis, 'kolommen']));
      return;
    }
    const titel = veldVan(soort ?? 'indicaties', veld)?.titel ?? veld;
    const koppelen = veld === 'school' && (soort === 'indicaties' || soort === 'declaraties') ? ' Of lees een koppeltabel (jeugdige en school) mee in.' : '';
    const vasteWaarde = veld === 'gemeente' || veld === 'school' || veld === 'product' || veld === 'jaar';
    vragen.push(vraag('kolom', plaats, `geen kolom gevonden voor “${titel}”. Welke kolom is het${vasteWaarde ? ', of wat geldt voor het hele bestand' : ''}?${koppelen}`,
      vrij.map((k) => ({ waarde: { kolommen: { [sleutel(k)]: { veld } } }, tekst: k.kop })), basis, vasteWaarde ? { vast: { [veld]: veld === 'gemeente' ? 'GM0000' : '…' } } : undefined));
  }

  function vraagKostenvorm(k: Kolomplan): void {
    vragen.push(vraag('kostenvorm', { ...plaats, kolom: k.kop }, 'waarvan is dit bedrag de prijs?',
      Object.entries(KOSTENVORMEN).map(([naam, v]) => ({ waarde: naam, tekst: v.titel })), pad(k, 'kostenvorm')));
  }

  function beslisGetal(k: Kolomplan, p: Kolomprofiel, heel: boolean): Kolomplan['getalnotatie'] {
    const besluit = beslisGetalnotatie(p.getal, heel);
    if ('notatie' in besluit) return besluit.notatie;
    const toon = (klasse: 'nl' | 'en' | 'beide'): string => (p.getalbewijs[klasse] === undefined ? '' : `“${toonbaar(p.getalbewijs[klasse].tekst)}” (rij ${p.getalbewijs[klasse].rij})`);
    const andere = new Set(kolommen.map((x) => x.getalnotatie).filter((x) => x !== undefined && x !== '1234'));
    vragen.push(vraag('getalnotatie', { ...plaats, kolom: k.kop },
      besluit.onzeker === 'beide'
        ? `de getallen kunnen op twee manieren gelezen worden, zoals ${toon('beide')}: is de punt het scheidingsteken van duizendtallen of van decimalen?`
        : `${p.getal.nl} waarden passen alleen bij 1.234,56, zoals ${toon('nl')}, en ${p.getal.en} alleen bij 1,234.56, zoals ${toon('en')}. Welke notatie geldt? Wat er niet bij past wordt geweigerd.`,
      [{ waarde: '1.234,56', tekst: '1.234,56 (Nederlands)' }, { waarde: '1,234.56', tekst: '1,234.56' }],
      pad(k, 'getalnotatie'), andere.size === 1 ? [...andere][0] : undefined));
    return undefined;
  }

  function vraagSchaal(k: Kolomplan): void {
    const gevonden = woordenlijst.schaalkoppen.find((s) => s.patroon.test(k.kop));
    if (gevonden === undefined || (k.veld !== null && veldVan(soort ?? 'indicaties', k.veld)?.type !== 'getal' && k.veld !== ONBEPAALD_BEDRAG)) return;
    vragen.push(vraag('schaal', { ...plaats, kolom: k.kop }, `de kop noemt ${gevonden.titel}. Waarmee moeten de getallen vermenigvuldigd worden om euro's te krijgen?`,
      [{ waarde: gevonden.schaal, tekst: `× ${gevonden.schaal}` }, { waarde: 1, tekst: "× 1: het zijn al euro's" }], pad(k, 'schaal'), gevonden.schaal));
  }

  function beslisDatum(k: Kolomplan, p: Kolomprofiel, maand: boolean): Kolomplan['datumnotatie'] {
    if (!maand && p.alsDagnummer > 0 && p.datums === 0 && p.teksten === 0) {
      vragen.push(vraag('datumnotatie', { ...plaats, kolom: k.kop }, `er staan getallen waar datums verwacht worden. Zijn het dagnummers van Excel?`,
        [{ waarde: 'excel', tekst: 'ja, dagnummers van Excel' }, { waarde: 'dag-maand', tekst: 'nee; de getallen worden geweigerd' }], pad(k, 'datumnotatie')));
      return undefined;
    }
    const besluit = beslisDatumnotatie(p.datum);
    if ('notatie' in besluit) return besluit.notatie;
    const md = p.datumbewijs.md;
    vragen.push(vraag('datumnotatie', { ...plaats, kolom: k.kop },
      besluit.onzeker === 'maand-dag'
        ? `“${md?.tekst ?? ''}” (rij ${md?.rij ?? 0}) kan alleen maand-dag zijn. Staat in deze kolom de maand voor de dag?`
        : `“${md?.tekst ?? ''}” (rij ${md?.rij ?? 0}) kan alleen maand-dag zijn en “${p.datumbewijs.dm?.tekst ?? ''}” (rij ${p.datumbewijs.dm?.rij ?? 0}) alleen dag-maand. Welke volgorde geldt? Wat er niet bij past wordt geweigerd.`,
      [{ waarde: 'dag-maand', tekst: 'dag-maand (31-12-2026)' }, { waarde: 'maand-dag', tekst: 'maand-dag (12-31-2026)' }], pad(k, 'datumnotatie')));
    return undefined;
  }

  /** Where one column of dates is month–day, the others are not Dutch without being asked. */
  function vraagNaastliggendeDatums(): void {
    const datums = kolommen.flatMap((k) => {
      const p = profiel.kolommen[k.nummer - 1];
      return k.datumnotatie !== undefined && p !== undefined ? [{ k, p, gekozen: kolomkeuze(keuzes, k.kop, k.nummer)?.datumnotatie !== undefined }] : [];
    });
    const gevraagd = vragen.some((v) => v.vraag === 'datumnotatie') || datums.some((d) => d.k.datumnotatie === 'maand-dag');
    if (!gevraagd) return;
    for (const { k, p, gekozen } of datums) {
      if (gekozen || p.datum.beide === 0 || p.datum.dm > 0 || k.datumnotatie === 'excel') continue;
      delete k.datumnotatie;
      vragen.push(vraag('datumnotatie', { ...plaats, kolom: k.kop }, `“${p.datumbewijs.beide?.tekst ?? ''}” (rij ${p.datumbewijs.beide?.rij ?? 0}) kan dag-maand en maand-dag zijn, en een andere kolom van dit bestand schrijft de maand voor de dag. Welke volgorde geldt hier?`,
        [{ waarde: 'dag-maand', tekst: 'dag-maand (31-12-2026)' }, { waarde: 'maand-dag', tekst: 'maand-dag (12-31-2026)' }], pad(k, 'datumnotatie')));
    }
  }

  /** Figures for a frequentie may be the codes of iJw, or how often something is given. */
  function vraagFrequentie(): void {
    const k = kolommen.find((x) => x.veld === 'frequentie');
    const p = k === undefined ? undefined : profiel.kolommen[k.nummer - 1];
    if (soort !== 'indicaties' || k === undefined || p === undefined || plan.vast.frequentiecodes !== undefined) return;
    if (p.getallen === 0 && ![...p.waarden].some((w) => /^\d+$/.test(w))) return;
    vragen.push(vraag('eenheid', { ...plaats, kolom: k.kop }, 'er staan cijfers als frequentie. Zijn het de codes van iJw (1 dag, 2 week, 4 maand, 6 totaal)? Zo niet, laat de kolom dan weg.',
      [{ waarde: 'ijw', tekst: 'ja, codes van iJw' }], [...basis, 'vast', 'frequentiecodes']));
  }

  /** Minutes with a rate: per minute or per hour differs sixtyfold, so it has to be said. */
  function vraagTariefeenheid(): void {
    if (soort !== 'indicaties' || !kolommen.some((k) => k.veld === 'tarief') || plan.vast.tariefeenheid !== undefined) return;
    const eenheid = kolommen.find((k) => k.veld === 'eenheid');
    const minuten = eenheid === undefined ? plan.vast.eenheid === 'minuut' : heeftMinuten(profiel.kolommen[eenheid.nummer - 1]);
    if (!minuten) return;
    vragen.push(vraag('eenheid', plaats, 'er zijn volumes in minuten. Is het tarief per uur of per minuut?',
      [{ waarde: 'uur', tekst: 'per uur' }, { waarde: 'minuut', tekst: 'per minuut' }], [...basis, 'vast', 'tariefeenheid']));
  }

  function heeftMinuten(p: Kolomprofiel | undefined): boolean {
    if (p === undefined) return false;
    const woorden = new Set((woordenlijst.keuzes.eenheid?.minuut ?? []).map(vouw));
    return p.getallen > 0 || [...p.waarden].some((w) => woorden.has(vouw(w)));
  }
}

const GETOOND = 12;
const BREEDTE = 30;

/** Rows of a sheet that nothing is known of, for show: without what a heading or most values of a column say of persons. */
export function ruweRijen(rijen: readonly Rij[], koprij: number | undefined, woordenlijst: Woordenlijst): { rij: number; waarden: string[] }[] {
  const gevuld = rijen.filter(({ cellen }) => cellen.some((c) => !isLeeg(c)));
  const bij = koprij === undefined ? -1 : gevuld.findIndex(({ nummer }) => nummer >= koprij);
  const begin = bij < GETOOND - 1 ? 0 : bij - 1;
  const breedte = Math.min(BREEDTE, Math.max(0, ...gevuld.map(({ cellen }) => cellen.findLastIndex((c) => !isLeeg(c)) + 1)));
  // From where a column is blotted out: below a heading that says so, or where it begins to look like persons.
  const persoonVanaf = Array.from({ length: breedte }, (_, i) => {
    const teksten = gevuld.map(({ cellen }) => celtekst(cellen[i]).trim());
    const kop = teksten.findIndex((t) => isIdentiteitskop(t, woordenlijst));
    if (kop >= 0) return kop + 1;
    const wijzend = teksten.filter((t) => identiteitVan(t) !== null).length;
    return wijzend > 0 && wijzend * 2 >= teksten.filter((t) => t !== '').length ? teksten.findIndex((t) => identiteitVan(t) !== null) : Infinity;
  });
  return gevuld.map(({ nummer, cellen }, n) => ({
    rij: nummer,
    waarden: persoonVanaf.map((vanaf, i) => (n < vanaf || isLeeg(cellen[i]) ? toonbaar(celtekst(cellen[i])) : '•••')),
  })).slice(begin, begin + GETOOND);
}

/** First rows for show beside the plan, without what points at persons. */
export function voorbeeldrijen(plan: Bladplan, profiel: Bladprofiel): { rij: number; waarden: string[] }[] {
  return profiel.voorbeelden.map((r) => ({
    rij: r.nummer,
    waarden: plan.kolommen.map((k) => (k.weggelaten === 'identiteit' || k.veld === 'jeugdige' ? '•••' : toonbaar(celtekst(r.cellen[k.nummer - 1])))),
  }));
}
