import { describe, expect, it } from 'vitest';
import { houdbaarheid } from '../../../models/beslissen/houdbaarheid.ts';
import { metScenario } from '../../../models/beslissen/basis.ts';
import { FORMAAT, type Project, type Sleutel, type VolledigScenario } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { goed, kleinMet } from './hulp.ts';

/**
 * Three gemeenten at one school, everything in round numbers: care of 100, 60 and 40 thousand a year, half of it replaced at once from January; a team of
 * 60 thousand; pupils 20, 40 and 40.
 */
function drie(sleutel: Sleutel, scenario: Partial<VolledigScenario> = {}): Project {
  const kosten = { GM0001: 100_000, GM0002: 60_000, GM0003: 40_000 };
  const leerlingen = { GM0001: 20, GM0002: 40, GM0003: 40 };
  const codes = Object.keys(kosten) as (keyof typeof kosten)[];
  return {
    formaat: FORMAAT, naam: 'drie',
    gemeenten: codes.map((code, i) => ({ code, naam: ['Almelo', 'Borne', 'Wierden'][i]!, inwoners: 1000 * (i + 1) })),
    scholen: [{ id: 's', naam: 'School', soort: 'SO', gemeente: 'GM0001' }],
    leerlingen: codes.map((gemeente) => ({ school: 's', gemeente, aantal: leerlingen[gemeente] })),
    producten: [{ code: 'P', naam: 'Product', vervangbaar: 0.5 }],
    indicaties: codes.map((gemeente) => ({ school: 's', gemeente, product: 'P', start: '2024-01-01', eind: null, kostenPerJaar: kosten[gemeente] })),
    uitgangspunten: { peildatum: '2026-01-01', begrotingsjaar: 2027, jaren: 1, maximaleLooptijd: 12 },
    scenarios: [{
      id: 'a', naam: 'Samen', vastDeel: 0.5, nietDeelnemers: 'individueel', verdeling: { bereik: 'school', sleutel },
      arrangementen: [{ school: 's', start: '2027-01-01', realisatie: 1, uitstroom: { wijze: 'omzetten' }, inzet: [{ omschrijving: 'team', soort: 'vast', bedrag: 60_000 }] }],
      ...scenario,
    }],
  };
}
/** Almelo and Wierden without Borne, and what of the weight of inhabitants has to go for Wierden to stay. */
const ZONDER_BORNE = { deelnemers: ['GM0001', 'GM0003'], vastDeel: 0.1 };
const T = 3_000 / (60_000 * (3 / 4 - 2 / 7));

const van = async (project: Project) => goed(houdbaarheid(await basisVan(project, 'a'))).uitslag;
const heel = (x: number): number => Math.round(x * 100) / 100 + 0;

