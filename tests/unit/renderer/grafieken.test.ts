/** The grammar of charts: V and N at their own side of zero in their own colour, totals where they belong, and an axis that says when it does not begin at 0. */
import { describe, expect, it } from 'vitest';
import { besideLine, configOf, type Look } from '../../../renderer/charts/grammar.ts';
import type { Colours } from '../../../renderer/charts/colours.ts';
import type { Spec } from '../../../renderer/charts/spec.ts';

const c: Colours = { ink: 'ink', muted: 'muted', hairline: 'hairline', surface: 'surface', v: 'v', n: 'n', nul: 'nul', action: 'action', scenarios: ['s1', 's2', 's3', 's4'] };
const LOOK: Look = { colours: c, unit: 1, text: 12 };
const maak = (spec: Spec, look: Look = LOOK) => configOf(spec, look);
type Beeld = ReturnType<typeof maak>;
/** What the tooltip of a point says. */
function toelichting(beeld: Beeld, dataset: number, index: number, parsed: object = {}): string {
  const { label } = beeld.options!.plugins!.tooltip!.callbacks!;
  const data = beeld.data.datasets[dataset]!;
  return (label as (item: object) => string)({ dataset: data, datasetIndex: dataset, dataIndex: index, raw: data.data[index], parsed });
}

describe('a text at the end of a bar, beside a line', () => {
  // A text of 40 by 12 around x = 100, 4 beyond its bar; the line is so far beyond that bar at x = 0, 100 and 200.
  const uit = (voor: number, op: number, na: number, room = 200): number => besideLine([{ x: 0, out: voor }, { x: 100, out: op }, { x: 200, out: na }], 1, 20, 12, room);

  it('stays where the line is elsewhere: within the bar, or beyond the text', () => {
    expect(uit(-40, -40, -40)).toBe(4);
    expect(uit(60, 60, 60)).toBe(4);
  });
  it('goes beyond a marker, a line that rises from the bar, and one that falls onto it', () => {
    expect(uit(10, 10, 10)).toBe(10 + 6 + 3);
    expect(uit(0, 0, 100)).toBe(20 + 3);
    expect(uit(50, -20, -20)).toBe(4);
    expect(uit(150, 0, -100)).toBe(30 + 3);
  });
  it('stays where going beyond is far, or leaves the chart', () => {
    expect(uit(300, 0, 0)).toBe(4);
    expect(uit(10, 10, 10, 25)).toBe(4);
  });
  it('has nothing to give way to where the line has no point', () => {
    expect(besideLine([], 0, 20, 12, 200)).toBe(4);
  });
});

describe('ranges', () => {
  const beeld = maak({ kind: 'ranges', labels: ['a', 'b', 'c'], ranges: [{ from: -300, to: 200, middle: 0 }, { from: 500, to: 100, middle: 300 }, { from: -40, to: -90, middle: -60 }] });
  const [v, n] = beeld.data.datasets;

  it('cuts each bar at zero: V in its colour, N in its own, nothing at the side where it is not', () => {
    expect(v).toMatchObject({ backgroundColor: 'v', data: [[-300, 0], [0, 0], [-90, -40]] });
    expect(n).toMatchObject({ backgroundColor: 'n', data: [[0, 200], [100, 500], [0, 0]] });
  });

  it('says both ends, the lower first, whichever way it was given', () => {
    expect(toelichting(beeld, 0, 1)).toMatch(/^N.100 tot N.500$/);
    expect(toelichting(beeld, 1, 2)).toMatch(/^V.90 tot V.40$/);
  });
});

describe('certainty', () => {
  const curve = Array.from({ length: 101 }, (_, p) => (p - 40) * 10);
  const beeld = maak({ kind: 'certainty', curve, marks: [{ share: 0.8, effect: 400 }] });
  const [lijn] = beeld.data.datasets;

  it('runs from 0 to 100 % over the effects', () => {
    expect(lijn!.data[0]).toEqual({ x: -400, y: 0 });
    expect(lijn!.data[100]).toEqual({ x: 600, y: 1 });
    expect(beeld.options!.scales!['y']).toMatchObject({ min: 0, max: 1 });
  });

  it('is V up to zero and N beyond', () => {
    const kleur = (lijn as unknown as { segment: { borderColor: (s: object) => string } }).segment.borderColor;
    expect([-100, 0, 10].map((x) => kleur({ p1: { parsed: { x } } }))).toEqual(['v', 'v', 'n']);
  });

  it('says in words what a point means', () => {
    expect(toelichting(beeld, 0, 80, { x: 400, y: 0.8 })).toMatch(/^80 % zeker: niet meer dan N.400$/);
    expect(toelichting(beeld, 0, 10, { x: -300, y: 0.1 })).toMatch(/^10 % zeker: niet meer dan V.300$/);
  });
});

describe('bridge', () => {
  it('puts each part on what came before it, and totals on zero', () => {
    const { data: { datasets: [staven] } } = maak({ kind: 'bridge', steps: [{ label: 'Nul', value: 1000, total: true }, { label: 'minder', value: -900 }, { label: 'meer', value: 300 }, { label: 'Scenario', value: 400, total: true }] });
    expect(staven!.data).toEqual([[0, 1000], [1000, 100], [100, 400], [0, 400]]);
    expect(staven!.backgroundColor).toEqual(['nul', 'v', 'n', 'surface']);
  });

  it('cuts the foot of totals where parts are small beside them, and only then', () => {
    const stappen = (deel: number): Spec => ({ kind: 'bridge', steps: [{ label: 'Nul', value: 1000, total: true }, { label: 'deel', value: deel }, { label: 'Scenario', value: 1000 + deel, total: true }] });
    const bodem = (spec: Spec): number => maak(spec).options!.scales!['y']!.min as number;
    expect(bodem(stappen(-100))).toBeGreaterThan(0);
    expect(bodem(stappen(-900))).toBe(0);
    expect(maak(stappen(-100)).plugins!.map((p) => p.id)).toContain('axisBreak');
    expect(maak(stappen(-900)).plugins!.map((p) => p.id)).not.toContain('axisBreak');
  });

  it('of effects goes through zero', () => {
    const beeld = maak({ kind: 'bridge', effects: true, steps: [{ label: 'van', value: -200, total: true }, { label: 'deel', value: 500 }, { label: 'naar', value: 300, total: true }] });
    expect(beeld.data.datasets[0]!.data).toEqual([[0, -200], [-200, 300], [0, 300]]);
    expect(beeld.options!.scales!['y']!.min).toBeUndefined();
    expect(toelichting(beeld, 0, 0)).toMatch(/^V.200$/);
  });
});

it('amounts follow the unit of the app', () => {
  const beeld = maak({ kind: 'ranges', labels: ['a'], ranges: [{ from: -300_000, to: 200_000, middle: 0 }] }, { ...LOOK, unit: 1000 });
  expect(toelichting(beeld, 0, 0)).toMatch(/^V.300 tot N.200$/);
});
