/** Laws beside those of rekenmodel 9: what follows from its text and would be wrong in any calculation. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Arrangement, Inzetregel, Project, Sleutel, VolledigScenario } from '../../models/project/types.ts';
import { bereken, berekenVoorbereid } from '../../models/rekenen/bereken.ts';
import type { Berekening, Reeks, Voorbereiding } from '../../models/rekenen/types.ts';
import { bereidVoor } from '../../models/rekenen/voorbereiden.ts';
import { losOp } from '../hulp/gewoon.ts';
import { inJaar, omvang, som } from '../hulp/reeksen.ts';
import { reken, rekenPerMaand } from '../hulp/reken.ts';
import type { Enkel } from '../hulp/verbouw.ts';
import { enkel, metRegels, metScenario, schud } from '../hulp/verbouw.ts';
import { kies, verwachtBedrag, verwachtGelijk, wet } from '../hulp/wet.ts';

const enige = (berekening: Berekening): Berekening['scenarios'][string] => Object.values(berekening.scenarios)[0] as Berekening['scenarios'][string];

describe('uitstroom en vrijval', () => {
  it('q ligt tussen 0 en 1 en stijgt nooit', () => wet(200, async (project) => {
    for (const perProduct of Object.values((await reken(project)).uitstroom)) {
      for (const q of Object.values(perProduct)) {
        expect(q).toHaveLength(project.uitgangspunten.maximaleLooptijd);
        q.forEach((deel, k) => {
          expect(deel).toBeGreaterThanOrEqual(0);
          expect(deel).toBeLessThanOrEqual((k === 0 ? 1 : (q[k - 1] as number)) + 1e-9);
        });
      }
    }
  }));

  it('F ligt tussen 0 en het deel van het jaar dat het arrangement loopt, en stijgt van vol jaar op vol jaar', () => wet(200, async (project, worp) => {
    const een = enkel(project, worp);
    const { jaren, scenarios } = await reken(een);
    for (const { school, start, eind } of een.scenarios[0].arrangementen) {
      const actief = jaren.map((jaar) => Array.from({ length: 12 }, (_, i) => `${jaar}-${String(i + 1).padStart(2, '0')}-01`)
        .filter((maand) => start <= maand && (eind == null || maand <= eind)).length / 12);
      for (const factoren of Object.values(Object.values(scenarios)[0]?.vrijval[school] ?? {})) {
        factoren.forEach((factor, n) => {
          const volOpVol = actief[n] === 1 && actief[n - 1] === 1;
          expect(factor).toBeGreaterThanOrEqual((volOpVol ? (factoren[n - 1] as number) : 0) - 1e-9);
          expect(factor).toBeLessThanOrEqual((actief[n] as number) + 1e-9);
        });
      }
    }
  }));
});

describe('bijdragen', () => {
  it('afgeronde bijdragen zijn hele euro’s en liggen minder dan een euro van de bijdrage', () => wet(300, async (project) => {
    for (const { bijdragen, bijdragenAfgerond } of Object.values((await reken(project)).scenarios)) {
      for (const [code, reeks] of Object.entries(bijdragenAfgerond)) {
        reeks.forEach((afgerond, n) => {
          expect(Number.isInteger(afgerond)).toBe(true);
          expect(Math.abs(afgerond - (bijdragen[code]?.[n] as number))).toBeLessThan(1 + 1e-6);
        });
      }
    }
  }));

  it('een totaal op de helft van een euro wordt naar boven afgerond, hoe het ook is opgeteld', () => wet(100, async (project, worp) => {
    const helft = (worp % 2 === 0 ? 1 : -1) * (Math.floor(worp / 2) + 0.5);
    const regionaal = schud([0.1, 0.7, 0.2].map((deel): Inzetregel => ({ omschrijving: 'Deel', soort: 'vast', bedrag: deel * helft, index: 'geen' })), worp);
    const { bijdragenAfgerond } = enige(await reken(metScenario(enkel(project, worp), { arrangementen: [], regionaal })));
    expect(new Set(Object.values(bijdragenAfgerond)[0]?.map((_, n) => som(inJaar(bijdragenAfgerond, n))))).toEqual(new Set([helft + 0.5]));
  }));

  it('gasten betalen nooit minder dan niets en samen nooit meer dan het gemeentendeel van de eigen regels', () => wet(300, async (project, worp) => {
    const een = enkel(project, worp);
    const volledig = metScenario(een, { nietDeelnemers: 'bijdragePerLeerling', bijdragePerLeerling: een.scenarios[0].bijdragePerLeerling ?? worp % 9000 });
    // Without anything else a school costs what its own lines cost.
    const kaal: Project = { ...volledig, indicaties: [], declaraties: [], aggregaten: [], bestaandeArrangementen: [] };
    const { bijdragen } = enige(await reken(volledig));
    const regels = enige(await reken(kaal)).totaal.perSchool;
    const deelnemers = new Set(Object.keys(enige(await reken(metScenario(een, { nietDeelnemers: 'individueel' }))).bijdragen));
    const gasten = Object.fromEntries(Object.entries(bijdragen).filter(([code]) => !deelnemers.has(code)));
    fc.pre(Object.keys(gasten).length > 0);
    for (let n = 0; n < (Object.values(bijdragen)[0]?.length ?? 0); n += 1) {
      for (const bedrag of inJaar(gasten, n)) expect(bedrag).toBeGreaterThanOrEqual(0);
      const hoogstens = som(inJaar(regels, n).map((bedrag) => Math.max(0, bedrag)));
      expect(som(inJaar(gasten, n))).toBeLessThanOrEqual(hoogstens * (1 + 1e-9) + 1e-6);
    }
  }));

  it('regels van een school die elkaar opheffen laten gasten niets te betalen, in welke volgorde ze ook staan', () => wet(100, async (project, worp) => {
    const een = enkel(project, worp);
    const bedrag = 1 + worp / 7;
    // The last three cancel the first but for the last bits, in an order of the throw; each stands alone by its own key.
    const bedragen = schud([bedrag, -0.1 * bedrag, -0.7 * bedrag, -0.2 * bedrag], worp);
    const tegenregels: Inzetregel[] = bedragen.map((deel) => ({
      omschrijving: 'Tegenregel', soort: 'vast', bedrag: deel, sleutel: deel > 0 ? { gelijk: 1 } : { leerlingen: 1 },
    }));
    const { bijdragen } = enige(await reken(metScenario(een, {
      nietDeelnemers: 'bijdragePerLeerling', bijdragePerLeerling: 1000, regionaal: [],
      arrangementen: een.scenarios[0].arrangementen.map((arrangement) => ({ ...arrangement, inzet: tegenregels })),
    })));
    const deelnemers = Object.keys(enige(await reken(metScenario(een, { nietDeelnemers: 'individueel' }))).bijdragen);
    const gasten = Object.entries(bijdragen).filter(([code]) => !deelnemers.includes(code));
    fc.pre(gasten.length > 0);
    expect(gasten.flatMap(([, reeks]) => reeks).filter((gast) => gast !== 0)).toEqual([]);
  }));

  it('ingroei wijkt nooit verder van de vertrekverdeling af dan het maximum, en wat de een meer betaalt, betaalt een ander minder', () => wet(400, async (project, worp) => {
    const met = enkel(project, worp);
    const { verdeling } = met.scenarios[0];
    fc.pre(verdeling?.ingroei !== undefined);
    if (verdeling?.ingroei === undefined) return;
    const { maximumPerInwoner, van = { kosten: 1 } } = verdeling.ingroei;
    const vertrek = enige(await reken(metScenario(met, { verdeling: { bereik: verdeling.bereik, sleutel: van } }))).bijdragen;
    const gezien = enige(await reken(met)).bijdragen;
    for (const n of Object.values(gezien)[0]?.keys() ?? []) {
      const maximum = typeof maximumPerInwoner === 'number' ? maximumPerInwoner : maximumPerInwoner?.[n];
      for (const [code, reeks] of Object.entries(gezien)) {
        const { inwoners = 0 } = project.gemeenten.find((gemeente) => gemeente.code === code) ?? {};
        // A gemeente that does not participate pays the same in both.
        const grens = maximum === undefined ? Infinity : maximum * inwoners;
        expect(Math.abs((reeks[n] as number) - (vertrek[code]?.[n] as number))).toBeLessThanOrEqual(grens + 1e-6 + 1e-9 * omvang(inJaar(gezien, n)));
      }
      verwachtBedrag(som(inJaar(gezien, n)), som(inJaar(vertrek, n)), omvang(inJaar(gezien, n)));
    }
  }));
});

describe('optellen', () => {
  it('lijsten over gemeenten, scholen en dragers tellen op tot hetzelfde', () => wet(200, async (project) => {
    const { jaren, nul: gedeeld, scenarios } = await reken(project);
    for (const { totaal, nul = gedeeld, effect, individueel, bijdragen, alleDragers, ncw, ncwAlleDragers } of Object.values(scenarios)) {
      const voet = project.uitgangspunten.disconteringsvoet ?? 0;
      const contant = (reeks: Reeks): number => som(reeks.map((bedrag, n) => bedrag / (1 + voet) ** n));
      jaren.forEach((_, n) => {
        const maat = omvang(inJaar(totaal.perGemeente, n)) + omvang(inJaar(nul.perGemeente, n)) + omvang(inJaar(totaal.perDrager, n));
        for (const { perGemeente, perDrager, perJaar } of [totaal, nul]) {
          verwachtBedrag(som(inJaar(perGemeente, n)), perJaar[n] as number, maat);
          verwachtBedrag(perDrager['gemeenten']?.[n] as number, perJaar[n] as number, maat);
        }
        verwachtBedrag(som(inJaar(nul.perSchool, n)), nul.perJaar[n] as number, maat);
        verwachtBedrag(som(inJaar(effect.perDrager, n)), alleDragers[n] as number, maat);
        verwachtBedrag(som(effect.perJaar.slice(0, n + 1)), effect.cumulatief[n] as number, omvang(effect.perJaar));
        if ((project.bestaandeArrangementen ?? []).length > 0) return;
        for (const [code, reeks] of Object.entries(totaal.perGemeente)) {
          verwachtBedrag(reeks[n] as number, (individueel[code]?.[n] as number) + (bijdragen[code]?.[n] ?? 0), maat);
        }
      });
      verwachtBedrag(ncw, contant(effect.perJaar), omvang(effect.perJaar));
      verwachtBedrag(ncwAlleDragers, contant(alleDragers), omvang(alleDragers));
    }
  }));

  it('de terugverdienmaand past bij het cumulatieve effect aan het eind van elk jaar', () => wet(300, async (project) => {
    const { jaren, scenarios } = await reken(project);
    for (const { terugverdienmaand, effect } of Object.values(scenarios)) {
      // A year that ends above nothing lies before it, and so does the last year where there is none.
      const boven = jaren.filter((_, n) => (effect.cumulatief[n] as number) > 0.005 + 1e-6).map((jaar) => `${jaar}-12`);
      expect(boven.filter((maand) => maand >= (terugverdienmaand ?? '9999-12'))).toEqual([]);
      expect(terugverdienmaand !== null || (effect.cumulatief.at(-1) as number) > 0.005 - 1e-6).toBe(true);
    }
  }));

  it('het effect per maand telt op tot het effect per jaar', () => wet(200, async (project) => {
    const perMaand = await rekenPerMaand(project);
    for (const [id, { effect, totaal }] of Object.entries((await reken(project)).scenarios)) {
      const maanden = perMaand[id] as number[];
      effect.perJaar.forEach((bedrag, n) => verwachtBedrag(som(maanden.slice(12 * n, 12 * n + 12)), bedrag, omvang(maanden) + omvang(inJaar(totaal.perGemeente, n))));
    }
  }));

  it('een regel gesplitst in twee halve verandert niets', () => wet(200, async (project, worp) => {
    const heel = enkel(project, worp);
    const half = metRegels(heel, (regels) => regels.flatMap((regel) => [{ ...regel, bedrag: regel.bedrag * 0.375 }, { ...regel, bedrag: regel.bedrag * 0.625 }]));
    verwachtGelijk(await reken(half), await reken(heel));
  }));

  it('declaraties die elkaar opheffen laten niets achter, ook niet in een sleutel', () => wet(300, async (project, worp) => {
    const een = enkel(project, worp);
    const zonder: Project = { ...een, aggregaten: [], declaraties: [], uitgangspunten: { ...een.uitgangspunten, basis: 'declaraties' } };
    const { begin, bedragen } = terugboekingen(project, worp);
    const met: Project = {
      ...zonder,
      declaraties: project.scholen.flatMap((school) => project.gemeenten.flatMap((gemeente) => bedragen.map((bedrag) =>
        ({ school: school.id, gemeente: gemeente.code, product: kies(project.producten, worp).code, maand: begin, bedrag })))),
    };
    verwachtGelijk(await reken(met), await reken(zonder));
  }));

  it('kosten die elkaar opheffen tellen in een sleutel niet mee', () => wet(100, async (project, worp) => {
    const een = enkel(project, worp);
    const { begin } = terugboekingen(project, worp);
    // Per gemeente one amount that three others take back, in kosten but not in basis.
    const aandelen = [1, 0.1, 0.7, 0.2];
    const opheffend: Enkel = {
      ...een, indicaties: [], aggregaten: [],
      producten: aandelen.map((vervangbaar, i) => ({ code: `K${i}`, naam: `K${i}`, vervangbaar })),
      declaraties: project.scholen.flatMap((school) => project.gemeenten.flatMap((gemeente, g) => aandelen.map((_, i) =>
        ({ school: school.id, gemeente: gemeente.code, product: `K${i}`, maand: begin, bedrag: (i === 0 ? 1 : -1) * (1 + (worp + g) / 100) })))),
      uitgangspunten: { ...een.uitgangspunten, basis: 'declaraties', uitstroomZonderIndicaties: { wijze: 'omzetten' } },
    };
    const met = (sleutel: Sleutel): Enkel => metScenario(opheffend, {
      verdeling: { bereik: worp % 2 === 0 ? 'school' : 'regio', sleutel },
      arrangementen: een.scenarios[0].arrangementen.map(({ vervangbaar: _vervangbaar, ...arrangement }) => arrangement),
    });
    verwachtGelijk(await reken(met({ kosten: 1 })), await reken(met({ leerlingen: 1 })));
  }));
});

/** Amounts that add up to nothing but for their last bits, in a month of the reference period. */
function terugboekingen(project: Project, worp: number): { begin: string; bedragen: number[] } {
  const bedrag = 0.01 + worp / 100;
  return { begin: `${Number(project.uitgangspunten.peildatum.slice(0, 4)) - 1}${project.uitgangspunten.peildatum.slice(4)}`, bedragen: [bedrag, -0.1 * bedrag, -0.7 * bedrag, -0.2 * bedrag] };
}

