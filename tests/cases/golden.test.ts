/** Golden cases: every `X.json` here gives `X.expected.json`, within the agreement of rekenmodel 8, through the engine and through the plain calculation. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../models/project/types.ts';
import { gewoon } from '../hulp/gewoon.ts';
import { reken } from '../hulp/reken.ts';
import { verwachtGelijk } from '../hulp/wet.ts';

const map = new URL('.', import.meta.url);
const lees = (naam: string): unknown => JSON.parse(readFileSync(new URL(naam, map), 'utf8'));
const gevallen = readdirSync(map).filter((naam) => naam.endsWith('.expected.json')).map((naam) => naam.replace('.expected.json', ''));

it('er zijn gevallen', () => {
  expect(gevallen.length).toBeGreaterThan(0);
  const projecten = readdirSync(map).filter((naam) => naam.endsWith('.json') && !naam.endsWith('.expected.json'));
  expect(projecten.map((naam) => naam.replace('.json', '')).toSorted()).toEqual(gevallen.toSorted());
});

describe.each(gevallen)('%s', (geval) => {
  it('de rekenkern geeft de verwachte uitkomsten', async () => {
    verwachtGelijk(await reken(lees(`${geval}.json`) as Project), lees(`${geval}.expected.json`));
  });
  it('de gewone berekening geeft de verwachte uitkomsten', () => {
    verwachtGelijk(gewoon(lees(`${geval}.json`) as Project), lees(`${geval}.expected.json`));
  });
});
