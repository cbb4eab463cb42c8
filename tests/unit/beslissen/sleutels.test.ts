import { describe, expect, it } from 'vitest';
import { sleutelsNaastElkaar } from '../../../models/beslissen/sleutels.ts';
import { reken } from '../../hulp/reken.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { goed, kleinMet } from './hulp.ts';

describe('sleutels naast elkaar', () => {
  it('has profijt as reference, and for each key what it means for each gemeente', async () => {
    const project = kleinMet();
    const { uitslag } = goed(await sleutelsNaastElkaar(await basisVan(project, 'a'), { grens: 0.2 }));
    expect(uitslag.sleutels.map(({ naam, isProfijt, metIngroei }) => [naam, isProfijt, metIngroei])).toEqual([['kosten (profijt)', true, null], ['de sleutel van het scenario', false, null]]);
    const [profijt, eigen] = uitslag.sleutels.map(({ zonderIngroei }) => zonderIngroei!);
    // Costs of Hengelo and Borne are 5 to 1.
    expect(profijt!.gemeenten.map(({ gemeente, bijdrage }) => [gemeente, Number(bijdrage.toFixed(2))])).toEqual([['GM0164', 225_500], ['GM0147', 45_100]]);
    const berekend = (await reken(project)).scenarios['a']!;
    for (const g of eigen!.gemeenten) {
      expect(g.effectPerJaar).toEqual(berekend.effect.perGemeente[g.gemeente]!.map((x) => expect.closeTo(x, 6)));
      expect(g.bijdragePerJaar).toEqual(berekend.bijdragen[g.gemeente]!.map((x) => expect.closeTo(x, 6)));
      const gemeente = project.gemeenten.find(({ code }) => code === g.gemeente)!;
      expect(g.perInwonerPerJaar).toBeCloseTo(g.effect / gemeente.inwoners! / 4, 9);
      expect(g.perJeugdigeInwonerPerJaar).toBeCloseTo(g.effect / gemeente.inwonersJeugd! / 4, 9);
      const nul = project.gemeenten.length && (await reken(project)).nul.perGemeente[g.gemeente]!.reduce((a, b) => a + b, 0);
      expect(g.aandeelVanNul).toBeCloseTo(g.effect / nul, 9);
    }
    expect(eigen!.tellingen).toEqual({ voordeliger: 1, nadeliger: 1, gelijk: 0, voordeligerDanGrens: 1, nadeligerDanGrens: 1 });
    expect(eigen!.tellingenTenOpzichteVanProfijt).toMatchObject({ voordeliger: 1, nadeliger: 1 });
    expect(eigen!.gemeenten.reduce((som, g) => som + g.tenOpzichteVanProfijt, 0)).toBeCloseTo(0, 6);
  });

  it('with ingroei: the same end state, and when each is there', async () => {
    const project = kleinMet({ verdeling: { bereik: 'school', sleutel: { leerlingen: 1 }, ingroei: { aandeel: [0, 0.5] } } });
    const { uitslag } = goed(await sleutelsNaastElkaar(await basisVan(project, 'a')));
    const [profijt, eigen] = uitslag.sleutels;
    expect(eigen!.zonderIngroei!.gemeenten.map(({ eindstand }) => eindstand)).toEqual([undefined, undefined]);
    expect(eigen!.metIngroei!.gemeenten.map(({ eindstand }) => eindstand)).toEqual([2029, 2029]);
    expect(profijt!.metIngroei!.gemeenten.map(({ eindstand }) => eindstand)).toEqual([2027, 2027]);
    expect(uitslag.zinnen.at(-1)).toBe('Met ingroei naar de sleutel van het scenario zijn alle gemeenten uiterlijk in 2029 op hun eindstand.');
    const langzaam = kleinMet({ verdeling: { bereik: 'school', sleutel: { leerlingen: 1 }, ingroei: { aandeel: [0, 0, 0, 0.5] } } });
    const nooit = goed(await sleutelsNaastElkaar(await basisVan(langzaam, 'a'))).uitslag;
    expect(nooit.sleutels[1]!.metIngroei!.gemeenten.map(({ eindstand }) => eindstand)).toEqual([null, null]);
    expect(nooit.zinnen.at(-1)).toBe('Met ingroei naar de sleutel van het scenario zijn Hengelo en Borne binnen 2027–2030 nog niet op de eindstand.');
  });

  it('takes chosen keys, formulas too, and says which cannot be calculated', async () => {
    const project = kleinMet();
    delete project.gemeenten[1]!.inwonersJeugd;
    const { uitslag } = goed(await sleutelsNaastElkaar(await basisVan(project, 'a'), {
      sleutels: [{ naam: 'half', sleutel: { leerlingen: 0.5, kosten: 0.5 } }, { naam: 'formule', sleutel: { formule: '2*jeugdigen + leerlingen' } }, { naam: 'jeugd', sleutel: { inwonersJeugd: 1 } }, { naam: 'stuk', sleutel: { formule: 'inwoners +' } },
        { naam: 'te veel', sleutel: { leerlingen: 0.7, kosten: 0.7 } }, { naam: 'onbekend', sleutel: { oppervlakte: 1 } as never }, { naam: 'geen tekst', sleutel: { formule: 3 } as never }],
    }));
    expect(uitslag.sleutels.map(({ naam, zonderIngroei, fouten }) => [naam, zonderIngroei !== null, fouten.map(({ code }) => code)])).toEqual([
      ['kosten (profijt)', true, []], ['half', true, []], ['formule', true, []], ['jeugd', false, ['P23']], ['stuk', false, ['P22']],
      ['te veel', false, ['P09']], ['onbekend', false, ['P09']], ['geen tekst', false, ['P22']],
    ]);
    for (const { zonderIngroei } of uitslag.sleutels) if (zonderIngroei) expect(zonderIngroei.gemeenten.reduce((som, g) => som + g.bijdrage, 0)).toBeCloseTo(270_600, 4);
    expect(uitslag.zinnen.find((zin) => zin.includes('naar jeugd'))).toBe('Bij de verdeling naar jeugd is geen uitkomst. Van niet elke deelnemer is bekend hoeveel jeugdige inwoners er zijn. Vul dat aan bij de gemeenten, of kies een andere sleutel.');
  });

  it('says it in words', async () => {
    const { uitslag } = goed(await sleutelsNaastElkaar(await basisVan(kleinMet(), 'a'), { grens: 0.2 }));
    expect(uitslag.zinnen).toEqual([
      'Bij de verdeling naar kosten (profijt) zijn over 2027–2030 0 gemeenten van de 2 voordeliger uit dan in het nulscenario en 2 nadeliger; van Borne (N € 11.157) tot Hengelo (N € 55.786).',
      'Bij de verdeling naar kosten (profijt) meer dan € 0,20 per inwoner per jaar nadeliger: 0; voordeliger: 0.',
      'Bij de verdeling naar de sleutel van het scenario is over 2027–2030 1 gemeente van de 2 voordeliger uit dan in het nulscenario en 1 nadeliger; van Borne (V € 19.701) tot Hengelo (N € 86.644); vergeleken met profijt wint 1 gemeente en verliest er 1.',
      'Bij de verdeling naar de sleutel van het scenario meer dan € 0,20 per inwoner per jaar nadeliger: 1; voordeliger: 1.',
    ]);
    expect(await sleutelsNaastElkaar(await basisVan(kleinMet(), 'a'), { grens: -1 })).toMatchObject({ ok: false, fouten: [{ code: 'B07' }] });
  });
});
