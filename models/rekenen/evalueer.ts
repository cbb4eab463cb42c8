/**
 * Evaluation of one scenario (rekenmodel 5–7): from prepared data and assumptions to every amount. Runs on flat lists and touches no row, so that it can
 * follow each keystroke. What it gives is enough to explain any figure: effects per arrangement, lines, pools, shares.
 */
import { deelnemersVan, effectOverigVan, nietDeelnemersVan } from '../project/standaard.ts';
import type { Melding, VolledigScenario } from '../project/types.ts';
import { vervallenInJaar, vervangenMaanden } from './bestaand.ts';
import { arrangementeffecten, opbouwOverig, type Arrangementeffect } from './effect.ts';
import { gastbijdragen, type Gastbijdragen } from './gastbijdrage.ts';
import type { Gegevens } from './gegevens.ts';
import { regelkosten, regionalePeriode, type Regelkosten } from './inzet.ts';
import { doorsnede, kaderVanSchool, type Kader, type Periode } from './kader.ts';
import { legeBedragen, telBestaand, type Bedragen } from './nulscenario.ts';
import { sleutelrekenaar, type Formules } from './sleutel.ts';
import { verdeel, type Verdeeld } from './verdeling.ts';
import { vrijInMaand } from './vrijval.ts';

/** Where a scenario stands in the project, for messages. */
export interface Plaats {
  pad: string;
  arrangement(school: string): string;
}

export interface Evaluatie {
  scenario: VolledigScenario;
  kader: Kader;
  /** Indexes of the participants, in the order of the project. */
  deelnemers: number[];
  isDeelnemer: boolean[];
  /** Gemeenten whose children the arrangements serve: the participants, or all with `gastvrij` and `bijdragePerLeerling`. */
  isInbegrepen: boolean[];
  effecten: Arrangementeffect[];
  regels: Regelkosten[];
  gasten: Gastbijdragen;
  verdeeld: Verdeeld;
  /** −R + O, in euros: what individual care costs more than in the nulscenario. */
  individueel: Bedragen;
  /** What existing arrangements cost more (≤ 0 for each amount ≥ 0). */
  bestaand: Bedragen;
  /** Gemeenten part of the lines per month of the horizon, and of −R + O and existing arrangements: the monthly effect on gemeenten. */
  effectPerMaand: Float64Array;
  /** Pupils without access per arrangement. */
  zonderToegang: number[];
  waarschuwingen: Melding[];
}

/**
 * @param scenario complete (`volledigScenario`), valid; @param formules every key formula in it, compiled
 * @returns the evaluation, or the faults that only show in it: P21 and P22
 */
