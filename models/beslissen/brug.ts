/** Brug (docs/beslissen.md, 4): what a difference consists of. */
import { gelijkeWaarde } from '../project/gelijk.ts';
import { effectOverigVan, uitstroomVan, verdelingVan, vervangtBestaandVan } from '../project/standaard.ts';
import type { Arrangement, Inzetregel, VolledigScenario } from '../project/types.ts';
import type { Doorrekening, Rekenresultaat } from '../rekenen/bereken.ts';
import type { Gastbijdragen } from '../rekenen/gastbijdrage.ts';
import type { Regelkosten } from '../rekenen/inzet.ts';
import { sleutelrekenaar } from '../rekenen/sleutel.ts';
import type { Reeks } from '../rekenen/types.ts';
import { effectPerGemeente } from '../rekenen/uitkomsten.ts';
import { verdeel } from '../rekenen/verdeling.ts';
import { effectVan, fout, reken, uitslag, type Beslisbasis } from './basis.ts';
import { kostenspel, shapley } from './kostenspel.ts';
import type { Brugdeel, Nulbrug, Scenariobrug, Uitkomstkeuze } from './types.ts';
import { gemeten, uitkomstmaat, type Uitkomstmaat } from './uitkomstkeuze.ts';
import { effect, euro, opsomming, tenOpzichte } from './woorden.ts';
import { zorgdelen } from './zorgdelen.ts';

/** Amounts per year, of one gemeente or of all together. @param bedragen at `gemeente · jaren + y` */
function perJaar({ gewichten, gemeente }: Uitkomstmaat, bedragen: ArrayLike<number>): Reeks {
  const Y = gewichten.length;
  const uit = Array.from({ length: Y }, () => 0);
  for (let i = gemeente === null ? 0 : gemeente * Y, tot = gemeente === null ? bedragen.length : i + Y; i < tot; i++) uit[i % Y]! += bedragen[i] as number;
  return uit;
}
const deelVan = (code: string, naam: string, reeks: Reeks, { gewichten }: Uitkomstmaat): Brugdeel => ({ code, naam, bedrag: reeks.reduce((som, x, y) => som + x * (gewichten[y] as number), 0), perJaar: reeks });

// — From nulscenario to scenario —

/** @returns the parts R, O, structural and one-off lines, existing, guests, and what a maximum of the ingroei shifts between gemeenten */
export function brug(basis: Beslisbasis, keuze: Uitkomstkeuze = {}): Rekenresultaat<{ uitslag: Nulbrug }> {
  const gekozen = uitkomstmaat(basis.project, keuze);
  if (!gekozen.ok) return gekozen;
  const gerekend = reken(basis, basis.scenario);
  if (!gerekend.ok) return gerekend;
  const { maat } = gekozen;
  const bedragen = delenVan(basis, gerekend);
  const delen = bedragen.map(([code, naam, vlak]) => deelVan(code, naam, perJaar(maat, vlak), maat));
  const { individueel, bestaand } = gerekend.nul;
  const nul = gemeten(maat, individueel.perGemeente) + gemeten(maat, bestaand.perGemeente);
  const totaal = gemeten(maat, effectPerGemeente(gerekend.evaluatie));
  const inhoud = { keuze, nul, scenarioBedrag: nul + totaal, totaal, delen };
  return { ok: true, uitslag: uitslag(basis, inhoud, nulzinnen(basis, inhoud, maat)) };
}

