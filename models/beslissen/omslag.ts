/** Omslagpunt and doelzoeken (docs/beslissen.md, 3): at which value of one input a figure turns, or reaches a target. */
import { valideer } from '../project/valideren.ts';
import { ONZEKERE_PARAMETERS, type Melding, type OnzekereParameter, type Project, type ProjectZonderRijen, type VolledigScenario } from '../project/types.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import { gegevensVan } from '../rekenen/gegevens.ts';
import type { Voorbereiding } from '../rekenen/types.ts';
import { vervangbaarVan } from '../project/standaard.ts';
import { effectVan, fout, gemerkt, uitslag, type Beslisbasis } from './basis.ts';
import { aandeelGehouden } from './getrokken.ts';
import { eindenVan } from './kansverdeling.ts';
import { keurVertragingen, trekkingMet, type Trekkingsmodel } from './model.ts';
import { isFactor, neutraleWaarde, type Dimensie } from './parameters.ts';
import { snelModel } from './snel.ts';
import type { Doelzoeking, Invoerkeuze, Omslagpunten, Uitkomstkeuze, Zoeking, Zoekuitslag } from './types.ts';
import { gemeten, uitkomstmaat, type Uitkomstmaat } from './uitkomstkeuze.ts';
import { bereikVan, isVoorbereid, veldnaam, veldOp, veldwaarde, zoekveld } from './veld.ts';
import { aantal, effect, kort, PARAMETERNAAM, parameterwaarde, rond, type Afronding } from './woorden.ts';
import { zoek, type Gezocht } from './zoeken.ts';

/** How far a parameter is searched where the scenario does not say how uncertain it is: a range to look in, not a judgement. Months: the whole horizon. */
const ZOEKBEREIK: Record<'factor' | 'delta' | 'effectOverigDelta', readonly [number, number]> = { factor: [0, 3], delta: [-0.1, 0.1], effectOverigDelta: [-1, 1] };

/** Every month of a range is looked at: more than a century of them helps nobody. */
const MEESTE_MAANDEN = 1200;

export interface Zoekopdracht {
  invoer: Invoerkeuze;
  /** Numbers, or for an input that is a date: dates. Without it a range is chosen. */
  bereik?: { van: number | string; tot: number | string };
}
/** Makes the preparation again from the rows: only needed to search what was worked into it. */
export type Voorbereider = (project: ProjectZonderRijen) => Voorbereiding;

/** An input as a function of one number. */
interface Zoekfunctie {
  naam: string;
  nu: number | string | null;
  /** Where the present value lies. */
  plek: number;
  van: number;
  tot: number;
  heel: boolean;
  /** Faults go in `fouten`, and the figure is NaN. */
  f: (x: number, fouten: Melding[]) => number;
  waarde: (x: number) => number | string;
  woorden: (waarde: number | string, afronding?: Afronding) => string;
}

/** @returns the figure at which the input reaches `doel`, in words too; or why that cannot be told (B02, B06, B07, P21, P22) */
function zoeking(basis: Beslisbasis, opdracht: Zoekopdracht, keuze: Uitkomstkeuze, doel: number, opnieuw?: Voorbereider): Rekenresultaat<{ zoeking: Zoeking }> {
  const gekozen = uitkomstmaat(basis.project, keuze);
  if (!gekozen.ok) return gekozen;
  const gemaakt = opdracht.invoer.soort === 'parameter' ? parameterfunctie(basis, opdracht.invoer, opdracht, gekozen.maat) : veldfunctie(basis, opdracht.invoer.pad, opdracht, keuze, opnieuw);
  if (!gemaakt.ok) return gemaakt;
  const { functie } = gemaakt;
  if (!(functie.van < functie.tot)) return fout('B07', 'bereik', `Het bereik van ${functie.naam} loopt van ${toon(functie.waarde(functie.van))} tot ${toon(functie.waarde(functie.tot))}; geef een bereik waarvan het begin voor het einde ligt.`);

  if (functie.heel && functie.tot - functie.van > MEESTE_MAANDEN) return fout('B07', 'bereik', `Het bereik van ${functie.naam} is ${functie.tot - functie.van} maanden; geef er hoogstens ${MEESTE_MAANDEN}.`);

  const fouten: Melding[] = [];
  const gezocht = zoek((x) => functie.f(x, fouten) - doel, functie.van, functie.tot, functie.heel, functie.plek);
  if (fouten.length > 0) return { ok: false, fouten: fouten.slice(0, 1) };
  const uit = uitslagVan(gezocht, functie, doel);
  return {
    ok: true,
    zoeking: {
      invoer: opdracht.invoer, naam: functie.naam, nu: functie.nu,
      bereik: { van: functie.waarde(functie.van), tot: functie.waarde(functie.tot) },
      uitslag: uit,
      zin: gemerkt(basis.verantwoording, zin(basis, opdracht.invoer, functie, uit, gekozen.maat, doel)),
    },
  };
}