describe('houdbaarheid', () => {
  it('sets each alone against all together, with Shapley and SCRB beside it', async () => {
    const { gemeenten, totaal, houdt, lezer } = await van(drie({ leerlingen: 1 }));
    expect({ totaal: heel(totaal), lezer }).toEqual({ totaal: -40_000, lezer: 'intern' });
    // Alone: what is replaced for it, and of the team 60 000 × (½ + ½ · its share of the pupils).
    expect(gemeenten.map(({ naam, alleen }) => [naam, heel(alleen)])).toEqual([['Almelo', -50_000 + 36_000], ['Borne', -30_000 + 42_000], ['Wierden', -20_000 + 42_000]]);
    expect(gemeenten.map(({ samen }) => heel(samen))).toEqual([-50_000 + 12_000, -30_000 + 24_000, -20_000 + 24_000]);
    // The half that is needed anyway is shared equally by Shapley.
    expect(gemeenten.map(({ shapley }) => heel(shapley))).toEqual([-50_000 + 6_000 + 10_000, -30_000 + 12_000 + 10_000, -20_000 + 12_000 + 10_000]);
    expect(gemeenten.map(({ scrb }) => heel(scrb))).toEqual(gemeenten.map(({ shapley }) => heel(shapley)));
    expect(houdt).toBe(true);
  });

  it('says in words that it holds', async () => {
    expect((await van(drie({ leerlingen: 1 }))).zinnen).toEqual([
      'De verdeling houdt: geen gemeente en geen groep van gemeenten is over 2027 zonder de anderen beter uit.',
      'Aangenomen is dat 50 % van elk team nodig is, hoeveel leerlingen er ook zijn. Alleen voor intern gebruik.',
    ]);
  });

  it('finds who would gain by leaving, and the smallest shift of weights that keeps them', async () => {
    // By inhabitants Wierden pays three quarters of the team, 45 000; alone it would pay 60 000 × (0,1 + 0,9 · 40/60) = 42 000.
    const uitslag = await van(drie({ inwoners: 1 }, ZONDER_BORNE));
    expect(uitslag.houdt).toBe(false);
    expect(uitslag.groepen.map(({ gemeenten, voordeel }) => [gemeenten, heel(voordeel)])).toEqual([[['GM0003'], 3_000]]);
    expect(uitslag.zinnen[1]).toBe('Gemeente Wierden is alleen beter uit: N € 22.000 tegen N € 25.000 samen, een verschil van € 3.000.');
    // Weight moved from inhabitants (3/4) to the care that is replaced (2/7) lightens Wierden most: 60 000 · (3/4 − 2/7) · t = 3 000.
    const { gewichten, ingroei } = uitslag.herstel!;
    expect(gewichten).toEqual({ sleutel: { kosten: expect.closeTo(T, 6), inwoners: expect.closeTo(1 - T, 6) }, verschoven: expect.closeTo(T, 6), exact: true });
    // The path comes from the same key, so it takes as much of it.
    expect(ingroei).toEqual({ aandeel: [expect.closeTo(1 - T, 6)], factor: expect.closeTo(1 - T, 6) });
    expect(uitslag.zinnen[2]).toBe('De verdeling houdt wel met de kleinste verschuiving van gewichten: kosten (profijt) 10,77 % (nu 0 %) en inwoners 89,23 % (nu 100 %).');
    expect(uitslag.zinnen[3]).toBe('De verdeling houdt ook met alleen een vlakkere ingroei: 89,2 % van de weg naar de sleutel in de opeenvolgende jaren.');
  });

  it('names the group that gains most, and repairs for all groups at once', async () => {
    // Almelo, Borne and Wierden pay 10, 20 and 30; Wierden gains 2 400 alone, with Almelo 1 600, with Borne 800.
    const uitslag = await van(drie({ inwoners: 1 }, { vastDeel: 0.1 }));
    expect(uitslag.groepen.map(({ gemeenten, voordeel }) => [gemeenten, heel(voordeel)])).toEqual([[['GM0003'], 2_400], [['GM0001', 'GM0003'], 1_600], [['GM0002', 'GM0003'], 800]]);
    expect(uitslag.zinnen[2]).toBe('Almelo en Wierden zijn samen zonder de anderen € 1.600 voordeliger dan in deze verdeling.');
    // Four tenths to pupils would do; the smallest shift is no more than that.
    expect(uitslag.herstel!.gewichten!.verschoven).toBeLessThanOrEqual(0.4 + 1e-6);
    const hersteld = await van(drie(uitslag.herstel!.gewichten!.sleutel, { vastDeel: 0.1 }));
    expect(hersteld.houdt).toBe(true);
  });

  it('what repairs it does hold, and a little less does not', async () => {
    const basis = await basisVan(drie({ inwoners: 1 }, ZONDER_BORNE), 'a');
    const { herstel } = goed(houdbaarheid(basis)).uitslag;
    const houdt = (sleutel: Sleutel): boolean => goed(houdbaarheid(metScenario(basis, { ...basis.scenario, verdeling: { bereik: 'school', sleutel } }))).uitslag.houdt;
    const t = herstel!.gewichten!.verschoven;
    expect(houdt(herstel!.gewichten!.sleutel)).toBe(true);
    expect(houdt({ inwoners: 1 - t + 1e-5, kosten: t - 1e-5 })).toBe(false);
  });

  it('repairs beside a maximum of the ingroei, and by the path alone where the key is a formula', async () => {
    const metMaximum = await van(drie({ inwoners: 1 }, { ...ZONDER_BORNE, verdeling: { bereik: 'school', sleutel: { inwoners: 1 }, ingroei: { aandeel: [1], maximumPerInwoner: 1000 } } }));
    expect(metMaximum.herstel!.gewichten).toMatchObject({ exact: false, verschoven: expect.closeTo(T, 5) });
    const formule = await van(drie({ formule: 'inwoners' }, ZONDER_BORNE));
    expect(formule.herstel).toMatchObject({ gewichten: null, ingroei: { factor: expect.closeTo(1 - T, 5) } });
  });

  it('says when no key and no path can repair it', async () => {
    // The team costs far more than all that it saves: whoever takes part loses, and a group of one would be without φ.
    const uitslag = await van(drie({ leerlingen: 1 }, { vastDeel: 0, verdeling: { bereik: 'school', sleutel: { gelijk: 1 }, ingroei: { aandeel: [1], van: { gelijk: 1 } } }, arrangementen: [
      { school: 's', start: '2027-01-01', realisatie: 1, uitstroom: { wijze: 'omzetten' }, inzet: [{ omschrijving: 'team', soort: 'vast', bedrag: 60_000, sleutel: { gelijk: 1 } }] },
    ] }));
    expect(uitslag.houdt).toBe(false);
    expect(uitslag.herstel).toEqual({ gewichten: null, ingroei: null });
    expect(uitslag.zinnen).toContain('Met andere gewichten of een vlakkere ingroei alleen is de verdeling niet houdbaar te maken; kijk naar de kosten van de inzet of de deelnemende scholen.');
  });

  it('guests stay individual: what they pay is no part of it', async () => {
    const gast = await van(drie({ leerlingen: 1 }, { deelnemers: ['GM0001', 'GM0002'], nietDeelnemers: 'bijdragePerLeerling', bijdragePerLeerling: 100 }));
    const zonder = await van(drie({ leerlingen: 1 }, { deelnemers: ['GM0001', 'GM0002'] }));
    expect(gast.gemeenten.map(({ samen, alleen }) => [heel(samen), heel(alleen)])).toEqual(zonder.gemeenten.map(({ samen, alleen }) => [heel(samen), heel(alleen)]));
    expect(heel(gast.totaal)).toBe(-80_000 + 60_000);
  });

  it('asks for vastDeel, at most sixteen participants, and all of them together', async () => {
    const zonder = await basisVan(kleinMet(), 'a');
    expect(houdbaarheid(zonder)).toMatchObject({ ok: false, fouten: [{ code: 'B04', pad: 'scenarios[0].vastDeel' }] });
    const basis = metScenario(zonder, { ...zonder.scenario, vastDeel: 0.5 });
    expect(houdbaarheid(basis, { gemeente: 'GM0164' })).toMatchObject({ ok: false, fouten: [{ code: 'B02' }] });
    const project = kleinMet({ vastDeel: 0.5 });
    const veel: Project = { ...project, gemeenten: [...project.gemeenten, ...Array.from({ length: 15 }, (_, i) => ({ code: `GM9${100 + i}`, naam: `G${i}` }))] };
    expect(houdbaarheid(await basisVan(veel, 'a'))).toMatchObject({ ok: false, fouten: [{ code: 'B05' }] });
  });

  it('looks at a year or the net present value where that is asked', async () => {
    const basis = await basisVan(kleinMet({ vastDeel: 0.5 }), 'a');
    expect(goed(houdbaarheid(basis, { maat: 'jaar', jaar: 2027 })).uitslag.totaal).toBeCloseTo(33_000, 6);
  });
});
