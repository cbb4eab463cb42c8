import { describe, expect, it } from 'vitest';
import type { Melding } from '../../../models/project/types.ts';
import { leesProject } from '../../../models/project/valideren.ts';
import { rekenDoor } from '../../../models/rekenen/bereken.ts';
import { fixtures, goedProject } from './fixtures.ts';

const ALLE = Array.from({ length: 27 }, (_, n) => `P${String(n + 1).padStart(2, '0')}`);
const gevallen = fixtures('fouten');

/** Every fault of a file: as text, as a project, and as a calculation. */
async function foutenVan(tekst: string): Promise<Melding[]> {
  const gelezen = leesProject(tekst);
  if (!gelezen.ok && gelezen.fouten.some((fout) => fout.code === 'P01')) return gelezen.fouten;
  const resultaat = await rekenDoor(JSON.parse(tekst));
  return resultaat.ok ? [] : resultaat.fouten;
}

describe('fouten van rekenmodel 1, één per bestand', () => {
  it.each(gevallen)('$naam', async ({ naam, tekst, verwacht }) => {
    expect(await foutenVan(tekst)).toEqual(verwacht);
    expect(verwacht.map((fout) => fout.code)).toEqual([naam.slice(0, 3)]);
  });

  it('elke code heeft een bestand', () => {
    expect(new Set(gevallen.map(({ naam }) => naam.slice(0, 3)))).toEqual(new Set(ALLE));
  });

  it('het project waaruit ze gemaakt zijn heeft geen fout', async () => {
    expect(await foutenVan(JSON.stringify(goedProject()))).toEqual([]);
  });
});