describe('scenario’s en uitgangspunten', () => {
  it('een scenario met een ouder is het scenario dat er voluit staat', () => wet(200, async (project) => {
    const voluit = project.scenarios.map((scenario) => {
      const { ouder: _ouder, ...volledig } = losOp(project, scenario) as VolledigScenario & { ouder?: string };
      return volledig;
    });
    verwachtGelijk(await reken({ ...project, scenarios: voluit }), await reken(project));
  }));

  it('een gekozen scenario rekent als tussen de andere', () => wet(100, async (project, worp) => {
    const { id } = kies(project.scenarios, worp);
    const gekozen = await bereken(project, { scenarios: [id] });
    if (!gekozen.ok) throw new Error(JSON.stringify(gekozen.fouten));
    const alle = await reken(project);
    verwachtGelijk(gekozen.berekening, { ...alle, scenarios: { [id]: alle.scenarios[id] } });
  }));

  it('een scenario met eigen indexen wordt vergeleken met het nulscenario onder die indexen', () => wet(200, async (project, worp) => {
    const met = enkel(project, worp);
    const [{ indexen = {} }] = met.scenarios;
    fc.pre(Object.keys(indexen).length > 0);
    const { indexen: _indexen, ...zonder } = met.scenarios[0];
    const anders: Project = { ...met, scenarios: [zonder], uitgangspunten: { ...met.uitgangspunten, indexen: { ...met.uitgangspunten.indexen, ...indexen } } };
    const verwacht = await reken(anders);
    verwachtGelijk(enige(await reken(met)), { ...enige(verwacht), nul: verwacht.nul });
  }));

  it('een kortere horizon laat de jaren die blijven zoals ze zijn', () => wet(200, async (project, worp) => {
    const lang = await reken(project);
    const jaren = 1 + (worp % lang.jaren.length);
    const kort = await reken({ ...project, uitgangspunten: { ...project.uitgangspunten, jaren } });
    verwachtGelijk(kort, ingekort(lang, lang.jaren.length, jaren), { behalve: ['waarschuwingen', 'ncw', 'ncwAlleDragers', 'terugverdienmaand', 'uitstroom'] });
  }));

  it('herkomst en benamingen veranderen geen cijfer', () => wet(100, async (project) => {
    const herkomst = { bedrag: { bron: 'voorbeeld', datum: '2026-01-01', status: 'aanname' as const } };
    const versierd: Project = {
      ...project, naam: 'anders', herkomst,
      gemeenten: project.gemeenten.map((ding) => ({ ...ding, naam: 'anders', herkomst, deelregio: 'noord' })),
      producten: project.producten.map((ding) => ({ ...ding, herkomst, categorie: '45', taakveld: { '2027': '6.752' } })),
      indicaties: project.indicaties.map((ding) => ({ ...ding, herkomst, aanbieder: 'Aanbieder B', plaats: 'thuis' })),
      uitgangspunten: { ...project.uitgangspunten, herkomst, onbekend: ['rijk'] },
      scenarios: project.scenarios.map((ding) => ({ ...ding, naam: 'anders', herkomst, vastDeel: 0.3, afspraken: { looptijd: 'vier jaar' } })),
    };
    verwachtGelijk(await reken(versierd), await reken(project));
  }));
});