const toon = (waarde: number | string): string => (typeof waarde === 'number' ? String(Number(waarde.toPrecision(6))) : waarde);

function uitslagVan(gezocht: Gezocht, { waarde, van, tot }: Zoekfunctie, doel: number): Zoekuitslag {
  if (gezocht.soort === 'geenInvloed') return { soort: 'geenInvloed', uitkomst: gezocht.overal + doel };
  if (gezocht.soort === 'nietBereikt') return { soort: 'nietBereikt', van: { waarde: waarde(van), uitkomst: gezocht.bijVan + doel }, tot: { waarde: waarde(tot), uitkomst: gezocht.bijTot + doel } };
  const [eerste, ...overige] = gezocht.kruisingen;
  return { soort: 'gevonden', waarde: waarde(eerste.x), uitkomst: eerste.rest + doel, gehaaldBij: eerste.gehaaldBij, overige: overige.map(({ x }) => waarde(x)) };
}

// — Parameters —

function parameterfunctie(basis: Beslisbasis, { parameter, school }: Extract<Invoerkeuze, { soort: 'parameter' }>, { bereik }: Zoekopdracht, maat: Uitkomstmaat): Rekenresultaat<{ functie: Zoekfunctie }> {
  const { scenario, project, verantwoording } = basis;
  if (!ONZEKERE_PARAMETERS.includes(parameter)) return fout('B06', 'invoer', `Het uitgangspunt '${parameter}' bestaat niet; kies uit ${ONZEKERE_PARAMETERS.join(', ')}.`);
  if (school !== undefined && !scenario.arrangementen.some((a) => a.school === school)) return fout('B06', 'invoer', `School '${school}' heeft in dit scenario geen arrangement.`);
  const maanden = parameter === 'startvertraging';
  const eigen = (scenario.onzekerheden ?? []).find((o) => o.parameter === parameter);
  const einden = eigen && eindenVan(eigen.verdeling);
  const gewoon = maanden ? ([0, 12 * verantwoording.jaren.length] as const) : ZOEKBEREIK[isFactor(parameter) ? 'factor' : parameter === 'effectOverigDelta' ? 'effectOverigDelta' : 'delta'];
  const [van, tot] = bereik ? [Number(bereik.van), Number(bereik.tot)] : einden && einden[0] < einden[1] ? einden : gewoon;
  if (maanden) {
    const gekeurd = keurVertragingen(basis, [Math.round(van), Math.round(tot)]);
    if (!gekeurd.ok) return gekeurd;
  }
  const dimensies: Dimensie[] = [{ onzekerheid: 0, parameter, geldt: school === undefined ? { soort: 'overal' } : { soort: 'plaats', school }, naam: parameter }];
  const gemaakt = snelModel(basis, dimensies);
  if (!gemaakt.ok) return gemaakt;
  const naam = school === undefined ? PARAMETERNAAM[parameter] : `${PARAMETERNAAM[parameter]} op ${project.scholen.find(({ id }) => id === school)?.naam ?? school}`;
  return {
    ok: true,
    functie: {
      naam, nu: neutraleWaarde(parameter), plek: neutraleWaarde(parameter), heel: maanden,
      van: maanden ? Math.round(van) : van, tot: maanden ? Math.round(tot) : tot,
      f: modelfunctie(gemaakt.model, maat, basis),
      waarde: (x) => x,
      woorden: (waarde, afronding) => parameterwaarde(parameter, waarde as number, afronding),
    },
  };
}

function modelfunctie(model: Trekkingsmodel, maat: Uitkomstmaat, { gegevens, verantwoording }: Beslisbasis): Zoekfunctie['f'] {
  const naar = new Float64Array(gegevens.gemeenten.length * verantwoording.jaren.length);
  return (x, fouten) => {
    const gefaald = model.reken(trekkingMet(model.dimensies, () => x), naar);
    if (!gefaald) return gemeten(maat, naar);
    fouten.push(...gefaald);
    return Number.NaN;
  };
}