/** Every part per gemeente and year; together the effect. */
function delenVan({ gegevens, scenario, formules, plaats }: Beslisbasis, { evaluatie: e }: Doorrekening): [code: string, naam: string, bedragen: Float64Array][] {
  const { kader, deelnemers } = e;
  const Y = kader.jaren.length;
  const leeg = (): Float64Array => new Float64Array(gegevens.gemeenten.length * Y);
  const { vervangen, overig } = zorgdelen(gegevens, e);
  // Without a maximum on the ingroei contributions are sums over lines, so that each kind of line can be divided apart.
  const verdeling = verdelingVan(scenario);
  const { maximumPerInwoner, ...ingroei } = verdeling.ingroei ?? { aandeel: [] };
  const onbegrensd: VolledigScenario = verdeling.ingroei ? { ...scenario, verdeling: { ...verdeling, ingroei } } : scenario;
  const zonderGasten: Gastbijdragen = { perGemeente: leeg(), verlaging: new Float64Array(e.effecten.length * Y) };
  const bijdragen = (regels: readonly Regelkosten[], gasten: Gastbijdragen): Float64Array => {
    const { bijdragen: perDeelnemer } = verdeel(onbegrensd, e.effecten, regels, gasten, deelnemers, sleutelrekenaar(gegevens, e.effecten, deelnemers, formules, plaats.pad), gegevens, kader);
    const uit = gasten.perGemeente.slice();
    for (const [i, g] of deelnemers.entries()) for (let y = 0; y < Y; y++) uit[g * Y + y]! += perDeelnemer[i * Y + y] as number;
    return uit;
  };
  const structureleDeel = bijdragen(e.regels.filter(({ regel }) => regel.soort !== 'eenmalig'), zonderGasten);
  const eenmaligeDeel = bijdragen(e.regels.filter(({ regel }) => regel.soort === 'eenmalig'), zonderGasten);
  const metGasten = bijdragen(e.regels, e.gasten);
  const gasten = metGasten.map((bedrag, i) => bedrag - (structureleDeel[i] as number) - (eenmaligeDeel[i] as number));
  const effecten = effectPerGemeente(e);
  const begrenzing = effecten.map((bedrag, i) => bedrag - (e.individueel.perGemeente[i] as number) - (e.bestaand.perGemeente[i] as number) - (metGasten[i] as number));
  return [
    ['vervangen', 'zorg die vervalt', vervangen],
    ['overig', 'effect op de overige zorg', overig],
    ['structureel', 'structurele inzet', structureleDeel],
    ['eenmalig', 'eenmalige kosten', eenmaligeDeel],
    ['bestaand', 'bestaande arrangementen', e.bestaand.perGemeente],
    ['gasten', 'gasten', gasten],
    ...(maximumPerInwoner === undefined ? [] : [['begrenzing', 'maximum van de ingroei', begrenzing] as [string, string, Float64Array]]),
  ];
}

function nulzinnen({ scenario }: Beslisbasis, { nul, scenarioBedrag, totaal, delen }: Pick<Nulbrug, 'nul' | 'scenarioBedrag' | 'totaal' | 'delen'>, { wanneer }: Uitkomstmaat): string[] {
  const zichtbaar = delen.filter(({ bedrag }) => euro(Math.abs(bedrag)) !== '€ 0');
  return [
    `“${scenario.naam}” is ${wanneer} ${tenOpzichte(totaal)} het nulscenario: ${euro(scenarioBedrag)} tegen ${euro(nul)}.`,
    ...(zichtbaar.length === 0 ? [] : [`Dat komt door ${opsomming(zichtbaar.map(({ naam, bedrag }) => `${naam} (${effect(bedrag)})`))}.`]),
  ];
}

// — From scenario to scenario —

/** A group of assumptions that changes as one. */
interface Groep {
  code: string;
  naam: string;
  /** What belongs to it in an arrangement, or in the scenario. */
  vanArrangement?: (a: Arrangement) => Partial<Arrangement>;
  vanScenario?: (s: VolledigScenario) => unknown;
}

const structureel = (regels: readonly Inzetregel[] | undefined): Inzetregel[] => (regels ?? []).filter(({ soort }) => soort !== 'eenmalig');
const eenmalig = (regels: readonly Inzetregel[] | undefined): Inzetregel[] => (regels ?? []).filter(({ soort }) => soort === 'eenmalig');