export function evalueer(gegevens: Gegevens, kader: Kader, scenario: VolledigScenario, formules: Formules, plaats: Plaats): { ok: true; evaluatie: Evaluatie } | { ok: false; fouten: Melding[] } {
  const Y = kader.jaren.length;
  const fouten: Melding[] = [];
  const deelnemers = deelnemersVan(gegevens, scenario).map((code) => gegevens.gemeenteIndex.get(code) as number);
  const isDeelnemer = gegevens.gemeenten.map(() => false);
  for (const g of deelnemers) isDeelnemer[g] = true;
  const nietDeelnemers = nietDeelnemersVan(scenario);
  const isInbegrepen = nietDeelnemers === 'individueel' ? isDeelnemer : gegevens.gemeenten.map(() => true);

  const effecten = arrangementeffecten(scenario.arrangementen, gegevens, kader);
  for (const effect of effecten) fouten.push(...zonderUitstroom(effect, gegevens, plaats));

  const leerlingenPerArrangement = effecten.map((e) => telLeerlingen(gegevens, e.school, isInbegrepen));
  const regels = [
    ...effecten.flatMap((e, a) => e.arrangement.inzet.map((regel) => regelkosten(regel, a, e.periode, leerlingenPerArrangement[a] as number, kaderVanSchool(kader, e.school)))),
    ...(scenario.regionaal ?? []).map((regel) => regelkosten(regel, undefined, regionalePeriode(kader), som(leerlingenPerArrangement), kader)),
  ];

  const gastbedrag = nietDeelnemers === 'bijdragePerLeerling' ? scenario.bijdragePerLeerling : undefined;
  const gasten = gastbijdragen(gastbedrag, isDeelnemer, effecten, regels, gegevens, kader);
  const sleutels = sleutelrekenaar(gegevens, effecten, deelnemers, formules, plaats.pad);
  const verdeeld = verdeel(scenario, effecten, regels, gasten, deelnemers, sleutels, gegevens, kader);
  fouten.push(...sleutels.fouten);
  if (fouten.length > 0) return { ok: false, fouten };

  const individueel = legeBedragen(gegevens, kader);
  const bestaand = legeBedragen(gegevens, kader);
  const effectPerMaand = new Float64Array(12 * Y);
  telIndividueel(effecten, isInbegrepen, gegevens, kader, individueel, effectPerMaand);
  for (const effect of effecten) {
    if (!effect.vervangtBestaand) continue;
    const schoolkader = kaderVanSchool(kader, effect.school);
    for (const b of gegevens.bestaand) {
      if (b.school !== effect.school) continue;
      for (let y = 0; y < Y; y++) telBestaand(bestaand, b, -vervallenInJaar(b, effect.periode, schoolkader, y), y, Y);
      const vanGemeenten = b.maandbedrag * (b.perDrager[0] as number);
      telPerMaand(effectPerMaand, vervangenMaanden(b, effect.periode), kader, (y) => -vanGemeenten * (schoolkader.indexen.loon[y] as number));
    }
  }
  for (const r of regels) telPerMaand(effectPerMaand, r.periode, kader, (y) => (r.perMaand[y] as number) * r.aandeelGemeenten);

  const zonderToegang = effecten.map((e, a) => telLeerlingen(gegevens, e.school) - (leerlingenPerArrangement[a] as number));
  return {
    ok: true,
    evaluatie: {
      scenario, kader, deelnemers, isDeelnemer, isInbegrepen, effecten, regels, gasten, verdeeld, individueel, bestaand, effectPerMaand, zonderToegang,
      waarschuwingen: [...sleutels.waarschuwingen, ...meldZonderToegang(effecten, zonderToegang, gegevens, plaats)],
    },
  };
}

const som = (lijst: readonly number[]): number => lijst.reduce((a, b) => a + b, 0);

/** Pupils at a school, of all gemeenten or of those that `mee` names. */
function telLeerlingen(gegevens: Gegevens, school: number, mee?: readonly boolean[]): number {
  const G = gegevens.gemeenten.length;
  let aantal = 0;
  for (let g = 0; g < G; g++) if (!mee || mee[g]) aantal += gegevens.leerlingen[school * G + g] as number;
  return aantal;
}

/** Adds a monthly amount to each month of a period that lies in the horizon. */
function telPerMaand(naar: Float64Array, periode: Periode, kader: Kader, bedrag: (y: number) => number): void {
  const binnen = doorsnede(periode, { van: kader.van, tot: kader.tot - 1 });
  for (let maand = binnen.van; maand <= binnen.tot; maand++) naar[maand - kader.van]! += bedrag(Math.floor((maand - kader.van) / 12));
}

