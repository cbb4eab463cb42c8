import { describe, expect, it } from 'vitest';
import { vraagInDraad, zekerheidOpDraden } from '../../../electron/service/beslissen/draden.ts';
import { gevoeligheid } from '../../../models/beslissen/gevoeligheid.ts';
import { zekerheid } from '../../../models/beslissen/zekerheid.ts';
import { metScenario } from '../../../models/beslissen/basis.ts';
import type { Onzekerheid } from '../../../models/project/types.ts';
import { basisVan } from '../../hulp/beslissen.ts';
import { basisMet, goed, lees } from './hulp.ts';

const ONZEKER: Onzekerheid[] = [
  { parameter: 'realisatieFactor', perSchool: true, verdeling: { soort: 'pert', min: 0.6, modus: 0.95, max: 1.2 } },
  { parameter: 'startvertraging', verdeling: { soort: 'uniform', min: 0, max: 5 } },
  { parameter: 'uitstroomFactor', verdeling: { soort: 'p10p50p90', p10: 0.8, p50: 1, p90: 1.4 } },
  { parameter: 'inzetFactor', verdeling: { soort: 'driehoek', min: 0.9, modus: 1, max: 1.2 } },
];

describe('zekerheid on threads', () => {
  it('same seed, same bytes on one, two and four threads, and without any', async () => {
    const kaal = await basisVan(lees('twente'), 'sc1');
    const basis = metScenario(kaal, { ...kaal.scenario, onzekerheden: ONZEKER });
    const plan = { zaad: 2027, trekkingen: 1003 };
    const zonder = JSON.stringify(goed(zekerheid(basis, plan)).uitslag);
    for (const draden of [1, 2, 4]) expect(JSON.stringify(goed(await zekerheidOpDraden(basis, plan, { draden })).uitslag), `${draden}`).toBe(zonder);
  });

  it('tells how far it is, and stops when asked', async () => {
    const basis = await basisMet(ONZEKER);
    const gezien: number[] = [];
    await zekerheidOpDraden(basis, { zaad: 1, trekkingen: 400 }, { draden: 2, voortgang: (deel) => gezien.push(deel) });
    expect(gezien.at(-1)).toBe(1);
    expect(gezien).toEqual(gezien.toSorted((a, b) => a - b));
    expect(gezien.length).toBeGreaterThan(4);

    const stopper = new AbortController();
    const werk = zekerheidOpDraden(basis, { zaad: 1, trekkingen: 1_000_000 }, { draden: 2, signal: stopper.signal, voortgang: () => stopper.abort() });
    await expect(werk).rejects.toMatchObject({ name: 'AbortError' });
    await expect(zekerheidOpDraden(basis, { zaad: 1, trekkingen: 10 }, { draden: 1, signal: stopper.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives the faults of a plan', async () => {
    expect(await zekerheidOpDraden(await basisMet([]), { zaad: 1, trekkingen: 10 }, { draden: 2 })).toMatchObject({ ok: false, fouten: [{ code: 'B01' }] });
  });
});

describe('a question on a thread', () => {
  it('has the same answer', async () => {
    const basis = await basisMet(ONZEKER);
    const gegevens = { project: { ...basis.project, scenarios: [basis.scenario] }, voorbereiding: basis.voorbereiding, scenario: 'a' };
    expect(JSON.stringify(await vraagInDraad(gegevens, 'gevoeligheid', {}))).toBe(JSON.stringify(gevoeligheid(basis)));
    expect(await vraagInDraad({ ...gegevens, scenario: 'weg' }, 'brug', {})).toMatchObject({ ok: false, fouten: [{ code: 'P06' }] });
  });
});
