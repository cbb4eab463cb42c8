/** Houdbaarheid (docs/beslissen.md, 6): would anyone be better off leaving? For internal use only: not in the presentation, not in the voorstel. */
import { deelnemersVan, ingroeiVanaf, isFormule, opgeteldTotEen, verdelingVan } from '../project/standaard.ts';
import { SLEUTELVARIABELEN, type Gewichten, type Ingroei, type Sleutelvariabele, type VolledigScenario } from '../project/types.ts';
import { ingroeiaandeel } from '../rekenen/ingroei.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import type { Evaluatie } from '../rekenen/evalueer.ts';
import { effectPerGemeente } from '../rekenen/uitkomsten.ts';
import { fout, reken, uitslag, type Beslisbasis } from './basis.ts';
import { isBekend } from './bekend.ts';
import { allen, bezwaren, kostenspel, ledenVan, MEESTE_SPELERS, scrb, shapley, sommenPerGroep, type Kostenspel } from './kostenspel.ts';
import { minimaliseer } from './lineair.ts';
import type { Herstel, Houdbaarheid, Uitkomstkeuze } from './types.ts';
import { uitkomstmaat, type Uitkomstmaat } from './uitkomstkeuze.ts';
import { aantal, effect, euro, opsomming, procent, tenOpzichte } from './woorden.ts';

/** Half a cent: nobody leaves for less. */
const MARGE = 0.005;
/** Groups that are listed. */
const GETOOND = 50;

/** @returns whether the division holds, and if not what would repair it (B02, B04, B05, P21, P22) */
export function houdbaarheid(basis: Beslisbasis, keuze: Uitkomstkeuze = {}): Rekenresultaat<{ uitslag: Houdbaarheid }> {
  const { scenario, plaats, gegevens } = basis;
  const { vastDeel } = scenario;
  if (keuze.gemeente !== undefined) return fout('B02', 'keuze.gemeente', 'Houdbaarheid gaat over alle deelnemers samen; kies geen gemeente.');
  const gekozen = uitkomstmaat(basis.project, keuze);
  if (!gekozen.ok) return gekozen;
  if (vastDeel === undefined) return fout('B04', `${plaats.pad}.vastDeel`, 'Het deel van een team dat nodig is hoeveel leerlingen er ook zijn (vastDeel, 0 tot en met 1) is niet ingevuld. Zonder dat is niet te zeggen wat een kleinere groep zou betalen.');
  const gerekend = reken(basis, zonderGasten(scenario));
  if (!gerekend.ok) return gerekend;
  const { evaluatie } = gerekend;
  const { deelnemers } = evaluatie;
  if (deelnemers.length > MEESTE_SPELERS) return fout('B05', `${plaats.pad}.deelnemers`, `Er zijn ${deelnemers.length} deelnemers; alle groepen nagaan kan tot en met ${MEESTE_SPELERS}. Kies een scenario met minder deelnemers, bijvoorbeeld per deelregio.`);

  const spel = spelVan(basis, evaluatie, gekozen.maat, vastDeel);
  const verdeling = effectenVan(evaluatie, gekozen.maat);
  const tegen = bezwaren(spel, verdeling, MARGE);
  const [shapleywaarden, scrbwaarden] = [shapley(spel), scrb(spel)];
  const sommen = sommenPerGroep(verdeling);
  const codes = deelnemers.map((g) => gegevens.gemeenten[g]!.code);
  const inhoud = {
    lezer: 'intern' as const, keuze, vastDeel,
    houdt: tegen.length === 0,
    gemeenten: deelnemers.map((g, i) => ({
      gemeente: codes[i] as string, naam: gegevens.gemeenten[g]!.naam, samen: verdeling[i] as number, alleen: spel.kosten[1 << i] as number,
      shapley: shapleywaarden[i] as number, scrb: scrbwaarden[i] as number,
    })),
    totaal: spel.kosten[allen(spel)] as number,
    aantalGroepen: tegen.length,
    groepen: tegen.slice(0, GETOOND).map(({ groep, voordeel }) => ({
      gemeenten: ledenVan(groep).map((i) => codes[i] as string), samen: sommen[groep] as number, zonder: spel.kosten[groep] as number, voordeel,
    })),
    ...(tegen.length > 0 && { herstel: herstel(basis, spel, gekozen.maat) }),
  };
  return { ok: true, uitslag: uitslag(basis, inhoud, zinnenVan(inhoud, basis, gekozen.maat)) };
}

