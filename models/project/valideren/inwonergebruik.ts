/** Where a scenario divides by inhabitants (P23): its keys, those of its lines, and a maximum per inhabitant. */
import { isObject } from './soort.ts';
import type { VolledigScenario } from '../types.ts';

/** A figure of gemeenten that is needed, by what, and where that stands in the scenario. */
export interface Inwonergebruik { veld: 'inwoners' | 'inwonersJeugd'; waarmee: string; pad: (string | number)[] }

/** @param scenario resolved, but not validated */
export function inwonergebruik(scenario: VolledigScenario): Inwonergebruik[] {
  const gebruik: Inwonergebruik[] = [];
  const voegToe = (sleutel: unknown, waarmee: string, pad: (string | number)[]): void => {
    if (!isObject(sleutel)) return;
    const { formule } = sleutel;
    const namen = new Set(typeof formule === 'string' ? formule.match(/[A-Za-z_]\w*/g) : Object.keys(sleutel).filter((naam) => sleutel[naam] !== 0));
    for (const veld of ['inwoners', 'inwonersJeugd'] as const) {
      if (namen.has(veld)) gebruik.push({ veld, waarmee, pad: [...pad, typeof formule === 'string' ? 'formule' : veld] });
    }
  };
  const regels = (lijst: unknown, bijwie: string, pad: (string | number)[]): void => {
    if (!Array.isArray(lijst)) return;
    for (const [i, regel] of (lijst as unknown[]).entries()) {
      if (isObject(regel)) voegToe(regel['sleutel'], `de sleutel van ${bijwie} ${typeof regel['omschrijving'] === 'string' ? `'${regel['omschrijving']}'` : i + 1}`, [...pad, i, 'sleutel']);
    }
  };
  const verdeling: unknown = scenario.verdeling;
  if (isObject(verdeling)) {
    voegToe(verdeling['sleutel'], `'verdeling.sleutel'`, ['verdeling', 'sleutel']);
    const { ingroei } = verdeling;
    if (isObject(ingroei)) {
      voegToe(ingroei['van'], `'verdeling.ingroei.van'`, ['verdeling', 'ingroei', 'van']);
      const maximum = ingroei['maximumPerInwoner'];
      if (typeof maximum === 'number' || (Array.isArray(maximum) && maximum.length > 0)) {
        gebruik.push({ veld: 'inwoners', waarmee: `'verdeling.ingroei.maximumPerInwoner'`, pad: ['verdeling', 'ingroei', 'maximumPerInwoner'] });
      }
    }
  }
  regels(scenario.regionaal, 'de regionale regel', ['regionaal']);
  for (const [j, { school, inzet }] of scenario.arrangementen.entries()) regels(inzet, `school '${school}', regel`, ['arrangementen', j, 'inzet']);
  return gebruik;
}