// — Fields —

function veldfunctie(basis: Beslisbasis, pad: string, { bereik }: Zoekopdracht, keuze: Uitkomstkeuze, opnieuw: Voorbereider | undefined): Rekenresultaat<{ functie: Zoekfunctie }> {
  const { project, scenario } = basis;
  const veld = veldOp(project, scenario, pad);
  const zoekt = veld && zoekveld(pad, veld.waarde);
  if (!veld || !zoekt) return fout('B06', 'invoer', `'${pad}' is geen getal of datum van dit scenario. Geef een plek zoals arrangementen[SCHOOL].inzet[0].aantal, arrangementen[SCHOOL].start of uitgangspunten.indexen.prijs.`);
  const voorbereid = isVoorbereid(pad);
  if (voorbereid && !opnieuw) return fout('B06', 'invoer', `'${pad}' is in de voorbereiding van de gegevens verwerkt en kan hier niet worden gezocht. Kies een ander uitgangspunt.`);
  const gekozen = bereik ? ([bereik.van, bereik.tot] as const) : bereikVan(veld, project, scenario);
  if (!gekozen) return fout('B07', 'bereik', `Hoe ver '${pad}' kan lopen is niet af te leiden. Geef een bereik (van, tot).`);

  /** The basis with another value of the field. */
  const met = (waarde: number | string): Beslisbasis => {
    if (!veld.inProject) return { ...basis, scenario: veld.met(scenario, waarde) };
    const anders = veld.met(project, waarde);
    const voorbereiding = voorbereid ? (opnieuw as Voorbereider)(anders) : basis.voorbereiding;
    return { ...basis, project: anders, voorbereiding, gegevens: gegevensVan(anders, voorbereiding) };
  };
  for (const eind of gekozen) {
    const { project: p, scenario: s } = met(eind);
    const geldig = valideer({ ...alleenDit(p, s), indicaties: [] } satisfies Project);
    if (!geldig.ok) return fout('B07', 'bereik', `'${pad}' kan niet ${toon(eind)} zijn. ${geldig.fouten[0]?.tekst ?? ''}`);
  }
  const naam = veldnaam(veld, project, scenario);
  const nu = typeof veld.waarde === 'number' || typeof veld.waarde === 'string' ? veld.waarde : null;
  const [van, tot] = [zoekt.van(gekozen[0]), zoekt.van(gekozen[1])];
  return {
    ok: true,
    functie: {
      naam, nu, plek: nu === null ? van : zoekt.van(nu), van, tot, heel: zoekt.maand,
      f: (x, fouten) => {
        const anders = met(zoekt.naar(x));
        const gerekend = effectVan(anders, anders.scenario);
        const maat = uitkomstmaat(anders.project, keuze);
        if (gerekend.ok && maat.ok) return gemeten(maat.maat, gerekend.effect);
        fouten.push(...(gerekend.ok ? [] : gerekend.fouten), ...(maat.ok ? [] : maat.fouten));
        return Number.NaN;
      },
      waarde: zoekt.naar,
      woorden: (waarde, afronding) => veldwaarde(pad, waarde, afronding),
    },
  };
}

/** The project with this scenario written out, and no other. */
function alleenDit(project: ProjectZonderRijen, scenario: VolledigScenario): ProjectZonderRijen {
  const { indicaties: _i, declaraties: _d, aggregaten: _a, ...zonder } = project as ProjectZonderRijen & Partial<Project>;
  return { ...zonder, scenarios: [scenario] };
}

// — Words —