/** Guests stay individual here: what they pay or cost is no part of what the participants agree on. */
const zonderGasten = (scenario: VolledigScenario): VolledigScenario => ({ ...scenario, nietDeelnemers: 'individueel' });

/** The figure of each participant. */
function effectenVan(evaluatie: Evaluatie, { gewichten }: Uitkomstmaat): Float64Array {
  const Y = gewichten.length;
  const effecten = effectPerGemeente(evaluatie);
  return Float64Array.from(evaluatie.deelnemers, (g) => gewichten.reduce((som, gewicht, y) => som + gewicht * (effecten[g * Y + y] as number), 0));
}

/**
 * effect(T): the members' own care and existing arrangements, which do not depend on who else takes part, and of each line
 * its amount × (φ + (1 − φ)·pupils of T/pupils of all). A line of a school without pupils is needed whole.
 */
function spelVan(basis: Beslisbasis, evaluatie: Evaluatie, { gewichten }: Uitkomstmaat, vastDeel: number): Kostenspel {
  const { gegevens } = basis;
  const { deelnemers, individueel, bestaand, regels, effecten } = evaluatie;
  const Y = gewichten.length;
  const G = gegevens.gemeenten.length;
  const gewogen = (reeks: ArrayLike<number>, van = 0): number => gewichten.reduce((som, gewicht, y) => som + gewicht * (reeks[van + y] as number), 0);
  const eigen = Float64Array.from(deelnemers, (g) => gewogen(individueel.perGemeente, g * Y) + gewogen(bestaand.perGemeente, g * Y));
  let vast = 0;
  for (const regel of regels) {
    const bedrag = gewogen(regel.perJaar) * regel.aandeelGemeenten;
    const scholen = regel.arrangement === undefined ? effecten.map(({ school }) => school) : [effecten[regel.arrangement]!.school];
    const leerlingen = deelnemers.map((g) => scholen.reduce((som, school) => som + (gegevens.leerlingen[school * G + g] as number), 0));
    const samen = leerlingen.reduce((a, b) => a + b, 0);
    vast += samen > 0 ? bedrag * vastDeel : bedrag;
    if (samen > 0) for (const [i, n] of leerlingen.entries()) eigen[i]! += (bedrag * (1 - vastDeel) * n) / samen;
  }
  const sommen = sommenPerGroep(eigen);
  return kostenspel(deelnemers.length, (groep) => (sommen[groep] as number) + vast);
}

// — Repair —

type Verdeler = (scenario: VolledigScenario) => Float64Array | undefined;

function herstel(basis: Beslisbasis, spel: Kostenspel, maat: Uitkomstmaat): Herstel {
  const scenario = zonderGasten(basis.scenario);
  const verdeel: Verdeler = (anders) => {
    const gerekend = reken(basis, anders);
    return gerekend.ok ? effectenVan(gerekend.evaluatie, maat) : undefined;
  };
  const houdt = (anders: VolledigScenario): boolean => {
    const verdeling = verdeel(anders);
    return verdeling !== undefined && bezwaren(spel, verdeling, MARGE).length === 0;
  };
  return { gewichten: anderGewicht(basis, scenario, spel, verdeel, houdt), ingroei: anderPad(scenario, maat.gewichten.length, houdt) };
}

const metSleutel = (scenario: VolledigScenario, sleutel: Gewichten): VolledigScenario => ({ ...scenario, verdeling: { ...verdelingVan(scenario), sleutel } });

