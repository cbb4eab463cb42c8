import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectVan, metScenario } from '../../models/beslissen/basis.ts';
import { brug, scenariobrug } from '../../models/beslissen/brug.ts';
import { houdbaarheid } from '../../models/beslissen/houdbaarheid.ts';
import { inverseVan } from '../../models/beslissen/kansverdeling.ts';
import { gewoonModel } from '../../models/beslissen/model.ts';
import { omslagpunten } from '../../models/beslissen/omslag.ts';
import { dimensiesVan } from '../../models/beslissen/parameters.ts';
import { sleutelsNaastElkaar } from '../../models/beslissen/sleutels.ts';
import { trekkingsmodel } from '../../models/beslissen/snel.ts';
import { gemeten } from '../../models/beslissen/uitkomstkeuze.ts';
import { volgorde } from '../../models/beslissen/volgorde.ts';
import type { Inzetregel, Project, VolledigScenario } from '../../models/project/types.ts';
import { basisVan, willekeurigeOnzekerheden } from '../hulp/beslissen.ts';
import { dobbelsteen, kies, parameters, verwachtBedrag, wet } from '../hulp/wet.ts';
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

describe('omslagpunt', () => {
  it('fed back gives 0', async () => {
    let gevonden = 0;
    await wet(80, async (project, worp) => {
      const scenario = kies(project.scenarios, worp);
      const basis = await basisVan(project, scenario.id);
      const opdrachten = (['realisatieFactor', 'vervangbaarFactor', 'inzetFactor', 'eenmaligFactor', 'effectOverigDelta', 'prijsDelta'] as const).map((parameter) => ({ invoer: { soort: 'parameter' as const, parameter } }));
      const uit = omslagpunten(basis, {}, opdrachten);
      if (!uit.ok) throw new Error(uit.fouten[0]?.tekst);
      for (const { invoer, uitslag } of uit.uitslag.punten) {
        if (uitslag.soort !== 'gevonden' || invoer.soort !== 'parameter') continue;
        gevonden++;
        const dimensies = dimensiesVan([{ parameter: invoer.parameter, verdeling: { soort: 'vast', waarde: 0 } }], []);
        const effect = new Float64Array(project.gemeenten.length * uit.uitslag.jaren.length);
        expect(gewoonModel(basis, dimensies).reken([uitslag.waarde as number], effect)).toBeUndefined();
        const samen = effect.reduce((a, b) => a + b, 0);
        verwachtBedrag(samen, 0, effect.reduce((a, b) => a + Math.abs(b), 1e4));
      }
    });
    expect(gevonden).toBeGreaterThan(20);
  });
});

describe('brug', () => {
  it('parts add up to the effect, of all and of each gemeente', async () => {
    await wet(100, async (project, worp) => {
      const { id } = kies(project.scenarios, worp);
      const basis = await basisVan(project, id);
      const gerekend = effectVan(basis, basis.scenario);
      if (!gerekend.ok) throw new Error(gerekend.fouten[0]?.tekst);
      for (const gemeente of [undefined, ...project.gemeenten.map(({ code }) => code)]) {
        const uit = brug(basis, gemeente === undefined ? {} : { gemeente });
        if (!uit.ok) throw new Error(uit.fouten[0]?.tekst);
        const { delen, totaal, nul, scenarioBedrag } = uit.uitslag;
        const omvang = delen.reduce((som, { bedrag }) => som + Math.abs(bedrag), Math.abs(nul));
        verwachtBedrag(delen.reduce((som, { bedrag }) => som + bedrag, 0), totaal, omvang);
        verwachtBedrag(scenarioBedrag - nul, totaal, omvang);
        for (const y of uit.uitslag.jaren.keys()) {
          const jaar = gemeten({ gewichten: Float64Array.from(uit.uitslag.jaren, (_, i) => Number(i === y)), gemeente: gemeente === undefined ? null : project.gemeenten.findIndex(({ code }) => code === gemeente), wanneer: '', wat: '' }, gerekend.effect);
          verwachtBedrag(delen.reduce((som, { perJaar }) => som + perJaar[y]!, 0), jaar, omvang);
        }
      }
    });
  });

  it('between scenarios the parts add up to the difference, and backwards they are the opposite', async () => {
    let metDelen = 0;
    await wet(60, async (project, worp) => {
      const [a, b] = [kies(project.scenarios, worp), kies(project.scenarios, Math.floor(worp / 7))];
      const [van, naar] = [await basisVan(project, a.id), await basisVan(project, b.id)];
      const [heen, terug] = [scenariobrug(van, naar), scenariobrug(naar, van)];
      if (!heen.ok || !terug.ok) throw new Error('geen brug');
      const omvang = heen.uitslag.delen.reduce((som, { bedrag }) => som + Math.abs(bedrag), Math.abs(heen.uitslag.van) + Math.abs(heen.uitslag.tot));
      verwachtBedrag(heen.uitslag.delen.reduce((som, { bedrag }) => som + bedrag, 0), heen.uitslag.totaal, omvang);
      verwachtBedrag(heen.uitslag.totaal, heen.uitslag.tot - heen.uitslag.van, omvang);
      if (heen.uitslag.delen.length > 1) metDelen++;
      const bedragTerug = new Map(terug.uitslag.delen.map(({ code, bedrag }) => [code, bedrag]));
      if (heen.uitslag.delen.every(({ code }) => bedragTerug.has(code))) {
        for (const { code, bedrag } of heen.uitslag.delen) verwachtBedrag(bedrag, -bedragTerug.get(code)!, omvang);
      }
    });
    expect(metDelen).toBeGreaterThan(10);
  });
});

