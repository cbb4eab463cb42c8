/** The laws of rekenmodel 9, each on random projects, in the words of the rekenmodel. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrangement, Project } from '../../models/project/types.ts';
import type { ScenarioUitkomst } from '../../models/rekenen/types.ts';
import { aggregeer } from '../hulp/aggregeer.ts';
import { inJaar, omvang, som } from '../hulp/reeksen.ts';
import { reken } from '../hulp/reken.ts';
import { enkel, metScenario, schaal, schudProject, splits, zonderFormules } from '../hulp/verbouw.ts';
import { kies, verwachtBedrag, verwachtGelijk, wet } from '../hulp/wet.ts';

describe('wetten van rekenmodel 9', () => {
  it('een arrangement zonder aandelen, regels, effectOverig en vervangtBestaand verandert niets', () => wet(300, async (project, worp) => {
    const zonder = enkel(project, worp);
    const [scenario] = zonder.scenarios;
    fc.pre(scenario.verdeling?.bereik !== 'regio' && (scenario.regionaal ?? []).length === 0);
    const vrij = project.scholen.filter(({ id }) => scenario.arrangementen.every(({ school }) => school !== id));
    const school = kies(vrij, worp).id;
    const leeg: Arrangement = {
      school, start: `${project.uitgangspunten.begrotingsjaar}-0${1 + (worp % 9)}-01`, realisatie: (worp % 101) / 100, inzet: [],
      vervangbaar: Object.fromEntries(project.producten.map(({ code }) => [code, 0])),
    };
    // What others pay there must be said (P19); `individueel` is what saying nothing means.
    const met = metScenario(zonder, { arrangementen: [...scenario.arrangementen, leeg], nietDeelnemers: scenario.nietDeelnemers ?? 'individueel' });
    const verwacht = await reken(zonder);
    const gezien = await reken(met);
    const uitkomst = gezien.scenarios[scenario.id];
    delete uitkomst?.vrijval[school];
    delete uitkomst?.zonderToegang[school];
    verwachtGelijk(gezien, verwacht);
  }));

  it('de bijdragen zijn samen het gemeentendeel van de kosten, en de afgeronde samen het afgeronde totaal', () => wet(300, async (project) => {
    const { jaren, scenarios } = await reken(project);
    for (const { bijdragen, bijdragenAfgerond, collectief } of Object.values(scenarios)) {
      jaren.forEach((_, n) => {
        verwachtBedrag(som(inJaar(bijdragen, n)), collectief[n] as number, omvang(inJaar(bijdragen, n)));
        const totaal = Math.round((collectief[n] as number) * 1e6) / 1e6;
        expect(som(inJaar(bijdragenAfgerond, n))).toBe(Math.floor(totaal + 0.5));
      });
    }
  }));

  it('de volgorde van scholen, gemeenten, indicaties en regels verandert geen cijfer', () => wet(300, async (project, worp) => {
    verwachtGelijk(await reken(schudProject(project, worp)), await reken(project));
  }));

  it('een indicatie met een prijs per tijdvak, gesplitst in twee die aansluiten, verandert geen basis', () => wet(400, async (project, worp) => {
    const indicatie = kies(project.indicaties.filter((rij) => rij.totaalbedrag === undefined && rij.frequentie !== 'totaal'), worp);
    const delen = splits(indicatie, 1 + (worp % 500));
    fc.pre(delen !== null);
    const gesplitst = { ...project, indicaties: project.indicaties.flatMap((rij) => (rij === indicatie && delen !== null ? delen : [rij])) };
    verwachtGelijk((await reken(gesplitst)).nul, (await reken(project)).nul);
  }));

  it('het effect over gemeenten is het effect over scholen en het regionale deel samen', () => wet(300, async (project) => {
    const { jaren, nul: gedeeld, scenarios } = await reken(project);
    for (const { effect, totaal, nul = gedeeld } of Object.values(scenarios)) {
      jaren.forEach((_, n) => {
        const overScholen = som(inJaar(totaal.perSchool, n)) - som(inJaar(nul.perSchool, n)) + (totaal.regionaal[n] as number);
        verwachtBedrag(som(inJaar(effect.perGemeente, n)), overScholen, omvang(inJaar(totaal.perSchool, n)) + omvang(inJaar(nul.perSchool, n)));
      });
    }
  }));

  it('alle bedragen maal c maakt elk niet afgerond bedrag maal c, tenzij een sleutel een formule is', () => wet(300, async (project, worp) => {
    const factor = 10 ** ((worp % 401) / 100 - 2);
    const gewogen = zonderFormules(enkel(project, worp), { leerlingen: 0.5, kosten: 0.5 });
    const gezien = await reken(schaal(gewogen, factor));
    // The same outcome by another way: calculate first, scale after.
    const verwacht = await reken(gewogen);
    const behalve = ['waarschuwingen', 'bijdragenAfgerond', 'terugverdienmaand', 'jaren', 'uitstroom', 'vrijval', 'zonderToegang'];
    verwachtGelijk(gezien, maalFactor(verwacht, factor), { behalve, speling: (_, a, b) => 1e-6 * Math.max(1, factor) + 1e-9 * Math.max(Math.abs(a), Math.abs(b)) });
    verwachtGelijk({ uitstroom: gezien.uitstroom }, { uitstroom: verwacht.uitstroom });
  }));

  it('ingroei met aandeel 1 en zonder maximum is geen ingroei', () => wet(200, async (project, worp) => {
    const met = enkel(project, worp);
    const { verdeling } = met.scenarios[0];
    fc.pre(verdeling?.ingroei !== undefined);
    if (verdeling?.ingroei === undefined) return;
    const { bereik, sleutel, ingroei } = verdeling;
    const vol = metScenario(met, { verdeling: { bereik, sleutel, ingroei: { aandeel: ingroei.aandeel.map(() => 1), ...(ingroei.van === undefined ? {} : { van: ingroei.van }) } } });
    verwachtGelijk(await reken(vol), await reken(metScenario(met, { verdeling: { bereik, sleutel } })));
  }));

  it('de rijen van een gemeente vervangen door haar aggregaat verandert niets', () => wet(300, async (project, worp) => {
    const aangeleverd = new Set((project.aggregaten ?? []).map(({ gemeente }) => gemeente));
    const gemeente = kies(project.gemeenten.filter(({ code }) => !aangeleverd.has(code)), worp).code;
    verwachtGelijk(await reken(aggregeer(project, gemeente)), await reken(project));
  }));

  it('scenario en vergelijking omwisselen keert het teken van het verschil om', () => wet(300, async (project, worp) => {
    // What exists at a school against what replaces it, and the other way round: same period, each with its own amount and cover.
    const { begrotingsjaar } = project.uitgangspunten;
    const school = kies(project.scholen, worp).id;
    const start = `${begrotingsjaar - 1 + (worp % 3)}-0${1 + (worp % 9)}-01`;
    const eind = `${begrotingsjaar + 1 + (worp % 4)}-12-31`;
    const kosten = [{ bedrag: (worp % 90_001) / 7, dekking: { gemeenten: 1 } }, { bedrag: worp / 11, dekking: { gemeenten: 0.25, rijk: 0.75 } }] as const;
    const verschil = (nu: (typeof kosten)[number], straks: (typeof kosten)[number]): Project => ({
      ...project,
      bestaandeArrangementen: [
        ...(project.bestaandeArrangementen ?? []).filter((bestaand) => bestaand.school !== school),
        { school, jaarbedrag: nu.bedrag, dekking: nu.dekking, start, eind },
      ],
      scenarios: [{
        id: 'ruil', naam: 'Ruil', nietDeelnemers: 'individueel',
        arrangementen: [{
          school, start, eind, realisatie: 0, uitstroom: { wijze: 'omzetten' }, vervangtBestaand: true,
          inzet: [{ omschrijving: 'Ruil', soort: 'vast', ...straks }],
        }],
      }],
    });
    const heen = (await reken(verschil(kosten[0], kosten[1]))).scenarios['ruil'];
    const terug = (await reken(verschil(kosten[1], kosten[0]))).scenarios['ruil'];
    verwachtGelijk(verschillen(heen as ScenarioUitkomst), maalFactor(verschillen(terug as ScenarioUitkomst), -1));
  }));
});

/** Every difference of an outcome that does not depend on how gemeenten divide it. */
function verschillen({ effect, alleDragers, ncw, ncwAlleDragers }: ScenarioUitkomst): unknown {
  return { perJaar: effect.perJaar, cumulatief: effect.cumulatief, perDrager: effect.perDrager, alleDragers, ncw, ncwAlleDragers };
}

/** Every number of an outcome times a factor. */
function maalFactor(waarde: unknown, factor: number): unknown {
  if (typeof waarde === 'number') return waarde * factor;
  if (Array.isArray(waarde)) return waarde.map((deel) => maalFactor(deel, factor));
  if (typeof waarde === 'object' && waarde !== null) return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, maalFactor(deel, factor)]));
  return waarde;
}
