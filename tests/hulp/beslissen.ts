/** Deciding as tests use it: random uncertain assumptions, and the basis of a scenario. */
import * as fc from 'fast-check';
import { beslisbasis, type Beslisbasis } from '../../models/beslissen/basis.ts';
import type { Kansverdeling, Onzekerheid, OnzekereParameter, Project } from '../../models/project/types.ts';
import { ONZEKERE_PARAMETERS } from '../../models/project/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';

/** How far the parameters are taken: past the bounds at which shares are held, and starts past ends. */
const BEREIK: Record<OnzekereParameter, readonly [number, number]> = {
  realisatieFactor: [-0.2, 3], vervangbaarFactor: [-0.2, 3], inzetFactor: [-0.5, 2], eenmaligFactor: [0, 3], startvertraging: [-8, 30], uitstroomFactor: [-0.1, 2.5],
  volumeDelta: [-0.1, 0.1], prijsDelta: [-0.1, 0.1], loonDelta: [-0.1, 0.1], effectOverigDelta: [-0.5, 0.5],
};

function kansverdelingVan(soort: Kansverdeling['soort'], [a, b, c]: readonly [number, number, number]): Kansverdeling {
  switch (soort) {
    case 'vast': return { soort, waarde: b };
    case 'uniform': return { soort, min: a, max: c };
    case 'p10p50p90': return { soort, p10: a, p50: b, p90: c };
    default: return { soort, min: a, modus: b, max: c };
  }
}

const kansverdeling = (parameter: OnzekereParameter): fc.Arbitrary<Kansverdeling> => {
  const [van, tot] = BEREIK[parameter];
  const waarde = fc.integer({ min: 0, max: 1000 }).map((n) => van + (n / 1000) * (tot - van));
  return fc.tuple(fc.constantFrom('driehoek', 'pert', 'uniform', 'p10p50p90', 'vast'), fc.tuple(waarde, waarde, waarde))
    .map(([soort, waarden]) => kansverdelingVan(soort, waarden.sort((x, y) => x - y)));
};

/** Some uncertain assumptions, now and then the same parameter twice. */
export const willekeurigeOnzekerheden: fc.Arbitrary<Onzekerheid[]> = fc.array(
  fc.constantFrom(...ONZEKERE_PARAMETERS).chain((parameter) => fc.record({ parameter: fc.constant(parameter), verdeling: kansverdeling(parameter), perSchool: fc.boolean() })),
  { minLength: 1, maxLength: 6, size: 'max' },
);

/** The basis of a scenario of a valid project; its faults are a failure of the test. */
export async function basisVan(project: Project, id: string): Promise<Beslisbasis> {
  const resultaat = await beslisbasis(project, bereidVoor(project), id);
  if (!resultaat.ok) throw new Error(resultaat.fouten.map(({ code, pad, tekst }) => `${code} ${pad}: ${tekst}`).join('\n'));
  return resultaat.basis;
}
