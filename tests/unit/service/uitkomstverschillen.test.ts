/** A frozen outcome against one of today. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { uitkomstverschillen } from '../../../electron/service/uitkomstverschillen.ts';
import type { Berekening } from '../../../models/rekenen/types.ts';

const lees = (): Berekening => ({ ...(JSON.parse(readFileSync(new URL('../../cases/klein.expected.json', import.meta.url), 'utf8')) as Berekening), waarschuwingen: [] });

it('is the same within the agreement, whatever the warnings', () => {
  const nu = lees();
  nu.nul.perJaar[0]! += 0.004;
  nu.waarschuwingen.push({ code: 'W01', pad: '', tekst: 'x' });
  expect(uitkomstverschillen(lees(), nu)).toEqual([]);
});

it('says each difference with its place and both figures', () => {
  const vast = lees();
  const nu = lees();
  vast.nul.perJaar[0] = 100;
  nu.nul.perJaar[0] = 100.01;
  const [id] = Object.keys(nu.scenarios) as [string];
  delete nu.scenarios[id];
  const verschillen = uitkomstverschillen(vast, nu);
  expect(verschillen).toContain('nul.perJaar.0 is vastgesteld op 100 en wordt nu berekend op 100.01.');
  expect(verschillen.some((zin) => zin.startsWith(`scenarios.${id}`))).toBe(true);
});

it('says how many there are when there are many', () => {
  const nu = lees();
  for (const meetdatum of Object.values(nu.uitstroom)) for (const q of Object.values(meetdatum)) q.fill(9);
  const verschillen = uitkomstverschillen(lees(), nu);
  expect(verschillen).toHaveLength(51);
  expect(verschillen.at(-1)).toMatch(/^En nog \d+ verschillen\.$/);
});