const GROEPEN: readonly Groep[] = [
  { code: 'scholen', naam: 'welke scholen meedoen', vanScenario: (s) => s.arrangementen.map(({ school }) => school).sort() },
  { code: 'planning', naam: 'start en einde', vanArrangement: ({ start, eind = null }) => ({ start, eind }) },
  { code: 'vervanging', naam: 'vervangbaar deel en realisatie', vanArrangement: ({ realisatie, vervangbaar = {} }) => ({ realisatie, vervangbaar }) },
  { code: 'uitstroom', naam: 'uitstroom', vanArrangement: (a) => ({ uitstroom: uitstroomVan(a) }) },
  { code: 'overig', naam: 'effect op de overige zorg', vanArrangement: (a) => ({ effectOverig: effectOverigVan(a) }) },
  { code: 'inzet', naam: 'structurele inzet', vanArrangement: ({ inzet }) => ({ inzet: structureel(inzet) }), vanScenario: ({ regionaal }) => structureel(regionaal) },
  { code: 'eenmalig', naam: 'eenmalige kosten', vanArrangement: ({ inzet }) => ({ inzet: eenmalig(inzet) }), vanScenario: ({ regionaal }) => eenmalig(regionaal) },
  { code: 'bestaand', naam: 'bestaande arrangementen', vanArrangement: (a) => ({ vervangtBestaand: vervangtBestaandVan(a) }) },
  { code: 'deelnemers', naam: 'deelnemers en gasten', vanScenario: ({ deelnemers, nietDeelnemers, bijdragePerLeerling }) => ({ deelnemers: deelnemers?.toSorted(), nietDeelnemers, bijdragePerLeerling }) },
  { code: 'verdeling', naam: 'verdeling', vanScenario: verdelingVan },
  { code: 'indexen', naam: 'indexen', vanScenario: ({ indexen }) => indexen },
];
/** What has to go together where one without the other cannot be calculated: run-off that is not measured (P21), a key without its figures (P23). */
const SAMEN: readonly (readonly string[])[] = [['scholen', 'planning', 'vervanging', 'uitstroom'], ['deelnemers', 'verdeling', 'inzet', 'eenmalig']];

/** The scenario that takes from B what belongs to the chosen groups, and from A the rest. A school that only one of them has is taken from that one. */
function gemengd(a: VolledigScenario, b: VolledigScenario, uitB: (code: string) => boolean): VolledigScenario {
  const kies = (code: string): VolledigScenario => (uitB(code) ? b : a);
  const [perSchoolA, perSchoolB] = [a, b].map((s) => new Map(s.arrangementen.map((x) => [x.school, x]))) as [Map<string, Arrangement>, Map<string, Arrangement>];
  const arrangementen = kies('scholen').arrangementen.map(({ school }) => {
    const [vanA, vanB] = [perSchoolA.get(school), perSchoolB.get(school)];
    if (!vanA || !vanB) return (vanA ?? vanB) as Arrangement;
    const deel = Object.assign({}, ...GROEPEN.map(({ code, vanArrangement }) => vanArrangement?.(uitB(code) ? vanB : vanA) ?? {})) as Partial<Arrangement>;
    return { ...vanA, ...deel, inzet: [...structureel((uitB('inzet') ? vanB : vanA).inzet), ...eenmalig((uitB('eenmalig') ? vanB : vanA).inzet)] };
  });
  const { deelnemers, nietDeelnemers, bijdragePerLeerling } = kies('deelnemers');
  const { verdeling } = kies('verdeling');
  const { indexen } = kies('indexen');
  return { ...a, arrangementen, deelnemers, nietDeelnemers, bijdragePerLeerling, verdeling, indexen, regionaal: [...structureel(kies('inzet').regionaal), ...eenmalig(kies('eenmalig').regionaal)] };
}

/** Whether two scenarios differ in a group. */
function verschiltIn({ vanArrangement, vanScenario }: Groep, a: VolledigScenario, b: VolledigScenario): boolean {
  if (vanScenario && !gelijkeWaarde(vanScenario(a), vanScenario(b))) return true;
  if (!vanArrangement) return false;
  const vanB = new Map(b.arrangementen.map((x) => [x.school, x]));
  return a.arrangementen.some((x) => {
    const y = vanB.get(x.school);
    return y !== undefined && !gelijkeWaarde(vanArrangement(x), vanArrangement(y));
  });
}

