import { describe, expect, it } from 'vitest';
import type { Indexen, Uitgangspunten } from '../../../models/project/types.ts';
import { sourceAfterEdit, sourceOfIndex, withIndex, withRate } from '../../../renderer/stand/indexen.ts';

const voorbeeld = { bron: 'verzonnen', status: 'voorbeeld' } as const;
const u = { indexen: { prijs: 0.02, loon: 0.03 }, herkomst: { indexen: voorbeeld, peildatum: { bron: 'besluit' } } } as unknown as Uitgangspunten;

describe('rates and their sources', () => {
  it('a changed rate gets its own source, and the others keep the one that they had together', () => {
    const next = withIndex(u, 'loon', 0.0496, { bron: 'VNG', status: 'aanname' });
    expect(next.indexen).toEqual({ prijs: 0.02, loon: 0.0496, herkomst: { prijs: voorbeeld, loon: { bron: 'VNG', status: 'aanname' } } });
    expect(next.herkomst).toEqual({ peildatum: { bron: 'besluit' } });
    expect([sourceOfIndex(u, 'loon'), sourceOfIndex(next, 'prijs'), sourceOfIndex(next, 'volume')]).toEqual([voorbeeld, voorbeeld, undefined]);
  });

  it('an index that is taken away takes its source along, and the last one leaves nothing', () => {
    const own: { indexen?: Indexen } = { indexen: { loon: 0.03, herkomst: { loon: voorbeeld } } };
    expect(withIndex(own, 'loon', undefined, undefined)).toEqual({});
    expect(withIndex(u, 'prijs', undefined, undefined).indexen).toEqual({ loon: 0.03, herkomst: { loon: voorbeeld } });
    expect(withIndex(own, 'loon', 0.03, {}).indexen).toEqual({ loon: 0.03 });
  });

  it('typing ends a source; one year of an example leaves an example', () => {
    expect(sourceAfterEdit(undefined, true)).toBeUndefined();
    expect(sourceAfterEdit(voorbeeld, true)).toBe(voorbeeld);
    expect(sourceAfterEdit(voorbeeld, false)).toEqual({ status: 'aanname' });
    expect(sourceAfterEdit({ bron: 'VNG', status: 'vastgesteld' }, true)).toEqual({ status: 'aanname' });
  });

  it('one number while all years are the same, a rate per year as soon as they differ', () => {
    expect(withRate(0.02, [2027, 2028], 2028, 0.03)).toEqual({ 2027: 0.02, 2028: 0.03, standaard: 0.02 });
    expect(withRate({ 2027: 0.02, 2028: 0.03, standaard: 0.01 }, [2027, 2028], 2028, 0.02)).toBe(0.02);
    expect(withRate(undefined, [2027, 2028], 2027, 0.05)).toEqual({ 2027: 0.05, 2028: 0, standaard: 0 });
  });
});
