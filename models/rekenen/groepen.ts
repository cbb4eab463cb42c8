/** Totals of schools per samenwerkingsverband or schoolbestuur, and of gemeenten per deelregio: with whom an agreement is discussed. They add up to the whole. */
import type { Gemeente, School } from '../project/types.ts';
import type { Nulscenario, Reeks } from './types.ts';

/** `naam` undefined: of which the project does not say to what it belongs. `leden` are ids of schools or codes of gemeenten. */
export interface Groepstotaal { naam: string | undefined; leden: string[]; nul: Reeks; scenario: Reeks; effect: Reeks }
export const SCHOOLGROEPEN = ['samenwerkingsverband', 'bestuur'] as const;

/** The groups in order of first appearance, what belongs nowhere last. */
function groepeer(leden: readonly { code: string; groep: string | undefined }[], nul: Record<string, Reeks>, scenario: Record<string, Reeks>): Groepstotaal[] {
  const perGroep = Map.groupBy(leden, ({ groep }) => groep?.trim() || undefined);
  const totalen = [...perGroep].map(([naam, eigen]): Groepstotaal => {
    const codes = eigen.map(({ code }) => code);
    const som = (van: Record<string, Reeks>): Reeks => codes.map((code) => van[code] as Reeks).reduce((a, b) => a.map((x, y) => x + (b[y] as number)));
    const [voor, na] = [som(nul), som(scenario)];
    return { naam, leden: codes, nul: voor, scenario: na, effect: na.map((x, y) => x - (voor[y] as number)) };
  });
  return totalen.sort((a, b) => Number(a.naam === undefined) - Number(b.naam === undefined));
}

/** @param nul the nulscenario under the same indexes as the scenario; @param totaal of the scenario; regional lines belong to no school and are left out */
export const totalenPerSchoolgroep = (scholen: readonly School[], veld: (typeof SCHOOLGROEPEN)[number], nul: Nulscenario, totaal: Nulscenario): Groepstotaal[] =>
  groepeer(scholen.map((s) => ({ code: s.id, groep: s[veld] })), nul.perSchool, totaal.perSchool);

/** @param nul the nulscenario under the same indexes as the scenario; @param totaal of the scenario */
export const totalenPerDeelregio = (gemeenten: readonly Gemeente[], nul: Nulscenario, totaal: Nulscenario): Groepstotaal[] =>
  groepeer(gemeenten.map((g) => ({ code: g.code, groep: g.deelregio })), nul.perGemeente, totaal.perGemeente);