/** From scenario A to scenario B of the same project: what each group of assumptions explains, by Shapley values over the groups. */
export function scenariobrug(a: Beslisbasis, b: Beslisbasis, keuze: Uitkomstkeuze = {}): Rekenresultaat<{ uitslag: Scenariobrug }> {
  const gekozen = uitkomstmaat(a.project, keuze);
  if (!gekozen.ok) return gekozen;
  const { maat } = gekozen;
  const basis: Beslisbasis = { ...a, formules: new Map([...a.formules, ...b.formules]) };
  const [vanA, vanB] = [effectVan(a, a.scenario), effectVan(b, b.scenario)];
  if (!vanA.ok) return vanA;
  if (!vanB.ok) return vanB;

  let blokken = GROEPEN.filter((groep) => verschiltIn(groep, a.scenario, b.scenario)).map((groep) => [groep]);
  let reeksen = reeksenVan(basis, b, blokken, maat);
  for (const samen of SAMEN) {
    if (reeksen) break;
    blokken = samengevoegd(blokken, (groep) => samen.includes(groep.code));
    reeksen = reeksenVan(basis, b, blokken, maat);
  }
  if (!reeksen) {
    blokken = samengevoegd(blokken, () => true);
    reeksen = reeksenVan(basis, b, blokken, maat);
  }
  if (!reeksen) return fout('B08', a.plaats.pad, `Tussen “${a.scenario.naam}” en “${b.scenario.naam}” is geen brug te maken: een tussenstap is niet door te rekenen.`);

  const delen = reeksen.map((reeks, i): Brugdeel => {
    const blok = blokken[i] as Groep[];
    return deelVan(blok.map(({ code }) => code).join('+'), opsomming(blok.map(({ naam }) => naam)), reeks, maat);
  });
  const [van, tot] = [gemeten(maat, vanA.effect), gemeten(maat, vanB.effect)];
  const inhoud = { keuze, naar: b.verantwoording, van, tot, totaal: tot - van, delen, samengenomen: blokken.filter(({ length }) => length > 1).map((blok) => blok.map(({ naam }) => naam)) };
  return { ok: true, uitslag: uitslag(a, inhoud, scenariozinnen(a, b, inhoud, maat)) };
}

const samengevoegd = (blokken: readonly Groep[][], hoortErbij: (groep: Groep) => boolean): Groep[][] => {
  const erbij = blokken.filter((blok) => blok.some(hoortErbij));
  return [...blokken.filter((blok) => !erbij.includes(blok)), ...(erbij.length > 0 ? [erbij.flat()] : [])];
};

/** Per block its Shapley value in each year; undefined where some mixture cannot be calculated. */
function reeksenVan(a: Beslisbasis, b: Beslisbasis, blokken: readonly Groep[][], maat: Uitkomstmaat): Reeks[] | undefined {
  const Y = maat.gewichten.length;
  const perGroep: Reeks[] = [];
  for (let keuze = 0; keuze < 1 << blokken.length; keuze++) {
    const uitB = new Set(blokken.flatMap((blok, i) => ((keuze >> i) & 1 ? blok.map(({ code }) => code) : [])));
    const gerekend = effectVan(a, gemengd(a.scenario, b.scenario, (code) => uitB.has(code)));
    const reeks = gerekend.ok ? perJaar(maat, gerekend.effect) : [Number.NaN];
    if (!reeks.every(Number.isFinite)) return undefined;
    perGroep.push(reeks);
  }
  const uit = blokken.map((): Reeks => []);
  for (let y = 0; y < Y; y++) {
    const begin = perGroep[0]![y] as number;
    for (const [i, waarde] of shapley(kostenspel(blokken.length, (groep) => (perGroep[groep]![y] as number) - begin)).entries()) uit[i]!.push(waarde);
  }
  return uit;
}

function scenariozinnen({ scenario }: Beslisbasis, b: Beslisbasis, { totaal, delen }: Pick<Scenariobrug, 'totaal' | 'delen'>, { wanneer }: Uitkomstmaat): string[] {
  const eerste = `“${b.scenario.naam}” is ${wanneer} ${tenOpzichte(totaal)} “${scenario.naam}”, elk tegen het eigen nulscenario.`;
  const opGrootte = delen.filter(({ bedrag }) => euro(Math.abs(bedrag)) !== '€ 0').sort((x, y) => Math.abs(y.bedrag) - Math.abs(x.bedrag));
  return opGrootte.length === 0 ? [eerste] : [eerste, `Dat komt door ${opsomming(opGrootte.map(({ naam, bedrag }) => `${naam} (${effect(bedrag)})`))}. De volgorde waarin de verschillen worden doorgevoerd maakt niet uit.`];
}
