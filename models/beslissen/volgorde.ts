/** Volgorde (docs/beslissen.md, 7): what each school contributes, which come first, and what fits a yearly ceiling of double costs. */
import type { VolledigScenario } from '../project/types.ts';
import type { Rekenresultaat } from '../rekenen/bereken.ts';
import type { Evaluatie } from '../rekenen/evalueer.ts';
import { maandenIn } from '../rekenen/kader.ts';
import type { Reeks } from '../rekenen/types.ts';
import { uitkomstVanScenario } from '../rekenen/uitkomsten.ts';
import { fout, reken, uitslag, type Beslisbasis } from './basis.ts';
import { scenarioGetrokken } from './getrokken.ts';
import { alleen } from './parameters.ts';
import type { Fasering, Schoolbijdrage, Volgorde } from './types.ts';
import { aantal, effect, euro, jarenInWoorden, maandInWoorden, opsomming } from './woorden.ts';

/** @param plafond euros of double costs a year: gives a phasing that stays below it. @returns faults B07, P21 */
export function volgorde(basis: Beslisbasis, { plafond = null }: { plafond?: number | null } = {}): Rekenresultaat<{ uitslag: Volgorde }> {
  if (plafond !== null && !(plafond >= 0)) return fout('B07', 'plafond', `Het plafond is ${plafond}; geef een bedrag van 0 of meer in euro's per jaar.`);
  const alles = reken(basis, basis.scenario);
  if (!alles.ok) return alles;
  const { totaal } = uitkomstVanScenario(basis.gegevens, alles.nul, alles.evaluatie);
  const scholen: Schoolbijdrage[] = [];
  for (const { school } of basis.scenario.arrangementen) {
    const gerekend = schoolbijdrage(basis, school, 0);
    if (!gerekend.ok) return gerekend;
    scholen.push(gerekend.bijdrage);
  }
  const opNcw = scholen.toSorted((a, b) => a.ncw - b.ncw || (a.school < b.school ? -1 : 1));
  const opTerugverdientijd = scholen.toSorted((a, b) => maandgetal(a) - maandgetal(b) || a.ncw - b.ncw || (a.school < b.school ? -1 : 1));
  const fasering = plafond === null ? null : faseer(basis, opNcw, plafond);
  if (fasering && !fasering.ok) return fasering;
  const inhoud = { scholen, regionaalPerJaar: totaal.regionaal, opNcw: opNcw.map(({ school }) => school), opTerugverdientijd: opTerugverdientijd.map(({ school }) => school), fasering: fasering?.fasering ?? null };
  return { ok: true, uitslag: uitslag(basis, inhoud, zinnenVan(basis, inhoud, opNcw)) };
}

/** The month in which a school has paid for itself; those that never do come last. */
const maandgetal = ({ terugverdienmaand }: Schoolbijdrage): number => (terugverdienmaand === null ? Infinity : Number(terugverdienmaand.replace('-', '')));

/** One arrangement without the others and without regional lines, its start so many years later: its effect on gemeenten is its own, whatever the others do. */
function schoolbijdrage(basis: Beslisbasis, school: string, jarenLater: number): Rekenresultaat<{ bijdrage: Schoolbijdrage; start: string }> {
  const alleenDeze: VolledigScenario = { ...basis.scenario, arrangementen: basis.scenario.arrangementen.filter((a) => a.school === school), regionaal: [] };
  const scenario = jarenLater === 0 ? alleenDeze : scenarioGetrokken(alleenDeze, basis.project.producten, () => alleen('startvertraging', 12 * jarenLater));
  const gerekend = reken(basis, scenario);
  if (!gerekend.ok) return gerekend;
  const { evaluatie, nul } = gerekend;
  const uitkomst = uitkomstVanScenario(basis.gegevens, nul, evaluatie);
  const { effect: bedragen, ncw, terugverdienmaand } = uitkomst;
  return {
    ok: true,
    start: scenario.arrangementen[0]!.start,
    bijdrage: {
      school, naam: basis.project.scholen.find(({ id }) => id === school)?.naam ?? school,
      effectPerJaar: bedragen.perJaar, dubbelPerJaar: dubbeleKosten(basis, evaluatie), eenmaligPerJaar: uitkomst.eenmalig,
      effect: bedragen.cumulatief.at(-1) as number, ncw, terugverdienmaand,
    },
  };
}