/** The least weight to move from some variables to others for the division to hold. */
function anderGewicht(basis: Beslisbasis, scenario: VolledigScenario, spel: Kostenspel, verdeel: Verdeler, houdt: (s: VolledigScenario) => boolean): Herstel['gewichten'] {
  const { sleutel, ingroei } = verdelingVan(scenario);
  if (isFormule(sleutel)) return null;
  const nu = opgeteldTotEen(sleutel);
  const deelnemers = deelnemersVan(basis.gegevens, scenario);
  const variabelen = SLEUTELVARIABELEN.filter((v) => isBekend(basis.gegevens, v, deelnemers));
  const van = variabelen.map((v) => nu[v] ?? 0);
  const als = (gewichten: readonly number[]): Gewichten => Object.fromEntries(variabelen.map((v, k): [Sleutelvariabele, number] => [v, gewichten[k] as number]).filter(([, gewicht]) => gewicht > 1e-12));
  const antwoord = (naar: readonly number[], exact: boolean): Herstel['gewichten'] => {
    const gewichten = als(naar);
    return houdt(metSleutel(scenario, gewichten)) ? { sleutel: opgeteldTotEen(gewichten), verschoven: naar.reduce((som, gewicht, k) => som + Math.max(0, gewicht - (van[k] as number)), 0), exact } : null;
  };

  if (ingroei?.maximumPerInwoner !== undefined) {
    // A maximum bends contributions: from the present key towards each variable, the first point at which it holds.
    const stappen = variabelen.flatMap((_, k) => {
      const punt = (t: number): number[] => van.map((gewicht, j) => (1 - t) * gewicht + (j === k ? t : 0));
      const t = eersteDatHoudt((deel) => houdt(metSleutel(scenario, als(punt(deel)))));
      const gevonden = t === undefined ? null : antwoord(punt(t), false);
      return gevonden ? [gevonden] : [];
    });
    return stappen.sort((a, b) => a.verschoven - b.verschoven)[0] ?? null;
  }

  // Contributions are the mean of those under each variable alone, weighted: a linear programme over what is added to (u) and taken from (v) each weight.
  const alleen = variabelen.map((v) => verdeel(metSleutel(scenario, { [v]: 1 })));
  if (alleen.some((verdeling) => verdeling === undefined)) return null;
  const perVariabele = (alleen as Float64Array[]).map(sommenPerGroep);
  const n = variabelen.length;
  const kosten = [...van.map(() => 1), ...van.map(() => 0)];
  const rijen = [
    { a: [...van.map(() => 1), ...van.map(() => -1)], b: 0 },
    { a: [...van.map(() => -1), ...van.map(() => 1)], b: 0 },
    ...van.map((gewicht, k) => ({ a: Array.from({ length: 2 * n }, (_, j) => Number(j === n + k)), b: gewicht })),
  ];
  let naar: number[] = van;
  for (let keer = 0; keer < 200; keer++) {
    const verdeling = Float64Array.from({ length: spel.spelers }, (_, i) => naar.reduce((som, gewicht, k) => som + gewicht * (perVariabele[k]![1 << i] as number), 0));
    const [ergste] = bezwaren(spel, verdeling, MARGE / 2);
    if (!ergste) return antwoord(naar, true);
    const bij = perVariabele.map((sommen) => sommen[ergste.groep] as number);
    const nuSamen = van.reduce((som, gewicht, k) => som + gewicht * (bij[k] as number), 0);
    rijen.push({ a: [...bij, ...bij.map((x) => -x)], b: (spel.kosten[ergste.groep] as number) - nuSamen });
    const x = minimaliseer(kosten, rijen);
    if (!x) return null;
    naar = van.map((gewicht, k) => Math.max(0, gewicht + (x[k] as number) - (x[n + k] as number)));
  }
  return null;
}

/** The least that every share of the path has to be lowered, towards the key that it comes from. */
function anderPad(scenario: VolledigScenario, Y: number, houdt: (s: VolledigScenario) => boolean): Herstel['ingroei'] {
  const verdeling = verdelingVan(scenario);
  const ingroei: Ingroei = verdeling.ingroei ?? { aandeel: [] };
  const pad = (vlakker: number): number[] => Array.from({ length: Y }, (_, y) => (1 - vlakker) * ingroeiaandeel(ingroei, y));
  const vlakker = eersteDatHoudt((deel) => houdt({ ...scenario, verdeling: { ...verdeling, ingroei: { ...ingroei, van: ingroeiVanaf(ingroei), aandeel: pad(deel) } } }));
  return vlakker === undefined ? null : { aandeel: pad(vlakker), factor: 1 - vlakker };
}

