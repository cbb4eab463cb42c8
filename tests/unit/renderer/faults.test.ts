/** Faults as the screen says them. */
import { describe, expect, it } from 'vitest';
import { faultPlace, faultSentence } from '../../../renderer/app/faults.ts';

describe('faultSentence', () => {
  it('says names and fields as they stand on screen', () => {
    expect(faultSentence({ tekst: `Scenario 'nieuw-scenario' (Nieuw scenario): 'GM0168' (Losser) doet niet mee; kies 'nietDeelnemers': 'individueel', 'gastvrij' of 'bijdragePerLeerling'.` }))
      .toBe('Scenario Nieuw scenario: Losser doet niet mee; kies “Wat voor hen geldt”: “Individueel”, “Gastvrij” of “Toegang tegen een bijdrage per leerling”.');
  });
  it('keeps a name with parentheses, and what has no name', () => {
    expect(faultSentence({ tekst: `'GM0164' (Hengelo (O)) en 'iets-anders' doen niet mee.` })).toBe(`Hengelo (O) en 'iets-anders' doen niet mee.`);
  });
});

describe('faultPlace', () => {
  const project = { scenarios: [{ id: 'een' }, { id: 'twee' }] } as Parameters<typeof faultPlace>[0];
  it('leads to the part of the scenario, or to the list', () => {
    expect(faultPlace(project, { pad: 'scenarios[1].nietDeelnemers' })).toEqual({ address: '#/scenarios/twee/deelnemers', label: 'Deelnemers' });
    expect(faultPlace(project, { pad: 'scenarios[0].arrangementen[2].start' })).toEqual({ address: '#/scenarios/een/scholen', label: 'Scholen' });
    expect(faultPlace(project, { pad: 'gemeenten[3].inwoners' })?.address).toBe('#/gegevens/gemeenten');
    expect(faultPlace(project, { pad: 'scenarios[7].naam' })).toBeUndefined();
    expect(faultPlace(project, { pad: 'formaat' })).toBeUndefined();
  });
});
