import { describe, expect, it } from 'vitest';
import { maandVan } from '../../../models/rekenen/maand.ts';
import { overKalenderjaren, termijnen } from '../../../models/rekenen/schooljaar.ts';

describe('schooljaar', () => {
  it('puts 5/12 of a school year in the calendar year in which it begins and 7/12 in the next', () => {
    expect([...overKalenderjaren([{ beginjaar: 2027, bedrag: 120_000 }])]).toEqual([[2027, 50_000], [2028, 70_000]]);
  });

  it('adds up the two halves of following school years', () => {
    expect([...overKalenderjaren([{ beginjaar: 2028, bedrag: 240_000 }, { beginjaar: 2027, bedrag: 120_000 }])]).toEqual([[2027, 50_000], [2028, 170_000], [2029, 140_000]]);
  });

  it.each([
    ['a full year', '2027-01', 2028, { totEnMetJuli: 7_000, vanafAugustus: 5_000 }],
    ['a year that starts in August', '2028-08', 2028, { totEnMetJuli: 0, vanafAugustus: 12_000 }],
    ['a year that starts in May', '2028-05', 2028, { totEnMetJuli: 4_500, vanafAugustus: 7_500 }],
    ['a year before it starts', '2029-01', 2028, { totEnMetJuli: 0, vanafAugustus: 12_000 }],
  ])('pays %s in proportion to its months', (_, eerste, jaar, verwacht) => expect(termijnen(12_000, jaar, maandVan(`${eerste}-01`))).toEqual(verwacht));

  it('loses no cent', () => {
    for (const bedrag of [1, 100_003, 33_333, 0]) {
      const { totEnMetJuli, vanafAugustus } = termijnen(bedrag, 2028, maandVan('2027-08-01'));
      expect(totEnMetJuli + vanafAugustus).toBeCloseTo(bedrag, 9);
      expect(Math.round(totEnMetJuli * 100) / 100).toBe(totEnMetJuli);
    }
  });
});
