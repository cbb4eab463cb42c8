/** The engine as tests use it: a valid project in, outcomes out; a fault is a failure of the test. */
import type { Project } from '../../models/project/types.ts';
import { bereken } from '../../models/rekenen/bereken.ts';
import type { Berekening } from '../../models/rekenen/types.ts';

export async function reken(project: Project): Promise<Berekening> {
  const resultaat = await bereken(project);
  if (!resultaat.ok) throw new Error(resultaat.fouten.map(({ code, pad, tekst }) => `${code} ${pad}: ${tekst}`).join('\n'));
  return resultaat.berekening;
}
