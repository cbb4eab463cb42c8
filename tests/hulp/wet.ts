/** Laws: what must hold for every random project. */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Project } from '../../models/project/types.ts';
import type { Speling } from './vergelijk.ts';
import { beschrijf, vergelijk } from './vergelijk.ts';
import { willekeurigProject } from './willekeurig.ts';

/** How many random cases each law gets is multiplied by `WETTEN_MAAL`; the seed is that of `tests/zaad.ts`. */
const MAAL = Number(process.env['WETTEN_MAAL'] ?? 1);

export const parameters = (keren: number): { numRuns: number } => ({ numRuns: Math.ceil(keren * MAAL) });

/** What else a law draws beside the project: each takes a number and picks with it. */
export const dobbelsteen = fc.nat(1_000_000);
export const kies = <T>(lijst: readonly T[], worp: number): T => {
  fc.pre(lijst.length > 0);
  return lijst[worp % lijst.length] as T;
};

/**
 * @param keren how many random projects; a law that needs something rare asks for more
 * @param houdt throws, or expects, what must hold; `fc.pre` skips a project on which the law says nothing
 */
export async function wet(keren: number, houdt: (project: Project, worp: number) => Promise<void> | void): Promise<void> {
  await fc.assert(fc.asyncProperty(willekeurigProject(), dobbelsteen, async (project, worp) => { await houdt(project, worp); }), parameters(keren));
}

/** Fails with the first differences, each with its path. */
export function verwachtGelijk(links: unknown, rechts: unknown, keuze: { speling?: Speling; behalve?: readonly string[] } = {}): void {
  expect(beschrijf(vergelijk(links, rechts, keuze))).toBe('');
}

/** Two amounts that differ by no more than what floating point leaves of sums of this size. */
export function verwachtBedrag(links: number, rechts: number, omvang = Math.max(Math.abs(links), Math.abs(rechts))): void {
  expect(Math.abs(links - rechts)).toBeLessThanOrEqual(1e-6 + 1e-9 * omvang);
}
