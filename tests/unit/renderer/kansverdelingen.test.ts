/** Distributions as they are edited: three places, whatever the kind; and the source of one is not that of another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kansverdeling, Onzekerheid } from '../../../models/project/types.ts';
import { ONZEKERE_PARAMETERS } from '../../../models/project/types.ts';
import { neutraleWaarde } from '../../../models/beslissen/parameters.ts';
import { distributionOf, isOrdered, KINDS, measureOf, placesOf, sourceOf, withDistribution, withSourceOf, type Places } from '../../../renderer/features/beslissen/kansverdelingen.ts';

const VOORBEELDEN: Kansverdeling[] = [
  { soort: 'driehoek', min: 0.8, modus: 1, max: 1.3 }, { soort: 'pert', min: 0.8, modus: 1, max: 1.3 }, { soort: 'p10p50p90', p10: 0.8, p50: 1, p90: 1.3 },
  { soort: 'uniform', min: 0.8, max: 1.3 }, { soort: 'vast', waarde: 0.9 },
];
const geordend = fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })).map(([laag, a, b]): Places => [laag, laag + a, laag + a + b]);

describe('verdelingen bewerken', () => {
  it.each(VOORBEELDEN)('$soort comes back from its places as it was', (v) => {
    expect(distributionOf(v.soort, placesOf(v))).toEqual(v);
  });

  it('every kind names exactly the places it uses', () => {
    expect(KINDS.map(({ value }) => value).toSorted()).toEqual(VOORBEELDEN.map(({ soort }) => soort).toSorted());
    for (const v of VOORBEELDEN) expect(KINDS.find(({ value }) => value === v.soort)!.names.map((n) => n !== undefined)).toEqual(placesOf(v).map((x) => x !== undefined));
  });

  it('another kind keeps the places both have, and puts a new one between them', () => {
    expect(distributionOf('pert', placesOf({ soort: 'driehoek', min: 1, modus: 2, max: 4 }))).toEqual({ soort: 'pert', min: 1, modus: 2, max: 4 });
    expect(distributionOf('driehoek', placesOf({ soort: 'uniform', min: 1, max: 4 }))).toEqual({ soort: 'driehoek', min: 1, modus: 2.5, max: 4 });
    expect(distributionOf('uniform', placesOf({ soort: 'vast', waarde: 3 }))).toEqual({ soort: 'uniform', min: 3, max: 3 });
    expect(distributionOf('vast', placesOf({ soort: 'uniform', min: 1, max: 4 }))).toEqual({ soort: 'vast', waarde: 2.5 });
  });

  it('what rises stays in order, whatever kind it becomes; what falls is not', () => {
    fc.assert(fc.property(geordend, fc.constantFrom(...KINDS), fc.constantFrom(...KINDS), (places, een, ander) => isOrdered(distributionOf(ander.value, placesOf(distributionOf(een.value, places))))));
    expect(isOrdered({ soort: 'driehoek', min: 0.8, modus: 0.7, max: 1 })).toBe(false);
    expect(isOrdered({ soort: 'uniform', min: 2, max: 1 })).toBe(false);
    expect(isOrdered({ soort: 'vast', waarde: -3 })).toBe(true);
  });

  it('rates are written in percent, factors as they are and never below 0, delays in months', () => {
    expect(measureOf('loonDelta')).toMatchObject({ unit: '%', scale: 100 });
    expect(measureOf('startvertraging')).toMatchObject({ unit: 'mnd', scale: 1 });
    for (const parameter of ONZEKERE_PARAMETERS) expect(measureOf(parameter).minimum).toBe(neutraleWaarde(parameter) === 1 ? 0 : undefined);
  });
});

describe('bron van een onzeker uitgangspunt', () => {
  const met: Onzekerheid = { parameter: 'inzetFactor', verdeling: { soort: 'uniform', min: 0.9, max: 1.2 }, bron: 'raming', datum: '2026-10-01', herkomst: { verdeling: { bron: 'raming', datum: '2026-10-01', status: 'vastgesteld' } } };

  it('is read and written whole, and can be taken away', () => {
    expect(sourceOf(met)).toEqual({ bron: 'raming', datum: '2026-10-01', status: 'vastgesteld' });
    expect(withSourceOf(met, sourceOf(met))).toEqual(met);
    const { bron: _b, datum: _d, herkomst: _h, ...zonder } = met;
    expect(withSourceOf(met, {})).toEqual(zonder);
    expect(sourceOf(withSourceOf(zonder, { bron: 'begroting 2027' }))).toEqual({ bron: 'begroting 2027' });
  });

  it('does not hold for another distribution: that is an assumption of the user', () => {
    const anders = withDistribution(met, { soort: 'uniform', min: 0.9, max: 1.3 });
    expect(anders.verdeling).toEqual({ soort: 'uniform', min: 0.9, max: 1.3 });
    expect(sourceOf(anders)).toEqual({ status: 'aanname' });
    expect(anders).not.toHaveProperty('bron');
  });
});