/** What will be replaced but still runs in the months in which the arrangement is active: Σ B·r·e·q, of what gemeenten pay. */
function dubbeleKosten({ gegevens }: Beslisbasis, { effecten, isInbegrepen, kader }: Evaluatie): Reeks {
  const Y = kader.jaren.length;
  const uit = kader.jaren.map(() => 0);
  for (const a of effecten) {
    for (let c = gegevens.celVan[a.school] as number; c < (gegevens.celVan[a.school + 1] as number); c++) {
      const p = gegevens.celProduct[c] as number;
      if (!isInbegrepen[gegevens.celGemeente[c] as number] || gegevens.productDrager[p] !== 0 || !a.vrijvalreeksen[p]) continue;
      const vervangen = (gegevens.celBasis[c] as number) * (a.vervangbaar[p] as number) * a.arrangement.realisatie;
      const index = gegevens.productLoon[p] ? kader.productindex.loon : kader.productindex.prijs;
      for (let y = 0; y < Y; y++) uit[y]! += vervangen * (index[y] as number) * (maandenIn(a.periode, kader, y) / 12 - (a.vrijval[p * Y + y] as number));
    }
  }
  return uit;
}

/** Best first, each school as early as the ceiling allows: its own start, or whole years later. */
function faseer(basis: Beslisbasis, volgorde: readonly Schoolbijdrage[], plafond: number): Rekenresultaat<{ fasering: Fasering }> {
  const { jaren } = basis.verantwoording;
  const dubbel = jaren.map(() => 0);
  const fasering: Fasering = { plafond, scholen: [], pastNiet: [], dubbelPerJaar: dubbel };
  for (const { school, naam } of volgorde) {
    let geplaatst = false;
    for (let later = 0; later < jaren.length && !geplaatst; later++) {
      const gerekend = schoolbijdrage(basis, school, later);
      if (!gerekend.ok) return gerekend;
      const { bijdrage, start } = gerekend;
      if (bijdrage.dubbelPerJaar.some((bedrag, y) => (dubbel[y] as number) + bedrag > plafond + 0.005)) continue;
      // A start beyond the horizon, or past its own end, costs nothing only because nothing of it is seen.
      if (Number(start.slice(0, 4)) > (jaren.at(-1) as number) || isVoorbijEind(basis, school, start)) break;
      for (const [y, bedrag] of bijdrage.dubbelPerJaar.entries()) dubbel[y]! += bedrag;
      fasering.scholen.push({ school, naam, start, jarenLater: later });
      geplaatst = true;
    }
    if (!geplaatst) fasering.pastNiet.push(school);
  }
  return { ok: true, fasering };
}

const isVoorbijEind = ({ scenario }: Beslisbasis, school: string, start: string): boolean => {
  const eind = scenario.arrangementen.find((a) => a.school === school)?.eind;
  return eind != null && start > eind;
};

function zinnenVan({ scenario, verantwoording }: Beslisbasis, { fasering, scholen }: Pick<Volgorde, 'fasering' | 'scholen'>, opNcw: readonly Schoolbijdrage[]): string[] {
  const over = jarenInWoorden(verantwoording.jaren);
  const [eerste, laatste] = [opNcw[0], opNcw.at(-1)];
  if (!eerste || !laatste) return [`“${scenario.naam}” heeft geen scholen met een arrangement.`];
  const terug = scholen.filter(({ terugverdienmaand }) => terugverdienmaand !== null);
  const zinnen = [
    `Het gunstigst is ${eerste.naam}: contante waarde ${effect(eerste.ncw)} over ${over}${scholen.length > 1 ? `; het minst gunstig ${laatste.naam}: ${effect(laatste.ncw)}` : ''}.`,
    `${terug.length === 0 ? 'Geen enkele school verdient' : terug.length === scholen.length ? `Alle scholen (${scholen.length}) verdienen` : `${aantal(terug.length, 'school', 'scholen')} van de ${scholen.length} ${terug.length === 1 ? 'verdient' : 'verdienen'}`} zich binnen ${over} terug.`,
  ];
  if (fasering) {
    const naamVan = (id: string): string => scholen.find(({ school }) => school === id)?.naam ?? id;
    const later = fasering.scholen.filter(({ jarenLater }) => jarenLater > 0);
    zinnen.push(`Met ten hoogste ${euro(fasering.plafond)} dubbele kosten per jaar ${fasering.scholen.length === 1 ? 'past' : 'passen'} ${aantal(fasering.scholen.length, 'school', 'scholen')} van de ${scholen.length}${later.length > 0 ? `, waarvan ${later.length} later dan gepland (${opsomming(later.slice(0, 3).map(({ naam, start }) => `${naam} in ${maandInWoorden(start)}`))}${later.length > 3 ? ' en andere' : ''})` : ''}.`);
    if (fasering.pastNiet.length > 0) zinnen.push(`Niet binnen het plafond ${fasering.pastNiet.length === 1 ? 'past' : 'passen'} ${opsomming(fasering.pastNiet.map(naamVan))}.`);
  }
  return zinnen;
}
