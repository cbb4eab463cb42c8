import { describe, expect, it } from 'vitest';
import { INDEXCIJFERS, type Indexcijfers } from '../../../models/project/indexcijfers.ts';
import { indexadvies } from '../../../models/rekenen/indexassistent.ts';

const van = (jaar: number): Indexcijfers => INDEXCIJFERS.find((c) => c.jaar === jaar) as Indexcijfers;

describe('indexassistent', () => {
  it('gives what VNG published for 2025', () => {
    const { voorlopig, correctie, index, afgerond } = indexadvies(van(2025));
    expect(voorlopig).toBeCloseTo(0.03944, 12);
    expect(correctie).toBeCloseTo(0.01013, 12);
    expect(index).toBeCloseTo(0.04957, 12);
    expect(afgerond).toBe(0.0496);
  });

  it('has no correction where the year before turned out as expected', () => {
    const zelfde = { ova: 0.03, ppc: 0.02 };
    expect(indexadvies({ gewichten: { ova: 0.8, ppc: 0.2 }, voorlopig: { ova: 0.05, ppc: 0 }, vorigJaar: { voorlopig: zelfde, definitief: zelfde } })).toEqual({ voorlopig: 0.04000000000000001, correctie: 0, index: 0.04000000000000001, afgerond: 0.04 });
  });

  it.each(INDEXCIJFERS.map((c) => [c.jaar, c]))('has complete data for %i', (_, { gewichten, bron, datum }) => {
    expect(gewichten.ova + gewichten.ppc).toBeCloseTo(1, 12);
    expect(bron).not.toBe('');
    expect(datum).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
