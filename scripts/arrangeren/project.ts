import type { Melding, Project } from '../../models/project/types.ts';
import { Gebruikersfout, type Argumenten } from './opdracht.ts';

/** The one project file that a command takes. */
export function projectpad({ bestanden }: Argumenten, opdracht: string): string {
  const [pad, ...over] = bestanden;
  if (pad === undefined) throw new Gebruikersfout(`Geef een projectbestand: arrangeren ${opdracht} PROJECT.json. Zie arrangeren ${opdracht} --help.`);
  if (over.length > 0) throw new Gebruikersfout(`Geef één projectbestand; ${over.join(', ')} is te veel.`);
  return pad;
}

/** What is wrong with a project: how much, and every fault P01–P27. */
export const nietDoorTeRekenen = (pad: string, fouten: readonly Melding[]): Gebruikersfout =>
  new Gebruikersfout(`${pad} kan niet worden doorgerekend: ${fouten.length === 1 ? '1 fout' : `${fouten.length} fouten`}.`, fouten);

/** Throws a Gebruikersfout when the project has no scenario with this id. */
export function controleerScenario(project: Project, id: string): void {
  if (project.scenarios.some((scenario) => scenario.id === id)) return;
  const bekend = project.scenarios.map((scenario) => scenario.id);
  throw new Gebruikersfout(`Scenario ${id} bestaat niet${bekend.length > 0 ? `; kies uit ${bekend.join(', ')}` : ': het project heeft geen scenario’s'}.`);
}
