/** Taakvelden in the workbook: by code and name, per begrotingsjaar, and whether they were verified. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../models/project/types.ts';
import type { Werkmap } from '../../templates/voorstel/werkmap.ts';
import { bouw } from './hulp/bouw.ts';

const lees = (naam: string): Project => JSON.parse(readFileSync(new URL(`../cases/${naam}.json`, import.meta.url), 'utf8')) as Project;
const teksten = (werkmap: Werkmap, blad: string): string[][] => werkmap.bladen.find((b) => b.naam === blad)!.rijen.flatMap((rij) => (rij ? [rij.cellen.map((cel) => String(cel?.waarde ?? ''))] : []));

describe('taakvelden', () => {
  it('a change of series, its source, and what was not verified', async () => {
    const project = lees('aggregaat');
    const jaar = project.uitgangspunten.begrotingsjaar;
    const [eerste, tweede, ...overige] = project.producten;
    project.producten = [
      { ...eerste!, drager: 'gemeenten', taakveld: { [jaar]: '6.72b', ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [jaar + 1 + i, '6.752'])) }, herkomst: { taakveld: { bron: 'Iv3-informatievoorschrift', datum: '2026-10-01', status: 'vastgesteld' } } },
      ...(tweede ? [{ ...tweede, taakveld: 'eigen post' }] : []), ...overige,
    ];
    const { werkmap } = await bouw(project, project.scenarios[0]!.id);
    const uitgangspunten = teksten(werkmap, 'Uitgangspunten');
    const namen = uitgangspunten.map((rij) => rij[1]);
    expect(namen).toEqual(expect.arrayContaining(['6.72b Jeugdhulp behandeling', '6.752 Jeugdhulp ambulant regionaal', 'eigen post']));
    expect(uitgangspunten.find((rij) => rij[1] === eerste!.naam && rij.includes('geverifieerd'))).toEqual(expect.arrayContaining(['Iv3-informatievoorschrift', '2026-10-01']));
    expect(uitgangspunten.find((rij) => rij[1] === tweede!.naam && rij.includes('niet geverifieerd'))).toBeDefined();
    expect(teksten(werkmap, 'Begroting').flat()).toEqual(expect.arrayContaining(['6.72b Jeugdhulp behandeling', '6.752 Jeugdhulp ambulant regionaal']));
  });
});