describe('houdbaarheid', () => {
  it('a group on its own is the scenario with those participants and lines that shrink with their pupils', async () => {
    let nagerekend = 0;
    await fc.assert(fc.asyncProperty(willekeurigProject(), dobbelsteen, fc.double({ min: 0, max: 1, noNaN: true }), async (project, worp, vastDeel) => {
      const { id } = kies(project.scenarios, worp);
      const kaal = await basisVan(project, id);
      const basis = metScenario(kaal, { ...kaal.scenario, vastDeel, nietDeelnemers: 'individueel' });
      const uit = houdbaarheid(basis);
      // A key can fail when nobody else takes part (P22).
      if (!uit.ok) return expect(uit.fouten.map(({ code }) => code)).toContain('P22');
      verwachtBedrag(uit.uitslag.gemeenten.reduce((som, { samen }) => som + samen, 0), uit.uitslag.totaal, uit.uitslag.gemeenten.reduce((som, { samen, alleen }) => som + Math.abs(samen) + Math.abs(alleen), 0));
      const groepen = [...uit.uitslag.gemeenten.map(({ gemeente, alleen }) => ({ gemeenten: [gemeente], zonder: alleen })), ...uit.uitslag.groepen];
      for (const { gemeenten, zonder } of groepen) {
        const alleen = losseGroep(basis.scenario, project, uit.uitslag.gemeenten.map(({ gemeente }) => gemeente), gemeenten, vastDeel);
        if (!alleen) continue;
        nagerekend++;
        const gerekend = effectVan(basis, alleen);
        if (!gerekend.ok) throw new Error(gerekend.fouten[0]?.tekst);
        const Y = uit.uitslag.jaren.length;
        const effect = gemeenten.map((code) => project.gemeenten.findIndex((g) => g.code === code)).reduce((som, g) => som + gerekend.effect.slice(g * Y, (g + 1) * Y).reduce((a, b) => a + b, 0), 0);
        verwachtBedrag(zonder, effect, gerekend.effect.reduce((a, b) => a + Math.abs(b), Math.abs(zonder)));
      }
    }), parameters(100));
    expect(nagerekend).toBeGreaterThan(50);
  });
});

/** The scenario of a group that goes its own way; undefined where lines per pupil would have no pupils to multiply. */
function losseGroep(scenario: VolledigScenario, project: Project, allen: readonly string[], groep: readonly string[], vastDeel: number): VolledigScenario | undefined {
  const leerlingen = (wie: readonly string[], scholen: readonly string[]): number =>
    project.leerlingen.filter((l) => wie.includes(l.gemeente) && scholen.includes(l.school)).reduce((som, { aantal }) => som + aantal, 0);
  let kan = true;
  const krimp = (scholen: readonly string[]) => (eigen: Inzetregel): Inzetregel => {
    const regel = { ...eigen, sleutel: undefined };
    const [n, samen] = [leerlingen(groep, scholen), leerlingen(allen, scholen)];
    const factor = samen > 0 ? vastDeel + ((1 - vastDeel) * n) / samen : 1;
    if (regel.soort !== 'perLeerling') return { ...regel, bedrag: regel.bedrag * factor };
    if (n === 0 && samen > 0) kan = false;
    return { ...regel, bedrag: n > 0 ? (regel.bedrag * factor * samen) / n : 0 };
  };
  const scholen = scenario.arrangementen.map(({ school }) => school);
  const los: VolledigScenario = {
    ...scenario, deelnemers: [...groep], verdeling: { bereik: 'regio', sleutel: { gelijk: 1 } },
    arrangementen: scenario.arrangementen.map((a) => ({ ...a, inzet: a.inzet.map(krimp([a.school])) })),
    regionaal: (scenario.regionaal ?? []).map(krimp(scholen)),
  };
  return kan ? los : undefined;
}

describe('volgorde en sleutels', () => {
  it('schools and region add up to the effect; every key divides the same cost', async () => {
    await wet(60, async (project, worp) => {
      const { id } = kies(project.scenarios, worp);
      const basis = await basisVan(project, id);
      const gerekend = effectVan(basis, basis.scenario);
      const uit = volgorde(basis);
      if (!uit.ok || !gerekend.ok) throw new Error('geen volgorde');
      const samen = uit.uitslag.scholen.reduce((som, { effect }) => som + effect, uit.uitslag.regionaalPerJaar.reduce((a, b) => a + b, 0));
      verwachtBedrag(samen, gerekend.effect.reduce((a, b) => a + b, 0), gerekend.effect.reduce((a, b) => a + Math.abs(b), 0));

      const sleutels = await sleutelsNaastElkaar(basis, { sleutels: [{ naam: 'leerlingen', sleutel: { leerlingen: 1 } }, { naam: 'gelijk', sleutel: { gelijk: 1 } }] });
      if (!sleutels.ok) throw new Error(sleutels.fouten[0]?.tekst);
      const [eerste, ...rest] = sleutels.uitslag.sleutels.flatMap(({ zonderIngroei, metIngroei }) => [zonderIngroei, metIngroei]).filter((u) => u !== null).map(({ gemeenten }) => gemeenten.reduce((som, { bijdrage }) => som + bijdrage, 0));
      for (const som of rest) verwachtBedrag(som, eerste!, 1e6);
    });
  });
});