function zin(basis: Beslisbasis, invoer: Invoerkeuze, { naam, woorden, van, tot, waarde }: Zoekfunctie, uit: Zoekuitslag, maat: Uitkomstmaat, doel: number): string {
  const plan = `“${basis.scenario.naam}”`;
  if (uit.soort === 'geenInvloed') return `${hoofdletter(maat.wat)} ${maat.wanneer} hangt niet af van ${naam}: ${effect(uit.uitkomst)}.`;
  if (uit.soort === 'nietBereikt') {
    const wat = doel === 0 ? 'Het omslagpunt' : `Een effect van ${effect(doel)}`;
    return `${wat} wordt niet bereikt tussen ${woorden(waarde(van))} en ${woorden(waarde(tot))} voor ${naam}: ${maat.wat} ${maat.wanneer} is dan ${effect(uit.van.uitkomst)} en ${effect(uit.tot.uitkomst)}.`;
  }
  const hoger = uit.gehaaldBij === 'hoger';
  const gehaald = doel !== 0 ? `${hoofdletter(maat.wat)} van ${plan} is ${maat.wanneer} ten hoogste ${effect(doel)}` : maat.gemeente === null ? `${plan} verdient zich ${maat.wanneer} terug` : `${hoofdletter(maat.wat)} van ${plan} is ${maat.wanneer} niet nadelig`;
  const meer = uit.overige.length === 0 ? '' : ` Dat keert ook bij ${uit.overige.map((w) => woorden(w)).join(', ')}.`;
  const bij = woorden(uit.waarde, hoger ? 'omhoog' : 'omlaag');
  if (invoer.soort === 'parameter') return `${gehaald} ${voorwaarde(basis, invoer, uit.waarde as number, hoger, bij)}.${meer}`;
  if (invoer.pad.endsWith('.start') || invoer.pad.endsWith('.eind') || invoer.pad.endsWith('.maand')) return `${gehaald} als ${naam} ${hoger ? 'niet eerder is dan' : 'niet later is dan'} ${bij}.${meer}`;
  return `${gehaald} als ${naam} ${hoger ? 'ten minste' : 'ten hoogste'} ${bij} is.${meer}`;
}

const hoofdletter = (tekst: string): string => tekst.charAt(0).toUpperCase() + tekst.slice(1);

/** The condition in the words of who decides: indicaties that stop, months of delay, prices that rise. */
function voorwaarde(basis: Beslisbasis, { parameter, school }: { parameter: OnzekereParameter; school?: string }, x: number, hoger: boolean, woorden: string): string {
  const minstens = hoger ? 'ten minste' : 'ten hoogste';
  if (parameter === 'realisatieFactor') {
    const honderd = rond(100 * gemiddeldeRealisatie(basis, x, school), 0, hoger ? 'omhoog' : 'omlaag');
    return `als ${minstens} ${honderd} van de 100 vervangbare indicaties${waar(basis, school)} stoppen (realisatie ${woorden})`;
  }
  if (parameter === 'startvertraging') {
    if (hoger) return x <= 0 ? `als de start${waar(basis, school)} niet meer dan ${aantal(Math.abs(x), 'maand', 'maanden')} eerder is` : `als de start${waar(basis, school)} ten minste ${aantal(x, 'maand', 'maanden')} later is`;
    return x <= 0 ? `als de start${waar(basis, school)} ten minste ${aantal(Math.abs(x), 'maand', 'maanden')} eerder is` : `als de start${waar(basis, school)} ten hoogste ${aantal(x, 'maand', 'maanden')} later is`;
  }
  const naam = `${PARAMETERNAAM[parameter]}${waar(basis, school)}`;
  if (isFactor(parameter)) return `als ${naam} ${minstens} ${woorden} ${parameter === 'inzetFactor' || parameter === 'eenmaligFactor' ? 'zijn' : 'is'}`;
  const per = parameter === 'effectOverigDelta' ? '' : ' per jaar';
  // On the far side of what is assumed it takes at least so much; on the near side there is room for at most so much.
  const punten = kort(rond(100 * Math.abs(x), 2, hoger === x > 0 ? 'omhoog' : 'omlaag'), 2);
  return `als ${naam}${per} ${hoger === x > 0 ? 'ten minste' : 'ten hoogste'} ${punten} procentpunt ${x < 0 ? 'lager' : 'hoger'} is dan aangenomen`;
}

const waar = ({ project }: Beslisbasis, school: string | undefined): string => (school === undefined ? '' : ` op ${project.scholen.find(({ id }) => id === school)?.naam ?? school}`);

/** The realisatie over all arrangementen when each is × `factor`, weighed by what can be replaced. */
function gemiddeldeRealisatie({ gegevens, scenario }: Beslisbasis, factor: number, school?: string): number {
  let [som, gewicht, gewoon] = [0, 0, 0];
  const hier = scenario.arrangementen.filter((a) => school === undefined || a.school === school);
  for (const a of hier) {
    const s = gegevens.schoolIndex.get(a.school) as number;
    const e = aandeelGehouden(a.realisatie * factor);
    let vervangbaar = 0;
    for (let c = gegevens.celVan[s] as number; c < (gegevens.celVan[s + 1] as number); c++) {
      const p = gegevens.celProduct[c] as number;
      if (gegevens.productDrager[p] === 0) vervangbaar += (gegevens.celBasis[c] as number) * vervangbaarVan(a, gegevens.producten[p]!);
    }
    som += Math.max(0, vervangbaar) * e;
    gewicht += Math.max(0, vervangbaar);
    gewoon += e / hier.length;
  }
  return gewicht > 0 ? som / gewicht : gewoon;
}