/** Every list per year without its last years. */
function ingekort(waarde: unknown, van: number, tot: number): unknown {
  if (Array.isArray(waarde)) return waarde.length === van ? waarde.slice(0, tot) : waarde;
  if (typeof waarde === 'object' && waarde !== null) return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, ingekort(deel, van, tot)]));
  return waarde;
}

describe('voorbereiding', () => {
  it('rekenen laat het project zoals het is en geeft twee keer hetzelfde', () => wet(100, async (project) => {
    const bevroren = bevries(structuredClone(project));
    const eerste = await reken(bevroren);
    expect(await reken(bevroren)).toEqual(eerste);
    expect(bevroren).toEqual(project);
  }));

  it('de voorbereiding is gewone JSON, hangt niet af van andere uitgangspunten, en vervangt de rijen', () => wet(200, async (project) => {
    const voorbereiding = bevries(JSON.parse(JSON.stringify(bereidVoor(project))) as Voorbereiding);
    // W06 looks at uitstroomMeting; no figure of the preparation does.
    const { begrotingsjaar, maximaleLooptijd, peildatum, basis, wekenPerJaar, uitstroomMeting } = project.uitgangspunten;
    const anders: Project = {
      ...project,
      producten: project.producten.map((product) => ({ ...product, vervangbaar: 1 - product.vervangbaar, index: 'loon' })),
      leerlingen: [], bestaandeArrangementen: [], scenarios: [],
      uitgangspunten: { peildatum, maximaleLooptijd, basis, wekenPerJaar, uitstroomMeting, begrotingsjaar: begrotingsjaar + 1, jaren: 2, indexen: { prijs: 0.05 } },
    };
    expect(JSON.parse(JSON.stringify(bereidVoor(anders)))).toEqual(voorbereiding);
    const { indicaties: _indicaties, declaraties: _declaraties, aggregaten: _aggregaten, ...zonderRijen } = project;
    const resultaat = await berekenVoorbereid(zonderRijen, voorbereiding);
    if (!resultaat.ok) throw new Error(JSON.stringify(resultaat.fouten));
    expect(resultaat.berekening).toEqual(await reken(project));
  }));
});