/** The least t in 0..1 at which it holds, looking at points all along and then halving. */
function eersteDatHoudt(houdt: (t: number) => boolean): number | undefined {
  const PUNTEN = 64;
  for (let i = 0; i <= PUNTEN; i++) {
    if (!houdt(i / PUNTEN)) continue;
    if (i === 0) return 0;
    let [niet, wel] = [(i - 1) / PUNTEN, i / PUNTEN];
    while (wel - niet > 1e-9) {
      const midden = (niet + wel) / 2;
      if (houdt(midden)) wel = midden;
      else niet = midden;
    }
    return wel;
  }
  return undefined;
}

// — Words —

const VARIABELENAAM: Record<Sleutelvariabele, string> = { leerlingen: 'leerlingen', jeugdigen: 'jeugdigen', kosten: 'kosten (profijt)', inwoners: 'inwoners', inwonersJeugd: 'jeugdige inwoners', gelijk: 'gelijke delen' };

function zinnenVan(h: Pick<Houdbaarheid, 'houdt' | 'gemeenten' | 'groepen' | 'aantalGroepen' | 'herstel' | 'vastDeel'>, { gegevens, scenario }: Beslisbasis, { wanneer }: Uitkomstmaat): string[] {
  const slot = `Aangenomen is dat ${procent(h.vastDeel)} van elk team nodig is, hoeveel leerlingen er ook zijn. Alleen voor intern gebruik.`;
  if (h.houdt) return [`De verdeling houdt: geen gemeente en geen groep van gemeenten is ${wanneer} zonder de anderen beter uit.`, slot];
  const naamVan = (code: string): string => gegevens.gemeenten.find((g) => g.code === code)?.naam ?? code;
  const alleen = h.gemeenten.filter(({ samen, alleen: zonder }) => samen - zonder > MARGE).sort((a, b) => b.samen - b.alleen - (a.samen - a.alleen));
  const grootste = h.groepen.find(({ gemeenten }) => gemeenten.length > 1);
  return [
    `De verdeling houdt niet: ${aantal(h.aantalGroepen, 'gemeente of groep van gemeenten is', 'gemeenten of groepen van gemeenten zijn')} ${wanneer} zonder de anderen beter uit.`,
    ...alleen.map(({ naam, samen, alleen: zonder }) => `Gemeente ${naam} is alleen beter uit: ${effect(zonder)} tegen ${effect(samen)} samen, een verschil van ${euro(samen - zonder)}.`),
    ...(grootste ? [`${opsomming(grootste.gemeenten.map(naamVan))} zijn samen zonder de anderen ${tenOpzichte(grootste.zonder - grootste.samen)} in deze verdeling.`] : []),
    ...herstelzinnen(h.herstel, scenario),
    slot,
  ];
}

function herstelzinnen(herstel: Herstel | undefined, scenario: VolledigScenario): string[] {
  if (!herstel) return [];
  const zinnen: string[] = [];
  const { sleutel } = verdelingVan(scenario);
  if (herstel.gewichten && !isFormule(sleutel)) {
    const [oud, nieuw] = [opgeteldTotEen(sleutel), herstel.gewichten.sleutel];
    const delen = SLEUTELVARIABELEN.filter((v) => (nieuw[v] ?? 0) > 0 || (oud[v] ?? 0) > 0).map((v) => `${VARIABELENAAM[v]} ${procent(nieuw[v] ?? 0, 2)} (nu ${procent(oud[v] ?? 0, 2)})`);
    zinnen.push(`De verdeling houdt wel met ${herstel.gewichten.exact ? 'de kleinste' : 'een kleine'} verschuiving van gewichten: ${opsomming(delen)}.`);
  }
  if (herstel.ingroei) {
    const pad = opsomming(herstel.ingroei.aandeel.map((a) => procent(a, 1)));
    zinnen.push(`De verdeling houdt ook met ${herstel.gewichten ? 'alleen ' : ''}een vlakkere ingroei: ${pad} van de weg naar de sleutel in de opeenvolgende jaren.`);
  }
  return zinnen.length > 0 ? zinnen : ['Met andere gewichten of een vlakkere ingroei alleen is de verdeling niet houdbaar te maken; kijk naar de kosten van de inzet of de deelnemende scholen.'];
}
