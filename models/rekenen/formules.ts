/** The key formulas of a project (rekenmodel 6): where they stand, and read once each. */
import type { Melding } from '../project/types.ts';
import { FORMULELENGTE } from '../project/valideren/velden.ts';
import { laadFormulelezer, type Formule } from './formule.ts';

/** Every formula in a scenario or list of scenarios, with its path. Looks for it anywhere, so that it also works on a project with other faults. */
export function formulesIn(deel: unknown, pad = ''): { tekst: string; pad: string }[] {
  if (Array.isArray(deel)) return deel.flatMap((kind, i) => formulesIn(kind, `${pad}[${i}]`));
  if (typeof deel !== 'object' || deel === null) return [];
  return Object.entries(deel).flatMap(([sleutel, kind]) => {
    const hier = pad === '' ? sleutel : `${pad}.${sleutel}`;
    return sleutel === 'formule' && typeof kind === 'string' ? [{ tekst: kind, pad: hier }] : formulesIn(kind, hier);
  });
}

/**
 * Reads every key formula of the scenarios as they are written; loads mathjs only if there is one. What cannot be read is a fault (P22) and has no entry.
 * Formulas over the maximum length are left to `valideer`, which reports them.
 */
export async function leesFormules(scenarios: unknown): Promise<{ formules: Map<string, Formule>; fouten: Melding[] }> {
  const gevonden = formulesIn(scenarios, 'scenarios').filter(({ tekst }) => tekst.length <= FORMULELENGTE);
  const formules = new Map<string, Formule>();
  const fouten: Melding[] = [];
  if (gevonden.length === 0) return { formules, fouten };
  const lees = await laadFormulelezer();
  for (const { tekst, pad } of gevonden) {
    const resultaat = lees(tekst);
    if (resultaat.ok) formules.set(tekst, resultaat.formule);
    else fouten.push({ code: 'P22', pad, tekst: `De sleutelformule “${tekst.slice(0, 80)}” is niet toegestaan: ${resultaat.reden}.` });
  }
  return { formules, fouten };
}