// — Use —

/** What is searched where nobody says: every parameter; and with a school the team there: its lines and its start. */
export function gewoneZoekopdrachten({ scenario }: Beslisbasis, school?: string): Zoekopdracht[] {
  const parameters = ONZEKERE_PARAMETERS.map((parameter): Zoekopdracht => ({ invoer: { soort: 'parameter', parameter } }));
  const a = scenario.arrangementen.find((arrangement) => arrangement.school === school);
  if (!a) return parameters;
  const pad = (rest: string): Zoekopdracht => ({ invoer: { soort: 'veld', pad: `arrangementen[${a.school}].${rest}` } });
  return [pad('start'), ...a.inzet.flatMap((regel, i) => [...(regel.soort === 'fte' ? [pad(`inzet[${i}].aantal`)] : []), ...(regel.bedrag === 0 ? [] : [pad(`inzet[${i}].bedrag`)])])];
}

/**
 * For each input the value at which the chosen figure is 0, the others being as the scenario states them.
 * @returns what of them can be told; a fault only where the figure itself cannot be chosen (B02) or none can be searched
 */
export function omslagpunten(basis: Beslisbasis, keuze: Uitkomstkeuze = {}, opdrachten: readonly Zoekopdracht[] = gewoneZoekopdrachten(basis), opnieuw?: Voorbereider): Rekenresultaat<{ uitslag: Omslagpunten }> {
  const nu = ingevuld(basis, keuze);
  if (!nu.ok) return nu;
  const punten: Zoeking[] = [];
  const nietTeZeggen: string[] = [];
  for (const opdracht of opdrachten) {
    const gezocht = zoeking(basis, opdracht, keuze, 0, opnieuw);
    if (gezocht.ok) punten.push(gezocht.zoeking);
    else if (opdrachten.length === 1) return gezocht;
    else nietTeZeggen.push(`Voor ${opdracht.invoer.soort === 'veld' ? opdracht.invoer.pad : PARAMETERNAAM[opdracht.invoer.parameter]} is geen omslagpunt te bepalen. ${gezocht.fouten[0]?.tekst ?? ''}`);
  }
  const eerst = `Zoals het scenario is ingevuld is ${nu.maat.wat} ${nu.maat.wanneer} ${effect(nu.uitkomst)}. Elk omslagpunt geldt als al het andere blijft zoals het is.`;
  const inhoud = uitslag(basis, { keuze, ingevuld: nu.uitkomst, punten }, [eerst, ...nietTeZeggen]);
  return { ok: true, uitslag: { ...inhoud, zinnen: [inhoud.zinnen[0] as string, ...punten.map((punt) => punt.zin), ...inhoud.zinnen.slice(1)] } };
}

/** The value of one input at which the chosen figure is `doel` (euros). @returns faults B02, B06, B07, P21, P22 */
export function doelzoeken(basis: Beslisbasis, opdracht: Zoekopdracht, doel: number, keuze: Uitkomstkeuze = {}, opnieuw?: Voorbereider): Rekenresultaat<{ uitslag: Doelzoeking }> {
  const nu = ingevuld(basis, keuze);
  if (!nu.ok) return nu;
  if (!Number.isFinite(doel)) return fout('B07', 'doel', `Het doel is ${doel}; geef een bedrag in euro's.`);
  const gezocht = zoeking(basis, opdracht, keuze, doel, opnieuw);
  if (!gezocht.ok) return gezocht;
  const inhoud = uitslag(basis, { keuze, ingevuld: nu.uitkomst, doel, zoeking: gezocht.zoeking }, []);
  return { ok: true, uitslag: { ...inhoud, zinnen: [gezocht.zoeking.zin] } };
}

/** The figure of the scenario as it is written. */
function ingevuld(basis: Beslisbasis, keuze: Uitkomstkeuze): Rekenresultaat<{ uitkomst: number; maat: Uitkomstmaat }> {
  const gekozen = uitkomstmaat(basis.project, keuze);
  if (!gekozen.ok) return gekozen;
  const gerekend = effectVan(basis, basis.scenario);
  return gerekend.ok ? { ok: true, uitkomst: gemeten(gekozen.maat, gerekend.effect), maat: gekozen.maat } : gerekend;
}
