import { describe, expect, it } from 'vitest';
import { dagVan, isDatum, laatsteDagVan, metDag } from '../../../models/project/valideren/datum.ts';

describe('isDatum', () => {
  it('kent precies de dagen die bestaan', () => {
    const bestaand = new Set<string>();
    for (let dag = Date.UTC(1899, 0, 1); dag < Date.UTC(2101, 0, 1); dag += 86_400_000) bestaand.add(new Date(dag).toISOString().slice(0, 10));
    const gevonden: string[] = [];
    for (let jaar = 1899; jaar <= 2100; jaar++) {
      for (let maand = 0; maand <= 13; maand++) {
        for (let dag = 0; dag <= 32; dag++) {
          const tekst = `${jaar}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;
          if (isDatum(tekst)) gevonden.push(tekst);
        }
      }
    }
    expect(gevonden).toEqual([...bestaand]);
    expect(gevonden.length).toBe(73_779);
  });

  it.each(['', '2026-1-01', '2026-01-1', '26-01-01', '01-01-2026', '2026/01/01', '2026-01-01 ', '2026-01-01T00:00', '+026-01-01', '0000-01-01', '2026-０1-01', 20260101, null])('%j is geen datum', (waarde) => {
    expect(isDatum(waarde)).toBe(false);
  });

  it('vindt de laatste dag van een maand', () => {
    for (const datum of ['2024-02-10', '2025-02-10', '1900-02-10', '2000-02-10', '2026-12-01', '2026-04-30']) {
      const verwacht = new Date(Date.UTC(Number(datum.slice(0, 4)), Number(datum.slice(5, 7)), 0)).toISOString().slice(0, 10);
      expect(metDag(datum, laatsteDagVan(datum))).toBe(verwacht);
      expect(dagVan(verwacht)).toBe(laatsteDagVan(datum));
    }
  });
});
