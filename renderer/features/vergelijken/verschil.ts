/** A scenario held against the reference: negative is cheaper than it (V), positive dearer (N). Swapping the two negates every difference. */
import type { Nulscenario, Reeks } from '../../../models/rekenen/types.ts';
import type { Doorgerekend } from '../../stand/doorrekening.ts';

export interface Vergeleken {
  d: Doorgerekend;
  /** Place in the fixed order of colours. */
  kleur: number;
  /** What is subtracted, and its name. */
  referentie: Nulscenario;
  referentienaam: string;
  /** It is the reference itself. */
  isReferentie: boolean;
}

const minus = (a: Reeks, b: Reeks | undefined): Reeks => a.map((v, y) => v - (b?.[y] ?? 0));

/** @param against undefined: the nulscenario, each scenario its own (under the same indexes) */
export function vergelijk(list: readonly Doorgerekend[], against: Doorgerekend | undefined): Vergeleken[] {
  return list.map((d, kleur) => ({ d, kleur, referentie: against?.uitkomst.totaal ?? d.nul, referentienaam: against ? against.scenario.naam : 'nulscenario', isReferentie: against?.scenario.id === d.scenario.id }));
}

export const verschilPerJaar = ({ d, referentie }: Vergeleken): Reeks => minus(d.uitkomst.totaal.perJaar, referentie.perJaar);
export const verschilGemeente = ({ d, referentie }: Vergeleken, code: string): Reeks => minus(d.uitkomst.totaal.perGemeente[code] ?? [], referentie.perGemeente[code]);
export const som = (reeks: Reeks): number => reeks.reduce((a, b) => a + b, 0);

/** The gemeenten that have costs in any of them, or in what they are held against, in the order of the project. */
export const gemeentenIn = (compared: readonly Vergeleken[]): string[] => {
  const has = (reeks: Reeks | undefined): boolean => reeks?.some((v) => v !== 0) ?? false;
  return (compared[0]?.d.gegevens.gemeenten ?? []).map(({ code }) => code).filter((code) => compared.some(({ d, referentie }) => has(referentie.perGemeente[code]) || has(d.uitkomst.totaal.perGemeente[code])));
};
