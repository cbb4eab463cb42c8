import { describe, expect, it } from 'vitest';
import { rekenDoor } from '../../../models/rekenen/bereken.ts';
import { fixtures } from './fixtures.ts';

const ALLE = Array.from({ length: 10 }, (_, n) => `W${String(n + 1).padStart(2, '0')}`);
const gevallen = fixtures('waarschuwingen');

describe('waarschuwingen van rekenmodel 1, één soort per bestand', () => {
  it.each(gevallen)('$naam', async ({ tekst, verwacht }) => {
    const resultaat = await rekenDoor(JSON.parse(tekst));
    expect(resultaat.ok ? resultaat.berekening.waarschuwingen : resultaat.fouten).toEqual(verwacht);
  });

  it('elke code heeft een bestand, en één bestand heeft geen enkele waarschuwing', () => {
    const [geen, ...overige] = gevallen.toSorted((a, b) => Number(b.naam === 'geen') - Number(a.naam === 'geen'));
    expect(geen).toMatchObject({ naam: 'geen', verwacht: [] });
    expect(new Set(overige.map(({ naam }) => naam.slice(0, 3)))).toEqual(new Set(ALLE));
    expect(overige.filter(({ naam, verwacht }) => !verwacht.some((w) => w.code === naam.slice(0, 3)))).toEqual([]);
  });
});
