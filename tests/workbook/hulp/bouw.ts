/** A project's workbook as data, in one step; a fault is a failure of the test. */
import { bouwWerkmap, type Voorstelopties } from '../../../electron/service/voorstel.ts';
import type { Project } from '../../../models/project/types.ts';
import type { Voorstel } from '../../../templates/voorstel/voorstel.ts';

export const OPTIES: Voorstelopties = { moment: new Date('2026-01-01T00:00:00Z'), programma: 'test' };

export async function bouw(project: Project, id: string): Promise<Voorstel> {
  const opgebouwd = await bouwWerkmap(project, id, OPTIES);
  if (!opgebouwd.ok) throw new Error(opgebouwd.fouten.map((f) => `${f.code} ${f.pad}: ${f.tekst}`).join('\n'));
  return opgebouwd.voorstel;
}