/** −R + O per cell and year (rekenmodel 5), added up per gemeente, school and bearer; and per month for what gemeenten pay. */
function telIndividueel(effecten: readonly Arrangementeffect[], isInbegrepen: readonly boolean[], gegevens: Gegevens, kader: Kader, naar: Bedragen, effectPerMaand: Float64Array): void {
  const Y = kader.jaren.length;
  const P = gegevens.producten.length;
  const { celVan, celGemeente, celProduct, celBasis, productDrager, productLoon } = gegevens;
  const { perGemeente, perSchool, perDrager } = naar;
  const factor = new Float64Array(P * Y);
  // Replaced basis per product of arrangements that release alike, so that the months are walked once for all of them.
  const vervangenPerGroep = new Map<string, { effect: Arrangementeffect; basis: Float64Array }>();

  for (const effect of effecten) {
    const realisatie = effect.arrangement.realisatie;
    const { productindex } = kaderVanSchool(kader, effect.school);
    const overig = effectOverigVan(effect.arrangement);
    for (let p = 0; p < P; p++) {
      const index = productLoon[p] ? productindex.loon : productindex.prijs;
      for (let y = 0; y < Y; y++) {
        const plek = p * Y + y;
        factor[plek] = (index[y] as number) * ((effect.aandeelOverig[plek] as number) - (effect.aandeelVervangen[plek] as number));
      }
    }
    const code = kader.perSchool?.has(effect.school) ? `${effect.groep} ${effect.school}` : effect.groep;
    let groep = vervangenPerGroep.get(code);
    if (!groep) vervangenPerGroep.set(code, (groep = { effect, basis: new Float64Array(P) }));
    const nietVervangen = { prijs: 0, loon: 0 };

    for (let c = celVan[effect.school] as number; c < (celVan[effect.school + 1] as number); c++) {
      const gemeente = celGemeente[c] as number;
      if (!isInbegrepen[gemeente]) continue;
      const product = celProduct[c] as number;
      const basis = celBasis[c] as number;
      const drager = productDrager[product] as number;
      for (let y = 0; y < Y; y++) {
        const bedrag = basis * (factor[product * Y + y] as number);
        perDrager[drager * Y + y]! += bedrag;
        if (drager !== 0) continue;
        perGemeente[gemeente * Y + y]! += bedrag;
        perSchool[effect.school * Y + y]! += bedrag;
      }
      if (drager !== 0) continue;
      const vervangen = basis * (effect.vervangbaar[product] as number) * realisatie;
      groep.basis[product]! += vervangen;
      nietVervangen[productLoon[product] ? 'loon' : 'prijs'] += basis - vervangen;
    }
    if (overig.aandeel !== 0) {
      const { prijs, loon } = productindex;
      const perMaand = prijs.map((index, y) => (overig.aandeel * (nietVervangen.prijs * index + nietVervangen.loon * (loon[y] as number))) / 12);
      let k = Math.max(0, kader.van - effect.periode.van);
      telPerMaand(effectPerMaand, effect.periode, kader, (y) => (perMaand[y] as number) * opbouwOverig(overig.jaren, k++));
    }
  }

  for (const { effect, basis } of vervangenPerGroep.values()) {
    const { productindex } = kaderVanSchool(kader, effect.school);
    for (let p = 0; p < P; p++) {
      const reeks = effect.vrijvalreeksen[p];
      const vervangen = basis[p] as number;
      if (!reeks || vervangen === 0) continue;
      const index = productLoon[p] ? productindex.loon : productindex.prijs;
      let k = Math.max(0, kader.van - effect.periode.van);
      telPerMaand(effectPerMaand, effect.periode, kader, (y) => ((-vervangen * (index[y] as number)) / 12) * vrijInMaand(reeks, k++));
    }
  }
}

/** P21: a product that would be replaced, but of which nothing runs at the measuring date to show how fast it ends. */
function zonderUitstroom(effect: Arrangementeffect, gegevens: Gegevens, plaats: Plaats): Melding[] {
  const gemist = new Set<number>();
  for (let c = gegevens.celVan[effect.school] as number; c < (gegevens.celVan[effect.school + 1] as number); c++) {
    const product = gegevens.celProduct[c] as number;
    if ((effect.vervangbaar[product] as number) > 0 && !effect.vrijvalreeksen[product]) gemist.add(product);
  }
  const school = gegevens.scholen[effect.school] as Gegevens['scholen'][number];
  return [...gemist].map((p) => {
    const product = gegevens.producten[p] as Gegevens['producten'][number];
    return {
      code: 'P21',
      pad: plaats.arrangement(school.id),
      tekst: `Van product ${product.naam} (${product.code}) op ${school.naam} liep op de meetdatum geen indicatie, zodat niet te meten is hoe snel de kosten vrijvallen. Vul uitgangspunten.uitstroomZonderIndicaties in, of kies voor dit arrangement een andere uitstroom.`,
    };
  });
}

function meldZonderToegang(effecten: readonly Arrangementeffect[], zonderToegang: readonly number[], gegevens: Gegevens, plaats: Plaats): Melding[] {
  return effecten.flatMap((effect, a) => {
    const aantal = zonderToegang[a] as number;
    const school = gegevens.scholen[effect.school] as Gegevens['scholen'][number];
    return aantal === 0
      ? []
      : [{
          code: 'W07',
          pad: plaats.arrangement(school.id),
          tekst: `${aantal} ${aantal === 1 ? 'leerling' : 'leerlingen'} van ${school.naam} ${aantal === 1 ? 'heeft' : 'hebben'} geen toegang tot het arrangement, omdat hun gemeente niet meedoet. Neem de gemeente op als deelnemer, of kies nietDeelnemers = gastvrij of bijdragePerLeerling.`,
        }];
  });
}
