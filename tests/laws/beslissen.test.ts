import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseVan } from '../../models/beslissen/kansverdeling.ts';
import { gewoonModel } from '../../models/beslissen/model.ts';
import { dimensiesVan } from '../../models/beslissen/parameters.ts';
import { trekkingsmodel } from '../../models/beslissen/snel.ts';
import { basisVan, willekeurigeOnzekerheden } from '../hulp/beslissen.ts';
import { parameters } from '../hulp/wet.ts';
import { GROTER, willekeurigProject } from '../hulp/willekeurig.ts';

describe('trekkingen', () => {
  it('the fast model gives what applying the draw to the scenario gives', async () => {
    let geldig = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(willekeurigProject(), willekeurigProject(GROTER)), willekeurigeOnzekerheden, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }), async (project, onzekerheden, kansen) => {
        for (const { id } of project.scenarios) {
          const kaal = await basisVan(project, id);
          const basis = { ...kaal, scenario: { ...kaal.scenario, onzekerheden } };
          const snel = trekkingsmodel(basis);
          const dimensies = dimensiesVan(onzekerheden, basis.scenario.arrangementen.map(({ school }) => school));
          if (!snel.ok) {
            // Only a start at another month of the year can stand in the way, where nothing runs of a product.
            expect(snel.fouten.map(({ code }) => code)).toContain('P21');
            continue;
          }
          geldig++;
          const gewoon = gewoonModel(basis, dimensies);
          const inversen = onzekerheden.map(({ verdeling }) => inverseVan(verdeling));
          const lengte = project.gemeenten.length * basis.verantwoording.jaren.length;
          const [links, rechts] = [new Float64Array(lengte), new Float64Array(lengte)];
          for (let keer = 0; keer < 3; keer++) {
            const trekking = dimensies.map(({ onzekerheid }, i) => inversen[onzekerheid]!(kansen[(i + 13 * keer) % kansen.length] as number));
            const [foutenSnel, foutenGewoon] = [snel.model.reken(trekking, links), gewoon.reken(trekking, rechts)];
            expect((foutenSnel ?? []).map(({ code }) => code)).toEqual((foutenGewoon ?? []).map(({ code }) => code));
            if (foutenSnel) continue;
            for (const [i, bedrag] of rechts.entries()) expect(Math.abs((links[i] as number) - bedrag), `${id} ${i}`).toBeLessThanOrEqual(1e-5 + 1e-9 * Math.abs(bedrag));
          }
        }
      }),
      parameters(400),
    );
    expect(geldig).toBeGreaterThan(300);
  });
});
