/** Deciding on a region and on one five times that size: draws against calculating each draw as any other scenario, and who would leave. */
import { beslisbasis, metScenario, type Beslisbasis } from '../../models/beslissen/basis.ts';
import { houdbaarheid } from '../../models/beslissen/houdbaarheid.ts';
import { inverseVan } from '../../models/beslissen/kansverdeling.ts';
import { gewoonModel } from '../../models/beslissen/model.ts';
import { dimensiesVan } from '../../models/beslissen/parameters.ts';
import { toevalsstroom } from '../../models/beslissen/toeval.ts';
import { zekerheid } from '../../models/beslissen/zekerheid.ts';
import { zekerheidOpDraden } from '../../electron/service/beslissen/draden.ts';
import type { Onzekerheid } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { mediaan, type Meting } from './meting.ts';
import { TWENTE, verzonnenProject, type Omvang } from './project.ts';

const VIJFMAAL: Omvang = { ...TWENTE, naam: '5 × twente', scholen: 5 * TWENTE.scholen, gemeenten: 5 * TWENTE.gemeenten, indicaties: 5 * TWENTE.indicaties, arrangementen: 5 * TWENTE.arrangementen };

/** Every parameter, every kind of distribution, and starts and shares that reach their bounds. */
const ONZEKERHEDEN: Onzekerheid[] = [
  { parameter: 'realisatieFactor', verdeling: { soort: 'pert', min: 0.6, modus: 0.95, max: 1.2 } },
  { parameter: 'vervangbaarFactor', verdeling: { soort: 'driehoek', min: 0.7, modus: 1, max: 1.3 } },
  { parameter: 'inzetFactor', verdeling: { soort: 'driehoek', min: 0.95, modus: 1, max: 1.2 } },
  { parameter: 'eenmaligFactor', verdeling: { soort: 'uniform', min: 0.8, max: 1.5 } },
  { parameter: 'startvertraging', verdeling: { soort: 'uniform', min: 0, max: 12 } },
  { parameter: 'uitstroomFactor', verdeling: { soort: 'p10p50p90', p10: 0.8, p50: 1, p90: 1.4 } },
  { parameter: 'volumeDelta', verdeling: { soort: 'pert', min: -0.02, modus: 0, max: 0.03 } },
  { parameter: 'prijsDelta', verdeling: { soort: 'uniform', min: -0.01, max: 0.01 } },
  { parameter: 'loonDelta', verdeling: { soort: 'uniform', min: -0.01, max: 0.01 } },
  { parameter: 'effectOverigDelta', verdeling: { soort: 'driehoek', min: -0.05, modus: 0, max: 0.05 } },
];
/** Parameters that differ per school, in the second round. */
const PER_SCHOOL = new Set(['realisatieFactor', 'uitstroomFactor']);
const PLAN = { zaad: 2027, trekkingen: 10_000 };
const DRADEN = 2;

async function basisVan(maat: Omvang, scenario: string, onzekerheden: Onzekerheid[]): Promise<Beslisbasis> {
  const project = verzonnenProject(maat);
  const gemaakt = await beslisbasis(project, bereidVoor(project), scenario);
  if (!gemaakt.ok) throw new Error(gemaakt.fouten[0]?.tekst);
  return metScenario(gemaakt.basis, { ...gemaakt.basis.scenario, onzekerheden, vastDeel: 0.4 });
}

function eis<T extends { ok: boolean }>(uitslag: T): T {
  if (!uitslag.ok) throw new Error(JSON.stringify(uitslag));
  return uitslag;
}

/** Milliseconds of applying a draw to the scenario and calculating it as any other. */
async function gewoneTrekking(basis: Beslisbasis, onzekerheden: Onzekerheid[]): Promise<number> {
  const dimensies = dimensiesVan(onzekerheden, basis.scenario.arrangementen.map(({ school }) => school));
  const model = gewoonModel(basis, dimensies);
  const naar = new Float64Array(basis.gegevens.gemeenten.length * basis.verantwoording.jaren.length);
  const dobbel = toevalsstroom(1, 'bench');
  const inversen = onzekerheden.map(({ verdeling }) => inverseVan(verdeling));
  let n = 0;
  const een = (): void => void model.reken(dimensies.map(({ onzekerheid }) => inversen[onzekerheid]!(dobbel(n++) / 2 ** 32)), naar);
  return mediaan(100, een, 50);
}

async function* trekkingen(maat: Omvang, scenario: string, onzekerheden: Onzekerheid[], wat: string, doel?: number): AsyncGenerator<Meting> {
  const basis = await basisVan(maat, scenario, onzekerheden);
  const ms = await mediaan(5, () => eis(zekerheid(basis, PLAN)), 2);
  const gewoon = await gewoneTrekking(basis, onzekerheden);
  const perTrekking = ms / PLAN.trekkingen;
  yield {
    naam: `${maat.naam}: 10.000 trekkingen, ${scenario}${wat}`, waarde: Math.round(ms), eenheid: 'ms', ...(doel !== undefined && { doel: { hoogstens: doel } }),
    ijk: `elke trekking gewoon doorgerekend ${(1000 * gewoon).toFixed(0)} µs, hier ${(1000 * perTrekking).toFixed(1)} µs: ${(gewoon / perTrekking).toFixed(0)} × zo snel`,
  };
}

/** 10 000 draws ≤ 0,3 s for a region and ≤ 1,5 s for five times that; houdbaarheid of 14 gemeenten ≤ 0,3 s. */
export async function* beslissen(): AsyncGenerator<Meting> {
  const perSchool = ONZEKERHEDEN.map((o) => ({ ...o, perSchool: PER_SCHOOL.has(o.parameter) }));
  yield* trekkingen(TWENTE, 'plan', ONZEKERHEDEN, '', 300);
  yield* trekkingen(TWENTE, 'ingroei', ONZEKERHEDEN, '', 300);
  yield* trekkingen(TWENTE, 'ingroei', perSchool, ', per school');
  yield* trekkingen(VIJFMAAL, 'plan', ONZEKERHEDEN, '', 1500);
  yield* trekkingen(VIJFMAAL, 'ingroei', ONZEKERHEDEN, '', 1500);
  yield* trekkingen(VIJFMAAL, 'ingroei', perSchool, ', per school');

  const twente = await basisVan(TWENTE, 'ingroei', ONZEKERHEDEN);
  yield { naam: `twente: 10.000 trekkingen op ${DRADEN} draden, met starten`, waarde: Math.round(await mediaan(3, async () => eis(await zekerheidOpDraden(twente, PLAN, { draden: DRADEN })), 1)), eenheid: 'ms' };
  const plan = await basisVan(TWENTE, 'plan', ONZEKERHEDEN);
  // Equal shares of teams that shrink with their pupils do not hold, and repairing them is part of the work.
  for (const anders of [{}, { vastDeel: 0.1, verdeling: { bereik: 'regio', sleutel: { gelijk: 1 } } } as const]) {
    const basis = metScenario(plan, { ...plan.scenario, ...anders });
    const uitslag = eis(houdbaarheid(basis));
    const houdt = uitslag.ok && uitslag.uitslag.houdt;
    yield { naam: `twente: houdbaarheid van ${TWENTE.gemeenten} gemeenten, ${houdt ? 'houdt' : 'met herstel'}`, waarde: await mediaan(5, () => eis(houdbaarheid(basis))), eenheid: 'ms', doel: { hoogstens: 300 } };
  }
}
