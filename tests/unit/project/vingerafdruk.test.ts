import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../models/project/sha256.ts';
import { canoniek, scenariovingerafdruk } from '../../../models/project/vingerafdruk.ts';
import type { ProjectZonderRijen, VolledigScenario } from '../../../models/project/types.ts';

describe('sha256', () => {
  it('gives the known answers of FIPS 180-4', () => {
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is what Node makes of any text, whatever its length and alphabet', () => {
    const teksten = [...Array.from({ length: 200 }, (_, n) => 'é'.repeat(n)), 'ßøß€ 𝒳 \u0000', '\ud800 los', 'x'.repeat(100_000)];
    for (const tekst of teksten) expect(sha256(tekst)).toBe(createHash('sha256').update(tekst, 'utf8').digest('hex'));
  });
});

describe('vingerafdruk', () => {
  it('does not depend on the order of keys, and does on that of lists', () => {
    expect(canoniek({ b: [1, 2], a: { d: 1, c: undefined } })).toBe('{"a":{"d":1},"b":[1,2]}');
    expect(canoniek([1, 2])).not.toBe(canoniek([2, 1]));
  });

  it('depends on data, assumptions and the scenario, and not on other scenarios or on rows', () => {
    const project = { naam: 'p', uitgangspunten: { begrotingsjaar: 2027 }, scenarios: [] } as unknown as ProjectZonderRijen;
    const scenario = { id: 'a', naam: 'a', arrangementen: [] } satisfies VolledigScenario;
    const basis = scenariovingerafdruk(project, { x: 1 }, scenario);
    expect(scenariovingerafdruk({ ...project, scenarios: [{ id: 'b' }], indicaties: [1] } as never, { x: 1 }, scenario)).toBe(basis);
    expect(scenariovingerafdruk({ ...project, naam: 'q' }, { x: 1 }, scenario)).not.toBe(basis);
    expect(scenariovingerafdruk(project, { x: 2 }, scenario)).not.toBe(basis);
    expect(scenariovingerafdruk(project, { x: 1 }, { ...scenario, vastDeel: 0 })).not.toBe(basis);
  });
});