/** Frozen to the bottom, so that any write throws. */
function bevries<T>(waarde: T): T {
  if (typeof waarde === 'object' && waarde !== null) {
    for (const deel of Object.values(waarde)) bevries(deel);
    Object.freeze(waarde);
  }
  return waarde;
}

describe('wat niets doet', () => {
  it('een arrangement met realisatie 0 en alleen regels kost precies die regels', () => wet(200, async (project, worp) => {
    const een = enkel(project, worp);
    const stil = metScenario(een, {
      arrangementen: een.scenarios[0].arrangementen.map(({ effectOverig: _effect, ...arrangement }): Arrangement => ({ ...arrangement, realisatie: 0, vervangtBestaand: false })),
    });
    const { jaren, nul: gedeeld, scenarios } = await reken(stil);
    for (const { effect, collectief, nul = gedeeld, individueel, bijdragen, totaal } of Object.values(scenarios)) {
      jaren.forEach((_, n) => {
        const maat = omvang(inJaar(totaal.perGemeente, n)) + omvang(inJaar(nul.perGemeente, n));
        verwachtBedrag(effect.perJaar[n] as number, collectief[n] as number, maat);
        for (const code of Object.keys(individueel)) verwachtBedrag(effect.perGemeente[code]?.[n] as number, bijdragen[code]?.[n] ?? 0, maat);
      });
    }
  }));
});
