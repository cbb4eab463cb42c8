/** The engine and the plain calculation, which share no code, agree on random projects. `ZAAD` and `WETTEN_MAAL` (tests/zaad.ts, hulp/wet.ts) look further. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valideer } from '../../models/project/valideren.ts';
import { gewoon, gewoonPerMaand } from '../hulp/gewoon.ts';
import { reken, rekenPerMaand } from '../hulp/reken.ts';
import { parameters, verwachtGelijk } from '../hulp/wet.ts';
import { GROTER, KLEIN, willekeurigProject } from '../hulp/willekeurig.ts';

describe.each([['kleine projecten', KLEIN, 1500], ['grotere projecten', GROTER, 150]] as const)('%s', (_naam, maat, keren) => {
  it('hebben geen fouten', () => {
    fc.assert(fc.property(willekeurigProject(maat), (project) => {
      const oordeel = valideer(project);
      expect(oordeel.ok ? [] : oordeel.fouten).toEqual([]);
    }), parameters(keren / 4));
  });

  it('de rekenkern geeft wat de gewone berekening geeft', async () => {
    await fc.assert(fc.asyncProperty(willekeurigProject(maat), async (project) => {
      verwachtGelijk(await reken(project), gewoon(project));
    }), parameters(keren));
  });

  it('en hetzelfde effect in elke maand', async () => {
    await fc.assert(fc.asyncProperty(willekeurigProject(maat), async (project) => {
      verwachtGelijk(await rekenPerMaand(project), gewoonPerMaand(project));
    }), parameters(keren / 3));
  });
});
